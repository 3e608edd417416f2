"""CARE items 2 to 5: key words, the patient, why they came, and what had gone before."""

from __future__ import annotations

from casewright.case.shape import Choice, Event, Group, Measure, Series, Text, YesNo, count, time

# ANSI/NISO Z39.104-2022, CRediT, Contributor Roles Taxonomy
CREDIT = (
    "Conceptualization",
    "Data curation",
    "Formal analysis",
    "Funding acquisition",
    "Investigation",
    "Methodology",
    "Project administration",
    "Resources",
    "Software",
    "Supervision",
    "Validation",
    "Visualization",
    "Writing – original draft",
    "Writing – review & editing",
)

PERSON = Group(
    "One author.",
    {
        "name": Text("The name as it is to be printed.", required=True),
        "affiliations": Series("The places of work.", Text("One place of work.")),
        "orcid": Text("The ORCID iD."),
        "contribution": Text("What the author did, in words."),
        "credit": Series("What the author did, by the roles of CRediT.", Choice("One role.", CREDIT)),
    },
    short="name",
)

ARTICLE = Group(
    "What the title page needs and the prose does not say.",
    {
        "keywords": Series("The key words, in the order of printing.", Text("One key word.")),
        "authors": Series("The authors, in the order of printing.", PERSON),
        "correspondence": Text("Name, address, telephone and e-mail of the corresponding author."),
        "telephone": Text("Telephone of the corresponding author."),
        "fax": Text("Fax of the corresponding author."),
        "supported_by": Text("Grants and other support."),
    },
)

# The longest life on record lasted 122 years (Jeanne Calment); the limit is our own, and above it.
LONGEST_LIFE = ("125 years", "write the age as it was, such as `45 years`")

PATIENT = Group(
    "Who the patient is. Nothing here may identify a person: no name, no record number, no date of birth.",
    {
        "age": time(
            "Age when the story of the report begins, with its unit: `45 years`.",
            required=True,
            most=LONGEST_LIFE,
        ),
        "sex": Choice("Sex.", ("male", "female", "intersex", "not stated"), required=True),
        "gender": Text("Gender, where it differs from the sex and matters to the report."),
        "ethnicity": Text("Ethnicity, where it matters to the report."),
        "occupation": Text("Occupation, where it matters to the report."),
        "height": Measure("Height: `172 cm`.", ("length",), ("single",)),
        "weight": Measure("Weight: `68 kg`.", ("mass",), ("single",)),
        "gestational_age": time("Gestational age: `32 weeks`."),
        "pregnancies": count("Number of pregnancies."),
    },
    required=True,
)

SYMPTOM = Group(
    "One symptom, sign or complaint.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "side": Choice(
            "Which side of the body, from the patient.", ("right", "left", "both sides", "midline")
        ),
        "site": Text("Where in the body."),
        "duration": time("How long it had lasted: `5 h`."),
        "severity": Measure(
            "How severe, on a scale: `grade III`, `7 of 10`.", (), ("grade", "single", "share")
        ),
        "course": Text("How it went on: worsening, by turns, gone."),
    },
    short="name",
)

PRESENTATION = Group(
    "What brought the patient to the doctor.",
    {
        "at": Event("The event of the timeline at which this was so."),
        "setting": Text("Where the patient was seen."),
        "referral": Text("Who sent the patient, and why."),
        "complaint": Text("The chief complaint, in few words."),
        "symptoms": Group("The symptoms, each under a name of your choice.", rest=SYMPTOM, required=True),
        "absent": Group("Symptoms that were asked for and were absent.", rest=SYMPTOM),
    },
    required=True,
)

CONDITION = Group(
    "One condition of the past.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "since": time("For how long: `12 years`."),
        "sites": Series("The organs concerned.", Text("One organ.")),
        "basis": Text("How it was found."),
        "treatment": Text("How it was treated."),
        "detail": Text("Anything else that matters."),
    },
    short="name",
)

HISTORY = Group(
    "What had gone before: illnesses, operations, family, habits, drugs, allergies.",
    {
        "conditions": Group("Illnesses of the past and present.", rest=CONDITION),
        "operations": Group("Operations of the past.", rest=CONDITION),
        "family": Group("Illnesses in the family.", rest=CONDITION),
        "drugs": Group("Drugs taken when the story begins.", rest=CONDITION),
        "allergies": Group("Allergies.", rest=CONDITION),
        "smoking": Measure("Tobacco: `20 pack-years`.", ("smoking",), (), ("never", "former", "current")),
        "alcohol": Text("Alcohol."),
        "social": Text("Living, travel and work, where they matter."),
        "no_past_illness": YesNo("Whether the patient was well before."),
    },
)

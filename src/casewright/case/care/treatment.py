"""CARE items 9 and 10: what was done, and how it went."""

from __future__ import annotations

from casewright.case.care.findings import AT
from casewright.case.shape import Event, Group, Measure, Series, Text, YesNo, count, time

# Ointments are dosed by the length of their strand; no drug is dosed by time, which has fields of its own.
_DOSES = {
    "length": (
        "50 cm",
        "write the unit of a dose, such as `mg`; only the strand of an ointment is dosed in cm",
    ),
    "time": ("0 s", "write a length of time as `duration:` or `interval:`"),
}

DRUG = Group(
    "One drug, or another single means of treatment.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "dose": Measure("The dose: `100 mg/m2`, `4 mg`, `30 Gy`.", most=_DOSES),
        "route": Text("The route."),
        "days": Measure("The days of the cycle: `1-3`, `1`.", ("",), ("single", "range")),
        "interval": time("The time from one dose to the next: `8 h`."),
        "duration": time("For how long."),
        "schedule": Text("When, in words: `at once`, `monthly`."),
        "class": Text("What kind of drug it is."),
        "detail": Text("Anything else that matters."),
    },
)

COURSE = Group(
    "One course of treatment; its drugs stand in it under their names.",
    {
        "at": AT,
        "name": Text("What it is called in print; without it, the name of the entry."),
        "intent": Text("Curative, palliative, prophylactic."),
        "cycle_length": time("The length of a cycle: `3 weeks`."),
        "cycles": count("The cycles completed."),
        "response": Text("The best response."),
        "considered_only": YesNo("Whether it was considered and not given."),
        "stopped_because": Text("Why it was stopped."),
        "adverse_events": Series("Adverse events.", Text("One adverse event.")),
    },
    rest=DRUG,
)

PROCEDURE = Group(
    "One operation or other procedure.",
    {
        "at": AT,
        "name": Text("What it is called in print; without it, the name of the entry."),
        "approach": Text("The approach."),
        "extent": Text("How much was done or removed."),
        "target": Text("What it was done to."),
        "level": Text("The level of the spine."),
        "side": Text("Which side of the body, from the patient."),
        "duration": time("How long it took."),
        "blood_loss": Measure("The blood loss: `300 mL`.", ("volume",)),
        "complications": Text("Complications, or `none`."),
    },
    short="name",
)

CHANGE = Group(
    "A change of the treatment.",
    {
        "at": AT,
        "change": Text("What was changed.", required=True),
        "reason": Text("Why.", required=True),
    },
)

TREATMENT = Group(
    "What was done. Each course stands under a name of your choice; operations under `procedures`.",
    {
        "procedures": Group(
            "Operations and other procedures, each under a name of your choice.", rest=PROCEDURE
        ),
        "changes": Group("Changes of the treatment, and why.", rest=CHANGE),
    },
    rest=COURSE,
)

RESULT = Group(
    "How one thing stood in the end.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "result": Text("How it stood, in words.", required=True),
        "at": Event("The event of the timeline at which this was so."),
        "after": time("How long after the treatment: `4 weeks`."),
    },
    short="result",
)

OUTCOME = Group(
    "Course and outcome.",
    {
        "status": Text("How the patient stands at the last contact."),
        "survival": time("Survival, from the point named in `survival_from`: `105 d`."),
        "survival_from": Event("The event of the timeline from which survival is counted."),
        "follow_up": time("Length of the follow-up: `12 months`."),
        "hospital_stay": time("Length of the hospital stay: `9 d`."),
        "cause_of_death": Text("The cause of death."),
        "contributing": Text("What contributed to the death."),
        "results": Group("How function and disease stood, each under a name of your choice.", rest=RESULT),
        "adherence": Text("How well the patient kept to the treatment and bore it."),
        "adverse_events": Text("Adverse and unexpected events."),
    },
)

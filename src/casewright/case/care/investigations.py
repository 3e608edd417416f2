"""CARE item 8, diagnostic assessment: laboratory, imaging, pathology."""

from __future__ import annotations

from casewright.case.care.findings import AT
from casewright.case.shape import Choice, Event, Group, Measure, Text

LABS = Group(
    "Laboratory values, in a set for each time blood (or what it was) was taken.",
    rest=Group(
        "The values at one time.",
        {
            "at": AT,
            "specimen": Text("What was examined, where it was not blood."),
            "summary": Text("The text's own word for them, such as `normal except for ...`."),
            "ranges": Group(
                "The laboratory's own reference ranges, under the names of the values.",
                rest=Measure("A reference range: `4000-10000 /µL`, `<1.2 mg/dL`.", by_name=True),
            ),
            "other": Group(
                "Values that have no name of their own here, each under a name of your choice.",
                rest=Measure("A value with its unit."),
            ),
        },
        rest=Measure("A laboratory value with its unit: `6800 /µL`.", by_name=True, needs_unit=True),
    ),
)

LESION = Group(
    "One lesion, or a group of lesions that are described together.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "number": Measure(
            "How many: `3`.", ("",), ("single", "range"), words=("multiple", "single", "diffuse")
        ),
        "size": Measure("How large: `5.9 x 5.3 x 14.8 mm`, `<5 mm`.", ("length",)),
        "side": Choice(
            "Which side of the body, from the patient.", ("right", "left", "both sides", "midline")
        ),
        "site": Text("Where: the organ and its part."),
        "second_site": Text("The other place, where there are two."),
        "compartment": Text("In which compartment, such as `intramedullary`."),
        "level": Text("The level of the spine, always spelled in one way: `T10/T11`."),
        "finding": Text("How it looks, in words."),
        "meaning": Text("What it was taken to mean."),
    },
    short="finding",
)

IMAGING = Group(
    "Imaging, each study under a name of your choice.",
    rest=Group(
        "One study, and under names of your choice what it showed.",
        {
            "at": AT,
            "modality": Text("The method: `MRI`, `computed tomography`.", required=True),
            "region": Text("What was imaged."),
            "technique": Text("Sequence, weighting, contrast."),
            "summary": Text("The report in one sentence."),
        },
        rest=LESION,
    ),
)

STAIN = Group(
    "One stain or marker and its result.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "result": Choice(
            "The result.", ("positive", "negative", "equivocal", "focally positive"), required=True
        ),
        "pattern": Text("Where in the cell: membranous, cytoplasmic, nuclear."),
        "share": Measure("The share of cells stained: `50 %`.", ("ratio",)),
        "intensity": Text("How strong: weak, moderate, strong, 1+ to 3+."),
    },
    short="result",
)

PATHOLOGY = Group(
    "Pathology, each specimen under a name of your choice.",
    rest=Group(
        "One specimen.",
        {
            "at": AT,
            "specimen": Text("What was examined.", required=True),
            "procedure": Text("How it was obtained."),
            "stain": Text("The stain of the plain sections."),
            "magnification": Text("The magnification of the plain sections."),
            "histology": Text("What the plain sections showed."),
            "mitoses": Measure(
                'The mitotic count: ">10 /10 HPF" (in quotes, as it begins with >).', ("count/field",)
            ),
            "stains": Group("Immunohistochemistry and other stains, each under its name.", rest=STAIN),
            "ki67": Measure("The Ki-67 labeling index: `50 %`.", ("ratio",)),
            "grade": Text("The grade of the tumor, in words."),
            "classification": Text("The classification by which it was graded."),
            "stage": Text("The stage, in words or as TNM."),
            "diagnosis": Text("The diagnosis on this specimen."),
        },
    ),
)

ALTERNATIVE = Group(
    "One diagnosis that was considered.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "against": Text("What spoke against it."),
        "excluded_by": Text("How it was excluded."),
    },
    short="name",
)

DIAGNOSIS = Group(
    "What it was, and what it might have been.",
    {
        "final": Text("The diagnosis of the report.", required=True),
        "underlying": Text("The underlying disease."),
        "clinical": Text("The diagnosis at the bedside, before the investigations."),
        "at": Event("The event of the timeline at which the diagnosis was made."),
        "differentials": Group(
            "The diagnoses that were considered, each under a name of your choice.", rest=ALTERNATIVE
        ),
        "challenges": Text("What made it hard."),
        "novelty": Text("What has not been reported before, if that is claimed."),
    },
    required=True,
)

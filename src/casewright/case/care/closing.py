"""CARE items 12 and 13 and what surrounds them: perspective, statements, figures, abbreviations."""

from __future__ import annotations

from casewright.case.shape import Group, Text

PERSPECTIVE = Group(
    "The patient's own view.",
    {
        "statement": Text("What the patient or the family says."),
        "reason_absent": Text("Why there is none, where there is none."),
    },
)

STATEMENTS = Group(
    "The statements that stand at the end of a report.",
    {
        "consent": Text("Informed consent: from whom, in what form.", required=True),
        "ethics": Text("The decision of the ethics committee."),
        "conflicts": Text("Conflicts of interest."),
        "funding": Text("Funding."),
        "data": Text("Where data are to be had."),
        "care_checklist": Text("That the CARE checklist was followed."),
        "acknowledgements": Text("Whom the authors thank."),
    },
    required=True,
)

PANEL = Group(
    "One panel of a figure.",
    {
        "image": Text("The image file, from the folder of this file: `figures/spine-a.png`.", required=True),
        "alt": Text(
            "What the image shows, for a reader who does not see it. Write no numbers here.", required=True
        ),
    },
)

FIGURES = Group(
    "The figures, each under a key of your choice, with their panels under capital letters. "
    "They are numbered by the order in which the text calls them.",
    rest=Group("One figure.", rest=PANEL, letters=True),
)

ABBREVIATIONS = Group(
    "The abbreviations with their long forms. They expand by themselves where they are first used.",
    rest=Text("The long form, in small letters unless it is a name."),
)

"""CARE items 6 and 7: clinical findings and the timeline."""

from __future__ import annotations

from casewright.case.shape import Day, Event, Group, Measure, Text, count, time

AT = Event("The event of the timeline at which this was so.")

VITALS = Group(
    "Vital signs, in a set for each time they were taken.",
    rest=Group(
        "The vital signs at one time.",
        {
            "at": AT,
            "summary": Text("The text's own word for them, such as `normal`."),
        },
        rest=Measure(
            "A vital sign with its unit: `100/70 mmHg`, `105 /min`, `36.4 °C`.", by_name=True, needs_unit=True
        ),
    ),
)

POWER = Measure(
    "Muscle power of this limb: `grade III`, or `normal`.",
    ("",),
    ("grade", "single", "range", "share"),
    words=("normal",),
)

SCALE = Group(
    "A graded scale and what it showed.",
    {
        "name": Text("The name of the scale as printed; without it, the name of the entry."),
        "value": Measure("The grade or score: `grade 2`, `15`, `12 of 15`.", ("", "ratio"), required=True),
        "detail": Text("The parts of the score."),
    },
    short="value",
)

FINDING = Group(
    "What was found in one place of the body.",
    {
        "name": Text("What it is called in print; without it, the name of the entry."),
        "finding": Text("What was found, in words.", required=True),
        "size": Measure("How large it was: `3 cm`, `2 x 3 cm`.", ("length",)),
        "side": Text("Which side of the body, from the patient."),
    },
    short="finding",
)

EXAMINATION = Group(
    "The physical examination, in a set for each time it was done.",
    {"motor_scale": Text("The name of the scale by which muscle power is graded.")},
    rest=Group(
        "What was found at one time.",
        {
            "at": AT,
            "motor": Group(
                "Muscle power, limb by limb.",
                dict.fromkeys(("right_arm", "left_arm", "right_leg", "left_leg"), POWER),
            ),
            "scales": Group("Graded scales, each under a name of your choice.", rest=SCALE),
            "findings": Group("Other findings, each under a name of your choice.", rest=FINDING),
        },
    ),
)

TIMELINE = Group(
    "The events of the story, in order, each under a name of your choice. Write no calendar date that is not needed: "
    "say how long after or before another event it was.",
    rest=Group(
        "One event.",
        {
            "event": Text("What happened, in few words.", required=True),
            "date": Day(
                "The date, if you keep it: year-month-day, in digits. It is used for intervals and never printed."
            ),
            "after": Event("An event that came before this one."),
            "before": Event("An event that came after this one."),
            "by": time(
                "The time between the two: `15 d`; or the id of the fact that says it: `outcome.survival`.",
                elsewhere=True,
            ),
            "cycle": count("The cycle of treatment in which it fell."),
            "cycle_day": count("The day of that cycle, its first day being 1."),
        },
        short="event",
    ),
)

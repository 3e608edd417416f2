"""What a length of time in the text is: an age, a duration, an interval, a follow-up, a survival, a stay."""

from __future__ import annotations

import re
from typing import NamedTuple

from casewright.document.mentions.figures import Figure
from casewright.patterns import lazily


class Sense(NamedTuple):
    """The measure of a figure, and what it is said of."""

    measure: str
    of: str = ""


_OLD = lazily(r"[\s–-]{0,2}(?:old\b|of age\b)")
# What is old and no person: `a 5-year-old fracture`, `five years old neglected rice bodies`.
OLD_THING = lazily(
    r"[\s-]{0,2}old,? (?:(?!(?:with|in|of|and|or|at|on|who|whose|when|to|for|from|by|was|had|is|has|presented|came"
    r"|known"
    r"|man|woman|male|female|boy|girl|lady|gentleman|patient|child|infant|person|adult)\b)[\w-]+ ){0,3}?"
    r"(?:leads?|grafts?|prosthe\w+|pacemakers?|devices?|stents?|valves?|scars?|implants?|catheters?|injur\w+"
    r"|fractures?|infarct\w*|ha?ematomas?|lesions?|history|mesh|wounds?|stomas?|shunts?|thromb\w+|blood|bleeding"
    r"|deposit\w*|bod(?:y|ies)|nonunions?|non-unions?|dislocations?|ruptures?|tears?|ulcers?|burns?|mass|masses"
    r"|swellings?|calcifications?|hernias?|fistulas?|abscess\w*|cysts?|tumou?rs?|nodules?|defects?|deformit\w+"
    r"|specimens?|samples?|plaques?|photographs?|radiographs?|clips?|screws?|plates?|nails?|arthroplast\w+"
    r"|strictures?|occlusions?|aneurysms?|stumps?|tattoos?|colostom\w+|ileostom\w+)\b(?! (?:patient|carrier|survivor))",
    re.IGNORECASE,
)
_YO = lazily(r"(?:[-\s]?(?:yo|y/o|y\.o\.?))\Z")
_AGED = lazily(
    r"\b(?:aged?|ages|at (?:the|an?) age(?: of)?|(?:the|an?|mean|median|average) age (?:of|was"
    r"|at)|age (?:of|was|is|at \w+ (?:of|was))"
    r"|age[:=]|age range[:,]?|years old|turned|at the ages of|aged between|age \(|aged from|aged about)"
    r"(?: (?:about|approximately|between|around|over|under|from))?\s?\Z",
    re.IGNORECASE,
)
_AGED_AFTER = lazily(r"[\s-](?:female|male|man|woman|girl|boy|lady|gentleman|patient)\b")
_FOLLOW_AFTER = lazily(
    r"[\s-]{0,2}(?:of |clinical |routine |regular |post[- ]?(?:operative|discharge|surgery) "
    r"|outpatient |clinic |disease-free |complete )?"
    r"(?:follow(?:ed)?[- ]?up|followup)\b",
    re.IGNORECASE,
)
_FOLLOW_BEFORE = lazily(
    r"\b(?:follow(?:ed)?[- ]?up(?: (?:period|duration|time|visit|examination|of|at|was|for"
    r"|over|after|interval|lasted|lasting|period of|duration of|ranged from))*|followed(?:"
    r" up)? for"
    r"|(?:median|mean|total|last) follow[- ]?up (?:of|was|period of|time of))(?: (?:a|the"
    r"|another|about|approximately|at least|of|period|duration|total|more than))*\s?\Z",
    re.IGNORECASE,
)
_SURVIVAL_BEFORE = lazily(
    r"\b(?:survival(?: (?:time|period|rate|after \w+|of|was|is|for|ranged?|from|reported|time"
    r" of|times))*|survived(?: (?:for|only|over|at least|about|approximately|another|more"
    r" than))*"
    r"|(?:died|expired|dead|death)(?: (?:only|at|about|approximately|just|occurred|within))*)\s?\Z",
    re.IGNORECASE,
)
_SURVIVAL_AFTER = lazily(
    r"[\s-](?:overall |disease-free |median |progression-free )?survival\b", re.IGNORECASE
)
_HISTORY = lazily(
    r"[\s-]{0,2}(?:long |previous |past |prior |clinical |progressive |medical )?history(?:"
    r" (?:of|with|for)(?P<of> [^.,;:()]*))?",
    re.IGNORECASE,
)
_STAY_AFTER = lazily(
    r"[\s-](?:of )?(?:(?:hospital|inpatient|in-hospital|ICU|intensive care(?:"
    r" unit)?)[\s-])?(?:stay|hospitali[sz]ation)\b|[\s-](?:hospital )?admission\b"
)
_STAY_BEFORE = lazily(
    r"\b(?:(?:hospital|ICU|inpatient|total|length of) (?:stay|hospitali[sz]ation)"
    r"|hospitali[sz]ed|hospitali[sz]ation|stay(?:ed)? in (?:the )?(?:hospital|ICU))"
    r"(?: (?:of|was|for|lasted|lasting|period|in|the|a|total|time|about|approximately|ICU|hospital))*\s?\Z",
    re.IGNORECASE,
)
_AGO = lazily(
    r"[\s-](?P<word>ago|earlier|before|previously|prior(?: to)?|preceding|beforehand"
    r"|prior)\b(?P<of>(?: the| his| her| this| hospital| being| initial| current)*(?:"
    r" [a-z-]+){0,2})"
)
_LATER = lazily(
    r"[\s-](?P<word>later|after|following|post[- ]?|postoperative(?:ly)?|postpartum|since|from"
    r"|into)\b(?P<of>(?: the| his| her| this| a| an| initial)*(?: [a-z-]+){0,2})"
)
_LATER_BEFORE = lazily(
    r"\b(?:within|in the (?:first|following|next)|over the (?:following|next|first)|after"
    r"|following|during the (?:first|next|following))(?: (?:the|a|another|about|approximately"
    r"|just|only|at least|first|next))*\s?\Z",
    re.IGNORECASE,
)
_FOR = lazily(
    r"\b(?:for|over|during|lasting|lasted|duration(?: of| was)?|(?:continued|persisted"
    r"|persisting|present) for|throughout|in)(?: (?:the|a|an|about|approximately|around|nearly"
    r"|almost|at least|more than|past|last|previous|preceding|another|further|total|period"
    r"|duration|course|up to|over|some|of|next|first|only|additional|least|initial))*\s?\Z",
    re.IGNORECASE,
)
_EVERY = lazily(r"\b(?:every|each|per|q)\s?\Z", re.IGNORECASE)
_DURATION_AFTER = lazily(
    r"[\s-]?(?:'s?|’s?)?[\s-](?:duration|course|long|lasting|evolution|period|cycles?|therapy"
    r"|treatment|regimen|of (?:treatment|therapy|illness|symptoms|evolution|antibiotics?"
    r"|intravenous|chemotherapy))\b"
)
_GESTATION = lazily(
    r"(?:\s?(?:\+|and|,)?\s?\d?(?:/7)?(?: days?)?)?['’]?[\s-](?:of )?(?:gestation(?:al)?"
    r"|pregnan\w+|amenorrh\w+|GA)\b"
)
_GESTATION_BEFORE = lazily(
    r"\b(?:gestational age|(?:gestation|pregnan\w+)(?= (?:of|was|at))|GA)(?: (?:of|was|at"
    r"|age))*(?: \()?\s?\Z"
    r"|\b(?:infant|neonate|newborn|baby|boy|girl|twins?) (?:was|were|was \w+) (?:born|delivered)"
    r"(?: (?:prematurely|preterm))? at\s\Z",
    re.IGNORECASE,
)
_STOP = lazily(
    r" (?:and|which|that|with|who|prior|before|after|since|in|on|at|for|to|from|was|were|had"
    r"|has|when|without|but|by|as|associated|accompanied|followed|presented|he|she|during"
    r"|following|treated|due)\b.*"
)


def time_sense(text: str, figure: Figure) -> Sense:
    """What the length of time `figure` in `text` is; an empty measure where the words do not say."""
    before = text[max(0, figure.start - 70) : figure.start]
    after = text[figure.end : figure.end + 80]
    return (
        _age(text, figure, before, after)
        or _gestation(figure, before, after)
        or _stretch_of_care(before, after)
        or _history(after)
        or _distance(before, after)
        or Sense("")
    )


def _age(text: str, figure: Figure, before: str, after: str) -> Sense | None:
    spelling = text[figure.start : figure.end]
    if _OLD.match(after) and not OLD_THING.match(after):
        return Sense("age")
    if _YO.search(spelling) or (
        ("age" in before or "Age" in before or "turned" in before) and _AGED.search(before)
    ):
        return Sense("age")
    if figure.hyphened and _AGED_AFTER.match(after) and figure.quantity.shape == "single":
        return Sense("age")
    return None


def _gestation(figure: Figure, before: str, after: str) -> Sense | None:
    unit = figure.quantity.unit
    if (
        unit is not None
        and unit.code in ("wk", "d")
        and (
            _GESTATION.match(after)
            or (
                ("g" in before or "n at " in before or "d at " in before) and _GESTATION_BEFORE.search(before)
            )
        )
    ):
        return Sense("gestational_age")
    return None


def _stretch_of_care(before: str, after: str) -> Sense | None:
    near = before.lower()
    if near.rstrip().endswith(("every", "each", "per", "q")) and _EVERY.search(before):
        return Sense("")
    if _FOLLOW_AFTER.match(after) or ("follow" in near and _FOLLOW_BEFORE.search(before)):
        return Sense("follow_up")
    if _SURVIVAL_AFTER.match(after) or (_ended(near) and _SURVIVAL_BEFORE.search(before)):
        return Sense("survival")
    if _STAY_AFTER.match(after) or (("stay" in near or "hospital" in near) and _STAY_BEFORE.search(before)):
        return Sense("stay")
    return None


def _ended(near: str) -> bool:
    return any(word in near for word in ("surviv", "died", "dead", "death", "expired"))


def _history(after: str) -> Sense | None:
    match = _HISTORY.match(after)
    if match is None:
        return None
    return Sense("duration", _words(match["of"] or ""))


def _distance(before: str, after: str) -> Sense | None:
    if match := _AGO.match(after):
        return Sense("interval", f"{match['word']} {_words(match['of'])}".strip())
    if match := _LATER.match(after):
        word = match["word"].strip("- ")
        return Sense("interval", word if word == "later" else f"{word} {_words(match['of'])}".strip())
    if _DURATION_AFTER.match(after) or _FOR.search(before):
        return Sense("duration")
    if _LATER_BEFORE.search(before):
        return Sense("interval")
    return None


def _words(text: str) -> str:
    """At most four words of what a duration or an interval is said of, in small letters."""
    kept = _STOP.sub("", " " + text.strip().lower()).split()
    return " ".join(kept[1:] if kept[:1] == ["the"] else kept[:4])

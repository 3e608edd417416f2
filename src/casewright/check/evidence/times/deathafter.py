"""How long after an event the patient died: `died 36 hours after admission`, `death occurred within a day of birth`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.parts import of_others, of_patient, part_at
from casewright.check.evidence.text.passage import Passage, scan_around
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_EVENTS = {  # the words of an event, and what it goes by
    "admission": "admission", "arrival": "admission", "presentation": "admission", "hospitalization": "admission",
    "hospitalisation": "admission", "surgery": "operation", "operation": "operation", "birth": "birth",
    "delivery": "birth", "diagnosis": "diagnosis", "discharge": "discharge", "transplantation": "transplantation",
    "injury": "injury", "onset": "onset",
}  # fmt: skip
_SIZES = {"h": 1.0, "d": 24.0, "w": 168.0, "m": 730.5, "y": 8766.0}  # hours
_DIED = lazily(
    r"\b(?:[Dd]ied|[Dd]eath (?:occurred|ensued)|expired|succumbed|passed away)\b[^.;,\d]{0,40}?"
    r"(?P<bound>\b(?:within|less than|in under|(?:in )?(?:the )?first) )?(?:about |approximately |only |just )?"
    r"\b(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty-four|forty-eight)"
    r"[ -](?P<unit>h|hours?|days?|weeks?|months?|years?) (?:after|of|from|following|since) "
    rf"(?:(?:the|his|her|hospital|symptom|initial|emergency) )*(?P<event>{'|'.join(_EVENTS)})\b"
)


_BEFORE = lazily(
    r"\b(?:[Dd]ied|[Dd]eceased|[Dd]eath (?:occurred|ensued)|expired|succumbed|passed away)\b[^.;,\d]{0,20}?"
    r"\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|several|few) (?:h|hours?|days?|weeks?|months?) "
    r"(?:before|prior to) (?:the |his |her )?(?:surgery|operation|admission|procedure|onset)\b"
)
_PLANNED = lazily(
    r"\b(?:planned|scheduled|intended|awaiting|waiting|refused|declined|could not|would|who|whose)\b"
)


class Death(NamedTuple):
    """A death between so many hours after an event, as printed."""

    place: Passage
    text: str
    event: str
    least: float
    greatest: float


def deaths_before(reading: Reading) -> Iterator[Passage]:
    """Where the patient is said to have died before what was done to him: `died two days before the operation`."""
    for place, match in scan_around(
        reading, _BEFORE, 2, 90, "died", "deceased", "death ", "expired", "succumbed", "passed away"
    ):
        index = reading.sentence_at(place.block, place.start)
        sentence = reading.sentences[index]
        if part_at(reading, place.block) != "body" or _PLANNED.search(
            match.string, sentence.start, sentence.end
        ):
            continue
        if of_patient(reading, index, place.start) and not of_others(reading, index):
            yield place


def deaths_after(reading: Reading) -> Iterator[Death]:
    """Every such statement of the patient."""
    for place, match in scan_around(
        reading, _DIED, 2, 130, "died", "death ", "expired", "succumbed", "passed away"
    ):
        index = reading.sentence_at(place.block, place.start)
        number = read_number("1" if match["count"] in ("a", "an") else match["count"].lower())
        if number is None or of_others(reading, index) or not of_patient(reading, index, place.start):
            continue
        size, count = _SIZES[match["unit"][0]], float(number.value)
        least = 0.0 if match["bound"] else (count - 0.75) * size
        greatest = count * size if match["bound"] else (count + 0.75) * size
        yield Death(place, match[0], _EVENTS[match["event"]], least, greatest)

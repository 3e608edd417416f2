"""Dated events of a living patient that are told behind the death and dated after it."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.text.parts import of_others
from casewright.check.evidence.times.timeline import course_dates, dated_events, days_of
from casewright.document.mentions.model import DateMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

# What is done to the living; a result, an autopsy and a letter may come later.
_LIVING = lazily(
    r"\b(?:underwent|was (?:discharged|readmitted|admitted|transferred|intubated|extubated|operated|transfused|seen"
    r"|re-?examined|started on|alive|well)|presented|returned (?:to|for|home)|complained|developed|recovered|improved"
    r"|received|went home|attended|follow-?up visit|(?:CT|MRI|computed tomography|magnetic resonance imaging"
    r"|echocardiogra\w+|ultraso\w+|radiogra\w+|endoscopy|colonoscopy|PET)(?:[ /-]CT)?\b[^.;]{0,60}"
    r"\b(?:showed|revealed|demonstrated|was (?:performed|done|obtained)))\b",
)
_ELSE = lazily(
    r"\b(?i:autops\w+|post-?mortem|necrops\w+|"
    r"famil\w+|mother|father|sibling|brother|sister|wife|husband|son|daughter|donor"
    r"|recipient|case|second patient|other patient|newborn|infant|baby|relatives?|report\w*|publish\w*|literature"
    r"|had (?:been|undergone|presented|received|developed)|previous\w*|earlier|prior|before|another"
    r"|co-?worker|spouse)\b"
)


def alive_after_death(reading: Reading) -> Iterator[tuple[DateMention, DateMention]]:
    """The date of the death, and each later date at which the patient was still under care."""
    deaths = [event for event in dated_events(reading) if event.event == "death" and event.mention.day]
    if len({death.first for death in deaths}) != 1:
        return
    death = deaths[0]
    for mention in reading.once(course_dates):
        days = days_of(mention)
        if days is None or mention.subject != "patient" or days[0] <= death.last or not mention.month:
            continue
        sentence = reading.sentences[mention.sentence]
        told = reading.blocks[mention.block][1].text[sentence.start : sentence.end]
        if mention.sentence == death.mention.sentence or of_others(reading, mention.sentence):
            continue
        if mention.role.startswith(("case", "abstract")) and _LIVING.search(told) and not _ELSE.search(told):
            yield death.mention, mention

"""A sentence, read; and what was found in it, in one line."""

from __future__ import annotations

from casewright.document.mentions.model import QuantityMention, SexMention, ShareMention
from casewright.document.model import Block, Document, Section
from casewright.document.reading import Reading


def read(text: str, role: str = "case") -> Reading:
    """A document of one section with one paragraph, as a reading."""
    return read_block(Block("paragraph", text), role)


def read_block(block: Block, role: str = "case") -> Reading:
    """A document of one section with one block, as a reading."""
    return Reading(Document((Section(role, "Case report", (block,)),)))


def said_quantities(text: str) -> str:
    """`measure value unit of what in limits @ time (subject)` of each value; `?` and `-` for what is not said."""
    return "; ".join(map(_quantity, read(text).quantities))


def said_shares(text: str) -> str:
    """`part/whole percent%` of each share; `-` for what is not printed."""
    return "; ".join(map(_share, read(text).shares))


def said_dates(text: str) -> str:
    """`year-month-day` of each date, with its weekday."""
    return "; ".join(
        f"{date.year}-{date.month}-{date.day}"
        + (f" weekday {date.weekday}" if date.weekday is not None else "")
        for date in read(text).dates
    )


def said_sexes(text: str) -> str:
    """`sex (subject)` of each noun that tells one."""
    return "; ".join(map(_sex, read(text).sexes))


def _quantity(mention: QuantityMention) -> str:
    quantity = mention.quantity
    values = "/".join(str(number.value) for number in quantity.numbers)
    said = f"{mention.measure or '?'} {quantity.comparison}{values} {quantity.unit.code if quantity.unit else '-'}"
    if mention.of:
        said += f" of {mention.of}"
    if mention.limits is not None:
        said += f" in {'/'.join(str(number.value) for number in mention.limits.numbers)}"
    if mention.time:
        said += f" @ {mention.time}"
    return said if mention.subject == "patient" else f"{said} ({mention.subject})"


def _share(mention: ShareMention) -> str:
    part, whole, percent = (
        "-" if number is None else str(number.value)
        for number in (mention.part, mention.whole, mention.percent)
    )
    return f"{part}/{whole} {percent}%"


def _sex(mention: SexMention) -> str:
    return mention.value if mention.subject == "patient" else f"{mention.value} ({mention.subject})"

"""CW504."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.abbreviations.neighbors import neighbors
from casewright.check.rules.abbreviations.parts import by_short_form, definitions
from casewright.check.rules.abbreviations.wording import contradict, mean_the_same, say_the_same, stems
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TERM = lazily(r"(?P<start>[A-Za-z]{4,}) [a-z]{4,} ?\Z")  # `sinoatrial block (`


class AbbreviationWithTwoMeanings:
    """One abbreviation is given two long forms.

    Why it is bad
        Wherever it stands, the reader must guess which is meant. Where the two are nearly alike, one of them is
        mostly a slip.

    Example
        neuroendocrine tumor (NET) ... norepinephrine transporter (NET)

    Write instead
        Abbreviate one of them, and spell the other out.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Abbreviations and Symbols.
    """

    code: ClassVar[str] = "CW504"
    name: ClassVar[str] = "abbreviation-with-two-meanings"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A warning where the long forms mean different things, a note where they are two wordings of one."""
        for short, defining in by_short_form(list(definitions(reading))).items():
            first = defining[0]
            other = next((d for d in defining[1:] if not say_the_same(first.long, d.long)), None)
            if other is None:
                continue
            one_thing = mean_the_same(first.long, other.long) and not contradict(first.long, other.long)
            severity: Severity = "note" if one_thing else "warning"
            message = f"{short} is defined as `{first.long}` and as `{other.long}`"
            hint = "use one wording" if one_thing else "abbreviate one of them, and spell the other out"
            yield found(self, reading, other, message, hint, against=[first], severity=severity)
        for each in neighbors(reading):
            short, long = each.defined.short, " ".join(each.defined.long.split())
            message = f"{short} is defined as `{long}`, and elsewhere the report has `{each.term}`"
            yield found(self, reading, each.defined, message, "correct the long form, or name the two apart")
        yield from self._on_another_term(reading)

    def _on_another_term(self, reading: Reading) -> Iterator[Finding]:
        """A warning where a defined short form stands in brackets behind another term with its first letter."""
        defined = {mention.short: mention for mention in reversed(list(definitions(reading)))}
        for mention in reading.abbreviations:
            first = defined.get(mention.short)
            if first is None or mention.long or not mention.short.isupper():
                continue
            text = reading.blocks[mention.block][1].text
            if text[mention.start - 1 : mention.start] != "(" or text[mention.end : mention.end + 1] != ")":
                continue
            term = _TERM.search(text, max(0, mention.start - 60), mention.start - 1)
            if term is None or term["start"][0].lower() != mention.short[0].lower():
                continue
            if not set(stems(term[0])) & set(stems(first.long)):
                message = f"{mention.short} is defined as `{first.long}`, and stands here behind `{term[0].strip()}`"
                hint = "abbreviate one of them, and spell the other out"
                yield found(self, reading, mention, message, hint, against=[first])

"""What is said of a group of values, of which some are printed with it: `coagulation was normal, with an INR of 1.1`.

Renal function that is impaired shows in a creatinine that is high: for each group and word, the state that its values
must have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.values.normality import State
from casewright.check.evidence.values.said import Claim
from casewright.document.mentions.model import QuantityMention
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily


class _Panel(NamedTuple):
    """A group of measures: how it is named, and which of them are so where it is called bad."""

    name: str
    measures: frozenset[str]
    bad: frozenset[str] = frozenset()
    state: State = "high"


_LIVER = r"liver function|(?:liver|hepatic) enzymes?|transaminases|aminotransferases"
_HEART = r"(?:cardiac|left ventricular|LV|(?:left ventricular |LV )?systolic) function"
_TUMOR = words("cea ca19_9 ca125 afp ca15_3")
_MYOCARDIUM = words("troponin troponin_i troponin_t ck_mb")
_ROUTINE = words("leukocytes hemoglobin platelets crp creatinine alt ast sodium potassium bilirubin_total")
_PANELS = (
    _Panel(
        r"(?:renal|kidney) function", words("creatinine urea urea_nitrogen cystatin_c"), words("creatinine")
    ),
    _Panel(_LIVER, words("ast alt alp ggt bilirubin_total")),
    _Panel(r"(?:blood )?coagulation|clotting", words("inr pt aptt fibrinogen")),
    _Panel(r"cardiac (?:enzymes?|(?:bio)?markers?)", _MYOCARDIUM),
    _Panel(r"thyroid function", words("tsh ft4")),
    _Panel(
        r"inflammatory (?:markers|parameters)|markers of inflammation",
        words("crp esr leukocytes"),
        words("crp"),
    ),
    _Panel(r"(?:serum )?electrolytes", words("sodium potassium chloride calcium magnesium")),
    _Panel(r"(?:full |complete )?blood count|ha?emogram", words("leukocytes hemoglobin platelets")),
    _Panel(r"tumou?r markers?", _TUMOR, _TUMOR),
    _Panel(r"(?:cerebrospinal fluid|CSF)(?: analysis| examination)?", words("csf_leukocytes csf_protein")),
    _Panel(
        r"(?:routine )?(?:laboratory|blood)(?: (?:tests?|findings?|results?|data|examinations?|studies))",
        _ROUTINE,
    ),
    _Panel(_HEART, words("ejection_fraction"), words("ejection_fraction"), "low"),
)
PANEL_WORDS = words(
    "function enzymes transaminases aminotransferases coagulation clotting inflammatory inflammation electrolytes count"
    " hemogram haemogram marker markers cerebrospinal csf laboratory blood"
)
_NAMED = "|".join(f"(?P<p{number}>{panel.name})" for number, panel in enumerate(_PANELS))
_KINDS = (
    r"(?:\s(?:tests?|panel|profile|studies|parameters|screen|results|markers|levels?|values?|work-?up)){0,2}"
    r"(?:\s\([A-Z]{2,5}\))?"
)
_FINE = r"normal|good|excellent|unremarkable|preserved|intact|within (?:the )?(?:normal|reference) (?:limits|ranges?)"
_BAD = r"impaired|deranged|abnormal|reduced|poor|elevated|raised|increased"
_SAID = lazily(
    rf"\b(?:(?P<denied>not|no longer) )?(?P<state>(?P<fine>{_FINE})|(?P<bad>{_BAD}))\s(?:{_NAMED}){_KINDS}"
    r"(?P<to>[^.;\d]{0,45})",
    re.IGNORECASE,
)
_SAID_BEHIND = lazily(
    rf"\b(?:{_NAMED}){_KINDS}\s(?:was|were|is|are|remained|showed|proved|being|appeared)(?:\s(?:all|also|found|to be"
    rf"|still|completely|entirely|clearly|markedly|severely))*\s(?:(?P<denied>not) )?"
    rf"(?P<state>(?P<fine>{_FINE})|(?P<bad>{_BAD}))\b"
    r"(?P<to>[^.;\d]{0,45})",
    re.IGNORECASE,
)
_LEADS = lazily(
    r"\s?(?:,\s|[(\[:]\s?|with\b|at\b|by\b|as shown\b|;\s?)(?:(?!\b(?:except(?:ion)?|apart|but|aside|besides|although"
    r"|however|while|whereas|other|later|then|until|after|before|rising|falling|on)\b).)*\Z",
    re.IGNORECASE,
)
_EXCEPT = lazily(r"\b(?:except|apart|but|aside|besides|although|other than|however|save)\b", re.IGNORECASE)
_ENDS = lazily(  # behind what the list is over, or another word is said
    r"[.;]\s|\b(?:except(?:ion)?|apart|but|aside|besides|although|however|while|whereas|other|later|then|until|after|before|rising"
    r"|falling|elevated|raised|increased|low|decreased|high|normal|abnormal|reduced)\b|[)\]]\s(?!and\b)",
    re.IGNORECASE,
)


def of_panels(reading: Reading) -> dict[tuple[int, int], Claim]:
    """The values that are told with what is said of their group, by block and place."""
    by_sentence: dict[int, list[QuantityMention]] = {}
    claims: dict[tuple[int, int], Claim] = {}
    stretches = stretches_with(reading, PANEL_WORDS)
    if stretches:
        for mention in reading.quantities:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for stretch in stretches:
        values = by_sentence.get(stretch.sentence.index, [])
        for match in (*_SAID.finditer(stretch.text), *_SAID_BEHIND.finditer(stretch.text)) if values else ():
            claims.update(_claimed(stretch, match, values))
    return claims


def said_of_panels(stretch: Stretch) -> Iterator[tuple[Claim, tuple[int, int], frozenset[str]]]:
    """What a sentence says of whole groups of values, where in the block, and of which measures it must hold.

    A sentence that makes an exception says nothing.
    """
    if stretch.words.isdisjoint(PANEL_WORDS):
        return
    for match in (*_SAID.finditer(stretch.text), *_SAID_BEHIND.finditer(stretch.text)):
        panel = next(panel for number, panel in enumerate(_PANELS) if match[f"p{number}"])
        state: State = "normal" if match["fine"] or match["denied"] else panel.state
        measures = panel.measures if state == "normal" else panel.bad
        if measures and not (match["fine"] and match["denied"]) and not _EXCEPT.search(stretch.text):
            word = f"{match['denied'] or ''} {match['state']}".strip()
            yield (
                (word, state),
                (stretch.offset + match.start(), stretch.offset + match.start("to")),
                measures,
            )


def _claimed(
    stretch: Stretch, match: re.Match[str], values: list[QuantityMention]
) -> dict[tuple[int, int], Claim]:
    """What the words say of the values of their group behind them, up to the first word of another kind."""
    panel = next(panel for number, panel in enumerate(_PANELS) if match[f"p{number}"])
    state: State = "normal" if match["fine"] or match["denied"] else panel.state
    measures = panel.measures if state == "normal" else panel.bad
    if (match["fine"] and match["denied"]) or not measures or not _LEADS.match(match["to"]):
        return {}
    begin, text = stretch.offset + match.start("to"), stretch.block.text
    word = f"{match['denied'] or ''} {match['state']}".strip()
    claims: dict[tuple[int, int], Claim] = {}
    for value in values:
        if value.start < begin or value.subject != "patient":
            continue
        if _ENDS.search(text, begin, value.start):
            break
        if value.measure in measures:
            claims[value.block, value.start] = word, state
        begin = max(begin, value.end)
    return claims

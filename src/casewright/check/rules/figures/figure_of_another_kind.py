"""CW458."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.finding import Finding, Severity
from casewright.check.rules.figures.calling import calls_in_text, legends, panel_texts
from casewright.check.spotting import found
from casewright.document.mentions.model import CallMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

# What names a kind of examination: plain letters, which are found a hundred times as fast as a pattern of them, ...
_LETTERS = {
    "computed_tomography": ("tomograph",),
    "magnetic_resonance": ("agnetic resonance", "FLAIR"),
    "radiograph": ("adiograph", "xray", "x-ray", "Xray", "X-ray", "roentgen"),
    "ultrasound": ("ltraso", "sonogra", "oppler", "chocardiogra"),
    "endoscopy": (
        "ndoscop", "olonoscop", "astroscop", "ronchoscop", "ystoscop", "igmoidoscop", "aryngoscop", "ysteroscop",
    ),
    "histology": (
        "istolog", "istopatholog", "icroscop", "acroscopic image", "acroscopic view", "acroscopic specimen",
        "acroscopic section", "ematoxylin", "munohistochem", "stain", "Stain", "ytolog", "athology", "utops",
        "ecrops", "ost-mortem", "ostmortem", "pecimen", "esect",
    ),
    "electrocardiogram": ("lectrocardio",),
    "electroencephalogram": ("lectroencephalo",),
    "angiography": ("ngiogra", "rteriogra", "enogra", "atheteri", "ortogra", "fluorosc"),
    "optical_coherence_tomography": ("ptical coherence",),
    "scintigraphy": ("cintigra", "one scan", "ositron", "SPECT"),
}  # fmt: skip
# ... and short forms with what else is told by the letters around it.
_FORMS = lazily(
    r"\b(?:(?P<computed_tomography>CTs?\b|(?:CE|HR|MD|NC)CT\b|CTA\b|[Cc]omput\w+ tomogra)"
    r"|(?P<magnetic_resonance>MRI\b|MRCP\b|MRA\b|STIR\b|T[12]-?\s?(?:weighted|W))"
    r"|(?P<ultrasound>T[TEO]E\b)|(?P<endoscopy>EGD\b)|(?P<histology>[Bb]iops(?!y forceps))"
    r"|(?P<electrocardiogram>E[CK]G\b)|(?P<electroencephalogram>EEG\b)|(?P<scintigraphy>PET\b)"
    r"|(?P<optical_coherence_tomography>OCT\b))"
)
_GUIDED = lazily(  # what was done under an examination is shown by another
    r"\b(?:insert|plac|remov|retriev|implant|deploy|punctur|drain|introduc)\w{0,5}\b.{1,60}\b(?:by|under|via|through|with)\b"
)
_BEFORE_IT = lazily(  # `After bronchoscopy, steroids were given but the distress increased (Figure 4)`
    r"(?:\A|(?<=[;,] ))\s?(?:[Aa]fter|[Ff]ollowing|[Bb]efore|[Pp]rior to|[Dd]espite|[Uu]ntil)\b[^.;,()]{1,60},"
)


class FigureOfAnotherKind:
    """A sentence on one kind of examination that calls a figure whose legend names another kind.

    Why it is bad
        The number of the call is wrong, or the legend stands under the wrong picture.

    Example
        Computed tomography showed a consolidation (Figure 1). Figure 1. Chest radiograph with a consolidation.

    Write instead
        Computed tomography showed a consolidation (Figure 1). Figure 1. Chest computed tomography with a consolidation.

    Source
        ICMJE Recommendations, Preparing a Manuscript, Illustrations (Figures): the legend explains what is called.
    """

    code: ClassVar[str] = "CW458"
    name: ClassVar[str] = "figure-of-another-kind"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """A finding at each call whose sentence names one kind alone, where the legend names one other alone."""
        shown = {
            legend.number: (legend, _kinds(reading.blocks[legend.block][1].text))
            for legend in reversed(legends(reading, "figure"))
        }
        several = _told_apart(reading)
        for call in calls_in_text(reading, "figure"):
            if call.number not in shown or call.number in several:
                continue
            legend, kinds = shown[call.number]
            if len(call.panels) == 1:
                text = reading.blocks[legend.block][1].text[legend.end :]
                kinds = _kinds(panel_texts(text).get(call.panels[0], "")) or kinds
            told = _told(reading, call)
            said = (
                _kinds(_BEFORE_IT.sub(" ", told)) if len(kinds) == 1 and not _GUIDED.search(told) else set()
            )
            if len(said) == 1 and said != kinds:
                legend_says = f"its legend speaks of {_name(kinds)}"
                message = f"a sentence on {_name(said)} refers to figure {call.number}, and {legend_says}"
                yield found(
                    self, reading, call, message, "correct the number of the call, or the legend", [legend]
                )


def _told(reading: Reading, call: CallMention) -> str:
    """The sentence before the call, from the last call of another figure on."""
    sentence = reading.sentences[call.sentence]
    others = [
        other.end
        for other in reading.calls
        if other.block == call.block
        and sentence.start <= other.start < call.start
        and other.number != call.number
    ]
    start = max([sentence.start, *(end for end in others if end <= call.start)])
    return reading.blocks[call.block][1].text[start : call.start]


def _told_apart(reading: Reading) -> set[int]:
    """The figures that have several legends: a legend for each panel may name each its own kind."""
    numbers = [legend.number for legend in legends(reading, "figure")]
    return {number for number in numbers if numbers.count(number) > 1}


def _kinds(text: str) -> set[str]:
    named = {kind for kind, letters in _LETTERS.items() if any(map(text.__contains__, letters))}
    return named | {match.lastgroup or "" for match in _FORMS.finditer(text)}


def _name(kinds: set[str]) -> str:
    return next(iter(kinds)).replace("_", " ")

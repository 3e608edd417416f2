"""Words that judge a value: normal, elevated, low, and what they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.document.mentions.names import find_names
from casewright.document.mentions.terms.found import Term
from casewright.patterns import lazily

_SAID: dict[str, tuple[str, str]] = {  # a word that names its measure and judges it
    word: (key, value)
    for key, value, said in (
        ("temperature", "normal", "afebrile apyrexial apyretic normothermic"),
        ("temperature", "high", "febrile"),
        ("temperature", "low", "hypothermic"),
        ("pulse", "high", "tachycardic tachycardia"),
        ("pulse", "low", "bradycardic bradycardia"),
        ("blood_pressure", "normal", "normotensive"),
        ("blood_pressure", "low", "hypotensive hypotension"),
        ("respiratory_rate", "high", "tachypneic tachypnoeic tachypnea"),
        ("leukocytes", "high", "leukocytosis leucocytosis"),
        ("leukocytes", "low", "leukopenia leucopenia"),
        ("platelets", "low", "thrombocytopenia"),
        ("platelets", "high", "thrombocytosis"),
        ("neutrophils", "low", "neutropenia"),
        ("neutrophils", "high", "neutrophilia"),
        ("lymphocytes", "low", "lymphopenia"),
        ("eosinophils", "high", "eosinophilia"),
        ("sodium", "low", "hyponatremia hyponatraemia"),
        ("sodium", "high", "hypernatremia hypernatraemia"),
        ("potassium", "low", "hypokalemia hypokalaemia"),
        ("potassium", "high", "hyperkalemia hyperkalaemia"),
        ("calcium", "low", "hypocalcemia hypocalcaemia"),
        ("calcium", "high", "hypercalcemia hypercalcaemia"),
        ("glucose", "low", "hypoglycemia hypoglycaemia"),
        ("glucose", "high", "hyperglycemia hyperglycaemia"),
        ("albumin", "low", "hypoalbuminemia hypoalbuminaemia"),
        ("bilirubin_total", "high", "hyperbilirubinemia hyperbilirubinaemia"),
        ("hemoglobin", "low", "anemia anaemia anemic anaemic"),
        ("uric_acid", "high", "hyperuricemia"),
        ("phosphate", "low", "hypophosphatemia"),
        ("magnesium", "low", "hypomagnesemia"),
        ("oxygen_saturation", "low", "hypoxic hypoxemic"),
    )
    for word in said.split()
}
_JUDGED = {
    "normal": "normal", "unremarkable": "normal", "normalized": "normal", "normalised": "normal",
    "elevated": "high", "raised": "high", "high": "high", "increased": "high", "elevation": "high",
    "low": "low", "decreased": "low", "reduced": "low", "subnormal": "low",
}  # fmt: skip
_WORD = lazily(r"[A-Za-z]{3,}")
_WITHIN = lazily(
    r"within (?:the )?normal(?: (?:limits?|ranges?|values?))?\b|within (?:the )?reference"
    r" (?:limits?|ranges?|values?)"
)
_GROUPS = lazily(
    r"\b(?:(?P<vital_signs>vital signs?|vitals|vital parameters)|(?P<laboratory>(?:routine "
    r"|initial |all )?(?:laboratory|lab|blood|biochemical|hematolog\w+|haematolog\w+)(?:"
    r" (?:tests?|results?|findings|values|parameters|investigations?|examinations?|data"
    r"|work-?up|counts?|chemistry|studies|analysis|analyses))+|complete blood count|full blood"
    r" count|CBC|FBC|hemogram)"
    r"|(?P<liver_tests>liver (?:function(?: tests?)?|enzymes?|tests?|biochemistry|panel)|LFTs?"
    r"|transaminases?|aminotransferases?)|(?P<renal_tests>(?:renal|kidney) (?:function(?:"
    r" tests?)?|panel|profile)|RFTs?)|(?P<electrolytes>(?:serum )?electrolytes?)"
    r"|(?P<coagulation>coagulation(?: (?:tests?|profile|parameters|studies|screen|function))?"
    r"|clotting (?:profile|screen|tests?))|(?P<tumor_markers>tumou?r markers?)"
    r"|(?P<thyroid_tests>thyroid function(?: tests?)?)|(?P<inflammatory_markers>inflammatory"
    r" (?:markers?|parameters)))\b",
    re.IGNORECASE,
)
_GROUP_SIGNS = (  # every group has one of these
    "vital", "lab", "blood", "biochemical", "matolog", "cbc", "fbc", "hemogram", "liver", "lft", "transaminase",
    "aminotransferase", "renal", "kidney", "rft", "electrolyte", "coagulation", "clotting", "marker", "thyroid",
    "inflammatory",
)  # fmt: skip
_EXCEPT = lazily(
    r",? ?\(?(?:except(?:ing)?(?: for| that)?|apart from|aside from|other than|with the"
    r" exception of|but for|save for|besides|but\b|however\b|although\b|with (?:an? |the"
    r" )?(?:elevated|mild|slight|low|increased|raised))(?P<what>[^.;]*)"
)
_BETWEEN = lazily(
    r"(?:[\s,:()]|\b(?:was|were|is|are|all|both|also|be|being|remained|in|on|a|an|the|of|to"
    r"|found|noted|returned|came|back|showed|revealed|demonstrated|level|levels|count|counts"
    r"|value|values|concentration|slightly|mildly|markedly|significantly|moderately|still"
    r"|within|had|has|been|have|serum|plasma|tests?|results?|completely|otherwise|essentially"
    r"|stable|his|her|and|very|more|again|activity|function|entirely|initially|initial|normal"
    r"|as|well|at|with|grossly|relatively|rate|extremely|severely|only|persistently|remarkably"
    r"|total|it|there|no|not)\b)*\Z"
)
_BEHIND = lazily(
    r"[ -](?:(?:serum|plasma|total|blood|resting|overall|levels? of|values? (?:of|for)|left"
    r" ventricular|his|her|the|routine|initial"
    r"|baseline|fasting|random|arterial|peripheral|cardiac|body|both|all|a|an) )*\Z"
)
_AND = lazily(r"(?: levels?)?(?:,| and|, and| or) (?:the |serum |his |her )?\Z")
_CHANGING = frozenset({"increased", "decreased", "reduced", "raised", "normalized", "normalised", "elevated"})
_CHANGES = lazily(
    r" (?:to|from|by|again|further|after|during|gradually|progressively|significantly|rapidly"
    r"|steadily|over|within|until|following|and then)\b"
)
_ITEM = lazily(r"[^,;]*?(?:,|and|or)\s*(?:the |serum |her |his )?\Z")
_NOT = lazily(
    r"\b(?:no|not|without|denied|absence of|negative for|nor|never|neither)\b[^,.;]{0,40}\Z", re.IGNORECASE
)
_TESTED = lazily(
    r"[ -](?:range|saline|limits?|values?|upper|sinus|delivery|volume|vaginal|pressure hydro"
    r"|temperature|distribution|dose|risk|grade|resolution|signal|density|uptake|echogenic\w*"
    r"|quality|suspicion|pressure|flow|frequency|power|output|index of|variant|anatomy"
    r"|appearance|findings|range of|tissue|mucosa|bowel|size|body|fat|molecular|attenuation"
    r"|intensity|back|incidence|mortality|life|diet|activity|activities|weight|vision"
    r"|individuals|persons|people|population|pregnancy|development|controls?)\b"
)


def speaks_of_normality(word: str) -> bool:
    return word in _SAID or word in _JUDGED or word == "within"


def find_normality(text: str) -> Iterator[Term]:
    """Judgements: value `normal`, `high` or `low`, `of` an analyte's key or a group (`vital_signs`, `laboratory`).

    `normal except for a pulse of 105` reaches to the end of its exception: what stands inside the term is exempt.
    """
    judged: list[tuple[int, int, str]] | None = None
    end = 0
    for token in _WORD.finditer(text):
        word = token[0].lower()
        match: re.Match[str] | None = token
        if token.start() < end or not speaks_of_normality(word):
            continue
        if word == "within":
            match = _WITHIN.match(text, token.start())
        if match is None:
            continue
        end = match.end()
        negated = _NOT.search(text, max(0, match.start() - 60), match.start()) is not None
        if word in _SAID:
            of, value = _SAID[word]
            yield Term(match.start(), match.end(), "normality", value, of, negated)
            continue
        if judged is None:
            judged = _judged_things(text)
        value = "normal" if word == "within" else _JUDGED[word]
        yield from _judgement(text, match, value, negated, judged)


def _judged_things(text: str) -> list[tuple[int, int, str]]:
    things = [(name.start, name.end, name.key) for name in find_names(text)]
    lower = text.lower()
    if any(sign in lower for sign in _GROUP_SIGNS):
        things += [(m.start(), m.end(), m.lastgroup or "") for m in _GROUPS.finditer(text)]
    return sorted(things)


def _judgement(
    text: str, match: re.Match[str], value: str, negated: bool, things: list[tuple[int, int, str]]
) -> Iterator[Term]:
    if match[0].lower() in _CHANGING and _CHANGES.match(text, match.end()):
        return
    if text.endswith("as ", 0, match.start()) and text.startswith(" as", match.end()):
        return
    exception = _EXCEPT.match(text, match.end())
    end = exception.end() if exception is not None else match.end()
    behind = next(((s, e, of) for s, e, of in things if s >= match.end()), None)
    if behind is not None and exception is None and _BEHIND.match(text, match.end(), behind[0]):
        reach = behind[1]
        yield Term(match.start(), reach, "normality", value, behind[2], negated)
        for start, stop, of in things:
            if start >= reach and _AND.match(text, reach, start):
                reach = stop
                yield Term(match.start(), reach, "normality", value, of, negated)
        return
    before = [thing for thing in things if thing[1] <= match.start()]
    if (
        not before
        or _TESTED.match(text, match.end())
        or not _BETWEEN.match(text, before[-1][1], match.start())
    ):
        return
    reached = before[-1]
    yield Term(match.start(), end, "normality", value, reached[2], negated)
    for thing in reversed(before[:-1]):
        if not _ITEM.fullmatch(text[thing[1] : reached[0]]) or re.search(r"\d", text[thing[1] : reached[0]]):
            break
        reached = thing
        yield Term(match.start(), end, "normality", value, thing[2], negated)

"""Assays by what they seek: `antibodies to the acetylcholine receptor`, `dengue serology and malaria antigen`."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.telling.results import Result
from casewright.check.evidence.text.around import stretches_with
from casewright.check.evidence.text.parts import Part, of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.wording import STOP, stem
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_SAYING = words("positive negative reactive nonreactive")
_RESULT = lazily(
    r"\b(?:was|were|is|are|remained|came back|returned|tested|proved)"
    r" (?:(?:all|both|also|each|found to be|reported as|strongly|weakly|repeatedly|again) ){0,2}"
    r"(?P<said>positive|negative|(?:non-?)?reactive)\b(?! (?:for|pressure|margin|predictive|to)\b)"
)
_OPENS = lazily(
    r"\A[\s,]*(?:(?:and|but|while|whereas|however|although|the|his|her|results? of|both|all),? )*"
)
_CLAUSE = lazily(r"[;:()]|\b(?:but|while|whereas|although|which|that|because|since|showed|revealed)\b")
_ITEM = lazily(r",(?: and)?\s+|\s+(?:and|or|nor|as well as)\s+")
_ARTICLE = lazily(r"\s*(?:the |a |an |his |her )?")
_WORD = lazily(r"[a-zα-ω][\w'’/-]*")
_KINDS = {
    "antibody": words("antibody antibodies serology serologies elisa immunoassay those"),
    "igm": words("igm"),
    "igg": words("igg"),
    "antigen": words("antigen antigens"),
    "pcr": words("pcr"),
    "culture": words("culture cultures"),
    "smear": words("smear smears"),
    "test": words("test tests assay assays screening swab swabs panel"),
}
_KIND_OF = {word: kind for kind, those in _KINDS.items() for word in those}
_NARROW = ("igm", "igg", "pcr", "antigen", "culture", "smear", "antibody", "test")
_SEEKING = words("to against for")  # what is sought follows these
_EMPTY = (
    STOP
    | _SEEKING
    | words("result results specific serum repeat rapid polymerase chain reaction anti virus level levels")
)
_MOST = 9  # words of one item; longer ones are no name
_SOUGHT = 4  # words that name what was sought, at most


def assays(reading: Reading) -> Iterator[Result]:
    """Every such assay with its result, in reading order."""
    for stretch in stretches_with(reading, _SAYING):
        if stretch.block.kind != "heading":
            yield from _in_stretch(reading, stretch)


def _in_stretch(reading: Reading, stretch: Stretch) -> Iterator[Result]:
    lower, begin, kind = stretch.lower, 0, ""
    for match in _RESULT.finditer(lower):
        start = max((each.end() for each in _CLAUSE.finditer(lower, begin, match.start())), default=begin)
        opening = _OPENS.match(lower[start : match.start()])
        start += opening.end() if opening else 0
        named = _named(lower, start, match.start(), kind)
        for first, last, name, _ in named:
            place = Passage(stretch.sentence.block, stretch.offset + first, stretch.offset + last)
            part: Part = "echo" if stretch.block.kind == "table" else part_at(reading, place.block)
            ours = of_patient(reading, stretch.sentence.index, place.start)
            yield Result(place, name, match["said"] in ("positive", "reactive"), part, ours)
        begin, kind = match.end(), named[-1][-1] if named else kind


def _named(lower: str, start: int, end: int, kind: str) -> list[tuple[int, int, str, str]]:
    """The assays of a list: from where to where each stands, its name, and its kind."""
    items: list[tuple[int, int]] = []
    for gap in _ITEM.finditer(lower, start, end):
        items.append((start, gap.start()))
        start = gap.end()
    items.append((start, end))
    told = [[*_WORD.findall(lower, *item)] for item in items]
    kinds = [_kind(each) for each in told]
    found: list[tuple[int, int, str, str]] = []
    for number, (item, said) in enumerate(zip(items, told, strict=True)):
        if "those" in said[:2] and kind:
            own = kind
        elif kinds[number]:
            own = kinds[number]
        else:  # `antibodies to A and B`, `A and B antibodies`
            sought_there = number > 0 and not _SEEKING.isdisjoint(told[number - 1])
            own = kinds[number - 1] if sought_there else next(filter(None, kinds[number:]), "")
            kinds[number] = own if sought_there else ""
        sought = sorted({stem(word) for word in said if word not in _EMPTY and word not in _KIND_OF})
        if own and 0 < len(sought) <= _SOUGHT and len(said) <= _MOST:
            article = _ARTICLE.match(lower, *item)
            first = article.end() if article else item[0]
            last = first + len(lower[first : item[1]].rstrip())
            found.append((first, last, f"{' '.join(sought)} {own}", own))
            kind = own
    return found


def _kind(said: list[str]) -> str:
    """The kind of an assay, by its words; "" where none tells one."""
    kinds = {_KIND_OF[word] for word in said if word in _KIND_OF}
    return next((each for each in _NARROW if each in kinds), "")

"""Agents that were sought by a test, and drugs that a germ was tested with, each with the result."""

from __future__ import annotations

from collections.abc import Iterator

from casewright.check.evidence.telling.results import Result
from casewright.check.evidence.text.around import stretches_with, vocabulary
from casewright.check.evidence.text.parts import of_patient, part_at
from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.words.lexicon import drugs_named
from casewright.check.evidence.words.named import ORGANISMS
from casewright.document.mentions.stretch import Stretch
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_AGENTS = (
    r"herpes simplex|varicella[- ]zoster|cytomegalovirus|epstein[- ]barr|adenovirus|enterovirus"
    r"|parvovirus|influenza [ab]"
    r"|sars-cov-2|covid-19|dengue|hepatitis [a-e]|syphilis|toxoplasm\w+|brucell\w+|leptospir\w+"
    r"|tuberculosis|acid-fast bacilli"
    r"|malaria\w*|cryptococc\w+|aspergill\w+|legionell\w+|mycoplasm\w+|chlamydi\w+|rickettsi\w+"
    r"|borreli\w+|bartonell\w+"
    r"|rotavirus|norovirus|zika|hantavirus|measles|rubella|mumps|clostrid\w+ difficile"
    r"|helicobacter pylori|h\. pylori|giardia\w*"
    r"|strongyloid\w+|echinococc\w+|leishmani\w+|schistosom\w+|trypanosom\w+|fung(?:i|us)"
    r"|group a streptococc\w+|pneumocystis\w*"
)
_RESULT = lazily(
    rf"\b(?P<said>positive|negative) for (?:the |both |dna of |[a-z]+ (?:and|or) )?(?P<agent>{_AGENTS})\b"
    rf"|\b(?P<agent2>{_AGENTS})\b(?: virus)?(?: type \d)?(?: dna| rna| antigen| antibod(?:y|ies)| igm"
    rf"| igg| pcr| serology| test){{0,2}}"
    r" (?:was|were|tested|came back|returned) (?P<said2>positive|negative)\b"
)
_TESTS = words(
    "pcr antibody antibodies igm igg antigen culture cultures smear stain staining swab serology serological"
)
_SAYING = words("positive negative")
_TESTED = lazily(
    r"\b(?P<said>resistant|sensitive|susceptible|insensitive) (?:only )?to (?P<drugs>[^.;()]{3,160}?)"
    r"(?=[.;()]|,? (?:but|while|whereas|and (?:was |were |only )?(?:resistant|sensitive|susceptible"
    r"|intermediate))|\Z)"
)
_WHICH = lazily(
    r"(?P<drugs>[a-z-]{5,}),? to which (?:it|they|the [a-z ]{2,30}) (?:was|were) (?P<said>resistant"
    r"|sensitive|susceptible|insensitive)\b"
)
_SPECIMEN = (
    r"(?P<of>blood|urine|stool|sputum|wound|pus|csf|cerebrospinal fluid|bile|tissue|throat|abscess"
    r"|pleural fluid|synovial fluid"
    r"|joint fluid|ascitic fluid|fluid|catheter tip|bone|bone marrow|lavage)"
)
_GROWN = lazily(
    rf"\b{_SPECIMEN} (?:and \w+ )?cultures?(?: (?:of|from|taken|obtained|on"
    rf"|at) [a-z ]{{3,30}}?)? (?:(?P<no>(?:was|were|remained|proved) sterile|(?:did|do) not (?:yield"
    rf"|grow|show|reveal)"
    r"|failed to (?:grow|yield)|(?:showed|revealed|yielded) no (?:bacterial |fungal "
    r"|microbial )?(?:growth|organisms?|bacteria|pathogens?)|grew no\w*)"
    r"|(?P<yes>grew(?! no)|yielded(?! no)|showed growth of|revealed growth of))\b"
    rf"|\b(?:was|were) (?:isolated|grown|cultured|recovered) from (?:the |his |her |all |both "
    rf"|two ){{0,2}}{_SPECIMEN.replace('of>', 'from>')}(?= cultures?|[,.;]| and)"
    rf"|\bno (?:growth|organisms?|bacteria|pathogens?) (?:was|were|grew) ?(?:\w+ )?(?:in|from"
    rf"|on) (?:the )?{_SPECIMEN.replace('of>', 'not>')} cultures?"
)
_GROWING = words("culture cultures isolated grown cultured recovered")
_SAYING_SO = words("resistant sensitive susceptible insensitive")
_GOOD = ("sensitive", "susceptible")
_WORD = lazily(r"[a-z]+")


def microbial_results(reading: Reading) -> Iterator[Result]:
    """What was found of each agent, and of each drug that a germ was tested with."""
    for stretch in stretches_with(reading, _SAYING):
        yield from _agents(reading, stretch)
    for stretch in stretches_with(reading, _GROWING):
        for match in _GROWN.finditer(stretch.lower):
            group = "of" if match["of"] else "from" if match["from"] else "not"
            positive = match["yes"] is not None or group == "from"
            yield _of(reading, stretch, match.span(group), f"{match[group]} culture", positive)
    tested = stretches_with(reading, _SAYING_SO)
    if tested:
        given = reading.once(drugs_named)
        several = len(ORGANISMS & reading.once(vocabulary)) > 1
        for stretch in tested:
            yield from _susceptibilities(reading, stretch, given, several)


def _agents(reading: Reading, stretch: Stretch) -> Iterator[Result]:
    lower = stretch.lower
    tests = " ".join(sorted(stretch.words & _TESTS))
    for match in _RESULT.finditer(lower):
        group = "agent" if match["agent"] else "agent2"
        positive = (match["said"] or match["said2"]) == "positive"
        yield _of(reading, stretch, match.span(group), f"{match[group][:6]} {tests}", positive)


def _susceptibilities(
    reading: Reading, stretch: Stretch, given: frozenset[str], several: bool
) -> Iterator[Result]:
    """Of several germs only the one that the sentence names is spoken of."""
    germs = sorted(stretch.words & ORGANISMS)
    if several and len(germs) != 1:
        return
    lower = stretch.lower
    for match in (*_TESTED.finditer(lower), *_WHICH.finditer(lower)):
        for word in _WORD.finditer(match["drugs"]):
            if word[0] in given:
                start = match.start("drugs") + word.start()
                name = f"{word[0]} {germs[0] if several else ''}"
                yield _of(
                    reading,
                    stretch,
                    (start, start + len(word[0])),
                    name,
                    match["said"] in _GOOD,
                    ("sensitive", "resistant"),
                )


def _of(
    reading: Reading,
    stretch: Stretch,
    span: tuple[int, int],
    name: str,
    positive: bool,
    said: tuple[str, str] = ("positive", "negative"),
) -> Result:
    place = Passage(stretch.sentence.block, stretch.offset + span[0], stretch.offset + span[1])
    ours = of_patient(reading, stretch.sentence.index, place.start)
    return Result(place, name, positive, part_at(reading, place.block), ours, said)

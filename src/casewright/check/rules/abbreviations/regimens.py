"""Combinations of drugs that are known by their letters, held against the drugs printed beside them.

The combinations and their drugs are those of the NCI Dictionary of Cancer Terms
(https://www.cancer.gov/publications/dictionaries/cancer-terms); of tuberculosis those of the WHO guidelines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from casewright.document.mentions.drugs import drug_name
from casewright.document.mentions.model import AbbreviationMention
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TABLE = """
ABVD | doxorubicin bleomycin vinblastine dacarbazine
BEACOPP | bleomycin etoposide doxorubicin cyclophosphamide vincristine procarbazine prednisone prednisolone
BEP | bleomycin etoposide cisplatin
CAF FAC | cyclophosphamide doxorubicin fluorouracil
CAPOX XELOX | capecitabine oxaliplatin
CEF FEC | cyclophosphamide epirubicin fluorouracil
CHOP | cyclophosphamide doxorubicin vincristine prednisone prednisolone
CMF | cyclophosphamide methotrexate fluorouracil
CVP | cyclophosphamide vincristine prednisone prednisolone
DCF | docetaxel cisplatin fluorouracil
DHAP | dexamethasone cytarabine cisplatin
EMA-CO EMA/CO | etoposide methotrexate dactinomycin cyclophosphamide vincristine leucovorin
EPOCH | etoposide prednisone prednisolone vincristine cyclophosphamide doxorubicin
ESHAP | etoposide methylprednisolone cytarabine cisplatin
FCR | fludarabine cyclophosphamide rituximab
FLOT | fluorouracil leucovorin oxaliplatin docetaxel
FOLFIRI | leucovorin fluorouracil irinotecan
FOLFIRINOX FOLFOXIRI | leucovorin fluorouracil irinotecan oxaliplatin
FOLFOX | leucovorin fluorouracil oxaliplatin
GEMOX | gemcitabine oxaliplatin
HRZE RHZE RIPE HREZ | isoniazid rifampicin rifampin pyrazinamide ethambutol
ICE | ifosfamide carboplatin etoposide
MVAC | methotrexate vinblastine doxorubicin cisplatin
R-CHOP RCHOP | rituximab cyclophosphamide doxorubicin vincristine prednisone prednisolone
R-CVP | rituximab cyclophosphamide vincristine prednisone prednisolone
TAC | docetaxel doxorubicin cyclophosphamide
TCHP | docetaxel carboplatin trastuzumab pertuzumab
TIP | paclitaxel ifosfamide cisplatin
VAD | vincristine doxorubicin dexamethasone
VMP | bortezomib melphalan prednisone prednisolone
VRD RVD | bortezomib lenalidomide dexamethasone
VTD | bortezomib thalidomide dexamethasone
"""
_DRUGS = {
    short: frozenset(drugs.split())
    for shorts, _, drugs in (line.partition(" | ") for line in _TABLE.strip().splitlines())
    for short in shorts.split()
}
_ALL = frozenset().union(*_DRUGS.values())
_OTHERWISE = {
    "adriamycin": "doxorubicin", "hydroxydaunorubicin": "doxorubicin", "hydroxydaunomycin": "doxorubicin",
    "oncovin": "vincristine", "actinomycin": "dactinomycin", "leucovorin": "leucovorin", "folinic": "leucovorin",
    "velcade": "bortezomib", "revlimid": "lenalidomide", "5-fu": "fluorouracil", "5-fluorouracil": "fluorouracil",
}  # fmt: skip
_WORD = lazily(r"5-fu\b|[a-z]+(?:-[a-z]+)*")
_JOINING = frozenset({"and", "plus", "or", "acid", "d"})  # between the drugs of a list
_LEAST = 2  # drugs of a combination that its list must have, to be one
_BEFORE, _BEHIND = 140, 160


class Foreign(NamedTuple):
    """A combination, and a drug listed with it that is none of its drugs."""

    mention: AbbreviationMention
    drug: str
    drugs: str


def foreign_drugs(reading: Reading) -> Iterator[Foreign]:
    """Every combination whose list of drugs has one that another combination has and it has not."""
    for mention in reading.abbreviations:
        drugs = _DRUGS.get(mention.short)
        if drugs is None:
            continue
        named = [drug for drug in _listed(reading, mention) if drug in _ALL]
        others = [drug for drug in named if drug not in drugs]
        if len(others) == 1 and len(drugs & set(named)) >= _LEAST:
            yield Foreign(mention, others[0], ", ".join(sorted(drugs - {"prednisolone", "rifampin"})))


def _listed(reading: Reading, mention: AbbreviationMention) -> list[str]:
    """The drugs of the list in brackets behind a combination, or before the brackets that it stands in."""
    text = reading.blocks[mention.block][1].text
    behind = text[mention.end : mention.end + _BEHIND].lstrip(" :=")
    if behind[:1] in ("(", "["):
        listed = behind[1:].partition(")")[0].partition("]")[0]
        return [_named(word) for word in _WORD.findall(listed.lower())]
    before = text[max(0, mention.start - _BEFORE) : mention.start].rstrip()
    named: list[str] = []
    for word in reversed(_WORD.findall(before[:-1].lower()) if before[-1:] in ("(", "[") else ()):
        drug = _named(word)
        if drug not in _ALL and word not in _JOINING:
            break
        named.append(drug)
    return named


def _named(word: str) -> str:
    return _OTHERWISE.get(word) or drug_name(word)

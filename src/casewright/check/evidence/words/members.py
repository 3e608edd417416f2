"""Drugs and bacteria that are called by the name of a kind: `the beta blocker metoprolol`, `a gram-negative rod`.

Drugs are known by the stems of their names, as in `named`, and bacteria by their genus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from casewright.check.evidence.text.passage import Passage, scan_sentences
from casewright.check.evidence.words.bacteria import GENUS_OF, KIND_OF
from casewright.document.mentions.drugs import group_of
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

# Words of which a sentence has one | what a kind is called | the drugs that are of it. All in small letters.
_KINDS = r"""
blocker blockers | beta[- ]?(?:adrenergic )?blockers? | \w+olol|carvedilol
ace angiotensin | (?:ace|angiotensin[- ]converting[- ]enzyme)[- ]inhibitors? | \w{3,}pril
angiotensin | angiotensin(?: ii)?[- ]receptor (?:blockers?|antagonists?) | \w{2,}sartan
statin statins | statins? | \w{2,}statin
proton | proton[- ]pump inhibitors? | \w+prazole
calcium | calcium[- ](?:channel )?(?:blockers?|antagonists?) | \w{2,}dipine|verapamil|diltiazem
loop | loop diuretics? | furosemide|torasemide|torsemide|bumetanide
cephalosporin cephalosporins | cephalosporins? | cef\w{3,}|ceph\w{3,}
carbapenem carbapenems | carbapenems? | \w{2,}penem
quinolone fluoroquinolone fluoroquinolones | (?:fluoro)?quinolones? | \w{2,}floxacin
macrolide macrolides | macrolides? | \w{2,}thromycin
aminoglycoside aminoglycosides | aminoglycosides? | gentami[cs]in|tobramycin|amikacin|streptomycin|netilmicin
tetracycline tetracyclines | tetracyclines? | \w{2,}cycline
glycopeptide glycopeptides | glycopeptides? | vancomycin|teicoplanin
antifungal antifungals | antifungals? | \w{2,}conazole|amphotericin|\w{2,}fungin|terbinafine|nystatin
tyrosine | tyrosine[- ]kinase inhibitors? | \w{2,}nib
molecular | low[- ]molecular[- ]weight heparins? | \w{3,}parin
xa | factor xa inhibitors? | \w{2,}xaban|fondaparinux|\w{3,}parin
anticoagulant anticoagulants | direct(?:[- ]acting)? oral anticoagulants? | \w{2,}xaban|dabigatran
vitamin | vitamin k antagonists? | warfarin|\w*coumarol|phenprocoumon
antiplatelet | antiplatelet (?:agents?|drugs?) | aspirin|clopidogrel|prasugrel|ticagrelor|ticlopidine|cilostazol
steroid steroids corticosteroid corticosteroids glucocorticoid glucocorticoids | (?:gluco)?(?:cortico)?\w{3}oids?
  | \w*predni\w+|hydrocortisone|\w+methasone|budesonide|triamcinolone|deflazacort|\w+asone|\w+asol
benzodiazepine benzodiazepines | benzodiazepines? | \w{2,}azepam|\w{2,}azolam|clobazam
opioid opioids | opioids? | \w+fentanil|fentanyl|morphine|\w+codone|\w+morphone|tramadol|methadone|buprenorphine
  |pethidine|meperidine|codeine|tapentadol|nalbuphine
serotonin | selective serotonin reuptake inhibitors? | sertraline|fluoxetine|paroxetine|\w*citalopram|fluvoxamine
anthracycline anthracyclines | anthracyclines? | \w{2,}rubicin
taxane taxanes | taxanes? | \w{2,}taxel
bisphosphonate bisphosphonates | bisphosphonates? | \w{2,}dron(?:ate|ic)
"""
_DRUG = (
    r"\b(?P<kind>{0}) \(?(?P<behind>[a-z]{{6,}})|"
    r"(?<!, )\b(?P<before>[a-z]{{6,}})(?:, an? | \((?:an? )?)(?P<called>{0})"
    r"(?=[.;)]|, (?:which|that|was|were|for|given|at|in)\b)"
)

_STAINED = (
    r"gram(?:[- ]stain)?[- ](?P<{0}>positive|negative)[ ,](?:\w+[- ]){{0,2}}?"
    r"(?:(?:diplo)?(?P<{0}_coccus>cocc(?:i|us))|(?P<{0}_rod>rods?|bacill(?:i|us)))\b"
)
_ORGANISM = rf"(?P<{{0}}>{'|'.join(KIND_OF)}|[a-z]\. ?(?:{'|'.join(GENUS_OF)}))"
_LINKS = (
    r"(?:[ ,(:]{1,3}(?:in|clusters|chains|pairs|later|subsequently|finally|which|that|was|were|and|they|it|is|been|then"
    r"|identified|confirmed|found|shown|to|be|as|namely|consistent|compatible|with|proved|out|turned|the|species"
    r"|organism|bacteria|bacterium)){0,10}[ ,(:]{1,3}"
)
_BACTERIA = lazily(
    _STAINED.format("sign")
    + _LINKS
    + _ORGANISM.format("behind")
    + r"\b|\b"
    + _ORGANISM.format("before")
    + r"\b(?: [a-z]+)?(?:, (?:which is )?an? | \((?:an? )?)(?:\w+ ){0,2}?"
    + _STAINED.format("mark")
)

_GRAM = words("gram")


class Misnamed(NamedTuple):
    """A member and the kind that it is called, which it is not of."""

    place: Passage
    member: str
    kind: str


def misnamed(reading: Reading) -> Iterator[Misnamed]:
    """The drugs and bacteria that are called by the name of another kind."""
    for said, pattern, members in _DRUGS:
        for at, match in scan_sentences(reading, pattern, said, folded=True):
            member = match["behind"] or match["before"]
            if group_of(member) and members.fullmatch(member) is None:
                yield Misnamed(at, member, match["kind"] or match["called"])
    for at, match in scan_sentences(reading, _BACTERIA, _GRAM, folded=True):
        member = match["behind"] or match["before"]
        group = "sign" if match["sign"] else "mark"
        called = f"{match[group]} {'coccus' if match[f'{group}_coccus'] else 'rod'}"
        kind = KIND_OF.get(GENUS_OF.get(member.split(".")[-1].strip(), member), called)
        if kind != called and not (kind.endswith("coccobacillus") and called.startswith("negative")):
            yield Misnamed(at, member, f"gram-{called}")


def _drugs(table: str) -> Iterator[tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]]:
    """For each kind: words of which a sentence has one, the pattern of a drug called so, and of the drugs that are."""
    for line in table.strip().replace("\n  |", "|").splitlines():
        said, called, members = (cell.strip() for cell in line.split("| ") if cell.strip())
        yield words(said), lazily(_DRUG.format(called)), lazily(members)


_DRUGS = tuple(_drugs(_KINDS))

"""CW143."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.around import vocabulary, words_at
from casewright.check.evidence.text.parts import of_patient
from casewright.check.evidence.text.passage import Passage, scan
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_TNM = (
    r"(?<![A-Za-z])[cpyr]{{0,2}}T(?P<t{0}>[0-4])[a-d]?(?:\(m\))?,? ?[cp]?N(?P<n{0}>[0-3])[a-c]?"
    r",? ?[cp]?M(?P<m{0}>[01])[a-d]?"
)
_GROUP = r"[Ss]tage:? (?P<group{0}>I[ABC]?\d?|II[ABC]?\d?|III[ABC]?\d?|IV[ABC]?\d?|[1-4][ABC]?)(?!\w|\.\d)"
_BOTH = lazily(
    rf"{_TNM.format(1)}\b[^.;]{{0,25}}?{_GROUP.format(1)}|{_GROUP.format(2)}[^.;]{{0,25}}?{_TNM.format(2)}"
)
_ROMAN = ("", "I", "II", "III", "IV")
_OTHERWISE = words(  # tumors whose stages are made otherwise
    "testicular testis seminoma germ teratoma choriocarcinoma trophoblastic neuroblastoma wilms anaplastic thyroid"
    " lymphoma melanoma nasopharyngeal oropharyngeal previously initially restaged"
)
# Words of the organ in the sentence | the stages that T and N give without distant metastasis. 8th edition, 2017.
_HEAD_AND_NECK = words(
    "tongue oral mouth mandible mandibular gingiva gingival buccal palate larynx laryngeal glottis glottic supraglottic"
    " hypopharynx hypopharyngeal maxillary lip parotid"
)
_BOWEL = words("colon colonic colorectal rectal rectum sigmoid cecal cecum caecum")
_KIDNEY = words("kidney renal")
_LUNG = words("lung pulmonary bronchus")
_ORGANS = (_HEAD_AND_NECK, _BOWEL, _KIDNEY, _LUNG)
_ANOTHER = words(
    "pelvis tcc urothelial transitional stromal gist sarcoma neuroendocrine carcinoid"
)  # staged otherwise


def _of_organ(said: frozenset[str], t: int, n: int) -> int:
    """The stage that T and N give without distant metastasis in an organ that a sentence names, 0 for unknown."""
    if not said.isdisjoint(_HEAD_AND_NECK):
        return 4 if n > 1 or t > 3 else 3 if n == 1 else t
    if not said.isdisjoint(_BOWEL):
        return 3 if n else 2 if t > 2 else 1
    if not said.isdisjoint(_KIDNEY):
        return 4 if t > 3 else 3 if n else t
    if not said.isdisjoint(_LUNG):
        return 3 if n > 1 else 0
    return 0


class StageGroupAgainstTnm:
    """A stage that the T, N and M beside it do not give: distant metastasis is stage IV, T1N0M0 is stage I.

    Why it is bad
        Treatment goes by the stage, and one of the two is wrong.

    Example
        The tumor was staged as T2N0M1, stage II.

    Write instead
        The tumor was staged as T2N0M1, stage IV.

    Source
        TNM Classification of Malignant Tumours, 8th edition (UICC 2017), not verified tumor by tumor. Tumors whose
        stages are made otherwise, of the testis, the thyroid, the pharynx and others, are left alone.
    """

    code: ClassVar[str] = "CW143"
    name: ClassVar[str] = "stage-group-against-tnm"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        for place, match in scan(reading, _BOTH, "m0", "m1"):
            side = "1" if match["t1"] else "2"
            t, n, m = (match[letter + side] for letter in "tnm")
            group = match["group" + side]
            stage = int(group[0]) if group[0].isdigit() else 4 if "V" in group else group.count("I")
            if m == "1" and stage != 4:
                message = f"M1 is stage IV, not stage {group}"
            elif t + n + m == "100" and stage > 2:
                message = f"T1N0M0 is stage I, not stage {group}"
            elif m == "0" and (given := _of_organ(self._said(reading, place), int(t), int(n))) not in (
                0,
                stage,
            ):
                message = f"T{t}N{n}M0 of this organ is stage {_ROMAN[given]}, not stage {group}"
            else:
                continue
            sentence = reading.sentence_at(place.block, place.start)
            if reading.once(vocabulary).isdisjoint(_OTHERWISE) and of_patient(reading, sentence):
                yield found(self, reading, place, message, "correct the stage or its letters")

    def _said(self, reading: Reading, place: Passage) -> frozenset[str]:
        """The words of the sentence of a place; nothing where it names several organs or a tumor of another kind."""
        said = words_at(reading, reading.sentence_at(place.block, place.start))
        organs = sum(not said.isdisjoint(each) for each in _ORGANS)
        return said if organs == 1 and said.isdisjoint(_ANOTHER) else frozenset()

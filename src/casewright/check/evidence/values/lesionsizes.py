"""The size of a lesion against the organ that holds it.

The limits are casewright's own judgement, and are not verified against a source: they are set so far outside what is
found in patients that a figure beyond them is a wrong unit or a misprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casewright.check.evidence.text.passage import Passage
from casewright.check.evidence.values.bodily import Beyond, extent
from casewright.check.evidence.values.greatest import Greatest
from casewright.check.evidence.values.values import printed
from casewright.document.mentions.wordset import words
from casewright.document.reading import Reading
from casewright.patterns import lazily

_LESIONS = words(
    "mass masses lesion lesions tumor tumors tumour tumours nodule nodules cyst cysts abscess abscesses hematoma"
    " hematomas haematoma haematomas adenoma adenomas metastasis metastases carcinoma carcinomas sarcoma sarcomas"
    " meningioma meningiomas schwannoma schwannomas lipoma lipomas hemangioma hemangiomas collection collections"
    " pseudocyst pseudocysts swelling lump gist cystadenoma teratoma infarct infarcts focus foci lobe thyroid kidney"
    " kidneys liver pancreas prostate spleen testis appendix gallbladder"
)
# how the organ is named | greatest extent of what grows in it, in centimetres
_MOST = Greatest("""
iris|corneal?|retinal?|conjunctiv\\w+ | 5
pituitary|sellar? | 15
larynx|laryngeal|vocal|epiglottis|tonsil\\w* | 15
brain|cerebral|cerebell\\w+|intracranial|intracerebral|thalam\\w+|brainstem|pineal | 20
orbit|orbital | 20
parathyroid | 25
prostate|prostatic|seminal | 30
thyroid | 35
parotid|submandibular | 40
bladder|urethral? | 40
heart|cardiac|intracardiac|atrial|atrium|interatrial|ventric(?:le|ular)|interventricular | 25
echocardiogra\\w+|valves? | 25
lung|pulmonary | 45
breast|gallbladder|testis|testicular|appendix|appendiceal | 50
pancreas|pancreatic|adrenal|spleen|splenic | 55
liver|hepatic|kidney|renal | 60
""")
_FREE = lazily(  # what lies over an organ, or is larger than it
    r"\b(?:abdom\w+|pelvi[cs]|retroperiton\w+|peritone\w+|mediastin\w+|pleural?|thigh|skin|flap|scar|incisions?|wound"
    r"|drain|catheter|from|length|ventricular (?:fluid|volume)|omental?|mesenter\w+|uter\w+|ovar\w+|placent\w+)\b",
    re.IGNORECASE,
)
_BEHIND = 40  # characters behind a size in which its organ is named


def lesions_beyond_organs(reading: Reading) -> Iterator[Beyond]:
    """Every size of a lesion that the organ named in its sentence cannot hold."""
    for mention in reading.quantities:
        if mention.measure != "size" or mention.of not in _LESIONS or extent(mention) <= _MOST.least:
            continue
        product = mention.quantity.shape == "product"
        if not product and not mention.text.endswith(("cm", "mm", "meters", "metres")):
            continue  # `99m` is technetium
        text, sentence = reading.blocks[mention.block][1].text, reading.sentences[mention.sentence]
        end = min(sentence.end, mention.end + _BEHIND)
        in_metres = product and mention.text.endswith("m") and mention.text[-2] not in "cm"
        most = _MOST.of(text, sentence.start, end) or (_MOST.most if in_metres else 0)
        if most and extent(mention) > most and not _FREE.search(text, sentence.start, end):
            place = Passage(mention.block, mention.start, mention.end)
            yield Beyond(
                place,
                f"no such organ holds a lesion of {printed(mention)}",
                "is the unit cm?" if in_metres else "is the unit mm?",
            )

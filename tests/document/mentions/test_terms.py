"""What is found in running text: each sentence, and what it says in the notation of `conftest.py`."""

from __future__ import annotations

import pytest
from reading_of import said_terms

TERMS = [
    ("A 45-year-old man presented. He was well.", "sex male; pronoun male"),
    ("Her mother, a 50-year-old woman, was healthy.", "pronoun female; sex female (relative)"),
    ("Male patients predominate.", ""),
    ("A boy was born to a 28-year-old woman.", "sex male; sex female (relative)"),
    ("She had right leg weakness.", "pronoun female; side right of leg weakness"),
    ("The lesion lay in the left upper lobe.", "side left of upper lobe"),
    ("A catheter was left in place.", ""),
    ("She left the hospital.", "pronoun female"),
    ("A right-handed man was seen.", "sex male"),
    ("Weakness of the right lower limb was found.", "side right of leg"),
    ("Bilateral pleural effusions were seen.", "side bilateral of pleural effusions"),
    ("Left-sided hydronephrosis was present.", "side left of hydronephrosis"),
    ("There was no right pleural effusion.", "side right of pleural effusion not"),
    ("The tumor was at T10/11 of the spine.", "level T10/T11"),
    ("Spine MRI showed a mass at T10/T11.", "level T10/T11"),
    ("The L4-5 disc had prolapsed.", "level L4/L5"),
    ("Complement C3 was normal at this level.", "normality normal of c3"),
    ("A fracture of L1 was treated.", "level L1"),
    ("T2-weighted images of the spine were normal.", ""),
    (
        "The cells were positive for synaptophysin, chromogranin A and CD56 but negative for CD45.",
        "stain positive of synaptophysin; stain positive of chromogranin a; "
        "stain positive of cd56; stain negative of cd45",
    ),
    (
        "CK7 (+), CK20 (-) and TTF-1 (+) were found on staining.",
        "stain positive of ck7; stain negative of ck20; stain positive of ttf1",
    ),
    (
        "Vimentin and desmin stains: vimentin and desmin were positive.",
        "stain positive of vimentin; stain positive of desmin",
    ),
    ("The CD4+ T-cell count was low.", ""),
    ("Gram-negative bacilli were cultured.", ""),
    ("Tumor cells expressed CD20.", "stain positive of cd20"),
    ("It was a grade III tumor.", "grade 3 of grade"),
    ("It was a WHO grade 2 glioma.", "grade 2 of who grade"),
    ("He had stage IIIB disease.", "pronoun male; grade 3b of stage"),
    ("She was in NYHA class III.", "pronoun female; grade 3 of nyha class"),
    ("Power was 3/5 in the right leg.", "grade 3 of muscle power; side right of leg"),
    ("The tumor was staged T3N1M0.", "grade T3N1M0 of tnm"),
    ("Type 2 diabetes was known.", ""),
    (
        "She underwent laparoscopic cholecystectomy.",
        "pronoun female; procedure cholecystectomy of laparoscopic",
    ),
    (
        "An open right hemicolectomy was done.",
        "procedure hemicolectomy of open right; side right of hemicolectomy",
    ),
    ("He refused a biopsy.", "pronoun male; procedure biopsy not"),
    (
        "Pancreatic cancer with an abscess of the liver was found.",
        "organ pancreas of cancer; organ liver of abscess",
    ),
    ("No ovarian tumor was found.", "organ ovary of tumor not"),
    ("The patient died of sepsis.", "outcome died"),
    ("She is alive and well.", "pronoun female; outcome alive"),
    ("He was discharged on day 5.", "pronoun male; outcome alive of discharged"),
    ("Her mother died of cancer.", "pronoun female; outcome died (relative)"),
    ("Vital signs were normal except for a pulse of 105/min.", "normality normal of vital_signs"),
    (
        "WBC, hemoglobin and platelets were within normal limits.",
        "normality normal of platelets; normality normal of hemoglobin; normality normal of leukocytes",
    ),
    (
        "She had normal sodium, potassium and chloride.",
        "pronoun female; normality normal of sodium; normality normal of potassium; normality normal of chloride",
    ),
    ("CRP was elevated (120 mg/L).", "normality high of crp"),
    ("The WBC increased from 9 to 12.", ""),
    ("He was afebrile.", "pronoun male; normality normal of temperature"),
    ("There was no tachycardia.", "normality high of pulse not"),
    (
        "Laboratory tests were unremarkable apart from a raised CRP.",
        "normality normal of laboratory; normality high of crp",
    ),
]


@pytest.mark.parametrize(("sentence", "said"), TERMS)
def test_reads_a_term(sentence: str, said: str) -> None:
    assert said_terms(sentence) == said

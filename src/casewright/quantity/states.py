"""Words that name a measure and judge its value in one: leukocytosis, hyponatremic, afebrile, overweight.

The table holds the noun in its American spelling; the adjective, the British spelling and `leuco-` follow by rule.
"""

from __future__ import annotations

import re
from typing import Literal

State = Literal["low", "normal", "high"]

# measures, in order of weight | low | normal | high
_TABLE = """
leukocytes | leukopenia leukocytopenia | | leukocytosis hyperleukocytosis
neutrophils neutrophils_percent | neutropenia granulocytopenia | | neutrophilia
lymphocytes lymphocytes_percent | lymphopenia lymphocytopenia | | lymphocytosis
eosinophils eosinophils_percent | eosinopenia | | eosinophilia hypereosinophilia
monocytes monocytes_percent | monocytopenia | | monocytosis
hemoglobin hematocrit | anemia | | polycythemia erythrocytosis
platelets | thrombocytopenia | | thrombocytosis thrombocythemia
sodium | hyponatremia | normonatremia | hypernatremia
potassium | hypokalemia | normokalemia | hyperkalemia
chloride | hypochloremia | | hyperchloremia
calcium calcium_corrected calcium_ionized | hypocalcemia | normocalcemia | hypercalcemia
magnesium | hypomagnesemia | | hypermagnesemia
phosphate | hypophosphatemia | | hyperphosphatemia
glucose glucose_fasting | hypoglycemia | normoglycemia euglycemia | hyperglycemia
albumin | hypoalbuminemia | |
protein_total | hypoproteinemia | | hyperproteinemia
bilirubin_total bilirubin_direct | | | hyperbilirubinemia
urea urea_nitrogen | | | azotemia uremia
uric_acid | hypouricemia | | hyperuricemia
ammonia | | | hyperammonemia
lactate | | | hyperlactatemia
ferritin | hypoferritinemia | | hyperferritinemia
fibrinogen | hypofibrinogenemia | | hyperfibrinogenemia
amylase | | | hyperamylasemia
lipase | | | hyperlipasemia
homocysteine | | | hyperhomocysteinemia
mcv | microcytosis | normocytosis | macrocytosis
mch mchc | hypochromia hypochromasia | normochromia | hyperchromia
ph_blood | acidosis acidemia | | alkalosis alkalemia
pco2 | hypocapnia hypocarbia | normocapnia | hypercapnia hypercarbia
oxygen_saturation po2 | hypoxia hypoxemia desaturation | normoxia |
pulse | bradycardia | | tachycardia
respiratory_rate | bradypnea | eupnea | tachypnea polypnea
blood_pressure systolic_pressure | hypotension | normotension | hypertension
temperature | hypothermia | normothermia | fever febrile pyrexia pyrexial hyperthermia hyperpyrexia
temperature | | afebrile apyrexia apyrexial apyretic |
csf_leukocytes | | acellular | pleocytosis
csf_glucose | hypoglycorrhachia | |
triglycerides | | | hypertriglyceridemia
cholesterol | | | hypercholesterolemia
prolactin | | | hyperprolactinemia
bmi | underweight | | overweight obesity obese
"""
_ADJECTIVES = (
    ("emia", "emic"), ("cytosis", "cytic"), ("chromia", "chromic"), ("cardia", "cardic"),
    ("cardia", "cardiac"), ("pnea", "pneic"), ("penia", "penic"),
    ("tension", "tensive"),
    ("thermia", "thermic"), ("osis", "otic"), ("capnia", "capnic"), ("carbia", "carbic"), ("oxia", "oxic"),
)  # fmt: skip


def _variants(word: str) -> set[str]:
    """The noun and its adjective, in both spellings."""
    forms = {word} | {
        word[: -len(noun)] + adjective for noun, adjective in _ADJECTIVES if word.endswith(noun)
    }
    forms |= {re.sub(r"e(?=mi[ac]|mic\Z)", "ae", form, count=1) for form in forms}
    forms |= {re.sub(r"pne(?=a|ic)", "pnoe", form) for form in forms}
    return forms | {form.replace("leuko", "leuco") for form in forms}


def _read() -> dict[str, tuple[tuple[str, ...], State]]:
    words: dict[str, tuple[tuple[str, ...], State]] = {}
    states: tuple[State, ...] = ("low", "normal", "high")
    for line in _TABLE.strip().splitlines():
        measures, *said = (tuple(cell.split()) for cell in line.split("|"))
        for state, nouns in zip(states, said, strict=True):
            words.update({form: (measures, state) for noun in nouns for form in _variants(noun)})
    return words


STATE_WORDS = _read()
"""The measures that a word judges, and how."""

"""Single sentences and pairs of sections, told in many ways: faults that are found, and traps that are not taken."""

from __future__ import annotations

import pytest
from rule_examples import read

from casewright.check.finding import Finding
from casewright.check.runner import check_document
from casewright.check.settings import Settings
from casewright.document.reading import Reading

FAULTS = [
    "The temperature was 39.5°C (101.3°F).",
    "She had a fever of 38.4 ºC (102.9 ºF).",
    "Temperature was 101.5 °F (39.6 °C).",
    "Of the 24 patients, 17 (75%) were men.",
    "Seven of nine patients (66%) recovered.",
    "Complete response was seen in 5/12 (45%) patients.",
    "The mortality was 36% (4/12).",
    "Nine patients (4.1%) of a total of 22 died.",
    "The study included 45 patients (28 males and 19 females).",
    "We reviewed 31 cases, of which 12 were male and 17 were female.",
    "A 40-year-old man weighing 70 kg, with a height of 1.75 m (BMI: 27.9 kg/m2), was seen.",
    "His body mass index was 31.2 kg/m2 (weight 78 kg, height 172 cm).",
    "Total bilirubin 5.2 mg/dL, direct bilirubin 6.1 mg/dL.",
    "Total bilirubin was 85 μmol/L and direct bilirubin was 62 μmol/L, with indirect bilirubin of 43 μmol/L.",
    "WBC was 12,500/µL (neutrophils 85%, lymphocytes 20%).",
    "The white cell count was 8.2 × 109/L with neutrophils of 78% (absolute neutrophil count 4.1 × 109/L).",
    "Blood glucose was 450 mg/dL (12.5 mmol/L).",
    "The tumor measured 3.5 cm (350 mm).",
    "Serum creatinine 2.0 mg/dL (88 µmol/L).",
    "On 31 February 2020 he was admitted.",
    "He was admitted on Friday, March 2, 2020.",
    "Hemoglobin was 135 g/dL.",
    "Platelet count was 250/µL.",
    "Serum sodium was 14.2 mmol/L.",
    "Serum potassium was 3.9 g/dL.",
    "C-reactive protein was 15 g/L.",
    "Leukocytes were 8500 × 10^9/L.",
    "Oxygen saturation was 198% on room air.",
    "Blood pressure was 80/120 mmHg.",
    "Heart rate was 820 beats per minute.",
    "He was afebrile with a temperature of 38.9°C.",
    "The patient was febrile (36.5 °C).",
    "He was tachycardic with a heart rate of 72 beats/min.",
    "She was hypotensive (150/90 mmHg).",
    "Laboratory tests showed leukocytosis (4.5 × 109/L).",
    "Laboratory tests showed thrombocytopenia (platelets 320 × 109/L).",
    "Laboratory tests revealed hypokalemia (potassium 4.8 mmol/L).",
    "Serum creatinine was within normal limits (3.2 mg/dL).",
    "Hemoglobin was normal (7.1 g/dL).",
    "Liver function tests were normal (AST 245 U/L, ALT 310 U/L).",
    "His AST was slightly elevated at 18 U/L (normal range 10-40 U/L).",
    "Alanine transaminase (AST) was 45 U/L.",
    "Blood urea nitrogen (BNP) was 20 mg/dL.",
    "The groups differed (t(28) = 1.10, p = 0.01).",
    "The difference was significant (χ2 = 1.2, df = 1, p = 0.01).",
    "Hazard ratio 2.5 (95% CI, 0.8-2.1).",
    "OR = 1.8; 95% CI: 2.0–4.5.",
    "GCS was 12 (E3V4M6).",
    "APTT was 35 s (normal 25-31 s), which was normal.",
    "Anion gap was 12 mEq/L (sodium 140 mEq/L, chloride 100 mEq/L, bicarbonate 10 mEq/L).",
    "Surgery was performed on June 10, 2019. He was discharged on June 18, 2019 (postoperative day 12).",
    "He was hospitalized from May 1 to May 20, 2018, for 10 days.",
    "She was admitted on 5 May 2018 and discharged on 20 April 2018.",
]

TRAPS = [
    "Liver function tests were normal except for ALT (310 U/L).",
    "All laboratory values were normal apart from a hemoglobin of 7.1 g/dL.",
    "Renal function was normal but AST was 245 U/L.",
    "The hemoglobin returned to normal (13.1 g/dL) after a nadir of 6.2 g/dL.",
    "Creatinine rose from a normal value to 4.8 mg/dL.",
    "His temperature was not elevated (36.8 °C).",
    "The temperature decreased to 36.5 °C.",
    "Hemoglobin dropped from 12.5 g/dL to 7.8 g/dL within 2 days.",
    "Normal saline 500 mL was given, and blood pressure rose to 150/90 mmHg.",
    "The upper limit of normal for ALT is 40 U/L; her ALT was 210 U/L.",
    "Her bilirubin was three times the upper limit of normal (3.2 mg/dL).",
    "Neither fever nor tachycardia was present (temperature 36.7 °C, pulse 78/min).",
    "The survival rate was 50.4% at 5 years in 13 patients.",
    "In 13 patients the median survival was 7.1 months; 15% worsened and 85% did not.",
    "Of 100 patients, 45 had surgery, 30 of whom (66.7%) recovered.",
    "Overall, 12 of 46 patients (26%) and 7 of 31 (22.6%) recovered.",
    "He received dexamethasone 10 mg, then 4 mg every 6 h.",
    "The white cell count of the cerebrospinal fluid was 12/µL.",
    "The CSF glucose was 55 mg/dL (3.1 mmol/L).",
    "Urine sodium was 12 mmol/L.",
    "Pleural fluid LDH was 2100 U/L and glucose was 5 mg/dL.",
    "The ratio of men to women was 2:1 in 31 cases, 12 of which were in children.",
    "Age was 45.3 ± 12.1 years (range 18-86 years).",
    "The tumor decreased from 5 cm to 2.5 cm (50%).",
    "She was discharged on postoperative day 7. On postoperative day 30 she returned.",
    "A dose of 5 mg/kg (350 mg) was given to this 70-kg man.",
    "Temperature 37.2 °C (normal 36.1-37.2 °C).",
    "Potassium was low (3.1 mmol/L; normal 3.5-5.0 mmol/L).",
    "Troponin was elevated at 0.5 ng/mL (normal < 0.04 ng/mL).",
    "Platelets fell to 12 × 10^9/L; the lowest hemoglobin was 3.9 g/dL.",
    "A newborn with a hemoglobin of 22 g/dL and glucose of 18 mg/dL was admitted.",
    "The bilirubin of the newborn was 25 mg/dL.",
    "Ferritin was 100,000 ng/mL and CRP 480 mg/L.",
    "INR was 9.8 and aPTT above 150 s.",
    "She had a mean arterial pressure of 65 mmHg on norepinephrine; blood pressure had been 70/40 mmHg on arrival.",
    "He was 5 feet 9 inches tall and 250 pounds (BMI 36.9 kg/m2).",
    "Blood pressure was 120/80 mmHg and oxygen saturation 88% on room air and 98% on 2 L/min.",
    "The operation lasted 3 h (180 min). The dose was 0.5 g (500 mg).",
    "He was followed for 2 years (24 months) and 6 weeks (42 days).",
    "He was febrile on 3 May 2019 (38.5 °C), and afebrile on 5 May 2019 (36.8 °C).",
    "On 5 May 2018 she was discharged; she had been admitted on 20 April 2018.",
]

DISAGREEING = [  # an abstract and its case
    ("A 45-year-old man presented with fever.", "A 54-year-old man presented with fever."),
    (
        "The patient, a 45-year-old female, had fever.",
        "A 45-year-old man presented with fever. He was treated.",
    ),
    (
        "CT revealed a 3.2-cm mass in the right kidney.",
        "CT scan showed a mass measuring 3.2 cm in the left kidney.",
    ),
    (
        "CT revealed a 3.2-cm mass in the right kidney.",
        "CT scan showed a mass measuring 2.3 cm in the right kidney.",
    ),
    ("He underwent right hemicolectomy.", "He underwent left hemicolectomy on day 2."),
    ("She received ceftriaxone 2 g daily for 14 days.", "Ceftriaxone 1 g daily was given for 14 days."),
    ("She received ceftriaxone for 14 days.", "Ceftriaxone 1 g daily was given for 21 days."),
    ("She was discharged on day 10.", "She was discharged on day 14 of hospitalization."),
    ("She was discharged after 10 days.", "She was discharged after 14 days in hospital."),
    (
        "No recurrence was seen after 2 years of follow-up.",
        "At 3 years of follow-up there was no recurrence.",
    ),
    ("Serum calcium was 13.2 mg/dL.", "Her serum calcium level was 12.3 mg/dL (8.6-10.2)."),
    ("The lesion was at L4/L5.", "MRI showed a disc lesion at L3/L4."),
    ("The tumor was located in the sigmoid colon.", "Colonoscopy showed a tumor in the descending colon."),
    (
        "The tumor cells were positive for CD117.",
        "Tumor cells were negative for CD117 and positive for desmin.",
    ),
    ("Ki-67 was 20%.", "The Ki-67 labeling index was 2%."),
    ("A WHO grade II tumor was resected.", "Histology showed a WHO grade III tumor, which was resected."),
    ("The patient died of sepsis.", "The patient recovered and was discharged. He is alive at 1 year."),
    ("Laparoscopic appendectomy was done.", "An open appendectomy was performed."),
    (
        "Heart rate was 130 beats/min and blood pressure 80/50 mmHg.",
        "His blood pressure was 90/60 mmHg and his heart rate 130 beats/min.",
    ),
    ("The patient had a 3-month history of cough.", "He had a cough for 2 months before admission."),
    ("Symptoms began 5 days after vaccination.", "Symptoms began 15 days after vaccination."),
    (
        "Hemoglobin was 6.5 g/dL on admission.",
        "On admission, hemoglobin was 5.6 g/dL; after transfusion it was 9.1 g/dL.",
    ),
    (
        "The patient received 6 cycles of chemotherapy.",
        "He received four cycles of chemotherapy with cisplatin.",
    ),
    ("The left eye was affected.", "He had redness and pain of the right eye."),
]

AGREEING = [
    (
        "A 45-year-old man presented with fever.",
        "A 45-year-old Japanese man was admitted. His 12-year-old son was healthy.",
    ),
    (
        "CT revealed a 3.2-cm mass.",
        "CT scan showed a mass measuring 32 mm. After treatment it measured 1.5 cm.",
    ),
    ("He underwent left nephrectomy.", "He underwent left nephrectomy. Later the right kidney was biopsied."),
    (
        "Ceftriaxone 2 g daily was given for 2 weeks.",
        "Ceftriaxone 2 g daily was given for 14 days, and metronidazole 500 mg for 21 days.",
    ),
    (
        "She was discharged on day 10.",
        "She was extubated on day 3 and discharged on day 10. On day 30 she was well.",
    ),
    (
        "The tumor cells were positive for CD117.",
        "Tumor cells were positive for CD34, CD117 and DOG1 and negative for desmin.",
    ),
    (
        "Hemoglobin was 6.5 g/dL.",
        "Hemoglobin was 6.5 g/dL on admission, 7.9 g/dL on day 2 and 9.8 g/dL at discharge.",
    ),
    (
        "She had pain in the right knee.",
        "She had pain in both knees, more in the right knee. Range of motion of the left knee was 90 degrees.",
    ),
    ("The patient recovered.", "The patient recovered. Mortality in such patients is high, and most die."),
    (
        "He had fever for about two weeks.",
        "He had fever for 13 days before admission and for 5 days after it.",
    ),
    (
        "Blood pressure was 80/50 mmHg.",
        "Blood pressure was 80/50 mmHg on arrival and 120/70 mmHg after fluids.",
    ),
]


def raised(text: str) -> list[Finding]:
    """The errors and warnings of the three families on a text."""
    findings = check_document(Reading(read(text)), Settings(select=("CW1", "CW2", "CW3")))
    return [finding for finding in findings if finding.counts]


@pytest.mark.parametrize("sentence", FAULTS)
def test_a_fault_is_found(sentence: str) -> None:
    assert raised(f"CASE REPORT\n{sentence}\n")


@pytest.mark.parametrize("sentence", TRAPS)
def test_a_trap_is_not_taken(sentence: str) -> None:
    assert not raised(f"CASE REPORT\n{sentence}\n")


@pytest.mark.parametrize(("abstract", "case"), DISAGREEING)
def test_an_abstract_that_disagrees_is_found(abstract: str, case: str) -> None:
    assert raised(f"ABSTRACT\n{abstract}\n\nCASE REPORT\n{case}\n")


@pytest.mark.parametrize(("abstract", "case"), AGREEING)
def test_an_abstract_that_agrees_passes(abstract: str, case: str) -> None:
    assert not raised(f"ABSTRACT\n{abstract}\n\nCASE REPORT\n{case}\n")

"""What is found in running text: each sentence, and what it says in the notation of `conftest.py`."""

from __future__ import annotations

import pytest
from reading_of import said_quantities

VALUES = [
    ("The hemoglobin level was 9.3 g/dL.", "hemoglobin 9.3 g/dL"),
    ("His Hb of 7.4 g/dL fell further.", "hemoglobin 7.4 g/dL @ later"),
    (
        "Leukocytes were 11.4 × 10^9/L and platelets 131,000 /µL.",
        "leukocytes 11.4 10*9/L; platelets 131000 /uL",
    ),
    (
        "White cell count 11.4 × 109/L, platelets 7.3 × 103 μL.",
        "leukocytes 11.4 10*9/L; platelets 7.3 10*3/uL",
    ),
    ("The WBC count was 19.120/mm3.", "leukocytes 19120 /uL"),
    ("A platelet count of 131 000/µl was noted.", "platelets 131000 /uL"),
    (
        "Blood tests showed BUN and creatinine of 34 mg/dL and 1.9 mg/dL, respectively.",
        "urea_nitrogen 34 mg/dL; creatinine 1.9 mg/dL",
    ),
    (
        "BUN and creatinine were 34 and 1.9 mg/dL, respectively.",
        "urea_nitrogen 34 mg/dL; creatinine 1.9 mg/dL",
    ),
    ("AST/ALT was 51/59 U/L.", "ast 51 U/L; alt 59 U/L"),
    ("AST and ALT were elevated at 250 IU/L and 304 IU/L.", "ast 250 [IU]/L; alt 304 [IU]/L"),
    (
        "The total bilirubin was 4.7 mg/dL and the direct bilirubin 3.1 mg/dL.",
        "bilirubin_total 4.7 mg/dL; bilirubin_direct 3.1 mg/dL",
    ),
    (
        "Her blood pressure was 90/50 mmHg with a pulse of 105 per minute.",
        "blood_pressure 90/50 mm[Hg]; pulse 105 /min",
    ),
    ("On examination BP150/90 was found.", "blood_pressure 150/90 - @ examination"),
    (
        "Heart rate 70, respiratory rate 18, temperature 38.5.",
        "pulse 70 -; respiratory_rate 18 -; temperature 38.5 -",
    ),
    (
        "He was tachycardic (123 beats/min) and tachypneic (28 breaths/min).",
        "pulse 123 {beats}/min; respiratory_rate 28 {breaths}/min",
    ),
    ("She had fever of 39.2 °C.", "temperature 39.2 Cel"),
    ("The temperature rose to 101.3 °F.", "temperature 101.3 [degF] @ later"),
    ("Oxygen saturation was 92% on room air.", "oxygen_saturation 92 %"),
    ("SpO2 of 85% in ambient air improved.", "oxygen_saturation 85 % @ later"),
    (
        "The white cell count was 12,000/cu.mm (72% neutrophils, 26% lymphocytes, 1% monocytes).",
        "leukocytes 12000 /uL; neutrophils_percent 72 %; lymphocytes_percent 26 %; monocytes_percent 1 %",
    ),
    (
        "Leukocytosis of 14.3 K/µL with 83% neutrophils was seen.",
        "leukocytes 14.3 10*3/uL; neutrophils_percent 83 %",
    ),
    (
        "There were 83% neutrophils, and the platelet count was 91,000/µL.",
        "neutrophils_percent 83 %; platelets 91000 /uL",
    ),
    ("C-reactive protein (CRP) was 340 mg/L (normal < 5 mg/L).", "crp 340 mg/L in 5; crp <5 mg/L (general)"),
    (
        "Sodium was 128 mmol/L (reference range 135-145) and potassium 3.1 mmol/L (3.5-5.1).",
        "sodium 128 mmol/L in 135/145; sodium 135/145 - (general); "
        "potassium 3.1 mmol/L in 3.5/5.1; potassium 3.5/5.1 - (general)",
    ),
    ("The INR was 1.8 and the pH 7.21.", "inr 1.8 -; ph_blood 7.21 -"),
    ("The Glasgow Coma Scale score was 13.", "gcs 13 -"),
    ("GCS of 8/15 was recorded.", "gcs 8 -"),
    ("CA 19-9 was 880 U/mL and CEA 12.1 ng/mL.", "ca19_9 880 U/mL; cea 12.1 ng/mL"),
    ("Serum AFP: 2232 ng/mL; β-hCG: 4.2 mIU/mL.", "afp 2232 ng/mL; hcg 4.2 m[IU]/mL"),
    ("γ-GTP was 410 U/L.", "ggt 410 U/L"),
    (
        "The ferritin was 1079.5 ng/mL, procalcitonin 0.06 ng/mL and D-dimer 2.4 µg/mL.",
        "ferritin 1079.5 ng/mL; procalcitonin 0.06 ng/mL; d_dimer 2.4 ug/mL",
    ),
    ("HbA1c was 9.2% on referral.", "hba1c 9.2 % @ admission"),
    ("The Ki-67 index was 50%.", "ki67 50 %"),
    ("A Ki-67 labeling index of 3% was reported.", "ki67 3 %"),
    ("Her ejection fraction was 35%.", "ejection_fraction 35 %"),
    ("Left ventricular ejection fraction (LVEF) of 60%-65% was seen.", "ejection_fraction 60/65 %"),
    ("BMI was 31.2 kg/m2, weight 91 kg and height 171 cm.", "bmi 31.2 kg/m2; weight 91 kg; height 171 cm"),
    ("The patient weighed 60 kg.", "weight 60 kg"),
    ("The spleen weighed 1100 g.", "? 1100 g"),
    ("Weight loss of 10 kg was reported.", "? 10 kg"),
    ("He had lost 10% of his body weight.", ""),
    (
        "Hemoglobin dropped from 12.1 g/dL to 8.4 g/dL.",
        "hemoglobin 12.1 g/dL @ earlier; hemoglobin 8.4 g/dL @ later",
    ),
    ("The creatinine on the morning of surgery, at 2.1 mg/dL, was high.", "creatinine 2.1 mg/dL"),
    ("Potassium at 8 a.m. was approx. 5.1 mmol/L.", "potassium 5.1 mmol/L"),
    ("The albumin [31 g/L] was low.", "albumin 31 g/L"),
    ("The protein was 31 g/L.", "? 31 g/L"),
    (
        "CSF analysis showed a protein of 120 mg/dL and a glucose of 30 mg/dL.",
        "csf_protein 120 mg/dL; csf_glucose 30 mg/dL",
    ),
    ("Pleural fluid LDH was 900 U/L.", "? 900 U/L"),
    ("Urinary sodium was 40 mmol/L.", "urine_sodium 40 mmol/L"),
    ("The erythrocyte sedimentation rate was 86 mm/h.", "esr 86 mm/h"),
    ("The anion gap was 21 mEq/L.", "anion_gap 21 meq/L"),
    (
        "Arterial blood gas: pH 7.32, PaCO2 30 mmHg, HCO3 15 mmol/L, lactate 6.2 mmol/L.",
        "ph_blood 7.32 -; pco2 30 mm[Hg]; bicarbonate 15 mmol/L; lactate 6.2 mmol/L",
    ),
    ("TSH was 8.5 miu/L.", "tsh 8.5 m[IU]/L"),
    ("Troponin I was 6.32 ng/mL.", "troponin_i 6.32 ng/mL"),
    ("NT-proBNP was 2400 pg/mL.", "nt_probnp 2400 pg/mL"),
    ("The patient had a normal creatinine of 0.8 mg/dL.", "creatinine 0.8 mg/dL"),
    ("GGT was 437 mg/dL.", "ggt 437 mg/dL"),
    ("Fasting blood glucose was 180 mg/dL.", "glucose_fasting 180 mg/dL"),
    ("TSH 3.35 µIU/mL, free T4 1.1 ng/dL.", "tsh 3.35 u[IU]/mL; ft4 1.1 ng/dL"),
    ("Urine output was 20 mL/h.", "urine_output 20 mL/h"),
    ("The estimated blood loss was 500 mL.", "estimated_blood_loss 500 mL"),
    ("An opening pressure of 28 cmH2O was measured.", "csf_pressure 28 cm[H2O]"),
    ("Visual acuity was 20/200 in the right eye.", ""),
    ("An Apgar score of 7/10 at 1 minute was given.", "apgar 7 - @ 1 minute; ? 1 min"),
    ("The intraocular pressure was 14 mmHg.", "intraocular_pressure 14 mm[Hg]"),
    ("Her pain score was 7/10.", "pain_score 7 -"),
    ("The mean arterial pressure was 55 mmHg.", "map 55 mm[Hg]"),
    ("The systolic blood pressure was kept between 90 and 110 mmHg.", "systolic_pressure 90/110 mm[Hg]"),
    ("Pulmonary artery pressure was 45/20 mmHg.", "? 45/20 mm[Hg]"),
    ("CD4 count was 58 cells/mm3.", "cd4 58 /uL"),
    ("The HIV viral load was 500,000 copies/mL.", "viral_load 500000 {copies}/mL"),
    (
        "Immunoglobulin G was 3.6 g/L (normal 6.98-11.94).",
        "igg 3.6 g/L in 6.98/11.94; igg 6.98/11.94 - (general)",
    ),
    ("Serum creatinine (SCr) was 10.8 mg/dL.", "creatinine 10.8 mg/dL"),
    ("Albumin levels were at the lower limit (3.4 g/dL).", "albumin 3.4 g/dL"),
    (
        "The level of calcium was 11.4 mg/dl, that of phosphorus 1.79 mg/dl.",
        "calcium 11.4 mg/dL; phosphate 1.79 mg/dL",
    ),
    (
        "Na 138 mmol/L, K 4.2 mmol/L, Cl 101 mmol/L.",
        "sodium 138 mmol/L; potassium 4.2 mmol/L; chloride 101 mmol/L",
    ),
    ("An increase of 2 µg/L was seen.", "? 2 ug/L"),
    ("He received 2 units of packed red blood cells.", "? 2 U"),
    ("The incubation was at 37 °C for 24 h.", "? 37 Cel; duration 24 h"),
]


@pytest.mark.parametrize(("sentence", "said"), VALUES)
def test_reads_a_measured_value(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said


TIMES = [
    ("A 45-year-old man presented to us.", "age 45 a"),
    ("A 6 month old girl was seen.", "age 6 mo"),
    ("A man aged 45 years presented.", "age 45 a"),
    ("She was diagnosed at the age of 44 years.", "age 44 a"),
    ("A 45 yo woman was referred.", "age 45 a"),
    ("A 78-year old female patient came.", "age 78 a"),
    ("A 78- year-old female patient came.", "age 78 a"),
    ("A 78–year–old female patient came.", "age 78 a"),
    ("He was twenty-three years old.", "age 23 a"),
    ("A 5-day history of headache was given.", "duration 5 d of headache"),
    ("She had a two-week history of fever and cough.", "duration 2 wk of fever"),
    ("He reported abdominal pain for 3 days.", "duration 3 d"),
    ("The fever lasted 10 days.", "duration 10 d"),
    ("Leg weakness began 5 h before admission.", "interval 5 h of before admission"),
    ("He had undergone appendectomy 10 years ago.", "interval 10 a of ago"),
    ("Two months later, the mass had grown.", "interval 2 mo of later"),
    ("The patient died 105 d after the operation.", "survival 105 d"),
    ("She was discharged 7 days after surgery.", "interval 7 d of after surgery"),
    ("At the 12-month follow-up there was no recurrence.", "follow_up 12 mo"),
    ("He was followed up for 24 months.", "follow_up 24 mo"),
    ("The median survival was 3.9 months.", "survival 3.9 mo"),
    ("He survived for 6 weeks.", "survival 6 wk"),
    ("The hospital stay was 10 days.", "stay 10 d"),
    ("After 14 days of hospitalization he went home.", "stay 14 d"),
    ("Prednisone was given every 8 hours.", "? 8 h"),
    ("Antibiotics were continued for 6 weeks.", "duration 6 wk"),
    ("A 6-week course of antibiotics was given.", "duration 6 wk"),
    ("She was admitted at 35 weeks' gestation.", "gestational_age 35 wk"),
    ("A gestational age of 28 weeks was estimated.", "gestational_age 28 wk"),
    ("He stayed in the ICU for 4 days.", "stay 4 d"),
    ("Symptoms had begun three weeks earlier.", "interval 3 wk of earlier"),
    ("The child was 3 years old.", "age 3 a"),
    ("Her mother, aged 50 years, was well.", "age 50 a (relative)"),
    ("A 3-day-old boy was born to a 28-year-old mother.", "age 3 d; age 28 a (relative)"),
]


@pytest.mark.parametrize(("sentence", "said"), TIMES)
def test_reads_a_length_of_time(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said


SIZES = [
    ("A 2.8-cm mass was seen in the liver.", "size 2.8 cm of mass"),
    ("The tumor measured 5.9 × 5.3 × 14.8 mm.", "size 5.9/5.3/14.8 mm of tumor"),
    ("A mass measuring 3 cm x 4 cm was found.", "size 3/4 cm of mass"),
    ("MRI showed lesions under 5 mm in the cerebellum.", "? <5 mm"),
    ("A cyst of 12 mm in diameter was drained.", "size 12 mm of cyst"),
    ("The aneurysm had a maximum diameter of 6.5 cm.", "size 6.5 cm of aneurysm"),
    ("The lesion was 4 cm from the anal verge.", "? 4 cm"),
    ("About 10 cm of ileum was resected.", "? 10 cm"),
    ("A 10 mm trocar was placed.", "? 10 mm"),
    ("An abscess (30 × 40 × 20 mm) was drained.", "size 30/40/20 mm of abscess"),
    ("The common bile duct was dilated (12 mm).", "size 12 mm of duct"),
    ("A nodule, 8 mm in size, was biopsied.", "size 8 mm of nodule"),
    ("An ulcer of 0,7 x 1,5 cm was visible.", "size 0.7/1.5 cm of ulcer"),
    ("An ulcer of 2 × 1.5 cm was visible.", "size 2/1.5 cm of ulcer"),
]


@pytest.mark.parametrize(("sentence", "said"), SIZES)
def test_reads_a_size(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said


DOSES = [
    ("Etoposide 100 mg/m2 was given on days 1-3.", "dose 100 mg/m2 of etoposide"),
    ("She took 100 mg of etoposide.", "dose 100 mg of etoposide"),
    ("Prednisolone 60 mg/day was started.", "dose 60 mg/d of prednisolone"),
    ("Intravenous heparin (5000 IU) was injected.", "dose 5000 [IU] of heparin"),
    ("He received vancomycin 1 g every 12 hours.", "dose 1 g of vancomycin; ? 12 h"),
    ("Dexamethasone (8 mg) was given at once.", "dose 8 mg of dexamethasone"),
    ("Ceftriaxone 2 g IV daily was begun.", "dose 2 g of ceftriaxone"),
    ("A dose of 20 Gy in 5 fractions was delivered.", "? 20 Gy"),
    ("Furosemide at a dose of 40 mg twice daily helped.", "dose 40 mg of furosemide"),
    ("He took 1 mg/kg prednisone.", "dose 1 mg/kg of prednisone"),
    ("Norepinephrine 0.1 µg/kg/min was infused.", "dose 0.1 ug/kg/min of norepinephrine"),
    ("Proteinuria of 3 g/day was noted.", "urine_protein 3 g/d"),
    ("The stone contained 30 mg of calcium.", "? 30 mg"),
]


@pytest.mark.parametrize(("sentence", "said"), DOSES)
def test_reads_a_dose(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said


NOTHING = [
    ("Infection with CD56 and T10 and IL-6 was suspected.", ""),
    ("This was shown in 7 reports [5,6].", ""),
    ("See Figure 2d and Table 3.", ""),
    ("In the 1980s this was rare.", ""),
    ("An 18G needle was used.", ""),
    ("The 3T MRI was normal.", "? 3 T"),
    ("Blood was drawn in 2015 and 2016.", ""),
    ("It was published before.12 Others agreed.", ""),
    ("The T2-weighted images were normal.", ""),
    ("COVID-19 and H1N1 were negative.", ""),
    ("The values were 102 100 116 133 in turn.", ""),
]


@pytest.mark.parametrize(("sentence", "said"), NOTHING)
def test_reads_what_is_no_value(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said


ROWS = [
    ("Sodium (mmol/L)\t138\t135-145", "sodium 138 mmol/L in 135/145; sodium 135/145 - (general)"),
    ("Hemoglobin, g/dL\t9.7", "hemoglobin 9.7 g/dL"),
    ("WBC (/µL)\t6800", "leukocytes 6800 /uL"),
    ("Platelets (×10^9/L)\t150\t160\t170", ""),
]


@pytest.mark.parametrize(("row", "said"), ROWS)
def test_reads_a_row_by_the_unit_in_its_label_where_it_has_one_value(row: str, said: str) -> None:
    assert said_quantities(row) == said


MORE = [
    ("The platelet count was 131\u00a0000/µL.", "platelets 131000 /uL"),
    (
        "Creatinine rose from 183 to 258 µmol/L.",
        "creatinine 183 umol/L @ earlier; creatinine 258 umol/L @ later",
    ),
    ("The pressure ranged from 3 to 5 mmHg.", "? 3/5 mm[Hg]"),
    ("The serum albumin was 2.7 gr/L.", "albumin 2.7 g/L"),
    ("Temperature (T) was 97.9 F.", "temperature 97.9 [degF]"),
    ("A 7 F catheter was used.", ""),
    ("The relative risk (RR 0.66, P = 0.003) was low.", ""),
    ("The fetal heart rate was 140 bpm.", "? 140 {beats}/min"),
    ("Bowel sounds were 6 beats/min.", "? 6 {beats}/min"),
    ("An 11-year-old lead was removed.", "? 11 a"),
    ("Total T lymphocytes were 1127 cells/µL.", "? 1127 /uL"),
    (
        "The leukocyte count at admission was 2.84 [normal 4.23-9.99] × 10^9/L.",
        "leukocytes 2.84 10*9/L in 4.23/9.99 @ admission; leukocytes 4.23/9.99 - @ admission (general)",
    ),
    ("He was 150 cm tall.", "height 150 cm"),
    ("She is 158 cm (5 ft 2 in) tall.", "height 158 cm; ? 62 [in_i]"),
    ("The girl was 131 cm in height.", "height 131 cm"),
    ("A wall 200 cm in height was climbed.", "? 200 cm"),
    ("He jumped from 300 cm in height.", "? 300 cm"),
    ("A 174 cm, 82 kg man was seen.", "height 174 cm; weight 82 kg"),
    ("The tumor was 45 cm, 6 kg.", "? 45 cm; ? 6 kg"),
    ("Chloride was 104 mEq/L, carbon dioxide 21 mEq/L.", "chloride 104 meq/L; bicarbonate 21 meq/L"),
    ("End-tidal CO2 was 35 mmHg.", "? 35 mm[Hg]"),
    (
        "Tests gave 11.4 g/dL of hemoglobin, 132 mmol/L corrected sodium and 3.9 mmol/L potassium.",
        "hemoglobin 11.4 g/dL; sodium 132 mmol/L; potassium 3.9 mmol/L",
    ),
    (
        "Urea and creatinine (Cr) were 41 mg/dL and 2.4 mg/dL.",
        "urea 41 mg/dL; creatinine 2.4 mg/dL",
    ),
    ("Creatinine was 0.4 g/L in the urine.", "? 0.4 g/L"),
    (
        "Calcium was 1.02 mmol/L (1.15-1.30).",
        "calcium_ionized 1.02 mmol/L in 1.15/1.30; calcium_ionized 1.15/1.30 - (general)",
    ),
    ("Cl− was 111 mEq/L.", "chloride 111 meq/L"),
    ("The aPTT was 46.9 s.", "aptt 46.9 s"),
    ("Hemoglobin; 11.8 g/dL was found.", "hemoglobin 11.8 g/dL"),
    ("Corticotropin (ACTH; 71 pg/mL) was raised.", "acth 71 pg/mL"),
    (
        "Total bilirubin 0.7 (0.2-1.3 mg/dL) and TSH 3.3 (normal < 4.5 mIU/L) were found.",
        "bilirubin_total 0.7 mg/dL in 0.2/1.3; bilirubin_total 0.2/1.3 mg/dL (general); "
        "tsh 3.3 m[IU]/L in 4.5; tsh <4.5 m[IU]/L (general)",
    ),
    ("Calcium was 2.9 [2.2-2.6 mmol/L].", "calcium 2.9 mmol/L in 2.2/2.6; calcium 2.2/2.6 mmol/L (general)"),
    (
        "BUN and creatinine (Cr) rose to 61 mg/dL and 4.8 mg/dL.",
        "urea_nitrogen 61 mg/dL @ later; creatinine 4.8 mg/dL @ later",
    ),
    ("CA 125 -31 U/mL was found.", "ca125 31 U/mL"),
    ("Base excess was -7.5 mmol/L.", "base_excess -7.5 mmol/L"),
    ("Platelets were 94 G/l.", "platelets 94 10*9/L"),
    ("Blood pressure was 118/74 millimeters mercury.", "blood_pressure 118/74 mm[Hg]"),
    ("The trasferrin saturation was 14%.", ""),
    ("The skeletal mass index was 6.9 kg/m2.", "? 6.9 kg/m2"),
    (
        "CRP and LDH were, respectively, of 31 mg/L (n.v. < 5) and 302 U/L (n.v. < 250).",
        "crp 31 mg/L in 5; crp <5 - (general); ldh 302 U/L in 250; ldh <250 - (general)",
    ),
    ("Creatinine was 0.8 mg/dL (from 1.9 mg/dL).", "creatinine 0.8 mg/dL; creatinine 1.9 mg/dL @ earlier"),
    ("RR 22, HR 90.", "respiratory_rate 22 -; pulse 90 -"),
    ("Albumin on day 4 was 2.9 g/dL.", "albumin 2.9 g/dL @ day 4"),
    (
        "Calcium and PTH drawn 12 hours after the operation were 8.1 mg/dL and 44 pg/mL, respectively.",
        "interval 12 h of after operation; calcium 8.1 mg/dL @ 12 hours after the operation; "
        "pth 44 pg/mL @ 12 hours after the operation",
    ),
    ("The temperature was 99.1° Fahrenheit.", "temperature 99.1 [degF]"),
    ("CRP was 7 mg/lt.", "crp 7 mg/L"),
    ("AST was 38 u/L.", "ast 38 U/L"),
    ("Sodium was 129 mEq/dL.", "sodium 129 meq/dL"),
    (
        "Tests showed 7,200/mm3 of white blood cell count, 12.8 g/dL of hemoglobin, and 3.1 mmol/L of potassium.",
        "leukocytes 7200 /uL; hemoglobin 12.8 g/dL; potassium 3.1 mmol/L",
    ),
    (
        "There were 140 mmol/L corrected sodium, 4.4 mmol/L potassium, and 1.9 mmol/L lactate.",
        "sodium 140 mmol/L; potassium 4.4 mmol/L; lactate 1.9 mmol/L",
    ),
    ("An infusion of 20 mmol/L of potassium was begun.", "? 20 mmol/L"),
    ("Lactate fell slowly to 2.2 mmol/L.", "lactate 2.2 mmol/L @ later"),
    ("Bone-specific alkaline phosphatase was 61 U/L.", "? 61 U/L"),
    ("Serum creatinine kinase was 160 U/L.", "ck 160 U/L"),
]


@pytest.mark.parametrize(("sentence", "said"), MORE)
def test_tells_alike_things_apart(sentence: str, said: str) -> None:
    assert said_quantities(sentence) == said

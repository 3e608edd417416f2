"""What values patients have: the widest that is seen in life, in one unit, per analyte.

These limits are casewright's own judgement, and are not verified against a source. They are set outside what was
printed for living patients in some hundred case reports, so that a value beyond them is a wrong unit or a misprint far
more often than a wonder. `usual` is where nearly all values of sick and healthy patients lie; it tells whether a value
becomes ordinary in another unit.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from casewright.document.mentions.model import QuantityMention
from casewright.quantity.analytes import ANALYTES, ONE, Reference
from casewright.quantity.convert import ConversionError, convert_value
from casewright.quantity.model import Unit
from casewright.quantity.units import BY_CODE

# analyte | unit | least seen in life | usual from | usual to | greatest seen in life
_TABLE = """
hemoglobin | g/dL | 1.5 | 3 | 20 | 26
hematocrit | % | 4 | 9 | 60 | 80
platelets | 10*9/L | 0.8 | 3 | 1500 | 6000
leukocytes | 10*9/L | 0.02 | 0.5 | 150 | 1200
neutrophils | 10*9/L | 0 | 0.1 | 100 | 600
lymphocytes | 10*9/L | 0 | 0.1 | 100 | 1000
erythrocytes | 10*12/L | 0.5 | 1 | 8 | 12
sodium | mmol/L | 95 | 105 | 180 | 200
potassium | mmol/L | 0.9 | 1.4 | 9 | 14
chloride | mmol/L | 45 | 60 | 140 | 170
bicarbonate | mmol/L | 0.5 | 2 | 50 | 78
calcium | mg/dL | 2.5 | 3.5 | 16 | 30
calcium_ionized | mmol/L | 0.2 | 0.5 | 3 | 5
magnesium | mg/dL | 0.1 | 0.4 | 8 | 25
phosphate | mg/dL | 0.1 | 0.4 | 14 | 60
creatinine | mg/dL | 0.05 | 0.2 | 20 | 45
urea_nitrogen | mg/dL | 0.5 | 2 | 250 | 350
urea | mg/dL | 1 | 5 | 400 | 700
uric_acid | mg/dL | 0.05 | 0.5 | 25 | 90
glucose | mg/dL | 3 | 15 | 1200 | 2700
glucose_fasting | mg/dL | 3 | 15 | 800 | 2000
bilirubin_total | mg/dL | 0.02 | 0.1 | 45 | 90
bilirubin_direct | mg/dL | 0 | 0.02 | 40 | 80
albumin | g/dL | 0.4 | 0.8 | 6 | 8
protein_total | g/dL | 1.5 | 2.5 | 13 | 20
lactate | mmol/L | 0.1 | 0.3 | 25 | 50
crp | mg/L | 0 | 0.1 | 600 | 1200
fibrinogen | mg/dL | 3 | 20 | 1200 | 2500
ammonia | umol/L | 1 | 5 | 1500 | 6000
hba1c | % | 2.5 | 3 | 25 | 30
inr | 1 | 0.4 | 0.7 | 15 | 40
temperature | Cel | 13 | 30 | 42 | 45
pulse | {beats}/min | 10 | 25 | 260 | 420
respiratory_rate | {breaths}/min | 2 | 5 | 80 | 160
oxygen_saturation | % | 15 | 30 | 100 | 100
systolic_pressure | mm[Hg] | 20 | 40 | 280 | 380
bmi | kg/m2 | 8 | 11 | 75 | 200
ph_blood | 1 | 6.3 | 6.6 | 7.8 | 8.1
ejection_fraction | % | 3 | 8 | 85 | 95
ast | U/L | 0 | 2 | 25000 | 60000
alt | U/L | 0 | 2 | 25000 | 60000
alp | U/L | 0 | 3 | 10000 | 40000
ggt | U/L | 0 | 2 | 6000 | 20000
ldh | U/L | 10 | 50 | 40000 | 150000
ck | U/L | 0 | 5 | 300000 | 2000000
amylase | U/L | 0 | 3 | 15000 | 60000
lipase | U/L | 0 | 2 | 30000 | 100000
d_dimer | ng/mL | 0 | 1 | 500000 | 5000000
ferritin | ng/mL | 0 | 0.5 | 100000 | 1000000
procalcitonin | ng/mL | 0 | 0 | 300 | 3000
tsh | m[IU]/L | 0 | 0 | 300 | 3000
ft4 | ng/dL | 0 | 0.02 | 12 | 40
ft3 | pg/mL | 0 | 0.2 | 40 | 100
cholesterol | mg/dL | 5 | 20 | 1500 | 5000
ldl | mg/dL | 1 | 5 | 900 | 1500
hdl | mg/dL | 0 | 2 | 200 | 400
triglycerides | mg/dL | 3 | 10 | 10000 | 50000
vitamin_d | ng/mL | 0 | 1 | 300 | 1500
vitamin_b12 | pg/mL | 0 | 20 | 10000 | 200000
mcv | fL | 30 | 45 | 150 | 200
mch | pg | 8 | 10 | 50 | 80
mchc | g/dL | 10 | 20 | 40 | 60
c3 | mg/dL | 0 | 1 | 400 | 800
c4 | mg/dL | 0 | 0.4 | 150 | 300
esr | mm/h | 0 | 0 | 160 | 250
pco2 | mm[Hg] | 3 | 8 | 150 | 300
po2 | mm[Hg] | 5 | 15 | 600 | 760
diastolic_pressure | mm[Hg] | 0 | 10 | 200 | 300
osmolality | mosm/kg | 150 | 200 | 450 | 800
qtc | ms | 200 | 280 | 700 | 1000
height | cm | 15 | 20 | 230 | 275
weight | kg | 0.2 | 0.4 | 300 | 650
birth_weight | g | 200 | 350 | 6500 | 11000
gestational_age | wk | 0.1 | 3 | 43 | 47
map | mm[Hg] | 5 | 15 | 230 | 330
intraocular_pressure | mm[Hg] | 0 | 1 | 90 | 150
eosinophils | 10*9/L | 0 | 0 | 100 | 400
monocytes | 10*9/L | 0 | 0 | 100 | 500
cd4 | /uL | 0 | 0 | 5000 | 20000
pt | s | 3 | 7 | 200 | 600
aptt | s | 5 | 12 | 300 | 1200
calcium_corrected | mg/dL | 2.5 | 3.5 | 20 | 30
iron | ug/dL | 0 | 1 | 1000 | 30000
tibc | ug/dL | 10 | 40 | 900 | 3000
transferrin | mg/dL | 3 | 15 | 800 | 2000
haptoglobin | mg/dL | 0 | 0 | 900 | 3000
ceruloplasmin | mg/dL | 0 | 0 | 150 | 500
copper | ug/dL | 0 | 2 | 500 | 3000
zinc | ug/dL | 0 | 4 | 500 | 5000
homocysteine | umol/L | 0.2 | 1 | 600 | 1200
bilirubin_indirect | mg/dL | 0 | 0.02 | 45 | 90
cystatin_c | mg/L | 0.1 | 0.2 | 12 | 40
igg | mg/dL | 0 | 1 | 15000 | 40000
iga | mg/dL | 0 | 0 | 15000 | 40000
igm | mg/dL | 0 | 0 | 20000 | 40000
bnp | pg/mL | 0 | 0 | 20000 | 200000
nt_probnp | pg/mL | 0 | 0 | 250000 | 2000000
cortisol | ug/dL | 0 | 0 | 200 | 350
acth | pg/mL | 0 | 0 | 5000 | 50000
pth | pg/mL | 0 | 0 | 8000 | 30000
fsh | [IU]/L | 0 | 0 | 250 | 1500
lh | [IU]/L | 0 | 0 | 250 | 1500
igf1 | ng/mL | 0 | 2 | 2500 | 8000
c_peptide | ng/mL | 0 | 0 | 60 | 300
urine_sodium | mmol/L | 0 | 1 | 350 | 700
urine_osmolality | mosm/kg | 10 | 40 | 1400 | 2000
csf_protein | mg/dL | 0 | 1 | 1500 | 15000
csf_leukocytes | /uL | 0 | 0 | 50000 | 1000000
csf_glucose | mg/dL | 0 | 0 | 500 | 2000
ethanol | mg/dL | 0 | 0 | 800 | 2000
neutrophils_percent | % | 0 | 0 | 100 | 100
lymphocytes_percent | % | 0 | 0 | 100 | 100
monocytes_percent | % | 0 | 0 | 100 | 100
eosinophils_percent | % | 0 | 0 | 100 | 100
rdw | % | 5 | 9 | 50 | 80
mpv | fL | 3 | 5 | 18 | 30
reticulocytes | % | 0 | 0 | 60 | 100
transferrin_saturation | % | 0 | 0 | 100 | 150
globulin | g/dL | 0.1 | 0.5 | 12 | 20
prealbumin | mg/dL | 0 | 1 | 60 | 200
folate | ng/mL | 0 | 0.3 | 60 | 1000
egfr | mL/min/{1.73_m2} | 0 | 1 | 220 | 400
pt_activity | % | 0 | 1 | 180 | 300
antithrombin | % | 0 | 1 | 200 | 400
troponin_i | ng/mL | 0 | 0 | 500 | 10000
troponin_t | ng/mL | 0 | 0 | 100 | 5000
troponin | ng/mL | 0 | 0 | 500 | 10000
ck_mb | ng/mL | 0 | 0 | 1000 | 10000
myoglobin | ng/mL | 0 | 1 | 200000 | 2000000
afp | ng/mL | 0 | 0 | 1000000 | 50000000
cea | ng/mL | 0 | 0 | 20000 | 500000
psa | ng/mL | 0 | 0 | 10000 | 200000
ca19_9 | U/mL | 0 | 0 | 1000000 | 50000000
ca125 | U/mL | 0 | 0 | 50000 | 1000000
hcg | m[IU]/mL | 0 | 0 | 3000000 | 100000000
nse | ng/mL | 0 | 0 | 5000 | 50000
chromogranin_a | ng/mL | 0 | 0 | 50000 | 2000000
il6 | pg/mL | 0 | 0 | 200000 | 20000000
t4 | ug/dL | 0 | 0.3 | 40 | 120
t3 | ng/dL | 0 | 5 | 1000 | 4000
calcitonin | pg/mL | 0 | 0 | 200000 | 10000000
aldosterone | ng/dL | 0 | 0 | 500 | 10000
insulin | u[IU]/mL | 0 | 0 | 3000 | 50000
prolactin | ng/mL | 0 | 0 | 20000 | 500000
growth_hormone | ng/mL | 0 | 0 | 1000 | 10000
testosterone | ng/dL | 0 | 0.5 | 3000 | 50000
estradiol | pg/mL | 0 | 0 | 10000 | 200000
progesterone | ng/mL | 0 | 0 | 500 | 5000
dheas | ug/dL | 0 | 0 | 3000 | 30000
urine_specific_gravity | 1 | 1 | 1 | 1.06 | 1.2
urine_output | mL/h | 0 | 0 | 2500 | 8000
anion_gap | mmol/L | -30 | -5 | 60 | 120
base_excess | mmol/L | -60 | -35 | 35 | 60
fio2 | % | 12 | 20 | 100 | 100
igg4 | mg/dL | 0 | 0 | 6000 | 30000
ki67 | % | 0 | 0 | 100 | 100
methemoglobin | % | 0 | 0 | 95 | 100
carboxyhemoglobin | % | 0 | 0 | 90 | 100
csf_pressure | cm[H2O] | -10 | 0 | 90 | 200
central_venous_pressure | mm[Hg] | -15 | -3 | 45 | 90
cardiac_output | L/min | 0.2 | 0.8 | 20 | 45
cardiac_index | L/min/m2 | 0.2 | 0.6 | 12 | 25
lead | ug/dL | 0 | 0.2 | 250 | 1000
paracetamol | ug/mL | 0 | 0.5 | 1000 | 3000
estimated_blood_loss | mL | 0 | 0 | 30000 | 120000
bile_acids | umol/L | 0 | 0 | 1000 | 4000
beta2_microglobulin | mg/L | 0.1 | 0.3 | 100 | 300
tacrolimus | ng/mL | 0.02 | 0.3 | 60 | 500
cyclosporine | ng/mL | 0.5 | 5 | 3000 | 20000
sirolimus | ng/mL | 0.02 | 0.3 | 60 | 500
everolimus | ng/mL | 0.02 | 0.3 | 60 | 500
digoxin | ng/mL | 0.005 | 0.05 | 30 | 500
lithium | mmol/L | 0.005 | 0.05 | 8 | 20
phenytoin | ug/mL | 0.02 | 0.2 | 120 | 400
valproate | ug/mL | 0.1 | 1 | 1500 | 6000
carbamazepine | ug/mL | 0.02 | 0.2 | 80 | 200
phenobarbital | ug/mL | 0.02 | 0.5 | 300 | 900
theophylline | ug/mL | 0.02 | 0.3 | 200 | 500
vancomycin | ug/mL | 0.02 | 0.3 | 150 | 700
gentamicin | ug/mL | 0.005 | 0.05 | 60 | 400
amikacin | ug/mL | 0.02 | 0.2 | 120 | 600
methotrexate | umol/L | 0 | 0 | 3000 | 20000
salicylate | mg/dL | 0.02 | 0.5 | 180 | 500
fev1 | L | 0.05 | 0.2 | 6.5 | 10
fvc | L | 0.05 | 0.2 | 8 | 12
peak_flow | L/min | 5 | 20 | 850 | 1200
mean_gradient | mm[Hg] | 0 | 0.5 | 130 | 250
peak_gradient | mm[Hg] | 0 | 0.5 | 220 | 350
pasp | mm[Hg] | 3 | 10 | 150 | 250
mpap | mm[Hg] | 2 | 6 | 110 | 200
wedge_pressure | mm[Hg] | -5 | 0 | 50 | 100
aortic_valve_area | cm2 | 0.05 | 0.2 | 6 | 15
mitral_valve_area | cm2 | 0.05 | 0.2 | 8 | 15
aortic_velocity | m/s | 0.05 | 0.4 | 7 | 10
tapse | mm | 0 | 3 | 40 | 70
creatinine_clearance | mL/min | 0 | 1 | 250 | 500
pr_interval | ms | 40 | 70 | 500 | 900
qrs_duration | ms | 20 | 35 | 300 | 500
axial_length | mm | 8 | 13 | 38 | 50
corneal_thickness | um | 150 | 250 | 900 | 1600
lv_end_diastolic_diameter | mm | 3 | 8 | 100 | 150
left_atrial_diameter | mm | 2 | 5 | 120 | 250
tryptase | ng/mL | 0 | 0.3 | 2000 | 20000
beta_hydroxybutyrate | mmol/L | 0 | 0 | 20 | 40
alpha1_antitrypsin | mg/dL | 0 | 2 | 600 | 1500
c1_inhibitor | mg/dL | 0 | 0 | 100 | 400
protein_c | % | 0 | 0 | 250 | 500
protein_s | % | 0 | 0 | 250 | 500
factor_viii | % | 0 | 0 | 600 | 2000
vwf_antigen | % | 0 | 0 | 900 | 2500
adamts13 | % | 0 | 0 | 200 | 400
aldolase | U/L | 0 | 0.3 | 400 | 5000
selenium | ug/L | 0 | 2 | 1000 | 10000
vitamin_a | ug/dL | 0 | 0.5 | 400 | 3000
vitamin_e | mg/L | 0 | 0.2 | 80 | 400
vitamin_c | mg/dL | 0 | 0 | 20 | 150
dlco | % | 1 | 5 | 180 | 300
"""


class Life(NamedTuple):
    """The limits of one analyte, in `unit`."""

    unit: Unit
    least: Fraction
    usual_low: Fraction
    usual_high: Fraction
    greatest: Fraction


def _read() -> dict[str, Life]:
    lives = {}
    for line in _TABLE.strip().splitlines():
        key, code, *limits = (cell.strip() for cell in line.split("|"))
        unit = ONE if code == "1" else BY_CODE[code]
        lives[key] = Life(unit, *(Fraction(limit) for limit in limits))
    return lives


LIVES = _read()


@cache
def _life_in(measure: str, unit: Unit) -> Life | None:
    """The limits of an analyte in another unit; None where it has none, or the unit does not convert."""
    life = LIVES.get(measure)
    if life is None:
        return None
    limits = (life.least, life.usual_low, life.usual_high, life.greatest)
    try:
        return Life(unit, *(convert_value(limit, life.unit, unit, ANALYTES.get(measure)) for limit in limits))
    except ConversionError:
        return None


def in_life(measure: str, value: Fraction, unit: Unit) -> bool | None:
    """Whether a patient can have this value; None where the analyte has no limits or the unit does not convert."""
    life = _life_in(measure, unit)
    return None if life is None else life.least <= value <= life.greatest


def in_usual(measure: str, value: Fraction, unit: Unit) -> bool:
    """Whether nearly all values of patients, sick and healthy, lie about this one."""
    life = _life_in(measure, unit)
    return life is not None and life.usual_low <= value <= life.usual_high


def over_life(measure: str, value: Fraction, unit: Unit) -> bool:
    """Whether a value is more than any patient has."""
    life = LIVES.get(measure)
    converted = None if life is None else _converted(measure, value, unit, life.unit)
    return life is not None and converted is not None and converted > life.greatest


def beyond_life(mention: QuantityMention) -> bool:
    """Whether a printed value is one that no patient has in its unit."""
    unit, number = mention.quantity.unit, mention.quantity.numbers[0]
    return unit is not None and in_life(mention.measure, Fraction(number.value), unit) is False


def typical_elsewhere(measure: str, value: Fraction, unit: Unit) -> tuple[Unit, ...]:
    """The units in which the same figure would be a healthy value, where it is an unusual one in the printed unit."""
    life, analyte = _life_in(measure, unit), ANALYTES.get(measure)
    if life is None or analyte is None or life.usual_low <= value <= life.usual_high:
        return ()
    reference = (analyte.references or _references_of(measure))[:1]
    if not reference or reference[0].low is None or reference[0].high is None:
        return ()
    low, high = Fraction(reference[0].low), Fraction(reference[0].high)
    here = _converted(measure, value, unit, reference[0].unit)
    healthy = []
    for other in analyte.units:
        converted = _converted(measure, value, other, reference[0].unit)
        if (
            other != unit
            and converted is not None
            and converted != here  # mmol/L and mEq/L of sodium are the same
            and low * Fraction(8, 10) <= converted <= high * Fraction(13, 10)
        ):
            healthy.append(other)
    return tuple(healthy)


def _references_of(measure: str) -> tuple[Reference, ...]:
    return ANALYTES["glucose_fasting"].references if measure == "glucose" else ()


def usual_units(measure: str, value: Fraction, unit: Unit) -> tuple[Unit, ...]:
    """The units of this analyte in which the same figure would be a usual value."""
    analyte = ANALYTES.get(measure)
    others = [other for other in analyte.units if other != unit] if analyte is not None else []
    lives = [(other, life) for other in others if (life := _life_in(measure, other)) is not None]
    return tuple(other for other, life in lives if life.usual_low <= value <= life.usual_high)


def _converted(measure: str, value: Fraction, source: Unit, target: Unit) -> Fraction | None:
    try:
        return convert_value(value, source, target, ANALYTES.get(measure))
    except ConversionError:
        return None

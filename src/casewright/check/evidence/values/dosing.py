"""What is given of a drug at once or in a day: the least to a newborn and the most to anybody, in milligrams.

These limits are casewright's own judgement, and are not verified against a source. They are set several times wide of
what is given by mouth or into a vein, so that a dose beyond them is a wrong unit far more often than a dose.
"""

from __future__ import annotations

from fractions import Fraction

from casewright.quantity.model import Unit

# drugs | least | most
_TABLE = """
prednisone prednisolone | 0.2 | 2000
methylprednisolone | 0.2 | 6000
hydrocortisone | 0.2 | 3000
dexamethasone | 0.02 | 400
betamethasone | 0.02 | 200
fludrocortisone | 0.005 | 3
levothyroxine thyroxine | 0.002 | 3
liothyronine | 0.0005 | 1
methimazole carbimazole | 0.1 | 300
propylthiouracil | 1 | 3000
digoxin | 0.002 | 5
amiodarone | 1 | 8000
adenosine | 0.02 | 100
metoprolol atenolol labetalol | 0.2 | 2500
bisoprolol nebivolol carvedilol | 0.02 | 300
propranolol | 0.05 | 2000
amlodipine felodipine | 0.02 | 150
nifedipine nicardipine diltiazem verapamil | 0.2 | 2000
enalapril lisinopril ramipril perindopril | 0.01 | 200
losartan valsartan candesartan telmisartan irbesartan | 0.2 | 1000
furosemide | 0.2 | 5000
torsemide bumetanide | 0.02 | 1000
spironolactone eplerenone | 0.3 | 1500
hydrochlorothiazide chlorthalidone indapamide | 0.1 | 600
warfarin acenocoumarol phenprocoumon | 0.05 | 100
apixaban rivaroxaban edoxaban | 0.1 | 200
dabigatran | 5 | 1000
clopidogrel prasugrel ticagrelor | 0.2 | 2000
aspirin | 1 | 15000
atorvastatin rosuvastatin simvastatin pravastatin | 0.5 | 400
metformin | 20 | 6000
glimepiride glibenclamide glyburide | 0.05 | 100
pioglitazone rosiglitazone | 0.5 | 300
gliclazide sitagliptin vildagliptin linagliptin alogliptin saxagliptin empagliflozin dapagliflozin | 0.5 | 1000
omeprazole pantoprazole esomeprazole lansoprazole rabeprazole | 0.2 | 800
famotidine | 0.2 | 600
ondansetron granisetron | 0.02 | 200
metoclopramide domperidone | 0.05 | 1000
allopurinol febuxostat | 2 | 3000
colchicine | 0.05 | 30
haloperidol risperidone | 0.01 | 400
olanzapine aripiprazole | 0.1 | 1200
quetiapine clozapine | 1 | 4000
lithium | 10 | 8000
valproate | 10 | 15000
levetiracetam | 5 | 15000
phenytoin fosphenytoin carbamazepine oxcarbazepine | 2 | 8000
lamotrigine topiramate lacosamide | 0.2 | 3000
gabapentin | 5 | 12000
pregabalin | 1 | 3000
lorazepam alprazolam clonazepam | 0.005 | 400
midazolam | 0.02 | 2000
fentanyl remifentanil | 0.0005 | 50
sufentanil | 0.0001 | 5
morphine oxycodone hydromorphone | 0.01 | 8000
tramadol | 0.5 | 3000
naloxone | 0.002 | 100
paracetamol acetaminophen | 3 | 15000
ibuprofen naproxen diclofenac ketorolac indomethacin | 0.05 | 8000
amoxicillin ampicillin cloxacillin flucloxacillin oxacillin nafcillin | 10 | 40000
piperacillin | 20 | 40000
ceftriaxone cefotaxime cefazolin ceftazidime cefepime cefuroxime cefoperazone | 10 | 30000
cefixime cephalexin cefadroxil cefpodoxime | 3 | 12000
meropenem imipenem ertapenem | 5 | 15000
vancomycin teicoplanin | 3 | 15000
gentamicin gentamycin tobramycin | 0.5 | 3000
amikacin | 2 | 8000
ciprofloxacin levofloxacin moxifloxacin ofloxacin | 4 | 6000
azithromycin clarithromycin erythromycin | 3 | 12000
doxycycline minocycline tigecycline | 2 | 2000
metronidazole | 3 | 12000
clindamycin | 3 | 12000
linezolid | 5 | 5000
daptomycin | 3 | 4000
fluconazole | 1 | 6000
voriconazole | 2 | 4000
caspofungin micafungin anidulafungin | 0.5 | 1500
acyclovir aciclovir ganciclovir | 3 | 15000
valacyclovir valaciclovir valganciclovir | 10 | 20000
oseltamivir | 2 | 1500
isoniazid | 3 | 5000
rifampicin rifampin | 3 | 6000
ethambutol pyrazinamide | 10 | 12000
ivermectin | 0.3 | 400
albendazole mebendazole | 10 | 6000
hydroxychloroquine | 5 | 5000
azathioprine mercaptopurine | 1 | 2000
tacrolimus | 0.005 | 150
sirolimus everolimus | 0.005 | 150
cyclosporine ciclosporin | 0.5 | 6000
rituximab | 10 | 6000
infliximab adalimumab | 3 | 4000
tocilizumab | 5 | 4000
imatinib dasatinib nilotinib sunitinib sorafenib | 3 | 6000
tamoxifen anastrozole letrozole | 0.1 | 400
octreotide | 0.002 | 150
desmopressin | 0.00005 | 10
epinephrine adrenaline | 0.0002 | 150
atropine | 0.002 | 1000
neostigmine | 0.005 | 500
rocuronium vecuronium | 0.02 | 1500
succinylcholine | 0.2 | 1500
cisatracurium atracurium | 0.1 | 1500
sugammadex | 2 | 4000
propofol | 0.5 | 8000
ketamine | 0.2 | 2000
etomidate | 0.2 | 300
glycopyrrolate | 0.01 | 30
dexmedetomidine | 0.0005 | 5
phenylephrine | 0.002 | 80
ephedrine | 0.2 | 400
norepinephrine noradrenaline | 0.0001 | 150
enoxaparin | 0.5 | 1000
tranexamic | 5 | 30000
misoprostol | 0.005 | 10
""".strip()
_LIMITS = {
    drug: (Fraction(least), Fraction(most))
    for names, least, most in (line.split("|") for line in _TABLE.splitlines())
    for drug in names.split()
}
# How much a unit's value is in milligrams of a heavy adult: as such, for the day, by weight, by surface.
_SCALES = {
    "mass": 1000, "mass/time": 1000, "mass/mass": 100_000_000, "mass/mass/time": 100_000_000, "mass/area": 2000,
}  # fmt: skip
_BY_HOUR = ("/h", "/min", "/wk")


def is_listed(drug: str) -> bool:
    """Whether it is known what is given of a drug."""
    return drug.lower() in _LIMITS


def too_much(drug: str, value: Fraction, unit: Unit) -> bool:
    """Whether so much of a drug is given to nobody, in one dose or in a day; False for a drug that is not listed."""
    limits, scale = _LIMITS.get(drug.lower()), _SCALES.get(unit.dimension)
    if limits is None or scale is None or unit.code.endswith(_BY_HOUR):
        return False
    return value * unit.factor * scale > limits[1]


def too_little(drug: str, value: Fraction, unit: Unit) -> bool:
    """Whether so little of a drug is given to nobody, not to a newborn; only of plain masses."""
    limits = _LIMITS.get(drug.lower())
    if limits is None or unit.dimension != "mass" or value <= 0:
        return False
    return value * unit.factor * 1000 < limits[0]


def likely_units(drug: str, value: Fraction, unit: Unit) -> str:
    """The prefix of a gram with which the same figure would be a dose; "" where none is."""
    limits, scale = _LIMITS[drug.lower()], _SCALES[unit.dimension]
    rest = unit.symbol.lstrip("kmcµμgn") if unit.dimension != "mass" else ""
    for symbol, factor in (("g", Fraction(1)), ("mg", Fraction(1, 1000)), ("μg", Fraction(1, 10**6))):
        base = Fraction(1, 1000) if unit.dimension.startswith("mass/mass") else Fraction(1)
        milligrams = value * factor * base * scale
        if limits[0] <= milligrams <= limits[1]:
            return symbol + rest
    return ""

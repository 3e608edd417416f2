"""Groups of drugs of one use, by the common stems of their names.

Stems: WHO, The use of stems in the selection of international nonproprietary names for pharmaceutical substances, 2018.
"""

from __future__ import annotations

from casewright.document.mentions.wordset import ByWord

_GROUPS: dict[str, tuple[str, ...]] = {  # endings; a whole word stands behind `=`
    "cytostatic": (
        "platin", "taxel", "rubicin", "poside", "citabine", "arabine", "tecan", "mustine", "trexed", "citidine",
        "zomib",
        "=vincristine", "=vinblastine", "=vinorelbine", "=bleomycin", "=mitomycin", "=dactinomycin", "=fluorouracil",
        "=ifosfamide", "=dacarbazine", "=temozolomide", "=melphalan", "=busulfan", "=chlorambucil", "=mercaptopurine",
        "=hydroxyurea", "=lenalidomide", "=thalidomide", "=eribulin", "=trabectedin",
    ),
    "antibacterial": (
        "cillin", "mycin", "micin", "floxacin", "cycline", "penem", "planin", "vancin", "zolid", "nidazole", "fazolin",
        "triaxone", "tazidime", "epime", "taxime", "roxime", "perazone", "=rifampicin", "=rifampin", "=colistin",
        "=isoniazid", "=ethambutol", "=pyrazinamide", "=sulfamethoxazole", "=nitrofurantoin", "=amikacin", "=cefalexin",
        "=cephalexin", "=cefadroxil", "=cefixime", "=cefoxitin", "=ceftaroline", "=aztreonam", "=chloramphenicol",
        "=rifabutin", "=rifaximin",
    ),
    "antifungal": ("conazole", "fungin", "=amphotericin", "=nystatin", "=terbinafine"),
    "antiviral": (
        "ciclovir", "cyclovir", "navir", "tegravir", "amivir", "buvir", "fovir", "=remdesivir", "=entecavir",
        "=lamivudine", "=zidovudine", "=ribavirin", "=favipiravir", "=foscarnet",
        "=aciclovir", "=stavudine", "=nevirapine", "=efavirenz",
    ),
    "antiparasitic": (
        "bendazole", "mectin", "=artesunate", "=praziquantel", "=quinine", "=primaquine", "=artemether", "=chloroquine",
        "=mefloquine", "=atovaquone", "=nitazoxanide", "=miltefosine",
        "=pyrimethamine",
    ),
    "anticoagulant": (
        "xaban", "parin", "gatran", "rudin", "coumarol", "parinux", "=warfarin", "=phenprocoumon", "=argatroban",
    ),
    "antiplatelet drug": (
        "=clopidogrel", "=prasugrel", "=ticagrelor", "=ticlopidine", "=cilostazol", "=aspirin",
        "=dipyridamole", "=tirofiban", "=eptifibatide", "=cangrelor",
    ),
    "thrombolytic": ("teplase", "=streptokinase", "=urokinase"),
    "immunosuppressant": (
        "limus", "lunomide", "thioprine", "trexate", "=cyclosporin", "=cyclosporine", "=ciclosporin", "=mycophenolate",
        "=cyclophosphamide",
    ),
    "antipsychotic": ("anzapine", "iapine", "peridol", "peridone", "piprazole", "=clozapine", "=chlorpromazine"),
    "antidepressant": (
        "oxetine", "triptyline", "faxine", "alopram", "=sertraline", "=mirtazapine",
        "=imipramine", "=fluvoxamine", "=bupropion", "=trazodone", "=clomipramine", "=duloxetine",
    ),
    "antiepileptic": (
        "racetam", "gabalin", "bapentin", "trigine", "bazepine", "barbital", "=phenytoin", "=valproate", "=topiramate",
        "=lacosamide", "=perampanel", "=zonisamide", "=clobazam", "=vigabatrin", "=ethosuximide",
    ),
    "statin": ("vastatin",),
    "angiotensin drug": (
        "sartan", "nopril", "lapril", "topril", "dopril", "ipril",
        "napril",
    ),
    "beta blocker": ("olol", "dilol", "talol"),
    "kinase inhibitor": ("tinib", "ciclib", "rafenib", "metinib"),
    "antibody": ("zumab", "ximab", "tumab", "lumab", "limab", "mumab", "kinumab", "nercept", "bercept", "tacept"),
    "calcium channel blocker or antiarrhythmic": (
        "dipine", "=amiodarone", "=diltiazem", "=verapamil", "=flecainide", "=propafenone", "=lidocaine", "=ibutilide",
        "=adenosine", "=procainamide", "=dronedarone",
        "=mexiletine", "=quinidine", "=ivabradine",
    ),
    "vasopressor": (
        "=norepinephrine", "=noradrenaline", "=dopamine", "=dobutamine", "=vasopressin", "=phenylephrine", "=ephedrine",
        "=milrinone", "=levosimendan",
        "=terlipressin",
    ),
    "vasodilator": ("nafil", "sentan", "tentan", "=nitroprusside", "=nitroglycerin", "=nitroglycerine", "=hydralazine"),
    "steroid": (
        "=prednisone", "=prednisolone", "=methylprednisolone", "=dexamethasone", "=hydrocortisone", "=betamethasone",
        "=triamcinolone", "=deflazacort", "=clobetasol", "=mometasone", "=budesonide", "=fluticasone",
        "=fludrocortisone", "=cortisone",
    ),
    "diuretic": (
        "semide", "thiazide", "=bumetanide", "=spironolactone", "=acetazolamide", "=chlorthalidone",
        "=metolazone", "=eplerenone", "=indapamide",
    ),
    "acid blocker": ("prazole", "=famotidine", "=ranitidine", "=cimetidine"),
    "benzodiazepine": ("azepam", "azolam"),
    "anesthetic": (
        "flurane", "=propofol", "=ketamine", "=etomidate", "=thiopental", "=thiopentone", "=dexmedetomidine",
    ),
    "muscle relaxant": ("curonium", "curium", "=succinylcholine", "=suxamethonium"),
    "reversal of the muscle relaxant": ("=sugammadex", "=neostigmine"),
    "opioid": (
        "fentanil", "=fentanyl", "=morphine", "=oxycodone", "=hydromorphone", "=tramadol", "=methadone",
        "=buprenorphine", "=pethidine", "=meperidine", "=codeine", "=tapentadol", "=nalbuphine",
    ),
    "anti-inflammatory drug": (
        "profen", "fenac", "oxicam", "coxib", "=naproxen", "=ketorolac", "=indomethacin", "=indometacin", "=nimesulide",
    ),
    "antiemetic": (
        "setron", "=metoclopramide", "=domperidone", "=aprepitant",
        "=prochlorperazine",
    ),
    "local anesthetic": ("vacaine", "=lignocaine", "=mepivacaine"),
    "antidiabetic": (
        "gliptin", "gliflozin", "glitazone", "glutide", "piride", "=metformin",
        "=gliclazide", "=glipizide", "=glibenclamide", "=glyburide", "=acarbose",
    ),
    "insulin": ("=glargine", "=detemir", "=degludec", "=lispro", "=aspart", "=glulisine"),
    "antithyroid drug": ("=methimazole", "=thiamazole", "=carbimazole", "=propylthiouracil"),
    "antihistamine": (
        "atadine", "=cetirizine", "=fexofenadine", "=diphenhydramine", "=chlorpheniramine", "=hydroxyzine",
        "=bilastine",
        "=levocetirizine", "=promethazine", "=cyclizine", "=meclizine", "=dimenhydrinate",
    ),
    "antiestrogen": ("=letrozole", "=anastrozole", "=exemestane", "=tamoxifen", "=fulvestrant"),
    "gonadorelin drug": ("relin", "relix", "=leuprolide"),
    "progestogen": (
        "=dienogest", "=progesterone", "=medroxyprogesterone", "=norethisterone", "=dydrogesterone",
        "=megestrol",
    ),
    "somatostatin analogue": ("reotide",),
    "bisphosphonate": ("dronate", "=zoledronic"),
    "uterotonic": (
        "=oxytocin", "=misoprostol", "=carboprost", "=dinoprostone", "=ergometrine", "=methylergometrine",
        "=carbetocin",
    ),
    "bronchodilator": (
        "=salbutamol", "=terbutaline", "=ipratropium", "=tiotropium", "=formoterol", "=salmeterol", "=aminophylline",
        "=theophylline",
    ),
    "urate-lowering drug": ("=allopurinol", "=febuxostat", "=rasburicase"),
    "chelator": ("=deferoxamine", "=desferrioxamine", "=deferasirox", "=deferiprone", "=penicillamine", "=trientine"),
    "glaucoma drug": ("anoprost", "avoprost", "atoprost", "=brimonidine", "=dorzolamide", "=brinzolamide"),
    "alpha blocker": ("azosin", "=tamsulosin", "=silodosin", "=alfuzosin"),
    "triptan": ("triptan",),
    "dopamine agonist": ("=bromocriptine", "=cabergoline", "=ropinirole", "=pramipexole", "=rotigotine"),
    "drug for an overactive bladder": ("fenacin", "=oxybutynin", "=tolterodine", "=mirabegron"),
    "drug for spasticity": ("=baclofen", "=tizanidine", "=dantrolene"),
    "drug for dementia": ("=donepezil", "=rivastigmine", "=memantine", "=galantamine"),
    "fibrate": ("fibrate", "=gemfibrozil"),
    "leukotriene antagonist": ("lukast",),
    "aminosalicylate": ("=sulfasalazine", "=mesalazine", "=mesalamine"),
}  # fmt: skip
_ENDINGS = tuple(stem.removeprefix("=") for stems in _GROUPS.values() for stem in stems)


def _group(word: str) -> str:
    """The group of drugs that a word belongs to, "" for other words."""
    if len(word) <= 5 or not word.endswith(_ENDINGS):
        return ""
    for group, stems in _GROUPS.items():
        if any(stem == "=" + word or (word.endswith(stem) and len(word) > len(stem) + 1) for stem in stems):
            return group
    return ""


_GROUP_OF = ByWord(_group)


def group_of(word: str) -> str:
    """The group of drugs that a word in small letters belongs to, "" for other words."""
    return _GROUP_OF[word]

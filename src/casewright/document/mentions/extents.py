"""What a length in the text is the size of, and what a dose is a dose of."""

from __future__ import annotations

import re

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.stature import is_height, is_weight
from casewright.document.mentions.timespans import Sense
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily

_THINGS = (
    r"mass(?:es)?|lesions?|tumou?rs?|nodules?|cysts?|stones?|calcul(?:us|i)|gallstones?"
    r"|aneurysms?|abscess(?:es)?|defects?|hernias?|ulcers?"
    r"|ulcerations?|polyps?|nodes?|lymph nodes?|wounds?|incisions?|haematomas?|hematomas?"
    r"|collections?|effusions?|thromb(?:us|i)|foreign bod(?:y|ies)"
    r"|perforations?|lacerations?|plaques?|papules?|patch(?:es)?|vegetations?|metastas[ei]s"
    r"|adenomas?|fibroids?|myomas?|specimens?|swellings?|lumps?|bull[ae]|blisters?"
    r"|diverticul(?:um|a)|varices|strictures?|stenos[ie]s|fistulas?|opacity|opacities"
    r"|infarcts?|pseudocysts?|goiters?|lipomas?|sac|duct|spleen|liver|kidneys?|uterus"
    r"|ovary|thyroid|aorta|appendix|gallbladder|prostate|pancreas|testis|teeth|tooth|scars?"
    r"|erosions?|cavity|cavities|hemangiomas?|meningiomas?|carcinomas?|sarcomas?|schwannomas?"
    r"|GISTs?|lipoma|teratomas?|cystadenomas?|fragments?|segments?|bezoars?|needles?|burns?"
    r"|septal defects?|PFO|ASD|VSD|pseudoaneurysms?|dissection|tears?|gaps?|openings?|margins?"
    r"|tumor size|stent|balloon|graft|flap|bulges?|protrusions?|macules?|foci|focus|area|areas"
    r"|eschars?|ring|cord|lobe|hydronephrosis|pleural thickening|thickening|trachea|fluid"
    r" collection"
)
_LENGTH_OF = lazily(
    r"[\s-]{0,2}(?:(?:in|of|and|×|x|by|(?:\w|-)+) ){0,7}?(?P<of>" + _THINGS + r")\b(?! (?:from|distance))",
    re.IGNORECASE,
)
_THING = lazily(rf"\b(?:{_THINGS})\b", re.IGNORECASE)
_MEASURING = lazily(
    r"(?:measur\w+|size|sized|sizes|diameter|diameters|dimensions?|wide|long|length"
    r"|thick(?:ness)?|width|height|large|largest|extent|calib(?:er|re)|up to|enlarged|dilated"
    r"|dilat(?:at)?ion|depth|thickened|grown|of)"
    r"(?:[ (:=,]{1,2}(?:of|was|were|is|approximately|about|around|up to|at|to|the|as|nearly"
    r"|almost|size|by|from|maximum|maximal|greatest|largest|diameter|dimensions?|being"
    r"|approx\.?|\(|in|with|a|an|less than|greater than|more than))*[ (:=,]{0,2}\Z",
    re.IGNORECASE,
)
_VOLUME = lazily(
    r"\bvolume[s]?(?: (?:of|was|at|measured|estimated|approximately|about|is|were))* ?[(:=]? ?\Z"
)
_SIZED = lazily(
    r"\)?[ -]{0,2}(?:\((?:[^()]{1,30})\) )?(?:in (?:its |the |maximum |maximal |greatest "
    r"|largest |longest |transverse |axial |total |overall |cross-sectional )*(?:diameters?"
    r"|size|length|width|thickness|dimensions?|depth|height|extent|axis|diam)"
    r"|in (?:its |the )?(?:largest|greatest|maximum|maximal|longest) |diameter|sized|size"
    r"|thick|wide|long|large|deep|high|across|in \w+ by|dimensions?)\b",
    re.IGNORECASE,
)
_FROM = lazily(
    r"[ -](?:away |distal |proximal |above |below |lateral |medial |anterior |posterior "
    r"|inferior |superior |deep |caudal |cranial |distally |proximally |cephalad )?(?:from|to"
    r"|above|below|distal|proximal|inferior|superior|off|anterior|posterior|lateral|medial"
    r"|beyond|inside|past|under|into)\b"
)
_DRUG_ENDINGS = (
    "racetam|mab|nib|cillin|mycin|micin|floxacin|azole|olol|pril|sartan|statin|dipine|prazole|tidine"
    "|parin|epam|olam|olone|asone|onide|"
    "platin|taxel|rubicin|vir|tide|gliptin|gliflozin|glitazone|formin|cycline|penem|xaban|gatran|caine"
    "|fentanil|setron|limus|trexate|"
    "semide|thiazide|zine|tapine|done|phylline|terol|tropium|profen|oxime|axone|cef\\w*"
    "|ephrine|amine|barbital|amide|citabine|poside|uridine|cristine|blastine|"
    "mustine|tecan|rone|stat|cort|tyline|oxetine|pramine|azepine|toin|bactam|zolid|planin"
    "|fungin|sone|sol|actone|oxide|prost|tinib|relin|stim|poietin|pidogrel|grelor|afil|zosin"
    "|triptan|nazole|quine|ide|stigmine|curonium|ine|idone|cilin|nidazole|dronate|phosphamide"
    "|lone|fenac|rolac|peridol|adol|dilol|etalol|loxone|trexone|prostol|pressin|curium|zomib|lukast|calciferol"
    "|quantel|quone|renone|sporin|morphone|fibrate|fibrozil|ozole|mectin|butamol|oxifene?|ampicin"
)
_DRUGS = (
    "[a-z]+ic acid|insulin|aspirin|warfarin|heparin|morphine|fentanyl|propofol|ketamine"
    "|epinephrine|norepinephrine|adrenaline|noradrenaline|dopamine|dobutamine|vasopressin|"
    "hydrocortisone|dexamethasone|prednisone|interferon|etoposide|octreotide|vancomycin"
    "|meropenem|ceftriaxone|gentamicin|atropine|digoxin|amiodarone|lithium|levodopa|"
    "gabapentin|pregabalin|valproate|valproic acid|mannitol|glucagon|thyroxine|levothyroxine"
    "|estrogen|testosterone|vitamin [A-K]\\d*|folic acid|iron|calcium gluconate|"
    "magnesium sul(?:f|ph)ate|potassium chloride|sodium bicarbonate|albumin|immunoglobulins?"
    "|IVIG|alteplase|tPA|rt-PA|urokinase|tranexamic acid|paracetamol|acetaminophen|"
    "colchicine|mesalamine|methotrexate|cyclophosphamide|5-FU|5-fluorouracil|fluorouracil"
    "|leucovorin|iodine|lidocaine|glycerin|zinc|ursodeoxycholic acid|UDCA|BCG|"
    "steroids?|corticosteroids?|ATG|G-CSF|MMF|mycophenolate(?: mofetil)?|ATRA|acyclovir"
    "|penicillin(?: G)?|co-trimoxazole|trimethoprim|sulfamethoxazole|contrast|gadolinium"
    "|losartan|sufentanil|naproxen|diltiazem|verapamil|allopurinol|febuxostat|topiramate|tamoxifen|indomethacin"
    "|naloxone|propylthiouracil|acenocoumarol|phenprocoumon|prasugrel|cef[a-z]{4,}|cephalexin|amikacin|ofloxacin|isoniazid"
    "|rifampin|rifabutin|ethambutol|vecuronium|pancuronium|sugammadex|etomidate|glycopyrrolate|nitroglycerin"
    "|busulfan|melphalan|chlorambucil|baclofen|zolpidem|bupropion|artesunate|artemether|amphotericin(?: B)?|ribavirin"
    "|sucralfate|ezetimibe|calcitriol|phytonadione|flumazenil|salbutamol|melatonin"
    "|charcoal|lactulose|TPA|rituximab|infliximab|rocuronium|(?:lanthanum|calcium|sevelamer|lithium) carbonate"
)
_OTHER_DRUGS = (  # whose names end like no others
    "ambroxol|bisacodyl|bosentan|cilostazol|cinacalcet|clobazam|dantrolene|deferasirox|dextromethorphan"
    "|dimenhydrinate|dipyridamole|donepezil|estradiol|etanercept|fulvestrant|guaifenesin|hydroxyurea|isotretinoin"
    "|megestrol|[a-z]{3,}oxicam|mesna|methocarbamol|methyldopa|methylphenidate|metolazone|mianserin|mifepristone"
    "|minoxidil|modafinil|niacin|nicorandil|nystatin|oxybutynin|oxytocin|probenecid|propafenone|riluzole|ropinirole"
    "|simethicone|solifenacin|sotalol|streptokinase|tamsulosin|thiopental|tolvaptan|trihexyphenidyl|fondaparinux"
    "|bivalirudin|argatroban|tirofiban|tenecteplase|reteplase|belatacept|fingolimod|(?:es)?citalopram"
)
_DRUG = rf"(?:{_DRUGS}|{_OTHER_DRUGS}|[A-Za-z][a-z-]{{2,20}}(?:{_DRUG_ENDINGS}))"
_NOT_DRUG = words(
    "determine examine combine decline medicine urine baseline routine spine genuine fine"
    " line nine intestine vaccine "
    "provide include side wide slide outside inside decide beside guide divide peptide nucleotide chloride "
    "alone done none prone phone stone zone bone tone hormone cone amine guideline online"
    " examine machine creatinine "
    "discipline glycine quarantine feminine calcine saline marine alkaline mine vine pine"
    " deadline airline dine "
    "protein fluoride sodium oxide hydrogen dioxide monoxide triglyceride suicide incide"
    " coincide preside reside alongside "
    "bedside upside inpatient resolution solution condone abandoned hyperamide tine amide"
    " daytime overtime"
)
_DRUG_BEFORE = lazily(
    rf"(?<![^\s(\-/,])(?P<of>{_DRUG})\b(?:\s?\([A-Z][a-z][^()]{{1,40}}\))?"
    r"(?: (?:acid|sodium|potassium|acetate|phosphate|succinate|sul(?:f|ph)ate"
    r"|hydrochloride|tablets?|injections?|infusion|therapy|treatment|LAR|IV|iv|i\.v\."
    r"|intravenous(?:ly)?|oral(?:ly)?|pulse|capsules?|cream|eye drops|bolus|depot|dose|doses"
    r"|daily|maintenance|monotherapy))*"
    r"(?:[\s,:(=\[]{1,3}|\s?[(,]?(?:\w+ )?(?:at|of|with|in|to|was|a|an|the|dose|doses|dosage"
    r"|increased|reduced|tapered|started|given|administered|initial|loading|maintenance|daily"
    r"|total|starting|single|high|low|intravenous|oral|from|up|were|initiated|by|down)(?:"
    r" (?:at|of|with|in|to|was|a|an|the|dose|doses|dosage|increased|reduced|tapered|started"
    r"|given|administered|initial|loading|maintenance|daily|total|starting|single|high|low"
    r"|intravenous|oral|from|up|initiated|by|down))* \(?)\Z"
)
_DRUG_AFTER = lazily(
    r"(?:[ -](?:of|daily|oral(?:ly)?|intravenous(?:ly)?|IV|iv|i\.v\.|per day|twice|once|doses?"
    r"|day|a|an|tablets?|bolus|subcutaneous|intramuscular|vaginal|low[- ]dose|high[- ]dose"
    r"|long-acting|liposomal|inhaled|topical|units|prophylactic|sublingual|unfractionated"
    rf"|regular|intra\w+|IM|SC)){{0,5}} (?P<of>{_DRUG})\b"
)
_DOSE_BEFORE = lazily(r"\d\s?(?:m?g|mcg|[µμ]g|m[lL]|I?U)\s(?:of\s)?\Z")
_DOSING = lazily(
    r"(?:,? (?:once|twice|three times|four times|daily|per day|a day|orally|intravenously|IV\b"
    r"|iv\b|i\.v\.|i\.m\.|IM\b|PO\b|po\b|p\.o\.|bid|tid|qid|BID|TID|QID|b\.i\.d|t\.i\.d|q\.?d"
    r"|every|q\d+|intramuscularly|subcutaneously|at bedtime|nightly|weekly|monthly|on days?"
    r"|for \d+|as a (?:bolus|single)|tablets?|capsules?|in the morning|over \d+|bolus|infusion"
    r"|dose|(?:was|were) (?:given|administered|infused|injected|started|prescribed|added)\b))"
)
_WORD_BEFORE = lazily(r"\b([A-Za-z][A-Za-z-]{4,24})[ ,(:]{1,2}\Z")
_NOT_OF = words(
    "about approximately every after before total daily doses dosage given least than weight"
    " weighing weighed "
    "level levels serum which there their with from under above around nearly almost another"
    " further these those "
    "excretion increased decreased reduced tapered started initial received intake containing contained "
    "protein albumin creatinine glucose uptake secretion proteinuria urine orally intravenous"
    " intravenously subcutaneous oral intramuscular injection injections infusion tablet"
    " tablets capsule"
)
_DOSE_DIMENSIONS = frozenset(
    {"mass", "mass/area", "mass/mass", "mass/mass/time", "mass/time", "activity", "activity/mass", "activity/area",
     "activity/time"}
)  # fmt: skip


def length_sense(text: str, figure: Figure) -> Sense:
    """Whether a length is a size, and of what; a distance from something else is left open."""
    before, after = text[max(0, figure.start - 90) : figure.start], text[figure.end : figure.end + 90]
    product = figure.quantity.shape == "product"
    unit = figure.quantity.unit
    if unit is not None and unit.dimension == "volume":
        things = _THING.findall(before) if _VOLUME.search(before) else []
        return Sense("size", things[-1].lower()) if things else Sense("")
    if not product and _FROM.match(after):
        return Sense("")
    if is_height(text, figure):
        return Sense("height")
    match = _LENGTH_OF.match(after)
    if match is not None and (product or figure.hyphened or " of " not in match[0]):
        return Sense("size", match["of"].lower())
    if product or _MEASURING.search(before) or _SIZED.match(after):
        things = _THING.findall(before)
    elif re.search(r"[(\[]\s?\Z", before):
        things = _THING.findall(before, max(0, len(before) - 24))
    else:
        return Sense("")
    if not things:
        return Sense("size" if product else "")
    return Sense("size", things[-1].lower())


def dose_sense(text: str, figure: Figure) -> Sense:
    """Whether a mass or an activity is a dose, and of which drug, or a body's weight."""
    unit = figure.quantity.unit
    if unit is None or unit.dimension not in _DOSE_DIMENSIONS:
        return Sense("")
    if unit.code in ("kg", "[lb_av]"):
        return Sense("weight" if is_weight(text, figure) else "")
    before, after = text[max(0, figure.start - 90) : figure.start], text[figure.end : figure.end + 90]
    led, followed = _DRUG_BEFORE.search(before), _DRUG_AFTER.match(after)
    if led is not None and followed is not None and _DOSE_BEFORE.search(before, 0, led.start("of")):
        led = None  # `200 mg propofol, 100 µg fentanyl`
    for match in (led, followed):
        if match is not None and match["of"].lower() not in _NOT_DRUG:
            return Sense("dose", match["of"].lower())
    if _DOSING.match(after):
        word = _WORD_BEFORE.search(before)
        of = word[1].lower() if word is not None else ""
        if of in _NOT_OF or of.endswith("ly"):
            of = ""
        return Sense("dose", of)
    return Sense("")

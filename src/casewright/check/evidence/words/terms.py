"""Terms of medicine whose words are fixed, and the words of a report that are one slip away from such a word.

A slip is a letter left out, put in, exchanged or turned round. The list is casewright's own: terms that are in daily
use, of which no word can be replaced by one that looks like it. British and American spellings are one.
"""

from __future__ import annotations

from typing import NamedTuple

# Of these the endings count: genus and species, and other Latin.
_LATIN = """
escherichia coli / pseudomonas aeruginosa / staphylococcus aureus / staphylococcus epidermidis
staphylococcus haemolyticus / staphylococcus lugdunensis / clostridium difficile / clostridioides difficile
clostridium perfringens / pneumocystis jirovecii / candida albicans / candida glabrata / aspergillus fumigatus
helicobacter pylori / mycobacterium tuberculosis / mycobacterium avium / acinetobacter baumannii
enterococcus faecalis / enterococcus faecium / enterobacter cloacae / listeria monocytogenes / bacteroides fragilis
cryptococcus neoformans / toxoplasma gondii / plasmodium falciparum / plasmodium vivax / treponema pallidum
borrelia burgdorferi / neisseria meningitidis / neisseria gonorrhoeae / proteus mirabilis / serratia marcescens
stenotrophomonas maltophilia / streptococcus pyogenes / streptococcus agalactiae / legionella pneumophila
chlamydia trachomatis / entamoeba histolytica / echinococcus granulosus
cutibacterium acnes / brucella melitensis / coxiella burnetii / bartonella henselae / campylobacter jejuni
rectus abdominis / latissimus dorsi / gluteus maximus / biceps brachii / vastus lateralis / corpus callosum
cauda equina / conus medullaris / foramen ovale / ductus arteriosus / linea alba / diabetes mellitus
diabetes insipidus / erythema nodosum / erythema multiforme / pyoderma gangrenosum / pemphigus vulgaris
lichen planus / acanthosis nigricans / lupus erythematosus / myasthenia gravis / status epilepticus
placenta praevia / placenta accreta / placenta percreta / situs inversus / osteogenesis imperfecta
"""
# Of these a word may end otherwise: `computed tomographic`.
_ENGLISH = """
computed tomography / computerized tomography / optical coherence tomography / positron emission tomography
magnetic resonance / bundle branch block / tonic clonic / myoclonic seizures / prostate specific antigen
partial thromboplastin time / disseminated intravascular coagulation
erythrocyte sedimentation rate / alkaline phosphatase / lactate dehydrogenase / aspartate aminotransferase
alanine aminotransferase / gamma glutamyl transferase / gamma glutamyl transpeptidase / carcinoembryonic antigen
acute respiratory distress syndrome / deep vein thrombosis / deep venous thrombosis / myocardial infarction
cerebral infarction / myocardial infarct / splenic infarction / pulmonary infarction / pulmonary embolism
urinary tract infection / ejection fraction / iliac crest / terminal ileum / spinal cord / vocal cord / umbilical cord
spermatic cord / mucous membrane / cardiac tamponade / pericardial effusion / pleural effusion / vena cava
superior mesenteric / inferior mesenteric / aortic dissection / mitral regurgitation / tricuspid regurgitation
aortic regurgitation / atrial fibrillation / ventricular fibrillation / ventricular tachycardia / rheumatoid arthritis
ankylosing spondylitis / multiple sclerosis / amyotrophic lateral sclerosis / cerebrospinal fluid / lumbar puncture
subarachnoid hemorrhage / subdural hematoma / epidural hematoma / fine needle aspiration / hematoxylin eosin
molecular weight heparin / monoclonal gammopathy / prostatic hyperplasia / transurethral resection / hydatidiform mole
ectopic pregnancy / polymerase chain reaction / in situ hybridization / linked immunosorbent assay
oxygen saturation / nasogastric tube / endotracheal tube / endotracheal intubation / mechanical ventilation
glasgow coma / crohn disease / crohn s disease / guillain barre / sjogren syndrome / sjogren s syndrome
wegener granulomatosis / wegener s granulomatosis / hirschsprung disease / hirschsprung s disease / raynaud phenomenon
raynaud s phenomenon / marfan syndrome / takayasu arteritis / takayasu s arteritis / parkinson s disease
alzheimer s disease / hashimoto thyroiditis / hashimoto s thyroiditis / stevens johnson / budd chiari
ehlers danlos / henoch schonlein / ziehl neelsen / kaposi sarcoma / kaposi s sarcoma / burkitt lymphoma
burkitt s lymphoma / meckel diverticulum / meckel s diverticulum / mallory weiss / barrett esophagus
barrett s esophagus / trendelenburg position / babinski sign / epstein barr / cushing syndrome / cushing s syndrome
addison s disease / creutzfeldt jakob / wernicke encephalopathy / wernicke s encephalopathy / sturge weber
klippel trenaunay / peutz jeghers / churg strauss / bence jones / fallot s tetralogy / tetralogy of fallot
hodgkin lymphoma / hodgkin s lymphoma / langerhans cell / kawasaki disease / kawasaki s disease / swan ganz
sternocleidomastoid muscle / carotid artery / subclavian artery / subclavian vein / jugular vein / femoral artery
popliteal artery / brachial plexus / optic nerve / sciatic nerve / ulnar nerve
intervertebral disc / intervertebral disk / thyroid gland / adrenal gland / pituitary gland / parotid gland
lymph node / bone marrow / common bile duct / pancreatic duct / ileocecal valve / sigmoid colon / gastric antrum
fallopian tube / mitral valve / aortic valve / tricuspid valve / left ventricular / right ventricular
septic shock / anaphylactic shock / metabolic acidosis / lactic acidosis / liver cirrhosis
heparin induced thrombocytopenia / thrombotic thrombocytopenic purpura
hemolytic uremic syndrome / antiphospholipid syndrome / antinuclear antibody / rheumatoid factor
squamous cell carcinoma / renal cell carcinoma / hepatocellular carcinoma / neuroendocrine tumor
gastrointestinal stromal tumor / glioblastoma multiforme / informed consent / scare guidelines / scare criteria
"""
_EITHER = frozenset(
    {"jiroveci", "focal", "local", "sjoegren", "schoenlein", "schonlein"}
)  # as good as what is listed, or another thing


class Slip(NamedTuple):
    """A printed word that is one slip away from word number `at` of a term."""

    term: tuple[str, ...]
    at: int


def _folded(word: str) -> str:
    if "ae" in word or "oe" in word or "is" in word:
        return word.replace("ae", "e").replace("oe", "e").replace("ise", "ize").replace("isa", "iza")
    return word


def _terms(table: str) -> list[tuple[str, ...]]:
    return [tuple(term.split()) for line in table.strip().splitlines() for term in line.split(" / ")]


_EXACT = frozenset(_terms(_LATIN))
_LEAST = 5  # letters: shorter words are too near to others


def _with_one_less(word: str) -> list[str]:
    return [word[:index] + word[index + 1 :] for index in range(len(word))]


def _places() -> dict[str, list[Slip]]:
    """Where each word of the terms stands."""
    places: dict[str, list[Slip]] = {}
    for term in (*_terms(_LATIN), *_terms(_ENGLISH)):
        for at, word in enumerate(term):
            places.setdefault(_folded(word), []).append(Slip(term, at))
    return places


def _index() -> dict[str, list[str]]:
    """The words of all terms by what is left of them when one letter falls out, and by themselves."""
    index: dict[str, list[str]] = {}
    for word in _PLACES:
        if len(word) >= _LEAST:
            for key in {word, *_with_one_less(word)}:
                index.setdefault(key, []).append(word)
    return index


_PLACES = _places()
_INDEX = _index()
_KEYS = frozenset(_INDEX)


def slips(word: str) -> tuple[Slip, ...]:
    """The slips that a word may be."""
    if len(word) < _LEAST:
        return ()
    folded = _folded(word)
    keys = [folded, *_with_one_less(folded)]
    if _KEYS.isdisjoint(keys) or folded in _PLACES or word in _EITHER:
        return ()
    meant = (word for key in keys for word in _INDEX.get(key, ()))
    return tuple(dict.fromkeys(slip for word in meant for slip in _PLACES[word] if _is_slip(folded, slip)))


def _is_slip(folded: str, slip: Slip) -> bool:
    """Whether a word is no plural or other ending of the one meant, where the ending does not count."""
    meant = _folded(slip.term[slip.at])
    if folded in (meant + "s", meant + "es", meant.removesuffix("s")):
        return False
    return slip.term in _EXACT or not (folded.startswith(meant[:-2]) or meant.startswith(folded[:-2]))

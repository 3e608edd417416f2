"""How bacteria take Gram's stain and what shape they have, by genus.

Source: Bergey's Manual of Systematics of Archaea and Bacteria (not verified genus by genus). Mycobacteria, which take
the stain weakly, and bacteria without a cell wall are left out.
"""

from __future__ import annotations

_GENERA = {
    "positive coccus": "staphylococcus streptococcus enterococcus micrococcus peptostreptococcus aerococcus gemella"
    " granulicatella abiotrophia leuconostoc lactococcus pediococcus kocuria finegoldia parvimonas",
    "positive rod": "listeria clostridium clostridioides bacillus corynebacterium lactobacillus cutibacterium"
    " propionibacterium actinomyces nocardia erysipelothrix rhodococcus gordonia bifidobacterium eggerthella"
    " arcanobacterium trueperella paenibacillus tsukamurella rothia",
    "negative rod": "escherichia klebsiella pseudomonas enterobacter serratia proteus salmonella shigella citrobacter"
    " stenotrophomonas burkholderia bacteroides morganella providencia legionella yersinia vibrio aeromonas"
    " fusobacterium prevotella capnocytophaga eikenella cardiobacterium chryseobacterium elizabethkingia achromobacter"
    " ralstonia raoultella pantoea hafnia edwardsiella plesiomonas sphingomonas cronobacter kluyvera delftia comamonas"
    " ochrobactrum roseomonas campylobacter helicobacter",
    "negative coccobacillus": "acinetobacter haemophilus brucella pasteurella bordetella kingella aggregatibacter"
    " francisella bartonella",
    "negative coccus": "neisseria moraxella veillonella",
}
KIND_OF = {genus: kind for kind, genera in _GENERA.items() for genus in genera.split()}
GENUS_OF = {  # by the species, where the genus is often cut short
    "coli": "escherichia", "aeruginosa": "pseudomonas", "aureus": "staphylococcus", "epidermidis": "staphylococcus",
    "pyogenes": "streptococcus", "faecalis": "enterococcus", "faecium": "enterococcus", "marcescens": "serratia",
    "meningitidis": "neisseria", "gonorrhoeae": "neisseria", "monocytogenes": "listeria", "difficile": "clostridium",
    "pneumoniae": "", "baumannii": "acinetobacter", "pseudomallei": "burkholderia", "cepacia": "burkholderia",
    "maltophilia": "stenotrophomonas", "cloacae": "enterobacter", "mirabilis": "proteus", "fragilis": "bacteroides",
    "influenzae": "haemophilus", "multocida": "pasteurella", "perfringens": "clostridium",
}  # fmt: skip

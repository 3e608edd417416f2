"""What a patient is: origin, descent, occupation, hand, term of birth; of each, one value excludes the others."""

from __future__ import annotations

from casewright.check.evidence.words.family import Family

_NOUNS = ("man", "male", "boy", "girl", "patient", "lady", "infant", "child")  # of which each person has one
_NATIONS = (
    "Chinese|Japanese|Korean|Indian|Turkish|Iranian|Moroccan|Tunisian|Italian|Thai|Vietnamese|Nigerian|Egyptian"
    "|Pakistani|Saudi|Brazilian|German|French|British|Greek|Spanish|Portuguese|Mexican|Filipino|Nepali|Nepalese"
    "|Bangladeshi|Iraqi|Syrian|Lebanese|Indonesian|Malaysian|Taiwanese|Russian|Ethiopian|Sudanese|Algerian"
    "|Dutch|Swedish"
    "|Danish|Norwegian|Polish|Romanian|Ukrainian|Hungarian|Serbian|Croatian|Bulgarian|Belgian|Swiss|Austrian"
    "|Irish|Scottish"
    "|Finnish|Israeli|Jordanian|Palestinian|Kuwaiti|Yemeni|Libyan|Kenyan|Ugandan|Ghanaian|Somali|Eritrean|Congolese"
    "|Cameroonian|Malian|Senegalese|Tanzanian|Colombian|Peruvian|Chilean|Argentinian|Argentine|Cuban|Jamaican|Haitian"
    "|Venezuelan|Australian|Canadian|Afghan|Kurdish|Sri Lankan|Cambodian|Singaporean|Mongolian|Burmese"
)
_DESCENT = "Caucasian|African[- ]American|African|Asian|Hispanic|Latino|Latina|Black|White|Arab|Jewish|Polynesian|Maori"
_OCCUPATIONS = (
    "farmer|teacher|nurse|physician|doctor|engineer|driver|carpenter|mechanic|electrician|plumber|housewife"
    "|homemaker|clerk"
    "|salesman|shopkeeper|student|soldier|policeman|firefighter|fisherman|butcher|baker|cook|chef|gardener"
    "|hairdresser"
    "|veterinarian|welder|miner|painter|builder|laborer|labourer|musician|athlete|footballer|lawyer"
    "|accountant|secretary"
    "|tailor|pilot|sailor|priest|waiter|waitress|cleaner|janitor|pharmacist|dentist|professor|businessman"
    "|businesswoman"
    "|construction worker|factory worker|office worker|farm worker|healthcare worker|steel worker|dock "
    "worker|social worker"
    "|mason|bricklayer|potter|shepherd|fishmonger|seamstress|technician|journalist|librarian|architect|receptionist"
)


def _of_person(values: str) -> str:
    """The pattern of an adjective of a person: `a Thai woman`, `a 30-year-old Thai patient`."""
    return (
        rf"({values})\b(?! American)(?= (?:[a-z-]+ )?"
        r"(?:man|woman|male|female|boy|girl|patient|lady|gentleman|infant|child)\b)"
    )


PERSONAL: tuple[Family, ...] = (
    Family(
        "who referred the patient",
        r"(?<!then )referred (?:to (?:us|our [a-z ]{3,40}?|the [a-z ]{3,40}?) )?by (?:his|her|a|an|the|their)"
        r" (?:[a-z]+ )?"
        r"(dentist|general practitioner|family physician|family doctor|pa?ediatrician|gyna?ecologist|ophthalmologist"
        r"|neurologist|cardiologist|dermatologist|orthodontist|urologist|oncologist|internist|rheumatologist"
        r"|gastroenterologist|psychiatrist|optometrist|obstetrician|pulmonologist|endocrinologist"
        r"|nephrologist|surgeon)",
        ("referred",),
        once=True,
    ),
    Family("origin of the patient", _of_person(_NATIONS), _NOUNS, once=True),
    Family("descent of the patient", _of_person(_DESCENT), _NOUNS, once=True),
    Family(
        "occupation of the patient",
        rf"(?:man|woman|male|female|boy|girl|patient|old)[ ,]+(?:(?:who|and) )?(?:(?:was|is|worked|works"
        rf"|working|employed|by"
        rf" profession|by occupation) )*(?:as )?(?:an? )?(?:retired |former |office |bus |truck |taxi "
        rf"|school |dairy |rice )?({_OCCUPATIONS})\b"
        rf"|(?:he|she|patient|who) (?:was|is|worked as|works as|had worked as) an? (?:retired |former "
        rf")?({_OCCUPATIONS})\b"
        rf"|occupation (?:was|is) (?:an? )?({_OCCUPATIONS})\b",
        (*(word for word in _OCCUPATIONS.split("|") if " " not in word), "worker"),
        once=True,
    ),
    Family(
        "term of the birth",
        r"\b(preterm|full-term|term|post-term) (?:newborn|neonate|infant|baby|male|female|girl|boy"
        r"|delivery|birth)\b",
        ("newborn", "neonate", "infant", "baby", "delivery", "birth"),
    ),
    Family("hand", r"(right|left)[- ]hand(?:ed|[- ]dominant)\b", ("hand",), once=True),
    Family(
        "menopausal status",
        r"(premenopausal|perimenopausal|postmenopausal) (?:woman|female|patient)\b",
        ("menopausal",),
        once=True,
    ),
    Family(
        "immune status",
        r"(?<!not )(?<!non[- ])(immunocompetent|immunocompromised|immunosuppressed) (?:[a-z-]+ )?"
        r"(?:patient|host|male|female|man|woman|child|adult|boy|girl|infant)\b",
        ("immuno",),
        once=True,
    ),
)

"""Whether a height, a weight or an age is the patient's, or that of an organ, a staircase or a mother."""

from __future__ import annotations

import re

from casewright.document.mentions.figures import Figure
from casewright.document.mentions.fitting import tall
from casewright.document.mentions.names import Name
from casewright.patterns import lazily

_THING = (
    r"(?:lungs?|spleen|liver|heart|kidneys?|tumou?rs?|mass|specimens?|uterus|placentas?|brain|organs?|glands?|prostate"
    r"|thyroid|ovary|ovaries|testis|testes|breasts?|graft|implants?|stones?|calcul(?:us|i)|cysts?|GIST|lipoma|leiomyoma"
    r"|fibroids?|bezoar|goit(?:er|re)|tissue|resected|excised|removed|enucleated|it|molecular|device|\w{3,}omas?"
    r"|pancreas|adrenal|thymus|lobes?)"
)
_WEIGHED = lazily(rf"\b{_THING}\b[^.;]{{0,40}}\Z|\s?[x×]\s?\d[\d.,]*\s?[cm]m\b[^.;]{{0,20}}\Z")
_OF_A_THING = lazily(rf"\A\s(?:of|for)\s(?:the|an?|his|her|its|each|both)\s(?:[\w-]+\s){{0,3}}?{_THING}\b")
_FAR_THING = lazily(
    rf"\b{_THING}\b(?!.*\b(?:patient|s?he|his|her|body|birth|\w*man|boy|girl|baby|infant|child|new-?born"
    r"|neonate|f(?:o?e)tus|twin|male|female)\b)",
    re.IGNORECASE | re.DOTALL,
)
_OLD = lazily(r"[\s-]?(?:old\b|of age\b)")
_DOSED_BY = lazily(  # `0.8 g of protein per kg ideal body weight`
    r"(?:kg |\bper |/ ?)(?:of )?(?:(?:the|his|her|ideal|actual|lean|dry|total|current|predicted|adjusted) )*\Z"
)
_FALLEN = lazily(
    r"\b(?:fell|fall\w*|jump\w*|stairs?\w*|ladder|steps|roof|floor|tree|wall|building|scaffold\w*)\b"
)
_OF_A_SUBSTANCE = {"mg", "ug", "ng"}  # units in which no body is weighed: `1 mmol weighs 31 mg`
_OF_A_BODY = 20  # kg: below it what was weighed may be a thing named further off


def is_of_a_person(text: str, key: str, name: Name, figure: Figure) -> bool:
    """Whether a height or a weight is a body's, and a gestational age not somebody's years."""
    before = max(0, name.start - 60)
    if key == "gestational_age":  # `39 weeks of gestational age to a 30-year-old mother`
        return _OLD.match(text, figure.end) is None
    if key == "height":
        return tall(figure.quantity) and _FALLEN.search(text, before, name.end) is None
    if key == "weight":
        of_dose = _DOSED_BY.search(text, before, name.start)
        return of_dose is None and not _is_of_a_thing(text, name, figure)
    return True


def _is_of_a_thing(text: str, name: Name, figure: Figure) -> bool:
    """Whether an organ, a tumor or a specimen was weighed, by the words before the name and behind it."""
    unit, number = figure.quantity.unit, figure.quantity.numbers[0]
    if unit is not None and unit.code in _OF_A_SUBSTANCE:
        return True
    if _WEIGHED.search(text, max(0, name.start - 60), name.end):
        return True
    if _OF_A_THING.search(text[name.end : figure.start]):
        return True
    light = unit is None or unit.code != "kg" or number.value < _OF_A_BODY
    return light and _FAR_THING.search(text[max(0, name.start - 140) : name.start]) is not None

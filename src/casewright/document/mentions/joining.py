"""The words that join a name to its value, a name to the next name, and a value to the next value."""

from __future__ import annotations

import re
from functools import lru_cache

from casewright.document.mentions.fitting import LABORATORY
from casewright.document.mentions.wordset import words
from casewright.patterns import lazily
from casewright.quantity.model import Unit

# Words that may stand between a name and its value.
_WEAK = words(
    "a an the of was were is are at to as had has have been being with by be his her their"
    " its on in only up down "
    "about approximately around nearly almost elevated increased decreased raised low high"
    " slightly mildly markedly "
    "significantly normal dropped fell rose declined reduced measured measuring found noted"
    " showed revealed recorded "
    "reach reached remained stable still also further again peaked ranging ranged between reported"
    " improved worsened "
    "abnormal initially then now estimated calculated maximal maximum max peak minimum serum"
    " plasma initial total "
    "level levels count counts concentration concentrations value values rate index score scores titer titre "
    "activity test result results measurement reading readings sharply rapidly gradually"
    " decreasing increasing "
    "rising falling dropping from low-normal severely moderately extremely very high-normal"
    " lowest highest nadir "
    "documented detected determined registered observed greatly considerably remarkably"
    " within range borderline "
    "subsequently which that and mean average fluctuated averaging exceeded exceeds exceeding higher lower than"
    " below above over under "
    "just kept admission presentation arrival discharge referral upon our hospital even"
    " persistently limit limits movements remarkable significant for equal equals"
    " fever recovered returned back came went climbed lowered slowed jumped plummeted surged diminished doubled "
    "tripled halved gone sank sunk "
    "soared upto until hovering maintained deteriorated slight mild moderate marked severe"
    " decrease increase drop "
    "rise elevation peaking fall reduction persisted well progressively first later but there"
    " dangerously critically "
    "showing revealing indicating including being it he she patient's respectively"
    " approximatively reaching up-to "
    " raised fallen come normalizing normalising stayed unchanged constant "
    " stabilized stabilised continued risen rebounded resulted trending trended downward upward "
    "normalized normalised room ambient air blood baseline grossly undetectable obtained through abnormally "
    "turned out proved stood read amounted available latest last taken drawn checked determination gave yielded "
    "negative positive suppressed impaired preserved deranged diminished depressed outside although though albeit "
    "prolonged lengthened shortened "
    "averaged settled plateaued hovered far repeat repeated calculation confirmed returning "
) | words(  # of phrases that say when and where it was measured
    "this these those patient time day days morning evening night afternoon week weeks month months year years hour "
    "hours one two three four five six seven eight ten twelve first second third fourth fifth next following same "
    "previous preceding emergency department ward clinic hospital unit intensive care outpatient local laboratory "
    "referring operation surgery procedure intervention treatment therapy transfusion dialysis infusion delivery "
    "attack episode visit follow-up consultation examination before after during prior since postoperatively "
    "preoperatively afterwards thereafter soon shortly already immediately twice end onset birth intake"
)
_LINK = lazily(
    r"[)\]]?(?:\s?[(\[](?:[A-Za-zα-ωβγ][\w.+/"
    r" α-ω-]{0,28})[)\]])?[\s,:=(\[~–—-]{0,4}(?P<words>[A-Za-z', -]*?)[\s,:=(\[~–—-]{0,4}\Z"
)
NAMES_JOIN = lazily(
    r"(?:\s?\([A-Za-zα-ω][\w.+/ α-ω-]{0,28}\))?(?:\s(?:concentrations?|levels?|counts?|values?)(?=\s|,))?"
    r"\s?(?:,|/|and|,\s?and|&|or|as well as|,? followed by)\s?"
    r"(?:(?:the|serum|plasma|his|her|total|mean|both|blood) )?\Z"
)
# `albumin, to which calcium is bound, was`: what stands between a subject and its verb
ASIDE = lazily(
    r",\s(?:(?:(?:to|of|in|from|for|with|by|on)\s)?(?:which|whose|whom)|despite|because of|owing to|due to|unlike"
    r"|in contrast (?:to|with)|together with|compared (?:to|with)|given|after|before|although|though)\s"
    r"[^,;.:()\d]{3,80},(?=\s(?:of|was|were|is|are|had|remained|rose|fell|dropped|increased|decreased)\b)"
)
_NOT_SO = lazily(  # `was not elevated at`: what denies a state, and no bound such as `not below`
    r"\bnot (?=(?:\w+ly )?(?:elevated|raised|increased|decreased|reduced|low|high|abnormal|prolonged|suppressed)"
    r"(?:[,:=(]| at| \(|\Z))"
)
_BY = lazily(r"\bby(?: (?:about|approximately|around|roughly|nearly|almost|only))?\s\Z")
_NOUNS = frozenset({"family", "daily", "weekly", "monthly", "hourly", "anomaly", "fly", "only"})
# `hemoglobin; 14.2 g/dL`, `corticotropin (ACTH; 6 pg/mL)`: nothing but a semicolon stands between
_SEMICOLON = lazily(r"[)\]]?(?:\s?[(\[][A-Za-zα-ω][\w.+/-]{0,14}[)\]])?\s?;\s\Z")
FIGURES_JOIN = lazily(r"\s?(?:,|/|and|,\s?and|&)\s?(?:about |approximately |of |at )?\Z")
# `on day 3`, `24 hours after the operation`: when, told between a name and its value
MOMENT = lazily(
    r"(?<=[\s,(])(?:(?:measured|obtained|taken|drawn|checked)\s)?(?:(?:on|at|by)\s)?(?:the\s)?"
    r"(?:(?:hospital |post-?operative |illness )?[Dd]ay \d{1,3}|POD \d{1,2}"
    r"|\d{1,3}(?:st|nd|rd|th) (?:(?:hospital |post-?operative )?day|week|month)"
    r"|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\.?|AM|PM)"
    r"|(?:\d{1,3}|one|two|three|four|five|six|seven|eight|ten) (?:h|hours?|days?|weeks?|months?|years?) "
    r"(?:later|(?:after|before|following|post) (?:(?:the|his|her) )?[a-z-]+))(?=[\s,)])"
)
CHANGE = lazily(
    r"[)\]]?(?:\s?\([^()]{0,60}\))?[\s,]{0,2}(?:→|->|(?:and |but )?(?:then |finally |subsequently "
    r"|later )?(?:\w+ed |fell |rose |rising |falling )?(?:\w+ly )?"
    r"(?:back |up |down )?to(?: a (?:nadir|peak|maximum|level|value) of| about| approximately|"
    r" nearly| almost| only)?)\s?\Z"
)
FROM = lazily(r"\bfrom(?: a (?:\w+ ){0,2}of)?(?: about| approximately)? ?\Z")
LIMIT = lazily(
    r"(?:\s?\([a-zA-Zµμ/%]{1,8}\))?[\s,;]{0,2}[(\[]?\s?"
    r"(?:(?:with (?:a|an) |the )?(?:laboratory |institutional |local |adult |our )?"
    r"(?:normal(?: (?:range|ranges|value|values|limits?|level|levels|count|reference|upper"
    r" limit|lab range|interval))?|reference(?:s)?"
    r"(?: (?:range|ranges|value|values|interval|limits?|level|normal))?|ref\.?(?: (?:range"
    r"|value))?|range|NR|RR|N|nl|NV|n\.v\.|RI|RV|ULN|upper limit(?: of normal)?"
    r"|upper normal limit|cut-?off(?: value)?|lower limit of normal|LLN|for an? (?:upper )?(?:normal )?limit"
    r"|expected|normally|limit of normal))"
    r"[\s,:;=]{0,3}(?:is |was |of |being |are |up to |for \w+ |in \w+ |between |from |≤|<|was )*\Z",
    re.IGNORECASE,
)
# `121 mmol/L of sodium, and`, `8.5 mg/dL corrected calcium`: from a laboratory value to the name behind it
AHEAD = lazily(
    r" (?:of )?(?:(?!(?:with|and|but|for|from|after|while|then|when|was|were|had|has|plus|the|due|than|per|over|before"
    r"|during|until|without|despite|although|into)\b)[a-z]{3,} )?"
)
LISTED = lazily(r"(?: levels?| counts?| concentrations?)?(?:[,;.](?!\d)|\s(?:and|with)\s|\s?\Z)")
# `0.9 mg/dL (from 1.4`, `1.8 mg/dL (baseline 1.7`: from a value to the one that was before
BEFORE_IT = lazily(
    r"\s?\((?:(?:up|down|elevated|increased|decreased|reduced|improved) )?(?:from )?(?:an? |his |her |the )?"
    r"(?:(?:previous |prior )?baseline )?(?:value |level )?(?:of |was )?\Z"
)
BEHIND_LIMITS = lazily(
    r"[)\]]\s?(?:,|and|,\s?and|&)\s?\Z"
)  # from a reference range to the next of several values
OPEN = lazily(r"\s?[(\[]\s?\Z")
TIGHT = lazily(
    r"(?:\s?\([A-Za-zα-ω][\w.+/ α-ω-]{0,28}\))?\)?[\s:=(,]{0,3}(?:(?:levels?|counts?|concentration|value) )?"
    r"(?:(?:(?:rose|fell|dropped|decreased|increased|declined|reduced|improved) )?(?:of|was|is|were|at|from|to) )?"
    r"(?:(?:(?:markedly|mildly|slightly) )?(?:raised|elevated|increased|high|low|normal|reduced|found|measured) "
    r"(?:(?:at|to|with) )?)?\(?\Z"
)


def ends_list(text: str, figure_end: int, unit: Unit | None, name_start: int, name_end: int) -> bool:
    """Whether a laboratory value stands before its name, and nothing of it behind: `3.2 mmol/L of potassium,`."""
    return (
        unit is not None
        and unit.dimension in LABORATORY
        and AHEAD.fullmatch(text, figure_end, name_start) is not None
        and LISTED.match(text, name_end) is not None
    )


_DIGIT = lazily(r"\d")


def has_digit(gap: str) -> bool:
    """Whether a moment may stand in the words between a name and a number."""
    return _DIGIT.search(gap) is not None


@lru_cache(maxsize=4096)
def is_link(gap: str) -> bool:
    """Whether the words between a name and a number join them."""
    if len(gap) > 120:
        return False
    gap = gap.replace(", respectively,", "")
    if "." in gap:
        gap = gap.replace("approx.", "about").replace("ca.", "about")
    if "not " in gap:
        gap = _NOT_SO.sub("", gap)
    if _SEMICOLON.match(gap):
        return True
    if _BY.search(gap):
        return False  # so much was the change
    match = _LINK.match(gap)
    return match is not None and all(
        word in _WEAK or (word.endswith("ly") and word not in _NOUNS)
        for word in match["words"].lower().replace(",", " ").split()
    )

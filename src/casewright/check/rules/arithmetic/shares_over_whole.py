"""CW225."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from casewright.check.evidence.text.passage import having, scan, scan_near
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import found
from casewright.document.reading import Reading
from casewright.patterns import lazily
from casewright.quantity.number import read_number

_K = (
    r"(?:\d{1,5}|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix"
    r"|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\b)"
)
_P = r"\d{1,3}(?:\.\d+)?"
_WORDS = r"(?:\s[A-Za-z-]+){0,8}?"


def _share(name: str) -> str:
    return rf"\b(?P<k{name}>{_K})(?:\s[a-z-]+){{0,2}}\s?\((?P<p{name}>{_P})\s?%\)"


# Groups that shut one another out: those who had and had not, the sexes, the sides, the living and the dead.
_PAIRS = (
    lazily(
        rf"{_share('1')}{_WORDS}\s(?:and|,|;|but)\s{_share('2')}\s(?:had|did|were|was|have|has)\s(?:not\b|none\b)"
    ),
    lazily(
        rf"{_share('1')}\s(?:were\s|was\s)?(?:men|males?|boys)(?:,|\sand|;|,\sand)\s{_share('2')}\s(?:were\s|was\s)?"
        r"(?:women|females?|girls)\b"
    ),
    lazily(
        rf"{_share('1')}\s(?:were\s|was\s)?(?:women|females?|girls)(?:,|\sand|;|,\sand)\s{_share('2')}\s(?:were"
        rf"\s|was\s)?"
        r"(?:men|males?|boys)\b"
    ),
    lazily(
        rf"{_share('1')}\s(?:survived|were alive|recovered){_WORDS}"
        rf"(?:,|\sand|;|,\sand)\s{_share('2')}\s(?:died|had died)"
    ),
)
_CONTRARY = (  # words of which one excludes the other of the same patient, lesion or operation
    ("surgically|operatively|surgery", "conservatively|medically|nonoperatively|conservative|observation"),
    ("benign", "malignant"), ("positive", "negative"), ("alive|survived|living|survivors", "died|dead|deceased"),
    ("unilateral", "bilateral"), ("acute", "chronic"), ("complete", "partial|incomplete"),
    ("laparoscopic|laparoscopically", "open"), ("elective|electively", "emergency|emergent"),
    ("single|solitary", "multiple"), ("symptomatic", "asymptomatic"), ("ruptured", "unruptured|intact"),
    ("recovered|improved", "died"), ("male|men|boys", "female|women|girls"), ("adults", "children"),
    ("smokers", "nonsmokers|non-smokers"), ("sporadic", "familial|hereditary"), ("cured", "died"),
)  # fmt: skip
_EXCLUDING = tuple((frozenset(a.split("|")), frozenset(b.split("|"))) for a, b in _CONTRARY)
_TWO = lazily(
    rf"{_share('1')}(?P<w1>[^.;()%]{{2,60}}?)(?:,|\sand|;|,\sand|,?\swhereas|,?\swhile|\sbut)\s{_share('2')}"
    r"(?P<w2>(?:\s[a-z-]+){0,6})"
)
_SIDES = lazily(
    rf"\b(?:the\s)?right(?:\s[a-z]+){{0,4}}\sin\s(?P<k1>{_K})(?:\s\([^()]*\))?,?\s(?:and\s)?(?:the\s)?left(?:"
    rf"\s[a-z]+){{0,2}}"
    rf"\sin\s(?P<k2>{_K})(?:\s\([^()]*\))?(?:,?\s(?:and\s)?(?:both|bilateral)(?:\s[a-z]+){{0,2}}\sin\s(?P<k3>{_K}))?",
    re.IGNORECASE,
)
_LEFT = lazily(r"left(?:\s[a-z]+){0,2}\sin\s", re.IGNORECASE)
_WHOLE = lazily(
    r"\b(?P<n>\d{1,5})\s(?:[a-z-]+\s){0,2}?(?:patients|cases|eyes|women|men|children|adults|persons"
    r"|individuals|reports)\b"
)
_REST = lazily(  # `most limbs (88%), and only a minority (21%)`
    rf"\((?P<p1>{_P})\s?%\)[^.;%()]{{0,130}}"
    r"\b(?:(?:only )?a (?:small |minor |little )?(?:minority|proportion|fraction)"
    r"|the (?:remaining|rest|remainder|others|other half))\b"
    rf"[^.;%()]{{0,60}}\((?P<p2>{_P})\s?%\)",
)
_TWO_SHARES = lazily(r"%\)[^%]{1,140}%\)")
_BACK = 500  # characters in which the whole was told


class SharesOverWhole:
    """Groups that shut one another out, such as men and women or right and left, and are together more than all.

    Why it is bad
        Each percentage may fit its count, and still a person is counted twice.

    Example
        Of 14 women, 8 (57.1%) had a previous section and 7 (50.0%) had not.

    Write instead
        Of 14 women, 8 (57.1%) had a previous section and 6 (42.9%) had not.

    Source
        Addition, with the percentages held to their rounding. Groups that may overlap (symptoms, treatments)
        are left alone.
    """

    code: ClassVar[str] = "CW225"
    name: ClassVar[str] = "shares-over-whole"
    severity: ClassVar[Severity] = "error"

    def check(self, reading: Reading) -> Iterator[Finding]:
        blocks = having(reading, _TWO_SHARES)
        told: set[tuple[int, int]] = set()
        for pattern in (*_PAIRS, _REST):
            for passage, match in scan(reading, pattern, among=blocks):
                shares = [Decimal(match["p1"]), Decimal(match["p2"])]
                if sum(shares) > Decimal("101.5"):
                    told.add((passage.block, passage.start))
                    message = f"{match['p1']}% and {match['p2']}% of one whole are {sum(shares)}%"
                    yield found(self, reading, passage, message, "correct a count and its percentage")
        for passage, match in scan(reading, _TWO, among=blocks):
            total = Decimal(match["p1"]) + Decimal(match["p2"])
            known = (passage.block, passage.start) in told
            if not known and total > Decimal("101.5") and _exclude(match["w1"], match["w2"]):
                message = f"{match['p1']}% and {match['p2']}% of one whole are {total}%"
                yield found(
                    self, reading, passage, message, "correct a count and its percentage", (), "warning"
                )
        for passage, match in scan_near(reading, _LEFT, _SIDES, 220, 120, starts=("left",)):
            counts = [_value(match[name]) for name in ("k1", "k2", "k3") if match[name]]
            text = match.string[max(0, match.start() - _BACK) : match.start()]
            wholes = [int(each["n"]) for each in _WHOLE.finditer(text)]
            if wholes and sum(counts) > max(wholes) >= max(counts):
                parts = " and ".join(str(count) for count in counts)
                message = f"{parts} are {sum(counts)}, more than the {max(wholes)} told of"
                yield found(self, reading, passage, message, "correct a count or the whole", (), "warning")


def _exclude(first: str, second: str) -> bool:
    """Whether two groups have names of which one excludes the other."""
    one, other = ({*text.lower().split()} for text in (first, second))
    return any(
        (one & a and other & b and not (one & b or other & a))
        or (one & b and other & a and not (one & a or other & b))
        for a, b in _EXCLUDING
    )


def _value(text: str) -> int:
    number = read_number(text.lower())
    return int(number.value) if number else 0

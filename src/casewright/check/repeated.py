"""One fault told by several rules: the gravest finding stays, of equals the one that names the thing or its cause."""

from __future__ import annotations

from itertools import islice

from casewright.check.finding import Finding, Spot

# Rules that hold two places against each other: by what they measure or name; and, after all of those, by their
# units, their digits, the words around them.
_BY_NAME = ("CW101", "CW103", "CW104", "CW105", "CW106", "CW107", "CW205")
_BY_TRUST = (*_BY_NAME, "CW111", "CW128", "CW232", "CW116", "CW114", "CW123", "CW129", "CW154")
# Pairs of rules that tell one fault where both stand at one place, the one that names its cause first: a value in a
# unit in which it cannot be, and its range in the same; a word of state that is right but for the unit.
_ONE_FAULT = (
    ("CW302", "CW301"), ("CW306", "CW301"), ("CW301", "CW317"), ("CW302", "CW317"), ("CW311", "CW317"),
    ("CW301", "CW303"), ("CW302", "CW303"), ("CW218", "CW318"), ("CW507", "CW506"), ("CW107", "CW145"),
    ("CW229", "CW278"), ("CW225", "CW277"), ("CW234", "CW277"),
)  # fmt: skip
_OF_NO_PATIENT = ("CW301", "CW302")  # a value that cannot be: what is computed from it is wrong with it
_ARITHMETIC = "CW2"
# Rules whose notes ask about two places which may be as they are meant: not where another rule tells of one of them.
_ASKING = ("CW123", "CW150", "CW151", "CW152", "CW153", "CW156")
_BESIDE = 25  # characters between a place that is asked about and one that is told to be wrong
_AT_ONE_PLACE = frozenset(code for pair in _ONE_FAULT for code in pair)
_SEVERITIES = ("error", "warning", "note")


def without_repeated(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without those whose every pair of places a graver or surer one tells already."""
    told: list[tuple[Spot, Spot]] = []
    repeated: set[Finding] = set()
    for finding in sorted((each for each in findings if each.code in _BY_TRUST), key=_rank):
        pairs = [(finding.spot, other) for other in finding.related]
        if pairs and all(any(_is_same(pair, known) for known in told) for pair in pairs):
            repeated.add(finding)
        told += pairs
    repeated |= _told_at_one_place([each for each in findings if each.code in _AT_ONE_PLACE])
    repeated |= _computed_from_impossible(findings)
    repeated |= _asked_of_told([each for each in findings if each not in repeated])
    return tuple(finding for finding in findings if finding not in repeated)


def _computed_from_impossible(findings: tuple[Finding, ...]) -> set[Finding]:
    """The findings of arithmetic one of whose figures is told to be a value that nobody has."""
    impossible = [each for each in findings if each.code in _OF_NO_PATIENT and each.counts]
    return {
        each
        for each in (findings if impossible else ())
        if each.code.startswith(_ARITHMETIC)
        and any(_overlap(spot, one.spot) for spot in (each.spot, *each.related) for one in impossible)
    }


def _asked_of_told(findings: list[Finding]) -> set[Finding]:
    """The questions of which another finding, or a question before, tells one of the places."""
    asking = [each for each in findings if each.code in _ASKING and not each.counts]
    surer = [each for each in findings if each.counts or (each.code in _BY_TRUST and each not in asking)]
    told = [spot for each in surer for spot in (each.spot, *each.related)]
    repeated: set[Finding] = set()
    for each in asking:
        places = (each.spot, *each.related)
        if any(_overlap(place, known, _BESIDE) for place in places for known in told):
            repeated.add(each)
        else:
            told += places
    return repeated


def _told_at_one_place(findings: list[Finding]) -> set[Finding]:
    """The findings whose fault another finding at the same figure or word tells as gravely, or more so."""
    gravity = {severity: number for number, severity in enumerate(_SEVERITIES)}
    repeated: set[Finding] = set()
    ordered = sorted(findings, key=lambda each: (each.spot.block, each.spot.start))
    for number, first in enumerate(ordered):
        for second in islice(ordered, number + 1, None):
            if not _overlap(first.spot, second.spot):
                break
            pairs = ((first, second), (second, first))
            for one, other in pairs:
                if (one.code, other.code) in _ONE_FAULT and not {one, other} & repeated:
                    repeated.add(one if gravity[other.severity] < gravity[one.severity] else other)
    return repeated


def _rank(finding: Finding) -> tuple[int, int]:
    return _SEVERITIES.index(finding.severity), _BY_TRUST.index(finding.code)


def _is_same(pair: tuple[Spot, Spot], known: tuple[Spot, Spot]) -> bool:
    return any(
        _overlap(pair[0], one) and _overlap(pair[1], other) for one, other in (known, (known[1], known[0]))
    )


def _overlap(one: Spot, other: Spot, within: int = 0) -> bool:
    """Whether two spots are of one figure, or so many characters apart at most."""
    return (
        one.block == other.block
        and one.start < other.start + len(other.quote) + within
        and other.start < one.start + len(one.quote) + within
    )

"""One contradiction told by several rules: the gravest finding stays, of equals the one that names the thing."""

from __future__ import annotations

from casewright.check.finding import Finding, Spot

# Rules that hold two places against each other: by what they measure or name; and, after all of those, by their
# units, their digits, the words around them.
_BY_NAME = ("CW101", "CW103", "CW104", "CW105", "CW106", "CW107", "CW205")
_BY_TRUST = (*_BY_NAME, "CW111", "CW128", "CW232", "CW116", "CW114", "CW123", "CW129")
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
    return tuple(finding for finding in findings if finding not in repeated)


def _rank(finding: Finding) -> tuple[int, int]:
    return _SEVERITIES.index(finding.severity), _BY_TRUST.index(finding.code)


def _is_same(pair: tuple[Spot, Spot], known: tuple[Spot, Spot]) -> bool:
    return any(
        _overlap(pair[0], one) and _overlap(pair[1], other) for one, other in (known, (known[1], known[0]))
    )


def _overlap(one: Spot, other: Spot) -> bool:
    """Whether two spots are of one figure."""
    return (
        one.block == other.block
        and one.start < other.start + len(other.quote)
        and other.start < one.start + len(one.quote)
    )

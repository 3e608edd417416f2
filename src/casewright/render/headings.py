"""What a journal prints over a section, and what it makes of a title."""

from __future__ import annotations

import re

from casewright.journal.model import Profile
from casewright.patterns import lazily
from casewright.render.markdown import escaped, quoted

_CASE_REPORT = lazily(r"(?:case (?:reports?|series|study)|report of \w+ cases?)\b", re.IGNORECASE)
_SAID_LAST = lazily(
    r"[:.,]?\s*(?:an?|one|two|three|four|five)? ?case (?:reports?|series|study)\s*$", re.IGNORECASE
)


def heading(role: str, profile: Profile) -> str:
    """The words over the section of this role; where the profile has none, the role's last name: `Past history`."""
    return escaped(_named(role, profile))


def section_heading(role: str, profile: Profile) -> str:
    """The same as it is printed over a whole section of the text."""
    words = heading(role, profile)
    return words.upper() if profile.typography.headings == "capitals" else words


def section_title(role: str, profile: Profile) -> str:
    """The same as the value of an attribute."""
    return quoted(_named(role, profile))


def _named(role: str, profile: Profile) -> str:
    return profile.headings.get(role) or role.rpartition(".")[2].replace("_", " ").capitalize()


def names_case_report(title: str) -> bool:
    """Whether a title says that the article is a case report."""
    return _CASE_REPORT.search(title) is not None


def without_case_report(title: str) -> str:
    """A title without `: A case report` at its end."""
    return _SAID_LAST.sub("", title.rstrip())


def as_path(role: str) -> str:
    """The name of the file that holds the prose of a role: `abstract/background`."""
    return role.replace(".", "/")

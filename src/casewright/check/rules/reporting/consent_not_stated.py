"""CW702."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from casewright.check.evidence.text.extent import is_report, is_whole
from casewright.check.finding import Finding, Severity
from casewright.check.spotting import missing
from casewright.document.model import Block, Section
from casewright.document.reading import Reading
from casewright.patterns import lazily

_GIVEN = lazily(
    r"\b(?:obtained|given|gave|granted|provided|signed|agreed|waived|permission|yes)\b", re.IGNORECASE
)


class ConsentNotStated:
    """A whole manuscript says nothing of the patient's consent.

    Why it is bad
        No journal publishes a case without it, and it is hard to obtain later.

    Example
        A manuscript from title to references without the word "consent".

    Write instead
        Written informed consent for publication was obtained from the patient's next of kin.

    Source
        ICMJE Recommendations, Protection of Research Participants: consent is obtained, archived and stated in the
        article. CARE item 13.
    """

    code: ClassVar[str] = "CW702"
    name: ClassVar[str] = "consent-not-stated"
    severity: ClassVar[Severity] = "warning"

    def check(self, reading: Reading) -> Iterator[Finding]:
        """One finding for a manuscript that was read with front and back matter."""
        if not (is_report(reading) and is_whole(reading)):
            return
        if not any(_states(section, block) for section, block in reading.blocks):
            hint = "state that the patient, or the next of kin, has consented to publication"
            yield missing(self, "the manuscript does not state the patient's consent", hint)


def _states(section: Section, block: Block) -> bool:
    """Whether a block says something of consent; below its own heading `Obtained` is enough, and a heading is not."""
    if block.kind == "heading":
        return False
    if "onsent" in block.text or "CONSENT" in block.text:
        return True
    return "consent" in section.title.lower() and _GIVEN.search(block.text) is not None

"""Files of any format, read into one `Document`. Nothing here shares code with `casewright.write`."""

from casewright.read.manuscript import read_manuscript

__all__ = ["read_manuscript"]

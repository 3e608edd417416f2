"""Arguments and exit codes only."""

from __future__ import annotations


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    raise SystemExit(2)

"""`--interactive`: one question for each edit that has a place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from casewright.revise.plan import Plan
from casewright.revise.proof import with_changes
from casewright.revise.ruling import Ruling

_HELP = "y: take it; n: leave it; a: take it and all that follow; q: leave it and all that follow"


def ask(plan: Plan, answer: Callable[[str], str] = input) -> Plan:
    """The plan with what was said yes to; what was said no to is refused. The end of the input says no to the rest."""
    rulings: list[Ruling] = []
    rest = ""
    said: dict[str, str] = {}  # one answer a fact: it has one value
    for number, ruling in enumerate(plan.rulings, start=1):
        if ruling.state != "placed" or not ruling.changes:
            rulings.append(ruling)
            continue
        choice = said.get(ruling.fact) or rest
        if not choice:
            _show(number, len(plan.rulings), ruling)
            choice = _choice(answer)
            if choice in "aq":
                rest = choice = "y" if choice == "a" else "n"
        if ruling.fact:
            said[ruling.fact] = choice
        rulings.append(ruling if choice == "y" else ruling.but("refused", "you said no to it"))
    files = with_changes(plan.before, rulings)
    taken = {ruling.fact for ruling in rulings if ruling.fact and ruling.changes}
    facts = tuple(fact for fact in plan.facts if fact.id in taken)
    return replace(plan, rulings=tuple(rulings), files=files, facts=facts)


def _show(number: int, count: int, ruling: Ruling) -> None:
    edit = ruling.edit
    who = f" by {edit.author}" if edit.author else ""
    sys.stdout.write(f"\n[{number}/{count}] {ruling.kind}{who}, {edit.section}, {ruling.place}\n")
    if ruling.fact:
        sys.stdout.write(f"  {ruling.fact}: {ruling.was} → {ruling.written[0]}\n")
    for sign, text in (("-", edit.old), ("+", edit.new)):
        if text.strip():
            sys.stdout.write(f"  {sign} {text.strip()}\n")
    if edit.to >= 0:
        sys.stdout.write("  (moved to another place)\n")


def _choice(answer: Callable[[str], str]) -> str:
    while True:
        try:
            given = answer("take it? [y,n,a,q,?] ").strip().lower()[:1]
        except EOFError:
            return "q"
        if given and given in "ynaq":
            return given
        sys.stdout.write(f"{_HELP}\n")

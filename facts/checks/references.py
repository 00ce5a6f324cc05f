"""A case goes in; a problem comes out for each name in it that stands for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from facts.check_context import Case
from facts.checks.wording import unknown
from facts.problems import Problem, show


def check(case: Case) -> Iterator[Problem]:
    """`part_of`, an activity's `facts`, `carried_from` and `absent` name what they should."""
    # A broken entry is told once, by itself; what refers to it is not told again.
    broken = {broken.name for broken in case.parsed.broken}
    known = {found.entry.item.id for found in case.facts}
    known |= {name.removeprefix("facts.") for name in broken}
    for found in case.facts:
        part_of = found.entry.item.part_of
        if part_of and part_of.fact == found.entry.item.id:
            what, fix = "a fact is not a part of itself.", "name the larger fact."
            yield found.entry.problem(("part_of", "fact"), what, fix)
        elif part_of and part_of.fact not in known:
            yield found.entry.problem(("part_of", "fact"), *_no_fact(part_of.fact))
    for activity in case.activities:
        for index, fact in enumerate(activity.entry.item.facts):
            if fact not in known:
                yield activity.entry.problem(("facts", index), *_no_fact(fact))
    yield from _own(case)
    yield from _absent(case)


def _own(case: Case) -> Iterator[Problem]:
    """A sentence is not carried over from the submission that it stands in."""
    for found in case.dated():
        carried = found.entry.item.carried_from
        if carried and carried.submission == case.parsed.head.item.id:
            what = "a submission does not carry a sentence from itself."
            fix = "name the earlier submission, or put the second place under also."
            yield found.entry.problem(("carried_from", "submission"), what, fix)


def _absent(case: Case) -> Iterator[Problem]:
    stated = {found.entry.item.indicator: found.entry.item.id for found in case.facts}
    seen: set[str] = set()
    for entry in case.parsed.absent:
        name = entry.item.indicator
        if case.indicators and name not in {*case.indicators, *case.unread}:
            yield entry.problem(("indicator",), *unknown(name, case.indicators))
        elif name in stated:
            what = (
                f"{show(name)} is said to be absent, but the fact {show(stated[name])} states it."
            )
            yield entry.problem(("indicator",), what, "delete one of the two.")
        elif name in seen:
            what, fix = f"{show(name)} is listed twice.", "delete one of the two."
            yield entry.problem(("indicator",), what, fix)
        seen.add(name)


def _no_fact(name: str) -> tuple[str, str]:
    return f"there is no fact {show(name)} in this file.", "write the id of a fact of this file."

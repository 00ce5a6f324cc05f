"""Proves that what an entry says of others agrees: said again, counted, part of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from facts.check_context import Case, Found, Passage, plain
from facts.checks.value import same_reading, same_value
from facts.checks.wording import unknown
from facts.model import Fact
from facts.problems import Problem, show
from facts.vocabulary import Number, Span
from language.date_mentions import find_dates

_BETWEEN = re.compile(r",|;|\band\b|\bet\b|\by\b|&")
_GOES_ON = re.compile(
    r"(?:,? (?:and|et|y)|,) (?:the )?(?P<next>[A-ZÀ-Þ][\w'’-]+)(?! (?:is|are|was|were)\b)"
)
_PRECEDED = re.compile(r"(?P<next>[A-ZÀ-Þ][\w'’-]+)(?:,| and| et| y) (?:the )?$")


def check(case: Case) -> Iterator[Problem]:
    """`also` says the same number, a counted list is whole, a part is within its whole."""
    whole = {found.entry.item.id: found for found in case.facts}
    for found in case.facts:
        yield from _also(found)
        if found.passage and found.entry.item.counted:
            yield from _counted(found, found.passage)
        yield from _part_of(found, whole)


def _also(found: Found[Fact]) -> Iterator[Problem]:
    """Another place states the same number; one without a number may date the fact."""
    fact = found.entry.item
    if fact.counted is not None:
        return
    for index, passage in enumerate(found.also):
        if not isinstance(passage, Passage):
            continue
        own = found.token
        if any(
            same_value(fact.value, token) or (own and same_reading(token, own))
            for token in passage.tokens
        ):
            continue
        if find_dates(passage.text):
            continue  # words that date it
        yield found.entry.problem(
            ("also", index, "quote"),
            f"these words do not state {_say(fact.value)}.",
            "quote the words that state the same number, or delete this entry.",
        )


def _counted(found: Found[Fact], passage: Passage) -> Iterator[Problem]:
    """The list that was counted is whole, unless the bound says that there may be more."""
    text = passage.text
    items = sorted(
        (at, at + len(item))
        for item in map(plain, found.entry.item.counted or ())
        if (at := text.find(item)) >= 0
    )
    counted = found.entry.item.counted or ()
    whole = len(items) == len(counted) == len(set(counted)) == found.entry.item.value
    if found.entry.item.bound != "exact" or len(items) < 2 or not whole:
        return
    for (_, end), (start, _) in pairwise(items):
        parts = [part.strip(" ()") for part in _BETWEEN.split(text[end:start])]
        missed = [part for part in parts[1:-1] if re.match(r"[A-ZÀ-Þ]", part)]
        if missed:
            yield _missed(found, missed[0])
            return
    source = passage.normal.text
    behind = _GOES_ON.match(source, passage.start + items[-1][1])
    first = passage.start + items[0][0]
    other = behind or _PRECEDED.search(source, max(0, first - 40), first)
    if other:
        yield _missed(found, other["next"])


def _missed(found: Found[Fact], item: str) -> Problem:
    what = f"the list in the source also names {show(item)}."
    fix = "count it too, or write bound: at_least where the list may be longer."
    return found.entry.problem(("counted",), what, fix)


def _part_of(found: Found[Fact], whole: dict[str, Found[Fact]]) -> Iterator[Problem]:
    """A part counts no more than the whole that it names, in the same unit."""
    part = found.entry.item.part_of
    larger = whole.get(part.fact) if part else None
    if part is None or larger is None or not part.same_unit:
        return
    value = found.entry.item.value
    least = value.low if isinstance(value, Span) else value
    _, most = larger.entry.item.limits
    if most is not None and least > most:
        yield found.entry.problem(
            ("part_of", "fact"),
            f"{_say(value)} is more than {_say(larger.entry.item.value)}, "
            f"which {show(part.fact)} states.",
            "name the larger number that this is a part of, or write same_unit: false.",
        )


def _say(value: Number | Span) -> str:
    return f"{value.low} to {value.high}" if isinstance(value, Span) else f"{value:,}"


def check_references(case: Case) -> Iterator[Problem]:
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

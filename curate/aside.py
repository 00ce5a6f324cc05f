"""The numbers that are no facts go in, each with its class; the entries of `set_aside` come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curate.quoting import Quote, plain_span, quoted, trimmed
from curate.reading import Fields, Reading
from curate.state import Aside
from facts.check_context import Case
from facts.checks.accounted import unclaimed

_WORDS = (3, 6, 12, 40)  # words to both sides that are tried, until the quote stands there once


@dataclass(frozen=True)
class _Number:
    """A number without a fact: plain[first:last], raw [start:end), and what becomes of it."""

    first: int
    last: int
    start: int
    end: int
    aside: Aside


def aside_entries(
    reading: Reading, case: Case, fates: Iterable[tuple[int, int, Aside]]
) -> list[Fields]:
    """An entry for each number that no fact speaks of and whose fate is known, in their order.

    `fates` are stretches of the raw text. Numbers of one class that stand together in a sentence
    share an entry; no entry holds a number that is something else.
    """
    known = sorted(fates, key=lambda fate: fate[:2])
    order = {token.start: index for index, token in enumerate(reading.source.numbers())}
    entries = []
    for group in _groups(reading, list(_unspoken(reading, case, known)), order):
        found = _quote(reading, group, order)
        if found is None:
            continue
        # Of numbers joined in one word, such as 2023/3, the more telling class holds.
        aside = next((one.aside for one in group if one.aside.class_ != "date"), group[0].aside)
        entry: Fields = {"quote": found.text, "class": aside.class_}
        if found.occurrence:
            entry["occurrence"] = found.occurrence
        if aside.note:
            entry["note"] = aside.note
        entries.append(entry)
    return entries


def _unspoken(
    reading: Reading, case: Case, fates: list[tuple[int, int, Aside]]
) -> Iterator[_Number]:
    normal = reading.source.normal()
    at = 0
    for token, start in unclaimed(case):
        _, end = normal.span(token.start, token.end)
        while at < len(fates) and fates[at][1] <= start:
            at += 1
        if at < len(fates) and fates[at][0] < end:
            yield _Number(token.start, token.end, start, end, fates[at][2])


def _groups(
    reading: Reading, numbers: list[_Number], order: dict[int, int]
) -> Iterator[list[_Number]]:
    """Numbers of one class in one sentence with no other number between them, or in one word."""
    group: list[_Number] = []
    for one in numbers:
        apart = group and re.search(r"\s", reading.source.raw[group[-1].end : one.start])
        if apart and (
            group[-1].aside != one.aside
            or order[one.first] != order[group[-1].first] + 1
            or reading.sentence(one.start)[0] != reading.sentence(group[-1].start)[0]
        ):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _quote(reading: Reading, group: list[_Number], order: dict[int, int]) -> Quote | None:
    """Words around the numbers, as few as stand in the source once, or else which time is meant."""
    source = reading.source
    text = source.normal().text
    must = group[0].start, group[-1].end
    first, last = group[0].first, group[-1].last
    low, high = _room(reading, group, order)
    lefts = [first, *(at for at in range(first - 1, low - 1, -1) if at == 0 or text[at - 1] == " ")]
    rights = [last, *(at for at in range(last + 1, high + 1) if text[at : at + 1] in ("", " "))]
    best: Quote | None = None
    for words in _WORDS:
        start, end = lefts[min(words, len(lefts) - 1)], rights[min(words, len(rights) - 1)]
        start, end = trimmed(source, start, end)
        found = quoted(source, min(start, first), max(end, last), must)
        if found and found.occurrence is None:
            return found
        best = best or found
    return best or quoted(source, first, last, must)


def _room(reading: Reading, group: list[_Number], order: dict[int, int]) -> tuple[int, int]:
    """How far a quote may reach: the sentence, short of the numbers beside the group."""
    (start, end), _ = reading.sentence(group[0].start)
    low, high = plain_span(reading.source, start, end)
    tokens = reading.source.numbers()
    before, after = order[group[0].first] - 1, order[group[-1].first] + 1
    if before >= 0:
        low = max(low, tokens[before].end)
    if after < len(tokens):
        high = min(high, tokens[after].start)
    return min(low, group[0].first), max(high, group[-1].last)

"""Proves that each number of the source is a fact, says one again, dates one or is set aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from facts.check_context import Case, Found, Passage, look_up, plain
from facts.checks.value import same_reading, same_value
from facts.model import Activity, Fact
from facts.problems import Problem, closest, one_line, show
from facts.vocabulary import Time
from facts.yaml_tree import place
from language.numbers import NumberToken, find_numbers
from language.plain_text import normalise
from language.quotes import Match, Miss, find_all

Span = tuple[int, int]
MOST = 500  # that are told of one source; a source with more is not curated yet
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH_LEFT = re.compile(rf"\b{_MONTH}\.? $", re.IGNORECASE)
_MONTH_RIGHT = re.compile(rf"(?: of)? {_MONTH}\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    """Each number of the source is a fact, says a fact again, dates an entry, or is set aside."""
    yield from _contradictions(case)
    normal = case.source.normal()
    left = 0
    for token, start in unclaimed(case):
        left += 1
        if left <= MOST:
            line, column = place(case.source.raw, start)
            before = normal.text[max(0, token.start - 30) : token.start]
            after = normal.text[token.end : token.end + 30]
            near = one_line(f"{before}{token.text}{after}".strip())
            what = f'the number {show(token.text)} in "…{near}…" is neither a fact nor set aside.'
            fix = "add a fact with this number, or set it aside with its class."
            yield Problem(case.source_file, line, column, "source", what, fix)
    if left > MOST:
        line, column = place(case.source.raw, len(case.source.raw))
        what = f"{left - MOST:,} more numbers are neither facts nor set aside."
        fix = "mend those above first."
        yield Problem(case.source_file, line, column, "source", what, fix)


def unclaimed(case: Case) -> Iterator[tuple[NumberToken, int]]:
    """Each number of the source that nothing speaks of, and where it begins in the raw source."""
    claimed = _Spans(_claimed(case))
    normal = case.source.normal()
    for token in case.source.numbers():
        start, end = normal.span(token.start, token.end)
        if not claimed.touch(start, end):
            yield token, start


class _Spans:
    """Stretches of the raw source, merged, that can be asked in the time of a binary search."""

    def __init__(self, spans: Iterator[Span]) -> None:
        self.merged: list[list[int]] = []
        for start, end in sorted(spans):
            if self.merged and start <= self.merged[-1][1]:
                self.merged[-1][1] = max(end, self.merged[-1][1])
            else:
                self.merged.append([start, end])
        self.starts = [start for start, _ in self.merged]

    def touch(self, start: int, end: int) -> bool:
        """Whether any of the stretches shares a character with [start, end)."""
        before = bisect_right(self.starts, end - 1) - 1
        return before >= 0 and self.merged[before][1] > start


def _claimed(case: Case) -> Iterator[Span]:
    for aside in case.set_aside:
        for passage in aside.passages:
            yield passage.match.start, passage.match.end
    for evidence in case.parsed.head.item.written.evidence:
        found = look_up(case.source, evidence.quote, evidence.occurrence)
        if isinstance(found, Passage):
            yield found.match.start, found.match.end
    for fact in case.facts:
        yield from _of_fact(fact)
        yield from _of_time(fact, fact.entry.item.time)
        yield from _of_corrected(fact)
    for activity in case.activities:
        yield from _of_time(activity, activity.entry.item.time)
        yield from _of_corrected(activity)
    yield from _of_broken(case)


def _of_fact(found: Found[Fact]) -> Iterator[Span]:
    """The number of the value, wherever the fact's quotes state it, and the items of a count."""
    own = found.token
    if found.passage and own:
        yield found.passage.raw_span(own)
    for passage in (*found.passages, *found.further):
        for token in passage.tokens:
            if own is None:
                states = same_value(found.entry.item.value, token)
            else:
                states = passage is not found.passage and same_reading(token, own)
            if states:
                yield passage.raw_span(token)
        for item in found.entry.item.counted or ():
            yield from _inside(passage, plain(item))


def _of_corrected(found: Found[Fact] | Found[Activity]) -> Iterator[Span]:
    corrected = found.entry.item.corrected
    for passage in found.passages if corrected else ():
        yield from _inside(passage, plain(corrected.source_says)) if corrected else ()


def _inside(passage: Passage, words: str) -> Iterator[Span]:
    """The numbers of a passage that share characters with these words of it."""
    at = passage.text.find(words)
    start, end = passage.start + at, passage.start + at + len(words)
    for token in passage.tokens if at >= 0 else ():
        if token.start < end and token.end > start:
            yield passage.raw_span(token)


def _of_time(found: Found[Fact] | Found[Activity], time: Time) -> Iterator[Span]:
    """The years, and the days beside a month, that an entry's own `time` holds."""
    dates = [date for date in (time.on, time.start, time.end) if date]
    if not dates:
        return
    years = {int(date[:4]) for date in dates}
    days = {int(date[8:]) for date in dates if len(date) == 10}
    for passage in (*found.passages, *found.further):
        for token in passage.tokens:
            if _is_date(token, passage, years, days):
                yield passage.raw_span(token)


def _is_date(token: NumberToken, passage: Passage, years: set[int], days: set[int]) -> bool:
    if token.low is None or token.percent:
        return False
    ends = {token.low, token.low if token.high is None else token.high}
    if ends <= years:
        return True
    text = passage.normal.text
    left = _MONTH_LEFT.search(text, max(0, token.start - 12), token.start)
    right = _MONTH_RIGHT.match(text, token.end)
    if left and len(token.text) == 2 and token.low in {year % 100 for year in years}:
        return True
    return bool(left or right) and ends <= days


def _of_broken(case: Case) -> Iterator[Span]:
    """What entries with a fault of their own seem to speak of: one fault is told once."""
    for quote in _lost_quotes(case):
        read = look_up(case.source, quote)
        if isinstance(read, Passage):
            yield read.match.start, read.match.end
        elif read.reason in ("repeated", "no_such_occurrence"):
            yield from ((match.start, match.end) for match in find_all(case.source, quote))
        elif read.closest_at:
            yield from _meant(case, read.closest_at, quote)


def _lost_quotes(case: Case) -> Iterator[str]:
    """Every quote that was not found, or that stands in an entry that could not be read."""
    for found in (*case.telling(), *case.set_aside):
        if found.miss:
            yield found.entry.item.quote
    for entry in case.dated():
        for also, found_at in zip(entry.entry.item.also, entry.also, strict=True):
            if isinstance(found_at, Miss):
                yield also.quote
    for evidence in case.parsed.head.item.written.evidence:
        if isinstance(look_up(case.source, evidence.quote, evidence.occurrence), Miss):
            yield evidence.quote
    for broken in case.parsed.broken:
        yield from broken.quotes


def _meant(case: Case, near: Match, quote: str) -> Iterator[Span]:
    """The numbers of the closest text, that are or resemble a number of the quote."""
    wanted = [token.text for token in find_numbers(normalise(quote).text)]
    normal = case.source.normal()
    others: list[tuple[str, Span]] = []
    for token in case.source.numbers():
        start, end = normal.span(token.start, token.end)
        if start >= near.end or end <= near.start:
            continue
        if token.text in wanted:
            wanted.remove(token.text)
            yield start, end
        else:
            others.append((token.text, (start, end)))
    for text, span in others:
        if any(_alike_text(text, one) for one in wanted):
            yield span


def _alike_text(text: str, other: str) -> bool:
    """Whether a number may be the other one with a digit changed."""
    short = len(text) < 3 and len(other) < 3
    return short or closest(text, [other], 0.5) != ""


def _contradictions(case: Case) -> Iterator[Problem]:
    for aside in case.set_aside:
        for passage in aside.passages:
            for fact in case.facts:
                if not (fact.passage and fact.token):
                    continue
                start, end = fact.passage.raw_span(fact.token)
                if start < passage.match.end and end > passage.match.start:
                    yield aside.entry.problem(
                        ("quote",),
                        f"the number {show(fact.token.text)} in these words is set aside, and is "
                        f"also the fact {show(fact.entry.item.id)}.",
                        "shorten the quote to the numbers that are no facts.",
                    )

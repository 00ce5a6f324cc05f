"""Proves that a quote is read in the language of the words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from facts.check_context import Case
from facts.problems import Problem
from language.detect import language_of_passage

NAMES = {"en": "English", "fr": "French", "es": "Spanish"}


def check(case: Case) -> Iterator[Problem]:
    """A paragraph in another language than the fact is read in is told; numbers differ in each."""
    passages = case.source.passages
    starts = [block.start for block in passages.blocks]
    for found in case.facts:
        if not found.passage or not found.token:
            continue
        start, _ = found.passage.raw_span(found.token)
        at = passages.place(start)
        block = passages.blocks[max(bisect_right(starts, at) - 1, 0)]
        spoken = language_of_passage(passages.plain[block.start : block.end], case.source.language)
        if spoken != found.passage.language and spoken in NAMES:
            read = NAMES[found.passage.language]
            what = f"the words around the quote are {NAMES[spoken]}, and it is read as {read}."
            yield found.entry.problem(("language",), what, f"write language: {spoken}.")

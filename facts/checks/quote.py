"""Proves that a source is the one that was curated, and that each quote stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from facts.check_context import Case, look_up, plain
from facts.problems import Problem, one_line
from facts.yaml_tree import place
from language.detect import language_of_passage
from language.quotes import Miss, SourceText


def check_digest(case: Case) -> Iterator[Problem]:
    """The SHA-256 of the source's bytes is the one in `submission.source.sha256`."""
    head = case.parsed.head
    if case.sha256 != head.item.source.sha256:
        yield head.problem(
            ("source", "sha256"),
            f"{head.item.source.file} is not what was curated: its SHA-256 is {case.sha256}.",
            "put the source back as it was received; if this is the right one, read the submission "
            "again and write this SHA-256 down.",
        )


LONGEST = 160


def check_quotes(case: Case) -> Iterator[Problem]:
    """Each quote stands in the source, whole, once or at its `occurrence`; corrected words too."""
    file = case.parsed.head.item.source.file
    for found in (*case.telling(), *case.set_aside):
        if found.miss:
            step = "occurrence" if found.miss.reason == "no_such_occurrence" else "quote"
            yield found.entry.problem((step,), *explain(found.miss, case.source, file))
    for found in case.telling():
        corrected = found.entry.item.corrected
        if corrected and found.passage and not stands_in(corrected.source_says, found.whole):
            yield found.entry.problem(
                ("corrected", "source_says"),
                "these words are not in the quote.",
                "copy the words that are wrong in the source, exactly as they stand in the quote.",
            )


def stands_in(words: str, text: str) -> bool:
    """Whether these words stand in a plain text, whole."""
    return re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", text) is not None


def explain(miss: Miss, source: SourceText, file: str) -> tuple[str, str]:
    """What is wrong with a quote that proves nothing, and the cure."""
    if miss.reason == "empty":
        return "the quote holds no words.", f"copy the words from {file}."
    if miss.reason == "repeated":
        return f"these words stand {miss.count} times in {file}.", (
            f"add occurrence: a number from 1 to {miss.count}, or lengthen the quote."
        )
    if miss.reason == "no_such_occurrence":
        times = "once" if miss.count == 1 else f"{miss.count} times"
        return f"these words stand {times} in {file}, so this occurrence is not there.", (
            f"write a number from 1 to {miss.count}." if miss.count > 1 else "delete the field."
        )
    if miss.reason == "cut":
        return (
            f"these words stand in {file} only as a part of a longer word, number or range: "
            f"{_quoted(_whole_words(miss.closest))}.",
            "take the whole of it into the quote.",
        )
    if miss.closest is None or miss.closest_at is None:
        return f"these words are not in {file}.", "copy the words exactly."
    line, _ = place(source.raw, miss.closest_at.start)
    return (
        f"these words are not in {file}. Closest text, line {line}: {_quoted(miss.closest)}.",
        "copy the words exactly.",
    )


def _whole_words(text: str | None) -> str:
    """A stretch of the source without the words that its two ends cut."""
    words = (text or "").split(" ")
    return " ".join(words[1:-1]) if len(words) > 4 else " ".join(words)


def _quoted(text: str | None) -> str:
    words = one_line(text or "")
    return f'"{words[:LONGEST]}…"' if len(words) > LONGEST else f'"{words}"'


def check_further_quotes(case: Case) -> Iterator[Problem]:
    """Each quote under `also` and each quote of `written.evidence` stands in the source."""
    head = case.parsed.head
    file = head.item.source.file
    for index, evidence in enumerate(head.item.written.evidence):
        found = look_up(case.source, evidence.quote, evidence.occurrence)
        if isinstance(found, Miss):
            steps = ("written", "evidence", index, "quote")
            yield head.problem(steps, *explain(found, case.source, file))
    for entry in case.dated():
        for index, also in enumerate(entry.also):
            if isinstance(also, Miss):
                why = explain(also, case.source, file)
                yield entry.entry.problem(("also", index, "quote"), *why)


NAMES = {"en": "English", "fr": "French", "es": "Spanish"}


def check_language(case: Case) -> Iterator[Problem]:
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

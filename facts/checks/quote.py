"""A case goes in; a problem comes out for each quote that does not stand once in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.check_context import Case, plain
from facts.problems import Problem, one_line
from facts.yaml_tree import place
from language.quotes import Miss, SourceText

LONGEST = 160


def check(case: Case) -> Iterator[Problem]:
    """Each quote stands in the source, whole, once or at its `occurrence`; corrected words too."""
    file = case.parsed.head.item.source.file
    for found in (*case.telling(), *case.set_aside):
        if found.miss:
            step = _step(found.miss)
            yield found.entry.problem((step,), *explain(found.miss, case.source, file))
    for found in case.telling():
        corrected = found.entry.item.corrected
        if corrected and found.passage and not _stands(corrected.source_says, found.whole):
            yield found.entry.problem(
                ("corrected", "source_says"),
                "these words are not in the quote.",
                "copy the words that are wrong in the source, exactly as they stand in the quote.",
            )


def _stands(words: str, text: str) -> bool:
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


def _step(miss: Miss) -> str:
    return "occurrence" if miss.reason == "no_such_occurrence" else "quote"


def _whole_words(text: str | None) -> str:
    """A stretch of the source without the words that its two ends cut."""
    words = (text or "").split(" ")
    return " ".join(words[1:-1]) if len(words) > 4 else " ".join(words)


def _quoted(text: str | None) -> str:
    words = one_line(text or "")
    return f'"{words[:LONGEST]}…"' if len(words) > LONGEST else f'"{words}"'

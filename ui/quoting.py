"""A source and a span of it go in, the words come out as readers see them: tags left out.

What is shown is the source itself, not the quote that was typed to find it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from language.plain_text import Normal, normalise
from ui import tags

LIST_MARK = re.compile(r"\s*(?:[-*•]|\d{1,2}\.)\s+")
CONTEXT = 600  # code points looked at on either side for the ends of a sentence
SENTENCE_END = re.compile(
    # A full stop, with quotation marks, bold and a footnote behind it, before a capital;
    # an empty line; an item of a list; a colon that ends its line.
    r"[.!?][”’\"')]?(?:\*|<sup>[^<]*</sup>)*\s+(?=[\"“‘(]?[A-ZÀ-Ý*\[])"
    r"|\n[ \t]*\n|\n(?=[ \t]*[-*•#]\s)|:\s*\n"
)


def in_context(source: str, start: int, end: int, number: tuple[int, int] | None = None) -> str:
    """The quote [start, end) inside the whole sentence that it is part of, as HTML.

    The rest of the sentence is quieter; `number` is the span that is marked.
    """
    left, right = sentence_around(source, start, end)
    before = tags.text(readable(source, left, start))
    after = tags.text(readable(source, end, right))
    quiet = "<span class='f-quiet'>{}</span>"
    return (
        f"{quiet.format(before) if before.strip() else ''}“{marked(source, start, end, number)}”"
        f"{quiet.format(after) if after.strip() else ''}"
    )


def marked(source: str, start: int, end: int, number: tuple[int, int] | None) -> str:
    """The quote [start, end) as HTML, the number in it marked."""
    if number is None:
        return tags.text(readable(source, start, end))
    left, right = number
    return (
        f"{tags.text(readable(source, start, left))}<mark>"
        f"{tags.text(readable(source, left, right))}</mark>"
        f"{tags.text(readable(source, right, end))}"
    )


def sentence_around(source: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence of the source that holds [start, end), within its paragraph."""
    left = max(0, start - CONTEXT)
    ends = (found.end() for found in SENTENCE_END.finditer(source, left, start + 1))
    begins = [left, *(at for at in ends if at <= start)]
    following = SENTENCE_END.search(source, end, min(len(source), end + CONTEXT))
    item = LIST_MARK.match(source, begins[-1], start)
    right = following.start() + 1 if following else min(len(source), end + CONTEXT)
    return item.end() if item else begins[-1], right


def readable(source: str, start: int, end: int) -> str:
    """A piece of the source in its own letters, without its tags, white space folded.

    What is tags is asked of the whole source: a piece may begin or end inside a link or a bold.
    """
    normal = _normal(source)
    first, last = bisect_left(normal.offsets, start), bisect_left(normal.offsets, end)
    seen: dict[int, str] = {}  # by offset: one letter of the source may be two of its normal form
    for at in range(first, last):
        offset = normal.offsets[at]
        seen[offset] = " " if normal.text[at] == " " else source[offset]
    return "".join(seen.values())


@lru_cache(maxsize=32)
def _normal(source: str) -> Normal:
    return normalise(source)


def citation(citation: str, section: str, source: str, start: int, end: int) -> str:
    """The citation to copy: the submission, the section, the words."""
    return f"{citation.rstrip('.')}, {section}: “{readable(source, start, end)}”"

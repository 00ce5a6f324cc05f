"""Words that a reader marked or typed go in; where they stand in the document comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extract.documents.document import Document
from language.plain_text import normalise
from ui.reading import BLANK


def marked(document: Document, told: Mapping[str, Any]) -> tuple[int, int] | None:
    """The code points of words marked in a page: the paragraph, and the words before, tell which.

    None where what was told does not fit the document.
    """
    start, words = told.get("block"), told.get("text")
    if not isinstance(start, int) or not isinstance(words, str):
        return None
    if not 0 <= start < len(document.text):
        return None
    found = BLANK.search(document.text, start)
    end = found.start() if found else len(document.text)
    places = typed(document, words, start, end)
    before = _squeezed(str(told.get("before", "")))
    earlier = sum(1 for at in _all(before, _squeezed(words)))
    return places[min(earlier, len(places) - 1)] if places else None


def typed(
    document: Document, words: str, start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Each place where these words stand between two code points, however they are spaced."""
    normal = normalise(document.text[start:end])
    wanted = normalise(words).text.split()
    if not wanted:
        return []
    pattern = re.compile(r"\s*".join(re.escape(word) for word in wanted))
    spans = [normal.span(*found.span()) for found in pattern.finditer(normal.text)]
    return [(start + first, start + last) for first, last in spans]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", normalise(text).text)


def _all(text: str, words: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(words), text)] if words else []

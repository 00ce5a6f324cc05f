"""The lines of a table of contents: those that end in a page, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from language.passages import Block, Passages

_HEAD = re.compile(
    r"[\W\d]*(?:table of contents|contents|sommaire|table des mati[èe]res|[íi]ndice|contenidos?"
    r"|tabla de contenidos?)\W*",
    re.I,
)
_PAGE = re.compile(r"[^\W\d](?:[^\d\n]{0,3})[ \t](\d{1,3})$")
_LONGEST = 140  # letters of a line
_FEWEST = 5  # lines in a row, where no heading says what they are


def contents(passages: Passages) -> frozenset[int]:
    """Where the pages of tables of contents begin in the plain text."""
    return frozenset(at for run in _runs(passages) for at in run)


def _runs(passages: Passages) -> Iterator[list[int]]:
    """Give the pages of lines that follow one another, in rising order."""
    run: list[int] = []
    last, headed = 0, False
    for block in passages.blocks:
        page = _page(passages.plain, block)
        number = int(passages.plain[page : block.end]) if page is not None else -1
        if page is not None and (not run or number >= last):
            run.append(page)
            last = number
            continue
        if len(run) >= (1 if headed else _FEWEST):
            yield run
        headed = bool(_HEAD.fullmatch(passages.plain, block.start, block.end))
        run, last = ([page], number) if page is not None else ([], 0)
    if len(run) >= (1 if headed else _FEWEST):
        yield run


def _page(plain: str, block: Block) -> int | None:
    """Where the page at the end of a line begins, or None."""
    if block.kind == "table" or block.end - block.start > _LONGEST:
        return None
    found = _PAGE.search(plain, max(block.start, block.end - 12), block.end)
    return found.start(1) if found else None

"""The pieces of text on the pages of a PDF go in; paragraphs in reading order come out.

Raised text is marked as such, words broken at line ends keep their line end, page heads, feet and
numbers are left out, and footnotes follow the paragraph that runs over their page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True)
class Piece:
    """Text as it was set: where its baseline begins, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass
class Line:
    """One line of a page: text, baseline, size of most letters."""

    text: str
    y: float
    size: float


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and the page (from 1) on which it begins; `level` of a heading, else 0.

    `turns` says where in the text each further page begins.
    """

    text: str
    page: int
    level: int
    turns: tuple[tuple[int, int], ...] = ()


_RAISED = (0.12, 0.75)  # of the size of the line: how far above its baseline raised text stands
_SMALLER = 0.92
_NUMBER_ALONE = re.compile(
    r"(?:page )?[-\u2013|]?\s*\d{1,4}\s*[-\u2013|]?(?: ?(?:of|/|sur|de) ?\d{1,4})?", re.I
)
_ITEM = re.compile(r"(?:[-•‣▪●\u2013*]|\(?[a-z]\)|\(?[ivx]{1,4}\)|\d{1,2}[.)]) ", re.I)
_NOTE_BEGINS = re.compile(r"(?:<sup>)?\d{1,3}(?:</sup>)? ?\S")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*(?:<sup>[^<]{1,9}</sup>)*$")


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Put the pieces of one page together to lines, in the order in which they were set."""
    lines: list[Line] = []
    for piece in pieces:
        for index, part in enumerate(piece.text.split("\n")):
            if not part.strip():
                if lines and part and not lines[-1].text.endswith(" ") and index == 0:
                    lines[-1].text += " "
                continue
            line = lines[-1] if lines else None
            rise = piece.y - line.y if line else 0.0
            if line and index == 0 and _is_raised(piece, line, rise):
                line.text += f"<sup>{part.strip()}</sup>" + (" " if part.endswith(" ") else "")
            elif line and index == 0 and abs(rise) < 0.35 * max(piece.size, line.size):
                line.text += part
                line.size = max(line.size, piece.size)
            else:
                lines.append(Line(part, piece.y, piece.size))
    return _with_marks(lines)


def _is_raised(piece: Piece, line: Line, rise: float) -> bool:
    return (
        piece.size < _SMALLER * line.size
        and _RAISED[0] * line.size < rise < _RAISED[1] * line.size
        and len(piece.text.strip()) < 12
    )


def _with_marks(lines: list[Line]) -> list[Line]:
    """Join a raised mark that begins a line (of a footnote) with the line set lower behind it."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before
            and before.size < _SMALLER * line.size
            and re.fullmatch(r"\s*\d{1,3}\s*", before.text)
            and _RAISED[0] * line.size < before.y - line.y < _RAISED[1] * line.size
        ):
            joined[-1] = Line(
                f"<sup>{before.text.strip()}</sup> {line.text.lstrip()}", line.y, line.size
            )
        else:
            joined.append(line)
    return joined


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], bool]:
    """Leave out page numbers, and heads and feet that stand on most pages; say whether any were."""
    edges = Counter(key for lines in pages for key in {_key(line) for line in _edge(lines)})
    often = max(3, len(pages) // 3)
    kept, gone = [], False
    for lines in pages:
        edge = {id(line) for line in _edge(lines)}
        last = {id(line) for line in [*lines[:1], *lines[-1:], *_lowest(lines)]}
        body = [
            line
            for line in lines
            if not (id(line) in edge and edges[_key(line)] >= often and len(pages) > 2)
            and not (id(line) in last and _NUMBER_ALONE.fullmatch(line.text.strip()))
        ]
        gone = gone or len(body) < len(lines)
        kept.append(body)
    return kept, gone


def _lowest(lines: list[Line]) -> list[Line]:
    return [min(lines, key=lambda line: line.y)] if lines else []


def _edge(lines: list[Line]) -> list[Line]:
    """Give the two highest and the two lowest lines of a page."""
    ranked = sorted(lines, key=lambda line: line.y)
    return [*ranked[:2], *ranked[-2:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def paragraphs(pages: list[list[Line]]) -> Iterator[Paragraph]:
    """Give the paragraphs of all pages; one that runs over the end of a page is one."""
    sizes = Counter(round(line.size, 1) for lines in pages for line in lines for _ in line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    open_: list[tuple[int, Line]] = []
    notes: list[Paragraph] = []
    for page, lines in enumerate(pages, 1):
        main, small = _without_notes(lines, body)
        step = _step(main)
        before: Line | None = None
        for line in main:
            turned = bool(open_) and open_[-1][0] != page
            if open_ and (
                (turned and not _runs_on(open_, line, body))
                or (not turned and before is not None and _parts(before, line, step))
            ):
                yield _joined(open_, body)
                yield from notes
                open_, notes = [], []
            open_.append((page, line))
            before = line
        notes += _note_paragraphs(small, page)
    if open_:
        yield _joined(open_, body)
    yield from notes


def _step(lines: list[Line]) -> float:
    """Give the usual distance from line to line."""
    gaps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 4 * a.size]
    return median(gaps) if gaps else 14.0


def _parts(before: Line, line: Line, step: float) -> bool:
    """Say whether a new paragraph begins with `line`."""
    gap = before.y - line.y
    if gap < -step or abs(line.size - before.size) > 0.08 * before.size:
        return True
    return gap > 1.25 * step or (gap > 0.3 * line.size and bool(_ITEM.match(line.text.lstrip())))


def _runs_on(open_: list[tuple[int, Line]], line: Line, body: float) -> bool:
    """Say whether a paragraph goes on with the first line of the next page."""
    last = open_[-1][1]
    same = abs(last.size - line.size) < 0.08 * line.size
    return same and not _ENDS.search(last.text.strip()) and not _ITEM.match(line.text.lstrip())


def _without_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Take the footnotes off the foot of a page: smaller lines, the first with a number."""
    at = len(lines)
    while at > 0 and lines[at - 1].size < _SMALLER * body:
        at -= 1
    while at < len(lines) and not _NOTE_BEGINS.match(lines[at].text.strip()):
        at += 1
    return lines[:at], lines[at:]


def _note_paragraphs(lines: list[Line], page: int) -> list[Paragraph]:
    found: list[list[Line]] = []
    for line in lines:
        if not found or _NOTE_BEGINS.match(line.text.strip()):
            found.append([])
        found[-1].append(line)
    return [Paragraph(_text([(page, line) for line in one])[0], page, 0) for one in found]


def _joined(lines: list[tuple[int, Line]], body: float) -> Paragraph:
    text, turns = _text(lines)
    size = lines[0][1].size
    level = 0 if size < 1.12 * body or len(text) > 160 else 1 if size > 1.4 * body else 2
    return Paragraph(text, lines[0][0], level, tuple(turns))


def _text(lines: list[tuple[int, Line]]) -> tuple[str, list[tuple[int, int]]]:
    """Join lines with spaces; behind a hyphen the line end stays, for the search to decide."""
    text = ""
    page = lines[0][0]
    turns = []
    for at, line in lines:
        words = " ".join(line.text.split())
        text += "\n" if re.search(r"\w[-\u2010]$", text) else " " if text else ""
        if at != page:
            turns.append((len(text), at))
            page = at
        text += words
    return text, turns

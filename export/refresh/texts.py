"""A paragraph of a slide and new words go in; only the words that differ are changed in it.

Runs keep their look: a new word stands in the run of the one that it replaces.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from lxml import etree

from export.slides.look import A
from export.slides.markup import clean

BREAK = "\v"  # a line break within a paragraph
Letters = list[tuple[etree._Element | None, str]]  # words, each with its run
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d[\d,.]*")


def squeezed(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(text.split())


def masked(text: str) -> str:
    """A text without its numbers: what stays the same when only they change."""
    return _NUMBER.sub("#", squeezed(text))


def paragraphs(held: etree._Element) -> list[etree._Element]:
    """The paragraphs in a shape, a cell or a body."""
    return list(held.iter(f"{A}p"))


def words(held: etree._Element) -> str:
    """All words of a shape, a line to a paragraph."""
    return "\n".join(map(said, paragraphs(held)))


def said(paragraph: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(text for _run, text in _pieces(paragraph))


def rewrite(paragraph: etree._Element, new: str) -> None:
    """Let a paragraph say this, its words changed only where they differ."""
    new = clean(new)
    runs = [run for run, _text in _pieces(paragraph) if run is not None]
    if not runs:
        _first(paragraph, new)
        return
    letters = [(run, letter) for run, text in _pieces(paragraph) for letter in text]
    old = "".join(letter for _run, letter in letters)
    spans = [found.span() for found in _WORD.finditer(old)]
    mine = [old[start:end] for start, end in spans]
    fresh = new.split()
    kept: Letters = []
    matcher = SequenceMatcher(None, mine, fresh, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        start = spans[a - 1][1] if a else 0
        end = spans[b - 1][1] if b else 0
        if kind == "equal":
            kept += letters[start:end]
            continue
        gap = letters[start : spans[a][0]] if a < b else []
        run = letters[spans[a][0]][0] if a < b else _near(letters, start, runs)
        if kind == "delete":
            continue
        if a == b:
            gap = [(run, " ")] if a else []
        kept += gap
        kept.append((run, " ".join(fresh[c:d]) + ("" if a or b else " ")))
    if spans and fresh and mine[-1] == fresh[-1]:
        kept += letters[spans[-1][1] :]
    _put(runs, kept)


def replace_word(paragraph: etree._Element, old: str, new: str) -> bool:
    """Replace a number that stands once, and by itself, in a paragraph; whether it did."""
    text = said(paragraph)
    found = list(re.finditer(rf"(?<![\w,.]){re.escape(old)}(?![\w%]|[,.]\d)", text))
    if len(found) != 1:
        return False
    at = found[0]
    rewrite(paragraph, text[: at.start()] + new + text[at.end() :])
    return True


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """The runs of a paragraph with their words; a line break has no run."""
    for child in paragraph:
        if child.tag in (f"{A}r", f"{A}fld"):
            text = child.find(f"{A}t")
            yield child, (text.text or "") if text is not None else ""
        elif child.tag == f"{A}br":
            yield None, BREAK


def _near(letters: Letters, at: int, runs: list[etree._Element]) -> etree._Element:
    """The run before a place, else the first."""
    before = [run for run, _letter in letters[:at] if run is not None]
    return before[-1] if before else runs[0]


def _put(runs: list[etree._Element], kept: list[tuple[etree._Element | None, str]]) -> None:
    texts = dict.fromkeys(map(id, runs), "")
    for run, text in kept:
        if run is not None:
            texts[id(run)] += text
    for run in runs:
        held = run.find(f"{A}t")
        if held is None:
            held = etree.SubElement(run, f"{A}t")
        held.text = texts[id(run)]


def _first(paragraph: etree._Element, new: str) -> None:
    """The first run of an empty paragraph, in the look that its end has."""
    run = etree.Element(f"{A}r")
    end = paragraph.find(f"{A}endParaRPr")
    if end is not None:
        look = copy.deepcopy(end)
        look.tag = f"{A}rPr"
        run.append(look)
        end.addprevious(run)
    else:
        paragraph.append(run)
    etree.SubElement(run, f"{A}t").text = new

"""A corpus and its folder go in; Broken where a fact is not proved or a problem has no place.

Nothing here asks the checker: the sources are read from the disk again and the quotes looked for
in them, and the numbers are read by a few lines of their own.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import unicodedata
from pathlib import Path

import pandas as pd

from facts.corpus import Corpus, PlacedFact
from facts.frame import COLUMNS, frame
from facts.problems import Problem, as_github, as_json, as_text
from language.plain_text import Hyphens, normalise
from tests.faults.door import must

_NUMBER = re.compile(r"\d{1,3}(?:[,  ]\d{3})+|\d+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_VARIANTS: tuple[Hyphens, ...] = ("keep", "glue", "drop")
_BEFORE = ("over ", "more than ", "almost ", "about ", "at least ", "nearly ", "some ", "up to ")


def proved(corpus: Corpus, folder: Path) -> pd.DataFrame:
    """Every fact stands in its source as it is on the disk; gives the frame of them."""
    for sub in corpus.submissions:
        source = (folder / "submissions" / sub.head.id / sub.head.source.file).read_bytes()
        must(hashlib.sha256(source).hexdigest() == sub.head.source.sha256, "another source")
        raw = source.decode("utf-8")
        must(raw == sub.source_text, "the text kept is not that of the disk")
        texts = {one: normalise(raw, one).text.replace("\xa0", " ") for one in _VARIANTS}
        for placed in sub.facts:
            _proved(placed, raw, tuple(texts.values()))
        names = [placed.fact.id for placed in sub.facts]
        must(len(set(names)) == len(names), "two facts of one name")
    return _framed(corpus)


def _proved(placed: PlacedFact, raw: str, texts: tuple[str, ...]) -> None:
    fact = placed.fact
    for quote in (fact.quote, *(also.quote for also in fact.also)):
        words = plain(quote)
        must(words, f"{placed.ref}: a quote without words")
        must(any(words in text for text in texts), f"{placed.ref}: the quote is not in the source")
    span = raw[placed.match.start : placed.match.end]
    within = [plain(span), *(plain(normalise(span, one).text) for one in _VARIANTS)]
    must(plain(fact.quote) in within, f"{placed.ref}: other words stand at its place")
    must(_in_order(_digits(fact.quote), _digits(span)), f"{placed.ref}: other digits")
    if fact.value_text is not None:
        must(plain(fact.value_text) in plain(fact.quote), f"{placed.ref}: value_text not in quote")
    if fact.counted is None:
        must(placed.number is not None, f"{placed.ref}: no number and not counted")
        _read(placed, raw)


def _read(placed: PlacedFact, raw: str) -> None:
    assert placed.number is not None
    fact, (start, end) = placed.fact, placed.number
    must(placed.match.start <= start < end <= placed.match.end, f"{placed.ref}: number outside")
    if fact.corrected is not None or not isinstance(fact.value, int | float):
        return
    written = raw[start:end]
    if _NUMBER.fullmatch(written) and not raw[end : end + 9].strip().startswith("million"):
        digits = "".join(str(unicodedata.digit(c)) for c in written if c.isdigit())
        must(int(digits) == fact.value, f"{placed.ref}: {fact.value} for {written!r}")
        before = raw[max(0, start - 12) : start].replace("\xa0", " ").lower()
        plain_number = fact.bound == "exact" and before.endswith(_BEFORE)
        must(not plain_number, f"{placed.ref}: exact behind {before!r}")


def plain(text: str) -> str:
    """A text as it is compared: typography evened out."""
    return normalise(text).text.strip().replace("\xa0", " ")


def _digits(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) == "Nd")


def _in_order(few: str, many: str) -> bool:
    rest = iter(many)
    return all(c in rest for c in few)


def _framed(corpus: Corpus) -> pd.DataFrame:
    rows = frame(corpus)
    facts = list(corpus.facts())
    must(list(rows.columns) == list(COLUMNS), "other columns")
    must(list(rows["ref"]) == [placed.ref for placed in facts], "rows that are no facts")
    must(rows["ref"].is_unique, "two rows of one name")
    for value, placed in zip(rows["value"], facts, strict=True):
        stated = placed.fact.value
        same = value == stated if isinstance(stated, int | float) else math.isnan(value)
        must(same, f"{placed.ref}: {value} in the frame, {stated} in the file")
    return rows


def told(problems: tuple[Problem, ...], folder: Path, shown: str) -> None:
    """Every problem has a place that is inside its file, and prints on one line."""
    for one in problems:
        must(one.line >= 1 and one.column >= 1, f"no place: {one}")
        must(one.what and one.fix and one.field, f"nothing said: {one}")
        must(one.file == shown or one.file.startswith(f"{shown}/"), f"elsewhere: {one.file}")
        path = folder / one.file[len(shown) :].lstrip("/")
        if path.is_file() and path.stat().st_size < 3_000_000:
            _inside(one, path.read_bytes().decode("utf-8", "replace"))
    text = as_text(problems)
    must(len(text.split("\n")) == max(1, len(problems)), "a problem takes several lines")
    must(not _CONTROL.search(text), "a control character is printed")
    must(len(as_github(problems).split("\n")) == max(1, len(problems)), "several lines for GitHub")
    must(len(json.loads(as_json(problems))) == len(problems), "JSON of another length")
    for printed in (text, as_github(problems), as_json(problems)):
        printed.encode("utf-8")


def _inside(one: Problem, text: str) -> None:
    ways = (text.split("\n"), text.splitlines())  # YAML ends lines at other signs too
    must(any(one.line <= len(lines) + 1 for lines in ways), f"line {one.line}: {one}")
    longest = max(len(line) for lines in ways for line in ["", *lines[one.line - 1 : one.line]])
    must(one.column <= longest + 2, f"column {one.column} of {longest}: {one}")

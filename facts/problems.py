"""What is wrong in data/ as values, and as lines for a terminal, a GitHub log or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import Indel

_NOT_PRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it stands, and how to mend it.

    `line` and `column` count from 1. `field` is a path such as `facts.network-members.value`,
    or `set_aside[3].quote` for an entry without an id (counted from 0, as in the file's list).
    """

    file: str
    line: int
    column: int
    field: str
    what: str
    fix: str
    level: Literal["error"] = "error"


def as_text(problems: Iterable[Problem]) -> str:
    """One line per problem: `file:line:column: field: what is wrong. Fix: how to mend it.`"""
    return "\n".join(_line(problem) for problem in problems)


def as_github(problems: Iterable[Problem]) -> str:
    """One GitHub error annotation per problem."""
    return "\n".join(
        f"::error file={_property(p.file)},line={p.line},col={p.column},"
        f"title={_property(p.field)}::{_data(f'{p.field}: {p.what} Fix: {p.fix}')}"
        for p in problems
    )


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with one object per problem, its keys those of `Problem`."""
    text = json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
    return text.encode(errors="backslashreplace").decode()  # a name on the disk may be no UTF-8


def one_line(text: str) -> str:
    """The text with line breaks and control characters written as escapes."""
    return _NOT_PRINTABLE.sub(_escape, text)


def show(value: object, longest: int = 80) -> str:
    """A value as it is named in a message: in single quotes, on one line, cut when long."""
    text = one_line(str(value)[: longest + 1])
    return f"'{text[:longest]}…'" if len(text) > longest else f"'{text}'"


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, f"\\u{ord(character):04x}")


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return one_line(f"{place}: {problem.field}: {problem.what} Fix: {problem.fix}")


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def closest(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """The one of these words that was perhaps meant; "" where none is as like (1 is the same)."""
    found = process.extractOne(
        word, list(known), scorer=Indel.normalized_similarity, score_cutoff=least - 0.001
    )
    return found[0] if found else ""

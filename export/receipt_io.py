"""A receipt as rows of a sheet and as JSON, and read back from a file that may be anyone's."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

from pydantic import TypeAdapter

from charts.spec import LARGEST_NUMBER, Evidence
from export.receipt import Receipt
from words import N_

Row = dict[str, str]  # by the key of a column; a number as it is written in a CSV

# What makes a spreadsheet run a cell; the last four are the full-width forms of the first.
RUNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_RUN = re.compile(f"'*[{RUNS}]")
_GUARDED = re.compile(f"'+[{RUNS}]")


@dataclass(frozen=True)
class Column:
    """One column: `key` is the field of an `Evidence` that it holds."""

    key: str
    label: str
    meaning: str
    number: bool = False


# Read first: the number as it may be said, so that "over 100" is never pasted as 100.
COLUMNS = (
    Column("says", N_("says"), N_("The number as it may be said, with its bound: over 100.")),
    Column("label", N_("what"), N_("What is counted, or what was done.")),
    Column(
        "value",
        N_("value"),
        N_("The number that stands in the source, whatever its bound. Never use it without it."),
        True,
    ),
    Column("low", N_("low"), N_("The least that it can be; empty where none is set."), True),
    Column("high", N_("high"), N_("The most that it can be; empty where none is set."), True),
    Column("bound", N_("bound"), N_("How the number is meant: exact, more_than, range and so on.")),
    Column("unit", N_("unit"), N_("The unit of the number.")),
    Column("as_of", N_("as of"), N_("When it holds, or when it happened.")),
    Column(
        "time",
        N_("time"),
        N_("The same for programs: a date, or the first and the last, as the source gives them."),
    ),
    Column("document", N_("document"), N_("The submission that states it.")),
    Column("wording", N_("wording"), N_("What the source calls that which it counts.")),
    Column("section", N_("section"), N_("Where in the submission it stands.")),
    Column("quote", N_("quote"), N_("The words that state it, exactly as they stand there.")),
    Column("citation", N_("citation"), N_("How to cite the submission.")),
    Column("ref", N_("ref"), N_("The name of the fact: submission/fact.")),
)
KEYS = tuple(column.key for column in COLUMNS)
NUMBERS = tuple(column.key for column in COLUMNS if column.number)


def to_row(item: Evidence) -> Row:
    """One item as text in every column; a number that is not there is empty."""
    return {key: as_text(getattr(item, key)) for key in KEYS}


def from_row(held: Row) -> Evidence | None:
    """The item that a row with every column tells; None where a number in it is none."""
    try:
        return Evidence(
            **{
                field.name: as_number(held[field.name])
                if field.name in NUMBERS
                else held[field.name]
                for field in fields(Evidence)
            }  # type: ignore[arg-type]
        )
    except (KeyError, ValueError):
        return None


def as_text(value: object) -> str:
    """A cell as text: whole numbers without a point, what is not stated as nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def as_number(text: str) -> float | None:
    """The number that a cell holds; None for an empty one. Raises ValueError for what is none."""
    if not text.strip():
        return None
    number = float(text)
    if not abs(number) <= LARGEST_NUMBER:  # what is not a number at all is not smaller either
        raise ValueError(f"{text} is no number of a fact")
    return number


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: with an apostrophe before what would start a formula.

    `plain` takes it off again, so nothing is lost.
    """
    return f"'{text}" if _RUN.match(text) else text


def plain(cell: str) -> str:
    """The text that `harmless` made this cell of."""
    return cell[1:] if _GUARDED.match(cell) else cell


@dataclass(frozen=True)
class _Sealed:
    """What `sealed` writes."""

    receipt: Receipt
    seal: str


_RECEIPT, _SEALED = TypeAdapter(Receipt), TypeAdapter(_Sealed)


def from_json(text: str) -> Receipt | None:
    """The receipt in a piece of JSON; None where it is none, or where a field is of a wrong kind.

    Never raises: the file may be broken or made to break its reader.
    """
    try:
        return _RECEIPT.validate_json(text)
    except ValueError:
        return None


def sealed(receipt: Receipt, seal: str) -> str:
    """A receipt and the seal of its file as one line of JSON."""
    return json.dumps(asdict(_Sealed(receipt, seal)), ensure_ascii=False, separators=(",", ":"))


def unsealed(text: str) -> tuple[Receipt | None, str]:
    """What `sealed` made this text of; no receipt where it was made of none. Never raises."""
    try:
        held = _SEALED.validate_json(text)
    except ValueError:
        return None, ""
    return held.receipt, held.seal


def seal_of(words: Iterable[str]) -> str:
    """The seal of the words that a file shows, in their order, however they are spaced."""
    whole = "".join("".join(words).split())
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]

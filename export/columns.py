"""The items of a receipt go in, the rows of every sheet come out: the same columns in each."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from export.receipt import Item
from words import _

LARGEST = 1e15  # of a number: beyond it not every whole number can be told from the next
Row = dict[str, str]  # by the key of a column; a number as it is written in a CSV

# What makes a spreadsheet run a cell; the last four are the full-width forms of the first.
RUNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_RUN = re.compile(f"'*[{RUNS}]")
_GUARDED = re.compile(f"'+[{RUNS}]")


@dataclass(frozen=True)
class Column:
    """One column: `key` is the field of an `Item` that it holds."""

    key: str
    label: str
    meaning: str
    number: bool = False


# Read first: the number as it may be said, so that "over 100" is never pasted as 100.
COLUMNS = (
    Column("says", _("says"), _("The number as it may be said, with its bound: over 100.")),
    Column("label", _("what"), _("What is counted, or what was done.")),
    Column(
        "value",
        _("value"),
        _("The number that stands in the source, whatever its bound. Never use it without it."),
        True,
    ),
    Column("low", _("low"), _("The least that it can be; empty where none is set."), True),
    Column("high", _("high"), _("The most that it can be; empty where none is set."), True),
    Column("bound", _("bound"), _("How the number is meant: exact, more_than, range and so on.")),
    Column("unit", _("unit"), _("The unit of the number.")),
    Column("as_of", _("as of"), _("When it holds, or when it happened.")),
    Column(
        "time",
        _("time"),
        _("The same for programs: a date, or the first and the last, as the source gives them."),
    ),
    Column("document", _("document"), _("The submission that states it.")),
    Column("wording", _("wording"), _("What the source calls that which it counts.")),
    Column("section", _("section"), _("Where in the submission it stands.")),
    Column("quote", _("quote"), _("The words that state it, exactly as they stand there.")),
    Column("citation", _("citation"), _("How to cite the submission.")),
    Column("ref", _("ref"), _("The name of the fact: submission/fact.")),
)
KEYS = tuple(column.key for column in COLUMNS)
NUMBERS = tuple(column.key for column in COLUMNS if column.number)


def row(item: Item) -> Row:
    """One item as text in every column; a number that is not there is empty."""
    return {key: as_text(getattr(item, key)) for key in KEYS}


def item(held: Row) -> Item | None:
    """The item that a row with every column tells; None where a number in it is none."""
    try:
        return Item(
            **{
                field.name: as_number(held[field.name])
                if field.name in NUMBERS
                else held[field.name]
                for field in fields(Item)
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
    if not abs(number) <= LARGEST:  # what is not a number at all is not smaller either
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

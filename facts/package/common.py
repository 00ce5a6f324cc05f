"""Nothing goes in; columns and closed lists that several tables of the package share come out."""

from __future__ import annotations

from typing import get_args

from facts import model
from facts.package.shape import PARTIAL_DATE, Column, Link, plain

STATUSES = (
    ("B", "Time series break"),
    ("L", "Missing value; data exist but were not collected"),
    ("D", "Definition differs"),
    ("E", "Estimated value"),
    ("A", "Normal value"),
)
TIME_KINDS = ("day_of_writing", "point", "span", "not_stated")
BASIS = plain(get_args(model.Basis))
TIME_BASIS = (*BASIS, ("not_stated", ""))


def period(of: str) -> tuple[Column, ...]:
    """TIME_PERIOD and the columns that say how it is known."""
    return (
        Column("TIME_PERIOD", "string",
            f"When {of}, as SDMX writes it: a year, month or day, or the first day of a span and "
            "its length (2023-03-01/P19M). Empty where the time is not stated."),
        Column("time_kind", "string",
            "What TIME_PERIOD means: day_of_writing (the submission says today: TIME_PERIOD "
            "is the earliest to the latest day on which that can have been written), point, span,"
            " or not_stated.", True, categories=plain(TIME_KINDS)),
        Column("time_start", "string",
            "The first date, as precise as it was written: year, month or day.",
            pattern=PARTIAL_DATE),
        Column("time_end", "string",
            "The last date, as precise as it was written: year, month or day.",
            pattern=PARTIAL_DATE),
        Column("time_basis", "string",
            "Whether the source states the time, or it was inferred from the source, or there is "
            "none.", True, categories=TIME_BASIS),
    )  # fmt: skip


def evidence() -> tuple[Column, ...]:
    """The words that prove an entry, and where they stand."""
    return (
        Column("section", "string", "The part of the submission where the quote stands.", True),
        Column("quote", "string",
            "The words of the source, without marks of formatting. The exact characters stand in "
            "the source between char_start and char_end.", True),
        Column("char_start", "integer",
            "Where the quote begins in the source: code points before it, counted from 0.",
            True, minimum=0),
        Column("char_end", "integer",
            "Where the quote ends in the source: the code point after its last.", True, minimum=1),
    )  # fmt: skip


def remarks() -> tuple[Column, ...]:
    """What was corrected, and the note."""
    return (
        Column("corrected_field", "string",
            "What is read otherwise than the source has it, where the source has an error."),
        Column("corrected_source_says", "string", "The error, as the source has it."),
        Column("corrected_because", "string", "Why it was read otherwise."),
        Column("note", "string", "What else a reader has to know."),
    )  # fmt: skip


REF = "submission/{0}: the name of this {0} in the whole package."
SCOPE = Column("scope", "string",
    "Whose it is: the organisation's own, a partner's (or shared with one), or the world's.",
    True, categories=plain(get_args(model.Scope)))  # fmt: skip
SUBMISSION = Column("submission", "string", "The submission that says it.", True)
CARRIED = Column("carried_from_submission", "string",
    "The earlier submission that this sentence was copied from: one claim told twice.")  # fmt: skip
TO_SUBMISSION = (
    Link("submission", "submissions", "submission"),
    Link("carried_from_submission", "submissions", "submission"),
)

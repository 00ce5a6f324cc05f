"""The tidy pandas table with a row for each proved fact, and its CSV and JSON."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from facts.corpus import Corpus, PlacedFact
from facts.format_value import correction, says
from facts.model import Fact, SubmissionHead
from facts.partial_dates import first_day, last_day
from facts.vocabulary import Indicator, Span, Time, in_language

TEXT, NUMBER, WHOLE, FLAG, DAY = "str", "float64", "int64", "bool", "datetime64[s]"
COLUMNS: dict[str, str] = {
    "submission": TEXT, "fact": TEXT, "indicator": TEXT, "value": NUMBER, "value_low": NUMBER,
    "value_high": NUMBER, "bound": TEXT, "unit": TEXT, "wording": TEXT, "scope": TEXT,
    "time_start": TEXT, "time_end": TEXT, "time_basis": TEXT, "places": TEXT, "said_by": TEXT,
    "section": TEXT, "quote": TEXT, "char_start": WHOLE, "char_end": WHOLE,
    "ref": TEXT, "says": TEXT, "plot_at": DAY, "plot_basis": TEXT, "comparable": FLAG,
    "wording_rule": TEXT, "counted": FLAG, "part_of": TEXT, "part_same_unit": FLAG, "spread": TEXT,
    "note": TEXT, "carried_from": TEXT, "group": TEXT, "label": TEXT, "submission_name": TEXT,
    "written_start": TEXT, "written_end": TEXT, "as_of": TEXT, "own_basis": TEXT,
    "places_role": TEXT, "corrected_says": TEXT, "corrected_because": TEXT,
    "corrected_field": TEXT, "language": TEXT, "status": TEXT, "doubts": TEXT,
}  # fmt: skip


def frame(corpus: Corpus, language: str = "en") -> pd.DataFrame:
    """A row per proved fact, in the order of the submissions; the columns and types of `COLUMNS`.

    Numbers are float64 and NaN where there is none: an exact value is also its low and high, a
    range has low and high and no value, `more_than` and `at_least` have no high, `almost`, `up_to`
    and `less_than` no low, `about` neither. Text is "" where there is none. `time_start` and
    `time_end` are dates as precise as they were written; a fact of the day of writing has the
    earliest and latest day of writing; both are "" where `time_basis` is not_stated. `places` are
    codes with a space between. `char_start` and `char_end` count code points of the quote in the
    decoded source. `plot_at` is one day to draw the fact at, NaT where its time is not stated;
    `as_of` and `own_basis` are those of the fact itself, whatever its submission says.
    `comparable` says that the bound is exact, the wording the definition's own, the value that of
    the source, and that it is reached. `status` is target or plan where it is not; `doubts` are
    JSON, a list of kind and because; `language` is that of the quote.
    """
    return rows_of(corpus.facts(), corpus.indicators, language)


def rows_of(
    facts: Iterable[PlacedFact], indicators: Mapping[str, Indicator], language: str = "en"
) -> pd.DataFrame:
    """The same for any facts, in their order."""
    rows = [_row(placed, indicators, language) for placed in facts]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def reached(rows: pd.DataFrame) -> pd.DataFrame:
    """The facts that may stand in a trend, an answer or a size: no target and no plan."""
    is_reached = rows["status"] == ""
    return rows if is_reached.all() else rows[is_reached].reset_index(drop=True)


def ahead(rows: pd.DataFrame) -> pd.DataFrame:
    """The targets and plans."""
    return rows[rows["status"] != ""]


def _row(placed: PlacedFact, indicators: Mapping[str, Indicator], language: str) -> dict[str, Any]:
    fact, head = placed.fact, placed.submission
    indicator = indicators[fact.indicator]
    rule = indicator.rule(fact.wording)
    low, high = fact.limits
    start, end, basis = first_and_last(fact.time, head)
    plot_at, plot_basis = _plot(fact, head)
    carried, part = fact.carried_from, fact.part_of
    names = (carried.submission, carried.fact) if carried else ()
    return {
        "submission": head.id, "fact": fact.id, "indicator": fact.indicator,
        "value": None if isinstance(fact.value, Span) else fact.value,
        "value_low": low, "value_high": high, "bound": fact.bound,
        "unit": in_language(indicator.unit.many, language), "wording": fact.wording,
        "scope": fact.scope, "time_start": start, "time_end": end, "time_basis": basis,
        "places": " ".join(fact.places.list) if fact.places else "",
        "said_by": fact.said_by or "", "section": fact.section, "quote": fact.quote,
        "char_start": placed.match.start, "char_end": placed.match.end,
        "ref": placed.ref, "says": says(fact, indicator),
        "plot_at": plot_at, "plot_basis": plot_basis,
        "comparable": fact.bound == "exact" and rule == "same" and not correction(fact, "value")
        and not fact.status,
        "wording_rule": rule,
        "counted": fact.counted is not None,
        "part_of": f"{head.id}/{part.fact}" if part else "",
        "part_same_unit": bool(part and part.same_unit),
        "spread": fact.spread or "", "note": fact.note or "",
        "carried_from": "/".join(filter(None, names)),
        "group": indicator.group, "label": in_language(indicator.label, language),
        "submission_name": head.name,
        "written_start": head.written.earliest, "written_end": head.written.latest,
        "as_of": fact.time.as_of or "", "own_basis": fact.time.basis,
        "places_role": fact.places.role if fact.places else "",
        "corrected_says": fact.corrected.source_says if fact.corrected else "",
        "corrected_because": fact.corrected.because if fact.corrected else "",
        "corrected_field": fact.corrected.field if fact.corrected else "",
        "language": fact.language or "en", "status": fact.status or "",
        "doubts": answers(fact),
    }  # fmt: skip


def answers(fact: Fact) -> str:
    """The doubts of a fact with the reason why it holds, as JSON; nothing where there is none."""
    told = [one.model_dump() for one in fact.doubts]
    return json.dumps(told, ensure_ascii=False) if told else ""


def plot_day(partial: str) -> date:
    """The middle of a year or month, or the day itself."""
    first = first_day(partial)
    return first + (last_day(partial) - first) / 2


def first_and_last(time: Time, head: SubmissionHead) -> tuple[str, str, str]:
    """The first and last date of a time, and how they are known; "" where none is stated."""
    if time.as_of == "document":
        return head.written.earliest, head.written.latest, head.written.basis
    if time.as_of == "not_stated":
        return "", "", "not_stated"
    return time.on or time.start or "", time.on or time.end or "", time.basis


def _plot(fact: Fact, head: SubmissionHead) -> tuple[date | None, str]:
    """The day to draw at: the date itself, the end of a period, `plot_at` of the document."""
    time = fact.time
    if time.as_of == "document":
        return plot_day(head.plot_at.value), head.plot_at.basis
    if time.end:
        return last_day(time.end), time.basis
    return (plot_day(time.on), time.basis) if time.on else (None, "not_stated")


_IN_QUOTES = re.compile(r'[,"\r\n]')
# What makes a spreadsheet run a cell; the last four are the full-width forms of the first.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(rows: pd.DataFrame) -> str:
    """Comma-separated, a header, lines ending in a line feed, missing cells empty.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; the exact text is
    in the JSON, and for a quote in the source between `char_start` and `char_end`.
    """
    lines = [",".join(map(_quoted, rows.columns))]
    for row in rows.itertuples(index=False):
        cells = (_cell(value) for value in row)
        lines.append(",".join("" if one is None else _quoted(str(_guarded(one))) for one in cells))
    return "\n".join(lines) + "\n"


def as_json(rows: pd.DataFrame) -> str:
    """A list with one object per row, missing cells null, days as YYYY-MM-DD."""
    records = [{key: _cell(value) for key, value in row.items()} for row in rows.to_dict("records")]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _cell(value: Any) -> str | int | float | bool | None:
    """A cell as plain Python: whole numbers as int, days as text, missing as None."""
    if value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    plain = value.item() if hasattr(value, "item") else value
    return plain if isinstance(plain, bool | int) else str(plain)


def _quoted(cell: str) -> str:
    """A cell in quotes where it needs them; the csv module leaves a carriage return without."""
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if _IN_QUOTES.search(cell) else cell


def _guarded(cell: str | int | float | bool) -> str | int | float:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA):
        return f"'{cell}"
    return cell

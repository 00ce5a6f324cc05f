"""Writes the sentence that may be said of facts, with its bound, date and unit."""

from __future__ import annotations

from datetime import date

import pandas as pd

from answers.retrieval import keep_rows
from charts.captions import as_of, dated, finding, moment
from facts.corpus import Corpus
from facts.newest_and_changes import changes, of_indicator
from facts.partial_dates import first_day, last_day
from facts.vocabulary import Indicator
from words import _, counted, listed

MOST_MOMENTS = 3  # said of one time that was asked for


def sentence(found: list[pd.Series], corpus: Corpus) -> str:
    """ "129 members in 108 countries (15 November 2024)": facts as one sentence to copy."""
    return dated(found, [_worded(row, corpus) for row in found], as_of)


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _worded(row: pd.Series, corpus: Corpus) -> Indicator:
    """The indicator, with the unit of the sentence itself where that counts something else."""
    indicator: Indicator = corpus.indicators[row["indicator"]]
    if row["wording_rule"] != "differs" or indicator.phrase:
        return indicator
    unit = {"en": str(row["wording"])}
    return indicator.model_copy(
        update={"unit": indicator.unit.model_copy(update={"one": unit, "many": unit})}
    )


def stated(found: list[pd.Series], corpus: Corpus) -> str:
    """Facts of one or several moments as one text; numbers of others with whose they are."""
    groups: dict[tuple[str, str, str], list[pd.Series]] = {}
    for row in found:
        other = str(row["said_by"]) if row["scope"] == "world" else ""
        again = any(row["indicator"] == one["indicator"] for one in groups.get(
            (as_of(row), other, ""), ()))  # fmt: skip
        groups.setdefault((as_of(row), other, str(row["ref"]) if again else ""), []).append(row)
    said = []
    for (_when, other, _ref), mine in groups.items():
        text = sentence(mine, corpus) + _counting(mine, corpus)
        said.append(_("{said}, said by: {who}", said=text, who=other) if other else text)
    return capital("; ".join(said))


def _counting(found: list[pd.Series], corpus: Corpus) -> str:
    """What is counted, where it is another definition and no unit in the sentence says so."""
    shown = {r["wording"] for r in found if not corpus.indicators[r["indicator"]].phrase}
    other = {r["wording"] for r in found if r["wording_rule"] == "differs"} - shown
    return _(", counting “{wording}”", wording=listed(sorted(other))) if other else ""


def within(rows_: pd.DataFrame, year: str) -> pd.DataFrame:
    """The facts whose time touches a year or a month."""
    first, last = first_day(year), last_day(year)
    touches = [
        bool(start) and first_day(start) <= last and last_day(end) >= first
        for start, end in zip(rows_["time_start"], rows_["time_end"], strict=True)
    ]
    return keep_rows(rows_, touches)


def changed(
    frame: pd.DataFrame, corpus: Corpus, names: tuple[str, ...], years: tuple[str, ...]
) -> tuple[str, list[str]]:
    """The change that may be said of these indicators, and its facts; empty where none may.

    From the first year asked for (else the first comparable fact) to the second (else the newest).
    """
    ends: dict[tuple[str, str], list[str]] = {}
    for name in names:
        mine = _between(of_indicator(frame, name), years)
        found = changes(mine, name)
        start = mine[mine["ref"] == found[0].start] if found else mine.head(0)
        last = mine[mine["ref"] == found[0].end] if found else start
        if start.empty or (years and within(start, years[0]).empty):
            continue
        if len(years) > 1 and within(last, years[-1]).empty:
            continue
        key = (moment(start.iloc[0]), moment(last.iloc[0]))
        ends.setdefault(key, []).extend([found[0].start, found[0].end])
    said, refs = [], list[str]()
    for each in ends.values():
        drawn = frame[frame["ref"].isin(each)].sort_values(["plot_at", "ref"])
        told = set(drawn["indicator"])
        said.append(finding(drawn, tuple(corpus.indicators[n] for n in names if n in told)))
        refs += each
    return "; ".join(said), refs


def _between(found: pd.DataFrame, years: tuple[str, ...]) -> pd.DataFrame:
    """The facts from the first of these years on, to the end of the last of several."""
    if not years:
        return found
    first, last = first_day(years[0]), last_day(years[-1])
    keep = [
        bool(start) and last_day(end) >= first and (len(years) == 1 or first_day(start) <= last)
        for start, end in zip(found["time_start"], found["time_end"], strict=True)
    ]
    return keep_rows(found, keep)


def why_no_change(
    frame: pd.DataFrame, corpus: Corpus, names: tuple[str, ...], years: tuple[str, ...]
) -> str:
    """Why no change of these indicators may be said, in a sentence."""
    reasons = []
    for name in names:
        every = of_indicator(frame, name)
        if every.empty and len(names) > 1:
            continue
        if int((every["carried_from"] == "").sum()) < 2:
            reasons.append(_("it is stated once"))
            continue
        near = [within(every, year) for year in years] or [every]
        if years and any(rows_.empty for rows_ in near):
            empty = [year for year, rows_ in zip(years, near, strict=True) if rows_.empty]
            reasons.append(_("none is stated for {years}", years=listed(empty)))
            continue
        at = pd.concat(near)
        differs = at[at["wording_rule"] == "differs"]
        bounds = at[at["bound"] != "exact"]
        if not differs.empty:
            row = differs.iloc[-1]
            reasons.append(_("{document} counts “{wording}”, another definition",
                             document=row["submission_name"], wording=row["wording"]))  # fmt: skip
        elif not bounds.empty:
            reasons.append(_("“{says}” is no exact number", says=bounds.iloc[-1]["says"]))
        else:
            reasons.append(_("no two numbers of different times can be compared"))
    return capital(listed(list(dict.fromkeys(reasons)))) + "."


def age(row: pd.Series, today: date) -> str:
    """How long ago the fact held, in words; empty where it has no date."""
    if row["time_basis"] == "not_stated":
        return ""
    days = (today - last_day(row["time_end"])).days
    years, months = days // 365, (days % 365) // 30
    if days < 60:
        return _("This is the newest figure stated, less than two months old.")
    if years == 0:
        return counted(
            "This figure is {number} month old.", "This figure is {number} months old.", days // 30
        )
    spoken = counted("{number} year", "{number} years", years)
    if months:
        spoken += " " + counted("and {number} month", "and {number} months", min(months, 11))
    return _("This figure is {age} old; no newer one is stated in a submission.", age=spoken)

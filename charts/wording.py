"""Facts and what is drawn of them go in, the words in and around a chart come out."""

from __future__ import annotations

import pandas as pd

from charts.spec import Band, Series
from facts.corpus import Corpus
from facts.dates import say, say_span
from facts.model import Indicator
from words import _, listed, pick

DAGGER = "†"  # at a mark, and before the sentence of the note that explains it


def as_of(row: pd.Series) -> str:
    """When a fact holds, in words: its date, or between which dates it was inferred to lie."""
    if row["time_basis"] == "not_stated":
        return _("no date stated")
    if row["time_basis"] == "stated":
        return say_span(row["time_start"], row["time_end"])
    return _("{start} to {end}, inferred", start=say(row["time_start"]), end=say(row["time_end"]))


def moment(row: pd.Series) -> str:
    """The moment of a fact, short: "November 2024"; where it was inferred "2018 submission"."""
    if row["time_basis"] == "stated":
        return say(str(row["time_end"])[:7])
    return _("{year} submission", year=str(row["written_end"])[:4])


def phrase(row: pd.Series, indicator: Indicator, *, short: bool = False) -> str:
    """A fact as part of a sentence: "129 members", "in 108 countries"; short: "129", "in 108"."""
    if short:
        lead = pick(indicator.phrase).split("{says}")[0] if indicator.phrase else ""
        return f"{lead}{row['says']}"
    if indicator.phrase:
        return pick(indicator.phrase).replace("{says}", row["says"])
    return f"{row['says']} {row['unit']}"


def finding(drawn: pd.DataFrame, shown: tuple[Indicator, ...]) -> str:
    """The title: from the first to the last comparable facts, or the newest as it is said."""
    ends = [pair for i in shown if (pair := _ends(drawn[drawn["indicator"] == i.id]))]
    if len(ends) == len(shown):
        first, last = [pair[0] for pair in ends], [pair[1] for pair in ends]
        one_moment = len({moment(r) for r in first}) == 1 and len({moment(r) for r in last}) == 1
        if one_moment:
            return _(
                "From {first} ({then}) to {last} ({now})",
                first=" ".join(phrase(r, i) for r, i in zip(first, shown, strict=True)),
                then=moment(first[0]),
                last=" ".join(phrase(r, i, short=True) for r, i in zip(last, shown, strict=True)),
                now=moment(last[0]),
            )
    newest = [drawn[drawn["indicator"] == i.id].iloc[-1] for i in shown]
    said = " ".join(phrase(r, i) for r, i in zip(newest, shown, strict=True))
    return _("{what} ({now})", what=said[:1].upper() + said[1:], now=moment(newest[0]))


def subtitle(shown: tuple[Indicator, ...]) -> str:
    """What is drawn, in which unit."""
    labels = [pick(i.label) for i in shown]
    lowered = [labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])]
    return _("{what}, as each submission states them", what=listed(lowered))


def note(
    drawn: pd.DataFrame,
    lines: tuple[Series, ...],
    bands: tuple[Band, ...],
    y: tuple[float, float],
) -> str:
    """Every bound, break, gap and inferred date that is drawn, each in one sentence."""
    marks = [mark for line in lines for mark in line.marks]
    parts = _definitions(drawn)
    limits = [f"“{mark.says}”" for mark in marks if mark.bound in ("more_than", "at_least")]
    if limits:
        parts.append(
            _("Arrow up: a lower limit, {said}.", said=listed(tuple(dict.fromkeys(limits))))
        )
    if any(stretch.dashed for line in lines for stretch in line.stretches):
        parts.append(_("Dashed: no comparable number is stated in between."))
    if any(mark.window for mark in marks):
        parts.append(_("Pale bar: the document is undated; it was written within that time."))
    if y[0] > 0:
        parts.append(_("The axis starts at {low}, not at 0.", low=f"{y[0]:,.0f}"))
    if any(band.kind == "not_held" for band in bands):
        parts.append(_("Grey years: no submission of that year is held here; there may be one."))
    silent = [band.label for band in bands if band.kind == "not_stated"]
    parts += [f"{label}." for label in silent]
    return " ".join(parts)


def source(drawn: pd.DataFrame, corpus: Corpus) -> str:
    """The source line: the organisation and the submissions that the facts stand in."""
    names = list(dict.fromkeys(drawn["submission_name"]))
    owner = corpus.organisation.name if corpus.organisation else ""
    return _(
        "Source: {organisation}, submissions {names}.", organisation=owner, names=listed(names)
    )


def alternative(title: str, drawn: pd.DataFrame, shown: tuple[Indicator, ...]) -> str:
    """The chart for someone who does not see it: the finding, then each fact in order of time."""
    parts = [_("Chart over time. {title}.", title=title)]
    for indicator in shown:
        rows = drawn[drawn["indicator"] == indicator.id]
        said = "; ".join(
            f"{row['says']} ({row['wording']}, {row['submission_name']}, {as_of(row)})"
            for _index, row in rows.iterrows()
        )
        parts.append(f"{pick(indicator.label)}: {said}.")
    return " ".join(parts)


def _ends(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series] | None:
    """The first and the last comparable fact of one indicator, where there are two."""
    same = rows[rows["comparable"].astype(bool)]
    return (same.iloc[0], same.iloc[-1]) if len(same) > 1 else None


def _definitions(drawn: pd.DataFrame) -> list[str]:
    differs = drawn[drawn["wording_rule"] == "differs"]
    return [
        _(
            "{dagger} {document} counts “{wording}”: another definition, so the line passes by it "
            "and no change is computed to or from it.",
            dagger=DAGGER,
            document=document,
            wording=wording_,
        )
        for document, wording_ in dict.fromkeys(
            zip(differs["submission_name"], differs["wording"], strict=True)
        )
    ]

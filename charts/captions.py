"""The words of charts: of facts and activities, and those in and around a chart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

import settings
from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Band, Cell, Mark, Series
from facts.corpus import Corpus, PlacedActivity
from facts.format_value import correction, says
from facts.memo import memo
from facts.model import Activity, Fact
from facts.newest_and_changes import rivals
from facts.partial_dates import say, say_span
from facts.vocabulary import Bound, Indicator, Time
from language.countries import country_name
from words import N_, _, listed, pick

MOST_NAMED = 12  # submissions named in one line; of more it says how many


def rows_by_ref(frame: pd.DataFrame, refs: Iterable[str] | None = None) -> dict[str, pd.Series]:
    """The rows of a frame of facts by their reference; only those of `refs` where it is given."""
    if refs is not None:
        wanted = list(refs)
        frame = frame[frame["ref"].isin(wanted)] if wanted else frame.iloc[:0]
    return {str(row["ref"]): row for _index, row in frame.iterrows()}


def number_cell(row: pd.Series, indicator: Indicator) -> Cell:
    """A fact as a number with its unit around it: "from 143 countries", "over 551 participants"."""
    says, ref = str(row["says"]), str(row["ref"])
    if indicator.phrase:
        before, _gap, after = pick(indicator.phrase).partition("{says}")
        return Cell(says, ref, before.strip(), after.strip())
    return Cell(says, ref, after=unit(row, indicator))


def value_of(fact: Fact, corpus: Corpus) -> str:
    """The value of a fact as it may be said."""
    return says(fact, corpus.indicators[fact.indicator], _)


def unit(row: pd.Series, indicator: Indicator) -> str:
    """The unit of a fact, for one or for many."""
    return pick(indicator.unit.one if row["value"] == 1 else indicator.unit.many)


def plain(cell: Cell) -> str:
    """A cell as plain text."""
    return " ".join(part for part in (cell.before, cell.text, cell.after) if part)


def marked(said: str, wrong: str) -> str:
    """Words with the mark of a correction behind them, where the source says something wrong."""
    return _("{said} [the source says {words}]", said=said, words=wrong) if wrong else said


def when_of(activity: Activity) -> str:
    """When an activity was; where that was corrected, with what the source says."""
    return marked(when(activity.time), correction(activity, "time"))


def when(time: Time) -> str:
    """A time in words."""
    if time.on:
        said = say(time.on)
    elif time.start and time.end:
        said = say_span(time.start, time.end)
    else:
        return _("no date stated")
    return said if time.basis == "stated" else _("{when}, inferred", when=said)


def span(time: Time) -> tuple[str, str] | None:
    """The first and last partial date of an activity; None where no date is stated."""
    if time.on:
        return time.on, time.on
    return (time.start, time.end) if time.start and time.end else None


def vague(time: Time) -> bool:
    """Whether the date of an activity is known only to its year: a bar of it is no duration."""
    return bool(time.on) and len(str(time.on)) == 4


def where(activity: Activity) -> str:
    """The places of an activity: "Amman (Jordan) and Nairobi (Kenya)"."""
    names = []
    for place in activity.places:
        country = country_name(place.country, settings.language())
        names.append(f"{place.city} ({country})" if place.city else country)
    return listed(tuple(dict.fromkeys(names)))


def told_once(corpus: Corpus) -> tuple[PlacedActivity, ...]:
    """Every activity in order of submission; one carried over from an earlier text is told once."""
    return tuple(
        placed
        for sub in corpus.submissions
        for placed in sub.activities
        if placed.activity.carried_from is None
    )


def _submission_order(corpus: Corpus) -> dict[str, int]:
    """Where among the submissions each name stands first."""
    names = [sub.head.name for sub in corpus.submissions]
    return {name: place for place, name in reversed(list(enumerate(names)))}


def source_line(corpus: Corpus, documents: Iterable[str]) -> str:
    """The source line for these documents, in the order of the submissions.

    Of more than `MOST_NAMED` it says how many, and the first and last: each number has its own.
    """
    places = memo(corpus, "places of names", lambda: _submission_order(corpus))
    order = [name for _at, name in sorted((places[n], n) for n in set(documents) if n in places)]
    if len(order) > MOST_NAMED:
        return _(
            "Source: {organisation}, {number} submissions, from {first} to {last}; "
            "each number and activity names its own.",
            organisation=corpus.organisation.name,
            number=f"{len(order):,}",
            first=order[0],
            last=order[-1],
        )
    if len(order) == 1:
        return _(
            "Source: {organisation}, submission {name}.",
            organisation=corpus.organisation.name,
            name=order[0],
        )
    return _(
        "Source: {organisation}, submissions {names}.",
        organisation=corpus.organisation.name,
        names=listed(tuple(order)),
    )


DAGGER = "†"  # at a mark, and before the sentence of the note that explains it
# What a bound means, on a receipt.
MEANINGS = {
    "exact": N_("exact"),
    "at_least": N_("a lower limit: at least this many"),
    "more_than": N_("a lower limit: more than this many"),
    "about": N_("about this many"),
    "almost": N_("a little less than this many"),
    "up_to": N_("an upper limit: at most this many"),
    "less_than": N_("an upper limit: fewer than this many"),
    "range": N_("a range: no single value is stated"),
}


def as_of(row: pd.Series | Mapping[Hashable, Any]) -> str:
    """When a fact holds, in words: its date, or between which dates it was inferred to lie."""
    if row["time_basis"] == "not_stated":
        return _("no date stated")
    said = say_span(row["time_start"], row["time_end"])
    if row["time_basis"] != "stated":
        said = _("{when}, inferred", when=said)
    return marked(said, row["corrected_says"] if row["corrected_field"] == "time" else "")


def moment(row: pd.Series) -> str:
    """The moment of a fact, short: "November 2024"; where it was inferred "2018 submission"."""
    if row["time_basis"] == "stated":
        return say(str(row["time_end"])[:7])
    return _("{year} submission", year=str(row["written_end"])[:4])


def phrase(row: pd.Series, indicator: Indicator, *, short: bool = False) -> str:
    """A fact as part of a sentence: "129 members", "in 108 countries"; short: "129", "in 108".

    A share carries its sign already, and its label instead of a unit.
    """
    if short:
        lead = pick(indicator.phrase).split("{says}")[0] if indicator.phrase else ""
        return f"{lead}{row['says']}"
    if indicator.phrase:
        return pick(indicator.phrase).replace("{says}", row["says"])
    if indicator.kind == "share":
        label = pick(indicator.label)
        return f"{row['says']}: {label[:1].lower()}{label[1:]}"
    return f"{row['says']} {unit(row, indicator)}"


def with_rivals(row: pd.Series, frame: pd.DataFrame) -> pd.Series:
    """A fact that says also what others state for the same moment: "100 or 250"."""
    said = row["says"]
    for other in rivals(frame, row)["says"]:
        said = _("{one} or {other}", one=other, other=said)
    return pd.Series({**row, "says": said})


def dated(rows: list[pd.Series], shown: list[Indicator], when: Callable[[pd.Series], str]) -> str:
    """Facts as a sentence with the moment of each: "129 members in 108 countries (May 2024)".

    Where they hold for different moments, each is followed by its own.
    """
    moments = [when(row) for row in rows]
    if len(set(moments)) == 1:
        return _("{said} ({moment})", said=together(rows, shown), moment=moments[0])
    return ", ".join(
        _("{said} ({moment})", said=phrase(row, indicator), moment=moment_)
        for row, indicator, moment_ in zip(rows, shown, moments, strict=True)
    )


def together(rows: list[pd.Series], shown: list[Indicator]) -> str:
    """Facts as one phrase: "129 members in 108 countries"; a comma where no word joins them.

    What two submissions state is not joined: no sentence says it so.
    """
    said, before = "", ""
    for row, indicator in zip(rows, shown, strict=True):
        joins = indicator.phrase and not pick(indicator.phrase).startswith("{says}")
        one = before in ("", row["submission"])
        joint = "" if not said else "; " if not one else " " if joins else ", "
        said, before = said + joint + phrase(row, indicator), row["submission"]
    return said


def finding(drawn: pd.DataFrame, shown: tuple[Indicator, ...]) -> str:
    """The title: from the first to the last comparable facts, or the newest as it is said.

    Of facts that contradict one another each is said with its document.
    """
    ends = [pair for i in shown if (pair := _ends(drawn[drawn["indicator"] == i.id]))]
    if len(ends) == len(shown):
        first, last = [pair[0] for pair in ends], [pair[1] for pair in ends]
        one_moment = len({moment(r) for r in first}) == 1 and len({moment(r) for r in last}) == 1
        if one_moment:
            # Short only where words join the numbers: "129 in 108", and never "14, 1,000".
            lead = pick(shown[0].phrase).split("{says}")[0] if shown[0].phrase else ""
            brief = all(i.phrase for i in shown[1:])
            short = " ".join(phrase(r, i, short=True) for r, i in zip(last, shown, strict=True))
            return _(
                "From {first} ({then}) to {last} ({now})",
                first=together(first, list(shown)).removeprefix(lead),
                then=moment(first[0]),
                last=(short if brief else together(last, list(shown))).removeprefix(lead),
                now=moment(last[0]),
            )
    newest = [drawn[drawn["indicator"] == i.id].iloc[-1] for i in shown]
    told = [_each(drawn, row, i) for row, i in zip(newest, shown, strict=True) if row["at_odds"]]
    if told:
        return _("Submissions disagree: {said}", said="; ".join(told))
    said = dated(newest, list(shown), moment)
    return said[:1].upper() + said[1:]


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
    """Every bound, break, gap, disagreement and inferred date drawn, each in one sentence."""
    marks = [mark for line in lines for mark in line.marks]
    parts = _definitions(drawn) + _corrections(drawn) + _disagreements(drawn)
    if limits := _limits(marks, LOWER_LIMITS):
        parts.append(_("Arrow up: a lower limit, {said}.", said=limits))
    if limits := _limits(marks, UPPER_LIMITS):
        parts.append(_("Arrow down: an upper limit, {said}.", said=limits))
    if limits := _limits(marks, ("range",)):
        parts.append(_("Upright bar: a range, {said}; it has no middle.", said=limits))
    if any(stretch.dashed for line in lines for stretch in line.stretches):
        parts.append(_("Dotted: no comparable number is stated in between."))
    if any(mark.window for mark in marks):
        parts.append(_("Pale bar: the document is undated; it was written within that time."))
    if y[0] > 0:
        parts.append(_("The axis starts at {low}, not at 0.", low=f"{y[0]:,.0f}"))
    if any(band.kind == "not_held" for band in bands):
        parts.append(_("Grey years: no submission of that year is held here; there may be one."))
    parts += [f"{band.label}." for band in bands if band.kind == "not_stated"]
    if silent := [band for band in bands if band.kind == "silent"]:
        told = (f"{say_span(f'{b.start:%Y}', f'{b.end:%Y}')}, {b.label}" for b in silent)
        parts.append(_("Grey years: {said}.", said="; ".join(told)))
    return " ".join(parts)


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


def _corrections(drawn: pd.DataFrame) -> list[str]:
    return [
        _(
            "{document}: {says}. {because} No line goes to or from it.",
            document=row["submission_name"],
            says=row["says"],
            because=row["corrected_because"],
        )
        for _index, row in drawn[drawn["corrected_field"] == "value"].iterrows()
    ]


def _each(drawn: pd.DataFrame, row: pd.Series, indicator: Indicator) -> str:
    """All that is said of the moment of a fact at odds, in the order of the documents."""
    same = (drawn["indicator"] == row["indicator"]) & (drawn["plot_at"] == row["plot_at"])
    return listed(
        tuple(
            f"{phrase(one, indicator)} ({one['submission_name']})"
            for _index, one in drawn[same & drawn["at_odds"]].iterrows()
        )
    )


def _disagreements(drawn: pd.DataFrame) -> list[str]:
    """Facts of one moment that contradict one another, all of them named."""
    return [
        _(
            "Submissions disagree on {what}: {said}; no line goes to or from these.",
            what=rows["label"].iloc[0],
            said=listed(
                tuple(
                    f"{row['says']} ({row['submission_name']}, {as_of(row)})"
                    for _index, row in rows.iterrows()
                )
            ),
        )
        for _name, rows in drawn[drawn["at_odds"]].groupby(["indicator", "plot_at"], sort=False)
    ]


def _limits(marks: list[Mark], bounds: tuple[Bound, ...]) -> str:
    """The marks of these bounds as they are said, each once; empty where there is none."""
    return listed(tuple(dict.fromkeys(f"“{m.says}”" for m in marks if m.bound in bounds)))


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

"""The timeline of the activities, over the periods that the submissions report on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from charts import captions, paging
from charts.spec import NEVER_NARROWER, Cell, ChartSpec, Event, Events, Table
from facts.corpus import Corpus, PlacedActivity
from facts.frame import plot_day
from facts.memo import memo
from facts.model import SubmissionHead
from facts.partial_dates import first_day, last_day, say_span
from words import N_, _, counted, translate

NAME = "activities"
KINDS = {
    "workshop": N_("Workshops"),
    "training": N_("Trainings"),
    "conference": N_("Conferences"),
    "meeting": N_("Meetings"),
    "event": N_("Events and statements"),
    "study": N_("Studies"),
    "publication": N_("Publications"),
    "launch": N_("Launches"),
    "campaign": N_("Campaigns"),
    "project": N_("Projects"),
    "standard": N_("Standards"),
    "reform": N_("Reforms of law and policy"),
}


@dataclass(frozen=True)
class _Dated:
    """An activity with the first and last day that its date allows."""

    placed: PlacedActivity
    start: date
    end: date


def activities(
    corpus: Corpus, country: str | None = None, year: str | None = None, page: int = 1
) -> ChartSpec | None:
    """The dated activities of the organisation and its partners, by kind, over time.

    With `country` (ISO 3166-1 alpha-3) only those held there, with `year` only those that its
    dates allow in it; of more than a page holds those of this page. Each is drawn over the whole
    span that its date allows: one dated "2016" lies somewhere in that year. Returns None without
    any.
    """
    found = _found(corpus, country, year)
    part = paging.page_of(len(found), page)
    if not found or part is None:
        return None
    shown = paging.newest(found, part)
    events = [_event(one) for one in shown]
    first, last = _span(corpus, found)
    lanes = _lanes(events)
    title = _title(len(found), first.year, last.year, year)
    gaps = _("A gap is time that the documents do not describe, not a time without activity.")
    bars = _(
        "A bar runs from the first day to the last; a pale one is a date known only to its year. "
        "On top: the period that each submission reports on, pale where we inferred it."
    )
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(
            _("What the organisation and its partners did, where a submission dates it, by kind"),
            part,
        ),
        note=f"{gaps} {bars}",
        source=captions.source_line(corpus, [event.document for event in events]),
        alt=_alt(title, events),
        refs=tuple(event.ref for event in events),
        table=_table(events),
        drawing=Events(_x(first, last), lanes, tuple(events), _periods(_told_of(shown, corpus))),
        of_marks=(bars,),
    )


def count_rows(corpus: Corpus, country: str | None = None, year: str | None = None) -> int:
    """How many activities such a timeline has, over all its pages."""
    return len(_found(corpus, country, year))


def years(corpus: Corpus) -> dict[int, int]:
    """How many activities each year can have seen, the newest year first; only years with some."""

    def make() -> dict[int, int]:
        counts: Counter[int] = Counter()
        for one in _dated(corpus):
            counts.update(range(one.start.year, one.end.year + 1))
        return dict(sorted(counts.items(), reverse=True))

    return memo(corpus, "years of activities", make)


def countries(corpus: Corpus) -> tuple[str, ...]:
    """The codes of all countries in which an activity was, in their order."""

    def make() -> tuple[str, ...]:
        told = (placed.activity for sub in corpus.submissions for placed in sub.activities)
        return tuple(sorted({place.country for one in told for place in one.places}))

    return memo(corpus, "countries of activities", make)


def _found(corpus: Corpus, country: str | None, year: str | None) -> tuple[_Dated, ...]:
    """Those that a reader asks for, in order of time."""
    found = _dated(corpus)
    if country is not None:
        found = _by_country(corpus).get(country, ())
    if year is not None:
        at = paging.asked(year)
        found = tuple(one for one in found if one.start.year <= at <= one.end.year)
    return found


def _dated(corpus: Corpus) -> tuple[_Dated, ...]:
    """Every activity with a date, each once, in order of time."""

    def make() -> tuple[_Dated, ...]:
        told = (p for p in captions.told_once(corpus) if p.activity.scope != "world")
        spans = ((placed, captions.span(placed.activity.time)) for placed in told)
        found = [_Dated(p, first_day(span[0]), last_day(span[1])) for p, span in spans if span]
        return tuple(sorted(found, key=lambda d: (d.start, d.end, d.placed.activity.title)))

    return memo(corpus, "dated activities", make)


def _by_country(corpus: Corpus) -> dict[str, tuple[_Dated, ...]]:
    def make() -> dict[str, tuple[_Dated, ...]]:
        found: dict[str, list[_Dated]] = {}
        for one in _dated(corpus):
            for code in {place.country for place in one.placed.activity.places}:
                found.setdefault(code, []).append(one)
        return {code: tuple(dated) for code, dated in found.items()}

    return memo(corpus, "dated activities by country", make)


def _lanes(events: list[Event]) -> tuple[str, ...]:
    """The kinds that are drawn, in the order of `KINDS`."""
    drawn = {event.lane for event in events}
    return tuple(lane for lane in map(translate, KINDS.values()) if lane in drawn)


def _alt(title: str, events: list[Event]) -> str:
    said = (f"{e.as_of}: {e.title}{', ' + e.place if e.place else ''}." for e in events)
    return " ".join((_("Timeline. {title}.", title=title), *said))


def _table(events: list[Event]) -> Table:
    columns = (_("Activity"), _("When"), _("Where"), _("Kind"), _("Submission"))
    lines = (
        (
            Cell(e.title, e.ref),
            Cell(e.as_of),
            Cell(e.place or _("not stated")),
            Cell(e.lane),
            Cell(e.document),
        )
        for e in events
    )
    return Table(columns, tuple(lines))


def _event(one: _Dated) -> Event:
    activity = one.placed.activity
    return Event(
        ref=one.placed.ref,
        lane=translate(KINDS[activity.kind]),
        title=activity.title,
        place=captions.where(activity),
        start=one.start,
        end=one.end,
        as_of=captions.when_of(activity),
        document=one.placed.submission.name,
        vague=captions.vague(activity.time),
    )


def _told_of(shown: list[_Dated], corpus: Corpus) -> list[SubmissionHead]:
    """The submissions whose period is drawn: of many only those that tell of what is shown."""
    if len(corpus.submissions) <= captions.MOST_NAMED:
        return [sub.head for sub in corpus.submissions]
    told = {one.placed.submission.id: one.placed.submission for one in shown}
    return sorted(told.values(), key=lambda head: (plot_day(head.plot_at.value), head.id))


def _periods(heads: list[SubmissionHead]) -> tuple[Event, ...]:
    """A band for each submission; those of many that report on the same time share one."""
    alike: dict[object, list[SubmissionHead]] = {}
    for head in heads:
        period = head.reports_on
        apart = head.id if len(heads) <= captions.MOST_NAMED else ""
        alike.setdefault((apart, period.start, period.end, period.basis), []).append(head)
    return tuple(_period(same) for same in alike.values())


def _period(same: list[SubmissionHead]) -> Event:
    head = same[0]
    name = head.name
    if len(same) > 1:
        name = counted("{number} submission", "{number} submissions", len(same))
    return Event(
        ref=head.id,
        lane="",
        title=name,
        place="",
        start=first_day(head.reports_on.start),
        end=last_day(head.reports_on.end),
        as_of=say_span(head.reports_on.start, head.reports_on.end),
        document=name,
        vague=head.reports_on.basis != "stated",
    )


def _span(corpus: Corpus, found: tuple[_Dated, ...]) -> tuple[date, date]:
    """From the first day of the first activity to the last of all."""

    def make() -> tuple[date, date]:
        return found[0].start, max(one.end for one in found)

    every = found is _dated(corpus)
    return memo(corpus, "span of all activities", make) if every else make()


def _x(start: date, end: date) -> tuple[date, date]:
    first, last = NEVER_NARROWER
    return date(min(first, start).year, 1, 1), date(max(last, end).year, 12, 31)


def _title(number: int, first: int, last: int, year: str | None) -> str:
    if year is not None:
        return counted(
            "{number} activity dated {year}", "{number} activities dated {year}", number, year=year
        )
    told = counted("{number} dated activity", "{number} dated activities", number)
    return _(
        "{told}, {first} to {last}; gaps are years that the documents do not describe",
        told=told,
        first=first,
        last=last,
    )

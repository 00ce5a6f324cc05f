"""A corpus goes in, the timeline of its activities comes out, over the periods it reports on."""

from __future__ import annotations

from datetime import date

from charts import rows, timeline
from charts.spec import Cell, ChartSpec, Event, Events, Table
from facts.corpus import Corpus, PlacedActivity
from facts.dates import first_day, last_day, say_span
from words import _, counted

NAME = "activities"
KINDS = {
    "workshop": _("Workshops"),
    "training": _("Trainings"),
    "conference": _("Conferences"),
    "meeting": _("Meetings"),
    "event": _("Events and statements"),
    "study": _("Studies"),
    "publication": _("Publications"),
    "launch": _("Launches"),
    "campaign": _("Campaigns"),
    "project": _("Projects"),
    "standard": _("Standards"),
    "reform": _("Reforms of law and policy"),
}


def activities(corpus: Corpus, country: str | None = None) -> ChartSpec | None:
    """The dated activities of the organisation and its partners, by kind, over time.

    With `country` (ISO 3166-1 alpha-3) only those held there. Each is drawn over the whole span
    that its date allows: one dated "2016" lies somewhere in that year. Returns None without any.
    """
    placed = [
        p
        for p in rows.told_once(corpus)
        if p.activity.scope != "world"
        and rows.span(p.activity.time)
        and (country is None or country in {place.country for place in p.activity.places})
    ]
    if not placed:
        return None
    events = sorted((_event(p) for p in placed), key=lambda e: (e.start, e.end, e.title))
    x = _x(events)
    lanes = tuple(name for name in KINDS.values() if name in {e.lane for e in events})
    title = _title(events)
    gaps = _("A gap is time that the documents do not describe, not a time without activity.")
    bars = _(
        "A bar runs from the first day to the last; a pale one is a date known only to its year. "
        "On top: the period that each submission reports on, pale where we inferred it."
    )
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=_(
            "What the organisation and its partners did, where a submission dates it, by kind"
        ),
        note=f"{gaps} {bars}",
        source=rows.source(corpus, [event.document for event in events]),
        alt=_alt(title, events),
        refs=tuple(event.ref for event in events),
        table=_table(events),
        drawing=Events(x, lanes, tuple(events), _periods(corpus)),
        of_marks=(bars,),
    )


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


def _event(placed: PlacedActivity) -> Event:
    activity = placed.activity
    start, end = rows.span(activity.time) or ("", "")
    return Event(
        ref=placed.ref,
        lane=KINDS[activity.kind],
        title=activity.title,
        place=rows.where(activity),
        start=first_day(start),
        end=last_day(end),
        as_of=rows.when(activity.time),
        document=placed.submission.name,
        vague=rows.vague(activity.time),
    )


def _periods(corpus: Corpus) -> tuple[Event, ...]:
    return tuple(
        Event(
            ref=sub.head.id,
            lane="",
            title=sub.head.name,
            place="",
            start=first_day(sub.head.reports_on.start),
            end=last_day(sub.head.reports_on.end),
            as_of=say_span(sub.head.reports_on.start, sub.head.reports_on.end),
            document=sub.head.name,
            vague=sub.head.reports_on.basis != "stated",
        )
        for sub in corpus.submissions
    )


def _x(events: list[Event]) -> tuple[date, date]:
    first, last = timeline.NEVER_NARROWER
    starts = min([first, *(event.start for event in events)])
    ends = max([last, *(event.end for event in events)])
    return date(starts.year, 1, 1), date(ends.year, 12, 31)


def _title(events: list[Event]) -> str:
    first, last = events[0].start.year, max(event.end for event in events).year
    told = counted("{number} dated activity", "{number} dated activities", len(events))
    return _(
        "{told}, {first} to {last}; gaps are years that the documents do not describe",
        told=told,
        first=first,
        last=last,
    )

"""A deck as it is shown today, each slide with today's numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts import captions
from charts.captions import as_of, dated, with_rivals
from charts.registry import CHARTS, make_chart
from charts.spec import ChartSpec
from charts.world_map import outlines
from decks.deck import Deck, Kind, Slide
from facts.corpus import Corpus, PlacedActivity
from facts.fact_index import rows_by_ref
from facts.newest_and_changes import newest, rivals
from facts.store import Snapshot
from facts.vocabulary import Bound
from language.countries import country_name
from words import _, listed, pick

# Makes a chart from a snapshot, its name and the choices of its page.
Make = Callable[[Snapshot, str, dict[str, str]], ChartSpec | None]


@dataclass(frozen=True)
class BigNumber:
    """One fact, large: `says` with its bound, `before` and `after` the words around it."""

    ref: str
    says: str  # "over 551"
    before: str  # "from"
    after: str  # "participants"
    label: str  # "Workshop participants"
    bound: Bound
    wording: str
    as_of: str
    document: str


@dataclass(frozen=True)
class Dot:
    """A place of an activity: `lon` and `lat` mark its country, not the city."""

    code: str
    label: str  # "Amman (Jordan)"
    lon: float
    lat: float


@dataclass(frozen=True)
class Cited:
    """One document and how it is cited."""

    document: str
    citation: str


@dataclass(frozen=True)
class Defined:
    """What one indicator counts."""

    label: str
    description: str


@dataclass(frozen=True)
class ResolvedSlide:
    """One slide with today's numbers.

    `at` is its place among the slides of the deck file (None: made by the program). `typed` says
    that the title was typed by hand. `refs` are the facts and activities that stand on it. A
    figure's chart is `spec`. `missing` tells in sentences what can no longer be shown.
    """

    at: int | None
    kind: Kind
    title: str
    typed: bool
    subtitle: str = ""
    notes: str = ""
    steps: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    refs: tuple[str, ...] = ()
    numbers: tuple[BigNumber, ...] = ()
    dots: tuple[Dot, ...] = ()
    map_note: str = ""
    figure: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    spec: ChartSpec | None = None
    cited: tuple[Cited, ...] = ()
    defined: tuple[Defined, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResolvedDeck:
    """A whole deck with today's numbers; the sources stand last."""

    title: str
    subtitle: str
    slides: tuple[ResolvedSlide, ...]


def numbers_slide(slide: Slide, at: int, snapshot: Snapshot) -> ResolvedSlide:
    """The slide with the newest fact of each indicator, then the facts that are named."""
    found, missing = _facts(slide, snapshot)
    told = snapshot.corpus.activity(slide.map) if slide.map else None
    dots = _dots(told) if told else ()
    if slide.map and told is None:
        missing.append(_("There is no activity “{ref}”: no dots are drawn.", ref=slide.map))
    both = [with_rivals(row, snapshot.frame) for row in found]
    refs = [str(row["ref"]) for row in found]
    documents = [str(row["submission_name"]) for row in found]
    if told and dots:
        refs.append(told.ref)
        documents.append(told.submission.name)
    return _resolved(
        slide,
        at,
        finding(both, snapshot.corpus) or _("No number"),
        told.activity.title if told else "",
        note=_numbers_note(found, snapshot.frame),
        source=captions.source_line(snapshot.corpus, documents) if documents else "",
        refs=tuple(dict.fromkeys(refs)),
        numbers=tuple(_big(row, snapshot.corpus) for row in found),
        dots=dots,
        map_note=_map_note() if dots else "",
        missing=tuple(missing),
    )


def finding(found: list[pd.Series], corpus: Corpus) -> str:
    """These facts as one title, each with its bound and its date; empty where there is none."""
    if not found:
        return ""
    said = dated(found, [corpus.indicators[row["indicator"]] for row in found], as_of)
    return said[:1].upper() + said[1:]


def _facts(slide: Slide, snapshot: Snapshot) -> tuple[list[pd.Series], list[str]]:
    """The rows that the slide asks for, each once, and a sentence for each that is not there."""
    known = captions.rows_by_ref(snapshot.frame, slide.facts)
    found: dict[str, pd.Series] = {}
    missing = []
    for name in slide.indicators:
        row = newest(snapshot.frame, name)
        if row is None:
            missing.append(_("No document states a number for “{name}”.", name=name))
        else:
            found.setdefault(str(row["ref"]), row)
    for ref in slide.facts:
        if ref in known:
            found.setdefault(ref, known[ref])
        else:
            missing.append(_("There is no fact “{ref}” any more.", ref=ref))
    return list(found.values()), missing


def _big(row: pd.Series, corpus: Corpus) -> BigNumber:
    indicator = corpus.indicators[row["indicator"]]
    cell = captions.number_cell(row, indicator)
    return BigNumber(
        ref=str(row["ref"]),
        says=cell.text,
        before=cell.before,
        after=cell.after,
        label=pick(indicator.label),
        bound=row["bound"],
        wording=str(row["wording"]),
        as_of=as_of(row),
        document=str(row["submission_name"]),
    )


def _numbers_note(found: list[pd.Series], frame: pd.DataFrame) -> str:
    """What must be said with these numbers: bounds, counts, wordings, numbers that disagree."""
    parts = []
    for bound, words in _limits().items():
        limited = [f"“{row['says']}”" for row in found if row["bound"] == bound]
        if limited:
            parts.append(words.format(said=listed(tuple(dict.fromkeys(limited)))))
    for row in found:
        says, document = row["says"], row["submission_name"]
        for _index, other in rivals(frame, row).iterrows():
            words = _("{says}: {document}. Another submission disagrees: {other} ({name}).")
            known = {"other": other["says"], "name": other["submission_name"]}
            parts.append(words.format(says=says, document=document, **known))
        if row["counted"]:
            said = _("{says}: counted from the list in {document}.", says=says, document=document)
            parts.append(said)
        if row["wording_rule"] == "differs":
            wording = row["wording"]
            parts.append(
                _("{says}: {document} counts “{wording}”.", says=says, document=document,
                  wording=wording)
            )  # fmt: skip
        if row["said_by"]:
            parts.append(_("{says}: {who}.", says=says, who=row["said_by"]))
    return " ".join(dict.fromkeys(parts))


def _limits() -> dict[str, str]:
    lower, upper = _("A lower limit: {said}."), _("An upper limit: {said}.")
    return {
        "more_than": lower,
        "at_least": lower,
        "up_to": upper,
        "less_than": upper,
        "almost": upper,
        "about": _("A rounded number: {said}."),
        "range": _("A range: {said}."),
    }


def _dots(told: PlacedActivity) -> tuple[Dot, ...]:
    """A dot for each country of an activity, labelled with its cities."""
    points = outlines().points
    cities: dict[str, list[str]] = {}
    for place in told.activity.places:
        named = cities.setdefault(place.country, [])
        if place.city and place.city not in named:
            named.append(place.city)
    return tuple(
        Dot(code, _dot_label(code, named), *points[code])
        for code, named in cities.items()
        if code in points
    )


def _dot_label(code: str, cities: list[str]) -> str:
    name = country_name(code)
    return f"{', '.join(cities)} ({name})" if cities else name


def _map_note() -> str:
    return " ".join(
        (
            _("A dot marks the country, not the place in it. Outlines: Natural Earth."),
            _(
                "The boundaries and names on this map express no opinion on the status of any "
                "country, territory or border."
            ),
        )
    )


def resolve(deck: Deck, snapshot: Snapshot, make: Make = make_chart) -> ResolvedDeck:
    """The deck as it is shown today; what no longer exists is told on its slide, never raised."""
    shown = [
        slide_of(slide, at, deck, snapshot, make)
        for at, slide in enumerate(deck.slides)
        if slide.kind != "sources"
    ]
    last = _sources(deck, shown, snapshot)
    return ResolvedDeck(deck.title, deck.subtitle or "", (*shown, last))


def slide_of(slide: Slide, at: int, deck: Deck, snapshot: Snapshot, make: Make) -> ResolvedSlide:
    """One slide of any kind but the last with the sources."""
    if slide.kind == "figure":
        return _figure(slide, at, snapshot, make)
    if slide.kind == "numbers":
        return numbers_slide(slide, at, snapshot)
    subtitle = deck.subtitle or snapshot.corpus.organisation.name
    return replace(_resolved(slide, at, deck.title, subtitle), typed=True)


def _resolved(
    slide: Slide, at: int | None, title: str, subtitle: str, **more: Any
) -> ResolvedSlide:
    """The slide with its own words, `title` and `subtitle` where none are typed, and `more`."""
    return ResolvedSlide(
        at=at,
        kind=slide.kind,
        title=slide.title or title,
        typed=slide.title is not None,
        subtitle=slide.subtitle or subtitle,
        notes=slide.notes or "",
        steps=slide.steps,
        **more,
    )


def _figure(slide: Slide, at: int, snapshot: Snapshot, make: Make) -> ResolvedSlide:
    name = slide.figure or ""
    missing: tuple[str, ...] = ()
    spec = None
    if name not in CHARTS:
        known = ", ".join(CHARTS)
        missing = (_("There is no figure “{name}”. Known: {known}.", name=name, known=known),)
    else:
        spec = make(snapshot, name, dict(slide.choices))
        if spec is None:
            missing = (_("Nothing is left to draw for the figure “{name}”.", name=name),)
    return _resolved(
        slide,
        at,
        spec.title if spec else name,
        spec.subtitle if spec else "",
        note=spec.note if spec else "",
        source=spec.source if spec else "",
        refs=spec.refs if spec else (),
        figure=name,
        choices=tuple(sorted(slide.choices.items())),
        spec=spec,
        missing=missing,
    )


def _sources(deck: Deck, shown: list[ResolvedSlide], snapshot: Snapshot) -> ResolvedSlide:
    """The last slide: every document that a slide draws from, and what its indicators count."""
    places = [at for at, slide in enumerate(deck.slides) if slide.kind == "sources"]
    own = deck.slides[places[0]] if places else Slide(kind="sources")
    refs = tuple(dict.fromkeys(ref for slide in shown for ref in slide.refs))
    cited = _cited(shown, snapshot.corpus)
    return _resolved(
        own,
        places[0] if places else None,
        _("Sources and definitions"),
        "",
        refs=refs,
        source=captions.source_line(snapshot.corpus, [one.document for one in cited])
        if cited
        else "",
        cited=cited,
        defined=_defined(refs, snapshot.every, snapshot.corpus),
    )


def _cited(shown: list[ResolvedSlide], corpus: Corpus) -> tuple[Cited, ...]:
    """The documents that these slides draw from or name in their source line, in their order."""
    used = {ref.partition("/")[0] for slide in shown for ref in slide.refs}
    lines = " ".join(slide.source for slide in shown)
    heads = [sub.head for sub in corpus.submissions]
    return tuple(Cited(h.name, h.citation) for h in heads if h.id in used or h.name in lines)


def _defined(refs: tuple[str, ...], frame: pd.DataFrame, corpus: Corpus) -> tuple[Defined, ...]:
    """The indicators of these facts, in the order in which the slides first show them."""
    known = rows_by_ref(frame)
    at = [known[ref] for ref in refs if ref in known]
    used = dict.fromkeys(frame["indicator"].take(at))
    return tuple(
        Defined(pick(corpus.indicators[name].label), pick(corpus.indicators[name].description))
        for name in used
    )

"""A slide of numbers and a snapshot go in; the newest facts, large, and the dots come out."""

from __future__ import annotations

import pandas as pd

from charts import rows
from charts.outlines import outlines
from charts.wording import as_of, dated, with_rivals
from decks.model import Slide
from decks.slides import BigNumber, Dot, ResolvedSlide
from facts.change import newest, rivals
from facts.corpus import Corpus, PlacedActivity
from facts.store import Snapshot
from language.countries import country_name
from words import _, listed, pick


def numbers_slide(slide: Slide, at: int, held: Snapshot) -> ResolvedSlide:
    """The slide with the newest fact of each indicator, then the facts that are named."""
    found, missing = _facts(slide, held)
    told = held.corpus.activity(slide.map) if slide.map else None
    dots = _dots(told) if told else ()
    if slide.map and told is None:
        missing.append(_("There is no activity “{ref}”: no dots are drawn.", ref=slide.map))
    both = [with_rivals(row, held.frame) for row in found]
    refs = [str(row["ref"]) for row in found]
    documents = [str(row["submission_name"]) for row in found]
    if told and dots:
        refs.append(told.ref)
        documents.append(told.submission.name)
    return ResolvedSlide(
        at=at,
        kind="numbers",
        title=slide.title or finding(both, held.corpus) or _("No number"),
        typed=slide.title is not None,
        subtitle=slide.subtitle or (told.activity.title if told else ""),
        notes=slide.notes or "",
        steps=slide.steps,
        note=_note(found, held.frame),
        source=rows.source(held.corpus, documents) if documents else "",
        refs=tuple(dict.fromkeys(refs)),
        numbers=tuple(_big(row, held.corpus) for row in found),
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


def _facts(slide: Slide, held: Snapshot) -> tuple[list[pd.Series], list[str]]:
    """The rows that the slide asks for, each once, and a sentence for each that is not there."""
    known = rows.by_ref(held.frame, slide.facts)
    found: dict[str, pd.Series] = {}
    missing = []
    for name in slide.indicators:
        row = newest(held.frame, name)
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
    cell = rows.number(row, indicator)
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


def _note(found: list[pd.Series], frame: pd.DataFrame) -> str:
    """What must be said with these numbers: bounds, counts, wordings, numbers that disagree."""
    parts = []
    for bound, words in _limits().items():
        said = [f"“{row['says']}”" for row in found if row["bound"] == bound]
        if said:
            parts.append(words.format(said=listed(tuple(dict.fromkeys(said)))))
    for row in found:
        for _index, other in rivals(frame, row).iterrows():
            words = _("{says}: {document}. Another submission disagrees: {other} ({name}).")
            parts.append(
                words.format(
                    says=row["says"],
                    document=row["submission_name"],
                    other=other["says"],
                    name=other["submission_name"],
                )
            )
        if row["counted"]:
            words = _("{says}: counted from the list in {document}.")
            parts.append(words.format(says=row["says"], document=row["submission_name"]))
        if row["wording_rule"] == "differs":
            words = _("{says}: {document} counts “{wording}”.")
            parts.append(
                words.format(
                    says=row["says"], document=row["submission_name"], wording=row["wording"]
                )
            )
        if row["said_by"]:
            parts.append(_("{says}: {who}.", says=row["says"], who=row["said_by"]))
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

"""A figure slide goes in; its screens come out, drawn for both shapes and for every choice."""

from __future__ import annotations

from dataclasses import replace

from charts.naming import ROLES
from charts.spec import ChartSpec, Events, Map
from decks.slides import ResolvedSlide
from export.figures import Job
from export.receipt import Item
from export.talk.drawn import Behind, drawn
from export.talk.frame import Words, box, frame, notes, text
from export.talk.paint import legible
from export.talk.receipts import says, table
from export.talk.slide import Made, Place, Sheet, View
from export.talk.split import fitted
from export.talk.stage import STAGES, Stage
from export.talk.steps import staged
from export.talk.variants import variants
from facts.dates import say
from facts.store import Snapshot
from words import _


def figure_slide(slide: ResolvedSlide, place: Place, held: Snapshot) -> Made:
    """The slide with its choices; where nothing can be drawn, with the sentence that says so."""
    found = variants(slide, held) if slide.spec is not None else ()
    if not found:
        return gone(slide, place)
    names = tuple((choice, name) for choice, name, _job in found) if len(found) > 1 else ()
    names = tuple(sorted(names, key=lambda pair: pair[0] != ""))  # "All" stands first
    views, sheets, said = [], [], slide.notes
    for at, (choice, _name, job) in enumerate(found):
        own = at == 0
        known = {item.ref: item for item in job.receipt.items}
        words = place.around(
            title=slide.title if own else job.spec.title,
            subtitle=slide.subtitle if own else job.spec.subtitle,
            note=job.spec.note,
            source=job.spec.source,
            standing=_standing(job),
            choices=names,
            chosen=choice,
            steps=slide.steps,
            told=slide.missing if own else (),
        )
        said = notes(words, said) if own else said
        views.append(View(choice, words.title, tuple(known), table(job.spec.table, known)))
        for stage in STAGES:
            sheets += _sheets(job.spec, words, stage, known)
    return Made("figure", tuple(views), tuple(sheets), said, slide.steps, slide.missing)


def gone(slide: ResolvedSlide, place: Place) -> Made:
    """A slide whose facts are gone: the sentence stands where the slide was."""
    words = place.around(title=slide.title, subtitle=slide.subtitle, source=slide.source)
    said = "".join(f"<p class='gone' dir='auto'>{text(one)}</p>" for one in slide.missing)
    sheets = tuple(Sheet(stage, "", 1, 1, frame(words, stage, said)) for stage in STAGES)
    view = View("", slide.title, ())
    return Made(slide.kind, (view,), sheets, slide.notes, slide.steps, slide.missing)


def behind(spec: ChartSpec, known: dict[str, Item]) -> dict[str, Behind]:
    """What a press opens: by fact, by country on a map, by the words of an activity."""
    found = {ref: Behind((ref,), says(item)) for ref, item in known.items()}
    match spec.drawing:
        case Map(places=places):
            for named in places:
                roles = ", ".join(word for role, word in ROLES.items() if role in named.roles)
                said = f"{named.name}: {roles} ({', '.join(named.documents)})"
                refs = tuple(ref for ref in named.refs if ref in known)
                if refs:
                    found[named.code] = Behind(refs, said)
        case Events(events=events):
            for event in events:
                said = ", ".join(part for part in (event.as_of, event.title, event.place) if part)
                found[said] = Behind((event.ref,), said)
    return found


def _sheets(spec: ChartSpec, words: Words, stage: Stage, known: dict[str, Item]) -> list[Sheet]:
    """The figure on one shape of screen, on as many screens as it takes."""
    room = box(words, stage)
    parts = fitted(spec.drawing, room)
    if len(parts) > 1:  # the footer then says which part it is, and may take a line more
        room = box(replace(words, parts=len(parts)), stage)
        parts = fitted(spec.drawing, room)
    pressed = behind(spec, known)
    sheets = []
    for at, one in enumerate(parts, 1):
        shown = staged(one.laid.parts, one.drawing, one.box, one.style, len(words.steps))
        high = max(room.height, one.laid.bottom)
        art = drawn(legible(shown), room.width, high, spec.alt, pressed)
        around = replace(words, part=at, parts=len(parts))
        html = frame(around, stage, art)
        sheets.append(Sheet(stage, words.chosen, at, len(parts), html))
    return sheets


def _standing(job: Job) -> str:
    newest = _("As of {date}", date=say(job.receipt.newest)) if job.receipt.newest else ""
    return " · ".join(part for part in (newest, job.receipt.code) if part)

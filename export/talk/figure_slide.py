"""A figure slide, drawn for both shapes of screen and for every choice of the presenter."""

from __future__ import annotations

from dataclasses import replace

from charts.paging import KEY
from charts.places import ROLES
from charts.reach import WHOSE
from charts.registry import offered
from charts.spec import ChartSpec, Events, Evidence, Map
from decks.resolve import ResolvedSlide
from export import figures
from export.figures import Job
from export.talk.pressable_svg import Behind, legible, pressable_svg
from export.talk.screen_parts import fitted, staged
from export.talk.talk_receipts import as_of, in_words, table_html
from export.talk.talk_screen import (
    STAGES,
    Screen,
    Stage,
    TalkSlide,
    View,
    Words,
    body_box,
    notes,
    screens,
    text,
)
from facts.store import Snapshot
from words import _, pick, translate

MOST = 5  # choices in a row of buttons; a list as long as that of all countries is none


def variants(slide: ResolvedSlide, snapshot: Snapshot) -> tuple[tuple[str, str, Job], ...]:
    """Choice, its name and its figure; the one of the deck first. "" is the choice of all."""
    fixed = dict(slide.choices)
    key, names = _names(slide.figure, snapshot)
    own = fixed.pop(key, "") if key else ""
    begun = {one: value for one, value in fixed.items() if one != KEY}  # others from their start
    found: list[tuple[str, str, Job]] = []
    for choice in dict.fromkeys((own, "", *names)):
        chosen = (fixed if choice == own else begun) | ({key: choice} if choice else {})
        job = figures.job(snapshot, slide.figure, chosen)
        if job is not None:
            found.append((choice, names.get(choice, choice) or _("All"), job))
    return tuple(found)


def _names(figure: str, snapshot: Snapshot) -> tuple[str, dict[str, str]]:
    """What may be chosen of a figure, by the name in its address; nothing where it is too much."""
    for key, values in offered(snapshot, figure).items():
        if 2 <= len(values) <= MOST:
            return key, {value: _name(key, value, snapshot) for value in values}
    return "", {}


def _name(key: str, value: str, snapshot: Snapshot) -> str:
    if value in snapshot.corpus.indicators:
        return pick(snapshot.corpus.indicators[value].label)
    if key == "whose" and value in WHOSE:
        return WHOSE[value]
    found = next((word for role, word in ROLES.items() if (key, role) == ("role", value)), "")
    return translate(found).capitalize() if found else value


def figure_slide(slide: ResolvedSlide, number: str, snapshot: Snapshot) -> TalkSlide:
    """The slide with its choices; where nothing can be drawn, with the sentence that says so."""
    found = variants(slide, snapshot) if slide.spec is not None else ()
    if not found:
        return gone(slide, number)
    names = tuple((choice, name) for choice, name, _job in found) if len(found) > 1 else ()
    names = tuple(sorted(names, key=lambda pair: pair[0] != ""))  # "All" stands first
    views: list[View] = []
    shown: list[Screen] = []
    said = slide.notes
    for at, (choice, _name, job) in enumerate(found):
        own = at == 0
        known = {item.ref: item for item in job.receipt.items}
        words = Words(
            number=number,
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
        views.append(View(choice, words.title, tuple(known), table_html(job.spec.table, known)))
        for stage in STAGES:
            shown += _screens(job.spec, words, stage, known)
    return TalkSlide("figure", tuple(views), tuple(shown), said, slide.steps, slide.missing)


def gone(slide: ResolvedSlide, number: str) -> TalkSlide:
    """A slide whose facts are gone: the sentence stands where the slide was."""
    words = Words(slide.title, slide.subtitle, source=slide.source, number=number)
    said = "".join(f"<p class='gone' dir='auto'>{text(one)}</p>" for one in slide.missing)
    shown = tuple(one for stage in STAGES for one in screens(words, stage, [said]))
    view = View("", slide.title, ())
    return TalkSlide(slide.kind, (view,), shown, slide.notes, slide.steps, slide.missing)


def behind(spec: ChartSpec, known: dict[str, Evidence]) -> dict[str, Behind]:
    """What a press opens: by fact, by country on a map, by the words of an activity."""
    found = {ref: Behind((ref,), in_words(item)) for ref, item in known.items()}
    match spec.drawing:
        case Map(places=places):
            for named in places:
                roles = ", ".join(
                    translate(word) for role, word in ROLES.items() if role in named.roles
                )
                said = f"{named.name}: {roles} ({', '.join(named.documents)})"
                refs = tuple(ref for ref in named.refs if ref in known)
                if refs:
                    found[named.code] = Behind(refs, said)
        case Events(events=events):
            for event in events:
                found[event.label] = Behind((event.ref,), event.label)
    return found


def _screens(
    spec: ChartSpec, words: Words, stage: Stage, known: dict[str, Evidence]
) -> tuple[Screen, ...]:
    """The figure on one shape of screen, on as many screens as it takes."""
    room = body_box(words, stage)
    parts = fitted(spec.drawing, room)
    if len(parts) > 1:  # the footer then says which part it is, and may take a line more
        room = body_box(replace(words, parts=len(parts)), stage)
        parts = fitted(spec.drawing, room)
    pressed = behind(spec, known)
    bodies = []
    for one in parts:
        shown = staged(one.laid.parts, one.drawing, one.box, one.style, len(words.steps))
        height = max(room.height, one.laid.bottom)
        bodies.append(pressable_svg(legible(shown), room.width, height, spec.alt, pressed))
    return screens(words, stage, bodies)


def _standing(job: Job) -> str:
    return " · ".join(part for part in (as_of(job.receipt), job.receipt.code) if part)

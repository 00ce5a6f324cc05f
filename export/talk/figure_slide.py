"""A figure slide, drawn for both shapes of screen and for every choice of the presenter."""

from __future__ import annotations

from dataclasses import replace

from charts.paging import KEY
from charts.places import ROLES
from charts.registry import offered
from charts.spec import ChartSpec, Events, Evidence, Map
from decks.resolve import ResolvedSlide
from export import figures
from export.figures import Job
from export.talk.pressable_svg import Behind, legible, pressable_svg
from export.talk.screen_parts import fitted, staged
from export.talk.talk_receipts import in_words, table_html
from export.talk.talk_screen import (
    STAGES,
    Screen,
    SlidePlace,
    Stage,
    TalkSlide,
    View,
    Words,
    body_box,
    frame_html,
    notes,
    text,
)
from facts.partial_dates import say
from facts.store import Snapshot
from words import _, pick, translate

MOST = 5  # choices in a row of buttons; a list as long as that of all countries is none
WHOSE = {"own": _("The organisation’s own"), "partner": _("Joint or partners’")}


def variants(slide: ResolvedSlide, held: Snapshot) -> tuple[tuple[str, str, Job], ...]:
    """Choice, its name and its figure; the one of the deck first. "" is the choice of all."""
    fixed = dict(slide.choices)
    key, names = _names(slide.figure, held)
    own = fixed.pop(key, "") if key else ""
    begun = {one: value for one, value in fixed.items() if one != KEY}  # others from their start
    found: list[tuple[str, str, Job]] = []
    for choice in dict.fromkeys((own, "", *names)):
        chosen = (fixed if choice == own else begun) | ({key: choice} if choice else {})
        job = figures.job(held, slide.figure, chosen)
        if job is not None:
            found.append((choice, names.get(choice, choice) or _("All"), job))
    return tuple(found)


def _names(figure: str, held: Snapshot) -> tuple[str, dict[str, str]]:
    """What may be chosen of a figure, by the name in its address; nothing where it is too much."""
    for key, values in offered(held, figure).items():
        if 2 <= len(values) <= MOST:
            return key, {value: _name(key, value, held) for value in values}
    return "", {}


def _name(key: str, value: str, held: Snapshot) -> str:
    if value in held.corpus.indicators:
        return pick(held.corpus.indicators[value].label)
    named: dict[str, dict[str, str]] = {
        "whose": WHOSE,
        "role": {role: translate(word).capitalize() for role, word in ROLES.items()},
    }
    return named.get(key, {}).get(value, value)


def figure_slide(slide: ResolvedSlide, place: SlidePlace, held: Snapshot) -> TalkSlide:
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
        views.append(View(choice, words.title, tuple(known), table_html(job.spec.table, known)))
        for stage in STAGES:
            sheets += _sheets(job.spec, words, stage, known)
    return TalkSlide("figure", tuple(views), tuple(sheets), said, slide.steps, slide.missing)


def gone(slide: ResolvedSlide, place: SlidePlace) -> TalkSlide:
    """A slide whose facts are gone: the sentence stands where the slide was."""
    words = place.around(title=slide.title, subtitle=slide.subtitle, source=slide.source)
    said = "".join(f"<p class='gone' dir='auto'>{text(one)}</p>" for one in slide.missing)
    sheets = tuple(Screen(stage, "", 1, 1, frame_html(words, stage, said)) for stage in STAGES)
    view = View("", slide.title, ())
    return TalkSlide(slide.kind, (view,), sheets, slide.notes, slide.steps, slide.missing)


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
                said = ", ".join(part for part in (event.as_of, event.title, event.place) if part)
                found[said] = Behind((event.ref,), said)
    return found


def _sheets(
    spec: ChartSpec, words: Words, stage: Stage, known: dict[str, Evidence]
) -> list[Screen]:
    """The figure on one shape of screen, on as many screens as it takes."""
    room = body_box(words, stage)
    parts = fitted(spec.drawing, room)
    if len(parts) > 1:  # the footer then says which part it is, and may take a line more
        room = body_box(replace(words, parts=len(parts)), stage)
        parts = fitted(spec.drawing, room)
    pressed = behind(spec, known)
    sheets = []
    for at, one in enumerate(parts, 1):
        shown = staged(one.laid.parts, one.drawing, one.box, one.style, len(words.steps))
        high = max(room.height, one.laid.bottom)
        art = pressable_svg(legible(shown), room.width, high, spec.alt, pressed)
        around = replace(words, part=at, parts=len(parts))
        html = frame_html(around, stage, art)
        sheets.append(Screen(stage, words.chosen, at, len(parts), html))
    return sheets


def _standing(job: Job) -> str:
    newest = _("As of {date}", date=say(job.receipt.newest)) if job.receipt.newest else ""
    return " · ".join(part for part in (newest, job.receipt.code) if part)

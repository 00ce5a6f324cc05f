"""A text goes in; its dated events come out, and what dates the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.happened import (
    CITED,
    EVENT,
    ITSELF,
    LAW,
    MADE,
    NO_DAY,
    NO_DAY_BEHIND,
    NOT_PAST,
    PAST,
    PLANNED,
    SAID_OF,
    WITH_MONTH,
)
from facts.vocabulary import ActivityKind
from language.dates import When, find_dates
from language.passages import Passages, Sentence
from language.place_mentions import find_named

_KINDS: tuple[tuple[ActivityKind, str], ...] = (
    ("workshop", r"workshops?|ateliers?|taller(?:es)?|seminars?|séminaires?|seminarios?"),
    ("conference", r"conferences?|congress|summits?|conférences?|conferencias?|congrès|congreso"
                   r"|symposium|colloques?|coloquios?|cumbres?"),
    ("training", r"trainings?|trained|formations?|formé\w*|capacita\w+|form(?:ó|aron|amos)|courses?"
                 r"|cursos?"),
    ("study", r"stud(?:y|ies)|surve\w+|polls?|polled|research|interview\w*|études?|enquêtes?"
              r"|sondages?|entretiens|encuest\w+|estudios?|investigaci\w+|entrevist\w+"),
    ("launch", r"launch\w*|lanc[eé]\w*|lanz\w+|founded|established|inaugur\w+|opened|créé\w*"
               r"|fondé\w*|ouvert\w*|abrió|abrieron|fundó|creó"),
    ("publication", r"publish\w*|publi[éc]\w*|released|guides?|guías?|handbooks?|manual|reports?"),
    ("campaign", r"campaigns?|campagnes?|campañas?|petitions?|pétitions?"),
    ("standard", r"adopted|adopté\w*|adoptó|convention|general comment|guidelines|ratif\w+"
                 r"|protocol"),
    ("reform", r"amend\w*|laws?|legislat\w+|reform\w*|lois?|ley|leyes|decree|bill"),
    ("project", r"projects?|programmes?|programs?|projets?|proyectos?|programas?|initiatives?"),
    ("meeting", r"meetings?|round ?tables?|consult\w+|sessions?|for(?:um|a)|hearings?|panels?"
                r"|réunions?|reuni(?:ón|ones)|tables? rondes?|mesas? redondas?|audienc\w+"),
)  # fmt: skip
_MET = re.compile(r"\b(?:met|gathered|réunie?s?|reun(?:ió|ieron|imos))\b", re.I)
_EVENTS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.I)) for kind, words in _KINDS)
_PRINTED = re.compile(
    r"\b(?:date of (?:response|submission)|date|submitted|dated|le|soumis|fecha"
    r"|updated|version|embargoed"
    r"|for immediate release|statement)\b",
    re.I,
)
_TODAY = re.compile(
    r"\b(?:today|currently|now|at present|to date|aujourd'hui|actuellement|hoy"
    r"|actualmente|as of)\b",
    re.I,
)
_OPENING = 12  # blocks at the beginning, where a text prints its own date
_MOST = 12
_NEAR = 160  # letters between a date and its verb


@dataclass(frozen=True)
class Event:
    """A dated thing that happened, text[start:end]: its sentence, kind, dates and places."""

    start: int
    end: int
    text: str
    kind: ActivityKind
    dates: tuple[str, ...]
    places: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class Dating:
    """Words that help to date the text itself, text[start:end]; `shows` says what they show."""

    start: int
    end: int
    text: str
    date: str
    shows: str


def find_events(passages: Passages) -> Iterator[Event]:
    """Give each sentence that tells of a dated thing that happened."""
    for sentence in passages.sentences:
        if sentence.block.kind in ("table", "note"):
            continue
        words = passages.plain[sentence.start : sentence.end]
        dates = _of_events(words, sentence)
        if not dates:
            continue
        kind = _kind(words, dates) or "event"
        places = tuple(dict.fromkeys(one.code for one in find_named(words) if not one.within))
        months = any(date.has_month for date in dates)
        score = 0.6 + 0.2 * bool(places) + 0.2 * months
        start, end = passages.normal.span(sentence.start, sentence.end)
        isos = tuple(dict.fromkeys(date.iso for date in dates))
        yield Event(start, end, words, kind, isos, places, round(score, 2))


def _of_events(words: str, sentence: Sentence) -> list[When]:
    """The dates of a sentence on which a thing happened; none where it only tells of one."""
    dates = [date for date in find_dates(words) if _is_day(words, date)]
    if not dates or CITED.search(words) or ITSELF.search(words) or SAID_OF.search(words):
        return []
    verbs = [found.start() for found in PAST.finditer(words) if _is_past(words, found)]
    made = [found.start() for found in MADE.finditer(words) if _is_past(words, found)]
    month = [found.start() for found in WITH_MONTH.finditer(words) if _is_past(words, found)]
    law = LAW.search(words)
    month = [] if law else month
    kept = [
        date
        for date in dates
        if _beside(words, date, verbs + made + (month if date.has_month else []))
    ]
    if kept and not PLANNED.search(words):
        return [date for date in dates if date in kept or date.has_month]
    if kept or PLANNED.search(words) or law:
        return kept
    opens = EVENT.match(words.lstrip("-*•–0123456789. ")[:200]) or (
        sentence.block.kind == "list" and EVENT.search(words[:60])
    )
    return [date for date in dates if date.has_month] if opens else []


def _is_past(words: str, found: re.Match[str]) -> bool:
    """Whether a verb tells what happened: neither planned nor denied."""
    left = words[max(0, found.start() - 40) : found.start()]
    aside = re.match(r"(?:founded|established|fondée?s?|fundad[oa]s?)", found.group(), re.I)
    return not NOT_PAST.search(left) and not (aside and re.search(r"[,(] $|\($", left))


def _beside(words: str, date: When, verbs: list[int]) -> bool:
    """Whether a verb stands in the same part of a sentence as a date, and near."""
    begin = max(words.rfind(";", 0, date.start), 0)
    end = words.find(";", date.end)
    end = len(words) if end < 0 else end
    near = [at for at in verbs if begin <= at < end and abs(at - date.start) <= _NEAR]
    if not near:
        return False
    nearest = min(near, key=lambda at: abs(at - date.start))
    between = words[min(nearest, date.start) : max(nearest, date.end)]
    return not PLANNED.search(between)


def _is_day(words: str, date: When) -> bool:
    """Say whether a date can be that of an event: no deadline, no beginning, no dateline."""
    if NO_DAY.search(words[max(0, date.start - 60) : date.start]):
        return False
    return not NO_DAY_BEHIND.match(words, date.end)


def _kind(words: str, dates: list[When]) -> ActivityKind | None:
    """Give the kind whose word stands nearest to a date."""
    found = [
        (min(abs(match.start() - date.start) for date in dates), kind)
        for kind, pattern in _EVENTS
        for match in pattern.finditer(words)
    ]
    if not found:
        return "meeting" if _MET.search(words) else None
    return min(found, key=lambda pair: pair[0])[1]


def find_dating(passages: Passages) -> list[Dating]:
    """Give what dates the text: dates printed at its beginning, "today" beside one, the latest."""
    found: list[Dating] = []
    latest: tuple[When, Sentence] | None = None
    opening = passages.blocks[:_OPENING][-1].end if passages.blocks else 0
    for sentence in passages.sentences:
        words = passages.plain[sentence.start : sentence.end]
        for date in find_dates(words):
            if sentence.start < opening and (date.has_month or _PRINTED.search(words)):
                found.append(_dating(passages, sentence, date, "printed at the beginning"))
            elif _TODAY.search(words):
                found.append(_dating(passages, sentence, date, "stands beside a word for today"))
            cited = CITED.search(words) or re.search(r"\b(?:by|until|before)\b", words)
            if not cited and (latest is None or date.last > latest[0].last):
                latest = date, sentence
    if latest:
        found.append(_dating(passages, latest[1], latest[0], "the latest date named as past"))
    return found[:_MOST] + found[-1:] if len(found) > _MOST else found


def _dating(passages: Passages, sentence: Sentence, date: When, shows: str) -> Dating:
    start, end = passages.normal.span(sentence.start + date.start, sentence.start + date.end)
    return Dating(start, end, passages.raw[start:end], date.iso, shows)

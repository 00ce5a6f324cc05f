"""A text goes in; its dated events come out, and what dates the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.model import ActivityKind
from language.dates import When, find_dates
from language.passages import Passages, Sentence
from language.place_mentions import find_named

_KINDS: tuple[tuple[ActivityKind, str], ...] = (
    ("workshop", r"workshops?|ateliers?|tall(?:er|eres)"),
    ("conference", r"conferences?|congress|summit|conférences?|conferencias?|congreso|symposium"),
    ("training", r"training|trained|trains|formation|formé\w*|capacitaci\w+|formamos|course"),
    ("study", r"stud(?:y|ies)|survey\w*|poll|research|étude|enquête|encuesta|estudio|interviews"),
    ("launch", r"launch\w*|lanc[eé]\w*|lanz\w+|founded|established|inaugurat\w+|opened"),
    ("publication", r"publish\w*|publi[éc]\w*|report was|released|guide"),
    ("campaign", r"campaign\w*|campagne|campaña|petition"),
    ("standard", r"adopted|adopté\w*|adopt\w+|convention"
r"|general comment|guidelines|ratif\w+|protocol"),
    ("reform", r"amend\w*|law\b|legislat\w+|reform\w*|loi\b|ley\b|decree|bill"),
    ("project", r"project|programme|program|projet|proyecto|initiative"),
    ("meeting", r"meeting|met|round ?table|consultation\w*|session|forum|hearing|panel"
r"|réunion|reuni\w+|gathered"),
    ("event", r"event|ceremony|visit\w*|festival|convened|organi[sz]ed|held|hosted|took"
r" place|s'est tenu\w*|celebr\w+"),
)  # fmt: skip
_EVENTS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.I)) for kind, words in _KINDS)
_CITED = re.compile(
    r"\bpp?\. ?\d|\(\d{4}\)[,.]|accessed|available at|ISBN|para\. ?\d|vol\. ?\d", re.I
)
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
    """Give each sentence with a month or year and an event word or a place."""
    for sentence in passages.sentences:
        if sentence.block.kind == "table":
            continue
        words = passages.plain[sentence.start : sentence.end]
        dates = [date for date in find_dates(words) if not _is_deadline(words, date)]
        if not dates or _CITED.search(words):
            continue
        kind = _kind(words, dates)
        places = tuple(dict.fromkeys(one.code for one in find_named(words) if not one.within))
        months = any(date.has_month for date in dates)
        if (kind is None and not places) or (sentence.block.kind == "heading" and not months):
            continue
        score = 0.3 + 0.3 * (kind is not None) + 0.2 * bool(places) + 0.2 * months
        start, end = passages.normal.span(sentence.start, sentence.end)
        isos = tuple(date.iso for date in dates)
        yield Event(start, end, words, kind or "event", isos, places, round(score, 2))


def _is_deadline(words: str, date: When) -> bool:
    """Say whether a date is one by which something is to be done."""
    before, after = words[max(0, date.start - 12) : date.start], words[date.end : date.end + 20]
    return bool(
        re.search(r"\b(?:by|d'ici à|antes de) $", before)
        or re.match(r" (?:is the deadline|Agenda|goals)", after)
    )


def _kind(words: str, dates: list[When]) -> ActivityKind | None:
    """Give the kind whose word stands nearest to a date; "held" and the like come last."""
    found = [
        (min(abs(match.start() - date.start) for date in dates), kind)
        for kind, pattern in _EVENTS
        for match in pattern.finditer(words)
    ]
    said = [pair for pair in found if pair[1] != "event"] or found
    return min(said, key=lambda pair: pair[0])[1] if said else None


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
            cited = _CITED.search(words) or re.search(r"\b(?:by|until|before)\b", words)
            if not cited and (latest is None or date.last > latest[0].last):
                latest = date, sentence
    if latest:
        found.append(_dating(passages, latest[1], latest[0], "the latest date named as past"))
    return found[:_MOST] + found[-1:] if len(found) > _MOST else found


def _dating(passages: Passages, sentence: Sentence, date: When, shows: str) -> Dating:
    start, end = passages.normal.span(sentence.start + date.start, sentence.start + date.end)
    return Dating(start, end, passages.raw[start:end], date.iso, shows)

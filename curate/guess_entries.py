"""The fields of a fact or an activity, guessed from the document and the earlier submissions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from curate.document_reading import Reading
from curate.durable_write import free_name
from curate.pick_quote import Quote, is_clear, number_at, quote_for, quoted, value_text
from curate.yaml_edit import Fields
from extract.candidates import Candidate
from extract.dated_events import Event
from facts.check_context import Passage, plain
from facts.corpus import PlacedFact
from facts.fact_index import facts_of
from facts.partial_dates import say_span
from facts.vocabulary import Indicator
from language.bounds import stated_bound
from language.countries import country_name, find_places
from language.date_mentions import When, find_dates
from language.nouns import counted, unit_of
from language.numbers import NumberToken

Span = tuple[int, int]
_HELD = re.compile(
    r"\b(?:held|hosted|organi[sz]ed|convened|took place|workshops?|meetings?)\b", re.I
)
_DEADLINE = re.compile(r"\b(?:by|until|before) (?:the end of )?$", re.I)
_CITY = re.compile(r"\b(?:in|at) ((?:[A-ZÀ-ÖØ-Þ][\w'’-]+ ?){1,3}),? \(?$")
_NAMED = 3  # countries that a title names; of more it gives the number
_WHEN = re.compile(r"(?:In|On|From|Between|During|Since|By) [^,]{2,40}?(?:19|20)\d\d, (?=\S)")


@dataclass(frozen=True)
class Number:
    """A number to guess about: where it stands, its sentence, and what the finder said of it.

    `candidate` is None for words marked by hand that the finder did not offer.
    """

    start: int
    end: int
    sentence: Span
    candidate: Candidate | None
    alone: bool

    @property
    def language(self) -> str:
        """The language that its passage is read in; "" for that of the document."""
        return self.candidate.language if self.candidate else ""


def guess_fact(
    reading: Reading,
    number: Number,
    indicators: Mapping[str, Indicator],
    indicator: str | None,
) -> Fields:
    """The fields as far as they can be told, in the order of a file, the id left open.

    `indicator` may be missing.
    """
    quote = _quote(reading, number)
    token = number_at(quote.passage, number.start, number.end) if quote else None
    measured = indicators.get(indicator or "")
    before = _before(reading, indicator)
    value = _value(quote, token)
    carried = number.candidate.carried_from if number.candidate else None
    other = quote is not None and quote.passage.language != reading.source.language
    text = quote.text if quote else ""
    fields: Fields = {
        "id": "",
        "indicator": measured.id if measured else None,
        **value,
        "wording": _wording(measured, quote, token),
        "scope": _most([placed.fact.scope for placed in before]) or "own",
        "time": _time(reading, number, measured, before),
        "value_text": value_text(quote.passage, token) if quote and token else None,
        "language": quote.passage.language if quote and other else None,
        "quote": text,
        "occurrence": quote.occurrence if quote else None,
        "section": reading.document.where(number.start).label,
        "carried_from": _carried(carried, before, value.get("value")) if carried else None,
        "places": _places(number, text, measured, before, value.get("value")),
    }
    return {name: one for name, one in fields.items() if one is not None}


def fact_id(indicator: str, before: Iterable[str], taken: Collection[str]) -> str:
    """The id that the same thing had `before`, or one made of the indicator; never one taken."""
    for name in before:
        if name not in taken:
            return name
    return free_name(indicator.replace("_", "-"), taken)


def _before(reading: Reading, indicator: str | None) -> list[PlacedFact]:
    """The earlier facts of an indicator, the newest first."""
    return facts_of(reading.corpus, indicator)[::-1]


def _quote(reading: Reading, number: Number) -> Quote | None:
    """Words around the number in which it stands once."""
    must = number.start, number.end
    one = number.candidate
    listed = one is not None and len(one.places) > 1 and len(one.places) == one.value
    first = quote_for(reading.source, number.sentence, must, listed, number.language)
    token = number_at(first.passage, *must) if first else None
    if first is None or token is None or is_clear(first.passage, token):
        return first
    for window in _narrower(first.passage, token):
        found = quoted(reading.source, *window, must, number.language)
        if found is None:
            continue
        here = number_at(found.passage, *must)
        if here and is_clear(found.passage, here):
            return found
    return first


def _narrower(passage: Passage, token: NumberToken) -> list[Span]:
    """Stretches of the plain text between the equal numbers on both sides of this one."""
    same = [one for one in passage.tokens if one.text == token.text and one is not token]
    after = [one.start for one in same if one.start > token.end]
    before = [one.end for one in same if one.end < token.start]
    start = max(before, default=passage.start)
    end = min(after, default=passage.end)
    text = passage.normal.text
    start = text.find(" ", start) + 1 if before else start
    end = text.rfind(" ", token.end, end) if after else end
    return [(start, end)] if start <= token.start and end >= token.end else []


def _value(quote: Quote | None, token: NumberToken | None) -> Fields:
    """Value and bound as the checker reads them; no value where it can be read in two ways."""
    if quote is None or token is None or token.kind in ("ordinal", "code"):
        return {}
    if token.kind == "range":
        return {"value": {"low": token.low, "high": token.high}, "bound": "range"}
    bound = stated_bound(quote.passage.lines, token, language=quote.passage.language)
    return {"value": token.value, "bound": bound} if token.value is not None else {"bound": bound}


def _wording(
    measured: Indicator | None, quote: Quote | None, token: NumberToken | None
) -> str | None:
    """The longest wording of the indicator whose noun the number counts, else what it counts."""
    if quote is None:
        return None
    passage = quote.passage
    for wording in sorted(measured.wordings if measured else (), key=len, reverse=True):
        words = measured.definition_words(wording, passage.language) if measured else ()
        nouns = measured.nouns(wording, passage.language) if measured else ()
        said = any(_says(one, passage.text) for one in words)
        if said and (
            token is None
            or token.percent
            or not nouns
            or counted(passage.lines, token, nouns, passage.language)
        ):
            return wording
    unit = unit_of(passage.lines, token, passage.language) if token else ""
    return unit if unit and _says(unit, passage.text) else None


def _says(words: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", text, re.IGNORECASE))


def _time(
    reading: Reading, number: Number, measured: Indicator | None, before: list[PlacedFact]
) -> Fields:
    """The date nearest to the number in its sentence, else as earlier facts of the indicator."""
    near = _nearest_date(reading, number)
    if near:
        return {"from": near.first, "to": near.last} if near.first != near.last else {
            "on": near.first
        }  # fmt: skip
    stated = _most([placed.fact.time.as_of for placed in before if placed.fact.time.as_of])
    if stated:
        return {"as_of": stated}
    return {"as_of": "not_stated" if measured and measured.kind != "stock" else "document"}


def _nearest_date(reading: Reading, number: Number) -> When | None:
    (start, _), words = reading.sentence(number.start)
    at = len(plain(reading.document.text[start : number.start]))
    dates = [
        one
        for one in find_dates(words)
        if not _DEADLINE.search(words[: one.start]) and not one.start <= at < one.end
    ]
    return min(dates, key=lambda one: min(abs(one.start - at), abs(one.end - at)), default=None)


def _carried(submission: str, before: list[PlacedFact], value: Any) -> Fields:
    """The earlier submission, and its fact where it states the same value."""
    for placed in before:
        if placed.submission.id == submission and placed.fact.value == value:
            return {"submission": submission, "fact": placed.fact.id}
    return {"submission": submission}


def _places(
    number: Number, quote: str, measured: Indicator | None, before: list[PlacedFact], value: Any
) -> Fields | None:
    """The countries of the quote, where they belong to this number and to no other of it."""
    one = number.candidate
    if one is None or not one.places:
        return None
    named = {place.code for place in find_places(plain(quote))}
    codes = [code for code in one.places if code in named]
    whole = len(codes) == value
    if not codes or not (number.alone or whole) or len(codes) < len(one.places):
        return None  # a part of the places of its sentence would look like all of them
    role = _most([placed.fact.places.role for placed in before if placed.fact.places])
    role = role or ("host" if _HELD.search(quote) else "named")
    counted = measured is not None and (measured.kind != "share")
    return {"role": role, "list": codes, "complete": bool(whole and counted)}


def _most(values: list[Any]) -> Any:
    """The value that stands most often, or None where there is none."""
    return Counter(values).most_common(1)[0][0] if values else None


def guess_activity(reading: Reading, event: Event, taken: Collection[str]) -> Fields:
    """The fields of an activity as far as they can be told."""
    quote = quote_for(reading.source, (event.start, event.end), (event.start, event.start + 1))
    text = quote.text if quote else event.text
    first, _, last = event.dates[0].partition("/")
    places = [code for code in event.places if code in {p.code for p in find_places(plain(text))}]
    cities = _cities(plain(text))
    name = "-".join([event.kind, *(code.lower() for code in places[:1]), first[:4]])
    fields: Fields = {
        "id": free_name(name, taken),
        "title": _title(event, plain(text), places, cities, (first, last or first)),
        "kind": event.kind,
        "scope": "own",
        "time": {"from": first, "to": last} if last else {"on": first},
    }
    if places:
        fields["places"] = [
            {"city": cities[code], "country": code} if code in cities else {"country": code}
            for code in places
        ]
    fields["quote"] = text
    if quote and quote.occurrence:
        fields["occurrence"] = quote.occurrence
    fields["section"] = reading.document.where(event.start).label
    return fields


def _cities(text: str) -> dict[str, str]:
    """The city that stands directly before each country: "in Nairobi, Kenya"."""
    found = {place.code: _CITY.search(text[: place.start]) for place in find_places(text)}
    return {code: city[1].strip() for code, city in found.items() if city}


def _title(
    event: Event, text: str, places: list[str], cities: dict[str, str], span: tuple[str, str]
) -> str:
    """What it was, where and when: "Meeting in Nairobi, May 2025"; without a place its words."""
    if not places:
        told = _WHEN.sub("", text)
        words = f"{told[:1].upper()}{told[1:]}".split()
        return " ".join(words[:10]).rstrip(",;:")
    names = [cities.get(code, country_name(code)) for code in places]
    if len(names) > _NAMED:
        where = f"{len(names)} countries"
    else:
        where = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"{event.kind.capitalize()} in {where}, {say_span(*span)}"

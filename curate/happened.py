"""A dated event of a document goes in; the fields of the activity that it may be come out."""

from __future__ import annotations

import re
from collections.abc import Collection

from curate.names import free
from curate.quoting import quote_for
from curate.reading import Fields, Reading
from extract.activities import Event
from facts.check_context import plain
from facts.partial_dates import say_span
from language.places import country_name, find_places

_CITY = re.compile(r"\b(?:in|at) ((?:[A-ZÀ-ÖØ-Þ][\w'’-]+ ?){1,3}),? \(?$")
_NAMED = 3  # countries that a title names; of more it gives the number
_WHEN = re.compile(r"(?:In|On|From|Between|During|Since|By) [^,]{2,40}?(?:19|20)\d\d, (?=\S)")


def guess_activity(reading: Reading, event: Event, taken: Collection[str]) -> Fields:
    """The fields of an activity as far as they can be told."""
    quote = quote_for(reading.source, (event.start, event.end), (event.start, event.start + 1))
    text = quote.text if quote else event.text
    first, _, last = event.dates[0].partition("/")
    places = [code for code in event.places if code in {p.code for p in find_places(plain(text))}]
    cities = _cities(plain(text))
    name = "-".join([event.kind, *(code.lower() for code in places[:1]), first[:4]])
    fields: Fields = {
        "id": free(name, taken),
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

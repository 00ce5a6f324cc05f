"""A dated event of a document goes in; the fields of the activity that it may be come out."""

from __future__ import annotations

import re
from collections.abc import Collection

from curate.names import free
from curate.quoting import quote_for
from curate.reading import Fields, Reading
from extract.activities import Event
from facts.case import plain
from facts.places import find_places

_WHEN = re.compile(r"(?:In|On|From|Between|During|Since|By) [^,]{2,40}?(?:19|20)\d\d, (?=\S)")


def guess_activity(reading: Reading, event: Event, taken: Collection[str]) -> Fields:
    """The fields of an activity as far as they can be told."""
    quote = quote_for(reading.source, (event.start, event.end), (event.start, event.start + 1))
    text = quote.text if quote else event.text
    first, _, last = event.dates[0].partition("/")
    places = [code for code in event.places if code in {p.code for p in find_places(plain(text))}]
    told = _WHEN.sub("", plain(text))
    words = " ".join(f"{told[:1].upper()}{told[1:]}".split()[:14])
    name = "-".join([event.kind, *(code.lower() for code in places[:1]), first[:4]])
    fields: Fields = {
        "id": free(name, taken),
        "title": words,
        "kind": event.kind,
        "scope": "own",
        "time": {"from": first, "to": last} if last else {"on": first},
    }
    if places:
        fields["places"] = [{"country": code} for code in places]
    fields["quote"] = text
    if quote and quote.occurrence:
        fields["occurrence"] = quote.occurrence
    fields["section"] = reading.document.where(event.start).label
    return fields

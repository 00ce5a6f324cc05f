"""An activity as its fields goes in; the form in which each is typed, and its summary, come out."""

from __future__ import annotations

import settings
from language.countries import country_name
from ui import tags
from ui.editing_fact import time_words
from ui.editing_parts import Fields, columns, line, lines, more_of_it, one_of, sites, when
from ui.editing_words import KINDS, SCOPES
from words import _, listed


def form(fields: Fields, key: str) -> Fields:
    """The controls for one activity; gives the fields as they are typed."""
    made = dict(fields)
    title = line(
        _("What it was, in a few words"), fields.get("title"), f"{key}-title", max_chars=200
    )
    made["title"] = title
    left, right = columns(2)
    with left:
        made["kind"] = one_of(_("Kind"), KINDS, fields.get("kind"), f"{key}-kind")
    with right:
        made["scope"] = one_of(_("Whose work"), SCOPES, fields.get("scope"), f"{key}-scope")
    made["time"] = when(fields.get("time"), key)
    made["places"] = sites(fields.get("places"), key)
    made["quote"] = lines(_("The words that tell of it"), fields.get("quote"), f"{key}-quote", 110)
    if made["quote"] != fields.get("quote"):
        made.pop("occurrence", None)
    with more_of_it():
        made["section"] = line(_("Where it stands"), fields.get("section"), f"{key}-section")
        made["note"] = line(_("Note for readers"), fields.get("note"), f"{key}-note")
    return {name: value for name, value in made.items() if value not in ("", [], {}, None)}


def summary(fields: Fields) -> str:
    """An activity as it stands, as a short list."""
    pairs = [
        (_("What it was"), f"<strong>{tags.text(fields.get('title', ''))}</strong>"),
        (_("Kind"), tags.text(KINDS.get(str(fields.get("kind")), _("not chosen yet")))),
        (_("When"), tags.text(time_words(fields.get("time")))),
    ]
    places = [_place(one) for one in fields.get("places") or () if isinstance(one, dict)]
    if places:
        pairs.append((_("Where"), tags.text(listed(places))))
    if fields.get("scope"):
        pairs.append((_("Whose work"), tags.text(SCOPES.get(str(fields["scope"]), ""))))
    if fields.get("note"):
        pairs.append((_("Note for readers"), tags.text(fields["note"])))
    return tags.rows(pairs)


def _place(place: Fields) -> str:
    country = country_name(str(place.get("country", "")), settings.language())
    return f"{place['city']}, {country}" if place.get("city") else country

"""The form in which a fact or an activity is typed, and the summary that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import settings
from facts.vocabulary import Indicator
from language.countries import country_name
from language.numbers import read_number
from ui.curation import form_controls
from ui.curation.field_labels import BOUNDS, KINDS, LANGUAGES, ROLES, SCOPES, STATUSES, TIMES
from ui.curation.form_controls import (
    Fields,
    columns,
    line,
    lines,
    more_of_it,
    one_of,
    sites,
    text_field,
    when,
    where,
    whose,
)
from ui.widgets import html
from words import _, listed, pick

NEW = "+"  # stands in the list of indicators for one that is to be made


def choose_indicator(
    fields: Fields,
    indicators: Mapping[str, Indicator],
    likely: Sequence[str],
    key: str,
    *,
    may_add: bool = True,
) -> str:
    """The list of what can be counted, the likeliest first; gives an id, `NEW`, or ""."""
    now = str(fields.get("indicator") or "")
    first = [name for name in (now, *likely) if name in indicators]
    names = list(dict.fromkeys([*first, *indicators]))
    options = {name: pick(indicators[name].label) for name in names}
    if may_add:
        options[NEW] = _("Something new …")
    return one_of(_("What it counts"), options, now, f"{key}-indicator")


def fact_form(fields: Fields, key: str) -> Fields:
    """The controls for one fact, what it counts aside; gives the fields as they are typed."""
    made = dict(fields)
    _number(made, key)
    called = _("What is counted, exactly as the document calls it: “member organizations”.")
    _put(made, "wording", text_field(fields, "wording", key, help=called))
    left, right = columns(2)
    with left:
        _put(made, "time", when(fields.get("time"), key))
    with right:
        for name in ("scope", "said_by"):
            made.pop(name, None)
        made |= whose(fields, key)
    _put(made, "places", where(fields.get("places"), key))
    exactly = _("Copied from the document, word for word.")
    _quote(made, fields, _("The words that state it"), key, help=exactly)
    with more_of_it():
        _more(made, fields, key)
    return made


def _number(made: Fields, key: str) -> None:
    left, middle, right = columns([2, 1, 1], vertical_alignment="bottom")
    with left:
        bound = one_of(_("Meant as"), BOUNDS, made.get("bound", "exact"), f"{key}-bound")
    now = made.get("value")
    ends = now if isinstance(now, dict) else {"low": now, "high": now}
    if bound == "range":
        with middle:
            low = line(_("From"), typed_number(ends.get("low")), f"{key}-low")
        with right:
            high = line(_("To"), typed_number(ends.get("high")), f"{key}-high")
        made["value"] = {
            "low": number(low, ends.get("low")),
            "high": number(high, ends.get("high")),
        }
    else:
        with middle:
            value = line(_("Number"), typed_number(ends.get("low")), f"{key}-value")
        made["value"] = number(value, ends.get("low"))
    made["bound"] = bound or "exact"


def _quote(made: Fields, fields: Fields, label: str, key: str, **more: Any) -> None:
    """The words that state an entry; other words are found anew, wherever they stand."""
    _put(made, "quote", lines(label, fields.get("quote"), f"{key}-quote", 110, **more))
    if made.get("quote") != fields.get("quote"):
        made.pop("occurrence", None)


def _more(made: Fields, fields: Fields, key: str) -> None:
    """What only some facts need."""
    _put(made, "value_text", text_field(fields, "value_text", key))
    _put(made, "section", text_field(fields, "section", key))
    counted = lines(
        _("Counted from this list, one name a line"),
        "\n".join(fields.get("counted") or ()),
        f"{key}-counted",
        80,
        help=_("Only where the document lists names and does not give their number itself."),
    )
    items = [one.strip() for one in counted.splitlines() if one.strip()]
    _put(made, "counted", items)
    if made.get("bound") == "range" or fields.get("spread"):
        _put(made, "spread", text_field(fields, "spread", key))
    same = {"": _("that of the document"), **LANGUAGES}
    language = fields.get("language") or ""
    _put(made, "language", one_of(_("Language of the words"), same, language, f"{key}-language"))
    reached = {"": _("reached"), **STATUSES}
    status = fields.get("status") or ""
    _put(made, "status", one_of(_("The number is"), reached, status, f"{key}-status"))
    answers = lines(
        _("Doubts that do not hold, one a line"),
        "\n".join(_answer(one) for one in fields.get("doubts") or ()),
        f"{key}-doubts",
        80,
        help=_("Its kind, a colon, and why the number holds: “change: these are all there are”."),
    )
    _put(made, "doubts", [_answered(one) for one in answers.splitlines() if one.strip()])
    _put(made, "note", text_field(fields, "note", key))


def _answer(doubt: object) -> str:
    known = doubt if isinstance(doubt, dict) else {}
    return f"{known.get('kind', '')}: {' '.join(str(known.get('because', '')).split())}"


def _answered(line_: str) -> Fields:
    kind, _colon, because = line_.partition(":")
    return {"kind": kind.strip(), "because": because.strip()}


def number(text: str, now: object = None) -> object:
    """What someone types as a number: 23,090 or 26 million; what is none as it was typed.

    `now` is the number that the control showed: left as it stands, it stays that number.
    """
    if now is not None and text == typed_number(now):
        return now
    read = read_number(" ".join(text.split()))
    return text if read is None or read.value is None else read.value


def typed_number(value: object) -> str:
    """A number as someone would type it."""
    return f"{value:,}" if isinstance(value, (int, float)) else str(value or "")


def _put(made: Fields, name: str, value: Any) -> None:
    """Set a field, or take it away where nothing is given."""
    if value:
        made[name] = value
    else:
        made.pop(name, None)


def fact_summary(fields: Fields, indicator: Indicator | None, says: str) -> str:
    """A fact as it stands, as a short list of what a reader would want to correct."""
    pairs = [(_("Number"), _value(fields, says))]
    if indicator:
        pairs.insert(0, (_("What it counts"), html.text(pick(indicator.label))))
    if fields.get("wording"):
        pairs.append((_("In the words"), f"“{html.text(fields['wording'])}”"))
    if fields.get("language"):
        name = LANGUAGES.get(str(fields["language"]), str(fields["language"]))
        pairs.append((_("Language of the words"), html.text(name)))
    pairs.append((_("When"), html.text(time_words(fields.get("time")))))
    if fields.get("scope"):
        whose_words = SCOPES.get(str(fields["scope"]), str(fields["scope"]))
        said_by = f": {fields['said_by']}" if fields.get("said_by") else ""
        pairs.append((_("Whose number"), html.text(whose_words + said_by)))
    if names := _countries(fields):
        pairs.append((_("Places"), html.text(names)))
    if fields.get("note"):
        pairs.append((_("Note for readers"), html.text(fields["note"])))
    return html.terms(pairs)


def fact_in_a_line(fields: Fields, indicator: Indicator, says: str) -> str:
    """A fact as one line, where several stand on one card."""
    pieces = [pick(indicator.label), f"“{fields.get('wording', '')}”"]
    pieces += [time_words(fields.get("time")), SCOPES.get(str(fields.get("scope")), "")]
    if names := _countries(fields):
        pieces.append(names)
    said = f"<strong>{html.text(says)}</strong>: " if says else ""
    return f"<p>{said}{html.text(' · '.join(one for one in pieces if one))}</p>"


def time_words(time: object) -> str:
    """When something holds, in words."""
    now = time if isinstance(time, dict) else {}
    inferred = f" ({_('inferred')})" if now.get("basis") == "inferred" else ""
    if "on" in now:
        return form_controls.date_words(now["on"]) + inferred
    if "from" in now or "to" in now:
        return form_controls.span_words(now.get("from"), now.get("to")) + inferred
    return TIMES.get(str(now.get("as_of")), _("not chosen yet"))


def _countries(fields: Fields) -> str:
    places = fields.get("places")
    if not isinstance(places, dict) or not places.get("list"):
        return ""
    names = [country_name(code, settings.language()) for code in places["list"]]
    return f"{listed(names)} ({ROLES.get(str(places.get('role')), '')})"


def _value(fields: Fields, says: str) -> str:
    if says:
        return f"<strong>{html.text(says)}</strong>"
    value = fields.get("value")
    if isinstance(value, dict):
        return html.text(f"{typed_number(value.get('low'))} – {typed_number(value.get('high'))}")
    bound = BOUNDS.get(str(fields.get("bound")), "")
    return f"<strong>{html.text(typed_number(value))}</strong> {html.text(bound)}"


def activity_form(fields: Fields, key: str) -> Fields:
    """The controls for one activity; gives the fields as they are typed."""
    made = dict(fields)
    in_few_words = _("What it was, in a few words")
    made["title"] = text_field(fields, "title", key, in_few_words, max_chars=200)
    left, right = columns(2)
    with left:
        made["kind"] = one_of(_("Kind"), KINDS, fields.get("kind"), f"{key}-kind")
    with right:
        made["scope"] = one_of(_("Whose work"), SCOPES, fields.get("scope"), f"{key}-scope")
    made["time"] = when(fields.get("time"), key)
    made["places"] = sites(fields.get("places"), key)
    _quote(made, fields, _("The words that tell of it"), key)
    with more_of_it():
        made["section"] = text_field(fields, "section", key)
        made["note"] = text_field(fields, "note", key)
    return {name: value for name, value in made.items() if value not in ("", [], {}, None)}


def activity_summary(fields: Fields) -> str:
    """An activity as it stands, as a short list."""
    pairs = [
        (_("What it was"), f"<strong>{html.text(fields.get('title', ''))}</strong>"),
        (_("Kind"), html.text(KINDS.get(str(fields.get("kind")), _("not chosen yet")))),
        (_("When"), html.text(time_words(fields.get("time")))),
    ]
    places = [_place(one) for one in fields.get("places") or () if isinstance(one, dict)]
    if places:
        pairs.append((_("Where"), html.text(listed(places))))
    if fields.get("scope"):
        pairs.append((_("Whose work"), html.text(SCOPES.get(str(fields["scope"]), ""))))
    if fields.get("note"):
        pairs.append((_("Note for readers"), html.text(fields["note"])))
    return html.terms(pairs)


def _place(place: Fields) -> str:
    country = country_name(str(place.get("country", "")), settings.language())
    return f"{place['city']}, {country}" if place.get("city") else country

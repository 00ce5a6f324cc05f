"""The controls of which every form of an entry is made, and how a date is typed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

import streamlit as st

import settings
from facts.partial_dates import say, say_span, valid
from language.countries import codes as all_codes
from language.countries import country_name
from language.date_mentions import find_dates
from ui.curation.field_labels import ROLES, SCOPES, TIMES, field
from words import _


def read_date(text: str | None) -> str:
    """ "12 Nov. 2025", "November 2025", "2025" or "2025-11-12" as 2025-11-12, 2025-11, 2025.

    What is no date comes back as it was typed, so that the check can say so.
    """
    words = " ".join((text or "").split())
    if valid(words) or re.fullmatch(r"\d{4}-[\d-]*", words):
        return words
    found = find_dates(words)
    if len(found) != 1 or found[0].first != found[0].last:
        return words
    rest = words[: found[0].start] + words[found[0].end :]
    return words if any(letter.isdigit() for letter in rest) else found[0].first


def date_words(value: object) -> str:
    """A date of the data in words; what is no date as it is."""
    text = str(value or "")
    return say(text) if valid(text) else text


def span_words(start: object, end: object) -> str:
    """A stretch of time in words."""
    first, last = str(start or ""), str(end or "")
    try:
        return say_span(first, last)
    except ValueError:
        return f"{date_words(first)} – {date_words(last)}"


Fields = dict[str, Any]
_only_read: ContextVar[bool] = ContextVar("reading", default=False)


@contextmanager
def read_only() -> Iterator[None]:
    """Inside, the controls are not drawn; what they hold is read.

    A press is answered before the page is drawn again, and has to know what was typed just before.
    """
    token = _only_read.set(True)
    try:
        yield
    finally:
        _only_read.reset(token)


def drawing() -> bool:
    """Whether controls are drawn now, or only read."""
    return not _only_read.get()


def columns(spec: int | Sequence[float], **more: Any) -> list[AbstractContextManager[Any]]:
    """Columns to draw controls in."""
    number = spec if isinstance(spec, int) else len(spec)
    return [nullcontext()] * number if _only_read.get() else list(st.columns(spec, **more))


def more_of_it() -> AbstractContextManager[Any]:
    """A part of a form that is folded away at first."""
    return nullcontext() if _only_read.get() else st.expander(_("More"))


def one_of(label: str, options: Mapping[str, str], chosen: object, key: str, **more: Any) -> str:
    """A list of words to choose from; gives the name of the one chosen, "" for none."""
    if _only_read.get():
        return str(st.session_state.get(key, chosen if chosen in options else None) or "")
    names = list(options)
    at = names.index(str(chosen)) if chosen in options else None
    answer = st.selectbox(
        label,
        names,
        index=at,
        format_func=lambda name: options.get(name, name),
        key=key,
        placeholder=_("Choose"),
        filter_mode="contains",
        **more,
    )
    return str(answer or "")


def line(label: str, value: object, key: str, **more: Any) -> str:
    """A line of text; gives what is typed without space around it."""
    if _only_read.get():
        return str(st.session_state.get(key, value) or "").strip()
    return (st.text_input(label, str(value or ""), key=key, **more) or "").strip()


def text_field(fields: Fields, name: str, key: str, label: str = "", **more: Any) -> str:
    """The line for one field of an entry, under the name by which readers know it."""
    return line(label or field(name), fields.get(name), f"{key}-{name.replace('_', '-')}", **more)


def date_line(label: str, value: object, key: str) -> str:
    """A line for a date of the data, shown in words; gives the date as the data writes it."""
    how = _("As precise as the document: 15 November 2024, November 2024, or 2024.")
    return read_date(line(label, date_words(value), key, help=how))


def lines(label: str, value: object, key: str, height: int, **more: Any) -> str:
    """Several lines of text; gives what is typed without space around it."""
    if _only_read.get():
        return str(st.session_state.get(key, value) or "").strip()
    made = st.text_area(label, str(value or ""), key=key, height=height, **more)
    return (made or "").strip()


def one_in(
    label: str, options: Mapping[int, str], at: int, captions: Sequence[str], key: str
) -> int:
    """A few choices, each with a line under it, all of them in sight."""
    names = list(options)
    if _only_read.get():
        return int(st.session_state.get(key, names[at]))
    chosen = st.radio(
        label, names, at, format_func=lambda name: options[name], captions=captions, key=key
    )
    return names[at] if chosen is None else chosen


def tick(label: str, value: bool, key: str) -> bool:
    """A box to tick."""
    if _only_read.get():
        return bool(st.session_state.get(key, value))
    return st.checkbox(label, value, key=key)


def when(time: object, key: str) -> Fields:
    """The controls for the time of a fact or activity, as the field `time`."""
    now: Fields = dict(time) if isinstance(time, dict) else {}
    kind = "on" if "on" in now else "span" if "from" in now else str(now.get("as_of", ""))
    chosen = one_of(_("When"), TIMES, kind, f"{key}-when")
    made: Fields = {}
    if chosen == "on":
        made["on"] = date_line(_("Date"), now.get("on"), f"{key}-on")
    elif chosen == "span":
        made["from"] = date_line(_("From"), now.get("from"), f"{key}-from")
        made["to"] = date_line(_("To"), now.get("to"), f"{key}-to")
    elif chosen:
        made["as_of"] = chosen
    inferred = now.get("basis") == "inferred"
    if chosen in ("on", "span") and tick(
        _("Inferred: not written there"), inferred, f"{key}-basis"
    ):
        made["basis"] = "inferred"
    return made


def whose(fields: Fields, key: str) -> Fields:
    """The controls for whose number it is: `scope` and `said_by`."""
    scope = one_of(_("Whose number"), SCOPES, fields.get("scope"), f"{key}-scope")
    made: Fields = {"scope": scope} if scope else {}
    said = text_field(fields, "said_by", key) if scope in ("world", "partner") else ""
    if said:
        made["said_by"] = said
    return made


def where(places: object, key: str) -> Fields | None:
    """The controls for the countries of a fact, as the field `places`; None without any."""
    now: Fields = dict(places) if isinstance(places, dict) else {}
    codes = countries(_("Countries"), now.get("list") or (), f"{key}-places")
    if not codes:
        return None
    left, right = columns(2, vertical_alignment="bottom")
    with left:
        role = one_of(_("What is with them"), ROLES, now.get("role", "named"), f"{key}-role")
    with right:
        whole = tick(_("These are all of them"), bool(now.get("complete")), f"{key}-complete")
    return {"role": role or "named", "list": codes, "complete": whole}


def sites(places: object, key: str) -> list[Fields]:
    """The controls for where an activity was: countries, and a city in each."""
    now = [dict(one) for one in places] if isinstance(places, (list, tuple)) else []
    codes = countries(
        _("Countries"), list(dict.fromkeys(one.get("country") for one in now)), f"{key}-places"
    )
    made: list[Fields] = []
    for code in codes:
        known = [str(one["city"]) for one in now if one.get("country") == code and one.get("city")]
        name = country_name(code, settings.language())
        cities = line(
            _("City in {country}, as the document spells it", country=name),
            ", ".join(known),
            f"{key}-city-{code}",
        )
        named = [city.strip() for city in cities.split(",") if city.strip()]
        made += [{"city": city, "country": code} for city in named] or [{"country": code}]
    return made


def countries(label: str, codes: Sequence[object], key: str) -> list[str]:
    """A list of countries to choose from; gives their codes."""
    names = {code: country_name(code, settings.language()) for code in all_codes()}
    ordered = sorted(names, key=lambda code: names[code])
    before = [str(code) for code in codes if code in names]
    if _only_read.get():
        return list(st.session_state.get(key, before))
    chosen = st.multiselect(
        label,
        ordered,
        before,
        format_func=lambda code: names.get(code, code),
        key=key,
        placeholder=_("None"),
    )
    return list(chosen)

"""A deck or a figure in an address goes in; the whole talk comes out, as one page of the app.

The page is the same file that can be saved: once it is there, a dropped connection stops nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import settings
from charts.paging import KEY
from decks.model import Deck, Slide
from decks.resolve import resolve
from decks.slides import ResolvedDeck
from export.choices import allowed, offered
from export.figures import FIGURES
from export.talk import reading
from export.talk import whole as talks
from facts.store import Snapshot
from ui import login, tags
from ui.data import snapshot
from words import _, listed

KEPT = 12  # talks in memory


@dataclass(frozen=True)
class Page:
    """A talk as it is sent."""

    body: bytes
    packed: bytes
    tag: str
    found: bool


_kept: OrderedDict[object, tuple[Snapshot, Page]] = OrderedDict()
_lock = threading.Lock()


def may_read(request: Request) -> bool:
    """Whether who asks may read, by the rule of the pages; this route stands outside them."""
    return login.request_may_read(request)


def talk(request: Request) -> Response:
    """`/talk?deck=NAME`, `?figure=NAME&CHOICE=VALUE` or `?made=DECK`; which slide is the page's."""
    if not may_read(request):
        return _no(request)
    asked = {key: value for key, value in request.query_params.items() if len(value) < 10_000}
    page = page_of(asked, snapshot())
    headers = {"etag": page.tag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == page.tag:
        return Response(status_code=304, headers=headers)
    body = page.body
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["content-encoding"] = page.packed, "gzip"
    status = 200 if page.found else 404
    return Response(body, status, headers, media_type="text/html; charset=utf-8")


def _no(request: Request) -> Response:
    """The sentence for who may not read, and the way to the login, which leads back here."""
    to = quote(f"talk?{request.url.query}")
    said = tags.text(_("You may not read this dashboard."))
    link = f'<a href="login?to={to}">{tags.text(_("Log in"))}</a>'
    page = f"<!doctype html><meta charset='utf-8'><title>{said}</title><p>{said} {link}</p>"
    return HTMLResponse(page, 403, {"cache-control": "private, no-store"})


def page_of(asked: Mapping[str, str], held: Snapshot) -> Page:
    """The talk that these parameters ask for, kept while the data and the deck stay."""
    source, data = _source(asked)
    known = tuple(sorted((key, value) for key, value in asked.items() if key in _keys(asked)))
    key = (source, data, known, settings.language())
    with _lock:
        of, page = _kept.get(key, (None, None))
        if page is not None and of is held:
            _kept.move_to_end(key)
            return page
    deck, found = _deck(source, data, asked, held)
    body = talks.write(deck, held)
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    page = Page(body, gzip.compress(body, 5, mtime=0), tag, found)
    with _lock:
        _kept[key] = (held, page)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return page


def figure_deck(name: str, choices: Mapping[str, str], held: Snapshot) -> ResolvedDeck:
    """A talk of one figure, and its sources; a choice that it does not offer is told, not taken."""
    if name not in FIGURES:
        known = listed(tuple(FIGURES))
        said = _("There is no figure “{name}”. There are: {known}.", name=name[:80], known=known)
        return reading.sentence(_("No such figure"), said)
    asked = _of_figure(choices, held, name)
    chosen = allowed(held, name, asked)
    slide = Slide(kind="figure", figure=name, choices=chosen)
    shown = resolve(Deck(title=name, slides=(slide,)), held, FIGURES)
    first = shown.slides[0]
    told = tuple(
        _("There is no page “{value}”; the first is shown.", value=value[:80])
        if key == KEY
        else _("“{value}” is not offered here; all is shown.", value=value[:80])
        for key, value in asked.items()
        if key not in chosen
    )
    first = replace(first, missing=(*first.missing, *told))
    return ResolvedDeck(first.title, "", (first, *shown.slides[1:]))


def address(**asked: str) -> str:
    """The address of a talk, seen from any page of the app."""
    return "talk?" + "&".join(f"{key}={quote(value)}" for key, value in asked.items())


def offer(view: str) -> None:
    """A button that presents the figure of this view (`network?show=members`) in a new tab."""
    name, _mark, query = view.partition("?")
    if name in FIGURES:
        where = address(figure=name, **_of_figure(dict(parse_qsl(query)), snapshot(), name))
        st.link_button(_("Present"), where, icon=":material/slideshow:")


def _of_figure(choices: Mapping[str, str], held: Snapshot, name: str) -> dict[str, str]:
    """Those of the parameters that are choices of this figure, whatever their values."""
    there = (*offered(held, name), KEY)
    return {key: value for key, value in choices.items() if key in there}


def _keys(asked: Mapping[str, str]) -> tuple[str, ...]:
    """The parameters that decide what is shown, and not which part of it."""
    return tuple(key for key in asked if key not in ("slide", "step", "pick", "made"))


def _source(asked: Mapping[str, str]) -> tuple[str, bytes | None]:
    """The kind of what is asked for, and the deck file where it is one."""
    if "figure" in asked:
        return "figure", None
    if "made" in asked:
        return "made", reading.unpacked(asked["made"])
    folder = settings.data_folder()
    name = asked.get("deck") or next(iter(reading.names(folder)), "")
    return "deck", reading.find(folder, name)


def _deck(
    source: str, data: bytes | None, asked: Mapping[str, str], held: Snapshot
) -> tuple[ResolvedDeck, bool]:
    """The talk, and whether what was asked for exists."""
    if source == "figure":
        return figure_deck(asked["figure"], asked, held), asked["figure"] in FIGURES
    if data is None:
        return _no_deck(source, asked), False
    deck, problems = reading.read_talk(data, asked.get("deck", source), held)
    if deck is None:
        said = tuple(_("Line {line}: {what}", line=p.line, what=p.what) for p in problems[:4])
        return reading.sentence(_("This deck cannot be read"), *said), True
    return deck, True


def _no_deck(source: str, asked: Mapping[str, str]) -> ResolvedDeck:
    if source == "made":
        said = _("The address holds no deck that can be read. It may have been cut.")
        return reading.sentence(_("No such deck"), said)
    known = reading.names(settings.data_folder())
    there = _("There are: {known}.", known=listed(known)) if known else _("There is none here.")
    name = asked.get("deck", "")[:80]
    return reading.sentence(
        _("No such deck"), f"{_('There is no deck “{name}”.', name=name)} {there}"
    )

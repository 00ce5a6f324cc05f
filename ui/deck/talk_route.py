"""The address of a talk, which answers with the whole of a deck or figure as one page.

The page is the same file that can be saved: once it is there, a dropped connection stops nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

import settings
from charts.paging import KEY
from charts.registry import CHARTS, allowed, offered
from decks.deck import Deck, Slide
from decks.resolve import ResolvedDeck, resolve
from export.talk import talk_deck
from export.talk import talk_file as talks
from facts.store import Snapshot
from ui.server import login
from ui.server.data_store import current_snapshot
from ui.server.work_queue import Check, Full, Gone, Turns
from ui.widgets import html
from words import _, listed

KEPT, LARGEST_KEPT = 12, 64_000_000  # talks in memory, and bytes of them
AT_ONCE, WAITING = 2, 6  # talks that are drawn, and that wait for it; more are told to come again
PART = 1 << 18  # bytes that are sent at once to who does not unpack
AGAIN = 10  # seconds after which they do


@dataclass(frozen=True)
class Page:
    """A talk as it is sent, packed by gzip."""

    packed: bytes
    tag: str
    found: bool

    @property
    def body(self) -> bytes:
        """The talk as it is read."""
        return b"".join(self.parts())

    def parts(self) -> Iterator[bytes]:
        """The talk part by part, so that a slow reader holds no large one in memory."""
        inflate = zlib.decompressobj(wbits=31)
        rest = self.packed
        while part := inflate.decompress(rest, PART):
            yield part
            rest = inflate.unconsumed_tail


Key = tuple[str, bytes | None, tuple[tuple[str, str], ...], str]
_kept: OrderedDict[Key, tuple[Snapshot, Page]] = OrderedDict()
_lock = threading.Lock()
_turns: Turns[Page] = Turns("talk", AT_ONCE, WAITING)


def may_read(request: Request) -> bool:
    """Whether who asks may read, by the rule of the pages; this route stands outside them."""
    return login.request_may_read(request)


async def talk(request: Request) -> Response:
    """`/talk?deck=NAME`, `?figure=NAME&CHOICE=VALUE` or `?made=DECK`; which slide is the page's."""
    if not await run_in_threadpool(may_read, request):
        return _no(request)
    held = await run_in_threadpool(current_snapshot)
    asked = known_parameters(request.query_params, held)
    key = await run_in_threadpool(key_of, asked)
    page = _known(key, held)
    try:
        if page is None:
            page = await _turns.ask(
                (key, held.version), lambda check: page_of(asked, held, check), _left(request)
            )
    except Full:
        return _later()
    except Gone:
        return Response(status_code=503)  # nobody reads it
    headers = {"etag": page.tag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == page.tag:
        return Response(status_code=304, headers=headers)
    status, kind = 200 if page.found else 404, "text/html; charset=utf-8"
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(page.packed, status, headers, kind)
    return StreamingResponse(page.parts(), status, headers, kind)


def _no(request: Request) -> Response:
    """The sentence for who may not read, and the way to the login, which leads back here."""
    to = quote(f"talk?{request.url.query}")
    said = html.text(_("You may not read this dashboard."))
    link = f'<a href="login?to={to}">{html.text(_("Log in"))}</a>'
    page = f"<!doctype html><meta charset='utf-8'><title>{said}</title><p>{said} {link}</p>"
    return HTMLResponse(page, 403, {"cache-control": "private, no-store"})


def _later() -> Response:
    """The sentence for who comes when enough wait; the page asks again by itself."""
    said = html.text(_("Several talks are being drawn. This page asks again by itself."))
    page = (
        f"<!doctype html><meta charset='utf-8'><meta http-equiv='refresh' content='{AGAIN}'>"
        f"<title>{said}</title><p>{said}</p>"
    )
    return HTMLResponse(page, 503, {"retry-after": str(AGAIN), "cache-control": "no-store"})


async def _left(request: Request) -> None:
    """Ends when who asks has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def page_of(asked: Mapping[str, str], held: Snapshot, check: Check = lambda: None) -> Page:
    """The talk that these parameters ask for, kept while the data and the deck stay.

    What does not exist is not kept: there is no end of it. `check` is called before each slide.
    """
    asked = known_parameters(asked, held)
    key = key_of(asked)
    if page := _known(key, held):
        return page
    deck, found = _deck(key, asked, held)
    body = talks.write_html(deck, held, check)
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    page = Page(gzip.compress(body, 5, mtime=0), tag, found)
    if found and not _is_told(asked, held) and len(page.packed) < LARGEST_KEPT / 4:
        _keep(key, held, page)
    return page


def _known(key: Key, held: Snapshot) -> Page | None:
    with _lock:
        of, page = _kept.get(key, (None, None))
        if page is None or of is not held:
            return None
        _kept.move_to_end(key)
        return page


def _keep(key: Key, held: Snapshot, page: Page) -> None:
    with _lock:
        _kept[key] = (held, page)
        while len(_kept) > KEPT or sum(len(one.packed) for _, one in _kept.values()) > LARGEST_KEPT:
            _kept.popitem(last=False)


def figure_deck(name: str, choices: Mapping[str, str], held: Snapshot) -> ResolvedDeck:
    """A talk of one figure, and its sources; a choice that it does not offer is told, not taken."""
    if name not in CHARTS:
        known = listed(tuple(CHARTS))
        said = _("There is no figure “{name}”. There are: {known}.", name=name[:80], known=known)
        return talk_deck.sentence(_("No such figure"), said)
    asked = _of_figure(choices, held, name)
    chosen = allowed(held, name, asked)
    slide = Slide(kind="figure", figure=name, choices=chosen)
    shown = resolve(Deck(title=name, slides=(slide,)), held)
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


def present_button(view: str) -> None:
    """A button that presents the figure of this view (`network?show=members`) in a new tab."""
    name, _mark, query = view.partition("?")
    if name in CHARTS:
        where = address(figure=name, **_of_figure(dict(parse_qsl(query)), current_snapshot(), name))
        st.link_button(_("Present"), where, icon=":material/slideshow:")


def _of_figure(choices: Mapping[str, str], held: Snapshot, name: str) -> dict[str, str]:
    """Those of the parameters that are choices of this figure, whatever their values."""
    there = (*offered(held, name), KEY)
    return {key: value for key, value in choices.items() if key in there}


def known_parameters(asked: Mapping[str, str], held: Snapshot) -> dict[str, str]:
    """The parameters that decide what is shown; others, and which part is shown, are dropped."""
    if "figure" in asked:
        name = asked["figure"]
        return {"figure": name} | (_of_figure(asked, held, name) if name in CHARTS else {})
    return next(({key: asked[key]} for key in ("made", "deck") if key in asked), {})


def key_of(asked: Mapping[str, str]) -> Key:
    """The kind of what is asked for, the deck file where it is one, and the parameters."""
    given = tuple(sorted(asked.items()))
    if "figure" in asked:
        return "figure", None, given, settings.language()
    if "made" in asked:
        return "made", talk_deck.unpacked(asked["made"]), (), settings.language()
    folder = settings.data_folder()
    name = asked.get("deck") or next(iter(talk_deck.names(folder)), "")
    return "deck", talk_deck.find(folder, name), given, settings.language()


def _is_told(asked: Mapping[str, str], held: Snapshot) -> bool:
    """Whether a figure is asked for with a choice that it does not offer."""
    choices = {key: value for key, value in asked.items() if key != "figure"}
    return "figure" in asked and choices != allowed(held, asked["figure"], choices)


def _deck(key: Key, asked: Mapping[str, str], held: Snapshot) -> tuple[ResolvedDeck, bool]:
    """The talk, and whether what was asked for exists."""
    source, data = key[:2]
    if source == "figure":
        return figure_deck(asked["figure"], asked, held), asked["figure"] in CHARTS
    if data is None:
        return _no_deck(source, asked), False
    most = talk_deck.MOST_IN_ADDRESS if source == "made" else None
    deck, problems = talk_deck.read_talk(data, asked.get("deck", source), held, most)
    if deck is None:
        said = tuple(_("Line {line}: {what}", line=p.line, what=p.what) for p in problems[:4])
        return talk_deck.sentence(_("This deck cannot be read"), *said), True
    return deck, True


def _no_deck(source: str, asked: Mapping[str, str]) -> ResolvedDeck:
    if source == "made":
        said = _("The address holds no deck that can be read. It may have been cut.")
        return talk_deck.sentence(_("No such deck"), said)
    known = talk_deck.names(settings.data_folder())
    there = _("There are: {known}.", known=listed(known)) if known else _("There is none here.")
    name = asked.get("deck", "")[:80]
    return talk_deck.sentence(
        _("No such deck"), f"{_('There is no deck “{name}”.', name=name)} {there}"
    )

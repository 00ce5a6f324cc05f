"""The decks and figures that can be presented, saved as one file, or printed."""

from __future__ import annotations

from functools import partial

import streamlit as st

import settings
from charts.registry import CHARTS, make_chart
from decks.deck import as_yaml, read_folder
from decks.resolve import ResolvedDeck
from drawing.browser_pictures import NoBrowser, find_browser
from export.talk import talk_deck
from export.talk import talk_file as talk
from export.talk.talk_file import KEYS
from facts.store import Snapshot
from ui.deck import deck_state
from ui.deck.talk_route import address
from ui.server.data_store import made
from ui.widgets import html
from words import _, translate


def decks(snapshot: Snapshot) -> None:
    """A card for the deck that the reader is building, then for each deck of the data folder."""
    chosen = st.query_params.get("deck", "")
    found, _problems = read_folder(settings.data_folder())
    if chosen and chosen not in found:
        st.info(_("There is no deck “{name}”.", name=html.markdown(chosen[:80])))
    own = deck_state.current()
    if own.slides:
        data = as_yaml(own).encode()
        where = talk_deck.packed(data)
        _card("own", own.title, data, address(made=where) if where else "", snapshot)
    for name in sorted(found, key=lambda one: one != chosen):
        data = talk_deck.find(settings.data_folder(), name) or b""
        _card(name, found[name].title, data, address(deck=name), snapshot)
    if not own.slides and not found:
        st.info(_("There is no deck yet: build one on the page Deck, or present one figure."))


def figure(snapshot: Snapshot) -> None:
    """One figure by itself."""
    with st.container(key="card-present-figure"):
        st.html(f"<div class='f-root'><h2>{html.text(_('One figure'))}</h2></div>")
        titles = made(snapshot, _titles)
        if not titles:
            st.html(html.note(_("There is no figure yet: this data folder holds no fact.")))
            return
        name = st.selectbox(
            _("Figure"), list(titles), format_func=lambda one: titles.get(one, one),
            key="present-figure",
        )  # fmt: skip
        st.link_button(_("Present this figure"), address(figure=name), icon=":material/slideshow:")


def keys() -> str:
    """The keys of a talk as HTML."""
    return (
        f"<div class='f-root'><h2>{html.text(_('Keys'))}</h2>"
        + html.terms(
            (" / ".join(map(translate, names)), html.text(translate(says))) for names, says in KEYS
        )
        + "</div>"
    )


def _titles(snapshot: Snapshot) -> dict[str, str]:
    specs = {name: make_chart(snapshot, name, {}) for name in CHARTS}
    return {name: spec.title for name, spec in specs.items() if spec is not None}


def _card(name: str, title: str, data: bytes, where: str, snapshot: Snapshot) -> None:
    with st.container(key=f"card-present-{name}"):
        said = _("The deck you are building") if name == "own" else ""
        lead = f"<p>{html.text(said)}</p>" if said else ""
        st.html(f"<div class='f-root'><h2>{html.text(title)}</h2>{lead}</div>")
        with st.container(horizontal=True):
            if where:
                st.link_button(_("Present"), where, icon=":material/slideshow:")
            file = f"{name if name != 'own' else 'talk'}"
            st.download_button(
                _("Save as one file (HTML)"), partial(_html, data, snapshot), f"{file}.html",
                talk.MIME, on_click="ignore", key=f"talk-html-{name}",
            )  # fmt: skip
            st.download_button(
                _("Print (PDF)"), partial(_pdf, data, snapshot), f"{file}.pdf", "application/pdf",
                on_click="ignore", key=f"talk-pdf-{name}", disabled=not _has_browser(),
            )  # fmt: skip


def _html(data: bytes, snapshot: Snapshot) -> bytes:
    return talk.write_html(_talk(data, snapshot), snapshot)


def _pdf(data: bytes, snapshot: Snapshot) -> bytes:
    return talk.write_pdf(_talk(data, snapshot), snapshot)


def _talk(data: bytes, snapshot: Snapshot) -> ResolvedDeck:
    deck, problems = talk_deck.read_talk(data, "deck", snapshot)
    if deck is None:
        said = tuple(problem.what for problem in problems[:4])
        return talk_deck.sentence(_("This deck cannot be read"), *said)
    return deck


def _has_browser() -> bool:
    try:
        return bool(find_browser())
    except NoBrowser:
        return False

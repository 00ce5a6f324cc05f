"""The ways into a deck: the controls of its page, and the button under a figure or a fact."""

from __future__ import annotations

from urllib.parse import parse_qsl

import streamlit as st

from charts.places import ROLES
from charts.reach import WHOSE
from charts.registry import CHARTS, allowed, charts_of, offered
from decks.deck import MOST_NUMBERS, MOST_SLIDES, Slide
from facts.newest_and_changes import newest
from facts.store import Snapshot
from language.countries import country_name
from ui.deck import deck_state
from ui.evidence.fact_list import row_of
from ui.server import data_store
from ui.server.data_store import made
from ui.widgets import html
from words import N_, Labels, _, counted, pick, translate

FIGURE_NAMES = Labels(
    {
        "network": N_("The network over time"),
        "reach": N_("Whom the work reached"),
        "activities": N_("Activities"),
        "places": N_("Places"),
        "coverage": N_("Ten years on a page"),
        "findings": N_("Findings"),
        "said-by-others": N_("Said by others"),
        "targets": N_("Targets and plans stated"),
    }
)
ALL = ""


def controls(snapshot: Snapshot) -> None:
    """Big numbers and figures to choose from, each with its button."""
    _numbers(snapshot)
    _figures(snapshot)
    title = Slide(kind="title")
    st.button(_("Add title slide"), key="deck-add-title", on_click=_add_and_toast, args=(title,))


def numbers(snapshot: Snapshot) -> dict[str, str]:
    """The indicators that some fact states, with their newest number, headlines first."""
    found = {}
    for indicator in sorted(snapshot.corpus.indicators.values(), key=lambda one: not one.headline):
        row = newest(snapshot.frame, indicator.id)
        if row is not None:
            found[indicator.id] = f"{pick(indicator.label)}: {row['says']}"
    return found


def choices(snapshot: Snapshot, name: str) -> dict[str, tuple[str, str]]:
    """What a figure can be narrowed to: label by "key=value"; empty where it has no choice."""
    return {
        f"{key}={value}": (key, value)
        for key, values in offered(snapshot, name).items()
        for value in values
    }


def say_choice(snapshot: Snapshot, key: str, value: str) -> str:
    """A choice as it is read."""
    if key == "show" and value in snapshot.corpus.indicators:
        return pick(snapshot.corpus.indicators[value].label)
    if key == "country":
        return country_name(value)
    if key == "role":
        return next(
            (translate(word).capitalize() for role, word in ROLES.items() if role == value), value
        )
    return WHOSE.get(value, value)


def _numbers(snapshot: Snapshot) -> None:
    known = made(snapshot, numbers)
    chosen = st.multiselect(
        _("Big numbers"),
        list(known),
        format_func=lambda name: known.get(name, name),
        max_selections=MOST_NUMBERS,
        placeholder=_("Choose one to six"),
        key="deck-numbers",
    )
    st.button(
        _("Add big numbers"),
        key="deck-add-numbers",
        disabled=not chosen,
        on_click=_add_numbers,
    )


def _figures(snapshot: Snapshot) -> None:
    name = st.selectbox(
        _("Figure"),
        charts_of(snapshot),
        format_func=lambda one: FIGURE_NAMES.get(one, one),
        key="deck-figure",
    )
    known = choices(snapshot, name)
    if known:
        st.selectbox(
            _("Showing"),
            [ALL, *known],
            format_func=lambda one: say_choice(snapshot, *known[one]) if one in known else _("All"),
            key=f"deck-figure-{name}",
        )
    st.button(_("Add figure"), key="deck-add-figure", on_click=_add_figure, args=(snapshot,))


def _add_numbers() -> None:
    """Add what is chosen now, which may be more than when the button was drawn."""
    _add_and_toast(Slide(kind="numbers", indicators=tuple(st.session_state["deck-numbers"])))
    st.session_state["deck-numbers"] = []


def _add_figure(snapshot: Snapshot) -> None:
    """The same for a figure."""
    name = st.session_state["deck-figure"]
    known = choices(snapshot, name)
    chosen = st.session_state.get(f"deck-figure-{name}", ALL)
    picked = dict([known[chosen]]) if chosen in known else {}
    _add_and_toast(Slide(kind="figure", figure=name, choices=picked))


def _add_and_toast(slide: Slide) -> None:
    st.toast(_added(slide))


def _added(slide: Slide) -> str:
    """Add a slide; gives the sentence that says so, or that there is no room for it."""
    if deck_state.add(slide):
        return _("Added to the deck.")
    return _("The deck is full: it has {most} slides.", most=MOST_SLIDES)


SAID = "deck-said"  # of which figure or fact the button was pressed last, and what it did


def figure_button(view: str) -> None:
    """A button that adds the figure of this view (`network?show=members`) to the deck, in a row.

    Choices that the figure does not offer are left out; for what is no figure there is no button.
    In a fragment no toast and no style of its own may be shown: Streamlit would put it in the place
    of the page's style.
    """
    name, _mark, query = view.partition("?")
    if name in CHARTS:
        _button(name, Slide(kind="figure", figure=name, choices=offered_choices(name, query)))


def number_button(snapshot: Snapshot, ref: str) -> None:
    """A button that adds this fact to the deck as a big number, in a row.

    The newest fact of an indicator is added as such: next year the slide shows the one that is
    newest then. Any other stays the fact that it is.
    """
    row = row_of(snapshot, ref)
    if row["status"]:  # no big number: it stands among the targets
        return
    last = newest(snapshot.frame, row["indicator"])
    followed = last is not None and last["ref"] == ref
    asked = {"indicators": (row["indicator"],)} if followed else {"facts": (ref,)}
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(ref, Slide(kind="numbers", **asked))


def _button(name: str, slide: Slide) -> None:
    st.button(_("Add to deck"), key=f"deck-add-{name}", on_click=_add_and_say, args=(name, slide))
    said_of, said = st.session_state.get(SAID, ("", ""))
    if said_of == name:
        told = f"<p class='f-small' role='status'>{html.text(said)}</p>"
        st.html(f"<div class='f-root'>{told}</div>", width="content")
    page = st.session_state.get("pages", {}).get("deck")
    if page is not None and (number := deck_state.size()):
        label = counted("Open the deck ({number} slide)", "Open the deck ({number} slides)", number)
        st.page_link(page, label=label)
    if deck_state.touched():
        deck_state.keep_in_browser(f"deck-store-{name}")


def offered_choices(name: str, query: str) -> dict[str, str]:
    """The choices in the query of an address that this figure offers."""
    return allowed(data_store.current_snapshot(), name, dict(parse_qsl(query)))


def _add_and_say(name: str, slide: Slide) -> None:
    st.session_state[SAID] = (name, _added(slide))

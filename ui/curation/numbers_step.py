"""The second step of adding: the card at work beside its page, and how far the work is."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from curate import review_session
from curate.cards import Card
from curate.review_session import ReviewSession
from ui.curation import curation_state, document_page, review_card
from ui.curation.curation_state import session_work
from ui.curation.document_page import Leaf, leaf_at, leaves, markable, page_html, spots
from ui.curation.draft_report import place_in_document
from ui.widgets import html
from words import _, counted

LEAF = "add-leaf"  # the page that is shown


def show(review: ReviewSession) -> None:
    """How far the work is, the card, and the page that it stands on."""
    card = _card(review)
    _bar(review)
    left, right = st.columns([6, 5], gap="large")
    with left:
        if card is None:
            _done(review)
        elif card.standing == "done":
            _again(review, card)
        else:
            review_card.show_card(review, card)
    with right:
        _page(review, card)


def _card(review: ReviewSession) -> Card | None:
    """The card that was asked for, else the next one."""
    wanted = session_work().get(curation_state.LOOK)
    return (review.card(wanted) if wanted else None) or review.current


def _bar(review: ReviewSession) -> None:
    done, of = review.progress
    words = _("{done} of {of}", done=f"{done:,}", of=f"{of:,}")
    st.progress(done / of if of else 1.0, html.markdown(words))
    said = session_work().pop(curation_state.SAID, "")
    # The place stays when there is nothing to say, so that nothing jumps.
    st.html(html.paragraph(f"{said}\N{NO-BREAK SPACE}", "a-said f-small", "status"))


def _done(review: ReviewSession) -> None:
    words = _("Every number and activity is decided.")
    more = _("Go on to “Look and save”, or mark what is missing in the document.")
    st.html(
        f"<div class='f-root a-card' role='status'><h2>{html.text(words)}</h2>"
        f"<p class='f-quiet'>{html.text(more)}</p></div>"
    )
    can = review_session.can_undo(review)
    with st.container(horizontal=True):
        st.button(
            _("Look and save"),
            type="primary",
            key="a-to-save",
            on_click=curation_state.go,
            args=("save",),
        )
        st.button(
            _("Undo"), key="a-undo-last", shortcut="U", disabled=not can, on_click=review_card.undo
        )


def _again(review: ReviewSession, card: Card) -> None:
    """A card that is decided already: what was decided, and the way to decide otherwise."""
    with st.container(key="card-add"):
        st.html(review_card.card_head(review, card))
        for item in card.items:
            st.html(review_card.decided(item))
        with st.container(horizontal=True):
            st.button(
                _("Decide again"),
                key="a-reopen",
                type="primary",
                on_click=curation_state.press,
                args=(partial(review_session.reopen, card=card.id),),
            )
            st.button(
                _("Go on with the next card"),
                key="a-back",
                on_click=lambda: session_work().pop(curation_state.LOOK, None),
            )


def _page(review: ReviewSession, card: Card | None) -> None:
    """The page of the document, to read around the sentence and to mark what was missed."""
    all_leaves = leaves(review.work.document)
    at = _which(review, card, all_leaves)
    leaf = all_leaves[at]
    here = (card.start, card.end) if card else (-1, -1)
    seen = [one for one in spots(review.cards, card) if leaf.start <= one.start < leaf.end]
    shown = page_html(review.work.document, leaf, seen, here)
    label = _("{page} of the document", page=leaf.label)
    name = card.id if card else ""
    markable(shown, name, label, _("Add as a number"), "add-page", _told)
    _turn(all_leaves, at)
    _paste(review)


def _which(review: ReviewSession, card: Card | None, all_leaves: tuple[Leaf, ...]) -> int:
    """The leaf to show: the one that was turned to, while the card is the same."""
    name = card.id if card else ""
    turned = session_work().get(LEAF)
    if turned and turned[0] == name:
        return min(int(turned[1]), len(all_leaves) - 1)
    at = leaf_at(all_leaves, card.start) if card else 0
    session_work()[LEAF] = (name, at)
    return at


def _turn(all_leaves: tuple[Leaf, ...], at: int) -> None:
    """The way to the page before and after."""
    if len(all_leaves) == 1:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="a-turn"):
        st.button(
            _("Page before"),
            key="a-before",
            disabled=at == 0,
            icon=":material/chevron_left:",
            on_click=_turn_to,
            args=(at - 1,),
        )
        words = _("{page} of {all}", page=all_leaves[at].label, all=f"{len(all_leaves):,}")
        st.html(html.paragraph(words, "f-small f-quiet"))
        st.button(
            _("Next page"),
            key="a-after",
            disabled=at + 1 == len(all_leaves),
            icon=":material/chevron_right:",
            icon_position="right",
            on_click=_turn_to,
            args=(at + 1,),
        )


def _turn_to(at: int) -> None:
    name, _at = session_work()[LEAF]
    session_work()[LEAF] = (name, at)


def _told(told: dict[str, Any]) -> None:
    """Answer what was pressed or marked in the page."""
    review = curation_state.review()
    if review is None:
        return
    if told.get("kind") == "card":
        session_work()[curation_state.LOOK] = str(told.get("card"))
        return
    place = document_page.find_marked(review.work.document, told)
    if place is None:
        session_work()[curation_state.SAID] = _("These words were not found in the document.")
        return
    _mark(place)


def _mark(place: tuple[int, int]) -> None:
    start, end = place
    if curation_state.do(lambda review: review_session.mark(review, start, end)):
        session_work().pop(curation_state.LOOK, None)
        session_work()[curation_state.SAID] = _("Added by hand. Fill in what it counts.")


def _paste(review: ReviewSession) -> None:
    """Add a number by its words, for who does not mark with a mouse or finger."""
    with st.expander(_("Is a number missing?")):
        words = st.text_input(
            _("Mark it in the page above, or paste its words here"),
            key=f"a-paste-{len(review.cards)}",
            placeholder=_("134 members"),
        )
        if not words or not words.strip():
            return
        places = document_page.find_words(review.work.document, words)
        said = _("These words were not found in the document.")
        if places:
            said = counted("Stands once in the document.", "Stands {number} times.", len(places))
        st.html(html.paragraph(said, role="status"))
        for number, place in enumerate(places[:5], 1):
            label = _(
                "Add it from {place}", place=place_in_document(review.work.document, place[0])
            )
            st.button(label, key=f"a-paste-add-{number}", on_click=_mark, args=(place,))

"""What a number counts that nobody counted before goes in; a new kind of number comes out."""

from __future__ import annotations

from functools import partial
from typing import Literal, cast

import streamlit as st

from curate import review_session
from curate.cards import Item
from curate.review_session import ReviewSession
from curate.validation import Verdict
from facts.vocabulary import Kind
from ui import add_state, tags
from ui.editing_held import held
from ui.editing_parts import Fields, columns, line, one_of, read_only, tick
from ui.editing_words import INDICATOR_KINDS
from words import _, pick


def form(desk: ReviewSession, item: Item, fields: Fields, key: str) -> None:
    """The form for a new kind of number; it is there for all cards once it is added."""
    words = _("A new kind of number. It is compared with the same kind in later submissions.")
    st.html(f"<div class='f-root'><p class='f-quiet'>{tags.text(words)}</p></div>")
    _typed(desk, fields, key)
    st.button(
        _("Add this kind of number"), key=f"{key}-new-add", on_click=_add, args=(item, fields, key)
    )


def made(key: str) -> str:
    """Where is held how many kinds of number were made on an item.

    With each the list of kinds is another control: the browser would go on showing what was chosen.
    """
    return f"{key}-made"


def _typed(desk: ReviewSession, fields: Fields, key: str) -> Fields:
    label = line(_("Name, as on a chart"), "", f"{key}-new-label", placeholder=_("Trained judges"))
    left, right = columns(2)
    with left:
        one = line(_("One of them"), "", f"{key}-new-one", placeholder=_("judge"))
    with right:
        many = line(_("Several of them"), "", f"{key}-new-many", placeholder=_("judges"))
    meaning = line(_("What exactly is counted"), "", f"{key}-new-meaning")
    kind = one_of(_("What kind of number"), INDICATOR_KINDS, "flow", f"{key}-new-kind")
    groups = {group.id: pick(group.label) for group in desk.reading.corpus.groups}
    group = one_of(_("Belongs to"), groups, next(iter(groups), ""), f"{key}-new-group")
    each = tick(_("Look for it in every submission from now on"), False, f"{key}-new-recurring")
    wording = str(fields.get("wording") or many or one)
    return review_session.new_indicator(
        label, one, many, meaning, cast(Kind, kind), group, wording,
        recurring=each, taken=set(desk.indicators),
    )  # fmt: skip


def _add(item: Item, fields: Fields, key: str) -> None:
    """Add the kind of number, and take it for this one."""
    desk = add_state.desk()
    if desk is None:
        return
    with read_only():
        new = _typed(desk, fields, key)
    if add_state.do(partial(review_session.add_indicator, fields=new)):
        add_state.typed()[item.id] = review_session.guess_as(
            add_state.desk() or desk, item.id, str(new["id"])
        )
        held()[made(key)] = held().get(made(key), 0) + 1


def rule(desk: ReviewSession, fields: Fields, found: Verdict, key: str) -> None:
    """Where the document calls it otherwise than before: whether it counts the same."""
    indicator = desk.indicators.get(str(fields.get("indicator")))
    wording = str(fields.get("wording") or "")
    asked = any(one.field == "wording" for one in found.faults)
    if indicator is None or not wording or not asked or wording in indicator.wordings:
        return
    known = ", ".join(f"“{one}”" for one in indicator.wordings)
    words = _(
        "“{wording}” is new for “{label}”; so far it was called {known}. Does it count the same?",
        wording=wording,
        label=pick(indicator.label),
        known=known,
    )
    st.html(f"<div class='f-root'><p>{tags.text(words)}</p></div>")
    rules: tuple[tuple[str, Literal["same", "differs"]], ...] = (
        (_("The same: compare them"), "same"),
        (_("Something else: never compare"), "differs"),
    )
    with st.container(horizontal=True):
        for label, ruled in rules:
            step = partial(
                review_session.rule_wording, indicator=indicator.id, wording=wording, rule=ruled
            )
            st.button(label, key=f"{key}-{ruled}", on_click=add_state.press, args=(step,))

"""A press or an address goes in, the receipt that it asks for comes out, in a dialog."""

from __future__ import annotations

import streamlit as st

from facts.corpus import PlacedActivity, PlacedFact
from facts.store import Snapshot
from ui import activity_receipt, fact_receipt, going, tags
from ui.decks import add_to_deck
from ui.pressable import pressable
from ui.rows import row_of
from ui.server.permissions import may_edit
from words import _

KEY = "receipt"  # the parameter in the address that holds the open receipt


def press(value: str) -> None:
    """Answer a press: `fact:REF` opens the receipt, `go:ADDRESS` opens another page."""
    kind, _colon, what = value.partition(":")
    if kind == "fact":
        st.query_params[KEY] = what
    elif kind == "go":
        going.ask(what)


def close() -> None:
    """Take the receipt out of the address."""
    if KEY in st.query_params:
        del st.query_params[KEY]


def show_if_asked(snapshot: Snapshot) -> None:
    """Open the receipt that the address names; an unknown one is answered with a sentence."""
    ref = st.query_params.get(KEY)
    if ref is None:
        return
    fact, activity = snapshot.corpus.fact(ref), snapshot.corpus.activity(ref)
    if fact is None and activity is None:
        close()
        words = _(
            "There is no proved fact named “{name}”; it may have been renamed.", name=ref[:80]
        )
        st.html(tags.note(words))
    elif fact is not None:
        title = _("Where this number is written")
        st.dialog(title, width="large", on_dismiss=close)(_fact)(fact, snapshot)
    elif activity is not None:
        title = _("Where this is written")
        st.dialog(title, width="large", on_dismiss=close)(_activity)(activity, snapshot)


def _fact(placed: PlacedFact, snapshot: Snapshot) -> None:
    row = row_of(snapshot, placed.ref)
    sub = snapshot.corpus.submission(placed.submission.id)
    if sub is not None:
        link = f"?{KEY}={placed.ref}"
        may = may_edit()
        body = fact_receipt.receipt(placed, row, sub, snapshot.corpus, link, may_edit=may)
        pressable(body, f"receipt-{placed.ref}", press)
        add_to_deck.number_button(snapshot, placed.ref)


def _activity(placed: PlacedActivity, snapshot: Snapshot) -> None:
    sub = snapshot.corpus.submission(placed.submission.id)
    if sub is not None:
        body = activity_receipt.receipt(placed, sub, snapshot.corpus, f"?{KEY}={placed.ref}")
        pressed = pressable(body, f"receipt-{placed.ref}", press)
        if pressed and st.query_params.get(KEY) != placed.ref:
            st.rerun()  # the receipt of a number in it opens in place of this one

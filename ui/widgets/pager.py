"""Two buttons and a field that choose one page of a long list; the page stands in the address.

A list of a thousand pages to choose from would be sent to the browser again with every press.
"""

from __future__ import annotations

import streamlit as st

from ui.widgets import html
from words import _, counted

FIELD = 96  # px: as wide as six digits, and too narrow for steppers beside the two buttons


def pager(count: int, size: int, key: str, about: str = "") -> tuple[int, int]:
    """Where the chosen page begins and ends: `things[first:last]` are the things on it.

    The choice stands in the address under `key`, the first page leaves no trace there. Nothing is
    shown where one page holds all. A page that is not there gives the nearest, with a sentence.
    `about` says what is listed (the words searched for, the filters); when it changes while the
    reader stays, the list begins at its first page again.
    """
    pages = max(1, -(-count // size))
    _begin_again(key, about)
    number = _asked(pages, key)
    st.session_state[f"{key}-about"] = (about, st.query_params.get(key))
    first, last = (number - 1) * size, min(number * size, count)
    if pages > 1:
        _controls(number, pages, key, _said(first, last, count))
    return first, last


def _said(first: int, last: int, count: int) -> str:
    return _(
        "{first} to {last} of {count}",
        first=f"{first + 1:,}",
        last=f"{last:,}",
        count=f"{count:,}",
    )


def _begin_again(key: str, about: str) -> None:
    """Leave the page of another list; a page that a link names with its filters is kept."""
    place, wanted = f"{key}-about", st.query_params.get(key)
    before = st.session_state.get(place, (about, wanted))
    if wanted is not None and before[0] != about and before[1] == wanted:
        del st.query_params[key]


def _asked(pages: int, key: str) -> int:
    """The page that the address names, or the nearest one there is, which it then names."""
    wanted = st.query_params.get(key)
    if wanted is None:
        return 1
    digits = wanted.removeprefix("-")
    known = digits.isascii() and digits.isdecimal() and len(digits) < 10
    number = min(max(int(wanted), 1), pages) if known else 1
    if str(number) != wanted:
        there = counted("There is {number} page", "There are {number} pages", pages)
        words = _(
            "{there}, and none named “{wanted}”. Shown instead: page {number}.",
            there=there,
            wanted=wanted[:40],
            number=f"{number:,}",
        )
        st.html(html.note(words))
    _keep(number, key)
    return number


def _keep(number: int, key: str) -> None:
    if number > 1:
        st.query_params[key] = str(number)
    elif key in st.query_params:
        del st.query_params[key]


def _controls(number: int, pages: int, key: str, said: str) -> None:
    field = f"{key}-field"
    st.session_state[field] = number
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"pager-{key}"):
        st.button(
            _("Previous"),
            key=f"{key}-previous",
            icon=":material/chevron_left:",
            disabled=number == 1,
            on_click=_keep,
            args=(number - 1, key),
        )
        st.number_input(
            _("Page, of {pages}", pages=f"{pages:,}"),
            key=field,
            step=1,
            width=FIELD,
            on_change=lambda: st.query_params.update({key: str(st.session_state[field])}),
        )
        st.button(
            _("Next"),
            key=f"{key}-next",
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=number == pages,
            on_click=_keep,
            args=(number + 1, key),
        )
        st.html(f"<div class='f-root'><p class='f-quiet f-small'>{html.text(said)}</p></div>")

"""The address of the page goes in, what a reader chose comes out: choices live in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui import tags
from words import _


def choose(label: str, options: Mapping[str, str], key: str) -> str:
    """A list to choose from; `options` maps what stands in the address to what is read.

    The first option is the default and leaves no trace in the address. A value in the address
    that is no option falls back to the default, with a sentence.
    """
    _from_address(label, options, key)
    return st.selectbox(
        label,
        list(options),
        format_func=lambda name: options.get(name, name),
        key=key,
        on_change=lambda: _to_address(options, key),
        filter_mode="contains",
    )


def pick_one(label: str, options: Mapping[str, str], key: str) -> str:
    """The same as `choose`, as a row of buttons: for two to four options."""
    _from_address(label, options, key)
    chosen = st.segmented_control(
        label,
        list(options),
        format_func=lambda name: tags.markdown(options.get(name, name)),
        key=key,
        required=True,
        on_change=lambda: _to_address(options, key),
    )
    return chosen or next(iter(options))


def _from_address(label: str, options: Mapping[str, str], key: str) -> None:
    default = next(iter(options))
    wanted = st.query_params.get(key, default)
    if wanted not in options:
        del st.query_params[key]
        sentence = _(
            "The link asks for “{wanted}”, which is not in the list “{label}”. "
            "Shown instead: {default}.",
            wanted=wanted[:80],
            label=label,
            default=options[default],
        )
        st.html(tags.note(sentence))
        wanted = default
    st.session_state[key] = wanted


def _to_address(options: Mapping[str, str], key: str) -> None:
    chosen = st.session_state[key]
    if chosen is None or chosen == next(iter(options)):
        if key in st.query_params:
            del st.query_params[key]
    else:
        st.query_params[key] = chosen

"""Nothing goes in; what a reader sees where there is nothing to show comes out, with the way on."""

from __future__ import annotations

import streamlit as st

from ui import tags
from words import _


def nothing_yet() -> None:
    """The page of a data folder without a single proved fact."""
    say(
        _("No facts yet"),
        _(
            "This data folder holds no proved fact. Add a submission under submissions/, with its "
            "source.txt and submission.yaml; the README says how, and "
            "“python -m facts check” says what is still missing."
        ),
    )


def say(head: str, words: str) -> None:
    """A heading and a sentence in place of what is missing."""
    st.html(
        f"<div class='f-root'><h1>{tags.text(head)}</h1>"
        f"<p class='f-lead f-quiet'>{tags.text(words)}</p></div>"
    )

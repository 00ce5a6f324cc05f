"""Streamlit's function that turns names goes in; the same one, which turns each name once, is left.

Streamlit sends the theme with every run, and turns the names of its hundred options with two
regular expressions each time: 1.3 ms of the 7 to 15 that a choice costs.
"""

from __future__ import annotations

from functools import lru_cache

from streamlit.runtime import app_session


def keep() -> None:
    """Once for a process; nothing where this Streamlit does without the function."""
    turn = getattr(app_session, "to_snake_case", None)
    if turn is not None and not hasattr(turn, "cache_info"):
        setattr(app_session, "to_snake_case", lru_cache(maxsize=1024)(turn))  # noqa: B010

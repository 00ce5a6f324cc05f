"""Lets Streamlit fill in its theme once for a process instead of with every run.

Streamlit sends the theme with every run, and makes it anew each time out of a hundred and more
options: 1 to 2 ms of the 6 to 15 that a choice costs. Here it is made once for a process, so that
a change of `.streamlit/config.toml` shows with the next start.
"""

from __future__ import annotations

from typing import Any

from streamlit.runtime import app_session

NAME = "_populate_theme_msg"


def keep() -> None:
    """Once for a process; nothing where this Streamlit does without the function."""
    fill = getattr(app_session, NAME, None)
    if fill is None or hasattr(fill, "kept"):
        return
    kept: dict[str, Any] = {}

    def filled(msg: Any, section: str = "theme") -> None:
        if section not in kept:
            made = type(msg)()
            fill(made, section)
            kept[section] = made
        if kept[section].ByteSize():  # a part that is not set stays so
            msg.MergeFrom(kept[section])

    filled.kept = kept  # type: ignore[attr-defined]
    setattr(app_session, NAME, filled)

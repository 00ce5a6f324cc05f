"""The theme that is kept is, byte for byte, the one that Streamlit makes anew each time."""

from __future__ import annotations

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from ui import kept_theme

SECTIONS = ("theme", "theme.sidebar", "theme.light", "theme.dark.sidebar", "theme.none")


def made(section: str) -> CustomThemeConfig:
    """The theme in a message whose other parts are not set."""
    message = CustomThemeConfig()
    getattr(app_session, kept_theme.NAME)(message.sidebar, section)
    return message


def test_the_kept_theme_is_the_one_that_is_made_anew(monkeypatch: pytest.MonkeyPatch):
    fill = getattr(app_session, kept_theme.NAME)
    plain = {section: made(section) for section in SECTIONS}
    assert plain["theme"].ByteSize() and not plain["theme.none"].HasField("sidebar")
    monkeypatch.setattr(app_session, kept_theme.NAME, fill)  # put back at the end
    kept_theme.keep()
    assert getattr(app_session, kept_theme.NAME) is not fill
    for _again in range(2):
        assert {section: made(section) for section in SECTIONS} == plain
        assert made("theme").SerializeToString() == plain["theme"].SerializeToString()

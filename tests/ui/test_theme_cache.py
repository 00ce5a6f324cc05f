"""The theme that is kept is, byte for byte, the one that Streamlit makes anew each time."""

from __future__ import annotations

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from ui.server import theme_cache

SECTIONS = ("theme", "theme.sidebar", "theme.light", "theme.dark.sidebar", "theme.none")


def made(section: str) -> CustomThemeConfig:
    """The theme in a message whose other parts are not set."""
    message = CustomThemeConfig()
    getattr(app_session, theme_cache.NAME)(message.sidebar, section)
    return message


def test_the_kept_theme_is_the_one_that_is_made_anew(monkeypatch: pytest.MonkeyPatch):
    fill = getattr(app_session, theme_cache.NAME)
    plain = {section: made(section) for section in SECTIONS}
    assert plain["theme"].ByteSize() and not plain["theme.none"].HasField("sidebar")
    monkeypatch.setattr(app_session, theme_cache.NAME, fill)  # put back at the end
    theme_cache.keep()
    assert getattr(app_session, theme_cache.NAME) is not fill
    for _again in range(2):
        assert {section: made(section) for section in SECTIONS} == plain
        assert made("theme").SerializeToString() == plain["theme"].SerializeToString()

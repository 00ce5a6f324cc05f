"""What the tests of the screens share: the app run without a browser, on any data folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import settings
import ui.data
from tests.support.real import DATA, ROOT

Run = Callable[..., AppTest]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Points the program at a data folder for one test."""

    def forget() -> None:
        settings.data_folder.cache_clear()
        ui.data.store.cache_clear()

    def use(path: Path) -> None:
        monkeypatch.setenv("FACTS_DATA", str(path))
        forget()

    use(DATA)
    yield use
    monkeypatch.delenv("FACTS_DATA")
    forget()


@pytest.fixture
def run(folder: Callable[[Path], None]) -> Run:
    """Runs a page with these parameters in its address."""

    def opened(page: str = "../pages/overview.py", **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=30)
        app.run()
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.switch_page(page).run()

    return opened


def shown(app: AppTest) -> str:
    """Everything that a page shows as HTML, in its order."""
    pieces = []
    for element in (*app.get("html"), *app.get("bidi_component")):
        proto = element.proto
        if element.type == "html":
            pieces.append(proto.body)
        else:
            pieces.append(json.loads(proto.json)["html"])
    return "\n".join(pieces)

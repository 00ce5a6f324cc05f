"""What the tests of the screens share: the app run without a browser, on any data folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import settings
import ui.server.data_store
from tests.support.pages import PAGES, Page
from tests.support.patience import WITHIN
from tests.support.real import DATA, ROOT
from ui.server import permissions

# Each AppTest reads the metadata of every installed package anew; once for a process is enough.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

Run = Callable[..., AppTest]
FIRST = PAGES[0].file


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Points the program at a data folder for one test."""

    def forget() -> None:
        settings.data_folder.cache_clear()
        settings.editing.cache_clear()
        ui.server.data_store.store_of.cache_clear()
        ui.server.data_store._watch._held = None  # nothing of a test before is looked at

    def use(path: Path) -> None:
        monkeypatch.setenv("FACTS_DATA", str(path))
        forget()

    # The app is run without a connection, which could say where it comes from.
    monkeypatch.setattr(permissions, "is_own_page", lambda: True)
    monkeypatch.setattr(permissions, "sits_here", lambda: True)
    use(DATA)
    yield use
    monkeypatch.delenv("FACTS_DATA")
    forget()


@pytest.fixture
def run(folder: Callable[[Path], None]) -> Run:
    """Opens the app at a page, with these parameters in its address."""

    def opened(page_: str = FIRST, /, **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=WITHIN)
        if page_ != FIRST:  # other pages are known only once the navigation has run
            app.run()
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run() if page_ == FIRST else app.switch_page(page_).run()

    return opened


def visit(app: AppTest, **parameters: str) -> Iterator[tuple[Page, AppTest]]:
    """Goes through every page of the app, with these parameters in each address."""
    for page in PAGES:
        for name, value in parameters.items():
            app.query_params[name] = value
        yield page, app.switch_page(page.file).run()


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

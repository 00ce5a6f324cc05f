"""A folder goes in; a catalogue of a made-up language, `xx`, compiled into it comes out.

In it every message stands between ⟦ and ⟧, so that a screen shows which of its words are of the
program and which are of the data. Run as a program it prints what every page shows in it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.support.patience import WITHIN
from tests.tools.words import POT


def mark(message: str) -> str:
    """A message of the made-up language."""
    return f"⟦{message}⟧"


def compile_into(folder: Path) -> None:
    """Write `xx/LC_MESSAGES/dashboard.mo` below the folder."""
    with POT.open("rb") as lines:
        source = read_po(lines)
    made = Catalog(charset="utf-8")
    for message in source:
        if message.id:
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            words = tuple(mark(one) for one in ids)
            made.add(message.id, words if len(words) > 1 else words[0])
    target = folder / "xx" / "LC_MESSAGES" / "dashboard.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as out:
        write_mo(out, made)


def screens(folder: Path) -> dict[str, object]:
    """What every page shows in the language of the environment, and the alternatives of charts."""
    import words

    words.FOLDER = folder
    from streamlit.testing.v1 import AppTest

    from tests.support.pages import PAGES
    from tests.support.real import ROOT
    from tests.ui.conftest import shown

    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=WITHIN)
    app.query_params["ask"] = "countries"
    app.run()
    found: dict[str, object] = {}
    for page in PAGES:
        app.query_params["receipt"] = "cstd-25-2022/network-countries"
        app.switch_page(page.file).run()
        found[page.address] = {
            "title": app.session_state["pages"][page.address].title,
            "failed": [box.message for box in app.exception],
            "html": shown(app),
            "labels": [w.label for w in (*app.text_input, *app.selectbox, *app.button_group)],
            "buttons": [one.proto.label for one in app.get("download_button")],
            "dialogs": [one.proto.dialog.title for one in app.get("dialog")],
            "charts": [[c.proto.alt, c.proto.spec] for c in app.get("plotly_chart")],
        }
    return found


if __name__ == "__main__":
    assert os.environ["DASHBOARD_LANGUAGE"] == "xx"
    json.dump(screens(Path(sys.argv[1])), sys.stdout)

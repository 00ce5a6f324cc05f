"""What the tests of “Add a submission” share: the page on a copy of the data, pressed by name."""

from __future__ import annotations

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.support.draft import NEXT
from tests.ui.conftest import Run, shown
from tests.ui.test_tags import parts

ADD = "../pages/add.py"
# Everything that the made-up submission needs is guessed, but for the body that it was sent to.
NUMBERS = 6


def given(run: Run, name: str = "next.md", data: bytes = NEXT.encode()) -> AppTest:
    """The page after this document was given."""
    app = run(ADD)
    app.file_uploader[0].set_value((name, data, "application/octet-stream")).run()
    return fine(app)


def at_numbers(run: Run, data: bytes = NEXT.encode()) -> AppTest:
    """The first card of a document."""
    app = given(run, data=data)
    field(app, "Sent to").set_value("CSTD").run()
    return press(app, "Go on to the numbers")


def fine(app: AppTest) -> AppTest:
    """The page, once it is sure that nothing in it failed."""
    assert [box.message for box in app.exception] == []
    return app


def press(app: AppTest, label: str) -> AppTest:
    """Press the button that says this, the first of several."""
    found = [one for one in app.button if one.label == label]
    assert found, [one.label for one in app.button]
    assert not found[0].disabled, label
    found[0].click().run()
    return fine(app)


def field(app: AppTest, label: str):
    """The line of text, list or box with this label."""
    every = (*app.text_input, *app.selectbox, *app.text_area, *app.multiselect, *app.checkbox)
    found = [one for one in every if one.label == label]
    assert found, [one.label for one in every]
    return found[0]


def words(made: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(" ".join(parts(made).words).split())


def page_words(app: AppTest) -> str:
    """All that the page says as HTML, as a reader reads it."""
    without = re.sub(r"<style>.*?</style>", "", shown_html(app), flags=re.DOTALL)
    return words(without)


def shown_html(app: AppTest) -> str:
    """Everything that the page shows as HTML."""
    return shown(app)


def sentence(app: AppTest) -> str:
    """The sentence of the card on screen."""
    found = re.search(r"<blockquote>(.*?)</blockquote>", shown(app), re.DOTALL)
    return words(found[1]) if found else ""


def progress(app: AppTest) -> str:
    """How far the work is, as the bar says it."""
    return str(app.get("progress")[0].proto.text)


def submissions(data: Path) -> list[str]:
    """The submissions of a data folder."""
    return sorted(path.name for path in (data / "submissions").iterdir())


def finished(app: AppTest) -> AppTest:
    """Accept every card, set aside what cannot be accepted, say what is not stated."""
    for _card in range(40):
        if not any(one.label == "Accept" for one in app.button):
            break
        before = progress(app)
        press(app, "Accept")
        if progress(app) == before:
            refuse(app)
    press(app, "Look and save")
    while any(one.label == "Not stated" for one in app.button):
        press(app, "Not stated")
    return app


def refuse(app: AppTest) -> AppTest:
    """Set the card aside, or leave the activity out."""
    every = [one.label for one in app.button]
    return press(app, "Claims nothing" if "Claims nothing" in every else "Leave it out")

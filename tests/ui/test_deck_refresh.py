"""An older deck on the deck page, run without a browser: the report, the new file, bad uploads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from export.verify import verify
from tests.export.next_year import next_year, write
from tests.export.older import changed, shipped
from tests.support.small import HOSTILE
from tests.ui.conftest import Run, shown
from tests.ui.test_tags import parts
from ui.deck.deck_files import DONE, renewed_name

PAGE = "../pages/deck.py"


def given(run: Run, data: bytes, name: str = "old.pptx") -> AppTest:
    """The page after this file was given."""
    app = run(PAGE)
    one = next(u for u in app.file_uploader if u.label == "An older PowerPoint file")
    one.set_value((name, data, "application/octet-stream"))
    app.run()
    assert [box.message for box in app.exception] == []
    return app


def files(app: AppTest) -> list[str]:
    """What can be downloaded."""
    return [one.proto.label for one in app.get("download_button")]


NEW = "Download the file with today’s numbers"


def test_a_current_file_is_said_to_be_current_and_offered_no_more(run: Run):
    app = given(run, shipped())
    assert "The file is current: its numbers are those of today’s data." in shown(app)
    assert NEW not in files(app)


def test_an_older_file_is_renewed_and_told_slide_by_slide(
    run: Run, folder: Callable[[Path], None], tmp_path: Path
):
    write(tmp_path / "data")
    folder(tmp_path / "data")
    app = given(run, shipped())
    made = shown(app)
    assert "6 slides were brought up to date." in made
    told = "".join(parts(re.findall(r"<h3>Slide 2:.*?<h3>", made, re.DOTALL)[0]).words)
    assert "Members: 129 → 131" in told
    assert NEW in files(app)
    data = app.session_state[DONE][1][0]
    assert verify(data, "x.pptx", next_year()).state == "current"


def test_a_file_that_cannot_be_read_is_told(run: Run):
    app = given(run, b"PK no slides")
    assert "This is not a PowerPoint file." in shown(app)
    assert NEW not in files(app)


def test_words_of_a_file_stay_words(run: Run, folder: Callable[[Path], None], tmp_path: Path):
    def hostile(deck):
        deck.slides[1].shapes.title.text_frame.text = f"129 members {HOSTILE}"

    write(tmp_path / "data")
    folder(tmp_path / "data")
    made = shown(given(run, changed(hostile)))
    assert "Title, typed by hand" in made
    for tag, attributes in parts(made).elements:
        assert tag not in ("img", "script", "iframe"), tag
        assert not [name for name in attributes if name.startswith("on")], attributes


def test_the_page_that_checks_a_file_leads_to_it(run: Run):
    app = run("../pages/verify.py")
    for name, data, wanted in (("x.pptx", shipped(), 1), ("x.png", b"\x89PNG", 0)):
        app.file_uploader[0].set_value((name, data, "application/octet-stream"))
        app.run()
        assert [box.message for box in app.exception] == []
        assert len(app.get("page_link")) == wanted


def test_the_new_name_is_that_of_the_old_file():
    assert renewed_name("Board 2025.pptx") == "Board 2025_renewed.pptx"
    assert renewed_name("../../x\n.pptx") == "x_renewed.pptx"
    assert renewed_name("") == "deck_renewed.pptx"

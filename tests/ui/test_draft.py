"""Check a draft, run without a browser: each kind of number, what is left out, bad uploads."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from streamlit.testing.v1 import AppTest

from tests.extract.printing import as_docx, as_pdf
from tests.support.draft import NEXT
from tests.support.real import DATA
from tests.ui.conftest import Run, shown
from tests.ui.test_tags import parts

DRAFT = "../pages/draft.py"


def given(run: Run, name: str, data: bytes) -> AppTest:
    """The page after this file was uploaded."""
    app = run(DRAFT)
    app.file_uploader[0].set_value((name, data, "application/octet-stream"))
    app.run()
    assert [box.message for box in app.exception] == []
    return app


def groups(app: AppTest) -> dict[str, list[str]]:
    """The entries under each heading, as a reader reads them."""
    made = shown(app)
    found = re.findall(r"<section class='a-group a-(\w+)'.*?</section>", made, re.DOTALL)
    bodies = re.findall(r"<section class='a-group a-\w+'(.*?)</section>", made, re.DOTALL)
    return {
        name: [words(item) for item in re.findall(r"<li>(.*?)</li>", body, re.DOTALL)]
        for name, body in zip(found, bodies, strict=True)
    }


def words(made: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(" ".join(parts(made).words).split())


def test_each_number_is_held_against_what_was_said_before(run: Run):
    app = given(run, "draft.md", NEXT.encode())
    found = groups(app)
    assert list(found) == ["contradicts", "copied", "left_out", "new", "same"]
    (clash,) = found["contradicts"]
    assert clash.startswith("9 Regional workshops · I. Progress since the last report, paragraph 2")
    assert clash.endswith("For the same time it was 8 workshops (CSTD 2025).")
    assert [one.split()[0] for one in found["copied"]] == ["12", "1–20%"]
    assert all("Stands in CSTD 2025 already." in one for one in found["copied"])
    starts = [one.split(" · ")[0].split("II. ")[0] for one in found["new"]]
    assert starts[:2] == ["134 Members", "111 Countries with members"]
    assert found["new"][0].endswith("Last time: 129 members (CSTD 2025).")
    assert found["new"][2].startswith("almost 5,000 ")
    (same,) = found["same"]
    assert same.endswith("As in 45 working groups (CSTD 2025).")
    assert (
        "Workshop participants Last time: over 551 participants (CSTD 2025)." in (found["left_out"])
    )
    assert "7 numbers read." in shown(app)


def test_a_draft_is_the_same_as_pdf_and_word(run: Run):
    kinds = [
        {name: [one.split()[0] for one in items] for name, items in groups(app).items()}
        for app in (
            given(run, "draft.md", NEXT.encode()),
            given(run, "draft.pdf", as_pdf(NEXT)),
            given(run, "draft.docx", as_docx(NEXT)),
        )
    ]
    assert kinds[0] == kinds[1] == kinds[2]
    assert "page 1" in shown(given(run, "draft.pdf", as_pdf(NEXT)))


def test_nothing_is_written(run: Run):
    before = {path: path.stat().st_mtime_ns for path in DATA.rglob("*")}
    given(run, "../../draft.md", NEXT.encode())
    assert {path: path.stat().st_mtime_ns for path in DATA.rglob("*")} == before


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("photo.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture (PNG) under the name"),
        ("broken.pdf", b"%PDF-1.7\n" + b"x" * 500, "This PDF is damaged and cannot be read."),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(99), "This is an old Word file (.doc)"),
        ("empty.txt", b" \n", "This document holds no text."),
        ("../../<b>x.txt", b"\n ", "&lt;b&gt;x.txt: This document holds no text."),
    ],
)
def test_what_cannot_be_read_says_so(run: Run, name: str, data: bytes, sentence: str):
    app = given(run, name, data)
    assert sentence in shown(app)
    assert groups(app) == {}


def test_an_encrypted_pdf_asks_for_its_password(run: Run):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf(NEXT))))
    writer.encrypt("open sesame", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    app = given(run, "locked.pdf", out.getvalue())
    assert "This document is encrypted." in shown(app)
    app.text_input[0].set_value("wrong").run()
    assert "This password does not open the document." in shown(app)
    app.text_input[0].set_value("open sesame").run()
    assert groups(app)["contradicts"]
    assert len(app.text_input) == 0


def test_hostile_words_stay_words(run: Run):
    text = "We trained <img src=x onerror=alert(1)> 77 **judges** & [9 more](javascript:alert(1))."
    app = given(run, "<script>.md", text.encode())
    made = shown(app)
    assert "<img" not in made and "javascript:" not in made
    assert "77" in made


def test_french_and_right_to_left(run: Run):
    french = "Notre réseau compte 140 membres dans 112 pays et plus de 300 jeunes."
    app = given(run, "brouillon.txt", french.encode())
    assert [one.split()[0] for one in groups(app)["new"]] == ["140", "112", "over"]
    arabic = "تضم شبكتنا 140 عضوا في 112 دولة"
    app = given(run, "مسودة.txt", arabic.encode())
    assert "This text runs from right to left" in shown(app)
    assert [one.split()[0] for one in groups(app)["new"]] == ["140", "112"]


def test_numbers_are_said_in_the_readers_words_and_what_reads_in_two_ways_is_told(run: Run):
    french = "Le réseau et les pays de la région: plus de soixante membres, une dizaine de pays."
    app = given(run, "brouillon.txt", french.encode())
    assert [one.split(" ", 2)[:2] for one in groups(app)["new"]] == [
        ["over", "60"],
        ["about", "10"],
    ]
    app = given(run, "draft.txt", b"We trained 1.584 judges in the countries of the region.")
    [told] = groups(app)["new"]
    assert told.startswith("1.584")
    assert told.endswith("It can be read in two ways: write it so that it reads one way.")


def test_the_password_is_not_left_in_the_address(run: Run, tmp_path: Path):
    app = given(run, "draft.md", NEXT.encode())
    assert dict(app.query_params) == {}

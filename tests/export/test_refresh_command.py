"""`python -m export refresh`: what it writes, tells and gives back; what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from export.__main__ import main
from tests.export.next_year import write
from tests.export.older import changed, shape, shipped
from tests.support.real import DATA

Out = pytest.CaptureFixture[str]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The shipped deck on the disk."""
    path = tmp_path / "old.pptx"
    path.write_bytes(shipped())
    return path


@pytest.fixture(scope="module")
def later(tmp_path_factory) -> Path:
    """The data folder of the year after."""
    folder = tmp_path_factory.mktemp("later") / "data"
    write(folder)
    return folder


def test_a_current_file_is_said_to_be_current_and_written_as_it_is(old: Path, capsys: Out):
    new = old.with_name("new.pptx")
    assert main(["refresh", str(old), "--out", str(new), "--data", str(DATA)]) == 0
    assert capsys.readouterr().out.startswith("The file is current: its numbers are those of")
    assert new.read_bytes() == old.read_bytes() == shipped()


def test_the_new_file_is_verified_as_current(old: Path, later: Path, capsys: Out):
    new = old.with_name("new.pptx")
    assert main(["verify", str(old), "--data", str(later)]) == 3
    assert main(["refresh", str(old), "--out", str(new), "--data", str(later)]) == 0
    assert old.read_bytes() == shipped()
    assert "Members: 129 → 131" in capsys.readouterr().out
    assert main(["verify", str(new), "--data", str(later)]) == 0


def test_the_report_as_json(old: Path, later: Path, capsys: Out):
    new = old.with_name("new.pptx")
    words = ["refresh", str(old), "--out", str(new), "--data", str(later), "--report", "json"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["figures"], len(told["slides"])) == ("renewed", 6, 8)
    assert {"what": "Members", "old": "129", "new": "131"} in told["slides"][1]["changed"]


def test_what_could_not_be_matched_gives_six(old: Path, later: Path, capsys: Out):
    def typed(deck):
        name = "fig:numbers?indicators=members,member_countries:number"
        shape(deck, 2, name).text_frame.paragraphs[0].runs[0].text = "many"

    old.write_bytes(changed(typed))
    new = old.with_name("new.pptx")
    assert main(["refresh", str(old), "--out", str(new), "--data", str(later)]) == 6
    assert "Not all could be matched." in capsys.readouterr().out
    assert new.exists()


@pytest.mark.parametrize("how", ["same", "relative", "link", "hard"])
def test_the_old_file_is_never_written_over(
    old: Path, how: str, capsys: Out, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(old.parent)
    out = {"same": old, "relative": Path("./old.pptx")}.get(how, old.with_name("other.pptx"))
    if how == "link":
        out.symlink_to(old)
    if how == "hard":
        out.hardlink_to(old)
    assert main(["refresh", str(old), "--out", str(out), "--data", str(DATA)]) == 2
    assert "is the old file itself" in capsys.readouterr().err
    assert old.read_bytes() == shipped()


def test_a_file_that_is_not_there_or_no_slides_writes_nothing(old: Path, capsys: Out):
    new = old.with_name("new.pptx")
    gone = str(old.with_name("gone.pptx"))
    assert main(["refresh", gone, "--out", str(new), "--data", str(DATA)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    old.write_bytes(b"no slides")
    new.write_bytes(b"kept")
    assert main(["refresh", str(old), "--out", str(new), "--data", str(DATA)]) == 2
    assert "This is not a PowerPoint file." in capsys.readouterr().err
    assert new.read_bytes() == b"kept"


def test_a_place_that_cannot_be_written_is_told(old: Path, capsys: Out):
    out = old.parent / "no" / "folder" / "new.pptx"
    assert main(["refresh", str(old), "--out", str(out), "--data", str(DATA)]) == 2
    assert "cannot be written" in capsys.readouterr().err

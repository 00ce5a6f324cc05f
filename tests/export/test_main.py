"""The command line must do as it says, write whole files or none, and give the right code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drawing.browser_pictures import NoBrowser
from export import commands
from export.__main__ import main
from export.file_formats import FORMATS
from export.formats import csv, html, pdf, png, svg
from export.verify import verify
from tests.export.made import EVERY, copied, real_job
from tests.support.real import DATA, real

DATA_ = ("--data", str(DATA))
Out = pytest.CaptureFixture[str]


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch):
    def refuse(_job):
        raise NoBrowser("No browser here. Install one.")

    for part in (png, pdf):
        monkeypatch.setattr(part, "write", refuse)


def run(*words: str | Path) -> int:
    return main([*map(str, words), *DATA_])


def figure(out: Path, *more: str) -> int:
    return run("figure", "network", "--out", out, *more)


def test_the_list_names_every_figure_with_its_code(capsys: Out):
    assert run("list") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    made = [real_job(name) for name in EVERY]
    stated = [line for line in lines if line != ["targets", "-", "-"]]  # none in these data
    assert stated == [[one.spec.name, one.receipt.code, one.spec.title] for one in made]
    assert len(lines) == len(stated) + 1


@pytest.mark.parametrize("suffix", ["svg", "pptx", "xlsx", "csv", "html"])
def test_a_figure_as_a_file_is_current(suffix: str, tmp_path: Path, capsys: Out):
    out = tmp_path / f"x.{suffix}"
    assert figure(out, "--format", suffix) == 0
    capsys.readouterr()
    assert run("verify", out) == 0
    assert capsys.readouterr().out == (
        f"x.{suffix}: current\n"
        f"  The facts of this file are those of today, code {real_job('network').receipt.code}.\n"
    )


def test_the_format_may_be_that_of_the_name(tmp_path: Path):
    assert figure(tmp_path / "x.svg") == 0
    assert (tmp_path / "x.svg").read_bytes() == svg.write(real_job("network"))


def test_size_mode_title_and_choice_are_passed_on(tmp_path: Path):
    out = tmp_path / "x.svg"
    more = ("--size", "1200x900", "--mode", "transparent", "--no-title", "--choice", "show=members")
    assert figure(out, *more) == 0
    text = out.read_text(encoding="utf-8")
    assert 'viewBox="0 0 1200 900"' in text
    found = svg.read_receipt(out.read_bytes())
    assert found is not None
    assert found.view == "network?show=members"
    assert (svg.read_values(out.read_bytes()) or ()) == ("103", "122", "126", "129")


def test_the_metadata_stand_beside_a_csv(tmp_path: Path):
    assert figure(tmp_path / "net.csv") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "net.csv", "net.csv-metadata.json",
    ]  # fmt: skip
    assert json.loads((tmp_path / "net.csv-metadata.json").read_text("utf-8"))["url"] == "net.csv"


@pytest.mark.browser
def test_every_figure_in_every_format(tmp_path: Path, capsys: Out):
    assert run("all", "--out", tmp_path / "new" / "x") == 0
    files = sorted((tmp_path / "new" / "x").iterdir())
    assert len(files) == len(EVERY) * (len(FORMATS) + 1)
    assert f"{len(files)} files" in capsys.readouterr().err
    assert [p.name for p in files if p.name.startswith("network")] == [
        f"network_2014-2025_as-of-2024-11-15.{end}"
        for end in ("csv", "csv-metadata.json", "html", "pdf", "png", "pptx", "svg", "xlsx", "zip")
    ]
    for path in files:
        if path.suffix != ".json":
            assert verify(path.read_bytes(), path.name, real()).state == "current", path.name


def test_without_a_browser_all_the_rest_is_made(tmp_path: Path, without_browser, capsys: Out):
    assert run("all", "--out", tmp_path / "x") == 1
    suffixes = {path.suffix for path in (tmp_path / "x").iterdir()}
    assert suffixes == {".svg", ".pptx", ".xlsx", ".csv", ".json", ".html", ".zip"}
    told = capsys.readouterr().err.splitlines()[-1]
    assert told.startswith("Not made: network_2014-2025_as-of-2024-11-15.png, network_2014-2025_")
    assert told.endswith(". No browser here. Install one.")


def test_a_picture_without_a_browser_is_refused_with_its_cure(
    tmp_path: Path, without_browser, capsys: Out
):
    assert figure(tmp_path / "x.png") == 1
    assert capsys.readouterr().err == "x.png was not made. No browser here. Install one.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--format", "csv", "--size", "0x0"), "0x0 is no size."),
        (("--format", "csv", "--size", "1e3x9"), "1e3x9 is no size."),
        (
            ("--format", "png", "--size", "300x300"),
            "300x300 is no size. Fix: slide, square, portrait, a4-half, or width x height in px as "
            "1200x800. A picture is between 480 x 360 and 4000 x 4000 px.",
        ),
        (("--format", "csv", "--size", "99999x900"), "99999x900 is no size."),
        (
            ("--format", "csv", "--choice", "show=nothing"),
            "does not offer show=nothing. Fix: show=",
        ),
        (("--format", "csv", "--choice", "role"), "network does not offer role=."),
        ((), "Which format? Fix: --format with one of png, svg, pdf, pptx, xlsx, csv, html, zip."),
    ],
)
def test_what_cannot_be_used_is_told(more: tuple[str, ...], told: str, tmp_path: Path, capsys: Out):
    assert figure(tmp_path / "x", *more) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_figure_or_format_is_told(tmp_path: Path, capsys: Out):
    for words in (("figure", "nothing", "--out", "x"), ("figure", "reach", "--format", "doc")):
        with pytest.raises(SystemExit) as stopped:
            run(*words)
        assert stopped.value.code == 2
    assert "invalid choice: 'nothing'" in capsys.readouterr().err


def test_an_empty_data_folder_has_nothing_to_draw(tmp_path: Path, capsys: Out):
    (tmp_path / "data").mkdir()
    out = tmp_path / "x.csv"
    assert main(["figure", "network", "--out", str(out), "--data", str(tmp_path / "data")]) == 1
    assert "The data hold nothing that network could draw." in capsys.readouterr().err
    assert not out.exists()
    assert main(["list", "--data", str(tmp_path / "nothing")]) == 2


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, capsys: Out):
    assert figure(tmp_path / "missing" / "x.csv") == 2
    assert "cannot be written: No such file or directory." in capsys.readouterr().err
    (tmp_path / "x.csv").mkdir()
    assert figure(tmp_path / "x.csv") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


def test_the_states_and_their_codes(tmp_path: Path, capsys: Out):
    out = tmp_path / "x.html"
    figure(out)
    later = tmp_path / "later"
    copied(later, lambda t: t.replace("129 members in 108", "129 members in 109")
           .replace("108 countries", "109 countries").replace("value: 108\n", "value: 109\n")
           .replace('"108"', '"109"'))  # fmt: skip
    capsys.readouterr()
    assert main(["verify", str(out), "--data", str(later)]) == 3
    assert "  Countries with members, CSTD 2025: says was “108” and is now “109”.\n" in (
        capsys.readouterr().out
    )
    out.write_bytes(html.write(real_job("network")).replace(b"'>129</a>", b"'>131</a>"))
    assert run("verify", out) == 5
    assert capsys.readouterr().out == (
        "x.html: changed by hand\n  The table says “131”; the receipt holds “129”.\n"
    )
    out.write_bytes(b"<html>nothing</html>")
    assert run("verify", out) == 4
    assert capsys.readouterr().out == (
        "x.html: no receipt\n  No receipt found; type the code under the picture.\n"
    )
    assert run("verify", tmp_path / "none.png") == 2
    assert run("verify") == 2


def test_a_code_is_verified(capsys: Out):
    code = real_job("reach").receipt.code
    assert run("verify", "--code", code) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{code}: current"
    assert run("verify", "--code", "RE-0000000") == 3
    assert run("verify", "--code", "nonsense") == 4


def test_a_very_large_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
):
    monkeypatch.setattr(commands, "LARGEST_FILE", 10)
    (tmp_path / "x.csv").write_bytes(csv.write(real_job("network")))
    assert run("verify", tmp_path / "x.csv") == 2
    assert "is larger than 10 bytes" in capsys.readouterr().err

"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facts.__main__ import main
from tests.facts.folder import DataFolder

ROOT = Path(__file__).parents[2]
VALUE = (
    "the value is 13, but '12' in the quote reads as 12.",
    "write value: 12, or name another number of the quote in value_text.",
)


def test_check_of_good_data(data: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(data.path)]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "7 facts, 1 activity proved in 1 submission; 0 problems.\n"


def test_check_of_bad_data(
    data: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data.edit("  value: 12\n", "  value: 13\n")
    monkeypatch.chdir(data.path.parent)
    file = "data/submissions/first/submission.yaml"
    assert main(["check", "--data", "data"]) == 1
    told = capsys.readouterr()
    assert told.out == f"{file}:20:10: facts.network-members.value: {VALUE[0]} Fix: {VALUE[1]}\n"
    assert told.err == "6 facts, 1 activity proved in 1 submission; 1 problem.\n"
    assert main(["check", "--data", str(data.path), "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        f"::error file={file},line=20,col=10,title=facts.network-members.value::"
        f"facts.network-members.value: {VALUE[0]} Fix: {VALUE[1]}\n"
    )
    assert main(["check", "--data", "data", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": file, "line": 20, "column": 10, "field": "facts.network-members.value",
            "what": VALUE[0], "fix": VALUE[1], "level": "error",
        }
    ]  # fmt: skip


def test_table(data: DataFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = ["table", "--data", str(data.path), "--format", "csv"]
    assert main(words) == 0
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert lines[0].startswith(
        "submission,fact,indicator,value,value_low,value_high,bound,unit,wording,scope,time_start,"
        "time_end,time_basis,places,said_by,section,quote,char_start,char_end,"
    )
    assert lines[2].startswith(
        "first,network-countries,countries,10,10,,more_than,countrys,countries,own,2024-05-15,"
        "2024-05-15,stated,,,paragraph 1,"
        "our network has 12 members and partners in over 10 countries,"
    )
    out = tmp_path / "table.csv"
    assert main([*words, "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_bytes() == printed.encode()


def test_table_as_json_leaves_out_what_is_not_proved(
    data: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data.edit("  value: 12\n", "  value: 13\n")
    assert main(["table", "--data", str(data.path), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert [row["fact"] for row in json.loads(told.out)] == [
        "network-countries", "workshops", "seen", "seen-countries", "teams", "new-teams",
    ]  # fmt: skip
    assert told.err == (
        "1 problem in the data: what they concern is left out; python -m facts check tells them.\n"
    )


def test_table_to_a_folder_that_is_not_there(
    data: DataFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "none" / "table.csv"
    assert main(["table", "--data", str(data.path), "--out", str(out)]) == 2
    assert capsys.readouterr().err == f"{out} cannot be written: No such file or directory.\n"


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", "--data", str(tmp_path / "none")]) == 1
    assert "there is no such data folder." in capsys.readouterr().out


def test_the_folder_of_the_environment(data: DataFolder) -> None:
    env = {**os.environ, "FACTS_DATA": str(data.path), "PYTHONIOENCODING": "ascii"}
    words = [sys.executable, "-m", "facts", "table"]
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, check=True)
    assert b"1\xe2\x80\x9320%" in done.stdout
    assert done.stderr == b""

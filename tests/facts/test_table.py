"""The table as CSV and JSON: numbers as they were written, text that no spreadsheet runs."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from facts.console import write_whole
from facts.frame import as_csv, as_json

ROWS = pd.DataFrame(
    {
        "value": [100.0, 7.25, float("nan")],
        "text": ['=1+1, "x"', "a\nb", ""],
        "whole": [1, 2, 3],
        "flag": [True, False, True],
        "day": pd.to_datetime(["2024-05-15", "", "2023-01-01"]),
    }
)


def test_csv() -> None:
    assert as_csv(ROWS) == (
        "value,text,whole,flag,day\n"
        '100,"\'=1+1, ""x""",1,true,2024-05-15\n'
        '7.25,"a\nb",2,false,\n'
        ",,3,true,2023-01-01\n"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(start: str) -> None:
    rows = pd.DataFrame({"text": [f"{start}1", f"1{start}"], "number": [-1, 1]})
    assert as_csv(rows) == f"text,number\n'{start}1,-1\n1{start},1\n"


def test_json_is_exact() -> None:
    assert json.loads(as_json(ROWS)) == [
        {"value": 100, "text": '=1+1, "x"', "whole": 1, "flag": True, "day": "2024-05-15"},
        {"value": 7.25, "text": "a\nb", "whole": 2, "flag": False, "day": None},
        {"value": None, "text": "", "whole": 3, "flag": True, "day": "2023-01-01"},
    ]


def test_a_file_is_written_whole_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    write_whole(path, "é\n".encode())
    assert path.read_bytes() == "é\n".encode()

    def fail(self: Path, target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no"):
        write_whole(path, b"other")
    assert path.read_bytes() == "é\n".encode()
    assert list(tmp_path.iterdir()) == [path]

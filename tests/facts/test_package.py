"""The package of the real data, and of small hostile ones, must be valid, exact and whole."""

from __future__ import annotations

import csv
import hashlib
import json
import math
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest
from frictionless import validate

import settings
from facts.__main__ import main
from facts.corpus import Corpus
from facts.frame import frame
from facts.load import load
from facts.package import Refused, write_package
from facts.package.package_rows import SHARED, time_period
from facts.package.tables import TABLES, schema
from tests.facts.folder import DataFolder, put, sha256

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(ROOT / "data", "data")


@pytest.fixture(scope="module")
def real(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the real data."""
    out = tmp_path_factory.mktemp("real") / "package"
    write_package(corpus, ROOT / "data", out)
    return out


def made(data: DataFolder, name: str = "package") -> Path:
    """The package of a data folder that has no problem."""
    found = load(data.path, "data")
    assert [str(problem) for problem in found.problems] == []
    out = data.path.parent / name
    write_package(found, data.path, out)
    return out


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def descriptor(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def faults(folder: Path) -> set[tuple[str, str | None]]:
    """What the validator of the standard finds: the type of each error and its column."""
    found = validate(str(folder / "datapackage.json")).flatten(["type", "fieldName"])
    return {(kind, column) for kind, column in found}


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_real_data_are_valid(real: Path, corpus: Corpus) -> None:
    assert validate(str(real / "datapackage.json")).valid
    found = descriptor(real)
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [one["path"] for one in found["sources"]] == [
        f"submissions/{sub.head.id}.txt" for sub in corpus.submissions
    ]
    sizes = {one["path"]: (one["bytes"], one["hash"]) for one in found["resources"]}
    files = contents(real)
    del files["datapackage.json"]
    assert sizes == {
        path: (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        for path, data in files.items()
        if not path.endswith(".parquet")
    }
    assert len(table(real, "facts")) == sum(len(sub.facts) for sub in corpus.submissions) > 0


def test_values_are_those_of_the_tidy_table(real: Path, corpus: Corpus) -> None:
    same = {"indicator": "INDICATOR", "unit": "UNIT_MEASURE"} | {name: name for name in SHARED}
    tidy = frame(corpus)
    for written, row in zip(table(real, "facts"), tidy.to_dict("records"), strict=True):
        for name, column in same.items():
            cell, value = written[column], row[name]
            if isinstance(value, float):
                assert (float(cell) if cell else math.nan) == pytest.approx(value, 0, 0, True)
            else:
                assert cell == (str(value).lower() if isinstance(value, bool) else str(value))


def test_sources_are_the_received_bytes(real: Path, corpus: Corpus) -> None:
    for sub, row in zip(corpus.submissions, table(real, "submissions"), strict=True):
        received = (ROOT / "data/submissions" / sub.head.id / sub.head.source.file).read_bytes()
        assert (real / row["source"]).read_bytes() == received
        assert row["source_sha256"] == hashlib.sha256(received).hexdigest()


BREAKS = {
    "a word for a number": (",exact,12,", ",exact,twelve,", ("type-error", "value")),
    "an unknown bound": (",exact,12,", ",precise,12,", ("constraint-error", "bound")),
    "an unknown status": ("2024-05-15,stated,12,D,", "2024-05-15,stated,12,Z,",
                          ("constraint-error", "OBS_STATUS")),
    "an unknown indicator": ("first/workshops,workshops", "first/workshops,shops",
                             ("foreign-key", None)),
    "a part of nothing": ("first/teams,false", "first/crews,false", ("foreign-key", None)),
    "a name twice": ("first/network-countries,", "first/network-members,", ("primary-key", None)),
    "a name missing": ("first/network-countries,", ",", ("constraint-error", "ref")),
    "a country in words": ("JOR KEN NPL", "Jordan", ("constraint-error", "REF_AREA")),
    "a column of another name": ("OBS_VALUE", "VALUE", ("incorrect-label", "OBS_VALUE")),
}  # fmt: skip


@pytest.mark.parametrize("case", BREAKS)
def test_the_validator_finds_what_is_broken(data: DataFolder, case: str) -> None:
    old, new, fault = BREAKS[case]
    out = made(data)
    text = (out / "facts.csv").read_text("utf-8")
    assert old in text
    put(out / "facts.csv", text.replace(old, new, 1))
    described = descriptor(out)  # with the hash mended, so that the schema itself must find it
    described["resources"][0]["bytes"] = (out / "facts.csv").stat().st_size
    described["resources"][0]["hash"] = f"sha256:{sha256(text.replace(old, new, 1))}"
    put(out / "datapackage.json", json.dumps(described))
    assert fault in faults(out)


@pytest.mark.parametrize("path", ["submissions/first.txt", "annotations.json", "dataset.jsonld"])
def test_a_changed_file_is_found(data: DataFolder, path: str) -> None:
    out = made(data)
    put(out / path, (out / path).read_text("utf-8").replace("2", "3", 1))
    assert faults(out) == {("hash-count", None)}


def test_a_range_and_a_bound_have_no_value_invented(data: DataFolder) -> None:
    names = ("fact", "bound", "OBS_VALUE", "OBS_STATUS", "value", "value_low", "value_high",
             "TIME_PERIOD", "time_kind", "REF_AREA", "says")  # fmt: skip
    assert [tuple(row[name] for name in names) for row in table(made(data), "facts")] == [
        ("network-members", "exact", "12", "D", "12", "12", "12",
         "2024-05-15", "day_of_writing", "", "12"),
        ("network-countries", "more_than", "", "L", "10", "10", "",
         "2024-05-15", "day_of_writing", "", "over 10"),
        ("workshops", "exact", "3", "A", "3", "3", "3", "2023", "point", "JOR KEN NPL", "3"),
        ("seen", "range", "", "L", "", "1", "20", "", "not_stated", "", "1 to 20%"),
        ("seen-countries", "exact", "4", "A", "4", "4", "4", "", "not_stated", "", "4"),
        ("teams", "exact", "3", "A", "3", "3", "3",
         "2024-05-15", "day_of_writing", "PER CHL TGO", "3"),
        ("new-teams", "exact", "7", "A", "7", "7", "7", "2024-05-15", "day_of_writing", "", "7"),
    ]  # fmt: skip


@pytest.fixture
def later(data: DataFolder) -> DataFolder:
    """With `differs` before, one submission more: its own definition, and about, and copied."""
    text = (
        data.yaml.read_bytes().decode().replace("wording: members and partners", "wording: members")
    )
    source = data.source.read_bytes().decode().replace("members and partners", "members")
    for old, new in (("id: first", "id: later"), ("2024-05-15", "2025-05-15")):
        text = text.replace(old, new)
    text, source = (
        one.replace("members and partners in", "members in").replace("15 May 2024", "15 May 2025")
        .replace("we held 3", "we held about 3") for one in (text, source)
    )  # fmt: skip
    text = text.replace("  value: 3\n  bound: exact\n  wording: workshops",
                        "  value: 3\n  bound: about\n  wording: workshops")  # fmt: skip
    text = text.replace("  places: {role: host, list: [JOR, KEN, NPL], complete: true}\n", "")
    text = text.replace(
        "- id: teams\n", "- id: teams\n  carried_from: {submission: first, fact: teams}\n"
    )
    text = text.replace("[PER, CHL, TGO], complete: true", "[PER, CHL, TGO], complete: false")
    digest = sha256(data.source.read_bytes().decode())
    put(data.path / "submissions/later/source.txt", source)
    put(data.path / "submissions/later/submission.yaml", text.replace(digest, sha256(source)))
    return data


def test_statuses_and_what_is_carried_over(later: DataFolder) -> None:
    out = made(later)
    assert faults(out) == set()
    rows = {row["ref"]: row for row in table(out, "facts")}
    status = {ref: (row["OBS_STATUS"], row["obs_status_all"]) for ref, row in rows.items()}
    assert status["first/network-members"] == ("D", "D")
    assert status["later/network-members"] == ("B", "B")
    assert status["later/network-countries"] == ("L", "L")
    assert status["later/workshops"] == ("E", "E")
    assert rows["later/workshops"]["OBS_VALUE"] == "3"
    assert rows["later/teams"]["carried_from"] == "first/teams"
    assert rows["later/teams"]["carried_from_submission"] == "first"
    area = [rows["later/teams"][name] for name in ("REF_AREA", "places", "places_complete")]
    assert area == ["", "PER CHL TGO", "false"]
    file, copied = "submissions/later/submission.yaml", "carried_from: {submission: first}"
    later.edit("- id: network-members\n", f"- id: network-members\n  {copied}\n", file)
    again = {row["ref"]: row["OBS_STATUS"] for row in table(made(later), "facts")}
    assert again["later/network-members"] == "A"  # told again, not counted anew
    later.edit("members and partners: differs", "members and partners: same", "indicators.yaml")
    again = {row["ref"]: row["OBS_STATUS"] for row in table(made(later), "facts")}
    assert again["first/network-members"] == again["later/network-members"] == "A"


def test_a_reference_to_what_was_left_out_is_empty(later: DataFolder) -> None:
    later.edit(
        "  value: 3\n  bound: exact\n  wording: teams",
        "  value: 4\n  bound: exact\n  wording: teams",
    )
    out = later.path.parent / "package"
    found = load(later.path, "data")
    assert found.problems and found.fact("first/teams") is None and found.fact("later/teams")
    write_package(found, later.path, out)
    assert faults(out) == set()
    rows = {row["ref"]: row for row in table(out, "facts")}
    assert (rows["later/teams"]["carried_from"], rows["first/new-teams"]["part_of"]) == ("", "")


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        ("", "", ""), ("2024", "2024", "2024"), ("2024-05-15", "2024-05-15", "2024-05-15"),
        ("2011", "2013", "2011-01-01/P3Y"), ("2023-03", "2024-09", "2023-03-01/P19M"),
        ("2011", "2013-01", "2011-01-01/P25M"), ("2024-02-28", "2024-03-01", "2024-02-28/P3D"),
        ("2024-11-15", "2025-12", "2024-11-15/P412D"),
    ],
)  # fmt: skip
def test_time_periods(start: str, end: str, period: str) -> None:
    assert time_period(start, end) == period


def assert_offsets(out: Path) -> None:
    """Every annotation selects, in the shipped bytes, the passage that it quotes."""
    rows, page = table(out, "facts"), json.loads((out / "annotations.json").read_text("utf-8"))
    items = page["first"]["items"]
    assert [item["id"] for item in items] == [f"annotations.json#{row['ref']}" for row in rows]
    for number, (row, item) in enumerate(zip(rows, items, strict=True), start=2):
        assert item["body"][1]["selector"]["value"] == f"row={number}"
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        first = targets[0]["selector"][1]
        assert (first["start"], first["end"]) == (int(row["char_start"]), int(row["char_end"]))
        for target in targets:
            text = (out / target["source"]).read_bytes().decode("utf-8")
            quote, place = target["selector"]
            assert quote["exact"] == text[place["start"] : place["end"]] != ""
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            begin = place["start"] - len(quote["prefix"])
            assert text[begin : begin + len(around)] == around
            assert min(len(quote["prefix"]), 32) == min(place["start"], 32)


def test_offsets_select_the_quotes(real: Path) -> None:
    assert_offsets(real)
    for row in table(real, "facts"):
        source = (real / "submissions" / f"{row['submission']}.txt").read_bytes().decode()
        if row["number_start"] and row["counted"] == "false":
            number = source[int(row["number_start"]) : int(row["number_end"])]
            assert number and number in source[int(row["char_start"]) : int(row["char_end"])]


HOSTILE = (
    '=HYPERLINK("http://x.example","a"), <script>alert(1)</script> \u2028 \U0001f600 ; \'\t| #'
)


def test_hostile_text_stays_exact(data: DataFolder) -> None:
    text = data.source.read_bytes().decode().replace("\n", "\r\n")
    data.edit_source(data.source.read_bytes().decode(), "\ufeff\U0001f600 " + text)
    quoted = json.dumps(HOSTILE, ensure_ascii=False).replace("\u2028", "\\u2028")
    data.edit("section: paragraph 2", f"section: {quoted}\n  note: '-1+1'")
    data.edit("  spread: across 4 countries", "  spread: '@a,\"b\"'")
    data.edit("citation: The network, first report, 2024.", f"citation: {quoted}")
    data.edit("  what: Teams", '  what: "a\\rb"')
    data.edit("label: {en: Label of teams}", "label: {en: '+1'}", "indicators.yaml")
    out = made(data)
    assert faults(out) == set()
    rows = {row["fact"]: row for row in table(out, "facts")}
    assert (rows["workshops"]["section"], rows["workshops"]["note"]) == (HOSTILE, "-1+1")
    assert table(out, "mentions")[0]["what"] == "a\rb"
    assert rows["seen"]["spread"] == '@a,"b"'
    assert table(out, "submissions")[0]["citation"] == HOSTILE
    assert (out / "submissions/first.txt").read_bytes() == data.source.read_bytes()
    assert_offsets(out)
    assert rows["network-members"]["char_start"] == str(text.index("our network") + 3)


def test_a_submission_without_facts_is_valid(data: DataFolder) -> None:
    text = data.yaml.read_bytes().decode().partition("facts:\n")[0]
    put(data.yaml, text + "set_aside:\n- {quote: The teams are 12 years old, class: duration}\n")
    out = data.path.parent / "package"
    write_package(load(data.path, "data"), data.path, out)
    assert faults(out) == set()
    assert [len(table(out, one.name)) for one in TABLES] == [0, 0, 0, 6, 1]


def test_the_same_data_give_the_same_bytes(data: DataFolder) -> None:
    once = contents(made(data))
    assert contents(made(data, "other")) == once
    again = data.path.parent / "again"
    command = [sys.executable, "-m", "facts", "package", "--data", str(data.path)]
    done = subprocess.run(
        [*command, "--out", str(again)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"7 facts in 14 files: {again}\n"
    assert contents(again) == once
    version = descriptor(again)["version"]
    assert json.loads(once["dataset.jsonld"])["version"] == version
    data.edit("title: Meeting", "title: Gathering")
    assert descriptor(made(data, "changed"))["version"] != version


def test_the_example_of_the_page_reads_the_package(
    real: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "data-package.md").read_text("utf-8")
    query = page.partition("```sql\n")[2].partition("```")[0]
    monkeypatch.chdir(real)
    read = duckdb.execute(query)
    assert [column[0] for column in read.description or ()] == [
        "submission",
        "written_end",
        "says",
        "unit",
        "quote",
    ]
    rows = read.fetchall()
    refs = {(row[0], row[4]) for row in rows}
    tidy = frame(corpus)
    members = tidy[tidy["indicator"] == "members"]
    assert refs == set(zip(members["submission"], members["quote"], strict=True)) and rows


@pytest.mark.parametrize("name", [one.name for one in TABLES])
def test_the_parquet_files_hold_what_the_tables_hold(real: Path, name: str) -> None:
    rows = duckdb.execute(f"SELECT * FROM '{real / name}.parquet'").fetchall()
    told = [
        ["" if cell is None else cell if isinstance(cell, str) else float(cell) for cell in row]
        for row in rows
    ]
    wanted = [list(row.values()) for row in table(real, name)]
    flags = {"true": 1.0, "false": 0.0}
    kinds = [one.type for one in next(one for one in TABLES if one.name == name).columns]
    assert told == [
        [
            flags.get(cell) if cell and kind == "boolean"
            else float(cell) if cell and kind in ("number", "integer") else cell
            for cell, kind in zip(row, kinds, strict=True)
        ]
        for row in wanted
    ]  # fmt: skip


def test_one_version_is_said_everywhere(real: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with pytest.raises(SystemExit):
        main(["--version"])
    said = capsys.readouterr().out.strip()
    assert project["version"] == settings.VERSION == said == descriptor(real)["generatorVersion"]


def test_a_package_is_replaced_whole(data: DataFolder) -> None:
    out = made(data)
    put(out / "facts.csv", "half written")
    (out / "mentions.csv").unlink()
    data.edit("title: Meeting", "title: Gathering")
    assert table(made(data), "activities")[0]["title"] == "Gathering"
    assert faults(out) == set()
    assert sorted(one.name for one in data.path.parent.iterdir()) == ["data", "package"]


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_failure_changes_nothing(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    before, calls, rename = contents(made(data)), [0], Path.rename

    def failing(self: Path, target: Path) -> Path:
        calls[0] += 1
        if calls[0] == fails_at:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    data.edit("title: Meeting", "title: Gathering")
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(Refused, match=r"No space left on device. Nothing was changed. Fix: "):
        made(data)
    assert contents(data.path.parent / "package") == before
    assert sorted(one.name for one in data.path.parent.iterdir()) == ["data", "package"]


REFUSALS = {
    "foreign files": ("out", {"out/thesis.txt": "x"}, "out holds 'thesis.txt', which is not of a"),
    "a file more": ("package", {"package/mine.txt": "x"}, "package holds 'mine.txt', which is not"),
    "a folder more": ("package", {"package/mine/x": "x"}, "package holds 'mine', which is not"),
    "another package": ("out", {"out/datapackage.json": '{"resources": [], "generator": 1}'},
                        "out holds 'datapackage.json', which is not"),
    "no package": ("out", {"out/datapackage.json": "[[["}, "out holds 'datapackage.json'"),
    "a file": ("out", {"out": "x"}, "out is a file, and is not written over. Fix: name a new"),
    "no parent": ("a/b/out", {}, "there is no folder to put"),
    "inside the data": ("data/out", {}, "lie one in the other, and data is not written over. Fix"),
    "the data": ("data", {}, "lie one in the other"),
    "around the data": (".", {}, "lie one in the other"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
def test_refused(data: DataFolder, capsys: pytest.CaptureFixture[str], case: str) -> None:
    name, files, message = REFUSALS[case]
    made(data)
    here = data.path.parent
    for path, text in files.items():
        put(here / path, text)
    before = contents(here)
    assert main(["package", "--data", str(data.path), "--out", str(here / name)]) == 2
    said = capsys.readouterr().err
    assert message in said and "Fix: " in said and said.count("\n") == 1
    assert contents(here) == before


def test_nothing_to_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    assert main(["package", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "o")]) == 2
    assert (
        "so there is nothing to package. Fix: run python -m facts check" in capsys.readouterr().err
    )
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_an_unnamed_organisation_and_a_changed_source_are_refused(data: DataFolder) -> None:
    out, found = data.path.parent / "package", load(data.path, "data")
    put(data.source, data.source.read_bytes().decode() + "More.")
    with pytest.raises(Refused, match=r"source\.txt was changed while it was read\. Fix: run"):
        write_package(found, data.path, out)
    put(data.source, data.source.read_bytes().decode().removesuffix("More."))
    organisation = (data.path / "organisation.yaml").read_bytes()
    (data.path / "organisation.yaml").unlink()
    with pytest.raises(Refused, match=r"organisation\.yaml could not be read\. Fix: run"):
        write_package(load(data.path, "data"), data.path, out)
    (data.path / "organisation.yaml").write_bytes(organisation)
    data.source.unlink()
    with pytest.raises(Refused, match=r"the file is missing\. Fix: put source\.txt there"):
        write_package(found, data.path, out)
    assert not out.exists()


def test_the_language_of_a_text_is_told_and_whether_it_was_guessed(real: Path) -> None:
    subs = [(row["language"], row["language_guessed"]) for row in table(real, "submissions")]
    assert subs == [("en", "true")] * 5
    assert {row["language"] for row in table(real, "facts")} == {"en"}


def test_an_empty_folder_is_filled(data: DataFolder) -> None:
    (data.path.parent / "package").mkdir()
    assert faults(made(data)) == set()
    shutil.rmtree(data.path.parent / "package")


def test_the_page_tells_of_every_column() -> None:
    page = (ROOT / "docs/data-package.md").read_text("utf-8")
    for one in TABLES:
        part = page.partition(f"\n### {one.path}\n")[2].partition("\n### ")[0]
        told = [line for line in part.splitlines() if line.startswith("| `")]
        wanted = []
        for field in schema(one)["fields"]:
            limits = field.get("constraints", {})
            allowed = f" One of: {', '.join(limits['enum'])}." if "enum" in limits else ""
            always = "yes" if limits.get("required") else ""
            about = f"{field['description']}{allowed}"
            wanted.append(f"| `{field['name']}` | {field['type']} | {always} | {about} |")
        assert told == wanted


def test_the_validator_is_not_needed_to_run() -> None:
    assert "frictionless" not in (ROOT / "requirements.txt").read_text("utf-8")
    used = "import facts.package, sys; print('frictionless' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", used], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "False\n"

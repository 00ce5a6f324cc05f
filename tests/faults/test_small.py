"""A small, fixed part of the bad inputs of `make fuzz`, and each bug that it found, by itself."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from curate.journal import makes_sense, state_of
from decks.deck import Deck, Slide
from export.slides.deck_file import write_deck
from export.slides.template import TemplateProblem
from facts import frame
from facts.console import write_whole
from facts.disk import Disk
from facts.load import Memory, load
from facts.problems import as_json, as_text
from tests.export.made import small as small_facts
from tests.export.older import packed, parts
from tests.export.templates import brand
from tests.faults import doors
from tests.faults.asgi import app
from tests.faults.packages import LAUGHS
from tests.faults.trying import tried
from tests.faults.writes import SHOWN, small
from ui.widgets import html

TRIES = {
    "yaml": 45, "sources": 12, "addresses": 30, "uploads": 30, "templates": 12, "decks": 15,
    "read-back": 18, "going-out": 10, "commands": 30, "cache": 4,
}  # fmt: skip
SEED = 7
DECK = Deck(title="A deck", slides=(Slide(kind="title", title="One"),))


def test_every_door_is_tried():
    assert {door.NAME for door in doors.DOORS} == TRIES.keys()


@pytest.mark.parametrize("name", TRIES)
def test_bad_input_at_a_door(name: str):
    door = doors.BY_NAME[name]
    found = [one for at in range(TRIES[name]) if (one := tried(door, SEED, at))]
    assert [f"{one.again}\n{one.why}" for one in found] == []


def test_a_folder_whose_name_is_no_utf_8_is_told(tmp_path: Path):
    data = small(tmp_path)
    (data / "submissions" / "b\udcffd").mkdir()
    problems = load(data, SHOWN).problems
    assert len(problems) == 1
    for printed in (as_text(problems), as_json(problems), html.text(problems[0].file)):
        printed.encode("utf-8")
    assert "submissions/b\\udcffd/submission.yaml" in as_text(problems)


def test_a_source_with_a_name_of_300_letters_is_missing(tmp_path: Path):
    data = small(tmp_path)
    file = data / "submissions" / "first" / "submission.yaml"
    file.write_bytes(file.read_bytes().replace(b"file: source.txt", b"file: " + b"x" * 300))
    told = [one.what for one in load(data, SHOWN).problems]
    assert any(what.endswith("the file is missing.") for what in told)


def test_facts_come_back_when_indicators_are_mended(tmp_path: Path):
    data = small(tmp_path)
    memory = Memory(Disk(data))
    whole = load(data, SHOWN, memory)
    text = (data / "indicators.yaml").read_bytes()
    (data / "indicators.yaml").write_bytes(b"null")
    assert list(load(data, SHOWN, memory).facts()) == []
    (data / "indicators.yaml").write_bytes(text)
    assert load(data, SHOWN, memory) == whole


def test_a_step_that_makes_no_sense_changes_nothing_and_holds_its_place():
    skip = {"do": "skip", "card": "n1"}
    bad: tuple[Any, ...] = (
        {"do": ["skip"], "card": "n2"},
        {"do": "mark", "card": "m1", "start": None},
        {"do": "decide", "card": "n3", "facts": {"n3": {}}},
        {"do": "skip", "card": {}},
        {"do": "indicator", "fields": {"id": []}},
        {"do": "class"},
    )
    for line in bad:
        assert not makes_sense(line)
        state = state_of([skip, line])
        assert (state.skipped, len(state.steps)) == (["n1"], 2)
        assert state_of([skip, line, {"do": "undo"}]).skipped == ["n1"]


@pytest.mark.parametrize("part", ["ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"])
def test_a_template_with_a_broken_part_or_with_entities_is_refused(part: str):
    held = parts(brand())
    for bad in (packed(held | {part: b"<a"}), packed(held | {part: LAUGHS}), brand()[:-2000]):
        with pytest.raises(TemplateProblem):
            write_deck(DECK, small_facts(), bad)


def test_no_cell_of_the_table_runs_or_begins_a_line():
    rows = small_facts().frame.copy()
    for text in ("\r=1+1", "\t=1+1", "\uff1d1+1", "\n@SUM(1)"):
        rows["quote"] = text
        read = list(csv.DictReader(io.StringIO(frame.as_csv(rows), newline="")))
        assert [one["quote"] for one in read] == [f"'{text}"] * len(rows)


def test_a_path_too_long_for_a_file_is_not_found():
    path = f"/app/static/{'a' * 5000}"
    assert app().ask("GET", path, path.encode(), b"", (), b"").status == 404


def test_half_a_file_that_a_killed_process_left_is_in_nobodys_way(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("os.getpid", lambda: 7)
    (tmp_path / ".a.csv.7.part").write_bytes(b"half")
    write_whole(tmp_path / "a.csv", b"whole")
    assert (tmp_path / "a.csv").read_bytes() == b"whole"

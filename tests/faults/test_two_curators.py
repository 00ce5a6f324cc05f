"""Two curators at once: no save is lost, and who comes second is told, with both texts at hand."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from random import Random

import pytest

from curate import edit_fact
from curate.errors import Conflict, NotSaved
from facts.load import load
from tests.faults.writes import SHOWN, small
from tests.support.patience import WITHIN
from tests.support.real import ROOT

FACTS = {"first": ("teams", "network-members", "workshops"), "second": ("partners",)}
MANY = 25  # saves of each curator
PROGRAM = """
import sys
from pathlib import Path
from tests.faults.test_two_curators import curator
curator(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
"""


def curator(data: Path, name: str, seed: int) -> list[str]:
    """Adds a mark of its own to notes of facts, again wherever somebody else was quicker."""
    chance, told = Random(seed), []
    for count in range(MANY):
        sub = chance.choice(sorted(FACTS))
        ref = f"{sub}/{chance.choice(FACTS[sub])}"
        mark = f"({name}{count})"
        work = edit_fact.open_fact(data, load(data, SHOWN), ref)
        while True:
            if chance.random() < 0.3:
                time.sleep(chance.random() / 100)
            wanted = {**work.fields, "note": work.fields.get("note", "Seen by") + " " + mark}
            try:
                edit_fact.save(work, wanted)
                break
            except Conflict as conflict:
                assert mark in conflict.mine
                assert mark not in conflict.theirs
                told.append(mark)
                work = edit_fact.open_fact(data, load(data, SHOWN), ref)
    print(f"{name}: {len(told)} conflicts in {MANY} saves")
    return told


def marks(data: Path) -> list[str]:
    """Every mark in the files, by curator and number."""
    texts = [path.read_bytes().decode() for path in data.rglob("submission.yaml")]
    return sorted(re.findall(r"\(\w\d+\)", " ".join(texts)))


@pytest.mark.broad
@pytest.mark.parametrize("seed", range(2))
def test_two_processes_and_two_threads_lose_nothing(tmp_path: Path, seed: int) -> None:
    data = small(tmp_path)
    runs = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, str(data), name, str(seed * 9 + at)],
                         cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for at, name in enumerate("ab")
    ]  # fmt: skip
    failed: list[BaseException] = []

    def run(name: str, number: int) -> None:
        try:
            curator(data, name, number)
        except BaseException as error:
            failed.append(error)

    threads = [
        threading.Thread(target=run, args=(n, seed * 9 + 5 + at)) for at, n in enumerate("cd")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    said = [one.communicate(timeout=WITHIN)[0] for one in runs]
    print("\n" + "".join(said))
    assert [one.returncode for one in runs] == [0, 0]
    assert failed == []
    assert marks(data) == sorted(f"({name}{at})" for name in "abcd" for at in range(MANY))
    assert load(data, SHOWN).problems == ()


@pytest.mark.broad
def test_a_save_over_an_editor_at_work_keeps_what_was_typed(tmp_path: Path) -> None:
    """Some hundred orders of: open, a change by hand, save, one's own text on top of theirs."""
    data, conflicts = small(tmp_path), 0
    file = data / "submissions" / "first" / "submission.yaml"
    for seed in range(150):
        chance = Random(seed)
        ref = f"first/{chance.choice(FACTS['first'])}"
        work = edit_fact.open_fact(data, load(data, SHOWN), ref)
        typed = f"# Typed by hand {seed}.\n"
        by_hand = chance.random() < 0.6
        if by_hand:
            file.write_bytes(file.read_bytes() + typed.encode())
        wanted = {**work.fields, "note": f"Saved {seed}."}
        try:
            edit_fact.save(work, wanted)
            assert not by_hand, "a change by hand was written over"
        except Conflict as conflict:
            conflicts += 1
            assert typed in conflict.theirs and f"Saved {seed}." in conflict.mine
            if chance.random() < 0.5:
                more = f"# More {seed}.\n"
                file.write_bytes(file.read_bytes() + more.encode())
                with pytest.raises(Conflict):
                    edit_fact.save(work, wanted, over=conflict.theirs)
                edit_fact.save(work, wanted, over=file.read_bytes().decode())
                assert more in file.read_bytes().decode()
            else:
                edit_fact.save(work, wanted, over=conflict.theirs)
        text = file.read_bytes().decode()
        assert f"Saved {seed}." in text and (typed in text) == by_hand
    assert load(data, SHOWN).problems == ()
    print(f"\n150 orders, {conflicts} conflicts")
    assert conflicts > 50


@pytest.mark.broad
def test_an_editor_that_writes_during_a_save_is_not_written_over(tmp_path: Path) -> None:
    """An editor writes at a random moment of a save: what was typed is there in any case."""
    data = small(tmp_path)
    file = data / "submissions" / "first" / "submission.yaml"
    outcomes = set()
    for seed in range(60):
        chance = Random(seed)
        work = edit_fact.open_fact(data, load(data, SHOWN), "first/teams")
        typed = f"# Typed by hand {seed}.\n"
        started = threading.Event()

        def edit(typed: str = typed, wait: float = chance.random() / 30) -> None:
            started.wait()  # noqa: B023
            time.sleep(wait)
            file.write_bytes(file.read_bytes() + typed.encode())

        editor = threading.Thread(target=edit)
        editor.start()
        started.set()
        try:
            edit_fact.save(work, {**work.fields, "note": f"Saved {seed}."})
            outcomes.add("saved")
        except NotSaved:
            outcomes.add("refused")
        editor.join()
        text = file.read_bytes().decode()
        assert typed in text, "what was typed is gone"
        assert load(data, SHOWN).problems == ()
    print(f"\n60 editors at work: {sorted(outcomes)}")


@pytest.mark.broad
def test_two_conflicting_values_of_one_fact_are_both_at_hand(tmp_path: Path) -> None:
    data = small(tmp_path)
    one, other = (edit_fact.open_fact(data, load(data, SHOWN), "first/teams") for _ in range(2))
    edit_fact.save(one, {**one.fields, "note": "One."})
    with pytest.raises(Conflict) as told:
        edit_fact.save(other, {**other.fields, "note": "Other."})
    assert "note: One." in told.value.theirs and "note: Other." in told.value.mine
    assert told.value.base is not None and "note: O" not in told.value.base

"""The list of seeded faults still fits the code, and trying one changes nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.support.real import ROOT
from tests.tools import mutants
from tests.tools.seeded import MUTANTS, Mutant


def test_there_are_sixty_in_their_folders_and_none_twice():
    folders = Counter(one.file.partition("/")[0] for one in MUTANTS)
    assert folders == {"language": 24, "facts": 20, "export": 13, "drawing": 2, "charts": 1}
    assert len({(one.file, one.old, one.new) for one in MUTANTS}) == 60


@pytest.mark.parametrize("one", MUTANTS, ids=lambda one: f"{one.file}: {one.fault}")
def test_its_fragment_stands_once_in_its_file_and_leaves_code_that_runs(one: Mutant):
    text = (ROOT / one.file).read_text("utf-8")
    changed = text.replace(one.old, one.new)
    compile(changed, one.file, "exec")
    assert (text.count(one.old), changed != text) == (1, True)
    assert [test for test in one.tests if not (ROOT / test.partition("::")[0]).exists()] == []


def test_a_fault_is_caught_only_by_a_test_that_fails_and_leaves_nothing_behind(tmp_path: Path):
    text = "def over(value):\n    return value > 4\n"
    test = "from limit import over\n\ndef test_over():\n    assert over(5) and not over(4)\n"
    (tmp_path / "limit.py").write_text(text, encoding="utf-8")
    (tmp_path / "test_limit.py").write_text(test, encoding="utf-8")
    faults = ("> 4", "> 5"), ("value > 4", "4 < value"), ("> 4", "> 3"), ("def", "import")
    tried = [
        mutants.tried(tmp_path, Mutant("limit.py", "", *fault, ("test_limit.py",)))
        for fault in faults
    ]
    assert tried == [1, 0, 1, 2]
    assert (tmp_path / "limit.py").read_text("utf-8") == text

"""What is told of each fault of a small data folder: its place, what is wrong, and the cure.

The lists stand in `problems/`, a file for each module that tells. A case says what is edited in
submission.yaml (`edits`) and in source.txt (`source`), each as what stands there once and what
comes in its place, and every line that is told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.facts.folder import DataFolder

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in sorted((Path(__file__).parent / "problems").glob("*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_told_at_its_place(data: DataFolder, case: dict[str, Any]) -> None:
    for old, new in case.get("source", []):
        data.edit_source(old, new)
    for old, new in case.get("edits", []):
        data.edit(old, new)
    assert data.problems() == case["told"]


def test_the_lists_are_found() -> None:
    assert len(CASES) >= 139

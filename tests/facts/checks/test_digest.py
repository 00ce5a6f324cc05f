"""Each kind of fault that facts.checks.quote tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "another fingerprint",
        [
            (
                ("sha256: 48dffba12ac0681d0575dc55284c73cfb3f876132a49ad2cf4c88888becd29d8"),
                ("sha256: 0000000000000000000000000000000000000000000000000000000000000000"),
            )
        ],
        [],
        [
            (
                "submission.yaml:6:38: submission.source.sha256: "
                "source.txt is not what was curated: its SHA-256 is "
                "48dffba12ac0681d0575dc55284c73cfb3f876132a49ad2cf4c88888be"
                "cd29d8. Fix: put the source back as it was received; if "
                "this is the right one, read the submission again and "
                "write this SHA-256 down."
            )
        ],
    ),
]


@pytest.mark.parametrize(
    ("edits", "source_edits", "told"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_each_fault_is_told_at_its_place(
    data: DataFolder, edits: Edits, source_edits: Edits, told: list[str]
) -> None:
    for old, new in source_edits:
        data.edit_source(old, new)
    for old, new in edits:
        data.edit(old, new)
    assert data.problems() == told

"""A small file that wants all of a machine is refused: in bounded time, in bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.limits.probe import MORE
from tests.support.real import ROOT

LONGEST = 30  # seconds of a processor, on a machine that does other things too


@pytest.mark.broad
def test_no_bomb_goes_off_at_any_door():
    done = subprocess.run(
        [sys.executable, "-m", "tests.limits.probe"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({line["file"] for line in found}) == 40
    assert {line["door"] for line in found} == {
        "checked", "document", "template", "older", "deck", "pixels",
    }  # fmt: skip
    for line in found:
        said = line["said"]
        assert line["seconds"] < LONGEST and line["more"] * 1_000_000 < MORE, line
        if line["door"] == "pixels" and line["file"] == "full.png":  # as large as ours may be
            assert said.startswith("sum: 3000x3000-")
            continue
        assert said.startswith(("no_receipt:", "refused:", "sum: None")) or (
            # XML and YAML as such are text like any other; nothing in it is looked up.
            said.startswith("read: ")
            and line["door"] == "document"
            and line["file"].endswith((".svg", ".html", ".yaml"))
            and int(said.split()[1]) <= line["size"]
        ), line
        assert "FAILED" not in said, line

"""A full disk: it is said with a cure, nothing is lost, and with room again it works again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.test_killed import MOST, each_whole, passes, states
from tests.faults.tripwire import full, in_child
from tests.faults.writes import SHOWN, WRITES, Write
from tests.support.real import ROOT

SAID = re.compile(r"The disk is full\. Free some space|No space left on device")


@pytest.mark.broad
@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.name)
def test_no_room_from_any_touch_of_the_disk_on(tmp_path: Path, write: Write) -> None:
    before, after = states(tmp_path, write)
    refused = 0
    for number in range(1, MOST):
        folder = tmp_path / str(number)
        shutil.copytree(tmp_path / "before", folder, symlinks=True)
        ended = in_child(lambda: write.do(folder), folder, number, full)  # noqa: B023
        now = write.state(folder)
        if ended.status:
            assert SAID.search(ended.said), ended.said
            refused += 1
            mixed = write.name == "export figure" and each_whole(now, before, after)
            assert now == before or mixed
            assert not parts(folder), "half files are left"
            passes(write, folder)
            write.do(folder)
        passes(write, folder)
        assert write.state(folder) == after
        shutil.rmtree(folder)
        if not ended.status:
            break
    print(f"\n{write.name}: refused at {refused} places")
    assert (refused > 0) != write.needs_no_room


def parts(folder: Path) -> list[Path]:
    """Half files that somebody could stumble over; an empty folder for drafts is none."""
    found = [one for one in folder.rglob("*") if one.is_file() and one.name.endswith(".part")]
    return [*found, *folder.glob("out/.*"), *folder.glob(f"{SHOWN}/.drafts/.save")]


@pytest.mark.broad
def test_a_real_disk_that_is_full(tmp_path: Path) -> None:
    """Where this machine lets us mount a disk of 1 MB, else with a limit on the size of files."""
    mounted = "mount -t tmpfs -o size=1m tmpfs"
    words = [sys.executable, "-m", "tests.faults.small_disk"]
    shell = f'{mounted} "$0" && exec "$@"'
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", shell, str(tmp_path), *words, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode and not run.stdout:  # no such right here: each file has a limit instead
        limited = f'ulimit -f 1; exec "$@"'  # noqa: F541
        run = subprocess.run(
            ["sh", "-c", limited, "sh", *words, str(tmp_path), "limit"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    print("\n" + run.stdout)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"refused [1-9]\d* of \d+", run.stdout)

"""A folder on a small disk goes in; saves with less and less room in it, each judged, come out."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path

from curate.errors import NotSaved
from facts.load import load
from tests.faults.writes import BY_NAME, SHOWN, Write

NAMES = ("edit a fact", "take an edit back", "begin a draft", "a step in a draft")
STEP = 4096


def main(folder: Path, limited: bool) -> int:
    """Prints how many were refused, and of how many; raises where a promise is not kept."""
    tried = refused = 0
    for name in NAMES:
        write = BY_NAME[name]
        for room in range(0, 40 * STEP, STEP):
            tried += 1
            refused += _one(write, folder / name, room, limited)
            shutil.rmtree(folder / name)
            if limited:
                break  # a limit on each file is the same at every size
    print(f"refused {refused} of {tried}")
    return 0


def _one(write: Write, folder: Path, room: int, limited: bool) -> bool:
    """Whether it was refused; with room again it is done."""
    folder.mkdir()
    write.prepare(folder)
    before = write.state(folder)
    filler = folder / "filler"
    if not limited:
        _fill(filler, room)
    refused = False
    try:
        write.do(folder)
    except NotSaved as error:
        refused = True
        assert "Free some space" in str(error) or "too large" in str(error).lower(), str(error)
        assert write.state(folder) == before
    assert load(folder / SHOWN, SHOWN).problems == ()
    filler.unlink(missing_ok=True)
    if refused and not limited:
        write.do(folder)
        assert write.state(folder) != before
        assert load(folder / SHOWN, SHOWN).problems == ()
    return refused


def _fill(filler: Path, room: int) -> None:
    free = shutil.disk_usage(filler.parent).free
    filler.write_bytes(b"\0" * max(0, free - room))


if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    raise SystemExit(main(Path(sys.argv[1]), len(sys.argv) > 2))

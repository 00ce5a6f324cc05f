"""Names of submissions go in; what is proved of them comes out, worked out by several processes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from pathlib import Path
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING

from facts.check_submission import Checked
from facts.record import Record

if TYPE_CHECKING:
    import pandas as pd

ENOUGH = 200  # submissions from which other processes are worth their start
BATCH = 50
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Job:
    """What one process is to prove. `catalogue` is what it must find beside the submissions.

    `rows` asks for the table of the facts as well; `year` is this year.
    """

    folder: Path
    shown: str
    names: tuple[str, ...]
    catalogue: tuple[str, ...]
    rows: bool = False
    year: int = MAXYEAR


@dataclass(frozen=True)
class Batch:
    """What came of some of the names: proofs (their `sub` taken out), records by name, rows."""

    kept: dict[str, Checked]
    records: dict[str, Record]
    rows: pd.DataFrame | None


def workers() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return min(8, len(os.sched_getaffinity(0)))
    return min(8, os.cpu_count() or 1)


def prove_many(
    job: Job, take: Callable[[Batch], None], count: int | None = None
) -> tuple[str, ...]:
    """Prove the names of a job; `take` is given each batch. Returns the names nobody proved.

    Those are the ones of a process that ended early: whoever asks proves them alone.
    """
    count = count or workers()
    queue: SimpleQueue[Batch | None] = SimpleQueue()
    shares = [job.names[start::count] for start in range(count)]
    for share in shares:
        part = replace(job, names=share)
        threading.Thread(target=_run, args=(part, queue), daemon=True).start()
    left = dict.fromkeys(job.names)
    ended = 0
    while ended < len(shares):
        batch = queue.get()
        if batch is None:
            ended += 1
            continue
        take(batch)
        for name in batch.kept:
            left.pop(name, None)
    return tuple(left)


def _run(job: Job, queue: SimpleQueue[Batch | None]) -> None:
    try:
        command = [sys.executable, "-m", "facts.worker"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
            assert process.stdin and process.stdout
            pickle.dump(job, process.stdin)
            process.stdin.close()
            while (batch := received(process.stdout)) is not None:
                queue.put(batch)
    except (OSError, EOFError, pickle.UnpicklingError):
        pass  # what is missing is proved by whoever asked
    finally:
        queue.put(None)


def received(stream: IO[bytes]) -> Batch | None:
    """The next batch of a stream of this program's own making, None at its end."""
    size = int.from_bytes(stream.read(8), "big")
    if not size:
        return None
    found = pickle.loads(stream.read(size))
    return found if isinstance(found, Batch) else None


def sent(batch: Batch, stream: IO[bytes]) -> None:
    """Write a batch to a stream."""
    data = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def batches(names: Sequence[str]) -> list[Sequence[str]]:
    """The names in groups of `BATCH`."""
    return [names[start : start + BATCH] for start in range(0, len(names), BATCH)]

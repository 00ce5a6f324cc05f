"""A job comes in by the standard input; batches of proved submissions go to the standard output."""

from __future__ import annotations

import gc
import pickle
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from facts.catalogue import Catalogue, read_catalogue
from facts.check_submission import Checked, Proof, check
from facts.disk import Disk
from facts.parallel import Batch, Job, batches, sent
from facts.record import freeze

if TYPE_CHECKING:
    import pandas as pd


def main() -> None:
    """Prove what the job names, batch by batch; nothing where the catalogue has changed."""
    job = pickle.load(sys.stdin.buffer)
    assert isinstance(job, Job)
    gc.disable()  # nothing here forms circles that would have to be looked for
    disk = Disk(job.folder)
    catalogue = read_catalogue(disk, job.shown, None, job.year)
    if catalogue.sha256s != job.catalogue:
        return
    for names in batches(job.names):
        checked = {
            name: check(name, disk, f"{job.shown}/submissions/{name}", catalogue) for name in names
        }
        sent(_batch(checked, catalogue, job), sys.stdout.buffer)


def _batch(checked: dict[str, Checked], catalogue: Catalogue, job: Job) -> Batch:
    records = {
        name: freeze(kept.proof.sub, kept.key, job.shown)
        for name, kept in checked.items()
        if kept.proof.sub
    }
    bare = {
        name: replace(kept, proof=Proof(None, () if kept.proof.sub else kept.proof.problems))
        for name, kept in checked.items()
    }
    return Batch(bare, records, _rows(checked, catalogue) if job.rows else None)


def _rows(checked: dict[str, Checked], catalogue: Catalogue) -> pd.DataFrame:
    from facts.frame import rows_of  # pandas is slow to import, and checking does not need it

    facts = [one for kept in checked.values() if kept.proof.sub for one in kept.proof.sub.facts]
    return rows_of(facts, catalogue.indicators)


if __name__ == "__main__":
    main()

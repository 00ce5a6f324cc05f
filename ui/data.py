"""The data folder of the settings goes in, its newest snapshot comes out: one store a process."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

import settings
from curate import saving
from curate.errors import NotSaved
from facts.store import Snapshot, Store


@cache
def store() -> Store:
    """The one store of this process; it looks for changed files at most once a second.

    A save that a crash cut off is finished first.
    """
    folder = settings.data_folder()
    with suppress(NotSaved):  # a folder that cannot be written to can still be read
        saving.recover(folder)
    return Store(folder)


def snapshot() -> Snapshot:
    """The facts as they are in the data folder now."""
    return store().snapshot()

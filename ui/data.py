"""The data folder of the settings goes in, its newest snapshot comes out: one store a process."""

from __future__ import annotations

from functools import cache

import settings
from facts.store import Snapshot, Store


@cache
def store() -> Store:
    """The one store of this process; it looks for changed files at most once a second."""
    return Store(settings.data_folder())


def snapshot() -> Snapshot:
    """The facts as they are in the data folder now."""
    return store().snapshot()

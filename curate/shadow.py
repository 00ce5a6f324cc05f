"""A data folder and files as they would be go in; what the checker makes of it comes out.

The folder itself is not touched: the files are read in place of those that stand in it, and all is
read and proved. What a cache holds of unchanged submissions is not proved again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import settings
from facts.cache import Cache
from facts.corpus import Corpus
from facts.disk import Disk, stamps
from facts.keep import restore
from facts.load import Memory, load
from facts.problems import Problem

SHOWN = "data"


def loaded(data: Path) -> Corpus:
    """A data folder as it is."""
    return loaded_with(data, {})


def loaded_with(data: Path, files: Mapping[str, bytes | None]) -> Corpus:
    """A data folder as it would be with these files (None: without the folder of this path)."""
    cache = Cache(settings.cache_folder(data))
    memory = Memory(Disk(data, files), cache=cache, seen=stamps(data))
    restore(memory, SHOWN)
    return load(data, SHOWN, memory)


def new_problems(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that were not there before, whatever line they stood in."""
    known = Counter((one.file, one.what) for one in before)
    found = []
    for one in after:
        if known[one.file, one.what]:
            known[one.file, one.what] -= 1
        else:
            found.append(one)
    return tuple(found)

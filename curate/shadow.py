"""A data folder and files as they would be go in; what the checker makes of it comes out.

The folder itself is not touched: it is copied, and the whole copy is read and proved.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from curate.disk import DRAFTS, said
from facts.corpus import Corpus
from facts.load import load
from facts.problems import Problem

SHOWN = "data"


def loaded(data: Path) -> Corpus:
    """A data folder as it is."""
    return load(data, SHOWN)


def loaded_with(data: Path, files: Mapping[str, bytes | None]) -> Corpus:
    """A data folder as it would be with these files (None: without the folder of this path).

    Raises NotSaved where there is no room for a copy.
    """
    with said(), tempfile.TemporaryDirectory(prefix="facts-") as name:
        copy = Path(name) / "data"
        shutil.copytree(data, copy, ignore=_pass_over, copy_function=shutil.copyfile)
        for path, content in files.items():
            if content is None:
                shutil.rmtree(copy / path, ignore_errors=True)
            else:
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                (copy / path).write_bytes(content)
        return load(copy, SHOWN)


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


def _pass_over(folder: str, names: list[str]) -> list[str]:
    """What no fact is read from: work in progress and files that are neither text nor YAML."""
    del folder
    return [name for name in names if name == DRAFTS or name.startswith(".")]

"""Which data go in; a folder of them that is put right again behind each try comes out."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from facts.corpus import Corpus
from facts.load import load
from tests.curate.test_whole_save import NEW, SECOND, SOURCE
from tests.facts.folder import DataFolder
from tests.support.real import DATA

SHOWN = "data"
CATALOGUE = ("organisation.yaml", "indicators.yaml", "questions.yaml")
# The submission that is spoiled, and the one beside it that must stay as it is.
BAD = {"small": "first", "real": "cstd-25-2022"}
GOOD = {"small": "second", "real": "cstd-17-2014"}


class Folder:
    """A data folder with two submissions, kept for the life of the process."""

    def __init__(self, kind: str) -> None:
        above = Path(tempfile.mkdtemp(prefix="faults-"))
        atexit.register(shutil.rmtree, above, ignore_errors=True)
        self.path = above / "data"
        self.bad, self.good = BAD[kind], GOOD[kind]
        if kind == "small":
            _small(self.path)
        else:
            self.path.mkdir()
            for name in CATALOGUE:
                shutil.copy(DATA / name, self.path / name)
            for name in (self.bad, self.good):
                shutil.copytree(DATA / "submissions" / name, self.path / "submissions" / name)
        self.files = {
            one.relative_to(self.path).as_posix(): one.read_bytes()
            for one in sorted(self.path.rglob("*"))
            if one.is_file()
        }
        self.sound: Corpus = load(self.path, SHOWN)

    @contextmanager
    def holding(self, files: Mapping[str, bytes]) -> Iterator[Path]:
        """The folder with these files in it, until the block ends."""
        try:
            for name, data in files.items():
                path = self.path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            yield self.path
        finally:
            self.mend()

    def mend(self) -> None:
        """Everything as it was, and nothing else."""
        for path in sorted(self.path.rglob("*"), reverse=True):
            name = path.relative_to(self.path).as_posix()
            if path.is_dir() and not path.is_symlink():
                if not any(one.startswith(f"{name}/") for one in self.files):
                    shutil.rmtree(path)
            elif path.is_symlink() or not _same(path, self.files.get(name)):
                path.unlink()
        for name, data in self.files.items():
            path = self.path / name
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)


def _same(path: Path, data: bytes | None) -> bool:
    if data is None or not path.is_file():
        return False
    return path.stat().st_size == len(data) and path.read_bytes() == data


def _small(path: Path) -> None:
    DataFolder(path)
    (path / "indicators.yaml").write_bytes(NEW)
    second = path / "submissions" / "second"
    second.mkdir()
    (second / "source.txt").write_bytes(SOURCE.encode())
    (second / "submission.yaml").write_bytes(SECOND.encode())


@cache
def folder(kind: str) -> Folder:
    """The folder `small` or `real` of this process."""
    return Folder(kind)

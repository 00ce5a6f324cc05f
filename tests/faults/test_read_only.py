"""A folder that may only be read: all is shown, and saving says why not and how to mend it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from curate import drafts, whole_save
from curate.errors import NotSaved
from facts.cache import Cache
from facts.load import load
from facts.store import Store
from tests.faults.writes import BY_NAME, SHOWN, Write

CURATED = ("edit a fact", "take an edit back", "begin a draft", "a step in a draft",
           "throw a draft away", "bring a draft back")  # fmt: skip
MADE = ("facts table", "facts package", "export figure", "export deck", "extract read")
NOBODY = 65534


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every user of this machine may look into."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def as_reader(folder: Path, act: Callable[[], object]) -> str:
    """What an act says in a process that may read the folder and not write; "" where it is done."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        said = ""
        try:
            if os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
        except NotSaved as error:
            said = str(error)
        except SystemExit as error:
            said = f"exit: {error}"
        except BaseException as error:
            said = f"fault: {error!r}"
        os.write(theirs, said.encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as told:
        found = told.read()
    os.waitpid(child, 0)
    return found


def prepared(folder: Path, write: Write) -> Path:
    """The folder made ready; the write was done once in a copy, so that all of it is imported."""
    write.prepare(folder / "one")
    shutil.copytree(folder / "one", folder / "two")
    write.do(folder / "two")
    return folder / "one"


@pytest.mark.broad
@pytest.mark.parametrize("name", CURATED)
def test_saving_says_why_not_and_reading_goes_on(open_place: Path, name: str) -> None:
    write = BY_NAME[name]
    folder = prepared(open_place, write)
    before = write.state(folder)

    def reads() -> None:
        data = folder / SHOWN
        whole_save.recover(data)
        assert load(data, SHOWN).problems == ()
        assert len(Store(data, SHOWN, cache=Cache(folder / "no")).snapshot().frame) > 0
        drafts.list_drafts(data)
        assert write.state(folder) == before

    assert as_reader(folder, reads) == ""
    said = as_reader(folder, lambda: write.do(folder))
    assert "may not be written to" in said and "Ask for the permission" in said
    assert write.state(folder) == before
    assert load(folder / SHOWN, SHOWN).problems == ()


@pytest.mark.broad
@pytest.mark.parametrize("name", MADE)
def test_a_place_for_files_that_may_not_be_written_to(open_place: Path, name: str) -> None:
    write = BY_NAME[name]
    folder = prepared(open_place, write)
    before = write.state(folder)
    said = as_reader(folder, lambda: write.do(folder))
    assert said.startswith("exit: ") and "cannot be written: Permission denied" in said
    assert write.state(folder) == before

"""Files as they shall be go in; they stand in the data folder, all of them or none."""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from curate import disk, journal, plan
from curate.errors import Conflict, Fault, NotSaved, Refused
from curate.lock import locked
from curate.plan import Plan, Step
from curate.session import JOURNAL
from curate.shadow import loaded, loaded_with, new_problems
from facts.problems import Problem

_FILE = re.compile(r"indicators\.yaml|submissions/[a-z0-9][a-z0-9_-]{0,79}/submission\.yaml")
_FOLDER = re.compile(r"submissions/[a-z0-9][a-z0-9_-]{0,79}")
_READY, _LAST = ".save", ".last"
Content: TypeAlias = "bytes | Mapping[str, bytes]"


@dataclass(frozen=True)
class Saved:
    """What was saved: paths in the data folder, and a message that says what changed."""

    id: str
    submission: str
    files: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Change:
    """What shall be: files by their path in the data folder, folders that are new with their files
    by name. `based_on` has the bytes that each file was worked out from."""

    submission: str
    message: str
    files: Mapping[str, bytes]
    folders: Mapping[str, Mapping[str, bytes]]
    based_on: Mapping[str, bytes]
    draft: str | None = None


def save(data: Path, change: Change) -> Saved:
    """Check the whole data folder with the change, then make it.

    Raises Conflict where a file is no longer what the change is based on, Refused where the
    checker would find a problem that is not there now, NotSaved where the disk refuses or someone
    else is saving. Nothing is written then.
    """
    _refuse_names(change)
    folder = disk.drafts(data)
    with _alone(data, folder):
        _refuse_conflicts(data, change)
        before = loaded(data).problems
        _refuse(new_problems(before, loaded_with(data, _paths(change)).problems))
        steps = [
            Step("file", path, plan.there(data / path), {Path(path).name: plan.fingerprint(new)})
            for path, new in change.files.items()
        ]
        steps += [
            Step("put", path, {}, {name: plan.fingerprint(one) for name, one in files.items()})
            for path, files in change.folders.items()
        ]
        new: list[Content] = [*change.files.values(), *change.folders.values()]
        made = Plan(
            secrets.token_hex(4), change.submission, change.message, tuple(steps), change.draft,
            None, tuple(_paths(change)), tuple((one.file, one.what) for one in before),
        )  # fmt: skip
        return _make(data, folder, made, new)


def last_save(data: Path) -> Saved | None:
    """The save that can still be taken back, or None: nothing of it was changed since."""
    found = plan.read(data / disk.DRAFTS / _LAST)
    if found is None or found.undoes:
        return None
    if any(plan.state(data, step) != "after" for step in found.steps):
        return None
    return Saved(found.id, found.submission, found.files, found.message)


def take_back(data: Path) -> Saved:
    """Take the last save back; its draft is in the list again. Raises NotSaved, Refused."""
    folder = disk.drafts(data)
    with _alone(data, folder):
        last = plan.read(folder / _LAST)
        if last is None or last_save(data) is None:
            raise NotSaved(
                "The last save cannot be taken back: something was changed since.",
                "Change what you want to change by hand.",
            )
        with disk.said():
            old = {
                index: (folder / _LAST / "old" / str(index)).read_bytes()
                for index, step in enumerate(last.steps)
                if step.kind == "file"
            }
        steps: list[Step] = []
        new: list[Content] = []
        for index, step in reversed(list(enumerate(last.steps))):
            kind = step.kind if step.kind == "file" else "take"
            steps.append(Step(kind, step.path, step.after, step.before))
            new.append(old.get(index, {}))
        files = {
            step.path: old.get(index) for index, step in enumerate(last.steps)
        }  # None: without this folder
        after = loaded_with(data, files).problems
        found = new_problems(loaded(data).problems, after)
        _refuse(tuple(one for one in found if (one.file, one.what) not in last.known))
        back = Plan(
            secrets.token_hex(4), last.submission, f"Take back: {last.message}", tuple(steps),
            last.draft, last.id, last.files,
        )  # fmt: skip
        return _make(data, folder, back, new)


def recover(data: Path) -> None:
    """Finish a save that a crash cut off, or clear away what was only made ready.

    Call it when the program starts; each save does it too. Raises NotSaved.
    """
    if (data / disk.DRAFTS / _READY).is_dir():
        with _alone(data, disk.drafts(data)):
            pass


@contextlib.contextmanager
def _alone(data: Path, folder: Path) -> Iterator[None]:
    """Nobody else saves meanwhile, and what was cut off is finished first."""
    with locked(folder / "lock"):
        ready = folder / _READY
        if ready.is_dir():
            found = plan.read(ready)
            if found is None:
                disk.remove(ready)
            else:
                with contextlib.suppress(NotSaved, OSError):
                    plan.do(data, ready, found)
                    _settle(data, folder, found)
                disk.remove(ready)
        yield


def _make(data: Path, folder: Path, made: Plan, new: list[Content]) -> Saved:
    """Make everything ready, write the plan, do it, keep it to be taken back."""
    ready = folder / _READY
    try:
        with disk.said():
            _make_ready(data, ready, made, new)
            plan.write(ready, made)
        plan.do(data, ready, made)
    except NotSaved:
        disk.remove(ready)
        raise
    with contextlib.suppress(OSError):  # it is saved; the rest is finished at the next save
        _settle(data, folder, made)
    return Saved(made.id, made.submission, made.files, made.message)


def _make_ready(data: Path, ready: Path, made: Plan, new: list[Content]) -> None:
    for name in ("new", "old"):
        (ready / name).mkdir(parents=True)
    for index, (step, content) in enumerate(zip(made.steps, new, strict=True)):
        path = ready / "new" / str(index)
        if isinstance(content, bytes):
            disk.put(path, content)
            disk.put(ready / "old" / str(index), (data / step.path).read_bytes())
        elif step.kind == "put":
            path.mkdir()
            for name, one in content.items():
                disk.put(path / name, one)
            disk.sync_folder(path)
    for name in ("new", "old"):
        disk.sync_folder(ready / name)


def _settle(data: Path, folder: Path, made: Plan) -> None:
    """The draft is told that it is saved (or open again), the plan is kept to be taken back."""
    if made.draft:
        path = folder / made.draft / JOURNAL
        line = {"do": "opened again"} if made.undoes else {"do": "saved", "save": made.id}
        with contextlib.suppress(NotSaved):
            found = journal.read(path)
            if not (found.lines and line.items() <= found.lines[-1].items()):
                journal.append(path, line, found.size)
    disk.remove(folder / _LAST)
    disk.replace(folder / _READY, folder / _LAST)
    disk.sync_folder(folder)


def _refuse_names(change: Change) -> None:
    """Only files that a submission is made of are written, whatever a name says."""
    for path in change.files:
        if not _FILE.fullmatch(path):
            raise NotSaved(f"'{path}' is not a file that is saved here.", "Choose another id.")
    for path in change.folders:
        if not _FOLDER.fullmatch(path):
            raise NotSaved(f"'{path}' is not a folder that is made here.", "Choose another id.")


def _refuse_conflicts(data: Path, change: Change) -> None:
    for path, base in change.based_on.items():
        try:
            now = (data / path).read_bytes()
        except FileNotFoundError:
            now = b""
        if now != base:
            mine = change.files[path].decode()
            raise Conflict(path, mine, now.decode(errors="replace"), base.decode())
    for path, files in change.folders.items():
        if (data / path).exists():
            mine = files["submission.yaml"].decode()
            with disk.said():
                file = data / path / "submission.yaml"
                theirs = file.read_bytes().decode(errors="replace") if file.exists() else ""
            raise Conflict(f"{path}/submission.yaml", mine, theirs, None)


def _paths(change: Change) -> dict[str, bytes]:
    """Every file of a change by its path in the data folder."""
    inside = {f"{p}/{n}": one for p, files in change.folders.items() for n, one in files.items()}
    return {**change.files, **inside}


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise Refused(tuple(Fault(one.field, one.what, one.fix) for one in found))

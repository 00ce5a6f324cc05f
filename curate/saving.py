"""Files as they shall be go in; they stand in the data folder, all of them or none."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from curate import disk, journal, plan
from curate.change import Change as Change
from curate.change import Saved as Saved
from curate.change import paths_of, refuse_conflicts, refuse_names
from curate.errors import Fault, NotSaved, Refused
from curate.lock import locked
from curate.plan import Plan, Step
from curate.session import JOURNAL
from curate.shadow import loaded, loaded_with, new_problems
from facts.problems import Problem

_READY, _LAST = ".save", ".last"
Content: TypeAlias = "bytes | Mapping[str, bytes]"


def save(data: Path, change: Change) -> Saved:
    """Check the whole data folder with the change, then make it.

    Raises Conflict where a file is no longer what the change is based on, Refused where the
    checker would find a problem that is not there now, NotSaved where the disk refuses or someone
    else is saving. Nothing is written then.
    """
    refuse_names(change)
    folder = disk.drafts(data)
    with _alone(data, folder):
        # First what is there now: what others write from here on is told when it is put in place.
        steps = [
            Step("file", path, plan.there(data / path), {Path(path).name: plan.fingerprint(new)})
            for path, new in change.files.items()
        ]
        folders = {path: _with_others(data / path, one) for path, one in change.folders.items()}
        steps += [
            Step(
                "swap" if (data / path).exists() else "put",
                path,
                plan.there(data / path),
                {name: plan.fingerprint(one) for name, one in sorted(files.items())},
            )
            for path, files in folders.items()
        ]
        refuse_conflicts(data, change)
        before = loaded(data).problems
        _refuse(new_problems(before, loaded_with(data, paths_of(change)).problems))
        new: list[Content] = [*change.files.values(), *folders.values()]
        made = Plan(
            secrets.token_hex(4), change.submission, change.message, tuple(steps), change.draft,
            None, tuple(paths_of(change)), tuple((one.file, one.what) for one in before),
        )  # fmt: skip
        return _make(data, folder, made, new)


def last_save(data: Path) -> Saved | None:
    """The save that can still be taken back, or None: nothing of it was changed since."""
    try:
        found = plan.read(disk.own_drafts(data) / _LAST)
    except NotSaved:
        return None
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
            old = [_old(folder / _LAST / "old" / str(at)) for at in range(len(last.steps))]
        steps: list[Step] = []
        files: dict[str, bytes | None] = {}
        for step, content in zip(last.steps, old, strict=True):
            kind = "take" if step.kind == "put" else step.kind
            steps.insert(0, Step(kind, step.path, step.after, step.before))
            if isinstance(content, bytes):
                files[step.path] = content
            else:
                files[step.path] = None
                files |= {f"{step.path}/{name}": one for name, one in content.items()}
        after = loaded_with(data, files).problems
        found = new_problems(loaded(data).problems, after)
        _refuse(tuple(one for one in found if (one.file, one.what) not in last.known))
        back = Plan(
            secrets.token_hex(4), last.submission, f"Take back: {last.message}", tuple(steps),
            last.draft, last.id, last.files,
        )  # fmt: skip
        return _make(data, folder, back, old[::-1])


def recover(data: Path) -> None:
    """Finish a save that a crash cut off, or clear away what was only made ready.

    Call it when the program starts; each save does it too. Raises NotSaved.
    """
    if (disk.own_drafts(data) / _READY).is_dir():
        with _alone(data, disk.drafts(data)):
            pass


@contextlib.contextmanager
def _alone(data: Path, folder: Path) -> Iterator[None]:
    """Nobody else saves meanwhile, and what was cut off is finished first."""
    with locked(folder / "lock"):
        ready = folder / _READY
        if ready.is_dir():
            found = _planned(folder, ready)
            if found is None:
                disk.remove(ready)
            else:
                with contextlib.suppress(NotSaved, OSError):
                    plan.do(data, ready, found)
                    _settle(data, folder, found)
                disk.remove(ready)
        yield


def _planned(folder: Path, ready: Path) -> Plan | None:
    """The plan of a save that was cut off. Where it is damaged, all of it is kept aside."""
    try:
        return plan.read(ready)
    except NotSaved:
        aside = folder / f".damaged-{secrets.token_hex(4)}"
        with disk.said():
            disk.replace(ready, aside)
        raise NotSaved(
            "Nothing was saved. A save that was cut off cannot be finished, for its plan is "
            f"damaged; all of it was kept in {disk.DRAFTS}/{aside.name} of the data folder.",
            "Look whether the last change stands in the data, then save again.",
        ) from None


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
        elif step.kind in ("put", "swap"):
            path.mkdir()
            for name, one in content.items():
                disk.put(path / name, one)
            disk.sync_folder(path)
    for name in ("new", "old"):
        disk.sync_folder(ready / name)


def _with_others(path: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of a folder that takes the place of another, which keeps its other files."""
    with disk.said():
        kept = {one.name: one.read_bytes() for one in path.glob("*") if one.is_file()}
    return {**kept, **files}


def _old(path: Path) -> Content:
    """What a save left to be taken back: a file, a folder's files, or nothing."""
    if path.is_file():
        return path.read_bytes()
    return {one.name: one.read_bytes() for one in path.glob("*")} if path.is_dir() else {}


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


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise Refused(tuple(Fault(one.field, one.what, one.fix) for one in found))

"""Whole saves: files and folders of the data change together or not at all, also after a crash.

A save is a folder `.save` in which everything lies ready, the bytes before and after, and a file
`plan.json` that is written last. While there is no plan nothing has been done; when there is one,
whatever was not yet done is done at the next start. Each step is one rename.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import TypeAdapter

from curate import durable_write, journal
from curate.drafts import JOURNAL
from curate.dry_run import load_now, load_with, new_problems
from curate.durable_write import locked
from curate.errors import Conflict, Fault, NotSaved, Refused
from facts.problems import Problem

_FILE = re.compile(r"indicators\.yaml|submissions/[a-z0-9][a-z0-9_-]{0,79}/submission\.yaml")
_FOLDER = re.compile(r"submissions/[a-z0-9][a-z0-9_-]{0,79}")
_READY, _LAST = ".save", ".last"  # folders beside the drafts: a save that is made, the last one
PLAN = "plan.json"
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
    by name. `based_on` has the bytes that each file was worked out from; a folder takes the place
    of another only where its submission.yaml is named there."""

    submission: str
    message: str
    files: Mapping[str, bytes]
    folders: Mapping[str, Mapping[str, bytes]]
    based_on: Mapping[str, bytes]
    draft: str | None = None


def paths_of(change: Change) -> dict[str, bytes]:
    """Every file of a change by its path in the data folder."""
    inside = {f"{p}/{n}": one for p, files in change.folders.items() for n, one in files.items()}
    return {**change.files, **inside}


def refuse_names(change: Change) -> None:
    """Only files that a submission is made of are written, whatever a name says."""
    for path in change.files:
        if not _FILE.fullmatch(path):
            raise NotSaved(f"'{path}' is not a file that is saved here.", "Choose another id.")
    for path in change.folders:
        if not _FOLDER.fullmatch(path):
            raise NotSaved(f"'{path}' is not a folder that is made here.", "Choose another id.")


def refuse_conflicts(data: Path, change: Change) -> None:
    """Raises Conflict where a file is no longer what the change is based on."""
    after = paths_of(change)
    new = [f"{path}/submission.yaml" for path in change.folders if (data / path).exists()]
    for path in dict.fromkeys([*change.based_on, *new]):
        try:
            now = (data / path).read_bytes()
        except FileNotFoundError:
            now = b""
        base = change.based_on.get(path)
        if now != base:
            raise Conflict(
                path,
                after[path].decode(),
                now.decode(errors="replace"),
                None if base is None else base.decode(errors="replace"),
            )


@dataclass(frozen=True)
class Step:
    """One rename: a file replaced, a folder put there, or a folder taken away; or two, where a
    folder takes the place of another (between them there is none).

    `before` and `after` are SHA-256 of the file, or of each file of the folder by its name; ""
    or {} where there is none.
    """

    kind: Literal["file", "put", "take", "swap"]
    path: str
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True)
class Plan:
    """A whole save: its steps in order, and what is to be said of it.

    `known` are the problems that were there before it, as file and what: to come back to them is
    no harm.
    """

    id: str
    submission: str
    message: str
    steps: tuple[Step, ...]
    draft: str | None = None
    undoes: str | None = None
    files: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()


_PLAN = TypeAdapter(Plan)


def write_plan(folder: Path, plan: Plan) -> None:
    """Write a plan down: from now on the save counts as done. Raises OSError."""
    durable_write.write_whole(folder / PLAN, durable_write.json_line(asdict(plan)))


def read_plan(folder: Path) -> Plan | None:
    """The plan of a save, or None where there is none. Raises NotSaved where it is damaged.

    It is written whole or not at all, so that one that cannot be read was changed by others.
    """
    try:
        found = _PLAN.validate_json((folder / PLAN).read_bytes(), strict=True)
        if not all(_FILE.fullmatch(one.path) or _FOLDER.fullmatch(one.path) for one in found.steps):
            raise ValueError("a step is no part of a submission")
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise NotSaved(
            "The plan of a save is damaged.", "Change by hand what it was for."
        ) from None
    return found


def step_state(data: Path, step: Step) -> Literal["before", "after", "other"]:
    """How things stand where a step works: as before it, as after it, or changed by others."""
    now = fingerprints(data / step.path)
    if now == step.after:
        return "after"
    if not now and step.kind == "swap":
        return "before"
    return "before" if now == step.before else "other"


def fingerprints(path: Path) -> dict[str, str]:
    """The SHA-256 of a file, or of each file of a folder, by name; {} where there is nothing."""
    try:
        if path.is_dir():
            files = sorted(one for one in path.iterdir() if one.is_file())
            return {one.name: fingerprint(one.read_bytes()) for one in files}
        return {path.name: fingerprint(path.read_bytes())}
    except FileNotFoundError:
        return {}


def fingerprint(content: bytes) -> str:
    """The SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def do_plan(data: Path, folder: Path, plan: Plan) -> None:
    """Do what is not yet done. Raises NotSaved where others changed something, or the disk refuses;
    then everything is as it was before the save."""
    try:
        for index, step in enumerate(plan.steps):
            now = step_state(data, step)
            if now == "other":
                raise changed_meanwhile(step)
            if now == "before":
                _do_step(data, folder, index, step)
    except (OSError, NotSaved) as error:
        undo_plan(data, folder, plan)
        raise durable_write.not_saved(error) if isinstance(error, OSError) else error from error


def _do_step(data: Path, folder: Path, index: int, step: Step) -> None:
    target = data / step.path
    if step.kind in ("take", "swap") and target.exists():
        durable_write.rename_over(target, folder / "old" / str(index))
    was = _second_name(target, folder / f"was-{index}") if step.kind == "file" else None
    if step.kind != "take":
        durable_write.rename_over(folder / "new" / str(index), target)
    if was is not None:
        if fingerprint(was.read_bytes()) not in step.before.values():
            durable_write.rename_over(was, target)
            raise changed_meanwhile(step)
        was.unlink()
    durable_write.sync_folder(target.parent)


def _second_name(target: Path, was: Path) -> Path | None:
    """A second name for the file that is about to be replaced: what an editor writes into it at
    this very moment is seen by it. None where this disk has no second names."""
    try:
        was.unlink(missing_ok=True)
        was.hardlink_to(target)
    except (OSError, NotImplementedError):
        return None
    return was


def changed_meanwhile(step: Step) -> NotSaved:
    """Why a step is not done: somebody else was quicker."""
    return NotSaved(
        f"{step.path} was changed by someone else; nothing was saved.",
        "Look at it, then save again.",
    )


def undo_plan(data: Path, folder: Path, plan: Plan) -> None:
    """Take back what was done of a plan; what others changed meanwhile is left as it is."""
    for index, step in reversed(list(enumerate(plan.steps))):
        target, old = data / step.path, folder / "old" / str(index)
        with contextlib.suppress(OSError):
            if step.kind == "file":
                if step_state(data, step) == "after":
                    back = folder / f"back-{index}"
                    durable_write.write_new(back, old.read_bytes())
                    durable_write.rename_over(back, target)
                continue
            if step.kind != "take" and fingerprints(target) == step.after:
                durable_write.rename_over(target, folder / "new" / str(index))
            if step.kind != "put" and old.exists() and not target.exists():
                durable_write.rename_over(old, target)


def save(data: Path, change: Change) -> Saved:
    """Check the whole data folder with the change, then make it.

    Raises Conflict where a file is no longer what the change is based on, Refused where the
    checker would find a problem that is not there now, NotSaved where the disk refuses or someone
    else is saving. Nothing is written then.
    """
    refuse_names(change)
    folder = durable_write.drafts_folder(data)
    with _alone(data, folder):
        # First what is there now: what others write from here on is told when it is put in place.
        steps = [
            Step("file", path, fingerprints(data / path), {Path(path).name: fingerprint(new)})
            for path, new in change.files.items()
        ]
        folders = {path: _with_others(data / path, one) for path, one in change.folders.items()}
        steps += [
            Step(
                "swap" if (data / path).exists() else "put",
                path,
                fingerprints(data / path),
                {name: fingerprint(one) for name, one in sorted(files.items())},
            )
            for path, files in folders.items()
        ]
        refuse_conflicts(data, change)
        before = load_now(data).problems
        _refuse(new_problems(before, load_with(data, paths_of(change)).problems))
        new: list[Content] = [*change.files.values(), *folders.values()]
        made = Plan(
            secrets.token_hex(4), change.submission, change.message, tuple(steps), change.draft,
            None, tuple(paths_of(change)), tuple((one.file, one.what) for one in before),
        )  # fmt: skip
        return _make(data, folder, made, new)


def last_save(data: Path) -> Saved | None:
    """The save that can still be taken back, or None: nothing of it was changed since."""
    try:
        found = read_plan(durable_write.drafts_path(data) / _LAST)
    except NotSaved:
        return None
    if found is None or found.undoes:
        return None
    if any(step_state(data, step) != "after" for step in found.steps):
        return None
    return Saved(found.id, found.submission, found.files, found.message)


def take_back(data: Path) -> Saved:
    """Take the last save back; its draft is in the list again. Raises NotSaved, Refused."""
    folder = durable_write.drafts_folder(data)
    with _alone(data, folder):
        last = read_plan(folder / _LAST)
        if last is None or last_save(data) is None:
            raise NotSaved(
                "The last save cannot be taken back: something was changed since.",
                "Change what you want to change by hand.",
            )
        with durable_write.as_not_saved():
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
        after = load_with(data, files).problems
        found = new_problems(load_now(data).problems, after)
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
    if (durable_write.drafts_path(data) / _READY).is_dir():
        with _alone(data, durable_write.drafts_folder(data)):
            pass


@contextlib.contextmanager
def _alone(data: Path, folder: Path) -> Iterator[None]:
    """Nobody else saves meanwhile, and what was cut off is finished first."""
    with locked(folder / "lock"):
        ready = folder / _READY
        if ready.is_dir():
            found = _planned(folder, ready)
            if found is None:
                durable_write.remove_folder(ready)
            else:
                with contextlib.suppress(NotSaved, OSError):
                    do_plan(data, ready, found)
                    _settle(data, folder, found)
                durable_write.remove_folder(ready)
        yield


def _planned(folder: Path, ready: Path) -> Plan | None:
    """The plan of a save that was cut off. Where it is damaged, all of it is kept aside."""
    try:
        return read_plan(ready)
    except NotSaved:
        aside = folder / f".damaged-{secrets.token_hex(4)}"
        with durable_write.as_not_saved():
            durable_write.rename_over(ready, aside)
        raise NotSaved(
            "Nothing was saved. A save that was cut off cannot be finished, for its plan is "
            f"damaged; all of it was kept in {durable_write.DRAFTS}/{aside.name} of the data "
            "folder.",
            "Look whether the last change stands in the data, then save again.",
        ) from None


def _make(data: Path, folder: Path, made: Plan, new: list[Content]) -> Saved:
    """Make everything ready, write the plan, do it, keep it to be taken back."""
    ready = folder / _READY
    try:
        with durable_write.as_not_saved():
            _make_ready(data, ready, made, new)
            write_plan(ready, made)
        do_plan(data, ready, made)
    except NotSaved:
        durable_write.remove_folder(ready)
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
            durable_write.write_new(path, content)
            durable_write.write_new(ready / "old" / str(index), (data / step.path).read_bytes())
        elif step.kind in ("put", "swap"):
            path.mkdir()
            for name, one in content.items():
                durable_write.write_new(path / name, one)
            durable_write.sync_folder(path)
    for name in ("new", "old"):
        durable_write.sync_folder(ready / name)


def _with_others(path: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of a folder that takes the place of another, which keeps its other files."""
    with durable_write.as_not_saved():
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
            found = journal.read_journal(path)
            if not (found.lines and line.items() <= found.lines[-1].items()):
                journal.append_line(path, line, found.size)
    durable_write.remove_folder(folder / _LAST)
    durable_write.rename_over(folder / _READY, folder / _LAST)
    durable_write.sync_folder(folder)


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise Refused(tuple(Fault(one.field, one.what, one.fix) for one in found))

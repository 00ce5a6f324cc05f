"""What a save shall do goes in; it is done step by step, and can be finished after a crash.

A save is a folder `.save` in which everything lies ready, the bytes before and after, and a file
`plan.json` that is written last. While there is no plan nothing has been done; when there is one,
whatever was not yet done is done at the next start. Each step is one rename.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from curate import disk
from curate.change import refuse_steps
from curate.errors import NotSaved

PLAN = "plan.json"


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


def write(folder: Path, plan: Plan) -> None:
    """Write a plan down: from now on the save counts as done. Raises OSError."""
    disk.write(folder / PLAN, disk.as_json(asdict(plan)))


def read(folder: Path) -> Plan | None:
    """The plan of a save, or None where there is none. Raises NotSaved where it is damaged.

    It is written whole or not at all, so that one that cannot be read was changed by others.
    """
    try:
        found = _PLAN.validate_json((folder / PLAN).read_bytes(), strict=True)
        refuse_steps([step.path for step in found.steps])
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise NotSaved(
            "The plan of a save is damaged.", "Change by hand what it was for."
        ) from None
    return found


def state(data: Path, step: Step) -> Literal["before", "after", "other"]:
    """How things stand where a step works: as before it, as after it, or changed by others."""
    now = there(data / step.path)
    if now == step.after:
        return "after"
    if not now and step.kind == "swap":
        return "before"
    return "before" if now == step.before else "other"


def there(path: Path) -> dict[str, str]:
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


def do(data: Path, folder: Path, plan: Plan) -> None:
    """Do what is not yet done. Raises NotSaved where others changed something, or the disk refuses;
    then everything is as it was before the save."""
    try:
        for index, step in enumerate(plan.steps):
            now = state(data, step)
            if now == "other":
                raise changed(step)
            if now == "before":
                _do(data, folder, index, step)
    except (OSError, NotSaved) as error:
        undo(data, folder, plan)
        raise disk.not_saved(error) if isinstance(error, OSError) else error from error


def _do(data: Path, folder: Path, index: int, step: Step) -> None:
    target = data / step.path
    if step.kind in ("take", "swap") and target.exists():
        disk.replace(target, folder / "old" / str(index))
    was = _held(target, folder / f"was-{index}") if step.kind == "file" else None
    if step.kind != "take":
        disk.replace(folder / "new" / str(index), target)
    if was is not None:
        if fingerprint(was.read_bytes()) not in step.before.values():
            disk.replace(was, target)
            raise changed(step)
        was.unlink()
    disk.sync_folder(target.parent)


def _held(target: Path, was: Path) -> Path | None:
    """A second name for the file that is about to be replaced: what an editor writes into it at
    this very moment is seen by it. None where this disk has no second names."""
    try:
        was.unlink(missing_ok=True)
        was.hardlink_to(target)
    except (OSError, NotImplementedError):
        return None
    return was


def changed(step: Step) -> NotSaved:
    """Why a step is not done: somebody else was quicker."""
    return NotSaved(
        f"{step.path} was changed by someone else; nothing was saved.",
        "Look at it, then save again.",
    )


def undo(data: Path, folder: Path, plan: Plan) -> None:
    """Take back what was done of a plan; what others changed meanwhile is left as it is."""
    for index, step in reversed(list(enumerate(plan.steps))):
        target, old = data / step.path, folder / "old" / str(index)
        with contextlib.suppress(OSError):
            if step.kind == "file":
                if state(data, step) == "after":
                    back = folder / f"back-{index}"
                    disk.put(back, old.read_bytes())
                    disk.replace(back, target)
                continue
            if step.kind != "take" and there(target) == step.after:
                disk.replace(target, folder / "new" / str(index))
            if step.kind != "put" and old.exists() and not target.exists():
                disk.replace(old, target)

"""Files as they shall be go in; they stand in the data folder, all or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Saved:
    """What was saved: paths in the data folder, and a message that says what changed."""

    id: str
    submission: str
    files: tuple[str, ...]
    message: str


def last_save(data: Path) -> Saved | None:
    """The save that can still be taken back."""
    raise NotImplementedError


def take_back(data: Path) -> Saved:
    """Take the last save back."""
    raise NotImplementedError


def recover(data: Path) -> None:
    """Finish or take back a save that was cut off."""
    raise NotImplementedError

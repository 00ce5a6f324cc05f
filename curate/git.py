"""A save goes in; a commit of exactly its files, where git is there, comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from curate.saving import Saved


@dataclass(frozen=True)
class Offer:
    """A commit that can be made, or why it cannot."""

    possible: bool
    why_not: str
    files: tuple[str, ...]
    message: str


def offer(data: Path, saved: Saved) -> Offer | None:
    """Offer a commit of a save."""
    raise NotImplementedError


def commit(data: Path, saved: Saved, message: str) -> str:
    """Commit exactly the files of a save."""
    raise NotImplementedError

"""A document goes in; a draft in progress on disk, and what was decided so far, come out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.document import Document
from facts.corpus import Corpus

Line = dict[str, Any]


@dataclass(frozen=True)
class Summary:
    """A draft as it stands in a list."""

    id: str
    file: str
    name: str
    begun: str
    decided: int
    of: int | None
    saved: bool


@dataclass(frozen=True)
class Work:
    """A draft in progress: its document, and the lines of its journal."""

    data: Path
    id: str
    document: Document
    begun: str
    lines: tuple[Line, ...] = ()
    size: int = 0
    notes: tuple[str, ...] = ()


def start(data: Path, document: Document) -> Work:
    """Begin a draft."""
    raise NotImplementedError


def resume(data: Path, name: str) -> Work:
    """Go on with a draft."""
    raise NotImplementedError


def listed(data: Path) -> tuple[Summary, ...]:
    """The drafts not yet saved, newest first."""
    raise NotImplementedError


def discard(data: Path, name: str) -> None:
    """Throw a draft away."""
    raise NotImplementedError


def same_source(corpus: Corpus, document: Document) -> str | None:
    """The submission that has this very text already."""
    raise NotImplementedError

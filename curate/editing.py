"""A fact that is there goes in; its file, with this one fact changed, comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from curate.reading import Fields
from curate.saving import Saved
from curate.verdict import Verdict
from facts.corpus import Corpus, Sub


@dataclass(frozen=True)
class Editing:
    """A fact being edited; `base` is the SHA-256 of the file that it was read from."""

    data: Path
    ref: str
    fields: Fields
    base: str
    text: str
    sub: Sub
    corpus: Corpus


def open_fact(data: Path, corpus: Corpus, ref: str) -> Editing:
    """Take a fact up."""
    raise NotImplementedError


def check(editing: Editing, fields: Fields) -> Verdict:
    """Judge the fact as changed."""
    raise NotImplementedError


def preview(editing: Editing, fields: Fields) -> tuple[str, str]:
    """The file before and after."""
    raise NotImplementedError


def save(editing: Editing, fields: Fields) -> Saved:
    """Save the fact as changed."""
    raise NotImplementedError

"""A document and the earlier submissions go in; what was found in the document comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from extract.activities import Dating, Event
from extract.candidates import Candidate
from extract.document import Document
from facts.corpus import Corpus
from facts.model import SetAsideClass
from facts.quotes import SourceText

Fields = dict[str, Any]


@dataclass(frozen=True)
class LeftOut:
    """A number that was not offered as a claim, with its class and why."""

    id: str
    start: int
    end: int
    text: str
    class_: SetAsideClass
    why: str
    sentence: str
    where: str


@dataclass(frozen=True)
class Reading:
    """All that was found in a document."""

    document: Document
    corpus: Corpus
    source: SourceText
    candidates: tuple[Candidate, ...]
    events: tuple[Event, ...]
    dating: tuple[Dating, ...]
    left_out: tuple[LeftOut, ...]
    head: Fields


def read(
    document: Document, corpus: Corpus, progress: Callable[[float], None] | None = None
) -> Reading:
    """Search a document."""
    raise NotImplementedError

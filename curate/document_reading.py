"""All that is found in a document for review, searched once and kept while it is worked on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curate.guess_head import guess_head
from curate.yaml_edit import Fields
from extract.candidates import Candidate, find_candidates
from extract.dated_events import Dating, Event, find_dating, find_events
from extract.documents.document import Document
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.corpus import Corpus
from facts.vocabulary import SetAsideClass
from language.passages import Passages
from language.quotes import SourceText

Span = tuple[int, int]
Progress = Callable[[float], None]


@dataclass(frozen=True)
class LeftOut:
    """A number that was not offered as a claim, text[start:end], with its class and why."""

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
    """All that was found in a document, kept while it is worked on.

    `unseen` are the numbers that the checker counts and the finder did not see; `kept` holds what
    was guessed, so that it is guessed once.
    """

    document: Document
    corpus: Corpus
    source: SourceText
    passages: Passages
    candidates: tuple[Candidate, ...]
    events: tuple[Event, ...]
    dating: tuple[Dating, ...]
    left_out: tuple[LeftOut, ...]
    unseen: tuple[Span, ...]
    head: Fields
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def sentence(self, start: int) -> tuple[Span, str]:
        """The sentence that holds a place of the text: where it stands, and its plain words."""
        normal = self.passages.normal
        plain = min(bisect_left(normal.offsets, start), max(len(normal.text) - 1, 0))
        found = self.passages.sentence_at(plain)
        return normal.span(found.start, found.end), normal.text[found.start : found.end]

    def read_in(self, language: str) -> Reading:
        """The same document read in a language; as it was where none is named."""
        if language in ("", self.source.language):
            return self
        key = ("read in", language)
        if key not in self.kept:
            self.kept[key] = read(self.document, self.corpus, language=language)
        found: Reading = self.kept[key]
        return found


def _share(progress: Progress | None, start: float, end: float) -> Progress | None:
    """What tells of a part of the work."""
    return (lambda done: progress(start + done * (end - start))) if progress else None


def read(
    document: Document, corpus: Corpus, progress: Progress | None = None, language: str = ""
) -> Reading:
    """Search a document; `progress` is told how much is done, 0 to 1.

    It is read in `language`, guessed from the text where none is given. The first half is for the
    earlier submissions, which are read once as long as they stay.
    """
    source = SourceText(document.text, language)
    passages = source.passages
    earlier = Earlier(corpus, document.text, _share(progress, 0.0, 0.3))
    guesser = Guesser(corpus, _share(progress, 0.3, 0.5))
    told = _share(progress, 0.5, 1.0)
    found = tuple(find_candidates(passages, guesser, earlier, told, source.language))
    dating = tuple(find_dating(passages))
    return Reading(
        document,
        corpus,
        source,
        passages,
        found,
        tuple(find_events(passages)),
        dating,
        tuple(_left_out(found, document)),
        tuple(_unseen(source, found)),
        guess_head(document, corpus, source, passages, dating, date.today()),
    )


def _left_out(found: tuple[Candidate, ...], document: Document) -> Iterator[LeftOut]:
    for one in found:
        if one.left_out is not None:
            where = document.where(one.start).label
            yield LeftOut(
                f"n{one.start}", one.start, one.end, one.text, one.left_out, one.why, one.sentence,
                where,
            )  # fmt: skip


def _unseen(source: SourceText, found: tuple[Candidate, ...]) -> Iterator[Span]:
    """Numbers of the checker that no candidate touches; both lists are in the order of the text."""
    normal = source.normal()
    at = 0
    for token in source.numbers():
        start, end = normal.span(token.start, token.end)
        while at < len(found) and found[at].end <= start:
            at += 1
        if at == len(found) or found[at].start >= end:
            yield start, end

"""What all doors share goes in: one bad input with its files, and what it means that it failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Protocol


@dataclass(frozen=True)
class Bad:
    """One input: what was done to it, in a few words, the files of it by name, and the words of a
    command line or an address."""

    what: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    more: Any = None

    @property
    def size(self) -> int:
        """The bytes of all its files and words."""
        words = sum(len(word) for word in self.words)
        return words + sum(len(data) for data in self.files.values())


class Broken(AssertionError):
    """A promise that was not kept, in a sentence."""


class Door(Protocol):
    """A module that makes bad inputs of one kind and tries them."""

    NAME: str
    SHARE: int  # of all tries, in thousandths

    @staticmethod
    def inputs(chance: Random) -> Iterator[Bad]:
        """Bad inputs without end; the first depends on nothing but `chance`."""
        ...

    @staticmethod
    def try_one(given: Bad) -> None:
        """Raises Broken, or whatever the program raised and must not."""
        ...


def must(kept: object, sentence: str) -> None:
    """Raises Broken with the sentence where a promise is not kept."""
    if not kept:
        raise Broken(sentence)

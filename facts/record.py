"""A proved submission goes in, bytes come out, and back: what a cache keeps of it.

JSON, which runs nothing when it is read. The head is read at once; each other part of a submission
when it is first asked for.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from facts.corpus import (
    PlacedActivity,
    PlacedFact,
    PlacedMention,
    PlacedSetAside,
    Reference,
    Sub,
)
from facts.model import Absent, Activity, Fact, Mention, SetAside, SubmissionHead
from facts.problems import Problem
from language.quotes import Match

PARTS = ("facts", "activities", "mentions", "set_aside", "absent", "source_text")
Span: TypeAlias = tuple[int, int]
Fetch: TypeAlias = Callable[[str, str], bytes | None]  # key and part to bytes, None where lost

_FACTS = TypeAdapter(list[tuple[Fact, Span, Span | None, list[Span]]])
_ACTIVITIES = TypeAdapter(list[tuple[Activity, Span, list[Span]]])
_MENTIONS = TypeAdapter(list[tuple[Mention, Span]])
_SET_ASIDE = TypeAdapter(list[tuple[SetAside, list[Span]]])
_ABSENT = TypeAdapter(list[Absent])


@dataclass(frozen=True)
class Lean:
    """What is read of every submission at a start. Problems name files below `FOLDER`."""

    head: SubmissionHead
    file: str
    problems: list[Problem]
    left_out: list[str]
    references: list[Reference]
    accounted: dict[str, int]
    language_guessed: bool = False


_LEAN = TypeAdapter(Lean)
FOLDER = "\0"  # stands for the folder as it is shown, which is no part of what was proved


@dataclass(frozen=True)
class Record:
    """One proved submission as bytes: `lean` as JSON, `parts` by name, compressed JSON."""

    key: str
    lean: bytes
    parts: Mapping[str, bytes]


class KeptSub(Sub):
    """A submission of which all but the head is fetched when it is first touched."""

    def __getattr__(self, name: str) -> Any:
        """One of `PARTS`. What is large is not held on to."""
        if name not in PARTS:
            raise AttributeError(name)
        value = self.__dict__["_fetch"](self, name)
        if name in ("activities", "mentions"):
            self.__dict__[name] = value
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        """A plain `Sub` where it is copied or pickled."""
        whole = [getattr(self, name) for name in Sub.__dataclass_fields__]
        return Sub, tuple(whole)


def freeze(sub: Sub, key: str, shown: str) -> Record:
    """A proved submission as bytes. `shown` is the data folder as its problems name it."""
    lean = Lean(
        sub.head,
        _bare(sub.file, shown),
        [replace(one, file=_bare(one.file, shown)) for one in sub.problems],
        list(sub.left_out),
        [
            replace(one, problem=replace(one.problem, file=_bare(one.problem.file, shown)))
            for one in sub.references
        ],
        dict(sub.accounted),
        sub.language_guessed,
    )
    parts = {
        "facts": _FACTS.dump_json([
            (one.fact, _span(one.match), one.number, [_span(m) for m in one.also])
            for one in sub.facts
        ], **_SHORT),
        "activities": _ACTIVITIES.dump_json([
            (one.activity, _span(one.match), [_span(m) for m in one.also])
            for one in sub.activities
        ], **_SHORT),
        "mentions": _MENTIONS.dump_json(
            [(one.mention, _span(one.match)) for one in sub.mentions], **_SHORT
        ),
        "set_aside": _SET_ASIDE.dump_json(
            [(one.set_aside, [_span(m) for m in one.matches]) for one in sub.set_aside], **_SHORT
        ),
        "absent": _ABSENT.dump_json(list(sub.absent), **_SHORT),
        "source_text": sub.source_text.encode(),
    }  # fmt: skip
    packed = {name: zlib.compress(part, 1) for name, part in parts.items()}
    return Record(key, _LEAN.dump_json(lean, **_SHORT), packed)


_SHORT: dict[str, Any] = {"by_alias": True, "exclude_defaults": True}


def thaw(lean: bytes, shown: str, fetch: Callable[[Sub, str], object]) -> KeptSub:
    """The submission of a record; `fetch` gives its parts, opened.

    Raises ValueError where the bytes are not those of a record.
    """
    read = _LEAN.validate_json(lean)
    sub = object.__new__(KeptSub)
    sub.__dict__.update(
        head=read.head,
        file=_full(read.file, shown),
        problems=tuple(replace(one, file=_full(one.file, shown)) for one in read.problems),
        left_out=tuple(read.left_out),
        references=tuple(
            replace(one, problem=replace(one.problem, file=_full(one.problem.file, shown)))
            for one in read.references
        ),
        accounted=read.accounted,
        language_guessed=read.language_guessed,
        _fetch=fetch,
    )
    return sub


def open_part(head: SubmissionHead, name: str, packed: bytes) -> object:
    """One part of a submission, as it stands in `Sub`. Raises ValueError for other bytes."""
    try:
        data = zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    match name:
        case "facts":
            return tuple(
                PlacedFact(head, fact, Match(*at), number, tuple(Match(*m) for m in also))
                for fact, at, number, also in _FACTS.validate_json(data)
            )
        case "activities":
            return tuple(
                PlacedActivity(head, activity, Match(*at), tuple(Match(*m) for m in also))
                for activity, at, also in _ACTIVITIES.validate_json(data)
            )
        case "mentions":
            found = _MENTIONS.validate_json(data)
            return tuple(PlacedMention(head, mention, Match(*at)) for mention, at in found)
        case "set_aside":
            aside = _SET_ASIDE.validate_json(data)
            return tuple(PlacedSetAside(one, tuple(Match(*m) for m in at)) for one, at in aside)
        case "absent":
            return tuple(_ABSENT.validate_json(data))
        case _:
            return data.decode("utf-8")


def digest(data: bytes) -> str:
    """The SHA-256 that tells bytes which were changed on the disk."""
    return hashlib.sha256(data).hexdigest()


def _span(match: Match) -> Span:
    return match.start, match.end


def _bare(file: str, shown: str) -> str:
    return FOLDER + file.removeprefix(shown) if file.startswith(shown) else file


def _full(file: str, shown: str) -> str:
    return shown + file.removeprefix(FOLDER) if file.startswith(FOLDER) else file

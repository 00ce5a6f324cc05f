"""Turns what was proved of a submission into bytes and back: what a cache keeps of it.

JSON, which runs nothing when it is read. The head is read at once; each other part of a submission
when it is first asked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from facts.check_submission import Checked, Proof
from facts.corpus import (
    PlacedActivity,
    PlacedFact,
    PlacedMention,
    PlacedSetAside,
    Reference,
    Sub,
)
from facts.disk import Stamp
from facts.model import Absent, Activity, Fact, Mention, SetAside, SubmissionHead
from facts.problems import Problem
from language.quotes import Match

PARTS = ("facts", "activities", "mentions", "set_aside", "absent", "source_text")
Span: TypeAlias = tuple[int, int]

_FACTS = TypeAdapter(list[tuple[Fact, Span, Span | None, list[Span]]])
_ACTIVITIES = TypeAdapter(list[tuple[Activity, Span, list[Span]]])
_MENTIONS = TypeAdapter(list[tuple[Mention, Span]])
_SET_ASIDE = TypeAdapter(list[tuple[SetAside, list[Span]]])
_ABSENT = TypeAdapter(list[Absent])


@dataclass(frozen=True)
class Lean:
    """What is read of every submission at a start. Problems name files below `FOLDER`.

    `files` are the first four fields of `Checked`.
    """

    files: tuple[str, str, str, str]
    used: tuple[str, ...] | None
    stamps: tuple[Stamp, Stamp] | None
    head: SubmissionHead
    file: str
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    references: tuple[Reference, ...]
    accounted: dict[str, int]
    language_guessed: bool = False


_LEAN = TypeAdapter(Lean)
FOLDER = "\0"  # stands for the folder as it is shown, which is no part of what was proved


@dataclass(frozen=True)
class Record:
    """One proved submission as bytes: `lean` as JSON, `parts` by name, compressed JSON."""

    name: str
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


def is_fetched(sub: Sub) -> bool:
    """Whether a submission came as a record, so that its parts stand in a cache."""
    return isinstance(sub, KeptSub) and "_fetch" in vars(sub)


def freeze(name: str, checked: Checked, sub: Sub, shown: str) -> Record:
    """The proved submission of a folder as bytes, without its parts where these stand in a cache.

    `shown` is the data folder as its problems name it.
    """
    lean = Lean(
        (checked.yaml, checked.source_name, checked.source, checked.catalogue),
        checked.used,
        checked.stamps,
        sub.head,
        *_renamed(sub, shown, FOLDER),
        dict(sub.accounted),
        sub.language_guessed,
    )
    parts = {} if is_fetched(sub) else _parts(sub)
    return Record(name, checked.key, _LEAN.dump_json(lean, **_SHORT), parts)


def _parts(sub: Sub) -> dict[str, bytes]:
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
    return {name: zlib.compress(part, 1) for name, part in parts.items()}


_SHORT: dict[str, Any] = {"by_alias": True, "exclude_defaults": True}


def thaw(lean: bytes, shown: str, fetch: Callable[[Sub, str], object]) -> Checked:
    """What was proved, from the lean bytes of a record; `fetch` gives its parts, opened.

    Raises ValueError where the bytes are not those of a record.
    """
    read = _LEAN.validate_json(lean)
    file, problems, left_out, references = _renamed(read, FOLDER, shown)
    sub = object.__new__(KeptSub)
    sub.__dict__.update(
        head=read.head,
        file=file,
        problems=problems,
        left_out=left_out,
        references=references,
        accounted=read.accounted,
        language_guessed=read.language_guessed,
        _fetch=fetch,
    )
    return Checked(Proof(sub, problems), *read.files, read.used, read.stamps)


def _renamed(
    one: Sub | Lean, before: str, now: str
) -> tuple[str, tuple[Problem, ...], tuple[str, ...], tuple[Reference, ...]]:
    """File, problems, left out and references, of which the files begin with another folder."""

    def moved(problem: Problem) -> Problem:
        return replace(problem, file=_moved(problem.file, before, now))

    references = (replace(ref, problem=moved(ref.problem)) for ref in one.references)
    problems = tuple(moved(problem) for problem in one.problems)
    return _moved(one.file, before, now), problems, tuple(one.left_out), tuple(references)


def _moved(file: str, before: str, now: str) -> str:
    return now + file.removeprefix(before) if file.startswith(before) else file


def _span(match: Match) -> Span:
    return match.start, match.end


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

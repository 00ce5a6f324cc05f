"""Reads and checks what the three files beside the submissions define."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR
from functools import cached_property

from pydantic import BaseModel

from facts.corpus import Reference
from facts.disk import Blob, Disk
from facts.parse import Entry, Reader
from facts.partial_dates import last_year
from facts.problems import Problem, show
from facts.vocabulary import (
    Group,
    Indicator,
    IndicatorsFile,
    Organisation,
    OrganisationFile,
    Question,
    QuestionsFile,
)

UNNAMED = Organisation(
    name="Unnamed organisation",
    short_name="Unnamed",
    title={"en": "Submissions"},
    about={"en": "The file organisation.yaml of this data folder could not be read."},
)


@dataclass(frozen=True)
class Catalogue:
    """What a data folder defines beside its submissions. `sha256s` tell if it changed.

    `latest` is the last year that a date of a submission may have.
    """

    organisation: Organisation
    groups: tuple[Group, ...]
    indicators: dict[str, Indicator]
    questions: tuple[Question, ...]
    unread: frozenset[str]  # indicators with a fault, by id
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    sha256s: tuple[str, ...]
    latest: int = MAXYEAR

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The names of the organisation, in small letters."""
        return self.organisation.names

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {
            name: hashlib.sha256(indicator.model_dump_json().encode()).hexdigest()
            for name, indicator in self.indicators.items()
        }

    @cached_property
    def _bases(self) -> dict[tuple[str, ...], str]:
        return {}

    def basis(self, used: tuple[str, ...] | None) -> str:
        """A fingerprint of the names and of these indicators; of all where None is given.

        With all of them goes the year: what is refused in one year may be right in the next.
        """
        if used is None:
            return f"{self.own} {self.sha256s[1]} {self.latest}"
        if used in self._bases:
            return self._bases[used]
        unread = ("unread" if name in self.unread else "missing" for name in used)
        said = (self._digests.get(name, other) for name, other in zip(used, unread, strict=True))
        whole = "\n".join((*self.own, *said)).encode()
        return self._bases.setdefault(used, hashlib.sha256(whole).hexdigest())


def read_catalogue(
    disk: Disk, shown: str, before: Catalogue | None = None, year: int = MAXYEAR
) -> Catalogue:
    """Reads the three files; `before` is given back where none has changed.

    `year` is this year, by which dates are judged.
    """
    files = ("organisation.yaml", "indicators.yaml", "questions.yaml")
    blobs: list[Blob | Problem | None] = []
    for name in files:
        path = disk.folder / name
        optional = name == "questions.yaml" and not disk.is_there(path)
        blobs.append(None if optional else disk.read(path, f"{shown}/{name}"))
    sha256s = tuple(blob.sha256 if isinstance(blob, Blob) else str(blob) for blob in blobs)
    latest = last_year(year)
    if before and (before.sha256s, before.latest) == (sha256s, latest):
        return before
    return _build(blobs, [f"{shown}/{name}" for name in files], sha256s, latest)


def _build(
    blobs: list[Blob | Problem | None], paths: list[str], sha256s: tuple[str, ...], latest: int
) -> Catalogue:
    organisation = _reader(blobs[0], paths[0], OrganisationFile)
    own = organisation.one("organisation", Organisation)
    measured = _reader(blobs[1], paths[1], IndicatorsFile)
    groups = measured.many("groups", Group)
    indicators = measured.many("indicators", Indicator)
    known = {entry.item.id: entry.item for entry in indicators}
    asked = _reader(blobs[2], paths[2], QuestionsFile)
    questions = asked.many("questions", Question)
    unread = frozenset(one.name.removeprefix("indicators.") for one in measured.broken)
    wrong = list(_answers(questions, {*known, *unread})) if measured.root else []
    bad = {(problem.field.split(".")[1]) for problem in wrong}
    kept = [entry for entry in questions if entry.item.id not in bad]
    problems = [*organisation.problems, *measured.problems, *_groups(groups, indicators)]
    problems += [*asked.problems, *wrong]
    return Catalogue(
        own.item if own else UNNAMED,
        tuple(entry.item for entry in groups),
        known,
        tuple(entry.item for entry in kept),
        unread,
        tuple(reference for entry in kept for reference in _references(entry)),
        tuple(sorted(set(problems))),
        sha256s,
        latest,
    )


def _reader(blob: Blob | Problem | None, path: str, whole: type[BaseModel]) -> Reader:
    """A reader of the file, empty where there is no file to read."""
    return Reader(blob.data if isinstance(blob, Blob) else blob, path, whole)


def _groups(
    groups: tuple[Entry[Group], ...], indicators: tuple[Entry[Indicator], ...]
) -> Iterator[Problem]:
    known = [entry.item.id for entry in groups]
    for entry in indicators:
        if entry.item.group not in known:
            what = f"{show(entry.item.group)} is not a group of this file."
            yield entry.problem(("group",), what, f"choose one of: {', '.join(known)}.")


def _answers(questions: tuple[Entry[Question], ...], known: set[str]) -> Iterator[Problem]:
    for entry in questions:
        for index, name in enumerate(entry.item.answer):
            if name not in known:
                what = f"{show(name)} is not an indicator of indicators.yaml."
                yield entry.problem(("answer", index), what, "write the id of an indicator.")


def _references(entry: Entry[Question]) -> Iterator[Reference]:
    fix = "write submission/fact, as in the files of the submissions."
    for index, warned in enumerate(entry.item.not_instead):
        what = f"there is no fact {show(warned.fact)}."
        problem = entry.problem(("not_instead", index, "fact"), what, fix)
        yield Reference(entry.name, warned.fact, problem)
    for index, ref in enumerate(entry.item.nearest):
        problem = entry.problem(("nearest", index), f"there is no fact {show(ref)}.", fix)
        yield Reference(entry.name, ref, problem)

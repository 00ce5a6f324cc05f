"""A data folder goes in; the whole `Corpus` comes out, with every problem of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facts import parallel
from facts.cache import Cache
from facts.catalogue import Catalogue, read_catalogue
from facts.check_submission import Checked, Proof, check, is_unchanged
from facts.corpus import Corpus, Reference, Sub, stated
from facts.disk import Disk, Stamp
from facts.partial_dates import first_day
from facts.problems import Problem
from facts.record import thaw

if TYPE_CHECKING:  # pandas is slow to import, and checking alone does not need it
    import pandas as pd


@dataclass
class Memory:
    """What was found out at the last look, so that only what changed is parsed and proved again.

    `seen` are the stamps of all files, where somebody has just looked at them. `fresh` are rows of
    facts that came with proofs of other processes, where `wants_rows` says so. `told` is called
    with how many submissions are read, and of how many. `today` is the clock by which a date is
    too late.
    """

    disk: Disk
    catalogue: Catalogue | None = None
    proofs: dict[str, Checked] = field(default_factory=dict)
    cache: Cache = field(default_factory=Cache)
    seen: Mapping[str, Stamp] = field(default_factory=dict)
    fresh: list[pd.DataFrame] = field(default_factory=list)
    wants_rows: bool = False
    gone: set[str] = field(default_factory=set)
    told: Callable[[int, int], None] = lambda _read, _all: None
    today: Callable[[], date] = date.today


def load(folder: Path, shown: str | None = None, memory: Memory | None = None) -> Corpus:
    """Reads and proves a whole data folder; never raises for what is wrong in it.

    `shown` is how problems name the folder (as given, when left out). With the `memory` of an
    earlier call only changed files are read, and only changed submissions proved.
    """
    memory = memory or Memory(Disk(folder))
    shown = folder.as_posix() if shown is None else shown
    catalogue = read_catalogue(memory.disk, shown, memory.catalogue, memory.today().year)
    memory.catalogue = catalogue
    names, problems = _names(memory.disk, shown)
    for gone in memory.proofs.keys() - set(names):
        del memory.proofs[gone]
        memory.gone.add(gone)
    _prove(memory, names, shown)
    proofs = {name: memory.proofs[name].proof for name in names}
    problems += [problem for proof in proofs.values() for problem in proof.problems]
    submissions = [proof.sub for proof in proofs.values() if proof.sub]
    submissions, dangling = _resolved(submissions, proofs)
    known = _Known(submissions, proofs)
    lost = [one for one in catalogue.references if not known.has(one.target)]
    cut = {one.entry.removeprefix("questions.") for one in lost}
    problems += [*catalogue.problems, *dangling, *(one.problem for one in lost)]
    return Corpus(
        catalogue.organisation,
        catalogue.groups,
        catalogue.indicators,
        tuple(one for one in catalogue.questions if one.id not in cut),
        tuple(
            sorted(submissions, key=lambda sub: (first_day(sub.head.plot_at.value), sub.head.id))
        ),
        tuple(sorted(set(problems))),
        tuple(name for name, proof in proofs.items() if proof.sub is None),
        catalogue.latest,
    )


def _names(disk: Disk, shown: str) -> tuple[list[str], list[Problem]]:
    """The names of the submission folders; a problem where there is none."""
    fix = "add submissions/<id>/submission.yaml and its source.txt."
    try:
        names = disk.names()
    except OSError:
        what = (
            "this data folder has no folder submissions."
            if os.path.isdir(disk.folder)  # noqa: PTH112
            else ("there is no such data folder.")
        )
        return [], [Problem(shown, 1, 1, "submissions", what, fix)]
    if not names:
        what = "no submission stands in this data folder."
        return [], [Problem(f"{shown}/submissions", 1, 1, "submissions", what, fix)]
    return names, []


def _prove(memory: Memory, names: list[str], shown: str) -> None:
    """Bring `memory.proofs` up to date with the files of these submissions."""
    assert memory.catalogue is not None
    disk, catalogue = memory.disk, memory.catalogue
    todo = [
        name
        for name in names
        if name not in memory.proofs
        or not is_unchanged(memory.proofs[name], name, disk, catalogue, memory.seen)
    ]
    if len(todo) >= parallel.ENOUGH and parallel.workers() > 1:
        todo = _prove_together(memory, todo, shown)
    for count, name in enumerate(todo):
        at = f"{shown}/submissions/{name}"
        memory.proofs[name] = check(name, disk, at, catalogue, memory.proofs.get(name))
        memory.told(count + 1, len(todo))


def _prove_together(memory: Memory, names: list[str], shown: str) -> list[str]:
    """Have other processes prove these; the names that they did not are left."""
    assert memory.catalogue is not None
    read = 0

    def take(batch: parallel.Batch) -> None:
        nonlocal read
        for name, kept in batch.kept.items():
            record = batch.records.get(name)
            if record:
                memory.cache.put(record)
                sub = thaw(record.lean, shown, fetcher(memory, name, record.key, shown))
                kept = replace(kept, proof=Proof(sub, sub.problems))
            memory.proofs[name] = kept
        if batch.rows is not None:
            memory.fresh.append(batch.rows)
        read += len(batch.kept)
        memory.told(read, len(names))

    job = parallel.Job(
        memory.disk.folder.resolve(),
        shown,
        tuple(names),
        memory.catalogue.sha256s,
        memory.wants_rows,
        memory.today().year,
    )
    return list(parallel.prove_many(job, take))


def fetcher(memory: Memory, name: str, key: str, shown: str) -> Callable[[Sub, str], object]:
    """What gives the parts of a kept submission: the cache, or the files where it lost them."""

    def fetch(sub: Sub, part: str) -> object:
        found = memory.cache.part(key, sub.head, part)
        if found is None and memory.catalogue is not None:
            at = f"{shown}/submissions/{name}"
            again = check(name, memory.disk, at, memory.catalogue).proof.sub
            found = getattr(again, part) if again else None
        return found if found is not None else "" if part == "source_text" else ()

    return fetch


class _Known:
    """Every submission and fact that stands in the files, the ones left out included."""

    def __init__(self, submissions: Iterable[Sub], proofs: Mapping[str, Proof]) -> None:
        self._subs = {sub.head.id: sub for sub in submissions}
        self._proofs = proofs
        self._facts: dict[str, dict[str, str]] = {}

    def has(self, target: str, states: str = "") -> bool:
        """Whether `submission` or `submission/fact` is there; of an unread one all may be.

        With `states` the fact has to state that; one that is left out may.
        """
        name, slash, fact = target.partition("/")
        if name not in self._proofs:
            return False
        sub = self._subs.get(name)
        if not slash or sub is None:
            return True
        if name not in self._facts:
            left = {one.removeprefix("facts."): "" for one in sub.left_out}
            self._facts[name] = left | {one.fact.id: stated(one.fact) for one in sub.facts}
        known = self._facts[name].get(fact)
        if known is None:
            return bool(states)  # what is not there is told once
        return not states or known in ("", states)


def _resolved(submissions: list[Sub], proofs: dict[str, Proof]) -> tuple[list[Sub], list[Problem]]:
    """Leaves out the entries that refer to what is not there, and says so."""
    known = _Known(submissions, proofs)
    problems: list[Problem] = []
    resolved: list[Sub] = []
    for sub in submissions:
        lost = [one for one in sub.references if not known.has(one.target, one.states)]
        gone = {one.target for one in lost}  # of a missing submission no fact is missing too
        lost = [one for one in lost if one.target.rpartition("/")[0] not in gone]
        problems += [one.problem for one in lost]
        resolved.append(_without(sub, {one.entry for one in lost}, lost))
    return resolved, problems


def _without(sub: Sub, names: set[str], lost: Iterable[Reference]) -> Sub:
    if not names:
        return sub
    return replace(
        sub,
        facts=tuple(f for f in sub.facts if f"facts.{f.fact.id}" not in names),
        activities=tuple(a for a in sub.activities if f"activities.{a.activity.id}" not in names),
        problems=tuple(sorted({*sub.problems, *(one.problem for one in lost)})),
        left_out=(*sub.left_out, *sorted(names)),
    )

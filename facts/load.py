"""Reads and proves a whole data folder, and only what changed where an earlier look is known."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from facts.cache import Cache
from facts.catalogue import Catalogue, read_catalogue
from facts.check_submission import Checked, Proof, check, is_unchanged
from facts.corpus import Corpus, Reference, Sub, stated
from facts.disk import Disk, Stamp
from facts.partial_dates import first_day
from facts.problems import Problem
from facts.record import Record, freeze, is_fetched, thaw

ENOUGH = 200  # submissions from which other processes are worth their start
BATCH = 50  # submissions that a process checks at a time


@dataclass
class Memory:
    """What was found out at the last look, so that only what changed is parsed and proved again.

    `seen` are the stamps of all files, where somebody has just looked at them; `gone` are the
    submissions that are there no more. `told` is called with how many submissions are read, and of
    how many. `today` is the clock by which a date is too late.
    """

    disk: Disk
    catalogue: Catalogue | None = None
    proofs: dict[str, Checked] = field(default_factory=dict)
    cache: Cache = field(default_factory=Cache)
    seen: Mapping[str, Stamp] = field(default_factory=dict)
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
    if len(todo) >= ENOUGH and processes() > 1:
        todo = _prove_together(memory, todo, shown)
    for count, name in enumerate(todo):
        at = f"{shown}/submissions/{name}"
        memory.proofs[name] = check(name, disk, at, catalogue, memory.proofs.get(name))
        memory.told(count + 1, len(todo))


def processes() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return min(8, len(os.sched_getaffinity(0)))
    return min(8, os.cpu_count() or 1)


def _prove_together(memory: Memory, names: list[str], shown: str) -> list[str]:
    """Have other processes prove these; the names that they did not are left."""
    assert memory.catalogue is not None
    left = dict.fromkeys(names)
    batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
    folder, year = memory.disk.folder.resolve(), memory.today().year
    work = partial(prove_batch, folder, shown, year, memory.catalogue.sha256s)
    context = multiprocessing.get_context("spawn")  # a fork of several threads may never wake
    with (
        suppress(BrokenProcessPool, OSError),
        ProcessPoolExecutor(processes(), context, initializer=gc.disable) as pool,
    ):
        for batch in pool.map(work, batches):
            for name, found in batch.items():
                if isinstance(found, Record):
                    memory.cache.put(found)
                    found = thaw(found.lean, shown, fetcher(memory, name, found.key, shown))
                memory.proofs[name] = found
                del left[name]
            memory.told(len(names) - len(left), len(names))
    return list(left)


def prove_batch(
    folder: Path, shown: str, year: int, sha256s: tuple[str, ...], names: list[str]
) -> dict[str, Checked | Record]:
    """In another process: the records of these submissions, and of faulty ones what is wrong.

    Nothing where the files beside the submissions are not those of `sha256s` any more.
    """
    catalogue = _catalogue(folder, shown, year, sha256s)
    if catalogue.sha256s != sha256s:
        return {}
    disk = Disk(folder)
    found: dict[str, Checked | Record] = {}
    for name in names:
        checked = check(name, disk, f"{shown}/submissions/{name}", catalogue)
        sub = checked.proof.sub
        found[name] = freeze(name, checked, sub, shown) if sub else checked
    return found


@lru_cache(maxsize=1)
def _catalogue(folder: Path, shown: str, year: int, _sha256s: tuple[str, ...]) -> Catalogue:
    return read_catalogue(Disk(folder), shown, None, year)


def restore(memory: Memory, shown: str) -> None:
    """Fill an empty memory with the proofs that its cache holds; what is spoilt is left out."""
    for record in memory.cache.records():
        with suppress(ValueError, TypeError, RecursionError):
            fetch = fetcher(memory, record.name, record.key, shown)
            checked = thaw(record.lean, shown, fetch)
            if checked.key == record.key:  # else it is the lean part of another record
                memory.proofs[record.name] = replace(checked, saved=True)


def save(memory: Memory, shown: str, frame: Callable[[], bytes]) -> bool:
    """Write what is new into the cache, all or nothing; whether there was anything to write.

    A proof that is saved is held as its head from now on; the rest is fetched when it is asked.
    `frame` gives the rows of all facts.
    """
    if not memory.cache.lasts:
        return False
    fresh = {
        name: (checked, checked.proof.sub)
        for name, checked in memory.proofs.items()
        if not checked.saved and checked.proof.sub and checked.stamps
    }
    gone = tuple(memory.gone)
    if not (fresh or gone):
        return False
    records = [freeze(name, *found, shown) for name, found in fresh.items()]
    if not memory.cache.save(records, gone, frame()):
        return False
    memory.gone -= set(gone)
    for record in records:
        checked, sub = fresh[record.name]
        if memory.proofs.get(record.name) is checked:
            if not is_fetched(sub):
                fetch = fetcher(memory, record.name, record.key, shown)
                checked = thaw(record.lean, shown, fetch)
            memory.proofs[record.name] = replace(checked, saved=True)
    return True


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

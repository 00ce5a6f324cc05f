"""A desk goes in; what is still to be done, what would be saved, and the save itself come out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from curate import changes, saving
from curate.act import search_words
from curate.changes import Row
from curate.desk import Desk
from curate.errors import Conflict, Fault, NotSaved, Refused
from curate.file import INDICATORS, Files, made_files, stated
from curate.saving import Change, Saved
from curate.shadow import loaded, loaded_with, new_problems
from curate.verdict import head as judge_head
from facts.corpus import Corpus, PlacedFact
from facts.fact_index import facts_of
from facts.format_value import says
from facts.frame import frame, reached
from facts.problems import Problem
from facts.vocabulary import Indicator, in_language

_TRIES = 3


@dataclass(frozen=True)
class Missing:
    """A recurring indicator that no accepted fact states, what was last said of it, and the words
    by which it is looked for."""

    indicator: str
    label: str
    last: str
    searched: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """The data folder before and after a save, without anything written.

    `files` are paths in the data folder with their bytes; `problems` those that are new; the
    frames are those of `facts.frame`, without targets and plans.
    """

    files: dict[str, bytes]
    before: Corpus
    after: Corpus
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...]
    frame_before: pd.DataFrame
    frame_after: pd.DataFrame
    yaml: str


def missing(desk: Desk) -> tuple[Missing, ...]:
    """The recurring indicators neither stated nor said to be not stated."""
    done = stated(desk) | set(desk.state.absent)
    return tuple(
        Missing(one.id, in_language(one.label) or one.id, _last(desk, one), search_words(one))
        for one in desk.indicators.values()
        if one.recurring and one.id not in done
    )


def unfinished(desk: Desk, there: bool = False) -> tuple[str, ...]:
    """What must be done before saving, a sentence each; empty when it can be saved.

    `there`: a submission of this id may be there already.
    """
    found = []
    done, of = desk.progress
    if done < of:
        left = of - done
        found.append(f"{left} {'card is' if left == 1 else 'cards are'} not decided yet.")
    for fault in judge_head(desk, desk.head, there):
        found.append(f"About the document, {fault.field or 'head'}: {fault.sentence}")
    waiting = missing(desk)
    if waiting:
        names = ", ".join(one.label for one in waiting)
        found.append(f"Say of each whether it is really not stated: {names}.")
    return tuple(found)


def preview(desk: Desk, whole: bool = False) -> Preview:
    """What would be saved. With `whole`, raises Refused while something is unfinished.

    Raises Refused too where the head is not sound, NotSaved where there is no room for a copy.
    """
    if whole:
        _refuse_unfinished(desk)
    made = made_files(desk)
    files = _paths(made)
    before = loaded(desk.work.data)
    after = loaded_with(desk.work.data, dict(files))
    return Preview(
        files, before, after, new_problems(before.problems, after.problems),
        _rows(after, made.submission), reached(frame(before)), reached(frame(after)), made.yaml,
    )  # fmt: skip


def save(desk: Desk, over: str | None = None) -> Saved:
    """Save the submission: its folder, and indicators.yaml where something was defined.

    Where a submission of this id is there already it is a Conflict; with `over`, the text of that
    submission.yaml as it was seen, it is put in its place, unless it was changed since.
    Raises Refused while something is unfinished or a proof fails, Conflict, NotSaved.
    """
    _refuse_unfinished(desk, over is not None)
    for _ in range(_TRIES):
        try:
            return saving.save(desk.work.data, _change(desk, over))
        except Conflict as conflict:
            if conflict.path != INDICATORS:  # ours are only added to what stands there now
                raise
    raise NotSaved("The indicators are being changed at this moment.", "Try again.")


def _change(desk: Desk, over: str | None) -> Change:
    made = made_files(desk)
    folder = f"submissions/{made.submission}"
    after = loaded_with(desk.work.data, dict(_paths(made)))
    files = {INDICATORS: made.indicators} if made.indicators else {}
    based_on = {INDICATORS: made.base} if made.indicators else {}
    if over is not None:
        based_on[f"{folder}/submission.yaml"] = over.encode()
    inside = {"source.txt": made.source, "submission.yaml": made.yaml.encode()}
    message = _message(desk, after, made.submission)
    return Change(made.submission, message, files, {folder: inside}, based_on, desk.work.id)


def _paths(made: Files) -> dict[str, bytes]:
    folder = f"submissions/{made.submission}"
    files = {f"{folder}/source.txt": made.source, f"{folder}/submission.yaml": made.yaml.encode()}
    return files | ({INDICATORS: made.indicators} if made.indicators else {})


def _refuse_unfinished(desk: Desk, there: bool = False) -> None:
    left = unfinished(desk, there)
    if left:
        raise Refused(tuple(Fault("", one, "") for one in left))


def _rows(after: Corpus, name: str) -> tuple[Row, ...]:
    sub = after.submission(name)
    return changes.rows(changes.before_of(after, name), sub, after.indicators) if sub else ()


def _message(desk: Desk, after: Corpus, name: str) -> str:
    """ "Add CSTD 2026: 14 facts; members 129 → 131"."""
    sub = after.submission(name)
    count = len(sub.facts) if sub else 0
    said = f"Add {desk.head.get('name', name)}: {count} {'fact' if count == 1 else 'facts'}"
    moved = changes.moved(_rows(after, name), "network", after.indicators)
    return f"{said}; {moved}" if moved else said


def _last(desk: Desk, measured: Indicator) -> str:
    """What was last said of an indicator: "last time: 8 workshops (CSTD 2025)"."""
    known = facts_of(desk.reading.corpus, measured.id, 1)
    return f"last time: {_said(known[-1], measured)}" if known else "never stated yet"


def _said(placed: PlacedFact, measured: Indicator) -> str:
    said = says(placed.fact, measured)
    unit = measured.unit.one if placed.fact.value == 1 else measured.unit.many
    shown = said if measured.kind == "share" else f"{said} {in_language(unit)}"
    return f"{shown} ({placed.submission.name})"

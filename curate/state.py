"""The lines of a journal go in; what is decided by them, undone steps left out, comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from curate.journal import Line
from curate.sense import makes_sense
from facts.vocabulary import SetAsideClass

Fields = dict[str, Any]
Rule = Literal["same", "differs"]


@dataclass(frozen=True)
class Aside:
    """A number that is no fact: its class, and a note."""

    class_: SetAsideClass
    note: str | None = None


@dataclass
class State:
    """All that was decided so far; items are named by `n<start>` or `e<start>`.

    `again` has the quotes that state an accepted fact once more (`fact`, `quote`, `occurrence`).
    `kept` has the fields of items that are open again; `decided` the cards that were decided once
    and are not open again; `focus` the card that the last step leads to.
    """

    facts: dict[str, Fields] = field(default_factory=dict)
    activities: dict[str, Fields] = field(default_factory=dict)
    again: dict[str, Fields] = field(default_factory=dict)
    rejected: dict[str, Aside] = field(default_factory=dict)
    kept: dict[str, Fields] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    decided: set[str] = field(default_factory=set)
    marks: list[tuple[int, int]] = field(default_factory=list)
    classes: dict[str, SetAsideClass] = field(default_factory=dict)
    indicators: list[Fields] = field(default_factory=list)
    wordings: list[tuple[str, str, Rule]] = field(default_factory=list)
    absent: dict[str, Fields] = field(default_factory=dict)
    head: Fields | None = None
    focus: str | None = None
    of: int | None = None
    saved: str | None = None
    steps: tuple[Line, ...] = ()
    undone: tuple[Line, ...] = ()


def state_of(lines: Iterable[Line]) -> State:
    """Follow a journal from its first line. A step that makes no sense changes nothing; it stands
    among the steps, so that an undo behind it takes back no other."""
    steps: list[Line] = []
    undone: list[Line] = []
    state = State()
    of, saved, focus = None, None, None
    for line in lines:
        if line.get("do") in _CONTROL and not makes_sense(line):
            continue
        match line.get("do"):
            case "counted":
                of = line["of"]
            case "saved":
                saved = line["save"]
            case "opened again":
                saved = None
            case "undo" if steps:
                undone.append(steps.pop())
                focus = undone[-1].get("card") if makes_sense(undone[-1]) else None
            case "redo" if undone:
                steps.append(undone.pop())
                focus = None
            case name if name not in _CONTROL:
                steps.append(line)
                undone, focus = [], None
    for step in steps:
        state.focus = None
        if makes_sense(step):
            _STEPS[step["do"]](state, step)
    state.focus = focus or state.focus
    state.of, state.saved = of, saved
    state.steps, state.undone = tuple(steps), tuple(undone)
    return state


def _decide(state: State, line: Line) -> None:
    for item, fields in line.get("facts", {}).items():
        _clear(state, item)
        state.facts[item] = fields
    for item, fields in line.get("activities", {}).items():
        _clear(state, item)
        state.activities[item] = fields
    for item, fields in line.get("again", {}).items():
        _clear(state, item)
        state.again[item] = fields
    for item, aside in line.get("rejected", {}).items():
        _clear(state, item)
        state.rejected[item] = Aside(aside["class"], aside.get("note"))
    if line["card"] in state.skipped:
        state.skipped.remove(line["card"])
    state.decided.add(line["card"])


def _clear(state: State, item: str) -> Fields | None:
    """Take away what was decided of an item; gives its fields."""
    state.rejected.pop(item, None)
    state.again.pop(item, None)
    return state.facts.pop(item, None) or state.activities.pop(item, None)


def _skip(state: State, line: Line) -> None:
    if line["card"] in state.skipped:
        state.skipped.remove(line["card"])
    state.skipped.append(line["card"])


def _reopen(state: State, line: Line) -> None:
    for item in line["items"]:
        fields = _clear(state, item)
        if fields:
            state.kept[item] = fields
    if line["card"] in state.skipped:
        state.skipped.remove(line["card"])
    state.decided.discard(line["card"])
    state.focus = line["card"]


def _mark(state: State, line: Line) -> None:
    span = int(line["start"]), int(line["end"])
    if span not in state.marks:
        state.marks.append(span)
    _clear(state, f"n{span[0]}")
    state.decided.discard(line["card"])
    state.focus = line["card"]


def _class(state: State, line: Line) -> None:
    state.classes[line["item"]] = line["class"]


def _indicator(state: State, line: Line) -> None:
    state.indicators.append(dict(line["fields"]))
    state.focus = line.get("card")


def _wording(state: State, line: Line) -> None:
    state.wordings.append((line["indicator"], line["wording"], line["rule"]))
    state.focus = line.get("card")


def _absent(state: State, line: Line) -> None:
    state.absent[line["fields"]["indicator"]] = dict(line["fields"])


def _head(state: State, line: Line) -> None:
    state.head = dict(line["fields"])


_CONTROL = ("counted", "saved", "opened again", "undo", "redo")
_STEPS: dict[str, Callable[[State, Line], None]] = {
    "decide": _decide,
    "skip": _skip,
    "reopen": _reopen,
    "mark": _mark,
    "class": _class,
    "indicator": _indicator,
    "wording": _wording,
    "absent": _absent,
    "head": _head,
}

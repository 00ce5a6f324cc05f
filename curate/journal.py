"""The journal of decisions of a draft: lines on the disk, what they decide, in words.

A journal may be older than the program, or was changed by another one: what makes no sense is no
decision, and no reason to fail.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ValidationError

from curate.durable_write import as_not_saved, json_line, locked
from curate.errors import Elsewhere, NotSaved
from curate.yaml_edit import Fields, node_of
from facts.model import Absent, Activity, Fact
from facts.parse import validated
from facts.vocabulary import Indicator, SetAsideClass

Line = dict[str, Any]
Rule = Literal["same", "differs"]
_ITEM = re.compile(r"[a-z]\d{1,8}")
_CLASSES: tuple[str, ...] = get_args(SetAsideClass)


@dataclass(frozen=True)
class Journal:
    """The lines of a journal, the bytes that they take, and what is to be said of it."""

    lines: tuple[Line, ...]
    size: int
    notes: tuple[str, ...]


def read_journal(path: Path) -> Journal:
    """Every whole line; a last line that was cut off is passed over. Raises NotSaved."""
    with as_not_saved():
        data = path.read_bytes()
    size = data.rfind(b"\n") + 1
    lines: list[Line] = []
    unread = 0
    for piece in data[:size].split(b"\n")[:-1]:
        line = _parsed(piece)
        if line is None:
            unread += 1
        else:
            lines.append(line)
    notes = []
    if size < len(data):
        notes.append("The last step was cut off while it was written; it is to be done again.")
    if unread:
        notes.append(f"{unread} {'step' if unread == 1 else 'steps'} could not be read again.")
    return Journal(tuple(lines), size, tuple(notes))


def _parsed(piece: bytes) -> Line | None:
    try:
        line = json.loads(piece)
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) else None


def append_line(path: Path, line: Line, size: int) -> int:
    """Write one line behind `size` bytes and wait for the disk; gives the new size.

    Raises Elsewhere where the journal has grown meanwhile, NotSaved where it is gone or the disk
    refuses; then it is as it was.
    """
    if not path.parent.is_dir():
        raise NotSaved("This draft was saved or thrown away in another window.", "Go to the list.")
    data = json_line(line)
    with locked(path.with_name("lock")), as_not_saved():
        number = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            if _whole_size(path) != size:
                raise Elsewhere
            try:
                os.ftruncate(number, size)  # a line that a crash cut off
                os.lseek(number, size, os.SEEK_SET)
                _write_all(number, data)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(number, size)
                raise
        finally:
            os.close(number)
    return size + len(data)


def _whole_size(path: Path) -> int:
    return path.read_bytes().rfind(b"\n") + 1


def _write_all(number: int, data: bytes) -> None:
    while data:
        data = data[os.write(number, data) :]
    os.fsync(number)


def makes_sense(line: Line) -> bool:
    """Whether each part of a line has the shape that it is written with."""
    name = line.get("do")
    check = _SHAPES.get(name) if isinstance(name, str) else None
    try:
        return check is not None and check(line)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return False


def _sound_decide(line: Line) -> bool:
    return (
        isinstance(line["card"], str)
        and all(_is(Fact, one) for one in _items(line, "facts"))
        and all(_is(Activity, one) for one in _items(line, "activities"))
        and all(_sound_again(one) for one in _items(line, "again"))
        and all(_sound_aside(one) for one in _items(line, "rejected"))
    )


def _items(line: Line, key: str) -> list[Any]:
    """What stands under a key by the names of items."""
    found: Mapping[str, Any] = line.get(key, {})
    if not all(_ITEM.fullmatch(name) for name in found):
        raise ValueError(key)
    return list(found.values())


def _is(model: type[BaseModel], fields: Any) -> bool:
    try:
        validated(model, node_of(fields))
    except ValidationError:
        return False
    return isinstance(fields, dict)


def _sound_again(fields: Any) -> bool:
    texts = (fields["fact"], fields.get("quote", ""), fields.get("wording", ""))
    place = fields.get("occurrence", 1)
    return all(isinstance(one, str) for one in texts) and type(place) is int


def _sound_aside(fields: Any) -> bool:
    return fields["class"] in _CLASSES and isinstance(fields.get("note") or "", str)


def _sound_mark(line: Line) -> bool:
    start, end = line["start"], line["end"]
    span = type(start) is int and type(end) is int and 0 <= start < end
    return span and isinstance(line["card"], str)


def _sound_reopen(line: Line) -> bool:
    items = line["items"]
    named = isinstance(items, list) and all(_ITEM.fullmatch(one) for one in items)
    return named and isinstance(line["card"], str)


def _sound_wording(line: Line) -> bool:
    named = isinstance(line["indicator"], str) and isinstance(line["wording"], str)
    return named and line["rule"] in ("same", "differs") and _sound_card(line)


def _sound_card(line: Line) -> bool:
    """Whether the card that a step leads back to is one, or none."""
    return isinstance(line.get("card") or "", str)


_SHAPES: dict[str, Callable[[Line], bool]] = {
    "decide": _sound_decide,
    "skip": lambda line: isinstance(line["card"], str),
    "reopen": _sound_reopen,
    "mark": _sound_mark,
    "class": lambda line: bool(_ITEM.fullmatch(line["item"])) and line["class"] in _CLASSES,
    "indicator": lambda line: _is(Indicator, line["fields"]) and _sound_card(line),
    "wording": _sound_wording,
    "absent": lambda line: _is(Absent, line["fields"]),
    "head": lambda line: isinstance(line["fields"], dict),
    "counted": lambda line: type(line["of"]) is int,
    "saved": lambda line: isinstance(line["save"], str),
    "opened again": lambda _line: True,
    "undo": lambda _line: True,
    "redo": lambda _line: True,
}


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
    state.skipped = [one for one in state.skipped if one != line["card"]]
    state.decided.add(line["card"])


def _clear(state: State, item: str) -> Fields | None:
    """Take away what was decided of an item; gives its fields."""
    state.rejected.pop(item, None)
    state.again.pop(item, None)
    return state.facts.pop(item, None) or state.activities.pop(item, None)


def _skip(state: State, line: Line) -> None:
    state.skipped = [one for one in state.skipped if one != line["card"]] + [line["card"]]


def _reopen(state: State, line: Line) -> None:
    for item in line["items"]:
        fields = _clear(state, item)
        if fields:
            state.kept[item] = fields
    state.skipped = [one for one in state.skipped if one != line["card"]]
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

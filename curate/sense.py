"""A line of a journal goes in; whether it is one that the program writes comes out.

A journal may be older than the program, or was changed by another one: what makes no sense is no
decision, and no reason to fail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from curate.journal import Line
from curate.scalars import node_of
from facts.model import Absent, Activity, Fact
from facts.parse import validated
from facts.vocabulary import Indicator, SetAsideClass

_ITEM = re.compile(r"[a-z]\d{1,8}")
_CLASSES: tuple[str, ...] = get_args(SetAsideClass)


def makes_sense(line: Line) -> bool:
    """Whether each part of a line has the shape that it is written with."""
    name = line.get("do")
    check = _SHAPES.get(name) if isinstance(name, str) else None
    try:
        return check is not None and check(line)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return False


def _decide(line: Line) -> bool:
    return (
        isinstance(line["card"], str)
        and all(_is(Fact, one) for one in _items(line, "facts"))
        and all(_is(Activity, one) for one in _items(line, "activities"))
        and all(_again(one) for one in _items(line, "again"))
        and all(_aside(one) for one in _items(line, "rejected"))
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


def _again(fields: Any) -> bool:
    texts = (fields["fact"], fields.get("quote", ""), fields.get("wording", ""))
    place = fields.get("occurrence", 1)
    return all(isinstance(one, str) for one in texts) and type(place) is int


def _aside(fields: Any) -> bool:
    return fields["class"] in _CLASSES and isinstance(fields.get("note") or "", str)


def _mark(line: Line) -> bool:
    start, end = line["start"], line["end"]
    span = type(start) is int and type(end) is int and 0 <= start < end
    return span and isinstance(line["card"], str)


def _reopen(line: Line) -> bool:
    items = line["items"]
    named = isinstance(items, list) and all(_ITEM.fullmatch(one) for one in items)
    return named and isinstance(line["card"], str)


def _wording(line: Line) -> bool:
    named = isinstance(line["indicator"], str) and isinstance(line["wording"], str)
    return named and line["rule"] in ("same", "differs") and _card(line)


def _card(line: Line) -> bool:
    """Whether the card that a step leads back to is one, or none."""
    return isinstance(line.get("card") or "", str)


_SHAPES: dict[str, Callable[[Line], bool]] = {
    "decide": _decide,
    "skip": lambda line: isinstance(line["card"], str),
    "reopen": _reopen,
    "mark": _mark,
    "class": lambda line: bool(_ITEM.fullmatch(line["item"])) and line["class"] in _CLASSES,
    "indicator": lambda line: _is(Indicator, line["fields"]) and _card(line),
    "wording": _wording,
    "absent": lambda line: _is(Absent, line["fields"]),
    "head": lambda line: isinstance(line["fields"], dict),
    "counted": lambda line: type(line["of"]) is int,
    "saved": lambda line: isinstance(line["save"], str),
    "opened again": lambda _line: True,
    "undo": lambda _line: True,
    "redo": lambda _line: True,
}

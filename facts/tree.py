"""A value of a file with its place, as every reader of `data/` gives it; plain values come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | tuple[Plain, ...] | dict[str, Plain] | None"
Value: TypeAlias = "str | int | float | bool | list[Node] | dict[str, Node] | None"

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,14})\.\d{1,15}")
_WORDS: dict[str, bool | None] = {
    "true": True, "false": False, "null": None, "~": None, "": None
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """One value of a file and where it starts (counted from 1).

    `text` is a scalar as written; `keys` holds the place of each key of a map, `twice` every key
    that was given again: its first value is kept, the second dropped, and the reader must refuse.
    """

    value: Value
    line: int
    column: int
    text: str | None = None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    twice: list[tuple[str, int, int]] = field(default_factory=list)


def plain(node: Node) -> Plain:
    """The values of a tree without their places; lists become tuples."""
    value = node.value
    if isinstance(value, dict):
        return {
            key: plain(below) if below.text is None else below.value  # type: ignore[misc]
            for key, below in value.items()
        }
    if isinstance(value, list):
        return tuple(plain(below) for below in value)
    return value


def has_twice(node: Node) -> bool:
    """Whether a key is given again in any map of a tree."""
    if node.twice:
        return True
    below = node.value
    if isinstance(below, dict):
        below = list(below.values())
    return isinstance(below, list) and any(has_twice(one) for one in below if one.text is None)


def child(node: Node, step: str | int) -> Node | None:
    """The value under a key or at an index, or None."""
    if isinstance(node.value, dict) and isinstance(step, str):
        return node.value.get(step)
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def resolved(text: str) -> str | int | float | bool | None:
    """What a word without quotes means; nearly all of them mean themselves."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text

"""Reads a YAML file strictly into a tree of values, each with its line and column.

Only whole numbers, decimals, true, false and null are anything but text (NO, on, 12:30, 0123 and
2024-11-15 stay text), and nothing of YAML that copies, tags or merges is accepted.
"""

from __future__ import annotations

import contextlib
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from facts.problems import Problem, one_line, show

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
    if text[0] not in "-0123456789":
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


LARGEST = 2_000_000
DEEPEST = 20

_PARSER: Any = yaml.SafeLoader
with contextlib.suppress(ImportError):  # the C parser reads the same events ten times faster
    _PARSER = importlib.import_module("yaml.cyaml").CParser
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


class _Refused(Exception):
    """Carries one problem out of the reading loop."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def read_nodes(data: bytes, file: str) -> Node | Problem:
    """The tree of one YAML document, or the first thing that makes the file unreadable."""
    try:
        text = _decoded(data, file)
        return _tree(_events(text, file), file)
    except _Refused as refused:
        return refused.problem


def _decoded(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        raise _refused(file, 1, 1, *too_large(len(data), LARGEST))
    text = decode(data, file)
    if isinstance(text, Problem):
        raise _Refused(text)
    text = text.removeprefix("\ufeff")
    tab = text.find("\t")
    if tab >= 0:
        fix = "use spaces: two for each level."
        raise _refused(file, *place(text, tab), "a tab stands here.", fix)
    control = _CONTROL.search(text)
    if control:
        what = f"the control character U+{ord(control.group()):04X} stands here."
        raise _refused(file, *place(text, control.start()), what, "delete it.")
    return text


def decode(data: bytes, file: str, name: str = "file") -> str | Problem:
    """The text of UTF-8 bytes (a byte order mark is kept), or where they stop being UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = place(before, len(before))
        what = f"this is not UTF-8: byte 0x{data[error.start]:02X} stands here."
        return Problem(file, line, column, name, what, "save the file as UTF-8.")


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, counted from 1, of a code point of a text (lines end with a line feed)."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def too_large(size: int, largest: int) -> tuple[str, str]:
    """What is wrong with a file of this size, and the cure."""
    what = f"the file has {size:,} bytes; at most {largest:,} are read."
    return what, "split it, or delete what does not belong in it."


def _refused(file: str, line: int, column: int, what: str, fix: str) -> _Refused:
    return _Refused(Problem(file, line, column, "file", what, fix))


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    parser = _PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = one_line(str(error.problem or error.context))
        fix = "check the indentation, the colons and the quotes of this line and of the one above."
        raise _refused(file, line, column, f"this is not valid YAML: {said}.", fix) from None
    except yaml.reader.ReaderError as error:
        line, column = place(text, int(error.position))
        raise _refused(file, line, column, "an unreadable character.", "delete it.") from None
    finally:
        parser.dispose()


def _tree(events: Iterator[yaml.Event], file: str) -> Node:
    """Builds the tree with a stack of open lists and maps: no depth can exhaust Python's own."""
    root: Node | None = None
    stack: list[tuple[Node, list[Node]]] = []
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            _refuse_extras(event, file)
        if isinstance(event, yaml.ScalarEvent):
            node = _scalar(event, file)
        elif isinstance(event, yaml.CollectionStartEvent):
            is_map = isinstance(event, yaml.MappingStartEvent)
            node = Node({} if is_map else [], *_at(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            continue
        elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
            fix = "keep one document; delete the line with ---."
            raise _refused(file, *_at(event), "a second document starts here.", fix)
        else:
            continue
        if not stack:
            root = node
        else:
            _attach(*stack[-1], node, file)
        if isinstance(node.value, (list, dict)):
            stack.append((node, []))
            if len(stack) > DEEPEST:
                what = f"more than {DEEPEST} levels stand inside each other here."
                raise _refused(file, node.line, node.column, what, "take levels away.")
    return root or Node(None, 1, 1, "")


def _attach(parent: Node, waiting: list[Node], node: Node, file: str) -> None:
    """Puts a node into its list or map; in a map the key waits for its value."""
    if isinstance(parent.value, list):
        parent.value.append(node)
    elif isinstance(parent.value, dict):
        if not waiting:
            _check_key(parent, node, file)
            waiting.append(node)
        else:
            key = waiting.pop()
            parent.value.setdefault(str(key.text), node)


def _check_key(parent: Node, key: Node, file: str) -> None:
    if key.text is None:
        fix = "write a word as the key; put a text that starts with { or [ in quotes."
        raise _refused(file, key.line, key.column, "a list or a map stands as a key.", fix)
    if key.text == "<<":
        fix = "write the fields out."
        raise _refused(file, key.line, key.column, "merging with << is not read here.", fix)
    if key.text in parent.keys:
        parent.twice.append((key.text, key.line, key.column))
    parent.keys.setdefault(key.text, (key.line, key.column))


def _refuse_extras(event: yaml.NodeEvent, file: str) -> None:
    if event.anchor is not None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        what = f"anchors and aliases are not read here: {show(f'{sign}{event.anchor}')}."
        fix = "write the value out; put a text that starts with & or * in quotes."
        raise _refused(file, *_at(event), what, fix)
    tag = getattr(event, "tag", None)
    if tag is not None:
        fix = "delete the tag; put a text that starts with ! in quotes."
        raise _refused(file, *_at(event), f"tags are not read here: {show(tag)}.", fix)


def _scalar(event: yaml.ScalarEvent, file: str) -> Node:
    text = str(event.value)
    value: Value = text
    if event.style is None or event.style == "":
        value = resolved(text)
    # the file itself holds none: only an escape between double quotes can make one
    control = _CONTROL.search(text) if event.style == '"' else None
    if control:
        what = f"the control character U+{ord(control.group()):04X} stands in this text."
        raise _refused(file, *_at(event), what, "delete it.")
    return Node(value, *_at(event), text)


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


Steps: TypeAlias = tuple[str | int, ...]


def position(node: Node, steps: Steps) -> tuple[int, int]:
    """Line and column of the value that the steps lead to, or of the last one that is there."""
    for step in steps:
        below = child(node, step)
        if below is None:
            break
        node = below
    return node.line, node.column


def field_path(name: str, steps: Steps) -> str:
    """The name of a field in messages, such as `facts.members.places.list[2]`."""
    for step in steps:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name

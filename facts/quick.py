"""A YAML text goes in; its tree comes out where it is written as `data/` is, None for any other.

Only the plainest forms are read here, line by line and quicker than by a parser of all of YAML:
maps and lists by indentation, texts on one line, texts folded by `>-`, and brackets on one line.
What has any other form is left to `facts.nodes`, which reads or refuses it; where a tree comes out
here, the same comes out there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from facts.tree import Node, resolved

_DEEPEST = 12
_OTHER_ENDS = re.compile("[\r\x85\u2028\u2029]")
_KEY = r"[A-Za-z_][\w-]{0,60}(?: [\w-]{1,60}){0,6}"
_QUOTED = r"""'(?:[^'\n]|'')*'|"[^"\\\n]*\""""
# No sign of YAML's begins a text, and a colon before a space or a # behind one would end it.
_WORDS = r"""(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|-\d)[^\n:#]*(?:(?::(?=[^ \n])|(?<=[^ ])\#)[^\n:#]*)*"""
# All lines of a folded text are as far in as its first; one with an empty line in it is not read.
_FOLDED = r">-\n(?P<inner>[ ]+)([^ \n][^\n]*(?:\n(?P=inner)[^ \n][^\n]*)*)(?!\n+(?P=inner))"
# Notes and empty lines; then indentation, the dash of a list, a key, and a value in one form.
_LINE = re.compile(
    rf"((?:(?:[ ]*\#[^\n]*)?\n)*+)([ ]*+)(-[ ]+)?(?:({_KEY}):(?:[ ]|(?=\n|\Z)))?"
    rf"(?:({_WORDS})|((?:{_QUOTED})[ ]*|[\[{{][^\n]*)|{_FOLDED})?(?:\n|\Z)|([^\n]+)",
    re.ASCII,
)
_ONE = re.compile(rf"([\[{{])|({_QUOTED})|((?:\w|-\d)(?:[\w ./()'-]*[\w.)])?)")
_ONE_KEY = re.compile(rf"({_KEY}):[ ]+", re.ASCII)
_COMMA = re.compile(r",[ ]+")
_MAY_MEAN = frozenset("-0123456789tfn~")
_NO_KEYS: dict[str, tuple[int, int]] = {}  # those of texts and lists; never written into
_NONE_TWICE: list[tuple[str, int, int]] = []


class _OtherForm(Exception):
    """This text is not written in the forms that are read here."""


class _Shape(NamedTuple):
    """What stands in quotes or brackets on one line, `at` columns behind the first of them.

    A text has nothing `below` it; a list has no `keys`, and a map the name and place of each.
    """

    at: int
    value: str | int | float | bool | None
    text: str | None
    below: list[_Shape]
    keys: list[tuple[str, int]] | None


class _Level(NamedTuple):
    """A list, or a map with the places of its keys, that is open at a line; its column from 0."""

    column: int
    is_list: bool
    items: list[Node]
    fields: dict[str, Node]
    places: dict[str, tuple[int, int]]


_OUTSIDE = _Level(-1, True, [], {}, {})


def read_quickly(text: str) -> Node | None:
    """The tree of a text without tabs and control characters, or None for any other form."""
    if _OTHER_ENDS.search(text):
        return None
    try:
        return _Reading().read(text)
    except _OtherForm:
        return None


class _Reading:
    """One text, line by line: the lists and maps that are open, from the outermost in."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[_Level] = [_OUTSIDE]
        self.waiting = ""  # the key of the innermost map whose value is to come on the next line

    def read(self, text: str) -> Node:
        """The tree of the whole text. Raises _OtherForm."""
        line, level = 0, _OUTSIDE
        for notes, indent, dash, key, words, other, inner, folded, wrong in _LINE.findall(text):
            line += 1 + notes.count("\n") if notes else 1
            column = len(indent)
            if dash or not key or self.waiting or column != level.column or level.is_list:
                if not (dash or key or indent or words or other or folded or wrong):
                    break  # behind the last line
                level = self.moved(column, line, dash, key)
                column += len(dash)
            here = column + 1
            if key:
                if key in level.places:
                    raise _OtherForm
                level.places[key] = line, here
                here += len(key) + 2
            if words:
                node = _word(words, line, here)
            elif other:
                node = _placed(_shape(other.rstrip(" ")), line, here)
            elif folded and len(inner) > column:
                whole = folded.replace("\n" + inner, " ")
                node = Node(whole, line, here, whole, _NO_KEYS, _NONE_TWICE)
                line += 1 + folded.count("\n")
            elif key and not folded:
                self.waiting = key
                continue
            else:
                raise _OtherForm
            if key:
                level.fields[key] = node
            else:
                level.items.append(node)
        if self.root is None or self.waiting:
            raise _OtherForm
        return self.root

    def moved(self, column: int, line: int, dash: str, key: str) -> _Level:
        """The list or map that the value of a line belongs to, with what ended before it closed."""
        if not dash and not key:
            raise _OtherForm
        if self.waiting or self.root is None:
            self.begin_below(column, line, bool(dash))
        while self.open[-1].column > column or (not dash and self.open[-1].is_list):
            self.open.pop()
            if not self.open:
                raise _OtherForm
        level = self.open[-1]
        if level.column < column or level.is_list != bool(dash):
            raise _OtherForm
        if dash and key:
            column += len(dash)
            level.items.append(self.begin(column, line, is_list=False))
        return self.open[-1]

    def begin_below(self, column: int, line: int, is_list: bool) -> None:
        """The list or map that a key has waited for, or the map that is the whole text."""
        above, key = self.open[-1], self.waiting
        if column < above.column + (not is_list) or (not key and is_list):
            raise _OtherForm
        node = self.begin(column, line, is_list=is_list)
        if key:
            above.fields[key] = node
        else:
            self.root = node

    def begin(self, column: int, line: int, *, is_list: bool) -> Node:
        """A new list or map, open for what follows."""
        self.waiting = ""
        level = _Level(column, is_list, [], {}, {})
        self.open.append(level)
        if len(self.open) > _DEEPEST:
            raise _OtherForm
        if is_list:
            return Node(level.items, line, column + 1, None, _NO_KEYS, _NONE_TWICE)
        return Node(level.fields, line, column + 1, None, level.places, _NONE_TWICE)


def _word(text: str, line: int, column: int) -> Node:
    """A text without quotes on one line, which may mean a number."""
    if text[-1] == " ":
        text = text.rstrip(" ")
    meant = resolved(text) if text[0] in _MAY_MEAN else text
    return Node(meant, line, column, text, _NO_KEYS, _NONE_TWICE)


def _placed(shape: _Shape, line: int, column: int) -> Node:
    """The value at its true place; each call makes new ones."""
    at = column + shape.at
    if shape.text is not None:
        return Node(shape.value, line, at, shape.text, _NO_KEYS, _NONE_TWICE)
    below = [_placed(one, line, column) for one in shape.below]
    if shape.keys is None:
        return Node(below, line, at, None, _NO_KEYS, _NONE_TWICE)
    fields = {key: node for (key, _), node in zip(shape.keys, below, strict=True)}
    places = {key: (line, column + place) for key, place in shape.keys}
    return Node(fields, line, at, None, places, _NONE_TWICE)


@lru_cache(maxsize=4096)
def _shape(text: str) -> _Shape:
    """What stands in the quotes or brackets that a text is. Raises _OtherForm."""
    shape, end = _one(text, 0, 0)
    if end < len(text):
        raise _OtherForm
    return shape


def _one(text: str, at: int, depth: int) -> tuple[_Shape, int]:
    """The value that begins at a place of a text, and where it ends. Raises _OtherForm."""
    found = _ONE.match(text, at)
    if not found or depth > _DEEPEST // 2:
        raise _OtherForm
    bracket, quoted, words = found.groups()
    if words:
        return _Shape(at, resolved(words), words, [], None), found.end()
    if quoted:
        value = quoted[1:-1].replace("''", "'") if quoted[0] == "'" else quoted[1:-1]
        return _Shape(at, value, value, [], None), found.end()
    keys: list[tuple[str, int]] = []
    shape = _Shape(at, None, None, [], keys if bracket == "{" else None)
    closing = "}" if bracket == "{" else "]"
    end = found.end()
    while not text.startswith(closing, end):
        if shape.below:
            end = _behind(_COMMA, text, end)
        if bracket == "{":
            begin, end = end, _behind(_ONE_KEY, text, end)
            keys.append((text[begin:end].rstrip(": "), begin))
        below, end = _one(text, end, depth + 1)
        shape.below.append(below)
    if len({key for key, _ in keys}) < len(keys):
        raise _OtherForm
    return shape, end + 1


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what has to stand at a place of a text ends. Raises _OtherForm."""
    found = pattern.match(text, at)
    if not found:
        raise _OtherForm
    return found.end()

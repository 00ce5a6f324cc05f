"""Where values stand and how they change go in; the places of the text to cut come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from curate.errors import NotSaved
from curate.scalars import block_text, in_flow
from curate.spans import Spot, column, line_end, line_start, spots
from curate.writing import field_lines, item_lines, ordered

Cut: TypeAlias = tuple[int, int, str]  # text[start:end] becomes this
_COMMENT = re.compile(r"(?:^|(?<=[ \n]))#[^\n]*")


def in_map(text: str, spot: Spot, old: Any, new: Any, name: str) -> Iterator[Cut]:
    """What to cut so that the fields of a block map that `old` and `new` name change."""
    for key in old:
        if key not in new:
            yield _without(text, spot, key)
        elif new[key] != old[key]:
            yield from _in_field(text, spot, key, old[key], new[key], name)
    added = {key: value for key, value in new.items() if key not in old}
    indent = column(text, next(iter(spot.keys.values()))[0].start)
    places: dict[int, list[str]] = {}
    for key in ordered(name, added):
        place = _behind(text, spot, key, name, [*spot.keys, *added])
        places.setdefault(place, []).extend(
            ([""] if name == "" else []) + field_lines(key, added[key], indent, name)
        )
    for place, lines in places.items():
        yield place, place, "\n" + "\n".join(lines)


def _in_field(text: str, spot: Spot, key: str, old: Any, new: Any, name: str) -> Iterator[Cut]:
    """What to cut so that one field of a block map changes, as little of it as can be."""
    where, value = spot.keys[key]
    indent = column(text, where.start)
    both_maps = isinstance(old, dict) and isinstance(new, dict)
    if value.kind == "map" and not value.flow and both_maps and old and new:
        yield from in_map(text, value, old, new, key)
    elif value.kind == "list" and not value.flow and isinstance(new, tuple) and new:
        yield from _in_list(text, value, old, new, key)
    elif isinstance(new, str) and value.style == ">":
        yield _below(text, value, new, indent)
    elif value.kind == "scalar" or value.flow:
        lines = field_lines(key, new, indent, name)
        first = lines[0][indent:].partition(":")[2].strip(" ")
        if len(lines) == 1:
            gap = " " if value.start == where.end + 1 else ""
            yield _cut(text, value.start, value.end, gap + first)
        else:
            yield _cut(text, where.start, value.end, "\n".join(lines)[indent:])
    else:
        lines = field_lines(key, new, indent, name)
        yield _cut(text, where.start, value.end, "\n".join(lines)[indent:])


def _in_list(
    text: str, spot: Spot, old: tuple[Any, ...], new: tuple[Any, ...], name: str
) -> Iterator[Cut]:
    """What to cut so that a block list changes: items that stay are not touched."""
    indent = column(text, spot.start)
    same = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], False)
    for kind, a, b, c, d in same.get_opcodes():
        if kind == "equal":
            continue
        for index in range(min(b - a, d - c)):
            item = spot.items[a + index]
            if item.kind == "map" and not item.flow and _alike(old[a + index], new[c + index]):
                yield from in_map(text, item, old[a + index], new[c + index], name)
            else:
                yield whole(text, item, new[c + index], name)
        for index in range(a + d - c, b):
            yield _without_item(text, spot, index)
        if d - c > b - a:
            fresh = [
                line for value in new[c + b - a : d] for line in item_lines(value, indent, name)
            ]
            yield _new_items(text, spot, b, fresh)


def _alike(old: Any, new: Any) -> bool:
    """Whether the first field, which stands behind the dash, stays where it is."""
    return isinstance(new, dict) and bool(new) and next(iter(old)) in new


def _new_items(text: str, spot: Spot, index: int, lines: list[str]) -> Cut:
    if index > 0:
        place = line_end(text, spot.items[index - 1].end)
        return place, place, "\n" + "\n".join(lines)
    place = line_start(text, spot.items[0].start)
    return place, place, "\n".join(lines) + "\n"


def _without_item(text: str, spot: Spot, index: int) -> Cut:
    """Takes away the lines of an item; a list keeps at least one (see `_in_field`)."""
    item = spot.items[index]
    start = line_start(text, item.start)
    end = line_end(text, item.end)
    return _cut(text, start, _next_line(text, end), "", inner=item)


def _without(text: str, spot: Spot, key: str) -> Cut:
    where, value = spot.keys[key]
    if column(text, where.start) != len(text[line_start(text, where.start) : where.start]) or (
        text[line_start(text, where.start) : where.start].strip()
    ):
        raise NotSaved(f"The field {key} stands behind a dash.", "Change it in an editor.")
    end = line_end(text, max(value.end, where.end))
    start = line_start(text, where.start)
    return _cut(text, start, _next_line(text, end), "", inner=value)


def _next_line(text: str, end: int) -> int:
    """Behind the line break at the end of a line."""
    for mark in ("\r\n", "\n"):
        if text.startswith(mark, end):
            return end + len(mark)
    return end


def _behind(text: str, spot: Spot, key: str, name: str, keys: list[str]) -> int:
    """The end of the line behind which a new field goes: after what stands before it usually."""
    row = list(ordered(name, dict.fromkeys(keys)))
    before = [one for one in row[: row.index(key)] if one in spot.keys]
    if before:
        where, value = spot.keys[before[-1]]
    else:
        where, value = next(iter(spot.keys.values()))
    return line_end(text, max(value.end, where.end))


def _below(text: str, value: Spot, new: str, indent: int) -> Cut:
    """Changes a text below `>-`, and keeps what stands behind that mark."""
    first = line_end(text, value.start)
    head = text[value.start : first].split("#")[0].strip()
    body = text[first : value.end]
    shown = body.lstrip("\r\n")
    inner = len(shown) - len(shown.lstrip(" ")) if shown.strip(" ") else indent + 2
    written = block_text(new, inner)
    if head == ">-" and written.startswith(">-"):
        return first, max(value.end, first), written[2:]
    return _cut(text, value.start, value.end, written)


def whole(text: str, spot: Spot, value: Any, name: str) -> Cut:
    """Writes an item of a list anew."""
    if spot.flow or spot.kind == "scalar":
        shown = in_flow(ordered(name, value) if isinstance(value, dict) else value)
        return _cut(text, spot.start, spot.end, shown)
    indent = column(text, spot.start) - 2
    lines = "\n".join(item_lines(value, max(indent, 0), name))
    return _cut(text, spot.start, spot.end, lines[max(indent, 0) + 2 :])


def _cut(text: str, start: int, end: int, new: str, inner: Spot | None = None) -> Cut:
    """A cut that takes no comment with it. Raises NotSaved where one stands inside."""
    first, last = (inner.start, inner.end) if inner else (start, end)
    if inner is None or inner.kind != "scalar":
        scalars = list(_scalars(spots(text), first, last))
        for found in _COMMENT.finditer(text, first, last):
            if not any(a <= found.start() < b for a, b in scalars):
                raise NotSaved(
                    "A comment stands inside what is to be changed.", "Change it in an editor."
                )
    return start, end, new


def _scalars(spot: Spot, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where values without a structure of their own stand, between two places."""
    stack = [spot]
    while stack:
        one = stack.pop()
        if one.end < start or one.start > end:
            continue
        if one.kind == "scalar":
            yield one.start, one.end
        stack += [*one.items, *(value for _, value in one.keys.values())]

"""YAML edited in place: one entry changes, every other byte stays."""

from __future__ import annotations

import contextlib
import importlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, Literal, TypeAlias

import yaml

from curate.errors import NotSaved
from facts.yaml_tree import Node, Plain, plain, read_nodes

# What other readers of YAML take for dates, numbers or yes and no stands in quotes.
_MISREAD = re.compile(
    r"[-+.]?\d[\d_,.:eExXoO/-]*|yes|no|on|off|y|n|true|false|null|~|nan|\.nan|\.inf", re.IGNORECASE
)
_NAME = re.compile(r"[a-z][a-z_]*")
_PLAIN_START = re.compile(r"[^\W\d_]|[(\d]")


def node_of(value: Any) -> Node:
    """A value as if it had been read from a file."""
    if isinstance(value, dict):
        fields = {str(key): node_of(one) for key, one in value.items()}
        return Node(fields, 1, 1, keys=dict.fromkeys(fields, (1, 1)))
    if isinstance(value, list | tuple):
        return Node([node_of(one) for one in value], 1, 1)
    if value is None:
        return Node(None, 1, 1, "")
    if isinstance(value, bool):
        return Node(value, 1, 1, "true" if value else "false")
    return Node(value, 1, 1, str(value))


def comparable(value: Any) -> Plain:
    """A value as a file gives it back: lists as tuples."""
    return plain(node_of(value))


def scalar(value: Any, flow: bool = False) -> str:
    """One value on one line: plain where that reads the same, else in quotes."""
    if not isinstance(value, str):
        return _number(value)
    if _PLAIN_START.match(value) and not _MISREAD.fullmatch(value) and _reads(value, value, flow):
        return value
    single = "'" + value.replace("'", "''") + "'"
    return single if _reads(single, value, flow) else double(value)


def written_key(name: str) -> str:
    """The name of a field; nothing of what a value could be mistaken for is one here."""
    return name if _NAME.fullmatch(name) else scalar(name, flow=True)


def double(text: str) -> str:
    """A text in double quotes; what is not plainly seen is written as an escape."""
    written = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\xa0\u2028\u2029\ufeff]", lambda one: f"\\u{ord(one[0]):04x}", written)


def in_flow(value: Any) -> str:
    """A value on one line, lists in [] and fields in {}."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written_key(k)}: {in_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(in_flow(one) for one in value) + "]"
    return scalar(value, flow=True)


def block_text(text: str, indent: int) -> str:
    """A text below `>-` on a line of its own; in double quotes where that reads otherwise."""
    written = f">-\n{' ' * indent}{text}"
    return (
        written
        if text == text.strip(" ") and _reads(f">-\n    {text}", text, False)
        else double(text)
    )


def _number(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return format(Decimal(str(value)), "f")


def _reads(written: str, text: str, flow: bool) -> bool:
    """Whether what is written reads as this text, alone and in the middle of a list or map."""
    around = f"- {{a: {written}, b: [{written}, x]}}\n" if flow else f"- a: {written}\n  b: x\n"
    tree = read_nodes(around.encode("utf-8", "surrogatepass"), "")
    wanted: Plain = {"a": text, "b": (text, "x")} if flow else {"a": text, "b": "x"}
    return isinstance(tree, Node) and plain(tree) == (wanted,)


Fields = dict[str, Any]
ORDER: dict[str, tuple[str, ...]] = {
    "submission": (
        "id", "title", "name", "body", "session", "language", "source", "reports_on", "written",
        "plot_at", "citation", "note",
    ),
    "facts": (
        "id", "indicator", "value", "bound", "wording", "scope", "time", "value_text", "quote",
        "occurrence", "language", "section", "also", "carried_from", "said_by", "places",
        "counted", "spread", "part_of", "status", "corrected", "doubts", "note",
    ),
    "doubts": ("kind", "because"),
    "activities": (
        "id", "title", "kind", "scope", "time", "places", "quote", "occurrence", "section",
        "facts", "also", "carried_from", "corrected", "note",
    ),
    "mentions": (
        "id", "what", "scope", "places", "quote", "occurrence", "section", "corrected", "note",
    ),
    "set_aside": ("quote", "class", "occurrence", "note"),
    "absent": ("indicator", "searched", "not_applicable"),
    "also": ("quote", "occurrence", "wording"),
    "evidence": ("quote", "occurrence", "shows"),
    "written": ("earliest", "latest", "basis", "evidence"),
    "source": ("file", "sha256", "form"),
    "time": ("as_of", "on", "from", "to", "basis"),
    "session": ("number", "from", "to", "basis"),
    "reports_on": ("from", "to", "basis"),
    "plot_at": ("value", "basis"),
    "places": ("role", "list", "complete", "city", "country"),
    "value": ("low", "high"),
    "part_of": ("fact", "same_unit"),
    "corrected": ("field", "source_says", "because"),
    "carried_from": ("submission", "fact"),
    "indicators": (
        "id", "label", "unit", "phrase", "kind", "group", "description", "wordings", "recurring",
        "headline", "chart",
    ),
    "unit": ("one", "many"),
    "": ("submission", "facts", "activities", "mentions", "set_aside", "absent"),
}  # fmt: skip
_BELOW = frozenset({"quote", "citation"})  # texts that stand below their key
_OPEN = frozenset({"source", "written", "description"})  # maps with a line for each field
_QUOTED = frozenset({"value_text"})
_WIDE = 160  # characters; a longer list has a line for each of its items


def field_lines(key: str, value: Any, indent: int, within: str = "") -> list[str]:
    """The lines of one field, the key on the first; `within` is the name of what it is a field of.

    `indent` is the number of spaces before the key.
    """
    start = f"{' ' * indent}{written_key(key)}:"
    if isinstance(value, dict):
        value = ordered(key, value)
        if key not in _OPEN:
            return [f"{start} {in_flow(value)}"]
        return [start, *map_lines(value, indent + 2, key)]
    if isinstance(value, list | tuple):
        return _list_lines(key, start, value, indent)
    if key in _QUOTED and isinstance(value, str):
        return [f"{start} {double(value)}"]
    below = key in _BELOW or within == "description" or (within, key) == ("submission", "note")
    if below and isinstance(value, str):
        return f"{start} {block_text(value, indent + 2)}".split("\n")
    return [f"{start} {scalar(value)}"]


def map_lines(fields: Mapping[str, Any], indent: int, name: str) -> list[str]:
    """The lines of all fields of an entry of this kind, in the usual order."""
    return [
        line
        for key, value in ordered(name, fields).items()
        for line in field_lines(key, value, indent, name)
    ]


def item_lines(value: Any, indent: int, name: str) -> list[str]:
    """The lines of one item of the list `name`, with the dash after `indent` spaces."""
    if not isinstance(value, dict):
        return [f"{' ' * indent}- {scalar(value)}"]
    if name == "places":
        return [f"{' ' * indent}- {in_flow(ordered(name, value))}"]
    lines = map_lines(value, indent + 2, name)
    return [f"{' ' * indent}- {lines[0][indent + 2 :]}", *lines[1:]]


def ordered(name: str, fields: Mapping[str, Any]) -> Fields:
    """The fields in the usual order; unknown ones last, as they come."""
    known = ORDER.get(name, ())
    return {
        **{key: fields[key] for key in known if key in fields},
        **{key: value for key, value in fields.items() if key not in known},
    }


def submission_file(head: Fields, lists: Mapping[str, Sequence[Fields]]) -> str:
    """A whole submission.yaml: the head, then each list, an empty line before each."""
    parts = [["submission:", *map_lines(head, 2, "submission")]]
    for name in ORDER[""][1:]:
        entries = lists.get(name, ())
        if entries:
            lines = [line for entry in entries for line in item_lines(entry, 0, name)]
            parts.append([f"{name}:", *lines])
        elif name in ("facts", "activities", "mentions", "set_aside", "absent"):
            parts.append([f"{name}: []"])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def stays(fields: Fields, name: str = "facts") -> bool:
    """Whether the fields can be written into a file and read back as they are."""
    if not fields:
        return True
    text = "\n".join(map_lines(fields, 0, name)) + "\n"
    tree = read_nodes(text.encode("utf-8", "surrogatepass"), "")
    return isinstance(tree, Node) and plain(tree) == comparable(fields)


def _list_lines(key: str, start: str, value: Sequence[Any], indent: int) -> list[str]:
    if not value:
        return [f"{start} []"]
    if not any(isinstance(one, dict) for one in value):
        line = f"{start} {in_flow(value)}"
        if len(line) <= _WIDE or not all(isinstance(one, str) for one in value):
            return [line]
    return [start, *(line for one in value for line in item_lines(one, indent, key))]


_PARSER: Any = yaml.SafeLoader
with contextlib.suppress(ImportError):
    _PARSER = importlib.import_module("yaml.cyaml").CParser


@dataclass
class Spot:
    """One value: text[start:end] without what follows it; `flow` for [] and {}.

    `keys` holds, for a map, each key with the place where the key stands and its value.
    """

    kind: Literal["scalar", "map", "list"]
    start: int
    end: int
    flow: bool = False
    style: str = ""
    items: list[Spot] = field(default_factory=list)
    keys: dict[str, tuple[Spot, Spot]] = field(default_factory=dict)


def spots(text: str) -> Spot:
    """The tree of a file that `yaml_tree` has read without a problem. Raises NotSaved else."""
    try:
        return _tree(text)
    except (yaml.YAMLError, IndexError):
        raise NotSaved("This file is not valid YAML.", "Mend it in an editor first.") from None


def _spot_at(spot: Spot, path: tuple[str | int, ...]) -> Spot:
    """The value that the steps lead to. Raises NotSaved where it is not there."""
    for step in path:
        try:
            spot = spot.keys[step][1] if isinstance(step, str) else spot.items[step]
        except (KeyError, IndexError):
            raise NotSaved("This entry is no longer in the file.", "Open it again.") from None
    return spot


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line of a place ends, before its line break."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if end > place and text[end - 1] == "\r" else end


def column(text: str, place: int) -> int:
    """How many characters stand on the line before a place."""
    return place - line_start(text, place)


def _tree(text: str) -> Spot:
    root: Spot | None = None
    stack: list[tuple[Spot, list[tuple[str, Spot]]]] = []
    for event in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            _close(stack.pop()[0], _ends(event)[1])
            continue
        if isinstance(event, yaml.ScalarEvent):
            spot = _scalar(text, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            kind: Literal["map", "list"] = (
                "map" if isinstance(event, yaml.MappingStartEvent) else "list"
            )
            start, _ = _ends(event)
            spot = Spot(kind, start, start, bool(event.flow_style))
        else:
            continue
        if not stack:
            root = spot
        else:
            _attach(*stack[-1], spot, text)
        if spot.kind != "scalar":
            stack.append((spot, []))
    return root or Spot("scalar", 0, 0)


def _events(text: str) -> list[Any]:
    parser = _PARSER(text)
    found = []
    try:
        while (event := parser.get_event()) is not None:
            found.append(event)
    finally:
        parser.dispose()
    return found


def _ends(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _scalar(text: str, event: yaml.ScalarEvent) -> Spot:
    start, end = _ends(event)
    style = str(event.style or "")
    if style in ("|", ">"):
        end = start + len(text[start:end].rstrip(" \r\n"))
    return Spot("scalar", start, max(start, end), style=style)


def _attach(parent: Spot, waiting: list[tuple[str, Spot]], spot: Spot, text: str) -> None:
    """Puts a value into its list or map; in a map the key waits for its value."""
    if parent.kind == "list":
        parent.items.append(spot)
    elif not waiting:
        waiting.append((_key(text[spot.start : spot.end]), spot))
    else:
        name, key = waiting.pop()
        parent.keys[name] = key, spot


def _key(written: str) -> str:
    return str(yaml.safe_load(written)) if written[:1] in "'\"" else written


def _close(spot: Spot, end: int) -> None:
    """A flow value ends at its bracket, a block value where its last value ends."""
    inner = [*spot.items, *(value for _, value in spot.keys.values())]
    keys = [key for key, _ in spot.keys.values()]
    if spot.flow or not inner:
        spot.end = end
    else:
        spot.end = max(one.end for one in (*inner, *keys))


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


Path: TypeAlias = tuple[str | int, ...]
_BOM = "\ufeff"


def change_entry(text: str, path: Path, fields: Any) -> str:
    """The file with the value at the end of the path as `fields` say. Raises NotSaved."""
    found = read_values(text)
    wanted = _with(found, path, comparable(fields))
    if wanted == found:
        return text
    spot = _spot_at(spots(_bare(text)), path)
    old = _at(found, path)
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if spot.kind == "map" and not spot.flow:
        cuts = list(in_map(_bare(text), spot, old, comparable(fields), name))
    else:
        cuts = [whole(_bare(text), spot, fields, name)]
    return _checked(text, cuts, wanted)


def insert_entry(text: str, name: str, index: int, fields: Fields) -> str:
    """The file with a new entry at this place of the list `name`. Raises NotSaved."""
    found = read_values(text)
    entries = found.get(name) or ()
    if not isinstance(entries, tuple):
        raise NotSaved(f"{name} is not a list in this file.", "Mend it in an editor first.")
    new = (*entries[:index], comparable(fields), *entries[index:])
    return _with_list(text, found, name, new)


def remove_entry(text: str, name: str, index: int) -> str:
    """The file without one entry of the list `name`. Raises NotSaved."""
    found = read_values(text)
    entries = found.get(name) or ()
    if not isinstance(entries, tuple) or not 0 <= index < len(entries):
        raise NotSaved("This entry is no longer in the file.", "Open it again.")
    return _with_list(text, found, name, (*entries[:index], *entries[index + 1 :]))


def read_values(text: str) -> dict[str, Any]:
    """What a file says, as plain values. Raises NotSaved where it cannot be read."""
    tree = read_nodes(text.encode(), "")
    if not isinstance(tree, Node):
        raise NotSaved(f"Line {tree.line} of the file: {tree.what}", "Mend it in an editor first.")
    found = plain(tree)
    if not isinstance(found, dict) or tree.twice:
        raise NotSaved("This file is not a map of fields.", "Mend it in an editor first.")
    return found


def _with_list(text: str, found: dict[str, Plain], name: str, new: tuple[Plain, ...]) -> str:
    bare = _bare(text)
    root = spots(bare)
    wanted = {**found, name: new}
    old = found.get(name)
    if root.kind == "map" and not root.flow:
        cuts = list(in_map(bare, root, {name: old} if name in found else {}, {name: new}, ""))
        return _checked(text, cuts, wanted)
    raise NotSaved("This file has an unusual form.", "Mend it in an editor first.")


def _checked(text: str, cuts: list[Cut], wanted: Any) -> str:
    """The text after the cuts, where it reads as wanted. Raises NotSaved where it does not."""
    mark = _BOM if text.startswith(_BOM) else ""
    bare = text[len(mark) :]
    crlf = bare.count("\r\n") * 2 > bare.count("\n")
    for start, end, new in sorted(cuts, key=lambda cut: cut[:2], reverse=True):
        new = new.replace("\n", "\r\n") if crlf else new
        bare = bare[:start] + new + bare[end:]
    if read_values(mark + bare) != wanted:
        raise NotSaved("This change cannot be made without touching more.", "Change it by hand.")
    return mark + bare


def _bare(text: str) -> str:
    return text.removeprefix(_BOM)


def _at(whole: Any, path: Path) -> Any:
    for step in path:
        try:
            whole = whole[step]
        except (KeyError, IndexError, TypeError):
            raise NotSaved("This entry is no longer in the file.", "Open it again.") from None
    return whole


def _with(whole: Any, path: Path, new: Any) -> Any:
    """The plain values with another value at the end of the path."""
    if not path:
        return new
    inner = _with(_at(whole, path[:1]), path[1:], new)
    if isinstance(whole, dict):
        return {**whole, str(path[0]): inner}
    index = int(path[0])
    return (*whole[:index], inner, *whole[index + 1 :])

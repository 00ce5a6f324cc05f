"""Fields go in; the lines of YAML that a hand would write for them come out.

The order of fields and the style of each are those of the files that were written by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curate.scalars import block_text, comparable, double, in_flow, scalar
from curate.scalars import key as written_key
from facts.yaml_tree import Node, plain, read_nodes

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

"""YAML edited in place: one entry changes, every other byte stays; new ones as a hand writes them.

ruamel.yaml writes the lines of the one entry anew, its comments and quotes kept; the strict reader
must then find exactly the change that was wanted, else nothing is given back.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    SingleQuotedScalarString,
)

from curate.errors import NotSaved
from facts.yaml_tree import Node, Plain, has_twice, plain, read_nodes, resolved

Fields = dict[str, Any]
Entries: TypeAlias = tuple[Plain, ...]
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
# What other readers of YAML take for dates, numbers or yes and no stands in quotes.
_MISREAD = re.compile(
    r"[-+.]?\d[\d_,.:eExXoO/-]*|yes|no|on|off|y|n|true|false|null|~|nan|\.nan|\.inf", re.IGNORECASE
)
_COMMENT = re.compile(r"(?:^|(?<=[ \n]))#[^\n]*")
_BOM = "\ufeff"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def change_entry(text: str, name: str, index: int, fields: Fields) -> str:
    """The file with one entry of the list `name` as `fields` say. Raises NotSaved."""
    found = read_values(text)
    entries = _entries(found, name)
    if not 0 <= index < len(entries):
        raise NotSaved("This entry is no longer in the file.", "Open it again.")
    old, new = entries[index], comparable(fields)
    if old == new:
        return text
    body = text.removeprefix(_BOM)
    node = _composed(body, name)[1].value[index]
    start, column = node.start_mark.index, node.start_mark.column
    end = _end(body, node) if node.flow_style else _line_end(body, _end(body, node))
    lines = f"{' ' * column}{body[start:end]}\n".replace("\r\n", "\n").split("\n")
    before = "\n".join(
        line.lstrip(" ") if line[:column].strip() else line[column:] for line in lines
    )
    after = _rewritten(before, old, new, name)
    piece = textwrap.indent(after, " " * column)[column:].removesuffix("\n")
    for line in lines:  # a comment that stands further to the left than its entry stays there
        if line[:column].strip():
            piece = piece.replace(f"\n{' ' * column}{line.lstrip(' ')}\n", f"\n{line}\n", 1)
    return _checked(
        text, start, end, piece, {**found, name: (*entries[:index], new, *entries[index + 1 :])}
    )


def insert_entry(text: str, name: str, index: int, fields: Fields) -> str:
    """The file with a new entry at this place of the list `name`. Raises NotSaved."""
    found = read_values(text)
    entries = _entries(found, name)
    wanted = {**found, name: (*entries[:index], comparable(fields), *entries[index:])}
    lines = _dumped(CommentedSeq([_entry(fields, name)])).removesuffix("\n")
    body = text.removeprefix(_BOM)
    if name not in found:
        start = end = len(body)
        lines = f"{'' if body.endswith(chr(10)) else chr(10)}\n{name}:\n{lines}\n"
        return _checked(text, start, end, lines, wanted)
    key, value = _composed(body, name)
    if not entries:
        return _checked(text, key.end_mark.index + 1, value.end_mark.index, f"\n{lines}", wanted)
    lines = textwrap.indent(lines, " " * value.start_mark.column)
    if index > 0:
        start = _line_end(body, _end(body, value.value[index - 1]))
        return _checked(text, start, start, f"\n{lines}", wanted)
    start = value.start_mark.index - value.start_mark.column
    return _checked(text, start, start, f"{lines}\n", wanted)


def submission_file(head: Fields, lists: Mapping[str, Sequence[Fields]]) -> str:
    """A whole submission.yaml: the head, then each list, an empty line before each."""
    parts: list[tuple[str, Any]] = [("submission", _entry(head, "submission"))]
    for name in ORDER[""][1:]:
        entries = CommentedSeq(_entry(one, name) for one in lists.get(name, ()))
        parts.append((name, entries))
    return "\n".join(_dumped(CommentedMap([part])) for part in parts)


def stays(fields: Fields, name: str = "facts") -> bool:
    """Whether the fields can be written into a file and read back as they are."""
    if not fields:
        return True
    tree = read_nodes(_dumped(_entry(fields, name)).encode("utf-8", "surrogatepass"), "")
    return isinstance(tree, Node) and plain(tree) == comparable(fields)


def read_values(text: str) -> dict[str, Any]:
    """What a file says, as plain values. Raises NotSaved where it cannot be read."""
    tree = read_nodes(text.encode(), "")
    if not isinstance(tree, Node):
        raise NotSaved(f"Line {tree.line} of the file: {tree.what}", "Mend it in an editor first.")
    found = plain(tree)
    if not isinstance(found, dict) or has_twice(tree):
        raise NotSaved("This file is not a map of fields.", "Mend it in an editor first.")
    return found


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


def ordered(name: str, fields: Mapping[str, Any]) -> Fields:
    """The fields in the usual order; unknown ones last, as they come."""
    known = ORDER.get(name, ())
    return {
        **{key: fields[key] for key in known if key in fields},
        **{key: value for key, value in fields.items() if key not in known},
    }


def _entries(found: Mapping[str, Any], name: str) -> Entries:
    entries = found.get(name) or ()
    if not isinstance(entries, tuple):
        raise NotSaved(f"{name} is not a list in this file.", "Mend it in an editor first.")
    return entries


def _checked(text: str, start: int, end: int, new: str, wanted: Fields) -> str:
    """The text with `new` in place of body[start:end], where it reads as wanted; else NotSaved."""
    mark = _BOM if text.startswith(_BOM) else ""
    body = text[len(mark) :]
    crlf = body.count("\r\n") * 2 > body.count("\n")
    after = mark + body[:start] + (new.replace("\n", "\r\n") if crlf else new) + body[end:]
    if read_values(after) != wanted:
        raise NotSaved("This change cannot be made without touching more.", "Change it by hand.")
    return after


class _AsWritten(VersionedResolver):
    """Takes a word without quotes for the text that it is, so that +3, ~ and 0123 stay so."""

    versioned_resolver: ClassVar[dict[str, Any]] = {}


def _round_trip() -> YAML:
    made = YAML()
    made.Resolver = _AsWritten
    made.preserve_quotes = True
    made.width = 2**20
    return made


def _dumped(value: CommentedMap | CommentedSeq) -> str:
    written = io.StringIO()
    _round_trip().dump(value, written)
    return written.getvalue()


def _rewritten(text: str, old: Any, new: Any, name: str) -> str:
    """The lines of an entry with its fields changed, all its comments kept. Raises NotSaved."""
    try:
        tree = _round_trip().load(text)
        _merge(tree, old, new, name)
        after = _dumped(tree)
        kept = _comments(after) == _comments(text)
    except (YAMLError, yaml.YAMLError, AttributeError, KeyError, IndexError):
        raise NotSaved(
            "This change cannot be made without touching more.", "Change it by hand."
        ) from None
    if not kept:
        raise NotSaved("A comment stands inside what is to be changed.", "Change it in an editor.")
    return after


def _merge(tree: CommentedMap, old: Fields, new: Fields, name: str) -> None:
    """Bring the fields of a map from `old` to `new`; what is the same is not touched."""
    for key in [key for key in old if key not in new]:
        del tree[key]
    for key in ordered(name, new):
        if key not in tree:
            row = list(ordered(name, dict.fromkeys([*tree, key])))
            before = [one for one in row[: row.index(key)] if one in tree]
            place = list(tree).index(before[-1]) + 1 if before else 0
            tree.insert(place, _word(key), _styled(key, new[key], name))
        elif old[key] != new[key]:
            _merge_field(tree, key, old[key], new[key], name)


def _merge_field(tree: CommentedMap, key: str, old: Any, new: Any, name: str) -> None:
    """Change one field of a map, inside where both values are maps or lists of maps."""
    below = tree[key]
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        _merge(below, old, new, key)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _maps(old) and _maps(new):
        if below.ca.items and len(old) != len(new):
            raise NotSaved(
                "A comment stands inside what is to be changed.", "Change it in an editor."
            )
        for index, one in enumerate(new[: len(old)]):
            _merge(below[index], old[index], one, key)
        del below[len(new) :]
        below.extend(_item(one, key) for one in new[len(old) :])
    else:
        tree[key] = _styled(key, new, name)
        if isinstance(below, FoldedScalarString) and isinstance(new, str) and new.isprintable():
            tree[key] = FoldedScalarString(new)
    token = (tree.ca.items.get(key) or [None] * 3)[2]
    if token is not None and token.value.startswith("#"):  # two spaces behind the new value
        token.value, token.start_mark.column = f" {token.value}", 0


def _maps(values: tuple[Any, ...]) -> bool:
    return bool(values) and all(isinstance(one, dict) for one in values)


def _entry(fields: Mapping[str, Any], name: str) -> CommentedMap:
    """Fields in the usual order, each in the style of the files that were written by hand."""
    rows = ordered(name, fields).items()
    return CommentedMap((_word(key), _styled(key, value, name)) for key, value in rows)


def _styled(key: str, value: Any, within: str) -> Any:
    if isinstance(value, dict):
        made = _entry(value, key)
        if key not in _OPEN:
            made.fa.set_flow_style()
        return made
    if isinstance(value, list | tuple):
        return _list(key, value)
    below = key in _BELOW or within == "description" or (within, key) == ("submission", "note")
    if key in _QUOTED and isinstance(value, str):
        return DoubleQuotedScalarString(value)
    if below and isinstance(value, str) and value.isprintable() and value == value.strip(" "):
        return FoldedScalarString(value)
    return _scalar(value)


def _list(key: str, values: Sequence[Any]) -> CommentedSeq:
    made = CommentedSeq(_item(one, key) for one in values)
    if not any(isinstance(one, dict) for one in values):
        long = len(f"{key}: [{', '.join(map(str, values))}]") > _WIDE
        if not long or not all(isinstance(one, str) for one in values):
            made.fa.set_flow_style()
    return made


def _item(value: Any, name: str) -> Any:
    if not isinstance(value, dict):
        return _scalar(value)
    made = _entry(value, name)
    if name == "places":
        made.fa.set_flow_style()
    return made


def _scalar(value: Any) -> Any:
    if isinstance(value, str):
        return _word(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return format(Decimal(str(value)), "f")


def _word(text: str) -> Any:
    """A text, in quotes where it would be read otherwise without them."""
    if not text.isprintable():
        return DoubleQuotedScalarString(text)
    misread = resolved(text) != text or _MISREAD.fullmatch(text)
    return SingleQuotedScalarString(text) if misread else text


def _composed(text: str, name: str) -> tuple[Any, Any]:
    """The key and the value of a field of a file, with their places. Raises NotSaved."""
    root: Any = yaml.compose(text, Loader=_LOADER)
    for key, value in () if root.flow_style else root.value:
        if key.value == name:
            return key, value
    raise NotSaved("This file has an unusual form.", "Mend it in an editor first.")


def _leaves(node: Any) -> Iterator[yaml.ScalarNode]:
    """The keys and the values without a structure of their own, in their order."""
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for one in node.value:
        for below in one if isinstance(one, tuple) else (one,):
            yield from _leaves(below)


def _end(text: str, node: Any) -> int:
    """Where a value ends, without the empty lines and comments behind it."""
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return start + len(text[start:end].rstrip(" \r\n"))


def _line_end(text: str, place: int) -> int:
    """Where the line of a place ends, before its line break."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if end > place and text[end - 1] == "\r" else end


def _comments(text: str) -> list[str]:
    """The comments of a text, also those behind the mark of a text below its key."""
    spans = []
    for leaf in _leaves(yaml.compose(text, Loader=_LOADER)):
        start, end = leaf.start_mark.index, leaf.end_mark.index
        spans.append((_line_end(text, start) if leaf.style in ("|", ">") else start, end))
    found = _COMMENT.finditer(text)
    return [one[0] for one in found if not any(a <= one.start() < b for a, b in spans)]

"""A value goes in; YAML that reads as exactly this value, as a hand writes it, comes out."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

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


def key(name: str) -> str:
    """The name of a field; nothing of what a value could be mistaken for is one here."""
    return name if _NAME.fullmatch(name) else scalar(name, flow=True)


def double(text: str) -> str:
    """A text in double quotes; what is not plainly seen is written as an escape."""
    written = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\xa0\u2028\u2029\ufeff]", lambda one: f"\\u{ord(one[0]):04x}", written)


def in_flow(value: Any) -> str:
    """A value on one line, lists in [] and fields in {}."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(k)}: {in_flow(v)}" for k, v in value.items()) + "}"
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

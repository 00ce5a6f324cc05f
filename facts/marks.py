"""A node and the steps into it go in; where that stands, and how a message calls it, come out."""

from __future__ import annotations

from typing import TypeAlias

from facts.nodes import Node, child

Steps: TypeAlias = tuple[str | int, ...]


def position(node: Node, steps: Steps) -> tuple[int, int]:
    """Line and column of the value that the steps lead to, or of the last one that is there."""
    for step in steps:
        below = child(node, step)
        if below is None:
            break
        node = below
    return node.line, node.column


def path(name: str, steps: Steps) -> str:
    """The name of a field in messages, such as `facts.members.places.list[2]`."""
    for step in steps:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name

"""The text of a YAML file goes in; a tree that says where each value begins and ends comes out."""

from __future__ import annotations

import contextlib
import importlib
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from curate.errors import NotSaved

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


def at(spot: Spot, path: tuple[str | int, ...]) -> Spot:
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

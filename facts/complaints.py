"""What pydantic refused in an entry goes in; problems in plain words, with places, come out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from facts.kinds import fields_of, say_cure, say_kind, step_into
from facts.marks import Steps, path, position
from facts.nodes import Node, child, resolved
from facts.problems import Problem, show

_DEEPER = ("missing", "extra_forbidden")


def complaints(
    model: type[BaseModel], error: ValidationError, node: Node, name: str, file: str
) -> list[Problem]:
    """One problem per place; a value that may have several types is complained of once."""
    found: dict[Steps, tuple[str, Any]] = {}
    for one in error.errors(include_url=False):
        steps, rest = _steps(node, one["loc"])
        if one["type"] in _DEEPER:
            steps = (*steps, *(rest[-1:]))
        kind = one["type"] if one["type"] in (*_DEEPER, "string_too_long") else "type"
        if rest[-1:] == ("[key]",):
            kind = "key"
        found.setdefault(steps, (kind, one.get("ctx", {})))
    meant = {_meant(steps, found) for steps, (kind, _) in found.items() if kind == _DEEPER[1]}
    places = [
        steps
        for steps in found
        if steps not in meant and not any(_is_below(other, steps) for other in found)
    ]
    return [_problem(model, node, name, file, steps, *found[steps]) for steps in places]


def _steps(node: Node, loc: tuple[int | str, ...]) -> tuple[Steps, Steps]:
    """The part of a location that stands in the file, and the rest (a missing key)."""
    steps: Steps = ()
    for index, step in enumerate(loc):
        below = child(node, step)
        if below is not None:
            node, steps = below, (*steps, step)
        elif index == len(loc) - 1:
            return steps, (step,)
    return steps, ()


def _meant(steps: Steps, found: dict[Steps, tuple[str, Any]]) -> Steps | None:
    """The missing field that an unknown one seems to be; it is told once, as unknown."""
    missing = {
        str(other[-1]): other
        for other, (kind, _) in found.items()
        if kind == _DEEPER[0] and other[:-1] == steps[:-1]
    }
    close = get_close_matches(str(steps[-1]), list(missing), n=1)
    return missing[close[0]] if close else None


def _is_below(other: Steps, steps: Steps) -> bool:
    return len(other) > len(steps) and other[: len(steps)] == steps


def _problem(
    model: type[BaseModel], node: Node, name: str, file: str, steps: Steps, kind: str, context: Any
) -> Problem:
    parent, kinds = node, [model]
    for step in steps:
        kinds.append(step_into(kinds[-1], step))
    for step in steps[:-1]:
        parent = child(parent, step) or parent
    field, wanted = path(name, steps), kinds[-1]
    if kind == "missing":
        what = f"the field '{steps[-1]}' is missing."
        fix = f"add {steps[-1]}: {say_kind(wanted)}."
        return Problem(file, *position(node, steps), field, what, fix)
    if kind == "extra_forbidden":
        place = parent.keys.get(str(steps[-1]), (parent.line, parent.column))
        what = f"{show(steps[-1])} is not a known field."
        return Problem(file, *place, field, what, known_here(str(steps[-1]), fields_of(kinds[-2])))
    if kind == "key":
        place = parent.keys.get(str(steps[-1]), (parent.line, parent.column))
        what = f"{show(steps[-1])} is not a language code."
        return Problem(file, *place, field, what, "write two lower-case letters, such as en.")
    return Problem(file, *position(node, steps), field, *_wrong(node, steps, wanted, kind, context))


def known_here(key: str, known: list[str]) -> str:
    """The cure for an unknown field: the one that may have been meant, and all."""
    close = get_close_matches(key, known, n=1)
    names = ", ".join(known)
    return f"did you mean {close[0]}? Known here: {names}." if close else f"known here: {names}."


def _wrong(node: Node, steps: Steps, wanted: Any, kind: str, context: Any) -> tuple[str, str]:
    for step in steps:
        node = child(node, step) or node
    if kind == "string_too_long":
        longest = context.get("max_length", 0)
        return f"the text has {len(node.text or ''):,} characters; at most {longest:,} fit.", (
            "shorten it."
        )
    if node.value is None or node.value == {}:
        return "nothing is written here.", say_cure(wanted)
    if node.value == "":
        return "the text is empty.", say_cure(wanted)
    given = show(node.text)
    if not isinstance(node.value, str | int | float):
        given = "a map of fields" if isinstance(node.value, dict) else "a list"
    elif isinstance(node.value, str) and not isinstance(resolved(node.value), str):
        return f"{given} stands in quotes, so it is text and not {say_kind(wanted)}.", (
            "take the quotes off."
        )
    if say_kind(wanted).startswith("the fields"):
        fix = f"write {say_kind(wanted)}, each with a colon and a space behind its name."
        return f"{given} stands here instead of fields.", fix
    close = get_close_matches(str(node.text), say_kind(wanted).replace(",", "").split(), n=1)
    cure = say_cure(wanted)
    if close and "one of" in say_kind(wanted):
        cure = f"did you mean {close[0]}? {cure[0].upper()}{cure[1:]}"
    return f"{given} is not {say_kind(wanted)}.", cure

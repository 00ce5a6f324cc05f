"""Says in plain words what pydantic refused in an entry, where it stands and how to mend it."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from facts import vocabulary
from facts.problems import Problem, closest, show
from facts.yaml_tree import Node, Steps, child, field_path, position, resolved

_NAMED: tuple[tuple[Any, str, str], ...] = (
    (vocabulary.Identifier, "an id",
     "write lower-case letters, digits and hyphens, for example network-members."),
    (vocabulary.Country, "a country code",
     "write the three capital letters of ISO 3166-1, for example KEN."),
    (vocabulary.PartialDate, "a date", "write 2024, 2024-05 or 2024-05-12."),
    (vocabulary.Text, "text", "write words; put numbers, true and false in quotes."),
    (vocabulary.ByLanguage, "text by language", "write {en: ...}, a language code for each text."),
    (vocabulary.Number, "a number", "write digits, for example 12."),
    (int, "a whole number", "write digits, for example 12."),
    (bool, "true or false", "write true or false."),
    (str, "text", "write words; put numbers, true and false in quotes."),
    (vocabulary.Sha256, "a SHA-256", "write the 64 digits that `sha256sum` prints for the file."),
    (vocabulary.FactRef, "the name of a fact",
     "write submission/fact, for example report-2024/network-members."),
)  # fmt: skip


def hints(entry: type[BaseModel]) -> dict[str, Any]:
    """The type of each field of a class, under the name that the YAML uses."""
    raw = typing.get_type_hints(entry, include_extras=True)
    return {field.alias or name: raw[name] for name, field in entry.model_fields.items()}


def needed(entry: type[BaseModel]) -> list[str]:
    """The fields that may not be missing, under the names that the YAML uses."""
    fields = entry.model_fields.items()
    return [field.alias or name for name, field in fields if field.is_required()]


def say_kind(kind: Any) -> str:
    """What a value of this type is called in a message, such as `a number` or `one of: a, b`."""
    for named, words, _ in _NAMED:
        if kind == named:
            return words
    if _is_union(kind) and {int, float} <= set(get_args(kind)):
        return "a number"
    if get_origin(kind) is Literal:
        return f"one of: {', '.join(str(value) for value in get_args(kind))}"
    if _is_union(kind):
        return " or ".join(dict.fromkeys(say_kind(part) for part in _scalars(kind)))
    if get_origin(kind) is tuple:
        return f"a list, each of it {say_kind(get_args(kind)[0])}"
    if get_origin(kind) is dict:
        return f"a map to {say_kind(get_args(kind)[1])}"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"the fields {', '.join(hints(kind))}"
    return str(kind)


def say_cure(kind: Any) -> str:
    """How to write a value of this type: one sentence."""
    for named, _, cure in _NAMED:
        if kind == named:
            return cure
    if _is_union(kind):
        return say_cure(_scalars(kind)[0])
    if get_origin(kind) is Literal:
        return "write one of these words."
    if get_origin(kind) is tuple:
        return "write a list: [first, second], or a line with - for each."
    return "write its fields, each with a colon and a space behind its name."


def step_into(kind: Any, step: str | int) -> Any:
    """The type under a field name or an index, or None where the type has nothing there."""
    if _is_union(kind):
        inside = (step_into(part, step) for part in get_args(kind))
        return next((found for found in inside if found is not None), None)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return hints(kind).get(str(step))
    if get_origin(kind) is tuple and isinstance(step, int):
        return get_args(kind)[0]
    if kind == vocabulary.ByLanguage and isinstance(step, str):
        return vocabulary.Text
    if get_origin(kind) is dict and isinstance(step, str):
        return get_args(kind)[1]
    return None


def fields_of(kind: Any) -> list[str]:
    """The field names of the class that a type stands for; empty where it stands for none."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return list(hints(kind))
    parts = get_args(kind) if _is_union(kind) else ()
    return [name for part in parts for name in fields_of(part)]


def _scalars(kind: Any) -> list[Any]:
    """The parts of a union that are one value; all parts but None where there is none."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    return [part for part in parts if not fields_of(part)] or parts


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


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
    return missing.get(closest(str(steps[-1]), missing))


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
    field, wanted = field_path(name, steps), kinds[-1]
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
    close, names = closest(key, known), ", ".join(known)
    return f"did you mean {close}? Known here: {names}." if close else f"known here: {names}."


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
    close = closest(str(node.text), say_kind(wanted).replace(",", "").split())
    cure = say_cure(wanted)
    if close and "one of" in say_kind(wanted):
        cure = f"did you mean {close}? {cure[0].upper()}{cure[1:]}"
    return f"{given} is not {say_kind(wanted)}.", cure

"""A class of `facts.model` goes in; the plain words for its fields and their types come out."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from facts import model

_NAMED: tuple[tuple[Any, str, str], ...] = (
    (
        model.Identifier,
        "an id",
        "write lower-case letters, digits and hyphens, for example network-members.",
    ),
    (
        model.Country,
        "a country code",
        "write the three capital letters of ISO 3166-1, for example KEN.",
    ),
    (model.PartialDate, "a date", "write 2024, 2024-05 or 2024-05-12."),
    (model.Text, "text", "write words; put numbers, true and false in quotes."),
    (model.ByLanguage, "text by language", "write {en: ...}, a language code for each text."),
    (model.Number, "a number", "write digits, for example 12."),
    (int, "a whole number", "write digits, for example 12."),
    (float, "a number", "write digits, for example 12."),
    (bool, "true or false", "write true or false."),
    (str, "text", "write words; put numbers, true and false in quotes."),
    (typing.get_type_hints(model.Source, include_extras=True)["sha256"], "a SHA-256",
     "write the 64 digits that `sha256sum` prints for the file."),
    (typing.get_type_hints(model.NotInstead, include_extras=True)["fact"],
     "the name of a fact", "write submission/fact, for example report-2024/network-members."),
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
    if kind == model.ByLanguage and isinstance(step, str):
        return model.Text
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

"""Writes docs/fields.md, the reference of all files and fields of a data folder."""

from __future__ import annotations

import inspect
from typing import get_args, get_origin

from pydantic import BaseModel

from facts import model, vocabulary
from facts.validation_messages import hints, needed, say_kind

FILES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("submissions/<id>/submission.yaml", model.SubmissionFile),
    ("indicators.yaml", vocabulary.IndicatorsFile),
    ("questions.yaml", vocabulary.QuestionsFile),
    ("organisation.yaml", vocabulary.OrganisationFile),
)
_HEAD = """# Fields

The files of a data folder and their fields. This page is made from the classes in `facts/`:
`python -m facts fields > docs/fields.md`. A field without "yes" may be left out.
"""


def reference() -> str:
    """The whole page: a part per file, a table per kind of entry, fields in their order."""
    parts = [_HEAD]
    done: set[type[BaseModel]] = set()
    for name, whole in FILES:
        parts.append(f"## {name}\n")
        waiting = [whole]
        while waiting:
            entry = waiting.pop(0)
            if entry in done:
                continue
            done.add(entry)
            parts.append(_table(entry))
            waiting += [found for kind in hints(entry).values() for found in _inside(kind)]
    return "\n".join(parts)


def _table(entry: type[BaseModel]) -> str:
    must = needed(entry)
    rows = [
        f"| `{name}` | {_kind(kind)} | {'yes' if name in must else ''} | {_about(entry, name)} |"
        for name, kind in hints(entry).items()
    ]
    about = inspect.cleandoc(entry.__doc__ or "")
    head = f"### {entry.__name__}\n\n{about}\n\n| field | what stands there | needed | meaning |"
    return "\n".join([head, "| --- | --- | --- | --- |", *rows, ""])


def _about(entry: type[BaseModel], name: str) -> str:
    """The meaning of a field, as it stands under it in the class; `name` is as files write it."""
    for field, info in entry.model_fields.items():
        if name in (field, info.alias):
            return (info.description or "").replace("|", "\\|")
    return ""


def _kind(kind: object) -> str:
    entries = _inside(kind)
    if not entries:
        return say_kind(kind).replace("|", "\\|")
    links = " or ".join(f"[{entry.__name__}](#{entry.__name__.lower()})" for entry in entries)
    if get_origin(kind) is tuple:
        return f"a list of {links}"
    simple = say_kind(kind)
    return links if simple.startswith("the fields") else f"{simple} or {links}"


def _inside(kind: object) -> list[type[BaseModel]]:
    """The classes of this module's entries that a type is made of."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    return [entry for part in get_args(kind) for entry in _inside(part)]

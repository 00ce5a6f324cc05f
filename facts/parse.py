"""Reads the bytes of a file as typed entries of `facts.model`, with places and problems.

Each entry is read on its own, so that a broken one leaves the others standing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from facts.model import Absent, Activity, Fact, Mention, SetAside, SubmissionFile, SubmissionHead
from facts.problems import Problem, show
from facts.validation_messages import complaints, known_here
from facts.yaml_tree import Node, Steps, child, field_path, has_twice, plain, position, read_nodes

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Model]):
    """One valid entry: its name in messages (`facts.network-members`), its values, its place."""

    name: str
    item: Model
    node: Node
    file: str

    def problem(self, steps: Steps, what: str, fix: str) -> Problem:
        """A problem at the field that `steps` lead to, such as ("places", "list", 2)."""
        line, column = position(self.node, steps)
        return Problem(self.file, line, column, field_path(self.name, steps), what, fix)


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry that could not be read: its name, and the quotes that stand in it."""

    name: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One submission.yaml: the entries that could be read, and those that could not."""

    file: str
    head: Entry[SubmissionHead]
    facts: tuple[Entry[Fact], ...]
    activities: tuple[Entry[Activity], ...]
    mentions: tuple[Entry[Mention], ...]
    set_aside: tuple[Entry[SetAside], ...]
    absent: tuple[Entry[Absent], ...]
    broken: tuple[Broken, ...]


class Reader:
    """Reads the lists and single entries of one file and keeps what is wrong in it."""

    def __init__(self, data: bytes | Problem | None, file: str, whole: type[BaseModel]) -> None:
        """`data` may be the problem why there is none, or None where the file may be missing."""
        self.file = file
        self.problems: list[Problem] = []
        self.broken: list[Broken] = []
        self.root: Node | None = None
        found = read_nodes(data, file) if isinstance(data, bytes) else data
        if isinstance(found, Problem):
            self.problems.append(found)
        elif found and self._is_sound(found, list(whole.model_fields)):
            self.root = found

    def _is_sound(self, root: Node, known: list[str]) -> bool:
        """Whether the file is a map without doubles; unknown keys are told and passed over."""
        if not isinstance(root.value, dict):
            what = "the file is empty." if root.value is None else "this is not a map of fields."
            fix = f"start with {known[0]}: at the first column."
            self.problems.append(Problem(self.file, root.line, root.column, "file", what, fix))
            return False
        self.problems += twice(root, "", self.file)
        for key in root.value:
            if key not in known:
                what = f"{show(key)} is not a known field."
                fix = known_here(key, known)
                self.problems.append(Problem(self.file, *root.keys[key], key, what, fix))
        return not root.twice

    def one(self, key: str, model: type[Model]) -> Entry[Model] | None:
        """The entry under a key; None, with a problem, where it is missing or broken."""
        if self.root is None:
            return None
        node = child(self.root, key)
        if node is None:
            what = f"the field '{key}' is missing."
            fix = f"add {key}: at the first column, its fields indented below."
            self.problems.append(Problem(self.file, 1, 1, key, what, fix))
            return None
        return self._entry(key, model, node)

    def many(
        self, key: str, model: type[Model], taken: dict[str, int] | None = None
    ) -> tuple[Entry[Model], ...]:
        """The readable entries of the list under a key; a missing or empty list is empty.

        `taken` are the ids that stand in other lists, with their lines; those of this one join it.
        """
        node = child(self.root, key) if self.root else None
        if node is None or node.value is None:
            return ()
        if not isinstance(node.value, list):
            fix = "write a list: a line with - for each entry."
            self.problems.append(
                Problem(self.file, node.line, node.column, key, "this is not a list.", fix)
            )
            return ()
        return tuple(self._entries(key, model, node.value, {} if taken is None else taken))

    def _entries(
        self, key: str, model: type[Model], nodes: list[Node], first_line: dict[str, int]
    ) -> Iterator[Entry[Model]]:
        has_id = "id" in model.model_fields
        for index, node in enumerate(nodes):
            name = f"{key}[{index}]"
            identifier = child(node, "id")
            text = identifier.text if identifier else None
            if identifier and text and text in first_line:
                first = first_line[text]
                what = f"the id {show(text)} is given twice; the first stands in line {first}."
                fix = "give one of the two another id."
                place = (identifier.line, identifier.column)
                self.problems.append(Problem(self.file, *place, f"{name}.id", what, fix))
                self._broke(name, node)
                continue
            if identifier and text:
                first_line[text] = identifier.line
            good = has_id and text and text.replace("-", "").replace("_", "").isalnum()
            entry = self._entry(f"{key}.{text}" if good else name, model, node)
            if entry:
                yield entry

    def _entry(self, name: str, model: type[Model], node: Node) -> Entry[Model] | None:
        problems = list(twice(node, name, self.file)) if has_twice(node) else []
        item: Model | None = None
        try:
            item = validated(model, node)
        except ValidationError as error:
            problems += complaints(model, error, node, name, self.file)
        self.problems += problems
        if item is None or problems:
            self._broke(name, node)
            return None
        return Entry(name, item, node, self.file)

    def _broke(self, name: str, node: Node) -> None:
        also = child(node, "also")
        places = [node, *(also.value if also and isinstance(also.value, list) else ())]
        quotes = [child(place, "quote") for place in places]
        texts = tuple(quote.text for quote in quotes if quote and quote.text)
        self.broken.append(Broken(name, texts))


def parse_submission(data: bytes, file: str) -> tuple[Parsed | None, list[Problem]]:
    """One submission.yaml; None where the file or its head cannot be read."""
    reader = Reader(data, file, SubmissionFile)
    head = reader.one("submission", SubmissionHead)
    names: dict[str, int] = {}  # an id is one thing, whatever kind of thing it is
    facts = reader.many("facts", Fact, names)
    activities = reader.many("activities", Activity, names)
    mentions = reader.many("mentions", Mention, names)
    set_aside = reader.many("set_aside", SetAside)
    absent = reader.many("absent", Absent)
    if head is None:
        return None, reader.problems
    broken = tuple(reader.broken)
    parsed = Parsed(file, head, facts, activities, mentions, set_aside, absent, broken)
    return parsed, reader.problems


def validated(model: type[Model], node: Node) -> Model:
    """The entry, numbers read as text where text is wanted. Raises pydantic's ValidationError."""
    try:
        return model.model_validate(plain(node), by_alias=True, by_name=False)
    except ValidationError as error:
        changed = False
        for one in error.errors(include_url=False):
            if one["type"] == "string_type":
                changed |= _as_written(node, one["loc"])
        if not changed:
            raise
    return model.model_validate(plain(node), by_alias=True, by_name=False)


def _as_written(node: Node, loc: tuple[int | str, ...]) -> bool:
    """Turns the number at a place back into the text that stands there; says whether it did."""
    for step in loc:
        found = child(node, step)
        if found is None:
            return False
        node = found
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        return False
    node.value = node.text
    return True


def twice(node: Node, name: str, file: str) -> Iterator[Problem]:
    """A problem for every key that is given again in a node, and where it has a name also below."""
    stack: list[tuple[Node, Steps]] = [(node, ())]
    while stack:
        here, steps = stack.pop()
        for key, line, column in here.twice:
            what = (
                f"the key {show(key)} is given twice; the first stands in line {here.keys[key][0]}."
            )
            field = field_path(name, (*steps, key))
            yield Problem(file, line, column, field, what, "keep one of the two.")
        if name and isinstance(here.value, dict):
            stack += [(below, (*steps, key)) for key, below in here.value.items()]
        elif name and isinstance(here.value, list):
            stack += [(below, (*steps, index)) for index, below in enumerate(here.value)]

"""What the checker says of one entry as filled in, before anything is written.

The checks are those of `facts.checks`, run on this one entry: what is allowed here the checker
accepts in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from curate.errors import Fault
from curate.yaml_edit import Fields, node_of, stays
from facts.check_context import Case, Found, build
from facts.check_submission import read_in
from facts.checks import CHECKS, accounted, quote
from facts.corpus import Corpus
from facts.format_value import says_with_unit
from facts.model import Activity, Fact, SubmissionHead
from facts.parse import Broken, Entry, Parsed, validated
from facts.problems import Problem, show
from facts.validation_messages import complaints
from facts.vocabulary import Indicator
from facts.yaml_tree import resolved
from language.numbers import read_number
from language.quotes import SourceText

Model = TypeVar("Model", bound=BaseModel)
Span = tuple[int, int]
FILE = "submission.yaml"
# These look at the whole source, and are asked of the whole submission.
_WHOLE = (quote.check_digest, quote.check_language, accounted.check)
HEAD: Fields = {
    "id": "draft", "title": "-", "name": "-", "body": "-",
    "source": {"file": "source.txt", "sha256": "0" * 64, "form": "text"},
    "reports_on": {"from": "2000", "to": "2000"},
    "written": {"earliest": "2000", "latest": "2000", "basis": "stated"},
    "plot_at": {"value": "2000", "basis": "stated"}, "citation": "-",
}  # fmt: skip
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_NUMBERS = frozenset({"value", "low", "high", "occurrence", "number"})


def clean(value: Any, name: str = "") -> Any:
    """Fields as they are written: no spaces around texts, none where nothing is filled in, and
    numbers that were typed as text as numbers."""
    if isinstance(value, dict):
        cleaned = {key: clean(one, str(key)) for key, one in value.items()}
        return {key: one for key, one in cleaned.items() if one not in ("", None, {}, [])}
    if isinstance(value, list | tuple):
        return [clean(one, name) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = " ".join(value.split()) if isinstance(value, str) else value
    return _number(text) if name in _NUMBERS and isinstance(text, str) else text


def _number(text: str) -> Any:
    """A number as someone types it; what can be read in two ways, or is none, stays a text."""
    read = read_number(text)
    if read is None or (read.value is None and not read.readings):
        return resolved(text)
    return text if read.readings else read.value


@dataclass(frozen=True)
class Verdict:
    """What the proofs say of an entry, and where its quote and number stand in the text."""

    faults: tuple[Fault, ...]
    says: str = ""
    quote: Span | None = None
    number: Span | None = None
    fact: Fact | None = None

    @property
    def allowed(self) -> bool:
        """Whether the entry may be accepted."""
        return not self.faults


@dataclass(frozen=True)
class Ground:
    """What an entry is judged on: the source, what is defined, the other entries beside it.

    `head` is that of its submission, as far as it is sound: it says when all was written.
    """

    source: SourceText
    corpus: Corpus
    indicators: Mapping[str, Indicator]
    submission: str
    facts: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    head: SubmissionHead | None = None


def judge_fact(ground: Ground, fields: Fields) -> Verdict:
    """What the checker says of a fact beside the other facts of its submission."""
    entry, faults = read_entry("facts", Fact, fields)
    if entry is None:
        return Verdict((*_two_ways(fields.get("value")), *faults))
    case = case_of(ground, facts=(entry,))
    found = case.facts[0]
    measured = ground.indicators.get(entry.item.indicator)
    return Verdict(
        _faults(ground, case, entry, fields),
        says_with_unit(read_in(found, ground.source.language), measured) if measured else "",
        (found.passages[0].match.start, found.passages[0].match.end) if found.passages else None,
        found.passages[0].raw_span(found.token) if found.passages and found.token else None,
        entry.item,
    )


def judge_activity(ground: Ground, fields: Fields) -> Verdict:
    """What the checker says of an activity."""
    entry, faults = read_entry("activities", Activity, fields)
    if entry is None:
        return Verdict(faults)
    case = case_of(ground, activities=(entry,))
    found: Found[Activity] = case.activities[0]
    match = found.passages[0].match if found.passages else None
    return Verdict(
        _faults(ground, case, entry, fields),
        entry.item.title,
        (match.start, match.end) if match else None,
    )


def judge_again(ground: Ground, fact: Fields | None, fields: Fields) -> Verdict:
    """What the checker says of a further place that states a fact: it must state the same."""
    if fact is None:
        return Verdict((Fault("", "the fact that this states again is gone.", "open the card."),))
    also = {key: fields[key] for key in ("quote", "occurrence", "wording") if key in fields}
    own = {**fields, "id": "again"}
    judged = judge_fact(ground, own)
    faults = list(judged.faults)
    for name in ("indicator", "value", "bound"):
        if fact.get(name) != fields.get(name):
            what = f"the {name} is not that of the fact '{fact.get('id')}'."
            faults.append(Fault(name, what, "take it as a fact of its own."))
    others = replace(ground, facts=ground.facts - {str(fact.get("id"))})
    if not faults:
        faults += judge_fact(others, {**fact, "also": [*fact.get("also", ()), also]}).faults
    return replace(judged, faults=tuple(faults))


def read_entry(
    name: str, model: type[Model], fields: Fields, named: bool = True
) -> tuple[Entry[Model] | None, tuple[Fault, ...]]:
    """The fields as an entry of a file, or what is wrong with them."""
    node = node_of(fields)
    path = f"{name}.{fields.get('id')}" if named else name
    try:
        return Entry(path, validated(model, node), node, FILE), ()
    except ValidationError as error:
        found = complaints(model, error, node, path, FILE)
        return None, tuple(dict.fromkeys(_fault(one, path) for one in found))


def case_of(
    ground: Ground,
    facts: tuple[Entry[Fact], ...] = (),
    activities: tuple[Entry[Activity], ...] = (),
    head: Entry[SubmissionHead] | None = None,
) -> Case:
    """A submission that holds this one entry; the other facts are there by name only."""
    if head is None:
        node = node_of({**HEAD, "id": ground.submission or "draft"})
        head = Entry("submission", ground.head or validated(SubmissionHead, node), node, FILE)
    others = tuple(Broken(f"facts.{name}", ()) for name in sorted(ground.facts))
    parsed = Parsed(FILE, head, facts, activities, (), (), (), others)
    return build(
        parsed, ground.source, "source.txt", head.item.source.sha256, ground.indicators,
        own=ground.corpus.organisation.names, latest=ground.corpus.latest,
    )  # fmt: skip


def _faults(
    ground: Ground, case: Case, entry: Entry[Fact] | Entry[Activity], fields: Fields
) -> tuple[Fault, ...]:
    """All that speaks against an entry, each once."""
    found = [*problems_of(case, entry.name), *_carried(ground, entry), *_unwritable(fields)]
    if entry.item.id in ground.facts | ground.activities:
        what = f"the id {show(entry.item.id)} is given already in this submission."
        found.insert(0, Fault("id", what, "give another one."))
    return tuple(dict.fromkeys(found))


def problems_of(case: Case, name: str) -> tuple[Fault, ...]:
    """What the checks say of the entry of this name, in the order of `CHECKS`."""
    found = [problem for check in CHECKS if check not in _WHOLE for problem in check(case)]
    own = (one for one in found if one.field == name or one.field.startswith((f"{name}.",)))
    return tuple(_fault(one, name) for one in own)


def _fault(problem: Problem, name: str) -> Fault:
    return Fault(problem.field.removeprefix(name).lstrip("."), problem.what, problem.fix)


def _carried(ground: Ground, entry: Entry[Fact] | Entry[Activity]) -> Iterator[Fault]:
    """`carried_from` names what is there."""
    carried = entry.item.carried_from
    if carried is None:
        return
    sub = ground.corpus.submission(carried.submission)
    if sub is None and carried.submission not in ground.corpus.left_out:
        what = f"there is no submission {show(carried.submission)}."
        yield Fault("carried_from.submission", what, "choose one, or leave it out.")
    elif sub and carried.fact:
        known = {p.fact.id for p in sub.facts} | {n.removeprefix("facts.") for n in sub.left_out}
        if carried.fact not in known:
            what = f"there is no fact {show(carried.fact)} in {carried.submission}."
            yield Fault("carried_from.fact", what, "choose one, or leave it out.")


def _unwritable(fields: Fields) -> Iterator[Fault]:
    """Every text can be written into a file and read back as it is."""
    if not stays(fields):
        bad = next((name for name, one in fields.items() if not stays({name: one})), "")
        what = "a character in this text cannot be written into a file."
        yield Fault(bad, what, "type the words anew, without it.")


def _two_ways(typed: object) -> Iterator[Fault]:
    """A number that was typed so that it can be read in two ways."""
    read = read_number(typed) if isinstance(typed, str) else None
    if read and read.readings:
        one, other = read.readings[:2]
        what = f"{show(read.text)} can be read as {one:,} or as {other:,}."
        yield Fault("value", what, f"type {other:,}, or {one:.4f}.")


def judge_head(ground: Ground, fields: Fields, taken: Iterable[str]) -> tuple[Fault, ...]:
    """What is wrong with a head; `taken` are the names of the folders that are there."""
    whole = {**clean(fields), "source": HEAD["source"]}
    entry, faults = read_entry("submission", SubmissionHead, whole, named=False)
    if entry is None:
        return faults
    name = entry.item.id
    found = list(problems_of(case_of(ground, head=entry), "submission"))
    if name in {one.casefold() for one in taken}:
        fix = "choose another id."
        found.append(Fault("id", f"there is a submission {show(name)} already.", fix))
    if _DEVICES.fullmatch(name):
        what = f"{show(name)} cannot be the name of a folder on every computer."
        found.append(Fault("id", what, "choose another id."))
    return (*dict.fromkeys(found), *_unwritable(fields))


def judge_indicator(
    known: Mapping[str, Indicator], groups: Iterable[str], fields: Fields
) -> tuple[Fault, ...]:
    """What is wrong with a new indicator."""
    entry, faults = read_entry("indicators", Indicator, fields)
    if entry is None:
        return faults
    found = []
    if entry.item.id in known:
        what = f"there is an indicator {show(entry.item.id)} already."
        found.append(Fault("id", what, "choose it, or give another name."))
    if entry.item.group not in groups:
        what = f"{show(entry.item.group)} is not a group."
        found.append(Fault("group", what, f"choose one of: {', '.join(groups)}."))
    for name in ("label", "description"):
        if not getattr(entry.item, name).get("en"):
            found.append(Fault(name, "the English words are missing.", "add them under en."))
    return (*found, *_unwritable(fields))

"""A parsed submission and the bytes of its source go in; what is proved, and problems, come out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR

from facts.accounting import account
from facts.case import Case, Found, Passage, build
from facts.checks import CHECKS
from facts.corpus import (
    PlacedActivity,
    PlacedFact,
    PlacedMention,
    PlacedSetAside,
    Reference,
    Sub,
    stated,
)
from facts.model import Activity, Fact, Indicator
from facts.nodes import decode
from facts.parse import Parsed
from facts.problems import Problem, show
from language.quotes import Match


@dataclass(frozen=True)
class Proof:
    """What became of one submission folder: None for `sub` where all of it is left out."""

    sub: Sub | None
    problems: tuple[Problem, ...]


def prove(
    parsed: Parsed,
    problems: list[Problem],
    source: bytes,
    source_file: str,
    indicators: Mapping[str, Indicator],
    unread: frozenset[str] = frozenset(),
    own: tuple[str, ...] = (),
    latest: int = MAXYEAR,
) -> Proof:
    """Runs every check over a parsed submission; only what passes is in the result.

    A fault in an entry leaves the entry out. A fault in the head leaves the submission out,
    one in the evidence for its date does not. `unread` are indicators with a fault of their own,
    `own` the names of the organisation; `latest` is the last year that a date may have.
    """
    raw = decode(source, source_file, "source")
    if isinstance(raw, Problem):
        return Proof(None, tuple(sorted({*problems, raw})))
    sha256 = hashlib.sha256(source).hexdigest()
    case = build(parsed, raw, source_file, sha256, indicators, unread, own=own, latest=latest)
    found = {problem for check in CHECKS for problem in check(case)}
    everything = tuple(sorted({*problems, *found}))
    fields = [problem.field for problem in everything if problem.file == parsed.file]
    if any(sinks(field) for field in fields):
        return Proof(None, everything)
    return Proof(_sub(case, everything, {_entry(field) for field in fields}), everything)


def sinks(field: str) -> bool:
    """Whether a problem with this field leaves the whole submission out."""
    head = field == "submission" or field.startswith("submission.")
    return head and not field.startswith("submission.written.evidence")


def _entry(field: str) -> str:
    """The entry that a field belongs to: `facts.members`, `set_aside[3]`."""
    if field.startswith(("set_aside", "absent")):
        return field.partition(".")[0]
    return ".".join(field.split(".")[:2])


def _sub(case: Case, problems: tuple[Problem, ...], bad: set[str]) -> Sub:
    language = case.source.language
    head = case.parsed.head.item.model_copy(update={"language": language})
    facts = [
        one
        for one in case.facts
        if one.entry.name not in bad and one.entry.item.indicator in case.indicators
    ]
    activities = [one for one in case.activities if one.entry.name not in bad]
    mentions = [one for one in case.mentions if one.entry.name not in bad]
    aside = [one for one in case.set_aside if one.entry.name not in bad]
    absent = [one for one in case.parsed.absent if one.name not in bad]
    kept = {one.entry.name for one in facts} | {one.entry.name for one in activities}
    kept |= {one.entry.name for one in mentions} | {one.entry.name for one in aside}
    kept |= {one.name for one in absent}
    sub = Sub(
        head=head,
        source_text=case.source.raw,
        facts=tuple(
            PlacedFact(head, read_in(f, language), f.passages[0].match, _number(f), _matches(f))
            for f in facts
        ),
        activities=tuple(
            PlacedActivity(head, a.entry.item, a.passages[0].match, _matches(a)) for a in activities
        ),
        mentions=tuple(PlacedMention(head, m.entry.item, m.passages[0].match) for m in mentions),
        set_aside=tuple(
            PlacedSetAside(s.entry.item, tuple(one.match for one in s.passages)) for s in aside
        ),
        absent=tuple(one.item for one in absent),
        file=case.parsed.file,
        problems=problems,
        left_out=tuple(name for name in _names(case) if name not in kept),
        references=tuple(_references(case, kept)),
        language_guessed=case.parsed.head.item.language is None,
    )
    return replace(sub, accounted=account(sub, case.source))


def _names(case: Case) -> Iterator[str]:
    """Every entry of the file by name, the unreadable ones last."""
    for found in (*case.telling(), *case.set_aside):
        yield found.entry.name
    for absent in case.parsed.absent:
        yield absent.name
    for broken in case.parsed.broken:
        yield broken.name


def read_in(found: Found[Fact], language: str) -> Fact:
    """The fact with the language that its quote was read in, where that is not English."""
    fact = found.entry.item
    if fact.language or language == "en":
        return fact
    return fact.model_copy(update={"language": language})


def _number(found: Found[Fact]) -> tuple[int, int] | None:
    if found.token is None:
        return None
    return found.passages[0].raw_span(found.token)


def _matches(found: Found[Fact] | Found[Activity]) -> tuple[Match, ...]:
    return tuple(one.match for one in found.also if isinstance(one, Passage))


def _references(case: Case, kept: set[str]) -> Iterator[Reference]:
    for found in case.dated():
        entry, carried = found.entry, found.entry.item.carried_from
        if carried is None or entry.name not in kept:
            continue
        what = f"there is no submission {show(carried.submission)}."
        fix = "write the id of a submission, which is the name of its folder."
        problem = entry.problem(("carried_from", "submission"), what, fix)
        yield Reference(entry.name, carried.submission, problem)
        if carried.fact:
            what = f"there is no fact {show(carried.fact)} in {carried.submission}."
            fix = "write the id of a fact of that submission, or delete the line."
            problem = entry.problem(("carried_from", "fact"), what, fix)
            target = f"{carried.submission}/{carried.fact}"
            yield Reference(entry.name, target, problem)
            if isinstance(entry.item, Fact):
                what = f"{show(carried.fact)} in {carried.submission} states something else."
                fix = "name the fact with this indicator and value, or name no fact."
                problem = entry.problem(("carried_from", "fact"), what, fix)
                yield Reference(entry.name, target, problem, stated(entry.item))

"""Checks one submission folder, and says what of it is proved and what became of its numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facts.corpus import Sub
from language.quotes import SourceText

if TYPE_CHECKING:
    import pandas as pd
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR

from facts.catalogue import Catalogue
from facts.check_context import Case, Found, build
from facts.checks import CHECKS
from facts.corpus import (
    PlacedActivity,
    PlacedFact,
    PlacedMention,
    PlacedSetAside,
    Reference,
    stated,
)
from facts.disk import LARGEST_SOURCE, Blob, Disk, Stamp
from facts.model import Activity, Fact
from facts.parse import Parsed, parse_submission
from facts.problems import Problem, show
from facts.vocabulary import Indicator
from facts.yaml_tree import decode
from language.quotes import Match

FACT, AGAIN, DATE = "fact", "said again", "date of an entry"


def account(sub: Sub, source: SourceText | None = None) -> dict[str, int]:
    """How many numbers of the source are facts, say a fact again, date an entry, or are set aside.

    Keys: `fact`, `said again`, `date of an entry`, and each class of what was set aside. The
    values add up to all the numbers that the source holds, as `language.numbers` finds them.
    `source` is its text, where it was worked out before.
    """
    source = source or SourceText(sub.source_text, sub.head.language or "")
    normal = source.normal()
    spans = _accounted_spans(sub)
    found: Counter[str] = Counter()
    for token in source.numbers():
        start, end = normal.span(token.start, token.end)
        kind = next((kind for a, b, kind in spans if a < end and start < b), DATE)
        found[kind] += 1
    return dict(found)


def disagreements(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Pairs of facts, by reference, that state different exact values of one thing at one time.

    `frame` has a row per fact. One thing is one indicator in one definition; facts whose indicator
    has several values in a single submission count different cases of it and are not compared. A
    fact of the day of writing holds for the day it is drawn at.
    """
    exact = frame[frame["comparable"].astype(bool) & frame["plot_at"].notna()]
    spans = (exact["as_of"] != "document") & (exact["time_start"] != exact["time_end"])
    exact = exact.assign(since=exact["time_start"].where(spans, ""))
    thing = ["indicator", "since", "plot_at"]
    cases = exact.groupby([*thing, "submission"], sort=False)["value"].transform("nunique")
    exact = exact[(cases == 1).to_numpy(dtype=bool)]
    values = exact.groupby(thing, sort=False)["value"].transform("nunique").to_numpy()
    pairs = []
    for _name, rows in exact[values > 1].groupby(thing):
        first, *others = rows.drop_duplicates("value")["ref"]
        pairs += [(first, other) for other in others]
    return pairs


def _accounted_spans(sub: Sub) -> list[tuple[int, int, str]]:
    """Stretches of the source with what they are; the first that holds a number speaks for it."""
    spans = [(*placed.number, FACT) for placed in sub.facts if placed.number]
    spans += [(m.start, m.end, AGAIN) for placed in sub.facts for m in placed.also]
    spans += [
        (match.start, match.end, aside.set_aside.class_)
        for aside in sub.set_aside
        for match in aside.matches
    ]
    return spans


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
    text = SourceText(raw, parsed.head.item.language or "")
    case = build(parsed, text, source_file, sha256, indicators, unread, own, latest)
    found = {problem for check in CHECKS for problem in check(case)}
    everything = tuple(sorted({*problems, *found}))
    fields = [problem.field for problem in everything if problem.file == parsed.file]
    if any(sinks(field) for field in fields):
        return Proof(None, everything)
    return Proof(_sub(case, everything, {_entry_of(field) for field in fields}), everything)


def sinks(field: str) -> bool:
    """Whether a problem with this field leaves the whole submission out."""
    head = field == "submission" or field.startswith("submission.")
    return head and not field.startswith("submission.written.evidence")


def _entry_of(field: str) -> str:
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
    entries = (one.entry for found in (facts, activities, mentions, aside) for one in found)
    kept = {one.name for one in (*entries, *absent)}
    sub = Sub(
        head=head,
        source_text=case.source.raw,
        facts=tuple(
            PlacedFact(
                head, read_in(f, language), f.passages[0].match, _number_span(f), _matches(f)
            )
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


def _number_span(found: Found[Fact]) -> tuple[int, int] | None:
    return found.passages[0].raw_span(found.token) if found.token else None


def _matches(found: Found[Fact] | Found[Activity]) -> tuple[Match, ...]:
    return tuple(one.match for one in found.further)


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


@dataclass(frozen=True)
class Checked:
    """A proof and what it stands on: the SHA-256 of its two files, and of the catalogue's part.

    `used` are the indicators that the proof asked for; None where it may have asked for any.
    `stamps` are those that the two files had; None where they may not be relied on. `saved` says
    that the proof stands in a cache.
    """

    proof: Proof
    yaml: str = ""
    source_name: str = ""
    source: str = ""
    catalogue: str = ""
    used: tuple[str, ...] | None = None
    stamps: tuple[Stamp, Stamp] | None = None
    saved: bool = False

    @property
    def key(self) -> str:
        """A name for what was proved: the same for the same files, whoever reads them."""
        parts = (self.yaml, self.source_name, self.source, self.catalogue)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def is_unchanged(
    kept: Checked, name: str, disk: Disk, catalogue: Catalogue, seen: Mapping[str, Stamp]
) -> bool:
    """Whether the files of a submission bear the stamps that they were proved with."""
    folder = f"{disk.folder}/submissions/{name}"
    return (
        kept.stamps is not None
        and not disk.changes(name)
        and kept.catalogue == catalogue.basis(kept.used)
        and seen.get(f"{folder}/submission.yaml") == kept.stamps[0]
        and seen.get(f"{folder}/{kept.source_name}") == kept.stamps[1]
    )


def check(
    name: str, disk: Disk, shown: str, catalogue: Catalogue, kept: Checked | None = None
) -> Checked:
    """The proof of the submission folder `name`; `kept` is given back where its files are the same.

    `shown` is the path of the folder as problems name it.
    """
    folder = disk.folder / "submissions" / name
    file = f"{shown}/submission.yaml"
    blob = disk.read(folder / "submission.yaml", file)
    if isinstance(blob, Problem):
        return Checked(Proof(None, (blob,)))
    if kept and (kept.yaml, kept.catalogue) == (blob.sha256, catalogue.basis(kept.used)):
        source = disk.read(folder / kept.source_name, shown, LARGEST_SOURCE)
        if isinstance(source, Blob) and source.sha256 == kept.source:
            return replace(kept, stamps=_stamps(blob, source), saved=False)
    parsed, problems = parse_submission(blob.data, file)
    if parsed is None:
        return Checked(Proof(None, tuple(sorted(set(problems)))))
    head = parsed.head
    source_name = head.item.source.file
    if head.item.id != name:
        what = f"the id {show(head.item.id)} is not the name of its folder, {show(name)}."
        problems.append(head.problem(("id",), what, "give both the same name."))
    found = _read_source(disk, name, shown, source_name)
    if isinstance(found, Problem):
        fix = found.fix
        problems.append(head.problem(("source", "file"), f"{show(source_name)}: {found.what}", fix))
        return Checked(Proof(None, tuple(sorted(set(problems)))))
    at = f"{shown}/{source_name}"
    known = (catalogue.indicators, catalogue.unread, catalogue.own, catalogue.latest)
    proof = prove(parsed, problems, found.data, at, *known)
    used = _used(proof)
    files = (blob.sha256, source_name, found.sha256)
    return Checked(proof, *files, catalogue.basis(used), used, _stamps(blob, found))


def _used(proof: Proof) -> tuple[str, ...] | None:
    """The indicators that a proof rests on in which nothing is left out."""
    if proof.sub is None or proof.problems or proof.sub.left_out:
        return None
    facts = {one.fact.indicator for one in proof.sub.facts}
    return tuple(sorted(facts | {one.indicator for one in proof.sub.absent}))


def _stamps(blob: Blob, source: Blob) -> tuple[Stamp, Stamp] | None:
    return (blob.stamp, source.stamp) if blob.stamp and source.stamp else None


def _read_source(disk: Disk, folder: str, shown: str, name: str) -> Blob | Problem:
    if "/" in name or "\\" in name or name in ("..", ".") or ":" in name or "\n" in name:
        what = "only a plain file name in the same folder is read."
        return Problem(shown, 1, 1, "source", what, "write, for example, source.txt.")
    return disk.read(disk.folder / "submissions" / folder / name, f"{shown}/{name}", LARGEST_SOURCE)

"""From a review session to saved files: what is still missing, what would change, the save."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from curate import whole_save, yaml_edit
from curate.compare_submissions import Row, compare, headline_moves
from curate.document_reading import Reading
from curate.dry_run import (
    INDICATORS,
    known_indicators,
    load_now,
    load_with,
    new_problems,
    with_wording,
)
from curate.durable_write import as_not_saved
from curate.errors import Conflict, Fault, NotSaved, Refused
from curate.journal import Aside
from curate.pick_quote import Quote, plain_span, quoted, trimmed
from curate.review_session import ReviewSession, check_head, search_words
from curate.validation import clean, judge_head
from curate.whole_save import Change, Saved, paths_of
from curate.yaml_edit import Fields, submission_file
from facts.check_context import Case, build
from facts.checks.accounted import unclaimed
from facts.corpus import Corpus
from facts.frame import frame, reached
from facts.parse import parse_submission
from facts.problems import Problem
from facts.vocabulary import in_language

_WORDS = (3, 6, 12, 40)  # words to both sides that are tried, until the quote stands there once


@dataclass(frozen=True)
class _Number:
    """A number without a fact: plain[first:last], raw [start:end), and what becomes of it."""

    first: int
    last: int
    start: int
    end: int
    aside: Aside


def aside_entries(
    reading: Reading, case: Case, fates: Iterable[tuple[int, int, Aside]]
) -> list[Fields]:
    """An entry for each number that no fact speaks of and whose fate is known, in their order.

    `fates` are stretches of the raw text. Numbers of one class that stand together in a sentence
    share an entry; no entry holds a number that is something else.
    """
    known = sorted(fates, key=lambda fate: fate[:2])
    order = {token.start: index for index, token in enumerate(reading.source.numbers())}
    entries = []
    for group in _groups(reading, list(_unspoken(reading, case, known)), order):
        found = _quote(reading, group, order)
        if found is None:
            continue
        # Of numbers joined in one word, such as 2023/3, the more telling class holds.
        aside = next((one.aside for one in group if one.aside.class_ != "date"), group[0].aside)
        entry: Fields = {"quote": found.text, "class": aside.class_}
        if found.occurrence:
            entry["occurrence"] = found.occurrence
        if aside.note:
            entry["note"] = aside.note
        entries.append(entry)
    return entries


def _unspoken(
    reading: Reading, case: Case, fates: list[tuple[int, int, Aside]]
) -> Iterator[_Number]:
    normal = reading.source.normal()
    at = 0
    for token, start in unclaimed(case):
        _, end = normal.span(token.start, token.end)
        while at < len(fates) and fates[at][1] <= start:
            at += 1
        if at < len(fates) and fates[at][0] < end:
            yield _Number(token.start, token.end, start, end, fates[at][2])


def _groups(
    reading: Reading, numbers: list[_Number], order: dict[int, int]
) -> Iterator[list[_Number]]:
    """Numbers of one class in one sentence with no other number between them, or in one word."""
    group: list[_Number] = []
    for one in numbers:
        apart = group and re.search(r"\s", reading.source.raw[group[-1].end : one.start])
        if apart and (
            group[-1].aside != one.aside
            or order[one.first] != order[group[-1].first] + 1
            or reading.sentence(one.start)[0] != reading.sentence(group[-1].start)[0]
        ):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _quote(reading: Reading, group: list[_Number], order: dict[int, int]) -> Quote | None:
    """Words around the numbers, as few as stand in the source once, or else which time is meant."""
    source = reading.source
    text = source.normal().text
    must = group[0].start, group[-1].end
    first, last = group[0].first, group[-1].last
    low, high = _room(reading, group, order)
    lefts = [first, *(at for at in range(first - 1, low - 1, -1) if at == 0 or text[at - 1] == " ")]
    rights = [last, *(at for at in range(last + 1, high + 1) if text[at : at + 1] in ("", " "))]
    best: Quote | None = None
    for words in _WORDS:
        start, end = lefts[min(words, len(lefts) - 1)], rights[min(words, len(rights) - 1)]
        start, end = trimmed(source, start, end)
        found = quoted(source, min(start, first), max(end, last), must)
        if found and found.occurrence is None:
            return found
        best = best or found
    return best or quoted(source, first, last, must)


def _room(reading: Reading, group: list[_Number], order: dict[int, int]) -> tuple[int, int]:
    """How far a quote may reach: the sentence, short of the numbers beside the group."""
    (start, end), _ = reading.sentence(group[0].start)
    low, high = plain_span(reading.source, start, end)
    tokens = reading.source.numbers()
    before, after = order[group[0].first] - 1, order[group[-1].first] + 1
    if before >= 0:
        low = max(low, tokens[before].end)
    if after < len(tokens):
        high = min(high, tokens[after].start)
    return min(low, group[0].first), max(high, group[-1].last)


def made_change(review: ReviewSession) -> Change:
    """The files that a draft makes as far as it is decided, and those that they are based on.

    Raises Refused where its head is not sound, NotSaved where indicators.yaml cannot be changed.
    """
    head = clean(review.head)
    faults = judge_head(review.ground(), head, ())
    if faults:
        raise Refused(tuple(Fault(f"head.{one.field}", one.what, one.fix) for one in faults))
    source = review.work.document.text.encode()
    form = "pdf" if review.work.document.form == "pdf" else "text"
    digest = hashlib.sha256(source).hexdigest()
    head["source"] = {"file": "source.txt", "sha256": digest, "form": form}
    lists: dict[str, list[Fields]] = {
        "facts": _facts(review),
        "activities": _in_order(review.state.activities),
        "absent": _absent(review),
    }
    case = _case(review, submission_file(head, lists))
    lists["set_aside"] = aside_entries(review.reading, case, _fates(review))
    inside = {"source.txt": source, "submission.yaml": submission_file(head, lists).encode()}
    with as_not_saved():
        base = (review.work.data / INDICATORS).read_bytes()
    indicators = _indicators(review, lists, base)
    files = {} if indicators == base else {INDICATORS: indicators}
    folders = {f"submissions/{head['id']}": inside}
    return Change(head["id"], "", files, folders, dict.fromkeys(files, base), review.work.id)


def stated(review: ReviewSession) -> set[str]:
    """The indicators that the accepted facts state."""
    return {str(fields.get("indicator")) for fields in review.state.facts.values()}


def _facts(review: ReviewSession) -> list[Fields]:
    """The accepted facts in the order of the text, with the other places that state them."""
    facts = [dict(fields) for fields in _in_order(review.state.facts)]
    for again in _in_order(review.state.again):
        also = {key: value for key, value in again.items() if key != "fact"}
        for fields in facts:
            if fields["id"] == again["fact"]:
                if also.get("wording") == fields.get("wording"):
                    also.pop("wording", None)
                fields["also"] = [*fields.get("also", []), also]
    return facts


def _in_order(items: dict[str, Fields]) -> list[Fields]:
    return [items[name] for name in sorted(items, key=lambda name: int(name[1:]))]


def _absent(review: ReviewSession) -> list[Fields]:
    found = stated(review)
    return [
        review.state.absent[name]
        for name in review.indicators
        if name in review.state.absent and name not in found
    ]


def _case(review: ReviewSession, text: str) -> Case:
    """The case of a submission of which nothing is set aside yet."""
    parsed, _ = parse_submission(text.encode(), "submission.yaml")
    if parsed is None:
        raise Refused(
            (Fault("head", "the head cannot be written.", "look at each of its fields."),)
        )
    reading = review.reading
    return build(
        parsed,
        reading.source,
        "source.txt",
        "",
        review.indicators,
        own=reading.corpus.organisation.names,
    )


def _fates(review: ReviewSession) -> Iterator[tuple[int, int, Aside]]:
    """What becomes of each number that is no fact, as far as it is decided."""
    for one in review.left_out:
        yield one.start, one.end, Aside(one.class_)
    for card in review.cards:
        for item in card.items:
            aside = review.state.rejected.get(item.id)
            if aside and card.kind != "activity":
                yield item.start, item.end, aside


def _indicators(review: ReviewSession, lists: dict[str, list[Fields]], base: bytes) -> bytes:
    """indicators.yaml with the indicators and wordings that are used here and not there yet."""
    text = base.decode()
    used = {fields.get("indicator") for name in ("facts", "absent") for fields in lists[name]}
    for fields in review.state.indicators:
        known = known_indicators(text)
        if fields["id"] in used and fields["id"] not in [one["id"] for one in known]:
            same = [at for at, one in enumerate(known) if one["group"] == fields["group"]]
            index = same[-1] + 1 if same else len(known)
            text = yaml_edit.insert_entry(text, "indicators", index, fields)
    said_so = {(one.get("indicator"), one.get("wording")) for one in lists["facts"]}
    for name, wording, rule in review.state.wordings:
        if (name, wording) in said_so:
            text = with_wording(text, name, wording, rule)
    return text.encode()


@dataclass(frozen=True)
class Missing:
    """A recurring indicator that no accepted fact states, and the words it is looked for by."""

    indicator: str
    label: str
    searched: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """The data folder before and after a save, without anything written.

    `files` are paths in the data folder with their bytes; `problems` those that are new; the
    frames are those of `facts.frame`, without targets and plans.
    """

    files: dict[str, bytes]
    before: Corpus
    after: Corpus
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...]
    frame_before: pd.DataFrame
    frame_after: pd.DataFrame
    yaml: str


def missing(review: ReviewSession) -> tuple[Missing, ...]:
    """The recurring indicators neither stated nor said to be not stated."""
    done = stated(review) | set(review.state.absent)
    return tuple(
        Missing(one.id, in_language(one.label) or one.id, search_words(one))
        for one in review.indicators.values()
        if one.recurring and one.id not in done
    )


def unfinished(review: ReviewSession, there: bool = False) -> tuple[str, ...]:
    """What must be done before saving, a sentence each; empty when it can be saved.

    `there`: a submission of this id may be there already.
    """
    found = []
    done, of = review.progress
    if done < of:
        left = of - done
        found.append(f"{left} {'card is' if left == 1 else 'cards are'} not decided yet.")
    for fault in check_head(review, review.head, there):
        found.append(f"About the document, {fault.field or 'head'}: {fault.sentence}")
    waiting = missing(review)
    if waiting:
        names = ", ".join(one.label for one in waiting)
        found.append(f"Say of each whether it is really not stated: {names}.")
    return tuple(found)


def preview(review: ReviewSession) -> Preview:
    """What would be saved as far as it is decided.

    Raises Refused where the head is not sound, NotSaved where there is no room for a copy.
    """
    made = made_change(review)
    files = paths_of(made)
    before = load_now(review.work.data)
    after = load_with(review.work.data, files)
    return Preview(
        files, before, after, new_problems(before.problems, after.problems),
        compare(after, made.submission), reached(frame(before)), reached(frame(after)),
        files[f"submissions/{made.submission}/submission.yaml"].decode(),
    )  # fmt: skip


def save(review: ReviewSession, over: str | None = None) -> Saved:
    """Save the submission: its folder, and indicators.yaml where something was defined.

    Where a submission of this id is there already it is a Conflict; with `over`, the text of that
    submission.yaml as it was seen, it is put in its place, unless it was changed since.
    Raises Refused while something is unfinished or a proof fails, Conflict, NotSaved.
    """
    if left := unfinished(review, over is not None):
        raise Refused(tuple(Fault("", one, "") for one in left))
    for _ in range(3):
        try:
            return whole_save.save(review.work.data, _change(review, over))
        except Conflict as conflict:
            if conflict.path != INDICATORS:  # ours are only added to what stands there now
                raise
    raise NotSaved("The indicators are being changed at this moment.", "Try again.")


def _change(review: ReviewSession, over: str | None) -> Change:
    made = made_change(review)
    after = load_with(review.work.data, paths_of(made))
    based_on = dict(made.based_on)
    if over is not None:
        based_on[f"submissions/{made.submission}/submission.yaml"] = over.encode()
    return replace(made, message=_message(review, after, made.submission), based_on=based_on)


def _message(review: ReviewSession, after: Corpus, name: str) -> str:
    """ "Add CSTD 2026: 14 facts; members 129 → 131"."""
    sub = after.submission(name)
    count = len(sub.facts) if sub else 0
    said = f"Add {review.head.get('name', name)}: {count} {'fact' if count == 1 else 'facts'}"
    moved = headline_moves(compare(after, name), after.indicators)
    return f"{said}; {moved}" if moved else said

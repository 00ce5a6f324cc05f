"""The commands of `python -m extract`, and how they print what was found."""

from __future__ import annotations

import argparse
import contextlib
import errno
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import settings
from extract.candidates import Candidate, Place, find_all_places, find_candidates
from extract.dated_events import Dating, Event, find_dating, find_events
from extract.documents.document import Document, Progress, Unreadable
from extract.documents.read_document import plain_name, read_file
from extract.draft_check import Checked, LeftOut, check_draft
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.console import run, speak_utf8
from facts.corpus import Corpus
from facts.load import load
from language.passages import Passages

Row = dict[str, Any]


def candidate_row(one: Candidate, document: Document) -> Row:
    """One candidate as JSON. A number left out has `class`, others an indicator or null."""
    row: Row = {
        "start": one.start, "end": one.end, "text": one.text,
        "value": one.value, "value_low": one.value_low, "value_high": one.value_high,
        "bound": one.bound, "unit": one.unit, "language": one.language, "said_by": one.said_by,
        "sentence": one.sentence,
        "dates": list(one.dates), "places": list(one.places), "indicator": one.indicator,
        "score": one.score, "why": one.why, "where": document.where(one.start).label,
        "sentence_start": one.sentence_start, "sentence_end": one.sentence_end,
        "places_asked": list(one.asked), "carried_from": one.carried_from,
        "other_indicators": [likely.indicator for likely in one.likely[1:]],
    }  # fmt: skip
    if one.left_out is not None:
        row["class"] = one.left_out
    return row


def as_json(
    document: Document,
    candidates: Sequence[Candidate],
    events: Sequence[Event],
    dating: Sequence[Dating],
    places: Sequence[Place],
) -> str:
    """All that was found: lists `candidates`, `activities`, `dating`, `places` and `notes`."""
    found = {
        "file": document.name,
        "form": document.form,
        "candidates": [candidate_row(one, document) for one in candidates],
        "activities": [
            {**vars(one), "dates": list(one.dates), "places": list(one.places),
             "where": document.where(one.start).label}
            for one in events
        ],
        "dating": [vars(one) for one in dating],
        "places": [vars(one) for one in places],
        "notes": list(document.notes),
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=1)


def as_text(
    document: Document, candidates: Sequence[Candidate], events: Sequence[Event], every: bool
) -> str:
    """One line per candidate, then the activities; what was left out is counted by class."""
    offered = [one for one in candidates if one.left_out is None]
    lines = [_line(one, document) for one in (candidates if every else offered)]
    lines += ["", "Activities:"] if events else []
    lines += [
        f"  {document.where(one.start).label}: {one.kind}, {', '.join(one.dates)}"
        f"{' in ' + ' '.join(one.places) if one.places else ''}: {_short(one.text)}"
        for one in events
    ]
    left = Counter(one.left_out for one in candidates if one.left_out)
    lines.append("")
    lines.append(f"{len(offered)} numbers that may be claims, {len(events)} activities.")
    if left:
        counts = ", ".join(
            f"{count} {name.replace('_', ' ')}" for name, count in left.most_common()
        )
        lines.append(f"Left out for their class: {counts}.")
    return "\n".join(lines)


def _line(one: Candidate, document: Document) -> str:
    tail = (
        f"[{one.left_out}: {one.why}]" if one.left_out else f"-> {one.indicator or '?'} {one.score}"
    )
    carried = f" (carried over from {one.carried_from})" if one.carried_from else ""
    where = document.where(one.start).label
    return f"{where}: {_said(one)} {tail}{carried}: {_short(one.sentence)}"


def _said(one: Candidate) -> str:
    """A number with its bound and what it counts: more than 60 membres."""
    bound = "" if one.bound in ("exact", "range") else one.bound.replace("_", " ") + " "
    return f"{bound}{one.text} {one.unit}"


def draft_as_json(document: Document, checked: Sequence[Checked], left: Sequence[LeftOut]) -> str:
    """The numbers of a draft with `standing` and `because`, and the list `left_out`."""
    found = {
        "file": document.name,
        "numbers": [
            {**candidate_row(one.candidate, document), "standing": one.standing, "because": one.why,
             "before": one.before.ref if one.before else None}
            for one in checked
        ],
        "left_out": [vars(one) for one in left],
        "notes": list(document.notes),
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=1)


def draft_as_text(document: Document, checked: Sequence[Checked], left: Sequence[LeftOut]) -> str:
    """One line per number, then what was left out."""
    lines = [
        f"{one.standing:<11} {document.where(one.candidate.start).label}: "
        f"{_said(one.candidate)}: {one.why}. {_short(one.candidate.sentence)}"
        for one in checked
    ]
    if left:
        lines += ["", "Said each time, and not in this draft:"]
        lines += [f"  {one.label}: {one.last}" for one in left]
    counts = Counter(one.standing for one in checked)
    summary = ", ".join(
        f"{counts[name]} {name}" for name in ("new", "same", "older", "contradicts", "copied")
    )
    return "\n".join([*lines, "", f"{len(checked)} numbers: {summary}. Nothing was written."])


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}..."


def main(words: list[str] | None = None) -> int:
    """Run a command; give 0, or 2 where the file cannot be read or the text not written."""
    speak_utf8()
    asked = _parser().parse_args(words)
    try:
        document = read_file(asked.file, asked.password, _bar("Reading"))
    except Unreadable as reason:
        print(f"{plain_name(str(asked.file))}: {reason}", file=sys.stderr)
        return 2
    for note in document.notes:
        print(note, file=sys.stderr)
    if asked.command == "read":
        return _print_text(document, asked.out)
    corpus = load(asked.data or settings.data_folder())
    return (
        _print_candidates(document, corpus, asked)
        if asked.command == "candidates"
        else _print_draft(document, corpus, asked)
    )


def _print_text(document: Document, out: Path | None) -> int:
    if out is None:
        sys.stdout.write(document.text)
        return 0
    partial: Path | None = None
    try:
        if out.exists() and (out.suffix == ".yaml" or (out.parent / "submission.yaml").exists()):
            raise OSError(errno.EEXIST, "it is part of the data, which are not written over")
        partial = out.with_name(f".{out.name}.part")
        partial.write_text(document.text, encoding="utf-8", newline="")
        partial.replace(out)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            if partial is not None:
                partial.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        print(f"{plain_name(str(out))} cannot be written: {reason}.", file=sys.stderr)
        return 2
    return 0


def _print_candidates(document: Document, corpus: Corpus, asked: argparse.Namespace) -> int:
    passages = Passages(document.text)
    earlier = Earlier(corpus, document.text)
    every = list(find_candidates(passages, Guesser(corpus), earlier, _bar("Searching")))
    events = list(find_events(passages))
    if asked.json:
        shown = every if asked.all else [one for one in every if one.left_out is None]
        dating, places = find_dating(passages), list(find_all_places(passages))
        print(as_json(document, shown, events, dating, places))
    else:
        print(as_text(document, every, events, asked.all))
    return 0


def _print_draft(document: Document, corpus: Corpus, asked: argparse.Namespace) -> int:
    passages = Passages(document.text)
    found = find_candidates(passages, Guesser(corpus), Earlier(corpus, document.text))
    checked, left = check_draft(found, corpus, document.text)
    write = draft_as_json if asked.json else draft_as_text
    print(write(document, checked, left))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extract", description="Documents to text, and the numbers in them."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="print the text of a document")
    read.add_argument(
        "--out", type=Path, metavar="TEXT", help="write it to this file, whole or not"
    )
    candidates = commands.add_parser("candidates", help="list the numbers that may be claims")
    candidates.add_argument("--all", action="store_true", help="list what is left out as well")
    draft = commands.add_parser("draft", help="hold a draft against what was said before")
    for command in (read, candidates, draft):
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument("--password", help="the password of an encrypted PDF")
    for command in (candidates, draft):
        command.add_argument("--json", action="store_true", help="print JSON")
        command.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    return parser


def _bar(what: str) -> Progress | None:
    """Draw a bar on the screen while something lasts; none where nobody looks."""
    if not sys.stderr.isatty():
        return None
    shown = -1

    def draw(share: float) -> None:
        nonlocal shown
        percent = int(100 * share)
        if percent != shown:
            shown = percent
            bar = "#" * (percent // 4)
            end = "\n" if percent == 100 else ""
            print(f"\r{what} [{bar:<25}] {percent:3}%", end=end, file=sys.stderr, flush=True)

    return draw


if __name__ == "__main__":
    run(main)

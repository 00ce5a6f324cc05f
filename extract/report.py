"""Candidates, events and checked numbers go in; JSON or lines for a screen come out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from extract.activities import Dating, Event
from extract.candidates import Candidate, Place
from extract.document import Document
from extract.draft import Checked, LeftOut

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

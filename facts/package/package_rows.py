"""The rows of each table of the package, with the dates and statuses of SDMX."""

from __future__ import annotations

import json
from typing import Any

from facts.corpus import Corpus, PlacedActivity, PlacedFact, PlacedMention, Sub
from facts.frame import first_and_last, frame
from facts.model import Activity, Corrected, Fact, Mention
from facts.package.tables import STATUSES, Row
from facts.partial_dates import first_day, last_day
from facts.vocabulary import Indicator, Span, Time, in_language

# Only these give one value; `about` gives one that is approximate.
_ONE_VALUE = ("exact", "about")


def obs_value(fact: Fact) -> int | float | None:
    """The one value that the source gives: None for a range, a mere limit, a target and a plan."""
    if isinstance(fact.value, Span) or fact.bound not in _ONE_VALUE or fact.status:
        return None
    return fact.value


def statuses(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """For each fact, by `ref`, every status that applies, the one that SDMX puts first at first.

    B: the same fact of the submission before it was counted by another definition. L: there is no
    one value. D: the wording counts something else than the indicator defines. E: about. Else A.
    """
    broken = _breaks(corpus)
    found: dict[str, tuple[str, ...]] = {}
    for placed in corpus.facts():
        fact = placed.fact
        applies = {
            "B": placed.ref in broken,
            "L": obs_value(fact) is None,
            "D": _rule(corpus, fact) == "differs",
            "E": fact.bound == "about",
        }
        found[placed.ref] = tuple(code for code in STATUSES if applies.get(code)) or ("A",)
    return found


def time_period(start: str, end: str) -> str:
    """A date as it is, a span as its first day and its length in years, months or days."""
    if start == end or not start:
        return start
    first, last = first_day(start), last_day(end)
    if len(start) == len(end) == len("2024"):
        return f"{first.isoformat()}/P{last.year - first.year + 1}Y"
    if max(len(start), len(end)) <= len("2024-01"):
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return f"{first.isoformat()}/P{months}M"
    return f"{first.isoformat()}/P{(last - first).days + 1}D"


def time_kind(time: Time, start: str, end: str) -> str:
    """What a TIME_PERIOD means: one of `TIME_KINDS`."""
    if time.as_of == "document":
        return "day_of_writing"
    if not start:
        return "not_stated"
    return "point" if start == end else "span"


def _breaks(corpus: Corpus) -> set[str]:
    """Facts whose forerunner was counted by the other definition; copied sentences do not count."""
    before: dict[tuple[str, str], str] = {}
    broken: set[str] = set()
    for placed in corpus.facts():
        fact = placed.fact
        if fact.carried_from or fact.status:
            continue
        series, rule = (fact.indicator, fact.id), _rule(corpus, fact)
        if before.get(series, rule) != rule:
            broken.add(placed.ref)
        before[series] = rule
    return broken


def _rule(corpus: Corpus, fact: Fact) -> str:
    return corpus.indicators[fact.indicator].rule(fact.wording)


LANGUAGE = "en"
# Columns of facts.csv that are those of the tidy table, under the same name.
SHARED = (
    "ref", "submission", "fact", "says", "bound", "value", "value_low", "value_high", "wording",
    "wording_rule", "comparable", "scope", "said_by", "time_start", "time_end", "time_basis",
    "places", "section", "quote", "char_start", "char_end", "counted", "spread",
    "part_same_unit", "note",
)  # fmt: skip


def source_path(name: str) -> str:
    """Where the source of a submission lies in the package."""
    return f"submissions/{name}.txt"


def rows(corpus: Corpus, sizes: dict[str, int]) -> dict[str, list[Row]]:
    """The rows by table; `sizes` are the bytes of each source by submission."""
    subs = corpus.submissions
    shipped = {sub.head.id for sub in subs} | {placed.ref for placed in corpus.facts()}
    return {
        "facts": _facts(corpus, shipped),
        "activities": [_activity(one, shipped) for sub in subs for one in sub.activities],
        "mentions": [_mention(one) for sub in subs for one in sub.mentions],
        "indicators": [_indicator(corpus, one) for one in corpus.indicators.values()],
        "submissions": [_submission(sub, sizes[sub.head.id]) for sub in subs],
    }


def _facts(corpus: Corpus, shipped: set[str]) -> list[Row]:
    status = statuses(corpus)
    tidy = frame(corpus, LANGUAGE).to_dict("records")
    pairs = zip(corpus.facts(), tidy, strict=True)
    return [
        _fact(placed, {str(key): value for key, value in row.items()}, status[placed.ref], shipped)
        for placed, row in pairs
    ]


def _fact(
    placed: PlacedFact, tidy: dict[str, Any], status: tuple[str, ...], shipped: set[str]
) -> Row:
    fact, places = placed.fact, placed.fact.places
    start, end = tidy["time_start"], tidy["time_end"]
    number = placed.number or (None, None)
    carried = fact.carried_from
    repeats = f"{carried.submission}/{carried.fact}" if carried and carried.fact else ""
    return {
        **{name: tidy[name] for name in SHARED},
        "INDICATOR": tidy["indicator"], "UNIT_MEASURE": tidy["unit"],
        "REF_AREA": " ".join(places.list) if places and places.complete else "",
        "TIME_PERIOD": time_period(start, end), "time_kind": time_kind(fact.time, start, end),
        "OBS_VALUE": obs_value(fact),
        "OBS_STATUS": status[0], "obs_status_all": " ".join(status),
        "places_role": places.role if places else None,
        "places_complete": places.complete if places else None,
        "language": fact.language or placed.submission.language or LANGUAGE,
        "number_start": number[0], "number_end": number[1],
        "status": fact.status,
        "doubts": _json([one.model_dump() for one in fact.doubts]),
        "part_of": _held(tidy["part_of"], shipped),
        "carried_from_submission": _held(carried.submission, shipped) if carried else "",
        "carried_from": _held(repeats, shipped),
        **_corrected(fact.corrected),
    }  # fmt: skip


def _activity(placed: PlacedActivity, shipped: set[str]) -> Row:
    activity, head = placed.activity, placed.submission
    start, end, basis = first_and_last(activity.time, head)
    carried = activity.carried_from
    facts = [f"{head.id}/{name}" for name in activity.facts]
    return {
        **_evidence(placed, activity),
        "activity": activity.id, "title": activity.title, "kind": activity.kind,
        "TIME_PERIOD": time_period(start, end), "time_kind": time_kind(activity.time, start, end),
        "time_start": start, "time_end": end, "time_basis": basis,
        "countries": " ".join(dict.fromkeys(place.country for place in activity.places)),
        "places": _json([place.model_dump(exclude_none=True) for place in activity.places]),
        "facts": " ".join(ref for ref in facts if ref in shipped),
        "carried_from_submission": _held(carried.submission, shipped) if carried else "",
    }  # fmt: skip


def _mention(placed: PlacedMention) -> Row:
    mention = placed.mention
    return {
        **_evidence(placed, mention),
        "mention": mention.id, "what": mention.what,
        "countries": " ".join(mention.places.list),
        "role": mention.places.role, "complete": mention.places.complete,
    }  # fmt: skip


def _indicator(corpus: Corpus, one: Indicator) -> Row:
    groups = {group.id: in_language(group.label, LANGUAGE) for group in corpus.groups}
    ruled = {
        rule: [wording for wording in one.wordings if one.rule(wording) == rule]
        for rule in ("same", "differs")
    }
    return {
        "indicator": one.id, "label": in_language(one.label, LANGUAGE),
        "unit_one": in_language(one.unit.one, LANGUAGE),
        "unit_many": in_language(one.unit.many, LANGUAGE),
        "kind": one.kind, "group": one.group, "group_label": groups.get(one.group),
        "description": in_language(one.description, LANGUAGE),
        "wordings_same": _json(ruled["same"]), "wordings_differ": _json(ruled["differs"]),
        "recurring": one.recurring,
    }  # fmt: skip


def _submission(sub: Sub, size: int) -> Row:
    head, session = sub.head, sub.head.session
    return {
        "submission": head.id, "name": head.name, "title": head.title, "body": head.body,
        "session_number": session.number if session else None,
        "session_start": session.start if session else None,
        "session_end": session.end if session else None,
        "session_basis": session.basis if session else None,
        "reports_on_start": head.reports_on.start, "reports_on_end": head.reports_on.end,
        "reports_on_basis": head.reports_on.basis,
        "written_start": head.written.earliest, "written_end": head.written.latest,
        "written_basis": head.written.basis, "citation": head.citation,
        "language": head.language or LANGUAGE, "language_guessed": sub.language_guessed,
        "source": source_path(head.id), "source_form": head.source.form,
        "source_bytes": size, "source_sha256": head.source.sha256, "note": head.note,
    }  # fmt: skip


def _evidence(placed: PlacedActivity | PlacedMention, entry: Activity | Mention) -> Row:
    """What activities and mentions have in common."""
    return {
        "ref": placed.ref, "submission": placed.submission.id,
        "scope": entry.scope, "section": entry.section, "quote": entry.quote,
        "char_start": placed.match.start, "char_end": placed.match.end,
        **_corrected(entry.corrected), "note": entry.note,
    }  # fmt: skip


def _corrected(one: Corrected | None) -> Row:
    told = one.model_dump() if one else {}
    return {f"corrected_{name}": told.get(name) for name in Corrected.model_fields}


def _held(name: str, shipped: set[str]) -> str:
    """A name of what is in the package; nothing for what was left out of it."""
    return name if name in shipped else ""


def _json(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False)

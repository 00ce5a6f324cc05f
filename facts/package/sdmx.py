"""Facts and dates go in; what SDMX calls OBS_VALUE, OBS_STATUS, TIME_PERIOD, REF_AREA comes out."""

from __future__ import annotations

from facts.corpus import Corpus
from facts.dates import first_day, last_day
from facts.model import Fact, Places, Span, Time
from facts.package.common import STATUSES

_ORDER = tuple(code for code, _ in STATUSES)
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
        found[placed.ref] = tuple(code for code in _ORDER if applies.get(code)) or ("A",)
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


def ref_area(places: Places | None) -> str:
    """The codes of a whole list of countries, a space between; else nothing."""
    return " ".join(places.list) if places and places.complete else ""


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

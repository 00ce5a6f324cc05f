"""What changed from one submission to the next, a row per fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from extract.reused_sentences import Earlier
from facts.catalogue import UNNAMED
from facts.corpus import Corpus, PlacedFact
from facts.format_value import says_with_unit
from facts.model import Fact
from facts.vocabulary import Indicator, in_language

Standing = Literal["new", "gone", "larger", "smaller", "same", "not comparable"]


@dataclass(frozen=True)
class Row:
    """One fact before and after; "" where it is not stated. `same_words`: its sentence stood in
    the submission before already."""

    indicator: str
    label: str
    standing: Standing
    same_words: bool
    before: str
    after: str


def compare(corpus: Corpus, name: str) -> tuple[Row, ...]:
    """What changed in a submission from the one before it in the order of their dates.

    In the order of the indicators: facts of the same one are paired, those with the same id first.
    """
    names = [sub.head.id for sub in corpus.submissions]
    if name not in names:
        return ()
    at = names.index(name)
    after, before = corpus.submissions[at], corpus.submissions[at - 1] if at else None
    earlier = Earlier(Corpus(UNNAMED, (), {}, (), (before,)) if before else None)
    found: list[Row] = []
    for measured in corpus.indicators.values():
        old = [one for one in (before.facts if before else ()) if _is(one, measured)]
        new = [one for one in after.facts if _is(one, measured)]
        for first, last in _pairs(old, new):
            copied = last is not None and _copied(last.fact, earlier)
            found.append(
                Row(
                    measured.id,
                    in_language(measured.label) or measured.id,
                    _standing(first, last, measured),
                    copied,
                    _said(first, measured),
                    _said(last, measured),
                )
            )
    return tuple(found)


def headline_moves(found: Sequence[Row], indicators: Mapping[str, Indicator]) -> str:
    """The change of the indicators of the network chart in short: "members 129 → 131"."""
    parts = [
        f"{row.label.lower()} {row.before.split(' ')[0]} → {row.after.split(' ')[0]}"
        for row in found
        if row.standing in ("larger", "smaller") and indicators[row.indicator].chart == "network"
    ]
    return ", ".join(parts)


def _is(placed: PlacedFact, measured: Indicator) -> bool:
    return placed.fact.indicator == measured.id


def _pairs(
    old: list[PlacedFact], new: list[PlacedFact]
) -> Iterator[tuple[PlacedFact | None, PlacedFact | None]]:
    """Facts with the same id together; two single ones too; what is left stands alone."""
    by_id = {one.fact.id: one for one in old}
    single = len(old) == len(new) == 1
    used = set()
    for one in new:
        match = by_id.get(one.fact.id) or (old[0] if single else None)
        if match:
            used.add(match.ref)
        yield match, one
    yield from ((one, None) for one in old if one.ref not in used)


def _standing(first: PlacedFact | None, last: PlacedFact | None, measured: Indicator) -> Standing:
    if first is None or last is None:
        return "new" if first is None else "gone"
    one, two = first.fact, last.fact
    if one.status != two.status:
        return "not comparable"
    alike = one.wording == two.wording or _rule(one, measured) == _rule(two, measured) == "same"
    if not alike:
        return "not comparable"
    if (one.value, one.bound) == (two.value, two.bound):
        return "same"
    (low, high), (least, most) = _ends(one), _ends(two)
    if least > high or (least == high and two.bound == "more_than"):
        return "larger"
    if most < low or (most == low and two.bound in ("less_than", "almost")):
        return "smaller"
    return "not comparable"


def _ends(fact: Fact) -> tuple[float, float]:
    """The least and the most that a fact says."""
    low, high = fact.limits
    return -inf if low is None else low, inf if high is None else high


def _copied(fact: Fact, earlier: Earlier) -> bool:
    return fact.carried_from is not None or earlier.carried(fact.quote) is not None


def _rule(fact: Fact, measured: Indicator) -> str:
    return measured.rule(fact.wording) if fact.wording in measured.wordings else "differs"


def _said(placed: PlacedFact | None, measured: Indicator) -> str:
    """The value as it may be said, with its unit; other words of the source stand in brackets."""
    if placed is None:
        return ""
    shown = says_with_unit(placed.fact, measured)
    differs = _rule(placed.fact, measured) == "differs"
    return f"{shown} ({placed.fact.wording})" if differs else shown

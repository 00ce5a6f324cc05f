"""Holds the numbers of a draft against all that was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.candidates import Candidate
from extract.reused_sentences import Earlier
from facts.corpus import Corpus, PlacedFact
from facts.fact_index import Stated, facts_of, gathered, stated
from facts.format_value import says
from facts.partial_dates import first_day, last_day
from facts.vocabulary import Span, in_language

Standing = Literal["new", "same", "older", "contradicts", "copied"]
_LIKE = 0.45  # so much of a sentence must stand in an earlier one for it to tell of the same thing


@dataclass(frozen=True)
class Checked:
    """A number of the draft: how it stands to what was said before, and why in one sentence.

    `before` is the earlier fact that is meant, `since` a later one that says what was said last,
    `within` the number of the draft that contradicts.
    """

    candidate: Candidate
    standing: Standing
    why: str
    before: PlacedFact | None
    within: Candidate | None = None
    since: PlacedFact | None = None


@dataclass(frozen=True)
class LeftOut:
    """A recurring indicator that the draft does not state, and what was last said of it."""

    indicator: str
    label: str
    last: str


def check_draft(
    candidates: Iterable[Candidate], corpus: Corpus, text: str
) -> tuple[list[Checked], list[LeftOut]]:
    """Mark each number by how it stands to what was said, and list what is left out."""
    earlier = Earlier(corpus, text)
    checked: list[Checked] = []
    in_draft: dict[str, Checked] = {}
    for one in candidates:
        if one.left_out is not None:
            continue
        result = _check(one, corpus, earlier, in_draft)
        checked.append(result)
        for indicator in (likely.indicator for likely in one.likely[:1] if one.is_clear):
            in_draft.setdefault(indicator, result)
    said = {likely.indicator for one in checked for likely in one.candidate.likely[:1]}
    said |= {one.before.fact.indicator for one in checked if one.before}
    return checked, list(_left_out(corpus, said))


def _other_in_draft(one: Candidate, in_draft: dict[str, Checked], corpus: Corpus) -> Checked | None:
    """Another number that the draft itself says of the same thing."""
    other = in_draft.get(one.indicator or "")
    if other is None or not one.indicator or not _is_one_thing(one.indicator, corpus):
        return None
    return other if _differ(one, other.candidate) else None


def _check(
    one: Candidate, corpus: Corpus, earlier: Earlier, in_draft: dict[str, Checked]
) -> Checked:
    """Judge one number."""
    if not one.is_clear:
        why = "it can be read in two ways; write it so that it reads one way"
        return Checked(one, "new", why, None)
    sub, share = earlier.nearest(one.sentence)
    known = stated(corpus, one.indicator)[::-1]  # the newest first
    last = _last(known, one.indicator, corpus)
    agreeing = last if last and _agree(one, last) else None
    agreeing = agreeing or next((placed for placed in known if _agree(one, placed)), None)
    dated = next((placed for placed in known if _same_time(one, placed)), None)
    before, since = _whole(corpus, agreeing), None
    if agreeing and agreeing is not dated:
        since = _whole(corpus, _since(agreeing, last, one.indicator, corpus))
    told = f", but last time: {_said(since, corpus)}" if since else ""
    if one.carried_from and _stands_in(one, corpus) and (agreeing or dated is None):
        carried = corpus.submission(one.carried_from)
        name = carried.head.name if carried else one.carried_from
        why = f"the sentence stands in {name} already; look whether it is still true"
        return Checked(one, "copied", why + told, before, since=since)
    if before:
        why = f"as in {_said(before, corpus)}{told}"
        return Checked(one, "older" if since else "same", why, before, since=since)
    other = _other_in_draft(one, in_draft, corpus)
    if other:
        why = f"the draft itself says {other.candidate.text} elsewhere for the same"
        return Checked(one, "contradicts", why, other.before, other.candidate)
    clash = dated
    if clash is None and sub is not None and share >= _LIKE:
        clash = next((p for p in known if p.submission == sub.head.id and p.first), None)
    if before := _whole(corpus, clash):
        why = f"for the same time it was {_said(before, corpus)}"
        return Checked(one, "contradicts", why, before)
    if newest := _whole(corpus, last):
        return Checked(one, "new", f"last time: {_said(newest, corpus)}", newest)
    return Checked(one, "new", "nothing of the kind was said before", None)


def _last(known: Sequence[Stated], indicator: str | None, corpus: Corpus) -> Stated | None:
    """What was said last, of `known` in the order of the newest submission first.

    Of the sizes that one submission states for several moments it is that of the latest one.
    """
    if not known or not _is_stock(indicator, corpus):
        return known[0] if known else None
    newest = [one for one in known if one.submission == known[0].submission]
    return max(newest[::-1], key=_moment)


def _since(
    agreeing: Stated, last: Stated | None, indicator: str | None, corpus: Corpus
) -> Stated | None:
    """What was said last, where that is later than what the draft agrees with."""
    if last is None:
        return None
    later = _is_stock(indicator, corpus) and _moment(agreeing) < _moment(last)
    return last if later or agreeing.submission != last.submission else None


def _moment(one: Stated) -> str:
    """A fact's own date, to be compared within its submission: that of writing comes last."""
    return one.last or "9999"


def _is_stock(indicator: str | None, corpus: Corpus) -> bool:
    known = corpus.indicators.get(indicator or "")
    return known is not None and known.kind == "stock"


def _whole(corpus: Corpus, one: Stated | None) -> PlacedFact | None:
    return corpus.fact(one.ref) if one else None


def _stands_in(one: Candidate, corpus: Corpus) -> bool:
    """Say whether the very number stands in the submission from which the sentence was carried."""
    sub = corpus.submission(one.carried_from or "")
    return sub is not None and one.text in sub.source_text


def _agree(one: Candidate, before: Stated) -> bool:
    """Say whether value and bound are those of an earlier fact."""
    value = before.value
    if isinstance(value, Span):
        return (one.value_low, one.value_high) == (value.low, value.high)
    same = one.value == value or (one.unit == "percent" and _rounds(one, value))
    return same and one.bound == before.bound


def _rounds(one: Candidate, value: float) -> bool:
    """Say whether an earlier share is this one rounded: a third was written as 33 or 33.3."""
    return one.bound == "about" and any(round(one.value or 0.0, n) == value for n in (0, 1))


def _differ(one: Candidate, other: Candidate) -> bool:
    """Say whether two numbers cannot both be true of one thing at one time."""
    if one.dates != other.dates and (one.dates or other.dates):
        return False
    if one.bound == other.bound == "exact":
        return one.value != other.value
    low = max((x.value_low for x in (one, other) if x.value_low is not None), default=None)
    high = min((x.value_high for x in (one, other) if x.value_high is not None), default=None)
    return low is not None and high is not None and low > high


def _is_one_thing(indicator: str, corpus: Corpus) -> bool:
    """Say whether an indicator has one value at a time: recurring, and never twice in one text."""
    return (
        indicator in corpus.indicators
        and corpus.indicators[indicator].recurring
        and gathered(corpus).most.get(indicator, 0) < 2
    )


def _same_time(one: Candidate, before: Stated) -> bool:
    """Say whether a number is dated as an earlier fact is."""
    if not before.first or not before.last or not one.dates:
        return False
    span = (first_day(before.first), last_day(before.last))
    return any(_span(date) == span for date in one.dates)


def _span(iso: str) -> tuple[object, object]:
    first, _, last = iso.partition("/")
    return first_day(first), last_day(last or first)


def _said(placed: PlacedFact, corpus: Corpus) -> str:
    """Say an earlier fact with its unit and submission: "over 551 participants (CSTD 2025)"."""
    return f"{_value(placed, corpus)} ({placed.submission.name})"


def _value(placed: PlacedFact, corpus: Corpus) -> str:
    indicator = corpus.indicators[placed.fact.indicator]
    said = says(placed.fact, indicator)
    unit = indicator.unit.one if placed.fact.value == 1 else indicator.unit.many
    return said if indicator.kind == "share" else f"{said} {in_language(unit)}"


def _left_out(corpus: Corpus, said: set[str]) -> Iterable[LeftOut]:
    """List the recurring indicators that the draft does not state."""
    for indicator in corpus.indicators.values():
        if not indicator.recurring or indicator.id in said:
            continue
        known = facts_of(corpus, indicator.id, 1)
        last = f"last time: {_said(known[-1], corpus)}" if known else "never stated yet"
        yield LeftOut(indicator.id, in_language(indicator.label), last)

"""Refuses a fact that its sentence makes doubtful, until a field or a person answers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from facts.check_context import Case, Found
from facts.model import Fact
from facts.problems import Problem, one_line, show
from facts.vocabulary import Indicator
from language.clauses import NumberInSentence
from language.doubts import CUTTABLE, Doubt, DoubtKind, find_doubts, struck_spans
from language.nouns import counted, is_duration

# Of each kind: what the sentence does, and which field answers it.
SAYS: dict[DoubtKind, tuple[str, str]] = {
    "denied": ("the sentence denies it", ""),
    "planned": ("the sentence tells of a plan or a target", "status: target or status: plan"),
    "conditional": ("the sentence says it under a condition", ""),
    "asked": ("the sentence asks, and does not state it", ""),
    "said_by_others": ("somebody else says it", "said_by, with scope: partner or world"),
    "other_subject": ("the sentence says it of somebody else", "scope: partner or world"),
    "other_time": ("the sentence says it of another time", "time: {on: the time that it names}"),
    "part": ("the sentence says it of a part", "part_of, or an indicator for that part"),
    "change": ("the number is a change, not a size", "an indicator that measures the change"),
    "label": ("the number is a label, such as that of a page", ""),
    "struck": ("the words are struck out in the source", ""),
    "cut": ("the quote leaves out words of its sentence that change its sense", ""),
    "ambiguous": ("the number can be read in two ways", ""),
}
_LONGEST = 90
REACH = 800  # letters of a sentence that are looked at on each side


def check(case: Case) -> Iterator[Problem]:
    """Each doubt about a number that its fact does not answer."""
    struck = struck_spans(case.source.raw)
    for found in case.facts:
        indicator = case.indicators.get(found.entry.item.indicator)
        if indicator and found.passage and found.token and found.entry.item.counted is None:
            yield from _doubtful(case, found, indicator, struck)


def _doubtful(
    case: Case, found: Found[Fact], indicator: Indicator, struck: tuple[tuple[int, int], ...]
) -> Iterator[Problem]:
    fact = found.entry.item
    answers = {one.kind for one in fact.doubts}
    for kind, words in doubts_of(case, found, indicator, struck):
        if kind in answers or answered_by_field(fact, kind):
            continue
        what, field = SAYS[kind]
        if kind == "ambiguous" and found.token:
            words = " or ".join(f"{one:,}" for one in found.token.readings)
        asks = f"doubts: [{{kind: {kind}, because: ...}}]"
        fix = f"write {field}, or say why it holds: {asks}." if field else (
            f"choose words that state it, or say why it holds: {asks}."
        )  # fmt: skip
        yield found.entry.problem(("doubts", kind), f"{what}: {show(one_line(words))}.", fix)


def answered_by_field(fact: Fact, kind: DoubtKind) -> bool:
    """Whether a field of the fact says what the doubt asks."""
    match kind:
        case "planned" | "conditional":
            return fact.status is not None
        case "said_by_others" | "other_subject":
            return fact.scope != "own"
        case "part":
            return fact.part_of is not None
        case "other_time":
            return fact.corrected is not None and fact.corrected.field == "time"
        case _:
            return False


def doubts_of(
    case: Case, found: Found[Fact], indicator: Indicator, struck: tuple[tuple[int, int], ...]
) -> Iterator[tuple[DoubtKind, str]]:
    """Every doubt about a fact's number, answered or not, with the words that raise it."""
    assert found.passage is not None and found.token is not None
    fact, match = found.entry.item, found.passage.match
    start, end = found.passage.raw_span(found.token)
    if any(first <= start < last for first, last in struck):
        yield "struck", case.source.raw[start:end]
    spoken = spoken_of(case, found, indicator)
    if spoken is None:
        return
    offsets = case.source.normal().offsets
    for doubt in find_doubts(spoken):
        words = spoken.text[doubt.start : doubt.end].strip()[:_LONGEST]
        outside = not match.start <= offsets[doubt.start] < match.end
        kind: DoubtKind = "cut" if outside and doubt.kind in CUTTABLE else doubt.kind
        if kind == "cut" and answered_by_field(fact, doubt.kind):
            continue
        if _counts(doubt, indicator, spoken):
            yield kind, words


def _counts(doubt: Doubt, indicator: Indicator, spoken: NumberInSentence) -> bool:
    """Whether a doubt of this kind says anything of such a number: a share has no part."""
    noun = spoken.noun
    if noun and is_duration(spoken.text[noun.start : noun.end], spoken.language):
        return doubt.kind not in ("other_subject", "part", "change")
    share = spoken.token.percent or indicator.kind == "share"
    return not share or doubt.kind not in ("part", "change")


def spoken_of(case: Case, found: Found[Fact], indicator: Indicator) -> NumberInSentence | None:
    """The number of a fact in its whole sentence; None where a line end breaks the number."""
    assert found.passage is not None and found.token is not None
    fact, source = found.entry.item, case.source
    language = found.passage.language
    start, _ = found.passage.raw_span(found.token)
    normal = source.normal()
    tokens = source.numbers("keep", language)
    at = bisect_left(normal.offsets, start)
    index = bisect_right(source.number_starts("keep", language), at) - 1
    if index < 0 or tokens[index].end <= at:
        return None
    token = tokens[index]
    sentences = source.passages.sentences
    place = bisect_right(sentences, at, key=lambda one: one.start) - 1
    if place < 0:
        return None
    here, before = sentences[place], sentences[max(place - 1, 0)]
    lines = source.lines()
    noun = counted(lines, token, indicator.nouns(fact.wording, language), language)
    head = case.parsed.head.item
    present = (head.plot_at.value, head.written.earliest, head.written.latest)
    return NumberInSentence(
        lines,
        token,
        language,
        (max(here.start, token.start - REACH), min(here.end, token.end + REACH)),
        (before.start, before.end) if place else (0, 0),
        noun,
        case.own,
        indicator.kind == "stock",
        _years(fact),
        tuple(date[:4] for date in present),
    )


def _years(fact: Fact) -> tuple[str, ...] | None:
    time = fact.time
    first, last = time.on or time.start, time.on or time.end
    if time.as_of == "document" and not (first or last):
        return ()
    if time.as_of or not (first and last):
        return None  # not stated, or said in two ways, which is told by itself
    return tuple(str(year) for year in range(int(first[:4]), int(last[:4]) + 1))[:200]

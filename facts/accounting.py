"""A submission goes in; what became of every number in its source comes out, as counts by class."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facts.corpus import Sub
from language.quotes import SourceText

if TYPE_CHECKING:
    import pandas as pd

FACT, AGAIN, DATE = "fact", "said again", "date of an entry"


def account(sub: Sub, source: SourceText | None = None) -> dict[str, int]:
    """How many numbers of the source are facts, say a fact again, date an entry, or are set aside.

    Keys: `fact`, `said again`, `date of an entry`, and each class of what was set aside. The
    values add up to all the numbers that the source holds, as `language.numbers` finds them.
    `source` is its text, where it was worked out before.
    """
    source = source or SourceText(sub.source_text, sub.head.language or "")
    normal = source.normal()
    spans = _spans(sub)
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


def _spans(sub: Sub) -> list[tuple[int, int, str]]:
    """Stretches of the source with what they are; the first that holds a number speaks for it."""
    spans = [(*placed.number, FACT) for placed in sub.facts if placed.number]
    spans += [(m.start, m.end, AGAIN) for placed in sub.facts for m in placed.also]
    spans += [
        (match.start, match.end, aside.set_aside.class_)
        for aside in sub.set_aside
        for match in aside.matches
    ]
    return spans

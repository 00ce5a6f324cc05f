"""A corpus and an indicator go in; the facts that state it come out, found once for all."""

from __future__ import annotations

from collections import Counter, defaultdict

from facts.corpus import Corpus, PlacedFact
from facts.kept import kept


def facts_of(corpus: Corpus, indicator: str | None) -> tuple[PlacedFact, ...]:
    """The proved facts of an indicator, submission by submission, in document order."""
    found = kept(corpus, "facts by indicator", lambda: _by_indicator(corpus))
    return found.get(indicator or "", ())


def often(corpus: Corpus, indicator: str) -> int:
    """How many facts of an indicator stand in the one submission that has most of them."""
    made = kept(corpus, "most facts of an indicator in one submission", lambda: _most(corpus))
    return made.get(indicator, 0)


def _by_indicator(corpus: Corpus) -> dict[str, tuple[PlacedFact, ...]]:
    found: dict[str, list[PlacedFact]] = defaultdict(list)
    for placed in corpus.facts():
        found[placed.fact.indicator].append(placed)
    return {name: tuple(facts) for name, facts in found.items()}


def _most(corpus: Corpus) -> dict[str, int]:
    most: dict[str, int] = {}
    for sub in corpus.submissions:
        for name, count in Counter(placed.fact.indicator for placed in sub.facts).items():
            most[name] = max(most.get(name, 0), count)
    return most

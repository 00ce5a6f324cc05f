"""The proofs of one submission: each takes a case and yields its problems, in the order listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facts.check_context import Case
from facts.checks import (
    accounted,
    agreement,
    bound,
    corrected,
    dates,
    digest,
    doubts,
    evidence,
    language,
    places,
    quote,
    references,
    value,
    wording,
)
from facts.problems import Problem

CHECKS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    digest.check,
    quote.check,
    value.check,
    language.check,
    corrected.check,
    bound.check,
    evidence.check,
    places.check,
    wording.check,
    doubts.check,
    agreement.check,
    accounted.check,
    dates.check,
    references.check,
)

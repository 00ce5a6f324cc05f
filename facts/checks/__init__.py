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
    open_doubts,
    places,
    quote,
    value,
    wording,
)
from facts.problems import Problem

CHECKS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    quote.check_digest,
    quote.check_quotes,
    value.check,
    quote.check_language,
    corrected.check,
    bound.check,
    quote.check_further_quotes,
    places.check,
    wording.check,
    open_doubts.check,
    agreement.check,
    accounted.check,
    dates.check,
    agreement.check_references,
)

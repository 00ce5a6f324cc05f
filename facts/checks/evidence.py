"""A case goes in; a problem comes out for each further or dating quote not in the source."""

from collections.abc import Iterator

from facts.check_context import Case, look_up
from facts.checks.quote import explain
from facts.problems import Problem
from language.quotes import Miss


def check(case: Case) -> Iterator[Problem]:
    """Each quote under `also` and each quote of `written.evidence` stands in the source."""
    head = case.parsed.head
    file = head.item.source.file
    for index, evidence in enumerate(head.item.written.evidence):
        found = look_up(case.source, evidence.quote, evidence.occurrence)
        if isinstance(found, Miss):
            steps = ("written", "evidence", index, "quote")
            yield head.problem(steps, *explain(found, case.source, file))
    for entry in case.dated():
        for index, also in enumerate(entry.also):
            if isinstance(also, Miss):
                why = explain(also, case.source, file)
                yield entry.entry.problem(("also", index, "quote"), *why)

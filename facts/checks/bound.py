"""Proves that each bound is what the source says beside the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.check_context import Case, Found, Passage, plain
from facts.model import Fact
from facts.problems import Problem
from facts.vocabulary import Span
from language.bounds import stated_bound
from language.numbers import NumberToken

_SUCH_AS = re.compile(
    r"\b(?:includ\w+|such as|for example|for instance|e\.g\.|among|amongst|notably|especially"
    r"|particularly|in particular)(?!\w)",
    re.IGNORECASE,
)
_AND_MORE = re.compile(
    r"^.{0,30}\b(?:etc\b|and (?:others|more|elsewhere)\b|among others)", re.IGNORECASE
)


def check(case: Case) -> Iterator[Problem]:
    """Each bound is what the source says beside the number, in words that the quote holds."""
    for found in case.facts:
        if not found.passage:
            continue
        fact = found.entry.item
        if fact.counted is not None:
            yield from _counted(found, found.passage)
        elif isinstance(fact.value, Span) != (fact.bound == "range"):
            cure = "range" if isinstance(fact.value, Span) else "exact, or give low and high"
            what = "a value with low and high has the bound range, and no other value has it."
            yield found.entry.problem(("bound",), what, f"write bound: {cure}.")
        elif found.token:
            yield from _stated(found, found.passage, found.token)


def _stated(found: Found[Fact], passage: Passage, token: NumberToken) -> Iterator[Problem]:
    fact = found.entry.item
    read = passage.lines, token
    in_source = stated_bound(*read, language=passage.language)
    in_quote = stated_bound(*read, passage.start, passage.end, passage.language)
    if in_source != fact.bound:
        near = _near(passage.normal.text, token)
        yield found.entry.problem(
            ("bound",),
            f'the bound is {fact.bound}, but the source says "{near}", which is {in_source}.',
            f"write bound: {in_source}.",
        )
    elif in_quote != fact.bound:
        yield found.entry.problem(
            ("quote",),
            f"the words that make the number {fact.bound} stand in the source beside the quote, "
            "not in it.",
            "lengthen the quote by these words.",
        )


def _near(text: str, token: NumberToken) -> str:
    """The number with the few whole words beside it."""
    left = text[max(0, token.start - 40) : token.start].split(" ")[-4:]
    right = text[token.end : token.end + 40].split(" ")[:2]
    return f"{' '.join(left)}{token.text}{' '.join(right)}".strip()


def _counted(found: Found[Fact], passage: Passage) -> Iterator[Problem]:
    fact = found.entry.item
    if fact.bound not in ("exact", "at_least"):
        what = "a count made by us is exact or at_least."
        yield found.entry.problem(("bound",), what, "write bound: exact or bound: at_least.")
        return
    text, items = passage.text, [plain(item) for item in fact.counted or ()]
    first = passage.start + max(0, min((text.find(item) for item in items), default=0))
    last = passage.start + max((text.rfind(item) + len(item) for item in items), default=0)
    source = passage.normal.text
    before = source[max(0, min(passage.start, first - 30)) : first]
    open_ended = _SUCH_AS.search(before) or _AND_MORE.search(source[last : last + 60])
    if fact.bound == "exact" and open_ended:
        words = open_ended.group().strip()
        what = f'the list that was counted stands beside "{words}", so there may be more.'
        yield found.entry.problem(("bound",), what, "write bound: at_least.")
    elif fact.bound == "at_least" and not open_ended:
        what = 'nothing such as "including" says that the list that was counted may be longer.'
        yield found.entry.problem(("bound",), what, "write bound: exact.")

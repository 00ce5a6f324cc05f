"""Says whether a file, or the code under a picture, is still what the data say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import parse_qsl

from charts import registry
from decks.deck import Deck
from export import figures
from export.figures import jobs
from export.file_formats import format_named, format_of
from export.formats import zip as everything
from export.receipt import Receipt
from export.receipt_diff import changed_facts, different_values, one_line, wrong_version
from export.slides import number_receipt, read_figures
from export.slides.number_receipt import alone, numbers
from facts.store import Snapshot
from words import _

Today = Callable[[Receipt], Receipt | None]  # what the view of a receipt says now
State = Literal["current", "superseded", "no_receipt", "changed_by_hand"]

EXIT: dict[State, int] = {"current": 0, "superseded": 3, "no_receipt": 4, "changed_by_hand": 5}
MOST_CODES = 6
_CODE = re.compile("[A-Z0-9]{9}")
_MISREAD = str.maketrans("OIL", "011")  # letters that no code has, for the digits they are


@dataclass(frozen=True)
class Verdict:
    """What is known about a file: its state, and in plain sentences why, what changed first."""

    state: State
    sentences: tuple[str, ...]

    @property
    def exit(self) -> int:
        """What the command line gives back."""
        return EXIT[self.state]


def verify(data: bytes, filename: str, snapshot: Snapshot) -> Verdict:
    """What a file says against its own receipt, then its receipt against today's data.

    A ZIP is as good as the worst file in it, a deck as its worst figure. Never raises, whatever
    the file is.
    """
    drawn = cache(
        lambda figure, view: current(figure, view, snapshot)
    )  # however many files name it
    return _verified(data, filename, lambda receipt: drawn(receipt.figure, receipt.view))


def _verified(data: bytes, filename: str, today: Today) -> Verdict:
    kind = format_of(data, filename)
    if kind == "zip":
        return _together(data, today)
    if kind == "pptx":
        found = read_figures.figures_in(data)
        judged = [
            _judge(one.receipt, _numbers(one.receipt, one.values), today(one.receipt))
            for one in found
        ]
        if len(found) > 1:
            judged = [_named(one, of.receipt) for one, of in zip(judged, found, strict=True)]
        return _worst(judged) if judged else _without()
    receipt = format_named(kind).read_receipt(data) if kind else None
    if kind is None or receipt is None:
        return _without()
    now = today(receipt)
    return _judge(receipt, format_named(kind).differences(data, now), now)


def verify_code(code: str, snapshot: Snapshot, decks: Iterable[Deck] = ()) -> Verdict:
    """Whether a code that was typed from a picture is that of a figure as it is today.

    `decks` are those whose slides of numbers are looked at as well.
    """
    typed = _as_typed(code)
    views: list[Receipt] = []  # the first of them, to be named where none has this code
    for one in _views(typed, snapshot, decks):
        if _as_typed(one.code) == typed:
            said = _("{code} is current: {title}.", code=one.code, title=one.title)
            return Verdict("current", (said, _("The view: {view}", view=one.link or one.view)))
        views += [one] if len(views) <= MOST_CODES else []
    if not _CODE.fullmatch(typed) or not views:
        return Verdict("no_receipt", (_("This is no code of a figure here, such as NE-3F9AK2T."),))
    return Verdict(
        "superseded",
        (
            _("No figure has this code today: its facts have changed since, or it was mistyped."),
            _("Today’s codes: {codes}.", codes=_codes(views)),
        ),
    )


def _views(typed: str, snapshot: Snapshot, decks: Iterable[Deck]) -> Iterator[Receipt]:
    """The receipts of today whose code can begin so; each is made when it is asked for."""
    for name in registry.CHARTS:
        if _as_typed(name[:2]) == typed[:2]:
            yield from (job.receipt for job in jobs(snapshot, name))
    if _as_typed(number_receipt.NUMBERS[:2]) == typed[:2]:
        yield from numbers(snapshot, decks)
        if found := alone(snapshot, lambda code: _as_typed(code) == typed):
            yield found


def current(figure: str, view: str, snapshot: Snapshot) -> Receipt | None:
    """The receipt that a view gives today; None where nothing is drawn there any more."""
    if figure not in registry.CHARTS:
        return number_receipt.current(view, snapshot)
    choices = dict(parse_qsl(view.partition("?")[2], keep_blank_values=True))
    job = figures.job(snapshot, figure, choices)
    return job.receipt if job else None


def _judge(receipt: Receipt, by_hand: tuple[str, ...], now: Receipt | None) -> Verdict:
    """A receipt, with what is already known to be changed by hand, against that of today."""
    then = () if now is None or now.version == receipt.version else changed_facts(receipt, now)
    if by_hand:
        return Verdict("changed_by_hand", (*by_hand, *then))
    if now is None:
        what = _(
            "The figure “{figure}” is not drawn from today’s data.", figure=one_line(receipt.view)
        )
        return Verdict("superseded", (what,))
    if now.version != receipt.version:
        return Verdict("superseded", (*then, _("Today’s code is {code}.", code=now.code)))
    said = _("The facts of this file are those of today, code {code}.", code=now.code)
    return Verdict("current", (said,))


def _numbers(receipt: Receipt, values: tuple[str, ...] | None) -> tuple[str, ...]:
    return (
        *wrong_version(receipt),
        *(different_values(values, receipt, whole=True) if values else ()),
    )


def _together(data: bytes, today: Today) -> Verdict:
    """Of the files in a ZIP, those that are figures; one that lost its receipt is only named."""
    found: list[Verdict] = []
    lost: list[str] = []
    files = everything.members(data)
    for name, inner in files.items():
        kind = format_of(inner, name)
        if kind is None or kind == "zip":
            continue
        one = _verified(inner, name, today)
        told = tuple(f"{one_line(name)}: {text}" for text in one.sentences)
        if one.state == "no_receipt":
            lost += told
        else:
            found.append(Verdict(one.state, told))
    if not found:
        return _without()
    if beside := everything.differences(files):
        found.append(Verdict("changed_by_hand", tuple(map(one_line, beside))))
    worst = _worst(found)
    return Verdict(worst.state, (*worst.sentences, *lost))


def _worst(found: list[Verdict]) -> Verdict:
    """The worst state of several, with the sentences of those that have it."""
    state = max((one.state for one in found), key=EXIT.__getitem__)
    told = [text for one in found if one.state == state for text in one.sentences]
    return Verdict(state, tuple(dict.fromkeys(told)))


def _named(verdict: Verdict, receipt: Receipt) -> Verdict:
    """A verdict on one figure of several, its sentences with the figure's name before them."""
    return Verdict(
        verdict.state, tuple(f"{one_line(receipt.view)}: {text}" for text in verdict.sentences)
    )


def _without() -> Verdict:
    return Verdict("no_receipt", (_("No receipt found; type the code under the picture."),))


def _codes(views: list[Receipt]) -> str:
    """Each view with its code; of many the first, which are those that are shown most."""
    told = [f"{one.view}: {one.code}" for one in views[:MOST_CODES]]
    return ", ".join([*told, "…"] if len(views) > MOST_CODES else told)


def _as_typed(code: str) -> str:
    """Letters and digits only, and letters that no code has as the digits they are misread for."""
    return "".join(filter(str.isalnum, code.upper())).translate(_MISREAD)

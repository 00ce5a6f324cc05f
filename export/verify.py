"""A file, or the code under a picture, goes in; whether it is still what the data say comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from export import figures, registry
from export.against import by_facts, by_values, by_version, shown
from export.choices import jobs
from export.formats import zip as everything
from export.reading import sound
from export.receipt import Receipt
from facts.store import Snapshot
from words import _

State = Literal["current", "superseded", "no_receipt", "changed_by_hand"]

EXIT: dict[State, int] = {"current": 0, "superseded": 3, "no_receipt": 4, "changed_by_hand": 5}
PICTURES = ("png", "svg", "pdf")
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


def verify(data: bytes, filename: str, held: Snapshot) -> Verdict:
    """What a file says against its own receipt, then its receipt against today's data.

    A ZIP is as good as the worst file in it. Never raises, whatever the file is.
    """
    kind = registry.kind(data, filename)
    if kind == "zip":
        return _together(data, held)
    receipts = _receipts(kind, data) if kind else ()
    if kind is None or not receipts:
        return _without()
    return _worst([_one(kind, data, receipt, receipts, held) for receipt in receipts])


def verify_code(code: str, held: Snapshot) -> Verdict:
    """Whether a code that was typed from a picture is that of a figure as it is today."""
    typed = _as_typed(code)
    letters = typed.translate(_MISREAD)
    now: list[str] = []
    for name in figures.FIGURES:
        made = list(jobs(held, name))
        for job in made:
            if _as_typed(job.receipt.code).translate(_MISREAD) == letters:
                said = _("{code} is current: {title}.", code=job.receipt.code, title=job.spec.title)
                return Verdict("current", (said, _("The view: {view}", view=_view(job.receipt))))
        if letters.startswith(name[:2].upper().translate(_MISREAD)):
            now += [f"{job.receipt.view}: {job.receipt.code}" for job in made]
    if len(letters) != 9 or not letters.isalnum() or not now:
        return Verdict("no_receipt", (_("This is no code of a figure here, such as NE-3F9AK2T."),))
    return Verdict(
        "superseded",
        (
            _("No figure has this code today: its facts have changed since, or it was mistyped."),
            _("Today’s codes: {codes}.", codes=", ".join(now)),
        ),
    )


def current(receipt: Receipt, held: Snapshot) -> Receipt | None:
    """The receipt that the same view gives today; None where nothing is drawn there any more."""
    choices = dict(parse_qsl(receipt.view.partition("?")[2], keep_blank_values=True))
    if receipt.figure not in figures.FIGURES:
        return None
    job = figures.job(held, receipt.figure, choices)
    return job.receipt if job else None


def _receipts(kind: str, data: bytes) -> tuple[Receipt, ...]:
    """The receipts in a file: one for a figure, several for a deck."""
    found = registry.FORMATS[kind].read_receipt(data)
    return (found,) if found is not None and sound(found) else ()


def _one(
    kind: str, data: bytes, receipt: Receipt, every: tuple[Receipt, ...], held: Snapshot
) -> Verdict:
    now = current(receipt, held)
    differences = registry.DIFFERENCES.get(kind)
    by_hand = differences(data, now) if differences else _numbers(kind, data, receipt)
    then = () if now is None or now.version == receipt.version else by_facts(receipt, now)
    if by_hand:
        return Verdict("changed_by_hand", (*by_hand, *then))
    if now is None:
        what = _("The figure “{figure}” is not drawn from today’s data.", figure=receipt.view)
        return Verdict("superseded", (what,))
    if now.version != receipt.version:
        return Verdict("superseded", (*then, _("Today’s code is {code}.", code=now.code)))
    said = _("The facts of this file are those of today, code {code}.", code=now.code)
    return Verdict("current", (said,))


def _numbers(kind: str, data: bytes, receipt: Receipt) -> tuple[str, ...]:
    values = registry.FORMATS[kind].read_values(data)
    by_hand = by_values(values, receipt, whole=kind not in PICTURES) if values else ()
    return (*by_version(receipt), *by_hand)


def _together(data: bytes, held: Snapshot) -> Verdict:
    """Of the files in a ZIP, those that are figures; one that lost its receipt is only named."""
    found: list[Verdict] = []
    lost: list[str] = []
    for name, inner in everything.members(data).items():
        kind = registry.kind(inner, name)
        if kind is None or kind == "zip":
            continue
        one = verify(inner, name, held)
        told = tuple(f"{shown(name)}: {text}" for text in one.sentences)
        if one.state == "no_receipt":
            lost += told
        else:
            found.append(Verdict(one.state, told))
    if not found:
        return _without()
    worst = _worst(found)
    return Verdict(worst.state, (*worst.sentences, *lost))


def _worst(found: Iterable[Verdict]) -> Verdict:
    """The worst state of several, with the sentences of those that have it."""
    verdicts = list(found)
    state = max((one.state for one in verdicts), key=EXIT.__getitem__)
    told = [text for one in verdicts if one.state == state for text in one.sentences]
    return Verdict(state, tuple(dict.fromkeys(told)))


def _without() -> Verdict:
    return Verdict("no_receipt", (_("No receipt found; type the code under the picture."),))


def _as_typed(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _view(receipt: Receipt) -> str:
    return receipt.link or receipt.view

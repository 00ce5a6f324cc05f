"""A figure of an old file as it is today, and as the data gave it then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from charts import registry
from charts.spec import Drawing, Lines, Map
from decks.resolve import BigNumber, Dot, numbers_slide
from export import figures
from export.receipt import Receipt
from export.slides import number_receipt, slide_table
from export.slides.map_shapes import listed_rows
from export.slides.slide_table import Rows
from facts.store import Snapshot


@dataclass(frozen=True)
class Today:
    """The parts of a figure; `rows` of a table, `numbers` and `dots` of a slide of numbers."""

    receipt: Receipt
    title: str
    subtitle: str
    note: str
    alt: str
    drawing: Drawing | None = None
    rows: Rows | None = None
    numbers: tuple[BigNumber, ...] = ()
    dots: tuple[Dot, ...] = ()
    of_marks: tuple[str, ...] = ()  # what the note says of bars and bands: a table has none

    @property
    def source(self) -> str:
        """The whole source line, its code included."""
        return f"{self.receipt.source} · {self.receipt.code}"


@dataclass(frozen=True)
class Figure:
    """A view: as it is today, as it was made as far as that is known, and its old receipt."""

    view: str
    now: Today
    before: Today | None
    old: Receipt | None


def figure_today(view: str, snapshot: Snapshot) -> Today | None:
    """What a view shows; None for no view of ours, or where nothing of it is left to show."""
    name, _gap, query = view.partition("?")
    if name == number_receipt.NUMBERS:
        return _numbers(view, snapshot)
    if name not in registry.CHARTS:
        return None
    job = figures.job(snapshot, name, dict(parse_qsl(query, keep_blank_values=True)))
    if job is None:
        return None
    spec = job.spec
    made = Today(job.receipt, spec.title, spec.subtitle, spec.note, spec.alt, spec.drawing)
    made = replace(made, of_marks=spec.of_marks)
    if isinstance(spec.drawing, Lines):
        return made
    if isinstance(spec.drawing, Map):
        return replace(made, rows=listed_rows(spec.drawing))
    rows = slide_table.table_rows(spec.drawing)
    return replace(made, rows=rows, note=" ".join((spec.table_note, *rows.notes)))


def data_then(snapshot: Snapshot, receipts: list[Receipt]) -> Snapshot | None:
    """The data of the submissions that these receipts name: in their facts, sources and notes.

    Not what the data were then, since numbers may have been corrected, but good to tell what was
    made by the program from what was typed by hand, and what is new from what was taken out. None
    where they name no submission that is there.
    """
    documents = {item.document for one in receipts for item in one.items}
    lines = " ".join(f"{one.source} {one.note}" for one in receipts)
    kept = tuple(
        sub
        for sub in snapshot.corpus.submissions
        if sub.head.name in documents or sub.head.name in lines
    )
    if not kept:
        return None
    if len(kept) == len(snapshot.corpus.submissions):
        return snapshot
    ids = [sub.head.id for sub in kept]
    return replace(
        snapshot,
        corpus=replace(snapshot.corpus, submissions=kept),
        every=snapshot.every[snapshot.every["submission"].isin(ids)],
    )


def _numbers(view: str, snapshot: Snapshot) -> Today | None:
    slide = number_receipt.asked(view)
    shown = numbers_slide(slide, 0, snapshot) if slide else None
    if shown is None or not shown.numbers:
        return None
    return Today(
        receipt=number_receipt.numbers_receipt(shown, snapshot, view),
        title=shown.title,
        subtitle=shown.subtitle,
        note=" ".join(part for part in (shown.note, shown.map_note) if part),
        alt=" ".join((f"{shown.title}.", *(dot.label + "." for dot in shown.dots))),
        numbers=shown.numbers,
        dots=shown.dots,
    )

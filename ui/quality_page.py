"""A snapshot goes in; the page of data quality comes out, its long lists page by page."""

from __future__ import annotations

from facts.store import Snapshot
from ui import quality
from ui.pager import pager
from ui.pressable import pressable
from ui.receipts import press, show_if_asked


def show(held: Snapshot) -> None:
    """Every part in its order. Parts without pages stand together, as one piece of HTML."""
    parts = quality.parts(held)
    pieces: list[str] = []
    number, pressed = 0, False

    def put() -> None:
        nonlocal number, pressed
        if pieces:
            key = "quality" if number == 0 else f"quality-{number}"
            pressed = pressable("".join(pieces), key, press) or pressed
            number += 1
            pieces.clear()

    for part in parts:
        if not part.has_pages:
            pieces.append(quality.section(part, part.make(0, part.count)))
            continue
        pieces.append(quality.heading(part))
        put()
        first, last = pager(part.count, part.size, part.name)
        pieces.append(f"<div class='f-part-of-page'>{part.make(first, last)}</div>")
        put()
    put()
    if pressed:
        show_if_asked(held)

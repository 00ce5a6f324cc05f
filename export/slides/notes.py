"""A receipt goes in; the speaker notes that hold every quote, and the receipt itself, come out.

A slide that is pasted into another deck keeps its notes and loses all else that can hold a receipt.
"""

from __future__ import annotations

import re

from pptx.slide import Slide

from export.reading import receipt_in
from export.receipt import Receipt
from export.slides.markup import clean
from words import _

MARK = "[receipt]"  # a line that begins so holds a receipt as JSON
_LINE = re.compile(rf"^{re.escape(MARK)}\s*(\{{.*\}})\s*$", re.MULTILINE)


def notes(spoken: str, held: Receipt | None, steps: tuple[str, ...] = ()) -> str:
    """What the speaker reads first, then every quote, then the receipt for the program."""
    parts = [spoken] if spoken else []
    parts += [f"{at}. {step}" for at, step in enumerate(steps, 1)]
    if held is None:
        return "\n".join(parts)
    parts += [_("Where it is written:")] if held.items else []
    for item in held.items:
        what = ": ".join(part for part in (item.says, item.label) if part)
        where = ", ".join(part for part in (item.document, item.section, item.as_of) if part)
        parts.append(f"{what} ({where}): “{item.quote}”")
    if held.note:
        parts.append(held.note)
    parts.append(
        _("Code {code}. The next line lets the numbers be checked and renewed; leave it in place.")
        .format(code=held.code)
    )  # fmt: skip
    return "\n".join([*parts, f"{MARK} {held.as_json()}"])


def write(slide: Slide, text: str) -> None:
    """Put the text into the notes of the slide."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = clean(text)


def receipts(text: str) -> tuple[Receipt, ...]:
    """Every receipt in the notes of a slide, as far as it is sound."""
    text = text.replace("\v", "\n")
    found = (receipt_in(line) for line in _LINE.findall(text))
    return tuple(held for held in found if held is not None)

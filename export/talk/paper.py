"""The slides of a talk go in; a PDF with one slide a page, its source and notes, comes out."""

from __future__ import annotations

from export.picture.browser import SHARED
from export.talk.document import part, sections
from export.talk.slide import Made

A4 = (1123, 794)  # px at 96 to the inch


def pages(title: str, slides: tuple[Made, ...]) -> bytes:
    """The same pages that printing the HTML file gives. Raises NoBrowser."""
    inner = f"<style>{part('talk.css')}</style><main id='talk'>{sections(slides)}</main>"
    return SHARED.pdf(inner, *A4, title)

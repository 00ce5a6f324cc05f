"""A Markdown text goes in; a PDF or a Word document of it comes out, as an office prints it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx import Document as new_docx
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)")
_PIECE = re.compile(r"<sup>(.*?)</sup>", re.S)


def as_pdf(markdown: str, head: str = "A printed submission", **options: object) -> bytes:
    """Print with justified text, page heads and page numbers."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["Normal"], alignment=4, spaceAfter=8)
    flow = [
        Paragraph(_marked(text), styles[f"Heading{level}"] if level else body)
        for text, level in blocks(markdown)
    ]
    out = io.BytesIO()

    def furnish(canvas, document):
        canvas.drawString(72, 810, head)
        canvas.drawString(290, 30, str(document.page))

    document = SimpleDocTemplate(out, pagesize=A4, **options)
    document.build(flow, onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def as_docx(markdown: str) -> bytes:
    """Print with styles for headings and raised marks."""
    document = new_docx()
    for text, level in blocks(markdown):
        paragraph = document.add_paragraph(style=f"Heading {level}" if level else None)
        for index, part in enumerate(_PIECE.split(text)):
            paragraph.add_run(part).font.superscript = True if index % 2 else None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def blocks(markdown: str) -> Iterator[tuple[str, int]]:
    """Give each paragraph without its Markdown, and its level as a heading (0 for none)."""
    for paragraph in re.split(r"\n[ \t]*\n", markdown):
        text = _LINK.sub(r"\1", " ".join(paragraph.split()))
        text = re.sub(r"</?[bp]>|\*\*|\\(?=[\[\]])", "", text)
        text = re.sub(r"(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", "", text)
        found = re.match(r"(#+) (.*)", text)
        if found:
            yield found[2], min(len(found[1]), 6)
        elif text:
            yield text, 0


def _marked(text: str) -> str:
    parts = _PIECE.split(text)
    return "".join(
        f"<super size=7>{escape(part)}</super>" if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )

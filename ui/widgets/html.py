"""Escaped HTML out of plain values; every text of the data folder passes through here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from string import punctuation
from urllib.parse import urlencode

from charts.spec import Table
from words import _

_HALVES = re.compile("[\ud800-\udfff]")  # of characters, in the name of a file that is no UTF-8


def text(value: object) -> str:
    """The value as text that can stand in HTML, in an attribute too."""
    return escape(_HALVES.sub("\ufffd", str(value)), quote=True)


def markdown(value: object) -> str:
    """The value as text that can stand in Streamlit's own widgets, which read Markdown."""
    plain = " ".join(_HALVES.sub("\ufffd", str(value)).split())
    return re.sub(f"([{re.escape(punctuation)}])", r"\\\1", plain)


def paragraph(words: str, css: str = "", role: str = "") -> str:
    """A paragraph of plain words, to stand by itself."""
    given = f" class='{css}'" if css else ""
    given += f" role='{role}'" if role else ""
    return f"<div class='f-root'><p{given}>{text(words)}</p></div>"


def note(sentence: str) -> str:
    """A sentence that answers what the address asks for in vain."""
    return paragraph(sentence, "f-notice", "status")


def hero(title: str, lead: str = "") -> str:
    """The title of a page, with a sentence under it."""
    under = f"<p class='f-lead'>{text(lead)}</p>" if lead else ""
    return f"<div class='f-root f-hero'><h1>{text(title)}</h1>{under}</div>"


def number(says: str, ref: str, what: str, css: str = "f-number") -> str:
    """A number that can be pressed for its receipt; `what` completes it for a screen reader."""
    label = _("{number} {what}: show the sentence that states it", number=says, what=what)
    return (
        f'<button type="button" class="{css}" data-fact="{text(ref)}" '
        f'aria-label="{text(label)}">{text(says)}</button>'
    )


def link(label: str, page: str, css: str = "f-link", **parameters: str) -> str:
    """A link to another page of the dashboard with this choice; also opens in a new tab."""
    address = f"{page}?{urlencode(parameters)}" if parameters else page
    return (
        f'<a class="{css}" href="{text(address)}" target="_self" data-go="{text(address)}">'
        f"{text(label)}</a>"
    )


def copier(label: str, value: str) -> str:
    """A button that copies this text."""
    return _copier(label, "data-copy", value)


def link_copier(label: str, parameters: str) -> str:
    """A button that copies the address of this page with these parameters."""
    return _copier(label, "data-copy-link", parameters)


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of terms and what stands for each; the second of each pair is HTML already."""
    return (
        "<dl class='f-terms'>"
        + "".join(f"<div><dt>{text(term)}</dt><dd>{what}</dd></div>" for term, what in pairs)
        + "</dl>"
    )


def table(spec: Table, caption: str) -> str:
    """A chart's table; each number that is a fact can be pressed."""
    body = []
    for row in spec.rows:
        first = row[0]
        head_of_row = number(first.text, first.ref, "") if first.ref else text(first.text)
        cells = [
            number(cell.text, cell.ref, f"{column}, {row[0].text}") if cell.ref else text(cell.text)
            for column, cell in zip(spec.columns[1:], row[1:], strict=True)
        ]
        body.append(table_row(spec.columns, head_of_row, *cells))
    return table_of(spec.columns, "".join(body), caption=f"<caption>{text(caption)}</caption>")


def table_row(columns: Sequence[str], head: str, *cells: str) -> str:
    """A row of a table with these columns: its head and its cells are HTML already."""
    inner = "".join(
        f"<td data-label='{text(column)}'>{cell}</td>"
        for column, cell in zip(columns[1:], cells, strict=True)
    )
    return f"<tr><th scope='row'>{head}</th>{inner}</tr>"


def table_of(columns: Iterable[str], rows: str, css: str = "", caption: str = "") -> str:
    """A table with these columns; its rows and its caption are HTML already."""
    head = "".join(f"<th scope='col'>{text(column)}</th>" for column in columns)
    return (
        f"<table class='{f'f-table {css}'.strip()}'>{caption}"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _copier(label: str, attribute: str, value: str) -> str:
    return (
        f'<button type="button" class="f-copy" {attribute}="{text(value)}" '
        f'data-said="{text(_("Copied"))}" data-failed="{text(_("Press Ctrl+C"))}">'
        f"{text(label)}</button>"
    )

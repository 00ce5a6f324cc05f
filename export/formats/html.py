"""A job goes in; one HTML file that works with no network and no script comes out."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import settings
from export.against import by_rows, by_version, shown
from export.columns import Row
from export.figures import Job
from export.formats import page, svg
from export.reading import opened, seal_of, sealed
from export.receipt import Receipt
from words import _

SUFFIX = "html"
MIME = "text/html"
LABEL = _("Page (HTML)")

LARGEST = 50_000_000
UNSEEN = ("style", "script", "metadata")  # their text is not read as words of the page
ALONE = ("meta", "br", "img", "input", "hr", "link", "wbr", "source")  # they have no end
_HELD = re.compile(r"<metadata\b.*?</metadata>|<\?xml.*?\?>", re.DOTALL)


def write(job: Job) -> bytes:
    """The whole page: the drawing as SVG, its table, receipts and citation; only data in scripts.

    The title stands above the drawing, so the drawing itself is made without one.
    """
    drawing = svg.write(replace(job, with_title=False)).decode("utf-8")
    body = page.body(job, _HELD.sub("", drawing))
    written = sealed(job.receipt, seal_of(_read(body).words))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return (
        f'<!doctype html>\n<html lang="{settings.language()}"><head>{page.head(job)}</head>'
        f'<body>{body}<script type="application/json" id="receipt">{written}</script>'
        "</body></html>\n"
    ).encode()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the page's data."""
    return opened("".join(_read(_text(data)).held))[0]


def read_values(data: bytes) -> tuple[str, ...] | None:
    """The numbers as they may be said, receipt by receipt."""
    found = _read(_text(data))
    return tuple(one["says"] for one in found.rows if one.get("says")) if found.rows else None


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Where the page is no longer what its receipt says; `now` is not needed."""
    found = _read(_text(data))
    held, seal = opened("".join(found.held))
    if held is None:
        return ()
    words = [*by_version(held), *by_rows(found.rows, held)]
    said = {one.ref: one.says for one in held.items}
    words += [
        _(
            "The table says “{found}”; the receipt holds “{wanted}”.",
            found=shown(text),
            wanted=shown(said[ref]),
        )
        for ref, text in found.cells
        if ref in said and text != said[ref]
    ]
    if not words and seal != seal_of(found.words):
        words.append(_("Words on the page were changed; the receipts were not."))
    return tuple(words)


class _Reader(HTMLParser):
    """Collects the words of a page, the fields of its receipts, the cells of its table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.cells: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.held: list[str] = []
        self._open: list[tuple[str, str, str]] = []  # tag, what its text goes to, of which fact
        self._said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ALONE:
            return
        given = {name: value or "" for name, value in attrs}
        kind, of = "", ""
        if tag == "script" and given.get("id") == "receipt":
            kind = "held"
        elif "data-item" in given:
            self.rows.append({"ref": given["data-item"]})
        elif "data-field" in given:
            kind, of = "field", given["data-field"]
        elif "data-says" in given:
            kind, of = "cell", given["data-says"]
        if kind in ("field", "cell"):
            self._said = []
        self._open.append((tag, kind, of))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A part that is closed where it is opened holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in (one[0] for one in self._open):
            return
        while self._open:
            name, kind, of = self._open.pop()
            said = " ".join("".join(self._said).split())
            if kind == "field" and self.rows:
                self.rows[-1][of] = said
            elif kind == "cell":
                self.cells.append((of, said))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if any(kind == "held" for _tag, kind, _of in self._open):
            self.held.append(data)
        elif not any(tag in UNSEEN for tag, _kind, _of in self._open):
            self._said.append(data)
            if any(tag == "main" for tag, _kind, _of in self._open):
                self.words += data.split()


def _read(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader


def _text(data: bytes) -> str:
    return data[:LARGEST].decode("utf-8", "replace")

"""The door out: whatever words the data hold, no file that we make runs them or is named by them."""

# ruff: noqa: E501 (lists of strange words)
from __future__ import annotations

import csv as plain_csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from random import Random

import pandas as pd
from lxml import etree
from pptx import Presentation

from curate.durable_write import slug as submission_slug
from export.figures import Job
from export.file_formats import file_name_of
from export.formats import csv, html, pptx, svg, xlsx
from export.formats import zip as everything
from export.receipt_io import RUNS, plain
from extract.documents.read_document import plain_name
from facts import frame
from facts.problems import one_line
from tests.export.made import HOSTILE, hostile, job, small
from tests.faults.door import Bad, must
from tests.faults.yaml_text import INSERTED
from ui.deck.deck_files import slug
from ui.widgets import html as tags

NAME = "going-out"
SHARE = 50
BEFORE = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\u00a0",
    "'",
    '"',
    "\ufeff",
    "\u200b",
    "''",
    "\r\n",
    "=",
    "\x0b",
)
STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff20", "\t=", "|", "%", ";=", ",=", "<")
ENDS = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example")', "SUM(A1:A9)", "", "2+3",
        "script>alert(1)</script>", "img src=x onerror=alert(1)>", "a href='javascript:alert(1)'>x",
        "../../etc/passwd", "CON", "nul.txt", "a/b\\c", "?x=1#y", "\ud83d", "شبكة", "\u202egnp.exe",
        "![CDATA[x]]>", "!--", "?php", "/text>", "&amp;lt;b&gt;", "${7*7}", "{{7*7}}", "x" * 3000,
        "_x0041_", "\0", "\x1b[31m", "]]>")  # fmt: skip
FORMULA = re.compile(f"[{RUNS}]")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
EVIL = re.compile(r"javascript:|data:text/html|evil\.example", re.IGNORECASE)


def inputs(chance: Random) -> Iterator[Bad]:
    """A text that somebody could be harmed by."""
    while True:
        text = chance.choice(BEFORE) + chance.choice(STARTS) + chance.choice(ENDS)
        if chance.random() < 0.2:
            text = chance.choice(HOSTILE) + chance.choice(INSERTED)
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.5:
            text = text[:at] + chance.choice(INSERTED) + text[at:]
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)  # no file that is UTF-8 holds halves
        form = chance.choice(("csv", "csv", "html", "svg", "xlsx", "pptx", "names", "table"))
        yield Bad(f"{form}: {text[:60]!r}", {"text.txt": text.encode()}, (form, text))


def try_one(given: Bad) -> None:
    """Makes the file, and reads it as its own programs do."""
    form, text = given.words
    if form == "names":
        _names(text)
    elif form == "table":
        _table(text)
    else:
        {"csv": _csv, "html": _html, "svg": _svg, "xlsx": _xlsx, "pptx": _pptx}[form](hostile(text))


def _csv(made: Job) -> None:
    text = csv.write(made).decode("utf-8-sig")
    for row in plain_csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            runs = FORMULA.match(cell) and not NUMBER.fullmatch(cell)
            must(not runs, f"a spreadsheet runs {cell[:40]!r}")
    wanted = made.receipt.items[0].label
    rows = list(plain_csv.DictReader(io.StringIO(text, newline="")))
    must(plain(rows[0]["label"]) == wanted, f"{rows[0]['label']!r} for {wanted!r}")


def _table(text: str) -> None:
    rows: pd.DataFrame = small().frame.copy()
    for column in ("quote", "section", "note", "said_by", "label", "wording"):
        rows[column] = text
    written = frame.as_csv(rows)
    for row in plain_csv.reader(io.StringIO(written, newline="")):
        for cell in row:
            runs = FORMULA.match(cell) and not NUMBER.fullmatch(cell)
            must(not runs, f"a spreadsheet runs {cell[:40]!r}")


class _Tags(HTMLParser):
    """Counts the tags of a page, and refuses what runs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.count: dict[str, int] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count, and look at the attributes."""
        self.count[tag] = self.count.get(tag, 0) + 1
        for name, value in attrs:
            must(not name.startswith("on"), f"<{tag} {name}> runs")
            if name in ("href", "src", "action", "formaction"):
                must(not EVIL.search(value or ""), f"<{tag} {name}={value!r}>")


@cache
def _harmless_tags() -> dict[str, int]:
    return _Tags(html.write(hostile("words")).decode()).count


def _html(made: Job) -> None:
    found = _Tags(html.write(made).decode("utf-8")).count
    for tag in ("script", "img", "iframe", "object", "style", "svg", "a", "form", "b"):
        known = _harmless_tags().get(tag, 0)
        must(found.get(tag, 0) <= known, f"<{tag}> came in: {found.get(tag)} for {known}")


def _svg(made: Job) -> None:
    root = etree.fromstring(
        svg.write(made), etree.XMLParser(resolve_entities=False, huge_tree=True)
    )
    for one in root.iter():
        if not isinstance(one.tag, str):
            must(one.tag is etree.Comment, "an instruction in the picture")
            continue
        kind = etree.QName(one).localname
        must(kind not in ("script", "foreignObject", "iframe"), f"<{kind}> came in")
        for name, value in one.attrib.items():
            must(not etree.QName(name).localname.startswith("on"), f"{name} runs")
            must("href" not in name or not EVIL.search(value), f"{name}={value!r}")


def _xlsx(made: Job) -> None:
    for name, data in everything.members(xlsx.write(made)).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        for one in root.iter():
            kind = etree.QName(one).localname
            must(kind not in ("f", "ddeLink", "externalLink"), f"<{kind}> in {name}")
            outside = one.get("TargetMode") == "External"
            must(not outside or not EVIL.search(one.get("Target", "")), f"a link in {name}")


def _pptx(made: Job) -> None:
    try:
        data = pptx.write(made)
    except ValueError as told:  # a title of 3,000 letters leaves no room for a figure
        must("too little room" in str(told), f"no sentence: {told!r}")
        return
    Presentation(io.BytesIO(data))
    for name, part in everything.members(data).items():
        if name.endswith(".rels"):
            for one in etree.fromstring(part):
                outside = one.get("TargetMode") == "External"
                must(not outside or not EVIL.search(one.get("Target", "")), f"a link in {name}")


def _names(text: str) -> None:
    receipt = job().receipt
    for made in (
        file_name_of(replace(job(), receipt=_viewed(receipt, text)), "csv"),
        f"{slug(text)}.yaml",
        submission_slug(text, 40) or "draft",
    ):
        sound = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", made) and len(made) < 256
        must(sound, f"the name of a file: {made!r}")
    last = plain_name(text)
    must(last and not re.search(r"[/\\\x00-\x1f\u202e]", last), f"the name of a file: {last!r}")
    must("<" not in tags.text(text) and '"' not in tags.text(text), "HTML in a text")
    must(one_line(text).isprintable() or not re.search(r"[\x00-\x1f]", one_line(text)), "lines")


def _viewed(receipt, text: str):
    from dataclasses import replace
    from urllib.parse import urlencode

    return replace(receipt, view=f"network?{urlencode({'show': text})}")

"""A figure as one HTML page that works with no network and no script, and read back from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

import settings
from charts.spec import Cell, Evidence
from charts.theme import FONT, palette
from export.figures import Job
from export.formats import svg
from export.receipt import Receipt, citation, citations
from export.receipt_diff import different_rows, one_line, wrong_version
from export.receipt_io import Row, seal_of, sealed, unsealed
from export.receipt_terms import Term, terms
from words import _

LARGEST = 50_000_000
UNSEEN = "ancestor::style or ancestor::script or ancestor::metadata"  # no words of the page
_HELD = re.compile(r"<metadata\b.*?</metadata>|<\?xml.*?\?>", re.DOTALL)


def write(job: Job) -> bytes:
    """The whole page: the drawing as SVG, its table, receipts and citation; only data in scripts.

    The title stands above the drawing, so the drawing itself is made without one.
    """
    drawing = svg.write(replace(job, with_title=False)).decode("utf-8")
    body = _body(job, _HELD.sub("", drawing))
    written = sealed(job.receipt, seal_of(_read(body.encode()).words))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return (
        f'<!doctype html>\n<html lang="{settings.language()}"><head>{_head(job)}</head>'
        f'<body>{body}<script type="application/json" id="receipt">{written}</script>'
        "</body></html>\n"
    ).encode()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the page's data."""
    return unsealed(_read(data).data)[0]


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Where the page is no longer what its receipt says; `now` is not needed."""
    found = _read(data)
    receipt, seal = unsealed(found.data)
    if receipt is None:
        return ()
    words = [*wrong_version(receipt), *different_rows(found.rows, receipt)]
    said = {one.ref: one.says for one in receipt.items}
    words += [
        _(
            "The table says “{found}”; the receipt holds “{wanted}”.",
            found=one_line(text),
            wanted=one_line(said[ref]),
        )
        for ref, text in found.cells
        if ref in said and text != said[ref]
    ]
    if not words and seal != seal_of(found.words):
        words.append(_("Words on the page were changed; the receipts were not."))
    return tuple(words)


def _head(job: Job) -> str:
    """Title and style; nothing is asked for from anywhere."""
    rules = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    return (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{text(job.spec.title)}</title><style>{_style(job)}</style>"
    )


def _body(job: Job, drawing: str) -> str:
    """The figure, its table, its receipts and how to cite it; `drawing` is SVG."""
    spec, receipt = job.spec, job.receipt
    receipts = "".join(_one(at, item) for at, item in enumerate(receipt.items, start=1))
    css = "" if job.with_title else " class='p-unseen'"
    return (
        f"<main><h1{css} dir='auto'>{text(spec.title)}</h1>"
        f"<p class='p-lead' dir='auto'>{text(spec.subtitle)}</p>"
        f"<figure><div class='p-scroll' tabindex='0' role='region' "
        f"aria-label='{text(_('The figure'))}'>{drawing}</div>"
        f"<figcaption dir='auto'>{text(spec.note)}<br>{text(receipt.source)} · {text(receipt.code)}"
        "</figcaption></figure>"
        f"<h2>{text(_('The same numbers as a table'))}</h2>{_table(job)}"
        f"<h2>{text(_('The words that state them'))}</h2>"
        f"<ol class='p-receipts'>{receipts}</ol>"
        f"<h2>{text(_('How to cite'))}</h2>"
        f"<p class='p-cite' dir='auto'>{text(citation(receipt))}</p>"
        f"<ul>{''.join(f'<li>{text(one)}</li>' for one in citations(receipt))}</ul>"
        f"{_footer(receipt)}</main>"
    )


def text(value: object) -> str:
    """The value as it may stand in HTML, in an attribute too."""
    return escape(str(value), quote=True)


def _table(job: Job) -> str:
    spec = job.spec
    places = {item.ref: (at, item) for at, item in enumerate(job.receipt.items, start=1)}
    columns = "".join(f"<th scope='col'>{text(column)}</th>" for column in spec.table.columns)
    rows = "".join(
        f"<tr><th scope='row'>{_cell(row[0], places)}</th>"
        + "".join(f"<td>{_cell(cell, places)}</td>" for cell in row[1:])
        + "</tr>"
        for row in spec.table.rows
    )
    return (
        "<div class='p-scroll' tabindex='0' role='region' "
        f"aria-label='{text(_('Table'))}'><table><thead><tr>{columns}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: Cell, places: dict[str, tuple[int, Evidence]]) -> str:
    """A cell; one that a fact stands behind leads to its receipt."""
    if cell.ref not in places or cell.ref is None:
        return text(cell.text)
    at, item = places[cell.ref]
    told = f" data-says='{text(cell.ref)}'" if item.says and item.says == cell.text else ""
    return f"<a href='#receipt-{at}'{told}>{text(cell.text)}</a>"


def _one(at: int, item: Evidence) -> str:
    says = f"<strong {_field('says')}>{text(item.says)}</strong> " if item.says else ""
    unit = item.unit if item.says and "%" not in item.says else ""
    told = f"<span {_field('unit')}>{text(unit)}</span>: " if unit else ""
    lines = (*terms(item), Term("ref", _("Reference"), item.ref))
    details = "".join(
        f"<div><dt>{text(line.name)}</dt><dd dir='auto'>{_detail(line, item)}</dd></div>"
        for line in lines
    )
    return (
        f"<li id='receipt-{at}' data-item='{text(item.ref)}'>"
        f"<p>{says}{told}<span {_field('label')}>{text(item.label)}</span></p>"
        f"<blockquote>“<span {_field('quote')}>{text(item.quote)}</span>”</blockquote>"
        f"<dl>{details}</dl></li>"
    )


def _detail(line: Term, item: Evidence) -> str:
    """What stands in a line, the field of the item in it marked, so that it can be read back."""
    field = text(getattr(item, line.key, ""))
    marked = f"<span data-field='{line.key}'>{field}</span>"
    return text(line.value).replace(field, marked, 1) if field else text(line.value)


def _field(name: str) -> str:
    return f"data-field='{name}' dir='auto'"


def _footer(receipt: Receipt) -> str:
    parts = [f"{text(receipt.source)} · {text(receipt.code)}",
             text(_("Data version {version}", version=receipt.version))]  # fmt: skip
    if receipt.link.startswith(("https://", "http://")):
        parts.append(f"<a href='{text(receipt.link)}'>{text(receipt.link)}</a>")
    return f"<footer>{''.join(f'<p>{part}</p>' for part in parts)}</footer>"


def _style(job: Job) -> str:
    c = palette(job.mode)
    return (
        f":root{{color-scheme:{'dark' if job.mode == 'dark' else 'light'}}}"
        f"body{{margin:0;background:{c.paper};color:{c.ink};font:16px/1.5 {FONT}}}"
        "main{max-width:1280px;margin:0 auto;padding:24px 16px}"
        "h1{font-size:28px;line-height:1.2;font-weight:600;margin:0 0 8px}"
        "h2{font-size:20px;font-weight:600;margin:40px 0 8px}"
        "h1,p,dd,td,th,blockquote{overflow-wrap:anywhere}"
        f".p-lead,dt,footer{{color:{c.quiet}}}"
        ".p-unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
        "figure{margin:16px 0}.p-scroll{overflow-x:auto}"
        f".p-scroll svg{{display:block;width:100%;height:auto;min-width:{min(job.width, 880)}px}}"
        # The drawing says it already; on a narrow screen that has to be scrolled to.
        f"figcaption{{display:none;font-size:13px;color:{c.quiet};margin-top:8px}}"
        "@media (max-width:900px){figcaption{display:block}}"
        "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
        f"th,td{{text-align:start;vertical-align:top;padding:8px 16px 8px 0;min-width:6em;"
        f"border-bottom:1px solid {c.rule}}}th{{font-weight:600}}tbody th{{font-weight:400}}"
        f"a{{color:{c.series[0]};text-underline-offset:3px}}"
        f":focus-visible{{outline:2px solid {c.series[0]};outline-offset:2px}}"
        ".p-receipts{padding-left:2em}"
        f".p-receipts li{{padding:8px 0;border-bottom:1px solid {c.rule}}}"
        f".p-receipts li:target{{background:{c.panel}}}.p-receipts p{{margin:0}}"
        f"blockquote{{margin:8px 0;padding-left:12px;border-left:3px solid {c.proof}}}"
        "dl{display:flex;flex-wrap:wrap;gap:0 24px;margin:0;font-size:13px}"
        "dl div{display:flex;gap:6px}dd{margin:0}footer{font-size:13px;margin-top:40px}"
        "@media print{.p-scroll{overflow:visible}.p-scroll svg{min-width:0}}"
    )


@dataclass(frozen=True)
class _Page:
    """What a page says: the fields of its receipts, the cells of its table, its words, its data."""

    rows: list[Row]
    cells: list[tuple[str, str]]
    words: list[str]
    data: str


def _read(page: bytes) -> _Page:
    """A page as far as it can be read. Never raises."""
    try:
        root = document_fromstring(page[:LARGEST], parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return _Page([], [], [], "")
    rows = [
        {"ref": one.get("data-item")}
        | {field.get("data-field"): _said(field) for field in one.xpath(".//*[@data-field]")}
        for one in root.xpath("//*[@data-item]")
    ]
    cells = [(one.get("data-says"), _said(one)) for one in root.xpath("//*[@data-says]")]
    data = "".join(root.xpath("//script[@id='receipt']/text()"))
    return _Page(rows, cells, root.xpath(f"//main//text()[not({UNSEEN})]"), data)


def _said(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())

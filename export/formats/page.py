"""A job and its drawing go in; the parts of the page that stands alone come out, all escaped."""

from __future__ import annotations

from html import escape

from charts.spec import Cell
from charts.theme import FONT, palette
from export.citing import citation, citations
from export.figures import Job
from export.receipt import Item, Receipt
from words import _

# Of a receipt, in this order; each is marked with its field, so that it can be read back.
DETAILS = (("as_of", _("As of")), ("wording", _("Counted as")), ("document", _("Submission")),
           ("section", _("Where")), ("ref", _("Reference")))  # fmt: skip


def head(job: Job) -> str:
    """Title and style; nothing is asked for from anywhere."""
    rules = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    return (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{text(job.spec.title)}</title><style>{_style(job)}</style>"
    )


def body(job: Job, drawing: str) -> str:
    """The figure, its table, its receipts and how to cite it; `drawing` is SVG."""
    spec, held = job.spec, job.receipt
    css = "" if job.with_title else " class='p-unseen'"
    return (
        f"<main><h1{css} dir='auto'>{text(spec.title)}</h1>"
        f"<p class='p-lead' dir='auto'>{text(spec.subtitle)}</p>"
        f"<figure><div class='p-scroll' tabindex='0' role='region' "
        f"aria-label='{text(_('The figure'))}'>{drawing}</div>"
        f"<figcaption dir='auto'>{text(spec.note)}<br>{text(held.source)} · {text(held.code)}"
        "</figcaption></figure>"
        f"<h2>{text(_('The same numbers as a table'))}</h2>{_table(job)}"
        f"<h2>{text(_('The words that state them'))}</h2>{_receipts(held)}"
        f"<h2>{text(_('How to cite'))}</h2><p class='p-cite' dir='auto'>{text(citation(held))}</p>"
        f"<ul>{''.join(f'<li>{text(one)}</li>' for one in citations(held))}</ul>"
        f"{_footer(held)}</main>"
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


def _cell(cell: Cell, places: dict[str, tuple[int, Item]]) -> str:
    """A cell; one that a fact stands behind leads to its receipt."""
    if cell.ref not in places or cell.ref is None:
        return text(cell.text)
    at, item = places[cell.ref]
    told = f" data-says='{text(cell.ref)}'" if item.says and item.says == cell.text else ""
    return f"<a href='#receipt-{at}'{told}>{text(cell.text)}</a>"


def _receipts(held: Receipt) -> str:
    made = "".join(_one(at, item) for at, item in enumerate(held.items, start=1))
    return f"<ol class='p-receipts'>{made}</ol>"


def _one(at: int, item: Item) -> str:
    says = f"<strong {_field('says')}>{text(item.says)}</strong> " if item.says else ""
    unit = item.unit if item.says and "%" not in item.says else ""
    told = f"<span {_field('unit')}>{text(unit)}</span>: " if unit else ""
    details = "".join(
        f"<div><dt>{text(term)}</dt><dd {_field(key)}>{text(getattr(item, key))}</dd></div>"
        for key, term in DETAILS
        if getattr(item, key)
    )
    return (
        f"<li id='receipt-{at}' data-item='{text(item.ref)}'>"
        f"<p>{says}{told}<span {_field('label')}>{text(item.label)}</span></p>"
        f"<blockquote>“<span {_field('quote')}>{text(item.quote)}</span>”</blockquote>"
        f"<dl>{details}</dl></li>"
    )


def _field(name: str) -> str:
    return f"data-field='{name}' dir='auto'"


def _footer(held: Receipt) -> str:
    parts = [f"{text(held.source)} · {text(held.code)}",
             text(_("Data version {version}", version=held.version))]  # fmt: skip
    if held.link.startswith(("https://", "http://")):
        parts.append(f"<a href='{text(held.link)}'>{text(held.link)}</a>")
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

"""A chart of ours in a file and today's figure go in; the chart shows today's numbers.

Series are matched by name and keep their look, new ones are appended in the house's style, and one
whose facts are stated no more is taken out. A series that a colleague took out stays out, and one
of their own stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lxml import etree
from pptx.oxml import parse_xml

from charts.spec import Lines
from charts.wording import DAGGER
from export.receipt import Receipt
from export.refresh import axes, bands, series
from export.refresh.matching import Made, make, match
from export.refresh.package import Package
from export.refresh.pages import LINK, Ours, Page
from export.refresh.series import C, Series
from export.refresh.today import Today
from export.refresh.workbook import has_workbook, renew_workbook
from export.slides.line_chart import DRAWING, NARROW, band_shapes, user_shapes
from export.slides.look import A, Look, P, look_of
from export.slides.markup import EMU, SPACES
from export.slides.sheet import says
from words import _

USUAL = (872.0, 303.0)  # pt, of a chart whose size is not told
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"


def renew(
    package: Package,
    page: Page,
    ours: Ours,
    now: Today,
    before: Today | None,
    old: Receipt | None,
) -> None:
    """Renew one chart, and tell what was changed."""
    link = ours.element.find(f".//{C}chart")
    held = package.relations(page.part).get(link.get(LINK, "")) if link is not None else None
    if held is None or held.outside or held.target not in package.data:
        page.told.lack(_("The chart “{view}” is no chart any more: it was left as it is.",
                         view=ours.view))  # fmt: skip
        return
    root = package.tree(held.target)
    known = series.read(root)
    if not known or not isinstance(now.drawing, Lines):
        page.told.lack(_("The chart “{view}” holds no series that could be matched.",
                         view=ours.view))  # fmt: skip
        return
    size, brief, look = _size(ours.element), _brief(known, ours.element), look_of(page.layout)
    made = make(now.drawing, size, brief, look)
    drawn = before.drawing if before else None
    then = make(drawn, size, brief, look) if isinstance(drawn, Lines) else None
    kept = match(page, known, made, then, old)
    if _same(known, kept) and has_workbook(package, held.target):
        return
    dates = sorted({day for one in kept for day in one.values})
    _tell(page, kept, made, dates)
    series.write(kept, dates)
    _labels(kept, made, then, dates)
    values = [value for one in kept for value in one.values.values()]
    axes.reach(root, made.plot, then.plot if then else None, dates, values)
    axes.widen(root, made.plot, then.plot if then else None)
    _bands(package, page, held.target, made, then, look)
    columns = max(len(known), len(then.sheet.columns) if then else 0)
    renew_workbook(package, page, held.target, kept, dates, columns)


def _same(known: list[Series], kept: list[Series]) -> bool:
    """Whether the chart shows today's numbers already."""
    return len(known) == len(kept) and all(one.values == one.points for one in kept)


def _size(element: etree._Element) -> tuple[float, float]:
    ext = element.find(f"{P}xfrm/{A}ext")
    if ext is None:
        return USUAL
    return int(ext.get("cx")) / EMU, int(ext.get("cy")) / EMU


def _brief(known: list[Series], element: etree._Element) -> bool:
    """Whether the labels leave out the words of another definition; as they do already."""
    codes = [f.get("formatCode", "") for one in known for f in one.element.iter(f"{C}numFmt")]
    told = [code for code in codes if DAGGER in code]
    if told:
        return not any(f"{DAGGER} " in code for code in told)
    return _size(element)[0] <= NARROW


def _tell(page: Page, kept: list[Series], made: Made, dates: list[date]) -> None:
    """Every number that changes, by series and date."""
    for one in kept:
        if one.column is None or one.column.kind != "marks":
            continue
        new = dict(one.column.values)
        for day in sorted({*dates, *one.points}):
            before, after = one.points.get(day), new.get(day)
            if before == after:
                continue
            said = [
                says(value, one.column.format) if value is not None else ""
                for value in (before, after)
            ]
            what = f"{one.name}, {made.moment(one.column, day)}"
            page.told.change(what, *said)


def _labels(kept: list[Series], made: Made, then: Made | None, dates: list[date]) -> None:
    """Number formats that changed, and labels that would meet another."""
    fresh = {one.name: one for one in series.read(made.root)}
    formats = {one.name: one.format for one in then.sheet.columns} if then else {}
    turned = then.plot.turned if then else frozenset()
    for one in kept:
        if one.column is not None:
            before = {day for name, day in turned if name == one.name}
            series.turn(one, fresh[one.name], before, dates)
            series.renumber(one, formats.get(one.name, one.column.format))


def _bands(
    package: Package, page: Page, name: str, made: Made, then: Made | None, look: Look
) -> None:
    root = package.tree(name)
    part = next(
        (one.target for one in package.relations(name).values() if one.kind == "chartUserShapes"),
        None,
    )
    found = axes.spans(root)
    if found is None:
        if part and bands.shapes_of(package.tree(part)):
            page.told.lack(_("The bands over the chart could not be placed: its axis or its plot "
                             "is no longer set. They were left as they are."))  # fmt: skip
        return
    ends, (x, wide) = found
    plot = replace(made.plot, left=x, width=wide, x=ends)
    now = bands.shapes_of(parse_xml(user_shapes(band_shapes(made.drawing, plot, look))))
    before: set[str] = set()
    if then is not None:
        shapes = band_shapes(then.drawing, plot, look)
        before = set(bands.shapes_of(parse_xml(user_shapes(shapes))))
    if part is None:
        if set(now) - before:
            part = package.add("ppt/drawings/drawing%d.xml", user_shapes([]), DRAWING)
            link = package.relate(name, KIND, part)
            root.append(parse_xml(f"<c:userShapes {SPACES} r:id='{link}'/>"))
        else:
            return
    bands.place(package.tree(part), now, before)

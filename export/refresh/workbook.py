"""The series of a chart go in; its workbook holds the same numbers, made anew where it was lost."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from lxml import etree
from pptx.oxml import parse_xml

from export.refresh.package import Package
from export.refresh.pages import LINK, Page
from export.refresh.series import C, Series
from export.slides.book import book
from export.slides.chart_xml import letter
from export.slides.markup import SPACES
from export.slides.sheet import Column, Sheet
from words import _, counted

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BEFORE = ("printSettings", "userShapes", "extLst")  # what stands behind it in a chart


def has_workbook(package: Package, chart: str) -> bool:
    """Whether the workbook of a chart is there, in the file or outside of it."""
    link = package.tree(chart).find(f"{C}externalData")
    known = package.relations(chart).get(link.get(LINK, "")) if link is not None else None
    return known is not None and (known.outside or known.target in package.data)


def renew_workbook(
    package: Package,
    page: Page,
    chart: str,
    held: list[Series],
    dates: list[date],
    columns: int,
) -> None:
    """Write the workbook of a chart; `columns` is how many the old one had."""
    root = package.tree(chart)
    link = root.find(f"{C}externalData")
    known = package.relations(chart).get(link.get(LINK, "")) if link is not None else None
    if known is not None and known.outside:
        page.told.lack(_("The workbook of the chart lies outside the file: only the chart itself "
                         "was brought up to date."))  # fmt: skip
        return
    if known is not None and (more := _more(package.data.get(known.target, b""), columns)):
        page.told.lack(_("The workbook of the chart held more than the numbers of the chart "
                         "({what}): that is not in the new one.", what=more))  # fmt: skip
    data = book(Sheet(tuple(dates), tuple(_column(one) for one in held)))
    if known is not None and known.target in package.data:
        package.put(known.target, data)
        return
    page.told.change(_("Workbook of the chart, which was lost"), "", _("made again"))
    if link is not None:
        root.remove(link)
    name = package.add("ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx", data, CONTENT)
    new = package.relate(chart, KIND, name)
    made = parse_xml(
        f"<c:externalData {SPACES} r:id='{new}'><c:autoUpdate val='0'/></c:externalData>"
    )
    behind = [one for one in root if etree.QName(one).localname in BEFORE]
    if behind:
        behind[0].addprevious(made)
    else:
        root.append(made)


def _more(data: bytes, count: int) -> str:
    """What a workbook holds beside the columns of a chart: other sheets, or more columns."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
            first = archive.read(names[0]) if len(names) == 1 else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError, KeyError, IndexError):
        return ""
    if len(names) > 1:
        return counted("{number} sheet more", "{number} sheets more", len(names) - 1)
    cells = set(re.findall(rb'<(?:\w+:)?c r="([A-Z]+)\d+"', first))
    used = {letter(at).encode() for at in range(count + 1)}
    return _("cells in other columns") if cells - used else ""


def _column(one: Series) -> Column:
    if one.column is not None:
        return one.column
    values = tuple(sorted(one.points.items()))
    return Column(one.name, "marks", 0, values, one.code)

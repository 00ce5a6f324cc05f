"""The columns of a chart go in; its workbook comes out, in which "over 100" is shown as well."""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook

from export.slides.chart_xml import letter
from export.slides.sheet import Sheet
from words import _

MADE = datetime(2000, 1, 1)  # the same chart gives the same bytes


def book(held: Sheet) -> bytes:
    """Sheet1 with a date in each row and a series in each column.

    A column that repeats another's numbers takes them from its cells, so that a number is changed
    in one place only.
    """
    out = io.BytesIO()
    workbook = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    workbook.set_properties({"created": MADE})
    page = workbook.add_worksheet("Sheet1")
    page.set_column(0, len(held.columns), 16)
    days = workbook.add_format({"num_format": "yyyy-mm-dd"})
    page.write_string(0, 0, _("Date"))
    for row, day in enumerate(held.dates, 1):
        page.write_datetime(row, 0, datetime(day.year, day.month, day.day), days)
    rows = {day: row for row, day in enumerate(held.dates, 1)}
    places = {column.name: at for at, column in enumerate(held.columns, 1)}
    for at, column in enumerate(held.columns, 1):
        page.write_string(0, at, column.name)
        written = workbook.add_format({"num_format": column.format})
        for day, value in column.values:
            if column.copies:
                cell = f"={letter(places[column.copies])}{rows[day] + 1}"
                page.write_formula(rows[day], at, cell, written, value)
            else:
                page.write_number(rows[day], at, value, written)
    workbook.close()
    return out.getvalue()

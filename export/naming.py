"""A job goes in; the name of its file, which says what is inside, comes out."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qsl

from charts.spec import ChartSpec, Events, Ledger, Lines
from charts.timeline import NEVER_NARROWER
from export.figures import Job
from export.receipt import file_name


def named(job: Job, suffix: str) -> str:
    """`network_2014-2025_as-of-2024-11-15.png`; a choice stands behind the figure's name."""
    choices = [value for _key, value in parse_qsl(job.receipt.view.partition("?")[2])]
    parts = [re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")[:60] for value in choices]
    return file_name(job.receipt, "_".join(filter(None, [*parts, span(job.spec)])), suffix)


def span(spec: ChartSpec) -> str:
    """The years that a figure draws, "2014-2025"; empty where it has no axis of time."""
    match spec.drawing:
        case Lines(series=series, x=x):
            marks = [mark.at for line in series for mark in line.marks]
            first: date = min([NEVER_NARROWER[0], *marks])
            return f"{first.year}-{x[1].year}"
        case Events(x=x) | Ledger(x=x):
            return f"{x[0].year}-{x[1].year}"
    return ""

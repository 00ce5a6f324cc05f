"""A fact goes in, a line about it comes out: its number to press, and what it counts."""

from __future__ import annotations

import pandas as pd

from facts.store import Snapshot
from ui import tags
from words import _, pick


def fact_line(row: pd.Series, held: Snapshot) -> str:
    """A fact as a line: its number to press, and what it counts."""
    number = tags.number(row["says"], row["ref"], row["label"])
    label = row["label"]
    if held.corpus.indicators[row["indicator"]].kind == "share":
        return f"{number}: {tags.text(label[:1].lower() + label[1:])}"
    if row["wording_rule"] == "differs":  # said as it is written, and not as the series is called
        unit, wording = pick(held.corpus.indicators[row["indicator"]].unit.many), row["wording"]
        counted_ = wording if unit in wording else f"{unit} ({wording})"
        return f"{number} {tags.text(counted_)}, {tags.text(_('another definition'))}"
    return f"{number} {tags.text(label[:1].lower() + label[1:])}"

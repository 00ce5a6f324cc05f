"""Indicators go in; what each counts, and where it was looked for in vain, come out."""

from __future__ import annotations

import streamlit as st

from charts.captions import MOST_NAMED
from facts.store import Snapshot
from ui import tags
from ui.made import made
from words import _, listed, pick


def show(held: Snapshot, names: tuple[str, ...]) -> None:
    """The definitions of these indicators, as a list."""
    st.html(made(held, _definitions, names))


def _definitions(held: Snapshot, names: tuple[str, ...]) -> str:
    corpus = held.corpus
    parts = []
    for name in names:
        indicator = corpus.indicators[name]
        rules: dict[str, list[str]] = {"same": [], "differs": []}
        for wording in indicator.wordings:
            rules[indicator.rule(wording)].append(f"“{wording}”")
        silent = [
            sub.head.name for sub in corpus.submissions if name in {a.indicator for a in sub.absent}
        ]
        pairs = [(_("Counts"), tags.text(pick(indicator.description)))]
        pairs.append((_("Same definition"), tags.text(listed(rules["same"]))))
        if rules["differs"]:
            words = _(
                "{wordings}: never compared with the others", wordings=listed(rules["differs"])
            )
            pairs.append((_("Another definition"), tags.text(words)))
        if silent:
            said = listed(silent)
            if len(silent) > MOST_NAMED:
                said = _("{number} submissions", number=f"{len(silent):,}")
            pairs.append((_("Looked for and not stated"), tags.text(said)))
        parts.append(f"<h3>{tags.text(pick(indicator.label))}</h3>{tags.rows(pairs)}")
    return (
        f"<div class='f-root f-definitions'><h2>{tags.text(_('What is counted'))}</h2>"
        f"{''.join(parts)}</div>"
    )

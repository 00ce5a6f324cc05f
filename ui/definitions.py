"""Indicators go in; what each counts, and where it was looked for in vain, come out."""

from __future__ import annotations

import streamlit as st

from facts.store import Snapshot
from ui import html
from words import _, listed, pick


def show(held: Snapshot, names: tuple[str, ...]) -> None:
    """The definitions of these indicators, as a list."""
    corpus = held.corpus
    parts = []
    for name in names:
        indicator = corpus.indicators[name]
        rules: dict[str, list[str]] = {"same": [], "differs": []}
        for wording, rule in indicator.wordings.items():
            rules[rule].append(f"“{wording}”")
        silent = [
            sub.head.name for sub in corpus.submissions if name in {a.indicator for a in sub.absent}
        ]
        pairs = [(_("Counts"), html.text(pick(indicator.description)))]
        pairs.append((_("Same definition"), html.text(listed(rules["same"]))))
        if rules["differs"]:
            words = _(
                "{wordings}: never compared with the others", wordings=listed(rules["differs"])
            )
            pairs.append((_("Another definition"), html.text(words)))
        if silent:
            pairs.append((_("Looked for and not stated"), html.text(listed(silent))))
        parts.append(f"<h3>{html.text(pick(indicator.label))}</h3>{html.rows(pairs)}")
    st.html(
        f"<div class='f-root f-definitions'><h2>{html.text(_('What is counted'))}</h2>"
        f"{''.join(parts)}</div>"
    )

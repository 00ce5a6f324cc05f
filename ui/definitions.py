"""Indicators go in; what each counts, and where it was looked for in vain, come out."""

from __future__ import annotations

import streamlit as st

from facts.store import Snapshot
from ui import tags
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
        pairs = [(_("Counts"), tags.text(pick(indicator.description)))]
        pairs.append((_("Same definition"), tags.text(listed(rules["same"]))))
        if rules["differs"]:
            words = _(
                "{wordings}: never compared with the others", wordings=listed(rules["differs"])
            )
            pairs.append((_("Another definition"), tags.text(words)))
        if silent:
            pairs.append((_("Looked for and not stated"), tags.text(listed(silent))))
        parts.append(f"<h3>{tags.text(pick(indicator.label))}</h3>{tags.rows(pairs)}")
    st.html(
        f"<div class='f-root f-definitions'><h2>{tags.text(_('What is counted'))}</h2>"
        f"{''.join(parts)}</div>"
    )

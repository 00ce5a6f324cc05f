"""The parts that a page of a figure is made of: its pager, its targets, what it counts."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from charts import registry
from charts.captions import MOST_NAMED
from charts.paging import KEY
from charts.registry import Choices
from facts.store import Snapshot
from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart
from ui.server.data_store import figure_spec, made
from ui.widgets import html
from ui.widgets.pager import pager
from words import _, listed, pick


def choose_page(snapshot: Snapshot, figure: str, choices: Choices | None = None) -> Choices:
    """Show the pager where the figure has several pages, and add the page chosen.

    What is downloaded, presented or put into a deck has these choices too, so it is the same page.
    """
    chosen = dict(choices or {})
    size = registry.CHARTS[figure].size
    about = "&".join(f"{key}={value}" for key, value in sorted(chosen.items()))
    number = made(snapshot, _count_rows, figure, *sorted(chosen.items()))
    first, _last = pager(number, size, KEY, about)
    return chosen | ({KEY: str(first // size + 1)} if first else {})


def _count_rows(snapshot: Snapshot, figure: str, *choices: tuple[str, str]) -> int:
    """How many rows the figure has in all; for `made`."""
    return registry.count_rows(snapshot, figure, dict(choices))


def show_word_figure(
    snapshot: Snapshot, name: str, if_none: Callable[[], None], choices: Choices | None = None
) -> None:
    """A figure drawn in words, with its pager and receipts; `if_none` where there is none."""
    chosen = choose_page(snapshot, name, choices)
    spec = made(snapshot, figure_spec, name, *chosen.items())
    if spec is None:
        if_none()
    elif chart.show_word_chart(spec, name, chosen):
        show_receipt_if_asked(snapshot)


def targets_section(snapshot: Snapshot) -> None:
    """The list with its actions; nothing at all where no submission states a target."""
    if made(snapshot, figure_spec, "targets") is not None:
        _section(snapshot)


@st.fragment
def _section(snapshot: Snapshot) -> None:
    spec = made(snapshot, figure_spec, "targets")
    if spec is not None and chart.show_word_chart(spec, "targets"):
        show_receipt_if_asked(snapshot)


def show_definitions(snapshot: Snapshot, names: tuple[str, ...]) -> None:
    """The definitions of these indicators, as a list."""
    st.html(made(snapshot, _definitions, names))


def _definitions(snapshot: Snapshot, names: tuple[str, ...]) -> str:
    corpus = snapshot.corpus
    parts = []
    for name in names:
        indicator = corpus.indicators[name]
        rules: dict[str, list[str]] = {"same": [], "differs": []}
        for wording in indicator.wordings:
            rules[indicator.rule(wording)].append(f"“{wording}”")
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
            said = listed(silent)
            if len(silent) > MOST_NAMED:
                said = _("{number} submissions", number=f"{len(silent):,}")
            pairs.append((_("Looked for and not stated"), html.text(said)))
        parts.append(f"<h3>{html.text(pick(indicator.label))}</h3>{html.terms(pairs)}")
    return (
        f"<div class='f-root f-definitions'><h2>{html.text(_('What is counted'))}</h2>"
        f"{''.join(parts)}</div>"
    )

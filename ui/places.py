"""A ChartSpec of places goes in, the map, its grid and its sheet as readers see them come out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.places import MEANINGS, ROLES, Naming, namings
from charts.registry import Choices
from charts.spec import Cell, ChartSpec, Map
from charts.theme import LIGHT
from charts.world_map import legend
from facts.corpus import Corpus
from facts.vocabulary import Role
from language.countries import is_country
from ui import receipts, tags
from ui.actions import actions
from ui.chart import CONFIG, drawn_map
from ui.places_dialog import KEY
from ui.places_style import glyph, style
from ui.pressable import pressable
from ui.quoting import readable
from ui.tables import RUNS
from words import _

COLUMNS = (
    "country", "code", "role", "submission", "what", "when", "section", "repeated", "quote", "ref",
)  # fmt: skip


def press(value: str) -> None:
    """Answer a press: `fact:JOR` opens the sentences about a country, all else as on any page."""
    kind, _colon, what = value.partition(":")
    if kind == "fact" and is_country(what):
        st.query_params[KEY] = what
    else:
        receipts.press(value)


def show(spec: ChartSpec, drawing: Map, key: str, choices: Choices) -> bool:
    """Show the map in a card named `card-chart-KEY`; returns whether a country was just pressed."""
    with st.container(key=f"card-chart-{key}"):
        st.html(
            f"{style(key)}<div class='f-root f-chart-head'><h2>{tags.text(spec.title)}</h2>"
            f"<p>{tags.text(spec.subtitle)}</p>{_legend(drawing)}</div>"
        )
        just_pressed = bool(st.session_state.pop(f"{key}-pressed", False))
        with st.container(key=f"{key}-map", gap=None):
            st.plotly_chart(
                drawn_map(spec),
                theme=None,
                key=key,
                height="stretch",
                on_select=lambda: _select(key),
                selection_mode="points",
                config=CONFIG,
                alt=spec.alt,
            )
        st.html(
            f"<div class='f-root f-chart-foot'><p>{tags.text(spec.note)}</p>"
            f"<p>{tags.text(spec.source)}</p></div>"
        )
        actions(spec.name, choices)
    return just_pressed


def grid(spec: ChartSpec, drawing: Map, key: str) -> bool:
    """Show the same as a table, a row per country; returns whether a cell was just pressed."""
    return pressable(grid_html(spec, drawing), key, press)


def grid_html(spec: ChartSpec, drawing: Map) -> str:
    """A row per country, a column per submission; what is named can be pressed."""
    columns = spec.table.columns
    head = "".join(f"<th scope='col'>{tags.text(column)}</th>" for column in columns)
    body = "".join(
        f"<tr><th scope='row'>{_button(place.code, place.name, place.name)}</th>"
        + "".join(
            _cell(cell, place.code, f"{place.name}, {column}: {cell.text}", column)
            for column, cell in zip(columns[1:], row[1:], strict=True)
        )
        + "</tr>"
        for place, row in zip(drawing.places, spec.table.rows, strict=True)
    )
    caption = tags.text(_("The same countries as a table. Press one for the sentences."))
    return (
        f"<table class='f-table f-country-grid'><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def download(corpus: Corpus, role: Role | None, key: str) -> None:
    """A button that makes the CSV on the press: a row per country and entry, its quote in it."""

    def made() -> bytes:
        return as_csv([n for n in namings(corpus) if role in (None, n.role)], corpus)

    st.download_button(
        _("Download these places (CSV)"),
        data=made,
        file_name=f"{key}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def as_csv(found: Sequence[Naming], corpus: Corpus) -> bytes:
    """The namings as UTF-8 CSV with a byte order mark: the columns of `COLUMNS`, text in all.

    A cell that a spreadsheet would run as a formula is given an apostrophe in front.
    """
    named = {naming.submission.id for naming in found}
    sources = {s.head.id: s.source_text for s in corpus.submissions if s.head.id in named}
    sheet = pd.DataFrame([_row(n, sources[n.submission.id]) for n in found], columns=COLUMNS)
    return sheet.map(_harmless).to_csv(index=False).encode("utf-8-sig")


def _row(naming: Naming, source: str) -> tuple[str, ...]:
    quote = naming.matches[0]
    return (
        naming.name,
        naming.code,
        ROLES[naming.role],
        naming.submission.name,
        naming.title,
        naming.when,
        naming.section,
        _("yes") if naming.repeated else "",
        readable(source, quote.start, quote.end),
        naming.ref,
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RUNS) else cell


def _legend(drawing: Map) -> str:
    keys = legend(drawing, LIGHT)
    items = "".join(
        f"<li>{glyph(key.role)}<span><strong>{tags.text(ROLES[key.role].capitalize())}</strong> "
        f"<span class='f-quiet'>{tags.text(MEANINGS[key.role])}</span></span></li>"
        for key in keys
    )
    return f"<ul class='f-legend'>{items}</ul>"


def _cell(cell: Cell, code: str, label: str, column: str) -> str:
    if cell.ref is None:
        return (
            f"<td class='f-none' data-label='{tags.text(column)}'><span class='f-unnamed' "
            f"aria-hidden='true'>–</span><span class='f-live'>{tags.text(cell.text)}</span></td>"
        )
    return f"<td data-label='{tags.text(column)}'>{_button(code, cell.text, label)}</td>"


def _button(code: str, words: str, label: str) -> str:
    said = _("{what}: show the sentences that name it", what=label)
    return (
        f'<button type="button" class="f-cell" data-fact="{tags.text(code)}" '
        f'aria-label="{tags.text(said)}">{tags.text(words)}</button>'
    )


def _select(key: str) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[f"{key}-last"] = points[0]["customdata"][0]
    # A second press on the same mark empties the selection, and means that mark.
    last = st.session_state.get(f"{key}-last")
    if last:
        st.query_params[KEY] = last
        st.session_state[f"{key}-pressed"] = True

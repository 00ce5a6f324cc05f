"""The map of countries, the same as a table, and the dialog with each sentence about a country."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.places import MEANINGS, ROLES, Brief, Naming, briefs_of_country, country, namings
from charts.registry import Choices
from charts.spec import Cell, ChartSpec, Map
from charts.theme import BODY, BOLD, DARK, LIGHT, SMALL, Palette
from charts.world_map import RATIO, edge, fill, legend
from export.receipt_io import harmless
from facts.corpus import Corpus, Sub
from facts.partial_dates import say_span
from facts.store import Snapshot
from facts.vocabulary import Role
from language.countries import find_places, is_country
from language.plain_text import normalise
from language.quotes import Match
from ui.evidence import receipts
from ui.evidence.proof import in_context, readable, sentence_around
from ui.figures.chart import figure_actions, foot_html, head_html, map_of, pressable_plot
from ui.widgets import html
from ui.widgets.html_component import pressable
from ui.widgets.pager import pager
from ui.widgets.styles import NARROW
from words import _, counted, listed, translate

# ruff: noqa: E501


SHAPES: dict[Role, str] = {
    "host": "circle(50%)",
    "covered": "inset(1px)",
    "consulted": "polygon(50% 0,100% 50%,50% 100%,0 50%)",
    "named": "polygon(50% 0,100% 100%,0 100%)",
}
COUNTRY = "country"  # the parameter in the address that holds the open country
COUNTRY_PAGE = "of"  # the one that holds which of its submissions are read
SUBMISSIONS = 20  # on one page of the dialog
Span = tuple[int, int]
COLUMNS = (
    "country", "code", "role", "submission", "what", "when", "section", "repeated", "quote", "ref",
)  # fmt: skip


def map_style(key: str) -> str:
    """The rules for the map card named `card-chart-KEY`, its legend, the grid and the dialog."""
    marks = "".join(_mark_style(role) for role in ROLES)
    return f"""<style>{marks}
.st-key-{key}-map{{aspect-ratio:{RATIO};min-height:140px}}
.st-key-{key}-map .stPlotlyChart,.st-key-{key}-map .stElementContainer{{height:100%}}
.f-glyph{{width:14px;height:14px;flex:none;position:relative;display:inline-block;vertical-align:-1px}}
.f-glyph::after{{content:'';position:absolute;inset:2px}}
.f-glyph-named::after{{inset:3.5px 3px 1.8px!important}}
.f-legend{{list-style:none;display:flex;flex-wrap:wrap;gap:4px 26px;margin:10px 0 0!important;padding:0!important}}
.f-legend li{{display:flex;align-items:center;gap:8px;margin:0;padding:0}}
.f-country-grid{{table-layout:fixed}}
.f-country-grid td,.f-country-grid tbody th{{font-size:{BODY}px;padding-top:7px;padding-bottom:7px;vertical-align:baseline}}
.f-country-grid button.f-cell{{text-decoration:underline!important;text-decoration-color:var(--f-quiet)!important;
text-decoration-thickness:1px!important;text-underline-offset:3px}}
.f-country-grid button.f-cell:hover{{text-decoration-thickness:2px!important;text-decoration-color:currentColor!important}}
.f-country-grid tbody th{{width:22%}}
.f-country-grid tbody th button{{font-weight:{BOLD}!important}}
.f-unnamed{{color:var(--f-quiet)}}
.f-root .f-country h3{{font-size:{BODY}px;margin-top:30px;padding-top:10px;border-top:1px solid var(--f-ink)}}
.f-root .f-country h3:first-of-type{{margin-top:14px}}
.f-root .f-country h3 span{{font-weight:400}}
.f-country .f-passage{{margin-top:14px}}
.f-country .f-passage+.f-passage{{border-top:1px solid var(--f-rule);padding-top:14px}}
.f-country blockquote{{font-size:{BODY}px!important;margin:8px 0!important}}
.f-country .f-told{{list-style:none;margin:0;padding:0}}
.f-country .f-told li{{margin:0 0 4px;padding:0;display:flex;align-items:baseline;gap:9px}}
.f-country .f-told strong{{font-weight:{BOLD};margin-right:4px}}
.f-country .f-told button{{margin-left:6px}}
.f-country .f-under p,.f-country .f-under a{{font-size:{SMALL}px;color:var(--f-quiet)}}
.st-key-{key}-map .scattergeo:last-child{{display:none}}
@container (max-width:{NARROW}px){{
.st-key-{key}-map .scattergeo:last-child{{display:inline}}.st-key-{key}-map .scattergeo:nth-last-child(2){{display:none}}
.f-legend{{display:block}}.f-legend li{{margin:0 0 3px;align-items:baseline}}}}
@media (max-width:640px){{
.f-country-grid td.f-none{{display:none!important}}
.st-key-role [data-testid=stButtonGroup] button{{padding-left:9px;padding-right:9px}}
}}
</style>"""


def glyph(role: Role) -> str:
    """The mark of a role as it stands on the map, as HTML; words always stand beside it."""
    return f"<span class='f-glyph f-glyph-{role}' aria-hidden='true'></span>"


def _mark_style(role: Role) -> str:
    """The outline is the element itself, the fill lies on it; both have the shape of the mark."""
    shape = SHAPES[role]
    line = (
        f"light-dark({_mark_line(role, LIGHT)},{_mark_line(role, DARK)})",
        f"light-dark({fill(role, LIGHT)},{fill(role, DARK)})",
    )
    return (
        f".f-glyph-{role},.f-glyph-{role}::after{{clip-path:{shape}}}"
        f".f-glyph-{role}{{background:{line[0]}}}.f-glyph-{role}::after{{background:{line[1]}}}"
    )


def _mark_line(role: Role, colours: Palette) -> str:
    return fill(role, colours) if role == "host" else edge(role, colours)


def close_country() -> None:
    """Take the country out of the address."""
    for key in (COUNTRY, COUNTRY_PAGE):
        if key in st.query_params:
            del st.query_params[key]


def show_country_if_asked(snapshot: Snapshot) -> None:
    """Open the country that the address names; one that no submission names gets a sentence.

    While a receipt is open it has the screen; the country is there again when it is closed.
    """
    code = st.query_params.get(COUNTRY)
    if code is None or receipts.RECEIPT in st.query_params:
        return
    found = briefs_of_country(snapshot.frame, snapshot.corpus, code)
    if not found:
        close_country()
        sentence = _(
            "The link asks for the country “{wanted}”, which no submission names. "
            "Shown instead: all countries.",
            wanted=code[:80],
        )
        st.html(html.note(sentence))
        return
    st.dialog(country(code), width="large", on_dismiss=close_country)(_country_dialog)(
        found, snapshot.corpus
    )


def _country_dialog(found: Sequence[Brief], corpus: Corpus) -> None:
    code = found[0].code
    newest = list(dict.fromkeys(naming.submission.id for naming in reversed(found)))
    above = st.container()
    first, last = pager(len(newest), SUBMISSIONS, COUNTRY_PAGE, about=code)
    shown = [sub for name in newest[first:last][::-1] if (sub := corpus.submission(name))]
    whole = [naming for naming in namings(corpus, shown) if naming.code == code]
    with above:
        told = country_sentences(whole, corpus, found)
        pressed = pressable(told, f"country-{code}", receipts.press)
    if pressed and receipts.RECEIPT in st.query_params:
        st.rerun()  # the receipt opens in place of this dialog


def country_sentences(
    found: Sequence[Naming], corpus: Corpus, every: Sequence[Brief] | None = None
) -> str:
    """The namings of one country as HTML: by submission, each sentence once with what it tells.

    `every` are all its namings, where `found` are only those of a page.
    """
    parts = [f"<p class='f-quiet'>{html.text(_summary(every or found))}</p>"]
    by_submission: dict[str, list[Naming]] = {}
    for naming in found:
        by_submission.setdefault(naming.submission.id, []).append(naming)
    for name, mine in reversed(by_submission.items()):
        if sub := corpus.submission(name):
            written = say_span(sub.head.written.earliest, sub.head.written.latest)
            parts.append(
                f"<h3>{html.text(sub.head.name)} "
                f"<span class='f-quiet'>{html.text(_('written {when}', when=written))}</span></h3>"
            )
            parts += [_passage(group, match, sub) for group, match in _by_sentence(mine, sub)]
    link = html.link_copier(_("Copy link"), f"?{COUNTRY}={found[0].code}")
    parts.append(f"<div class='f-actions'>{link}</div>")
    return f"<div class='f-receipt f-country'>{''.join(parts)}</div>"


def naming_at(naming: Naming, source: str) -> tuple[Match, Span | None]:
    """The passage of an entry that names its country, and where in the source the name stands.

    By the country's name first, else by the city or by the source's own spelling of it.
    """
    for by_name in (True, False):
        for match in naming.matches:
            inside = normalise(source[match.start : match.end])
            spans = (
                [(p.start, p.end) for p in find_places(inside.text) if p.code == naming.code]
                if by_name
                else [
                    (inside.text.index(spelling), inside.text.index(spelling) + len(spelling))
                    for spelling in naming.spellings
                    if spelling in inside.text
                ]
            )
            if spans:
                start, end = inside.span(*spans[0])
                return match, (match.start + start, match.start + end)
    return naming.matches[0], None


def _summary(found: Sequence[Brief | Naming]) -> str:
    roles = {naming.role for naming in found}
    documents = len({naming.submission.id for naming in found})
    return counted(
        "{roles} in {number} submission",
        "{roles} in {number} submissions",
        documents,
        roles=listed(
            [translate(word) for role, word in ROLES.items() if role in roles]
        ).capitalize(),
    )


def _by_sentence(found: Sequence[Naming], sub: Sub) -> list[tuple[list[Naming], Match]]:
    """The namings that stand in one sentence together, with the longest of their passages."""
    groups: dict[Span, list[tuple[Naming, Match]]] = {}
    for naming in found:
        match, _name = naming_at(naming, sub.source_text)
        bounds = sentence_around(sub.source_text, match.start, match.end)
        groups.setdefault(bounds, []).append((naming, match))
    return [
        (
            sorted((naming for naming, _match in group), key=lambda n: list(ROLES).index(n.role)),
            max((match for _naming, match in group), key=lambda m: m.end - m.start),
        )
        for _bounds, group in sorted(groups.items())
    ]


def _passage(group: list[Naming], match: Match, sub: Sub) -> str:
    source = sub.source_text
    named = next(
        (span for n in group for m, span in [naming_at(n, source)] if m == match and span), None
    )
    told = "".join(f"<li>{_told(naming)}</li>" for naming in group)
    notes = dict.fromkeys(naming.note for naming in group if naming.note)
    under = "".join(f"<p>{html.text(note)}</p>" for note in notes)
    section = html.text(group[0].section)
    to_read = {"submission": sub.head.id}
    if fact := next((n for n in group if n.fact), None):
        to_read["fact"] = fact.fact
    link = html.link(_("Read it in the submission"), "submissions", **to_read)
    return (
        f"<section class='f-passage'><ul class='f-told'>{told}</ul>"
        f"<blockquote>{in_context(source, match.start, match.end, named)}</blockquote>"
        f"<div class='f-under'>{under}<p>{section} · {link}</p></div></section>"
    )


def _told(naming: Naming) -> str:
    role = translate(ROLES[naming.role])
    if naming.repeated:
        role = _("{role} (repeated)", role=role)
    words = f"{naming.title}, {naming.when}" if naming.when else naming.title
    button = (
        f'<button type="button" class="f-link" data-fact="{html.text(naming.ref)}" '
        f'aria-label="{html.text(_("Receipt: {what}", what=naming.title))}">'
        f"{html.text(_('Receipt'))}</button>"
        if naming.receipt
        else ""
    )
    said = f"<strong>{html.text(role)}</strong> {html.text(words)}"
    return f"{glyph(naming.role)}<span>{said} {button}</span>"


def press_place(value: str) -> None:
    """Answer a press: `fact:JOR` opens the sentences about a country, all else as on any page."""
    kind, _colon, what = value.partition(":")
    if kind == "fact" and is_country(what):
        st.query_params[COUNTRY] = what
    else:
        receipts.press(value)


def show_map(spec: ChartSpec, drawing: Map, key: str, choices: Choices) -> bool:
    """Show the map in a card named `card-chart-KEY`; returns whether a country was just pressed."""
    with st.container(key=f"card-chart-{key}"):
        st.html(map_style(key) + head_html(spec, _legend(drawing)))
        with st.container(key=f"{key}-map", gap=None):
            pressed = pressable_plot(map_of(spec), spec, key, COUNTRY, "stretch")
        st.html(foot_html(spec))
        figure_actions(spec.name, choices)
    return pressed


def show_grid(spec: ChartSpec, drawing: Map, key: str) -> bool:
    """Show the same as a table, a row per country; returns whether a cell was just pressed."""
    return pressable(grid_html(spec, drawing), key, press_place)


def grid_html(spec: ChartSpec, drawing: Map) -> str:
    """A row per country, a column per submission; what is named can be pressed."""
    columns = spec.table.columns
    body = "".join(
        f"<tr><th scope='row'>{_button(place.code, place.name, place.name)}</th>"
        + "".join(
            _cell(cell, place.code, f"{place.name}, {column}: {cell.text}", column)
            for column, cell in zip(columns[1:], row[1:], strict=True)
        )
        + "</tr>"
        for place, row in zip(drawing.places, spec.table.rows, strict=True)
    )
    caption = html.text(_("The same countries as a table. Press one for the sentences."))
    return html.table_of(columns, body, "f-country-grid", f"<caption>{caption}</caption>")


def download_places(corpus: Corpus, role: Role | None, key: str) -> None:
    """A button that makes the CSV on the press: a row per country and entry, its quote in it."""

    def made() -> bytes:
        return places_csv([n for n in namings(corpus) if role in (None, n.role)], corpus)

    st.download_button(
        _("Download these places (CSV)"),
        data=made,
        file_name=f"{key}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def places_csv(found: Sequence[Naming], corpus: Corpus) -> bytes:
    """The namings as UTF-8 CSV with a byte order mark: the columns of `COLUMNS`, text in all.

    A cell that a spreadsheet would run as a formula is given an apostrophe in front.
    """
    named = {naming.submission.id for naming in found}
    sources = {s.head.id: s.source_text for s in corpus.submissions if s.head.id in named}
    sheet = pd.DataFrame([_csv_row(n, sources[n.submission.id]) for n in found], columns=COLUMNS)
    return sheet.map(harmless).to_csv(index=False).encode("utf-8-sig")


def _csv_row(naming: Naming, source: str) -> tuple[str, ...]:
    quote = naming.matches[0]
    return (
        naming.name,
        naming.code,
        translate(ROLES[naming.role]),
        naming.submission.name,
        naming.title,
        naming.when,
        naming.section,
        _("yes") if naming.repeated else "",
        readable(source, quote.start, quote.end),
        naming.ref,
    )


def _legend(drawing: Map) -> str:
    keys = legend(drawing, LIGHT)
    items = "".join(
        f"<li>{glyph(key.role)}<span>"
        f"<strong>{html.text(translate(ROLES[key.role]).capitalize())}</strong> "
        f"<span class='f-quiet'>{html.text(translate(MEANINGS[key.role]))}</span></span></li>"
        for key in keys
    )
    return f"<ul class='f-legend'>{items}</ul>"


def _cell(cell: Cell, code: str, label: str, column: str) -> str:
    if cell.ref is None:
        return (
            f"<td class='f-none' data-label='{html.text(column)}'><span class='f-unnamed' "
            f"aria-hidden='true'>–</span><span class='f-live'>{html.text(cell.text)}</span></td>"
        )
    return f"<td data-label='{html.text(column)}'>{_button(code, cell.text, label)}</td>"


def _button(code: str, words: str, label: str) -> str:
    said = _("{what}: show the sentences that name it", what=label)
    return (
        f'<button type="button" class="f-cell" data-fact="{html.text(code)}" '
        f'aria-label="{html.text(said)}">{html.text(words)}</button>'
    )

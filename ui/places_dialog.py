"""A country goes in, a dialog with every sentence that names it comes out, newest first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from charts.places import ROLES, Brief, Naming, briefs_of_country, country, namings
from facts.corpus import Corpus, Sub
from facts.partial_dates import say_span
from facts.store import Snapshot
from language.countries import find_places
from language.plain_text import normalise
from language.quotes import Match
from ui import receipts, tags
from ui.pager import pager
from ui.places_style import glyph
from ui.pressable import pressable
from ui.quoting import in_context, sentence_around
from words import _, counted, listed

KEY = "country"  # the parameter in the address that holds the open country
PAGE = "of"  # the one that holds which of its submissions are read
SUBMISSIONS = 20  # on one page of the dialog

Span = tuple[int, int]


def close() -> None:
    """Take the country out of the address."""
    for key in (KEY, PAGE):
        if key in st.query_params:
            del st.query_params[key]


def show_if_asked(held: Snapshot) -> None:
    """Open the country that the address names; one that no submission names gets a sentence.

    While a receipt is open it has the screen; the country is there again when it is closed.
    """
    code = st.query_params.get(KEY)
    if code is None or receipts.KEY in st.query_params:
        return
    found = briefs_of_country(held.frame, held.corpus, code)
    if not found:
        close()
        sentence = _(
            "The link asks for the country “{wanted}”, which no submission names. "
            "Shown instead: all countries.",
            wanted=code[:80],
        )
        st.html(tags.note(sentence))
        return
    st.dialog(country(code), width="large", on_dismiss=close)(_content)(found, held.corpus)


def _content(found: Sequence[Brief], corpus: Corpus) -> None:
    code = found[0].code
    newest = list(dict.fromkeys(naming.submission.id for naming in reversed(found)))
    above = st.container()
    first, last = pager(len(newest), SUBMISSIONS, PAGE, about=code)
    shown = [sub for name in newest[first:last][::-1] if (sub := corpus.submission(name))]
    whole = [naming for naming in namings(corpus, shown) if naming.code == code]
    with above:
        html = sentences(whole, corpus, found)
        pressed = pressable(html, f"country-{code}", receipts.press)
    if pressed and receipts.KEY in st.query_params:
        st.rerun()  # the receipt opens in place of this dialog


def sentences(found: Sequence[Naming], corpus: Corpus, every: Sequence[Brief] | None = None) -> str:
    """The namings of one country as HTML: by submission, each sentence once with what it tells.

    `every` are all its namings, where `found` are only those of a page.
    """
    parts = [f"<p class='f-quiet'>{tags.text(_summary(every or found))}</p>"]
    by_submission: dict[str, list[Naming]] = {}
    for naming in found:
        by_submission.setdefault(naming.submission.id, []).append(naming)
    for name, mine in reversed(by_submission.items()):
        if sub := corpus.submission(name):
            written = say_span(sub.head.written.earliest, sub.head.written.latest)
            parts.append(
                f"<h3>{tags.text(sub.head.name)} "
                f"<span class='f-quiet'>{tags.text(_('written {when}', when=written))}</span></h3>"
            )
            parts += [_passage(group, match, sub) for group, match in _by_sentence(mine, sub)]
    link = tags.link_copier(_("Copy link"), f"?{KEY}={found[0].code}")
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
        roles=listed([word for role, word in ROLES.items() if role in roles]).capitalize(),
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
    under = "".join(f"<p>{tags.text(note)}</p>" for note in notes)
    section = tags.text(group[0].section)
    to_read = {"submission": sub.head.id}
    if fact := next((n for n in group if n.fact), None):
        to_read["fact"] = fact.fact
    link = tags.link(_("Read it in the submission"), "submissions", **to_read)
    return (
        f"<section class='f-passage'><ul class='f-told'>{told}</ul>"
        f"<blockquote>{in_context(source, match.start, match.end, named)}</blockquote>"
        f"<div class='f-under'>{under}<p>{section} · {link}</p></div></section>"
    )


def _told(naming: Naming) -> str:
    role = ROLES[naming.role]
    if naming.repeated:
        role = _("{role} (repeated)", role=role)
    words = f"{naming.title}, {naming.when}" if naming.when else naming.title
    button = (
        f'<button type="button" class="f-link" data-fact="{tags.text(naming.ref)}" '
        f'aria-label="{tags.text(_("Receipt: {what}", what=naming.title))}">'
        f"{tags.text(_('Receipt'))}</button>"
        if naming.receipt
        else ""
    )
    said = f"<strong>{tags.text(role)}</strong> {tags.text(words)}"
    return f"{glyph(naming.role)}<span>{said} {button}</span>"

"""Files of a deck: opened, saved, made as PowerPoint, and an older one brought up to date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath

import streamlit as st

import settings
from decks import deck as edit
from decks.deck import LINE, Deck, as_yaml, read_deck, read_folder
from decks.resolve import ResolvedDeck
from facts.problems import Problem, as_text
from facts.store import Snapshot
from ui.deck import deck_state
from ui.widgets import html
from words import _, counted, listed

PROBLEMS = "deck-problems"  # of the file that was opened last
REFUSED = "deck-refused"  # why the template that was given cannot be used
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MOST_OF_A_DECK, MOST_OF_A_TEMPLATE = 1, 50  # MB


def heading() -> None:
    """The title and the subtitle of the deck, to be typed."""
    deck, untitled = deck_state.current(), deck_state.empty_deck().title
    st.session_state["deck-title"] = "" if deck.title == untitled else deck.title
    st.session_state["deck-subtitle"] = deck.subtitle or ""
    for label, key in ((_("Title of the deck"), "deck-title"), (_("Subtitle"), "deck-subtitle")):
        st.text_input(
            label,
            key=key,
            max_chars=LINE,
            on_change=_rename,
            placeholder=untitled if key == "deck-title" else None,
        )


def _rename() -> None:
    typed = st.session_state["deck-title"], st.session_state["deck-subtitle"]
    deck_state.change(edit.rename_deck(deck_state.current(), *typed))


def openers(snapshot: Snapshot) -> None:
    """The decks of the data folder, and an upload; what is wrong in a file is told."""
    decks, problems = read_folder(settings.data_folder())
    if decks:
        st.selectbox(
            _("A deck that comes with the data"),
            list(decks),
            format_func=lambda one: decks[one].title if one in decks else one,
            key="deck-shipped",
        )
        st.button(_("Open this deck"), key="deck-open", on_click=_open, args=(decks,))
    st.file_uploader(
        _("A deck file (YAML)"), ["yaml", "yml"], key="deck-file", on_change=_upload,
        max_upload_size=MOST_OF_A_DECK,
    )  # fmt: skip
    told = (*st.session_state.get(PROBLEMS, ()), *problems)
    if told:
        st.html(notice(told))


def notice(problems: tuple[Problem, ...]) -> str:
    """What is left out of a deck, with its place in the file and its cure."""
    head = counted(
        "{number} problem in a deck file; what it is about is left out.",
        "{number} problems in deck files; what they are about is left out.",
        len(problems),
    )
    items = "".join(f"<li>{html.text(line)}</li>" for line in as_text(problems).splitlines())
    return (
        f"<div class='f-root'><div class='f-notice' role='status'>"
        f"<strong>{html.text(head)}</strong><ul>{items}</ul></div></div>"
    )


def _open(decks: Mapping[str, Deck]) -> None:
    st.session_state[PROBLEMS] = ()
    deck_state.change(edit.arranged(decks[st.session_state["deck-shipped"]]))


def _upload() -> None:
    given = st.session_state["deck-file"]
    if given is None:
        return
    deck, problems = read_deck(given.getvalue(), given.name)
    st.session_state[PROBLEMS] = problems
    if deck is not None:
        deck_state.change(edit.arranged(deck))


def savers(shown: ResolvedDeck, snapshot: Snapshot) -> None:
    """The deck as PowerPoint, made on the press, and as the small file that it is built from."""
    deck = deck_state.current()
    given = st.session_state.get("deck-template")
    template = given.getvalue() if given is not None else None
    refused = lacking(shown) or (st.session_state.get(REFUSED, "") if template else "")
    st.download_button(
        _("Download PowerPoint"),
        data=lambda: _powerpoint(deck, snapshot, template),
        file_name=f"{slug(deck.title)}{_as_of(shown, snapshot)}.pptx",
        mime=PPTX,
        on_click="ignore",
        disabled=not deck.slides or bool(refused),
        key="deck-pptx",
    )
    if refused:
        words = html.text(refused)
        st.html(f"<div class='f-root'><div class='f-notice' role='status'>{words}</div></div>")
    st.file_uploader(
        _("Template: a PowerPoint file with your fonts, colours and logo"),
        ["pptx"],
        max_upload_size=MOST_OF_A_TEMPLATE,
        key="deck-template",
        on_change=_look_at_template,
    )
    st.download_button(
        _("Save deck file (YAML)"),
        data=lambda: as_yaml(deck).encode(),
        file_name=f"{slug(deck.title)}.yaml",
        mime="application/yaml",
        on_click="ignore",
        key="deck-save",
    )


def lacking(shown: ResolvedDeck) -> str:
    """Why no PowerPoint file can be made: what slides ask for and no longer find; else empty."""
    numbers = [str(n) for n, slide in enumerate(shown.slides, start=1) if slide.missing]
    if not numbers:
        return ""
    return counted(
        "Slide {numbers} asks for what is not there. Remove it, then download.",
        "Slides {numbers} ask for what is not there. Remove them, then download.",
        len(numbers),
        numbers=listed(numbers),
    )


def _powerpoint(deck: Deck, snapshot: Snapshot, template: bytes | None) -> bytes:
    from export.slides.deck_file import write_deck  # slow to import: only where a file is made

    return write_deck(deck, snapshot, template)


def _look_at_template() -> None:
    """Find out whether a template can be used before anyone presses the download."""
    from export.slides.template import opened

    st.session_state[REFUSED] = ""
    given = st.session_state["deck-template"]
    if given is not None:
        try:
            opened(given.getvalue())
        except ValueError as error:
            st.session_state[REFUSED] = str(error)


def slug(title: str) -> str:
    """A title as the name of a file: "The network in brief" is the-network-in-brief."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "deck"


def _as_of(shown: ResolvedDeck, snapshot: Snapshot) -> str:
    refs = {ref for slide in shown.slides for ref in slide.refs}
    dates = snapshot.frame[snapshot.frame["ref"].isin(refs)]["time_end"]
    newest = max((date for date in dates if date), default="")
    return f"_as-of-{newest}" if newest else ""


GIVEN, DONE = "deck-older", "deck-renewed"
MOST = 50  # MB
STEM = 80  # letters of the old name that the new one keeps


def renew_older(snapshot: Snapshot) -> None:
    """The upload, and under it the report and the new file, made when the file is given."""
    lead = _(
        "A deck or a slide that was made here, however it was moved, restyled or added to since: "
        "charts, tables, numbers, titles and sources of ours get today’s data. All else stays."
    )
    st.html(html.paragraph(lead, "f-small f-quiet"))
    given = st.file_uploader(
        _("An older PowerPoint file"), ["pptx"], key=GIVEN, max_upload_size=MOST
    )
    if given is None:
        st.session_state.pop(DONE, None)
        return
    known = st.session_state.get(DONE)
    if known is None or known[0] != (given.file_id, snapshot.version):
        known = ((given.file_id, snapshot.version), _renewed(given.getvalue(), snapshot))
        st.session_state[DONE] = known
    data, head, told = known[1]
    st.html(head)
    if data is not None:
        st.download_button(
            _("Download the file with today’s numbers"),
            data=data,
            file_name=renewed_name(given.name),
            mime=PPTX,
            on_click="ignore",
            key="deck-renewed-file",
        )
    if told:
        st.html(told)


def renewed_name(name: str) -> str:
    """The name of the new file: that of the old one, and that it is renewed."""
    stem = "".join(c for c in PurePath(name).stem if c.isprintable())[:STEM] or "deck"
    return f"{stem}_{_('renewed')}.pptx"


def _renewed(data: bytes, snapshot: Snapshot) -> tuple[bytes | None, str, str]:
    """The new file where there is one to be had, the outcome, and what was done slide by slide."""
    from export.refresh.pptx_package import BadFile  # slow to import: only where a file is given
    from export.refresh.refresh import refresh
    from export.refresh.refresh_report import heading, headline, lines_of

    try:
        done = refresh(data, snapshot)
    except BadFile as error:
        return None, html.paragraph(str(error), "f-notice", "alert"), ""
    slides = [
        f"<h3>{html.text(heading(slide))}</h3>"
        + "".join(
            f"<p><strong>{html.text(head)}</strong></p><ul>{_items(items)}</ul>"
            for head, items in told
        )
        for slide in done.report.slides
        if (told := lines_of(slide))
    ]
    css = "f-answer f-none" if done.report.state == "partly" else "f-answer"
    head = (
        f"<div class='f-root'><div class='{css}' role='status'>"
        f"<div class='f-said'>{html.text(headline(done.report))}</div></div></div>"
    )
    whole = f"<div class='f-root'><div class='{css}'>{''.join(slides)}</div></div>"
    changed = any(slide.changed for slide in done.report.slides)
    return done.data if changed else None, head, whole if slides else ""


def _items(items: list[str]) -> str:
    return "".join(f"<li>{html.text(item)}</li>" for item in items)

"""An older slide file is given; the same file with today's numbers, and what was done, come out."""

from __future__ import annotations

from pathlib import PurePath

import streamlit as st

from facts.store import Snapshot
from ui import tags
from ui.deck_files import PPTX
from words import _

GIVEN, DONE = "deck-older", "deck-renewed"
MOST = 50  # MB
STEM = 80  # letters of the old name that the new one keeps


def older(held: Snapshot) -> None:
    """The upload, and under it the report and the new file, made when the file is given."""
    lead = _(
        "A deck or a slide that was made here, however it was moved, restyled or added to since: "
        "charts, tables, numbers, titles and sources of ours get today’s data. All else stays."
    )
    st.html(f"<div class='f-root'><p class='f-small f-quiet'>{tags.text(lead)}</p></div>")
    given = st.file_uploader(
        _("An older PowerPoint file"), ["pptx"], key=GIVEN, max_upload_size=MOST
    )
    if given is None:
        st.session_state.pop(DONE, None)
        return
    known = st.session_state.get(DONE)
    if known is None or known[0] != (given.file_id, held.version):
        known = ((given.file_id, held.version), _made(given.getvalue(), held))
        st.session_state[DONE] = known
    data, head, told = known[1]
    st.html(head)
    if data is not None:
        st.download_button(
            _("Download the file with today’s numbers"),
            data=data,
            file_name=named(given.name),
            mime=PPTX,
            on_click="ignore",
            key="deck-renewed-file",
        )
    if told:
        st.html(told)


def named(name: str) -> str:
    """The name of the new file: that of the old one, and that it is renewed."""
    stem = "".join(c for c in PurePath(name).stem if c.isprintable())[:STEM] or "deck"
    return f"{stem}_{_('renewed')}.pptx"


def _made(data: bytes, held: Snapshot) -> tuple[bytes | None, str, str]:
    """The new file where there is one to be had, the outcome, and what was done slide by slide."""
    from export.refresh.pptx_package import BadFile  # slow to import: only where a file is given
    from export.refresh.refresh import refresh
    from export.refresh.refresh_report import heading, headline, lines_of

    try:
        done = refresh(data, held)
    except BadFile as error:
        return None, _notice(str(error)), ""
    slides = [
        f"<h3>{tags.text(heading(slide))}</h3>"
        + "".join(
            f"<p><strong>{tags.text(head)}</strong></p><ul>{_items(items)}</ul>"
            for head, items in told
        )
        for slide in done.report.slides
        if (told := lines_of(slide))
    ]
    css = "f-answer f-none" if done.report.state == "partly" else "f-answer"
    head = (
        f"<div class='f-root'><div class='{css}' role='status'>"
        f"<div class='f-said'>{tags.text(headline(done.report))}</div></div></div>"
    )
    whole = f"<div class='f-root'><div class='{css}'>{''.join(slides)}</div></div>"
    changed = any(slide.changed for slide in done.report.slides)
    return done.data if changed else None, head, whole if slides else ""


def _items(items: list[str]) -> str:
    return "".join(f"<li>{tags.text(item)}</li>" for item in items)


def _notice(words: str) -> str:
    return f"<div class='f-root'><p class='f-notice' role='alert'>{tags.text(words)}</p></div>"

"""The dialog that gives a figure in every format, each file made on the press.

Where the server has no browser to draw with, the reader's own one makes the PNG; it holds the same
receipt, sealed over the pixels that this browser drew, so that it can be checked as any other.
"""

from __future__ import annotations

import base64
from functools import partial
from itertools import groupby
from pathlib import Path

import streamlit as st

from charts.registry import Choices
from drawing.browser_pictures import SCALE, NoBrowser, find_browser
from drawing.picture import LEAST, MOST, SIZES, compose
from export.figures import Job, job
from export.file_formats import FORMATS, file_name_of, format_named
from export.formats import png, svg
from export.receipt import citation
from ui.evidence.receipts import press
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.html_component import pressable
from words import N_, _, translate

SIZE_NAMES = {
    "slide": N_("Slide, 16:9"),
    "square": N_("Square"),
    "portrait": N_("Portrait"),
    "a4-half": N_("A4, half a page"),
    "free": N_("Free size"),
}
MODES = {"light": N_("Light"), "dark": N_("Dark"), "transparent": N_("Transparent")}

_mount = st.components.v2.component(
    "own_picture",
    html="<div class='f-root'><button type='button' class='f-copy'></button> "
    "<span role='status'></span></div>",
    js=(Path(__file__).parent / "client_png.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def client_png(job: Job) -> None:
    """The button. The server makes no file: what it sends is the drawing and its receipt."""
    _mount(
        key=f"own-picture-{job.spec.name}",
        data={
            "svg": svg.write(job).decode(),
            "width": job.width,
            "height": job.height,
            "scale": SCALE,
            "texts": png.about(job, compose(job)),
            "keyword": png.KEYWORD,
            "receipt": job.receipt.as_json(),
            "name": file_name_of(job, "png"),
            "label": _("Picture (PNG), made in this browser"),
            "saved": _("Saved."),
            "failed": _("This browser could not draw it. Choose a smaller size, or take the SVG."),
        },
    )


def download_button(figure: str, choices: Choices) -> None:
    """A button that opens the dialog for this figure with these choices."""
    if st.button(_("Download"), key=f"download-{figure}", icon=":material/download:"):
        st.dialog(_("Download this figure"), width="large")(_dialog)(figure, choices)


def _dialog(figure: str, choices: Choices) -> None:
    asked = _asked(figure)
    made = job(current_snapshot(), figure, choices, **asked)
    if made is None:
        st.info(_("The data that this figure was drawn from is no longer there."))
        return
    cited = citation(made.receipt)
    picture = base64.b64encode(svg.write(made)).decode()
    pressable(
        f"<p>{html.text(cited)}</p><div class='f-actions'>"
        f"{html.copier(_('Copy citation'), cited)}</div>"
        f"<img class='f-thumbnail' alt='{html.text(made.spec.alt)}' "
        f"src='data:image/svg+xml;base64,{picture}'>",
        f"download-preview-{figure}",
        press,
    )
    _buttons(made)


def _asked(figure: str) -> dict[str, object]:
    """Size, colours and title, as the reader chooses them in the dialog."""
    left, middle, right = st.columns(3, vertical_alignment="bottom")
    with left:
        size = _one_of(_("Size"), SIZE_NAMES, f"size-{figure}")
    with middle:
        mode = _one_of(_("Colours"), MODES, f"mode-{figure}")
    with right:
        titled = st.checkbox(_("With title"), value=True, key=f"titled-{figure}")
    width, height = SIZES.get(size, SIZES["slide"])
    if size == "free":
        with left:
            width = st.number_input(_("Width, px"), LEAST[0], MOST[0], width, 10)
        with middle:
            height = st.number_input(_("Height, px"), LEAST[1], MOST[1], height, 10)
    return {"width": int(width), "height": int(height), "mode": mode, "with_title": titled}


def _one_of(label: str, options: dict[str, str], key: str) -> str:
    return st.selectbox(
        label, tuple(options), format_func=lambda name: translate(options[name]), key=key
    )


def _missing() -> str:
    """Why no browser draws pictures here, and the cure; empty where one does."""
    try:
        find_browser()
    except NoBrowser as error:
        return str(error)
    return ""


def _buttons(made: Job) -> None:
    missing = _missing()
    for title, names in groupby(FORMATS, lambda name: FORMATS[name].group):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{translate(title)}**", width=120)
            for name in names:
                st.download_button(
                    translate(FORMATS[name].label),
                    data=partial(format_named(name).write, made),
                    file_name=file_name_of(made, name),
                    mime=FORMATS[name].mime,
                    key=f"make-{made.spec.name}-{name}",
                    on_click="ignore",
                    disabled=FORMATS[name].by_browser and bool(missing),
                )
        if missing and title == FORMATS["png"].group:
            client_png(made)
    if missing:
        own = _(
            "Your own browser can draw the picture: press “Picture (PNG), made in this browser”. "
            "For a PDF, save the page (HTML) and print it."
        )
        st.info(
            _("The server cannot draw PNG and PDF. {why}", why=html.markdown(missing))
            + f"\n\n{own}",
            icon=":material/info:",
        )

"""A figure goes in; a button that makes its PNG in the reader's own browser comes out.

For a server that has no browser of its own to draw with. The file holds the same receipt, sealed
over the pixels that this browser drew, so that it can be checked as any other.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from drawing.browser import SCALE
from drawing.picture import compose
from export.figures import Job
from export.file_formats import file_name_of
from export.formats import png, svg
from words import _

_mount = st.components.v2.component(
    "own_picture",
    html="<div class='f-root'><button type='button' class='f-copy'></button> "
    "<span role='status'></span></div>",
    js=(Path(__file__).parent / "own_picture.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def own_picture(job: Job) -> None:
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
            "name": file_name_of(job, png.SUFFIX),
            "label": _("Picture (PNG), made in this browser"),
            "saved": _("Saved."),
            "failed": _("This browser could not draw it. Choose a smaller size, or take the SVG."),
        },
    )

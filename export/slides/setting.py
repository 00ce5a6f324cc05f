"""A layout of a template goes in; where its title and its content stand, and its look, come out.

Read once for each layout of a presentation: every slide of it stands on the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from export.slides.look import A, Look, P, kind, look_of, placeholders
from export.slides.markup import EMU, Box
from export.slides.template import contents

GAP = 6.0
_known: WeakKeyDictionary[Any, Setting] = WeakKeyDictionary()


@dataclass(frozen=True)
class Setting:
    """A layout. `title` and `body` are the boxes of its title and of what stands under it.

    `field` is the idx of the placeholder for content, `number` that of the slide number; both are
    empty where the layout has none.
    """

    look: Look
    title: Box | None
    title_size: int  # pt
    body: Box
    field: str
    number: str


def setting_of(presentation: Presentation, layout: SlideLayout) -> Setting:
    """The setting of a layout."""
    held = _known.get(layout.part)
    if held is None:
        held = _known[layout.part] = _read(presentation, layout)
    return held


def _read(presentation: Presentation, layout: SlideLayout) -> Setting:
    shapes = placeholders(layout)
    titles = [shape for shape in shapes if kind(shape) in ("title", "ctrTitle")]
    fields = contents(layout)[:1]
    field = next((s for s in shapes if fields and s.placeholder_format.idx == fields[0]), None)
    title = _box(titles[0]) if titles else None
    body = _box(field) if field is not None else None
    numbers = [s.placeholder_format.idx for s in shapes if kind(s) == "sldNum"]
    return Setting(
        look=look_of(layout),
        title=title,
        title_size=title_size(layout),
        body=body or _under(presentation, title),
        field=str(fields[0]) if fields else "",
        number=str(numbers[0]) if numbers else "",
    )


def _box(shape: Any) -> Box | None:
    """Where a placeholder stands, by itself or as its master has it."""
    if shape.left is None or not shape.width or not shape.height:
        return None
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _under(presentation: Presentation, title: Box | None) -> Box:
    """What lies under the title of a layout that has no field of content."""
    wide, high = (presentation.slide_width or 0) / EMU, (presentation.slide_height or 0) / EMU
    left = title.x if title else 0.05 * wide
    top = (title.y + title.h if title else 0.2 * high) + GAP
    return Box(left, top, wide - 2 * left, 0.9 * high - top)


def title_size(layout: SlideLayout) -> int:
    """The size of a layout's title, in points: its own, else its master's."""
    places = [
        shape._element.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
        for held in (layout, layout.slide_master)
        for shape in placeholders(held)
        if kind(shape) in ("title", "ctrTitle")
    ]
    styles = f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr"
    places.append(layout.slide_master._element.find(styles))
    found = (held.get("sz") for held in places if held is not None)
    return int(next((size for size in found if size), "4400")) // 100

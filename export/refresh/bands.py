"""The bands over a chart and those of today go in; the bands of ours stand at today's times.

A band that a colleague took out stays out; one that is recoloured keeps its colour, and a new one
of its kind takes it. All other shapes that belong to the chart are left alone.
"""

from __future__ import annotations

import copy
import re

from lxml import etree

from export.slides.line_chart import USER_SHAPES

D = f"{{{USER_SHAPES}}}"
_OURS = re.compile(r"(?P<kind>not_stated|not_held|silent|written) \d{4}")
SAME = 0.002  # of the chart's width

Span = tuple[float, float]  # as shares of the chart's width


def shapes_of(held: etree._Element) -> dict[str, etree._Element]:
    """The bands of ours, by their name."""
    found: dict[str, etree._Element] = {}
    for anchor in held.iterfind(f"{D}relSizeAnchor"):
        name = anchor.find(f".//{D}cNvPr")
        text = name.get("name", "") if name is not None else ""
        if _OURS.fullmatch(text):
            found.setdefault(text, anchor)
    return found


def place(held: etree._Element, now: dict[str, etree._Element], before: set[str]) -> bool:
    """Renew the bands; `now` are those of today as they are made, `before` the names of the old.

    Whether anything was changed.
    """
    there = shapes_of(held)
    done = False
    for name, anchor in there.items():
        if name in now:
            done |= _moved(anchor, _span(now[name]))
        else:
            held.remove(anchor)
            done = True
    for name, made in now.items():
        if name in there or name in before:
            continue
        alike = _like(there, name)
        fresh = copy.deepcopy(made if alike is None else alike)
        _moved(fresh, _span(made))
        about = fresh.find(f".//{D}cNvPr")
        about.set("name", name)
        about.set("id", str(_number(held)))
        held.append(fresh)
        done = True
    return done


def _like(there: dict[str, etree._Element], name: str) -> etree._Element | None:
    kind = name.partition(" ")[0]
    return next((anchor for other, anchor in there.items() if other.startswith(kind)), None)


def _span(anchor: etree._Element) -> Span:
    """From where to where a band of today lies."""
    start, end = (float(anchor.findtext(f"{D}{end}/{D}x") or 0) for end in ("from", "to"))
    return start, end


def _moved(anchor: etree._Element, span: Span) -> bool:
    """Move a band, where it does not stand there already; whether it was moved."""
    ends = [anchor.find(f"{D}{end}/{D}x") for end in ("from", "to")]
    if any(end is None for end in ends):
        return False
    if all(abs(float(e.text or 0) - at) < SAME for e, at in zip(ends, span, strict=True)):
        return False
    for end, at in zip(ends, span, strict=True):
        end.text = f"{at:.5f}"
    return True


def _number(held: etree._Element) -> int:
    numbers = [int(one.get("id", "0")) for one in held.iter(f"{D}cNvPr")]
    return max([1, *numbers]) + 1

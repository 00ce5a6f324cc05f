"""A chart and today's axes go in; its axes reach as far as today's numbers.

An axis that was left as it was made follows the data; one set by hand is only made longer, and
only where a number would lie outside it.
"""

from __future__ import annotations

from datetime import date, timedelta

from lxml import etree

from export.refresh.series import C
from export.slides.chart_xml import DAY_ZERO, Plot, serial

ROOM = 0.06  # of an axis of values, over the highest number, for its label
AFTER = 60  # days behind the last mark
NEAR = 0.5  # what is as near as this is the same


def reach(
    root: etree._Element,
    now: Plot,
    before: Plot | None,
    dates: list[date],
    values: list[float],
) -> None:
    """Set the ends of both axes where they have to be set; dates and values are all that is shown.

    `before` is the plot as it was made, None where that is not known.
    """
    if not dates or not values:
        return
    across, up = root.find(f".//{C}dateAx"), root.find(f".//{C}valAx")
    if across is not None:
        ends = serial(now.x[0]), serial(now.x[1])
        made = (serial(before.x[0]), serial(before.x[1])) if before else None
        asked = serial(min(dates)), serial(max(dates)) + AFTER
        if _set(across, ends, made, asked) and now.years > 1:
            _unit(across, now.years)
    if up is not None:
        ends_ = now.y
        room = ROOM * (now.y[1] - now.y[0])
        asked_ = min(values), max(values) + room
        if _set(up, ends_, before.y if before else None, asked_):
            _unit(up, now.step)


def widen(root: etree._Element, now: Plot, before: Plot | None) -> None:
    """Leave more room at the sides of the plot where the words there have become longer."""
    layout = root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    if layout is None or before is None:
        return
    left = max(0.0, now.left - before.left)
    right = max(0.0, before.left + before.width - now.left - now.width)
    x, w = layout.find(f"{C}x"), layout.find(f"{C}w")
    if x is None or w is None or left + right < 1e-6:
        return
    wide = float(w.get("val")) - left - right
    if wide > 0.2:
        x.set("val", f"{float(x.get('val')) + left:.5f}")
        w.set("val", f"{wide:.5f}")


def spans(root: etree._Element) -> tuple[tuple[date, date], tuple[float, float]] | None:
    """From when to when the axis of dates runs, and where its plot begins and how wide it is.

    None where the chart leaves one of them to the program that draws it.
    """
    axis = root.find(f".//{C}dateAx")
    layout = root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    if axis is None or layout is None:
        return None
    inner = layout.find(f"{C}layoutTarget")
    ends = _ends(axis)
    held = [layout.find(f"{C}{name}") for name in ("x", "w")]
    if inner is None or inner.get("val") != "inner" or ends is None or None in held:
        return None
    first, last = (DAY_ZERO + timedelta(days=int(end)) for end in ends)
    x, wide = (float(one.get("val")) for one in held if one is not None)
    return ((first, last), (x, wide)) if first < last else None


def _ends(axis: etree._Element) -> tuple[float, float] | None:
    held = [axis.find(f"{C}scaling/{C}{name}") for name in ("min", "max")]
    values = [float(one.get("val")) for one in held if one is not None]
    return (values[0], values[1]) if len(values) == 2 else None


def _set(
    axis: etree._Element,
    now: tuple[float, float],
    made: tuple[float, float] | None,
    asked: tuple[float, float],
) -> bool:
    """Set each end that has to be; whether one was."""
    done = False
    for at, name in enumerate(("min", "max")):
        end = axis.find(f"{C}scaling/{C}{name}")
        if end is None:
            continue
        held = float(end.get("val"))
        as_made = made is not None and abs(held - made[at]) < NEAR
        outside = asked[0] < held if name == "min" else asked[1] > held
        if (as_made or outside) and abs(now[at] - held) >= NEAR:
            end.set("val", f"{now[at]:.15g}")
            done = True
    return done


def _unit(axis: etree._Element, unit: float) -> None:
    held = axis.find(f"{C}majorUnit")
    if held is not None and float(held.get("val")) < unit:
        held.set("val", f"{unit:.15g}")

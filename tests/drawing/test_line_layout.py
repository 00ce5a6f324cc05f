"""Where the marks of a picture stand: at their value and day, a bound's arrow towards the truth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Lines
from charts.theme import LIGHT
from drawing.line_layout import layout_lines, plot
from drawing.scene import Box, Group, Mark, Path
from drawing.text_blocks import Style
from facts.vocabulary import Bound
from tests.export.made import job

STYLE, BOX = Style(LIGHT, LIGHT.card, 1.0), Box(10, 20, 900, 500)


def drawing() -> Lines:
    """The network of the small data; its axis begins above 0."""
    found = job().spec.drawing
    assert isinstance(found, Lines)
    return replace(found, y=(80.0, 140.0))


@pytest.mark.parametrize("bound", sorted({*get_args(Bound)} - {"range"}))
def test_the_arrow_of_a_bound_points_to_where_the_true_value_lies(bound: Bound):
    first, *others = drawing().series
    marks = tuple(replace(mark, bound=bound) for mark in first.marks)
    changed = replace(drawing(), series=(replace(first, marks=marks), *others))
    (group,) = layout_lines(changed, BOX, STYLE).parts
    assert isinstance(group, Group)
    seen = []
    for before, part in zip(("", *group.parts), group.parts, strict=False):
        if isinstance(part, Group) and part.name == first.indicator:
            (mark,) = (one for one in part.parts if isinstance(one, Mark))
            tip = before.rings[0][0][1] if isinstance(before, Path) else mark.y
            seen.append((tip > mark.y) - (tip < mark.y))  # y grows downwards
    way = -1 if bound in LOWER_LIMITS else 1 if bound in UPPER_LIMITS else 0
    assert seen == [way] * len(marks)


def test_a_value_and_a_day_stand_at_their_share_of_the_axis():
    at = plot(drawing(), BOX, STYLE)
    places = [at.y(value) for value in (80, 110, 140)]
    assert places == pytest.approx([at.box.bottom, at.box.y + at.box.height / 2, at.box.y])
    days = [at.x(day) for day in (at.first, at.last)]
    assert days == pytest.approx([at.box.x, at.box.right])
    assert at.x(date(2018, 1, 1)) < at.x(date(2018, 1, 2))

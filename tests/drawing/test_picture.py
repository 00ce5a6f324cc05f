"""A picture takes the largest type in which all is there, and nothing lies on a line or a mark."""

from __future__ import annotations

import pytest

from drawing import picture
from drawing.picture import SIZES
from export.figures import job
from tests.export.made import EVERY
from tests.support.real import real


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_all_of_each_figure_stands_in_every_usual_size(name: str, size: tuple[int, int]):
    asked = job(real(), name, width=size[0], height=size[1])
    assert asked is not None
    _style, framed, laid = picture._fitted(asked)
    assert laid is not None
    assert laid.rest == ""
    assert laid.bottom <= framed.box.bottom + 0.5


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_label_of_the_network_lies_on_a_line_or_a_mark(size: tuple[int, int]):
    asked = job(real(), "network", width=size[0], height=size[1])
    assert asked is not None
    laid = picture._fitted(asked)[2]
    assert laid is not None
    assert laid.crowded == 0

"""Time grows in proportion to a text, whatever the text."""

from __future__ import annotations

import pytest

from benchmarks.extract import HOSTILE, growth


@pytest.mark.parametrize("name", ["plain", *HOSTILE])
def test_twice_the_text_takes_twice_the_time(name):
    (seconds,) = growth((2_000, 8_000), (name,)).values()
    assert seconds[1] < 9 * max(seconds[0], 0.02), seconds

"""Time grows in proportion to a text, whatever the text."""

from __future__ import annotations

import pytest

from benchmarks.extract import HOSTILE, growth


@pytest.mark.parametrize("name", ["plain", *HOSTILE])
def test_twice_the_text_takes_twice_the_time(name):
    for _try in range(4):  # another program may have had the processor in one of them
        (seconds,) = growth((2_000, 8_000), (name,)).values()
        if seconds[1] < 9 * max(seconds[0], 0.02):
            return
    raise AssertionError(seconds)

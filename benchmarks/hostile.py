"""Texts that nobody writes go in; how much longer sixteen times as much takes comes out.

Any reader can give a text to "Check a draft": its time may only grow as its length does. The floor
is sixteen times what a sixteenth of the same text costs, so that a ratio near 1 is proportion and
one near 16 a square.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from benchmarks.pairs import Row, in_turns
from extract.documents.document import read_plain
from extract.documents.read_html import read_html
from language.countries import find_named
from language.date_mentions import find_dates
from language.passages import Passages
from language.plain_text import normalise
from ui.evidence import reading_view

SMALL, TIMES = 25_000, 16  # code points, and how many times as many
MOST = 2.5  # a square is 16
PAIRS = 1
NOISE = 100.0  # ms: a ratio of less says nothing
PIECES = (
    r"[a](b\)", r"[a](b(c\)", "[", "](", "[a](((", '](a "', "(", "<", "<sup>", "<a x=", "<p ",
    "<br", "</", "<!--", "<!-->", "<![CDATA[>", "<![if>", "<svg></p>", "*", "**a", "_", "a_", " ",
    " \n", "\n ", "\t", "\u00a0", "-\n", "a-\n ", "a- \t", "1", "1,", "1.", ".", "A. ", ".1,",
    "http", "<https://a ", "\\", "#", "\n#", "\n- ", "\n-----", "|", "\u00ad ", '"', "Kenya ",
    "Bank of ", "2001-", "May ",
)  # fmt: skip


def shown(text: str) -> str:
    """A text as a page of its submission shows it, in parts."""
    reading_view.parts.__wrapped__(text)
    shape = reading_view.shape.__wrapped__(text)
    return reading_view.Marked(text, (), None, shape.visible).html(shape.blocks)


READERS: dict[str, Callable[[str], object]] = {
    "Plain text": lambda text: normalise(text, "drop"),
    "Sentences": lambda text: Passages(text).sentences,
    "Text file": lambda text: read_plain(text.encode(), "x.txt", "text"),
    "HTML file": lambda text: read_html(text.encode(), "x.html"),
    "Dates": find_dates.__wrapped__,
    "Places": find_named.__wrapped__,
    "Reading view": shown,
}


def rows() -> Iterator[Row]:
    """For each reader the piece with which it grows most."""
    for name, read in READERS.items():
        read("warm")
        found = [_row(f"{name}, {TIMES} times {piece!r}", read, piece) for piece in PIECES]
        yield max(found, key=lambda row: (row.ours[0] > NOISE, row.ratios[0]))


def _row(what: str, read: Callable[[str], object], piece: str) -> Row:
    small = (piece * SMALL)[:SMALL]

    def large_ms() -> float:
        return _ms(read, small * TIMES)

    def small_ms() -> float:
        return sum(_ms(read, small) for _time in range(TIMES))

    return Row(what, "ms", *in_turns(large_ms, small_ms, PAIRS, 0), MOST)


def _ms(read: Callable[[str], object], text: str) -> float:
    """Milliseconds of the processor: what else the machine does is not counted."""
    began = time.process_time()
    read(text)
    return (time.process_time() - began) * 1000

"""Pages of rows: which rows stand on one, and how that is said.

A chart of many rows draws one page of them, the newest first, so that what is sent and exported
stays small however many facts there are. Which page stands in the address, as any other choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from words import _

ROWS = 50  # on one page
KEY = "page"  # the choice in the address; the first page leaves no trace there

Row = TypeVar("Row")


@dataclass(frozen=True)
class Page:
    """The rows `first` to `last` (from 0, the last not with them) of `count`, the newest first."""

    first: int
    last: int
    count: int

    @property
    def whole(self) -> bool:
        """Whether all the rows stand on this page."""
        return self.last - self.first == self.count


def page_of(count: int, number: int, size: int = ROWS) -> Page | None:
    """The page of this number, from 1; None where there is none."""
    first = (number - 1) * size
    if number < 1 or (first >= count and number > 1):
        return None
    return Page(first, min(first + size, count), count)


def pages(count: int, size: int = ROWS) -> int:
    """How many pages so many rows take: at least one."""
    return max(1, -(-count // size))


def asked(value: str | None) -> int:
    """The number of a page as it stands in an address; 0 for what is none."""
    if value is None:
        return 1
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0


def newest(rows: Sequence[Row], page: Page, dated: int | None = None) -> list[Row]:
    """The rows of a page, of rows in order of time with the undated last; in that same order.

    `dated` is how many have a date, all where it is left out. The newest of them stand on the first
    page, those without a date on the last.
    """
    some = len(rows) if dated is None else dated
    ranked = (some - 1 - at if at < some else at for at in range(page.first, page.last))
    return [rows[place] for place in sorted(ranked)]


def said(page: Page) -> str:
    """Which part of the rows a page shows; empty where it shows all."""
    if page.whole:
        return ""
    return _(
        "Shown: {first} to {last} of {count}, the newest first; the others are on further pages.",
        first=f"{page.first + 1:,}",
        last=f"{page.last:,}",
        count=f"{page.count:,}",
    )


def after(words: str, page: Page) -> str:
    """Words with those for the page behind them."""
    part = said(page)
    return f"{words}. {part}" if part else words

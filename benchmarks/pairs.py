"""Two things to measure go in, run in turns A B A B; a row of the table comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

PAIRS = 7
WARM_UP = 2


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured on both sides, pair by pair.

    `ours` and `floor` hold the same number of figures, in `unit`; the figures at one place were
    taken one right after the other. `most` is the largest ratio wanted, None where none is set.
    """

    what: str
    unit: str
    ours: tuple[float, ...]
    floor: tuple[float, ...]
    most: float | None = None

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours by the floor, for each pair."""
        return tuple(a / b for a, b in zip(self.ours, self.floor, strict=True))

    @property
    def met(self) -> bool | None:
        """Whether the median ratio is small enough; None where no ratio is wanted."""
        return None if self.most is None else median(self.ratios) <= self.most


def in_turns(
    ours: Callable[[], float],
    floor: Callable[[], float],
    pairs: int = PAIRS,
    warm_up: int = WARM_UP,
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The figures of both sides, taken in turns; those of the warm-up are thrown away."""
    taken = [(ours(), floor()) for _turn in range(warm_up + pairs)][warm_up:]
    return tuple(a for a, _b in taken), tuple(b for _a, b in taken)


def as_table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table: median, and smallest to largest in brackets."""
    lines = [
        "| what | unit | ours | floor | ratio by pair | wanted | pairs |",
        "|---|---|---:|---:|---:|---|---:|",
    ]
    for row in rows:
        wanted = "" if row.most is None else f"≤ {row.most}: {'met' if row.met else 'MISSED'}"
        cells = (row.what, row.unit, *map(_spread, (row.ours, row.floor, row.ratios)))
        lines.append(f"| {' | '.join(cells)} | {wanted} | {len(row.ours)} |")
    return "\n".join(lines)


def _spread(figures: tuple[float, ...]) -> str:
    middle, least, most = (_short(f) for f in (median(figures), min(figures), max(figures)))
    return f"{middle} ({least}–{most})"


def _short(figure: float) -> str:
    """Three digits that count: 1234, 12.3, 1.23, 0.00123."""
    if abs(figure) >= 100:
        return f"{figure:.0f}"
    return f"{figure:.1f}" if abs(figure) >= 10 else f"{figure:.3g}"

"""The parts of a picture, in px from its top left corner.

A layout makes them from a drawing, `svg_writer` writes them; nothing else stands in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]  # left, middle and right, whatever way the text runs
Shape = Literal["circle", "square", "diamond", "triangle-up"]


@dataclass(frozen=True)
class Span:
    """Words of one weight within a line; `ref` where they are the number of a fact."""

    text: str
    weight: int = 400
    ref: str | None = None


@dataclass(frozen=True)
class Text:
    """One line; `y` is its base line. `halo` is drawn around the letters, to lift them off."""

    x: float
    y: float
    spans: tuple[Span, ...]
    size: float
    fill: str
    anchor: Anchor = "start"
    halo: str | None = None


@dataclass(frozen=True)
class Rect:
    """A filled box."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0
    opacity: float = 1


@dataclass(frozen=True)
class Line:
    """A straight line; `dash` are the lengths of ink and gap, empty for a solid one."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float = 1
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True)
class Mark:
    """The mark of one fact, place or activity, around its middle."""

    x: float
    y: float
    size: float
    shape: Shape
    fill: str
    stroke: str
    width: float
    ref: str


@dataclass(frozen=True)
class Path:
    """Closed rings, each a tuple of points."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    stroke: str = "none"
    width: float = 0


@dataclass(frozen=True)
class Group:
    """Parts that belong together. `name` says what they are, `says` is read out for them."""

    name: str
    parts: tuple[Part, ...]
    says: str = ""


Part = Text | Rect | Line | Mark | Path | Group


@dataclass(frozen=True)
class Box:
    """A place for parts."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    def meets(self, other: Box) -> bool:
        """Whether the two lie on each other."""
        beside = self.x < other.right and other.x < self.right
        return beside and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class Scene:
    """A whole picture. `background` is None where it is to be seen through."""

    width: int
    height: int
    background: str | None
    parts: tuple[Part, ...]
    title: str
    description: str
    language: str


@dataclass(frozen=True)
class Laid:
    """What a layout made of its drawing: parts down to `bottom`.

    `rest` says in a sentence what was left out, `crowded` counts what lies on something else.
    """

    parts: tuple[Part, ...]
    bottom: float
    rest: str = ""
    crowded: int = 0

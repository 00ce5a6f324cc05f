"""The view of a figure and a part of its slide go in; the stable name of that shape comes out.

A slide pasted into another deck, and a file saved by another program, keep the names of their
shapes. What brings a deck up to date finds its charts, numbers and source lines by them.
"""

from __future__ import annotations

import re

_NAME = re.compile(r"fig:(?P<view>.+):(?P<part>[a-z]+(?:-[0-9]+)?)")


def part(view: str, what: str, number: int = 1) -> str:
    """`fig:network?show=members:chart`; a second one of its kind is `...:table-2`."""
    return f"fig:{view}:{what}" if number == 1 else f"fig:{view}:{what}-{number}"


def parts(name: str) -> tuple[str, str] | None:
    """The view and the part in the name of a shape; None for a shape that is not ours."""
    found = _NAME.fullmatch(name)
    return (found["view"], found["part"]) if found else None

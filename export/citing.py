"""A receipt goes in; the words to cite its figure by, and its filters in words, come out."""

from __future__ import annotations

from urllib.parse import parse_qsl

from export.receipt import Receipt
from words import _


def citation(held: Receipt) -> str:
    """The citation of a figure, one line to copy: what, from which texts, which version."""
    parts = [
        f"“{held.title.rstrip('.')}”.",
        held.source,
        _("Data version {version}, code {code}.", version=held.version, code=held.code),
        held.link,
    ]
    return " ".join(part for part in parts if part)


def citations(held: Receipt) -> tuple[str, ...]:
    """How to cite each submission that the figure reads, each once."""
    return tuple(dict.fromkeys(one.citation for one in held.items if one.citation))


def filters(held: Receipt) -> str:
    """The choices of the view in words."""
    chosen = parse_qsl(held.view.partition("?")[2])
    if not chosen:
        return _("none, everything that this figure draws")
    return ", ".join(f"{key}: {value}" for key, value in chosen)

"""A deck with today's numbers and a snapshot go in; a talk comes out, as one HTML file or a PDF."""

from __future__ import annotations

from decks.slides import ResolvedDeck
from export.talk.document import Check, document, made
from export.talk.paper import pages
from facts.store import Snapshot

SUFFIX = "html"
MIME = "text/html"


def write(deck: ResolvedDeck, held: Snapshot, check: Check = lambda: None) -> bytes:
    """The talk as one HTML file, UTF-8: slides, keys, receipts, fonts; it asks for nothing.

    `check` is called before each slide; what it raises ends the work.
    """
    return document(deck, made(deck, held, check), held).encode()


def write_pdf(deck: ResolvedDeck, held: Snapshot) -> bytes:
    """The talk on paper: one slide a page with its source and notes. Raises NoBrowser."""
    return pages(deck.title, made(deck, held))

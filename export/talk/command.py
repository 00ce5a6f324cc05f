"""A deck file and a snapshot go in; the talk as a file on the disk comes out, HTML or PDF."""

from __future__ import annotations

import argparse
import sys

from export.commands import NotMade, read_file, write_files
from export.picture.program import NoBrowser
from export.talk.reading import read_talk
from export.talk.whole import write as as_html
from export.talk.whole import write_pdf
from facts.problems import as_text
from facts.store import Snapshot

MAKERS = {".html": as_html, ".htm": as_html, ".pdf": write_pdf}


def present(asked: argparse.Namespace, held: Snapshot) -> int:
    """Writes the talk; 1 where a slide says that it cannot be shown. Raises NotMade."""
    maker = MAKERS.get(asked.out.suffix.casefold())
    if maker is None:
        raise NotMade(f"{asked.out.name}: a talk is a file .html or .pdf.")
    deck, problems = read_talk(read_file(asked.deck), asked.deck.as_posix(), held)
    if deck is None:
        raise NotMade(as_text(problems), 1)
    try:
        write_files({asked.out: maker(deck, held)})
    except NoBrowser as error:
        raise NotMade(f"{asked.out.name} was not made. {error}", 1) from error
    told = [f"Slide {at}: {said}" for at, one in enumerate(deck.slides, 1) for said in one.missing]
    for line in (as_text(problems), *told):
        if line:
            print(line, file=sys.stderr)
    return 1 if told or problems else 0

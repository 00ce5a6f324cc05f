"""A length and a number of facts go in; a data folder with one submission as long as a book."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from benchmarks import corpora

NAME = "book-2025"
LENGTH = 800_000  # code points: about 300 pages


def write(folder: Path, facts: int = 300, length: int = LENGTH) -> Path:
    """Write a data folder with the five submissions and a long one, its facts evenly spread."""
    corpora.write(folder, 0, 0)
    dice = random.Random(7)
    paragraphs: list[str] = []
    stated, size = [], 0
    for index in range(facts):
        stated.append(corpora._fact(dice, index, paragraphs))
        size += len(paragraphs[-1]) + 2
        while size < length * (index + 1) / facts:
            paragraphs.append(" ".join(dice.choices(corpora.FILLER, k=5)))
            size += len(paragraphs[-1]) + 2
    source = ("\n\n".join(["A book of a member organisation", *paragraphs]) + "\n").encode()
    head = corpora._head(NAME, 1, 2025, hashlib.sha256(source).hexdigest())
    here = folder / "submissions" / NAME
    here.mkdir()
    (here / "source.txt").write_bytes(source)
    (here / "submission.yaml").write_text("\n".join([head, "facts:", *stated]) + "\n")
    return folder

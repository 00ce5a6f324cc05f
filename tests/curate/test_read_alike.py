"""What a card fills in and what the proof reads can never differ, whatever the text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from curate.document_reading import Reading, read
from curate.guess_entries import Number, guess_fact
from curate.validation import Ground, judge_fact
from extract.candidates import Candidate
from extract.documents.read_document import read_bytes
from tests.support.real import real

CORPUS = real().corpus
LABELLED = sorted((Path(__file__).parents[1] / "extract" / "labelled").glob("*.txt"))
READ_FROM_TEXT = ("value", "bound", "language", "value_text", "quote", "occurrence")


def guessed(reading: Reading, one: Candidate) -> Counter[str]:
    """The faults of the fields that are read from the text, as the proof tells them."""
    span = one.sentence_start, one.sentence_end
    number = Number(one.start, one.end, span, one, True)
    fields = guess_fact(reading, number, CORPUS.indicators, one.indicator)
    ground = Ground(reading.source, CORPUS, CORPUS.indicators, "draft")
    typed = {"indicator": "members", "wording": "members", **fields, "id": "a"}
    faults = judge_fact(ground, typed).faults
    return Counter(
        f"{one.text!r} in {one.sentence!r}: {fault.field}: {fault.what}"
        for fault in faults
        if fault.field.split(".")[0] in READ_FROM_TEXT
    )


def disagreements(reading: Reading) -> Counter[str]:
    read_ones = (one for one in reading.candidates if one.value is not None or one.bound == "range")
    return sum((guessed(reading, one) for one in read_ones), Counter())


@pytest.mark.parametrize("file", LABELLED, ids=lambda file: file.stem)
def test_what_a_card_fills_in_is_what_the_proof_reads(file: Path):
    reading = read(read_bytes(file.read_bytes(), file.name), CORPUS)
    assert disagreements(reading) == Counter()


@pytest.mark.parametrize("sub", CORPUS.submissions, ids=lambda sub: sub.head.id)
def test_what_a_card_fills_in_of_the_submissions_is_what_the_proof_reads(sub):
    reading = read(read_bytes(sub.source_text.encode(), "source.txt"), CORPUS)
    assert disagreements(reading) == Counter()

"""The five sources, printed and read back: every quote of the data still stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.documents.read_document import read_bytes
from facts.corpus import Corpus, Sub
from facts.load import load
from language.quotes import SourceText, find_all
from tests.extract.printing import as_docx, as_pdf

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(DATA)


def quotes(sub: Sub) -> list[str]:
    entries = [
        *(placed.fact for placed in sub.facts),
        *(placed.activity for placed in sub.activities),
        *(placed.mention for placed in sub.mentions),
        *(placed.set_aside for placed in sub.set_aside),
        *sub.head.written.evidence,
    ]
    found = [entry.quote for entry in entries]  # type: ignore[attr-defined]
    return found + [also.quote for entry in entries for also in getattr(entry, "also", ())]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_every_quote_stands_in_the_printed_source(corpus, form):
    asked = lost = 0
    for sub in corpus.submissions:
        data = as_pdf(sub.source_text) if form == "pdf" else as_docx(sub.source_text)
        source = SourceText(read_bytes(data, f"printed.{form}").text)
        missing = [quote for quote in quotes(sub) if not find_all(source, quote)]
        asked += len(quotes(sub))
        lost += len(missing)
        assert missing == [], sub.head.id
    assert (asked > 200, lost) == (True, 0)


def test_pages_are_told(corpus):
    sub = corpus.submission("cstd-28-2025")
    document = read_bytes(as_pdf(sub.source_text), "printed.pdf")
    first = document.text.index("129 members in 108 countries")
    assert document.where(first).label == "page 1"
    assert document.where(document.text.index("163 girls")).label == "page 4"
    assert {part.page for part in document.parts} == {1, 2, 3, 4, 5, 6, 7}


def test_heads_and_numbers_of_pages_are_left_out(corpus):
    sub = corpus.submission("cstd-28-2025")
    document = read_bytes(as_pdf(sub.source_text, head="Draft of May"), "printed.pdf")
    assert "Draft of May" not in document.text
    assert "Page numbers and the heads and feet of pages were left out." in document.notes

"""The page of a document beside a card: its leaves, what is lit in it, words marked in it."""

from __future__ import annotations

import re
from typing import Literal

import pytest

from curate.cards import Card, Item
from extract.documents.document import Document, Part
from extract.documents.read_document import read_bytes
from tests.extract.printing import as_pdf
from tests.support.draft import NEXT
from tests.ui.test_tags import parts
from ui.curation.document_page import (
    Leaf,
    find_marked,
    find_words,
    leaf_at,
    leaves,
    page_html,
    spots,
)

TEXT = (
    "# Progress\n\nWith our **network** of 134 members in [111 countries](http://a.b), and 5 of 5 "
    "boards.\n\nIt has 134 members.<sup>1</sup>\n"
)
DOCUMENT = Document("a.md", "markdown", TEXT, (Part(0, None, "Progress", 1),))


def read(made: str) -> str:
    """The words of HTML, as they are read."""
    return " ".join("".join(parts(made).words).split())


def item(
    text: str, standing: Literal["open", "accepted", "rejected"] = "open", at: int = 0
) -> Item:
    """A number of the text above."""
    start = TEXT.index(text, at)
    return Item(
        f"n{start}", start, start + len(text), text, "", (), standing, None, dict, lambda _f: None
    )


def card(name: str, *items: Item) -> Card:
    """A card of these numbers."""
    return Card(name, "numbers", items[0].start, items[-1].end, "", "", None, items, None, "open")


def test_a_pdf_is_cut_into_its_pages():
    document = read_bytes(as_pdf(NEXT * 3), "a.pdf")
    found = leaves(document)
    assert [leaf.label for leaf in found][:2] == ["Page 1", "Page 2"]
    assert found[0].start == 0 and found[-1].end == len(document.text)
    assert [one.end for one in found[:-1]] == [one.start for one in found[1:]]


def test_a_text_without_pages_is_cut_at_paragraphs():
    text = "\n\n".join(f"Paragraph {n} " + "word " * 200 for n in range(20))
    found = leaves(Document("a.txt", "text", text, (Part(0, None, "", 1),)))
    assert len(found) > 3
    assert "".join(text[one.start : one.end] for one in found) == text
    assert all(text[one.start : one.end].startswith("Paragraph") for one in found)
    assert found[1].label == f"Part 2 of {len(found)}"
    assert leaf_at(found, found[2].start) == 2 and leaf_at(found, found[2].start - 1) == 1


def test_an_empty_document_has_one_leaf():
    assert leaves(Document("a.txt", "text", "", ())) == (Leaf(0, 0, "The document"),)


def test_each_number_is_marked_as_it_stands():
    here = card("c1", item("134"), item("111", "accepted"))
    other = card("c2", item("5 of", "rejected"))
    made = page_html(
        DOCUMENT, leaves(DOCUMENT)[0], spots((here, other), here), (here.start, here.end)
    )
    spot = r"<button[^>]*class='a-spot a-(\w+)' data-card='(\w+)'[^>]*><span>(.*?)<"
    found = re.findall(spot, made)
    assert found == [("here", "c1", "134"), ("accepted", "c1", "111"), ("rejected", "c2", "5 of")]
    assert made.count("data-here") == 1
    assert read(made).startswith("Progress With our network of 134 members in 111 countries, and 5")
    assert "aria-label='134: on this card'" in made


def test_the_words_of_a_document_are_escaped():
    text = "<script>alert(1)</script> 7 judges & <img src=x onerror=alert(1)>"
    document = Document("a.txt", "text", text, (Part(0, None, "", 1),))
    made = page_html(document, leaves(document)[0], [], (-1, -1))
    assert "<script" not in made and "<img" not in made and "7 judges &amp;" in made


@pytest.mark.parametrize(
    ("before", "words", "which"),
    [
        ("With our ", "network of 134 members", 0),
        ("With our network of 134 members in ", "111 countries", 0),
        ("With our network of 134 members in 111 countries, and ", "5", 0),
        ("With our network of 134 members in 111 countries, and 5 of ", "5", 1),
    ],
)
def test_marked_words_are_found_where_they_were_marked(before: str, words: str, which: int):
    block = TEXT.index("With")
    place = find_marked(DOCUMENT, {"block": block, "before": before, "text": words})
    assert place is not None
    start, end = place
    ends = [found.span() for found in re.finditer("5", TEXT)]
    if words == "5":
        assert place == ends[which]
    else:
        assert TEXT[start:end].replace("*", "").replace("[", "") == words


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"block": "0", "text": "134"},
        {"block": -1, "text": "134"},
        {"block": 10**9, "text": "134"},
        {"block": 0, "text": "not there"},
        {"block": 0, "text": ""},
        {"block": 0, "text": 5},
    ],
)
def test_what_does_not_fit_is_refused(told: dict[str, object]):
    assert find_marked(DOCUMENT, told) is None


def test_typed_words_are_found_however_they_are_spaced():
    places = find_words(DOCUMENT, "  134\n members ")
    assert [TEXT[start:end] for start, end in places] == ["134 members", "134 members"]
    assert find_words(DOCUMENT, " ") == []
    assert find_words(DOCUMENT, "(134)") == []

"""The parts of a long source: together they are all of it, and no word or number is cut."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest

from benchmarks import corpora
from facts.corpus import Sub
from tests.support.small import Said, submission
from tests.support.thousand import thousand
from ui.evidence.reading_view import (
    LONGEST,
    MOST,
    PART,
    Marked,
    nearest,
    parts,
    reading_place,
    shape,
    whole_text,
)

DAY = ("2020-01-02", "2020-01-02")


def book(facts: int = 40) -> Sub:
    """A source of some parts, with facts all over it."""
    filler = " ".join(corpora.FILLER * 6)
    said = []
    for at in range(facts):
        more = {"section": f"part {at}"}
        sentence = f"In year {at} we had {1_000 + at:,} members."
        said.append(Said("members", 1_000 + at, sentence, f"{1_000 + at:,}", f"m{at}", more=more))
        said.append(Said("members", 5, f"{filler} We also had 5 in town {at}.", "5", f"t{at}"))
    return submission("Book", DAY, *said)


def test_the_parts_are_the_source_without_gap_or_overlap():
    source = book().source_text
    known = parts(source)
    blocks = [block for part in known.blocks for block in part]
    assert len(known.blocks) > 5
    assert blocks[0][0] == 0 and blocks[-1][1] == len(source)
    assert all(one[1] == other[0] for one, other in pairwise(blocks))
    assert max(sum(end - start for start, end in part) for part in known.blocks) <= PART + LONGEST
    assert [part[0][0] for part in known.blocks] == list(known.starts)


def test_the_parts_put_together_are_the_reading_view():
    sub = book()
    known, made = parts(sub.source_text), shape(sub.source_text)
    marked = Marked(sub.source_text, sub.facts, None, made.visible)
    whole = "".join(marked.html(part) for part in known.blocks)
    body = re.search("<div class='f-body'>(.*)</div></div>$", whole_text(sub, sub.facts, None))
    assert body is not None and whole == body[1]


def test_each_fact_is_in_the_part_that_is_sent_for_it():
    sub = book()
    known = parts(sub.source_text)
    marked = Marked(sub.source_text, sub.facts, None, shape(sub.source_text).visible)
    for placed in sub.facts:
        part = known.blocks[known.at(reading_place(placed))]
        assert f"id='at-{placed.fact.id}'" in marked.html(part)


@pytest.mark.parametrize("between", [" ", "\n", ", "])
def test_a_paragraph_as_long_as_a_book_is_cut_between_words_and_never_in_a_number(between: str):
    dice = random.Random(5)
    words = [dice.choice(["members", "of the network.", "in 23 090 places", "1 000 000"])
             for _at in range(9_000)]  # fmt: skip
    source = between.join(words)
    blocks = [block for part in parts(source).blocks for block in part]
    assert "".join(source[start:end] for start, end in blocks) == source
    assert max(end - start for start, end in blocks) <= LONGEST
    for _start, end in blocks[:-1]:
        assert source[end - 1].isspace()
        assert not re.search(r"\d\s+$", source[:end][-4:]) or not source[end].isdigit()


def test_text_without_any_space_is_still_sent_in_parts():
    source = "a" * 50_000
    blocks = [block for part in parts(source).blocks for block in part]
    assert "".join(source[start:end] for start, end in blocks) == source
    assert len(parts(source).blocks) > 2
    assert parts("").blocks == ((),)


def test_what_is_asked_for_is_bounded_whatever_is_asked():
    known = parts(book().source_text)
    last = len(known.blocks) - 1
    assert list(known.asked(2, 3)) == [2, 3]
    assert list(known.asked(0, 10**9)) == list(range(MOST))
    assert list(known.asked(10**9, 10**9)) == [last]
    assert list(known.asked(3, 1)) == [3]
    assert list(known.around(0)) == [0, 1] and list(known.around(last)) == [last - 1, last]


def test_the_facts_listed_are_those_around_the_place():
    facts = list(thousand().corpus.facts())[:100]
    assert nearest(facts, 0, 30) == range(0, 30)
    assert nearest(facts, 50, 30) == range(35, 65)
    assert nearest(facts, 99, 30) == range(70, 100)
    assert nearest(facts[:10], 9, 30) == range(0, 10)

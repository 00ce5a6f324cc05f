"""What earlier texts hold already: told as if each were read again, from what is kept of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from extract.draft_check import check_draft
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.corpus import Corpus, Sub
from facts.fact_index import MOST, facts_of, gathered, stated
from language.plain_text import normalise
from tests.support.real import real
from tests.support.thousand import thousand

BOTH = pytest.mark.parametrize("held", [real().corpus, thousand().corpus], ids=["real", "1,000"])


def shingles(text: str) -> set[tuple[str, ...]]:
    """Every four words that follow one another."""
    words = re.findall(r"\w+", normalise(text).text.lower())
    return {tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))}


def read_again(corpus: Corpus, text: str, sentence: str) -> tuple[Sub | None, float]:
    """The same by reading every earlier text, newest first."""
    wanted = shingles(sentence)
    best: tuple[Sub | None, float] = (None, 0.0)
    for sub in reversed(corpus.submissions):
        if normalise(sub.source_text).text != normalise(text).text:
            share = len(wanted & shingles(sub.source_text)) / len(wanted)
            best = (sub, share) if share > best[1] else best
    return best


@BOTH
def test_the_nearest_is_the_newest_of_those_that_share_most(held: Corpus):
    text = held.submissions[1].source_text
    earlier = Earlier(held, text)
    sentences = [one for one in re.split(r"(?<=\.)\s+", normalise(text).text) if len(one) > 60]
    for sentence in sentences[:12]:
        found, share = earlier.nearest(sentence)
        wanted, so_much = read_again(held, text, sentence)
        assert (found and found.head.id, share) == (wanted and wanted.head.id, so_much)


def test_progress_is_told_to_the_end_and_what_is_kept_is_read_once():
    subs = tuple(replace(sub) for sub in real().corpus.submissions)  # never read before
    corpus = replace(real().corpus, submissions=subs)
    told: list[float] = []
    Earlier(corpus, "", told.append)
    assert told == [0.2, 0.4, 0.6, 0.8, 1.0]
    told.clear()
    Guesser(corpus, told.append)
    assert told == [0.2, 0.4, 0.6, 0.8, 1.0]
    Guesser(corpus, told.append)
    assert len(told) == 5


@BOTH
def test_what_was_stated_is_what_the_facts_say_in_their_order(held: Corpus):
    for name in held.indicators:
        facts = [placed for placed in held.facts() if placed.fact.indicator == name]
        short = stated(held, name)
        assert [one.ref for one in short] == [placed.ref for placed in facts]
        assert [one.value for one in short] == [placed.fact.value for placed in facts]
        assert facts_of(held, name) == facts[-MOST:]
        assert facts_of(held, name, 1) == facts[-1:]
        most = max(
            (sum(p.fact.indicator == name for p in sub.facts) for sub in held.submissions),
            default=0,
        )
        assert gathered(held).most.get(name, 0) == most
    assert stated(held, None) == stated(held, "no such indicator") == ()


def test_no_corpus_and_no_earlier_text_hold_nothing():
    for earlier in (Earlier(None), Earlier(replace(real().corpus, submissions=()))):
        assert earlier.nearest("one two three four five six seven") == (None, 0.0)
    assert check_draft([], replace(real().corpus, submissions=()), "")[0] == []
    assert Guesser(None).guess("129 members", "129 members", "members") == ()

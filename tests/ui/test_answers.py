"""The box "Which number do I say?": what it answers, and what it warns of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from ui.answers import Answer, age, answer, best, plain, search, sentence

from facts.model import Question
from tests.support.real import real
from tests.support.small import (
    HOSTILE,
    LIKE_THE_REAL_ONES,
    Said,
    corpus,
    countries,
    indicator,
    members,
    rows,
)
from tests.support.small import submission as a_submission

TODAY = date(2026, 11, 22)


def ask(words: str) -> Answer | None:
    """The answer from the real facts."""
    held = real()
    return answer(words, held.frame, held.corpus, TODAY)


def says(found: Answer | None) -> dict[str, str]:
    """Every fact that an answer offers or warns of, as it may be said."""
    assert found is not None
    frame = real().frame.set_index("ref")["says"]
    refs = (*found.facts, *(ref for ref, _why in found.not_instead), *found.nearest)
    return {ref: frame[ref] for ref in refs}


def test_countries():
    found = ask("countries")
    assert found is not None
    assert found.asked == "Countries"
    assert found.sentence == "129 members in 108 countries (15 November 2024)"
    assert found.facts == ("cstd-28-2025/network-members", "cstd-28-2025/network-countries")
    assert found.age == "This figure is 2 years old; no newer one is stated in a submission."
    assert found.nearest == ()
    assert says(found) == {
        "cstd-28-2025/network-members": "129",
        "cstd-28-2025/network-countries": "108",
        "cstd-28-2025/workshop-countries": "143",
        "cstd-28-2025/voice-countries": "15",
        "cstd-28-2025/poll-countries": "15",
    }
    assert all(why for _ref, why in found.not_instead)


def test_children_reached_is_not_stated_and_offers_the_nearest():
    found = ask("children reached")
    assert found == Answer(
        asked="Children reached",
        sentence="Not stated in any submission",
        facts=(),
        age="",
        not_instead=(),
        nearest=(
            "cstd-28-2025/voice-children",
            "cstd-28-2025/consultation-participants",
            "cstd-28-2025/voice-caregivers",
        ),
    )
    assert says(found) == {
        "cstd-28-2025/voice-children": "almost 500",
        "cstd-28-2025/consultation-participants": "163",
        "cstd-28-2025/voice-caregivers": "over 6,000",
    }


def test_workshops_keep_their_over():
    found = ask("workshops")
    assert found is not None
    assert found.sentence == (
        "8 workshops, over 551 participants, 260 organisations from 143 countries "
        "(March 2023 to September 2024)"
    )


def test_a_share_is_said_with_its_sign_once():
    found = ask("prevalence")
    assert found is not None
    assert found.sentence.startswith("1 to 20%") and "percent" not in found.sentence


def test_a_share_without_words_of_its_own_is_said_with_its_label():
    share = indicator("share", "percent", "percent", kind="share", label={"en": "Children asked"})
    said = Said("share", 20, "20% of children", "20%")
    held = corpus(a_submission("A", ("2018-01-02",) * 2, said), indicators=(share,))
    assert sentence([rows(held).iloc[0]], held) == "20%: children asked (2 January 2018)"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("COUNTRIES", "Countries"),
        ("In how many countries are you?", "Countries"),
        ("  countries  ", "Countries"),
        ("côuntries", "Countries"),
        ("How many kids?", "Children reached"),
        ("number of children helped", "Children reached"),
        ("members " * 500, "Members"),
    ],
)
def test_the_question_is_found_in_whatever_was_typed(words: str, asked: str):
    found = ask(words)
    assert found is not None and found.asked == asked


@pytest.mark.parametrize("words", ["", "   ", "?!", "\u200b", "— …"])
def test_no_word_is_no_question(words: str):
    assert ask(words) is None


def test_unknown_words_are_not_answered_with_a_guess():
    assert ask("zebra crossings") == Answer(
        asked="zebra crossings",
        sentence="Not stated in any submission",
        facts=(),
        age="",
        not_instead=(),
        nearest=(),
    )


def test_words_of_a_fact_that_no_question_names_offer_that_fact():
    found = ask("gaming industry")
    assert found is not None
    assert found.facts == () and "cstd-28-2025/round-tables" in found.nearest


@pytest.mark.parametrize(
    "words", [HOSTILE, "<script>alert(1)</script>", "{0} {__class__}", "(.*)+$" * 30, "\x00 \ud83d"]
)
def test_hostile_words_are_words(words: str):
    found = ask(words)
    assert found is None or (found.facts == () and found.asked == words.strip())


def test_a_word_inside_another_word_is_not_that_word():
    questions = real().corpus.questions
    assert best("remembers", questions) is None
    assert best("the members", questions) is not None


def question(name: str, *words: str, answers: tuple[str, ...] = ()) -> Question:
    """A question with these words."""
    return Question.model_validate(
        {"id": name, "label": {"en": name}, "words": {"en": words}, "answer": answers}
    )


def test_the_longest_phrase_wins_and_of_equal_ones_the_first():
    short, long = question("a", "members"), question("b", "members of boards")
    assert best("members of boards", (short, long)) is long
    assert best("members", (short, question("c", "members"))) is short
    assert best("nothing of it", (short, long)) is None


def test_words_are_compared_without_case_accents_and_punctuation():
    assert plain("  Été, d'ANNÉE — 20%! ") == "ete d annee 20 %"


def test_the_search_ranks_by_words_held():
    found = search("girls consulted in Kenya", real().frame)
    assert found[0] == "cstd-28-2025/consultation-participants"
    assert search("of in at", real().frame) == ()


def test_an_answer_never_names_a_fact_that_is_not_there():
    asked = Question.model_validate(
        {
            "id": "size",
            "label": {"en": "Size"},
            "words": {"en": ("size",)},
            "answer": ("members",),
            "not_instead": ({"fact": "gone/gone", "because": {"en": "it is gone"}},),
            "nearest": ("gone/gone", "fifth-2025/members"),
        }
    )
    held = LIKE_THE_REAL_ONES
    held = replace(held, questions=(asked,))
    found = answer("size", rows(held), held, TODAY)
    assert found is not None
    assert found.sentence == "129 members (15 November 2024)" and found.not_instead == ()
    empty = answer("size", rows(held).head(0), held, TODAY)
    assert empty is not None and empty.facts == () and empty.nearest == ()


def test_numbers_of_different_moments_keep_each_its_own():
    held = corpus(
        a_submission("A", ("2018-01-02", "2018-01-02"), countries(93)),
        a_submission("B", ("2024-11-15", "2024-11-15"), members(129)),
    )
    lands, many = rows(held).iloc[0], rows(held).iloc[1]
    assert sentence([many, lands], held) == (
        "129 members (15 November 2024), in 93 countries (2 January 2018)"
    )


def test_one_is_said_in_the_singular():
    held = corpus(a_submission("A", ("2018-01-02", "2018-01-02"), members(1)))
    assert sentence([rows(held).iloc[0]], held) == "1 member (2 January 2018)"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2024-11-15", "This is the newest figure stated, less than two months old."),
        ("2025-01-13", "This is the newest figure stated, less than two months old."),
        ("2025-01-14", "This figure is 2 months old."),
        ("2025-11-14", "This figure is 12 months old."),
        (
            "2025-11-15",
            "This figure is 1 year old; no newer one is stated in a submission.",
        ),
        (
            "2026-12-22",
            "This figure is 2 years and 1 month old; no newer one is stated in a submission.",
        ),
    ],
)
def test_the_age_in_words(today: str, words: str):
    held = corpus(a_submission("A", ("2024-11-15", "2024-11-15"), members(129)))
    assert age(rows(held).iloc[0], date.fromisoformat(today)) == words


def test_no_age_without_a_date():
    held = corpus(
        a_submission("A", ("2024-11-15", "2024-11-15"), members(9, time={"as_of": "not_stated"}))
    )
    assert age(rows(held).iloc[0], TODAY) == ""

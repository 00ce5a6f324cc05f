"""Which number to say: a table of questions with their whole answers; what may never be said."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from answers.answer import ANSWERED, Answer, answer, as_json, as_lines
from answers.phrasing import age, sentence
from answers.question import plain_words, read_question
from answers.retrieval import closest_word, find_topic
from facts.__main__ import main
from facts.vocabulary import Question
from tests.support.real import DATA, real
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
from ui.overview import answer_html
from ui.widgets.html import text as escaped

TODAY = date(2026, 11, 22)
TABLE: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "questions.json").read_text(encoding="utf-8")
)
EACH = pytest.mark.parametrize("row", TABLE, ids=lambda row: row["ask"])
NEWEST = "129 members in 108 countries (15 November 2024)"


def ask(words: str) -> Answer:
    """The answer from the real facts."""
    held = real()
    return answer(words, held.frame, held.corpus)


def test_the_table_is_long_enough_and_knows_every_kind():
    assert len(TABLE) == len({row["ask"] for row in TABLE}) >= 60
    assert {row["kind"] for row in TABLE} == {
        *ANSWERED, "not_stated", "no_such_word", "no_question"
    }  # fmt: skip


@EACH
def test_a_question_has_this_whole_answer(row: dict[str, Any]):
    made = ask(row["ask"]).as_json()
    sources = made.pop("sources")
    made["passages"] = [one["submission"] for one in sources if "passage" in one]
    assert {"ask": row["ask"], **made} == row
    frame = real().frame.set_index("ref")
    quotes = [(one["submission"], one["quote"]) for one in sources if "quote" in one]
    stated = [(ref.partition("/")[0], frame.loc[ref, "quote"]) for ref in row["facts"]]
    assert quotes == list(dict.fromkeys(stated))


@EACH
def test_the_page_and_the_command_say_the_same(
    row: dict[str, Any], capsys: pytest.CaptureFixture[str]
):
    held = real()
    code = main(["answer", "--data", str(DATA), "--json", "--", row["ask"]])
    told = json.loads(capsys.readouterr().out)
    assert code == (0 if told["kind"] in ANSWERED else 3)
    assert set(told) == {"say", "kind", "facts", "sources", "took_as", "did_you_mean"}
    page = answer_html(answer(row["ask"], held.frame, held.corpus), held)
    assert f"<div class='f-said'>{escaped(told['say'])}</div>" in page
    for ref in told["facts"]:
        assert f'data-fact="{ref}"' in page
    for one in told["sources"]:
        if "passage" in one:
            assert escaped(one["passage"]) in page
    assert escaped(told["took_as"] or "") in page
    assert all(f"data-fact='ask:{escaped(one)}'" in page for one in told["did_you_mean"])


@EACH
def test_what_is_said_of_words_and_sources_is_so(row: dict[str, Any]):
    """Words that “occur in no submission” do not; a number of others is never a nearest one."""
    if row["kind"] == "no_such_word":
        missing = row["say"].split("“")[1:]
        texts = [f" {plain_words(sub.source_text)} " for sub in real().corpus.submissions]
        for word in (plain_words(part.partition("”")[0].rstrip("…")) for part in missing):
            assert not any(f" {word} " in text for text in texts), word
    scopes = dict(zip(real().frame["ref"], real().frame["scope"], strict=True))
    if row["kind"] not in ("said_by_others", "passages"):
        assert "world" not in {scopes[ref] for ref in row["facts"]}


@pytest.mark.parametrize("word", ["Kenya", "Africa", "Thailand", "2021", "staff", "survivors"])
def test_a_word_that_stands_in_a_source_is_shown_there(word: str):
    found = ask(word)
    assert "in any submission" not in found.say or found.took_as
    texts = " ".join(one.text for one in found.sources).casefold()
    assert word.casefold() in texts or found.kind == "stated"


def test_lines_and_object_are_one_answer():
    found = ask("membrs")
    assert as_lines(found) == ("The word “membrs” occurs in no submission.\nDid you mean: members?")
    assert json.loads(as_json(found))["did_you_mean"] == ["members"]
    lines = as_lines(ask("members in 2018")).splitlines()
    assert lines == [
        "103 members in 93 countries (October 2017 to May 2018, inferred)",
        "Facts: cstd-21-2018/network-members, cstd-21-2018/network-countries",
        "- “Today, 103 ECPAT members across 93 countries” (ECPAT International, submission to the "
        "Commission on Science and Technology for Development (CSTD), twenty-first session, "
        "undated, between October 2017 and May 2018.)",
    ]


def test_the_newest_answer_tells_its_age_and_what_not_to_say():
    found = ask("countries")
    assert found.say == NEWEST
    held = real()
    row = held.frame[held.frame["ref"] == found.facts[0]].iloc[0]
    assert found.newest and age(row, TODAY) == (
        "This figure is 2 years old; no newer one is stated in a submission."
    )
    assert [ref for ref, why in found.not_instead if why] == [
        "cstd-28-2025/workshop-countries",
        "cstd-28-2025/voice-countries",
        "cstd-28-2025/poll-countries",
    ]
    assert ask("countries in 2018").not_instead == () and not ask("countries in 2018").newest


@pytest.mark.parametrize("words", ["", "   ", "?!", "\u200b", "— …", "(.*)+$" * 30])
def test_no_word_is_no_question(words: str):
    assert ask(words).kind == "no_question"


@pytest.mark.parametrize(
    "words",
    [
        HOSTILE,
        "<script>alert(1)</script>",
        "{0} {__class__}",
        "\x00 \ud83d",
        "x" * 10_000,
        "members " * 1_250,
        "?!;–" * 2_500,
        "عربي مرحبا " * 900,
        "<b onclick='x'>" * 700,
        "ab cd ef gh ij kl " * 500,
        "membrs coutries kenia wrkshops parisipants chidren gilrs pol " * 150,
    ],
)  # fmt: skip
def test_whatever_is_typed_is_answered_in_bounded_time_and_stays_words(words: str):
    held = real()
    ask("zebra")  # what is kept for all questions is made once
    began = time.process_time()
    found = ask(words)
    assert time.process_time() - began < 0.1
    page = answer_html(found, held)
    assert found.say and len(found.say) < 1_000
    assert "<script" not in page and "<img" not in page and "<b " not in page


def small(*said: Said, name: str = "CSTD 2018", when: str = "2018-03-01") -> Any:
    """A submission of one day that says these things."""
    return a_submission(name, (when, when), *said)


def test_no_change_from_or_to_a_bound():
    held = corpus(
        small(members(100, bound="more_than", sentence="we have over 100 members.")),
        small(members(129), name="CSTD 2024", when="2024-11-15"),
    )
    found = answer("growth", rows(held), held)
    assert found.kind == "not_stated"
    assert (
        found.say == "Members and Countries: no change can be said. “over 100” is no exact number."
    )


def test_a_change_since_a_year_begins_in_that_year():
    held = corpus(
        small(members(100)),
        small(members(110), name="CSTD 2020", when="2020-03-01"),
        small(members(129), name="CSTD 2024", when="2024-11-15"),
    )
    said = {
        words: answer(words, rows(held), held).say
        for words in ("growth", "growth since 2020", "growth between 2018 and 2020")
    }
    assert said == {
        "growth": "From 100 members (March 2018) to 129 (November 2024)",
        "growth since 2020": "From 110 members (March 2020) to 129 (November 2024)",
        "growth between 2018 and 2020": "From 100 members (March 2018) to 110 (March 2020)",
    }


def test_a_submission_that_could_not_be_read_is_told():
    held = replace(LIKE_THE_REAL_ONES, left_out=("broken",))
    found = answer("zebra", rows(held), held)
    assert found.say == (
        "The word “zebra” occurs in no submission. 1 submission could not be read."
    )


def test_a_word_that_a_line_broke_or_a_hyphen_hid_is_found():
    said = Said("members", 3, "our 3 mem-\nbers co\u00adoperate in Caf\u00e9s.", "3")
    held = corpus(small(said))
    for word in ("members", "cooperate", "cafe", "CAFÉ"):
        assert "occurs in no" not in answer(word, rows(held), held).say
    assert answer("operat", rows(held), held).kind == "no_such_word"


def question(name: str, *words: str, answers: tuple[str, ...] = ()) -> Question:
    """A question with these words."""
    return Question.model_validate(
        {"id": name, "label": {"en": name}, "words": {"en": words}, "answer": answers}
    )


def asks(words: str, *questions: Question) -> str:
    """The label of the question that these words lead to; empty for none."""
    held = replace(LIKE_THE_REAL_ONES, questions=questions, indicators={})
    found = find_topic(read_question(words, held), held)
    return found.label if found else ""


def test_the_question_that_holds_most_words_wins_and_of_equal_ones_the_first():
    short, long = question("a", "members"), question("b", "members of boards")
    assert asks("members of boards", short, long) == "b"
    assert asks("members", short, question("c", "members")) == "a"
    assert asks("remembers", short) == ""
    assert asks("nothing of it", short, long) == ""


def test_words_are_compared_without_case_accents_and_punctuation():
    assert plain_words("  Été, d'ANNÉE — 20%! ") == "ete d annee 20 %"


def test_a_slip_is_told_from_another_word():
    known = {"members": "members", "membres": "membres", "kenya": "Kenya"}
    assert [closest_word(word, known) for word in ("membrs", "keyna", "zebra", "men")] == [
        "members", "Kenya", "", ""
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["activities", "activités", "actividades"])
def test_activities_are_whatever_was_done_in_the_place(word: str):
    found = ask(f"{word} in Kenya")
    assert found.answered and "cstd-28-2025/workshops" in found.facts


def test_an_answer_never_names_a_fact_that_is_not_there():
    size = Question.model_validate(
        {
            "id": "size",
            "label": {"en": "Size"},
            "words": {"en": ("size",)},
            "answer": ("members",),
            "not_instead": ({"fact": "gone/gone", "because": {"en": "it is gone"}},),
        }
    )
    none = size.model_copy(update={"answer": (), "nearest": ("gone/gone", "fifth-2025/members")})
    held = replace(LIKE_THE_REAL_ONES, questions=(size,))
    found = answer("size", rows(held), held)
    assert found.say == "129 members (15 November 2024)" and found.not_instead == ()
    empty = answer("size", rows(held).head(0), held)
    assert (empty.kind, empty.facts) == ("not_stated", ())
    near = replace(held, questions=(none,))
    assert answer("size", rows(near), near).facts == ("fifth-2025/members",)


def test_a_share_without_words_of_its_own_is_said_with_its_label():
    share = indicator("share", "percent", "percent", kind="share", label={"en": "Children asked"})
    said = Said("share", 20, "20% of children", "20%")
    held = corpus(a_submission("A", ("2018-01-02",) * 2, said), indicators=(share,))
    assert sentence([rows(held).iloc[0]], held) == "20%: children asked (2 January 2018)"


def test_numbers_of_different_moments_keep_each_its_own():
    held = corpus(
        a_submission("A", ("2018-01-02", "2018-01-02"), countries(93)),
        a_submission("B", ("2024-11-15", "2024-11-15"), members(129)),
    )
    lands, many = rows(held).iloc[0], rows(held).iloc[1]
    assert sentence([many, lands], held) == (
        "129 members (15 November 2024), in 93 countries (2 January 2018)"
    )


def test_what_two_submissions_state_is_not_joined_to_one_phrase():
    when = ("2024-11-15", "2024-11-15")
    held = corpus(a_submission("A", when, countries(60)), a_submission("B", when, members(140)))
    lands, many = rows(held).iloc[0], rows(held).iloc[1]
    assert sentence([many, lands], held) == "140 members; in 60 countries (15 November 2024)"


def test_two_sizes_of_one_day_are_both_said():
    held = corpus(
        small(members(100), name="A", when="2024-11-15"),
        small(members(250), name="B", when="2024-11-15"),
    )
    said = answer("members", rows(held), held).say
    assert "100" in said and "250" in said, said


def test_another_definition_is_said_in_its_own_words():
    held = corpus(small(members(122, wording="members and partners"), countries(100)))
    assert sentence([rows(held).iloc[0]], held) == "122 members and partners (1 March 2018)"


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
        ("2025-11-15", "This figure is 1 year old; no newer one is stated in a submission."),
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

"""Cards: what a document says, as it is offered, decided and opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from curate import review_session
from curate.errors import NotSaved, Refused
from tests.curate.helping import TEXT, again, card, desk_of, now, real_data, with_line


@pytest.fixture
def desk(tmp_path: Path):
    return desk_of(real_data(tmp_path))


def test_the_numbers_of_a_sentence_are_one_card(desk):
    assert [(one.kind, [item.text for item in one.items]) for one in desk.cards[:6]] == [
        ("numbers", ["131", "110"]),
        ("numbers", ["6", "420"]),
        ("numbers", ["Three"]),
        ("numbers", ["12,500"]),
        ("numbers", ["47"]),
        ("numbers", ["131"]),
    ]
    assert [one.kind for one in desk.cards[6:]] == ["activity"] * 2
    first = desk.cards[0]
    assert TEXT[first.start : first.end].startswith("Today our network of 131")
    assert TEXT[first.items[1].start : first.items[1].end] == "110"
    assert first.where == "Who we are, paragraph 1"


def test_each_number_comes_filled_in_as_a_fact(desk):
    items = {item.text: item for one in desk.cards[:6] for item in one.items}
    assert items["420"].fields == {
        "id": "workshop-participants",
        "indicator": "workshop_participants",
        "value": 420,
        "bound": "more_than",
        "wording": "participants",
        "scope": "own",
        "time": {"from": "2025-01", "to": "2025-03"},
        "value_text": "420",
        "quote": "From January to March 2025, we organised 6 regional workshops in Kenya, Nepal, "
        "Peru, Togo, Fiji and Malta, bringing together over 420 participants",
        "section": "What we did, paragraph 1",
    }
    assert items["6"].fields["places"] == {
        "role": "host", "list": ["KEN", "NPL", "PER", "TGO", "FJI", "MLT"], "complete": True
    }  # fmt: skip
    assert items["Three"].fields["value"] == 3
    assert all(
        review_session.check_fact(desk, item.fields, item.id).allowed
        for text, item in items.items()
        if text != "12,500"
    )


def test_dated_events_come_filled_in_as_activities(desk):
    fields = desk.cards[7].items[0].fields
    assert fields == {
        "id": "meeting-ken-2025",
        "title": "Meeting in Nairobi, May 2025",
        "kind": "meeting",
        "scope": "own",
        "time": {"on": "2025-05"},
        "places": [{"city": "Nairobi", "country": "KEN"}],
        "quote": "In May 2025, we met in Nairobi, Kenya, with partners of the alliance",
        "section": "What we did, paragraph 2",
    }
    assert review_session.check_activity(desk, fields).allowed
    assert [one.items[0].fields["title"] for one in desk.cards[6:]] == [
        "Workshop in 6 countries, January to March 2025",
        "Meeting in Nairobi, May 2025",
    ]


def test_what_is_no_claim_is_listed_with_its_class(desk):
    left = {(one.text, one.class_) for one in desk.left_out}
    assert left >= {("2006", "document_symbol"), ("one", "pronoun"), ("2030", "deadline")}
    assert all(TEXT[one.start : one.end] == one.text for one in desk.left_out)


def test_the_head_is_guessed_whole_and_sound(desk):
    assert desk.head["id"] == "cstd-29-2026"
    assert desk.head["session"] == {
        "number": 29, "from": "2026-04-13", "to": "2026-04-17", "basis": "stated"
    }  # fmt: skip
    assert desk.head["reports_on"] == {"from": "2025", "to": "2025", "basis": "stated"}
    assert desk.head["title"].endswith("29th session")
    assert review_session.check_head(desk, desk.head) == ()


def test_accept_takes_all_open_numbers_of_a_card_in_one_step(desk):
    after = review_session.accept(desk, "c244")
    assert [item.standing for item in card(after, "c244").items] == ["accepted", "accepted"]
    assert after.progress == (1, 8)
    assert now(after).id == "c422"
    assert now(review_session.undo(after)).id == "c244"


def test_accept_is_refused_while_a_proof_fails_and_says_of_which_number(desk):
    fields = {"n280": {**desk.cards[0].items[1].fields, "value": 111}}
    with pytest.raises(Refused) as refused:
        review_session.accept(desk, "c244", fields)
    [fault] = refused.value.faults
    assert fault.field == "value"
    assert fault.what == "110: the value is 111, but '110' in the quote reads as 110."
    assert again(desk).work.lines == ()


def test_one_number_of_a_card_is_accepted_the_other_set_aside(desk):
    after = review_session.accept(desk, "c244", rejected={"n280": "no_claim"})
    found = card(after, "c244")
    assert [item.standing for item in found.items] == ["accepted", "rejected"]
    assert found.items[1].rejected_as == "no_claim"
    assert found.standing == "done"


def test_two_numbers_of_one_card_may_not_share_an_id(desk):
    fields = {item.id: {**item.fields, "id": "same"} for item in desk.cards[0].items}
    with pytest.raises(Refused, match="given to two numbers of this card"):
        review_session.accept(desk, "c244", fields)


def test_a_number_that_states_a_fact_again_becomes_its_second_place(desk):
    assert card(desk, "c824").items[0].again is None
    after = review_session.accept(desk, "c244")
    [item] = card(after, "c824").items
    assert item.again == "network-members"
    assert review_session.check_again(after, item.fields, item.again).allowed
    after = review_session.accept(after, "c824")
    assert list(after.state.facts) == ["n265", "n280"]
    assert after.state.again["n839"]["fact"] == "network-members"
    assert card(after, "c824").items[0].standing == "accepted"
    # Without the fact that it repeats, it is open again.
    line = {"do": "decide", "card": "c244", "rejected": {"n265": {"class": "no_claim"}}}
    assert card(with_line(after, line), "c824").standing == "open"


def test_a_skipped_card_comes_again_when_the_others_are_done(desk):
    after = review_session.skip(review_session.skip(desk, "c244"), "c422")
    assert now(after).id == "c570"
    for one in desk.cards[2:]:
        after = review_session.reject(after, one.id)
    assert now(after).id == "c244"
    after = review_session.accept(after, "c244")
    assert now(after).id == "c422"
    after = review_session.reject(after, "c422")
    assert after.current is None
    assert after.progress == (8, 8)


def test_a_card_opened_again_has_the_fields_as_accepted(desk):
    fields = {"n265": {**desk.cards[0].items[0].fields, "note": "Mine."}}
    after = review_session.reopen(review_session.accept(desk, "c244", fields), "c244")
    assert now(after).id == "c244"
    assert now(after).items[0].fields["note"] == "Mine."
    assert now(after).items[0].standing == "open"
    assert after.state.facts == {}


def test_words_marked_by_hand_become_a_card(desk):
    at = TEXT.index("14 of")
    after = review_session.mark(desk, at - 1, at + 3)
    assert (now(after).kind, now(after).id) == ("by_hand", f"m{at}")
    assert [item.text for item in now(after).items] == ["14"]
    assert [one.text for one in after.left_out if one.text == "14"] == []
    assert after.progress == (0, 9)
    # A count of our own: no number stands in the words.
    start, end = TEXT.index("Kenya, Nepal, Peru"), TEXT.index("Malta") + len("Malta")
    names = ["Kenya", "Nepal", "Peru", "Togo", "Fiji", "Malta"]
    after = review_session.mark(after, start, end)
    [item] = now(after).items
    fields = {
        **item.fields, "indicator": "workshop_countries", "value": 6, "bound": "exact",
        "counted": names, "wording": "countries",
    }  # fmt: skip
    after = review_session.accept(after, now(after).id, {item.id: fields})
    assert after.state.facts[item.id]["counted"] == names


def test_a_number_that_is_on_a_card_is_not_marked_twice(desk):
    after = review_session.mark(review_session.accept(desk, "c244"), 280, 283)
    assert now(after).id == "c244"
    assert [item.standing for item in now(after).items] == ["accepted", "open"]
    assert len(after.cards) == len(desk.cards)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-4, 3), (10**6, 10**6 + 5)])
def test_nothing_marked_is_said(desk, start: int, end: int):
    with pytest.raises(NotSaved, match="No words are marked"):
        review_session.mark(desk, start, end)


def test_a_number_left_out_is_called_back_or_given_another_class(desk):
    [one] = [one for one in desk.left_out if one.text == "14"]
    after = with_line(desk, {"do": "class", "item": one.id, "class": "name"})
    assert {x.text: x.class_ for x in after.left_out}["14"] == "name"
    after = review_session.call_back(after, one.id)
    assert now(after).items[0].text == "14"
    for gone in ("n1", one.id):
        with pytest.raises(NotSaved, match="not left out"):
            review_session.call_back(after, gone)


def test_a_new_indicator_can_be_used_at_once(desk):
    fields = review_session.new_indicator(
        "App openings", "opening", "openings", "Times the app was opened.", "flow", "research",
        "times", taken=desk.indicators,
    )  # fmt: skip
    assert fields["id"] == "app_openings"
    after = review_session.add_indicator(review_session.reopen(desk, "c673"), fields)
    assert now(after).id == "c673"
    guess = review_session.guess_as(after, "n714", "app_openings")
    assert (guess["id"], guess["indicator"], guess["wording"]) == (
        "app-openings", "app_openings", "times"
    )  # fmt: skip
    assert card(review_session.accept(after, "c673", {"n714": guess}), "c673").standing == "done"
    with pytest.raises(Refused, match="already"):
        review_session.add_indicator(after, fields)
    with pytest.raises(Refused, match="is not a group"):
        review_session.add_indicator(desk, {**fields, "group": "nowhere"})


def test_a_wording_is_ruled_on_the_card(desk):
    item = card(desk, "c673").items[0]
    fields = review_session.guess_as(desk, item.id, "platform_misuse")
    [fault] = review_session.check_fact(desk, fields, item.id).faults
    assert (fault.field, "is not a wording" in fault.what) == ("wording", True)
    after = review_session.rule_wording(desk, "platform_misuse", "times", "differs")
    assert review_session.check_fact(
        after, review_session.guess_as(after, item.id, "platform_misuse")
    ).allowed
    with pytest.raises(Refused, match="is not an indicator"):
        review_session.rule_wording(after, "nothing", "times", "same")
    # The same words stand in an earlier submission, which calls them otherwise.
    with pytest.raises(Refused, match=r"In CSTD 2025, facts\.working-groups\.wording: the source"):
        review_session.rule_wording(
            after, "working_groups", "regional or global working groups", "same"
        )


def test_another_indicator_has_its_own_guess(desk):
    guess = review_session.guess_as(desk, "n786", "members")
    assert (guess["id"], guess["indicator"], guess["value"]) == ("network-members", "members", 47)
    assert review_session.guess_as(desk, "n1", "members") == {}
    after = review_session.accept(desk, "c244")
    assert review_session.guess_as(after, "n786", "members")["id"] == "members"


def test_numbers_typed_as_text_are_read(desk):
    guess = review_session.guess_as(desk, "n714", "platform_misuse")
    fields = {**guess, "value": "12,500", "note": "  a \n b  "}
    after = review_session.rule_wording(desk, "platform_misuse", "times", "differs")
    after = review_session.accept(after, "c673", {"n714": fields})
    assert after.state.facts["n714"]["value"] == 12500
    assert after.state.facts["n714"]["note"] == "a b"


def test_an_unknown_card_is_said(desk):
    for do in (
        review_session.accept,
        review_session.reject,
        review_session.skip,
        review_session.reopen,
    ):
        with pytest.raises(NotSaved, match="no such card"):
            do(desk, "c1")

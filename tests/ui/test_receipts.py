"""The receipt of a fact: the quote in its sentence, the number marked, what it means, citation."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from facts.corpus import Corpus
from facts.vocabulary import Bound
from tests.support.real import real
from tests.support.small import HOSTILE, Said, corpus, indicator, members, rows, submission
from tests.ui.test_tags import parts
from ui.evidence.proof import citation, in_context, readable, sentence_around
from ui.evidence.receipts import fact_receipt

REFS = pytest.mark.parametrize("ref", [placed.ref for placed in real().corpus.facts()])


def receipt_of(held: Corpus, ref: str) -> str:
    """The receipt of one fact of a corpus."""
    placed = held.fact(ref)
    assert placed is not None
    sub = held.submission(placed.submission.id)
    frame = rows(held)
    assert sub is not None
    return fact_receipt(placed, frame[frame["ref"] == ref].iloc[0], sub, held, f"?receipt={ref}")


def terms(made: str) -> dict[str, str]:
    """The terms of a receipt and the words that stand for each."""
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", made)
    return {term: "".join(parts(what).words) for term, what in pairs}


def test_a_doubt_that_was_answered_stands_in_the_receipt_with_its_reason():
    made = terms(receipt_of(real().corpus, "cstd-28-2025/legal-analyses-drafted"))
    assert (
        made["Proof"]
        .partition("Decided by hand, not proved")[2]
        .startswith(
            "The sentence seems to tell of a change, not of a size. It holds all the same: "
            '"Three more" are the analyses that were drafted, beside the nine completed; the '
            "number counts them, and is not a change."
            "Whose number it is and that it holds on the day of the document."
        )
    )


def quote(made: str) -> str:
    """The HTML of the quote of a receipt."""
    (found,) = re.findall(r"<blockquote>(.*?)</blockquote>", made, re.DOTALL)
    return found


NEWEST = "cstd-28-2025/network-members"


def test_the_newest_number_of_members():
    made = receipt_of(real().corpus, NEWEST)
    assert "<div class='f-figure'>129</div><div><strong>Members</strong></div>" in made
    assert quote(made) == (
        "<span class='f-quiet'>ECPAT International&#x27;s mission is to end the sexual "
        "exploitation of children wherever they are in the world, by leveraging </span>“our "
        "network of <mark>129</mark> members in 108 countries”<span class='f-quiet'> and the "
        "expertise in our secretariat to influence, advocate for, and secure social and "
        "legislative change.</span>"
    )
    said = terms(made)
    assert {name: said[name] for name in ("Section", "Holds for", "Written", "Meaning")} == {
        "Section": "I.a, paragraph 1",
        "Holds for": "15 November 2024",
        "Written": "15 November 2024 (printed in it)",
        "Meaning": "exact",
    }
    assert said["Counted as"] == "“members”: same definition as the other “Members” facts"
    placed = real().corpus.fact(NEWEST)
    assert placed is not None
    assert said["Proof"] == (
        "Proved✓ Words: they stand word for word in the document."
        "✓ Number: 129, as it stands in the words."
        "✓ Bound: exact, as the words beside the number say."
        "✓ What is counted: “members”, as the words say."
        "Decided by hand, not proved"
        "Whose number it is and that it holds on the day of the document."
        f"Characters {placed.match.start:,} to {placed.match.end:,}; "
        f"the source’s SHA-256 begins {placed.submission.source.sha256[:12]}."
    )


def test_a_bound_of_another_definition_in_an_undated_document():
    said = terms(receipt_of(real().corpus, "cstd-25-2022/network-countries"))
    assert said["Meaning"] == "a lower limit: more than this many"
    assert said["Counted as"] == (
        "“members and partners”: another definition: not compared with the other "
        "“Countries with members” facts"
    )
    assert said["Written"].endswith("(inferred)") and said["Holds for"].endswith(", inferred")


@REFS
def test_every_receipt_shows_the_quote_with_its_number_marked(ref: str):
    corpus_ = real().corpus
    placed = corpus_.fact(ref)
    assert placed is not None
    sub = corpus_.submission(placed.submission.id)
    assert sub is not None
    made = quote(receipt_of(corpus_, ref))
    marks = re.findall(r"<mark>(.*?)</mark>", made)
    if placed.fact.counted or placed.number is None:
        assert marks == []
    else:
        number = " ".join(sub.source_text[slice(*placed.number)].split())
        assert ["".join(parts(mark).words) for mark in marks] == [number]
    shown = "".join(parts(made).words)
    inside = shown[shown.index("“") + 1 : shown.rindex("”")]
    assert "".join(inside.split()) in "".join(
        readable(sub.source_text, 0, len(sub.source_text)).split()
    )


@REFS
def test_no_receipt_shows_markup(ref: str):
    shown = "".join(parts(quote(receipt_of(real().corpus, ref))).words)
    assert not re.search(r"\*\*|\]\(|</?\w+>|\\[\[(]", shown)


def test_the_citation_names_the_submission_the_section_and_the_words():
    made = receipt_of(real().corpus, NEWEST)
    copies = [
        a["data-copy"] for tag, a in parts(made).elements if tag == "button" and "data-copy" in a
    ]
    assert copies == [
        "ECPAT International, WSIS+20 report, submission to the Commission on Science and "
        "Technology for Development (CSTD), twenty-eighth session, Geneva, 7 to 11 April 2025, "
        "dated 15 November 2024, I.a, paragraph 1: “our network of 129 members in 108 countries”",
        "129 members (15 November 2024)",
    ]


def test_a_share_is_copied_with_its_sign_once():
    made = receipt_of(real().corpus, "cstd-28-2025/children-harmed-share")
    copies = [a.get("data-copy") for _tag, a in parts(made).elements if a.get("data-copy")]
    assert copies[1] == "1 to 20% (no date stated)"


def test_the_links_lead_to_this_receipt_and_into_the_submission():
    elements = parts(receipt_of(real().corpus, NEWEST)).elements
    assert [a["data-copy-link"] for _tag, a in elements if "data-copy-link" in a] == [
        f"?receipt={NEWEST}"
    ]
    assert [a["data-go"] for _tag, a in elements if "data-go" in a] == [
        "submissions?submission=cstd-28-2025&fact=network-members"
    ]


MEANINGS = {
    "exact": "exact",
    "at_least": "a lower limit: at least this many",
    "more_than": "a lower limit: more than this many",
    "about": "about this many",
    "almost": "a little less than this many",
    "up_to": "an upper limit: at most this many",
    "less_than": "an upper limit: fewer than this many",
    "range": "a range: no single value is stated",
}


@pytest.mark.parametrize("bound", get_args(Bound))
def test_every_bound_has_words(bound: str):
    value = {"low": 5, "high": 6} if bound == "range" else 5
    said = Said("members", value, "we have 5 members", "5", "members", bound=bound)
    held = corpus(submission("A", ("2020-01-02", "2020-01-02"), said))
    assert terms(receipt_of(held, "a/members"))["Meaning"] == MEANINGS[bound]


def test_what_only_some_facts_have():
    whole = members(9, name="whole")
    part = members(
        5,
        name="part",
        more={
            "scope": "partner",
            "said_by": "Somebody",
            "spread": "across 4 countries",
            "places": {"role": "host", "list": ("JOR", "KEN"), "complete": True},
            "part_of": {"fact": "whole", "same_unit": False},
            "carried_from": {"submission": "gone"},
            "corrected": {"field": "places", "source_says": "Jordania", "because": "a slip"},
            "note": "A note.",
        },
    )
    held = corpus(submission("A", ("2020-01-02", "2020-01-02"), whole, part))
    said = terms(receipt_of(held, "a/part"))
    assert {name: said[name] for name in list(said)[7:-1]} == {
        "Said by": "Somebody",
        "Ranges": "across 4 countries",
        "Held in": "Jordan and Kenya",
        "Part of": "Members (another unit, so no share is computed)",
        "Repeated": "copied from gone: not new",
        "Corrected": "the source says “Jordania”: a slip",
        "Note": "A note.",
    }
    assert list(terms(receipt_of(held, "a/whole"))) == [
        "Submission",
        "Section",
        "Holds for",
        "Written",
        "Meaning",
        "Counted as",
        "Definition",
        "Proof",
    ]


def test_a_count_of_ours_shows_its_list_and_marks_no_number():
    said = Said(
        "members", 2, "we met in Rome and Oslo", "we", "met", more={"counted": ("Rome", "Oslo")}
    )
    made = receipt_of(corpus(submission("A", ("2020-01-02",) * 2, said)), "a/met")
    assert terms(made)["Counted"] == "Rome and Oslo"
    assert terms(made)["Proof"].startswith(
        "Proved✓ Words: they stand word for word in the document."
        "✓ Number: 2: each name that is counted here stands in the words."
        "✓ Bound: exact; the list in the words is whole."
    )
    assert quote(made) == "“we met in Rome and Oslo”"


def test_hostile_text_in_every_field_stays_text():
    bad = indicator(
        "members",
        HOSTILE,
        HOSTILE,
        label={"en": HOSTILE},
        description={"en": HOSTILE},
        wordings={HOSTILE: "same"},
    )
    fact = members(
        5,
        sentence=f"{HOSTILE} has 5 members",
        wording=HOSTILE,
        more={
            "section": HOSTILE,
            "said_by": HOSTILE,
            "scope": "world",
            "spread": HOSTILE,
            "note": HOSTILE,
            "corrected": {"field": "value", "source_says": HOSTILE, "because": HOSTILE},
            "carried_from": {"submission": "gone"},
        },
    )
    sub = submission(HOSTILE, ("2020-01-02",) * 2, fact, id="bad", citation=HOSTILE, title=HOSTILE)
    found = parts(receipt_of(corpus(sub, indicators=(bad,)), "bad/members"))
    ours = {
        "div",
        "strong",
        "blockquote",
        "mark",
        "dl",
        "dt",
        "dd",
        "span",
        "button",
        "a",
        "ul",
        "li",
    }
    assert {tag for tag, _attributes in found.elements} <= ours
    for _tag, attributes in found.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert "javascript:" not in str(attributes.get("href", ""))
    assert "".join(found.words).count('onerror="alert(1)"') >= 10


SOURCE = (
    "First sentence here. Our **network** of [5 members](https://example.org/7) met.<sup>1</sup> "
    "Last one.\n\n- a point\n- Point with 6 members\n\nHeading:\nAfter it 7 came"
)


def around(words: str) -> str:
    """The sentence of `SOURCE` that holds these words, as a reader sees it."""
    start = SOURCE.index(words)
    return readable(SOURCE, *sentence_around(SOURCE, start, start + len(words))).strip()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("5 members", "Our network of 5 members met."),
        ("First", "First sentence here."),
        ("Last", "Last one."),
        ("6 members", "Point with 6 members"),
        ("7 came", "After it 7 came"),
    ],
)
def test_the_sentence_around_a_quote(words: str, sentence: str):
    assert around(words) == sentence


def test_a_sentence_without_an_end_stops_after_600_characters():
    source = "a" * 2_000 + " 5 " + "b" * 2_000
    assert sentence_around(source, 2_001, 2_002) == (1_401, 2_602)


def test_a_piece_that_begins_inside_markup_is_read_without_it():
    start = SOURCE.index("5 members")
    assert readable(SOURCE, start, start + len("5 members](https")) == "5 members"
    assert readable(SOURCE, SOURCE.index("network"), start) == "network of "


def test_what_is_shown_are_the_letters_of_the_source():
    source = "It’s 1–20% – “so”"
    assert readable(source, 0, len(source)) == source


def test_the_context_is_quiet_and_the_number_is_marked():
    start, number = SOURCE.index("[5"), SOURCE.index("5 members")
    assert in_context(SOURCE, start, SOURCE.index(" met"), (number, number + 1)) == (
        "<span class='f-quiet'>Our network of </span>“<mark>5</mark> members”"
        "<span class='f-quiet'> met.</span>"
    )


def test_a_citation_ends_once():
    start = SOURCE.index("Last")
    assert citation("The Network, A.", "part 1", SOURCE, start, start + 8) == (
        "The Network, A, part 1: “Last one”"
    )

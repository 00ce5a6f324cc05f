"""A target is never drawn, compared or said as a size; it has a list of its own."""

from __future__ import annotations

import re

import pytest

import settings
from answers.answer import answer
from charts import registry
from charts.registry import CHARTS, make_chart
from charts.spec import Cell, Statements
from decks.check import known_of
from decks.deck import Deck, Slide
from decks.resolve import resolve
from export.figures import job
from export.file_formats import FORMATS, format_named
from export.slides.number_receipt import numbers
from extract.candidates import find_candidates
from extract.draft_check import check_draft
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.corpus import Corpus
from facts.frame import frame, reached
from facts.newest_and_changes import changes, newest, rivals
from facts.package.package_rows import rows as package_rows
from facts.store import Snapshot
from language.passages import Passages
from tests.support.small import Said, corpus, countries, members, snapshot, submission
from ui.deck import add_to_deck
from ui.evidence import quality
from ui.overview import _added_by_submission, _big_numbers, _hero

AIM = "By 2030 our network aims to have 500 members."


def aim(status: str | None = "target") -> Said:
    """500 members, as a target where `status` says so."""
    more = {"status": status} if status else {}
    return members(500, sentence=AIM, name="members-aim", time={"on": "2030"}, more=more)


def held(*said: Said, after: tuple[Said, ...] = ()) -> Corpus:
    subs = [
        submission("First 2018", ("2018-05-01", "2018-05-01"), members(103), countries(93)),
        submission("Second 2022", ("2022-05-01", "2022-05-01"), members(120), *said),
    ]
    if after:
        subs.append(submission("Third 2024", ("2024-11-15", "2024-11-15"), *after))
    return corpus(*subs)


AIMED = snapshot(held(aim(), after=(members(129),)))
PLAIN = snapshot(held(aim(None), after=(members(129),)))


def drafted(here: Corpus, text: str) -> list[tuple[str, str]]:
    """How the numbers of a draft stand to what was said."""
    candidates = find_candidates(Passages(text), Guesser(here), Earlier(here, text))
    checked, _left = check_draft(candidates, here, text)
    return [(one.standing, one.why) for one in checked]


def words_of(here: Snapshot) -> dict[str, str]:
    """Everything that is drawn or said of sizes, by what says it."""
    frame_ = here.frame
    deck = Deck(
        title="Ours",
        slides=(
            Slide(kind="numbers", indicators=("members",)),
            *(Slide(kind="figure", figure=name) for name in CHARTS if name != "targets"),
        ),
    )
    named = Slide(kind="numbers", facts=("second-2022/members-aim",))
    found = {name: repr(make_chart(here, name, {})) for name in CHARTS if name != "targets"}
    return found | {
        "deck": repr(resolve(deck, here)),
        "a slide of the fact itself": repr(
            resolve(Deck(title="O", slides=(named,)), here).slides[0].numbers
        ),
        "hero": _hero(here),
        "big numbers": _big_numbers(here),
        "what is new": _added_by_submission(here, 0, 9),
        "deck list": repr(add_to_deck.numbers(here)),
        "newest": repr(newest(frame_, "members")),
        "changes": repr(changes(frame_, "members")),
        "numbers": repr(tuple(numbers(here, ()))),
        **{
            asked: repr(answer(asked, frame_, here.corpus))
            for asked in ("members", "members in 2030", "change of members", "most members")
        },
        "typed": repr(known_of(here).stating(value=500, share=False)),
        "draft": repr(drafted(here.corpus, "By 2024 we had 500 members.")),
    }


def saying(found: dict[str, str]) -> set[str]:
    return {name for name, text in found.items() if re.search(r"(?<!\d)500(?!\d)", text)}


def test_a_target_stands_in_no_trend_answer_or_size():
    assert saying(words_of(AIMED)) == set()


def test_the_same_number_that_is_reached_stands_in_them():
    found = saying(words_of(PLAIN))
    assert {"network", "members", "deck", "hero", "big numbers", "newest", "draft"} <= found


@pytest.mark.parametrize("status", ["target", "plan"])
def test_no_change_and_no_disagreement_comes_from_a_target(status: str):
    here = snapshot(held(aim(status), after=(members(129, time={"on": "2030"}),)))
    assert not here.every.set_index("fact").loc["members-aim", "comparable"]
    row = newest(here.frame, "members")
    assert row is not None
    assert (row["says"], rivals(here.frame, row).empty) == ("129", True)
    assert [part.count for part in quality.parts_of(here) if part.name == "disagreements"] == [0]


def test_targets_have_a_list_with_what_was_stated_since():
    spec = make_chart(AIMED, "targets", {})
    assert spec
    assert isinstance(spec.drawing, Statements)
    (one,) = spec.drawing.rows
    assert (one.as_of, one.says, one.document) == ("by 2030", "target 500", "Second 2022")
    assert one.since == Cell("129", "third-2024/members", "stated since:", "in November 2024")
    assert AIM in one.what
    assert spec.refs == ("second-2022/members-aim", "third-2024/members")


@pytest.mark.parametrize(
    ("after", "since"),
    [((), "nothing stated since"), ((countries(100),), "nothing stated since")],
)
def test_nothing_is_stated_since_where_no_later_submission_states_it(
    after: tuple[Said, ...], since: str
):
    spec = make_chart(snapshot(held(aim(), after=after)), "targets", {})
    assert spec
    assert isinstance(spec.drawing, Statements)
    assert spec.drawing.rows[0].since == Cell(since)


def test_without_a_target_there_is_no_list():
    assert make_chart(PLAIN, "targets", {}) is None
    assert (registry.charts_of(PLAIN), registry.count_rows(PLAIN, "targets")) == (
        tuple(name for name in CHARTS if name != "targets"),
        0,
    )
    assert registry.charts_of(AIMED) == tuple(CHARTS)


def test_its_link_leads_to_the_page_that_shows_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(settings, "dashboard_url", lambda: "https://facts.example")
    made = job(AIMED, "targets")
    assert made
    assert (made.receipt.view, made.receipt.link) == ("targets", "https://facts.example/network")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_target_its_sentence_and_what_came_since(form: str):
    made = job(AIMED, "targets")
    assert made
    assert format_named(form).write(made)
    assert made.receipt.newest == "2024-11-15"  # and not the year that is aimed at
    assert [(item.ref, item.says) for item in made.receipt.items] == [
        ("second-2022/members-aim", "target 500"),
        ("third-2024/members", "129"),
    ]


def test_the_tidy_table_and_the_package_mark_it():
    table = frame(AIMED.corpus)
    row = table.set_index("fact").loc["members-aim"]
    assert (row["status"], row["says"], bool(row["comparable"])) == ("target", "target 500", False)
    assert len(reached(table)) == len(table) - 1
    sizes = {sub.head.id: 1 for sub in AIMED.corpus.submissions}
    packed = {one["ref"]: one for one in package_rows(AIMED.corpus, sizes)["facts"]}
    one = packed["second-2022/members-aim"]
    assert (one["status"], one["says"], one["comparable"], one["OBS_VALUE"]) == (
        "target",
        "target 500",
        False,
        None,
    )

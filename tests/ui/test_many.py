"""A thousand facts in sixty-five submissions: lists have pages, and what is sent stays small."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from answers.question import plain_words
from facts.check_submission import account, disagreements
from tests.support.real import real
from tests.support.thousand import folder as data
from tests.support.thousand import thousand
from tests.ui.conftest import shown
from ui.evidence import fact_list, quality
from ui.evidence.quality import inferred
from ui.widgets import choices

Run = Callable[..., AppTest]
FACTS, SUBMISSIONS = "../pages/facts.py", "../pages/submissions.py"


@pytest.fixture
def opened(run: Run, folder: Callable[[Path], None]) -> Run:
    """Opens a page on the thousand facts."""
    folder(data())
    return run


def words(row: Mapping[Hashable, object]) -> str:
    """What is searched of a fact, in plain words."""
    return plain_words(" ".join(str(row[name]) for name in fact_list.SEARCHED))


@pytest.mark.parametrize(
    "asked",
    ["", "teachers", "TRAINED teachers", "ners train", "Côte d'Ivoire", "é", "no such word"],
)
def test_the_search_finds_what_holds_every_word_and_nothing_else(asked: str):
    for held in (thousand(), real()):
        rows = held.frame.to_dict("records")
        found = fact_list.select(held.frame, asked, "all", "all", "written")
        wanted = plain_words(asked).split()
        assert list(found) == [
            at for at, row in enumerate(rows) if all(word in words(row) for word in wanted)
        ]


@pytest.mark.parametrize(
    ("order", "by", "rising"),
    [("newest", ["plot_at", "written_end"], False), ("about", ["label", "plot_at"], True)],
)
def test_an_order_is_that_of_the_whole_list(order: str, by: list[str], rising: bool):
    frame = thousand().frame
    found = fact_list.select(frame, "teachers", "all", "all", order)
    some = frame[frame["ref"].isin(frame.iloc[found]["ref"])]
    ordered = some.sort_values(by, ascending=rising, na_position="last")
    assert list(frame.iloc[found]["ref"]) == list(ordered["ref"])


def test_the_facts_are_on_pages_and_the_address_names_the_page(opened: Run):
    app = opened(FACTS)
    assert "1 to 100 of 1,055" in shown(app)
    assert shown(app).count("<tr>") == 101
    app.button(key="page-next").click().run()
    assert app.query_params["page"] in ("2", ["2"])
    refs = list(thousand().frame["ref"][100:200])
    assert re.findall(r'class="f-number" data-fact="([^"]+)"', shown(app)) == refs
    app.text_input(key="search").set_value("teachers").run()
    assert "page" not in app.query_params


def test_a_submission_is_found_by_name_body_or_year_and_few_are_listed(opened: Run):
    app = opened(FACTS, submission="member-00007-2020")
    assert app.selectbox(key="submission").value == "member-00007-2020"
    assert len(app.selectbox(key="submission").options) == 2 + choices.LISTED
    assert "25 of 65 are in the list" in shown(app)
    app.text_input(key="submission-find").set_value("ohchr 2024").run()
    options = app.selectbox(key="submission").options
    assert options == ["All", "Member 7, 2020", "OHCHR 2024"]
    app.selectbox(key="submission").set_value("ohchr-2024").run()
    assert "4 facts of 1,055" in shown(app)
    app.text_input(key="submission-find").set_value("nobody").run()
    assert "Nothing holds these words" in shown(app)
    assert app.selectbox(key="submission").value == "ohchr-2024"


def test_every_submission_can_be_found_and_none_is_left_out():
    known = choices.submissions_to_find(thousand(), titled=True)
    assert set(known.labels) == {sub.head.id for sub in thousand().corpus.submissions}
    assert next(iter(known.labels)) == thousand().corpus.submissions[-1].head.id
    for sub in thousand().corpus.submissions:
        assert sub.head.id in known.holding(f"{sub.head.name} {sub.head.body}")
    assert known.holding("review 2020") == [name for name in known.labels if "-2020" in name]


def test_five_submissions_are_one_list_without_a_field(run: Run):
    app = run(SUBMISSIONS)
    assert len(app.text_input) == 0
    assert [one.partition(":")[0] for one in app.selectbox(key="submission").options] == [
        "CSTD 2025", "OHCHR 2024", "CSTD 2022", "CSTD 2018", "CSTD 2014",
    ]  # fmt: skip
    assert run(FACTS).selectbox(key="submission").options[1] == "CSTD 2014"


def test_the_newest_submission_opens_first_and_any_other_by_its_address(opened: Run):
    newest = thousand().corpus.submissions[-1]
    assert f"<h2>{newest.head.name}</h2>" in shown(opened(SUBMISSIONS))
    app = opened(SUBMISSIONS, submission="member-00002-2015", fact="fact-3")
    assert "<h2>Member 2, 2015</h2>" in shown(app)
    assert "data-here" in shown(app)


def test_data_quality_counts_all_and_shows_a_page(opened: Run):
    app = opened("../pages/data_quality.py")
    subs = thousand().corpus.submissions
    every = sum(sum(account(sub).values()) for sub in subs)
    assert "All 65 submissions" in shown(app) and f">{every:,}</td>" in shown(app)
    assert len(shown(app)) < 150_000
    app.number_input(key="inferred-field").set_value(2).run()
    count = inferred(thousand()).count
    assert f"51 to {count} of {count}" in shown(app)


def test_a_part_of_data_quality_is_whole_over_its_pages():
    for part in quality.parts_of(thousand()):
        if part.name != "accounted":
            pages = range(0, part.count, 7)
            pieces = [part.make(at, min(at + 7, part.count)) for at in pages]
            items = [re.findall("<li>.*?</li>", piece) for piece in pieces]
            whole = re.findall("<li>.*?</li>", part.make(0, part.count))
            assert [one for page in items for one in page] == whole


def test_disagreements_are_found_group_by_group_or_all_at_once():
    frame = thousand().frame
    exact = frame[frame["comparable"] & (frame["time_basis"] != "not_stated")]
    pairs = []
    for _name, rows in exact.groupby(["indicator", "time_start", "time_end"]):
        if rows["value"].nunique() > 1 and rows["submission"].is_unique:
            pairs += [(rows["ref"].iloc[0], other) for other in rows["ref"].iloc[1:]]
    assert disagreements(frame) == pairs
    assert pairs


def test_what_is_sent_does_not_grow_with_the_facts(opened: Run):
    for page, most in ((FACTS, 90_000), (SUBMISSIONS, 60_000)):
        app = opened(page)
        options = [one for box in app.selectbox for one in box.options]
        assert len(shown(app)) + len(json.dumps(options)) < most

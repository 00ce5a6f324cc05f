"""The pages of charts on a generated corpus: what each sends is small, and nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import settings
import ui.server.data_store
from benchmarks import corpora
from facts.store import Snapshot, Store
from tests.ui.conftest import Run, shown
from ui.figures import places_map
from ui.overview import SUBMISSIONS

CHARTS = (
    "overview", "coverage", "network", "reach", "activities", "places", "findings",
    "said_by_others", "present",
)  # fmt: skip
MOST = 350_000  # letters of HTML that a page may send, the map's table of all countries the longest


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand generated facts in two hundred submissions, beside the real ones."""
    folder = tmp_path_factory.mktemp("many") / "data"
    settings.data_folder.cache_clear()
    corpora.write(folder, 1_000, 200)
    return folder


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    """The corpus read once for all tests of this module."""
    return Store(data)


@pytest.fixture(autouse=True)
def held(folder: Callable[[Path], None], store: Store, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """The generated corpus, which the program shows."""
    monkeypatch.setattr(ui.server.data_store, "store", cache(lambda: store))
    return store.snapshot()


def refs(app: AppTest) -> set[str]:
    """What can be pressed on a page for its receipt."""
    return set(re.findall(r"data-fact=['\"]([^'\"]+/[^'\"]+)['\"]", shown(app)))


def words(app: AppTest) -> str:
    """All that a page says."""
    assert [box.message for box in app.exception] == []
    return re.sub(r"<[^>]+>", " ", shown(app))


def test_every_page_of_charts_is_small(run: Run):
    app = run()
    for name in CHARTS:
        app = app.switch_page(f"../pages/{name}.py").run()
        assert [box.message for box in app.exception] == [], name
        html = shown(app)
        assert "<h1" in html, name
        assert len(html) < MOST, name


def test_the_activities_of_all_pages_are_all_activities(run: Run, held: Snapshot):
    every = {p.ref for sub in held.corpus.submissions for p in sub.activities}
    dated = {ref for ref in every if not _undated(held, ref)}
    app, found = run("../pages/activities.py"), set[str]()
    assert "Shown: " in words(app)
    for page in range(2, 12):
        found |= refs(app)
        if app.button(key="page-next").disabled:
            break
        app = app.button(key="page-next").click().run()
        assert app.query_params["page"] in (str(page), [str(page)])
    assert found == dated
    assert len(dated) > 400


def _undated(held: Snapshot, ref: str) -> bool:
    placed = held.corpus.activity(ref)
    assert placed is not None
    time, activity = placed.activity.time, placed.activity
    copied = activity.carried_from is not None
    return not (time.on or time.start) or activity.scope == "world" or copied


def test_the_year_and_the_page_stand_in_the_address_and_go_into_the_deck(run: Run):
    app = run("../pages/activities.py", year="2020")
    assert re.search(r"\d+ activities dated 2020", words(app))
    assert app.selectbox(key="year").value == "2020"
    assert "page" not in app.query_params
    address = app.get("link_button")[0].proto.url
    assert address.endswith("talk?figure=activities&year=2020")
    app = run("../pages/activities.py", page="3")
    assert app.get("link_button")[0].proto.url.endswith("talk?figure=activities&page=3")


def test_what_was_added_is_paged_the_newest_first(run: Run, held: Snapshot):
    app = run()
    names = [sub.head.name for sub in reversed(held.corpus.submissions)]
    assert _entries(app) == names[:SUBMISSIONS]
    app = run(added="2")
    assert _entries(app) == names[SUBMISSIONS : 2 * SUBMISSIONS]
    last = -(-len(names) // SUBMISSIONS)
    app = run(added=str(last))
    assert _entries(app) == names[(last - 1) * SUBMISSIONS :]


def _entries(app: AppTest) -> list[str]:
    html = shown(app)
    added = html[html.index("What each submission states anew") :]
    return re.findall(r"<li><div><div class='f-when'>(.*?)</div>", added)


def test_the_ten_years_show_the_submissions_that_state_something(run: Run):
    said = words(run("../pages/coverage.py"))
    assert "CSTD 2014" in said and "CSTD 2025" in said and "Member 1, 2014" not in said
    assert "200 other submissions state none of these figures" in said


def test_a_country_opens_its_sentences_page_by_page(
    run: Run, held: Snapshot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(places_map, "SUBMISSIONS", 2)
    told = [p for sub in held.corpus.submissions for p in sub.activities]
    held_in: dict[str, set[str]] = {}
    for placed in told:
        for place in placed.activity.places:
            held_in.setdefault(place.country, set()).add(placed.ref)
    code = max(held_in, key=lambda one: (len(held_in[one]), one))
    assert len(held_in[code]) > 4
    app = run("../pages/places.py", country=code)
    named = int(re.findall(r"in (\d+) submissions", words(app))[0])
    found = set[str]()
    for page in range(1, -(-named // 2) + 1):
        if page > 1:
            app = app.button(key="of-next").click().run()
        assert len(re.findall("<h3>", shown(app))) == min(2, named - 2 * page + 2)
        found |= refs(app)
    assert app.button(key="of-next").disabled
    assert found >= held_in[code]


def test_a_word_that_no_question_knows_is_searched_in_all_facts(run: Run, held: Snapshot):
    app = run(ask="certified hotel staff")
    near = [ref for ref in refs(app) if ref.startswith("member-")]
    labels = dict(zip(held.frame["ref"], held.frame["label"], strict=True))
    assert {labels[ref] for ref in near} >= {"Hotel staff certified"}

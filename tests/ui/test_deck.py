"""The deck page run without a browser: what it shows, and what each press does."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from decks.deck import Deck, Slide, as_yaml, read_deck
from tests.support.real import DATA
from tests.support.small import HOSTILE
from tests.ui.conftest import Run, shown
from tests.ui.test_tags import parts
from ui.deck import deck_list, deck_state
from ui.deck.deck_list import Asked

PAGE = "../pages/deck.py"
SLIDES = (
    Slide(kind="title"),
    Slide(kind="numbers", indicators=("members",)),
    Slide(kind="figure", figure="network", choices={"show": "members"}),
    Slide(kind="sources"),
)
DECK = Deck(title="Ours", slides=SLIDES)


def opened(run: Run, deck: Deck | None = DECK) -> AppTest:
    """The page with this deck held by the session."""
    app = run(PAGE)
    if deck is not None:
        app.session_state[deck_state.HELD] = deck
        app.run()
    assert [box.message for box in app.exception] == []
    return app


def held(app: AppTest) -> Deck:
    """The deck of the session."""
    deck = app.session_state[deck_state.HELD]
    assert isinstance(deck, Deck)
    return deck


def titles(app: AppTest) -> list[str]:
    """The titles of the slides, as they are read."""
    return ["".join(parts(one).words) for one in re.findall(r"<h2 dir.*?</h2>", shown(app))]


def stored(app: AppTest) -> dict[str, object]:
    """What the part that keeps the deck in the browser is given."""
    found = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    (given,) = [data for data in found if "session" in data]
    return given


def test_nothing_is_kept_before_the_browser_has_told_what_it_keeps(run: Run):
    app = opened(run, None)
    assert "No slide yet." in shown(app)
    assert stored(app)["text"] is None
    assert app.button(key="deck-undo").disabled
    assert "disabled" in str(app.get("download_button")[0].proto)


def test_the_slides_are_listed_and_kept(run: Run):
    app = opened(run)
    assert titles(app) == [
        "Ours",
        "129 members (15 November 2024)",
        "From 103 members (2018 submission) to 129 (November 2024)",
        "Sources and definitions",
    ]
    made = shown(app)
    assert 'data-fact="cstd-28-2025/network-members"' in made
    assert len(re.findall("<div class='d-thumb", made)) == 4
    assert stored(app)["text"] == as_yaml(DECK)


def test_the_ends_of_the_list_cannot_be_left(run: Run):
    made = shown(opened(run))
    off = re.findall(r'<button[^>]*id="d-(\w+-\d+)"[^>]* disabled', made)
    assert off == ["up-0", "down-2"]
    assert re.findall(r'id="d-(\w+)-3"', made) == ["edit"]  # the sources stay last
    assert 'aria-label="Move slide 2 up"' in made


def test_a_deck_that_is_shipped_is_opened_and_can_be_undone(run: Run):
    app = opened(run)
    app.button(key="deck-open").click().run()
    assert held(app).title == "The network in brief"
    assert len(titles(app)) == 8
    app.button(key="deck-undo").click().run()
    assert held(app) == DECK
    assert app.button(key="deck-undo").disabled


def test_big_numbers_and_figures_are_added_before_the_sources(run: Run):
    app = opened(run)
    app.multiselect(key="deck-numbers").select("workshop_participants").run()
    app.button(key="deck-add-numbers").click().run()
    app.selectbox(key="deck-figure").select("places").run()
    app.selectbox(key="deck-figure-places").select("role=host").run()
    app.button(key="deck-add-figure").click().run()
    assert held(app).slides == (
        *SLIDES[:3],
        Slide(kind="numbers", indicators=("workshop_participants",)),
        Slide(kind="figure", figure="places", choices={"role": "host"}),
        SLIDES[3],
    )
    assert titles(app)[3] == "Over 551 participants (March 2023 to September 2024)"


def add_title(app: AppTest) -> None:
    """A title slide."""
    app.button(key="deck-add-title").click().run()


def add_numbers(app: AppTest) -> None:
    """A second number, chosen and added before the page is drawn with it."""
    app.multiselect(key="deck-numbers").select("members").run()
    app.multiselect(key="deck-numbers").select("workshop_participants")
    app.button(key="deck-add-numbers").click().run()


def add_figure(app: AppTest) -> None:
    """A figure and its choice, chosen and added before the page is drawn with them."""
    app.selectbox(key="deck-figure").select("places").run()
    app.selectbox(key="deck-figure-places").select("role=host")
    app.button(key="deck-add-figure").click().run()


def open_shipped(app: AppTest) -> None:
    """The other deck of the folder, chosen and opened before the page is drawn with it."""
    app.selectbox(key="deck-shipped").select("other")
    app.button(key="deck-open").click().run()


def rename(app: AppTest) -> None:
    """A title of the deck, typed and left by a press on something else."""
    app.text_input(key="deck-title").input("Named")
    app.button(key="deck-add-title").click().run()


@pytest.mark.parametrize(
    ("press", "wanted"),
    [
        (add_title, Deck(title="Ours", slides=(*SLIDES[:3], SLIDES[0], SLIDES[3]))),
        (
            add_numbers,
            Deck(
                title="Ours",
                slides=(
                    *SLIDES[:3],
                    Slide(kind="numbers", indicators=("members", "workshop_participants")),
                    SLIDES[3],
                ),
            ),
        ),
        (
            add_figure,
            Deck(
                title="Ours",
                slides=(
                    *SLIDES[:3],
                    Slide(kind="figure", figure="places", choices={"role": "host"}),
                    SLIDES[3],
                ),
            ),
        ),
        (open_shipped, Deck(title="The other", slides=(SLIDES[0],))),
        (rename, Deck(title="Named", slides=(*SLIDES[:3], SLIDES[0], SLIDES[3]))),
    ],
)
def test_one_press_is_drawn_and_kept_at_once(
    run: Run,
    folder: Callable[[Path], None],
    tmp_path: Path,
    press: Callable[[AppTest], None],
    wanted: Deck,
):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    other = Deck(title="The other", slides=(SLIDES[0],))
    (data / "decks/other.yaml").write_text(as_yaml(other), "utf-8")
    folder(data)
    app = opened(run)
    press(app)
    assert [box.message for box in app.exception] == []
    assert held(app) == wanted
    assert stored(app)["text"] == as_yaml(wanted)
    assert len(titles(app)) == len(wanted.slides) + (wanted.slides[-1].kind != "sources")


def test_each_number_that_is_offered_is_said_with_its_bound(run: Run):
    app = opened(run)
    offered = app.multiselect(key="deck-numbers").options
    assert "Workshop participants: over 551" in offered
    assert offered[0] == "Members: 129"


def test_the_title_of_the_deck_is_typed(run: Run):
    app = opened(run)
    app.text_input(key="deck-title").input("  New\tname ").run()
    assert held(app).title == "New name"
    app.text_input(key="deck-subtitle").input("under").run()
    assert (held(app).title, held(app).subtitle) == ("New name", "under")
    app.text_input(key="deck-title").input("").run()
    assert held(app).title == "New name"


def test_a_typed_title_without_its_bound_is_doubted_beside_its_slide(run: Run):
    slide = Slide(kind="numbers", indicators=("workshop_participants",), title="551 people")
    made = shown(opened(run, Deck(title="Ours", slides=(slide,))))
    assert "Look again at what is typed on slide 1." in made
    found = re.findall(r"<ul class='d-told'>(.*?)</ul>", made)
    assert ["".join(parts(one).words) for one in found] == [
        "In the title: “551”: the fact says “over 551” (Workshop participants, CSTD 2025)."
    ]


def test_words_are_edited_in_a_dialog_and_doubted_there(run: Run):
    app = opened(run)
    app.session_state["deck-edit"] = 1
    app.run()
    assert app.text_input(key="deck-edit-title-1").placeholder == "129 members (15 November 2024)"
    assert "Every number typed here is one that a fact states." in shown(app)
    app.text_input(key="deck-edit-title-1").input("700 members")
    app.session_state["deck-edit"] = 1
    app.run()
    assert "“700”: no fact states this number." in shown(app)
    app.text_area(key="deck-edit-notes-1").input("Say the date.")
    app.session_state["deck-edit"] = 1
    app.button(key="deck-edit-save-1").click().run()
    assert held(app).slides[1] == Slide(
        kind="numbers", indicators=("members",), title="700 members", notes="Say the date."
    )


def test_what_is_gone_is_told_and_no_file_is_made(run: Run):
    lost = Slide(kind="figure", figure="pie")
    app = opened(run, Deck(title="Ours", slides=(SLIDES[0], lost, lost)))
    made = shown(app)
    assert "There is no figure “pie”. Known: network," in made
    assert "Slides 2 and 3 ask for what is not there. Remove them, then download." in made
    assert app.get("download_button")[0].proto.disabled


def test_hostile_words_stay_words(run: Run):
    words = {"title": HOSTILE, "subtitle": HOSTILE, "notes": HOSTILE}
    deck = Deck(title=HOSTILE, slides=tuple(Slide(**{**s.model_dump(), **words}) for s in SLIDES))
    found = parts(shown(opened(run, deck)))
    for tag, attributes in found.elements:
        assert tag not in ("img", "script", "iframe", "a"), tag
        assert not [name for name in attributes if name.startswith("on")], attributes


def test_bad_decks_of_the_folder_are_told(run: Run, folder: Callable[[Path], None], tmp_path: Path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    (data / "decks/bad.yaml").write_text("deck: {title: B}\nslides:\n- kind: x\n", "utf-8")
    folder(data)
    app = opened(run, None)
    assert app.selectbox(key="deck-shipped").options == ["B", "The network in brief"]
    assert "1 problem in a deck file; what it is about is left out." in shown(app)
    assert "decks/bad.yaml:3:9: slides[0].kind:" in shown(app)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A session state of its own, outside a page."""
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_what_is_added_before_the_browser_told_waits_and_is_added_to_what_it_kept(
    session: dict[str, object],
):
    new = Slide(kind="figure", figure="reach")
    assert deck_state.add(new)
    assert not deck_state.known() and deck_state.touched()
    assert deck_state.current().slides == (new,)
    deck_state.receive(as_yaml(DECK), first=True)
    assert deck_state.current().slides == (*SLIDES[:3], new, SLIDES[3])
    deck_state.undo()
    assert deck_state.current() == DECK


@pytest.mark.parametrize("text", ["", "deck: 1", "\x00", "deck: {title: \udcff}"])
def test_what_the_browser_kept_may_be_nothing_or_spoilt(session: dict[str, object], text: str):
    deck_state.receive(text, first=True)
    assert deck_state.current() == deck_state.empty_deck()
    assert deck_state.known()


def test_a_deck_begun_before_the_browser_told_stays_and_the_kept_one_can_be_brought_back(
    session: dict[str, object],
):
    begun = Deck(title="Begun")
    deck_state.change(begun)
    deck_state.receive(as_yaml(DECK), first=True)
    assert deck_state.current() == begun
    deck_state.undo()
    assert deck_state.current() == DECK


def test_a_change_in_another_tab_is_taken_and_can_be_undone(session: dict[str, object]):
    deck_state.receive(as_yaml(DECK), first=True)
    deck_state.receive(as_yaml(Deck(title="Other")), first=False)
    assert deck_state.current() == Deck(title="Other")
    deck_state.undo()
    assert deck_state.current() == DECK
    deck_state.receive(as_yaml(DECK), first=False)
    assert not deck_state.can_undo()  # the same deck is no change


@pytest.mark.parametrize("message", [None, "x", {"text": 3}, {"first": True}])
def test_a_message_that_is_none_changes_nothing(session: dict[str, object], message: object):
    told = type("State", (), {"told": message})()
    session["deck-store"] = told
    deck_state._told("deck-store")
    assert not deck_state.known()


@pytest.mark.parametrize(
    ("press", "order", "focus"),
    [
        ("fact:down:0", (1, 0, 2, 3), Asked("down", 1)),
        ("fact:down:1", (0, 2, 1, 3), Asked("up", 2)),  # at the end there is no way down
        ("fact:up:1", (1, 0, 2, 3), Asked("down", 0)),
        ("fact:up:2", (0, 2, 1, 3), Asked("up", 1)),
        ("fact:remove:0", (1, 2, 3), Asked("remove", 0)),
        ("fact:remove:2", (0, 1, 3), Asked("remove", 1)),
    ],
)
def test_a_press_moves_or_removes_and_the_focus_follows(
    session: dict[str, object], press: str, order: tuple[int, ...], focus: Asked
):
    deck_state.change(DECK)
    deck_list._press(press)
    assert deck_state.current().slides == tuple(SLIDES[at] for at in order)
    assert session[deck_state.FOCUS] == focus


def test_a_press_on_edit_asks_for_the_dialog(session: dict[str, object]):
    deck_list._press("fact:edit:2")
    assert session["deck-edit"] == 2


def test_what_is_saved_is_what_is_opened():
    assert read_deck(as_yaml(DECK).encode(), "d.yaml") == (DECK, ())

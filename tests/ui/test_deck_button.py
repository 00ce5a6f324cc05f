"""The button under a chart that puts its figure into the deck, run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from decks.deck import MOST_SLIDES, Deck, Slide
from tests.support.patience import WITHIN
from tests.ui.conftest import shown
from ui.deck import deck_state

NEW = Slide(kind="figure", figure="network", choices={"show": "members"})


def page(view: str) -> None:
    """A page with nothing but the button."""
    from ui.deck import add_to_deck

    add_to_deck.figure_button(view)


@pytest.fixture
def run(folder: Callable[[Path], None]) -> Callable[[str], AppTest]:
    """Opens the button of this view, on the real data."""
    return lambda view: AppTest.from_function(page, args=(view,), default_timeout=WITHIN).run()


def test_who_does_not_use_it_gets_a_button_and_nothing_else(run: Callable[[str], AppTest]):
    app = run("network")
    assert [button.label for button in app.button] == ["Add to deck"]
    assert shown(app) == ""
    assert not app.get("bidi_component")  # nothing is asked of the browser


def test_a_press_adds_the_figure_with_the_choices_of_its_page(run: Callable[[str], AppTest]):
    app = run("network?show=members&receipt=cstd-28-2025%2Fworkshops")
    app.button[0].click().run()
    assert app.session_state[deck_state.WAITING] == (NEW,)
    assert "Added to the deck." in shown(app)
    assert len(app.get("bidi_component")) == 1


def test_with_a_deck_of_this_session_it_is_added_at_once(run: Callable[[str], AppTest]):
    app = run("network?show=members")
    app.session_state[deck_state.HELD] = Deck(title="Ours", slides=(Slide(kind="sources"),))
    app.button[0].click().run()
    assert app.session_state[deck_state.HELD].slides == (NEW, Slide(kind="sources"))


def test_a_full_deck_says_so_and_stays(run: Callable[[str], AppTest]):
    full = Deck(title="Ours", slides=(Slide(kind="title"),) * MOST_SLIDES)
    app = run("network")
    app.session_state[deck_state.HELD] = full
    app.button[0].click().run()
    assert app.session_state[deck_state.HELD] == full
    assert "The deck is full: it has 60 slides." in shown(app)


def receipt(ref: str) -> None:
    """A page with nothing but the button of a receipt."""
    from ui.deck import add_to_deck
    from ui.server.data_store import current_snapshot

    add_to_deck.number_button(current_snapshot(), ref)


@pytest.mark.parametrize(
    ("ref", "slide"),
    [
        ("cstd-28-2025/network-members", Slide(kind="numbers", indicators=("members",))),
        (
            "cstd-25-2022/network-countries",
            Slide(kind="numbers", facts=("cstd-25-2022/network-countries",)),
        ),
    ],
)
def test_a_number_is_added_from_its_receipt_and_the_newest_stays_the_newest(
    folder: Callable[[Path], None], ref: str, slide: Slide
):
    app = AppTest.from_function(receipt, args=(ref,), default_timeout=WITHIN).run()
    assert [button.label for button in app.button] == ["Add to deck"]
    app.button[0].click().run()
    assert app.session_state[deck_state.WAITING] == (slide,)
    assert "Added to the deck." in shown(app)


@pytest.mark.parametrize("view", ["", "facts", "submissions?show=members", "<b>", "?show=members"])
def test_what_is_no_figure_has_no_button(run: Callable[[str], AppTest], view: str):
    app = run(view)
    assert not app.button and not app.exception


def test_nothing_takes_the_place_of_the_style_of_the_page(run: Callable[[str], AppTest]):
    # Toasts and bare styles of a fragment would: Streamlit keeps both in one list.
    app = run("network")
    app.button[0].click().run()
    assert len(app.toast) == 0
    assert "<style>" not in shown(app)

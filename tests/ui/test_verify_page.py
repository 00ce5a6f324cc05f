"""The page that checks a file or a code, run without a browser."""

from __future__ import annotations

from decks.deck import Deck, Slide
from export.slides.number_receipt import current, numbers
from tests.support.real import real
from tests.ui.conftest import Run, shown
from ui.deck import deck_state

CURRENT = "Current: the numbers are those of today’s data"
OWN = Deck(title="Ours", slides=(Slide(kind="numbers", indicators=("workshops", "members")),))


def code(view: str, *decks: Deck) -> str:
    return next(one.code for one in numbers(real(), decks) if one.view == view)


def test_the_code_of_a_slide_of_numbers_is_known(run: Run):
    one = current("numbers?facts=ohchr-2024/network-members", real())
    assert one is not None
    for typed in (code("numbers?indicators=members"), one.code):
        assert CURRENT in shown(run("../pages/verify.py", code=typed))


def test_so_is_that_of_the_deck_that_is_being_built(run: Run):
    typed = code("numbers?indicators=workshops,members", OWN)
    app = run("../pages/verify.py", code=typed)
    assert CURRENT not in shown(app)
    app.session_state[deck_state.HELD] = OWN
    assert CURRENT in shown(app.run())

"""The labelled texts: what the finder reaches on them is held as a minimum."""

import pytest

from tests.extract.figures import measure


@pytest.mark.parametrize("part", ["tuning", "held out"])
def test_the_figures_do_not_fall(part):
    figures = measure(part)
    shares = figures.shares()
    assert shares["claims found"] >= 97, figures.wrong
    assert shares["of those value and bound right"] >= 97, figures.wrong
    assert shares["of what is offered a real claim"] >= 95, figures.wrong
    assert shares["countries found"] >= 97, figures.wrong
    assert shares["of countries offered a real place"] >= 94, figures.wrong


def test_the_figures_of_the_unseen_texts_do_not_fall():
    figures = measure("unseen")
    shares = figures.shares()
    assert shares["claims found"] >= 97, figures.wrong
    assert shares["of those value and bound right"] >= 98, figures.wrong
    assert shares["of what is offered a real claim"] >= 90, figures.wrong
    assert shares["countries found"] >= 99, figures.wrong


def test_the_labelled_texts_are_enough():
    figures = [measure(part) for part in ("tuning", "held out")]
    assert [figure.claims > 140 for figure in figures] == [True, True]
    assert [figure.places > 30 for figure in figures] == [True, True]

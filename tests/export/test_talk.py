"""A talk as bytes: what is in the file, how large it is, and that nothing in it can run."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from export.talk.talk_deck import read_talk
from export.talk.talk_file import make_slides, write_html
from export.talk.talk_screen import TalkSlide
from facts.store import Store
from tests.support.real import DATA, real
from tests.support.talks import EVERY_FIGURE, HOSTILE, SHIPPED, STEPPED, STEPS


def slides(data: bytes) -> tuple[TalkSlide, ...]:
    """The slides of a deck on the real data."""
    deck, _problems = read_talk(data, "deck.yaml", real())
    assert deck is not None
    return make_slides(deck, real())


def page(data: bytes) -> str:
    """The whole file of a deck on the real data."""
    deck, _problems = read_talk(data, "deck.yaml", real())
    assert deck is not None
    return write_html(deck, real()).decode()


class Scripts(HTMLParser):
    """Collects the scripts, the handlers and the addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script"
        for name, value in attrs:
            if name.startswith("on"):
                self.handlers.append(name)
            if name in ("src", "href", "action", "data", "xlink:href"):
                self.addresses.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts.append(data)


@pytest.mark.parametrize(
    "data", [SHIPPED, EVERY_FIGURE, HOSTILE], ids=["shipped", "all", "hostile"]
)
def test_only_its_own_script_may_run_and_nothing_is_asked_for(data: bytes):
    text = page(data)
    found = Scripts(text)
    assert len(found.scripts) == 1
    digest = base64.b64encode(hashlib.sha256(found.scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in text.replace("&#x27;", "'")
    assert found.handlers == []
    assert found.addresses == ["data:,"]
    assert re.findall(r"url\((?!data:)", text) == []


def test_the_font_stands_in_it_once():
    assert page(SHIPPED).count("font/woff2;base64,") == 1


def test_twelve_slides_are_small():
    lines = SHIPPED.rstrip().removesuffix(b"- kind: sources").rstrip()
    more = b"".join(b"\n- {kind: figure, figure: %s}" % name for name in (
        b"reach", b"activities", b"places", b"said-by-others"))  # fmt: skip
    assert len(slides(lines + more)) == 12
    assert len(page(lines + more)) < 6_000_000


def test_the_same_deck_gives_the_same_bytes():
    assert page(SHIPPED) == page(SHIPPED)


def test_every_slide_is_drawn_for_both_screens_in_all_its_parts():
    for one in slides(SHIPPED):
        for view in one.views:
            for name in ("wide", "tall"):
                sheets = [s for s in one.sheets if (s.stage.name, s.choice) == (name, view.choice)]
                assert [s.part for s in sheets] == list(range(1, sheets[0].parts + 1))


def test_a_figure_comes_with_what_may_be_chosen():
    third = slides(SHIPPED)[2]
    assert [view.choice for view in third.views] == ["", "members", "member_countries"]
    assert third.views[1].title == "From 103 members (2018 submission) to 129 (November 2024)"
    assert all("/network-members" in ref for ref in third.views[1].refs)


def test_the_choice_of_the_deck_is_shown_first():
    deck = (
        b"deck: {title: x}\nslides:\n- {kind: figure, figure: network, choices: {show: members}}\n"
    )
    first = slides(deck)[0]
    assert [view.choice for view in first.views] == ["members", "", "member_countries"]


def test_a_list_as_long_as_that_of_all_countries_is_no_choice():
    deck = b"deck: {title: x}\nslides:\n- {kind: figure, figure: activities}\n"
    assert [view.choice for view in slides(deck)[0].views] == [""]


@pytest.mark.parametrize(
    "figure", ["reach", "activities", "coverage", "said-by-others", "findings"]
)
def test_no_fact_is_left_out_where_a_figure_takes_several_screens(figure: str):
    deck = f"deck: {{title: x}}\nslides:\n- {{kind: figure, figure: {figure}}}\n".encode()
    first = slides(deck)[0]
    for name in ("wide", "tall"):
        html = "".join(s.html for s in first.sheets if (s.stage.name, s.choice) == (name, ""))
        pressed = {ref for refs in re.findall(r'data-ref="([^"]+)"', html) for ref in refs.split()}
        assert set(first.views[0].refs) - pressed == set(), name


def test_over_100_stays_over_100():
    text = page(SHIPPED)
    assert "over 100" in text and ">over </small>551<" in text


def test_a_receipt_marks_the_number_in_its_quote():
    text = page(SHIPPED)
    found = re.search(r"data-receipt='cstd-25-2022/network-countries'.*?</article>", text)
    assert found and "in over <mark>100</mark> countries" in found.group()


def test_every_step_of_a_line_chart_shows_more():
    first = slides(STEPPED)[0]
    wide = next(sheet for sheet in first.sheets if sheet.stage.name == "wide")
    assert first.steps == STEPS
    assert wide.html.count('data-name="from 2"') > 4
    assert wide.html.count('data-name="from 3"') > 4
    assert not re.search(r'data-name="from [^23]', wide.html)


def test_a_fact_that_is_gone_leaves_a_sentence():
    deck = (
        b"deck: {title: x}\nslides:\n- {kind: numbers, facts: [a/b]}\n"
        b"- {kind: figure, figure: network}\n"
    )
    first, second, _last = slides(deck)
    assert "There is no fact “a/b” any more." in first.sheets[0].html
    assert "From 103 members" in second.sheets[0].html


def test_an_empty_data_folder_still_gives_a_talk(tmp_path: Path):
    held = Store(tmp_path).snapshot()
    deck, _problems = read_talk(SHIPPED, "deck.yaml", held)
    assert deck is not None
    assert b"Nothing is left to draw" in write_html(deck, held)


def test_another_data_folder_leaves_no_trace_of_the_first():
    held = Store(DATA.parent / "nowhere").snapshot()
    deck, _problems = read_talk(STEPPED, "deck.yaml", held)
    assert deck is not None
    assert b"ECPAT" not in write_html(deck, held)

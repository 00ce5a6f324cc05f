"""Pages of a list: where each begins, what stands in the address, and what a wrong one gives."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import shown


def app(count: int = 1_030, **parameters: str) -> AppTest:
    """A page of `count` things, a hundred at once."""
    made = AppTest.from_string(
        "import json, streamlit as st\n"
        "from ui.widgets.pager import pager\n"
        "given = st.session_state\n"
        "count, about = given.get('count', 0), given.get('asked', '')\n"
        "st.json(json.dumps(pager(count, 100, 'page', about)))\n"
    )
    made.session_state["count"] = count
    for name, value in parameters.items():
        made.query_params[name] = value
    return made.run()


def at(made: AppTest) -> list[int]:
    """Where the page shown begins and ends."""
    return list(json.loads(made.json[0].value))


def page(made: AppTest) -> str | None:
    """The page in the address."""
    found = made.query_params.get("page")
    return found[0] if isinstance(found, list) else found


@pytest.mark.parametrize("count", [0, 1, 100])
def test_one_page_shows_no_controls(count: int):
    made = app(count)
    assert (at(made), len(made.button), len(made.number_input)) == ([0, count], 0, 0)


def test_the_buttons_and_the_field_go_to_a_page_and_the_address_names_it():
    made = app()
    assert (at(made), page(made)) == ([0, 100], None)
    assert made.button(key="page-previous").disabled
    made.button(key="page-next").click().run()
    assert (at(made), page(made)) == ([100, 200], "2")
    made.number_input(key="page-field").set_value(11).run()
    assert (at(made), page(made)) == ([1_000, 1_030], "11")
    assert made.button(key="page-next").disabled
    assert "1,001 to 1,030 of 1,030" in shown(made)
    made.button(key="page-previous").click().run()
    assert (at(made), page(made)) == ([900, 1_000], "10")
    made.number_input(key="page-field").set_value(1).run()
    assert (at(made), page(made)) == ([0, 100], None)


@pytest.mark.parametrize(
    ("wanted", "given", "page_"),
    [("12", [1_000, 1_030], "11"), ("0", [0, 100], None), ("-4", [0, 100], None),
     ("abc", [0, 100], None), ("9" * 400, [0, 100], None), ("²", [0, 100], None)],
)  # fmt: skip
def test_a_page_that_is_not_there_gives_the_nearest_and_a_sentence(wanted, given, page_):
    made = app(page=wanted)
    assert (at(made), page(made)) == (given, page_)
    assert f"There are 11 pages, and none named “{wanted[:40]}”. Shown instead" in shown(made)
    assert "none named" not in shown(made.run())


def test_a_page_of_a_list_that_became_short_gives_its_only_page():
    made = app(30, page="4")
    assert (at(made), page(made)) == ([0, 30], None)
    assert "There is 1 page, and none named “4”. Shown instead: page 1." in shown(made)


def test_another_list_begins_at_its_first_page_unless_the_address_names_one():
    made = app(page="5")
    made.session_state["asked"] = "members"
    made.run()
    assert (at(made), page(made)) == ([0, 100], None)
    made.session_state["asked"] = "countries"
    made.query_params["page"] = "3"
    made.run()
    assert (at(made), page(made)) == ([200, 300], "3")

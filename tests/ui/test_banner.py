"""The banner: what is left out, what is wrong, where, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import replace

from facts.problems import Problem
from facts.store import Snapshot
from tests.support.small import HOSTILE, LIKE_THE_REAL_ONES, snapshot
from tests.ui.test_tags import parts
from ui.widgets.empty_state import banner_html

ONE = Problem("data/a.yaml", 3, 5, "facts.members.value", "'x' is not a number.", "write digits.")


def held(*problems: Problem, left_out: tuple[str, ...] = (), inside: str = "") -> Snapshot:
    """A snapshot with these problems, whole submissions and one entry left out."""
    subs = LIKE_THE_REAL_ONES.submissions
    if inside:
        subs = (*subs[:-1], replace(subs[-1], left_out=(inside,)))
    corpus = replace(LIKE_THE_REAL_ONES, submissions=subs, problems=problems, left_out=left_out)
    return snapshot(corpus)


def lines(made: str) -> list[str]:
    """The problems that a banner writes out."""
    return ["".join(parts(item).words) for item in re.findall("<li>(.*?)</li>", made)]


def test_one_problem_with_its_place_and_cure():
    made = banner_html(held(ONE, inside="facts.members"))
    assert made == (
        "<div class='f-notice' role='status'><strong>1 problem in the data.</strong> "
        "1 entry is left out of every page until it is mended: Fifth 2025: facts.members."
        "<details><summary>What is wrong, where, and how to mend it</summary><ul><li>"
        "data/a.yaml:3:5: facts.members.value: &#x27;x&#x27; is not a number. Fix: write digits."
        "</li></ul></details></div>"
    )


def test_whole_submissions_come_first():
    made = banner_html(held(ONE, ONE, left_out=("gone", "also-gone"), inside="facts.members"))
    assert "<strong>2 problems in the data.</strong>" in made
    what = "gone, also-gone, Fifth 2025: facts.members"
    assert f" 3 entries are left out of every page until they are mended: {what}." in made


def test_nothing_left_out_is_said():
    assert "Nothing is left out of the pages." in banner_html(held(ONE))


def test_twenty_problems_are_written_out_and_the_rest_is_counted():
    many = [replace(ONE, line=line) for line in range(1, 1_026)]
    assert len(lines(banner_html(held(*many[:20])))) == 20
    found = lines(banner_html(held(*many)))
    assert len(found) == 21
    assert found[19].startswith("data/a.yaml:20:5: ") and found[20] == "and 1,005 more"
    assert lines(banner_html(held(*many[:21])))[-1] == "and 1 more"


def test_hostile_text_stays_text_on_one_line():
    bad = Problem(HOSTILE, 1, 1, HOSTILE, f"{HOSTILE}\n</li><li>", HOSTILE)
    found = parts(banner_html(held(bad, left_out=(HOSTILE,), inside=HOSTILE)))
    assert [tag for tag, _attributes in found.elements] == [
        "div", "strong", "details", "summary", "ul", "li",
    ]  # fmt: skip

"""The reading view: the source as a reader sees it, its facts marked, each number a button."""

from __future__ import annotations

import re

import pytest

from facts.corpus import Sub
from language.plain_text import normalise
from tests.support.real import real
from tests.support.small import HOSTILE, Said, members, submission
from tests.ui.test_tags import parts
from ui.evidence.reading_view import contents, whole_text

SUBS = pytest.mark.parametrize("name", [sub.head.id for sub in real().corpus.submissions])


def sub_named(name: str) -> Sub:
    """A real submission."""
    sub = real().corpus.submission(name)
    assert sub is not None
    return sub


def buttons(made: str) -> list[dict[str, str | None]]:
    """The attributes of the buttons of a reading view, in order."""
    return [attributes for tag, attributes in parts(made).elements if tag == "button"]


def words_of(made: str, *, counted: bool = False) -> str:
    """The text of a reading view without white space; what we counted is no word of the source."""
    text = "".join(parts(made).words)
    if not counted:
        text = re.sub(r"counted: \d+(?:,\d{3})*", "", text)
    return re.sub(r"\s", "", text)


def visible(sub: Sub, start: int = 0, end: int | None = None) -> str:
    """What a reader sees of the source, in its own letters, without white space."""
    normal = normalise(sub.source_text)
    stop = len(sub.source_text) if end is None else end
    pairs = zip(normal.offsets, normal.text, strict=False)
    seen = dict.fromkeys(at for at, letter in pairs if letter != " " and start <= at < stop)
    return "".join(sub.source_text[at] for at in seen)


@SUBS
def test_the_text_is_that_of_the_source_without_its_markup(name: str):
    sub = sub_named(name)
    # A rule between two parts is drawn, not written.
    rules = re.compile(r"(?m)^[ \t]*-{3,}[ \t]*$")
    source = rules.sub("", sub.source_text)
    ruled = type(sub)(**{**vars(sub), "source_text": source})
    made = words_of(whole_text(sub, sub.facts, None))
    assert rules.sub("", made) == visible(ruled)
    assert len(made) > 4_000


@SUBS
def test_no_markup_of_the_source_is_seen(name: str):
    sub = sub_named(name)
    made = "".join(parts(whole_text(sub, sub.facts, None)).words)
    assert "**" not in made and "](" not in made and "<sup>" not in made


@SUBS
def test_every_fact_is_one_button_with_its_id(name: str):
    sub = sub_named(name)
    made = buttons(whole_text(sub, sub.facts, None))
    assert sorted(str(one["data-fact"]) for one in made) == sorted(p.ref for p in sub.facts)
    assert [one["id"] for one in made] == [
        f"at-{str(one['data-fact']).partition('/')[2]}" for one in made
    ]


@SUBS
def test_every_button_holds_the_number_of_its_fact(name: str):
    sub = sub_named(name)
    made = whole_text(sub, sub.facts, None)
    inside = dict(
        re.findall(r"data-fact='([^']+)'[^>]*><span class='f-in'>([^<]*)</span></button>", made)
    )
    taken: dict[tuple[int, int], str] = {}
    for placed in sub.facts:
        shown = inside[placed.ref]
        if placed.number and placed.number not in taken:
            assert shown == " ".join(sub.source_text[slice(*placed.number)].split())
            taken[placed.number] = placed.ref
        else:
            assert shown == f"counted: {placed.fact.value}"


@SUBS
def test_the_quotes_are_marked_and_nothing_else(name: str):
    sub = sub_named(name)
    made = whole_text(sub, sub.facts, None)
    # Buttons stand inside marks; without both, what is marked is what is quoted, each part once.
    pieces = re.findall(r"<mark>(.*?)</mark>|<span class='f-in'>(.*?)</span>", made)
    marked = words_of("".join(mark or number for mark, number in pieces))
    spans = {(p.match.start, p.match.end) for p in sub.facts}
    spans |= {(m.start, m.end) for p in sub.facts for m in p.also}
    quoted = sorted({at for start, end in spans for at in range(start, end)})
    letters = set(quoted)
    normal = normalise(sub.source_text)
    pairs = zip(normal.offsets, normal.text, strict=False)
    seen = dict.fromkeys(at for at, letter in pairs if letter != " " and at in letters)
    assert marked == "".join(sub.source_text[at] for at in seen)
    assert whole_text(sub, (), None).count("<mark>") == 0


def test_a_filter_leaves_the_text_and_takes_the_marks():
    sub = sub_named("cstd-28-2025")
    shown = [p for p in sub.facts if p.fact.indicator == "working_groups"]
    made = whole_text(sub, shown, None)
    assert [one["data-fact"] for one in buttons(made)] == ["cstd-28-2025/working-groups"]
    assert words_of(made) == words_of(whole_text(sub, sub.facts, None))


def test_the_fact_that_is_asked_for_is_the_one_that_is_scrolled_to():
    sub = sub_named("cstd-28-2025")
    here = [
        one for one in buttons(whole_text(sub, sub.facts, "working-groups")) if "data-here" in one
    ]
    assert [one["data-fact"] for one in here] == ["cstd-28-2025/working-groups"]
    assert "data-here" not in whole_text(sub, sub.facts, None)
    assert "data-here" not in whole_text(sub, sub.facts, "no-such-fact")


def test_tags_links_footnotes_and_lists():
    said = Said(
        "members",
        5,
        "**Our** [network](https://example.org) has 5 members.<sup>1</sup>",
        "5",
        "members",
    )
    other = Said("members", 6, "- a point\n- another with 6 members", "6", "more")
    sub = submission("A", ("2020-01-02", "2020-01-02"), said, other)
    assert whole_text(sub, sub.facts, None) == (
        "<div class='f-reading'><div class='f-body'>"
        "<p><mark>Our network has </mark>"
        "<button type='button' class='f-mark' id='at-members' data-fact='a/members' "
        "aria-label='5: show the receipt'><span class='f-in'>5</span></button>"
        "<mark> members.</mark> </p>"
        "<p><mark>- a point </mark></p>"
        "<p><mark>- another with </mark>"
        "<button type='button' class='f-mark' id='at-more' data-fact='a/more' "
        "aria-label='6: show the receipt'><span class='f-in'>6</span></button>"
        "<mark> members</mark> </p>"
        "</div></div>"
    )


def test_a_count_of_ours_stands_behind_its_sentence_and_says_so():
    said = Said(
        "members",
        2,
        "we met in Rome and Oslo",
        "we",
        "cities",
        more={"counted": ("Rome", "Oslo")},
    )
    sub = submission("A", ("2020-01-02", "2020-01-02"), said)
    made = whole_text(sub, sub.facts, None)
    assert made.index("Oslo") < made.index("counted: 2</span></button>")
    assert words_of(made) == "wemetinRomeandOslo"


def test_two_facts_on_one_number_are_two_buttons():
    first = members(5, name="one")
    sub = submission("A", ("2020-01-02", "2020-01-02"), first)
    twin = sub.facts[0]
    other = type(twin)(
        twin.submission,
        twin.fact.model_copy(update={"id": "two"}),
        twin.match,
        twin.number,
    )
    made = buttons(whole_text(sub, (twin, other), None))
    assert [one["data-fact"] for one in made] == ["a/one", "a/two"]


def test_hostile_text_stays_text():
    said = Said("members", 5, f"{HOSTILE} 5 members <script>alert(1)</script>", "5", "members")
    sub = submission("A", ("2020-01-02", "2020-01-02"), said)
    found = parts(whole_text(sub, sub.facts, None))
    assert {tag for tag, _attributes in found.elements} <= {"div", "p", "mark", "button", "span"}
    for _tag, attributes in found.elements:
        assert set(attributes) <= {"class", "id", "type", "data-fact", "aria-label"}


def test_the_contents_list_every_fact_and_jump_to_it():
    sub = sub_named("cstd-28-2025")
    shown = sub.facts[:2]
    says, labels = {p.ref: "<9>" for p in shown}, {p.ref: HOSTILE for p in shown}
    found = parts(contents(shown, says, labels))
    links = [attributes for tag, attributes in found.elements if tag == "a"]
    assert links == [
        {
            "class": "f-link",
            "href": f"?submission=cstd-28-2025&fact={p.fact.id}",
            "data-jump": f"at-{p.fact.id}",
        }
        for p in shown
    ]
    assert "".join(found.words) == f"<9> {HOSTILE}" * 2

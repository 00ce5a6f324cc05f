"""The figure: where its marks, lines, arrows, bands and labels stand, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from charts.network import network
from charts.spec import Lines
from charts.theme import DARK, LIGHT, Palette
from drawing import plotly_lines
from drawing import plotly_lines as drawing
from drawing.plotly_lines import lines_figure
from facts.corpus import Corpus
from tests.support.small import (
    COUNTRIES,
    HOSTILE,
    LIKE_THE_REAL_ONES,
    MEMBERS,
    Said,
    corpus,
    indicator,
    members,
    rows,
    submission,
)

TEAL, RUST = LIGHT.series[:2]
SECOND, THIRD = date(2017, 12, 16), date(2021, 12, 16)
FOURTH, FIFTH = date(2024, 5, 13), date(2024, 11, 15)


def drawn(held: Corpus, colours: Palette = LIGHT) -> dict[str, Any]:
    """The figure of a corpus as plain values, as it is sent to the page."""
    spec = network(rows(held), held)
    assert spec is not None
    return lines_figure(spec, colours).to_plotly_json()


REAL = drawn(LIKE_THE_REAL_ONES)


def traces(made: dict[str, Any], mode: str) -> list[dict[str, Any]]:
    """The traces of markers or of text."""
    return [trace for trace in made["data"] if trace["mode"] == mode]


def shapes(made: dict[str, Any], kind: str, name: str = "") -> list[dict[str, Any]]:
    """The shapes of a type whose name begins so; bands have no name."""
    every = made["layout"]["shapes"]
    return [s for s in every if s["type"] == kind and s.get("name", "").startswith(name)]


def notes(made: dict[str, Any], ending: str = "") -> dict[str, dict[str, Any]]:
    """The labels made for this width, by name: where they stand, and what they say.

    `off` is how far from its mark or from the top a label stands, in px.
    """
    found = {}
    known = {
        ref[0]: y
        for t in traces(made, "markers")
        for ref, y in zip(t["customdata"], t["y"], strict=True)
    }
    for trace in traces(made, "text"):
        font = trace["textfont"]
        for name, x, y, text, position, colour, size in zip(
            trace["ids"],
            trace["x"],
            trace["y"],
            trace["text"],
            trace["textposition"],
            font["color"],
            font["size"],
            strict=True,
        ):
            if trace["name"] == f"labels {ending}" or not ending:
                low, high = made["layout"]["yaxis"]["range"]
                away = (y - known.get(name, high)) / (high - low) * (drawing.HEIGHT - 48 - 34)
                found[name] = {
                    "x": x,
                    "off": round(away, 6),
                    "text": text,
                    "position": position,
                    "colour": colour,
                    "size": size,
                }
    return found


def test_every_fact_is_a_marker_at_its_date_and_value():
    members_, countries_ = traces(REAL, "markers")
    assert members_["x"] == [SECOND, THIRD, FOURTH, FIFTH]
    assert members_["y"] == [103.0, 122.0, 126.0, 129.0]
    assert countries_["x"] == [SECOND, THIRD, FOURTH, FIFTH]
    assert countries_["y"] == [93.0, 100.0, 106.0, 108.0]


def test_every_marker_carries_the_reference_of_its_fact():
    names = ("second-2018", "third-2022", "fourth-2024", "fifth-2025")
    assert [trace["customdata"] for trace in traces(REAL, "markers")] == [
        [[f"{name}/members"] for name in names],
        [[f"{name}/countries"] for name in names],
    ]


def test_a_marker_is_filled_only_where_it_is_comparable():
    members_, countries_ = traces(REAL, "markers")
    assert members_["marker"]["color"] == [TEAL, LIGHT.card, TEAL, TEAL]
    assert countries_["marker"]["color"] == [RUST, LIGHT.card, RUST, RUST]


def test_series_are_told_apart_by_shape_and_by_colour():
    assert [t["marker"]["symbol"] for t in traces(REAL, "markers")] == ["circle", "square"]
    assert [t["marker"]["line"]["color"] for t in traces(REAL, "markers")] == [TEAL, RUST]


def test_a_pressed_marker_leaves_the_others_as_they_are():
    for trace in traces(REAL, "markers"):
        assert trace["selected"]["marker"]["opacity"] == 1
        assert trace["unselected"]["marker"]["opacity"] == 1


def test_lines_run_between_comparable_marks_dotted_past_the_break():
    assert [
        ((s["x0"], s["x1"]), (s["y0"], s["y1"]), s["line"]["dash"], s["line"]["color"])
        for s in shapes(REAL, "line")
    ] == [
        ((SECOND, FOURTH), (103.0, 126.0), "dot", TEAL),
        ((FOURTH, FIFTH), (126.0, 129.0), "solid", TEAL),
        ((SECOND, FOURTH), (93.0, 106.0), "dot", RUST),
        ((FOURTH, FIFTH), (106.0, 108.0), "solid", RUST),
    ]


def test_no_line_touches_a_mark_that_is_not_comparable():
    assert all(THIRD not in (line["x0"], line["x1"]) for line in shapes(REAL, "line"))


def test_an_inferred_date_is_a_pale_bar_over_the_time_it_can_lie_in():
    windows = {s["name"]: s for s in shapes(REAL, "rect", "window")}
    assert {name: (s["x0"], s["x1"], s["yanchor"]) for name, s in windows.items()} == {
        "window second-2018/members": (date(2017, 10, 1), date(2018, 5, 31), 103.0),
        "window third-2022/members": (date(2021, 10, 1), date(2022, 3, 31), 122.0),
        "window second-2018/countries": (date(2017, 10, 1), date(2018, 5, 31), 93.0),
        "window third-2022/countries": (date(2021, 10, 1), date(2022, 3, 31), 100.0),
    }
    assert {(s["ysizemode"], s["y0"], s["y1"], s["opacity"]) for s in windows.values()} == {
        ("pixel", -4.5, 4.5, 0.3)
    }


def test_only_marks_answer_a_hover():
    assert {t["hoverinfo"] for t in traces(REAL, "text")} == {"skip"}
    assert traces(REAL, "markers")[1]["hovertext"][1] == (
        "<b>over 100</b> countries<br>Third 2022 · October 2021 to March 2022, inferred<br>"
        "“members and partners”<br>Press for the sentence that states it"
    )


def arrow(bound: str, sentence: str) -> dict[str, Any]:
    """The one arrow of a chart with one mark of this bound."""
    held = corpus(submission("A", ("2020-01-02",) * 2, members(60, bound=bound, sentence=sentence)))
    found = [a for a in drawn(held)["layout"]["annotations"] if a["showarrow"]]
    assert len(found) == 1
    return found[0]


def test_the_only_arrow_of_the_real_chart_is_that_of_its_bound():
    arrows = [a for a in REAL["layout"]["annotations"] if a["showarrow"]]
    assert [(a["name"], a["x"], a["y"]) for a in arrows] == [
        ("bound third-2022/countries", THIRD, 100.0)
    ]


@pytest.mark.parametrize(
    ("bound", "sentence"),
    [("more_than", "over 60 members"), ("at_least", "at least 60 members")],
)
def test_a_lower_limit_has_an_arrow_up_that_starts_at_its_mark(bound: str, sentence: str):
    made = arrow(bound, sentence)
    # The head is shifted up from the mark; the tail lies below the head (pixels grow downwards).
    assert (made["yshift"], made["ax"], made["ay"]) == (30, 0, 23.5)
    assert made["y"] == 60.0 and made["x"] == date(2020, 1, 2)


@pytest.mark.parametrize(
    ("bound", "sentence"),
    [
        ("up_to", "up to 60 members"),
        ("less_than", "less than 60 members"),
        ("almost", "almost 60 members"),
    ],
)
def test_an_upper_limit_has_an_arrow_down(bound: str, sentence: str):
    made = arrow(bound, sentence)
    assert (made["yshift"], made["ax"], made["ay"]) == (-30, 0, -23.5)


def test_about_has_an_open_mark_and_no_arrow():
    held = corpus(
        submission("A", ("2020-01-02",) * 2, members(60, bound="about", sentence="about 60"))
    )
    made = drawn(held)
    assert not made["layout"].get("annotations")
    assert traces(made, "markers")[0]["marker"]["color"] == [LIGHT.card]
    assert notes(made)["a/members"]["text"] == "<b>about 60</b>"


def test_bands_lie_below_from_their_first_day_to_the_day_after_their_last():
    bands = [s for s in REAL["layout"]["shapes"] if "name" not in s]
    assert [(s["x0"], s["x1"], s["fillcolor"]) for s in bands] == [
        (date(2013, 11, 1), date(2014, 6, 1), LIGHT.rule),
        *(
            (date(year, 1, 1), date(year + 1, 1, 1), LIGHT.band)
            for year in (2015, 2016, 2019, 2020, 2023, 2025)
        ),
    ]
    assert {(s["layer"], s["yref"], s["y0"], s["y1"]) for s in bands} == {("below", "paper", 0, 1)}


def test_the_document_that_states_no_size_is_named_at_its_band():
    assert notes(REAL, "always")["band 0"] == {
        "x": date(2014, 5, 31),
        "off": -4.0,
        "text": "\u00a0First 2014: size not stated",
        "position": "bottom right",
        "colour": LIGHT.quiet,
        "size": 13,
    }


ALWAYS = {
    "band 0": "\u00a0First 2014: size not stated",
    "axis": "\u00a0axis starts at 80",
    "Second 2018": "Second 2018",
    "Fourth 2024": "Fourth 2024",
    "Fifth 2025": "Fifth 2025<br>\u00a0",
}
WIDE = {
    "second-2018/members": "<b>103</b> members",
    "second-2018/countries": "<b>93</b> countries",
    "third-2022/members": (
        "<b>122</b> †<br><span style='font-size:13px'>members and partners</span>"
    ),
    "fourth-2024/members": "<b>126</b>",
    "fifth-2025/members": "<b>129</b> members",
    "third-2022/countries": (
        "<b>over 100</b> countries †<br><span style='font-size:13px'>members and partners</span>"
    ),
    "fourth-2024/countries": "<b>106</b>",
    "fifth-2025/countries": "<b>108</b> countries",
    "Third 2022": "Third 2022",
}
NARROW = {
    "second-2018/members": "<b>103</b><br>members",
    "second-2018/countries": "<b>93</b><br>countries",
    "third-2022/members": "<b>122</b> †",
    "fifth-2025/members": "<b>126</b> → <b>129</b>",
    "third-2022/countries": "<b>over 100</b> †",
    "fifth-2025/countries": "<b>106</b> → <b>108</b>",
}


@pytest.mark.parametrize(
    ("width", "texts"), [("always", ALWAYS), ("wide", WIDE), ("narrow", NARROW)]
)
def test_what_the_labels_of_each_width_say(width: str, texts: dict[str, str]):
    assert {name: label["text"] for name, label in notes(REAL, width).items()} == texts


def test_a_label_stands_at_its_mark_above_for_the_first_series_and_below_for_the_second():
    how = {name: tuple(label.values()) for name, label in notes(REAL, "wide").items()}
    members_, countries_ = WIDE["third-2022/members"], WIDE["third-2022/countries"]
    assert how["third-2022/members"] == (THIRD, 9.0, members_, "top center", TEAL, 16)
    assert how["third-2022/countries"] == (THIRD, -9.0, countries_, "bottom center", RUST, 16)


def test_labels_lean_away_from_each_other_and_from_the_line():
    places = {name: label["position"] for name, label in notes(REAL).items() if "/mem" in name}
    wide = {name: label["position"] for name, label in notes(REAL, "wide").items()}
    assert places["second-2018/members"] == "top left"
    assert (wide["fourth-2024/members"], wide["fifth-2025/members"]) == ("top left", "top right")


def test_names_of_documents_that_meet_are_stepped_by_an_empty_line():
    named = notes(REAL, "always")
    assert [named[n]["text"].endswith("<br>\u00a0") for n in ("Fourth 2024", "Fifth 2025")] == [
        False,
        True,
    ]


def test_a_pressed_mark_leaves_the_labels_as_they_are():
    # Plotly makes the words of a chart pale at a press, unless the colour of the pressed is set.
    for trace in traces(REAL, "text"):
        assert trace["selected"]["textfont"]["color"] in trace["textfont"]["color"]


def test_the_labels_of_every_width_are_the_first_traces_in_one_order():
    # The style sheet of the page hides them by their place.
    alone = drawn(corpus(submission("A", ("2020-01-02",) * 2, members(5))))
    for made in (REAL, alone):
        named = [t.get("name") for t in made["data"][:3]]
        assert named == ["labels wide", "labels narrow", "labels always"]
    assert alone["data"][0]["text"] == [""]


def test_the_axes_are_those_of_the_description():
    layout = REAL["layout"]
    assert layout["xaxis"]["type"] == "date"
    assert list(layout["xaxis"]["range"]) == [date(2013, 9, 17), date(2026, 1, 1)]
    assert list(layout["yaxis"]["range"]) == [80.0, 140.0]


def test_the_figure_has_no_title_and_no_legend_of_its_own():
    assert "title" not in REAL["layout"]
    assert {trace["showlegend"] for trace in REAL["data"]} == {False}


def later(*days: tuple[str, int]) -> dict[str, Any]:
    """The figure where more was said on these days."""
    more = [submission(f"Day {day}", (day, day), members(value)) for day, value in days]
    return drawn(corpus(*LIKE_THE_REAL_ONES.submissions, *more))


def test_the_label_of_a_late_mark_has_its_room_and_its_year_a_tick():
    made = later(("2026-11-20", 135))
    assert made["layout"]["xaxis"]["range"][1] == date(2027, 1, 1)
    assert made["layout"]["margin"]["r"] == 47  # half of "135 members"
    assert REAL["layout"]["margin"]["r"] == 28
    (wide, narrow) = (notes(made, width)["day-2026-11-20/members"] for width in ("wide", "narrow"))
    assert (wide["text"], wide["position"]) == ("<b>135</b> members", "top center")
    assert (narrow["text"], narrow["position"]) == ("<b>135</b><br>members", "top center")


def test_of_late_marks_that_meet_the_last_one_says_its_number_only():
    made = later(("2026-11-20", 135), ("2027-10-20", 140))
    assert made["layout"]["xaxis"]["range"][1] == date(2028, 1, 1)
    assert made["layout"]["margin"]["r"] == 28
    last = notes(made, "wide")["day-2027-10-20/members"]
    assert (last["text"], last["position"]) == ("<b>140</b>", "top right")
    assert notes(made, "narrow")["day-2027-10-20/members"]["position"] == "top left"


def test_names_of_documents_do_not_meet_on_a_narrow_chart():
    made = later(("2026-11-20", 135), ("2027-10-20", 140))
    names = {
        (label["text"].count("<br>"), label["x"]): label["text"].partition("<br>")[0]
        for width in ("always", "narrow")
        for name, label in notes(made, width).items()
        if " " in name and "/" not in name and not name.startswith("band")
    }
    first, end = made["layout"]["xaxis"]["range"]
    a_day = plotly_lines.LEAST_PLOT / (end - first).days
    assert "Day 2027-10-20" in names.values()
    for (level, at), name in names.items():
        for (other_level, later_), other in names.items():
            if level == other_level and at < later_:
                half = (len(name) + len(other)) / 2 * plotly_lines.SMALL_LETTER
                assert (later_ - at).days * a_day >= half - 1


def test_dark_colours_are_those_of_the_dark_palette():
    made = drawn(LIKE_THE_REAL_ONES, DARK)
    assert [t["marker"]["line"]["color"] for t in traces(made, "markers")] == list(DARK.series[:2])
    assert made["layout"]["font"]["color"] == DARK.ink


def test_hostile_words_are_escaped_in_labels_hovers_and_names_of_documents():
    bad = indicator(
        "members",
        HOSTILE,
        HOSTILE,
        wordings={HOSTILE: "differs", "members": "same"},
    )
    held = corpus(
        submission(HOSTILE, ("2014-01-02",) * 2, id="silent"),
        submission(f"2 {HOSTILE}", ("2020-01-02",) * 2, members(5, wording=HOSTILE), id="two"),
        submission(f"3 {HOSTILE}", ("2024-01-02",) * 2, members(6), id="three"),
        indicators=(bad,),
    )
    made = drawn(held)
    texts = [text for trace in traces(made, "text") for text in trace["text"]]
    texts += [text for trace in traces(made, "markers") for text in trace["hovertext"]]
    assert sum("&lt;img src=x" in text for text in texts) == 9
    for text in texts:
        assert "<img" not in text and "<a" not in text
        kept = text
        for ours in ("<b>", "</b>", "<br>", "<span style='font-size:13px'>", "</span>"):
            kept = kept.replace(ours, "")
        assert "<" not in kept and ">" not in kept


def test_three_series_have_three_colours_and_shapes():
    other = tuple(indicator(name, name, f"{name}s") for name in ("club", "player"))
    held = corpus(
        submission(
            "A",
            ("2020-01-02",) * 2,
            members(5),
            Said("club", 12, "12 clubs", "12"),
            Said("player", 90, "90 players", "90"),
        ),
        indicators=(MEMBERS, *other),
    )
    made = traces(drawn(held), "markers")
    assert [t["marker"]["symbol"] for t in made] == ["circle", "square", "diamond"]
    assert [t["marker"]["color"] for t in made] == [[c] for c in LIGHT.series[:3]]


def test_one_point_is_one_marker_and_no_line():
    made = drawn(
        corpus(submission("A", ("2020-01-02",) * 2, members(5)), indicators=(MEMBERS, COUNTRIES))
    )
    assert shapes(made, "line") == []
    (only,) = traces(made, "markers")
    assert (only["x"], only["y"]) == ([date(2020, 1, 2)], [5.0])


def test_the_height_is_the_one_asked_for():
    spec = network(rows(LIKE_THE_REAL_ONES), LIKE_THE_REAL_ONES)
    assert spec is not None
    assert lines_figure(spec, LIGHT).layout.height == drawing.HEIGHT
    assert lines_figure(spec, LIGHT, height=300).layout.height == 300


def test_a_hostile_number_is_escaped_too():
    spec = network(rows(LIKE_THE_REAL_ONES), LIKE_THE_REAL_ONES)
    assert spec is not None and isinstance(spec.drawing, Lines)
    first = spec.drawing.series[0]
    marks = tuple(replace(mark, says=HOSTILE, as_of=HOSTILE) for mark in first.marks)
    lines = replace(spec.drawing, series=(replace(first, marks=marks, unit=HOSTILE),))
    made = lines_figure(replace(spec, drawing=lines), LIGHT).to_plotly_json()
    texts = [text for trace in traces(made, "text") for text in trace["text"]]
    texts += [text for trace in traces(made, "markers") for text in trace["hovertext"]]
    assert sum("&lt;img src=x" in text for text in texts) >= 8
    assert not [text for text in texts if "<img" in text]


def test_an_indicator_keeps_its_colour_and_shape_when_it_is_drawn_alone():
    frame = rows(LIKE_THE_REAL_ONES)
    spec = network(frame[frame["indicator"] == "countries"], LIKE_THE_REAL_ONES)
    assert spec is not None
    alone = lines_figure(spec, LIGHT).to_plotly_json()
    assert traces(alone, "markers") == traces(REAL, "markers")[1:]
    assert shapes(alone, "line") == [t for t in shapes(REAL, "line") if "countries" in t["name"]]
    assert {one["colour"] for name, one in notes(alone).items() if "/" in name} == {RUST}
    assert [a["arrowcolor"] for a in alone["layout"]["annotations"]] == [RUST]

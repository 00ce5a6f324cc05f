"""An SVG holds text as text, its numbers with their facts, and its receipt, and runs nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.spec import Ledger, Map
from charts.theme import LIGHT
from drawing.picture import SIZES, compose
from export.figures import Job, job
from export.formats import svg
from tests.export.made import EVERY
from tests.export.made import job as small_job
from tests.support.real import real

SPACE = svg.SPACE


def made(name: str, **asked: Any) -> Job:
    found = job(real(), name, **asked)
    assert found is not None
    return found


def texts(data: bytes, group: str) -> str:
    """The words of a part of the picture, as one line."""
    root = ElementTree.fromstring(data)
    found = next(g for g in root.iter(f"{SPACE}g") if g.get("data-name") == group)
    return " ".join("".join(text.itertext()) for text in found.iter(f"{SPACE}text"))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_every_number_and_the_receipt_are_read_back(name: str, size: tuple[int, int]):
    asked = made(name, width=size[0], height=size[1])
    data = svg.write(asked)
    drawn = asked.spec.drawing
    says = tuple(item.says for item in asked.receipt.items if item.says)
    assert svg.read_receipt(data) == asked.receipt
    assert svg.read_values(data) == (None if isinstance(drawn, Map) else says or None)


def test_a_bound_is_never_shortened():
    assert svg.read_values(svg.write(made("network"))) == (
        "93",
        "103",
        "over 100",
        "122",
        "106",
        "126",
        "108",
        "129",
    )


@pytest.mark.parametrize("name", EVERY)
def test_the_words_around_the_drawing_are_all_there(name: str):
    asked = made(name)
    data = svg.write(asked)
    assert texts(data, "title") == asked.spec.title
    assert texts(data, "subtitle") == asked.spec.subtitle
    assert texts(data, "note") == asked.spec.note
    assert texts(data, "source") == f"{asked.spec.source} · {asked.receipt.code}"
    root = ElementTree.fromstring(data)
    assert root.findtext(f"{SPACE}title") == asked.spec.title
    assert root.findtext(f"{SPACE}desc") == f"{asked.spec.alt} {asked.spec.note}"


def test_an_indicator_drawn_alone_keeps_its_colour_and_the_shape_of_its_marks():
    def drawn(asked: Job) -> list[tuple[str | None, int, str | None]]:
        body = ElementTree.fromstring(svg.write(asked)).iter(f"{SPACE}path")
        marks = [p for p in body if p.get("data-mark", "").endswith("/countries")]
        return [(m.get("data-mark"), m.get("d", "").count("L"), m.get("stroke")) for m in marks]

    square, rust = 3, LIGHT.series[1]
    names = ("second-2018", "third-2022", "fourth-2024", "fifth-2025")
    both = drawn(small_job())
    assert both == [(f"{name}/countries", square, rust) for name in names]
    assert drawn(small_job(show="countries")) == both


def test_without_a_title_source_and_note_stay():
    asked = made("network", with_title=False)
    groups = [
        g.get("data-name") for g in ElementTree.fromstring(svg.write(asked)).iter(f"{SPACE}g")
    ]
    assert "title" not in groups
    assert "subtitle" not in groups
    assert {"note", "source"} <= set(groups)


def test_the_mode_gives_the_background():
    backs = {mode: compose(made("network", mode=mode)).background for mode in ("light", "dark")}
    assert backs == {"light": "#FFFFFF", "dark": "#1C2024"}
    assert compose(made("network", mode="transparent")).background is None


@pytest.mark.parametrize(
    "title",
    ["</title><script>alert(1)</script>", "=1+1", "a\x0bb\x00c", "أعضاء", "\u202edrawkcab"],
)
def test_a_title_is_only_text(title: str):
    asked = made("network")
    data = svg.write(replace(asked, spec=replace(asked.spec, title=title)))
    kept = title.translate(dict.fromkeys([0x0B, 0x00, 0x202E]))
    assert texts(data, "title") == kept
    tags = {element.tag.removeprefix(SPACE) for element in ElementTree.fromstring(data).iter()}
    known = "svg title desc metadata style rect g text tspan line path circle"
    assert tags <= set(known.split())


def test_the_same_job_gives_the_same_bytes_and_asks_for_nothing():
    data = svg.write(made("places"))
    assert data == svg.write(made("places"))
    outside = data.replace(b"http://www.w3.org/2000/svg", b"").replace(b"data:font/woff2", b"")
    assert b"url(http" not in outside
    assert b"href" not in outside


def test_a_number_changed_by_hand_is_seen():
    data = svg.write(made("network")).replace(b">over 100</tspan>", b">100</tspan>")
    values = svg.read_values(data)
    assert values is not None
    assert values[2] == "100"


def test_numbers_are_read_where_the_receipt_is_gone():
    data = svg.write(made("findings"))
    start, end = data.index(b"<metadata>"), data.index(b"</metadata>")
    bare = data[:start] + data[end + len(b"</metadata>") :]
    assert svg.read_receipt(bare) is None
    assert svg.read_values(bare) == ("1 to 20%", "more than 50%")


def test_rows_without_room_are_counted_in_a_sentence():
    asked = made("reach", width=480, height=360)
    data = svg.write(asked)
    shown = svg.read_values(data) or ()
    says = [item.says for item in asked.receipt.items if item.says]
    words = " ".join(t.text or "" for t in ElementTree.fromstring(data).iter(f"{SPACE}text"))
    found = re.search(r"and (\d+) more, in the table", words)
    drawing = asked.spec.drawing
    assert found is not None
    assert isinstance(drawing, Ledger)
    left_out = drawing.entries[-int(found[1]) :]
    assert len(says) - len(shown) == sum(len(entry.numbers) for entry in left_out)


@pytest.mark.parametrize("size", [(479, 400), (500, 359), (4001, 800)])
def test_a_size_in_which_nothing_can_be_read_is_refused(size: tuple[int, int]):
    with pytest.raises(ValueError, match="between 480 x 360 and 4000 x 4000"):
        svg.write(made("network", width=size[0], height=size[1]))


BOMB = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe<", b"<svg/>", b"<svg", b"<html></html>", BOMB, BOMB.decode().encode("utf-16")],
)
def test_bad_input_gives_none(data: bytes):
    assert svg.read_receipt(data) is None
    assert svg.read_values(data) is None


@given(st.binary())
def test_no_bytes_raise(data: bytes):
    assert svg.read_receipt(data) is None
    assert svg.read_values(b"<svg" + data) is None

"""A file must be called current, superseded, without a receipt or changed by hand, and rightly."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from charts.registry import offered
from decks.deck import Deck, Slide, read_deck
from export import file_formats
from export.figures import jobs
from export.formats import csv, html, pdf, png, pptx, svg, xlsx, zip
from export.slides.deck_file import write_deck
from export.slides.number_receipt import alone, numbers
from export.slides.number_receipt import current as current_of
from export.verify import EXIT, Verdict, verify, verify_code
from tests.export.made import EVERY, copied, job, later, real_job, small
from tests.support.real import DATA, real

QUICK = {
    "svg": svg,
    "pptx": pptx,
    "xlsx": xlsx,
    "csv": csv,
    "html": html,
}  # those that need no browser

# What `later` says that `small` does not, in the words of the verdict.
CHANGED = (
    "Countries, Fourth 2024: “106” is no longer in this figure.",
    "Members, Fifth 2025: says was “129” and is now “131”.",
    "Members, Fifth 2025: quote was “our network has 129 members.” and is now “our network has 131 "
    "members.”.",
    "Members, Sixth 2026: “140” is new in this figure.",
)


def current(code: str) -> Verdict:
    return Verdict("current", (f"The facts of this file are those of today, code {code}.",))


WITHOUT = Verdict("no_receipt", ("No receipt found; type the code under the picture.",))


def test_the_exit_codes_are_those_of_the_command():
    assert EXIT == {"current": 0, "superseded": 3, "no_receipt": 4, "changed_by_hand": 5}
    assert WITHOUT.exit == 4


@pytest.mark.parametrize("suffix", QUICK)
@pytest.mark.parametrize("name", EVERY)
def test_a_file_of_today_is_current(name: str, suffix: str):
    made = real_job(name)
    found = verify(QUICK[suffix].write(made), f"x.{suffix}", real())
    assert found == current(made.receipt.code)


@pytest.mark.parametrize("suffix", QUICK)
def test_a_file_with_choices_is_compared_with_the_same_choices(suffix: str):
    made = job(show="members")
    assert verify(QUICK[suffix].write(made), "x", small()) == current(made.receipt.code)


@pytest.mark.parametrize("suffix", QUICK)
def test_a_file_of_older_facts_says_what_changed(suffix: str):
    today = f"Today’s code is {job(held=later()).receipt.code}."
    found = verify(QUICK[suffix].write(job()), f"x.{suffix}", later())
    assert found == Verdict("superseded", (*CHANGED, today))


def test_a_changed_fact_in_a_copy_of_the_data(tmp_path: Path):
    def change(text: str) -> str:
        text = text.replace("129 members in 108", "131 members in 108").replace(
            "129 members", "131 members"
        )
        return text.replace("value: 129\n", "value: 131\n").replace('"129"', '"131"')

    held = copied(tmp_path / "data", change)
    found = verify(csv.write(real_job("network")), "x.csv", held)
    assert found.state == "superseded"
    assert found.sentences[:2] == (
        "Countries with members, CSTD 2025: quote was “our network of 129 members in 108 "
        "countries” and is now “our network of 131 members in 108 countries”.",
        "Members, CSTD 2025: says was “129” and is now “131”.",
    )
    assert verify(csv.write(real_job("findings")), "x.csv", held).state == "current"


BY_HAND = {
    "svg": (">129<", ">131<", (
        "“131” stands in the file; no fact of its receipt says so.",
        "Members, Fifth 2025: “129” is not in the file any more.",
    )),
    "csv": ("129,Members,129,129,129,", "131,Members,131,131,131,", (
        "Members, Fifth 2025: says is “131” in the file; the receipt holds “129”.",
        "Members, Fifth 2025: value is “131” in the file; the receipt holds “129”.",
        "Members, Fifth 2025: low is “131” in the file; the receipt holds “129”.",
        "Members, Fifth 2025: high is “131” in the file; the receipt holds “129”.",
    )),
    "html": ("<strong data-field='says' dir='auto'>129<", "<strong data-field='says'>131<", (
        "Members, Fifth 2025: says is “131” in the file; the receipt holds “129”.",
    )),
}  # fmt: skip


@pytest.mark.parametrize("suffix", BY_HAND)
def test_a_changed_number_is_found_and_named(suffix: str):
    old, new, sentences = BY_HAND[suffix]
    data = QUICK[suffix].write(job()).decode()
    assert data.count(old) == 1
    found = verify(data.replace(old, new).encode(), f"x.{suffix}", small())
    assert found == Verdict("changed_by_hand", sentences)


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A package with each part as `change` gives it back; None takes the part out."""
    held = zip.members(data)
    return zip.packed({n: new for n, old in held.items() if (new := change(n, old)) is not None})


def test_a_changed_value_of_a_chart_on_a_slide_is_found():
    def change(name: str, data: bytes) -> bytes:
        if name.startswith("ppt/charts/chart"):
            assert b"<c:v>129" in data
            return re.sub(rb"<c:v>129(\.0)?</c:v>", b"<c:v>131</c:v>", data)
        return data

    found = verify(repacked(pptx.write(job()), change), "x.pptx", small())
    assert found == Verdict("changed_by_hand", BY_HAND["svg"][2])


def test_a_slide_that_lost_notes_and_receipts_asks_for_the_code():
    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"{", b"(") if "notesSlide" in name or "customXml" in name else data

    assert verify(repacked(pptx.write(job()), change), "x.pptx", small()) == WITHOUT


def deck() -> bytes:
    found, problems = read_deck((DATA / "decks/network-in-brief.yaml").read_bytes(), "x.yaml")
    assert problems == ()
    assert found is not None
    return write_deck(found, real())


def test_a_deck_is_as_good_as_the_worst_figure_in_it():
    data = deck()
    found = verify(data, "x.pptx", real())
    assert found.state == "current"
    assert "network: The facts of this file are those of today, code NE-ZGDE9K3." in found.sentences

    def change(name: str, held: bytes) -> bytes:
        return re.sub(rb">over 551<", b">551<", held) if "slides/slide" in name else held

    spoiled = verify(repacked(data, change), "x.pptx", real())
    assert spoiled.state == "changed_by_hand"
    assert spoiled.sentences[0].startswith("numbers?indicators=workshops,")
    assert spoiled.sentences[0].endswith(
        "“551” stands in the file; no fact of its receipt says so."
    )


@pytest.mark.browser
@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_a_picture_is_known_by_its_receipt(suffix: str):
    data = {"png": png, "pdf": pdf}[suffix].write(job())
    assert verify(data, f"x.{suffix}", small()) == current(job().receipt.code)
    assert verify(data, f"x.{suffix}", later()).sentences[: len(CHANGED)] == CHANGED
    bare = data.replace(b"Receipt", b"Nothing")
    assert verify(bare, f"x.{suffix}", small()) == WITHOUT


def test_a_code_of_a_slide_of_numbers_is_known():
    found, _problems = read_deck((DATA / "decks/network-in-brief.yaml").read_bytes(), "x.yaml")
    assert found is not None
    views = {one.view: one for one in numbers(real(), [found])}
    shipped = "numbers?indicators=members,member_countries"
    for view in (shipped, "numbers?indicators=members"):
        assert verify_code(views[view].code, real(), [found]).state == "current"
    assert verify_code(views[shipped].code, real()).state == "superseded"


def test_the_code_of_every_number_alone_is_known():
    held = real()
    drawn = {ref: current_of(f"numbers?facts={ref}", held) for ref in held.frame["ref"]}
    codes: list[str] = []

    def never(code: str) -> bool:
        codes.append(code)
        return False

    assert alone(held, never) is None
    assert codes == [one.code for one in drawn.values() if one]
    one = drawn["ohchr-2024/network-members"]
    assert one is not None
    assert verify_code(one.code, held) == Verdict(
        "current", (f"{one.code} is current: {one.title}.", f"The view: {one.view}")
    )


def test_a_slide_of_one_number_is_current_by_its_file_too():
    slide = Slide(kind="numbers", facts=("ohchr-2024/network-members",))
    data = write_deck(Deck(title="One", slides=(slide,)), real())
    assert verify(data, "x.pptx", real()).state == "current"

    def change(name: str, held: bytes) -> bytes:
        return held.replace(b">126<", b">129<") if "slides/slide" in name else held

    assert verify(repacked(data, change), "x.pptx", real()).state == "changed_by_hand"


def test_a_bound_taken_away_is_found():
    data = svg.write(job()).decode()
    assert "over 100" in data
    found = verify(data.replace(">over 100<", ">100<").encode(), "x.svg", small())
    assert found == Verdict(
        "changed_by_hand",
        (
            "“100” stands in the file; no fact of its receipt says so.",
            "Countries, Third 2022: “over 100” is not in the file any more.",
        ),
    )


def test_two_numbers_that_changed_places_are_found():
    data = svg.write(job()).decode()
    swapped = data.replace(">129<", ">@<").replace(">108<", ">129<").replace(">@<", ">108<")
    found = verify(swapped.encode(), "x.svg", small())
    told = "The numbers stand in the file with other facts than in its receipt."
    assert found == Verdict("changed_by_hand", (told,))


def test_what_was_changed_by_hand_says_what_is_new_as_well():
    data = svg.write(job()).decode().replace(">129<", ">131<").encode()
    found = verify(data, "x.svg", later())
    assert found.state == "changed_by_hand"
    assert found.sentences[2:] == CHANGED


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_a_receipt_changed_with_the_number_does_not_give_its_version(suffix: str):
    text = QUICK[suffix].write(job()).decode()
    changed = text.replace("129", "131")
    found = verify(changed.encode(), f"x.{suffix}", small())
    assert found.state == "changed_by_hand"
    version = job().receipt.version
    told = f"The facts in the file do not give the data version that it carries, {version}."
    assert found.sentences[0] == told


def test_a_receipt_with_the_code_of_another_figure_is_told():
    text = csv.write(job()).decode()
    changed = text.replace(job().receipt.code, "NE-0000000")
    found = verify(changed.encode(), "x.csv", small())
    assert found == Verdict(
        "changed_by_hand", ("The code NE-0000000 is not the one of this figure.",)
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"text", b"%PDF-1.4", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"<svg/>", b"<html></html>",
     zip.packed({"a.txt": b"a"}), zip.packed({"ppt/presentation.xml": b"<a"}), b"<?xml <svg",
     zip.packed({"xl/workbook.xml": b""}), b"\x00" * 9_999, zip.packed({"x.zip": zip.packed({})})],
)  # fmt: skip
@pytest.mark.parametrize("name", ["x", "x.csv", "x.png", "x.pptx", "x.zip", "../../etc/passwd", ""])
def test_what_has_no_receipt_asks_for_the_code(data: bytes, name: str):
    assert verify(data, name, small()) == WITHOUT


def test_the_format_is_that_of_the_content_not_of_the_name():
    assert verify(svg.write(job()), "x.csv", small()).state == "current"
    assert file_formats.format_of(xlsx.write(job()), "x.pptx") == "xlsx"


def test_a_figure_that_is_drawn_no_more_is_superseded():
    data = csv.write(real_job("findings"))
    found = verify(data, "x.csv", small())
    assert found == Verdict(
        "superseded", ("The figure “findings” is not drawn from today’s data.",)
    )


def parts(**changed: bytes) -> bytes:
    return zip.packed({f"x.{s}": changed.get(s, QUICK[s].write(job())) for s in QUICK})


def test_a_zip_is_as_good_as_the_worst_file_in_it():
    assert verify(parts(), "x.zip", small()).state == "current"
    assert verify(parts(), "x.zip", later()).state == "superseded"
    spoiled = svg.write(job()).replace(b">129<", b">131<")
    found = verify(parts(svg=spoiled), "x.zip", small())
    assert found.state == "changed_by_hand"
    assert found.sentences == tuple(f"x.svg: {text}" for text in BY_HAND["svg"][2])
    lost = verify(parts(svg=b"<svg/>"), "x.zip", small())
    assert lost.state == "current"
    assert lost.sentences[-1] == "x.svg: No receipt found; type the code under the picture."


@pytest.mark.parametrize("name", EVERY)
def test_the_code_of_every_view_is_known(name: str):
    made = list(jobs(real(), name))
    assert len(made) > sum(map(len, offered(real(), name).values())) / 2
    for one in {1: made, 2: made[:3]}[2 if name == "activities" else 1]:
        assert verify_code(one.receipt.code, real()) == Verdict(
            "current",
            (f"{one.receipt.code} is current: {one.spec.title}.", f"The view: {one.receipt.view}"),
        )


def test_a_code_may_be_typed_as_it_is_misread():
    code = real_job("coverage").receipt.code
    assert code == "CO-G2DPAHT"
    for typed in ("co-g2dpaht", " CO G2DPAHT ", "C0-G2DPAHT", "cog2dpaht"):
        assert verify_code(typed, real()).state == "current"


def test_an_old_code_says_which_codes_are_those_of_today():
    found = verify_code(job().receipt.code, later())
    codes = ", ".join(f"{one.receipt.view}: {one.receipt.code}" for one in jobs(later(), "network"))
    assert codes.count("NE-") == 3
    assert found == Verdict(
        "superseded",
        (
            "No figure has this code today: its facts have changed since, or it was mistyped.",
            f"Today’s codes: {codes}.",
        ),
    )
    assert found.exit == 3


@pytest.mark.parametrize(
    "code", ["", "NE", "XX-1234567", "NE-12345", "NE-12345678", "=1+1", "ü" * 9]
)
def test_what_is_no_code_is_told(code: str):
    found = verify_code(code, small())
    assert found == Verdict(
        "no_receipt", ("This is no code of a figure here, such as NE-3F9AK2T.",)
    )


def test_a_figure_that_stands_on_two_slides_is_read_once_and_each_copy_counts():
    slides = (Slide(kind="figure", figure="network"),) * 2
    made = write_deck(Deck(title="Twice", slides=slides), real())
    assert verify(made, "twice.pptx", real()).state == "current"
    presentation = Presentation(io.BytesIO(made))
    (second,) = (s for s in list(presentation.slides)[1].shapes if s.has_chart)
    cell = second.chart._chartSpace.findall(".//{*}val//{*}v")[0]
    cell.text = str(float(cell.text) + 1)
    changed = io.BytesIO()
    presentation.save(changed)
    assert verify(changed.getvalue(), "twice.pptx", real()).state == "changed_by_hand"

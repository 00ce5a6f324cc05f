"""What a colleague changed by hand stays as it is, and today's data come to where it stands now."""

from __future__ import annotations

import io
from dataclasses import replace

from lxml import etree
from openpyxl import load_workbook  # type: ignore[import-untyped]
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Pt

from charts.spec import Lines
from decks.deck import read_deck
from export.formats import pptx
from export.refresh.refresh import refresh
from export.refresh.refresh_report import Change
from export.slides.chart_series import chart_sheet
from export.slides.deck_file import write_deck
from export.slides.read_figures import figures_in
from export.verify import verify
from facts.store import Snapshot
from tests.export.made import job, values_on_slides
from tests.export.next_year import next_year
from tests.export.older import (
    NETWORK,
    NUMBERS,
    PIXEL,
    A,
    C,
    P,
    canonical,
    changed,
    chart,
    opened,
    parts,
    paste,
    series,
    shape,
    shipped,
)
from tests.export.templates import brand
from tests.support.real import real
from tests.support.talks import SHIPPED

D = "{http://schemas.openxmlformats.org/drawingml/2006/chartDrawing}"
PLACE = (90, 1_500_000, 7_000_000, 3_000_000)
RED, FONT = RGBColor(0xC0, 0x10, 0x20), "Georgia"
TIMING = (
    "<p:timing xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'><p:tnLst>"
    "<p:par><p:cTn id='1' dur='indefinite' restart='never' nodeType='tmRoot'/></p:par></p:tnLst>"
    "</p:timing>"
)


def renewed(change, data: bytes | None = None):
    """The deck after a change by hand, before and after it was brought up to date."""
    before = changed(change, data)
    return before, refresh(before, next_year())


def look(one) -> bytes:
    """All of a shape but its words."""
    held = etree.fromstring(etree.tostring(one._element))
    for text in held.iter(f"{A}t"):
        text.text = ""
    return canonical(held)


def restyle(deck) -> None:
    number = shape(deck, 2, f"{NUMBERS}number")
    number.left, number.top, number.rotation = Emu(1_000_000), Emu(3_000_000), 4
    run = number.text_frame.paragraphs[0].runs[0]
    run.font.color.rgb, run.font.name, run.font.italic = RED, FONT, True
    source = shape(deck, 2, f"{NUMBERS}source")
    source.text_frame.paragraphs[0].runs[0].font.name = FONT
    frame = shape(deck, 3, f"{NETWORK}chart")
    frame.left, frame.top, frame.width, frame.height = map(
        Emu, (90, 1_500_000, 7_000_000, 3_000_000)
    )
    line = chart(deck).plots[0].series[0]
    line.format.line.color.rgb, line.format.line.width = RED, Pt(5)
    line.marker.size, line.smooth = 20, True
    line.data_labels.font.name = FONT
    cell = shape(deck, 7, "fig:coverage:table").table.cell(1, 5)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RED
    deck.slides[2]._element.append(etree.fromstring(TIMING))


def test_place_size_colours_and_fonts_stay():
    data, done = renewed(restyle)
    before, after = opened(data), opened(done.data)
    for number, name in ((2, f"{NUMBERS}number"), (2, f"{NUMBERS}source"), (3, f"{NETWORK}source")):
        assert look(shape(before, number, name)) == look(shape(after, number, name))
    number = shape(after, 2, f"{NUMBERS}number")
    assert number.text_frame.text == "131"
    assert number.text_frame.paragraphs[0].runs[0].font.name == FONT
    frames = [shape(deck, 3, f"{NETWORK}chart") for deck in (before, after)]
    assert [(f.left, f.top, f.width, f.height) for f in frames] == [PLACE] * 2
    for name in ("spPr", "marker", "dLbls", "smooth"):
        held = [chart(deck)._chartSpace.find(f".//{C}ser/{C}{name}") for deck in (before, after)]
        assert canonical(held[0]) == canonical(held[1])
    assert series(chart(after))["Members"] == (103.0, None, 126.0, 129.0, 131.0)
    fills = [shape(d, 7, "fig:coverage:table").table.cell(1, 5) for d in (before, after)]
    assert canonical(fills[0]._tc.tcPr) == canonical(fills[1]._tc.tcPr)
    timings = [deck.slides[2]._element.find(f"{P}timing") for deck in (before, after)]
    assert canonical(timings[0]) == canonical(timings[1])
    assert verify(done.data, "x.pptx", next_year()).state == "current"


def add_their_own(deck) -> None:
    """A slide in front, a picture, a chart, texts with an old number, and notes."""
    own = deck.slides.add_slide(deck.slide_layouts[1])
    own.shapes.title.text = "Why we need 129 members"
    own.placeholders[1].text = "We said 2024, and 15 November 2024, and 129 in May 2025.\nTwo 8s."
    own.shapes.add_picture(io.BytesIO(PIXEL), 0, 0, 99, 99)
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("Their 129 members", (129, 2))
    own.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, 9999, 9999, data)
    own.notes_slide.notes_text_frame.text = "Say that 108 countries are a lot."
    box = deck.slides[2].shapes.add_textbox(0, 0, 999, 999)
    box.text_frame.text = "Now 129 members!"
    order = deck.slides._sldIdLst
    order.insert(1, order[-1])


def order(data: bytes) -> list[int]:
    """The slides of a file in their order."""
    return [slide.slide_id for slide in opened(data).slides]


def test_their_own_slides_pictures_charts_and_order_stay_byte_for_byte():
    data, done = renewed(add_their_own)
    before, after = parts(data), parts(done.data)
    for name, held in before.items():
        if name.startswith(("ppt/media/", "ppt/slideLayouts/", "ppt/slideMasters/", "ppt/theme/")):
            assert after[name] == held, name
    assert after["ppt/presentation.xml"] == before["ppt/presentation.xml"]
    assert order(data) == order(done.data)
    names = [n for n in before if n.startswith("ppt/slides/slide") and b"Why we need" in before[n]]
    names += [n for n in before if n.startswith("ppt/charts/chart") and b"pieChart" in before[n]]
    assert len(names) == 2
    for name in names:
        assert after[name] == before[name]
    boxes = [
        next(s for s in opened(held).slides[3].shapes if s.name.startswith("TextBox"))
        for held in (data, done.data)
    ]
    assert canonical(boxes[0]._element) == canonical(boxes[1]._element)


def test_their_own_words_with_an_old_number_are_listed():
    _data, done = renewed(add_their_own)
    own, network = done.report.slides[1], done.report.slides[3]
    members, countries = "today it is 131 (Members).", "today it is 109 (Countries with members)."
    assert own.left == [
        f"“Why we need 129 members” still says 129; {members}",
        f"“We said 2024, and 15 November 2024, and 129 in May 2025.” still says 129; {members}",
        f"“Their 129 members” still says 129; {members}",
        f"“Say that 108 countries are a lot.” still says 108; {countries}",
    ]
    assert own.changed == own.unmatched == []
    assert network.left == [f"“Now 129 members!” still says 129; {members}"]
    assert done.report.state == "renewed"


def write_in_french(deck) -> None:
    notes = deck.slides[1].notes_slide.notes_text_frame
    notes.add_paragraph().text = "Le réseau et les cent vingt-neuf membres dans le monde."


def test_their_own_words_in_another_language_are_read_in_it():
    told = renewed(write_in_french)[1].report.slides[1].left
    assert told == [
        "“Le réseau et les cent vingt-neuf membres dans le monde.” still says cent vingt-neuf; "
        "today it is 131 (Members)."
    ]


def rewrite(deck) -> None:
    deck.slides[1].shapes.title.text_frame.text = "129 members: a lot"
    shape(deck, 3, f"{NETWORK}note").text_frame.text = "Our own note."
    notes = deck.slides[1].notes_slide.notes_text_frame
    notes.paragraphs[0].runs[0].text = "Say hello to all 129 members."
    notes.add_paragraph().text = "And goodbye."
    shape(deck, 3, f"{NETWORK}chart")._element.xpath(".//p:cNvPr")[0].set("descr", "A chart.")


def test_words_typed_over_ours_are_left_and_listed():
    data, done = renewed(rewrite)
    before, after = opened(data), opened(done.data)
    assert after.slides[1].shapes.title.text == "129 members: a lot"
    assert shape(after, 3, f"{NETWORK}note").text_frame.text == "Our own note."
    old = "still says 129; today it is 131 (Members)."
    assert done.report.slides[1].left == [
        "Title, typed by hand: “129 members: a lot”",
        f"“129 members: a lot” {old}",
        f"“Say hello to all 129 members.” {old}",
    ]
    assert done.report.slides[2].left == [
        "Alternative text, not as it is made here: “A chart.”",
        "Note, typed by hand: “Our own note.”",
    ]
    told, now = (
        deck.slides[1].notes_slide.notes_text_frame.text.split("\n") for deck in (before, after)
    )
    assert now[0] == "Say hello to all 129 members." and now[-1] == "And goodbye."
    assert len(now) == len(told)
    assert verify(done.data, "x.pptx", next_year()).state == "current"


def test_a_number_typed_over_ours_is_told_where_the_data_are_the_same():
    def number(deck):
        shape(deck, 2, f"{NUMBERS}number").text_frame.paragraphs[0].runs[0].text = "150"

    done = refresh(changed(number), real())
    assert [one.unmatched for one in done.report.slides if one.unmatched] == [
        ["Members: “150” is no number that was made here; today it is “129”."]
    ]
    assert [one.changed for one in done.report.slides if one.changed] == []


def test_words_of_their_own_around_a_number_stay():
    def words(deck):
        run = shape(deck, 2, f"{NUMBERS}number").text_frame.paragraphs[0].runs[0]
        run.text = "129 members"
        other = shape(deck, 2, f"{NUMBERS}number-2").text_frame.paragraphs[0].runs[0]
        other.text = "a hundred"

    _data, done = renewed(words)
    deck = opened(done.data)
    assert shape(deck, 2, f"{NUMBERS}number").text_frame.text == "131 members"
    assert shape(deck, 2, f"{NUMBERS}number-2").text_frame.text == "a hundred"
    assert done.report.slides[1].unmatched == [
        "Countries with members: “a hundred” is no number that was made here; today it is “109”."
    ]
    assert (done.report.state, done.report.exit) == ("partly", 6)


def test_a_series_taken_out_stays_out_and_one_of_their_own_stays_in():
    def edit(deck):
        held = chart(deck)
        root = held._chartSpace
        all_ = list(root.iter(f"{C}ser"))
        for one in all_[4:]:
            one.getparent().remove(one)
        own = etree.fromstring(etree.tostring(all_[1]))
        own.find(f".//{C}tx//{C}v").text = "Target of the 129 members"
        points = own.find(f"{C}val//{C}numCache")
        points.find(f"{C}pt").set("idx", "3")
        all_[3].addnext(own)
        all_[0].find(f".//{C}tx//{C}v").text = "Members"

    _data, done = renewed(edit)
    assert series(chart(opened(done.data))) == {
        "Members": (103.0, None, 126.0, 129.0, 131.0),
        "Members, members and partners": (None, 122.0, None, None, None),
        "Members, unbroken line": (None, None, 126.0, 129.0, 131.0),
        "\u00a0\u00a0members": (None, None, None, None, 131.0),
        "Target of the 129 members": (None, None, None, 122.0, None),
    }
    slide = done.report.slides[2]
    assert slide.unmatched == [
        "The series “Target of the 129 members” is none of ours by its name: it was left as it is."
    ]
    assert Change("Members, 20 November 2025", "", "131") in slide.changed
    assert not [one for one in slide.changed if one.what.startswith("Countries")]
    blob = chart(opened(done.data)).part.chart_workbook.xlsx_part.blob
    sheet = load_workbook(io.BytesIO(blob))["Sheet1"]
    assert [cell.value for cell in sheet[1]][-1] == "Target of the 129 members"
    assert [row[-1].value for row in sheet.iter_rows(min_row=2)] == [None, None, None, 122, None]


def without(name: str) -> Snapshot:
    """The real data without one of the submissions."""
    kept = tuple(sub for sub in real().corpus.submissions if sub.head.id != name)
    corpus = replace(real().corpus, submissions=kept)
    return replace(real(), corpus=corpus, every=real().every[real().every["submission"] != name])


def test_a_mark_and_a_label_of_one_point_go_along_with_its_date():
    def mark(deck):
        point = chart(deck, 1).plots[0].series[0].points[2]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = RED
        point.data_label.text_frame.text = "129 of them"

    data = changed(mark, pptx.write(job("network", without("ohchr-2024"))))
    done = refresh(data, real())
    for held, at in ((data, "2"), (done.data, "3")):
        one = next(chart(opened(held), 1)._chartSpace.iter(f"{C}ser"))
        assert [d.find(f"{C}idx").get("val") for d in one.iterfind(f"{C}dPt")] == [at]
        typed = [d for d in one.iterfind(f"{C}dLbls/{C}dLbl") if d.find(f"{C}tx") is not None]
        assert [d.find(f"{C}idx").get("val") for d in typed] == [at]
    assert series(chart(opened(done.data), 1))["Members"] == (103.0, None, 126.0, 129.0)
    wanted = values_on_slides(pptx.write(job("network", real())))
    assert sorted(values_on_slides(done.data) or ()) == sorted(wanted or ())


def test_a_label_typed_by_hand_that_says_an_old_number_is_listed():
    def typed(deck):
        label = chart(deck).plots[0].series[0].points[3].data_label
        label.text_frame.text = "129 of them"

    _data, done = renewed(typed)
    assert "“129 of them” still says 129; today it is 131 (Members)." in done.report.slides[2].left


def test_what_is_stated_no_more_is_taken_out_and_told():
    data = pptx.write(job("network", real()))
    done = refresh(data, without("cstd-25-2022"))
    names = set(series(chart(opened(done.data), 1)))
    assert names == {
        column.name for column in chart_sheet(_drawing(without("cstd-25-2022"))).columns
    }
    changes = done.report.slides[0].changed
    gone = [one.what for one in changes if one.new == "" and one.what.startswith("Series")]
    assert gone == [
        "Series “Members, members and partners”",
        "Series “Countries with members, members and partners, over”",
    ]
    assert verify(done.data, "x.pptx", without("cstd-25-2022")).state == "current"


def test_a_new_definition_is_a_new_series_behind_the_others_in_the_houses_style():
    held = without("cstd-25-2022")
    done = refresh(pptx.write(job("network", held)), real())
    after = chart(opened(done.data), 1)
    names = list(series(after))
    assert names[-2:] == [
        "Members, members and partners",
        "Countries with members, members and partners, over",
    ]
    fresh = {
        one.findtext(f"{C}tx//{C}v"): one
        for one in chart(opened(pptx.write(job("network", real()))), 1)._chartSpace.iter(f"{C}ser")
    }
    for one in list(after._chartSpace.iter(f"{C}ser"))[-2:]:
        for name in ("spPr", "marker", "dLbls"):
            like = fresh[one.findtext(f"{C}tx//{C}v")].find(f"{C}{name}")
            assert canonical(one.find(f"{C}{name}")) == canonical(like)
    numbers = [one.find(f"{C}idx").get("val") for one in after._chartSpace.iter(f"{C}ser")]
    assert len(set(numbers)) == len(numbers) == 8
    assert verify(done.data, "x.pptx", real()).state == "current"


def _drawing(held: Snapshot) -> Lines:
    drawing = job("network", held).spec.drawing
    assert isinstance(drawing, Lines)
    return drawing


def test_an_axis_set_by_hand_stays_where_all_fits_and_reaches_where_it_does_not():
    def ends(deck, high):
        axis = chart(deck).value_axis
        axis.minimum_scale, axis.maximum_scale = 0, high

    for high, now in ((500, 500.0), (131, 140.0)):
        _data, done = renewed(lambda deck, high=high: ends(deck, high))
        axis = chart(opened(done.data)).value_axis
        assert (axis.minimum_scale, axis.maximum_scale) == (0.0, now)


def test_bands_keep_their_colour_and_move_with_the_axis():
    def colour(deck):
        part = next(
            r.target_part for r in chart(deck).part.rels.values() if "UserShapes" in r.reltype
        )
        part._blob = part.blob.replace(b"<a:schemeClr val='tx2'>", b"<a:schemeClr val='accent6'>")

    _data, done = renewed(colour)
    fresh = pptx.write(job("network", next_year()))
    held, wanted = (bands(one) for one in (done.data, fresh))
    assert {name: place for name, (place, _colour) in held.items()} == {
        name: place for name, (place, _colour) in wanted.items()
    }
    colours = {name.split()[0]: colour_ for name, (_place, colour_) in held.items()}
    assert colours == {"not_stated": "accent6", "not_held": "accent6", "written": "accent1"}


def bands(data: bytes) -> dict[str, tuple[tuple[float, ...], str]]:
    """Each band of a file: from where to where it reaches, and its colour."""
    name = next(name for name in parts(data) if name.startswith("ppt/drawings/drawing"))
    found = {}
    for anchor in etree.fromstring(parts(data)[name]):
        ends = tuple(round(float(x.text), 2) for x in anchor.iter(f"{D}x"))
        about = next(anchor.iter(f"{D}cNvPr")).get("name")
        found[about] = (ends, next(anchor.iter(f"{A}schemeClr")).get("val"))
    return found


def test_columns_rows_and_words_of_their_own_in_a_table_stay():
    def edit(deck):
        table = shape(deck, 7, "fig:coverage:table").table
        table.cell(2, 0).text_frame.paragraphs[0].runs[0].text = "Our own row of 129 members"
        table.cell(4, 1).text_frame.paragraphs[0].runs[0].text = "We do not know"
        rows = table._tbl.tr_lst
        table._tbl.remove(rows[6])

    data, done = renewed(edit)
    before, after = (shape(opened(d), 7, "fig:coverage:table").table for d in (data, done.data))
    assert len(before.rows) == len(after.rows)
    assert after.cell(2, 0).text_frame.text == "Our own row of 129 members"
    assert after.cell(2, 5).text_frame.text == before.cell(2, 5).text_frame.text
    assert after.cell(2, 6).text_frame.text == ""
    assert after.cell(4, 1).text_frame.text == "We do not know"
    assert done.report.slides[6].left == [
        "A row of the table that is none of ours: “Our own row of 129 members”",
        "A cell typed by hand (Regional workshops, CSTD 2014): “We do not know”",
        "“Our own row of 129 members” still says 129; today it is 131 (Members).",
    ]


def test_notes_taken_away_are_not_written_again():
    def take(deck):
        deck.slides[1].notes_slide.notes_text_frame.text = "Only mine."

    _data, done = renewed(take)
    assert opened(done.data).slides[1].notes_slide.notes_text_frame.text == "Only mine."
    assert verify(done.data, "x.pptx", next_year()).state == "current"


def test_a_duplicated_slide_is_renewed_twice():
    def twice(deck):
        paste(opened(shipped()).slides[2], deck)

    _data, done = renewed(twice)
    deck = opened(done.data)
    for number in (3, 9):
        assert series(chart(deck, number))["Members"] == (103.0, None, 126.0, 129.0, 131.0)
    assert [one.receipt.code for one in figures_in(done.data)] == [
        one.receipt.code for one in figures_in(refresh(shipped(), next_year()).data)
    ]


def test_a_sheet_of_their_own_in_the_workbook_is_told():
    def more(deck):
        held = chart(deck).part.chart_workbook
        book = load_workbook(io.BytesIO(held.xlsx_part.blob))
        book.create_sheet("Ours")["A1"] = 1
        out = io.BytesIO()
        book.save(out)
        held.update_from_xlsx_blob(out.getvalue())

    _data, done = renewed(more)
    assert done.report.slides[2].unmatched == [
        "The workbook of the chart held more than the numbers of the chart (1 sheet more): that "
        "is not in the new one."
    ]


def test_a_chart_of_another_kind_keeps_its_kind_and_gets_the_numbers():
    def bars(deck):
        root = chart(deck)._chartSpace
        line = root.find(f".//{C}lineChart")
        line.tag = f"{C}barChart"
        line.find(f"{C}marker").getparent().remove(line.find(f"{C}marker"))
        for name in ("marker", "smooth"):
            for one in list(root.iter(f"{C}{name}")):
                one.getparent().remove(one)

    _data, done = renewed(bars)
    assert series(chart(opened(done.data)))["Members"] == (103.0, None, 126.0, 129.0, 131.0)
    assert done.report.state == "renewed"


def test_a_share_of_another_study_makes_no_share_old():
    def words(deck):
        box = deck.slides[5].shapes.add_textbox(0, 0, 999, 999)
        box.text_frame.text = "1 to 20% of children, and over 551 participants"

    _data, done = renewed(words)
    assert done.report.slides[5].left == [
        "“1 to 20% of children, and over 551 participants” still says 551; today it is over 561 "
        "(Workshop participants)."
    ]


def test_a_footnote_stays_with_the_part_of_the_table_that_holds_its_row():
    deck, problems = read_deck(SHIPPED, "network-in-brief.yaml")
    assert deck is not None and problems == ()
    made = write_deck(deck, real(), brand())
    assert refresh(made, real()).data == made

"""A corrected number carries what the source says wherever it stands."""

from __future__ import annotations

import io
import zipfile

from charts.network import network
from charts.spec import Lines
from charts.theme import LIGHT
from decks.deck import Deck, Slide
from decks.resolve import resolve
from drawing.plotly_lines import lines_figure
from export.figures import job as make
from export.formats import csv, html, svg, xlsx
from export.slides.chart_series import chart_sheet
from export.slides.deck_file import write_deck
from export.talk.talk_file import write_html as write_talk
from facts.newest_and_changes import changes
from tests.support.small import corpus, countries, members, snapshot, submission
from ui.evidence import quality
from ui.evidence.fact_list import listing
from ui.evidence.receipts import fact_receipt
from ui.overview import _big_numbers, _hero

SAID = "103 [the source says 1103]"
WRONG = members(
    103,
    sentence="our network has 1103 members.",
    number="1103",
    more={"corrected": {"field": "value", "source_says": "1103", "because": "A 1 too many."}},
)
HELD = snapshot(
    corpus(
        submission("First", ("2020-05-01", "2020-05-01"), members(90), countries(80)),
        submission("Second", ("2022-05-01", "2022-05-01"), members(95), countries(85)),
        submission("Third", ("2024-05-01", "2024-05-01"), WRONG, countries(93)),
    )
)
CORPUS = HELD.corpus


def test_the_chart_says_it_at_the_mark_in_the_note_and_in_the_table():
    spec = network(HELD.frame, CORPUS)
    assert spec and isinstance(spec.drawing, Lines)
    assert "Third: 103 [the source says 1103]. A 1 too many. No line goes to or from it." in (
        spec.note
    )
    assert SAID in spec.alt
    assert SAID in [cell.text for row in spec.table.rows for cell in row]
    drawn = str(lines_figure(spec, LIGHT).to_plotly_json())
    assert "<b>103</b> <span style='font-size:13px'>[the source says 1103]</span>" in drawn
    columns = {one.name: one.format for one in chart_sheet(spec.drawing).columns}
    assert columns["Members, [the source says 1103]"] == '#,##0" [the source says 1103]"'


def test_no_line_title_or_change_goes_to_it():
    spec = network(HELD.frame, CORPUS)
    assert spec and isinstance(spec.drawing, Lines)
    ends = [one.end.document for one in spec.drawing.series[0].stretches]
    assert ends == ["Second"]
    assert spec.title == f"{SAID} members in 93 countries (May 2024)"
    assert changes(HELD.frame, "members") == ()


def test_every_file_says_it():
    asked = make(HELD, "network")
    assert asked
    assert SAID in (svg.read_values(svg.write(asked)) or ())
    assert SAID in csv.write(asked).decode()
    assert SAID in html.write(asked).decode()
    sheets = xlsx.read_sheets(xlsx.write(asked)) or {}
    assert SAID in [line[0] for line in sheets["Numbers"]]


def test_every_page_says_it():
    row = next(row for _at, row in HELD.frame.iterrows() if row["ref"] == "third/members")
    placed, sub = CORPUS.fact("third/members"), CORPUS.submission("third")
    assert placed and sub
    made = fact_receipt(placed, row, sub, CORPUS, "")
    assert f"<div class='f-figure'>{SAID}</div>" in made
    assert "the source says “1103”: A 1 too many." in made
    assert "read otherwise by hand" in made
    assert f">{SAID}</button>" in listing(HELD.frame, 6, 6)
    assert f"<h1>{SAID} members in 93 countries</h1>" in _hero(HELD)
    assert "103 <span class='f-word'>[the source says 1103]</span></button>" in _big_numbers(HELD)
    (part,) = [p for p in quality.parts_of(HELD) if p.name == "corrected"]
    assert part.count == 1


def test_a_slide_and_the_talk_say_it():
    deck = Deck(title="A deck", slides=(Slide(kind="numbers", indicators=("members",)),))
    shown = resolve(deck, HELD)
    slide = shown.slides[0]
    talk = write_talk(shown, HELD).decode()
    assert ">103<small> [the source says 1103]</small></button>" in talk
    with zipfile.ZipFile(io.BytesIO(write_deck(deck, HELD))) as slides:
        pages = [slides.read(n).decode() for n in slides.namelist() if "slides/slide" in n]
    assert any(f">{SAID}</a:t>" in page for page in pages)
    assert slide.title == f"{SAID} members (1 May 2024)"
    assert slide.numbers[0].says == SAID

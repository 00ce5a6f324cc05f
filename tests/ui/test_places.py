"""The places page: the grid, the sheet, the sentences of a country, and the address."""

from __future__ import annotations

import csv
import io
import re

import pytest
from streamlit.testing.v1 import AppTest

from charts.places import Naming, namings, places
from charts.spec import Map
from tests.charts.test_places import SMALL
from tests.support.real import real
from tests.support.small import HOSTILE, Said, corpus, rows, submission
from tests.ui.conftest import Run, shown
from tests.ui.test_tags import parts
from ui.figures.places_map import COLUMNS, country_sentences, grid_html, naming_at, places_csv

PAGE = "../pages/places.py"
REAL = real().corpus
LISTED = {"places": {"role": "host", "list": ("JOR",), "complete": True}}


def of(code: str) -> list[Naming]:
    """Every naming of a country in the real data."""
    return [naming for naming in namings(REAL) if naming.code == code]


def said(html: str) -> str:
    """HTML as it is read, white space folded."""
    return re.sub(r"\s+", " ", " ".join(parts(html).words))


def notes(app: AppTest) -> list[str]:
    """The sentences that answer a wrong value in the address."""
    found = re.findall(r"<p class='f-notice' role='status'>(.*?)</p>", shown(app))
    return ["".join(parts(note).words) for note in found]


def test_every_naming_of_the_real_data_is_marked_in_its_quote():
    unmarked = []
    for naming in namings(REAL):
        sub = REAL.submission(naming.submission.id)
        assert sub is not None
        match, span = naming_at(naming, sub.source_text)
        if span is None:
            unmarked.append((naming.ref, naming.code))
        else:
            assert match.start <= span[0] < span[1] <= match.end
    assert unmarked == []


@pytest.mark.parametrize(
    ("code", "ref", "words"),
    [
        ("JOR", "cstd-28-2025/workshops", "Jordan"),
        ("KEN", "cstd-17-2014/igf-sessions-2011-2013", "Nairobi"),  # only the city is named
        ("ALB", "ohchr-2024/project-tumas", "Albanian"),  # the source's own error
        ("CPV", "ohchr-2024/cape-verde-network", "Cap Vert"),
        ("PER", "ohchr-2024/peru-law", "Perú"),
    ],
)
def test_the_name_is_marked_as_the_source_writes_it(code: str, ref: str, words: str):
    (naming,) = [naming for naming in of(code) if naming.ref == ref]
    sub = REAL.submission(naming.submission.id)
    assert sub is not None
    _match, span = naming_at(naming, sub.source_text)
    assert span is not None
    assert sub.source_text[span[0] : span[1]] == words
    assert f"<mark>{words}</mark>" in country_sentences([naming], REAL)


def test_one_sentence_is_shown_once_with_all_that_it_tells():
    html = country_sentences(of("LBR"), REAL)
    assert html.count("<blockquote>") == 1
    assert "<mark>Liberia</mark>" in html
    assert html.count("data-fact=") == len(of("LBR")) > 1
    refs = re.findall(r'data-fact="([^"]+)"', html)
    assert {ref for ref in refs if REAL.fact(ref) or REAL.activity(ref)} == set(refs)


def test_documents_stand_newest_first_and_a_copied_sentence_is_called_repeated():
    html = said(country_sentences(of("LKA"), REAL))
    assert html.index("CSTD 2022") < html.index("CSTD 2018")
    assert html.count("host (repeated)") == 1
    assert "Host in 2 submissions" in html


def test_a_mention_has_no_receipt_and_a_link_into_its_document():
    html = country_sentences(of("NOR"), REAL)
    assert "data-fact=" not in html
    assert 'data-go="submissions?submission=ohchr-2024"' in html


def test_the_grid_has_a_button_where_something_is_named_and_words_where_nothing_is():
    spec = places(rows(SMALL), SMALL)
    assert spec is not None and isinstance(spec.drawing, Map)
    html = grid_html(spec, spec.drawing)
    lines = re.findall(r"<tr><th scope='row'>(.*?)</tr>", html)
    assert len(lines) == 6
    kenya = next(row for row in lines if "Kenya" in row)
    assert re.findall(r'data-fact="(\w+)" aria-label="([^"]+)"', kenya) == [
        ("KEN", "Kenya: show the sentences that name it"),
        ("KEN", "Kenya, First 2016: covered: show the sentences that name it"),
        ("KEN", "Kenya, Second 2020: consulted: show the sentences that name it"),
    ]
    germany = next(row for row in lines if "Germany" in row)
    assert germany.count("<button") == 2
    assert "<span class='f-live'>not named</span>" in germany
    assert re.findall(r"<th scope='col'>(.*?)</th>", html) == [
        "Country",
        "First 2016",
        "Second 2020",
    ]


def test_the_sheet_has_a_row_per_country_and_entry():
    sheet = places_csv(namings(SMALL), SMALL)
    assert sheet.startswith(b"\xef\xbb\xbf")
    held = list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"))))
    assert len(held) == len(namings(SMALL)) == 11
    assert tuple(held[0]) == COLUMNS
    workshops = next(row for row in held if row["what"] == "Workshops: 2" and row["code"] == "PER")
    assert workshops == {
        "country": "Peru", "code": "PER", "role": "host", "submission": "First 2016",
        "what": "Workshops: 2", "when": "2016", "section": "part 1", "repeated": "",
        "quote": "we held 2 workshops in Jordan and Perú.", "ref": "first-2016/workshops",
    }  # fmt: skip
    assert [row["submission"] for row in held if row["repeated"]] == ["Second 2020"]


def test_hostile_words_are_shown_as_words_and_never_run_by_a_spreadsheet():
    sentence = f'=HYPERLINK("http://x") in Jordan 7 {HOSTILE}'
    held = corpus(
        submission(
            "One 2020",
            ("2020-01-01", "2020-01-01"),
            Said("members", 7, sentence, "7", more=LISTED | {"note": HOSTILE, "section": HOSTILE}),
        )
    )
    html = country_sentences(namings(held), held)
    assert "<img" not in html and "&lt;img src=x" in html
    sheet = places_csv(namings(held), held).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(sheet))
    assert row["quote"].startswith("'=HYPERLINK")


def test_the_page_shows_map_grid_and_legend(run: Run):
    app = run(PAGE)
    html = shown(app)
    spec = places(real().frame, REAL)
    assert spec is not None
    assert spec.title in said(html)
    assert html.count("<tr><th scope='row'>") == len(spec.table.rows)
    assert html.count("f-glyph f-glyph-host") == 1
    assert not app.exception and notes(app) == []


def test_a_role_in_the_address_shows_only_that_role(run: Run):
    html = shown(run(PAGE, role="consulted"))
    spec = places(real().frame, REAL, "consulted")
    assert spec is not None
    assert spec.title in said(html)
    assert html.count("<tr><th scope='row'>") == len(spec.table.rows)


def test_a_country_in_the_address_opens_its_sentences(run: Run):
    app = run(PAGE, country="JOR")
    assert "<mark>Jordan</mark>" in shown(app)
    assert app.query_params["country"] == "JOR"
    assert notes(app) == []


def test_an_open_receipt_comes_before_its_country(run: Run):
    html = shown(run(PAGE, country="JOR", receipt="cstd-28-2025/workshops"))
    assert "<mark>Jordan</mark>" not in html
    assert "f-receipt" in html


@pytest.mark.parametrize("wrong", ["LUX", "XYZ", "jor", HOSTILE])
def test_a_country_that_nobody_names_is_answered_with_a_sentence(run: Run, wrong: str):
    app = run(PAGE, country=wrong)
    assert notes(app) == [
        f"The link asks for the country “{wrong[:80]}”, which no submission names. "
        "Shown instead: all countries."
    ]
    assert "country" not in app.query_params
    assert not app.exception


def test_a_wrong_role_falls_back_with_a_sentence(run: Run):
    app = run(PAGE, role="owner")
    (note,) = notes(app)
    assert note.startswith("The link asks for “owner”, which is not in the list “Role”.")
    assert places(real().frame, REAL).title in said(shown(app))  # type: ignore[union-attr]

"""The HTML that every page is put together from: whole strings, and hostile text in each."""

from __future__ import annotations

from html.parser import HTMLParser

from charts.spec import Cell, Table
from tests.support.small import HOSTILE
from ui.widgets import html

ESCAPED = (
    "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; **bold** [a](javascript:alert(2)) &amp; "
    "&#x27;quoted&#x27;"
)


class Parts(HTMLParser):
    """What a browser would make of HTML: its elements with their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parts(made: str) -> Parts:
    """HTML read as a browser reads it."""
    found = Parts()
    found.feed(made)
    found.close()
    return found


def test_text_is_escaped_for_elements_and_attributes():
    assert html.text(HOSTILE) == ESCAPED
    assert html.text(129) == "129"


def test_a_number_is_a_button_that_names_its_fact():
    assert html.number("over 551", "a/b", "Participants") == (
        '<button type="button" class="f-number" data-fact="a/b" '
        'aria-label="over 551 Participants: show the sentence that states it">over 551</button>'
    )


def test_a_hostile_number_stays_one_button():
    found = parts(html.number(HOSTILE, HOSTILE, HOSTILE))
    ((tag, attributes),) = found.elements
    assert tag == "button" and set(attributes) == {"type", "class", "data-fact", "aria-label"}
    assert attributes["data-fact"] == HOSTILE
    assert "".join(found.words) == HOSTILE


def test_a_link_goes_to_a_page_with_its_choices():
    assert html.link("Read it", "submissions", submission="a", fact="b") == (
        '<a class="f-link" href="submissions?submission=a&amp;fact=b" target="_self" '
        'data-go="submissions?submission=a&amp;fact=b">Read it</a>'
    )
    assert parts(html.link("Home", "")).elements[0][1]["href"] == ""


def test_what_stands_in_a_link_is_encoded():
    ((_tag, attributes),) = parts(html.link(HOSTILE, "x", fact=HOSTILE)).elements
    assert attributes["href"] == (
        "x?fact=%3Cimg+src%3Dx+onerror%3D%22alert%281%29%22%3E+%2A%2Abold%2A%2A+"
        "%5Ba%5D%28javascript%3Aalert%282%29%29+%26+%27quoted%27"
    )


def test_a_copier_holds_the_text_whole():
    ((tag, attributes),) = parts(html.copier("Copy", f"{HOSTILE}\nsecond line")).elements
    assert tag == "button"
    assert attributes["data-copy"] == f"{HOSTILE}\nsecond line"
    assert (attributes["data-said"], attributes["data-failed"]) == ("Copied", "Press Ctrl+C")


def test_a_link_copier_holds_the_parameters():
    ((_tag, attributes),) = parts(html.link_copier("Copy link", "?receipt=a/b")).elements
    assert attributes["data-copy-link"] == "?receipt=a/b" and "data-copy" not in attributes


def test_rows_escape_the_term_and_take_html_beside_it():
    assert html.terms([("<b>", "<em>x</em>"), ("When", "2024")]) == (
        "<dl class='f-terms'><div><dt>&lt;b&gt;</dt><dd><em>x</em></dd></div>"
        "<div><dt>When</dt><dd>2024</dd></div></dl>"
    )


def test_a_table_heads_its_rows_and_columns_and_presses_its_facts():
    made = html.table(
        Table(("Submission", "Members"), ((Cell("A 2020"), Cell("over 5", "a/b")),)), "Numbers"
    )
    assert made == (
        "<table class='f-table'><caption>Numbers</caption><thead><tr><th scope='col'>Submission"
        "</th><th scope='col'>Members</th></tr></thead><tbody><tr><th scope='row'>A 2020</th>"
        "<td data-label='Members'>"
        + html.number("over 5", "a/b", "Members, A 2020")
        + "</td></tr></tbody></table>"
    )


def test_hostile_cells_and_headings_stay_text():
    made = html.table(
        Table((HOSTILE, HOSTILE), ((Cell(HOSTILE), Cell(HOSTILE, HOSTILE)),)), HOSTILE
    )
    found = parts(made)
    assert [tag for tag, _attributes in found.elements] == [
        "table", "caption", "thead", "tr", "th", "th", "tbody", "tr", "th", "td", "button",
    ]  # fmt: skip
    assert found.words == [HOSTILE] * 5


def test_the_title_of_a_page():
    assert html.hero("A <b>", "More & more") == (
        "<div class='f-root f-hero'><h1>A &lt;b&gt;</h1><p class='f-lead'>More &amp; more</p></div>"
    )
    assert html.hero("A") == "<div class='f-root f-hero'><h1>A</h1></div>"


def test_text_for_streamlits_own_widgets_is_no_markdown():
    assert html.markdown("**a** [b](c)\n# d :e: $f$ “g” é") == (
        r"\*\*a\*\* \[b\]\(c\) \# d \:e\: \$f\$ “g” é"
    )


def test_a_note_is_text():
    assert html.note("a <b>") == (
        "<div class='f-root'><p class='f-notice' role='status'>a &lt;b&gt;</p></div>"
    )

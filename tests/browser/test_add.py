"""Add a submission in a real browser: from a PDF to the point on the chart, and hostile files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from curate.drafts import list_drafts
from facts.load import load
from tests.browser.conftest import Visit
from tests.browser.test_every_page import in_scheme, whole
from tests.extract.printing import as_pdf
from tests.support.axe import faults
from tests.support.draft import NEXT
from tests.support.real import DATA
from tests.support.screen import TIMEOUT, receipt, settled
from tests.support.serving import serving

SENTENCE = ".st-key-card-add blockquote"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the real data, which may be written."""
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied)
    return copied


@pytest.fixture
def home(tmp_path: Path, data: Path) -> Iterator[str]:
    """The dashboard on the copy."""
    with serving(tmp_path, data) as address:
        yield address


def given(page: Page, name: str, content: bytes) -> None:
    """Give a file, as someone chooses it."""
    file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)


def press(page: Page, name: str) -> None:
    """Press a button by what stands on it."""
    page.get_by_role("button", name=name, exact=True).first.click()


def says(page: Page, words: str) -> None:
    """Wait until the line under the bar says this."""
    expect(page.locator(".a-said")).to_contain_text(words, timeout=TIMEOUT)


def at(page: Page, done: str) -> None:
    """Wait until the bar says how far the work is, and the page stands still."""
    expect(page.locator("[data-testid=stProgress]")).to_contain_text(done, timeout=TIMEOUT)
    settled(page)


def to_numbers(page: Page) -> None:
    """Give the document, fill in the body, and go to the first card."""
    given(page, "next.pdf", as_pdf(NEXT, head="Submission"))
    body = page.get_by_role("textbox", name="Sent to")
    expect(body).to_be_visible(timeout=TIMEOUT)
    body.fill("CSTD")
    press(page, "Go on to the numbers")
    at(page, "0 of ")


def decide(page: Page) -> None:
    """Accept every card that is left with its key; set aside what cannot be accepted."""
    of = 0
    for _card in range(40):
        shown = page.locator("[data-testid=stProgress]").inner_text()
        done, of = (int(number) for number in shown.split(" of "))
        if done == of:
            return
        page.keyboard.press("a")
        left = page.locator(".f-notice[role=alert]")
        expect(page.get_by_text(f"{done + 1} of {of}").or_(left).first).to_be_visible()
        if left.count():
            page.keyboard.press("1")
            at(page, f"{done + 1} of {of}")
    raise AssertionError("the cards never end")


def test_from_a_pdf_to_the_point_on_the_chart(visit: Visit, home: str, data: Path):
    page = visit("/add", at=home)
    to_numbers(page)
    expect(page.locator(SENTENCE)).to_contain_text("With our network of 134 members in 111")
    expect(page.locator(".a-page .a-here")).to_have_text(["134", "111"])
    expect(page.locator(".a-marks").first).to_be_visible()

    page.keyboard.press("a")
    says(page, "Accepted: 134 members and 111 countries.")
    at(page, "1 of ")
    expect(page.locator(".a-page .a-accepted")).to_have_text(["134", "111"])
    second = page.locator(SENTENCE).inner_text()

    page.keyboard.press("7")
    says(page, "A deadline")
    at(page, "2 of ")
    page.keyboard.press("u")
    says(page, "Undone")
    at(page, "1 of ")
    expect(page.locator(SENTENCE)).to_have_text(second)

    page.reload()  # a closed browser loses nothing
    at(page, "1 of ")
    expect(page.locator(SENTENCE)).to_have_text(second)
    press(page, "Stop here")
    expect(page.get_by_text("1 of 7 decided")).to_be_visible(timeout=TIMEOUT)
    assert not [one for one in load(data).submissions if one.head.name == "CSTD 2025 "]
    press(page, "Go on")
    at(page, "1 of ")
    expect(page.locator(SENTENCE)).to_have_text(second)

    decide(page)
    page.get_by_role("button", name="Look and save").last.click()
    expect(page.get_by_role("heading", name="What changes")).to_be_visible(timeout=TIMEOUT)
    waiting = page.get_by_role("button", name="Not stated", exact=True)
    for left in range(waiting.count(), 0, -1):
        waiting.first.click()
        expect(waiting).to_have_count(left - 1, timeout=TIMEOUT)
    settled(page)
    expect(page.get_by_role("row", name="Members 129 members 134 members larger")).to_be_visible()
    expect(page.get_by_role("heading", name="Before", exact=True)).to_be_visible()
    press(page, "Save")
    expect(page.locator(".f-said")).to_have_text("CSTD 2025 is saved", timeout=TIMEOUT)

    page.get_by_role("link", name="See the new point on the chart").click()
    title = page.locator(".f-chart-head h2")
    expect(title).to_contain_text("to 134 in 111 (November 2025)", timeout=TIMEOUT)
    point = page.get_by_role("button", name="134", exact=False).first
    expect(point).to_be_visible()
    corpus = load(data)
    assert corpus.problems == ()
    assert len(corpus.submissions) == 6

    page.goto(home + "/add")
    settled(page)
    press(page, "Take back")
    expect(page.locator(".a-proved")).to_contain_text("Taken back", timeout=TIMEOUT)
    assert len(load(data).submissions) == 5


def test_keys_typed_into_a_form_are_words(visit: Visit, home: str):
    page = visit("/add", at=home)
    to_numbers(page)
    first = page.locator(SENTENCE).inner_text()
    page.keyboard.press("e")
    note = page.get_by_role("textbox", name="In the words of the document")
    expect(note).to_be_visible(timeout=TIMEOUT)
    note.fill("")
    note.press_sequentially("as u17e")
    note.press("Tab")
    expect(page.locator(".a-unproved")).to_be_visible(timeout=TIMEOUT)
    at(page, "0 of ")
    expect(note).to_have_value("as u17e")
    expect(page.locator(SENTENCE)).to_have_text(first)
    page.locator(".st-key-a-accept button").click()
    expect(page.locator(".f-notice[role=alert]")).to_contain_text("Not accepted yet")
    expect(note).to_have_value("as u17e")  # an error keeps what was typed


def test_keys_pressed_fast_decide_each_card_once(visit: Visit, home: str, data: Path):
    page = visit("/add", at=home)
    to_numbers(page)
    for _round in range(3):
        for key in "aasuauea1u":
            page.keyboard.press(key)
        settled(page)
        expect(page.locator(SENTENCE).first).to_be_visible(timeout=TIMEOUT)
    page.reload()  # what the screen says is what is on the disk, once the last key is answered
    bar = page.locator("[data-testid=stProgress]")
    expect(bar).to_contain_text(" of ", timeout=TIMEOUT)
    (held,) = list_drafts(data)
    while not bar.inner_text().startswith(f"{held.decided} of "):
        page.wait_for_timeout(100)
        page.reload()
        expect(bar).to_contain_text(" of ", timeout=TIMEOUT)
        (held,) = list_drafts(data)


MARK = """words => {
  for (const block of document.querySelectorAll('.a-page p')) {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const at = walk.currentNode.data.indexOf(words)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(walk.currentNode, at)
      range.setEnd(walk.currentNode, at + words.length)
      getSelection().removeAllRanges()
      getSelection().addRange(range)
      return true
    }
  }
  return false
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_words_marked_by_hand_become_a_card(visit: Visit, home: str, width: int):
    page = visit("/add", at=home, width=width)
    to_numbers(page)
    assert page.evaluate(MARK, "network grew in every region")
    offer = page.get_by_role("button", name="Add as a number")
    expect(offer).to_be_visible()
    offer.click()
    says(page, "Added by hand")
    expect(page.locator(SENTENCE)).to_contain_text("The network grew in every region")
    whole(page)


def test_every_step_can_be_read(visit: Visit, home: str):
    page = visit("/add", at=home)
    given(page, "next.pdf", as_pdf(NEXT, head="Submission"))
    expect(page.get_by_role("textbox", name="Sent to")).to_be_visible(timeout=TIMEOUT)
    for step, sign in (
        ("About the document", "When was it written?"),
        ("Numbers", "Not a fact, because it is:"),
        ("Look and save", "Said in other years, and not found here"),
    ):
        press(page, step)
        expect(page.get_by_text(sign)).to_be_visible(timeout=TIMEOUT)
        for width, dark in ((1440, False), (390, False), (390, True), (1440, True)):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if dark else "light")
            in_scheme(page, "dark" if dark else "light")
            settled(page)
            whole(page)
            assert faults(page) == [], (step, width, dark)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture (PNG)"),
        ("broken.pdf", b"%PDF-1.7\n" + b"x" * 500, "This PDF is damaged"),
        ("../../../evil.txt", b" \n", "evil.txt: This document holds no text."),
    ],
)
def test_hostile_files_get_a_sentence(
    visit: Visit, home: str, data: Path, name: str, content: bytes, sentence: str
):
    before = sorted(data.parent.rglob("*"))
    page = visit("/add", at=home)
    given(page, name, content)
    expect(page.locator(".f-notice")).to_contain_text(sentence, timeout=TIMEOUT)
    after = [path for path in sorted(data.parent.rglob("*")) if ".drafts" not in path.parts]
    assert after == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rtl.txt", "تضم شبكتنا 140 عضوا في 112 دولة\n"),
        ("français.txt", "Notre réseau compte 140 membres dans 112 pays.\n"),
        ("<img src=x onerror=alert(1)>.md", "We <script>alert(1)</script> have 140 members.\n"),
    ],
)
def test_other_texts_are_read_as_text(visit: Visit, home: str, name: str, text: str):
    page = visit("/add", at=home)
    given(page, name, text.encode())
    expect(page.get_by_role("textbox", name="Sent to")).to_be_visible(timeout=TIMEOUT)
    press(page, "Numbers")
    numbers = page.locator(".a-page .a-spot")
    expect(numbers.filter(has_text="140")).to_have_count(1, timeout=TIMEOUT)
    whole(page)


def test_a_fact_is_edited_from_its_receipt(visit: Visit, home: str, data: Path):
    page = visit("/network?receipt=cstd-28-2025/network-members", at=home)
    page.get_by_role("link", name="Edit this fact").click()
    note = page.get_by_role("textbox", name="In the words of the document")
    expect(note).to_have_value("members", timeout=TIMEOUT)
    page.get_by_text("More", exact=True).click()
    page.get_by_role("textbox", name="Note for readers").fill("Counted in November.")
    page.get_by_role("textbox", name="Note for readers").press("Tab")
    press(page, "Save")
    expect(page.locator(".f-said")).to_have_text("CSTD 2025 is saved", timeout=TIMEOUT)
    fact = load(data).fact("cstd-28-2025/network-members")
    assert fact is not None and fact.fact.note == "Counted in November."
    press(page, "Take back")
    expect(page.get_by_role("textbox", name="In the words of the document")).to_be_visible()
    fact = load(data).fact("cstd-28-2025/network-members")
    assert fact is not None and fact.fact.note is None


def test_a_fact_is_edited_again_right_after_a_save(visit: Visit, home: str):
    page = visit("/network?receipt=cstd-28-2025/network-members", at=home)
    for said in ("Counted in November.", "Counted twice."):
        page.get_by_role("link", name="Edit this fact").click()
        page.get_by_text("More", exact=True).click()
        note = page.get_by_role("textbox", name="Note for readers")
        note.fill(said)
        note.press("Tab")
        press(page, "Save")
        expect(page.locator(".f-said")).to_have_text("CSTD 2025 is saved")
        page.get_by_role("link", name="See the new point on the chart").click()
        page.locator("[data-fact='cstd-28-2025/network-members']").first.click()
        expect(receipt(page)).to_contain_text(said)


@pytest.mark.parametrize("form_is_open", [True, False])
def test_a_new_kind_of_number_takes_wherever_it_is_made(
    visit: Visit, home: str, data: Path, form_is_open: bool
):
    page = visit("/add", at=home)
    to_numbers(page)
    done = 0
    text = "134 members" if form_is_open else "5,000 teachers"
    while text not in page.locator(SENTENCE).inner_text():
        page.keyboard.press("1")
        done += 1
        at(page, f"{done} of ")
    if form_is_open:
        page.get_by_role("button", name="Edit").first.click()
    chosen = page.get_by_role("combobox", name="What it counts")
    chosen.fill("Something new")
    chosen.press("Enter")
    for name, words in {
        "Name, as on a chart": "Trained people",
        "One of them": "person",
        "Several of them": "people",
        "What exactly is counted": "People who were trained.",
    }.items():
        page.get_by_role("textbox", name=name).fill(words)
    page.keyboard.press("Tab")
    press(page, "Add this kind of number")
    expect(page.get_by_role("textbox", name="Name, as on a chart")).to_have_count(0)
    settled(page)
    if form_is_open:
        expect(chosen).to_have_value("Trained people")
        page.get_by_role("textbox", name="In the words of the document").fill("members")
        page.keyboard.press("Tab")  # the browser tells what it shows
        settled(page)
        expect(chosen).to_have_value("Trained people")
    expect(page.locator(".a-marks").first).to_be_visible()
    page.locator("[data-testid=stMain] h1").click()  # a letter typed in a field is no key
    page.keyboard.press("a")
    at(page, f"{done + 1} of ")

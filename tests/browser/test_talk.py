"""A talk in a real browser: every key, both windows, paper, a dead network, and what is wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.axe import faults
from tests.support.real import DATA
from tests.support.screen import words
from tests.support.serving import serving
from tests.support.talks import (
    EVERY_FIGURE,
    FAINT,
    FAULTS,
    HOSTILE,
    LONG,
    STEPPED,
    STEPS,
    file,
    opened,
    place,
    reloaded,
    state,
    stops,
    until,
)

Contexts = Callable[..., BrowserContext]
SCREENS = ((1280, 720), (1920, 1080), (1024, 768), (1440, 900))
NOW = ".slide.now .sheet.on"


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped deck as a file."""
    return file(tmp_path_factory.mktemp("talk")).as_uri()


@pytest.fixture(scope="module")
def stepped(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A deck with steps as a file."""
    return file(tmp_path_factory.mktemp("talk"), STEPPED).as_uri()


@pytest.fixture(params=["file", "app"])
def either(request: pytest.FixtureRequest) -> Iterator[str]:
    """The shipped deck as a file, then the same in the app."""
    if request.param == "file":
        yield request.getfixturevalue("talk")
    else:
        yield f"{request.getfixturevalue('server')}/talk?deck=network-in-brief"


def at_slide(address: str, number: object) -> str:
    """The address of a slide of a talk."""
    return f"{address}{'&' if '?' in address else '#'}slide={number}"


@pytest.fixture
def quiet(context: Contexts) -> Iterator[Contexts]:
    """Contexts whose pages must complain of nothing."""
    errors: list[str] = []

    def new(width: int = 1280, **options: object) -> BrowserContext:
        made = context(width, **options)
        made.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        made.on("weberror", lambda error: errors.append(str(error.error)))
        return made

    yield new
    assert errors == []


# ---- keys ------------------------------------------------------------------------------------


def test_keys_move(quiet: Contexts, either: str):
    page = opened(quiet(), either)
    moved = []
    for key in ("ArrowRight", " ", "PageDown", "ArrowLeft", "PageUp", "End", "Home"):
        page.keyboard.press(key)
        moved.append((key, place(page)))
    assert moved == [
        ("ArrowRight", (2, 1)),
        (" ", (3, 1)),
        ("PageDown", (4, 1)),
        ("ArrowLeft", (3, 1)),
        ("PageUp", (2, 1)),
        ("End", (8, 1)),
        ("Home", (1, 1)),
    ]


def test_at_the_ends_it_stays(quiet: Contexts, talk: str):
    page = opened(quiet(), talk)
    page.keyboard.press("ArrowLeft")
    assert place(page) == (1, 1)
    page.keyboard.press("End")
    for _press in range(9):
        page.keyboard.press("PageDown")
    assert place(page)[0] == 8
    expect(page.locator("#said")).to_have_text("The end")


def test_back_goes_to_the_last_part_of_the_slide_before(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 8))
    page.keyboard.press("ArrowLeft")
    assert place(page) == (7, 2)
    expect(page.locator(f"{NOW} .standing")).to_contain_text("7 / 8 (2 of 2)")


def test_a_key_with_ctrl_is_the_browsers(quiet: Contexts, talk: str):
    page = opened(quiet(), talk)
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Control+d")
    assert (place(page), state(page)["over"]) == ((1, 1), None)


def test_full_screen(quiet: Contexts, either: str):
    page = opened(quiet(), either)
    page.keyboard.press("f")
    until(page, "document.fullscreenElement === document.documentElement")
    page.keyboard.press("f")
    until(page, "!document.fullscreenElement")


def test_black_screen(quiet: Contexts, talk: str):
    page = opened(quiet(), talk)
    page.keyboard.press("b")
    expect(page.locator("#blank")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#blank")).to_be_hidden()
    assert place(page) == (1, 1)


def test_the_keys_are_told(quiet: Contexts, talk: str):
    page = opened(quiet(), talk)
    page.keyboard.press("?")
    box = page.locator("dialog#help")
    expect(box).to_be_visible()
    keys = {words(key) for key in box.locator("kbd").all()}
    assert keys == {"→", "Space", "PageDown", "←", "PageUp", "Home", "End", "F", "S", "D", "N",
                    "B", "?", "Esc"}  # fmt: skip
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_the_bar_does_the_same(quiet: Contexts, talk: str):
    page = opened(quiet(), talk)
    page.mouse.move(400, 300)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    assert place(page) == (3, 1)
    page.keyboard.press(" ")  # the button that was pressed does not take the space bar
    assert place(page) == (4, 1)


def test_a_swipe_moves(quiet: Contexts, talk: str):
    page = opened(quiet(has_touch=True), talk)
    hand = page.context.new_cdp_session(page)

    def swipe(start: tuple[int, int], end: tuple[int, int]) -> None:
        points = [{"x": start[0], "y": start[1]}], [{"x": end[0], "y": end[1]}]
        hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[0]})
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points[1]})
        hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe((900, 300), (300, 310))
    until(page, "state.slide === 1")
    swipe((300, 200), (330, 700))  # down: no move
    swipe((300, 300), (900, 310))
    until(page, "state.slide === 0")


# ---- address ---------------------------------------------------------------------------------


def test_a_link_to_a_slide_opens_there_and_a_reload_stays(quiet: Contexts, either: str):
    page = opened(quiet(), at_slide(either, 3))
    assert place(page) == (3, 1)
    expect(page.locator(f"{NOW} h2")).to_contain_text("From 103 members")
    page.keyboard.press("ArrowRight")
    assert "slide=4" in page.url
    if "/talk?" in either:
        assert "deck=network-in-brief" in page.url
    page.reload()
    assert place(page) == (4, 1)


def test_a_reload_stays_at_a_part_and_with_a_choice(quiet: Contexts, either: str):
    page = opened(quiet(), at_slide(either, 7))
    page.keyboard.press("ArrowRight")
    page.reload()
    assert place(page) == (7, 2)
    page = opened(page.context, at_slide(either, 3))
    page.locator(f"{NOW} [data-choose=members]").click()
    page.reload()
    expect(page.locator(f"{NOW} h2")).to_have_text(
        "From 103 members (2018 submission) to 129 (November 2024)"
    )


@pytest.mark.parametrize(
    ("asked", "shown"), [("99", 8), ("0", 1), ("-3", 1), ("three", 1), ("9" * 30, 1)]
)
def test_a_slide_that_is_not_there(quiet: Contexts, talk: str, asked: str, shown: int):
    page = opened(quiet(), at_slide(talk, asked))
    assert place(page) == (shown, 1)
    expect(page.locator("#said")).to_have_text(
        f"There is no slide {asked[:20]}. This is slide {shown} of 8."
    )


# ---- live ------------------------------------------------------------------------------------


def test_a_point_opens_its_receipt_large(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    point = page.locator(f"{NOW} .hit[data-ref='cstd-25-2022/network-countries'][tabindex]")
    point.hover()
    tip = page.locator("#tip")
    expect(tip).to_be_visible()
    expect(tip).to_have_text(re.compile("^over 100 countries"))
    point.click()
    found = page.locator("dialog#receipt")
    expect(found.locator("blockquote mark")).to_have_text("100")
    expect(found.locator("blockquote")).to_contain_text("members and partners in over 100")
    expect(found).to_contain_text("CSTD 2022")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert found.locator("blockquote").evaluate(size) >= 36
    page.keyboard.press("ArrowRight")  # the clicker goes on with the talk
    expect(found).to_be_hidden()
    assert place(page) == (3, 1)


def test_a_point_is_pressed_with_the_keyboard(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    page.locator(f"{NOW} .hit[data-ref='cstd-28-2025/network-members'][tabindex]").focus()
    expect(page.locator("#tip")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("dialog#receipt blockquote mark")).to_have_text("129")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.ref") == "cstd-28-2025/network-members"


def test_s_shows_what_is_on_screen_one_after_the_other(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 2))
    page.keyboard.press("s")
    found = page.locator("dialog#receipt")
    expect(found.locator("mark")).to_have_text("129")
    expect(found.locator(".count")).to_have_text("Receipt 1 of 2")
    page.keyboard.press("ArrowRight")
    expect(found.locator("mark")).to_have_text("108")
    page.keyboard.press("PageDown")
    expect(found).to_be_hidden()
    assert place(page) == (2, 1)
    page.keyboard.press("Home")
    page.keyboard.press("s")
    expect(page.locator("#said")).to_have_text("No number stands on this slide.")


def test_d_shows_the_data_and_a_cell_its_receipt(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    page.keyboard.press("d")
    table = page.locator("dialog#data table")
    expect(table.locator("tbody tr")).to_have_count(4)
    expect(table.locator("tbody tr").nth(1)).to_contain_text("over 100")
    table.get_by_role("button", name=re.compile("^over 100")).click()
    expect(page.locator("dialog#receipt mark")).to_have_text("100")
    expect(page.locator("dialog#data")).to_be_hidden()


def test_members_only_and_countries_only(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    choices = page.locator(f"{NOW} [data-choose]")
    assert [words(one) for one in choices.all()] == ["All", "Members", "Countries with members"]
    page.locator(f"{NOW} [data-choose=member_countries]").click()
    expect(page.locator(f"{NOW} [aria-pressed=true]")).to_have_text("Countries with members")
    refs = page.locator(f"{NOW} .hit[tabindex]").evaluate_all("all => all.map(e => e.dataset.ref)")
    assert refs and all(ref.endswith("network-countries") for ref in refs)
    page.keyboard.press(" ")
    assert place(page) == (4, 1)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(f"{NOW} [aria-pressed=true]")).to_have_text("Countries with members")


def test_a_country_of_the_map_opens_what_names_it(quiet: Contexts, tmp_path: Path):
    deck = b"deck: {title: Map}\nslides:\n- {kind: figure, figure: places}\n"
    page = opened(quiet(), file(tmp_path, deck).as_uri())
    jordan = page.locator(f"{NOW} .hit[aria-label^='Jordan:']")
    jordan.press("Enter")
    expect(page.locator("dialog#receipt blockquote")).to_contain_text("Jordan")


# ---- steps -----------------------------------------------------------------------------------


def seen(page: Page) -> set[str]:
    """The facts whose marks can be seen and pressed."""
    hits = page.locator(f"{NOW} .hit[tabindex]:not(.off)")
    return set(hits.evaluate_all("all => all.map(e => e.dataset.ref)"))


def test_a_chart_tells_its_story_in_steps(quiet: Contexts, stepped: str):
    page = opened(quiet(), stepped)
    first = {f"cstd-21-2018/network-{what}" for what in ("members", "countries")}
    exact = {f"{d}/network-{what}" for d in ("ohchr-2024", "cstd-28-2025")
             for what in ("members", "countries")}  # fmt: skip
    other = {f"cstd-25-2022/network-{what}" for what in ("members", "countries")}
    shown = []
    for step in STEPS:
        expect(page.locator(f"{NOW} .step:visible")).to_have_text(step)
        expect(page.locator("#live")).to_contain_text(step)
        shown.append(seen(page))
        page.keyboard.press("ArrowRight")
    assert shown == [first, first | exact, first | exact | other]
    assert place(page) == (2, 1)
    page.keyboard.press("ArrowLeft")
    assert place(page) == (1, 3)


def test_nothing_moves_from_step_to_step(quiet: Contexts, stepped: str):
    page = opened(quiet(), stepped)
    where = (
        f"() => JSON.stringify(document.querySelector('{NOW} .drawing').getBoundingClientRect())"
    )
    found = set()
    for _step in STEPS:
        found.add(page.evaluate(where))
        page.keyboard.press("ArrowRight")
    assert len(found) == 1


def test_what_a_step_hides_is_not_drawn(quiet: Contexts, stepped: str):
    page = opened(quiet(), stepped)
    drawn = f"{NOW} .art g:not(.off) > line[stroke-dasharray]"
    expect(page.locator(f"{NOW} .art line[stroke-dasharray]").first).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(page.locator(drawn).first).to_be_visible()
    over = page.locator(f"{NOW} .art text", has_text="over 100")
    expect(over).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(over).to_be_visible()


# ---- two windows -----------------------------------------------------------------------------


def speaker_of(page: Page) -> Page:
    """The speaker view of a talk."""
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    found = popup.value
    until(found, "document.body?.classList.contains('speaking')")
    return found


def test_the_speaker_view_stays_in_step_both_ways(quiet: Contexts, either: str):
    page = opened(quiet(), at_slide(either, 3))
    second = speaker_of(page)
    until(second, "state.slide === 2")
    for key, slide in (("ArrowRight", 3), ("End", 7), ("ArrowLeft", 6)):
        page.keyboard.press(key)
        until(second, f"state.slide === {slide}")
    for key, slide in (("Home", 0), (" ", 1), ("PageDown", 2)):
        second.keyboard.press(key)
        until(page, f"state.slide === {slide}")
    page.locator(f"{NOW} [data-choose=members]").click()
    until(second, "state.choices[2] === 'members'")
    second.keyboard.press("s")
    expect(page.locator("dialog#receipt")).to_be_visible()
    expect(second.locator("#over")).to_have_text(re.compile("^On the screen: Receipt 1 of"))
    expect(second.locator("dialog[open]")).to_have_count(0)


def test_the_speaker_sees_slides_notes_quotes_and_a_clock(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    second = speaker_of(page)
    until(second, "state.slide === 2")
    now, ready = second.locator(".slide.now"), second.locator(".slide.ready")
    expect(now.locator(".sheet.on h2")).to_contain_text("From 103 members")
    expect(ready.locator(".sheet.on h2")).to_contain_text("8 workshops")
    a, b = now.bounding_box(), ready.bounding_box()
    assert a and b and a["width"] > b["width"] > 200 and a["y"] + a["height"] <= b["y"]
    expect(second.locator("#notes")).to_contain_text("say from when to when")
    expect(second.locator("#quotes p").first).to_contain_text("103 ECPAT members across 93")
    expect(second.locator("#clock")).to_have_text(re.compile(r"\d\d?:\d\d:\d\d"))
    expect(second.locator("#elapsed")).to_have_text(re.compile(r"^\d+:\d\d$"))


def test_after_a_reload_both_windows_are_still_in_step(quiet: Contexts, either: str):
    page = opened(quiet(), at_slide(either, 3))
    second = speaker_of(page)
    until(second, "state.slide === 2")
    page.reload()
    second.keyboard.press("ArrowRight")
    until(page, "state.slide === 3")
    page.keyboard.press("ArrowRight")
    until(second, "state.slide === 4")


def test_the_steps_are_told_to_the_speaker(quiet: Contexts, stepped: str):
    page = opened(quiet(), stepped)
    second = speaker_of(page)
    expect(second.locator("#coming")).to_have_text(STEPS[1])
    expect(second.locator("#notes li[aria-current]")).to_have_text(STEPS[0])
    expect(second.locator("#notes")).to_contain_text("Say it slowly.")
    page.keyboard.press("ArrowRight")
    expect(second.locator("#notes li[aria-current]")).to_have_text(STEPS[1])


# ---- no network ------------------------------------------------------------------------------


def test_no_request_leaves_the_file(quiet: Contexts, talk: str):
    mine = quiet()
    asked: list[str] = []
    mine.on("request", lambda request: asked.append(request.url))
    page = opened(mine, talk)
    stops(page)
    for key in ("s", "Escape", "d", "Escape", "?", "Escape", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("#said")).to_have_text("Close the window to leave.")
    assert [url for url in asked if not url.startswith(("data:", talk))] == []
    text = page.evaluate("document.documentElement.outerHTML")
    assert (
        re.findall(r"<(?:script|link|img|iframe|object|embed)[^>]+(?:src|href)=\"(?!data:)", text)
        == []
    )


def test_in_the_app_a_dropped_connection_stops_nothing(quiet: Contexts, server: str):
    mine = quiet()
    asked: list[str] = []
    page = opened(mine, f"{server}/talk?deck=network-in-brief")
    mine.set_offline(True)
    mine.on("request", lambda request: asked.append(request.url))
    assert len(stops(page)) >= 8
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("s")
    expect(page.locator("dialog#receipt mark")).to_have_text("129")
    page.keyboard.press("Escape")
    second = speaker_of(page)
    until(second, "state.slide === 1")
    second.keyboard.press("ArrowRight")
    until(page, "state.slide === 2")
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == []


def test_esc_leaves_and_stays_where_nothing_answers(context: Contexts, server: str):
    mine = context(1280)
    page = opened(mine, f"{server}/talk?figure=network&show=members&slide=2")
    mine.set_offline(True)
    page.keyboard.press("Escape")
    expect(page.locator("#said")).to_have_text("The dashboard does not answer. The talk goes on.")
    mine.set_offline(False)
    page.keyboard.press("Escape")
    page.wait_for_url(f"{server}/network?show=members")
    page = opened(mine, f"{server}/talk?deck=network-in-brief&slide=2")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{server}/present?deck=network-in-brief")


# ---- the look --------------------------------------------------------------------------------


def on_screens(page: Page, look: Callable[[], list[str]]) -> dict[object, list[str]]:
    """What `look` finds wrong at each stop of a talk, on each screen."""
    found: dict[object, list[str]] = {}
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        until(page, f"state.tall === {str(width / height < 1.49).lower()}")
        page.keyboard.press("Home")
        last = None
        while place(page) != last:
            last = place(page)
            found[width, last] = look()
            page.keyboard.press("ArrowRight")
    return found


@pytest.mark.parametrize("deck", ["shipped", "steps", "every figure"])
def test_type_is_large_and_nothing_is_cut(quiet: Contexts, tmp_path: Path, deck: str):
    data = {"steps": (STEPPED,), "every figure": (EVERY_FIGURE,)}.get(deck, ())
    page = opened(quiet(), file(tmp_path, *data).as_uri())
    found = on_screens(page, lambda: page.evaluate(FAULTS) + page.evaluate(FAINT))
    assert {at: wrong for at, wrong in found.items() if wrong} == {}
    assert len(found) > 12


def test_whatever_was_typed_it_fits(quiet: Contexts, tmp_path: Path):
    page = opened(quiet(), file(tmp_path, HOSTILE).as_uri())
    # A sentence too long for the screen stands whole in the notes.
    found = on_screens(page, lambda: [x for x in page.evaluate(FAULTS) if x != "step cut"])
    assert {at: wrong for at, wrong in found.items() if wrong} == {}
    assert page.title() == '</script><script>document.title="run"</script>'
    assert page.locator("img").count() == 0
    said = page.evaluate("slides.map(one => one.querySelector('.notes').textContent)")
    assert LONG.strip() in said[1] and LONG in said[2]
    assert "x" * 300 in page.content()


def test_every_choice_is_as_large(quiet: Contexts, tmp_path: Path):
    page = opened(quiet(), file(tmp_path, EVERY_FIGURE).as_uri())
    found = {}
    for slide in range(1, 8):
        page.evaluate(f"go({slide - 1})")
        for choice in page.locator(f"{NOW} [data-choose]").evaluate_all(
            "all => all.map(e => e.dataset.choose)"
        ):
            page.evaluate("choice => choose(choice)", choice)
            found[slide, choice] = page.evaluate(FAULTS) + page.evaluate(FAINT)
    assert {at: wrong for at, wrong in found.items() if wrong} == {}
    assert len(found) > 9


def test_the_measure_itself_finds_faults(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    page.evaluate("""() => {
      const page = document.querySelector('.now .sheet.on .page')
      page.querySelector('.note').style.fontSize = '12px'
      page.querySelector('footer').style.marginLeft = '900px'
      page.querySelector('[data-mark]').setAttribute('opacity', '.2')
    }""")
    wrong = " ".join(page.evaluate(FAULTS))
    assert "12.0 px" in wrong and "outside" in wrong and "too wide" in wrong
    assert len(page.evaluate(FAINT)) == 1


def test_the_footer_says_source_date_and_number(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    foot = page.locator(f"{NOW} footer")
    expect(foot).to_contain_text("Source: ECPAT International, submissions CSTD 2018")
    expect(foot).to_contain_text("As of 15 November 2024")
    expect(foot).to_contain_text("3 / 8")


def test_the_next_slide_is_ready_before_it_is_asked_for(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 2))
    laid_out = "document.querySelectorAll('.slide')[2].querySelector('.sheet.on').clientHeight"
    assert page.evaluate(laid_out) == 720


# ---- for everyone ----------------------------------------------------------------------------


def test_a_screen_reader_gets_the_slide_and_nothing_else(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    title = "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)"
    expect(page.locator("#live")).to_have_attribute("aria-live", "polite")
    expect(page.locator("#live")).to_have_text(f"Slide 3 of 8: {title}")
    assert page.evaluate("[...document.querySelectorAll('.slide')].map(e => e.inert)") == [
        at != 2 for at in range(8)
    ]
    headings = [words(one) for one in page.get_by_role("heading").all()]
    assert headings == ["The network in brief", title]
    spoken = page.locator("#talk").aria_snapshot()
    order = [spoken.index(part) for part in (
        f'heading "{title}"', 'button "All"', "Chart over time", 'button "103 members',
            "CSTD 2022 counts",
        "Source: ECPAT International",
    )]  # fmt: skip
    assert order == sorted(order)
    buttons = page.locator(f"{NOW} .drawing [role=button]")
    assert buttons.count() == 8


@pytest.mark.parametrize("key", ["", "s", "d", "?"])
def test_no_serious_fault_of_access(context: Contexts, server: str, key: str):
    mine = context(1280, bypass_csp=True)  # so that the program that looks for faults may run
    page = opened(mine, f"{server}/talk?deck=network-in-brief&slide=3")
    if key:
        page.keyboard.press(key)
        expect(page.locator("dialog[open]")).to_be_visible()
    assert faults(page) == []


def test_reduced_motion(quiet: Contexts, talk: str):
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const style = getComputedStyle(e)
      const times = style.transitionDuration.split(', ')
      return style.animationName !== 'none' || times.some(time => time !== '0s')
    }).length"""
    assert opened(quiet(), talk).evaluate(moving) > 0
    assert opened(quiet(reduced_motion="reduce"), talk).evaluate(moving) == 0


def test_without_its_script_it_is_a_page_to_read(quiet: Contexts, talk: str):
    page = quiet(java_script_enabled=False).new_page()
    page.goto(talk)
    for slide in page.locator(".slide").all():
        expect(slide.locator("h2").first).to_be_visible()
    expect(page.get_by_text("say from when to when")).to_be_visible()


# ---- on paper --------------------------------------------------------------------------------


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("from_key", ["", "End"])
def test_printed_it_has_a_slide_a_page(quiet: Contexts, talk: str, from_key: str):
    page = opened(quiet(), talk)
    if from_key:
        page.keyboard.press(from_key)
    sheets = page.locator(".sheet.own.wide").count()
    assert pages_of(page.pdf(prefer_css_page_size=True)) == sheets == 12


def test_paper_cuts_nothing_and_has_source_and_notes(quiet: Contexts, stepped: str):
    page = opened(quiet(), stepped)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1123, "height": 794})
    for slide in page.locator(".slide").all():
        for sheet in slide.locator(".sheet.own.wide").all():
            expect(sheet.locator("footer .standing")).to_be_visible()
            cut = "e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1"
            assert not sheet.locator(".page").evaluate(cut)
    first = page.locator(".slide").first
    expect(first.locator(".notes")).to_be_visible()
    assert [words(one) for one in first.locator(".notes li").all()] == list(STEPS)
    expect(first.locator(".sheet.own.wide .art line[stroke-dasharray]").first).to_be_visible()
    box = first.bounding_box()
    assert box and box["height"] <= 794
    for gone in ("#bar", ".choices", "#speaker", "dialog"):
        assert page.locator(gone).first.is_hidden()


def test_a_choice_made_while_presenting_does_not_reach_the_paper(quiet: Contexts, talk: str):
    page = opened(quiet(), at_slide(talk, 3))
    page.locator(f"{NOW} [data-choose=members]").click()
    page.emulate_media(media="print")
    third = page.locator(".slide").nth(2).locator(".sheet:visible h2")
    expect(third).to_have_text(re.compile("93 countries"))


# ---- decks of any length ---------------------------------------------------------------------


def test_a_deck_of_one_slide(quiet: Contexts, server: str):
    page = opened(quiet(), f"{server}/talk?figure=network&show=members")
    expect(page.locator(f"{NOW} h2")).to_have_text(
        "From 103 members (2018 submission) to 129 (November 2024)"
    )
    expect(page.locator(f"{NOW} [aria-pressed=true]")).to_have_text("Members")
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{NOW} h2")).to_have_text("Sources and definitions")
    assert "figure=network" in page.url and "show=members" in page.url


def test_a_deck_of_sixty_slides(quiet: Contexts, tmp_path: Path):
    figures = ("network", "findings", "coverage", "places", "reach", "said-by-others")
    deck = "deck: {title: Long}\nslides:\n" + "".join(
        f"- {{kind: figure, figure: {figures[at % len(figures)]}}}\n" for at in range(60)
    )
    page = opened(quiet(), file(tmp_path, deck.encode()).as_uri())
    assert page.locator(".slide").count() == 61
    page.keyboard.press("End")
    assert place(page)[0] == 61
    page.goto(page.url.split("#")[0] + "#slide=60")
    until(page, "state.slide === 59")
    expect(page.locator(f"{NOW} .standing")).to_contain_text("60 / 61")


# ---- what is wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("deck=nowhere", "There is no deck “nowhere”. There are: network-in-brief."),
        ("deck=../../etc/passwd", "There is no deck “../../etc/passwd”."),
        ("figure=nothing", "There is no figure “nothing”."),
        ("made=garbage", "The address holds no deck that can be read. It may have been cut."),
        ("deck=<script>alert(1)</script>", "There is no deck “<script>alert(1)</script>”."),
    ],
)
def test_what_is_not_there_is_told_on_a_slide(
    context: Contexts, server: str, asked: str, told: str
):
    page = context(1280).new_page()
    answer = page.goto(f"{server}/talk?{asked}&slide=3")
    assert answer is not None and answer.status == 404
    expect(page.locator(f"{NOW} .gone")).to_contain_text(told)


def test_a_choice_that_is_not_offered_is_told(quiet: Contexts, server: str):
    page = opened(quiet(), f"{server}/talk?figure=network&show=everything")
    expect(page.locator(f"{NOW} .told")).to_have_text(
        "“everything” is not offered here; all is shown."
    )
    expect(page.locator(f"{NOW} h2")).to_contain_text("From 103 members in 93 countries")
    assert page.evaluate(FAULTS) == []


def test_data_edited_in_the_middle_of_a_talk(quiet: Contexts, tmp_path: Path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    deck = data / "decks" / "network-in-brief.yaml"
    with serving(tmp_path, data) as server:
        page = opened(quiet(), f"{server}/talk?deck=network-in-brief&slide=5")
        told = data / "submissions" / "ohchr-2024" / "submission.yaml"
        text = told.read_text(encoding="utf-8")
        told.write_text(text.replace("id: disrupting-harm-ongoing", "id: other"), encoding="utf-8")
        page.keyboard.press("ArrowLeft")  # what is in the browser goes on
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"{NOW} .big")).to_have_count(3)
        reloaded(page, f"document.querySelectorAll('{NOW} .big').length === 2")
        expect(page.locator(f"{NOW} .told")).to_have_text(
            "There is no fact “ohchr-2024/disrupting-harm-ongoing” any more."
        )
        assert page.evaluate(FAULTS) == []
        text = deck.read_text(encoding="utf-8")
        deck.write_text(text.replace("- kind: figure", "- kind: figuer", 1), encoding="utf-8")
        page.goto(f"{server}/talk?deck=network-in-brief&slide=3")
        expect(page.locator(f"{NOW} h2")).to_have_text("This slide cannot be shown")
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"{NOW} h2")).to_contain_text("8 workshops")
        deck.write_text("deck: [", encoding="utf-8")
        page.reload()
        expect(page.locator(f"{NOW} h2")).to_have_text("This deck cannot be read")


# ---- the page --------------------------------------------------------------------------------


def test_the_page_opens_a_talk(visit: Callable[..., Page]):
    page = visit("/present")
    expect(page.get_by_role("heading", name="The network in brief")).to_be_visible()
    with page.context.expect_page() as opening:
        page.locator("[data-testid=stLinkButton] a", has_text="Present").first.click()
    shown = opening.value
    until(shown, "document.body?.classList.contains('playing')")
    assert "/talk?deck=network-in-brief" in shown.url
    with page.expect_download() as download:
        page.get_by_text("Save as one file (HTML)").click()
    assert download.value.suggested_filename == "network-in-brief.html"
    assert Path(download.value.path()).read_bytes().startswith(b"<!doctype html>")


def test_the_deck_of_an_unknown_link_is_told_on_the_page(visit: Callable[..., Page]):
    page = visit("/present?deck=nowhere")
    expect(page.get_by_text("There is no deck “nowhere”.")).to_be_visible()

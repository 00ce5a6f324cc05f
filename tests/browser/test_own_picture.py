"""Where the server has no browser, the reader's own makes the picture, and its receipt is whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, Page, expect

from drawing.browser_pictures import PictureBrowser
from drawing.picture import compose
from drawing.svg_writer import svg
from export import figures
from export.figures import Job
from export.file_formats import file_name_of
from export.formats import png
from export.verify import verify
from tests.browser.conftest import Visit
from tests.support.browser import find_browser
from tests.support.real import real
from tests.support.screen import settled
from tests.support.serving import serving

NOWHERE = "/nowhere/chromium"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[str]:
    """A dashboard on a machine without a browser; the one that reads it has started already."""
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CHROME", NOWHERE)
            address = stack.enter_context(serving(tmp_path_factory.mktemp("bare")))
        yield address


def job(**asked: object) -> Job:
    found = figures.job(real(), "network")
    assert found is not None
    return replace(found, **asked)  # type: ignore[arg-type]


def opened(page: Page) -> None:
    page.get_by_role("button", name="Download", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)


def saved(page: Page) -> tuple[bytes, str]:
    """What the button gives, and under which name."""
    button = page.get_by_role("button", name="Picture (PNG), made in this browser")
    with page.expect_download() as caught:
        button.click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    path = caught.value.path()
    return Path(path).read_bytes(), caught.value.suggested_filename


def painted_over(data: bytes) -> bytes:
    """A white box over a part of the picture, everything else in the file kept."""
    with Image.open(BytesIO(data)) as image:
        info = PngInfo()
        for keyword, text in image.text.items():  # type: ignore[attr-defined]
            info.add_itxt(keyword, str(text))
        ImageDraw.Draw(image).rectangle((2200, 400, 2260, 440), fill="#ffffff")
        made = BytesIO()
        image.save(made, "PNG", pnginfo=info)
    return made.getvalue()


def test_the_dialog_says_why_and_offers_the_rest(visit: Visit, bare: str):
    page = visit("/network", at=bare)
    opened(page)
    told = page.get_by_role("dialog").get_by_test_id("stAlert")
    expect(told).to_contain_text(f"CHROME is set to {NOWHERE}, which is no program.")
    expect(told).to_contain_text("Install Chromium or Google Chrome")
    for label in ("Picture (PNG)", "Picture to print (PDF)"):
        expect(page.get_by_role("button", name=label, exact=True)).to_be_disabled()
    for label in ("Picture to edit (SVG)", "Slide (PowerPoint)", "Numbers (Excel)", "Page (HTML)"):
        expect(page.get_by_role("button", name=label, exact=True)).to_be_enabled()


def test_the_picture_made_in_the_browser_is_current_and_looks_as_ours(visit: Visit, bare: str):
    page = visit("/network", at=bare)
    opened(page)
    data, name = saved(page)
    assert name == file_name_of(job(), "png")
    assert verify(data, name, real()).state == "current"
    assert png.read_receipt(data) == job().receipt
    with Image.open(BytesIO(data)) as image:
        image.load()
        assert image.size == (2560, 1440)
        told = {key: str(value) for key, value in image.text.items()}  # type: ignore[attr-defined]
        assert {key: told[key] for key in ("Title", "Description", "Source")} == png.about(
            job(), compose(job())
        )
        drawn = image.convert("RGB")
    with pytest.MonkeyPatch.context() as patch, closing(PictureBrowser()) as browser:
        patch.setenv("CHROME", find_browser())
        ours = browser.png(svg(compose(job()), with_font=False), 1280, 720)
    with Image.open(BytesIO(ours)) as image:
        apart = ImageStat.Stat(ImageChops.difference(drawn, image.convert("RGB"))).mean
    assert max(apart) < 0.5  # of 255: the same font, letters smoothed in another way
    assert verify(painted_over(data), name, real()).state == "changed_by_hand"


def test_the_choices_of_the_dialog_are_those_of_the_picture(visit: Visit, bare: str):
    page = visit("/network?show=members", at=bare)
    opened(page)
    for label, choice in (("Colours", "Transparent"), ("Size", "Square")):
        page.get_by_role("combobox", name=label).click()
        page.get_by_role("option", name=choice).click()
        settled(page)
    expect(page.get_by_title("2160 × 2160")).to_be_visible()
    data, name = saved(page)
    assert name.startswith("network_members_")
    assert verify(data, name, real()).state == "current"
    with Image.open(BytesIO(data)) as image:
        assert image.size == (2160, 2160)
        assert image.getpixel((3, 3)) == (0, 0, 0, 0)


def test_where_there_is_a_browser_the_server_draws(visit: Visit):
    page = visit("/network")
    opened(page)
    expect(page.get_by_role("button", name="Picture (PNG)", exact=True)).to_be_enabled()
    expect(page.get_by_text("made in this browser")).to_have_count(0)

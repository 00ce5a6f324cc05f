"""A PNG is twice the size asked for and carries its receipt as text."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from export.figures import Job, job
from export.formats import png
from export.formats.png import SIGNATURE, chunk, pixels_seal
from export.receipt_io import sealed
from tests.export.made import EVERY
from tests.support.browser import find_browser
from tests.support.real import real

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", find_browser())


def made(name: str, **asked: Any) -> Job:
    found = job(real(), name, **asked)
    assert found is not None
    return found


@pytest.mark.parametrize("name", EVERY)
def test_the_receipt_and_the_words_are_read_back(name: str):
    asked = made(name)
    data = png.write(asked)
    assert png.read_receipt(data) == asked.receipt
    with Image.open(BytesIO(data)) as image:
        image.load()
        told = {key: str(value) for key, value in image.text.items()}  # type: ignore[attr-defined]
        assert image.size == (2560, 1440)
    assert told == {
        "Title": asked.spec.title,
        "Description": f"{asked.spec.alt} {asked.spec.note}",
        "Source": f"{asked.spec.source} · {asked.receipt.code}",
        "Receipt": sealed(asked.receipt, pixels_seal(data) or ""),
    }


def test_the_pixels_are_those_of_the_mode():
    corners = {}
    for mode in ("light", "dark", "transparent"):
        data = png.write(made("network", mode=mode, width=480, height=360))
        with Image.open(BytesIO(data)) as image:
            corners[mode] = image.convert("RGBA").getpixel((3, 3))
    assert corners == {
        "light": (255, 255, 255, 255),
        "dark": (28, 32, 36, 255),
        "transparent": (0, 0, 0, 0),
    }


def test_the_shipped_font_is_used():
    # Without it another family would be drawn; its letters would cover other pixels.
    drawn = png.write(made("network"))
    from drawing import browser_pictures, picture, svg_writer

    scene = picture.compose(made("network"))
    plain = svg_writer.svg(scene, with_font=False).replace("Source Sans 3", "No Such Family")
    other = browser_pictures.SHARED.png(plain, scene.width, scene.height)
    with Image.open(BytesIO(drawn)) as ours, Image.open(BytesIO(other)) as fallback:
        assert ours.convert("RGB").tobytes() != fallback.convert("RGB").tobytes()


def test_the_same_job_gives_the_same_bytes():
    assert png.write(made("coverage")) == png.write(made("coverage"))


def test_a_receipt_written_anew_by_another_program_is_read():
    asked = made("findings")
    with Image.open(BytesIO(png.write(asked))) as image:
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("Receipt", sealed(asked.receipt, ""))
        kept = BytesIO()
        image.save(kept, "PNG", pnginfo=info)
    assert png.read_receipt(kept.getvalue()) == asked.receipt


@given(st.binary())
def test_no_bytes_raise(data: bytes):
    assert png.read_receipt(data) is None
    assert png.read_receipt(SIGNATURE + data) is None


@pytest.mark.parametrize(
    "held",
    [
        b"Receipt\0\1\0\0\0no zlib",
        b"Receipt\0\1\0\0",
        b"Receipt\0\0\0\0\0\xff",
        b"Receipt\0\0\0\0\0{}",
        b"Receipt\0\1\0\0\0" + zlib.compress(b"0" * 30_000_000),
    ],
    ids=["no zlib", "short", "no UTF-8", "no receipt", "bomb"],
)
def test_a_broken_receipt_is_none(held: bytes):
    assert png.read_receipt(SIGNATURE + chunk(b"iTXt", held)) is None

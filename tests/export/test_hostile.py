"""Whatever was done to a file of ours, reading it back ends in a verdict and never in an error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from drawing.browser_pictures import SHARED
from export import verify as judging
from export.file_formats import format_named
from export.formats import csv, svg
from export.formats import zip as everything
from export.receipt import Receipt
from export.receipt_io import from_json, sealed, unsealed
from export.verify import EXIT, current, verify, verify_code
from tests.export.made import job, small
from tests.faults.mangle import mangled, mangled_inside, miscounted

MANY = 300
FONT = re.compile(rb"base64,[A-Za-z0-9+/=]{9999,}")
STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1e308, float("inf"), float("nan"), "", "x" * 2000, "\ud800", "\0",
    [], {}, [[[[]]]], {"a": {}}, "=1+1", "network?show=members&show=members", "numbers?indicators=",
    "places?role=%00", "?", "network?" + "a=b&" * 400,
)  # fmt: skip


class _Drawn:
    """Stands in for the browser: pages and pixels of no meaning, made in a moment."""

    @staticmethod
    def png(_svg: str, _width: int, _height: int) -> bytes:
        made = BytesIO()
        Image.linear_gradient("L").convert("RGB").save(made, "PNG")
        return made.getvalue()

    @staticmethod
    def pdf(_svg: str, width: int, height: int, _title: str) -> bytes:
        writer, made = PdfWriter(), BytesIO()
        page = writer.add_blank_page(width, height)
        drawn = DecodedStreamObject()
        drawn.set_data(b"0 0 9 9 re f " * 20)
        page[NameObject("/Contents")] = writer._add_object(drawn)
        writer.write(made)
        return made.getvalue()


@cache
def files() -> dict[str, bytes]:
    """One file of each format, with numbers in it."""
    held, made = job(), dict[str, bytes]()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("png", "pdf"):
            patch.setattr(SHARED, name, getattr(_Drawn, name))
        for name in ("png", "svg", "pdf", "pptx", "xlsx", "csv", "html"):
            # Without the letters of the font, which would take nearly every blow.
            made[name] = FONT.sub(b"base64,", format_named(name).write(held))
    parts = {f"x.{name}": made[name] for name in ("svg", "csv", "png")}
    parts["readme.txt"] = everything.readme(held, tuple(parts)).encode()
    parts["x.csv-metadata.json"] = csv.metadata(held, "x.csv")
    return made | {"zip": everything.packed(parts)}


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today's figure is drawn once for all the files: what is tried here is how they are read."""

    @cache
    def known(figure: str, view: str) -> Receipt | None:
        return current(figure, view, small())

    monkeypatch.setattr(judging, "current", lambda figure, view, _held: known(figure, view))


def judged(data: bytes, name: str) -> str:
    found = verify(data, name, small())
    assert found.exit == EXIT[found.state]
    assert found.sentences
    assert all(isinstance(one, str) and one.isprintable() for one in found.sentences)
    return found.state


def test_the_files_are_sound_before_they_are_mangled():
    assert {name: judged(data, f"x.{name}") for name, data in files().items()} == dict.fromkeys(
        files(), "current"
    )


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize("name", ["png", "svg", "pdf", "pptx", "xlsx", "csv", "html", "zip"])
def test_a_mangled_file_gives_a_verdict(name: str):
    chance, data = Random(name), files()[name]
    how: list[Callable[[bytes, Random], bytes]] = [mangled]
    if data.startswith(b"PK"):
        how = [mangled, mangled_inside, miscounted]
    found = {
        judged(how[count % len(how)](data, chance), chance.choice((f"x.{name}", "x", "x.csv")))
        for count in range(MANY)
    }
    assert "no_receipt" in found
    assert "changed_by_hand" in found


def spoiled(held: dict[str, Any], chance: Random) -> dict[str, Any]:
    """A receipt in which something is of another kind, missing, or too much."""
    made = json.loads(json.dumps(held))
    inside = made if chance.random() < 0.4 else chance.choice(made["items"])
    key = chance.choice(sorted(inside))
    match chance.randrange(4):
        case 0:
            del inside[key]
        case 1:
            inside[chance.choice(("more", "items", key))] = chance.choice(STRANGE)
        case _:
            inside[key] = chance.choice(STRANGE)
    return made


def receipts() -> Iterator[str]:
    chance, held = Random(1), json.loads(job().receipt.as_json())
    for _each in range(MANY):
        yield json.dumps(spoiled(held, chance))


def test_a_spoiled_receipt_is_none_or_sound_and_never_an_error():
    found = [from_json(text) for text in receipts()]
    assert None in found
    assert any(found)
    for one in filter(None, found):
        assert from_json(one.as_json()) == one
        one.as_json().encode()


@pytest.mark.usefixtures("drawn_once")
def test_a_spoiled_receipt_in_a_file_gives_a_verdict():
    text = svg.write(job()).decode()
    start, end = text.index("<metadata>") + len("<metadata>"), text.index("</metadata>")
    for held in receipts():
        inside = f'{{"seal":"","receipt":{held}}}'.replace("&", "&amp;").replace("<", "&lt;")
        data = (text[:start] + inside + text[end:]).encode("utf-8", "replace")
        assert judged(data, "x.svg") in ("no_receipt", "changed_by_hand")


@pytest.mark.parametrize(
    "text",
    ["", "null", "1", "[]", "{}", '"text"', "[" * 100_000, '{"a":' * 100_000, "1" * 10_000,
     '{"receipt":1,"seal":""}', '{"receipt":{"items":{}},"seal":""}', '{"items":1}',
     '{"receipt":{"items":[[]]},"seal":[]}', "\ud800", "\0", "NaN", '{"items":[{"value":1e999}]}'],
)  # fmt: skip
def test_what_is_no_receipt_is_none(text: str):
    assert from_json(text) is None
    assert unsealed(text) == (None, "") or unsealed(text)[0] is None


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", "1" * 400, "1e16"])
def test_a_number_that_is_none_makes_no_receipt(value: str):
    text = job().receipt.as_json()
    assert from_json(text) == job().receipt
    assert from_json(text.replace('"value":129.0', f'"value":{value}')) is None


@pytest.mark.parametrize("value", ["nan", "inf", "-1e999", "1" * 400])
def test_a_number_that_is_none_in_a_sheet_is_told(value: str):
    data = csv.write(job()).decode().replace("129,Members,129,", f"129,Members,{value},")
    found = verify(data.encode(), "x.csv", small())
    assert found.state == "changed_by_hand"
    assert found.sentences[0].endswith("is no number.")


def test_a_seal_is_text():
    whole = sealed(job().receipt, "a")
    assert unsealed(whole) == (job().receipt, "a")
    assert unsealed(whole.replace('"seal":"a"', '"seal":1')) == (None, "")


def test_any_code_gives_a_verdict():
    chance = Random(2)
    for _each in range(MANY):
        typed = "".join(
            chr(chance.choice((chance.randrange(128), 0x2028, 0x1F600))) for _ in "x" * 9
        )
        assert verify_code(typed, small()).exit in EXIT.values()

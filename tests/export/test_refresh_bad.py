"""Files that are broken or made to do harm: a sentence for each, never a traceback."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from export.refresh.pptx_package import BadFile
from export.refresh.refresh import refresh
from tests.export.next_year import next_year
from tests.export.older import PIXEL, packed, parts, shipped

DTD = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
)
SLIDE, CHART = "ppt/slides/slide3.xml", "ppt/charts/"
DECK = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"

Parts = dict[str, bytes]


def put(name: str, data: bytes) -> Callable[[Parts], None]:
    return lambda held: held.__setitem__(name, data)


def drop(name: str) -> Callable[[Parts], None]:
    return lambda held: held.__delitem__(name)


def swap(name: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def change(held: Parts) -> None:
        names = [n for n in held if n.startswith(name)]
        assert any(old in held[n] for n in names)
        for n in names:
            held[n] = held[n].replace(old, new)

    return change


def every(pattern: str, data: bytes) -> Callable[[Parts], None]:
    def change(held: Parts) -> None:
        names = [name for name in held if re.fullmatch(pattern, name)]
        assert names
        held.update(dict.fromkeys(names, data))

    return change


def twice() -> bytes:
    out = io.BytesIO(shipped())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning):
        archive.writestr(SLIDE, b"<a/>")
    return out.getvalue()


def bomb() -> bytes:
    return packed({DECK: b"<a/>", TYPES: b"presentationml", "ppt/x": b"\0" * 301_000_000})


def many() -> bytes:
    return packed({DECK: b"<a/>", **{f"ppt/{n}": b"" for n in range(5_001)}})


WHOLE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"hello",
    "a picture": lambda: PIXEL,
    "an old program's, or one with a password": lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 4000,
    "a ZIP of nothing": lambda: packed({}),
    "a workbook": lambda: packed({"xl/workbook.xml": b"<a/>", TYPES: b"<Types/>"}),
    "cut in half": lambda: shipped()[: len(shipped()) // 2],
    "cut at its end": lambda: shipped()[:-30],
    "a byte in the middle turned": lambda: shipped()[:5000] + b"\xff\xfe\xfd" + shipped()[5003:],
    "noise behind a ZIP's head": lambda: b"PK\x03\x04" + bytes(range(256)) * 40,
    "two parts of one name": twice,
    "a bomb": bomb,
    "far too many parts": many,
}
REFUSED: dict[str, Callable[[Parts], None]] = {
    "macros": put("ppt/vbaProject.bin", b"x"),
    "macros by type": swap(TYPES, b"presentationml.presentation.main", b"macroEnabled.main"),
    "controls": put("ppt/activeX/activeX1.xml", b"<a/>"),
    "a file to read from outside": put(SLIDE, DTD),
    "entities that multiply": put(SLIDE, LAUGHS),
    "entities in the list of parts": put(TYPES, DTD),
    "entities in the theme": put("ppt/theme/theme1.xml", LAUGHS),
    "entities in UTF-16": put("customXml/item9.xml", DTD.decode().encode("utf-16")),
    "no list of parts": drop(TYPES),
    "a broken list of parts": put(TYPES, b"<Types"),
    "no presentation": drop(DECK),
    "a broken presentation": put(DECK, b"<p:presentation"),
    "an empty presentation": put(DECK, b""),
    "a broken slide": put(SLIDE, b"<p:sld"),
    "an empty slide": put(SLIDE, b""),
    "a slide that is something else": put(SLIDE, b"<html/>"),
    "no slide": drop(SLIDE),
    "no relations at all": drop("_rels/.rels"),
    "no relations of the deck": drop("ppt/_rels/presentation.xml.rels"),
    "a slide that is named and not there": swap(
        "ppt/_rels/presentation.xml.rels", b"slides/slide3.xml", b"slides/slide99.xml"
    ),
    "a slide outside of the file": swap(
        "ppt/_rels/presentation.xml.rels", b'slides/slide3.xml"', b'x" TargetMode="External"'
    ),
    "a template": swap(TYPES, b"presentation.main+xml", b"template.main+xml"),
}  # fmt: skip
BENT: dict[str, Callable[[Parts], None]] = {
    "a broken chart": every(r"ppt/charts/chart\d+\.xml", b"<c:chart"),
    "a chart without its plot": swap(CHART, b"lineChart", b"nothing"),
    "a series without a name": swap(CHART, b"<c:tx>", b"<c:tx><!-- -->"),
    "numbers that are none": swap(CHART, b"<c:v>129</c:v>", b"<c:v>NaN</c:v>"),
    "numbers beyond all": swap(CHART, b"<c:v>129</c:v>", b"<c:v>1e999</c:v>"),
    "dates that are none": swap(CHART, b"<c:v>45611</c:v>", b"<c:v>-5</c:v>"),
    "points out of all order": swap(CHART, b"<c:pt idx=\"3\">", b"<c:pt idx=\"-9\">"),
    "axes that are none": swap(CHART, b"<c:max val=\"140\"/>", b"<c:max val=\"high\"/>"),
    "a layout that is none": swap(CHART, b"<c:layoutTarget val=\"inner\"/>", b""),
    "a workbook that is none": every(r"ppt/embeddings/.*", b"x"),
    "a receipt that is none": swap("ppt/notesSlides/", b"[receipt] {", b"[receipt] {{"),
    "a receipt of nested lists": swap("customXml/item1.xml", b'{"figure', b"[" * 9000),
    "shapes of huge size": swap("ppt/slides/", b"cx=\"", b"cx=\"9999999999"),
    "shapes whose size is none": swap("ppt/slides/slide3", b"<a:ext cx=\"", b"<a:ext cx=\"x"),
    "letters whose size is none": swap("ppt/slides/", b"sz=\"1200\"", b"sz=\"big\""),
    "a view of nonsense": swap("ppt/slides/slide3", b"fig:network:", b"fig:network?show=%00&x:"),
    "numbers of nonsense": swap("ppt/slides/slide2", b"indicators=members", b"indicators=../x"),
    "a table without a cell": swap("ppt/slides/slide7", b"<a:tc>", b"<a:tc><!-- -->"),
    "a table of no columns": swap("ppt/slides/slide7", b"<a:gridCol ", b"<a:gone "),
    "a map without land": swap("ppt/slides/slide4", b"name=\"land\"", b"name=\"sea\""),
    "no paragraph in a text": swap("ppt/slides/slide2", b"<a:p>", b"<a:q>"),
}  # fmt: skip


@pytest.mark.parametrize("what", list(WHOLE))
def test_what_is_no_slide_file_is_refused(what: str):
    with pytest.raises(BadFile) as told:
        refresh(WHOLE[what](), next_year())
    assert re.fullmatch(r"[A-Z“].{20,}\.", str(told.value))


@pytest.mark.parametrize("what", list(REFUSED))
def test_what_may_do_harm_or_cannot_be_read_is_refused(what: str):
    held = parts(shipped())
    REFUSED[what](held)
    with pytest.raises(BadFile) as told:
        refresh(packed(held), next_year())
    assert re.fullmatch(r"[A-Z“].{20,}\.", str(told.value))
    assert "root:" not in str(told.value)


@pytest.mark.parametrize("what", list(BENT))
def test_what_is_bent_in_one_place_is_told_or_refused(what: str):
    held = parts(shipped())
    BENT[what](held)
    try:
        done = refresh(packed(held), next_year())
    except BadFile as error:
        assert re.fullmatch(r"[A-Z“].{20,}\.", str(error))
    else:
        with zipfile.ZipFile(io.BytesIO(done.data)) as archive:
            assert archive.testzip() is None
        assert len(done.report.slides) == 8


THEMES = (b"", b"<a", b"<a></b>", b"\0" * 99, b"<?xml version='1.0'?>", b"theme", b"<a/>",
          b"<a>&none;</a>", b"<a xmlns='&'/>")  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"])
def test_a_damaged_theme_ends_in_a_sentence_or_changes_nothing_else(name: str, theme: bytes):
    held = parts(shipped())
    assert name in held
    data = packed(held | {name: theme})
    try:
        done = refresh(data, next_year())
    except BadFile as error:
        assert str(error).startswith(("Something in the file is not as PowerPoint", "A part of"))
    else:
        assert parts(done.data)[name] == theme

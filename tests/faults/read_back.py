"""The door of exported files that come back: a verdict on each, and never "current" on a lie."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from random import Random

import pytest
from pptx import Presentation

from export import verify as judging
from export.formats import zip as everything
from export.receipt import Receipt
from export.refresh.pptx_package import BadFile
from export.refresh.refresh import refresh
from export.verify import EXIT, current, verify
from tests.export.made import job, later, small
from tests.export.test_hostile import files
from tests.faults.door import Bad, must
from tests.faults.mangle import mangled, mangled_inside, miscounted
from tests.faults.packages import bent

NAME = "read-back"
SHARE = 120
LIE = "number changed"
FORMS = ("png", "svg", "pdf", "pptx", "xlsx", "csv", "html", "zip")


def inputs(chance: Random) -> Iterator[Bad]:
    """A file of ours mangled, or with one shown number changed; slides also to be refreshed."""
    while True:
        form = chance.choice(FORMS)
        data = files()[form]
        draw = chance.random()
        if draw < 0.35:
            yield Bad(f"{LIE}: {form}", {f"x.{form}": LIES[form](data, chance)}, (form,))
        elif form == "pptx" and draw < 0.75:
            parts = everything.members(data)
            for _each in range(chance.choice((1, 1, 3))):
                what, parts = bent(parts, chance)
            yield Bad(f"{what}: {form}", {f"x.{form}": everything.packed(parts)}, (form,))
        else:
            ways = [mangled]
            if data.startswith(b"PK"):
                ways = [mangled, mangled_inside, miscounted]
            how = chance.choice(ways)
            yield Bad(f"{how.__name__}: {form}", {f"x.{form}": how(data, chance)}, (form,))


def try_one(given: Bad) -> None:
    """Judges it, and brings slides up to date; what comes out of that opens again."""
    [(name, data)] = given.files.items()
    with _drawn_once():
        found = verify(data, name, small())
        must(found.exit == EXIT[found.state] and found.sentences, "a verdict without a reason")
        must(all(one.isprintable() for one in found.sentences), f"not printable: {found.sentences}")
        if given.what.startswith(LIE):
            must(found.state != "current", f"a changed number is called current: {given.what}")
    if name.endswith(".pptx"):
        try:
            done = refresh(data, later())
        except BadFile as error:
            must(str(error).strip() and "Error(" not in str(error), f"no sentence: {error!r}")
        else:
            if done.data != data and _opens(data):
                must(_opens(done.data), "what opened before opens no more")


def _opens(data: bytes) -> bool:
    try:
        Presentation(io.BytesIO(data))
    except Exception:
        return False
    return True


@contextmanager
def _drawn_once() -> Iterator[None]:
    """Today's figure is drawn once for all files: what is tried here is how they are read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "current", lambda figure, view, _held: _known(figure, view))
        yield


@cache
def _known(figure: str, view: str) -> Receipt | None:
    return current(figure, view, small())


def _other(chance: Random) -> str:
    return str(chance.randrange(7000, 9000))


def _shown(pattern: str) -> Callable[[bytes, Random], bytes]:
    """Changes one number where a reader sees it: a text of digits between two marks."""

    def lie(data: bytes, chance: Random) -> bytes:
        said = sorted({re.sub(r"\D", "", one.says) for one in job().receipt.items} - {""})
        places = [
            found.span(1)
            for number in said
            for found in re.finditer(pattern.replace("N", number).encode(), data)
        ]
        start, end = chance.choice(places)
        return data[:start] + _other(chance).encode() + data[end:]

    return lie


def _inside(of: str, pattern: str) -> Callable[[bytes, Random], bytes]:
    """Changes one number in a part of a package."""

    def lie(data: bytes, chance: Random) -> bytes:
        parts = everything.members(data)
        names = [name for name in sorted(parts) if re.fullmatch(of, name)]
        chance.shuffle(names)
        for name in names:
            try:
                changed = _shown(pattern)(parts[name], chance)
            except IndexError:  # none of our numbers stands in it
                continue
            return everything.packed(parts | {name: changed})
        raise AssertionError(f"no number in {names}")

    return lie


def _csv(data: bytes, chance: Random) -> bytes:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    at = chance.randrange(1, len(rows))
    column = chance.choice([rows[0].index(name) for name in ("says", "value")])
    rows[at][column] = _other(chance)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _png(data: bytes, chance: Random) -> bytes:
    """Some rows of pixels painted over, every word beside the picture as it was."""
    made, pixels, at = data[:8], b"", 8
    tail = b""
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunk = data[at : at + 12 + size]
        if kind == b"IDAT":
            pixels += chunk[8:-4]
        elif pixels:
            tail += chunk
        else:
            made += chunk
        at += 12 + size
    raw = bytearray(zlib.decompress(pixels))
    start = chance.randrange(len(raw) // 2)
    for place in range(start, start + chance.choice((40, 4000))):
        raw[place] = (raw[place] + 77) % 256 if place % (len(raw) // 256) else raw[place]
    packed = b"IDAT" + zlib.compress(bytes(raw))
    whole = (len(packed) - 4).to_bytes(4, "big") + packed + zlib.crc32(packed).to_bytes(4, "big")
    return made + whole + tail


def _pdf(data: bytes, chance: Random) -> bytes:
    places = [found.start() for found in re.finditer(rb"0 0 9 9 re f", data)]
    at = chance.choice(places)
    return data[:at] + chance.choice((b"1", b"8")) + data[at + 1 :]


def _zip(data: bytes, chance: Random) -> bytes:
    parts = everything.members(data)
    name = chance.choice([one for one in sorted(parts) if one.rpartition(".")[2] in LIES])
    return everything.packed(parts | {name: LIES[name.rpartition(".")[2]](parts[name], chance)})


LIES: dict[str, Callable[[bytes, Random], bytes]] = {
    "svg": _shown(r">(?:over )?(N)<"),
    "html": _shown(r"<strong data-field='says' dir='auto'>(?:over )?(N)<"),
    "csv": _csv,
    "xlsx": _inside(r"xl/(worksheets/sheet1|sharedStrings)\.xml", r">(?:over )?(N)<"),
    "pptx": _inside(r"ppt/(slides/slide|charts/chart)\d+\.xml", r">(?:over )?(N)(?:\.0)?<"),
    "png": _png,
    "pdf": _pdf,
    "zip": _zip,
}

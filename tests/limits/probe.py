"""Gives every bomb to every door, in a process of its own; prints what each said and cost as JSON.

The process may have 1,500 MB more than it has once everything is loaded; what wants more fails.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from decks.deck import read_deck
from export.formats.png import pixels_seal
from export.refresh.pptx_package import BadFile
from export.refresh.refresh import refresh
from export.slides.template import TemplateProblem, opened
from export.verify import verify
from extract.documents.document import NeedsPassword, Unreadable
from extract.documents.read_document import read_bytes
from tests.limits import bombs
from tests.support.real import real

MORE = 1_500_000_000
Door = Callable[[bytes, str], str]


def checked(data: bytes, name: str) -> str:
    """A file given to “Check a file”."""
    found = verify(data, name, real())
    return f"{found.state}: {found.sentences[0] if found.sentences else ''}"


def pixels(data: bytes, _name: str) -> str:
    """A picture whose pixels are summed up, as those of one with a receipt are."""
    return f"sum: {pixels_seal(data)}"


def document(data: bytes, name: str) -> str:
    """A file given as a submission or a draft."""
    try:
        text = read_bytes(data, name).text
        return f"read: {len(text)} signs{' FAILED: root:' if 'root:' in text else ''}"
    except (Unreadable, NeedsPassword) as error:
        return f"refused: {error}"


def template(data: bytes, _name: str) -> str:
    """A file given as a template."""
    try:
        opened(data)
        return "opened"
    except TemplateProblem as error:
        return f"refused: {error}"


def older(data: bytes, _name: str) -> str:
    """A file given as an older deck."""
    try:
        return f"read: {len(refresh(data, real()).data)} bytes"
    except BadFile as error:
        return f"refused: {error}"


def deck(data: bytes, name: str) -> str:
    """A file given as a deck."""
    found, problems = read_deck(data, name)
    return f"{'read' if found else 'refused'}: {problems[0].what if problems else ''}"


def files() -> Iterator[tuple[str, bytes]]:
    """Every bomb under the names that it may have."""
    office = {"[Content_Types].xml": b"<Types/>"}
    for form, part in PARTS.items():
        first = {**office, part: b"<a/>"}
        package = bombs.unpacks_to_ten_gigabytes(first, [f"{part}{n}.svg" for n in range(100)])
        yield f"ten-gigabytes.{form}", package
        yield f"says-it-is-small.{form}", bombs.says_it_is_small(package)
        large = bombs.unpacks_to_ten_gigabytes(office, [part, *(f"{n}" for n in range(99))])
        yield f"one-large-part.{form}", large
        for kind, head in (("entities", bombs.ENTITIES), ("outside", bombs.OUTSIDE)):
            content = bombs.XML + head + b"<a>&e9;</a>"
            yield f"{kind}.{form}", bombs.zipped({**office, part: content})
    for form in ("svg", "html"):
        for kind, head in (("entities", bombs.ENTITIES), ("outside", bombs.OUTSIDE)):
            yield f"{kind}.{form}", bombs.XML + head + b"<svg><metadata>&e9;</metadata></svg>"
        yield f"deep.{form}", b"<svg>" * 2_000_000
    yield "large.png", bombs.picture(100_000, 100_000)
    yield "long.png", bombs.picture(2_147_483_647, 1)
    yield "full.png", bombs.picture(3_000, 3_000)
    yield "text.png", bombs.text_of_a_picture()
    yield "objects.pdf", bombs.objects(600_000)  # 46 MB: more is refused for its size
    yield "streams.pdf", bombs.stream_in_streams()
    yield "deep.yaml", b"[" * 1_900_000
    yield "wide.yaml", b"a: &a [1]\n" + b"b: [" + b"*a, " * 400_000 + b"]\n"
    yield "large.yaml", b"title: x\nslides:\n" + b"- {}\n" * 9_000_000


PARTS = {
    "docx": "word/document.xml",
    "pptx": "ppt/presentation.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
    "zip": "a.svg",
}
DOORS: dict[str, tuple[Door, ...]] = {
    "docx": (checked, document, template, older),
    "odt": (checked, document),
    "png": (checked, document, pixels),
    "pptx": (checked, document, template, older),
    "yaml": (checked, document, deck),
}


def allow(more: int = -1) -> None:
    """Let this process have so much more memory than now, on Linux; -1: as much as it likes."""
    if sys.platform.startswith("linux"):
        now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = resource.RLIM_INFINITY if more < 0 else now + more
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


def peak() -> int:
    """The most memory that this process ever had, in MB."""
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def main(only: str = "") -> None:
    """Every bomb at its doors; one line of JSON for each."""
    real()
    checked(b"x", "x.png")
    document(b"words", "x.txt")
    for name, data in files():
        if only not in name:
            continue
        began_with = peak()
        allow(MORE)
        for door in DOORS.get(name.rpartition(".")[2], (checked, document)):
            began = time.process_time()
            try:
                said = door(data, name)
            except BaseException as error:
                said = f"FAILED: {type(error).__name__}: {error}"
            spent = round(time.process_time() - began, 2)
            line = {"file": name, "size": len(data), "door": door.__name__, "said": said[:300]}
            print(json.dumps({**line, "seconds": spent, "more": peak() - began_with}), flush=True)
        allow()


if __name__ == "__main__":
    main(*sys.argv[1:])

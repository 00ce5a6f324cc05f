"""The door of the uploads: documents, and the journal of a draft, as nobody should send them."""

# ruff: noqa: E501 (lists of strange words)
from __future__ import annotations

import atexit
import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from curate import drafts, review_session, submit
from curate.document_reading import read as read_for_cards
from curate.errors import NotSaved, Refused
from curate.review_session import ReviewSession
from extract.__main__ import draft_as_json, draft_as_text
from extract.candidates import find_candidates
from extract.documents.document import Document, Unreadable
from extract.documents.read_document import read_bytes
from extract.draft_check import check_draft
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.load import load
from language.passages import Passages
from tests.curate.helping import TEXT, decide_all, desk_of
from tests.extract.printing import as_docx, as_pdf
from tests.faults.door import Bad, must
from tests.faults.folders import folder
from tests.faults.mangle import mangled, other_digits
from tests.faults.yaml_text import INSERTED
from tests.support.real import DATA

NAME = "uploads"
SHARE = 110
SHORT = "# Who we are\n\nOur network has 131 members in over 110 countries.[1]\n\nIn 2025 we held **3** workshops.\n"
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:h>Who</text:h><text:p>We have 12<text:s/>members.</text:p></office:text></office:body>"
    "</office:document-content>"
)
NAMES = ("x.pdf", "x.docx", "x", "../../etc/x.txt", "x.html", "a\0b.txt", "x" * 400, "\u202exdp.exe",
         "x.md", "x.odt", "x.DOC", "")  # fmt: skip
STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1e308, float("nan"), "", "x" * 3000, "\ud800", [], {}, [[]],
    {"a": 1}, "../x", "c0", "n0", "m0", "m999999", ["c0"], {"class": "nothing"},
)  # fmt: skip


def inputs(chance: Random) -> Iterator[Bad]:
    """A document spoiled, or one in eight times the files of a draft."""
    while True:
        yield _draft(chance) if chance.random() < 0.3 else _document(chance)


@cache
def documents() -> dict[str, bytes]:
    """A sound document of each kind."""
    html = (
        "<!doctype html><html><body><h1>Who</h1><p>We have 12 members.<br>Over 5</p></body></html>"
    )
    odt = _packed({"mimetype": b"x", "content.xml": ODT.encode()})
    return {"x.pdf": as_pdf(SHORT), "x.docx": as_docx(SHORT), "x.odt": odt,
            "x.html": html.encode(), "x.txt": TEXT.encode()}  # fmt: skip


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def _document(chance: Random) -> Bad:
    name = chance.choice(list(documents()))
    data = documents()[name]
    how = chance.choice(("bytes", "digits", "inside", "tokens"))
    if how == "bytes":
        data = mangled(data, chance)
    elif how == "digits":
        data = other_digits(data, chance)
    elif data.startswith(b"PK"):
        data = _inside(data, chance, tokens=how == "tokens")
    else:
        data = _tokens(data, chance)
    called = name if chance.random() < 0.6 else chance.choice(NAMES)
    return Bad(f"{how} of {name} as {called[:20]!r}", {name: data}, (called,))


def _inside(data: bytes, chance: Random, *, tokens: bool) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    wanted = [name for name in parts if name in ("word/document.xml", "content.xml")]
    name = chance.choice([*wanted, *wanted, *parts])
    parts[name] = (_tokens if tokens else mangled)(parts[name], chance)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    return _packed(parts)


def _tokens(data: bytes, chance: Random) -> bytes:
    """Tags, names and words taken out, told twice or exchanged."""
    pieces = re.split(rb"(<[^<>]*>|/[A-Za-z]+|\s+)", data)
    for _each in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(pieces))
        match chance.randrange(4):
            case 0:
                pieces[at] = b""
            case 1:
                pieces[at] *= chance.choice((2, 300))
            case 2:
                pieces[at] = pieces[chance.randrange(len(pieces))]
            case _:
                pieces[at] += chance.choice(INSERTED).encode("utf-8", "surrogatepass")
    return b"".join(pieces)


@dataclass(frozen=True)
class Draft:
    """The files of a draft that was worked on, and the data folder that it lies in."""

    data: Path
    id: str
    files: dict[str, bytes]
    document: Document


@cache
def draft() -> Draft:
    """A draft in which everything was decided, in a copy of the real data folder."""
    above = Path(tempfile.mkdtemp(prefix="faults-"))
    atexit.register(shutil.rmtree, above, ignore_errors=True)
    shutil.copytree(DATA, above / "data")
    desk = review_session.undo(decide_all(desk_of(above / "data")))
    here = desk.work.data / ".drafts" / desk.work.id
    files = {one.name: one.read_bytes() for one in here.iterdir() if one.name != "lock"}
    return Draft(desk.work.data, desk.work.id, files, desk.work.document)


def _draft(chance: Random) -> Bad:
    held = draft()
    name = chance.choice((drafts.JOURNAL, drafts.JOURNAL, drafts.JOURNAL, drafts.ABOUT,
                          drafts.TEXT))  # fmt: skip
    old = held.files[name]
    if name == drafts.TEXT or chance.random() < 0.3:
        return Bad(f"draft: bytes of {name}", {name: mangled(old, chance)})
    lines = [json.loads(line) for line in old.splitlines()]
    for _each in range(chance.choice((1, 1, 3))):
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                lines[at] = chance.choice(STRANGE)
            case 1:
                lines.insert(chance.randrange(len(lines) + 1), lines[at])
            case _:
                _bend(lines[at], chance)
    data = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return Bad(f"draft: values of {name}", {name: data})


def _bend(held: Any, chance: Random) -> None:
    """One value somewhere inside replaced, taken out or renamed."""
    while isinstance(held, dict | list) and held:
        key = chance.choice(list(held) if isinstance(held, dict) else range(len(held)))
        if isinstance(held[key], dict | list) and held[key] and chance.random() < 0.7:
            held = held[key]
            continue
        if chance.random() < 0.3:
            del held[key]
        else:
            held[key] = chance.choice(STRANGE)
        return


def try_one(given: Bad) -> None:
    """Reads it as the pages do; what is refused is refused in a sentence."""
    if given.what.startswith("draft"):
        _resumed(given)
        return
    [data] = given.files.values()
    try:
        document = read_bytes(data, given.words[0])
    except Unreadable as reason:
        _sentence(str(reason))
        return
    must(document.text.strip(), "a document without text is given on")
    must("/" not in document.name and document.name.isprintable(), f"its name: {document.name!r}")
    corpus = folder("small").sound
    passages = Passages(document.text)
    earlier = Earlier(corpus, document.text)
    found = list(find_candidates(passages, Guesser(corpus), earlier))
    for one in found:
        must(0 <= one.start < one.end <= len(document.text), "a number outside of the text")
    checked, left = check_draft(iter(found), corpus, document.text)
    draft_as_text(document, checked, left)
    json.loads(draft_as_json(document, checked, left))


def _sentence(said: str) -> None:
    must(said.strip() and len(said) < 1000, f"no sentence: {said[:80]!r}")
    must("Traceback" not in said and "Error(" not in said, f"no sentence: {said!r}")


@cache
def _reading(text: str) -> Any:
    del text
    return read_for_cards(draft().document, load(draft().data, "data"))


def _resumed(given: Bad) -> None:
    held = draft()
    here = held.data / ".drafts" / held.id
    for name, data in (held.files | dict(given.files)).items():
        (here / name).write_bytes(data)
    drafts.list_drafts(held.data)
    try:
        work = drafts.resume(held.data, held.id)
        if work.document == held.document:
            desk = ReviewSession(work, _reading(""))
        else:
            desk = ReviewSession(work, read_for_cards(work.document, load(held.data, "data")))
        _shown(desk)
        if desk.current:
            desk = review_session.skip(desk, desk.current.id)
        desk = review_session.undo(desk)
        _shown(desk)
    except (NotSaved, Refused) as reason:
        _sentence(str(reason))


def _shown(desk: ReviewSession) -> None:
    """All that the screens of Add a submission ask for."""
    must(desk.progress[0] <= desk.progress[1], "more decided than there is")
    for card in desk.cards:
        must(card.items, "a card without a number")
    _all = (
        desk.current,
        desk.head,
        desk.left_out,
        submit.missing(desk),
    )
    submit.unfinished(desk)

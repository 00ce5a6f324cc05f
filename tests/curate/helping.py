"""Nothing goes in; a document of three pages, data folders to work on, and desks come out."""

from __future__ import annotations

import shutil
from pathlib import Path

from curate import drafts, journal, review_session
from curate.cards import Card, Item
from curate.document_reading import read
from curate.errors import Refused
from curate.review_session import ReviewSession
from extract.documents.document import Document
from extract.documents.read_document import read_bytes
from facts.corpus import Sub
from facts.load import load
from tests.support.real import DATA

# Written for these tests. Its numbers are not those of any submission.
TEXT = """\
COMMISSION ON SCIENCE AND TECHNOLOGY FOR DEVELOPMENT (CSTD)

Twenty-ninth session
Geneva, 13 to 17 April 2026

Submissions on the progress made in 2025 to implement the outcomes of the WSIS

# Who we are

Our work stands in resolution 2006/46. Today our network of 131 members in 110 countries works to end
the sexual exploitation of children. The network grew quietly, and one of our aims is to be heard.

# What we did

From January to March 2025, we organised 6 regional workshops in Kenya, Nepal, Peru, Togo, Fiji and
Malta, bringing together over 420 participants. Three web guides were drafted.

In May 2025, we met in Nairobi, Kenya, with partners of the alliance.

Our reporting app was opened “upwards of 12,500 times” in 2025 – more than ever.

# What is next

We are part of 47 regional or global working groups. Our network of 131 members meets again before 2030.

See page 14 of our report, or write to office@example.org.
"""  # noqa: E501


def document(text: str = TEXT, name: str = "Submission 2026.txt") -> Document:
    """The document as an upload."""
    return read_bytes(text.encode(), name)


def with_line(desk: ReviewSession, line: journal.Line) -> ReviewSession:
    """The session after a line that no button writes, and that journals may hold all the same."""
    return ReviewSession(drafts.append(desk.work, line), desk.found)


def real_data(folder: Path) -> Path:
    """A copy of the real data folder."""
    shutil.copytree(DATA, folder / "data")
    return folder / "data"


def desk_of(data: Path, text: str = TEXT, name: str = "Submission 2026.txt") -> ReviewSession:
    """A new draft of the document on the desk."""
    made = document(text, name)
    return ReviewSession(drafts.start(data, made), read(made, load(data, "data")))


def again(desk: ReviewSession) -> ReviewSession:
    """The same draft, read from the disk by another session."""
    work = drafts.resume(desk.work.data, desk.work.id)
    return ReviewSession(work, read(work.document, load(work.data, "data")))


def card(desk: ReviewSession, name: str) -> Card:
    """The card with this id, which is there."""
    found = desk.card(name)
    assert found is not None
    return found


def sub_of(data: Path, name: str) -> Sub:
    """A submission of a data folder, which is there and proved."""
    found = load(data, "data").submission(name)
    assert found is not None
    return found


def note_of(data: Path, ref: str) -> str | None:
    """The note of a fact, which is there and proved."""
    found = load(data, "data").fact(ref)
    assert found is not None
    return found.fact.note


def now(desk: ReviewSession) -> Card:
    """The card to decide next, which is there."""
    assert desk.current is not None
    return desk.current


def decide_all(desk: ReviewSession) -> ReviewSession:
    """Every card as guessed; a number that is refused is set aside."""
    while (found := desk.current) is not None:
        refused = {item.id for item in found.items if not _allowed(desk, found, item)}
        try:
            desk = review_session.accept(
                desk, found.id, rejected=dict.fromkeys(refused, "no_claim")
            )
        except Refused:
            desk = review_session.reject(desk, found.id)
    return desk


def _allowed(desk: ReviewSession, one: Card, item: Item) -> bool:
    if one.kind == "activity":
        return True
    if item.again:
        return review_session.check_again(desk, item.fields, item.again).allowed
    return review_session.check_fact(desk, item.fields, item.id).allowed


def whole(path: Path) -> dict[str, bytes]:
    """Every file below a folder that is not of drafts, by path."""
    return {
        one.relative_to(path).as_posix(): one.read_bytes()
        for one in sorted(path.rglob("*"))
        if one.is_file() and ".drafts" not in one.parts
    }

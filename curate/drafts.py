"""Drafts in progress: a document, what is known of it and its journal, in a folder of their own.

A draft is a folder `.drafts/<id>` of the data folder: the text as it will become the source, what
is known of the document, and the journal of decisions. It is a function of these three, so that a
crash or a closed window loses at most what was not yet decided.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, NonNegativeInt

from curate import journal
from curate.durable_write import (
    DRAFTS,
    as_not_saved,
    drafts_folder,
    drafts_path,
    json_line,
    remove_folder,
    slug,
    sync_folder,
    write_new,
)
from curate.durable_write import rename_over as rename
from curate.errors import NotSaved
from curate.journal import Line, state_of
from extract.documents.document import Document, Part
from facts.corpus import Corpus
from facts.disk import LARGEST_SOURCE

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_THROWN, _KEPT = ".thrown", 5
TEXT, ABOUT, JOURNAL = "source.txt", "document.json", "journal.jsonl"


class About(BaseModel):
    """What is kept of a document beside its text; a part is its start, page, section, paragraph."""

    model_config = ConfigDict(strict=True)

    name: str
    form: str
    notes: tuple[str, ...]
    begun: str
    parts: tuple[tuple[NonNegativeInt, int | None, str, int], ...]


@dataclass(frozen=True)
class Summary:
    """A draft as it stands in a list; `of` is None before its numbers were counted."""

    id: str
    file: str
    name: str
    begun: str
    decided: int
    of: int | None
    saved: bool


@dataclass(frozen=True)
class Draft:
    """A draft in progress: its document, and the lines of its journal, `size` bytes of it."""

    data: Path
    id: str
    document: Document
    begun: str
    lines: tuple[Line, ...] = ()
    size: int = 0
    notes: tuple[str, ...] = ()


def start(data: Path, document: Document) -> Draft:
    """Begin a draft of a document as read. Raises NotSaved."""
    text = _SURROGATES.sub("\ufffd", document.text)
    source = text.encode()
    if len(source) > LARGEST_SOURCE:
        raise NotSaved(
            f"The text has {len(source):,} bytes; a source has at most {LARGEST_SOURCE:,}.",
            "Split the document.",
        )
    document = replace(document, text=text)
    name = f"{slug(Path(document.name).stem, 40) or 'draft'}-{secrets.token_hex(3)}"
    begun = datetime.now(UTC).isoformat(timespec="seconds")
    about = {
        "name": document.name,
        "form": document.form,
        "notes": list(document.notes),
        "begun": begun,
        "parts": [[one.start, one.page, one.section, one.paragraph] for one in document.parts],
    }
    folder = drafts_folder(data) / name
    making = folder.with_name(f".new-{name}")
    with as_not_saved():
        try:
            making.mkdir()
            for file, content in ((TEXT, source), (ABOUT, json_line(about)), (JOURNAL, b"")):
                write_new(making / file, content)
            rename(making, folder)
            sync_folder(folder.parent)
        except OSError:
            remove_folder(making)
            raise
    return Draft(data, name, document, begun)


def resume(data: Path, name: str) -> Draft:
    """Go on with a draft. Raises NotSaved where there is none of this name, or it is damaged."""
    folder = _folder(data, name)
    found = journal.read_journal(folder / JOURNAL)
    file = TEXT
    try:
        text = (folder / TEXT).read_bytes().decode()
        file = ABOUT
        about = About.model_validate_json((folder / ABOUT).read_bytes())
    except (OSError, ValueError):
        raise NotSaved(
            f"{file} of this draft cannot be read. Nothing of the draft was thrown away.",
            f"Put the file back from a copy into {DRAFTS}/{name} of the data folder, or give the "
            "document again.",
        ) from None
    parts = tuple(Part(*part) for part in about.parts)
    document = Document(about.name, about.form, text, parts, about.notes)
    return Draft(data, name, document, about.begun, found.lines, found.size, found.notes)


def append(work: Draft, line: Line) -> Draft:
    """Write a decision down. Raises Elsewhere or NotSaved; then nothing has changed."""
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), **line}
    size = journal.append_line(_folder(work.data, work.id) / JOURNAL, line, work.size)
    return replace(work, lines=(*work.lines, line), size=size)


def list_drafts(data: Path) -> tuple[Summary, ...]:
    """The drafts not yet saved, newest first; what cannot be read is passed over."""
    try:
        names = [path.name for path in drafts_path(data).iterdir() if _NAME.fullmatch(path.name)]
    except (OSError, NotSaved):
        return ()
    found = []
    for name in names:
        try:
            found.append(_summary(resume(data, name)))
        except NotSaved:
            continue
    return tuple(
        sorted((one for one in found if not one.saved), key=lambda one: (one.begun, one.id))[::-1]
    )


def discard(data: Path, name: str) -> None:
    """Throw a draft away; the last few can be brought back. Raises NotSaved."""
    with as_not_saved():
        thrown = drafts_path(data) / _THROWN
        thrown.mkdir(exist_ok=True)
        rename(_folder(data, name), thrown / name)
        kept = sorted(thrown.iterdir(), key=lambda path: path.stat().st_ctime_ns)
        for old in kept[:-_KEPT]:
            remove_folder(old)


def bring_back(data: Path, name: str) -> None:
    """Put a draft that was thrown away back into the list. Raises NotSaved where it is gone."""
    old = drafts_path(data) / _THROWN / name
    if not _NAME.fullmatch(name) or not old.is_dir():
        raise NotSaved("This draft is gone for good.", "Begin it again.")
    with as_not_saved():
        rename(old, drafts_path(data) / name)


def same_source(corpus: Corpus, document: Document) -> str | None:
    """The id of the submission that has this very text as its source already, or None.

    Told by the SHA-256 that each submission states and that is checked: no source is read.
    """
    own = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    heads = (sub.head for sub in corpus.submissions)
    return next((head.id for head in heads if head.source.sha256 == own), None)


def _summary(work: Draft) -> Summary:
    state = state_of(work.lines)
    head: dict[str, Any] = state.head or {}
    return Summary(
        work.id, work.document.name, str(head.get("name") or work.document.name), work.begun,
        len(state.decided), state.of, state.saved is not None,
    )  # fmt: skip


def _folder(data: Path, name: str) -> Path:
    folder = drafts_path(data) / name
    if not _NAME.fullmatch(name) or not folder.is_dir() or folder.is_symlink():
        raise NotSaved("There is no such draft; it was saved or thrown away.", "Go to the list.")
    return folder

"""A folder goes in; every kind of write that the program makes, ready to be done, comes out.

Each can be done again in the same folder, so that a second try can be told from the first.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from curate import drafts, edit_fact, review_session, submit, whole_save
from curate.document_reading import read
from curate.review_session import ReviewSession
from export.__main__ import main as export
from extract.__main__ import main as extract
from facts.__main__ import main as facts
from facts.load import load
from tests.curate.helping import decide_all, desk_of, document, whole
from tests.export.older import shipped
from tests.faults.folders import folder as known
from tests.support.real import DATA

SHOWN = "data"
Do = Callable[[Path], object]


@dataclass(frozen=True)
class Write:
    """One kind of write: `prepare` makes a folder ready, `do` writes, `state` is what is there.

    `data` says that the folder holds a data folder, which must have no problem at any time.
    """

    name: str
    prepare: Callable[[Path], None]
    do: Do
    state: Callable[[Path], Any]
    data: bool = True
    needs_no_room: bool = False  # it only changes the name of a folder


def small(folder: Path) -> Path:
    """A small data folder with two submissions."""
    for name, content in known("small").files.items():
        (folder / SHOWN / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / SHOWN / name).write_bytes(content)
    return folder / SHOWN


def _edit(folder: Path) -> object:
    data = folder / SHOWN
    work = edit_fact.open_fact(data, load(data, SHOWN), "first/teams")
    return edit_fact.save(work, {**work.fields, "note": "A note of a curator."})


def _edited(folder: Path) -> None:
    small(folder)
    _edit(folder)


def _files(folder: Path) -> dict[str, bytes]:
    return whole(folder / SHOWN)


def _decided(folder: Path) -> None:
    """A draft in which everything is decided, and every indicator said to be stated or not."""
    shutil.copytree(DATA, folder / SHOWN)
    desk = decide_all(desk_of(folder / SHOWN))
    head = {**desk.head, "id": "cstd-29-2026", "name": "CSTD 2026", "body": "CSTD",
            "citation": "The network, 2026.", "title": "A submission of 2026"}  # fmt: skip
    desk = review_session.set_head(desk, head)
    for one in submit.missing(desk):
        desk = review_session.not_stated(desk, one.indicator)
    left = submit.unfinished(desk)
    assert left == (), left


def _desk(folder: Path) -> Any:
    data = folder / SHOWN
    [one] = drafts.list_drafts(data)
    work = drafts.resume(data, one.id)
    return ReviewSession(work, read(work.document, load(data, SHOWN)))


def _save_draft(folder: Path) -> object:
    return submit.save(_desk(folder))


def _begun(folder: Path) -> None:
    desk = desk_of(small(folder), "We have 31 members.\n\nWe held 4 workshops in 2024.\n", "a.txt")
    review_session.skip(desk, desk.cards[0].id)


def _step(folder: Path) -> object:
    desk = _desk(folder)
    return review_session.reject(desk, desk.cards[0].id)


def _lines(folder: Path) -> list[list[tuple[Any, Any]]]:
    """What each draft was worked on, without the times."""
    data = folder / SHOWN
    works = [drafts.resume(data, one.id) for one in drafts.list_drafts(data)]
    return [[(line.get("do"), line.get("card")) for line in work.lines] for work in works]


def _start(folder: Path) -> object:
    return drafts.start(folder / SHOWN, document("We have 31 members.\n"))


def _texts(folder: Path) -> list[str]:
    data = folder / SHOWN
    return [drafts.resume(data, one.id).document.text for one in drafts.list_drafts(data)]


def _discard(folder: Path) -> None:
    [one] = drafts.list_drafts(folder / SHOWN)
    drafts.discard(folder / SHOWN, one.id)


def _discarded(folder: Path) -> None:
    _begun(folder)
    _discard(folder)


def _bring_back(folder: Path) -> None:
    [one] = (folder / SHOWN / ".drafts" / ".thrown").iterdir()
    drafts.bring_back(folder / SHOWN, one.name)


def _drafts(folder: Path) -> tuple[int, int]:
    """How many drafts there are, and how many can be brought back."""
    thrown = folder / SHOWN / ".drafts" / ".thrown"
    found = [one for one in thrown.iterdir() if one.name[0] != "."] if thrown.is_dir() else []
    return len(drafts.list_drafts(folder / SHOWN)), len(found)


def _out(main: Callable[[list[str]], int], name: str, *words: str) -> Do:
    """A command that writes `out/name`, over what is there."""

    def do(folder: Path) -> None:
        said, told = StringIO(), StringIO()
        asked = [word.replace("FOLDER", str(folder)) for word in words]
        with redirect_stdout(said), redirect_stderr(told):
            code = main([*asked, "--out", str(folder / "out" / name)])
        if code:
            raise SystemExit(told.getvalue() or code)

    return do


def shown(folder: Path) -> dict[str, bytes]:
    """What a reader finds in the folder for files that are made; hidden ones are passed over."""
    return {
        path: data
        for path, data in whole(folder / "out").items()
        if not any(part.startswith(".") for part in path.split("/"))
    }


def _older(folder: Path) -> None:
    """The data, and a file of each kind of an earlier day."""
    small(folder)
    (folder / "out").mkdir()
    for name in ("table.csv", "network.csv", "network.csv-metadata.json", "deck.pptx", "talk.html",
                 "text.txt"):  # fmt: skip
        (folder / "out" / name).write_bytes(b"of an earlier day " * 99)
    (folder / "deck.yaml").write_text("deck:\n  title: A\nslides:\n- {kind: title, title: B}\n")
    (folder / "report.txt").write_text("We have 31 members.\n" * 50)


def _with_old_deck(folder: Path) -> None:
    _older(folder)
    (folder / "old.pptx").write_bytes(shipped())
    (folder / "out" / "new.pptx").write_bytes(b"of an earlier day")


def _with_package(folder: Path) -> None:
    _older(folder)
    with redirect_stderr(StringIO()):
        assert (
            facts(
                ["package", "--out", str(folder / "out" / "package"), "--data", str(folder / SHOWN)]
            )
            == 0
        )
    _edit(folder)


DATA_WORDS = ("--data", f"FOLDER/{SHOWN}")
WRITES: tuple[Write, ...] = (
    Write("edit a fact", lambda f: (small(f), None)[1], _edit, _files),
    Write("take an edit back", _edited, lambda f: whole_save.take_back(f / SHOWN), _files),
    Write("save a draft", _decided, _save_draft, _files),
    Write("begin a draft", lambda f: (small(f), None)[1], _start, _texts),
    Write("a step in a draft", _begun, _step, _lines),
    Write("throw a draft away", _begun, _discard, _drafts),
    Write("bring a draft back", _discarded, _bring_back, _drafts, needs_no_room=True),
    Write("facts table", _older, _out(facts, "table.csv", "table", *DATA_WORDS), shown),
    Write("facts package", _with_package, _out(facts, "package", "package", *DATA_WORDS), shown),
    Write("export figure", _older,
          _out(export, "network.csv", "figure", "network", "--data", str(DATA)), shown),
    Write("export deck", _older, _out(export, "deck.pptx", "deck", "FOLDER/deck.yaml", *DATA_WORDS),
          shown),
    Write("export present", _older,
          _out(export, "talk.html", "present", "FOLDER/deck.yaml", *DATA_WORDS), shown),
    Write("export refresh", _with_old_deck,
          _out(export, "new.pptx", "refresh", "FOLDER/old.pptx", "--data", str(DATA)), shown),
    Write("extract read", _older, _out(extract, "text.txt", "read", "FOLDER/report.txt"), shown),
)  # fmt: skip
BY_NAME = {write.name: write for write in WRITES}

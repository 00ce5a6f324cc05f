"""Drafts on the disk: each step is there at once, and nothing is lost when something breaks."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from curate import drafts, journal, review_session
from curate.errors import Elsewhere, NotSaved
from facts.load import load
from facts.store import Store
from tests.curate.helping import (
    TEXT,
    again,
    decide_all,
    desk_of,
    document,
    real_data,
    whole,
    with_line,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return real_data(tmp_path)


def log(desk) -> Path:
    return desk.work.data / ".drafts" / desk.work.id / "journal.jsonl"


def test_a_draft_is_kept_outside_of_the_data(data: Path):
    before, problems = whole(data), load(data, "data").problems
    desk = decide_all(desk_of(data))
    assert whole(data) == before
    assert load(data, "data").problems == problems
    kept = data / ".drafts" / desk.work.id
    assert (kept / "source.txt").read_bytes() == TEXT.encode()
    assert (data / ".drafts" / ".gitignore").read_bytes() == b"*\n"


def test_a_step_in_a_draft_does_not_make_readers_read_again(data: Path):
    store = Store(data, "data", clock=iter(range(0, 100, 2)).__next__)
    first = store.snapshot()
    decide_all(desk_of(data))
    assert store.snapshot() is first


def test_a_draft_goes_on_where_it_stopped(data: Path):
    desk = desk_of(data)
    first, second = desk.cards[0].id, desk.cards[1].id
    desk = review_session.reject(review_session.accept(desk, first), second, "duration")
    found = again(desk)
    assert found.work.document == desk.work.document
    assert found.state == desk.state
    assert [(c.id, c.standing) for c in found.cards] == [(c.id, c.standing) for c in desk.cards]
    assert found.current == desk.current == desk.cards[2]


def test_the_list_names_each_draft_and_its_progress(data: Path):
    desk = review_session.accept(desk_of(data), "c244")
    other = desk_of(data, name="../../evil\x00.txt")
    [one, two] = sorted(drafts.list_drafts(data), key=lambda found: found.decided)
    assert (two.id, two.file, two.decided, two.of) == (desk.work.id, "Submission 2026.txt", 1, 8)
    assert (one.id, one.file, one.decided, one.of) == (other.work.id, "evil.txt", 0, None)
    assert one.id.startswith("evil-")


def test_a_last_line_that_was_cut_off_is_passed_over_and_written_over(data: Path):
    desk = review_session.accept(desk_of(data), "c244")
    kept = log(desk).read_bytes()
    torn = b'{"do":"head","fields":{"title":"' + b"long " * 500
    log(review_session.skip(desk, "c422")).write_bytes(kept + torn)
    found = again(desk)
    assert found.work.notes == (
        "The last step was cut off while it was written; it is to be done again.",
    )
    assert found.state.steps == desk.state.steps
    found = review_session.reject(found, "c422")
    lines = [json.loads(line) for line in log(found).read_text().splitlines()]
    assert [line["do"] for line in lines] == ["counted", "decide", "decide"]
    assert log(found).read_bytes().startswith(kept)


@pytest.mark.parametrize("cut", range(1, 80, 7))
def test_a_journal_cut_anywhere_still_opens(data: Path, cut: int):
    desk = review_session.skip(review_session.accept(desk_of(data), "c244"), "c422")
    kept = log(desk).read_bytes()
    log(desk).write_bytes(kept[:-cut])
    found = again(desk)
    assert found.state.steps in ((), desk.state.steps[:1])
    assert review_session.skip(found, "c422").state.skipped == ["c422"]


def test_a_line_that_makes_no_sense_is_said_and_changes_nothing(data: Path):
    desk = review_session.accept(desk_of(data), "c244")
    rubbish = b'\x00\x00\n[]\n{"do":"decide"}\n{"do":"mark","start":"x","end":1,"card":"m"}\n{}\n'
    log(desk).write_bytes(log(desk).read_bytes() + rubbish)
    found = again(desk)
    assert found.work.notes == ("2 steps could not be read again.",)
    assert found.state.facts == desk.state.facts
    assert found.cards == desk.cards


def test_two_windows_on_one_draft_are_told_apart(data: Path):
    here = desk_of(data)
    there = again(here)
    there = review_session.accept(there, "c244")
    with pytest.raises(Elsewhere):
        review_session.reject(here, "c244")
    assert again(here).state == there.state


def test_undo_goes_back_step_by_step_and_redo_forward(data: Path):
    desks = [desk_of(data)]
    for step in (
        lambda desk: review_session.accept(desk, "c244"),
        lambda desk: review_session.reject(desk, "c422", "duration"),
        lambda desk: review_session.skip(desk, "c570"),
        lambda desk: review_session.mark(desk, TEXT.index("14 of"), TEXT.index("14 of") + 2),
        lambda desk: review_session.reopen(desk, "c244"),
        lambda desk: review_session.not_stated(desk, "consultations"),
        lambda desk: review_session.set_head(desk, {**desk.head, "name": "Another"}),
    ):
        desks.append(step(desks[-1]))
    last = desks[-1]
    now = last
    for earlier in desks[-2::-1]:
        assert review_session.can_undo(now)
        now = review_session.undo(now)
        assert now.cards == earlier.cards
        assert now.head == earlier.head
        assert again(now).state == now.state
    assert not review_session.can_undo(now)
    assert review_session.undo(now) is now
    for later in desks[1:]:
        now = with_line(now, {"do": "redo"})
        assert now.cards == later.cards
    assert now.state.undone == ()
    assert now.state.steps == last.state.steps


def test_a_new_step_after_an_undo_ends_the_way_forward(data: Path):
    desk = review_session.reject(
        review_session.undo(review_session.accept(desk_of(data), "c244")), "c244"
    )
    assert desk.state.undone == ()
    assert {one.class_ for one in desk.state.rejected.values()} == {"no_claim"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_a_disk_that_refuses_a_step_leaves_the_journal_as_it_was(data, monkeypatch, number):
    desk = review_session.accept(desk_of(data), "c244")
    kept = log(desk).read_bytes()

    def refuse(*_):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        with pytest.raises(NotSaved, match="Nothing was saved"):
            review_session.skip(desk, "c422")
    assert log(desk).read_bytes() == kept
    assert review_session.skip(desk, "c422").state.skipped == ["c422"]


def test_a_data_folder_that_may_not_be_written_to_says_so(data: Path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotSaved, match="may not be written to"):
        drafts.start(data, document())
    monkeypatch.undo()
    assert drafts.list_drafts(data) == ()
    with pytest.raises(NotSaved, match="no such data folder"):
        drafts.start(data / "nowhere", document())


@pytest.mark.parametrize(
    "name", ["..", "../submissions", "a/b", "", ".thrown", "nothing", "A", "."]
)
def test_a_name_leads_nowhere_else(data: Path, name: str):
    desk_of(data)
    before = whole(data)
    for ask in (drafts.resume, drafts.discard, drafts.bring_back):
        with pytest.raises(NotSaved):
            ask(data, name)
    assert whole(data) == before


def test_what_was_thrown_away_can_be_brought_back_the_last_five(data: Path):
    desks = [desk_of(data) for _ in range(7)]
    for desk in desks:
        drafts.discard(data, desk.work.id)
    assert drafts.list_drafts(data) == ()
    with pytest.raises(NotSaved, match="thrown away"):
        review_session.skip(desks[-1], "c244")
    for desk in desks[2:]:
        drafts.bring_back(data, desk.work.id)
    for desk in desks[:2]:
        with pytest.raises(NotSaved, match="gone for good"):
            drafts.bring_back(data, desk.work.id)
    assert {one.id for one in drafts.list_drafts(data)} == {desk.work.id for desk in desks[2:]}
    assert review_session.accept(desks[-1], "c244").progress == (1, 8)


def test_a_text_that_cannot_be_kept_is_refused(data: Path):
    long = document()
    with pytest.raises(NotSaved, match="at most 5,000,000"):
        drafts.start(data, type(long)("a.txt", "text", "é" * 2_600_000, ()))
    work = drafts.start(data, type(long)("a.txt", "pdf", "half \ud800 a pair", ()))
    assert drafts.resume(data, work.id).document.text == "half \ufffd a pair"


def test_the_same_text_is_known_again(data: Path):
    corpus = load(data, "data")
    text = (data / "submissions" / "cstd-25-2022" / "source.txt").read_text()
    assert drafts.same_source(corpus, document(text)) == "cstd-25-2022"
    assert drafts.same_source(corpus, document()) is None


def test_a_journal_of_other_names_is_read_by_nobody(tmp_path: Path):
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"")
    assert journal.read_journal(path) == journal.Journal((), 0, ())
    assert journal.append_line(path, {"do": "ä\n"}, 0) == len('{"do":"ä\\n"}\n'.encode())
    assert journal.read_journal(path).lines == ({"do": "ä\n"},)


SOUND = {"name": "a.txt", "form": "text", "notes": ["b"], "begun": "2026", "parts": [[0, 1, "", 1]]}
WRONG: dict[str, tuple[object, ...]] = {
    "name": (None, 7, [], {"a": 1}),
    "form": (None, True, ["text"]),
    "notes": (None, "b", 7, [7], [["b"]], {"b": 1}),
    "begun": (None, 2026, ["2026"]),
    "parts": (None, 7, "a", {"a": 1}, [7], [[]], [["a"]], [[0]], [["0", 1, "", 1]],
              [[-1, 1, "", 1]], [[0, "1", "", 1]], [[0, 1, None, 1]], [[0, 1, "", "1"]],
              [[0, 1, "", 1, 1]], [[0.5, 1, "", 1]], [[True, 1, "", 1]], [None]),
}  # fmt: skip
FILES = [
    *(json.dumps(SOUND | {name: value}) for name, values in WRONG.items() for value in values),
    *(json.dumps({key: SOUND[key] for key in SOUND if key != name}) for name in SOUND),
    "", "{", "[]", "7", "null", '"a"', "[" * 100_000, '{"a":' * 50_000,
    json.dumps(SOUND | {"name": "\ud800"}),
]  # fmt: skip


@pytest.mark.parametrize("text", FILES, ids=range(len(FILES)))
def test_a_damaged_document_ends_in_a_sentence_and_nothing_is_lost(data: Path, text: str):
    desk = review_session.accept(desk_of(data), "c244")
    folder = data / ".drafts" / desk.work.id
    sound = (folder / "document.json").read_bytes()
    (folder / "document.json").write_text(text)
    kept = {one.name: one.read_bytes() for one in folder.iterdir()}
    with pytest.raises(NotSaved) as told:
        drafts.resume(data, desk.work.id)
    assert told.value.what.startswith("document.json of this draft cannot be read.")
    assert told.value.cure.startswith(f"Put the file back from a copy into .drafts/{desk.work.id}")
    assert drafts.list_drafts(data) == ()
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == kept
    (folder / "document.json").write_bytes(sound)
    assert again(desk).state == desk.state


def test_a_step_nested_without_end_is_passed_over(data: Path):
    desk = review_session.accept(desk_of(data), "c244")
    with log(desk).open("ab") as file:
        file.write(b"[" * 200_000 + b"\n")
    assert again(desk).state.decided == desk.state.decided

"""Saving: all or nothing, whatever happens, and never over what someone else saved."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from curate import drafts, durable_write, edit_fact, whole_save
from curate.durable_write import locked
from curate.errors import Conflict, NotSaved, Refused
from curate.whole_save import Change
from facts.load import load
from tests.curate.helping import desk_of, whole
from tests.facts.folder import INDICATORS, DataFolder, sha256
from tests.support.patience import WITHIN

SOURCE = "We have 15 members and partners in over 11 countries. Written on 15 May 2025.\n"
SECOND = """\
submission:
  id: second
  title: The second report
  name: Second 2025
  body: XYZ
  source: {file: source.txt, sha256: SHA256, form: text}
  reports_on: {from: 2024, to: 2025, basis: inferred}
  written:
    earliest: 2025-05-15
    latest: 2025-05-15
    basis: stated
    evidence:
    - quote: Written on 15 May 2025
      shows: the day
  plot_at: {value: 2025-05-15, basis: stated}
  citation: The network, second report, 2025.
facts:
- id: partners
  indicator: partners
  value: 15
  bound: exact
  wording: members and partners
  scope: own
  time: {as_of: document}
  quote: We have 15 members and partners in
  section: paragraph 1
set_aside:
- {quote: over 11 countries, class: no_claim}
absent: []
""".replace("SHA256", sha256(SOURCE))
PARTNERS = """\
- id: partners
  label: {en: Partners}
  unit: {one: {en: partner}, many: {en: partners}}
  kind: stock
  group: all
  description: {en: What it is.}
  wordings: {members and partners: same}
"""
NEW = (INDICATORS + PARTNERS).encode()
FILES = {"source.txt": SOURCE.encode(), "submission.yaml": SECOND.encode()}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return DataFolder(tmp_path / "data").path


def addition(data: Path, draft: str | None = None) -> Change:
    """A new submission that needs a new indicator: two things that must come together."""
    base = (data / "indicators.yaml").read_bytes()
    return Change(
        "second", "Add Second 2025: 1 fact", {"indicators.yaml": NEW},
        {"submissions/second": FILES}, {"indicators.yaml": base}, draft,
    )  # fmt: skip


def problems(data: Path) -> list[str]:
    return [str(one) for one in load(data, "data").problems]


def test_a_new_submission_and_its_indicator_come_together(data: Path):
    before = whole(data)
    saved = whole_save.save(data, addition(data))
    files = {f"submissions/second/{name}": one for name, one in FILES.items()}
    assert whole(data) == {**before, "indicators.yaml": NEW, **files}
    assert saved.files == ("indicators.yaml", *files)
    assert problems(data) == []
    assert whole_save.last_save(data) == saved
    back = whole_save.take_back(data)
    assert (back.submission, back.message) == ("second", "Take back: Add Second 2025: 1 fact")
    assert whole(data) == before
    assert whole_save.last_save(data) is None
    with pytest.raises(NotSaved, match="cannot be taken back"):
        whole_save.take_back(data)


def fact_change(data: Path, value: str = "112") -> Change:
    """The number of one fact read otherwise, with the reason: a change of one file."""
    path = "submissions/first/submission.yaml"
    base = (data / path).read_bytes()
    corrected = (
        f"  value: {value}\n  corrected: {{field: value, source_says: '12', because: Counted.}}\n"
    )
    new = base.decode().replace("  value: 12\n", corrected, 1)
    return Change("first", "Correct", {path: new.encode()}, {}, {path: base})


def swap(data: Path) -> Change:
    """A whole submission in the place of another."""
    path = "submissions/first/submission.yaml"
    folder = data / "submissions" / "first"
    (folder / "notes.txt").write_text("Kept.")
    text = SOURCE + (folder / "source.txt").read_text()
    yaml = (folder / "submission.yaml").read_text()
    yaml = yaml.replace(sha256((folder / "source.txt").read_text()), sha256(text))
    yaml = yaml.replace("Written on 15 May 2024\n", "Written on 15 May 2025\n")
    yaml = yaml.replace("absent:", "- {quote: We have 15 members, class: no_claim}\n"
                        "- {quote: over 11 countries, class: no_claim}\n"
                        "- {quote: Written on 15 May 2024, class: date}\nabsent:")  # fmt: skip
    files = {"submission.yaml": yaml.encode(), "source.txt": text.encode()}
    return Change(
        "first", "Again", {}, {"submissions/first": files}, {path: (data / path).read_bytes()}
    )


def in_child(act: Callable[[], object], before: Callable[[], None]) -> int:
    """Do something in a process of its own; its exit status, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            before()
            act()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def killed_before(data: Path, number: int) -> Callable[[], None]:
    """Kill this process (SIGKILL) right before its n-th change to the disk below a folder."""
    left = [number]
    names = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}

    def hook(event: str, given: tuple[object, ...]) -> None:
        writes = event in names or (
            event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if writes and str(given[0]).startswith(str(data)):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(hook)


CHANGES: dict[str, Callable[[Path], Change]] = {
    "new": addition, "edit": fact_change, "in its place": swap
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("back", [False, True], ids=["save", "take back"])
def test_killed_at_any_step_the_old_or_the_new_is_there(tmp_path: Path, kind: str, back: bool):
    steps = 0
    seen: set[str] = set()
    while True:
        data = DataFolder(tmp_path / f"{steps}" / "data").path
        change = CHANGES[kind](data)
        old = whole(data)
        assert problems(data) == []
        if back:
            whole_save.save(data, change)
        now = whole(data)
        act = (
            partial(whole_save.take_back, data) if back else partial(whole_save.save, data, change)
        )
        ended = in_child(act, killed_before(data, steps + 1))
        assert ended in (0, -signal.SIGKILL)
        # The checker passes at once, before anything was mended ...
        left = load(data, "data")
        if kind != "in its place" or "first" in {sub.head.id for sub in left.submissions}:
            assert [str(one) for one in left.problems] == []
        # ... and after the next start it is the one or the other, whole.
        whole_save.recover(data)
        assert problems(data) == []
        wanted = old if back else None
        if whole(data) == now:
            seen.add("as before")
        else:
            seen.add("as after")
            assert wanted is None or whole(data) == wanted
            assert whole(data).keys() == ({*old} if back else {*old, *after(kind)})
        # Nothing of the save lies about, and the next one works.
        assert not (data / ".drafts" / ".save").exists()
        if not back and whole(data) == old:
            whole_save.save(data, change)
        assert not list((data / "submissions").rglob("*.part"))
        steps += 1
        if ended == 0:
            break
    assert seen == {"as before", "as after"}
    assert steps > 8


def after(kind: str) -> set[str]:
    return {f"submissions/second/{name}" for name in FILES} if kind == "new" else set()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("call", ["write_new", "rename_over", "sync_folder"])
def test_a_disk_that_refuses_at_any_step_leaves_the_old(data, monkeypatch, kind, call, number):
    change = CHANGES[kind](data)
    before = whole(data)
    for step in range(40):
        left = [step]
        real = getattr(durable_write, call)

        def refuse(*given, left=left, real=real):
            left[0] -= 1
            if left[0] == -1:
                raise OSError(number, os.strerror(number))
            return real(*given)

        with monkeypatch.context() as broken:
            broken.setattr(durable_write, call, refuse)
            try:
                whole_save.save(data, change)
            except NotSaved as said:
                assert "Nothing was saved." in str(said)
                assert whole(data) == before
                continue
        # Refused only behind the last step, where all is saved, or not at all.
        assert problems(data) == []
        assert whole(data) != before
        break
    else:
        raise AssertionError("it never ended")
    assert step > (0 if call == "rename_over" else 1)


def test_of_two_that_save_at_once_the_second_is_told(data: Path):
    first, second = fact_change(data, "112"), fact_change(data, "21")
    results: list[object] = []
    ready = threading.Barrier(2)

    def run(change: Change) -> None:
        ready.wait()
        try:
            results.append(whole_save.save(data, change))
        except NotSaved as reason:
            results.append(reason)

    threads = [threading.Thread(target=run, args=(one,)) for one in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    [path] = first.files
    [conflict] = [one for one in results if isinstance(one, Conflict)]
    [saved] = [one for one in results if isinstance(one, whole_save.Saved)]
    now = (data / path).read_bytes()
    won = first if now == first.files[path] else second
    lost = second if won is first else first
    assert saved.files == (path,)
    assert conflict.path == path
    assert conflict.theirs.encode() == now == won.files[path]
    assert conflict.mine.encode() == lost.files[path]
    assert conflict.base is not None
    assert conflict.base.encode() == first.based_on[path]
    assert problems(data) == []


def test_of_many_processes_each_saves_whole_and_none_is_lost(data: Path):
    """Four processes add a note to the same fact, each on top of what it finds: all come in."""
    code = (
        "import sys; from pathlib import Path; from curate import edit_fact; "
        "from curate.errors import Conflict; from facts.load import load\n"
        "data = Path(sys.argv[1]); work = edit_fact.open_fact(data, load(data), 'first/teams')\n"
        "while True:\n"
        "    fields = {**work.fields, 'note': (work.fields.get('note', '') + sys.argv[2])}\n"
        "    try: edit_fact.save(work, fields); break\n"
        "    except Conflict: work = edit_fact.open_fact(data, load(data), 'first/teams')\n"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(data), letter], cwd=Path.cwd())
        for letter in "abcd"
    ]
    assert [run.wait(WITHIN) for run in runs] == [0] * 4
    note = edit_fact.open_fact(data, load(data, "data"), "first/teams").fields["note"]
    assert sorted(note) == list("abcd")
    assert problems(data) == []


def test_a_lock_that_its_holder_left_in_a_crash_is_free(data: Path):
    folder = durable_write.drafts_folder(data)

    def hold() -> None:
        with locked(folder / "lock"):
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(hold, lambda: None) == -signal.SIGKILL
    assert (folder / "lock").exists()
    whole_save.save(data, addition(data))


def test_who_waits_too_long_is_told(data: Path):
    folder = durable_write.drafts_folder(data)
    with (
        locked(folder / "lock"),
        pytest.raises(NotSaved, match="Someone else is saving"),
        locked(folder / "lock", wait=0.05),
    ):
        raise AssertionError("two hold the lock")


def test_what_the_checker_would_refuse_is_not_written(data: Path):
    before = whole(data)
    path = "submissions/first/submission.yaml"
    base = before[path]
    wrong = Change("first", "", {path: base.replace(b"value: 12\n", b"value: 13\n", 1)}, {}, {})
    with pytest.raises(Refused, match="The value is 13, but '12' in the quote reads as 12"):
        whole_save.save(data, wrong)
    assert whole(data) == before


def test_problems_that_were_there_before_are_no_hindrance(data: Path):
    folder = data / "submissions" / "broken"
    folder.mkdir()
    (folder / "submission.yaml").write_text("facts: []\n")
    was = problems(data)
    assert len(was) == 1
    whole_save.save(data, addition(data))
    assert problems(data) == was
    whole_save.take_back(data)
    assert problems(data) == was


@pytest.mark.parametrize(
    "path",
    ["../evil.yaml", "submissions/../evil", "/etc/evil", "submissions/a/b/submission.yaml",
     "submissions/UP", "submissions/.x", "decks/a.yaml", "submissions/a/source.txt", "",
     "submissions\\a", "submissions/a\n"],
)  # fmt: skip
def test_nothing_is_written_elsewhere(data: Path, path: str):
    before = set(data.parent.rglob("*"))
    for change in (
        Change("x", "", {path: b"x"}, {}, {}),
        Change("x", "", {}, {path: {"submission.yaml": b"x"}}, {}),
    ):
        with pytest.raises(NotSaved):
            whole_save.save(data, change)
    assert set(data.parent.rglob("*")) - before <= {
        data / ".drafts", data / ".drafts" / ".gitignore"
    }  # fmt: skip


def test_a_file_inside_a_folder_may_not_lead_out(data: Path):
    files = {**FILES, "../../evil.txt": b"x"}
    with pytest.raises(NotSaved):
        whole_save.save(data, Change("second", "", {}, {"submissions/second": files}, {}))
    assert not (data / "evil.txt").exists()


def test_a_save_is_not_taken_back_over_a_later_change(data: Path):
    whole_save.save(data, addition(data))
    path = data / "submissions" / "second" / "submission.yaml"
    path.write_bytes(path.read_bytes() + b"# Mine.\n")
    now = whole(data)
    assert whole_save.last_save(data) is None
    with pytest.raises(NotSaved, match="something was changed since"):
        whole_save.take_back(data)
    assert whole(data) == now


def test_a_cut_off_save_does_not_go_over_what_was_changed_meanwhile(data: Path, monkeypatch):
    """Killed between two steps; someone edits by hand; the save is taken back, the edit stays."""
    change = addition(data)
    base = change.based_on["indicators.yaml"]

    real = durable_write.rename_over

    def die_at_second(old, new):
        if "second" in str(new):
            os.kill(os.getpid(), signal.SIGKILL)
        real(old, new)

    with monkeypatch.context() as broken:
        broken.setattr(durable_write, "rename_over", die_at_second)
        assert in_child(lambda: whole_save.save(data, change), lambda: None) == -signal.SIGKILL
    assert (data / "indicators.yaml").read_bytes() == NEW
    theirs = data / "submissions" / "second"
    theirs.mkdir()
    (theirs / "mine.txt").write_text("By hand.")
    whole_save.recover(data)
    assert (data / "indicators.yaml").read_bytes() == base
    assert (theirs / "mine.txt").read_text() == "By hand."


STEP = {"kind": "file", "path": "indicators.yaml", "before": {}, "after": {}}
PLAN = {"id": "a", "submission": "b", "message": "c", "steps": [STEP], "draft": None,
        "undoes": None, "files": [], "known": []}  # fmt: skip
BENT: tuple[object, ...] = (7, {"a": 1}, [[]], [STEP | {"kind": "all"}])


def test_a_save_without_a_plan_is_cleared_away(data: Path):
    ready = durable_write.drafts_folder(data) / ".save"
    ready.mkdir()
    assert whole_save.read_plan(ready) is None
    whole_save.recover(data)
    assert not ready.exists()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '"a"', "null", "[" * 100_000, '{"steps": [{"kind": 1}]}', '{"steps": []}']
    + [json.dumps(PLAN | {name: value})
       for name in PLAN for value in BENT]
    + [json.dumps(PLAN | {"steps": [STEP | {"path": path}]})
       for path in ("../out", "/etc/passwd", "submissions", "submissions/../..", "decks/a.yaml", 7)]
    + [json.dumps(PLAN | {"steps": [STEP | {name: value}]})
       for name in ("before", "after") for value in (*BENT, "")],
)  # fmt: skip
def test_a_plan_that_is_damaged_is_told_once_and_nothing_is_lost(data: Path, text: str):
    ready = durable_write.drafts_folder(data) / ".save"
    ready.mkdir()
    (ready / "plan.json").write_text(text)
    (ready / "old").write_text("What was there.")
    before = whole(data)
    with pytest.raises(NotSaved, match="its plan is damaged; all of it was kept in "):
        whole_save.recover(data)
    assert whole(data) == before
    assert not ready.exists()
    [kept] = (data / ".drafts").glob(".damaged-*")
    assert (kept / "plan.json").read_text() == text
    assert (kept / "old").read_text() == "What was there."
    whole_save.recover(data)
    kept.rename(data / ".drafts" / ".last")
    assert whole_save.last_save(data) is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_drafts_that_are_a_link_are_refused(data: Path, tmp_path: Path):
    desk = desk_of(data)
    elsewhere = tmp_path / "elsewhere"
    (data / ".drafts").rename(elsewhere)
    (data / ".drafts").symlink_to(elsewhere, target_is_directory=True)
    before = sorted((one, one.is_file() and one.read_bytes()) for one in elsewhere.rglob("*"))
    for work in (
        lambda: durable_write.drafts_folder(data),
        lambda: whole_save.save(data, Change("a", "b", {}, {}, {})),
        lambda: whole_save.take_back(data),
        lambda: whole_save.recover(data),
        lambda: drafts.start(data, desk.work.document),
        lambda: drafts.resume(data, desk.work.id),
        lambda: drafts.append(desk.work, {"do": "skip", "card": "c1"}),
        lambda: drafts.discard(data, desk.work.id),
        lambda: drafts.bring_back(data, desk.work.id),
    ):
        with pytest.raises(NotSaved, match="in the data folder is a link to another place") as told:
            work()
        assert told.value.cure
    assert drafts.list_drafts(data) == ()
    assert whole_save.last_save(data) is None
    after = sorted((one, one.is_file() and one.read_bytes()) for one in elsewhere.rglob("*"))
    assert after == before

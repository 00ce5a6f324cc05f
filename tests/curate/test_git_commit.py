"""A commit of exactly the files saved, and nothing of what others have staged."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from curate import git_commit, whole_save
from curate.errors import NotSaved
from curate.whole_save import Saved
from tests.curate.test_whole_save import addition, fact_change
from tests.facts.folder import DataFolder


def offered(data: Path, saved: Saved) -> git_commit.Offer:
    """The commit that is offered, or why it is not."""
    found = git_commit.offer(data, saved)
    assert found is not None
    return found


MESSAGE = "Add Second 2025: 1 fact"


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def home(tmp_path: Path, monkeypatch) -> Path:
    """Nobody's settings: what git reads of the one who runs the tests is empty."""
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME",
                 "GIT_COMMITTER_EMAIL", "EMAIL", "GIT_DIR", "GIT_INDEX_FILE"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "home").mkdir()
    return tmp_path


@pytest.fixture
def data(home: Path) -> Path:
    """A data folder inside a repository with one commit."""
    folder = DataFolder(home / "project" / "data").path
    top = folder.parent
    run(home, "init", "--quiet", str(top))
    run(top, "config", "user.name", "Someone")
    run(top, "config", "user.email", "someone@example.org")
    (top / "other.txt").write_text("one\n")
    run(top, "add", "--all")
    run(top, "commit", "--quiet", "--message", "First")
    return folder


def test_a_save_is_committed_and_nothing_else(data: Path):
    top = data.parent
    (top / "other.txt").write_text("two\n")
    (top / "staged new.txt").write_text("new\n")
    run(top, "add", "--all")
    (top / "other.txt").write_text("three\n")
    (top / "lying about.txt").write_text("x\n")
    before = run(top, "diff", "--cached")
    saved = whole_save.save(data, addition(data))
    offer = git_commit.offer(data, saved)
    assert offer == git_commit.Offer(True, "", saved.files, MESSAGE)
    name = git_commit.commit(data, saved, MESSAGE)
    assert run(top, "log", "--format=%h %s", "-1").strip() == f"{name} {MESSAGE}"
    committed = run(top, "show", "--name-only", "--format=", "HEAD").split()
    assert committed == sorted(f"data/{file}" for file in saved.files)
    assert run(top, "diff", "--cached") == before
    assert run(top, "status", "--porcelain").splitlines() == [
        "MM other.txt", 'A  "staged new.txt"', '?? "lying about.txt"'
    ]  # fmt: skip
    assert git_commit.offer(data, saved) is None
    with pytest.raises(NotSaved, match="nothing to commit"):
        git_commit.commit(data, saved, MESSAGE)


def test_taking_back_is_committed_too(data: Path):
    saved = whole_save.save(data, addition(data))
    git_commit.commit(data, saved, MESSAGE)
    back = whole_save.take_back(data)
    assert offered(data, back).message == f"Take back: {MESSAGE}"
    git_commit.commit(data, back, back.message)
    assert run(data.parent, "diff", "HEAD~2", "HEAD") == ""
    assert run(data.parent, "status", "--porcelain") == ""


def test_what_was_never_committed_and_is_gone_needs_no_commit(data: Path):
    whole_save.save(data, addition(data))
    assert git_commit.offer(data, whole_save.take_back(data)) is None


def test_a_change_of_one_file_is_one_file(data: Path):
    saved = whole_save.save(data, fact_change(data))
    git_commit.commit(data, saved, "Two\nlines # and a mark")
    assert run(data.parent, "log", "--format=%B", "-1").strip() == "Two lines # and a mark"
    assert git_commit.offer(data, saved) is None


def test_without_a_repository_nothing_is_offered(home: Path):
    data = DataFolder(home / "data").path
    assert git_commit.offer(data, whole_save.save(data, addition(data))) is None


def test_what_git_passes_over_is_not_offered(data: Path):
    (data.parent / ".gitignore").write_text("/data/\n")
    saved = whole_save.save(data, addition(data))
    assert offered(data, saved).files == ("indicators.yaml",)


def test_drafts_are_never_shown_to_git(data: Path):
    whole_save.save(data, addition(data))
    assert ".drafts" not in run(data.parent, "status", "--porcelain", "--untracked-files=all")


@pytest.mark.parametrize("name", ["user.name", "user.email"])
def test_who_is_unknown_to_git_is_told_what_to_run(data: Path, name: str):
    run(data.parent, "config", "--unset", name)
    saved = whole_save.save(data, addition(data))
    offer = offered(data, saved)
    assert (offer.possible, offer.files) == (False, ())
    assert offer.why_not.startswith("git does not know who you are. Run: git config user.name")
    with pytest.raises(NotSaved, match="git does not know who you are"):
        git_commit.commit(data, saved, MESSAGE)


def test_a_computer_without_git_says_so(data: Path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    saved = whole_save.save(data, addition(data))
    assert offered(data, saved).why_not == (
        "git is not installed on this computer; the files are saved all the same."
    )


def test_a_hook_that_refuses_leaves_everything_as_it_was(data: Path):
    top = data.parent
    hook = top / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'not on a Friday' >&2\nexit 1\n")
    hook.chmod(0o755)
    saved = whole_save.save(data, addition(data))
    before = run(top, "status", "--porcelain")
    with pytest.raises(NotSaved, match="not on a Friday"):
        git_commit.commit(data, saved, MESSAGE)
    assert run(top, "status", "--porcelain") == before
    assert run(top, "log", "--format=%s") == "First\n"


def test_a_merge_under_way_is_told(data: Path):
    top = data.parent
    saved = whole_save.save(data, addition(data))
    head = run(top, "rev-parse", "HEAD")
    (top / ".git" / "MERGE_HEAD").write_text(head)
    assert offered(data, saved).why_not.startswith("A merge is under way")


def test_another_git_at_work_is_told(data: Path):
    saved = whole_save.save(data, addition(data))
    (data.parent / ".git" / "index.lock").write_text("")
    with pytest.raises(NotSaved, match="Another git is at work"):
        git_commit.commit(data, saved, MESSAGE)


def test_a_folder_that_only_looks_like_a_repository_is_told(home: Path):
    data = DataFolder(home / "data").path
    (home / "data" / ".git").mkdir()
    saved = Saved("x", "first", ("indicators.yaml",), MESSAGE)
    assert offered(data, saved).why_not.startswith("git said: fatal: not a git repository")

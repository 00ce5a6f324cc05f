"""A git commit of exactly the files of a save; what others have staged stays as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from curate.errors import NotSaved
from curate.whole_save import Saved

_SECONDS = 60
_LOCAL = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_COMMON_DIR")
_WHO = ("-c", "user.useConfigOnly=true")
_SETUP = (
    'git does not know who you are. Run: git config user.name "Your Name" and '
    "git config user.email you@example.org, in the folder of the project."
)


@dataclass(frozen=True)
class Offer:
    """A commit that can be made, or in `why_not` why it cannot and what to do."""

    possible: bool
    why_not: str
    files: tuple[str, ...]
    message: str


def offer(data: Path, saved: Saved) -> Offer | None:
    """Offer a commit of a save; None where the data folder is in no repository, or where git is
    told to pass over it, or where nothing of the save is left to be committed."""
    if not any((folder / ".git").exists() for folder in (data.resolve(), *data.resolve().parents)):
        return None
    why_not = _hindrance(data)
    files: tuple[str, ...] = ()
    if not why_not:
        files = tuple(_changed(data, saved))
        if not files:
            return None
    return Offer(not why_not, why_not, files, saved.message)


def commit(data: Path, saved: Saved, message: str) -> str:
    """Commit the files of a save, and nothing else; gives the short name of the commit.

    Raises NotSaved where git refuses; then what is staged is as it was.
    """
    why_not = _hindrance(data)
    if why_not:
        raise NotSaved("Nothing was committed.", why_not)
    files = list(_changed(data, saved))
    if not files:
        raise NotSaved("There is nothing to commit.", "Everything of this save is committed.")
    new = [one for one in files if _git(data, "ls-files", "--error-unmatch", "--", one).returncode]
    if new:
        _must(data, "add", "--intent-to-add", "--", *new)
    words = ("commit", "--quiet", "--only", "--cleanup=whitespace", "--file=-", "--", *files)
    done = _git(data, *_WHO, *words, said=" ".join(message.split()) + "\n")
    if done.returncode:
        if new:
            _git(data, "reset", "--quiet", "--", *new)
        raise NotSaved("Nothing was committed.", _reason(done))
    return _must(data, "rev-parse", "--short", "HEAD").strip()


def _hindrance(data: Path) -> str:
    """Why nothing can be committed here, with what to do; "" where nothing is in the way."""
    if shutil.which("git") is None:
        return "git is not installed on this computer; the files are saved all the same."
    top = _git(data, "rev-parse", "--is-inside-work-tree")
    if top.returncode:
        return _reason(top)
    for name in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if _git(data, *_WHO, "var", name).returncode:
            return _SETUP
    for name, what in (("MERGE_HEAD", "A merge"), ("CHERRY_PICK_HEAD", "A cherry-pick")):
        if not _git(data, "rev-parse", "--quiet", "--verify", name).returncode:
            return f"{what} is under way in this repository. Finish it first, then commit."
    return ""


def _changed(data: Path, saved: Saved) -> list[str]:
    """The files of a save that differ from the last commit and that git does not pass over."""
    found = []
    for file in saved.files:
        status = _git(data, "status", "--porcelain", "--untracked-files=all", "--", file)
        if not status.returncode and status.stdout.strip():
            found.append(file)
    return found


def _must(data: Path, *words: str) -> str:
    done = _git(data, *words)
    if done.returncode:
        raise NotSaved("Nothing was committed.", _reason(done))
    return done.stdout


def _git(data: Path, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run git in the data folder; it asks nothing and opens nothing. Raises NotSaved."""
    around = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    around |= {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C"}
    around["GIT_LITERAL_PATHSPECS"] = "1"
    try:
        return subprocess.run(
            ["git", "-C", str(data), *words],
            input=said,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            env=around,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise NotSaved("git did not answer.", "Commit by hand; the files are saved.") from None


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """What git said, in one line, with a cure where it is known."""
    words = " ".join(done.stderr.split()) or " ".join(done.stdout.split())
    if "dubious ownership" in words:
        return "This repository belongs to another user. Run git config --global --add safe.directory with its folder."  # noqa: E501
    if "index.lock" in words:
        return "Another git is at work in this repository. Wait until it is done, then try again."
    return f"git said: {words[:300]}" if words else "git gave no reason."

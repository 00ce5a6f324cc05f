"""What docs/extending.md shows is applied to a copy of the project, and what it adds is run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.real import ROOT

TEXT = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
CHANGES = {
    title: re.findall(r"^```diff\n(.*?)^```$", section, re.M | re.S)
    for title, section in re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S)
}
LEFT_OUT = (".git", ".venv", "node_modules", "__pycache__", "tests", "test-results", ".*_cache")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program in which anything may be changed."""
    folder = tmp_path / "copy"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    return folder


def changed(folder: Path, title: str, which: slice = slice(None)) -> None:
    """Apply the changes of a section, as `git apply` does outside a repository."""
    for change in CHANGES[title][which]:
        subprocess.run(
            ["git", "apply", "-"], cwd=folder, input=change, text=True, check=True,
            env={"GIT_CEILING_DIRECTORIES": str(folder.parent), "PATH": "/usr/bin:/bin"},
        )  # fmt: skip


def run(folder: Path, *words: str) -> str:
    """What a command of the copy prints; the test fails where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def types(folder: Path) -> str:
    """What the type checker says of every module that names a kind of drawing."""
    named = [
        str(path.relative_to(folder))
        for room in ("charts", "drawing", "export", "ui")
        for path in sorted((folder / room).rglob("*.py"))
        if "charts.spec" in path.read_text(encoding="utf-8")
    ]
    words = ("mypy", "--follow-imports=skip", "charts/spec.py", *named)
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout


def test_a_format(copy: Path):
    changed(copy, "A format")
    run(copy, "export", "figure", "network", "--format", "md", "--out", "network.md")
    assert "| **over 100** | Countries with members | CSTD 2022 |" in (
        copy / "network.md"
    ).read_text(encoding="utf-8")
    assert run(copy, "export", "verify", "network.md").startswith("network.md: current\n")


def test_a_figure(copy: Path):
    changed(copy, "A figure")
    for form in ("svg", "pptx", "csv"):
        run(copy, "export", "figure", "joint-work", "--format", form, "--out", f"made.{form}")
        assert run(copy, "export", "verify", f"made.{form}").startswith(f"made.{form}: current\n")


def test_a_kind_of_drawing(copy: Path):
    changed(copy, "A kind of drawing", slice(1))
    missing = re.findall(r"^(\S+):\d+: error: .*assert_never", types(copy), re.M)
    places = re.findall(r"^--- a/(\S+)", CHANGES["A kind of drawing"][1], re.M)
    assert sorted(missing) == sorted(places) and len(places) <= 4
    changed(copy, "A kind of drawing", slice(1, None))
    assert "assert_never" not in types(copy)
    for form in ("svg", "pptx", "csv"):
        run(copy, "export", "figure", "newest", "--format", form, "--out", f"made.{form}")
        assert run(copy, "export", "verify", f"made.{form}").startswith(f"made.{form}: current\n")


def test_every_section_is_tried():
    tried = ["A format", "A figure", "A kind of drawing"]
    assert [title for title, changes in CHANGES.items() if changes] == tried

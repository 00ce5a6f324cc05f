"""Sixty seeded faults go in, one at a time; which the tests catch, and which escape, comes out.

All is done in a copy of the project. First the tests run on the code as it is, since those that
fail by themselves would catch anything. `--only 3 17` tries these alone. Ends with 0 where at least
54 are caught (all, of those asked for), with 1 where fewer are, and with 2 where nothing is proved.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.support.real import ROOT
from tests.tools.seeded import MUTANTS, Mutant

LEAST = 54
LIMIT = 600  # seconds for the tests of one fault, which do not end where they take longer
ALL = 3 * 3600  # seconds for all of them on the code as it is
LEFT_OUT = (".git", ".venv", "node_modules", "__pycache__", "test-results", ".*_cache")
PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-m",
          "not broad")  # fmt: skip


def copied(to: Path) -> Path:
    """A copy of the project in which anything may be changed."""
    folder = to / "project"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def write(file: Path, text: str) -> None:
    """Write a module; what was compiled of it, perhaps in the same second, is gone."""
    file.write_text(text, encoding="utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def outcome(folder: Path, tests: Sequence[str], limit: int = LIMIT) -> int | None:
    """How pytest ended: 0 where all passes, 1 where a test failed, None where it did not end."""
    env = {**os.environ, "FACTS_CACHE": "off"}
    command = [sys.executable, *PYTEST, *tests]
    try:
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def tried(folder: Path, one: Mutant) -> int | None:
    """How the tests of a mutant end while it stands in the copy."""
    file = folder / one.file
    text = file.read_text(encoding="utf-8")
    write(file, text.replace(one.old, one.new))
    try:
        return outcome(folder, one.tests)
    finally:
        write(file, text)


def run(numbers: Sequence[int]) -> int:
    """Try these mutants, each by its number from 1 on, and print what became of each."""
    begun, caught = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as held:
        folder = copied(Path(held))
        tests = sorted({test for number in numbers for test in MUTANTS[number - 1].tests})
        if outcome(folder, tests, ALL) != 0:
            print(f"Nothing is proved: not all of these pass by themselves: {' '.join(tests)}")
            return 2
        for number in numbers:
            one, start = MUTANTS[number - 1], time.monotonic()
            code = tried(folder, one)
            word = {0: "ESCAPED", 1: "caught", None: "caught"}.get(code, "BROKEN")
            caught += word == "caught"
            took = time.monotonic() - start
            print(f"{number:2} {word:7} {took:5.1f} s  {one.file}: {one.fault}", flush=True)
    print(f"{time.monotonic() - begun:.0f} s in all")
    print(f"{caught} of {len(numbers)} caught")
    return int(caught < min(LEAST, len(numbers)))


def main() -> int:
    """Try all, or those that `--only` names."""
    parser = argparse.ArgumentParser(description="try seeded faults against the tests")
    every = range(1, len(MUTANTS) + 1)
    parser.add_argument("--only", type=int, nargs="+", choices=every, default=every, metavar="N")
    return run(list(parser.parse_args().only))


if __name__ == "__main__":
    sys.exit(main())

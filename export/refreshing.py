"""An old slide file and a snapshot go in; one with today's numbers, and a report, come out."""

from __future__ import annotations

import argparse
from pathlib import Path

from export.making import NotMade, read, write
from export.refresh.package import BadFile
from export.refresh.report import as_json, as_text
from export.refresh.run import refresh
from facts.store import Snapshot


def refreshed(asked: argparse.Namespace, held: Snapshot) -> int:
    """Writes the new file whole and tells the report; the old one is never touched.

    Gives 0, or 6 where something could not be matched. Raises NotMade, and nothing is written.
    """
    if _same(asked.old, asked.out):
        raise NotMade(f"{asked.out} is the old file itself. Fix: another name behind --out.")
    try:
        done = refresh(read(asked.old), held)
    except BadFile as error:
        raise NotMade(f"{asked.old}: {error}") from error
    write({asked.out: done.data})
    print(as_json(done.report) if asked.report == "json" else as_text(done.report))
    return done.report.exit


def _same(old: Path, new: Path) -> bool:
    """Whether two paths are one file, by whatever names."""
    try:
        return old.resolve() == new.resolve() or (new.exists() and old.samefile(new))
    except (OSError, RuntimeError):
        return False

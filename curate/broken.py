"""A wording and its ruling go in; the facts that it would no longer leave proved come out."""

from __future__ import annotations

from pathlib import Path

from curate.disk import said
from curate.errors import Fault
from curate.file import INDICATORS, with_wording
from curate.shadow import loaded, loaded_with, new_problems


def broken_by(data: Path, indicator: str, wording: str, rule: str) -> tuple[Fault, ...]:
    """What the checker would say of the facts that are there, if this wording were ruled."""
    with said():
        text = (data / INDICATORS).read_bytes().decode()
    ruled = with_wording(text, indicator, wording, rule)
    if ruled == text:
        return ()
    after = loaded_with(data, {INDICATORS: ruled.encode()})
    found = new_problems(loaded(data).problems, after.problems)
    names = {sub.file: sub.head.name for sub in after.submissions}
    return tuple(
        Fault("wording", f"in {names.get(one.file, one.file)}, {one.field}: {one.what}", one.fix)
        for one in found
    )

"""What the checker makes of the data folder as it would be, with nothing written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import settings
from curate import yaml_edit
from curate.durable_write import as_not_saved
from curate.errors import Fault
from facts.cache import Cache
from facts.corpus import Corpus
from facts.disk import Disk, stamps
from facts.load import Memory, load, restore
from facts.problems import Problem

SHOWN = "data"
INDICATORS = "indicators.yaml"


def load_now(data: Path) -> Corpus:
    """A data folder as it is."""
    return load_with(data, {})


def load_with(data: Path, files: Mapping[str, bytes] | Mapping[str, bytes | None]) -> Corpus:
    """A data folder as it would be with these files (None: without the folder of this path)."""
    cache = Cache(settings.cache_folder(data))
    memory = Memory(Disk(data, files), cache=cache, seen=stamps(data))
    restore(memory, SHOWN)
    return load(data, SHOWN, memory)


def new_problems(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that were not there before, whatever line they stood in."""
    known = Counter((one.file, one.what) for one in before)
    found = []
    for one in after:
        if known[one.file, one.what]:
            known[one.file, one.what] -= 1
        else:
            found.append(one)
    return tuple(found)


def broken_by_wording(data: Path, indicator: str, wording: str, rule: str) -> tuple[Fault, ...]:
    """What the checker would say of the facts that are there, if this wording were ruled."""
    with as_not_saved():
        text = (data / INDICATORS).read_bytes().decode()
    ruled = with_wording(text, indicator, wording, rule)
    if ruled == text:
        return ()
    after = load_with(data, {INDICATORS: ruled.encode()})
    found = new_problems(load_now(data).problems, after.problems)
    names = {sub.file: sub.head.name for sub in after.submissions}
    return tuple(
        Fault("wording", f"in {names.get(one.file, one.file)}, {one.field}: {one.what}", one.fix)
        for one in found
    )


def with_wording(text: str, indicator: str, wording: str, rule: str) -> str:
    """indicators.yaml with a wording of an indicator ruled; as it is where it is not there."""
    for at, one in enumerate(known_indicators(text)):
        before = one["wordings"].get(wording) if one["id"] == indicator else rule
        ruled = {**before, "is": rule} if isinstance(before, dict) else rule
        if before != ruled:
            wordings = {**one["wordings"], wording: ruled}
            text = yaml_edit.change_entry(text, "indicators", at, {**one, "wordings": wordings})
    return text


def known_indicators(text: str) -> list[dict[str, Any]]:
    """The indicators as indicators.yaml has them."""
    found: Any = yaml_edit.read_values(text).get("indicators") or ()
    return list(found)

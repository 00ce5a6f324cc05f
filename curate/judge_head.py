"""A head or a new indicator as filled in goes in; what is wrong with it comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from curate.define import clean
from curate.errors import Fault
from curate.judge import HEAD, Ground, case_of, kept, problems_of, read_entry
from curate.reading import Fields
from facts.model import SubmissionHead
from facts.problems import show
from facts.vocabulary import Indicator

_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def judge_head(ground: Ground, fields: Fields, taken: Iterable[str]) -> tuple[Fault, ...]:
    """What is wrong with a head; `taken` are the names of the folders that are there."""
    whole = {**clean(fields), "source": HEAD["source"]}
    entry, faults = read_entry("submission", SubmissionHead, whole, named=False)
    if entry is None:
        return faults
    name = entry.item.id
    found = list(problems_of(case_of(ground, head=entry), "submission"))
    if name in {one.casefold() for one in taken}:
        fix = "choose another id."
        found.append(Fault("id", f"there is a submission {show(name)} already.", fix))
    if _DEVICES.fullmatch(name):
        what = f"{show(name)} cannot be the name of a folder on every computer."
        found.append(Fault("id", what, "choose another id."))
    return (*dict.fromkeys(found), *kept(fields))


def judge_indicator(
    known: Mapping[str, Indicator], groups: Iterable[str], fields: Fields
) -> tuple[Fault, ...]:
    """What is wrong with a new indicator."""
    entry, faults = read_entry("indicators", Indicator, fields)
    if entry is None:
        return faults
    found = []
    if entry.item.id in known:
        what = f"there is an indicator {show(entry.item.id)} already."
        found.append(Fault("id", what, "choose it, or give another name."))
    if entry.item.group not in groups:
        what = f"{show(entry.item.group)} is not a group."
        found.append(Fault("group", what, f"choose one of: {', '.join(groups)}."))
    for name in ("label", "description"):
        if not getattr(entry.item, name).get("en"):
            found.append(Fault(name, "the English words are missing.", "add them under en."))
    return (*found, *kept(fields))

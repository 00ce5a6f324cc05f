"""Nothing, or a folder, goes in; jobs and snapshots as the tests of exported files need them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from charts import registry
from charts.spec import Evidence
from export import figures
from export.figures import Job
from export.receipt import code, version_of, words_of
from export.slides.read_figures import figures_in
from facts.store import Snapshot, Store
from tests.support.real import DATA, real
from tests.support.small import (
    LIKE_THE_REAL_ONES,
    corpus,
    countries,
    members,
    snapshot,
    submission,
)

EVERY = tuple(name for name in registry.CHARTS if name != "targets")  # of the real data

# What a spreadsheet might run, what a page might run, and letters from right to left.
HOSTILE = (
    '=HYPERLINK("http://evil.example","=1+1")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\uff1d1+1",
    "'=1",
    "</script><script>document.title='run'</script><img src=x onerror=alert(1)>",
    "<b>&amp;</b> ]]> \" ' _x0041_",
    "شبكة من الأعضاء في العالم",
    "x" * 300,
)


@cache
def small() -> Snapshot:
    """Four submissions in small: exact values, another definition, a bound."""
    return snapshot(LIKE_THE_REAL_ONES)


@cache
def later() -> Snapshot:
    """The same where the last says 131, the one before no countries, and one more was written."""
    *first, fourth, _fifth = LIKE_THE_REAL_ONES.submissions
    fourth = replace(fourth, facts=fourth.facts[:1])
    fifth = submission("Fifth 2025", ("2024-11-15", "2024-11-15"), members(131), countries(108))
    sixth = submission("Sixth 2026", ("2026-01-20", "2026-01-20"), members(140))
    return snapshot(corpus(*first, fourth, fifth, sixth))


def job(name: str = "network", held: Snapshot | None = None, **choices: str) -> Job:
    """A figure of the small snapshot, or of another."""
    found = figures.job(held or small(), name, choices)
    assert found is not None
    return found


@cache
def real_job(name: str) -> Job:
    """A figure of the real data."""
    return job(name, real())


def values_on_slides(data: bytes) -> tuple[str, ...] | None:
    """The numbers that the slides of the first figure in a file show."""
    found = figures_in(data)
    return found[0].values if found else None


def hostile(text: str) -> Job:
    """The network with this text as its title, and in every word of its facts."""
    made = job()

    def spoiled(item: Evidence) -> Evidence:
        return replace(item, label=text, wording=text, quote=text, section=text, document=text)

    items = tuple(map(spoiled, made.receipt.items))
    version = version_of(items)
    receipt = replace(
        made.receipt,
        title=text,
        note=text,
        source=text,
        version=version,
        code=code("network", "network", version),
        words=words_of(items),
        items=items,
    )
    spec = replace(made.spec, title=text, subtitle=text, note=text, source=text)
    return replace(made, spec=spec, code=receipt.code, receipt=receipt)


def copied(folder: Path, change: Callable[[str], str]) -> Snapshot:
    """The real data with the newest text and its facts changed alike, and proved again."""
    shutil.copytree(DATA, folder)
    place = folder / "submissions" / "cstd-28-2025"
    source, facts = place / "source.txt", place / "submission.yaml"
    before, text = source.read_bytes(), facts.read_bytes().decode()
    after = change(before.decode()).encode()
    assert after != before
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, after))
    source.write_bytes(after)
    facts.write_bytes(change(text).replace(old, new).encode())
    held = Store(folder).snapshot()
    assert held.problems == ()
    return held

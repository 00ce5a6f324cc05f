"""The data folder goes in; what reading and checking it costs, whole and after a change, comes out.

The floor of the whole is what no checker can do without: parsing the YAML with the fastest plain
loader, and finding each quote in its source as it stands. It checks nothing.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

import settings
from benchmarks.pairs import Row, in_turns
from facts.load import load
from facts.store import Store

REPEATS = 1000  # calls within one figure, where a single call is too short to time


def rows() -> Iterator[Row]:
    """Reading and checking everything, then `Store.snapshot()` in each state of the folder."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(settings.data_folder(), folder)
        whole = in_turns(_timed(lambda: load(folder)), _timed(lambda: plain(folder)))
        yield Row("Reading and checking data/, floor: plain parse and find", "ms", *whole)
        for name, unit, measure in (
            ("asked again within a second", "µs", _held(folder)),
            ("a look at the folder, nothing changed", "µs", _look(folder)),
            ("one file touched, its words the same", "ms", _after(folder, _touch)),
            ("one file edited", "ms", _after(folder, _edit)),
        ):
            scale = 1000.0 if unit == "µs" else 1.0
            ours, full = in_turns(measure, _timed(lambda: Store(folder).snapshot()))
            yield Row(
                f"snapshot(): {name}, floor: a whole read",
                unit,
                tuple(figure * scale for figure in ours),
                tuple(figure * scale for figure in full),
            )


def plain(folder: Path) -> int:
    """Parse every submission and look for each of its quotes; returns how many stand as written."""
    return _found(folder, yaml.load, _quotes)


def composed(folder: Path) -> int:
    """The same with `yaml.compose`, which makes no values of the nodes that it reads."""
    return _found(folder, yaml.compose, _quotes_below)


def _found(folder: Path, read: Callable[..., Any], quotes: Callable[[Any], Iterator[str]]) -> int:
    found = 0
    for path in sorted(folder.glob("submissions/*/submission.yaml")):
        held = read(path.read_bytes(), Loader=yaml.CSafeLoader)
        source = (path.parent / "source.txt").read_bytes().decode()
        found += sum(source.find(quote) >= 0 for quote in quotes(held))
    for path in folder.glob("*.yaml"):
        read(path.read_bytes(), Loader=yaml.CSafeLoader)
    return found


def _quotes_below(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _quotes_below(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "quote" and isinstance(value, yaml.ScalarNode):
                yield value.value
            else:
                yield from _quotes_below(value)


def _quotes(held: object) -> Iterator[str]:
    if isinstance(held, list):
        for item in held:
            yield from _quotes(item)
    elif isinstance(held, dict):
        for key, value in held.items():
            if key == "quote" and isinstance(value, str):
                yield value
            else:
                yield from _quotes(value)


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    """How long one call takes, in ms."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    return once


def _held(folder: Path) -> Callable[[], float]:
    store = Store(folder, clock=lambda: 0.0)
    return lambda: _timed(lambda: [store.snapshot() for _turn in range(REPEATS)])() / REPEATS


def _look(folder: Path) -> Callable[[], float]:
    seconds = count(step=10)
    store = Store(folder, clock=lambda: float(next(seconds)))
    return _timed(store.snapshot)


def _after(folder: Path, change: Callable[[Path], None]) -> Callable[[], float]:
    seconds = count(step=10)
    store = Store(folder, clock=lambda: float(next(seconds)))
    store.snapshot()
    path = sorted(folder.glob("submissions/*/submission.yaml"))[-1]

    def once() -> float:
        change(path)
        return _timed(store.snapshot)()

    return once


def _touch(path: Path) -> None:
    path.touch()


def _edit(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("# edited\n")

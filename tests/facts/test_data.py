"""The data of this project itself: it is proved, and each kind of fault put into it is found."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import settings
from facts.disk import Disk
from facts.load import Memory, load
from facts.problems import as_text

SOME = 6  # faults of each kind in each submission


class Copy:
    """A copy of the data that can be spoilt and is mended again."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(settings.data_folder(), folder)
        self.files = sorted(folder.glob("submissions/*/submission.yaml"))
        self._folder = folder
        self._memory = Memory(Disk(folder))

    def told(self, path: Path, text: str, other: tuple[Path, str] | None = None) -> list[str]:
        """What is told when a file holds this text: `file:line` of each problem."""
        edits = [(path, text), *([other] if other else [])]
        before = [(file, file.read_bytes()) for file, _ in edits]
        for file, new in edits:
            file.write_bytes(new.encode())
        problems = load(self._folder, "", self._memory).problems
        for file, old in before:
            file.write_bytes(old)
        return [f"{problem.file}:{problem.line}" for problem in problems]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("copy") / "data")


def test_every_fact_is_proved() -> None:
    corpus = load(settings.data_folder(), "data")
    assert as_text(corpus.problems) == ""
    assert corpus.left_out == ()
    assert [sub.left_out for sub in corpus.submissions] == [()] * len(corpus.submissions)


def name(path: Path) -> str:
    return f"/submissions/{path.parent.name}/{path.name}"


def next_digit(found: re.Match[str]) -> str:
    return str((int(found.group()) + 1) % 10)


def changed_values(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if re.match(r"  value: \d", line):
            yield index, index, re.sub(r"\d", next_digit, line, count=1)


def changed_quotes(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    # A quote set aside may become the quote of another number: that one's fault is in the source.
    for index, line in enumerate(lines[: lines.index("set_aside:")]):
        if line.rstrip().endswith("quote: >-") and re.search(r"\d", lines[index + 1]):
            yield index, index + 1, re.sub(r"\d", next_digit, lines[index + 1], count=1)


def dropped_over(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines[:-1]):
        if line.rstrip().endswith("quote: >-") and re.search(r"\bover \d", lines[index + 1]):
            yield index, index + 1, re.sub(r"\bover (?=\d)", "", lines[index + 1])


def changed_bounds(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if line.startswith("  bound: "):
            other = "more_than" if line == "  bound: exact" else "exact"
            yield index, index, f"  bound: {other}"


def added_places(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if re.match(r"  places: \{.*list: \[", line):
            yield index, index, re.sub(r"(list: \[[^]]*)\]", r"\1, ISL]", line)


def dropped_places(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if re.match(r"  places: \{.*list: \[\w+, .*complete: true", line):
            yield index, index, re.sub(r"list: \[\w+, ", "list: [", line)


def unknown_indicators(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if line.startswith("  indicator: "):
            yield index, index, f"{line}-x"


def unknown_wordings(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if line.startswith("  wording: "):
            yield index, index, f"{line} x"


def unknown_fields(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if line.startswith("  section: "):
            yield index, index, line.replace("section", "chapter")


def keys_twice(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        if line.startswith("  section: "):
            yield index + 1, index, f"{line}\n{line}"


KINDS = [
    changed_values, changed_quotes, dropped_over, changed_bounds, added_places, dropped_places,
    unknown_indicators, unknown_wordings, unknown_fields, keys_twice,
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_fault_put_into_the_data_is_found_at_its_line(copy: Copy, kind: object) -> None:
    assert callable(kind)
    tried = 0
    for path in copy.files:
        lines = path.read_text("utf-8").split("\n")
        faults = list(kind(lines))
        for at, changed, line in random.Random(1).sample(faults, min(SOME, len(faults))):
            text = "\n".join([*lines[:changed], line, *lines[changed + 1 :]])
            assert f"{name(path)}:{at + 1}" in copy.told(path, text)
            tried += 1
    assert tried > 0


def test_an_id_given_twice(copy: Copy) -> None:
    for path in copy.files:
        text = path.read_text("utf-8")
        first, second = list(re.finditer(r"^- id: (.+)$", text, re.MULTILINE))[:2]
        line = text.count("\n", 0, second.start()) + 1
        twice = text[: second.start(1)] + first.group(1) + text[second.end(1) :]
        assert f"{name(path)}:{line}" in copy.told(path, twice)


def test_a_source_with_one_byte_changed(copy: Copy) -> None:
    for path in copy.files:
        source = path.with_name("source.txt")
        text = source.read_bytes().decode()
        line = path.read_text("utf-8").split("sha256:")[0].count("\n") + 1
        assert f"{name(path)}:{line}" in copy.told(source, text[:-1] + chr(ord(text[-1]) ^ 1))


def test_a_number_of_which_nothing_speaks(copy: Copy) -> None:
    for path in copy.files:
        source = path.with_name("source.txt")
        text = source.read_bytes().decode()
        for found in list(re.finditer(r"\w\. (?=[A-Z])", text))[::5]:
            at = found.end()
            spoilt = f"{text[:at]}Some 4711 things. {text[at:]}"
            old, new = (hashlib.sha256(one.encode()).hexdigest() for one in (text, spoilt))
            right = path.read_text("utf-8").replace(old, new)
            line = spoilt.count("\n", 0, at) + 1
            assert f"{name(source)}:{line}" in copy.told(source, spoilt, (path, right))

"""What is read quickly is read as by the parser of all of YAML, or left to it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from facts import nodes
from facts.problems import Problem
from facts.quick import read_quickly
from facts.tree import Node

FILES = sorted(Path("data").glob("**/*.yaml"))
KEYS = ("a", "b", "id", "quote", "two words", "x-y", "_z", "n1", "a b-c")
VALUES = (
    "x", "two words", "12", "-3", "1.50", "0123", "true", "null", "~", "it's", "a:b", "a#b",
    "2024-11", "'q'", "'it''s'", '"d q"', "''", '""', "[]", "{}", "[a, b]", "{a: b}",
    "{a: [1, 'x, y'], b c: {d: -2}}", "[{a: b}, {c: d}]", "é ü", "=1", "<b>", "(p)", "x  ",
    "'q'  ", "[a]  ", "x, y [z]", "🙂 x", "x\u00a0y", "²",
)  # fmt: skip
STRANGE = (
    "- x", "?", "x:", "x #c", "{'a': b}", "{a:b}", "[a,b]", "&a", "*a", "!x", "%x", "@x", "|",
    "<<", "{<<: a}", "[a, b,]", "'a'b", "- ", "\u00a0x", "[a: b]", "{a}", '"\\n"', "{a: 1, a: 2}",
)  # fmt: skip
LINES = ("some text", "x", "# h", "a: b", "- c", "  deep", "tr ", "é", "'x")
SIGNS = " \n:-#'\"[]{},>&*!?|ax1\r%@.~"


def both(text: str) -> tuple[Node | None, Node | Problem]:
    """What is read quickly, and what the whole parser says: 1 is not True here."""
    try:
        whole: Node | Problem = nodes._tree(nodes._events(text, "f"), "f")
    except nodes._Refused as refused:
        whole = refused.problem
    return read_quickly(text), whole


def drawn_map(chance: Random, indent: int, depth: int) -> list[str]:
    lines = []
    for key in chance.sample(KEYS, chance.randrange(1, 4)):
        lines += [" " * chance.randrange(5) + "# n"] * (chance.random() < 0.05)
        below = indent + chance.choice((1, 2, 2, 2, 4))
        form = chance.random()
        if form < 0.55 or depth > 4:
            lines.append(" " * indent + f"{key}: {drawn_value(chance, indent)}")
        elif form < 0.75:
            lines += [" " * indent + key + ":", *drawn_map(chance, below, depth + 1)]
        else:
            below = indent + chance.choice((0, 0, 2, 1))
            lines += [" " * indent + key + ":", *drawn_list(chance, below, depth + 1)]
    return lines


def drawn_list(chance: Random, indent: int, depth: int) -> list[str]:
    lines = []
    for _each in range(chance.randrange(1, 4)):
        dash = "-" + " " * chance.choice((1, 1, 1, 3))
        if chance.random() < 0.4:
            lines.append(" " * indent + dash + drawn_value(chance, indent))
        else:
            first, *others = drawn_map(chance, indent + len(dash), depth + 1)
            lines += [" " * indent + dash + first.lstrip(" "), *others]
    return lines


def drawn_value(chance: Random, indent: int) -> str:
    if chance.random() < 0.25:
        below = "\n" + " " * (indent + chance.choice((1, 2, 2, 2, 4)))
        return ">-" + "".join(
            below + chance.choice(LINES) for _each in range(chance.randrange(1, 4))
        )
    return chance.choice(STRANGE if chance.random() < 0.03 else VALUES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name + "/" + file.name)
def test_the_files_of_the_project_are_read_quickly(file: Path) -> None:
    quick, whole = both(file.read_text(encoding="utf-8"))
    assert quick is not None
    assert repr(quick) == repr(whole)


def test_what_is_drawn_reads_the_same_in_both() -> None:
    chance, read = Random(7), 0
    for _each in range(4_000):
        text = "\n".join(drawn_map(chance, 0, 0)) + chance.choice(("", "\n", "\n\n", "\n# e\n"))
        for _sign in range(chance.choice((0, 0, 1, 3))):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(SIGNS) + text[at + chance.choice((0, 1)) :]
        quick, whole = both(text)
        if quick is not None:
            read += 1
            assert repr(quick) == repr(whole), text
    assert read > 1_000


def test_lines_of_real_files_in_disorder_read_the_same_in_both() -> None:
    chance, read = Random(8), 0
    texts = [file.read_text(encoding="utf-8") for file in FILES if file.stat().st_size < 16_000]
    for _each in range(250):
        lines = chance.choice(texts).split("\n")
        for _change in range(chance.choice((1, 1, 4))):
            at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            match chance.randrange(5):
                case 0:
                    lines[at] = lines[at][chance.randrange(1, 4) :]
                case 1:
                    lines[at] = " " * chance.randrange(1, 4) + lines[at]
                case 2:
                    del lines[at]
                case 3:
                    lines.insert(at, lines[other])
                case _:
                    sign = chance.randrange(len(lines[at]) + 1)
                    lines[at] = lines[at][:sign] + chance.choice(SIGNS) + lines[at][sign:]
        quick, whole = both("\n".join(lines))
        if quick is not None:
            read += 1
            assert repr(quick) == repr(whole)
    assert read > 50


@pytest.mark.parametrize(
    "text",
    [
        "", "# n\n", "a:\n", "a: &b c\n", "a: *b\n", "a: !t b\n", "<<: b\n", "a: b\na: c\n",
        "a: {b: c, b: d}\n", "--- \na: b\n", "a: b\n---\nc: d\n", "%YAML 1.1\n---\na: b\n",
        "a: b\n  c\n", "a: >-\n  b\n\n  c\n", "a: >-\n  b\n\n  # c\nd: e\n", "a: >-\n  b\n    c\n",
        "a: >-\n  b\n     \nc: d\n", "a: >\n  b\n", "a: |-\n  b\n", "a: b # c\n", "a: 'b\n  c'\n",
        'a: "b\\n"\n', "- a\n", "? a\n: b\n", "[a]: b\n", "'a': b\n", "a: [b,\n  c]\n",
        "a: b\r\nc: d\n", "a: b\u2028c: d\n", "a: b\n- c\n", "a:\n  b: c\n d: e\n",
        "a:\n- b\n c: d\n",
        "a: " + "[" * 9 + "]" * 9 + "\n", "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 14)),
        "\nab}c: d\n", "a: b\n\nab}c: d\n",
    ],
)  # fmt: skip
def test_any_other_form_is_left_to_the_whole_parser(text: str) -> None:
    assert read_quickly(text) is None

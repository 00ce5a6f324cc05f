"""Reading YAML strictly: what words mean, where they stand, and what is refused."""

from __future__ import annotations

import time

import pytest

from facts.problems import Problem
from facts.yaml_tree import Node, child, decode, place, plain, read_nodes

CHECK = "check the indentation, the colons and the quotes of this line and of the one above."


def tree(text: str) -> Node:
    found = read_nodes(text.encode(), "f.yaml")
    assert isinstance(found, Node)
    return found


def refused(data: str | bytes) -> tuple[int, int, str, str]:
    found = read_nodes(data if isinstance(data, bytes) else data.encode(), "f.yaml")
    assert isinstance(found, Problem)
    assert (found.file, found.field) == ("f.yaml", "file")
    return found.line, found.column, found.what, found.fix


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12), ("-3", -3), ("0", 0), ("7.25", 7.25), ("-0.5", -0.5), ("true", True),
        ("false", False), ("null", None), ("~", None), ("", None),
        ("NO", "NO"), ("on", "on"), ("yes", "yes"), ("True", "True"), ("12:30", "12:30"),
        ("0123", "0123"), ("1_000", "1_000"), ("1,000", "1,000"), ("2024-11-15", "2024-11-15"),
        ("2024-11", "2024-11"), ("0x1F", "0x1F"), ("1e5", "1e5"), (".inf", ".inf"), (".5", ".5"),
        ("+5", "+5"), ("'12'", "12"), ('"true"', "true"), ("26 million", "26 million"),
        ("1–20%", "1–20%"), ("=1+1", "=1+1"), ("<b>x</b>", "<b>x</b>"),
        ("9" * 16, "9" * 16),
    ],
)  # fmt: skip
def test_only_plain_numbers_true_false_and_null_are_not_text(written: str, value: object) -> None:
    read = plain(tree(f"a: {written}\n"))
    assert read == {"a": value}
    assert isinstance(read, dict)
    assert type(read["a"]) is type(value)


def test_every_key_and_value_has_its_place() -> None:
    root = tree("# note\nfacts:\n- id: é\n  list: [AAA, BBB]\n  quote: >-\n    two\n    words\n")
    facts = child(root, "facts")
    assert facts is not None
    first = child(facts, 0)
    assert first is not None
    assert (root.keys, first.keys) == (
        {"facts": (2, 1)},
        {"id": (3, 3), "list": (4, 3), "quote": (5, 3)},
    )
    listed, quote = child(first, "list"), child(first, "quote")
    assert listed is not None
    assert quote is not None
    second = child(listed, 1)
    assert second is not None
    assert (second.line, second.column, second.text) == (4, 15, "BBB")
    assert (quote.line, quote.column, quote.text) == (5, 10, "two words")
    assert child(first, "none") is None
    assert child(listed, 2) is None


def test_a_key_given_twice_is_kept_aside_with_its_place() -> None:
    root = tree("a: 1\nb: 2\na: 3\na: 4\n")
    assert plain(root) == {"a": 1, "b": 2}
    assert root.twice == [("a", 3, 1), ("a", 4, 1)]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert plain(tree("\ufeffa: 1")) == {"a": 1}


def test_an_empty_file_is_nothing() -> None:
    assert plain(tree("")) is None
    assert plain(tree("# only a note\n")) is None


def test_a_tab() -> None:
    assert refused("a: 1\nb:\n\tc: 1\n") == (
        3,
        1,
        "a tab stands here.",
        "use spaces: two for each level.",
    )


def test_broken_yaml() -> None:
    line, column, what, fix = refused("a: 1\n   b: 2\n")
    assert (line, column, fix) == (2, 5, CHECK)
    assert what.startswith("this is not valid YAML: mapping values are not allowed")
    assert refused("a: [1, 2\nb: 3\n")[0] in (2, 3)
    assert refused("a: 'x\n")[0] in (1, 2)


def test_not_utf8() -> None:
    assert refused(b"a: 1\nb: caf\xe9\n") == (
        2,
        7,
        "this is not UTF-8: byte 0xE9 stands here.",
        "save the file as UTF-8.",
    )


def test_control_characters_written_and_escaped() -> None:
    assert refused("a: x\x00y\n") == (
        1,
        5,
        "the control character U+0000 stands here.",
        "delete it.",
    )
    assert refused('a: "x\\0y"\n') == (
        1,
        4,
        "the control character U+0000 stands in this text.",
        "delete it.",
    )
    assert refused('a: "x\\e[31my"\n')[2] == "the control character U+001B stands in this text."


BILLION = "a: &a [x, x]\n" + "".join(
    f"{key}: &{key} [*{past}, *{past}, *{past}, *{past}, *{past}, *{past}, *{past}, *{past}]\n"
    for past, key in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_billion_laughs() -> None:
    assert refused(BILLION) == (
        1,
        4,
        "anchors and aliases are not read here: '&a'.",
        "write the value out; put a text that starts with & or * in quotes.",
    )
    assert refused("a: *b\n")[2] == "anchors and aliases are not read here: '*b'."


def test_tags_merges_and_keys_that_are_lists() -> None:
    assert refused("a: !!python/object/apply:os.system [ls]\n") == (
        1,
        4,
        "tags are not read here: 'tag:yaml.org,2002:python/object/apply:os.system'.",
        "delete the tag; put a text that starts with ! in quotes.",
    )
    assert refused("<<: {a: 1}\n") == (
        1,
        1,
        "merging with << is not read here.",
        "write the fields out.",
    )
    assert refused("[a]: b\n") == (
        1,
        1,
        "a list or a map stands as a key.",
        "write a word as the key; put a text that starts with { or [ in quotes.",
    )


def test_a_second_document() -> None:
    assert refused("---\na: 1\n---\nb: 2\n") == (
        3,
        1,
        "a second document starts here.",
        "keep one document; delete the line with ---.",
    )


def test_too_deep() -> None:
    what = "more than 20 levels stand inside each other here."
    assert refused("[" * 100_000) == (1, 21, what, "take levels away.")
    assert refused("- " * 21 + "x")[:3] == (1, 41, what)
    assert plain(tree("[" * 20 + "]" * 20)) != ()


def test_too_large_is_refused_before_it_is_read() -> None:
    spent = time.process_time()
    assert refused(b"x" * 50_000_000) == (
        1,
        1,
        "the file has 50,000,000 bytes; at most 2,000,000 are read.",
        "split it, or delete what does not belong in it.",
    )
    assert time.process_time() - spent < 5


def test_decode_and_place() -> None:
    assert decode("é\n".encode(), "f") == "é\n"
    assert place("ab\ncd", 0) == (1, 1)
    assert place("ab\ncd", 4) == (2, 2)
    assert place("é\r\nü", 3) == (2, 1)

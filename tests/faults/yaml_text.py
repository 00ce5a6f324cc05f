"""The text of a YAML file and a chance go in; a file with something wrong in it comes out."""

# ruff: noqa: E501, RUF001 (lists of strange letters)
from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import yaml

from tests.faults.mangle import mangled

SCALARS = (
    ".nan", "-.inf", "1e999", "9" * 400, "-0", "-1", "0x1F", "0o17", "1_000", "NO", "on", "12:30",
    "0123", "2024-02-30", "9999-99-99", "0000", "10000-01-01", "2024-W03", "", "~", "[]", "{}",
    "[" * 30 + "]" * 30, "{a: " * 25 + "1" + "}" * 25, "１２", "١٢", "l2", "1O", "'\u202e21'",
    "1\u200b2", "1\u0305", "²", "½", "Ⅻ", "12\u00a0000", "'12 '", '"\\ud800"', '"\\x00"',
    '"\\u202e"', '"\\U0010ffff"', '"\\uD83D\\uDE00"', "|", ">-", "? a", "- -", "%YAML 1.1", "...",
    "---", "<script>alert(1)</script>", '"<img src=x onerror=alert(1)>"', "=1+1", "'=cmd|x!A1'",
    "../../../etc/passwd", "/etc/passwd", '"source.txt\\0"', "x" * 300, "x" * 50_000, "\U0001f600",
    "{a: 1, a: 2}", "true", "null", "1.0000000000000001", "12.0", "+12", "12,5", "1 2", "twelve",
    "!!python/object/apply:os.system [id]", "!!binary aGk=", "!!int '3'", "&a x", "*a", "<<",
    "{<<: {value: 1}}", '"a\\nb"', '"a\\tb"', '"\\e[31m"', "'%s %d {0}'", "@x", "`x`", "member",
    "members", "more_than", "exact", "document", "first", "second", "KEN", "XXX", "{low: 9, high: 1}",
    "{low: 1, high: 1}", "{low: .nan, high: 2}", "[a, b", '"open', "شبكة", "A\u030a", "Å", "ﬁ",
)  # fmt: skip
LOOKALIKES = {
    "0": "OО০", "1": "lІ١１", "2": "２٢ƻ", "3": "З３", "5": "５Ƽ", "a": "аα", "e": "еé", "o": "оο0",
    " ": "\u00a0\u2009\u200b\u3000", "-": "\u2010\u2013\u2212", ":": "：﹕", "'": "’", '"': "“",
}  # fmt: skip
INSERTED = (
    "\u202e", "\u2066", "\u200f", "\ufeff", "\0", "\x1b[2J", "\x07", "\x85", "\u2028", "\t", "\r",
    "\ud83d", "&a ", "*a", "!!str ", "!x ", "# ", "- ", ": ", "? ", "| ", "---\n", "...\n", "%A\n",
    "<<: ", "{", "}", "[", "]", '"', "'", ",", "\\", "\n", "\n\n", "  ", "\u200d", "\u0301",
)  # fmt: skip
_SCALAR = re.compile(r"(?<=[:\-] )[^\n{\[|>#]+")


def spoiled(data: bytes, chance: Random) -> tuple[str, bytes]:
    """What was done, and the file after it."""
    name = chance.choice(list(WAYS))
    return name, WAYS[name](data, chance)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _scalar(data: bytes, chance: Random) -> bytes:
    """One to three values written otherwise."""
    text = _text(data)
    for _each in range(chance.choice((1, 1, 1, 3))):
        found = list(_SCALAR.finditer(text))
        if found:
            one = chance.choice(found)
            text = text[: one.start()] + chance.choice(SCALARS) + text[one.end() :]
    return _bytes(text)


def _lookalike(data: bytes, chance: Random) -> bytes:
    text = list(_text(data))
    places = [at for at, letter in enumerate(text) if letter in LOOKALIKES]
    for at in chance.sample(places, min(len(places), chance.choice((1, 2, 20)))):
        text[at] = chance.choice(LOOKALIKES[text[at]])
    return _bytes("".join(text))


def _insert(data: bytes, chance: Random) -> bytes:
    text = _text(data)
    for _each in range(chance.choice((1, 1, 4))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(INSERTED) + text[at:]
    return _bytes(text)


def _lines(data: bytes, chance: Random) -> bytes:
    """Lines taken out, told twice, moved, or pushed in or out."""
    lines = _text(data).splitlines(keepends=True)
    at = chance.randrange(len(lines))
    many = chance.choice((1, 1, 3, 12))
    piece = lines[at : at + many]
    match chance.randrange(5):
        case 0:
            del lines[at : at + many]
        case 1:
            lines[at:at] = piece
        case 2:
            del lines[at : at + many]
            to = chance.randrange(len(lines) + 1)
            lines[to:to] = piece
        case 3:
            lines[at : at + many] = [chance.choice(("  ", " ", "\t")) + one for one in piece]
        case _:
            lines[at : at + many] = [one.removeprefix(" ").removeprefix(" ") for one in piece]
    return _bytes("".join(lines))


def _digits(data: bytes, chance: Random) -> bytes:
    """Some digits replaced by others: a number that nobody wrote."""
    text = list(_text(data))
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    for at in chance.sample(places, min(len(places), chance.choice((1, 1, 3)))):
        text[at] = chance.choice("0123456789")
    return _bytes("".join(text))


def _tree(data: bytes, chance: Random) -> bytes:
    """Keys and entries taken out, told twice, renamed, or of another kind; written again."""
    try:
        tree = yaml.load(_text(data), yaml.CBaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):  # spoiled once already
        return mangled(data, chance)
    for _each in range(chance.choice((1, 1, 2, 6))):
        holders = [one for one in _holders(tree) if one]
        if holders:
            _bend(chance.choice(holders), chance)
    flow = chance.choice((None, None, True, False))
    text = yaml.safe_dump(
        tree, allow_unicode=chance.random() < 0.7, default_flow_style=flow, sort_keys=False
    )
    return _bytes(text)


def _holders(tree: Any) -> list[Any]:
    found: list[Any] = []
    waiting = [tree]
    while waiting and len(found) < 5000:
        here = waiting.pop()
        if isinstance(here, dict | list):
            found.append(here)
            waiting += here.values() if isinstance(here, dict) else here
    return found


def _bend(held: Any, chance: Random) -> None:
    key = chance.choice(list(held) if isinstance(held, dict) else range(len(held)))
    strange: tuple[Any, ...] = (
        None, True, 0, -1, 10**30, 1e308, float("nan"), "", "x" * 3000, "\u202e", [], {}, [[[[]]]],
        {"a": {}}, "=1+1", [None], {"value": 1}, "2024-13-01", "\u0661\u0662",
    )  # fmt: skip
    match chance.randrange(5):
        case 0:
            del held[key]
        case 1 if isinstance(held, dict):
            name = f"{key}{chance.choice(('', ' ', 's', '_', chr(0x200B)))}"
            held[name] = held.pop(key)
        case 1:
            held.insert(chance.randrange(len(held) + 1), held[key])
        case 2 if isinstance(held, list):
            chance.shuffle(held)
        case 2:
            held[key] = [held[key]]
        case _:
            held[key] = chance.choice(strange)


def _encoded(data: bytes, chance: Random) -> bytes:
    """In another encoding, or with other ends of lines."""
    text = _text(data)
    match chance.randrange(7):
        case 0:
            return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig")))
        case 1:
            return text.encode(chance.choice(("latin-1", "cp1252", "cp037")), "replace")
        case 2:
            return _bytes(text.replace("\n", chance.choice(("\r\n", "\r", "\x85", "\u2028"))))
        case 3:
            return b"\xef\xbb\xbf" * chance.choice((1, 2)) + data
        case 4:
            return data + data
    return data + chance.choice((b"\0", b"\x1a", b"\n...\n", b"\n--- a\n", b"\xff", b"\n\n- a"))


def _huge(data: bytes, chance: Random) -> bytes:
    """Deep, wide or long."""
    many = chance.choice((21, 200, 3000))
    match chance.randrange(6):
        case 0:
            return data + b"x: " + b"[" * many + b"]" * many + b"\n"
        case 1:
            return data + b"x: " + b"{a: " * many + b"}" * many + b"\n"
        case 2:
            return data + b"".join(b" " * at + b"a:\n" for at in range(min(many, 400)))
        case 3:
            return data + b"x:\n" + b"".join(b"- {id: e%d}\n" % at for at in range(many))
        case 4:
            return data + b"# " + b"x" * chance.choice((10_000, 2_100_000)) + b"\n"
    return data + b"y: '" + b"1" * (many * 30) + b"'\n"


def _bomb(data: bytes, chance: Random) -> bytes:
    head = "a0: &a0 [x, x]\n"
    head += "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    return head.encode() + (data if chance.random() < 0.5 else b"")


def _nothing(data: bytes, chance: Random) -> bytes:
    return chance.choice(
        (b"", b"\n", b"null", b"[]", b"{}", b"a", b"--- {}\n--- {}", b"\0" * 50, b"- a\n- b\n",
         b"submission:", b"facts: [", b"%PDF-1.7", b"PK\x03\x04", b"<html>", b"\x80\x04K\x01.")
    )  # fmt: skip


WAYS: dict[str, Callable[[bytes, Random], bytes]] = {
    "value": _scalar,
    "values": _scalar,
    "digits": _digits,
    "more digits": _digits,
    "letters alike": _lookalike,
    "inserted": _insert,
    "lines": _lines,
    "tree": _tree,
    "other tree": _tree,
    "bytes": mangled,
    "encoding": _encoded,
    "huge": _huge,
    "entities": _bomb,
    "nothing": _nothing,
}

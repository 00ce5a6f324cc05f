"""The door of the sources: one that was changed is told, and no fact stays that it does not state.

Half of the changed sources get the right SHA-256 in their submission.yaml, so that only the quotes
are left to find what was changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from random import Random

from facts.load import load
from tests.faults import proof
from tests.faults.door import Bad, must
from tests.faults.folders import SHOWN, folder
from tests.faults.mangle import mangled, other_digits
from tests.faults.yaml_text import LOOKALIKES

NAME = "sources"
SHARE = 120
INSERTED = (
    "\ufeff", "\0", "\u200b", "\u00ad", "\u202e", "\r", "\x85", "\u2028", "*", "_", "[", "](a.b)",
    "<b>", "</sup>", "<sup>1</sup>", "¹", "\\", "#", "1", ",", ".", " ", "\n\n", "%", "million",
    "over ", "almost ", "not ", "-", "\u0301", "<!--", "https://a.b/", "x" * 5000, "[" * 3000,
)  # fmt: skip


def inputs(chance: Random) -> Iterator[Bad]:
    """The source spoiled, and in every second one its fingerprint mended."""
    while True:
        kind = "real" if chance.random() < 0.15 else "small"
        held = folder(kind)
        above = f"submissions/{held.bad}"
        what = "large" if chance.random() < 0.006 else chance.choice(sorted(WAYS))
        old = held.files[f"{above}/source.txt"]
        new = WAYS.get(what, _large)(old, chance)
        files = {f"{above}/source.txt": new}
        mended = chance.random() < 0.5
        if mended:
            text = held.files[f"{above}/submission.yaml"]
            before, after = (hashlib.sha256(one).hexdigest().encode() for one in (old, new))
            files[f"{above}/submission.yaml"] = text.replace(before, after)
        yield Bad(f"{kind}: {what}{', SHA-256 mended' if mended else ''}", files, (kind, what))


def try_one(given: Bad) -> None:
    """A changed source is a problem; whatever is left is proved against what is on the disk."""
    kind, _what = given.words
    held = folder(kind)
    name = f"submissions/{held.bad}/source.txt"
    with held.holding(given.files) as path:
        corpus = load(path, SHOWN)
        proof.proved(corpus, path)
        proof.told(corpus.problems, path, SHOWN)
        if given.files[name] != held.files[name] and len(given.files) == 1:
            must(corpus.submission(held.bad) is None, "another source, and its facts are shown")
            known = {f"{SHOWN}/{name}", f"{SHOWN}/{name.replace('source.txt', 'submission.yaml')}"}
            must({one.file for one in corpus.problems} & known, "another source, and no problem")
        must(corpus.submission(held.good) == held.sound.submission(held.good), "one beside changed")


def _insert(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    for _each in range(chance.choice((1, 1, 5))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(INSERTED) + text[at:]
    return text.encode("utf-8", "surrogatepass")


def _lookalike(data: bytes, chance: Random) -> bytes:
    text = list(data.decode())
    places = [at for at, letter in enumerate(text) if letter in LOOKALIKES]
    for at in chance.sample(places, min(len(places), chance.choice((1, 3, 30)))):
        text[at] = chance.choice(LOOKALIKES[text[at]])
    return "".join(text).encode()


def _encoded(data: bytes, chance: Random) -> bytes:
    code = chance.choice(("utf-16", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-7"))
    return data.decode().encode(code, "replace")


def _large(data: bytes, chance: Random) -> bytes:
    many = chance.choice((4_990_000, 5_000_001, 9_000_000))
    filler = chance.choice((b"a", b"[", b"*", b" ", b"9", b"1 ", b"\n", b"<b>", b"- \n"))
    return data + (filler * many)[:many]


def _twice(data: bytes, _chance: Random) -> bytes:
    """Everything said twice: no quote names one place any more."""
    return data + data


def _words(data: bytes, chance: Random) -> bytes:
    words = data.split(b" ")
    at = chance.randrange(len(words))
    match chance.randrange(3):
        case 0:
            del words[at]
        case 1:
            words.insert(at, chance.choice(words))
        case _:
            words[at] = chance.choice(words)
    return b" ".join(words)


WAYS: dict[str, Callable[[bytes, Random], bytes]] = {
    "other digits": other_digits,
    "digits again": other_digits,
    "inserted": _insert,
    "letters alike": _lookalike,
    "encoding": _encoded,
    "bytes": mangled,
    "words": _words,
    "other words": _words,
    "twice": _twice,
    "line ends": lambda data, chance: data.replace(b"\n", chance.choice((b"\r\n", b"\r", b" "))),
    "nothing": lambda _data, chance: chance.choice((b"", b"\n", b"\0" * 999, b"\xff\xfe")),
}

"""The parts of a package and a chance go in; the same with one part spoiled comes out."""

from __future__ import annotations

import re
from random import Random

from tests.faults.mangle import mangled, other_digits

DTD = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
)
WHOLE = (b"", b"<a/>", b"<a", DTD, LAUGHS, b"\0" * 99, b"<html/>", DTD.decode().encode("utf-16"))
VALUES = (
    b"", b"-1", b"99999999999999999999", b"NaN", b"1e999", b"x", b"../../../etc/passwd", b"0",
    b"http://evil.example/x", b"file:///etc/passwd", b"&lt;", b"rId1", b"rId99", b"true", b"\xff",
    b"title", b"ctrTitle", b"subTitle", b"0" * 5000,
)  # fmt: skip
_TAG = re.compile(rb"<[^<>?!][^<>]*>")
_VALUE = re.compile(rb'(?<==")[^"<>]*(?=")')
_SHELL = ("[Content_Types].xml", "_rels/.rels", "ppt/_rels/presentation.xml.rels",
          "ppt/presentation.xml")  # fmt: skip


def bent(held: dict[str, bytes], chance: Random) -> tuple[str, dict[str, bytes]]:
    """What was done, and the parts after it."""
    made = dict(held)
    names = [one for one in made if one.endswith((".xml", ".rels")) and made[one]]
    shell = [one for one in names if one in _SHELL]
    name = chance.choice(shell if shell and chance.random() < 0.25 else names or list(made))
    data = made[name]
    match chance.randrange(9):
        case 0:
            del made[name]
            return f"no {name}", made
        case 1:
            made[name] = chance.choice(WHOLE)
        case 2 | 3 | 4:
            made[name] = _one(_VALUE, data, chance.choice(VALUES), chance)
        case 5:
            made[name] = _one(_TAG, data, b"", chance)
        case 6:
            tags = _TAG.findall(data) or [b"<a/>"]
            made[name] = _one(_TAG, data, chance.choice(tags), chance)
        case 7:
            made[name] = other_digits(data, chance)
        case _:
            other = chance.choice(list(made))
            made[name] = mangled(data, chance) if other == name else made[other]
    return f"in {name}", made


def _one(pattern: re.Pattern[bytes], data: bytes, new: bytes, chance: Random) -> bytes:
    """One to four places replaced."""
    for _each in range(chance.choice((1, 1, 2, 4))):
        found = list(pattern.finditer(data))
        if found:
            one = chance.choice(found)
            data = data[: one.start()] + new + data[one.end() :]
    return data

"""Reads each labelled sentence with the one reader; says which rows are read otherwise."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from language.bounds import stated_bound
from language.nouns import counted, unit_of
from language.numbers import NumberToken, same_value
from language.quotes import SourceText

FILE = Path(__file__).parent / "readings.yaml"


def rows() -> list[dict[str, Any]]:
    """The labelled rows."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def place(row: dict[str, Any]) -> tuple[int, int]:
    """Where the number of a row stands in its text."""
    at = -1
    for _each in range(row.get("occurrence", 1)):
        at = row["text"].index(row["number"], at + 1)
    return at, at + len(row["number"])


def read(row: dict[str, Any]) -> tuple[SourceText, NumberToken | None]:
    """The number that is read where the row says that one stands."""
    source = SourceText(row["text"], row["language"])
    normal = source.normal()
    start, end = place(row)
    for token in source.numbers():
        first, last = normal.span(token.start, token.end)
        if first < end and start < last:
            return source, token
    return source, None


def fault(row: dict[str, Any]) -> str:
    """What is read otherwise than a careful person does; empty where nothing is."""
    source, token = read(row)
    if row.get("claim") is False:
        return ""
    if token is None:
        return "no number"
    if "ambiguous" in row:
        wanted = [one for one in row["ambiguous"] if not isinstance(one, dict)]
        same = sorted(token.readings) == sorted(wanted)
        return "" if same else f"readings {token.readings}, value {token.value}"
    wanted = row["value"]
    if isinstance(wanted, dict):
        if (token.low, token.high) != (wanted["low"], wanted["high"]) or token.kind != "range":
            return f"{token.text!r} {token.low} to {token.high}"
    elif not same_value(wanted, token) or token.readings:
        return f"{token.text!r} value {token.value} {token.readings}"
    if "percent" in row and token.percent != row["percent"]:
        return f"percent {token.percent}"
    bounds = {row["bound"], *_listed(row.get("bound_or"))}
    bound = stated_bound(source.lines(), token, language=row["language"])
    if bound not in bounds:
        return f"bound {bound}"
    for wrong in row.get("not", ()):
        if same_value(wrong, token):
            return f"also {wrong}"
    return ""


def noun_fault(row: dict[str, Any]) -> str:
    """Where the noun is another; a reader may keep fewer adjectives."""
    source, token = read(row)
    if token is None or not row.get("noun") or row.get("percent"):
        return ""
    unit = unit_of(source.lines(), token, row["language"])
    money = bool(set("€$") & set(row["noun"])) or row["noun"] in ("dollars", "dólares", "euros")
    same = bool(unit) and (money or unit in row["noun"] or row["noun"] in unit)
    same = same or counted(source.lines(), token, (row["noun"],), row["language"]) is not None
    return "" if same else f"noun {unit!r}, not {row['noun']!r}"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


if __name__ == "__main__":
    found = [(fault(row) or noun_fault(row), row) for row in rows()]
    for told, row in found:
        if told:
            print(f"{row['language']} {row['text']!r} [{row['number']}]: {told}")
    wrong = sum(bool(told) for told, _row in found)
    print(f"{len(found) - wrong} of {len(found)} right")
    sys.exit(bool(wrong))

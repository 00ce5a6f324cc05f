"""Text out of a file that may be anyone's goes in; a receipt whose fields are sound comes out.

In a picture or a page a receipt stands together with a seal: a sum over what the file itself
shows, so that a file that was painted over or retyped does not pass for what it was. It finds a
hand that changed a file, not a forger, who could write another seal as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any, NoReturn

from export.columns import LARGEST, NUMBERS
from export.receipt import Item, Receipt


def receipt_in(text: str) -> Receipt | None:
    """The receipt in a piece of JSON; None where it is none, or where a field is of a wrong kind.

    Never raises: the file may be broken or made to break its reader.
    """
    return from_values(_json(text))


def sealed(held: Receipt, seal: str) -> str:
    """A receipt and the seal of its file as one line of JSON."""
    whole = {"receipt": asdict(held), "seal": seal}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def opened(text: str) -> tuple[Receipt | None, str]:
    """What `sealed` made this text of; no receipt where it was made of none. Never raises."""
    held = _json(text)
    if not isinstance(held, dict) or not isinstance(seal := held.get("seal"), str):
        return None, ""
    return from_values(held.get("receipt")), seal


def seal_of(words: Iterable[str]) -> str:
    """The seal of the words that a file shows, in their order, however they are spaced."""
    whole = "".join("".join(words).split())
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]


def sound(held: Receipt) -> bool:
    """Whether every field is of its kind: text, or a number where one belongs."""
    whole = (getattr(held, one.name) for one in fields(Receipt) if one.name != "items")
    return all(map(_is_text, whole)) and all(map(_sound, held.items))


def from_values(held: Any) -> Receipt | None:
    """The receipt in what JSON was read into; None where it is none. Never raises."""
    try:
        whole = dict(held)
        found = Receipt(items=tuple(Item(**item) for item in whole.pop("items")), **whole)
    except (ValueError, TypeError, KeyError):
        return None
    return found if sound(found) else None


def values_in(data: bytes) -> Any:
    """What a piece of JSON holds; None where it is none. Never raises."""
    try:
        return _json(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError):
        return None


def _sound(item: Item) -> bool:
    return all(
        _is_number(value) if one.name in NUMBERS else _is_text(value)
        for one in fields(Item)
        for value in [getattr(item, one.name)]
    )


def _is_text(value: object) -> bool:
    """Half a character, which JSON can hold and no file can, is none."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _is_number(value: object) -> bool:
    if value is None:
        return True
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return known and abs(value) <= LARGEST  # type: ignore[arg-type]


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of a receipt")

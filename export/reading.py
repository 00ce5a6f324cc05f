"""JSON out of a file that may be anyone's goes in; a receipt whose fields are sound comes out."""

from __future__ import annotations

from dataclasses import fields

from export.columns import NUMBERS
from export.receipt import Item, Receipt, from_json


def receipt_in(text: str) -> Receipt | None:
    """The receipt in a piece of JSON; None where it is none, or where a field is of a wrong kind.

    Never raises: the file may be broken or made to break its reader.
    """
    try:
        held = from_json(text)
    except RecursionError:
        return None
    return held if held is not None and sound(held) else None


def sound(held: Receipt) -> bool:
    """Whether every field is of its kind: text, or a number where one belongs."""
    whole = (getattr(held, one.name) for one in fields(Receipt) if one.name != "items")
    return all(isinstance(value, str) for value in whole) and all(map(_sound, held.items))


def _sound(item: Item) -> bool:
    return all(
        value is None or (isinstance(value, int | float) and not isinstance(value, bool))
        if one.name in NUMBERS
        else isinstance(value, str)
        for one in fields(Item)
        for value in [getattr(item, one.name)]
    )

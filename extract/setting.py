"""What the rules of the classes share: a number with the words around it, and what a rule gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from facts.vocabulary import SetAsideClass
from language.numbers import NumberToken

Left: TypeAlias = tuple[SetAsideClass, str]  # the class of a number left out, and why


@dataclass(frozen=True)
class Setting:
    """What stands around a number: the words of its block left and right of it.

    `opens` and `closes` say that it is the first and the last thing in its block, `dated` that it
    stands in a date, `called` that it stands in a telephone number, `listed` that it is the page of
    a line of contents.
    """

    left: str
    right: str
    token: NumberToken
    opens: bool
    closes: bool
    in_note: bool
    dated: bool
    called: bool = False
    listed: bool = False


def is_year(token: NumberToken) -> bool:
    """Say whether a number can be a year."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text))

"""The words of the program, said in the reader's language (gettext)."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import settings
from facts.vocabulary import in_language

DOMAIN = "dashboard"
FOLDER = Path(__file__).parent / "locale"


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, FOLDER, languages=[language], fallback=True)


def _(message: str, /, **values: object) -> str:
    """The message in the reader's language, with `{name}` replaced by each given value."""
    return translate(message, **values)


def N_(message: str) -> str:
    """Marks a message that a table holds; `translate` says it when a reader asks."""
    return message


def translate(message: str, /, **values: object) -> str:
    """A message that `N_` marked, in the reader's language, with each given value filled in."""
    found = _catalogue(settings.language()).gettext(message)
    return found.format(**values) if values else found


def counted(one: str, many: str, number: int, /, **values: object) -> str:
    """The message for one or for many, with `{number}` and each given value replaced."""
    found = _catalogue(settings.language()).ngettext(one, many, number)
    return found.format(number=f"{number:,}", **values)


def pick(by_language: Mapping[str, str]) -> str:
    """The text in the reader's language, else in English, else in any language that is there."""
    return in_language(by_language, settings.language())


def listed(parts: list[str] | tuple[str, ...]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{most} and {last}", most=", ".join(parts[:-1]), last=parts[-1])

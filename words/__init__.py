"""The words of the program, said in the reader's language (gettext)."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator, Mapping
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


class Labels(Mapping[str, str]):
    """A table of messages that `N_` marked; each is said in the reader's language when read."""

    def __init__(self, messages: Mapping[str, str] | None = None, /, **named: str) -> None:
        self._messages = {**(messages or {}), **named}

    def __getitem__(self, name: str) -> str:
        return translate(self._messages[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


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

"""Any text goes in; a name for a file or an entry, free of all that is taken, comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection


def slug(text: str, longest: int = 80) -> str:
    """Letters, digits and hyphens made of any text: what may be a file name and an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:longest].strip("-")


def free(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where it is taken."""
    count, found = 2, name
    while found in taken:
        found, count = f"{name}-{count}", count + 1
    return found

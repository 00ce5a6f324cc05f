"""What the module of each format has; it only says so."""

from __future__ import annotations

from typing import Protocol

from export.figures import Job
from export.receipt import Receipt


class Format(Protocol):
    """What the module of each format has."""

    SUFFIX: str
    MIME: str
    LABEL: str

    def write(self, job: Job) -> bytes:
        """The whole file."""

    def read_receipt(self, data: bytes) -> Receipt | None:
        """What `write` put in; None where there is none. Never raises."""

    def read_values(self, data: bytes) -> tuple[str, ...] | None:
        """The numbers as they stand in the file itself; None where the format has none."""

"""Every door that bad input may come in by, in the order of the table."""

from __future__ import annotations

from typing import cast

from tests.faults import (
    addresses,
    cached,
    commands,
    deck_files,
    going_out,
    read_back,
    sources,
    templates,
    uploads,
    yaml_files,
)
from tests.faults.door import Door

DOORS: tuple[Door, ...] = cast(
    "tuple[Door, ...]",
    (yaml_files, sources, addresses, uploads, templates, deck_files, read_back, going_out,
     commands, cached),
)  # fmt: skip
BY_NAME = {door.NAME: door for door in DOORS}

"""Python starts with this where its folder is on the path: whom a process asks is written down."""

import os
import sys

_NAMES = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


def _note(event: str, given: tuple[object, ...]) -> None:
    if event in _NAMES:
        whom = given[1] if event in ("socket.connect", "socket.sendto") else given[0]
        with open(os.environ["GUARD_LOG"], "a", encoding="utf-8") as file:  # noqa: PTH123
            file.write(f"{event} {whom}\n")


if "GUARD_LOG" in os.environ:
    sys.addaudithook(_note)

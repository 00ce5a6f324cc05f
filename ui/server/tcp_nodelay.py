"""Switches Nagle's delay off, so that small parts of an answer leave at once.

Streamlit opens its socket without naming TCP, and asyncio then leaves Nagle's algorithm on: of a
run's twenty small messages each waits until the reader's machine has confirmed the one before,
40 ms on most systems. Sockets that are accepted take the setting of the one that listens.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any

SOON = 0.01  # seconds between two looks whether the server listens


async def send_at_once(server: Any) -> None:
    """Wait until a uvicorn server listens, then turn the delay off."""
    while not server.started:
        await asyncio.sleep(SOON)
    for listening in server.servers:
        for one in listening.sockets:
            if one.family in (socket.AF_INET, socket.AF_INET6):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

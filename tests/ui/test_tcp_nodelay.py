"""What the server sends leaves at once: connections are accepted with Nagle's algorithm off."""

from __future__ import annotations

import asyncio
import socket
from types import SimpleNamespace

from tests.support.loops import run
from ui.server.tcp_nodelay import send_at_once


async def delay_is_off() -> tuple[int, int]:
    """Of a connection accepted before and after, as Streamlit opens its socket."""
    listening = socket.socket(socket.AF_INET)
    listening.bind(("127.0.0.1", 0))
    found: list[int] = []

    async def accepted(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        one = writer.get_extra_info("socket")
        found.append(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async with await asyncio.start_server(accepted, sock=listening) as server:
        for _each in range(2):
            reader, writer = await asyncio.open_connection(*listening.getsockname())
            await reader.read()
            writer.close()
            await send_at_once(SimpleNamespace(started=True, servers=[server]))
    return found[0], found[1]


def test_small_messages_do_not_wait_for_the_readers_machine():
    assert run(delay_is_off()) == (0, 1)

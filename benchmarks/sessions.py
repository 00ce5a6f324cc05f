"""Two servers go in, what each holds in memory for one more open session comes out.

A session is what a browser tab opens: the socket of Streamlit's client, on which it asks for the
page and takes all of it. Without a browser, because forty tabs would measure the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.pairs import Row, in_turns
from benchmarks.servers import Server

AT_ONCE = 20  # sessions opened for one figure; all stay open until the end
PAGES = ("", "network", "submissions")


def rows(dashboard: Server, empty: Server) -> Iterator[Row]:
    """One row: kB for each open session, the pages of the dashboard in turns."""
    with ExitStack() as stay_open:
        ours, bare = in_turns(
            _opened(dashboard, PAGES, stay_open), _opened(empty, ("",), stay_open)
        )
    yield Row("Memory for each open session, floor: an empty page", "kB", ours, bare)


def session(server: Server, page: str = "") -> tuple[ClientConnection, list[bytes]]:
    """Open a session on this page; the connection, and every message of its first run."""
    address = server.address.replace("http", "ws", 1) + "/_stcore/stream"
    connection = connect(
        address, origin=None, subprotocols=[Subprotocol("streamlit")], max_size=None
    )
    asked = BackMsg()
    asked.rerun_script.page_name = page
    connection.send(asked.SerializeToString())
    taken: list[bytes] = []
    while True:
        message = connection.recv(timeout=60)
        assert isinstance(message, bytes)
        taken.append(message)
        if ForwardMsg.FromString(message).WhichOneof("type") == "script_finished":
            return connection, taken


def _opened(server: Server, pages: tuple[str, ...], stay_open: ExitStack) -> Callable[[], float]:
    def more() -> float:
        before = server.memory()
        for number in range(AT_ONCE):
            connection, _taken = session(server, pages[number % len(pages)])
            stay_open.callback(connection.close)
        return (server.memory() - before) / AT_ONCE

    return more

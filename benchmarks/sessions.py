"""Two servers go in, what sessions cost each in memory comes out: open ones, and those that left.

A session is what a browser tab opens: the socket of Streamlit's client, on which it asks for the
page and takes all of it. Without a browser, because hundreds of tabs would measure the browser.
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

AT_ONCE = 100  # sessions opened for one figure; all stay open until the end
FIGURES = 3
PAGES = ("", "network", "submissions")
PASSING = 500  # sessions that come and go, one after the other
KEPT = 150  # after so many, as much is held of sessions that left as ever (Streamlit keeps 128)
MOST = 1.1


def rows(dashboard: Server, empty: Server) -> Iterator[Row]:
    """Memory for sessions that came and went, then kB for each open one, the pages in turns."""
    early = _passed(dashboard, KEPT)
    late = _passed(dashboard, PASSING - KEPT)
    what = f"Memory after {PASSING} sessions that came and went, floor: after {KEPT} of them"
    yield Row(what, "kB", (late,), (early,), MOST)
    with ExitStack() as stay_open:
        ours, bare = in_turns(
            _opened(dashboard, PAGES, stay_open),
            _opened(empty, ("",), stay_open),
            pairs=FIGURES,
            warm_up=1,
        )
    yield Row("Memory for each open session, floor: an empty page", "kB", ours, bare)


def session(server: Server, page: str = "") -> tuple[ClientConnection, list[bytes]]:
    """Open a session on this page; the connection, and every message of its first run."""
    address = server.address.replace("http", "ws", 1) + "/_stcore/stream"
    connection = connect(
        address, origin=None, subprotocols=[Subprotocol("streamlit")], max_size=None, legacy=True
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


def _passed(server: Server, sessions: int) -> float:
    """What the process holds after so many more sessions that were closed at once."""
    for number in range(sessions):
        connection, _taken = session(server, PAGES[number % len(PAGES)])
        connection.close()
    return server.memory()


def _opened(server: Server, pages: tuple[str, ...], stay_open: ExitStack) -> Callable[[], float]:
    def more() -> float:
        before = server.memory()
        for number in range(AT_ONCE):
            connection, _taken = session(server, pages[number % len(pages)])
            stay_open.callback(connection.close)
        return (server.memory() - before) / AT_ONCE

    return more

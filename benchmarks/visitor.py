"""The address of a server goes in; a session comes out that changes a choice as a browser would.

It speaks the protocol of Streamlit's page over a websocket, without a browser: a hundred of them
would measure the browsers. As the page does, it sends the state of the widget, the fragment, the
query of the address, and which large messages it still holds.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 60.0  # seconds for one run
HELD_FOR = 2  # runs for which the page keeps a large message (global.maxCachedMessageAge)


@dataclass(frozen=True)
class Choice:
    """A page, and the end of the key of the widget on it that is changed."""

    page: str
    widget: str


@dataclass
class Visitor:
    """A session on one page. Raises ConnectionClosed and OSError as its connection does."""

    address: str
    choice: Choice
    headers: dict[str, str] = field(default_factory=dict)
    received: int = 0  # bytes
    chosen: str = ""  # what the widget shows
    _connection: ClientConnection | None = None
    _query: str = ""
    _script: str = ""
    _fragment: str = ""
    _widget: str = ""
    _options: cycle[str] = field(default_factory=lambda: cycle(("",)))
    _many: bool = False  # the widget sends a list of one
    _held: deque[set[str]] = field(default_factory=lambda: deque(maxlen=HELD_FOR))

    async def open(self) -> float:
        """Connect and take the whole page; how many seconds that took."""
        begun = perf_counter()
        address = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self._connection = await connect(
            address,
            origin=None,
            subprotocols=[Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            ping_interval=None,
            additional_headers=self.headers,
        )
        asked = BackMsg()
        asked.rerun_script.page_name = self.choice.page
        asked.rerun_script.query_string = self._query
        await self._connection.send(asked.SerializeToString())
        for message in await self._run():
            self._learn(message)
        assert self._widget, f"no widget {self.choice.widget} on {self.choice.page}"
        return perf_counter() - begun

    async def change(self) -> float:
        """Take the next option; seconds until the run has finished and all of it is here."""
        assert self._connection is not None
        asked = BackMsg()
        rerun = asked.rerun_script
        rerun.query_string = self._query
        rerun.page_script_hash = self._script
        rerun.fragment_id = self._fragment
        rerun.cached_message_hashes.extend(sorted(set().union(*self._held)))
        wanted = next(self._options)
        state = rerun.widget_states.widgets.add(id=self._widget)
        if self._many:
            state.string_array_value.data.append(wanted)
        else:
            state.string_value = wanted
        begun = perf_counter()
        await self._connection.send(asked.SerializeToString())
        messages = await self._run()
        took = perf_counter() - begun
        kinds = [message.WhichOneof("type") for message in messages]
        assert "delta" in kinds or "ref_hash" in kinds, f"{self.choice} showed nothing"
        self.chosen = wanted
        return took

    async def reload(self) -> float:
        """Come back as a browser does: same address, same cookies; seconds until all is there.

        Raises AssertionError where another view is shown than before.
        """
        before = self.chosen
        if self.seat:
            self.headers["Cookie"] = self.seat
        await self.close()
        self._held.clear()
        took = await self.open()
        assert self.chosen == before, f"{self.choice}: {before} became {self.chosen}"
        return took

    async def close(self) -> None:
        """Leave."""
        if self._connection is not None:
            await self._connection.close()

    @property
    def seat(self) -> str:
        """The cookie that a server in front gave at the last connection; empty without one."""
        answer = self._connection.response if self._connection else None
        given = answer.headers.get("Set-Cookie", "") if answer else ""
        return given.partition(";")[0]

    async def _run(self) -> list[ForwardMsg]:
        """Every message until the script has finished. Raises RuntimeError where it failed."""
        assert self._connection is not None
        taken: list[ForwardMsg] = []
        fresh: set[str] = set()
        while True:
            raw = await self._connection.recv()
            assert isinstance(raw, bytes)
            self.received += len(raw)
            message = ForwardMsg.FromString(raw)
            taken.append(message)
            kind = message.WhichOneof("type")
            if message.metadata.cacheable or kind == "ref_hash":
                fresh.add(message.ref_hash or message.hash)
            if kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(message.delta.new_element.exception.message)
            elif kind == "script_finished":
                self._held.append(fresh)
                return taken

    def _learn(self, message: ForwardMsg) -> None:
        """Find the widget, its fragment and its options in the first run."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._script = message.new_session.page_script_hash
        if kind != "delta":
            return
        element = message.delta.new_element
        shown = element.WhichOneof("type")
        if shown not in ("button_group", "selectbox"):
            return
        widget = element.button_group if shown == "button_group" else element.selectbox
        if not widget.id.endswith(f"-{self.choice.widget}"):
            return
        self._widget, self._fragment = widget.id, message.delta.fragment_id
        self._many = shown == "button_group"
        if self._many:
            names = [option.content for option in element.button_group.options]
            self.chosen = next(iter(element.button_group.raw_values), names[0])
        else:
            names = list(element.selectbox.options)
            self.chosen = element.selectbox.raw_value or names[0]
        here = names.index(self.chosen)
        self._options = cycle([*names[here + 1 :], *names[: here + 1]])

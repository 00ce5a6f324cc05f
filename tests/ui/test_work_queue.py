"""Talks asked for by many at once: two are drawn, a few wait, the others are told to come again."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from export.talk import talk_deck, talk_file
from tests.support.loops import run
from tests.support.real import real
from ui.deck import talk_route
from ui.server import http_app
from ui.server.work_queue import Check, Full, Gone, Turns

PATIENCE = 20  # seconds after which something that should happen at once never will


async def never() -> None:
    """Who asks stays."""
    await asyncio.Event().wait()


class Work:
    """Work that waits in the middle until it may go on, and counts what was begun and ended."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.may_end = threading.Event()
        self.changed = threading.Condition()

    def named(self, name: str) -> Callable[[Check], str]:
        """A piece of the work."""

        def work(check: Check) -> str:
            self._count(self.begun, name)
            try:
                self.may_end.wait(PATIENCE)
                check()
            except Gone:
                self._count(self.ended, f"{name} left")
                raise
            self._count(self.ended, name)
            return name

        return work

    def _count(self, among: list[str], name: str) -> None:
        with self.changed:
            among.append(name)
            self.changed.notify_all()

    async def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is so."""

        def waiting() -> None:
            with self.changed:
                assert self.changed.wait_for(true, PATIENCE)

        await asyncio.to_thread(waiting)


def test_two_are_done_at_once_some_wait_and_the_next_is_refused():
    async def many() -> None:
        work, turns = Work(), Turns[str]("test", 2, 3)
        tasks = [
            asyncio.create_task(turns.ask(name, work.named(name), never())) for name in "abcde"
        ]
        await work.until(lambda: len(work.begun) == 2)
        with pytest.raises(Full):
            await turns.ask("f", work.named("f"), never())
        assert sorted(work.begun) == ["a", "b"]
        work.may_end.set()
        assert await asyncio.gather(*tasks) == list("abcde")
        assert await turns.ask("f", work.named("f"), never()) == "f"

    run(many())


def test_the_same_is_done_once_for_all_who_ask():
    async def many() -> None:
        work, turns = Work(), Turns[str]("test", 1, 0)
        tasks = [
            asyncio.create_task(turns.ask("a", work.named("a"), never())) for _each in range(50)
        ]
        await work.until(lambda: bool(work.begun))
        work.may_end.set()
        assert await asyncio.gather(*tasks) == ["a"] * 50
        assert work.begun == ["a"]

    run(many())


def test_work_ends_when_the_last_who_asks_has_gone_and_not_before():
    async def many() -> None:
        work, turns = Work(), Turns[str]("test", 1, 1)
        gone = [asyncio.Event() for _each in range(3)]
        first, second, waits = (
            asyncio.create_task(turns.ask(name, work.named(name), _set(event)))
            for name, event in zip("aab", gone, strict=True)
        )
        await work.until(lambda: bool(work.begun))
        for task, event in ((first, gone[0]), (waits, gone[2]), (second, gone[1])):
            assert work.ended == []
            event.set()
            with pytest.raises(Gone):
                await task
        work.may_end.set()
        await work.until(lambda: bool(work.ended))
        assert (work.begun, work.ended) == (["a"], ["a left"])  # what only waited never began
        assert await turns.ask("c", work.named("c"), never()) == "c"

    run(many())


async def _set(event: asyncio.Event) -> None:
    await event.wait()


def asked(query: str) -> Request:
    """A request for a talk from someone who stays."""
    return Request(
        {"type": "http", "method": "GET", "path": "/talk", "headers": [],
         "query_string": query.encode()},
        lambda: never(),  # type: ignore[arg-type,return-value]
    )  # fmt: skip


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The titles of the talks that are drawn, with a memory of their own."""
    titles: list[str] = []
    write = talk_file.write_html

    def counted(deck: Any, held: Any, check: Check) -> bytes:
        titles.append(deck.title)
        return write(deck, held, check)

    monkeypatch.setattr(talk_file, "write_html", counted)
    monkeypatch.setattr(talk_route, "_kept", type(talk_route._kept)())
    monkeypatch.setattr(talk_route, "current_snapshot", real)
    yield titles


def test_what_is_no_parameter_of_a_talk_draws_nothing_anew_and_is_not_kept(drawn: list[str]):
    for query in ("figure=findings", "deck=network-in-brief"):
        for more in ("", "&x=1", "&x=2", "&slide=2&step=1&pick=a", "&made_=3", "&Figure=reach"):
            assert run(talk_route.talk(asked(query + more))).status_code == 200
    deck = talk_deck.packed(b"deck: {title: Mine}\nslides: [{kind: title}]\n")
    for more in ("", "&deck=network-in-brief", "&show=members", "&x=1"):
        run(talk_route.talk(asked(f"made={deck}{more}")))
    assert len(drawn) == 3 == len(talk_route._kept)


@pytest.mark.parametrize("query", ["figure=nothing{}", "deck=none{}", "figure=network&show=x{}"])
def test_what_does_not_exist_is_told_and_fills_no_memory(drawn: list[str], query: str):
    answers = [run(talk_route.talk(asked(query.format(at)))) for at in range(3)]
    assert all(answer.status_code in (200, 404) for answer in answers)
    assert len(drawn) == 3
    assert not talk_route._kept


def test_a_talk_too_large_is_not_kept(drawn: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(talk_route, "LARGEST_KEPT", 1000)
    run(talk_route.talk(asked("figure=findings")))
    assert drawn and not talk_route._kept


def test_a_full_queue_says_so_and_health_answers(drawn: list[str], monkeypatch: pytest.MonkeyPatch):
    async def many() -> tuple[list[Response], Response]:
        work = Work()
        turns = Turns[talk_route.Page]("test", 1, 1)
        monkeypatch.setattr(talk_route, "_turns", turns)
        busy = [asyncio.create_task(_asked(turns, work, name)) for name in "ab"]
        await work.until(lambda: bool(work.begun))
        refused = [await talk_route.talk(asked(f"figure={name}")) for name in ("reach", "network")]
        healthy = await http_app.health(asked(""))
        work.may_end.set()
        await asyncio.gather(*busy)
        return refused, healthy

    refused, healthy = run(many())
    assert healthy.status_code == 200
    for answer in refused:
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
        assert b"Several talks are being drawn." in bytes(answer.body)
    assert not drawn


async def _asked(turns: Turns[Any], work: Work, name: str) -> None:
    await turns.ask(name, work.named(name), never())


def test_no_slide_is_drawn_after_who_asked_has_gone(drawn: list[str]):
    drawn_slides = []

    async def leaves() -> Response:
        gone = asyncio.Event()
        loop = asyncio.get_running_loop()

        def count(*_given: Any) -> Any:
            drawn_slides.append(1)
            loop.call_soon_threadsafe(gone.set)
            ended.wait(PATIENCE)
            return title(*_given)

        async def receive() -> MutableMapping[str, Any]:
            await gone.wait()
            return {"type": "http.disconnect"}

        title = talk_file.MAKERS["title"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(talk_file.MAKERS, "title", count)
            deck = talk_deck.packed(b"deck: {title: A}\nslides:\n" + b"- {kind: title}\n" * 30)
            request = Request(dict(asked(f"made={deck}").scope), receive)
            answer = await talk_route.talk(request)
            ended.set()
            await asyncio.to_thread(talk_route._turns._pool.submit(int).result, PATIENCE)
            await asyncio.to_thread(talk_route._turns._pool.submit(int).result, PATIENCE)
        return answer

    ended = threading.Event()
    assert run(leaves()).status_code == 503
    assert drawn_slides == [1]


def test_who_does_not_unpack_gets_the_same_talk_in_parts(
    drawn: list[str], monkeypatch: pytest.MonkeyPatch
):
    async def body() -> tuple[bytes, list[int]]:
        plain = await talk_route.talk(asked("figure=network"))
        assert isinstance(plain, StreamingResponse)
        parts = [bytes(part) async for part in plain.body_iterator]  # type: ignore[arg-type]
        return b"".join(parts), [len(part) for part in parts]

    monkeypatch.setattr(talk_route, "PART", 1000)
    request = asked("figure=network")
    request.scope["headers"].append((b"accept-encoding", b"gzip"))
    packed = bytes(run(talk_route.talk(request)).body)
    read, sizes = run(body())
    assert read == gzip.decompress(packed)
    assert max(sizes) == 1000
    assert len(drawn) == 1

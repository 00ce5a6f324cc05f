"""Long work that requests ask for, a few at once and a few more waiting; `Full` or `Gone` else.

Who asks for what another waits for already waits for the same work, and work that nobody waits for
any more ends.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Answer = TypeVar("Answer")
Check = Callable[[], None]  # called between two steps of the work; raises Gone


class Full(Exception):
    """So much waits already that more is not taken."""


class Gone(Exception):
    """Nobody waits for this work any more."""


@dataclass
class _Job(Generic[Answer]):
    future: Future[Answer] = field(default_factory=Future)
    asking: int = 0
    left: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        if self.left.is_set():
            raise Gone


class Turns(Generic[Answer]):
    """`at_once` pieces of work in threads of their own, and `waiting` more in a queue."""

    def __init__(self, name: str, at_once: int, waiting: int) -> None:
        self._most = at_once + waiting
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix=name)
        self._jobs: dict[Hashable, _Job[Answer]] = {}
        self._lock = threading.Lock()

    async def ask(
        self, key: Hashable, work: Callable[[Check], Answer], left: Awaitable[None]
    ) -> Answer:
        """The answer of `work`, which `key` names. `left` ends when who asks has gone."""
        going = asyncio.ensure_future(left)
        try:
            job = self._join(key, work)
        except Full:
            going.cancel()
            raise
        done = asyncio.wrap_future(job.future)
        done.add_done_callback(lambda one: one.cancelled() or one.exception())  # seen, not logged
        try:
            await asyncio.wait((done, going), return_when=asyncio.FIRST_COMPLETED)
            if not done.done():
                raise Gone
            return done.result()
        finally:
            going.cancel()
            self._leave(key, job)

    def _join(self, key: Hashable, work: Callable[[Check], Answer]) -> _Job[Answer]:
        with self._lock:
            job = self._jobs.get(key)
            if job is None:
                if len(self._jobs) >= self._most:
                    raise Full
                job = self._jobs[key] = _Job()
                job.future = self._pool.submit(work, job.check)
            job.asking += 1
            return job

    def _leave(self, key: Hashable, job: _Job[Answer]) -> None:
        with self._lock:
            job.asking -= 1
            if not job.asking:
                del self._jobs[key]
                job.left.set()
                job.future.cancel()

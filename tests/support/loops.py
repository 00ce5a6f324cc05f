"""A coroutine goes in, what it returns comes out: run in a thread of its own.

In a process that also drives a browser, playwright's event loop is running in the main thread, and
`asyncio.run` refuses to start beside it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def run(work: Coroutine[Any, Any, Result]) -> Result:
    """Run it to its end. Raises what it raises."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()

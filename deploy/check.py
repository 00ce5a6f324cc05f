#!/usr/bin/env python3
"""Addresses of dashboard processes go in, a line about each comes out; 1 where one is not ready.

Needs nothing but Python's own library, so that any Python of the machine runs it:

    check.py                                      # the two processes of deploy/README.md
    check.py --wait 120 http://127.0.0.1:8501     # until it is ready, two minutes at most

An unknown path of a Streamlit server answers 200 with the first page, so the status says nothing:
ready is only who says so in the body.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import urllib.error
import urllib.request

PROCESSES = ("http://127.0.0.1:8501", "http://127.0.0.1:8502")
WITHIN = 10.0  # seconds for one answer
AGAIN = 0.2  # seconds between two questions while waiting


def asked(address: str) -> tuple[bool, str]:
    """Whether the process at this address is ready, and what it says."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{address.rstrip('/')}/ready", timeout=WITHIN) as answer:
            body = answer.read()
    except urllib.error.HTTPError as refused:
        body = refused.read()
    except OSError as error:
        return False, f"no answer ({getattr(error, 'reason', error)})"
    try:
        said = json.loads(body)
        status = said["status"]
    except (ValueError, KeyError, TypeError):
        return False, "answers, but not as the dashboard does"
    if status != "ready":
        return False, str(said.get("why", status))
    # Where reading needs a login, it says no more than this.
    told = ("facts", "problems", "version")
    return True, ", ".join(f"{name} {said[name]}" for name in told if name in said)


def waited(address: str, seconds: float) -> tuple[bool, str]:
    """The same, asked again until it is ready or the time is up."""
    until = time.monotonic() + seconds
    found = asked(address)
    while not found[0] and time.monotonic() < until:
        time.sleep(AGAIN)
        found = asked(address)
    return found


def main() -> int:
    """Ask every process, print a line for each; 0 where all are ready."""
    reader = argparse.ArgumentParser(description="Is every process of the dashboard ready?")
    reader.add_argument("process", nargs="*", default=PROCESSES, help="its address, with port")
    reader.add_argument("--wait", type=float, default=0, metavar="SECONDS", help="at most so long")
    given = reader.parse_args()
    answers = {address: waited(address, given.wait) for address in given.process}
    for address, (ready, words) in answers.items():
        print(f"{address}  {'ready' if ready else 'NOT READY'}{words and f': {words}'}")
    return int(not all(ready for ready, _words in answers.values()))


if __name__ == "__main__":
    sys.exit(main())

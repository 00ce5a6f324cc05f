"""A seed and how much to try go in; a table of what was tried, and every failure, comes out."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.faults.doors import BY_NAME, DOORS
from tests.faults.trying import drawn, kept, tried
from tests.faults.working import Line, in_child

TRIES = 21_000


def main(words: list[str] | None = None) -> int:
    """Gives 0 where every promise was kept, 1 where one was not."""
    asked = _parser().parse_args(words)
    if asked.at is not None:
        return _again(asked)
    doors = [asked.door] if asked.door else [door.NAME for door in DOORS]
    whole = sum(BY_NAME[name].SHARE for name in doors)
    lines = []
    for name in doors:
        share = BY_NAME[name].SHARE / whole
        seconds = asked.seconds * share if asked.seconds else 1e9
        tries = 10**9 if asked.seconds and not asked.tries else asked.tries or TRIES
        lines.append(in_child(name, asked.seed, round(tries * share), seconds, asked.keep))
        print(_row(lines[-1]), flush=True)
    total = Line("in all")
    for line in lines:
        total.tries += line.tries
        total.failed += line.failed
        total.bytes += line.bytes
        total.cpu += line.cpu
    print(_row(total))
    print(f"seed {asked.seed}" + (f"; what failed lies in {asked.keep}" if total.failed else ""))
    return 1 if total.failed else 0


def _row(line: Line) -> str:
    return (
        f"{line.door:<12}{line.tries:>8,} tried {line.failed:>4} failed "
        f"{line.bytes / 1e6:>9,.1f} MB {line.cpu:>8,.1f} s CPU"
    )


def _again(asked: argparse.Namespace) -> int:
    door = BY_NAME[asked.door]
    given = drawn(door, asked.seed, asked.at)
    found = tried(door, asked.seed, asked.at, given)
    if found is None:
        print(f"{door.NAME} {asked.seed} {asked.at}: kept ({given.what})")
        return 0
    print(found.why, kept(found, given, asked.keep), sep="\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Bad inputs.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--door", choices=list(BY_NAME))
    parser.add_argument("--tries", type=int, help=f"of all doors together; else {TRIES:,}")
    parser.add_argument("--seconds", type=float, help="at most this long, shared by the doors")
    parser.add_argument("--at", type=int, help="only the input of this number, of one door")
    parser.add_argument("--keep", type=Path, default=Path("test-results/faults"), metavar="DIR")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())

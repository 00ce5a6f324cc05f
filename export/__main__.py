"""The commands of `python -m export`: figures, decks and talks as files, and what became of one."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import settings
from charts import registry
from decks.deck import read_folder
from drawing.picture import SIZES
from export import commands, figures
from export.file_formats import FORMATS
from export.verify import Verdict, verify, verify_code
from facts.cache import Cache
from facts.console import run, speak_utf8
from facts.store import Snapshot, Store

UNREADABLE = 2  # a file, a folder or a word of the command line that cannot be used


def main(words: list[str] | None = None) -> int:
    """Runs a command.

    Gives 0; 1 where something could not be made; 2 where what was asked cannot be read or written;
    of `verify` 0 (current), 3 (superseded), 4 (no receipt found) or 5 (changed by hand); of
    `refresh` 6 where the file was made but something in it could not be matched.
    """
    speak_utf8()
    asked = _parser().parse_args(words)
    folder = asked.data or settings.data_folder()
    if not os.path.isdir(folder):  # noqa: PTH112 (asks, and never raises)
        return say(f"{folder} is no folder. Name the data folder with --data.", UNREADABLE)
    store = Store(folder, cache=Cache(settings.cache_folder(folder)))
    snapshot = store.snapshot()
    store.keep()
    if snapshot.problems:
        count = len(snapshot.problems)
        say(f"{count} problem{'s' if count > 1 else ''} in the data; what they concern is left "
            f"out. python -m facts check --data {folder} tells them.", 0)  # fmt: skip
    try:
        return _run(asked, snapshot, folder)
    except commands.NotMade as error:
        return say(str(error), error.exit)


def _run(asked: argparse.Namespace, snapshot: Snapshot, folder: Path) -> int:
    makers = {
        "figure": commands.make_figure,
        "all": commands.make_all,
        "deck": commands.make_deck,
        "refresh": commands.make_refreshed,
        "present": commands.make_talk,
    }
    if asked.command in makers:
        return makers[asked.command](asked, snapshot)
    return _list(snapshot) if asked.command == "list" else _verify(asked, snapshot, folder)


def _list(snapshot: Snapshot) -> int:
    for name in registry.CHARTS:
        job = figures.job(snapshot, name)
        print("\t".join((name, job.receipt.code, job.spec.title) if job else (name, "-", "-")))
    say(f"Formats: {', '.join(FORMATS)}. Sizes: {', '.join(SIZES)}, or 1200x800.", 0)
    return 0


def _verify(asked: argparse.Namespace, snapshot: Snapshot, folder: Path) -> int:
    if asked.code:
        decks, _problems = read_folder(folder)
        return _tell(verify_code(asked.code, snapshot, decks.values()), asked.code)
    if asked.file is None:
        return say("Name a file to verify, or a code: verify --code NE-3F9AK2T.", UNREADABLE)
    data = commands.read_file(asked.file)
    return _tell(verify(data, asked.file.name, snapshot), asked.file.name)


def _tell(verdict: Verdict, what: str) -> int:
    head = f"{what}: {verdict.state.replace('_', ' ')}"
    print("\n  ".join((head, *verdict.sentences)))
    return verdict.exit


def say(text: str, code: int) -> int:
    """Tells a person, not a program that reads the output; gives the code back."""
    print(text, file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m export", description="Figures as files.")
    kinds = parser.add_subparsers(dest="command", required=True)
    kinds.add_parser("list", help="the figures, with the code of each as it is today")
    one = kinds.add_parser("figure", help="one figure as one file")
    one.add_argument("name", choices=list(registry.CHARTS), metavar="NAME")
    one.add_argument("--format", choices=list(FORMATS), help="else by the name of the file")
    one.add_argument("--out", type=Path, required=True, metavar="FILE")
    one.add_argument("--choice", action="append", default=[], metavar="KEY=VALUE",
                     help="a choice of the figure's page, for example show=members")  # fmt: skip
    every = kinds.add_parser("all", help="every figure in every format")
    every.add_argument("--out", type=Path, required=True, metavar="DIR")
    for command in (one, every):
        command.add_argument("--size", default="slide", metavar="SIZE",
                             help=f"{', '.join(SIZES)}, or 1200x800")  # fmt: skip
        command.add_argument("--mode", choices=["light", "dark", "transparent"], default="light")
        command.add_argument("--no-title", action="store_true", help="source and note stay")
    proof = kinds.add_parser("verify", help="whether a file is still what the data say")
    proof.add_argument("file", type=Path, nargs="?", metavar="FILE")
    proof.add_argument("--code", help="the code under a picture")
    deck = kinds.add_parser("deck", help="a deck file as slides")
    deck.add_argument("deck", type=Path, metavar="DECK.yaml")
    deck.add_argument("--out", type=Path, required=True, metavar="FILE")
    deck.add_argument("--template", type=Path, metavar="X.pptx", help="fonts, colours, logo")
    renewed = kinds.add_parser("refresh", help="an older slide file with today's numbers")
    renewed.add_argument("old", type=Path, metavar="OLD.pptx")
    renewed.add_argument("--out", type=Path, required=True, metavar="NEW.pptx")
    renewed.add_argument("--report", choices=["text", "json"], default="text")
    talk = kinds.add_parser("present", help="a deck file as one HTML file to present, or PDF")
    talk.add_argument("deck", type=Path, metavar="DECK.yaml")
    talk.add_argument("--out", type=Path, required=True, metavar="talk.html|talk.pdf")
    for command in kinds.choices.values():
        command.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    return parser


if __name__ == "__main__":
    run(main)

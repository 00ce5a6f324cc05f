"""Words of a command line go in; the text of a document, or what was found in it, comes out."""

from __future__ import annotations

import argparse
import contextlib
import errno
import sys
from pathlib import Path

import settings
from extract import report
from extract.activities import find_dating, find_events
from extract.candidates import find_all_places, find_candidates
from extract.carried import Earlier
from extract.document import Document, Unreadable
from extract.draft import check_draft
from extract.likely import Guesser
from extract.read import Progress, plain_name, read_file
from facts.console import run, speak_utf8
from facts.corpus import Corpus
from facts.load import load
from language.passages import Passages


def main(words: list[str] | None = None) -> int:
    """Run a command; give 0, or 2 where the file cannot be read or the text not written."""
    speak_utf8()
    asked = _parser().parse_args(words)
    try:
        document = read_file(asked.file, asked.password, _bar("Reading"))
    except Unreadable as reason:
        print(f"{plain_name(str(asked.file))}: {reason}", file=sys.stderr)
        return 2
    for note in document.notes:
        print(note, file=sys.stderr)
    if asked.command == "read":
        return _read(document, asked.out)
    corpus = load(asked.data or settings.data_folder())
    return (
        _candidates(document, corpus, asked)
        if asked.command == "candidates"
        else _draft(document, corpus, asked)
    )


def _read(document: Document, out: Path | None) -> int:
    if out is None:
        sys.stdout.write(document.text)
        return 0
    partial: Path | None = None
    try:
        if out.exists() and (out.suffix == ".yaml" or (out.parent / "submission.yaml").exists()):
            raise OSError(errno.EEXIST, "it is part of the data, which are not written over")
        partial = out.with_name(f".{out.name}.part")
        partial.write_text(document.text, encoding="utf-8", newline="")
        partial.replace(out)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            if partial is not None:
                partial.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        print(f"{plain_name(str(out))} cannot be written: {reason}.", file=sys.stderr)
        return 2
    return 0


def _candidates(document: Document, corpus: Corpus, asked: argparse.Namespace) -> int:
    passages = Passages(document.text)
    earlier = Earlier(corpus, document.text)
    every = list(find_candidates(passages, Guesser(corpus), earlier, _bar("Searching")))
    events = list(find_events(passages))
    if asked.json:
        shown = every if asked.all else [one for one in every if one.left_out is None]
        dating, places = find_dating(passages), list(find_all_places(passages))
        print(report.as_json(document, shown, events, dating, places))
    else:
        print(report.as_text(document, every, events, asked.all))
    return 0


def _draft(document: Document, corpus: Corpus, asked: argparse.Namespace) -> int:
    passages = Passages(document.text)
    found = find_candidates(passages, Guesser(corpus), Earlier(corpus, document.text))
    checked, left = check_draft(found, corpus, document.text)
    write = report.draft_as_json if asked.json else report.draft_as_text
    print(write(document, checked, left))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extract", description="Documents to text, and the numbers in them."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="print the text of a document")
    read.add_argument(
        "--out", type=Path, metavar="TEXT", help="write it to this file, whole or not"
    )
    candidates = commands.add_parser("candidates", help="list the numbers that may be claims")
    candidates.add_argument("--all", action="store_true", help="list what is left out as well")
    draft = commands.add_parser("draft", help="hold a draft against what was said before")
    for command in (read, candidates, draft):
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument("--password", help="the password of an encrypted PDF")
    for command in (candidates, draft):
        command.add_argument("--json", action="store_true", help="print JSON")
        command.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    return parser


def _bar(what: str) -> Progress | None:
    """Draw a bar on the screen while something lasts; none where nobody looks."""
    if not sys.stderr.isatty():
        return None
    shown = -1

    def draw(share: float) -> None:
        nonlocal shown
        percent = int(100 * share)
        if percent != shown:
            shown = percent
            bar = "#" * (percent // 4)
            end = "\n" if percent == 100 else ""
            print(f"\r{what} [{bar:<25}] {percent:3}%", end=end, file=sys.stderr, flush=True)

    return draw


if __name__ == "__main__":
    run(main)

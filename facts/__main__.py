"""The command line of the facts: check, table, package, answer, fields."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import settings
from facts import problems
from facts.console import run, speak_utf8, write_whole
from facts.corpus import Corpus
from facts.field_reference import reference
from facts.load import load

_PRINTERS = {
    "text": problems.as_text,
    "github": problems.as_github,
    "json": problems.as_json,
}


def main(words: list[str] | None = None) -> int:
    """Runs a command; gives 0, or 1 for problems in the data, or 2 where no file can be written,
    or 3 for a question that no submission answers."""
    speak_utf8()
    asked = _parser().parse_args(words)
    if asked.command == "fields":
        print(reference(), end="")
        return 0
    folder = asked.data or settings.data_folder()
    if asked.command == "package":
        return _package(folder, asked.out)
    if asked.command == "answer":
        return _answer(folder, asked)
    return _check(folder, asked.format) if asked.command == "check" else _table(folder, asked)


def _check(folder: Path, form: str) -> int:
    corpus = load(folder, _shown(folder))
    printed = _PRINTERS[form](corpus.problems)
    if printed:
        print(printed)
    facts = sum(len(sub.facts) for sub in corpus.submissions)
    activities = sum(len(sub.activities) for sub in corpus.submissions)
    print(
        f"{_count(facts, 'fact', 'facts')}, {_count(activities, 'activity', 'activities')} proved "
        f"in {_count(len(corpus.submissions), 'submission', 'submissions')}; "
        f"{_count(len(corpus.problems), 'problem', 'problems')}.",
        file=sys.stderr,
    )
    return 1 if corpus.problems else 0


def _table(folder: Path, asked: argparse.Namespace) -> int:
    from facts import frame as table  # pandas is slow to import, and checking does not need it
    from facts.frame import frame

    corpus = load(folder, _shown(folder))
    rows = frame(corpus)
    text = table.as_csv(rows) if asked.format == "csv" else table.as_json(rows)
    _tell_of_problems(corpus)
    if asked.out is None:
        sys.stdout.write(text)
        return 0
    try:
        if asked.out.resolve().is_relative_to(folder.resolve()):
            print(f"{asked.out} lies in the data, which are not written over. "
                  "Fix: name a file outside the data folder.", file=sys.stderr)  # fmt: skip
            return 2
        write_whole(asked.out, text.encode())
    except (OSError, RuntimeError) as error:  # the second: links in a ring
        reason = getattr(error, "strerror", None) or error
        print(f"{asked.out} cannot be written: {reason}.", file=sys.stderr)
        return 2
    return 0


def _package(folder: Path, out: Path) -> int:
    from facts.package import Refused, write_package  # pandas again

    corpus = load(folder, _shown(folder))
    _tell_of_problems(corpus)
    try:
        files = write_package(corpus, folder, out)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    facts = _count(sum(len(sub.facts) for sub in corpus.submissions), "fact", "facts")
    print(f"{facts} in {_count(len(files), 'file', 'files')}: {out}", file=sys.stderr)
    return 0


def _answer(folder: Path, asked: argparse.Namespace) -> int:
    from answers.answer import answer, as_json, as_lines  # pandas again, the words of the pages
    from facts.frame import frame, reached

    corpus = load(folder, _shown(folder))
    _tell_of_problems(corpus)
    found = answer(" ".join(asked.question), reached(frame(corpus)), corpus)
    print(as_json(found) if asked.json else as_lines(found))
    return 0 if found.answered else 3


def _tell_of_problems(corpus: Corpus) -> None:
    if corpus.problems:
        count = _count(len(corpus.problems), "problem", "problems")
        left = "what they concern is left out; python -m facts check tells them."
        print(f"{count} in the data: {left}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m facts", description="Facts, proved.")
    parser.add_argument("--version", action="version", version=settings.VERSION)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="prove every fact; exit 1 where there is a problem")
    check.add_argument("--format", choices=list(_PRINTERS), default="text")
    tidy = commands.add_parser("table", help="print the tidy table, a row per proved fact")
    tidy.add_argument("--format", choices=["csv", "json"], default="csv")
    tidy.add_argument("--out", type=Path, metavar="FILE", help="write to this file, whole or not")
    package = commands.add_parser("package", help="write a Frictionless Data Package, version 2")
    package.add_argument("--out", type=Path, metavar="DIR", required=True, help="its folder")
    told = commands.add_parser("answer", help="which number to say; exit 3 where none is stated")
    told.add_argument("question", nargs="*", help="in your own words: members in 2018")
    told.add_argument("--json", action="store_true", help="one object, for programs")
    for command in (check, tidy, package, told):
        command.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    commands.add_parser("fields", help="print the field reference, docs/fields.md")
    return parser


def _shown(folder: Path) -> str:
    """The folder as problems name it: from here where it lies below, else as given."""
    try:
        return folder.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return folder.as_posix()


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


if __name__ == "__main__":
    run(main)

"""The commands that make files, whole or not at all, and say why one could not be made."""

from __future__ import annotations

import argparse
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

from charts import paging, registry
from charts.registry import offered, unknown
from decks.deck import read_deck
from drawing.browser_pictures import NoBrowser
from drawing.picture import LEAST, MOST, SIZES, wrong_size
from export import figures
from export.figures import Job
from export.file_formats import FORMATS, file_name_of, files_of
from export.refresh import refresh_report
from export.refresh.pptx_package import BadFile
from export.refresh.refresh import refresh
from export.slides.deck_file import write_deck
from export.talk.talk_deck import read_talk
from export.talk.talk_file import write_html as as_html
from export.talk.talk_file import write_pdf
from facts.console import write_whole
from facts.problems import as_text
from facts.store import Snapshot

LARGEST_FILE = 200_000_000
TALK_MAKERS = {".html": as_html, ".htm": as_html, ".pdf": write_pdf}


class NotMade(Exception):
    """Why a file was not made, and the cure; `exit` is what the command line gives back."""

    def __init__(self, why: str, code: int = 2) -> None:
        super().__init__(why)
        self.exit = code


def make_figure(asked: argparse.Namespace, snapshot: Snapshot) -> int:
    """One figure as one file, its metadata beside it where it is a CSV. Raises NotMade."""
    form = asked.format or asked.out.suffix.lstrip(".").casefold()
    if form not in FORMATS:
        raise NotMade(f"Which format? Fix: --format with one of {', '.join(FORMATS)}.")
    job = _job(asked, snapshot, asked.name, _choices(asked, snapshot))
    if job is None:
        raise NotMade(f"The data hold nothing that {asked.name} could draw.", 1)
    try:
        files = files_of(form, job, asked.out.name)
    except (NoBrowser, ValueError) as error:
        raise NotMade(f"{asked.out.name} was not made. {error}", 1) from error
    write_files({asked.out.with_name(name): data for name, data in files.items()})
    return 0


def make_all(asked: argparse.Namespace, snapshot: Snapshot) -> int:
    """Every figure in every format into a folder; what cannot be made is told at the end."""
    left_out: dict[str, list[str]] = {}
    made = 0
    folder: Path = asked.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotMade(f"{folder} cannot be made: {error.strerror}.") from error
    for figure in registry.charts_of(snapshot):
        job = _job(asked, snapshot, figure, {})
        if job is None:
            left_out.setdefault("The data hold nothing that it could draw.", []).append(figure)
            continue
        for form in FORMATS:
            name = file_name_of(job, form)
            try:
                files = files_of(form, job, name)
            except (NoBrowser, ValueError) as error:
                left_out.setdefault(str(error), []).append(name)
                continue
            write_files({folder / name: data for name, data in files.items()})
            made += len(files)
    print(f"{made} files: {folder}", file=sys.stderr)
    for why, names in left_out.items():
        print(f"Not made: {', '.join(names)}. {why}", file=sys.stderr)
    return 1 if left_out else 0


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises NotMade."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NotMade(f"{path} is larger than {LARGEST_FILE:,} bytes.")
        return path.read_bytes()
    except OSError as error:
        raise NotMade(f"{path} cannot be read: {error.strerror}.") from error


def _job(
    asked: argparse.Namespace, snapshot: Snapshot, name: str, choices: dict[str, str]
) -> Job | None:
    width, height = _size(asked.size)
    job = figures.job(snapshot, name, choices)
    given = {"mode": asked.mode, "with_title": not asked.no_title}
    return replace(job, width=width, height=height, **given) if job else None


def _choices(asked: argparse.Namespace, snapshot: Snapshot) -> dict[str, str]:
    chosen = dict(one.partition("=")[::2] for one in asked.choice)
    if wrong := unknown(snapshot, asked.name, chosen):
        known = [
            f"{key}={'|'.join(values)}" for key, values in offered(snapshot, asked.name).items()
        ]
        if (last := registry.count_pages(snapshot, asked.name)) > 1:
            known.append(f"{paging.KEY}=1 to {last}")
        what = f"{asked.name} does not offer {wrong}={chosen[wrong]}."
        raise NotMade(f"{what} Fix: {'; '.join(known) or 'leave --choice out'}.")
    return chosen


def _size(text: str) -> tuple[int, int]:
    if text in SIZES:
        return SIZES[text]
    found = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(low <= side <= high for side, low, high in zip(size, LEAST, MOST, strict=True)):
        what = f"{text} is no size. Fix: {', '.join(SIZES)}, or width x height in px as 1200x800."
        raise NotMade(f"{what} {wrong_size()}")
    return size


def write_files(files: dict[Path, bytes]) -> None:
    """Each file whole or not at all. Raises NotMade."""
    for path, data in files.items():
        if path.suffix.casefold() in (".yaml", ".yml") and os.path.lexists(path):
            what = f"{path} is YAML, which holds data or a deck, and is not written over."
            raise NotMade(f"{what} Fix: another name behind --out.")
        try:
            write_whole(path, data)
        except OSError as error:
            raise NotMade(f"{path} cannot be written: {error.strerror}.") from error


def make_deck(asked: argparse.Namespace, snapshot: Snapshot) -> int:
    """A deck file as slides; with a problem in it nothing is written. Raises NotMade."""
    found, problems = read_deck(read_file(asked.deck), asked.deck.as_posix())
    if found is None or problems:
        raise NotMade(as_text(problems), 1)
    template = read_file(asked.template) if asked.template else None
    try:
        data = write_deck(found, snapshot, template)
    except ValueError as error:
        raise NotMade(f"{asked.out.name} was not made. {error}", 1) from error
    write_files({asked.out: data})
    return 0


def make_refreshed(asked: argparse.Namespace, snapshot: Snapshot) -> int:
    """Writes the new file whole and tells the report; the old one is never touched.

    Gives 0, or 6 where something could not be matched. Raises NotMade, and nothing is written.
    """
    if _same_file(asked.old, asked.out):
        raise NotMade(f"{asked.out} is the old file itself. Fix: another name behind --out.")
    try:
        done = refresh(read_file(asked.old), snapshot)
    except BadFile as error:
        raise NotMade(f"{asked.old}: {error}") from error
    write_files({asked.out: done.data})
    say = refresh_report.as_json if asked.report == "json" else refresh_report.as_text
    print(say(done.report))
    return done.report.exit


def _same_file(old: Path, new: Path) -> bool:
    """Whether two paths are one file, by whatever names."""
    try:
        return old.resolve() == new.resolve() or (new.exists() and old.samefile(new))
    except (OSError, RuntimeError):
        return False


def make_talk(asked: argparse.Namespace, snapshot: Snapshot) -> int:
    """Writes the talk; 1 where a slide says that it cannot be shown. Raises NotMade."""
    maker = TALK_MAKERS.get(asked.out.suffix.casefold())
    if maker is None:
        raise NotMade(f"{asked.out.name}: a talk is a file .html or .pdf.")
    deck, problems = read_talk(read_file(asked.deck), asked.deck.as_posix(), snapshot)
    if deck is None:
        raise NotMade(as_text(problems), 1)
    try:
        write_files({asked.out: maker(deck, snapshot)})
    except NoBrowser as error:
        raise NotMade(f"{asked.out.name} was not made. {error}", 1) from error
    told = [f"Slide {at}: {said}" for at, one in enumerate(deck.slides, 1) for said in one.missing]
    for line in (as_text(problems), *told):
        if line:
            print(line, file=sys.stderr)
    return 1 if told or problems else 0

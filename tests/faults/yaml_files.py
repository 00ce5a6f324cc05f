"""The door of the YAML files in the data folder: spoiled ones are told, and the rest stays proved.

What is in the frame afterwards is proved by other means than the checker's (tests/faults/proof.py).
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from charts import registry
from export import figures
from facts.corpus import Corpus
from facts.disk import Disk
from facts.frame import frame
from facts.load import Memory, load
from facts.store import Snapshot
from tests.faults import proof
from tests.faults.door import Bad, must
from tests.faults.folders import CATALOGUE, SHOWN, Folder, folder
from tests.faults.yaml_text import spoiled

NAME = "yaml"
SHARE = 380
NAMES = ("a\nb", "شبكة", "-rf", "x" * 200, "b\udcffd", "a b", "<b>", "A", "..x", "a:b", "a\u202eb")


def inputs(chance: Random) -> Iterator[Bad]:
    """A file of the folder spoiled once or twice, or something else in its place."""
    while True:
        kind = "real" if chance.random() < 0.12 else "small"
        held = folder(kind)
        own = f"submissions/{held.bad}/submission.yaml"
        name = chance.choice((own, own, own, own, *CATALOGUE))
        if chance.random() < 0.06:
            odd = chance.choice(sorted(ODD))
            yield Bad(f"{kind}: {odd} for {name}", {}, (kind, name, odd, chance.choice(NAMES)))
            continue
        what, data = spoiled(held.files[name], chance)
        if chance.random() < 0.15:
            more, data = spoiled(data, chance) if data.strip() else ("", data)
            what = f"{what}, {more}"
        draw = chance.choices(("drawn", "twice", ""), (1, 8, 31))[0]
        yield Bad(f"{kind}: {what} in {name}", {name: data}, (kind, name, "", draw))


def try_one(given: Bad) -> None:
    """Loads the folder afresh; now and then also through a memory that knew it before, or drawn."""
    kind, name, odd, extra = given.words
    held = folder(kind)
    memory = Memory(Disk(held.path))
    if odd or extra == "twice":
        load(held.path, SHOWN, memory)
    with held.holding(given.files) as path:
        if odd:
            ODD[odd](path / name, extra)
        corpus = load(path, SHOWN)
        judge(held, corpus, name, odd != "no submissions")
        if memory.catalogue:
            again = load(path, SHOWN, memory)
            must(again == corpus, "who looked before sees something else than who looks afresh")
        if extra == "drawn":
            draw(corpus)
    if memory.catalogue:
        must(load(held.path, SHOWN, memory) == held.sound, "put right again, it is not as before")


def judge(held: Folder, corpus: Corpus, name: str, beside: bool = True) -> None:
    """What is left is proved, what is wrong has a place, and the submission beside it stays."""
    proof.proved(corpus, held.path)
    proof.told(corpus.problems, held.path, SHOWN)
    if beside and name not in CATALOGUE:
        was, now = held.sound.submission(held.good), corpus.submission(held.good)
        must(was == now, "a good submission beside a bad one is not as it was")


def draw(corpus: Corpus) -> None:
    """Every figure of what is left is made or left out; none fails."""
    rows = frame(corpus)
    shown = Snapshot(corpus, rows, corpus.problems, "")
    refs = set(rows["ref"])
    for figure in registry.CHARTS:
        job = figures.job(shown, figure)
        if job is not None:
            said = {item.ref for item in job.receipt.items if item.says}
            known = {one.ref for sub in corpus.submissions for one in sub.activities}
            must(said <= refs | known, f"{figure} shows what is no fact: {said - refs - known}")


def _gone(path: Path) -> Path:
    path.unlink()
    return path


def _folder(path: Path, _name: str) -> None:
    _gone(path).mkdir()


def _pipe(path: Path, _name: str) -> None:
    os.mkfifo(_gone(path))


def _socket(path: Path, _name: str) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        try:
            os.chdir(_gone(path).parent)
            made.bind(path.name)
        finally:
            os.chdir(here)


def _link(to: str) -> Callable[[Path, str], None]:
    def make(path: Path, _name: str) -> None:
        _gone(path).symlink_to(to)

    return make


def _loop(path: Path, _name: str) -> None:
    _gone(path).symlink_to(path.name)


def _beside(path: Path, name: str) -> None:
    """A folder of an odd name beside the submissions, with a sound submission of another id."""
    above = path.parents[1] if "submissions" in path.parts else path.parent / "submissions"
    if above.name == "submissions":
        shutil.copytree(min(above.iterdir()), above / name)


def _file_for_folder(path: Path, name: str) -> None:
    above = path.parents[1] if "submissions" in path.parts else path.parent / "submissions"
    (above / name).write_bytes(b"x")


def _no_submissions(path: Path, _name: str) -> None:
    (path.parents[2] if "submissions" in path.parts else path.parent).joinpath(
        "submissions"
    ).rename(path.parents[2 if "submissions" in path.parts else 0] / "gone")


ODD: dict[str, Callable[[Path, str], None]] = {
    "nothing": lambda path, _name: path.unlink(),
    "a folder": _folder,
    "a pipe": _pipe,
    "a socket": _socket,
    "a link to a password": _link("/etc/passwd"),
    "a link to an endless device": _link("/dev/zero"),
    "a link to nowhere": _link("nowhere"),
    "a link to itself": _loop,
    "an odd name": _beside,
    "a file for a folder": _file_for_folder,
    "no submissions": _no_submissions,
}

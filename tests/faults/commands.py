"""The door of the command lines: every mistake ends in a sentence and its own exit code."""

# ruff: noqa: E501 (lists of strange words)
from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

from export.__main__ import main as export_main
from extract.__main__ import main as extract_main
from facts.__main__ import main as facts_main
from tests.faults.door import Bad, must
from tests.faults.folders import folder
from tests.faults.yaml_text import spoiled

NAME = "commands"
SHARE = 50
CODES = {"facts": {0, 1, 2}, "export": {0, 1, 2, 3, 4, 5, 6}, "extract": {0, 2}}
MAINS = {"facts": facts_main, "export": export_main, "extract": extract_main}
PLACES = (
    "out.csv", "out", "out.pptx", "out.svg", "out.html", "out.xlsx", "no/such/out.csv", "a-folder",
    "", ".", "x" * 300, "out.", "link", "pipe", "-", "--",
    "a-file/under", "\udcff.csv", "DATA", "DATA/submissions", "DATA/organisation.yaml", "a-file",
    "out.png", "out.pdf", "out.zip", "data.txt", "deck.yaml", "~", "new\nline.csv",
)  # fmt: skip
WORDS = (
    "--format", "csv", "json", "text", "github", "svg", "html", "--out", "--data", "--choice", "show=x",
    "show=members", "=", "--size", "slide", "0x0", "99999x99999", "1200x800", "1e3x9", "--mode", "dark",
    "--no-title", "--code", "NE-3F9AK2T", "", "--help", "-h", "--report", "--template", "--json",
    "--all", "--password", "x", "network", "figure", "list", "check", "\udcff", "--out=", "@file",
)  # fmt: skip
BEGUN = {
    "facts": (("check",), ("table",), ("table", "--out"), ("package", "--out"), ("fields",), ()),
    "export": (("list",), ("figure", "network", "--out"), ("verify",), ("verify", "--code"),
               ("deck", "deck.yaml", "--out"), ("refresh", "a-file", "--out"), ("deck",), (),
               ("present", "deck.yaml", "--out"), ("refresh",), ("figure",)),
    "extract": (("read",), ("read", "data.txt", "--out"), ("candidates",), ("draft",), ()),
}  # fmt: skip


def inputs(chance: Random) -> Iterator[Bad]:
    """A program, the begin of a command, and whatever may stand behind it."""
    while True:
        program = chance.choice(("facts", "facts", "export", "extract"))
        words = list(chance.choice(BEGUN[program]))
        if words:
            words.append(chance.choice(PLACES))
        for _each in range(chance.choice((0, 0, 1, 2, 4))):
            words.insert(chance.randrange(len(words) + 1), chance.choice((*WORDS, *PLACES)))
        if "--data" not in words and chance.random() < 0.9:
            words += ["--data", "DATA" if chance.random() < 0.8 else chance.choice(PLACES)]
        files = {}
        if chance.random() < 0.3:
            name, data = chance.choice(sorted(folder("small").files.items()))
            files = {name: spoiled(data, chance)[1]}
        yield Bad(f"{program} {' '.join(words)[:70]!r}", files, (program, *words))


def try_one(given: Bad) -> None:
    """Runs it in a folder of its own; the data are as before, and no half file is left."""
    program, *words = given.words
    held = folder("small")
    with held.holding(given.files) as data, tempfile.TemporaryDirectory() as made:
        here = Path(made)
        _furnish(here)
        before = _state(data)
        # Commands write where they are told to: no word may name a place outside of the two folders.
        must(not any("/" in one[:1] or "=/" in one or "../" in one for one in words), "a real path")
        words = [one.replace("DATA", str(data)) for one in words]
        code, said = _run(program, words, here)
        must(code in CODES[program], f"exit code {code}")
        must("Traceback" not in said, "a traceback")
        must(code == 0 or said.strip(), f"exit code {code}, and no word")
        must(_state(data) == before, "the data were changed")
        parts = [one.name for one in here.rglob("*") if one.name.endswith(".part")]
        must(not parts, f"half a file is left: {parts}")


def _furnish(here: Path) -> None:
    (here / "a-folder").mkdir()
    (here / "a-folder" / "mine.txt").write_text("Kept.")
    (here / "a-file").write_bytes(b"PK\x03\x04 not really")
    (here / "data.txt").write_text("We have 12 members in over 10 countries.\n")
    (here / "deck.yaml").write_text("deck:\n  title: A\nslides:\n- {kind: title, title: B}\n")
    (here / "link").symlink_to("nowhere")
    (here / "file").write_text("check\n")


def _run(program: str, words: list[str], here: Path) -> tuple[object, str]:
    out, told = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _each in range(2))
    os.environ["CHROME"] = "/no/such/browser"
    try:
        with chdir(here), redirect_stdout(out), redirect_stderr(told):
            code: object = MAINS[program](words)
    except SystemExit as end:  # argparse's own way to refuse words
        code = end.code or 0
    finally:
        del os.environ["CHROME"]
    said = ""
    for stream in (out, told):
        stream.flush()
        said += stream.buffer.getvalue().decode("utf-8")
    must((here / "a-folder" / "mine.txt").read_text() == "Kept.", "another's file is gone")
    return code, said


def _state(data: Path) -> dict[str, bytes | None]:
    return {
        str(one.relative_to(data)): one.read_bytes() if one.is_file() else None
        for one in sorted(data.rglob("*"))
    }

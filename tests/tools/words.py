"""The code goes in; words/dashboard.pot, the list of all messages to translate, comes out.

`python -m tests.tools.words` writes it anew; a test holds that it is what the code says.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parents[2]
POT = ROOT / "words" / "dashboard.pot"
CODE = (
    *("dashboard.py", "settings.py", "words"),
    *("charts", "drawing", "answers", "decks", "export", "ui", "pages"),
)
KEYWORDS = {"_": 1, "N_": 1, "counted": 2}  # how many of the first arguments are messages
HEADER = """\
# Every message of the program, for translators: copy it to locale/XX/LC_MESSAGES/dashboard.po.
# Made by `make words`; words in {braces} are filled in by the program and stay as they are."""


def files() -> Iterator[Path]:
    """The modules that may hold words for readers."""
    for name in CODE:
        path = ROOT / name
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from sorted(path.rglob("*.py"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module that asks for a message, those inside f-strings too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in KEYWORDS:
                yield name, node


def found() -> Catalog:
    """The messages of the code, each once."""
    catalogue = Catalog(header_comment=HEADER, charset="utf-8")
    for path in files():
        place = path.relative_to(ROOT).as_posix()
        for name, call in calls(path):
            asked = call.args[: KEYWORDS[name]]
            written = tuple(str(one.value) for one in asked if isinstance(one, ast.Constant))
            if len(written) < KEYWORDS[name]:
                raise ValueError(f"{place}:{call.lineno}: a message must be written out here")
            catalogue.add(written if len(written) > 1 else written[0])
    return catalogue


def template() -> bytes:
    """The messages as a template, in the order of the alphabet, without dates that change."""
    written = io.BytesIO()
    write_po(written, found(), width=0, sort_output=True, include_lineno=False, omit_header=False)
    lines = written.getvalue().decode().splitlines(keepends=True)
    changing = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Project-Id')
    return "".join(line for line in lines if not line.startswith(changing)).encode()


def main() -> int:
    """Write the template where it differs; 0 always."""
    made = template()
    if not POT.exists() or POT.read_bytes() != made:
        POT.write_bytes(made)
        print(f"written: {POT.relative_to(ROOT).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

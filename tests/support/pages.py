"""The list of pages in ui/main.py goes in (read, not run); their files and addresses come out."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from tests.support.real import ROOT


@dataclass(frozen=True)
class Page:
    """A page: its file seen from ui/main.py, its English title, its address ("" is the first)."""

    file: str
    title: str
    address: str


def pages() -> tuple[Page, ...]:
    """Every page that the navigation lists, in its order."""
    tree = ast.parse((ROOT / "ui" / "main.py").read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 3:
            file, title, address = node.elts
            if isinstance(file, ast.Constant) and str(file.value).endswith(".py"):
                found.append(Page(str(file.value), _words(title), _words(address)))
    return tuple(found)


def _words(node: ast.expr) -> str:
    """The text of a constant, or of the message that is asked for; "" for None."""
    inner = node.args[0] if isinstance(node, ast.Call) else node
    assert isinstance(inner, ast.Constant)
    return str(inner.value or "")


PAGES = pages()
ADDRESSES = tuple(page.address for page in PAGES)

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
    return tuple(
        Page(file.value, title.args[0].value, address.value or "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Tuple) and len(node.elts) == 3
        for file, title, address in [node.elts]
        if isinstance(file, ast.Constant)
        and isinstance(title, ast.Call)
        and isinstance(title.args[0], ast.Constant)
        and isinstance(address, ast.Constant)
    )


PAGES = pages()
ADDRESSES = tuple(page.address for page in PAGES)

"""A browser page goes in, the serious faults that axe-core finds in it come out."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

# What Streamlit itself draws and a page cannot change: rule, a part of the selector, and why.
STREAMLIT_OWN: tuple[tuple[str, str, str], ...] = ()


@cache
def script() -> str:
    """axe-core as it is shipped with the package that pins it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Each serious or critical fault: rule, what is wrong, where."""
    page.evaluate(script())
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']}))")
    return [
        f"{fault['id']}: {fault['help']}: {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
        if not _streamlits(fault["id"], " ".join(map(str, node["target"])) + node["html"])
    ]


def _streamlits(rule: str, place: str) -> bool:
    return any(rule == known and part in place for known, part, _why in STREAMLIT_OWN)

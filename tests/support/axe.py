"""A browser page goes in, the serious faults that axe-core finds in it come out."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

_SECTIONS = "Streamlit's navigation puts the sections of its list of pages between <ul> and <li>"
# What Streamlit itself draws and a page cannot change: rule, the part it stands in, and why.
STREAMLIT_OWN: tuple[tuple[str, str, str], ...] = (
    ("list", "[data-testid=stSidebarNavItems]", _SECTIONS),
    ("listitem", "[data-testid=stSidebarNavItems]", _SECTIONS),
)
RUN = """async own => {
  const found = (await axe.run(document, {resultTypes: ['violations']})).violations
  const inside = (rule, node) => own.some(([known, part]) => known === rule
    && document.querySelector(node.target[0])?.closest(part))
  return found.filter(fault => ['serious', 'critical'].includes(fault.impact))
    .flatMap(fault => fault.nodes.filter(node => !inside(fault.id, node))
      .map(node => [fault.id, fault.help, node.target.join(' '), node.html.slice(0, 160)]))
}"""


@cache
def script() -> str:
    """axe-core as it is shipped with the package that pins it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Each serious or critical fault: rule, what is wrong, where."""
    page.evaluate(script())
    own = [[rule, part] for rule, part, _why in STREAMLIT_OWN]
    return [": ".join(fault) for fault in page.evaluate(RUN, own)]

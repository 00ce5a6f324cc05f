"""The order of the folders: what may import what, how long a module and a function may be."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.real import ROOT

# Each folder with what it may import of this project. `settings`, which reads the environment
# once and imports nothing of ours, is open to all.
MAY: dict[str, set[str]] = {
    "words": {"facts"},
    "language": set(),
    "facts": {"language"},
    "extract": {"facts", "language"},
    "curate": {"extract", "facts", "language"},
    "charts": {"words", "facts", "language"},
    "drawing": {"charts", "words", "facts", "language"},
    "answers": {"charts", "words", "facts", "language"},
    "decks": {"charts", "words", "facts", "language"},
    "export": {"decks", "drawing", "charts", "words", "facts", "language"},
    "ui": {
        "curate",
        "extract",
        "export",
        "decks",
        "answers",
        "drawing",
        "charts",
        "words",
        "facts",
        "language",
    },
    "pages": {"ui", "curate", "extract", "export", "decks", "charts", "words", "facts", "language"},
    "dashboard.py": {"ui"},
    "settings.py": set(),
    "facts/__main__.py": {"answers"},  # a command stands above what it calls
}
# Packages that only these may import; the others of a folder may not.
ONLY = {
    "streamlit": ("dashboard.py", "ui", "pages"),
    "starlette": ("ui",),
    "plotly": ("drawing", "ui/figures/chart.py", "ui/figures/chart.py"),
    "pptx": ("export",),
    "xlsxwriter": ("export",),
    "yaml": ("facts", "curate"),
    "ruamel": ("curate",),
    "filelock": ("curate",),
}
OURS = {Path(name).stem for name in MAY}


def modules(*tops: str) -> list[Path]:
    """The modules of these folders and files that are there."""
    found = []
    for top in tops:
        path = ROOT / top
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


CODE = modules(*MAY)
EACH = pytest.mark.parametrize("module", CODE, ids=lambda path: str(path.relative_to(ROOT)))


def imports(module: Path) -> Iterator[str]:
    """The full names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: an import must name its whole path"
            yield str(node.module)


def top_of(module: Path) -> str:
    """The folder, or the file beside the folders, that a module is of."""
    return module.relative_to(ROOT).parts[0]


def test_the_code_is_found():
    assert {top_of(module) for module in CODE} >= {"facts", "charts", "ui", "pages", "words"}
    assert "plotly.graph_objects" in set(imports(ROOT / "drawing" / "plotly_lines.py"))


@EACH
def test_imports_point_one_way(module: Path):
    top, place = top_of(module), module.relative_to(ROOT).as_posix()
    used = {name.partition(".")[0] for name in imports(module)} & OURS
    assert used - {Path(top).stem, "settings"} <= MAY[top] | MAY.get(place, set())


@EACH
def test_each_package_is_used_only_where_it_belongs(module: Path):
    place = module.relative_to(ROOT).as_posix()
    for package in {name.partition(".")[0] for name in imports(module)} & set(ONLY):
        allowed = any(place == one or place.startswith(f"{one}/") for one in ONLY[package])
        assert allowed, f"{place} imports {package}"


@EACH
def test_every_package_is_named_in_the_requirements(module: Path):
    text = (ROOT / "requirements.in").read_text(encoding="utf-8").casefold()
    # Those named in the code stand first; the others are only what these need.
    named = text.partition("# not named in the code")[0]
    names = {"yaml": "pyyaml", "ruamel": "ruamel.yaml", "pptx": "python-pptx", "PIL": "pillow"}
    for name in {name.partition(".")[0] for name in imports(module)} - OURS:
        if name not in sys.stdlib_module_names:
            assert f"\n{names.get(name, name)}==" in named, name


@EACH
def test_a_module_is_short_and_says_what_goes_in_and_out(module: Path):
    text = module.read_text(encoding="utf-8")
    tree = ast.parse(text)
    if text.strip():
        assert ast.get_docstring(tree), "no docstring"


@EACH
def test_a_function_is_short(module: Path):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno + 1 <= 40, node.name


@pytest.mark.parametrize(
    "module",
    [path for path in CODE if path.name == "__init__.py" and top_of(path) != "words"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_nothing_hides_in_an_init(module: Path):
    # Words, imports and lists of names: nothing that does something when the folder is imported.
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        assert isinstance(node, ast.Expr | ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign)
        assert not any(isinstance(inner, ast.Call) for inner in ast.walk(node))


@pytest.mark.parametrize("module", modules("facts", "charts", "answers"), ids=lambda p: p.name)
def test_the_core_reads_no_clock_and_no_environment(module: Path):
    text = module.read_text(encoding="utf-8")
    for call in ("os.environ", "date.today(", "datetime.now("):
        assert call not in text, call


def test_words_by_language_are_looked_up_by_one_function():
    # The others have tables of their own, or ask for English words on purpose.
    looked_up = re.compile(r"""\[["']en["']\]|\.get\(["']en""")
    found = {
        module.relative_to(ROOT).as_posix()
        for module in CODE
        if looked_up.search(module.read_text(encoding="utf-8"))
    }
    assert found == {
        "facts/vocabulary.py",
        "language/countries.py",
        "curate/validation.py",
    }


def test_nothing_of_one_organisation_is_in_the_code():
    for module in CODE:
        assert "ecpat" not in module.read_text(encoding="utf-8").casefold(), module


def test_nothing_in_the_screens_is_called_like_a_folder_of_the_project():
    # Streamlit looks for modules in ui/ before it looks in the root.
    assert not {path.stem for path in (ROOT / "ui").iterdir()} & OURS


def test_a_press_is_answered_before_the_page_is_drawn():
    # What a press does while the page is drawn is missing in what was drawn, and kept, before it.
    # Only a dialog may be opened so, and closed.
    late = {
        module.relative_to(ROOT).as_posix(): ast.unparse(node)
        for module in modules("ui", "pages")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith((".button", ".form_submit_button"))
        and "on_click" not in {one.arg for one in node.keywords}
    }
    assert set(late) == {"ui/deck/deck_list.py", "ui/figures/downloads.py"}

"""The field reference is made from the classes and kept equal to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts.__main__ import main
from facts.field_reference import reference
from facts.model import Fact
from facts.validation_messages import hints

PAGE = Path(__file__).parents[2] / "docs" / "fields.md"


def test_the_page_is_the_one_that_the_classes_make() -> None:
    assert PAGE.read_text("utf-8") == reference(), "run: python -m facts fields > docs/fields.md"


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields"]) == 0
    assert capsys.readouterr().out == reference()


def test_fields_stand_under_the_names_of_the_yaml() -> None:
    rows = reference().splitlines()
    assert "| `from` | a date | yes | The first date. |" in rows
    assert "| `class` | one of: date, numbering, document_symbol, template_text, duration, " in (
        "\n".join(rows)
    )
    assert not [row for row in rows if row.startswith("| `") and row.endswith("|  |")]
    assert [f"| `{name}` |" in "\n".join(rows) for name in hints(Fact)] == [True] * len(hints(Fact))

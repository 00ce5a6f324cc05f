"""What the tests of facts share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.folder import DataFolder


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A small valid data folder."""
    return DataFolder(tmp_path / "data")

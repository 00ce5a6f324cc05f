"""The data folder is the one of the environment, or the one beside the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import settings


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    settings.data_folder.cache_clear()
    yield
    settings.data_folder.cache_clear()


def test_the_folder_beside_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTS_DATA", raising=False)
    assert settings.data_folder() == Path(settings.__file__).parent / "data"


def test_the_folder_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTS_DATA", "/srv/other")
    assert settings.data_folder() == Path("/srv/other")
    monkeypatch.setenv("FACTS_DATA", "/srv/third")
    assert settings.data_folder() == Path("/srv/other")  # read once

"""A command whose reader goes away must end quietly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from facts.console import CLOSED
from tests.support.real import ROOT


@pytest.mark.parametrize(
    "words",
    [
        ("facts", "table", "--format", "json"),
        ("facts", "fields"),
        ("export", "list"),
    ],
)
def test_a_reader_that_leaves_is_no_error(words: tuple[str, ...]):
    ran = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert ran.stdout is not None and ran.stderr is not None
    ran.stdout.close()
    said = ran.stderr.read().decode()
    assert (ran.wait(), "Traceback" in said) == (CLOSED, False)

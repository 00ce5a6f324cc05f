"""Texts that nobody writes, as large as a book: reading them ends, and soon.

A limit in seconds of the processor tells a square from a line: what grows as a square takes half a
minute or far more here, what grows in proportion a second or two. How costs grow is measured in
benchmarks/hostile.py, with more texts.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.real import ROOT

SIZE, SECONDS = 400_000, 12
READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from benchmarks.hostile import READERS
READERS[{reader!r}]({text})
print("read")
"""
TEXTS = {
    "a link whose end is escaped": ("Plain text", r"[a](b\)"),
    "a paragraph that is never begun": ("Sentences", "<p "),
    "an end of a row that never ends": ("Sentences", "</tr"),
    "nothing but spaces": ("Text file", " "),
    "nothing but spaces without a break": ("Text file", "\u00a0"),
    "a tag that never ends": ("HTML file", "<a x="),
    "an address that never ends": ("HTML file", "<https://a "),
    "an end that never ends": ("HTML file", "</"),
    "a comment that never ends": ("HTML file", "<!--"),
}


@pytest.mark.parametrize("what", TEXTS)
@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_reading_ends(what: str):
    reader, piece = TEXTS[what]
    text = f"({piece!r} * {SIZE})[:{SIZE}]"
    program = READ.format(seconds=SECONDS, reader=reader, text=text)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "read\n", (done.returncode, done.stderr[-500:])

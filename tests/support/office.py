"""The bytes of a PowerPoint file go in; the words that LibreOffice draws, and where, come out."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

CURE = (
    "Install LibreOffice Impress and poppler (on Debian: sudo apt-get install libreoffice-impress "
    "poppler-utils)."
)
MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True)
class Word:
    """A word as it is drawn, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """A slide as it is drawn."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """All words in the order in which they are drawn."""
        return " ".join(word.text for word in self.words)


@cache
def find_office() -> tuple[str, str]:
    """The paths of soffice and pdftotext. Raises RuntimeError with the cure."""
    office = shutil.which("soffice") or shutil.which("libreoffice") or (MAC.exists() and str(MAC))
    reader = shutil.which("pdftotext")
    if not office or not reader:
        raise RuntimeError(f"What draws slides for the tests was not found. {CURE}")
    return office, reader


def drawn(data: bytes, folder: Path) -> tuple[Sheet, ...]:
    """The slides of a file as LibreOffice draws them; `folder` is empty and the test's own."""
    office, reader = find_office()
    file = folder / "deck.pptx"
    file.write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    told = subprocess.run(
        [reader, "-bbox", str(folder / "deck.pdf"), "-"],
        check=True, capture_output=True, timeout=60,
    ).stdout.decode()  # fmt: skip
    return tuple(
        Sheet(
            float(wide),
            float(high),
            tuple(Word(unescape(text), *map(float, place)) for *place, text in _WORD.findall(body)),
        )
        for wide, high, body in _PAGE.findall(told)
    )

"""What the version before exported is read for ever: its receipt, its code, and what became of it.

The files were written before anything was renamed. A change of the data makes them superseded, and
never unreadable.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from export import figures
from export.file_formats import FORMATS, format_named
from export.formats import csv
from export.verify import verify, verify_code
from tests.export.made import small
from tests.support.real import real

BEFORE = Path(__file__).parents[1] / "support" / "before"
CODE = "NE-ZGDE9K3"
VERSION, WORDS = "3343bee87f02395e", "777a1d3443eddba0"
SAYS = ["93", "103", "over 100", "122", "106", "126", "108", "129"]


def before(name: str) -> bytes:
    return (BEFORE / name).read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_receipt_of_each_format_is_read(suffix: str):
    held = format_named(suffix).read_receipt(before(f"network.{suffix}"))
    assert held is not None
    assert (held.figure, held.view, held.code) == ("network", "network", CODE)
    assert (held.version, held.words) == (VERSION, WORDS)
    assert [one.says for one in held.items] == SAYS


@pytest.mark.parametrize("suffix", FORMATS)
def test_it_is_current_as_long_as_the_data_are(suffix: str):
    today = figures.job(real(), "network")
    assert today is not None
    found = verify(before(f"network.{suffix}"), f"network.{suffix}", real())
    same = today.receipt.code == CODE
    assert found.state == ("current" if same else "superseded")
    assert all(f"code {CODE}." in text for text in found.sentences) is same


@pytest.mark.parametrize("suffix", FORMATS)
def test_with_other_data_it_says_what_changed(suffix: str):
    found = verify(before(f"network.{suffix}"), f"network.{suffix}", small())
    assert found.state == "superseded"
    assert any("Members, CSTD 2025: “129” is no longer" in text for text in found.sentences)


def test_the_metadata_beside_a_csv_are_read():
    assert csv.beside(before("network.csv" + csv.BESIDE)) == ()


def test_the_slides_of_a_deck_are_read():
    found = verify(before("deck.pptx"), "deck.pptx", real())
    assert found.state in ("current", "superseded")
    assert {text.partition(":")[0] for text in found.sentences} >= {"network"}


def test_a_code_under_an_old_picture_or_talk_is_answered():
    assert CODE in before("talk.html").decode()
    assert verify(before("talk.html"), "talk.html", real()).state == "no_receipt"
    assert verify_code(CODE, real()).state in ("current", "superseded")

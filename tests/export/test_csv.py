"""A CSV must say what the receipt says, run nothing, and show what was changed in it."""

from __future__ import annotations

import csv as reader
import io
import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.figures import Job
from export.formats import csv
from export.receipt_io import KEYS, as_text, harmless, plain
from tests.export.made import EVERY, HOSTILE, hostile, job, real_job

# The first signs of what a spreadsheet runs, in full width too.
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def lines(data: bytes) -> list[list[str]]:
    return list(reader.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def kept(made: Job):
    """The receipt as a CSV alone can hold it."""
    return replace(made.receipt, title="", newest="", source="", note="")


def test_a_row_per_fact_begins_with_what_may_be_said():
    made = job()
    head, *rows = lines(csv.write(made))
    assert head == [*KEYS, "figure", "view", "link", "version", "code", "words"]
    whole = ["network", "network", "", made.receipt.version, made.receipt.code, made.receipt.words]
    assert rows[2] == [
        "over 100", "Countries", "100", "100", "", "more_than", "countries",
        "October 2021 to March 2022, inferred", "2021-10/2022-03 inferred", "Third 2022",
        "members and partners", "part 1",
        "they work in over 100 countries.", "The Network, Third 2022.", "third-2022/countries",
        *whole,
    ]  # fmt: skip
    assert [row[0] for row in rows] == ["93", "103", "over 100", "122", "106", "126", "108", "129"]


def test_spreadsheets_read_the_accents_and_the_ends_of_lines():
    data = csv.write(job())
    assert data.startswith(b"\xef\xbb\xbfsays,")
    assert data.count(b"\r\n") == data.count(b"\n") == 9


@pytest.mark.parametrize("name", EVERY)
def test_the_rows_are_read_back_whole(name: str):
    made = real_job(name)
    data = csv.write(made)
    assert csv.read_receipt(data) == kept(made)
    assert csv.differences(data, None) == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_and_no_letter_is_lost(text: str):
    made = hostile(text)
    data = csv.write(made)
    assert not [c for line in lines(data) for c in line if c.startswith(RUN)]
    assert csv.read_receipt(data) == kept(made)


@given(st.text())
def test_what_is_made_harmless_can_be_read_again(text: str):
    assert plain(harmless(text)) == text
    assert not harmless(text).startswith(RUN)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_its_value(number: float):
    assert float(as_text(number)) == number


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_file_that_another_program_saved_is_read(separator: str):
    made = job()
    out = io.StringIO()
    reader.writer(out, delimiter=separator).writerows(lines(csv.write(made)))
    data = out.getvalue().encode()  # no byte order mark either
    assert csv.read_receipt(data) == kept(made)
    assert csv.differences(data, None) == ()


def test_a_changed_number_is_found_by_the_version_alone():
    made = job()
    changed = csv.write(made).replace(b"129,Members,129,129,129", b"131,Members,131,131,131")
    version = made.receipt.version
    assert csv.differences(changed, None) == (
        f"The facts in the file do not give the data version that it carries, {version}.",
    )


def test_a_changed_number_is_named_where_the_facts_are_still_the_same():
    made = job()
    changed = csv.write(made).replace(b"129,Members,129,129,129", b"129,Members,131,129,129")
    assert csv.differences(changed, made.receipt) == (
        "Members, Fifth 2025: value is “131” in the file; the receipt holds “129”.",
    )
    less = csv.write(made).replace(b"129,Members,129,", b"129,Members,many,")
    assert csv.differences(less, made.receipt) == (
        "“129 many 129 129” is no number.",
        "Members, Fifth 2025: value is “many” in the file; the receipt holds “129”.",
    )


def test_a_row_taken_out_is_named():
    made = job()
    data = b"".join(
        line for line in csv.write(made).splitlines(True) if b"fifth-2025/m" not in line
    )
    assert csv.differences(data, made.receipt) == (
        "Members, Fifth 2025 is not in the file any more.",
    )


def test_rows_of_two_figures_in_one_file_are_told():
    whole, part = csv.write(job()), csv.write(job(show="members"))
    joined = whole + part.partition(b"\r\n")[2]
    assert csv.differences(joined, None) == ("The rows name different figures or versions.",)


def test_the_metadata_describe_the_columns_of_the_file():
    made = job()
    held = json.loads(csv.metadata(made, "network.csv"))
    assert held["url"] == "network.csv"
    assert held["@context"] == "http://www.w3.org/ns/csvw"
    assert [one["name"] for one in held["tableSchema"]["columns"]] == lines(csv.write(made))[0]
    numbers = [c["name"] for c in held["tableSchema"]["columns"] if c["datatype"] == "number"]
    assert numbers == ["value", "low", "high"]
    assert held["dc:title"] == made.spec.title
    assert held["rdfs:comment"] == made.spec.note
    assert held["notes"] == [
        {"type": "receipt", "receipt": json.loads(json.dumps(asdict(made.receipt)))}
    ]


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'says,ref\r\n"open', b"\x00" * 50,
     csv.write(job()).partition(b"\r\n")[0], csv.write(job()).replace(b"version", b"vision", 1)],
)  # fmt: skip
def test_what_is_no_figure_has_no_receipt(data: bytes):
    assert csv.read_receipt(data) is None
    assert csv.differences(data, None) == ()

"""What people upload by mistake or in malice: each file gets a clear sentence, no more."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from extract.documents.document import NeedsPassword, Unreadable
from extract.documents.read_document import plain_name, read_bytes, read_file
from tests.extract.printing import as_docx, as_pdf

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def refusal(data: bytes, name: str = "file.pdf", password: str | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, name, password)
    return str(caught.value)


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_renamed_picture():
    assert refusal(PNG) == (
        "This is a picture (PNG) under the name of a .pdf; it holds no text. Run text recognition "
        "(OCR) on it, or ask for the document itself."
    )


def test_a_scanned_pdf():
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    assert refusal(written(writer)) == (
        "This PDF holds pictures of pages and no text: it was scanned. Run text recognition (OCR) "
        "on it, or ask for the file that it was printed from."
    )


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf("We have 12 members.", head=""))))
    writer.encrypt("open sesame", algorithm="AES-256")
    return written(writer)


def test_an_encrypted_pdf_asks_for_its_password():
    with pytest.raises(NeedsPassword) as caught:
        read_bytes(encrypted(), "file.pdf")
    assert str(caught.value) == (
        "This PDF is encrypted. Give the password with which it opens (--password)."
    )
    assert refusal(encrypted(), password="wrong").startswith("The password is wrong.")
    assert read_bytes(encrypted(), "file.pdf", "open sesame").text == "We have 12 members.\n"


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", as_pdf("Words")[:300], b"%PDF-"])
def test_a_broken_pdf(data):
    assert refusal(data) == (
        "This PDF is damaged and cannot be read. Open it in a PDF program and save it again."
    )


def test_ten_thousand_pages():
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    for _ in range(9_999):
        writer.add_page(page)
    assert refusal(written(writer)) == (
        "This PDF has 10,000 pages; up to 2,000 are read. Split it and read the parts."
    )


def test_a_pdf_that_unpacks_without_end():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf("Words"))))
    stream = StreamObject()
    stream.set_data(zlib.compress(b"BT (x) Tj ET " * 10_000_000, 9))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    data = written(writer)
    assert len(data) < 1_000_000
    assert refusal(data) == (
        "This PDF unpacks to far more than its size, as no honest document does. It was not read."
    )
    assert read_bytes(as_pdf("Words", head=""), "fine.pdf").text == "Words\n"


def test_a_word_file_that_unpacks_without_end():
    bomb = packed({"word/document.xml": bytes(250_000_000)})
    assert len(bomb) < 1_000_000
    assert refusal(bomb, "x.docx") == (
        "This file unpacks to far more than its size, as no honest document does. It was not read."
    )


def test_a_word_file_with_entities():
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert refusal(packed({"word/document.xml": laughs}), "x.docx") == (
        "This file holds a kind of XML that no document needs. It was not read."
    )


def test_a_broken_word_file():
    expected = (
        "This file is damaged: it cannot be unpacked. Open it in the program that made it and "
        "save it again."
    )
    assert refusal(as_docx("Words")[:-200], "x.docx") == expected
    assert refusal(packed({"word/document.xml": b"<w:p"}), "x.docx") == expected


def test_an_old_word_file_and_a_spreadsheet():
    assert refusal(b"\xd0\xcf\x11\xe0" + bytes(99), "x.docx").startswith("This is an old Word file")
    assert refusal(packed({"xl/workbook.xml": b"<x/>"}), "x.docx") == (
        "This packed file is no document: neither Word nor OpenDocument text."
    )


def test_five_hundred_megabytes(tmp_path):
    file = tmp_path / "large.pdf"
    with file.open("wb") as out:
        out.truncate(500_000_000)
    with pytest.raises(Unreadable) as caught:
        read_file(file)
    assert str(caught.value) == (
        "This file has 500 MB; up to 50 MB are read. Save it with smaller pictures, or split it."
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\x.txt", "x.txt"),
        ("a\x1b[2Jb", "a[2Jb"),
        ("../", "document"),
    ],
)
def test_names_that_climb(name, shown):
    assert plain_name(name) == shown
    assert read_bytes(b"12 members", name).name == shown


def test_nothing_there_empty_folder_and_bytes(tmp_path):
    for path, sentence in [
        (tmp_path / "none", "There is no such file."),
        (tmp_path, "This is no file; give the path of a document."),
        (Path("a\0b"), "This file cannot be opened: its name cannot be used."),
    ]:
        with pytest.raises(Unreadable) as caught:
            read_file(path)
        assert str(caught.value) == sentence
    assert refusal(b"", "x.txt") == "This file is empty."
    assert refusal(b"a\0b", "x.txt") == "This file is no text: it holds bytes that no text has."
    assert refusal(b" \n", "x.txt") == "This document holds no text."


def test_text_from_right_to_left_and_in_other_languages():
    arabic = read_bytes("تعمل المنظمة في 12 بلدا مع 40 عضوا".encode(), "x.txt")
    assert arabic.notes[0] == "This text runs from right to left: look whether its order was kept."
    french = read_bytes("Nous avons formé 12 juges dans les écoles.".encode("cp1252"), "x.txt")
    assert french.text == "Nous avons formé 12 juges dans les écoles."
    assert french.notes == (
        "The file is not UTF-8; it was read as Windows-1252. Look whether accents are right.",
    )


@pytest.mark.parametrize("page", ["<![foo[x]]>", "<p>a</p><![x[>y]]>", "<![ >]]>", "<![-x[a]]>"])
def test_a_section_that_no_page_has_is_told(page: str):
    with pytest.raises(Unreadable, match="This page is damaged: a part that begins with <!\\["):
        read_bytes(page.encode(), "x.html")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a</p> x < y and 5 <", "a\n\nx < y and 5 <\n"),
        ("<p>a</p><p class='b", "a\n\n<p class='b\n"),
        ("<!-- gone --><p>a</p><!-- kept", "a\n\n<!-- kept\n"),
        ("a<!-- <p>gone</p> -->b", "ab\n"),
        ("a<![if !mso]>b<![endif]>c<![CDATA[gone]]>d", "abcd\n"),
        ("<script>if (a<b) gone</script>c<style>p>q{}</style>d", "cd\n"),
        ("<svg><g></p></g></svg>a<div hidden><div>gone</div></div>b", "ab\n"),
    ],
)
def test_what_has_no_end_is_read_as_words_and_all_else_as_before(page: str, words: str):
    assert read_bytes(page.encode(), "x.html").text == words

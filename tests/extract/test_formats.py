"""DOCX, ODT, HTML and plain text: what is read, in which order, and what is said to be left out."""

from __future__ import annotations

from extract.documents.read_document import read_bytes
from tests.extract.test_bad_input import packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    more = {
        name.replace("__", "/").replace("_x", ".x"): text.encode() for name, text in parts.items()
    }
    return packed({"word/document.xml": document.encode(), **more})


def p(text: str, props: str = "") -> str:
    return f"<w:p>{props}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_word_changes_are_accepted_and_comments_left_out():
    body = (
        "<w:p><w:r><w:t>We have </w:t></w:r><w:del><w:r><w:delText>126</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>129</w:t></w:r></w:ins><w:r><w:t> members.</w:t></w:r>"
        "<w:r><w:commentReference/></w:r></w:p>"
    )
    document = read_bytes(docx(body, word__comments_xml="<c>is it 130?</c>"), "x.docx")
    assert document.text == "We have 129 members.\n"
    assert document.notes == ("Tracked changes were read as accepted.", "Comments were left out.")


def test_word_footnotes_tables_boxes_and_headings():
    body = (
        p("Findings", '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>')
        + '<w:p><w:r><w:t>One claim.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        + f"<w:tbl><w:tr><w:tc>{p('2022')}</w:tc><w:tc>{p('45')}</w:tc></w:tr></w:tbl>"
        + f"<w:p><w:r><w:pict><w:txbxContent>{p('In a box: 7.')}</w:txbxContent></w:pict></w:r>"
        + "</w:p>"
        + '<w:p><w:r><w:t>The 28</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        + "<w:t>th</w:t></w:r></w:p>"
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p("126 of 106.")}</w:footnote></w:footnotes>'
    document = read_bytes(docx(body, word__footnotes_xml=notes), "x.docx")
    assert document.text == (
        "## Findings\n\nOne claim.<sup>1</sup>\n\n<sup>1</sup> 126 of 106.\n\n| 2022 | 45 |\n\n"
        "In a box: 7.\n\nThe 28<sup>th</sup>\n"
    )
    at = document.text.index("In a box")
    assert document.where(at).label == "Findings, paragraph 4"


def test_word_macros_and_outside_references_are_told():
    rels = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="a" Type="x/attachedTemplate" '
        'Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    parts = {"word/_rels/settings.xml.rels": rels.encode(), "word/vbaProject.bin": b"x"}
    body = f"<w:document {W}><w:body>{p('Words')}</w:body></w:document>"
    document = read_bytes(packed({"word/document.xml": body.encode(), **parts}), "x.docx")
    assert document.notes == (
        "The file holds macros; they were not run.",
        "The file refers to things outside of it; nothing was fetched.",
    )


def test_odt():
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:table="{names}:table:1.0"><office:body><office:text><text:tracked-changes><text:p>'
        'old 126</text:p></text:tracked-changes><text:h text:outline-level="1">Report</text:h>'
        "<text:p>We<text:s/>have 129 members<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>In 108.</text:p></text:note-body></text:note>.</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>7</text:p></table:table-cell>"
        "<table:table-cell><text:p>8</text:p></table:table-cell></table:table-row></table:table>"
        "</office:text></office:body></office:document-content>"
    )
    document = read_bytes(packed({"content.xml": content.encode()}), "x.odt")
    assert document.text == (
        "# Report\n\nWe have 129 members<sup>1</sup>.\n\n<sup>1</sup> In 108.\n\n| 7 | 8 |\n"
    )
    assert document.notes == ("Tracked changes were read as accepted.",)


def test_html_without_its_scripts():
    page = (
        "<!DOCTYPE html><html><head><title>no</title><script>var members = 5;</script></head><body>"
        "<h1>Our year</h1><p>We have <b>129</b>\n members.<sup>2</sup></p><ul><li>8 workshops</ul>"
        "<table><tr><th>2022<th>2023<tr><td>45</td><td>46</td></tr></table>"
        "<p style='display:none'>99</p><img src='https://evil.example/x.png'></body></html>"
    )
    document = read_bytes(page.encode(), "x.html")
    assert document.text == (
        "# Our year\n\nWe have 129 members.<sup>2</sup>\n\n- 8 workshops\n\n"
        "| 2022 | 2023 |\n| 45 | 46 |\n"
    )
    assert document.notes == (
        "Scripts and other running parts were left out; nothing was run or fetched.",
    )


def test_plain_text_is_given_as_it_is():
    raw = "\ufeff# Head\r\n\r\nWe have **129** members.\r\n"
    document = read_bytes(raw.encode(), "x.md")
    assert document.text == raw
    assert document.where(raw.index("129")).label == "Head, paragraph 1"

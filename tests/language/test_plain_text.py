"""Texts with marks go in; their plain text, and the way back to the marks, is compared."""

from __future__ import annotations

from hashlib import sha256
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.plain_text import Hyphens, has_broken_words, normalise
from tests.facts.sources import sources
from tests.support.real import DATA

HYPHENS: tuple[Hyphens, ...] = get_args(Hyphens)

CASES = {
    "links": ("in [Kenya](https://x.org/a_(b)) and [Peru](#)", "in Kenya and Peru"),
    "link over escaped brackets": ("[Group \\(ECLAG\\)](#), a", "Group (ECLAG), a"),
    "link to brackets in brackets, escaped": (r"[a](/b(c\)d)) e", "a e"),
    "no link: its end is escaped": (r"[a](/b\) [c](/d\)", r"[a](/b) [c](/d)"),
    "link that holds marks": ('the "[**Luxembourg** text](#)".', 'the "Luxembourg text".'),
    "link over two lines": ("[one\ntwo](a.html) three", "one two three"),
    "no link: no target": ("[sic] and [1] (2022)", "[sic] and [1] (2022)"),
    "no link: a year in brackets": ("[a](2022)", "[a](2022)"),
    "no link: bracket of another paragraph": ("[a\n\nb](#)", "[a b](#)"),
    "no link: never opened": ("a](#) b", "a](#) b"),
    "address in angle brackets": ("link: <http://a.org/x_1_y>.", "link: http://a.org/x_1_y."),
    "address keeps its marks": ("at http://a.org/_x_/**", "at http://a.org/_x_/"),
    "footnote mark": ("past year.<sup>1</sup> The", "past year. The"),
    "footnote mark between words": ("call<sup>2</sup>for", "call for"),
    "footnote definition": ("<sup>1</sup> ECPAT has 126", "ECPAT has 126"),
    "footnote digits above": ("108¹ countries, 129¹²", "108 countries, 129"),
    "ordinal": ("its 28<sup>th</sup> session", "its 28 session"),
    "tags": ("<p><b>NOTE:</b> a<br/>b</p><i>c</i>d", "NOTE: a b cd"),
    "tag with attributes": ('<a href="x.html">a</a> <font size=2>b</font>', "a b"),
    "no tags": ("a < b, <5 of 6>, <a lot of 42>", "a < b, <5 of 6>, <a lot of 42>"),
    "emphasis": ("over **551** *of* ***them***, _so_ __said__", "over 551 of them, so said"),
    "emphasis beside punctuation": ('**"NOTE:"** *Bruteurs*)', '"NOTE:" Bruteurs)'),
    "stars that count": ("2*3 and 4 * 5", "2*3 and 4 * 5"),
    "lines inside a name": ("index_A4A and _x_y_", "index_A4A and x_y"),
    "headings": ("# One\ntwo # 3\n  ### Four\n#five", "One two # 3 Four #five"),
    "escapes": ("\\*a\\* \\[b\\] 24\\. c\\d \\\nend", "*a* [b] 24. c\\d end"),
    "invisible": ("mem\u00adbers \u200b12\u20600\ufeff", "members 120"),
    "soft hyphen at a line end": ("mem\u00ad\n bers", "members"),
    "quotes": ("‘a’ \u201ab\u201b “c” „d‟ UNICEF’'s", "'a' 'b' \"c\" \"d\" UNICEF''s"),
    "dashes": ("1–20% a — b 1\u20112 \u2010 \u2012 \u2015 −5", "1-20% a - b 1-2 - - - -5"),
    "ligatures": ("ﬁnance oﬃce ﬂow oﬀ baﬄe", "finance office flow off baffle"),
    "spaces": (" a \t b\u00a0c\r\n\n d\u2009e\u202ff ", "a b c d e f "),
    "space inside a number": ("23\u202f090 1\u00a0234\u2009567", "23\u00a0090 1\u00a0234\u00a0567"),
    "space beside a year": ("in 2013\u00a015 states", "in 2013 15 states"),
    "space between marks": ("a **b** <b> </b> c", "a b c"),
    "nothing": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), CASES.values(), ids=CASES)
def test_marks_are_taken_off(raw, text):
    assert normalise(raw).text == text


@pytest.mark.parametrize(
    ("raw", "keep", "glue", "drop"),
    [
        ("co-\noperation", "co- operation", "co-operation", "cooperation"),
        ("inter-  \r\n agency", "inter- agency", "inter-agency", "interagency"),
        ("an over- reliance", "an over- reliance", "an over- reliance", "an over- reliance"),
        ("1-\n20% of", "1- 20% of", "1-20% of", "1-20% of"),
        ("5-\nmodule", "5- module", "5-module", "5-module"),
        ("1–\n20%", "1- 20%", "1-20%", "1-20%"),
        ("so –\nthat", "so - that", "so - that", "so - that"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_glued_or_dropped(raw, keep, glue, drop):
    found = normalise(raw).text, normalise(raw, "glue").text, normalise(raw, "drop").text
    assert found == (keep, glue, drop)
    assert has_broken_words(raw) == (keep != glue)


def test_case_accents_and_digits_stay():
    text = "Perú, México, Côte d'Ivoire, ÄÖÜ ß I\u0307 e\u0301 Ⅷ ٣ ½ º 129"
    assert normalise(text).text == text


def test_a_span_leads_back_to_the_words_without_the_marks_around_them():
    raw = "part of **45 regional or global working groups** where [Nairobi](#)<sup>3</sup>,"
    normal = normalise(raw)
    for words, in_raw in [
        ("45 regional", "45 regional"),
        ("working groups where", "working groups** where"),
        ("Nairobi", "Nairobi"),
        ("Nairobi,", "Nairobi](#)<sup>3</sup>,"),
    ]:
        start = normal.text.index(words)
        first, last = normal.span(start, start + len(words))
        assert raw[first:last] == in_raw
    assert normal.span(3, 3) == (3, 3)
    with pytest.raises(ValueError, match="is not a span"):
        normal.span(5, len(normal.text) + 1)


def test_a_ligature_leads_back_to_its_one_code_point():
    normal = normalise("a ﬃ b")
    assert (normal.text, list(normal.offsets)) == ("a ffi b", [0, 1, 2, 2, 2, 3, 4, 5])


PIECES = st.sampled_from(
    ["a", "B", "é", "7", "23,090", " ", "  ", "\n", "**", "*", "_", "#", "# ", "[", "]", "](#)",
     "(", "<sup>1</sup>", "<b>", "</b>", "<br>", "<", ">", "\\", "\\[", "\u00ad", "\u200b", "’",
     "“", "–", "—", "-", "-\n", "\u00a0", "ﬁ", "ﬄ", "¹", "http://a.b/c", "<http://a.b>", ".", "%"]
)  # fmt: skip
MARKED = st.lists(PIECES, max_size=40).map("".join)


@given(MARKED, st.sampled_from(["keep", "glue", "drop"]))
def test_the_map_is_whole_and_in_order(raw, hyphens):
    normal = normalise(raw, hyphens)
    offsets = list(normal.offsets)
    assert len(offsets) == len(normal.text) + 1
    assert offsets[-1] == len(raw)
    assert offsets == sorted(offsets)
    for character, at in zip(normal.text, offsets, strict=False):
        if character.isalnum():
            assert raw[at] == character or raw[at] in "ﬁﬄ"


WORDS = st.lists(
    st.sampled_from(
        ["net", "Perú", "129", "1–20%", "ﬁx", "a**b**", "*so*", "“we”", "UNICEF’s", "x.¹"]
    ),
    min_size=1,
    max_size=12,
)
GAPS = st.sampled_from([" ", "\n", "  \n ", "\u00a0", " \u200b", "\n\n"])


@given(WORDS, st.data())
def test_what_a_span_leads_back_to_reads_the_same(words, data):
    raw = "".join(word + data.draw(GAPS) for word in words)
    normal = normalise(raw)
    length = len(normal.text.rstrip())
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    first, last = normal.span(start, end)
    if raw[first] not in "ﬁ" and raw[last - 1] not in "ﬁ":
        again = normalise(raw[first:last]).text
        assert again.strip() == normal.text[start:end].strip()


@given(st.text(alphabet="0123456789 ,.%abzABZéÉ–’\n\u00a0\u00ad", max_size=80))
def test_no_digit_and_no_letter_is_ever_changed(raw):
    kept = [character for character in raw if character.isalnum()]
    assert [character for character in normalise(raw).text if character.isalnum()] == kept


@pytest.mark.parametrize("name", sources())
def test_a_plain_source_stays_plain(name):
    text = sources()[name].normal().text
    assert normalise(text).text == text
    assert not any(mark in text for mark in ("**", "<sup>", "](", "  ", "\n", "’", "–", "\\"))


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "](a", '](a "', "<a ", '<a b="', "<sup>", "*", "_", " \n", "\\", "a-\n", "\u00ad"],
)
def test_a_long_row_of_marks_takes_no_longer_than_its_length(piece):
    raw = piece * 100_000
    assert normalise(raw).offsets[-1] == len(raw)


PLAIN = {  # SHA-256 of the plain texts and the maps of the sources, whatever becomes of hyphens
    "cstd-17-2014": "c536a002f0d4c5e637b709c370440636862f8cc8bdc4d3e12a7ccd85d11d117a",
    "cstd-21-2018": "9a884b61d4068d07feb7c10a832480334561f412f2973583f1b2d881121c50ba",
    "cstd-25-2022": "a1575fd227a54321c9f9c1fb8bb63b33cf646ec00586b0ba850adf9c491c470b",
    "cstd-28-2025": "c8933a0334ec022c67244be00f02457f4a008f9d62507e75cd3229a0ea15ea2f",
    "ohchr-2024": "0b6200bf3ff89930c06fa6f102f7ebc813865b784b925b2cbf9e4992b6918f93",
}


@pytest.mark.parametrize("name", PLAIN)
def test_the_sources_have_the_plain_text_that_they_always_had(name: str):
    raw = (DATA / "submissions" / name / "source.txt").read_bytes().decode()
    found = sha256()
    for hyphens in HYPHENS:
        normal = normalise(raw, hyphens)
        found.update(normal.text.encode())
        found.update(repr(list(normal.offsets)).encode())
    assert found.hexdigest() == PLAIN[name]

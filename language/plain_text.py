"""Takes typography and markup off a source as received, with a map back to its code points.

What is only typography or Markdown is taken off: link targets, emphasis and heading marks, HTML
tags, footnote marks, soft hyphens, curly quotes, long dashes, ligatures, runs of white space. What
is meaning is never touched: no letter changes case or loses its accent, and no digit changes.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Hyphens = Literal["keep", "glue", "drop"]

# The space inside a number (23 090) stays apart from other spaces: such a number is one number.
GROUP_SPACE = "\u00a0"

_INLINE_TAGS = "a|abbr|b|big|cite|code|del|em|font|i|ins|mark|s|small|span|strong|strike|sub|sup|u"
_BLOCK_TAGS = (
    "blockquote|br|center|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|img|li|ol|p|pre|section"
    "|table|tbody|td|tfoot|th|thead|tr|ul"
)
_DIGITS_ABOVE = r"\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_ATTRIBUTES = r"""(?:\s+[\w:-]{1,40}=(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"']+))*\s*/?"""
# What is escaped is read alike inside and outside of inner brackets: then what a target without an
# end passes over is not passed over again by each target that begins in it.
_LETTERS = r"[^()\s\\]|\\."
_TARGET = (
    rf"(?P<target>\((?:{_LETTERS}|\((?:{_LETTERS}){{0,500}}+\))*+"
    r"""(?:[ ]"[^"\n]{0,500}")?\))"""
)
_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **{"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"},
}
_LINK_MARK = re.compile(rf"\\.|\n[ \t]*\n|\[|\]{_TARGET}?")
_BROKEN = r"(?<=\w)[-\u2010\u2011\u2013][ \t]*\r?\n\s*(?=\w)"
# The first line only saves time: it passes over what nothing below can begin with.
_MARKUP = re.compile(
    rf"""
    (?=[^\w .,;:!?'"()/%&$]|[ ][\s\#]|http|[_{_DIGITS_ABOVE}\ufb00-\ufb04])(?:
      (?P<gone>\u00ad[ \t]*\r?\n\s*|[\u00ad\u200b-\u200d\u2060\ufeff]+)
    | (?P<group>(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{{3}}(?!\d)))
    | (?P<space>(?:\s*\n|\A)[ ]{{0,3}}\#{{1,6}}(?=[ \t])|[^\S ]\s*|[ ]\s+)
    | (?P<note><sup>[^<]{{0,80}}</sup>|[{_DIGITS_ABOVE}]+)
    | (?P<inline></?(?:{_INLINE_TAGS}){_ATTRIBUTES}>)
    | (?P<block></?(?:{_BLOCK_TAGS}){_ATTRIBUTES}>)
    | <(?P<auto>https?://[^\s<>]+)>
    | (?P<address>https?://[^\s<>()\[\]*]+)
    | (?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<break>\\(?=\r?\n))
    | (?P<bracket>[\[\]])
    | (?P<stars>\*{{1,3}})
    | (?P<lines>(?<![^\W_])_{{1,3}}(?=\S)|(?<=\S)_{{1,3}}(?![^\W_]))
    | (?P<hyphen>{_BROKEN})
    | (?P<plain>[{"".join(_PLAIN)}])
    )
    """,
    re.VERBOSE,
)


# Where it can begin, which is quicker to look for than the whole: at any sign but these, at a space
# before a space or such a sign, and at an address.
_SIGN = re.compile(r"""[^A-Za-z0-9 .,;:!?'"()/%&$]""")
_START = re.compile(r"""[^A-Za-z0-9 .,;:!?'"()/%&$]|[ ](?=[\s\#])|http""")
_PLACES = array("l", range(1 << 15))


@dataclass(frozen=True, eq=False)
class Normal:
    """A plain text and where it came from.

    `offsets` has one more entry than `text` has characters: `offsets[i]` is the code point of
    `raw` that `text[i]` came from, and the last entry is the length of `raw`. It never decreases.
    """

    text: str
    offsets: array[int]
    raw: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Say which code points [start, end) of `raw` became `text[start:end]`.

        Markup before and after them is left out. Raises ValueError for a span outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start} to {end} is not a span of {len(self.text)} characters")
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


class _Writer:
    """Collects the plain text and its map. `blank` says that a space more would be one too many."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.offsets = array("l")
        self.blank = True

    def copy(self, raw: str, start: int, end: int) -> None:
        """Take raw[start:end] as it stands."""
        if self.blank and raw[start : start + 1] == " ":
            start += 1
        if start < end:
            self.parts.append(raw[start:end])
            self.offsets.extend(_PLACES[start:end] if end <= len(_PLACES) else range(start, end))
            self.blank = raw[end - 1] == " "

    def put(self, text: str, at: int) -> None:
        """Write `text` for the one character at `at`."""
        self.parts.append(text)
        self.offsets.extend([at] * len(text))
        self.blank = False

    def space(self, at: int) -> None:
        """Write one space, unless one stands there already."""
        if not self.blank:
            self.put(" ", at)
            self.blank = True


def has_broken_words(raw: str) -> bool:
    """Say whether a hyphen stands at a line end, so that it matters what becomes of it."""
    return re.search(_BROKEN, raw) is not None


def normalise(raw: str, hyphens: Hyphens = "keep") -> Normal:
    """Take typography and Markdown off `raw`, in one pass.

    `hyphens` says what a hyphen at a line end becomes: "inter- agency" (keep), "inter-agency"
    (glue) or "interagency" (drop; between letters only, so that two numbers never become one).
    """
    out = _Writer()
    links = _links(raw) if "[" in raw else {}
    done = 0
    for at in _starts(raw):
        found = _MARKUP.match(raw, at) if at >= done else None
        if found:
            out.copy(raw, done, at)
            done = links.get(at, found.end())
            if at not in links:
                _write(out, raw, found, hyphens)
    out.copy(raw, done, len(raw))
    out.offsets.append(len(raw))
    return Normal("".join(out.parts), out.offsets, raw)


def plain_text(raw: str) -> str:
    """The plain text of a few words, trimmed, the spaces inside its numbers like any other."""
    if _is_plain(raw):
        return raw.strip()
    return normalise(raw).text.strip().replace(GROUP_SPACE, " ")


def _is_plain(raw: str) -> bool:
    """Whether nothing stands in a text that could be typography or Markdown."""
    return not (_SIGN.search(raw) or "  " in raw or "http" in raw)


def _starts(raw: str) -> Iterator[int]:
    """Every place where _MARKUP may match, in order."""
    if "  " in raw or "http" in raw:
        yield from (found.start() for found in _START.finditer(raw))
        return
    for found in _SIGN.finditer(raw):
        at = found.start()
        if raw[at - 1 : at] == " ":
            yield at - 1
        yield at


def _links(raw: str) -> dict[int, int]:
    """Find the marks of Markdown links, `[` and `](target)`: where each begins and ends."""
    marks: dict[int, int] = {}
    opened: list[int] = []
    for found in _LINK_MARK.finditer(raw):
        mark = found.group()[0]
        if mark == "\n":
            opened.clear()
        elif mark == "[":
            opened.append(found.start())
        elif mark == "]" and opened:
            start = opened.pop()
            target = found["target"]
            # "[a](2022)" is no link: a target has a mark of an address, or is empty.
            if target and (target == "()" or re.search(r"[#/.:]", target)):
                marks[start] = start + 1
                marks[found.start()] = found.end()
    return marks


def _write(out: _Writer, raw: str, found: re.Match[str], hyphens: Hyphens) -> None:
    """Write what one piece of markup or typography becomes; most of it becomes nothing."""
    start, end = found.span()
    before, after = raw[start - 1 : start] if start else "", raw[end : end + 1]
    match found.lastgroup:
        case "space" | "block":
            out.space(start)
        case "group":
            out.put(GROUP_SPACE, start)
        case "note" if before.isalnum() and after.isalnum():
            out.space(start)
        case "auto" | "address" as kind:
            out.copy(raw, *found.span(kind))
        case "escape" | "bracket":
            out.put(raw[end - 1], end - 1)
        case "stars" if _is_arithmetic(before, after):
            out.copy(raw, start, end)
        case "hyphen":
            _write_hyphen(out, raw, start, after, hyphens)
        case "plain":
            out.put(_PLAIN[raw[start]], start)


def _is_arithmetic(before: str, after: str) -> bool:
    """Say whether stars stand for themselves: alone, or between two digits."""
    return not (before + after).strip() or (before.isdigit() and after.isdigit())


def _write_hyphen(out: _Writer, raw: str, at: int, after: str, hyphens: Hyphens) -> None:
    """Write the hyphen at a line end that stands at `at`, with `after` on the next line."""
    between_letters = raw[at - 1].isalpha() and after.isalpha()
    if hyphens != "drop" or not between_letters or raw[at] == "\u2013":
        out.put("-", at)
    if hyphens == "keep":
        out.space(at + 1)

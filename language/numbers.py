"""The one reader of numbers: finds them in a text of one language, and says what each reads as.

The checker, the finder, drafts, decks and refreshed slides all read with it, so what is offered is
what is proved. A text is plain (`language.plain_text`), with a line feed where a paragraph, a list
item
or a cell ends (`Normal.lines`): no number goes over one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from language.lexicon import Lexicon, lexicon, lower
from language.number_words import Patterns, Words, patterns, read_words

Number = int | float
Kind = Literal["digits", "words", "range", "ordinal", "vague", "times", "code"]


@dataclass(frozen=True)
class NumberToken:
    """One number in a plain text, `text[start:end]`.

    `value` is the one number that it states. A range has `low` and `high` and no value. A vague
    number ("tens of millions") has the least it can mean as `low` and value, and no high. An
    ordinal ("28th") has `low` and `high` and no value, because it counts nothing. What has no
    exact reading (3.2.1) has none of the three; a `code` (25-06057) is no number at all. Shares
    are in percent: "half" is 50. `readings` are the two values of what may be read in two ways
    ("1.584" in an English text). `approx` says that the words themselves mean about so many
    ("une centaine", "a third"); `share` is the exact share then.
    """

    start: int
    end: int
    text: str
    low: Number | None
    high: Number | None
    value: Number | None
    percent: bool
    kind: Kind
    readings: tuple[Number, ...] = ()
    approx: bool = False
    share: Fraction | None = None
    scale: int = field(default=1, compare=False)


_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]]*|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    re.I,
)
_SPACED = re.compile(  # 10 000, and not the groups of a telephone number
    r"(?<![\w.,/'-])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?"
    r"(?![\w/]|[ \u00a0]\d|[.,]\d|-\d)"
)
_NOT_BEFORE_SPACED = re.compile(
    r"(?:\b(?:articles?|sections?|pages?|paras?|chapters?|tables?|tel|t[ée]l|fax|phone|no|nos|call"
    r"|box|law|act|room|freephone|hotline|mobile|isbn|tel[ée]fono)\.?:? ?|[+()]|\d |[a-z]\.\d)$",
    re.I,
)
_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![.,]?\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d+(?![.,]?\d)|\d{1,3}(?:\u00a0\d{3})+(?:[.,]\d+)?"
    r"|\d{1,3}(?:'\d{3})+(?:[.,]\d+)?(?!'?\d)|\d+(?:[.,]\d+)*"
)
_NOTED = re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}\s[A-Z]")  # "610,500.20 In": a note's mark
_CODE = re.compile(
    r"(?!(?:19|20)\d\d-\d\d(?!\d))\d{1,20}(?:-\d{1,20}){0,5}-0\d{1,20}(?:-\d{1,20}){0,5}(?![\d/]|[.,]\d)"
)
_FRACTION = re.compile(r"(?<![\w/.,-])(?:(\d{1,6}) )?([1-9])/(2|3|4|5|6|8|10)(?![\w/]|[.,-]\d)")
_SIGNS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8), "⅒": (1, 10),
}  # fmt: skip
_SIGN = re.compile(rf" ?([{''.join(_SIGNS)}])")
_PERCENT = re.compile(
    r" ?%|[ -]per[ -]?cent(?!\w)| ?pct(?!\w)| ?pour ?cent(?!\w)| por ?cientos?(?!\w)", re.I
)
_MONEY_LEFT = re.compile(r"(?:[$€£¥]|(?<!\w)(?:USD|EUR|GBP|CHF|CAD|AUD|KES|INR|XOF|MXN|Rs\.?)) ?$")
_MONEY_RIGHT = re.compile(
    r" ?(?:[€$£¥]|(?:EUR|USD|CHF|GBP|FCFA)(?!\w)|(?:d'|de )?(?:euros?|dollars?)\b)"
)
_SHORT = re.compile(
    r"(?P<sure>[ \u00a0]?(?:bn|mn|mln|Mio|Mrd|Mrds|Mds?)|k|K|M)(?!\w)"
    r"|(?P<money>[ \u00a0]?(?:k|K|M|m|b|B|tn|T))(?!\w)"
)
_SHORTS = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "b": 10**9,
    "mrd": 10**9, "mrds": 10**9, "md": 10**9, "mds": 10**9, "tn": 10**12, "t": 10**12,
}  # fmt: skip
_COUNTED_M = re.compile(r"m (?!high|long|deep|tall|wide|away|from|of)(?:[a-z]+ )?[a-z]+s\b")
_MINUS = re.compile(
    r"(?:\b(?:was|were|is|of|to|by|at|from|est|était|de|à|es|fue|era|a) -|[=(:] ?-"
    r"|\bminus |\b(?:de|est|était|fue|era|:) (?:moins|menos) )$",
    re.I,
)
_NO_NOUN = re.compile(
    r"\W*$|[.,;:)?!]| (?:is|are|has|have|had|was|were|says?|said|lives?|lacks?|does|did|will|can|"
    r"suffers?|experiences?|faces?|goes|under|aged)\b"
)
_OF_WHAT = re.compile(r" (?:of|des|de|del|du|d')")
_DASH = re.compile(r" ?- ?(?:(?:US)?[$€£])?")
_ROUND_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000})
_MOST = 10**18  # scale words behind one another are no number beyond that
_FURTHEST = 40  # letters between the two numbers of a share


def find_numbers(text: str, language: str = "en") -> list[NumberToken]:
    """Find every number in a plain text, in order and without overlap. A range is one number."""
    words = lexicon(language)
    tokens: list[NumberToken] = []
    atoms = _with_ratios(text, _atoms(text, words), words)
    index = 0
    while index < len(atoms):
        joined = _is_range(text, atoms[index : index + 3], words)
        tokens.append(_range(text, *atoms[index : index + 2]) if joined else atoms[index])
        index += 2 if joined else 1
    return tokens


def read_number(text: str, language: str = "en") -> NumberToken | None:
    """Read a text that is one number and nothing else; None where it is not."""
    bare = text.strip()
    skipped = re.match(r"(?:between|from|entre|de) ", bare, re.I)
    start = skipped.end() if skipped else 0
    tokens = find_numbers(bare, language)
    if len(tokens) != 1 or (tokens[0].start, tokens[0].end) != (start, len(bare)):
        return None
    return tokens[0] if start == 0 or tokens[0].kind == "range" else None


def is_year(token: NumberToken) -> bool:
    """Say whether a number can be a year."""
    return re.fullmatch(r"(?:19|20)\d\d", token.text) is not None


def same_value(value: Number, token: NumberToken) -> bool:
    """Whether a number of a text reads as this value; of a share without end, any rounding does."""
    if token.share is not None and token.value is not None:
        return any(round(float(token.share), places) == value for places in range(5))
    return token.value == value or value in token.readings


def _atoms(text: str, words: Lexicon) -> list[NumberToken]:
    """Find the single numbers, without those that are part of a web or mail address."""
    small = lower(text)
    has_address = "@" in text or "://" in text or "www." in small
    closed = [found.span() for found in _ADDRESS.finditer(text)] if has_address else []
    starts = [start for start, _ in closed]
    atoms: list[NumberToken] = []
    for token in _found(text, small, patterns(words.language)):
        nearest = bisect_right(starts, token.start) - 1
        if nearest < 0 or token.start >= closed[nearest][1]:
            atoms.append(token)
    return atoms


def _found(text: str, small: str, known: Patterns) -> Iterator[NumberToken]:
    """Look at every place where a number can begin."""
    done = 0
    for start in known.start.finditer(small):
        at = start.start()
        if at < done:
            continue
        token = _in_digits(text, small, at, known) or _in_words(text, small, at, known)
        if token:
            done = token.end
            yield token


def _in_words(text: str, small: str, at: int, known: Patterns) -> NumberToken | None:
    """Read a number in words that begins at a place, or None."""
    found = read_words(small, at, known)
    if found is None:
        return None
    percent, end = found.percent, found.end
    cent = _PERCENT.match(text, end) if not (percent or found.kind == "times") else None
    if cent:
        percent, end = True, cent.end()
    return _token(text, at, end, found, percent)


def _token(text: str, at: int, end: int, found: Words, percent: bool) -> NumberToken:
    value = number(found.value)
    if percent and found.value.denominator not in (1, 2, 4, 5, 8, 10):
        return _share(text, at, end, found.value)
    high = None if found.kind == "vague" else value
    return NumberToken(
        at, end, text[at:end], value, high, value, percent, found.kind,
        approx=found.approx, scale=found.scale,
    )  # fmt: skip


def number(exact: Fraction) -> Number:
    """A fraction as a whole number where it is one, else as a decimal."""
    return int(exact) if exact.denominator == 1 else float(exact)


def _in_digits(text: str, small: str, at: int, known: Patterns) -> NumberToken | None:
    """Read a number in digits that begins at a place, with its scale and percent sign."""
    fraction = _FRACTION.match(text, at)
    part = _in_fraction(text, small, fraction, known) if fraction else None
    if part:
        return part
    code = _CODE.match(text, at)
    if code:
        return NumberToken(at, code.end(), code.group(), None, None, None, False, "code")
    plain = _plain_digits(text, at)
    if plain is None:
        return _sign_alone(text, small, at, known)
    end = plain.end()
    nth = known.nth.match(small, end)
    if nth:
        read = _readings(plain.group(), known.words)
        place = number(read[0]) if read else None
        return NumberToken(
            at, nth.end(), text[at : nth.end()], place, place, None, False, "ordinal"
        )
    added, end = _added_fraction(text, end)
    scale, end = _scale(text, small, at, end, known)
    rounds = known.rounds_behind.match(small, end) if scale == 1 else None
    if rounds:
        scale, end = known.round_of(rounds[1]), rounds.end()
    cent = _PERCENT.match(text, end)
    end = cent.end() if cent else end
    money = bool(_MONEY_LEFT.search(text[max(0, at - 5) : at]) or _MONEY_RIGHT.match(text, end))
    beside = "percent" if cent else "scale" if scale > 1 else "money" if money else ""
    found = [(one + added) * scale for one in _readings(plain.group(), known.words, beside)]
    start = _signed(text, at)
    values = tuple(number(-one if start < at else one) for one in found)
    value = values[0] if len(values) == 1 else None
    readings = values if len(values) > 1 else ()
    return NumberToken(
        start, end, text[start:end], value, value, value, bool(cent), "digits", readings,
        approx=bool(rounds), scale=scale,
    )  # fmt: skip


def _plain_digits(text: str, at: int) -> re.Match[str] | None:
    spaced = _SPACED.match(text, at)
    if spaced and not _NOT_BEFORE_SPACED.search(text[max(0, at - 12) : at]):
        return spaced
    found = _DIGITS.match(text, at)
    if found and _NOTED.match(text, at) and not _MONEY_LEFT.search(text[max(0, at - 5) : at]):
        return re.compile(r"[\d,]+").match(text, at)
    return found


def _readings(digits: str, words: Lexicon, beside: str = "") -> list[Fraction]:
    """What digits can mean; nothing for 3.2.1.

    `beside` says that a "percent" sign, a "scale" or "money" stands beside them: then a comma or
    point parts decimals, though money may have thousands too.
    """
    plain = re.sub(r"[ \u00a0']", "", digits)
    if len(plain) > 40:
        return []
    if plain.isdecimal():
        return [Fraction(int(plain))]
    signs = re.findall(r"[.,]", plain)
    whole = Fraction(int(re.sub(r"[.,]", "", plain)))
    if len(signs) > 1:
        grouped = re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,](\d+))?", plain)
        return [whole / 10 ** len(grouped[2] or "")] if grouped else []
    first, behind = re.split(r"[.,]", plain)
    decimal = whole / 10 ** len(behind)
    three = len(behind) == 3 and len(first) <= 3 and not first.startswith("0")
    if digits != plain:  # thousands are parted by a space or an apostrophe already
        return [decimal]
    if signs[0] == words.group:
        if three and not (beside == "percent" and words.group == "."):
            return [whole]
        return [decimal] if words.group == "." or beside or first == "0" else []
    return [decimal, whole] if three and beside in ("", "money") else [decimal]


def _added_fraction(text: str, end: int) -> tuple[Fraction, int]:
    """The half of 2½."""
    sign = _SIGN.match(text, end)
    return (Fraction(*_SIGNS[sign[1]]), sign.end()) if sign else (Fraction(0), end)


def _scale(text: str, small: str, at: int, end: int, known: Patterns) -> tuple[int, int]:
    """The scale words or letters behind digits, and where they end."""
    product = 1
    while product < _MOST and (found := known.scale_behind.match(small, end)):
        product *= known.scale_of(found[1])
        end = found.end()
    if product > 1:
        return product, end
    short = _SHORT.match(text, end)
    if short is None:
        return 1, end
    size = _SHORTS[short.group().strip(" \u00a0").lower()]
    if short["sure"] and short.group() != "m":
        return size, short.end()
    money = _MONEY_LEFT.search(text[max(0, at - 5) : at]) or _MONEY_RIGHT.match(text, short.end())
    counts = short.group() == "m" and _COUNTED_M.match(text, end)
    return (size, short.end()) if money or counts else (1, end)


def _signed(text: str, at: int) -> int:
    """Where a number begins that has a minus: before it."""
    minus = _MINUS.search(text, max(0, at - 12), at)
    if not minus:
        return at
    return at - 1 if text[at - 1] == "-" else at - len(minus.group().split()[-1]) - 1


def _in_fraction(
    text: str, small: str, found: re.Match[str], known: Patterns
) -> NumberToken | None:
    """Read 3/4: a part of a scale word or of what follows; None where it may be anything else."""
    part = Fraction(int(found[2]), int(found[3])) + int(found[1] or 0)
    scale, end = _scale(text, small, found.start(), found.end(), known)
    if found[1] or scale > 1:
        value = number(part * scale)
        at = found.start()
        return NumberToken(at, end, text[at:end], value, value, value, False, "digits", scale=scale)
    if part >= 1 or not _OF_WHAT.match(small, found.end()):
        return None
    return _share(text, found.start(), found.end(), part * 100)


def _sign_alone(text: str, small: str, at: int, known: Patterns) -> NumberToken | None:
    """Read ½ million, or ¾ of something."""
    sign = _SIGN.match(text, at)
    if sign is None:
        return None
    part = Fraction(*_SIGNS[sign[1]])
    scale, end = _scale(text, small, at, sign.end(), known)
    if scale == 1:
        return _share(text, at, sign.end(), part * 100)
    value = number(part * scale)
    return NumberToken(at, end, text[at:end], value, value, value, False, "digits", scale=scale)


def _share(text: str, start: int, end: int, share: Fraction) -> NumberToken:
    """A share in percent; one without end is about its two decimals."""
    ends = (share * 100).denominator == 1
    value = number(share) if ends else round(float(share), 2)
    return NumberToken(
        start, end, text[start:end], value, value, value, True, "words",
        approx=not ends, share=None if ends else share,
    )  # fmt: skip


def _with_ratios(text: str, atoms: list[NumberToken], words: Lexicon) -> list[NumberToken]:
    """Join what states a share: one in three, 2 out of 77, un enfant sur dix, uno de cada cinco."""
    known = patterns(words.language)
    made: list[NumberToken] = []
    for token in atoms:
        before = made[-1] if made else None
        if before and _is_ratio(text, before, token, known):
            share = Fraction(str(before.value)) * 100 / Fraction(str(token.value))
            made[-1] = _share(text, before.start, token.end, share)
            continue
        start = _one_of(text, token, known, before.end if before else 0)
        if start is not None:
            made.append(_share(text, start, token.end, 100 / Fraction(str(token.value))))
            continue
        made.append(token)
    return made


def _is_ratio(text: str, part: NumberToken, whole: NumberToken, known: Patterns) -> bool:
    if whole.start - part.end > _FURTHEST or part.value is None or whole.value is None:
        return False
    gap = known.ratio.fullmatch(text, part.end, whole.start)
    if not gap or part.percent or whole.percent or not 0 < part.value < whole.value:
        return False
    plain = {"digits", "words"}
    if part.kind not in plain or whole.kind not in plain or is_year(whole) or part.approx:
        return False
    if gap.group() == " of ":
        return part.kind == whole.kind and part.value > 1 and whole.value <= 1000
    if known.words.language == "en" and re.match(r" (?!in |out of |of )", gap.group()):
        alone = _NO_NOUN.match(text, whole.end) is not None  # "1 child in 4 is", not "in 4 towns"
        every = gap.group().rstrip().endswith(("every", "each"))
        return part.value == 1 and whole.value in _ROUND_WHOLES and (alone or every)
    if gap.group() == " in ":
        return whole.value in _ROUND_WHOLES or (part.value == 1 and whole.value <= 1000)
    return whole.value < 1_000_000


def _one_of(text: str, whole: NumberToken, known: Patterns, after: int) -> int | None:
    """Find where "un enfant sur dix" or "uno de cada cinco" begins, if the number ends one."""
    if whole.value is None or whole.percent or is_year(whole):
        return None
    if not 1 < whole.value <= 1000 or whole.kind not in ("digits", "words"):
        return None
    left = max(after, whole.start - 60)
    for found in reversed(list(known.one_ratio.finditer(text, left, whole.start))):
        if known.ratio.fullmatch(text, found.end(), whole.start):
            return found.start()
    return None


def _is_range(text: str, atoms: list[NumberToken], words: Lexicon) -> bool:
    """Say whether the first two of up to three neighbouring numbers are the ends of one range."""
    if len(atoms) < 2:
        return False
    low, high, *third = atoms
    if not 0 < high.start - low.end <= 10 or low.value is None or high.value is None:
        return False
    odd = {low.kind, high.kind} - {"digits", "words"}
    if odd or (low.kind == "words" and low.value == high.value) or low.share or high.share:
        return False
    left = text[max(0, low.start - 80) : low.start]
    years = is_year(low), is_year(high)
    if _DASH.fullmatch(text, low.end, high.start):
        if " " in text[low.end : high.start]:
            return low.value < high.value and years[0] == years[1]
        chained = bool(third) and text[high.end : third[0].start] == "-"
        return not chained and not re.search(r"\d[-/.]$", left)
    gap = patterns(words.language).between.fullmatch(text, low.end, high.start)
    if not gap:
        return False
    needs = words.between_needs.get(gap[1].strip())
    if needs:
        sure = all(years) or words.language == "en" or low.value < high.value
        return sure and re.search(needs, left, re.I) is not None and not _odd_years(low, high)
    if _odd_years(low, high) or (words.language != "en" and low.value >= high.value):
        return False
    if all(years):
        return True
    return low.value <= high.value and not re.search(words.change, left, re.I)


def _odd_years(low: NumberToken, high: NumberToken) -> bool:
    """Whether a year is put beside what is none: "12 in 2015 to 45"."""
    return is_year(low) and not is_year(high)


def _range(text: str, first: NumberToken, last: NumberToken) -> NumberToken:
    """Make one range of its two ends: "2023-24" ends in 2024, "1 to 2 million" begins at 10**6."""
    low, high = first.value, last.value
    if low is not None and high is not None:
        if is_year(first) and re.fullmatch(r"\d\d", last.text):
            high = int(first.text[:2] + last.text)
        ends_in = Fraction(str(high)) / last.scale
        if last.scale > 1 and first.scale == 1 and Fraction(str(low)) < ends_in:
            low = number(Fraction(str(low)) * last.scale)
    whole = replace(first, end=last.end, text=text[first.start : last.end], low=low, high=high)
    return replace(
        whole, value=None, percent=first.percent or last.percent, kind="range", readings=(),
        approx=False, share=None, scale=1,
    )  # fmt: skip

"""A plain text and its language go in; all that may be a number comes out, with its reading.

To what facts.numbers finds this adds shares and times in words (a third, one in three, once), a
space between thousands (40 150), and French and Spanish.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from extract.romance import find_romance
from facts.numbers import Number, NumberToken, find_numbers

_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ENGLISH = re.compile(
    r"(?<!\w)(?:(?P<part>(?:an?|one|two|three|four|five|six|seven|eight|nine)[- ]"
    r"(?:third|quarter|fifth|sixth|eighth|tenth)s?)(?!\w)(?![- ](?:party|parties|person|country"
    r"|countries|session|edition|time|year|cycle|meeting|report|round|phase))"
    r"|(?P<half>half(?= of| the|[^\w]))"
    r"|(?P<times>once|twice|thrice)(?!\w))",
    re.I,
)
_MILLIONS = re.compile(
    r"m(?!\w)(?P<counts> (?!high|long|deep|tall|wide|away|from|of)(?:[a-z]+ )?[a-z]+s\b)?"
)
_MONEY_LEFT = re.compile(r"[$€£] ?$")
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_GROUPED = re.compile(r"(?<![\w.,/-])\d{1,3}(?: \d{3})+(?![\w/]|[.,]\d)")
_NOT_BEFORE_GROUPS = re.compile(
    r"(?:\b(?:articles?|sections?|pages?|paras?|chapters?|tables?|tel|fax|phone|no|call|box|law|act"
    r"|room|freephone|hotline|mobile|isbn)\.?:? ?|[+()]|\d )$",
    re.I,
)
_OUT_OF = {
    "en": re.compile(r" (?:in|out of)(?: every| each)? | of every | in every "),
    "fr": re.compile(r"(?: [^\W\d_]+){0,3} sur (?:les )?"),
    "es": re.compile(r"(?: [^\W\d_]+)? de cada "),
}
_ROUND_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000})
_ONE = {"fr": re.compile(r"(?<!\w)une? ", re.I), "es": re.compile(r"(?<!\w)(?:una|uno|un) ", re.I)}


def find_tokens(text: str, language: str) -> list[NumberToken]:
    """Find all that may be a number, in order and without overlap.

    A share with no exact decimals ("a third") is given in percent with two.
    """
    if language in ("fr", "es"):
        return _with_ratios(text, find_romance(text, language), language)
    single = [part for token in find_numbers(text) for part in _apart(token)]
    tokens = _with_ratios(
        text, _with_groups(text, [_in_millions(text, one) for one in single]), "en"
    )
    added = [_added(found) for found in _ENGLISH.finditer(text)]
    return _merged(tokens, added)


def _apart(token: NumberToken) -> list[NumberToken]:
    """Take apart what is no range: "12 in 2015 to 45"."""
    low, high = token.low, token.high
    odd = re.fullmatch(r"(?:19|20)\d\d (?:to|and) \d\d", token.text)
    if token.kind != "range" or low is None or high is None or (low <= high and not odd):
        return [token]
    parts: list[NumberToken] = []
    for part in re.split(r"(?<=\d) (?:to|and) (?=\d)", token.text):
        at = token.start + token.text.index(part, parts[-1].end - token.start if parts else 0)
        parts += [
            replace(one, start=at + one.start, end=at + one.end) for one in find_numbers(part)
        ]
    return parts


def _in_millions(text: str, token: NumberToken) -> NumberToken:
    """Read the m of $100m and 3.2m messages; 100m deep is a length."""
    if token.kind != "digits" or token.percent or not isinstance(token.value, int | float):
        return token
    found = _MILLIONS.match(text, token.end)
    if not found or not (
        found["counts"] or _MONEY_LEFT.search(text[max(0, token.start - 4) : token.start])
    ):
        return token
    value = _times_million(token.value)
    end = token.end + 1
    return NumberToken(
        token.start, end, text[token.start : end], value, value, value, False, "digits"
    )


def _times_million(value: Number) -> Number:
    exact = Fraction(str(value)) * 10**6
    return int(exact) if exact.denominator == 1 else float(exact)


def _added(found: re.Match[str]) -> NumberToken:
    """Read a part in words, or once and twice."""
    start, end = found.span()
    words = found.group().lower()
    if found["times"]:
        times = _TIMES[words]
        return NumberToken(start, end, found.group(), times, times, times, False, "words")
    if found["half"]:
        return NumberToken(start, end, found.group(), 50, 50, 50, True, "words")
    first, second = re.split(r"[- ]", words)
    count = find_numbers(first)[0].value if first not in ("a", "an") else 1
    share = _percent(count or 1, _PARTS[second.rstrip("s")])
    return NumberToken(start, end, found.group(), share, share, share, True, "words")


def _percent(part: Number, whole: Number) -> Number:
    share = Fraction(part) * 100 / Fraction(whole)
    return int(share) if share.denominator == 1 else round(float(share), 2)


def _with_groups(text: str, tokens: list[NumberToken]) -> list[NumberToken]:
    """Join what spaces between thousands part: 40 150 is one number."""
    groups = []
    for found in _GROUPED.finditer(text):
        if not _NOT_BEFORE_GROUPS.search(text[max(0, found.start() - 12) : found.start()]):
            value = int(found.group().replace(" ", ""))
            groups.append(
                NumberToken(*found.span(), found.group(), value, value, value, False, "digits")
            )
    return _merged(tokens, groups, swallow=True) if groups else tokens


def _merged(
    tokens: list[NumberToken], added: list[NumberToken], swallow: bool = False
) -> list[NumberToken]:
    """Put added numbers among the others; where two overlap the one that covers more stays."""
    kept: list[NumberToken] = []
    for token in sorted([*tokens, *added], key=lambda one: (one.start, -one.end)):
        if kept and token.start < kept[-1].end:
            before = kept[-1]
            same = (token.start, token.end) == (before.start, before.end)
            if swallow and not same and token.end > before.end:
                kept[-1] = _stretched(before, token)
            elif same and before.value is None:
                kept[-1] = token
            continue
        kept.append(token)
    return kept


def _stretched(group: NumberToken, tail: NumberToken) -> NumberToken:
    """Give a number with spaces what stands behind its last group: a percent sign, a scale."""
    if tail.value is None or group.value is None or tail.kind != "digits":
        return group
    last = int(re.sub(r"\D.*", "", tail.text) or 0)
    factor = tail.value / last if last else 1
    text = group.text + tail.text[len(group.text.split(" ")[-1]) :]
    value = group.value * factor
    whole = int(value) if value == int(value) else value
    return replace(
        group, end=tail.end, text=text, low=whole, high=whole, value=whole, percent=tail.percent
    )


def _with_ratios(text: str, tokens: list[NumberToken], language: str) -> list[NumberToken]:
    """Join what states a share: one in three, 2 out of 77, un enfant sur dix, uno de cada cinco."""
    ones = _ONE.get(language)
    made: list[NumberToken] = []
    for token in tokens:
        before = made[-1] if made else None
        if before and _is_ratio(text, before, token, language):
            made[-1] = _ratio(text, before.start, before.value or 1, token)
            continue
        start = _one_of(text, token, language, before.end if before else 0) if ones else None
        if start is not None:
            made.append(_ratio(text, start, 1, token))
            continue
        made.append(token)
    return made


def _is_ratio(text: str, part: NumberToken, whole: NumberToken, language: str) -> bool:
    gap = _OUT_OF[language].fullmatch(text, part.end, whole.start)
    if not gap or part.percent or whole.percent or part.value is None or whole.value is None:
        return False
    if not 0 < part.value < whole.value or "vague" in (part.kind, whole.kind):
        return False
    sure = gap.group() != " in "
    return (
        sure and whole.value < 1_000_000 and not _is_year(whole)
    ) or whole.value in _ROUND_WHOLES


def _is_year(token: NumberToken) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text))


def _one_of(text: str, whole: NumberToken, language: str, after: int) -> int | None:
    """Find where "un enfant sur dix" or "uno de cada cinco" begins, if the number ends one."""
    if whole.value is None or whole.percent or not 1 < whole.value <= 1000 or _is_year(whole):
        return None
    left = max(after, whole.start - 60)
    for found in reversed(list(_ONE[language].finditer(text, left, whole.start))):
        if _OUT_OF[language].fullmatch(text, found.end() - 1, whole.start):
            return found.start()
    return None


def _ratio(text: str, start: int, part: Number, whole: NumberToken) -> NumberToken:
    share = _percent(part, whole.value or 1)
    end = whole.end
    return NumberToken(start, end, text[start:end], share, share, share, True, "words")

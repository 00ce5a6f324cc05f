"""The noun that a number counts: as written, and whether it is one of given nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from language.lexicon import Lexicon, lexicon
from language.numbers import NumberToken

MONEY = re.compile(
    r"(?:(?<![\w])(?:(?:US|A|C|NZ|AU|CA|HK)?\$|€|£|¥|USD|EUR|GBP|CHF|CAD|AUD|KES|NPR|INR|PHP|XOF|MXN"
    r"|R\$|Rs\.?|UGX|TZS|THB|[A-Z]{2,3}\$) ?)$"
)
_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "eur": "EUR", "us$": "USD", "$": "USD", "usd": "USD",
    "dollar": "USD", "dólar": "USD", "dólare": "USD", "£": "GBP", "gbp": "GBP", "pound": "GBP",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "franc": "franc",
}  # fmt: skip
_RIGHT_MONEY = re.compile(
    r" ?(?:[€$£]|(?:d'|d[e'] |de )?(?:euros?|dollars?|dólares|francs?|pesos?|US"
    r" dollars?|EUR|USD|CHF|FCFA|pounds)\b)"
)
_WORD = re.compile(r"[ -]?([^\W\d_][\w'/-]*)")
_ASIDE = re.compile(  # what belongs to the number: (one hundred), "or so", "-odd"
    r" \([^()]{1,60}\)|\+|[- ](?:odd|plus)\b(?! de)|,? (?:or|ou|o|and|y|et) (?:so|more|over|above"
    r"|fewer|less|thereabouts|plus|moins|davantage|más|menos|pico)\b(?! than| d[e'])",
    re.I,
)
_ELLIPSIS = re.compile(r"\b(?:it had|tenía|en (?:compt|av|réuniss)\w+) $", re.I)
_GAP = re.compile(r"[ -]|, | [\"'«“]|(?<=')")
_ANY = re.compile(r"[^\W\d_][\w'/-]*")
_POSSESSIVE = re.compile(r"['’](?!s? (?:of|and)\b)")
_THINGS = re.compile(r" ([a-z]+s)\b(?! (?:its|a|the|an|our)\b)")
_GOVERNMENTS = re.compile(
    r"(?:-| )(?:states?|governments?)\b|-(?!(?:strong|led|based|wide)\b)[^\W\d_]"
)
_ELIDED = re.compile(r" d'(?=[^\W\d_])")  # 300 millions d'enfants
_ADJECTIVES = 6  # words looked at before the noun
_REACH = 160  # letters looked at behind a number, and before it


@dataclass(frozen=True)
class Counted:
    """A noun that a number counts, text[start:end], and the words between number and noun."""

    start: int
    end: int
    modifiers: tuple[str, ...]
    behind: bool


def unit_of(text: str, token: NumberToken, language: str = "en") -> str:
    """Give the counted noun with its adjectives as written, "percent", a currency's code, or ""."""
    words = lexicon(language)
    left = text[max(0, token.start - 12) : token.start]
    right = text[token.end : token.end + _REACH].partition("\n")[0]
    money = MONEY.search(left)
    if money:
        code = money.group().strip().lower()
        return _CURRENCIES.get(code, money.group().strip())
    if token.percent:
        return "percent"
    if token.kind == "times":
        return "times"
    if right[:1].isalpha():
        return ""  # the m of 13.4m is no noun
    named = _RIGHT_MONEY.match(right)
    if named:
        word = re.sub(r"^(?:d'|de )|s$", "", named.group().strip().lower())
        return _CURRENCIES.get(word, word.upper() if len(word) < 5 else word)
    if right.startswith("-") and not _ASIDE.match(right) and (compound := _WORD.match(right)):
        return compound[1]
    return _noun(right[_begin(right, words) :], words)


def counted(
    text: str, token: NumberToken, nouns: tuple[str, ...], language: str = "en"
) -> Counted | None:
    """Where one of these nouns is what the number itself counts, or None.

    It is the head of the words behind the number ("129 active members", not "129 governments and
    members", "650 family members" or "12 members of staff"), or the label before a number that has
    no noun of its own ("Members: 122", "the number of members rose to 129"). Small and capital
    letters are the same.
    """
    if not nouns:
        return None
    words = lexicon(language)
    right = text[token.end : token.end + _REACH].partition("\n")[0]
    found = _behind(right, nouns, words)
    if found:
        start, end, modifiers = found
        return Counted(token.end + start, token.end + end, modifiers, True)
    line = text.rfind("\n", 0, token.start) + 1
    left = text[max(line, token.start - _REACH) : token.start]
    at = _before(left, right, nouns, words)
    if at is None:
        return None
    begin = token.start - len(left)
    return Counted(begin + at[0], begin + at[1], (), False)


def is_duration(noun: str, language: str) -> bool:
    """Whether a noun is a stretch of time: years, mois."""
    return re.fullmatch(lexicon(language).duration, noun, re.I) is not None


@cache
def _skipped(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon(language).skipped})(?= )", re.I)


@cache
def _leads_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"{lexicon(language).behind}((?:[^\W\d_]+[ -])?[^\W\d_]+)", re.I)


def _begin(right: str, words: Lexicon) -> int:
    """How far behind a number its noun may begin: over "of our", "more", a number in brackets."""
    aside = _ASIDE.match(right)
    at = aside.end() if aside else 0
    skipped = _skipped(words.language).match(right, at)
    at = skipped.end() if skipped else at
    elided = _ELIDED.match(right, at) if words.language == "fr" else None
    return elided.end() if elided else at


def _noun(right: str, words: Lexicon) -> str:
    """Take words up to the first plural, or up to a word that cannot belong to the noun."""
    taken: list[str] = []
    at = 0
    while len(taken) < _ADJECTIVES and (found := _WORD.match(right, at)):
        word = found[1]
        low = word.lower()
        joins = low in ("or", "and", "et", "y", "of", "de") and bool(taken)
        joins = joins and _plural_soon(right, found.end(), words)
        if low in words.stops and not joins:
            break
        taken.append(word)
        at = found.end()
        if not joins and is_plural(low, words):
            break
    while taken and taken[-1].lower() in words.stops:
        taken.pop()
    if taken and taken[-1].endswith("ed") and words.language == "en":
        return ""  # "84 replied"
    return " ".join(taken)


def _plural_soon(right: str, at: int, words: Lexicon) -> bool:
    """Say whether a plural follows within two words: "regional or global working groups"."""
    following = re.match(r" ([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?", right[at:])
    if following is None:
        return False
    return any(is_plural((word or "").lower(), words) for word in following.groups()[1:])


def is_plural(word: str, words: Lexicon) -> bool:
    """Say whether a word in small letters looks like a plural noun."""
    if word in words.plurals or word in ("pays", "fois", "mois", "focus", "series", "media"):
        return True
    return (
        len(word) > 3
        and word.endswith(("s", "x") if words.language == "fr" else "s")
        and not word.endswith("ss")
        and word not in words.singulars
    )


@lru_cache(maxsize=2048)
def _pattern(nouns: tuple[str, ...], language: str) -> re.Pattern[str]:
    phrases = "|".join(
        r"[ -]".join(re.escape(part) for part in re.split(r"[ -]", noun))
        for noun in sorted(nouns, key=len, reverse=True)
    )
    return re.compile(rf"(?:{phrases})(?![\w])", re.I)


def _behind(
    right: str, nouns: tuple[str, ...], words: Lexicon
) -> tuple[int, int, tuple[str, ...]] | None:
    """The noun behind a number with the words between them; None where another one is counted."""
    pattern = _pattern(nouns, words.language)
    modifiers: list[str] = []
    at = _begin(right, words)
    joined = 0
    while len(modifiers) <= _ADJECTIVES:
        gap = _GAP.match(right, at)
        if not gap:
            return None
        found = pattern.match(right, gap.end())
        if found:
            if _is_other(right, found.end(), modifiers, words):
                return None
            return gap.end(), found.end(), tuple(modifiers)
        word = _ANY.match(right, gap.end())
        if not word:
            return None
        low = word.group().lower()
        joins = low in ("and", "or", "et", "ou", "y", "o", "e") and modifiers
        if joins and joined < 2:
            joined += 1
        elif low in words.stops or _is_noun(word.group(), words):
            return None
        modifiers.append(word.group())
        at = word.end()
    return None


def _is_noun(word: str, words: Lexicon) -> bool:
    """Whether a word before a noun is a noun of its own; French and Spanish adjectives agree."""
    return words.language == "en" and word[0].islower() and is_plural(word, words)


def _is_other(right: str, end: int, modifiers: list[str], words: Lexicon) -> bool:
    """Whether words beside the noun make another one of it: family members, members of staff."""
    if any(part in words.other_heads for one in modifiers for part in re.split("-", one.lower())):
        return True
    if _POSSESSIVE.match(right, end) and words.language == "en":
        return True  # "6 members' meetings"
    behind = _leads_behind(words.language).match(right, end)
    if behind and any(part in words.other_heads for part in behind[1].lower().split()[:2]):
        return True
    single = words.language == "en" and not right[:end].endswith("s") and right[:1] == " "
    thing = _THINGS.match(right, end)
    if single and thing and is_plural(thing[1], words) and right[:end].endswith("member"):
        return True  # "129 member newsletters"
    # "45 members states", "30 member governments": the noun is a part of another one
    return _GOVERNMENTS.match(right, end) is not None


def _before(
    left: str, right: str, nouns: tuple[str, ...], words: Lexicon
) -> tuple[int, int] | None:
    """The label left of a number that has no noun of its own."""
    if _ELLIPSIS.search(left):
        found = _pattern(nouns, words.language).search(left + right)
        return (found.start(), min(found.end(), len(left))) if found else None
    if _RIGHT_MONEY.match(right) or MONEY.search(left[-12:]):
        return None
    own = _noun(right[_begin(right, words) :], words)
    if own and not re.match(r"[ ]?[|)\];:,.]", right):
        return None
    found = None
    for found_here in _pattern(nouns, words.language).finditer(left):
        if found_here.start() and re.match(r"[\w-]", left[found_here.start() - 1]):
            continue
        found = found_here
    if found is None:
        return None
    before = left[: found.start()].rstrip().rpartition(" ")[2].lower()
    if before.strip("(") in words.other_heads:
        return None
    if re.search(r"[.!?] (?=[A-ZÀ-Ý])", left[found.end() :]):
        return None
    behind = _leads_behind(words.language).match(left, found.end())
    if behind and behind[1].lower().split()[0] in words.other_heads:
        return None
    return found.span()

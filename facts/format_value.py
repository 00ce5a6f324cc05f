"""Says the value of a fact in words, with its bound."""

from __future__ import annotations

import re
from collections.abc import Callable

from facts.check_context import plain, stating
from facts.model import Activity, Fact
from facts.partial_dates import locale_of
from facts.vocabulary import Bound, CorrectedField, Indicator, Span, in_language
from language.numbers import NumberToken, find_numbers
from language.plain_text import normalise

Translate = Callable[[str], str]

# What stands before the number. The first of each is said where the quote uses none of them.
TEMPLATES: dict[Bound, tuple[str, ...]] = {
    "more_than": (
        "over {number}", "more than {number}", "in excess of {number}", "upwards of {number}",
        "above {number}",
    ),
    "at_least": ("at least {number}",),
    "about": ("about {number}", "around {number}", "approximately {number}", "some {number}"),
    "almost": ("almost {number}", "nearly {number}", "close to {number}"),
    "up_to": ("up to {number}", "as many as {number}"),
    "less_than": ("less than {number}", "fewer than {number}", "under {number}", "below {number}"),
}  # fmt: skip
RANGE = "{low} to {high}"
PERCENT = "{number}%"
MILLION = "{number} million"
BILLION = "{number} billion"
AHEAD = {"target": "target {said}", "plan": "planned {said}"}
CORRECTED = "{said} [the source says {words}]"  # the bracket marks what was read otherwise


def says(fact: Fact, indicator: Indicator, translate: Translate = str, language: str = "en") -> str:
    """The value in words: `over 100`, `23,090`, `1 to 20%`, `26 million`, `tens of millions`.

    The bound keeps the words of an English quote where they are known; a corrected value is
    followed by what the source says, and a target or plan says that it is one. `translate` gets
    each template of this module and gives it back in the reader's language, `language`.
    """
    said = _value(fact, indicator, translate, language)
    if fact.status:
        said = translate(AHEAD[fact.status]).format(said=said)
    wrong = correction(fact, "value")
    return translate(CORRECTED).format(said=said, words=wrong) if wrong else said


def says_with_unit(fact: Fact, indicator: Indicator) -> str:
    """The value in words with what it counts: `over 100 members`, `1 to 20%`."""
    said = says(fact, indicator)
    unit = indicator.unit.one if fact.value == 1 else indicator.unit.many
    return said if indicator.kind == "share" else f"{said} {in_language(unit)}".strip()


def correction(entry: Fact | Activity, field: CorrectedField) -> str:
    """What the source says where this field is read otherwise, else nothing."""
    corrected = entry.corrected
    return corrected.source_says if corrected and corrected.field == field else ""


def parted(said: str) -> tuple[str, str, str]:
    """What stands before a number, the number, and the mark of a correction behind it."""
    number, bracket, mark = said.partition(" [")
    words, _space, digits = number.rpartition(" ")
    return words, digits, f"{bracket}{mark}".strip()


def _value(fact: Fact, indicator: Indicator, translate: Translate, language: str) -> str:
    token = _token(fact)
    share = indicator.kind == "share"
    if isinstance(fact.value, Span):
        ends = (fact.value.low, fact.value.high)
        low, high = (say_number(end, translate, language) for end in ends)
        return _percent(translate(RANGE).format(low=low, high=high), share, translate)
    is_vague = token and token.kind == "vague" and token.value == fact.value
    if token and is_vague and _language(fact) == language:
        return token.text
    number = _percent(say_number(fact.value, translate, language), share, translate)
    if fact.bound in ("exact", "range"):
        return number
    return translate(_template(fact, token, share)).format(number=number)


def say_number(number: float, translate: Translate = str, language: str = "en") -> str:
    """A number for reading: `23,090`, `7.25`, `26 million`, in another language `23.090`."""
    for size, template in ((10**9, BILLION), (10**6, MILLION)):
        if number >= size and number % (size // 10) == 0:
            return translate(template).format(number=_digits(number / size, language))
    return _digits(number, language)


def _digits(number: float, language: str) -> str:
    whole = int(number) if number == int(number) else number
    if language == "en":
        return f"{whole:,}"
    from babel.numbers import format_decimal  # slow to import, and not needed for checking

    return format_decimal(whole, locale=locale_of(language), decimal_quantization=False)


def _percent(number: str, share: bool, translate: Translate) -> str:
    return translate(PERCENT).format(number=number) if share else number


def _token(fact: Fact) -> NumberToken | None:
    """The number of the quote that states the value, where that is clear."""
    tokens = tuple(find_numbers(normalise(fact.quote).text, _language(fact)))
    found = stating(tokens, fact.value_text)
    return found[0] if len(found) == 1 and fact.counted is None else None


def _language(fact: Fact) -> str:
    return fact.language or "en"


def _template(fact: Fact, token: NumberToken | None, share: bool) -> str:
    templates = TEMPLATES.get(fact.bound, ("{number}",))
    before = plain(fact.quote)[: token.start] if token else ""
    for template in templates:
        words = template.partition(" {")[0]
        if re.search(rf"\b{words} (?:the |all |a |an )?$", before, re.IGNORECASE):
            return template
    return templates[1] if share and fact.bound == "more_than" else templates[0]

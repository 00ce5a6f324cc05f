"""A French or Spanish text goes in; its numbers, in digits and in words, come out."""

from __future__ import annotations

import re
from fractions import Fraction

from facts.numbers import Kind, Number, NumberToken


def _named(pairs: str) -> dict[str, int]:
    """Read "deux 2, trois 3" as what each word means."""
    return {word: int(number) for word, number in (pair.split() for pair in pairs.split(","))}


_FRENCH = _named(
    """
    deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9, dix 10, onze 11,
    douze 12, treize 13, quatorze 14, quinze 15, seize 16, vingt 20, vingts 20, trente 30,
    quarante 40, cinquante 50, soixante 60, septante 70, huitante 80, octante 80, nonante 90
    """
)
_SPANISH = _named(
    """
    dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10, once 11,
    doce 12, trece 13, catorce 14, quince 15, dieciséis 16, diecisiete 17, dieciocho 18,
    diecinueve 19, veinte 20, veintiuno 21, veintiún 21, veintiuna 21, veintidós 22,
    veintitrés 23, veinticuatro 24, veinticinco 25, veintiséis 26, veintisiete 27,
    veintiocho 28, veintinueve 29, treinta 30, cuarenta 40, cincuenta 50, sesenta 60,
    setenta 70, ochenta 80, noventa 90, cien 100, ciento 100, doscientos 200, doscientas 200,
    trescientos 300, trescientas 300, cuatrocientos 400, cuatrocientas 400, quinientos 500,
    quinientas 500, seiscientos 600, seiscientas 600, setecientos 700, setecientas 700,
    ochocientos 800, ochocientas 800, novecientos 900, novecientas 900
    """
)
_ONE = {"un": 1, "une": 1, "uno": 1, "una": 1}
_SCALES = {
    "fr": {"cent": 100, "cents": 100, "mille": 10**3, "million": 10**6, "millions": 10**6,
           "milliard": 10**9, "milliards": 10**9},
    "es": {"mil": 10**3, "millón": 10**6, "millones": 10**6, "billones": 10**12},
}  # fmt: skip
_SMALL = {"fr": _FRENCH, "es": _SPANISH}
# Round numbers that are nouns: "une centaine" is about a hundred, "des centaines" at least that.
_ROUND = {
    "fr": {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
           "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
           "millier": 1000},
    "es": {"decena": 10, "docena": 12, "veintena": 20, "treintena": 30, "cincuentena": 50,
           "centenar": 100, "centena": 100, "millar": 1000, "ciento": 100, "mile": 1000},
}  # fmt: skip
_PLURAL = {"fr": r"{}s", "es": r"{}e?s"}
_PARTS = {
    "fr": {"moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "dixième": 10,
           "cinquièmes": 5, "dixièmes": 10},
    "es": {"mitad": 2, "tercio": 3, "tercios": 3, "tercera": 3, "terceras": 3, "cuarto": 4,
           "cuartos": 4, "cuarta": 4, "cuartas": 4, "quinto": 5, "quintos": 5, "quinta": 5,
           "décimo": 10, "décima": 10},
}  # fmt: skip


def _pattern(language: str) -> re.Pattern[str]:
    """Build the one pattern of a language's numbers; the longer reading comes first."""
    scales = "|".join(sorted(_SCALES[language], key=len, reverse=True))
    word = "|".join(sorted(_SMALL[language], key=len, reverse=True))
    round_ = "|".join(_ROUND[language])
    rounds = "|".join(_PLURAL[language].format(name) for name in _ROUND[language])
    parts = "|".join(sorted(_PARTS[language], key=len, reverse=True))
    any_word = rf"(?:{word}|{scales})(?!\w)"
    several = "plusieurs|quelques|des" if language == "fr" else "varios|varias|algunos|unos"
    many = "milliers|millions" if language == "fr" else "miles|millones"
    return re.compile(
        rf"(?<![\w.,])(?P<digits>\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?!\d)(?:,\d+)?"
        rf"|\d+(?:[.,]\d+)*)"
        rf"(?:(?P<nth>(?:er|re|ère|e|ème|º|ª|o|a)(?!\w))"
        rf"|(?P<scales>(?:[ \u00a0](?:{scales})(?!\w))+)?"
        rf"(?P<percent> ?%| pour ?cent(?!\w)| por ciento)?)"
        rf"|(?<!\w)(?:(?P<part>(?:la |una? |une |(?:{word}) )(?:{parts})(?!\w)(?: partes?(?!\w))?)"
        rf"|(?P<vague>(?:(?:{several}) )?(?:{rounds})(?: (?:de |d')(?:{many})(?!\w))?"
        rf"(?= (?:de|d')\b))"
        rf"|(?P<round>(?:une?|una?) (?:{round_})(?!\w))"
        rf"|(?P<words>(?:(?:une?|una?) (?=millon|millón|million|milliard))?{any_word}"
        rf"(?:[- ](?:et |y )?{any_word}|[- ](?:et|y)[- ](?:une?|una?|uno)(?!\w))*)"
        rf"(?P<cent> pour ?cent(?!\w)| por ciento)?)",
        re.I,
    )


_PATTERNS = {language: _pattern(language) for language in _SMALL}
_BETWEEN = re.compile(r"( ?- ?| à | a | et | y )[$€£]?")
_LEFT_OF_TWO = re.compile(
    r"\b(?:entre|de|du|del) (?:les? |la |el |los |las |un |una )?[$€£]?$", re.I
)


def find_romance(text: str, language: str) -> list[NumberToken]:
    """Find the numbers of a plain French ("fr") or Spanish ("es") text, in order."""
    atoms = [_read(found, language) for found in _PATTERNS[language].finditer(text)]
    tokens: list[NumberToken] = []
    for token in atoms:
        before = tokens[-1] if tokens else None
        if before and _is_range(text, before, token):
            tokens[-1] = _joined(text, before, token)
        else:
            tokens.append(token)
    return tokens


def _read(found: re.Match[str], language: str) -> NumberToken:
    """Read one match as a number."""
    start, end = found.span()
    if found["digits"]:
        return _in_digits(found, language)
    if found["part"]:
        share_value = _part(found["part"], language)
        return NumberToken(
            start, end, found.group(), share_value, share_value, share_value, True, "words"
        )
    if found["vague"] or found["round"]:
        least = _round(found.group(), language)
        high = None if found["vague"] else least
        kind: Kind = "vague" if found["vague"] else "words"
        return NumberToken(start, end, found.group(), least, high, least, False, kind)
    value = _words(found["words"], language)
    percent = bool(found["cent"])
    return NumberToken(start, end, found.group(), value, value, value, percent, "words")


def _in_digits(found: re.Match[str], language: str) -> NumberToken:
    """Read one number in digits, with its scale and percent sign."""
    share = bool(found["percent"])
    scale = _scale(found["scales"] or "", language)
    decimal = share or bool(found["scales"] and language == "fr")
    value = _times(_digits(found["digits"], decimal), scale)
    kind: Kind = "ordinal" if found["nth"] else "digits"
    exact = None if found["nth"] else value
    return NumberToken(*found.span(), found.group(), value, value, exact, share, kind)


def _scale(words: str, language: str) -> int:
    product = 1
    for word in words.lower().split():
        product *= _SCALES[language][word]
    return product


def _digits(digits: str, decimal: bool) -> Fraction | None:
    """Read 1 250, 1.250, 12,5 or 12.764; `decimal` says that three digits may be decimals."""
    plain = re.sub(r"[ \u00a0]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", plain) and not decimal:
        plain = re.sub(r"[.,]", "", plain)
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", plain):
        plain = plain.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", plain):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    return Fraction(plain) if re.fullmatch(r"\d{1,30}(?:\.\d{1,20})?", plain) else None


def _times(value: Fraction | None, scale: int) -> Number | None:
    if value is None:
        return None
    exact = value * scale
    return int(exact) if exact.denominator == 1 else float(exact)


def _part(words: str, language: str) -> Number:
    """Read "deux tiers" or "tres cuartas partes" as a share in percent, with two decimals."""
    first, second = words.lower().split()[:2]
    count = _SMALL[language].get(first, 1)
    share = Fraction(100 * count, _PARTS[language][second])
    return int(share) if share.denominator == 1 else round(float(share), 2)


def _round(words: str, language: str) -> int:
    """Read "une centaine", "cientos", "dizaines de milliers" as the least that they can mean."""
    value = 1
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        stems = (word, word[:-1], word[:-2])
        named = next((_ROUND[language][stem] for stem in stems if stem in _ROUND[language]), 0)
        value *= named or (_SCALES[language].get(word, 1) if word not in ("des", "de") else 1)
    return value


def _words(words: str, language: str) -> int:
    """Read counting words: "quatre-vingt-dix-sept" is 97, "mil quinientas" 1,500."""
    total = current = 0
    for word in re.split(r"[- ]+", words.lower()):
        scale = _SCALES[language].get(word, 0)
        if scale == 100:
            current = max(current, 1) * 100
        elif scale == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif scale:
            total, current = max(total + current, 1) * scale, 0
        elif word in ("vingt", "vingts") and current % 100 == 4:
            current += 76
        else:
            current += _SMALL[language].get(word) or _ONE.get(word, 0)
    return total + current


def _is_range(text: str, low: NumberToken, high: NumberToken) -> bool:
    gap = _BETWEEN.fullmatch(text, low.end, high.start)
    if not gap or low.value is None or high.value is None or low.kind != high.kind:
        return False
    years = [bool(re.fullmatch(r"(?:19|20)\d\d", one.text)) for one in (low, high)]
    if years[0] != years[1] or low.value >= high.value:
        return False
    left = text[max(0, low.start - 20) : low.start]
    if "-" in gap[1]:
        return not re.search(r"\d[-/.]$", left)
    return gap[1].strip() in ("à", "a") or bool(re.search(r"\bentre (?:\w+ )?[$€£]?$", left, re.I))


def _joined(text: str, low: NumberToken, high: NumberToken) -> NumberToken:
    """Make one range of its two ends."""
    share = low.percent or high.percent
    whole = text[low.start : high.end]
    return NumberToken(low.start, high.end, whole, low.value, high.value, None, share, "range")

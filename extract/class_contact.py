"""Rules for numbers of telephones, streets and names."""

from __future__ import annotations

import re

from extract.setting import Left, Setting

_CALLED = re.compile(
    r"\b(?:tel|tél|teléfonos?|téléphones?|telephones?|phones?|mobile|móvil|fax|call(?:ing)?|whatsapp"
    r"|cell|appel\w*|composez|hotline|helplines?|ligne|línea|d'écoute|freephone|llame|marque"
    r"|toll-free|ext|poste|numéro vert)\b[^a-z\d]{0,4}(?:(?:at|on|us|al|au|le|is|line) ){0,2}"
    r"[^a-z\d]{0,2}(?P<called>[\d(+][\d ().+/-]{1,26}\d)"
    r"|(?P<abroad>(?<![\w+])\+ ?\d[\d ().+/-]{5,24}\d)"
    r"|(?P<home>\(0\d{0,4}\)[ -]?\d[\d .-]{4,18}\d)"
    r"|(?P<long>(?<![\w.,/-])0\d{1,4}(?:[ .-]\d{2,4}){2,4}(?![\w/-]|[.,]\d))",
    re.I,
)
_GROUPED = re.compile(r"\+\d{1,3}(?: \d{3})* 000 *$")
_COUNTS = re.compile(
    r" (?!sans\b|dans\b|mais\b|sous\b|plus\b)[a-zà-ÿ]{3,}s\b"
)  # mobile: 450 000 users
_HOTLINE = re.compile(
    r"(?:line|ligne|línea|écoute|appelez|composez|llame|marque|ext|poste)\W|call (?!\d+ [a-z]+s\b)",
    re.I,
)


def called_spans(plain: str) -> list[tuple[int, int]]:
    """Find where telephone numbers stand in a plain text, over line ends too."""
    return [found.span(found.lastgroup or 0) for found in _CALLED.finditer(plain) if _dials(found)]


def _dials(found: re.Match[str]) -> bool:
    """Whether digits are those of a telephone: enough of them, and no thousands."""
    digits = found[found.lastgroup or 0]
    size = sum(one.isdigit() for one in digits)
    counts = _COUNTS.match(found.string, found.end()) is not None
    lines = _HOTLINE.search(found.group())
    if (counts and not lines and digits[0] not in "+0(") or _GROUPED.match(digits):
        return False
    short = found["called"] and lines and digits.isdigit()
    return size >= 6 or (bool(short) and size in (3, 4))


_STREETS = (
    r"road|street|avenue|ave|lane|drive|square|boulevard|blvd|way|floor|suite"
    r"|building|house|plaza|rd|st"
)
_STREET_RIGHT = re.compile(
    rf"(?:th|st|nd|rd)?,? (?:(?:[A-ZÀ-Þ][\w'.-]+ ){{1,4}}(?:{_STREETS})\b|(?:rue"
    rf"|avenue|boulevard|place|chemin|bis)\b)",
    re.I,
)
_STREET_LEFT = re.compile(
    r"\b(?:P\.? ?O\.? Box|Apartado|Postfach|BP|Calle|Avenida|Av\.|Carrera|Cra\."
    r"|Paseo|Rue|Moo|Soi|Piso"
    r"|Plot|Suite|Room|CP|C\.P\.)[\w .°#]{0,30}[\d-]*$|\b(?:street|road|avenue"
    r"|calle|rue|house)\b[^.]{0,40}, (?:[A-Z]\w+ )$",
    re.I,
)
_NAME_LEFT = re.compile(
    r"(?:\b(?:COVID|Covid|WSIS|Beijing|Agenda|Generation|Vision|Windows|Web|Radio"
    r"|Channel|Section|Group of|Horizon"
    r"|Top|top|Big|Article|Apollo|Studio|Stockholm|Rio|SARS-CoV|Law|Resolution"
    r"|Estrategia|UNTC|iOS|Android|Industry|DAC|ISO|Convention|C)[- +]?"
    r"|[A-Za-z]\+)$"
)
_NAME_RIGHT = re.compile(r"(?:/7|G\b|D\b|Ps\b| Agenda\b|/365|-degree|x\b|AM\b|PM\b)")
_LICENCE_LEFT = re.compile(
    r"\b(?:CC|Creative Commons|[AL]?GPL|Apache|licen[cs]e|licence|licencia)"
    r"(?:[ -](?:BY|NC|ND|SA|CC0|Attribution\w*|[Vv]ersi[oó]n|[A-Z][\w-]*)){0,6}[ -]v?$",
    re.I,
)
_VERSION_LEFT = re.compile(r"\b[Vv](?:ersi[oó]n|ersion|er\.)? ?$")


def by_contact(s: Setting) -> Left | None:
    """See telephone numbers and addresses."""
    if s.token.percent or s.token.kind in ("words", "vague"):
        return None
    if s.called:
        return "contact", "part of a telephone number"
    if _STREET_LEFT.search(s.left) or (
        _STREET_RIGHT.match(s.right) and s.token.kind in ("digits", "ordinal")
    ):
        return "contact", "part of an address"
    if re.search(
        r"\b(?:Dublin|Paris|London|Bangkok|Geneva|Genève|BANGKOK|[A-Z]{2}-?) ?$", s.left
    ) and (re.fullmatch(r"\d{1,5}", s.token.text) and re.match(r",|$|\.| [A-Z]{2,}", s.right)):
        return "contact", "part of an address"
    if re.search(r"(?<!\w)[A-Z]{1,2}-$", s.left) and re.match(r"\d{4,5}$", s.token.text):
        return "contact", "a postal code"
    if re.search(r"\d $|\d-$", s.left) and re.match(r" \d", s.right) and s.token.text.isdigit():
        return "contact", "one of a row of digits"
    return None


def by_name(s: Setting) -> Left | None:
    """See numbers inside names: COVID-19, Agenda 2030, Down to Zero, CC BY 4.0."""
    if re.fullmatch(r"\d{1,2}\.\d", s.token.text) and (
        _LICENCE_LEFT.search(s.left) or _VERSION_LEFT.search(s.left)
    ):
        return "name", "the version of a licence or a tool"
    if _NAME_LEFT.search(s.left) or _NAME_RIGHT.match(s.right):
        return "name", "part of a name"
    if re.match(r"[A-Z]", s.right) and not re.search(r"[$€£] ?$", s.left):
        return "name", "part of a name"
    if (
        re.search(r"\w,? [A-Z]\w+ $", s.left)
        and re.fullmatch(r"\d", s.token.text)
        and re.match(r"[.,;:)]|$", s.right)
    ):
        return "name", "part of a name"
    word = s.token.text
    if word[:1].isupper() and s.token.kind == "words" and s.left.strip() and not s.opens:
        begins = re.search(r"[.!?:;*|\"'()-] *$|\d[.)] *$", s.left)
        if re.match(r" [A-ZÀ-Þ]", s.right) or re.search(
            r"(?:[A-Z]\w+ (?:to|of|for)|[A-Z]\w+) $", s.left
        ):
            quoted = s.left.endswith('"') or not begins
            if quoted:
                return "name", "part of a name"
    if re.search(r"[A-Z]\w+ to $", s.left) and word.lower() == "zero":
        return "name", "part of a name"
    return None

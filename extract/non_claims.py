"""Says of a number that claims nothing what it is, in the classes in which it can be set aside.

The classes are those of facts.model.SetAsideClass. The first rule that fits decides.
"""

from __future__ import annotations

import re

from extract.numbering import NAME_LEFT, NonClaim, NumberContext, by_date, by_mark, by_reference

_CALLED = re.compile(
    r"\b(?:tel|tél|teléfonos?|téléphones?|telephones?|phones?|mobile|móvil|fax|call(?:ing)?"
    r"|whatsapp|cell|appel\w*|composez|hotline|helplines?|ligne|línea|d'écoute|freephone|llame"
    r"|marque|toll-free|ext|poste|numéro vert)\b[^a-z\d]{0,4}(?:(?:at|on|us|al|au|le|is"
    r"|line) ){0,2}[^a-z\d]{0,2}(?P<called>[\d(+][\d ().+/-]{1,26}\d)"
    r"|(?P<abroad>(?<![\w+])\+ ?\d[\d ().+/-]{5,24}\d)|(?P<home>\(0\d{0,4}\)[ -]?\d[\d .-]{4,18}\d)"
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
    r"\b(?:P\.? ?O\.? Box|Apartado|Postfach|BP|Calle|Avenida|Av\.|Carrera|Cra\.|Paseo|Rue|Moo|Soi"
    r"|Piso|Plot|Suite|Room|CP|C\.P\.)[\w .°#]{0,30}[\d-]*$|\b(?:street|road|avenue|calle|rue"
    r"|house)\b[^.]{0,40}, (?:[A-Z]\w+ )$",
    re.I,
)
_NAME_RIGHT = re.compile(r"(?:/7|G\b|D\b|Ps\b| Agenda\b|/365|-degree|x\b|AM\b|PM\b)")
_LICENCE_LEFT = re.compile(
    r"\b(?:CC|Creative Commons|[AL]?GPL|Apache|licen[cs]e|licence|licencia)"
    r"(?:[ -](?:BY|NC|ND|SA|CC0|Attribution\w*|[Vv]ersi[oó]n|[A-Z][\w-]*)){0,6}[ -]v?$",
    re.I,
)
_VERSION_LEFT = re.compile(r"\b[Vv](?:ersi[oó]n|ersion|er\.)? ?$")


def by_contact(s: NumberContext) -> NonClaim | None:
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


def by_name(s: NumberContext) -> NonClaim | None:
    """See numbers inside names: COVID-19, Agenda 2030, Down to Zero, CC BY 4.0."""
    if re.fullmatch(r"\d{1,2}\.\d", s.token.text) and (
        _LICENCE_LEFT.search(s.left) or _VERSION_LEFT.search(s.left)
    ):
        return "name", "the version of a licence or a tool"
    if NAME_LEFT.search(s.left) or _NAME_RIGHT.match(s.right):
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


_TIME_WORD = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|century|centuries|ans?"
    r"|années?|mois|semaines?|jours?|heures?|minutes|décennies?|años?|meses|mes|semanas?|días?"
    r"|horas?|minutos?|décadas?)"
)
_TIME_RIGHT = re.compile(
    rf"[ -](?:(?:calendar|working|consecutive|full|more|long|further|short|or so"
    rf"|dernières|últimos|prochaines)[ -])?{_TIME_WORD}(?!\w)",
    re.I,
)
_TIME_OF = re.compile(  # hours of training, jours de formation: a thing counted in time
    rf"[ -]{_TIME_WORD} (?:of|d[e']) ?(?!(?:ages?|the|our|la|vie|life|vida)\b|âge|edad)\w",
    re.I,
)
_TIME_CLAIM = re.compile(
    r"\b(?:average|mean|median|moyen\w*|moyenne|medi[ao]|promedio|deadline|sentence[sd]?|took"
    r"|takes?|lasted|fell|rose|dropped|from|bajó|wait\w*|delay|stay|years to|put|jumped"
    r"|espera)\b(?:[^.;:]){0,50}$",
    re.I,
)
_AGE_LEFT = re.compile(
    r"(?:\b(?:ages?|aged|âgée?s?|agés|age of|ages of|âge de|edad de|edades"
    r"|mayores de|menores de|under|over|above"
    r"|below|younger than|older than|turn(?:ed|ing)?|moins de|plus de|entre|the"
    r" age of|women|people|adolescents|children|girls|boys|youth|users|niñas|niños|adolescentes)"
    r"(?: of| from| between| de| les| entre)?[ (,]*(?:\d+ ?(?:to|and|-|à|et|y|a) ?)?)$",
    re.I,
)
_ONLY_ONCE = re.compile(r"\b(?:only|at least|just|more than|met|than|but) (?:\w+ )?$")
_ONCE_A_YEAR = re.compile(
    r" (?:a|per|every|each) (?:year|month|week|day|quarter)\b| (?:in|since) \d{4}"
)
_PAST = re.compile(r"\b(?:past|last|next|previous|coming|first|following) $", re.I)
_GROWN_UP_LEFT = re.compile(r"\b(?:under|over|under the|than|les|the|moins de|plus de) $")
_GROWN_UP_RIGHT = re.compile(r"s?\b[,.;:)]|s?$|s | (?:and|or|were|are|is|who|have)\b|-")
_AGE_SURE = re.compile(
    r"\b(?:aged?|ages|âgée?s?|age of|âge de|edad|edades|younger than|older than|the age of)"
    r"(?: of| from| between| de| entre| les)?[ (]*$",
    re.I,
)
_AGE_RIGHT = re.compile(
    r"(?:[ -]years?[ -]?old|[ -]year[ -]olds?|-year-olds?| years of age| ans(?!\w)| años(?!\w))",
    re.I,
)
_TEMPLATE_RIGHT = re.compile(
    r"(?: ?-)?(?: a)? ?(?:pages?|words?|mots|palabras|characters|páginas)\b(?!\w)"
    r"|[ -](?:questions? below)",
    re.I,
)
_TEMPLATE_LEFT = re.compile(
    r"(?:\(|\b(?:no more than|not exceed(?:ing)?|maximum(?: of)?|max\.?|limit(?: of)?|up to|within"
    r"|answer the|exceed|statement is|at most|máximo(?: de)?|maximum)) ?$",
    re.I,
)
_PRONOUN_RIGHT = re.compile(
    r" (?:of(?! (?:every|each))|another|cannot|can|could|must|should|may|might|would|will|has to"
    r"|who|that|which|day|hand|way|thing|side|common|on the|is|was|where|such|and the same|single"
    r"|more(?! \w+s?)|after|by one|such|example|reason|step|in which|form|to|more time)\b"
    r"|[-'](?!year)|\W*$|[.,;:)]",
    re.I,
)
_PRONOUN_LEFT = re.compile(
    r"\b(?:no|any|every|each|this|that|which|the|only|another|some|as|by|with|a|good|first|last"
    r"|other|not|such|day|next|one) $|-$",
    re.I,
)
_NOTHING = (
    r"points?|reasons?|examples?|ways?|things?|factors?|aspects?|messages?|questions?|hands?|sides?"
    r"|causes?|respects?|issues?|lessons?|concerns?|challenges?|remarks?|observations?|principles?"
    r"|raisons?|exemples?|razones|ejemplos|aspectos|sides|halves|parts|worlds"
    r"|sorts|kinds|forms|types"
)
_SHARE_POINTS = re.compile(
    r" (?:percentage points?|points? de pourcentage|puntos? porcentual)", re.I
)
_NOTHING_RIGHT = re.compile(rf" (?:(?!and |of |in )[\w-]+ ){{0,2}}(?:{_NOTHING})(?!\w)", re.I)


def by_time(s: NumberContext) -> NonClaim | None:
    """See ages, stretches of time and lengths that a form asks for."""
    if s.token.percent:
        return None
    if _TEMPLATE_RIGHT.match(s.right) and _TEMPLATE_LEFT.search(s.left):
        return "template_text", "a length that a form asks for"
    if _is_age(s):
        return "no_claim", "an age"
    return ("duration", "a stretch of time") if _is_duration(s) else None


def _is_duration(s: NumberContext) -> bool:
    """Say whether a number counts years, days or the like and claims nothing by it."""
    if not _TIME_RIGHT.match(s.right) or (s.token.value or 0) >= 1000:
        return False
    if _TIME_OF.match(s.right) and not _PAST.search(s.left):
        return False
    if _PAST.search(s.left):
        return True
    adjective = s.right.startswith("-") and not re.match(r"-\w+s\b", s.right)
    return adjective or not _TIME_CLAIM.search(s.left)


def _is_pronoun(s: NumberContext) -> bool:
    """Say whether "one" counts nothing: one of them, no one, one another."""
    if not (_PRONOUN_RIGHT.match(s.right) or _PRONOUN_LEFT.search(s.left)):
        return False
    counts = re.search(r"(?:at least|more than|exactly|only|just) $", s.left)
    return not counts or bool(re.match(r" (?:of|form|hand)\b", s.right))


def by_word(s: NumberContext) -> NonClaim | None:
    """See words that count nothing: one of them, once again, three reasons."""
    word = s.token.text.lower()
    if word == "one" and _is_pronoun(s):
        return "pronoun", "a word, not a number"
    if word == "once" and s.token.kind == "times" and not _counts_once(s):
        return "no_claim", "a word, not a number"
    if word == "twice" and re.match(r" (?:as|the|that|that of)\b", s.right):
        return "no_claim", "a comparison"
    if (
        s.token.kind in ("words", "digits")
        and not s.token.percent
        and not _SHARE_POINTS.match(s.right)
        and _NOTHING_RIGHT.match(s.right)
    ) and (
        isinstance(s.token.value, int) and s.token.value < 10 and not re.search(r"[±+] ?$", s.left)
    ):
        return "no_claim", "counts the points of the text"
    if word == "zero" and re.match(r"[- ](?:tolerance|sum|in on)", s.right):
        return "name", "part of a phrase"
    if re.fullmatch(r"0+", s.token.text) and re.search(r"-$", s.left):
        return "no_claim", "an ornament"
    return None


def _counts_once(s: NumberContext) -> bool:
    """Say whether "once" counts: met only once, once a year, once in 2023."""
    if _ONLY_ONCE.search(s.left) and not re.match(r" (?:the|they|we|he|she|it)\b", s.right):
        return True
    return not s.opens and not s.left.endswith("at ") and bool(_ONCE_A_YEAR.match(s.right))


def _is_age(s: NumberContext) -> bool:
    """Say whether a number is small enough for an age, and words beside it make it one."""
    numbers = [one for one in (s.token.low, s.token.high) if one is not None]
    if not numbers or any(isinstance(one, float) or not 0 <= one <= 30 for one in numbers):
        return False
    left = _AGE_LEFT.search(s.left)
    if _AGE_SURE.search(s.left):
        return True
    if _AGE_RIGHT.match(s.right) and (left or re.match(r"[ -]years?[ -]", s.right)):
        return True
    if left and s.token.kind == "range" and re.match(r"[,.;)]| (?:in|who|from)\b", s.right):
        return True
    grown = s.token.text in ("18", "15", "16", "13") and _GROWN_UP_LEFT.search(s.left)
    return bool(grown and _GROWN_UP_RIGHT.match(s.right))


_RULES = (by_date, by_mark, by_reference, by_contact, by_name, by_time, by_word)


def class_of(setting: NumberContext) -> NonClaim | None:
    """Give class and reason for a number that claims nothing."""
    return next((found for rule in _RULES if (found := rule(setting)) is not None), None)

"""A number in its block goes in; the class of a number that claims nothing comes out, or None.

The classes are those of facts.model.SetAsideClass, so that what is left out can be set aside as it
is. Each rule is a pattern for the words left of the number, right of it, or around it; the first
rule that fits decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.when import date_spans
from facts.model import SetAsideClass
from facts.numbers import NumberToken


@dataclass(frozen=True)
class Setting:
    """What stands around a number: the words of its block left and right of it."""

    left: str
    right: str
    token: NumberToken
    opens: bool  # it is the first thing in its block
    closes: bool  # it is the last thing in its block
    in_note: bool


_REF = (
    r"arts?|articles?|artículos?|artículo|section|sections|sect|sec|sección|paras?|paragraphs?|¶|§"
    r"|paragraphes?|párrafos?|apartado|clauses?|rule|rules|regulation|act|law|laws|loi|lois|ley|leyes"
    r"|décret|decreto|decree|directive|directiva|convention|protocol|resolution|résolution|resolución"
    r"|general comment|comment|observation générale|observación general|recommendation|bill|code"
    r"|constitution|republic act|ordinance|order|amendment|case|petition|c\.|s\.|ss\.|cap\.?|protocol no"
)
_NUMBERED = (
    r"pages?|p|pp|pág|págs|página|páginas|chapters?|chap|chapitre|capítulo|parts?|partie|parte|tables?"
    r"|tableau|tabla|cuadro|figures?|fig|graph|graphique|gráfico|box|encadré|recuadro|annex|annexes|annexe|anexo"
    r"|anexos|appendix|footnotes?|notes?|nota|n|vol|volume|issue|nos?|núm|nro|numbers?|num|question|q|sdgs?|ods|odd"
    r"|goals?|targets?|objectifs?|objetivos?|cibles?|metas?|indicators?|action lines?|lines?|steps?|étape|phases?|rounds?"
    r"|levels?|grades?|tier|type|stage|pillars?|provinces?|zones?|wards?|districts?|rooms?|floor|day|days"
    r"|cycle|sessions?|item|agenda item|module|modules|unit|units|class|version|insight|brief|paper|series"
    r"|recommendations?|recomendación|points?|schedule|option|scenario|option|group|form|appendices|attachment|line|ref"
)
_SIGN = r"(?:[.:]? ?(?:no|nos|nr|n[°º]|n|num|núm)?[.°º:]? ?)"
_CHAIN = r"(?:\d[\d.]*(?:\([a-z\d]\))*(?:, | and | & | to | or | et | y | ou | o |-|; )+(?:and |or )?)*"
_REF_LEFT = re.compile(rf"(?<!\w)(?:{_REF}){_SIGN}(?:\([A-Z]{{2}}\) )?{_CHAIN}$", re.I)
_NUMBERED_LEFT = re.compile(rf"(?<!\w)(?:{_NUMBERED}){_SIGN}{_CHAIN}$", re.I)
_LAW_OF_YEAR = re.compile(r"\b(?:act|law|ley|loi|code)[ ,]+(?:no\.? ?\d+ )?(?:of|de|du)? ?$", re.I)
_SYMBOL = re.compile(r"(?<!\w)[A-Z][A-Za-z.]{0,9}(?:/[\w.]+)*/(?:[\w.-]*-)?$")
_SYMBOL_AFTER = re.compile(r"/(?=[A-Z\d])")
_CODE_LEFT = re.compile(
    r"(?:\b(?:ISBN(?:-1[03])?|ISSN|DOI|doi|IBAN|ISO|VAT|Registered Charity|Reg(?:istration)?|ref)"
    r"[.:# ]*(?:No\.? ?|number )?[\d\- ./]*|\d-)$",
)
_PHONE_LEFT = re.compile(
    r"(?:\b(?:tel|tél|teléfono|téléphone|phone|mobile|móvil|fax|call|whatsapp|cell|appel\w*|hotline"
    r"|helpline|ligne|línea|d'écoute|freephone|llame|toll-free)\b[^a-z]{0,4}(?:(?:at|on|us|al|au|is) )?[\d +().-]{0,24}"
    r"|\+[\d ().-]{0,20}|\(0?)$",
    re.I,
)
_PHONE_RUN = re.compile(r"[\d +()./-]*\d[\d +()./-]*")
_STREETS = (
    r"road|street|avenue|ave|lane|drive|square|boulevard|blvd|way|floor|suite|building|house|plaza|rd|st"
)
_STREET_RIGHT = re.compile(
    rf"(?:th|st|nd|rd)?,? (?:(?:[A-ZÀ-Þ][\w'.-]+ ){{1,4}}(?:{_STREETS})\b|(?:rue|avenue|boulevard|place|chemin|bis)\b)",
    re.I,
)
_STREET_LEFT = re.compile(
    r"\b(?:P\.? ?O\.? Box|Apartado|Postfach|BP|Calle|Avenida|Av\.|Carrera|Cra\.|Paseo|Rue|Moo|Soi|Piso"
    r"|Plot|Suite|Room|CP|C\.P\.)[\w .°#]{0,30}[\d-]*$|\b(?:street|road|avenue|calle|rue|house)\b[^.]{0,40}, (?:[A-Z]\w+ )$",
    re.I,
)
_TIME_WORD = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|century|centuries|ans?|années?"
    r"|mois|semaines?|jours?|heures?|minutes|décennies?|años?|meses|mes|semanas?|días?|horas?|minutos?|décadas?)"
)
_TIME_RIGHT = re.compile(
    rf"[ -](?:(?:calendar|working|consecutive|full|more|long|further|short|or so|dernières|últimos|prochaines)[ -])?{_TIME_WORD}(?!\w)",
    re.I,
)
_TIME_LEFT = re.compile(
    r"(?:\b(?:past|last|next|previous|coming|first|following|recent|within|for|over|during|after|before"
    r"|every|in|since|of|under|until|about|some|than|least|nearly|almost|been|de|depuis|pendant|durant|dans|en|sous|il y a"
    r"|derniers|dernières|prochains|hace|desde|durante|últimos|últimas|próximos|tras|cada|plazo de|the|les|los|las|now)|,) "
    r"(?:the |its |a |our |los |les |plus d[e'] ?|más de |al menos )?(?:(?:past|last|next|first|previous) )?$",
    re.I,
)
_TIME_CLAIM = re.compile(
    r"\b(?:average|mean|median|moyen\w*|moyenne|medi[ao]|promedio|deadline|sentence[sd]?|took|takes?|lasted"
    r"|fell|rose|dropped|from|bajó|wait\w*|delay|stay|years to|put|jumped|espera)\b(?:[^.;:]){0,50}$",
    re.I,
)
_AGE_LEFT = re.compile(
    r"(?:\b(?:ages?|aged|âgée?s?|agés|age of|ages of|âge de|edad de|edades|mayores de|menores de|under|over|above"
    r"|below|younger than|older than|turn(?:ed|ing)?|moins de|plus de|entre|the age of|women|people|adolescents|children|girls|boys|youth|users|niñas|niños|adolescentes)"
    r"(?: of| from| between| de| les| entre)?[ (,]*(?:\d+ ?(?:to|and|-|à|et|y|a) ?)?)$",
    re.I,
)
_AGE_SURE = re.compile(
    r"\b(?:aged?|ages|âgée?s?|age of|âge de|edad|edades|younger than|older than|the age of)"
    r"(?: of| from| between| de| entre| les)?[ (]*$",
    re.I,
)
_AGE_RIGHT = re.compile(
    r"(?:[ -]years?[ -]?old|[ -]year[ -]olds?|-year-olds?| years of age| ans(?!\w)| años(?!\w))", re.I
)
_AGE_RANGE = re.compile(r"[5-9]|1\d|2[0-5]")
_TEMPLATE_RIGHT = re.compile(
    r"(?: ?-)?(?: a)? ?(?:pages?|words?|mots|palabras|characters|páginas)\b(?!\w)|[ -](?:questions? below)", re.I
)
_NAME_LEFT = re.compile(
    r"(?:\b(?:COVID|Covid|WSIS|Beijing|Agenda|Generation|Vision|Windows|Web|Radio|Channel|Section|Group of|Horizon"
    r"|Top|Big|Article|Apollo|Studio|Stockholm|Rio|SARS-CoV|Law|Resolution|Estrategia|UNTC|iOS|Android|Industry|DAC|ISO|Convention|C)[- +]?"
    r"|[A-Za-z]\+)$"
)
_NAME_RIGHT = re.compile(r"(?:/7|G\b|D\b|Ps\b| Agenda\b|/365|-degree| degrees|x\b|AM\b|PM\b)")
_CLOCK = re.compile(r" ?(?:am|pm|a\.m\.|p\.m\.|h|hrs|GMT|o'clock|heures|CET)(?!\w)", re.I)
_CLOCK_LEFT = re.compile(r"(?:\d[:h.]|\b(?:at|until|à|a las) \d{1,2}[:h])$")
_PRONOUN_RIGHT = re.compile(
    r" (?:of(?! (?:every|each))|another|cannot|can|could|must|should|may|might|would|will|has to|who|that|which|day|hand"
    r"|way|thing|side|common|on the|is|was|where|such|and the same|single|more(?! \w+s?)|after|by one|such"
    r"|example|reason|step|in which|form|to)\b|[-'](?!year)|\W*$|[.,;:)]",
    re.I,
)
_PRONOUN_LEFT = re.compile(
    r"\b(?:no|any|every|each|this|that|which|the|only|another|some|as|by|with|a|good|first|last|other|not|such|day|next|one)"
    r" $|-$",
    re.I,
)
_NOTHING = (
    r"points?|reasons?|examples?|ways?|things?|factors?|aspects?|messages?|questions?|hands?|sides?"
    r"|causes?|respects?|issues?|lessons?|concerns?|challenges?|remarks?|observations?|principles?"
    r"|raisons?|exemples?|razones|ejemplos|aspectos|sides|halves|parts|worlds|sorts|kinds|forms|types"
)
_NOTHING_RIGHT = re.compile(
    rf" (?:(?!and |of |in )[\w-]+ ){{0,2}}(?:{_NOTHING})(?!\w)", re.I
)
_PUBLICATION = re.compile(r"(?:\b[A-Z][\w ]{2,40},? \d{1,3}\(\d{0,2}|\d\(|\d\), ?|\d: ?\d*-?)$")
_LIST_MARK = re.compile(r"[.)](?= |$)|\.\d+\.? ")
_CARRY_ORDER = re.compile(r"\b(?:third|fourth|fifth|first|second|latter|former) $", re.I)


def class_of(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    """Give class and reason for a number that claims nothing; `dated` says that it is in a date."""
    for rule in (_by_date, _by_mark, _by_reference, _by_contact, _by_name, _by_time, _by_word):
        found = rule(s, dated)
        if found:
            return found
    return None


def dates_in(text: str) -> list[tuple[int, int]]:
    """Find where the dates of a block stand."""
    return date_spans(text)


def _by_date(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    if _LAW_OF_YEAR.search(s.left) and _is_year(s.token):
        return "legal_reference", "the year of a law"
    if re.search(r"\b(?:by|before|until|d'ici(?: à)?|avant|antes de|para|to) $", s.left) and _is_year(s.token):
        return "deadline", "a year by which"
    if dated and not _NAME_LEFT.search(s.left):
        return "date", "part of a date"
    if s.token.kind == "range" and _is_year_number(s.token.high) and not s.token.percent:
        return "date", "a span of years"
    if s.token.kind == "ordinal":
        return "numbering", "an ordinal"
    if _is_year(s.token) and not re.match(r" (?!to\b|in\b|and\b|the\b)[a-z]+s\b", s.right):
        return "date", "a year"
    if re.match(r"(?:'?s)\b", s.right) and _is_year(s.token):
        return "date", "years"
    if (_CLOCK.match(s.right) or _CLOCK_LEFT.search(s.left) or re.match(r"[:h]\d\d", s.right)) and (
        isinstance(s.token.value, int) and s.token.value < 60
    ):
        return "date", "a time of day"
    return None


def _by_mark(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    plain = s.token.kind in ("digits", "range") and not s.token.percent
    if not plain:
        return None
    if s.opens and s.closes and s.token.text.isdigit() and len(s.token.text) <= 4 and "|" not in s.left:
        return "numbering", "a number alone on its line"
    if s.opens and (_LIST_MARK.match(s.right) or re.match(r"\.\d* ?[A-Z]", s.right)):
        return "numbering", "the mark of a list or heading"
    if s.opens and re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+", s.token.text):
        return "numbering", "the number of a heading"
    if s.opens and s.in_note:
        return "numbering", "the mark of a footnote"
    if re.search(r"\w[.,;:!?)\]\"'][\"')]?$|[a-z]{3}$", s.left) and re.fullmatch(r"\d{1,3}", s.token.text):
        if not re.search(r"\d[.,:]$|[$€£]$|\b[ap]\.$", s.left) and re.match(r"\W|$", s.right):
            return "numbering", "the mark of a footnote"
    if re.match(r"\) ", s.right) and re.search(r"(?:^|[ :;,])\(?$", s.left) and re.fullmatch(r"\d{1,2}", s.token.text):
        if not re.search(r"\w \($", s.left) or s.opens:
            return "numbering", "the mark of a list"
    return None


def _by_reference(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    if s.token.percent or s.token.kind == "vague":
        return None
    if _SYMBOL.search(s.left) or (_SYMBOL_AFTER.match(s.right) and re.search(r"(?:/|-|[Rr]es\w+ |VID |No\. )$", s.left)):
        return "document_symbol", "part of a document's symbol"
    if re.search(r"\d/$", s.left) or re.match(r"/\d", s.right):
        return ("name", "a name") if s.right.startswith("/7") else ("document_symbol", "part of a symbol")
    if _CODE_LEFT.search(s.left) and s.token.kind != "words":
        return "document_symbol", "part of a number that identifies"
    if _REF_LEFT.search(s.left):
        return "legal_reference", "the number of a law, article or paragraph"
    if _NUMBERED_LEFT.search(s.left) and not re.search(r"\b(?:of|a|the|per|first|last|with) days? $", s.left):
        if not re.match(r",\d|\d", s.right) and not re.search(r"(?:^|\W)n ?= ?$", s.left):
            if not re.search(r"\b(?:groups?|districts?|provinces?|days?|line|form) $", s.left) or s.token.kind == "digits":
                return "numbering", "the number of a page, part or target"
    if _PUBLICATION.search(s.left) or re.match(r"\(\d{1,3}\)", s.right):
        return "publication", "the number of a journal"
    return None


def _by_contact(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    if s.token.percent or s.token.kind in ("words", "vague"):
        return None
    run = _PHONE_RUN.match(s.right)
    tail = s.right[: run.end()] if run else ""
    if _PHONE_LEFT.search(s.left) and (
        len(re.sub(r"\D", "", s.token.text + tail)) >= 6 or "+" in s.left[-24:] or re.search(r"\d[ ()-]$", s.left)
        or (re.search(r"(?:line|ligne|línea|écoute|call) $", s.left) and len(s.token.text) in (3, 4))
    ):
        return "contact", "part of a telephone number"
    if _STREET_LEFT.search(s.left) or (_STREET_RIGHT.match(s.right) and s.token.kind in ("digits", "ordinal")):
        return "contact", "part of an address"
    if re.search(r"\b(?:Dublin|Paris|London|Bangkok|Geneva|Genève|BANGKOK|[A-Z]{2}-?) ?$", s.left) and (
        re.fullmatch(r"\d{1,5}", s.token.text) and re.match(r",|$|\.| [A-Z]{2,}", s.right)
    ):
        return "contact", "part of an address"
    if re.search(r"\d $|\d-$", s.left) and re.match(r" \d", s.right) and s.token.text.isdigit():
        return "contact", "one of a row of digits"
    return None


def _by_name(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    if _NAME_LEFT.search(s.left) or _NAME_RIGHT.match(s.right):
        return "name", "part of a name"
    word = s.token.text
    if word[:1].isupper() and s.token.kind == "words" and s.left.strip() and not s.opens:
        begins = re.search(r"[.!?:;*|\"'()-] *$|\d[.)] *$", s.left)
        if re.match(r" [A-ZÀ-Þ]", s.right) or re.search(r"(?:[A-Z]\w+ (?:to|of|for)|[A-Z]\w+) $", s.left):
            quoted = s.left.endswith('"') or not begins
            if quoted:
                return "name", "part of a name"
    if re.search(r"[A-Z]\w+ to $", s.left) and word.lower() == "zero":
        return "name", "part of a name"
    return None


def _by_time(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    if s.token.percent:
        return None
    if _TEMPLATE_RIGHT.match(s.right):
        return "template_text", "a length that a form asks for"
    if _AGE_RIGHT.match(s.right) and (_is_age(s.token) and (_AGE_LEFT.search(s.left) or re.match(r"[ -]years?[ -]", s.right))):
        return "no_claim", "an age"
    if _AGE_SURE.search(s.left) and _is_age(s.token):
        return "no_claim", "an age"
    if _AGE_LEFT.search(s.left) and s.token.kind == "range" and _is_age(s.token) and re.match(r"[,.;)]| (?:in|who|from)\b", s.right):
        return "no_claim", "an age"
    if re.search(r"\b(?:under|over|under the|than|les|the|moins de|plus de) $", s.left) and s.token.text in ("18", "15", "16", "13"):
        if re.match(r"s?\b[,.;:)]|s?$|s | (?:and|or|were|are|is|who|have)\b|-", s.right):
            return "no_claim", "an age"
    if _TIME_RIGHT.match(s.right):
        adjective = s.right.startswith("-") and not re.match(r"-\w+s\b", s.right)
        if adjective:
            return "duration", "a stretch of time"
        if _TIME_LEFT.search(s.left) or s.opens or not _TIME_CLAIM.search(s.left):
            if not _TIME_CLAIM.search(s.left):
                return "duration", "a stretch of time"
    return None


def _by_word(s: Setting, dated: bool) -> tuple[SetAsideClass, str] | None:
    word = s.token.text.lower()
    if word == "one" and (_PRONOUN_RIGHT.match(s.right) or _PRONOUN_LEFT.search(s.left)):
        if not re.search(r"(?:at least|more than|exactly|only|just) $", s.left) or re.match(r" (?:of|form|hand)\b", s.right):
            return "pronoun", "a word, not a number"
    if word == "once" and not _counts_once(s):
        return "no_claim", "a word, not a number"
    if word == "twice" and re.match(r" (?:as|the|that|that of)\b", s.right):
        return "no_claim", "a comparison"
    if s.token.kind in ("words", "digits") and not s.token.percent and _NOTHING_RIGHT.match(s.right):
        if isinstance(s.token.value, int) and s.token.value < 10:
            return "no_claim", "counts the points of the text"
    if word == "zero" and re.match(r"[- ](?:tolerance|sum|in on)", s.right):
        return "name", "part of a phrase"
    if re.fullmatch(r"0+", s.token.text) and re.search(r"-$", s.left):
        return "no_claim", "an ornament"
    return None


def _counts_once(s: Setting) -> bool:
    if re.search(r"\b(?:only|at least|just|more than|met|than|but) (?:\w+ )?$", s.left) and not re.match(r" (?:the|they|we|he|she|it)\b", s.right):
        return True
    return bool(re.match(r" (?:a|per|in|every|each|this|during|since) ?(?:year|month|week|day|quarter|\d{4})?", s.right)) and not re.match(r" (?:again|more)", s.right) and not s.opens and not re.search(r"\bat $", s.left) and bool(re.match(r" (?:a|per|every|each) (?:year|month|week|day|quarter)| (?:in|since) \d{4}", s.right))


def _is_year(token: NumberToken) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text))


def _is_year_number(value: object) -> bool:
    return isinstance(value, int) and 1900 <= value < 2100


def _is_age(token: NumberToken) -> bool:
    numbers = [one for one in (token.low, token.high) if one is not None]
    return bool(numbers) and all(isinstance(one, int) and 0 <= one <= 30 for one in numbers)

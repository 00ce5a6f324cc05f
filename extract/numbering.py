"""Knows the numbers that only name something, such as dates, notes, pages, laws and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from facts.vocabulary import SetAsideClass
from language.numbers import NumberToken, is_year
from language.passages import Block, Passages

NonClaim: TypeAlias = tuple[SetAsideClass, str]  # the class of a number left out, and why


@dataclass(frozen=True)
class NumberContext:
    """What stands around a number: the words of its block left and right of it.

    `opens` and `closes` say that it is the first and the last thing in its block, `dated` that it
    stands in a date, `called` that it stands in a telephone number, `listed` that it is the page of
    a line of contents.
    """

    left: str
    right: str
    token: NumberToken
    opens: bool
    closes: bool
    in_note: bool
    dated: bool
    called: bool = False
    listed: bool = False


_HEAD = re.compile(
    r"[\W\d]*(?:table of contents|contents|sommaire|table des mati[èe]res|[íi]ndice|contenidos?"
    r"|tabla de contenidos?)\W*",
    re.I,
)
_PAGE = re.compile(r"[^\W\d](?:[^\d\n]{0,3})[ \t](\d{1,3})$")
_LONGEST = 140  # letters of a line
_FEWEST = 5  # lines in a row, where no heading says what they are


def content_pages(passages: Passages) -> frozenset[int]:
    """Where the pages of tables of contents begin in the plain text."""
    return frozenset(at for run in _runs(passages) for at in run)


def _runs(passages: Passages) -> Iterator[list[int]]:
    """Give the pages of lines that follow one another, in rising order."""
    run: list[int] = []
    last, headed = 0, False
    for block in passages.blocks:
        page = _page(passages.plain, block)
        number = int(passages.plain[page : block.end]) if page is not None else -1
        if page is not None and (not run or number >= last):
            run.append(page)
            last = number
            continue
        if len(run) >= (1 if headed else _FEWEST):
            yield run
        headed = bool(_HEAD.fullmatch(passages.plain, block.start, block.end))
        run, last = ([page], number) if page is not None else ([], 0)
    if len(run) >= (1 if headed else _FEWEST):
        yield run


def _page(plain: str, block: Block) -> int | None:
    """Where the page at the end of a line begins, or None."""
    if block.kind == "table" or block.end - block.start > _LONGEST:
        return None
    found = _PAGE.search(plain, max(block.start, block.end - 12), block.end)
    return found.start(1) if found else None


_REF = (
    r"arts?|articles?|artículos?|artículo|section|sections|sect|sec|sección|paras?|paragraphs?|¶|§"
    r"|paragraphes?|párrafos?|apartado|clauses?|rule|rules|regulation|act|law|laws|loi|lois|ley"
    r"|leyes|décret|decreto|decree|directive|directiva|convention|protocol|resolution|résolution"
    r"|resolución|general comment|comment|observation générale|observación general|recommendation"
    r"|bill|code|constitution|republic act|ordinance|order|amendment|case|petition|s\.|ss\.|cap\.?"
    r"|protocol no"
)
_NUMBERED = (
    r"pages?|p|pp|pág|págs|página|páginas|chapters?|chap|chapitre|capítulo|parts?|partie|parte"
    r"|tables?|tableau|tabla|cuadro|figures?|fig|graph|graphique|gráfico|box|encadré|recuadro|annex"
    r"|annexes|annexe|anexo|anexos|appendix|footnotes?|notes?|nota|n|vol|volume|issue|nos?|núm|nro"
    r"|numbers?|num|question|q|sdgs?|ods|odd|goals?|targets?|objectifs?|objetivos?|cibles?|metas?"
    r"|indicators?|action lines?|lines?|steps?|étape|phases?|rounds?|levels?|grades?|tier|type"
    r"|stage|pillars?|provinces?|zones?|wards?|districts?|rooms?|floor|day|days|cycle|sessions?"
    r"|item|agenda item|module|modules|unit|units|class|version|insight|brief|paper|series"
    r"|recommendations?|recomendación|points?|schedule|option|scenario|option|group|form|appendices"
    r"|attachment|line|ref"
)
_SIGN = r"(?:[.:]? ?(?:no|nos|nr|n[°º]|n|num|núm)?[.°º:]? ?)"
_CHAIN = (
    r"(?:\d[\d.]*(?:\([a-z\d]\))*(?:, | and | & | to | or | et | y | ou | o |-|; )+(?:and |or )?)*"
)
_REF_LEFT = re.compile(rf"(?<!\w)(?:{_REF}){_SIGN}(?:\([A-Z]{{2}}\) )?{_CHAIN}$", re.I)
_NUMBERED_LEFT = re.compile(rf"(?<!\w)(?:{_NUMBERED}){_SIGN}{_CHAIN}$", re.I)
_LAW_OF_YEAR = re.compile(r"\b(?:act|law|ley|loi|code)[ ,]+(?:no\.? ?\d+ )?(?:of|de|du)? ?$", re.I)
_SYMBOL = re.compile(r"(?<!\w)[A-Z][A-Za-z.]{0,9}(?:/[\w.]+)*/(?:[\w.-]*-)?$")
_SYMBOL_OF = re.compile(
    r"\b(?:r[eé]sol\w+|decision|décision|decisión|directive|regulation) $", re.I
)
_SYMBOL_AFTER = re.compile(r"/(?=[A-Z\d])")
_PRINTED = re.compile(r" ?\([EFSARC]\)(?= |$)")  # the languages of the United Nations
_PRINTED_LEFT = re.compile(r"\([EFSARC]\)(?: \d{6,8}){0,6} $")
_JOINED = re.compile(r"(?<![\w$€£])[A-Z]{2,}[./]$")
_NTH = re.compile(r"\.?[ºª°](?!C)|(?:st|nd|rd|th|er|re|ère|ème|e|nde?)(?!\w)")
_SQUARE_LEFT = re.compile(r"\[(?:\d{1,3}(?:, ?| ?- ?))*$")
_SQUARE_RIGHT = re.compile(r"(?:(?:, ?| ?- ?)\d{1,3})*\]")
_BRACKETED = re.compile(
    r"(?:[^\W\d]+[',]? ){4,}\($"
)  # behind a whole sentence: "... entendus (3)."
_DOTS = re.compile(
    r"(?:\.{3,}|…+|(?:\. ){3,}|(?:·+ ?){3,}|_{4,}) ?$|\bpage \d+ (?:of|de|sur) $", re.I
)
_YEAR_LABEL = re.compile(r"(?:^|[(;,] ?| )(?:19|20)\d\d ?: $")
_ADDRESSED = re.compile(r"\b(?:doi|arxiv)[.:]? ?\S*$", re.I)  # doi:10.1016/j.x.2021.105
_IBID = re.compile(r"\b(?:ibid|op\. cit|loc\. cit|supra)\.?,? (?:p{1,2}\. ?)?$", re.I)
_PAGE_OF = re.compile(r"\b(?:pages?|página) $", re.I)
_PART_LEFT = re.compile(rf"(?<!\w)(?:{_REF}){_SIGN}\d{{1,3}} ?\($", re.I)  # art. 3 (1)
_CHANCE = re.compile(r"\bp ?[<=>≤] ?$")  # p<0.05
_CHAPTER_LEFT = re.compile(r"(?:\d|\bAct),? \(?c\. $")
_CODE_LEFT = re.compile(
    r"(?:\b(?:ISBN(?:-1[03])?|ISSN|DOI|doi|IBAN|ISO|VAT|Registered Charity|Reg(?:istration)?|ref)"
    r"[.:# ]*(?:No\.? ?|number )?[\d\- ./]*|\d-)$",
)
NAME_LEFT = re.compile(
    r"(?:\b(?:COVID|Covid|WSIS|Beijing|Agenda|Generation|Vision|Windows|Web|Radio|Channel|Section"
    r"|Group of|Horizon|Top|top|Big|Article|Apollo|Studio|Stockholm|Rio|SARS-CoV|Law|Resolution"
    r"|Estrategia|UNTC|iOS|Android|Industry|DAC|ISO|Convention|C)[- +]?|[A-Za-z]\+)$"
)
_CLOCK = re.compile(r" ?(?:am|pm|a\.m\.|p\.m\.|h|hrs|GMT|o'clock|heures|CET)(?!\w)", re.I)
_CLOCK_LEFT = re.compile(r"(?:\d[:h.]|\b(?:at|until|à|a las) \d{1,2}[:h])$")
_PUBLICATION = re.compile(r"(?:\b[A-Z][\w ]{2,40},? \d{1,3}\(\d{0,2}|\d\(|\d\), ?|\d: ?\d*-?)$")
_LIST_MARK = re.compile(r"[.)](?= |$)|\.\d+\.? ")


def by_date(s: NumberContext) -> NonClaim | None:
    """See dates, years, spans of years, ordinals and times of day."""
    if _LAW_OF_YEAR.search(s.left) and is_year(s.token):
        return "legal_reference", "the year of a law"
    if re.search(
        r"\b(?:by|before|until|d'ici(?: à)?|avant|antes de|para|to) $", s.left
    ) and is_year(s.token):
        return "deadline", "a year by which"
    if re.match(r"(?:19|20)\d\d\.\d{1,3}$", s.token.text):
        return "date", "a year and the mark of a footnote"
    if s.right.startswith("/") and _SYMBOL_OF.search(s.left):
        return "document_symbol", "part of a document's symbol"
    if s.dated and not NAME_LEFT.search(s.left):
        return "date", "part of a date"
    if s.token.kind == "range" and _is_year_number(s.token.high) and not s.token.percent:
        return "date", "a span of years"
    if s.token.kind == "ordinal" or (s.token.text.isdigit() and _NTH.match(s.right)):
        return "numbering", "an ordinal"
    if is_year(s.token) and not re.match(r" (?!to\b|in\b|and\b|the\b)[a-z]+s\b", s.right):
        return "date", "a year"
    if re.match(r"(?:'?s)\b", s.right) and is_year(s.token):
        return "date", "years"
    if (_CLOCK.match(s.right) or _CLOCK_LEFT.search(s.left) or re.match(r"[:h]\d\d", s.right)) and (
        isinstance(s.token.value, int) and s.token.value < 60
    ):
        return "date", "a time of day"
    return None


def by_mark(s: NumberContext) -> NonClaim | None:
    """See the marks of lists, headings, pages and footnotes."""
    plain = s.token.kind in ("digits", "range") and not s.token.percent
    if not plain:
        return None
    if s.listed or _DOTS.search(s.left):
        return "numbering", "the number of a page"
    if _is_noted(s):
        return "numbering", "the mark of a footnote"
    if (
        s.opens
        and s.closes
        and s.token.text.isdigit()
        and len(s.token.text) <= 4
        and "|" not in s.left
    ):
        return "numbering", "a number alone on its line"
    if s.opens and (_LIST_MARK.match(s.right) or re.match(r"\.\d* ?[A-Z]", s.right)):
        return "numbering", "the mark of a list or heading"
    if s.opens and re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+", s.token.text):
        return "numbering", "the number of a heading"
    if s.opens and s.in_note:
        return "numbering", "the mark of a footnote"
    if (
        re.search(r"\w[.,;:!?)\]\"'][\"')]?$|[a-z]{3}$", s.left)
        and re.fullmatch(r"\d{1,3}", s.token.text)
        and not re.search(r"\d[.,:]$|[$€£]$|\b[ap]\.$", s.left)
        and re.match(r"\W|$", s.right)
    ):
        return "numbering", "the mark of a footnote"
    if (
        re.match(r"\) ", s.right)
        and re.search(r"(?:^|[ :;,])\(?$", s.left)
        and re.fullmatch(r"\d{1,2}", s.token.text)
    ) and (not re.search(r"\w \($", s.left) or s.opens):
        return "numbering", "the mark of a list"
    return None


def _is_noted(s: NumberContext) -> bool:
    """Say whether a number is a footnote's mark in brackets: "said so.[3]", "entendus (3)."."""
    if _SQUARE_LEFT.search(s.left) and _SQUARE_RIGHT.match(s.right):
        return len(s.token.text) <= 3 or s.token.kind == "range"
    closes = s.closes and s.right.startswith(").") and len(s.token.text) <= 2
    return closes and bool(_BRACKETED.search(s.left)) and s.left.count("(") == 1


_IN_WORDS = re.compile(r"\bnos? $|\d,? (?:and|to|or|et|y) $", re.I)


def _is_numbered(s: NumberContext) -> bool:
    """Say whether a number names a page, part or target."""
    if not _NUMBERED_LEFT.search(s.left) or re.match(r",\d|\d", s.right):
        return False
    if re.search(r"\b(?:of|a|the|per|first|last|with) days? $|(?:^|\W)n ?= ?$", s.left):
        return False
    loose = re.search(r"\b(?:groups?|districts?|provinces?|days?|line|form) $", s.left)
    return not loose or s.token.kind == "digits"


def by_reference(s: NumberContext) -> NonClaim | None:
    """See the numbers of laws, documents, pages, parts, targets and journals."""
    if s.token.kind == "code" or _is_printed(s):
        return "document_symbol", "the number of a document"
    if s.token.percent and s.token.text[0].isdigit() and _PAGE_OF.search(s.left):
        return "numbering", "the number of a page"
    if s.token.percent or s.token.kind == "vague":
        return None
    if _ADDRESSED.search(s.left) or _IBID.search(s.left):
        return "publication", "where a publication stands"
    if _CHANCE.search(s.left):
        return "no_claim", "a level of significance"
    if _SYMBOL.search(s.left) or (
        _SYMBOL_AFTER.match(s.right) and re.search(r"(?:/|-|[Rr]es\w+ |VID |No\. )$", s.left)
    ):
        return "document_symbol", "part of a document's symbol"
    if re.search(r"\d/$", s.left) or re.match(r"/\d", s.right):
        return (
            ("name", "a name")
            if s.right.startswith("/7")
            else ("document_symbol", "part of a symbol")
        )
    if _CODE_LEFT.search(s.left) and s.token.kind != "words":
        return "document_symbol", "part of a number that identifies"
    if _PART_LEFT.search(s.left) or _REF_LEFT.search(s.left) or _CHAPTER_LEFT.search(s.left):
        return "legal_reference", "the number of a law, article or paragraph"
    if s.token.kind == "words" and _IN_WORDS.search(s.left):
        return None
    if _is_numbered(s):
        return "numbering", "the number of a page, part or target"
    if _YEAR_LABEL.search(s.left) and s.token.kind != "range" and not s.right.startswith("-"):
        return None
    if _PUBLICATION.search(s.left) or re.match(r"\(\d{1,3}\)", s.right):
        return "publication", "the number of a journal"
    return None


def _is_year_number(value: object) -> bool:
    return isinstance(value, int) and 1900 <= value < 2100


def _is_printed(s: NumberContext) -> bool:
    """Say whether a number is printed for those who keep documents: 1612345 (E) 150916."""
    plain = s.token.text.isdigit() and len(s.token.text) >= 6
    alone = s.opens and s.closes and len(s.token.text) == 7 and "|" not in s.left
    if plain and (alone or _PRINTED.match(s.right) or _PRINTED_LEFT.search(s.left)):
        return True
    return s.token.kind in ("digits", "range") and bool(_JOINED.search(s.left))

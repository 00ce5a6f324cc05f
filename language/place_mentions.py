"""A plain text goes in; the countries named as places, and those inside other names, come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from language.places import find_places

# Words with a capital that stand directly before a country without making a name of it.
_BEFORE = frozenset(
    [
        "in",
        "from",
        "across",
        "at",
        "to",
        "for",
        "of",
        "and",
        "or",
        "with",
        "within",
        "the",
        "between",
        "through",
        "by",
        "on",
        "against",
        "near",
        "into",
        "throughout",
        "including",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "rural",
        "urban",
        "coastal",
        "mainland",
        "republic",
        "kingdom",
        "state",
        "federation",
        "neighbouring",
        "post-conflict",
        "both",
        "also",
        "while",
        "since",
        "when",
        "where",
        "that",
        "a",
        "les",
        "le",
        "la",
        "el",
        "los",
        "las",
        "en",
        "au",
        "aux",
        "du",
        "de",
        "des",
        "del",
        "dans",
        "pour",
        "par",
        "y",
        "et",
        "e",
        "con",
        "desde",
        "por",
        "entre",
        "sur",
        "vers",
        "nord",
        "sud",
        "est",
        "ouest",
        "norte",
        "sur",
        "este",
        "oeste",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "visited",
    ]
)
# A capitalised word behind these belongs to the state or to the land, not to an organisation.
_AFTER = frozenset(
    [
        "in",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "the",
        "since",
        "with",
        "for",
        "from",
        "on",
        "at",
        "by",
        "to",
        "of",
        "as",
        "et",
        "ou",
        "est",
        "sont",
        "y",
        "o",
        "es",
        "son",
        "fue",
        "en",
        "a",
        "à",
        "who",
        "which",
        "where",
        "office",
        "country",
        "national",
        "government",
        "ministry",
        "parliament",
        "constitution",
        "penal",
        "criminal",
    ]
)
_BODIES = (
    r"(?:Consortium|Bank|Universit\w+|Association|Asociación|Federa\w+|Fédération|Society|Council"
    r"|Union|Foundation|Fondation|Fundación|Institut\w*|Network|Réseau|Red|Coalition|Coalición"
    r"|Alliance|Alianza|Cent(?:re|er|ro)|League|Ligue|Church|Forum|Commission"
    r"|Committee|Comité|Trust"
    r"|Group|Club|Chamber|Cámara|Embassy|Cruz|Croix|Collectif|Colectivo|Movement|Mouvement)"
)
_BODY_OF = re.compile(
    rf"\b{_BODIES}(?: (?:[A-ZÀ-Þ][\w'-]*|for|of|the|on|and|de|des|du|la|del|pour|para|y|et)){{0,6}}"
    r" (?:of|for|de|du|del|d'|de la|des|du|in|au) (?:the |la |l'|el )?$"
)
_STATE = re.compile(
    r"(?:Government|Ministry|Ministère|Ministerio|Republic|State|Kingdom|Parliament|President"
    r"|Supreme Court|Gobierno|Gouvernement|Embassy) [^.]{0,60}$"
)
_WORD_BEFORE = re.compile(r"([\w&/'.-]*\w)[ (]?$")
_WORD_AFTER = re.compile(r" ([A-ZÀ-Þ][\w-]+)")
_FIRST = re.compile(r"^(?:[A-ZÀ-Þ]|\d)")


@dataclass(frozen=True)
class Named:
    """A country in a plain text, text[start:end]. `within` is the name it is a part of, or ""."""

    start: int
    end: int
    code: str
    name: str
    within: str


@lru_cache(maxsize=256)
def find_named(text: str) -> tuple[Named, ...]:
    """Find the countries of one sentence; a country inside the name of a body or person says so."""
    places = find_places(text)
    starts, ends = ({place.start for place in places}, {place.end for place in places})
    return tuple(
        Named(
            place.start,
            place.end,
            place.code,
            place.name,
            _within(text, place.start, place.end, starts, ends),
        )
        for place in places
    )


def _within(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> str:
    """Give the longer name that a country is a part of, as far as words beside it tell."""
    left = text[max(0, start - 90) : start]
    before = _WORD_BEFORE.search(left)
    if (
        left.endswith(" ")
        and before
        and _makes_a_name(before[1], before.start() == 0 and start < 90)
    ) and start - 1 not in ends:
        return f"{before[1]} {text[start:end]}"
    if _BODY_OF.search(left) and not _STATE.search(left):
        return f"{left.split('. ')[-1].strip()} {text[start:end]}"
    after = _WORD_AFTER.match(text, end)
    if after and after[1].lower() not in _AFTER and end + 1 not in starts:
        return f"{text[start:end]} {after[1]}"
    return ""


def _makes_a_name(word: str, opens: bool) -> bool:
    """Say whether a capitalised word makes a name with the country behind it: Caritas Belgium."""
    if not _FIRST.match(word) or word.lower() in _BEFORE or word.isdigit():
        return False
    return not (opens and word.lower() in _BEFORE)

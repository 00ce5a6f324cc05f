"""The names of countries, and where a text names them or a body that bears their name."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from language.lexicon import word_set

TABLE = Path(__file__).parent.parent / "reference" / "countries.csv"

# French and Spanish names that are also first names, cities or English words: shown, but never
# looked for in a text.
NOT_LOOKED_FOR = frozenset({"Dominique", "Maurice", "Mauricio", "Granada", "Grenade"})

# Phrases that contain a country's spelling and mean something else: found first, then dropped.
NOT_A_COUNTRY = (
    "New Guinea", "Nouvelle-Guinée", "Nueva Guinea", "Gulf of Guinea",
    "Golfe de Guinée", "Golfo de Guinea",
    "Guinea-Bissauan", "Guinea pig", "Guinea pigs", "Guinea worm", "Guinea fowl",
    "New Mexico", "Nouveau-Mexique", "Nuevo México", "Gulf of Mexico",
    "Golfe du Mexique", "Golfo de México",
    "New Jersey", "Nueva Jersey", "New England", "Nueva Inglaterra", "Nouvelle-Angleterre",
    "New South Wales", "Nouvelle-Galles du Sud", "Nueva Gales del Sur",
    "Niger Delta", "Niger State", "Niger River", "River Niger", "Gulf of Oman", "South China Sea",
    "Netherlands Antilles", "Luxembourg Guidelines", "Luxembourg Terminology Guidelines",
    "Réunion de", "Réunion du", "Réunion des", "Réunion d'",
    "US$", "US dollar", "US dollars", "ABOUT US", "CONTACT US", "FOLLOW US",
    "HELP US", "JOIN US", "SUPPORT US",
)  # fmt: skip

_APOSTROPHES = "'’ʼ‘`´"  # noqa: RUF001
_HYPHENS = "-‐‑–"  # noqa: RUF001
_GAP = rf"(?:[^\S\n]*\n[^\S\n]*|[^\S\n]+|[{_HYPHENS}]\n?)"
_NO_LETTER_BEFORE = r"(?<!\w)"
_NO_LETTER_AFTER = r"(?![\w\u0300-\u036f])"


@dataclass(frozen=True)
class Country:
    """One row of the table: its name in each language and its other spellings."""

    names: dict[str, str]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A country named in a text, text[start:end]: its code and its English name.

    `within` is the name of a body or person that it is a part of, where that was looked for.
    """

    code: str
    name: str
    start: int
    end: int
    within: str = ""


def country_name(code: str, language: str = "en") -> str:
    """Give the name of the country with this alpha-3 code.

    language is 'en', 'fr' or 'es'; any other gives the English name.
    Raises KeyError for an unknown code.
    """
    names = _table()[code].names
    return names.get(language, names["en"])


def is_country(code: object) -> bool:
    """Say whether code is the alpha-3 code, in capitals, of a country; raises nothing."""
    return isinstance(code, str) and code in _table()


def names_of(code: str) -> tuple[str, ...]:
    """Give every spelling of a country, each once: English, French, Spanish, then aliases.

    Raises KeyError for an unknown code.
    """
    country = _table()[code]
    return tuple(dict.fromkeys((*country.names.values(), *country.aliases)))


def named_in(code: str, text: str) -> bool:
    """Say whether text names the country with this alpha-3 code, by the rules of find_places.

    Raises KeyError for an unknown code.
    """
    if not is_country(code):
        raise KeyError(code)
    return any(place.code == code for place in find_places(text))


def find_places(text: str) -> list[Place]:
    """List the countries that text names, in order and without overlap; raises nothing.

    A spelling counts when it stands as whole words with the same capitals. The longest spelling
    wins, so 'Papua New Guinea' is not Guinea. One line break, a hyphen or a space may stand between
    the words of a name.
    Names in NOT_LOOKED_FOR and phrases in NOT_A_COUNTRY are passed over.
    """
    table, codes = _table(), _codes_by_spelling()
    found = []
    for match in _spellings_pattern().finditer(text):
        code = codes.get(_folded(match.group()))
        if code is not None:
            found.append(Place(code, table[code].names["en"], match.start(), match.end()))
    return found


def codes() -> tuple[str, ...]:
    """Give the alpha-3 codes of all countries and areas of the table, in its order."""
    return tuple(_table())


@cache
def _table() -> dict[str, Country]:
    """Read the table once; the keys are alpha-3 codes."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["alpha3"]: _country(row) for row in csv.DictReader(file)}


def _country(row: dict[str, str]) -> Country:
    names = {language: row[language] for language in ("en", "fr", "es")}
    aliases = tuple(row["aliases"].split("|")) if row["aliases"] else ()
    return Country(names, aliases)


@cache
def _codes_by_spelling() -> dict[str, str]:
    """Map each spelling that is looked for, folded, to its alpha-3 code."""
    return {
        _folded(spelling): code
        for code in _table()
        for spelling in names_of(code)
        if spelling not in NOT_LOOKED_FOR
    }


@cache
def _spellings_pattern() -> re.Pattern[str]:
    """Build one pattern of all spellings and passed-over phrases, longest first."""
    spellings = {*_codes_by_spelling(), *(_folded(phrase) for phrase in NOT_A_COUNTRY)}
    ordered = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    firsts = "".join(
        sorted({spelling[0] for spelling in ordered} | {_decomposed(s)[0] for s in ordered})
    )
    alternatives = "|".join(
        rf"{_character_pattern(first)}(?:{'|'.join(rests)})"
        for first, rests in _rests_by_first(ordered).items()
    )
    return re.compile(rf"{_NO_LETTER_BEFORE}(?=[{re.escape(firsts)}])(?:{alternatives})")


def _rests_by_first(ordered: list[str]) -> dict[str, list[str]]:
    """Group spellings by their first letter, of which a text is tried for one; the rest of each."""
    rests: dict[str, list[str]] = {}
    for spelling in ordered:
        rests.setdefault(spelling[0], []).append(_spelling_pattern(spelling[1:]))
    return rests


def _spelling_pattern(spelling: str) -> str:
    """Write a folded spelling as a pattern for each way of typing its gaps and accents."""
    pattern = "".join(_character_pattern(character) for character in spelling)
    return pattern + _NO_LETTER_AFTER if spelling[-1].isalnum() else pattern


def _character_pattern(character: str) -> str:
    if character == " ":
        return _GAP
    if character == "'":
        return f"[{_APOSTROPHES}]"
    decomposed = _decomposed(character)
    return re.escape(character) if decomposed == character else f"(?:{character}|{decomposed})"


def _folded(spelling: str) -> str:
    """Give one form to spellings that differ only in gaps, apostrophes or encoding of accents."""
    composed = unicodedata.normalize("NFC", spelling)
    return re.sub(f"[{_APOSTROPHES}]", "'", re.sub(_GAP, " ", composed))


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# Words with a capital that stand directly before a country without making a name of it.
_BEFORE = word_set(
    "in from across at to for of and or with within the between through by on against near into "
    "throughout including northern southern eastern western central north south east west "
    "north-east north-west south-east south-west northeast northwest southeast southwest rural "
    "urban coastal mainland republic kingdom state federation neighbouring post-conflict both "
    "also while since when where that a les le la el los las en au aux du de des del dans pour "
    "par y et e con desde por entre sur vers nord sud est ouest norte este oeste is are was "
    "were has have had visited"
)
# A capitalised word behind these belongs to the state or to the land, not to an organisation.
_AFTER = word_set(
    "in and or is are was were has have had the since with for from on at by to of as et ou est "
    "sont y o es son fue en a à who which where office country national government ministry "
    "parliament constitution penal criminal"
)
_BODIES = (
    r"(?:Consortium|Bank|Universit\w+|Association|Asociación|Federa\w+|Fédération|Society|Council"
    r"|Union|Foundation|Fondation|Fundación|Institut\w*|Network|Réseau|Red|Coalition|Coalición"
    r"|Alliance|Alianza|Cent(?:re|er|ro)|League|Ligue|Church|Forum|Commission|Committee|Comité"
    r"|Trust|Group|Club|Chamber|Cámara|Embassy|Cruz|Croix|Collectif|Colectivo|Movement|Mouvement)"
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


@lru_cache(maxsize=256)
def find_named(text: str) -> tuple[Place, ...]:
    """Find the countries of one sentence; a country inside the name of a body or person says so."""
    places = find_places(text)
    starts, ends = ({place.start for place in places}, {place.end for place in places})
    return tuple(
        replace(place, within=_within(text, place.start, place.end, starts, ends))
        for place in places
    )


def _within(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> str:
    """Give the longer name that a country is a part of, as far as words beside it tell."""
    left = text[max(0, start - 90) : start]
    before = _WORD_BEFORE.search(left)
    alone = not left.endswith(" ") or start - 1 in ends
    if before and not alone and _makes_a_name(before[1]):
        return f"{before[1]} {text[start:end]}"
    if _BODY_OF.search(left) and not _STATE.search(left):
        return f"{left.split('. ')[-1].strip()} {text[start:end]}"
    after = _WORD_AFTER.match(text, end)
    if after and after[1].lower() not in _AFTER and end + 1 not in starts:
        return f"{text[start:end]} {after[1]}"
    return ""


def _makes_a_name(word: str) -> bool:
    """Say whether a capitalised word makes a name with the country behind it: Caritas Belgium."""
    begins = _FIRST.match(word) is not None and not word.isdigit()
    return begins and word.lower() not in _BEFORE

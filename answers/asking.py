"""A question as typed goes in; what it is about, of when, where and which submission, comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from answers.folding import plain, words_of
from answers.grammar import BETWEEN, GROWTH, LITTLE, MONTHS, OURS, REGIONS, SINCE, SUBMISSION
from facts.corpus import Corpus
from facts.memo import memo
from language.places import NOT_A_COUNTRY, NOT_LOOKED_FOR, codes, country_name, names_of

MOST_LETTERS = 200  # of a question; what is typed beyond them is not read
MOST_WORDS = 12  # that are searched for
SHORT = 4  # letters: a shorter name of a place counts only where it is typed in capitals
_PLACE = re.compile(r"^(?!US |Réunion )\w.* (?!US$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Where:
    """A place that is asked for: its name, its code (of a country), how a text may write it."""

    typed: str
    name: str
    code: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question taken apart.

    `words` is what it is about; `years` are partial dates; `where` places; `submissions` the only
    ones asked for (all where empty), `body` the name by which they were; `growth` the words that
    ask for a change; `ours` whether it asks for what the organisation itself does.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    years: tuple[str, ...]
    where: tuple[Where, ...]
    submissions: tuple[str, ...]
    body: str
    growth: tuple[str, ...]
    ours: bool

    def written(self, word: str) -> str:
        """A word as it was typed."""
        return next((one for one in re.findall(r"\w+", self.text) if plain(one) == word), word)

    @property
    def limits(self) -> bool:
        """Whether it names a time, a place or submissions."""
        return bool(self.years or self.where or self.submissions)


def cut(text: str) -> str:
    """What is read of a question, without halves of characters."""
    return text.encode("utf-8", "replace").decode("utf-8")[:MOST_LETTERS].strip()


def asked(text: str, corpus: Corpus) -> Asked:
    """Take a question apart."""
    every = words_of(cut(text))
    rest, where = _places(list(every), text, corpus)
    rest, years = _years(rest)
    rest, names, body = _submissions(rest, years, corpus)
    if names:  # "CSTD 2025": the year is part of its name
        years = tuple(year for year in years if year not in words_of(body))
    grown = tuple(w for w in rest if w in GROWTH)
    over_time = re.search(r"\b(over (the )?(time|years)|au fil)\b", " ".join(every))
    since = SINCE if len(years) == 1 else BETWEEN
    if over_time or (years and since & set(every)):
        grown = grown or ("",)
    own = {*words_of(corpus.organisation.short_name), *words_of(corpus.organisation.name)}
    about = [w for w in rest if w not in LITTLE and w not in GROWTH and w not in own and w != "s"]
    about = [w for w in about if len(w) > 1 or w.isdigit() or w == "%" or not w.isascii()]
    return Asked(
        text=cut(text),
        plain=" ".join(every),
        words=tuple(dict.fromkeys(about))[:MOST_WORDS],
        years=years,
        where=where,
        submissions=names,
        body=body,
        growth=grown,
        ours=bool((OURS | own) & set(every)),
    )


def known_places(corpus: Corpus) -> dict[str, Where]:
    """Each spelling of a country, a part of the world or a city of an activity, as compared."""
    return memo(corpus, "places to ask for", lambda: {**_cities(corpus), **_world()})


def _cities(corpus: Corpus) -> dict[str, Where]:
    activities = (one.activity for sub in corpus.submissions for one in sub.activities)
    cities = {place.city for one in activities for place in one.places if place.city}
    return {" ".join(words_of(city)): Where(city, city, "", (city,)) for city in cities}


@cache
def _world() -> dict[str, Where]:
    found = dict[str, Where]()
    for code in codes():
        names = names_of(code)
        for name in names:
            if name not in NOT_LOOKED_FOR:
                place = Where(name, country_name(code), code, names)
                found.setdefault(" ".join(words_of(name)), place)
    for names in (*REGIONS, *((phrase,) for phrase in NOT_A_COUNTRY if _PLACE.search(phrase))):
        for name in names:
            found.setdefault(" ".join(words_of(name)), Where(name, names[0], "", names))
    return found


def _places(words: list[str], text: str, corpus: Corpus) -> tuple[list[str], tuple[Where, ...]]:
    """The words that are left, and the places; the longest name wins."""
    known, left, found = known_places(corpus), list[str](), dict[str, Where]()
    at = 0
    while at < len(words):
        for size in range(min(6, len(words) - at), 0, -1):
            place = known.get(" ".join(words[at : at + size]))
            if place and (len(place.typed) >= SHORT or re.search(rf"\b{place.typed}\b", text)):
                found.setdefault(place.name, place)
                at += size
                break
        else:
            left.append(words[at])
            at += 1
    return left, tuple(found.values())


def _years(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The words that are left, and the years or months, as partial dates in the order typed."""
    found, left = list[str](), list[str]()
    for word in words:
        if not _YEAR.fullmatch(word):
            left.append(word)
            continue
        before = [one for one in left[-2:] if one not in ("de", "del", "of")]
        month = MONTHS.get(before[-1]) if before else None
        if month:
            left.remove(before[-1])
        found.append(f"{word}-{month:02}" if month else word)
    return left, tuple(dict.fromkeys(found))


def _submissions(
    words: list[str], years: tuple[str, ...], corpus: Corpus
) -> tuple[list[str], tuple[str, ...], str]:
    """The words that are left, the submissions that are named (by their body, their year or both),
    and their name."""
    heads = [sub.head for sub in corpus.submissions]
    line = f" {' '.join(words)} "
    bodies = {head.body: plain(head.body) for head in heads}
    body = next((name for name, flat in bodies.items() if flat and f" {flat} " in line), "")
    told = body or SUBMISSION & set(words)
    if not told:
        return words, (), ""
    mine = [head for head in heads if not body or head.body == body]
    year = next((y for y in years if any(y in words_of(head.name) for head in mine)), "")
    if year:
        mine = [head for head in mine if year in words_of(head.name)]
    elif not body:
        return words, (), ""
    gone = {*plain(body).split(), *SUBMISSION}
    name = f"{body} {year}".strip() if body else mine[0].name
    return [w for w in words if w not in gone], tuple(head.id for head in mine), name

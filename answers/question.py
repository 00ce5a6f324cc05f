"""Reads a question as typed, taking apart what it is about, of when, where and which submission."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from facts.corpus import Corpus
from facts.memo import memo
from language.countries import NOT_A_COUNTRY, NOT_LOOKED_FOR, codes, country_name, names_of
from language.lexicon import word_set

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u00ad\u200b-\u200d\ufeff]"
)
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=\w)")
_ODD = {
    "children": "child", "women": "woman", "men": "man", "people": "person", "analyses": "analysis"
}  # fmt: skip
_ODD |= {one: many for many, one in _ODD.items()}
_NO_PLURAL = frozenset({"news"})


def plain_words(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces: how words are compared."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plainer = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+|%", plainer))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; a number with thousands set apart is one word."""
    return tuple(plain_words(_THOUSANDS.sub("", text)).split())


def fold(text: str) -> str:
    """A long text to search in; a word that a line broke stands in it whole as well."""
    whole = _BROKEN.sub("", text)
    both = text if whole == text else f"{text}\n{whole}"
    flat = both.lower() if both.isascii() else unicodedata.normalize("NFKD", both.casefold())
    return _THOUSANDS.sub("", _MARKS.sub("", flat))


def word_forms(word: str) -> frozenset[str]:
    """A word as it may stand for one or for many, in English, French or Spanish."""
    found = {word}
    if word in _ODD:
        found.add(_ODD[word])
    if len(word) < 3 or not word.isalpha() or word in _NO_PLURAL:
        return frozenset(found)
    found |= {f"{word}s", f"{word}es"}
    if word.endswith("y"):
        found.add(f"{word[:-1]}ies")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        found |= {word[:-1], word[:-2]} if word.endswith("es") else {word[:-1]}
        found |= {f"{word[:-3]}y"} if word.endswith("ies") else set()
    return frozenset(found)


def word_pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these, each as whole words in one or many, in a `folded` text."""
    each = []
    for spelling in spellings:
        parts = ["|".join(map(re.escape, sorted(word_forms(word)))) for word in words_of(spelling)]
        each.append(r"[\W_]+".join(f"(?:{part})" for part in parts))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(each)})(?![^\W_])")


LITTLE = word_set(
    """
    a about after again all already also am an and any are around as at be been before being but
    by can come comes could current currently did do does done for from get give go had has have
    he her here his how i if in into is it its just know last latest lately like many may me
    more most much my new newest no not now number numbers of on one ones only or other our out
    over own per please recent say she should show so some state stated such tell than that the
    their them then there these they this those time to today together total until up us use was
    we were what when which who whom whose why will with within would you your figure figures
    since between depuis entre desde count amount totally says said exactly really worldwide
    globally world global year years ago altogether overall took take taken part held hold
    hosted organised organized operate operates operating active located based work works doing
    where whole entire ever far during along across under above near among combien comment quel
    quelle quels quelles est sont etes avez avons ont au aux avec ce ces cette cela d dans de
    des du elle elles en et etait eu font fait il ils j je l la le les leur leurs mais nos notre
    nous ou par pas pour qu que qui s sa se ses son sur t ta te tous tout toute toutes un une
    vos votre vous y tenu tenus organise organises nombre chiffre actuellement aujourd hui ya
    annee ans n c cuanto cuanta cuantos cuantas cual cuales hay es esta estan tiene tienen
    tenemos tienes ha han hemos al con cuando del donde el ella ellos era eso este estos estas
    fue fueron las lo los mas mi nosotros nuestra nuestro nuestros o para pero por porque si sin
    sobre su sus tu una unas unos usted ustedes vosotros organizado organizados organizaron
    celebrado numero cifra actualmente hoy ano anos
    activity activities activite activites actividad actividades
    """
)
OURS = word_set(
    "you your we our us nous notre nos vous votre vos nuestra nuestro nuestros ustedes usted"
)
GROWTH = word_set(
    """
    grow grows grown grew growing growth increase increased increases increasing change changed
    changes changing trend trends evolve evolved evolution expand expanded expansion rise risen
    rose decline declined decrease decreased shrink shrunk bigger larger doubled croissance
    croitre cru grandi grandir augmente augmenter augmentation hausse baisse evolue evoluer
    progresse progression tendance changement crecimiento crecer crecido crecio aumento
    aumentado aumentar evolucion evolucionado tendencia cambio cambiado cambios
    """
)
SINCE = frozenset({"since", "depuis", "desde"})
BETWEEN = frozenset({"between", "from", "entre"}) | SINCE  # with two years
SUBMISSION = frozenset(
    {"submission", "submissions", "soumission", "contribution", "presentacion", "contribucion"}
)
MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), start=1)
}
# Parts of the world: the name in English, then as it may be typed. No table lists their countries:
# a text is about them where it names them.
REGIONS = (
    ("Africa", "African", "Afrique", "África"),
    ("Asia", "Asian", "Asie"),
    ("Europe", "European", "Europa"),
    ("Latin America", "Amérique latine", "América Latina", "Latinoamérica"),
    ("North America", "Amérique du Nord", "América del Norte", "Norteamérica"),
    ("Middle East", "Moyen-Orient", "Oriente Medio", "Medio Oriente"),
    ("North Africa", "Afrique du Nord", "África del Norte"),
    ("Central Asia", "Asie centrale", "Asia Central"),
    ("East Asia", "Asie de l'Est", "Asia Oriental"),
    ("South Asia", "Asie du Sud", "Asia del Sur"),
    ("Southeast Asia", "South-East Asia", "Asie du Sud-Est", "Sudeste Asiático"),
    ("Eastern Europe", "Europe de l'Est", "Europa del Este", "Europa Oriental"),
    ("Western Balkans", "Balkans", "Balcanes"),
    ("Caribbean", "Caraïbes", "Caribe"),
    ("Pacific", "Pacifique", "Pacífico"),
    ("Oceania", "Océanie", "Oceanía"),
)


MOST_LETTERS = 200  # of a question; what is typed beyond them is not read
MOST_WORDS = 12  # that are searched for
SHORT = 4  # letters: a shorter name of a place counts only where it is typed in capitals
_PLACE = re.compile(r"^(?!US |Réunion )\w.* (?!US$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class AskedPlace:
    """A place that is asked for: its name, its code (of a country), how a text may write it."""

    typed: str
    name: str
    code: str
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class ParsedQuestion:
    """A question taken apart.

    `words` is what it is about; `years` are partial dates; `where` places; `submissions` the only
    ones asked for (all where empty), `body` the name by which they were; `growth` the words that
    ask for a change; `ours` whether it asks for what the organisation itself does.
    """

    text: str
    plain: str
    words: tuple[str, ...]
    years: tuple[str, ...]
    where: tuple[AskedPlace, ...]
    submissions: tuple[str, ...]
    body: str
    growth: tuple[str, ...]
    ours: bool

    def written(self, word: str) -> str:
        """A word as it was typed."""
        return next(
            (one for one in re.findall(r"\w+", self.text) if plain_words(one) == word), word
        )

    @property
    def limits(self) -> bool:
        """Whether it names a time, a place or submissions."""
        return bool(self.years or self.where or self.submissions)


def cut(text: str) -> str:
    """What is read of a question, without halves of characters."""
    return text.encode("utf-8", "replace").decode("utf-8")[:MOST_LETTERS].strip()


def read_question(text: str, corpus: Corpus) -> ParsedQuestion:
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
    return ParsedQuestion(
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


def known_places(corpus: Corpus) -> dict[str, AskedPlace]:
    """Each spelling of a country, a part of the world or a city of an activity, as compared."""
    return memo(corpus, "places to ask for", lambda: {**_cities(corpus), **_world()})


def _cities(corpus: Corpus) -> dict[str, AskedPlace]:
    activities = (one.activity for sub in corpus.submissions for one in sub.activities)
    cities = {place.city for one in activities for place in one.places if place.city}
    return {" ".join(words_of(city)): AskedPlace(city, city, "", (city,)) for city in cities}


@cache
def _world() -> dict[str, AskedPlace]:
    found = dict[str, AskedPlace]()
    for code in codes():
        names = names_of(code)
        for name in names:
            if name not in NOT_LOOKED_FOR:
                place = AskedPlace(name, country_name(code), code, names)
                found.setdefault(" ".join(words_of(name)), place)
    for names in (*REGIONS, *((phrase,) for phrase in NOT_A_COUNTRY if _PLACE.search(phrase))):
        for name in names:
            found.setdefault(" ".join(words_of(name)), AskedPlace(name, names[0], "", names))
    return found


def _places(
    words: list[str], text: str, corpus: Corpus
) -> tuple[list[str], tuple[AskedPlace, ...]]:
    """The words that are left, and the places; the longest name wins."""
    known, left, found = known_places(corpus), list[str](), dict[str, AskedPlace]()
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
    bodies = {head.body: plain_words(head.body) for head in heads}
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
    gone = {*plain_words(body).split(), *SUBMISSION}
    name = f"{body} {year}".strip() if body else mine[0].name
    return [w for w in words if w not in gone], tuple(head.id for head in mine), name

"""The shape of what is known of one language, and the languages by their two letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from sys import maxsize
from typing import Any, Literal

Bound = Literal["exact", "at_least", "more_than", "about", "almost", "up_to", "less_than", "range"]

NAME_PHRASE = (  # a name with capitals: the World Bank, l'Office national de la santé
    r"(?:(?:(?:[Tt]he|[Ll][ae]s?|[Ee]l|[Ll]os|[Aa]n?) |[Ll]')?"
    r"(?:[A-ZÀ-Þ][\w&'.-]*(?<!\.)"
    r"(?: (?:(?:of|for|the|and|on|de|des|du|la|le|les|del|y|et|l'|d')[ ]){0,3}(?=[A-ZÀ-Þ])"
    r"| (?=[A-ZÀ-Þ])|(?=[ :,;)]|'s|\.?$|\. )))){1,8}"
)
WHOM = (  # somebody without capitals, no article of a law: a poll of last May
    r"(?!(?:l'|the |la |le |el )?(?:art(?:icles?|ículos?)?|laws?|loi|ley|code|need)\b)"
    r"[^,;:()\d\n]{2,60}?(?=,|;|:|\(|\)|\.(?: |$)|$| (?:a|of|de|en|in)? ?\d)"
)


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


def lower(text: str) -> str:
    """The text in small letters, letter by letter, so that places stay the same."""
    return _lower(text) if len(text) < _SHORT else _kept_lower(text)


def _lower(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


_kept_lower = lru_cache(maxsize=4)(_lower)


class Phrases:
    """Words that are looked for whatever their capitals.

    They are looked for in small letters, in a third of the time that `re.I` takes, unless the
    pattern itself has capitals.
    """

    def __init__(self, pattern: str) -> None:
        capitals = any(sign.isupper() for sign in re.sub(r"\\.", "", pattern))
        self._cased = capitals or "(?-i:" in pattern
        self._pattern = re.compile(pattern, re.I if self._cased else 0)

    def _text(self, text: str) -> str:
        if self._cased:
            return text
        small = text.lower() if len(text) < _SHORT else ""
        return small if len(small) == len(text) else lower(text)

    def search(self, text: str, at: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place where they stand."""
        return self._pattern.search(self._text(text), at, end)

    def match(self, text: str, at: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Whether a text goes on with them at a place."""
        return self._pattern.match(self._text(text), at, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether a text is made of them."""
        return self._pattern.fullmatch(self._text(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where they stand."""
        return self._pattern.finditer(self._text(text))


@dataclass(frozen=True)
class DoubtWords:
    """The words of one language that make a true sentence a false fact (language.doubts).

    All ignore capitals, but for `according`, `says` and `says_behind`, whose group `who` is a name.
    """

    own: Phrases
    """Words that mean those whose facts these are: we, our, the network."""
    definite: Phrases
    """What ends the words left of a number that is taken as known: our 129, each of the 129."""
    inserted: Phrases
    """What a clause between commas begins with that tells of something else."""
    relative: Phrases
    """What a clause begins with that tells more of the words before it."""
    new_subject: Phrases
    """Where a clause with a subject of its own may begin."""
    turned: Phrases
    """What turns the sense again: "not 10 but 8"."""
    denied: Phrases
    not_denied: Phrases
    denied_behind: Phrases
    denied_behind_flow: Phrases
    planned: Phrases
    planned_behind: Phrases
    planned_head: Phrases
    conditional: Phrases
    with_it: Phrases
    """What begins a clause with a number that is on a condition: With 400 members, we would."""
    if_clause: Phrases
    if_behind: Phrases
    asked: Phrases
    according: re.Pattern[str]
    sourced: re.Pattern[str]
    """The same anywhere in the clause, of a name with capitals: data from UNICEF."""
    saying: Phrases
    """The stems of `says`, by which it is looked for."""
    says: re.Pattern[str]
    says_behind: re.Pattern[str]
    hearsay: Phrases
    hearsay_behind: Phrases
    somebody: Phrases
    """Common nouns for those who say something."""
    having: Phrases
    """Verbs that say whose a number is: has, counts, unites, is a network of."""
    pronoun: Phrases
    other_noun: Phrases
    """Common nouns for another organisation."""
    other_head: re.Pattern[str]
    """Another organisation at the end of a subject: our partner INHOPE, its board."""
    other_of: Phrases
    """The same with a clause behind it: the committee on which."""
    other_noun_end: Phrases
    other_group: Phrases
    """Another group that the number is of: a coalition of."""
    event: Phrases
    """Nouns for what brings people together, which is the subject of its own numbers."""
    member: Phrases
    """The noun for those of whom the network is made."""
    members: Phrases
    """Nouns for those of whom a part may do something."""
    no_name: Phrases
    """Words that begin with a capital at the head of a sentence and are no name."""
    since: Phrases
    """What begins a clause that tells since when."""
    total: Phrases
    led_by_time: Phrases
    """What begins a clause whose date is that of the sentence: In 2009, When it opened in 2009."""
    no_time: Phrases
    """What stands before a date that dates something else: since, founded in."""
    present: Phrases
    once: Phrases
    once_behind: Phrases
    compared: Phrases
    tied_behind: Phrases
    """What may stand between the counted noun and its date."""
    part_of: Phrases
    out_of_them: Phrases
    some_of: Phrases
    """Some of them, named before the number: some of our members, 37 in all."""
    in_a_place: Phrases
    """A place at the head of the sentence, of which the number is: In Europe, our network has."""
    whole_place: Phrases
    """A place that is the whole: across the world."""
    partitive: Phrases
    part_adjective: Phrases
    part_behind: Phrases
    adverbial: Phrases
    """Words left of a number that leave it the subject of its clause."""
    did_part: Phrases
    did_form: Phrases
    makes_whole: Phrases
    """Verbs by which members make up the whole: form, work, speak."""
    whole: Phrases
    """What ends the words left of the size of the whole: has, unites, a network of, grown to."""
    past: Phrases
    """What ends them where they tell of the past: had, comptait."""
    changed: Phrases
    added: Phrases
    more: Phrases
    another: Phrases
    more_behind: Phrases
    came: Phrases
    struck: Phrases
    """Words that tell of a deletion: the words were struck from the draft."""
    erratum: Phrases
    """What announces a slip of the text: erratum, [deleted."""
    instead: Phrases
    """What leads to the words that stand for it."""
    label: Phrases


def doubt_words(**patterns: str) -> DoubtWords:
    """The words of a language from their patterns, a pattern for each field."""
    cased = ("according", "sourced", "says", "says_behind", "other_head")
    made: dict[str, Any] = {
        name: re.compile(pattern) if name in cased else Phrases(pattern)
        for name, pattern in patterns.items()
    }
    return DoubtWords(**made)


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The words of one language by which its numbers are read. All words are in small letters.

    Where a field is a pattern it is one for `re`, without groups that count.
    """

    language: str
    group: str
    """The sign between thousands: "," or "."; the other one parts the decimals."""
    small: Mapping[str, int]
    """Words that add: two, twenty, quatre-vingt, doscientos."""
    ones: tuple[str, ...] = ()
    """Words for one that are articles too: they count only inside a number or before a scale."""
    teens_after: tuple[int, ...] = ()
    """Tens that a number from 10 to 19 may follow: soixante-dix."""
    scales: Mapping[str, int]
    """Words that multiply: hundred, thousand, million."""
    joint: str
    """What may stand before the last word: "one hundred and four"."""
    joined_after_tens: bool
    """Whether the joint stands between tens and ones too: treinta y uno."""
    half_behind: str
    """What adds half a scale behind it: "a million and a half"."""
    half_before: str
    """What halves a scale: "half a million"."""
    rounds: Mapping[str, int]
    """Round numbers that are nouns: dozen, centaine. One of them is about so many."""
    rounds_plural: Mapping[str, int]
    """The same in the plural, which says at least so many: dozens, centaines, millions."""
    several: str
    """What may stand before them, or before a scale: several, plusieurs."""
    of: str
    """What joins two of them: tens of thousands."""
    parts: Mapping[str, int]
    """Fractions: third, tiers. The denominator."""
    one_part: str
    """What makes one part of it: a third, un tiers."""
    halves: Mapping[str, int] = field(default_factory=dict)
    """Shares that stand alone, in percent: half."""
    times: Mapping[str, int] = field(default_factory=dict)
    """Once, twice: numbers that need not be accounted for."""
    ordinal: str
    """What follows digits to make an ordinal."""
    no_part_before: str
    """What follows "a third" where it is an ordinal."""
    ordinal_tail: str
    """What follows a word of `small` where the whole is an ordinal: -first."""
    ratio: str
    """What stands between the two numbers of a share: in, out of every."""
    one_ratio: str = ""
    """How a share begins with the word for one and what is counted: "un enfant sur"."""
    between: str
    """What stands between the ends of a range, dashes aside."""
    between_needs: Mapping[str, str]
    """Of these words, what has to stand left of the first end."""
    change: str
    """Words left of "from" or "de" that make two numbers of the ends of a change."""
    left: tuple[tuple[Bound, str], ...]
    """What states a bound left of a number. Of phrases that end alike the longest counts."""
    no_bound: str
    """Words that such a phrase belongs to instead: "read more about"."""
    filler: str
    """What may stand between the phrase and the number."""
    share_filler: str
    """The same before a share: more than the half, más de la mitad."""
    during: str
    """Phrases of `left` that mean during before a stretch of time."""
    right: tuple[tuple[Bound, str], ...]
    """What states a bound right of a number or of what it counts."""
    duration: str
    """Words for stretches of time."""
    skipped: str
    """What may stand between a number and its noun: of the, more, de nos."""
    stops: frozenset[str]
    """Words that no noun goes beyond."""
    plurals: frozenset[str]
    """Plurals without an s."""
    singulars: frozenset[str]
    """Words that end in s and are no plural."""
    other_heads: frozenset[str]
    """Words before or behind a noun that make another one of it: family members."""
    behind: str
    """What leads to such a word behind the noun: members of."""
    doubts: DoubtWords
    """The words that make a true sentence a false fact."""


_SHORT = 1_000  # letters; a longer text in small letters is kept
LANGUAGES = ("en", "fr", "es")


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language; English where it is not among those that are read.

    A language is loaded when it is first read: its many patterns take a tenth of a second.
    """
    if language == "fr":
        from language.fr import FRENCH

        return FRENCH
    if language == "es":
        from language.es import SPANISH

        return SPANISH
    from language.en import ENGLISH

    return ENGLISH

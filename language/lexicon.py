"""The shape of what is known of one language, and the languages by their two letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

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


@dataclass(frozen=True)
class DoubtWords:
    """The words of one language that make a true sentence a false fact (language.doubts).

    All ignore capitals, but for `according`, `says` and `says_behind`, whose group `who` is a name.
    """

    own: re.Pattern[str]
    """Words that mean those whose facts these are: we, our, the network."""
    definite: re.Pattern[str]
    """What ends the words left of a number that is taken as known: our 129, each of the 129."""
    inserted: re.Pattern[str]
    """What a clause between commas begins with that tells of something else."""
    relative: re.Pattern[str]
    """What a clause begins with that tells more of the words before it."""
    new_subject: re.Pattern[str]
    """Where a clause with a subject of its own may begin."""
    turned: re.Pattern[str]
    """What turns the sense again: "not 10 but 8"."""
    denied: re.Pattern[str]
    not_denied: re.Pattern[str]
    denied_behind: re.Pattern[str]
    denied_behind_flow: re.Pattern[str]
    planned: re.Pattern[str]
    planned_behind: re.Pattern[str]
    planned_head: re.Pattern[str]
    conditional: re.Pattern[str]
    with_it: re.Pattern[str]
    """What begins a clause with a number that is on a condition: With 400 members, we would."""
    if_clause: re.Pattern[str]
    if_behind: re.Pattern[str]
    asked: re.Pattern[str]
    according: re.Pattern[str]
    sourced: re.Pattern[str]
    """The same anywhere in the clause, of a name with capitals: data from UNICEF."""
    saying: re.Pattern[str]
    """The stems of `says`, by which it is looked for."""
    says: re.Pattern[str]
    says_behind: re.Pattern[str]
    hearsay: re.Pattern[str]
    hearsay_behind: re.Pattern[str]
    somebody: re.Pattern[str]
    """Common nouns for those who say something."""
    having: re.Pattern[str]
    """Verbs that say whose a number is: has, counts, unites, is a network of."""
    pronoun: re.Pattern[str]
    other_noun: re.Pattern[str]
    """Common nouns for another organisation."""
    other_head: re.Pattern[str]
    """Another organisation at the end of a subject: our partner INHOPE, its board."""
    other_of: re.Pattern[str]
    """The same with a clause behind it: the committee on which."""
    other_noun_end: re.Pattern[str]
    other_group: re.Pattern[str]
    """Another group that the number is of: a coalition of."""
    event: re.Pattern[str]
    """Nouns for what brings people together, which is the subject of its own numbers."""
    member: re.Pattern[str]
    """The noun for those of whom the network is made."""
    members: re.Pattern[str]
    """Nouns for those of whom a part may do something."""
    no_name: re.Pattern[str]
    """Words that begin with a capital at the head of a sentence and are no name."""
    since: re.Pattern[str]
    """What begins a clause that tells since when."""
    total: re.Pattern[str]
    led_by_time: re.Pattern[str]
    """What begins a clause whose date is that of the sentence: In 2009, When it opened in 2009."""
    no_time: re.Pattern[str]
    """What stands before a date that dates something else: since, founded in."""
    present: re.Pattern[str]
    once: re.Pattern[str]
    once_behind: re.Pattern[str]
    compared: re.Pattern[str]
    tied_behind: re.Pattern[str]
    """What may stand between the counted noun and its date."""
    part_of: re.Pattern[str]
    out_of_them: re.Pattern[str]
    some_of: re.Pattern[str]
    """Some of them, named before the number: some of our members, 37 in all."""
    in_a_place: re.Pattern[str]
    """A place at the head of the sentence, of which the number is: In Europe, our network has."""
    whole_place: re.Pattern[str]
    """A place that is the whole: across the world."""
    partitive: re.Pattern[str]
    part_adjective: re.Pattern[str]
    part_behind: re.Pattern[str]
    adverbial: re.Pattern[str]
    """Words left of a number that leave it the subject of its clause."""
    did_part: re.Pattern[str]
    did_form: re.Pattern[str]
    makes_whole: re.Pattern[str]
    """Verbs by which members make up the whole: form, work, speak."""
    whole: re.Pattern[str]
    """What ends the words left of the size of the whole: has, unites, a network of, grown to."""
    past: re.Pattern[str]
    """What ends them where they tell of the past: had, comptait."""
    changed: re.Pattern[str]
    added: re.Pattern[str]
    more: re.Pattern[str]
    another: re.Pattern[str]
    more_behind: re.Pattern[str]
    came: re.Pattern[str]
    struck: re.Pattern[str]
    """Words that tell of a deletion: the words were struck from the draft."""
    erratum: re.Pattern[str]
    """What announces a slip of the text: erratum, [deleted."""
    instead: re.Pattern[str]
    """What leads to the words that stand for it."""
    label: re.Pattern[str]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language by which its numbers are read. All words are in small letters.

    Where a field is a pattern it is one for `re`, without groups that count.
    """

    language: str
    group: str
    """The sign between thousands: "," or "."; the other one parts the decimals."""
    small: Mapping[str, int]
    """Words that add: two, twenty, quatre-vingt, doscientos."""
    ones: tuple[str, ...]
    """Words for one that are articles too: they count only inside a number or before a scale."""
    teens_after: tuple[int, ...]
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
    halves: Mapping[str, int]
    """Shares that stand alone, in percent: half."""
    times: Mapping[str, int]
    """Once, twice: numbers that need not be accounted for."""
    ordinal: str
    """What follows digits to make an ordinal."""
    no_part_before: str
    """What follows "a third" where it is an ordinal."""
    ordinal_tail: str
    """What follows a word of `small` where the whole is an ordinal: -first."""
    ratio: str
    """What stands between the two numbers of a share: in, out of every."""
    one_ratio: str
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

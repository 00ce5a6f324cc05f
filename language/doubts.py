"""What makes a true sentence a false fact: doubts about a number, read in its whole sentence.

A sentence can state a number and deny it, plan it, ask for it, say it of somebody else, of another
time, or of a part. Each of these is a doubt of one kind; a field of the fact answers it, or a
person with a reason. The rules are words and their places, listed for each language in its lexicon.
They look at the clause of the number: what stands between commas and belongs to something else
("The network, which does not accept anonymous gifts, has 832 members") is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, get_args

from language.bounds import stated_bound
from language.date_mentions import When, find_dates
from language.lexicon import DoubtWords, lexicon
from language.nouns import Counted
from language.numbers import NumberToken

DoubtKind = Literal[
    "denied", "planned", "conditional", "asked", "said_by_others", "other_subject", "other_time",
    "part", "change", "label", "struck", "cut", "ambiguous",
]  # fmt: skip
KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)
# Where the words that raise these stand outside of the quote, the quote was cut.
CUTTABLE = frozenset({"denied", "planned", "conditional", "asked", "said_by_others", "change"})
_CUT = re.compile(r"[;:()\[\]!?…|\n]| [-–—] |, |,$|[“”\"«»]")
_HARD = re.compile(r"[;:(\[|\n!?…]| [-–—] ")
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w'’&.-]*[\w])"
_NAMES = re.compile(
    rf"{_NAME}(?: (?:(?:of|the|for|and|de|des|du|la|le|les|del|y|et|on|in) ){{0,2}}{_NAME})*"
)
_SIGNS = re.compile(r"[\s\"“«'(¿¡•*-]*")
_QUESTION = re.compile(r"[?\uff1f]\s*[\"”»')]*\s*$")
_CUT_OFF = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.) ?(?:[\w']+ ){0,2}$")
_ERRATUM = re.compile(
    r"\b(?:errat(?:um|a)|corrigendum|rectificatif|fe de erratas)\b"
    r"|\[(?:deleted|supprimé|suprimido)\b",
    re.I,
)
_INSTEAD = re.compile(r"\b(?:read|lire|but|mais|sino|debe decir|l[ée]ase)\b|\]", re.I)
_ARTICLE = re.compile(r"(?:an?|the|one|une?|les?|la|el|los|las|una) ", re.I)
_MEMBERS = re.compile(r"memb|miembr", re.I)
_NEW_SUBJECT = re.compile(
    r"[.,] +|\b(?:and|but|et|mais|y|pero|that|que|qu'|while|as|because|since|although|when|where"
    r"|puisque|parce|comme|porque|cuando|lorsque) (?=\S)",
    re.I,
)


@dataclass(frozen=True)
class Doubt:
    """A doubt about a number; the words that raise it stand at text[start:end]."""

    kind: DoubtKind
    start: int
    end: int


@dataclass(frozen=True)
class Spoken:
    """A number in its sentence: what the rules look at.

    `text` has a line feed where a block ends. `sentence` are its ends, `before` those of the
    sentence or heading before it. `own` are the names of whose facts these are, in small letters;
    `stock` says that the number is a size at a moment and not a count over a time. `times` are the
    years that the fact's time covers, empty where it is that of the document, None where the
    document gives none.
    """

    text: str
    token: NumberToken
    language: str
    sentence: tuple[int, int]
    before: tuple[int, int]
    noun: Counted | None
    own: tuple[str, ...] = ()
    stock: bool = False
    times: tuple[str, ...] | None = ()
    present: tuple[str, ...] = ()

    @cached_property
    def words(self) -> DoubtWords:
        """The words of the language."""
        return lexicon(self.language).doubts

    @property
    def end(self) -> int:
        """Where the number ends with the noun that it counts."""
        return self.noun.end if self.noun and self.noun.behind else self.token.end

    @cached_property
    def left(self) -> tuple[int, str]:
        """What stands before the number in its own clause."""
        start, _ = self.sentence
        cuts = [found.end() for found in _CUT.finditer(self.text, start, self.token.start)]
        begin = cuts[-1] if cuts else start
        return begin, self.text[begin : self.token.start]

    @cached_property
    def right(self) -> tuple[int, str]:
        """What stands behind the noun in its own clause."""
        cut = _CUT.search(self.text, self.end, self.sentence[1])
        return self.end, self.text[self.end : cut.start() if cut else self.sentence[1]]

    @cached_property
    def after(self) -> tuple[int, str]:
        """All that follows the noun in the sentence."""
        return self.end, self.text[self.end : self.sentence[1]]

    @cached_property
    def main(self) -> tuple[int, str]:
        """What stands before the number since a colon or the like, inserted clauses blanked."""
        start, _ = self.sentence
        hard = [found.end() for found in _HARD.finditer(self.text, start, self.token.start)]
        begin = hard[-1] if hard else start
        parts = re.split(r"(?<=,) ", self.text[begin : self.token.start])
        kept = [
            part if place == len(parts) - 1 or not self.words.inserted.match(part.lstrip())
            else " " * len(part)
            for place, part in enumerate(parts)
        ]  # fmt: skip
        return begin, " ".join(kept)

    @cached_property
    def governing(self) -> tuple[int, str]:
        """The own clause where it has a subject and a verb, else all that leads to it."""
        begin, left = self.left
        verb = self.words.having.search(left)
        return (begin, left) if verb and left[: verb.start()].strip(' "“«¿¡') else self.main

    @cached_property
    def first(self) -> tuple[int, str]:
        """All that stands before the number in the sentence."""
        start, _ = self.sentence
        return start, self.text[start : self.token.start]

    @cached_property
    def definite(self) -> bool:
        """Whether the words take it as known that there are so many: our 129 members."""
        return self.words.definite.search(self.left[1]) is not None

    def is_own(self, name: str) -> bool:
        """Whether words name or mean those whose facts these are, and no branch of theirs."""
        low = name.lower()
        if self.is_branch(name):
            return False
        return any(one in low for one in self.own) or self.words.own.search(low) is not None

    def is_branch(self, name: str) -> bool:
        """Whether words name a branch, the name of the whole with that of a place."""
        for own in self.own:
            found = re.search(rf"\b(?i:{re.escape(own)}) (?=[A-ZÀ-Þ][a-zà-ÿ])", name)
            rest = name[found.start() :].lower() if found else ""
            if found and not any(rest.startswith(one) for one in self.own if len(one) > len(own)):
                return True
        return False


def find_doubts(spoken: Spoken) -> tuple[Doubt, ...]:
    """Every doubt about a number, one of each kind."""
    found: dict[DoubtKind, Doubt] = {}
    for kind, rule in _RULES:
        for start, end in rule(spoken):
            found.setdefault(kind, Doubt(kind, start, end))
    return tuple(found.values())


Span = tuple[int, int]


def _in(part: tuple[int, str], pattern: re.Pattern[str]) -> Iterator[Span]:
    """Where a pattern stands in a part of the text."""
    begin, text = part
    for found in pattern.finditer(text):
        yield begin + found.start(), begin + found.end()


def _governs(spoken: Spoken, span: Span) -> bool:
    """Whether no word between turns the sense again: "not 10 but 8"."""
    between = spoken.text[span[1] : spoken.token.start]
    if spoken.words.turned.search(between):
        return False
    # "is not for profit and has 122 members": another verb is joined on
    joined = re.search(r" (?:and|et|y) ", between)
    return not joined or spoken.words.having.match(between[joined.end() :]) is None


def _denied(spoken: Spoken) -> Iterator[Span]:
    if spoken.stock and spoken.definite:
        return
    words = spoken.words
    excused = list(_in(spoken.main, words.not_denied))
    for span in _in(spoken.governing, words.denied):
        if not any(start <= span[0] < end for start, end in excused) and _governs(spoken, span):
            yield span
    yield from _in(spoken.after, words.denied_behind)
    if not spoken.stock or not spoken.left[1].strip():
        yield from _in(spoken.right, words.denied_behind_flow)


def _planned(spoken: Spoken) -> Iterator[Span]:
    words = spoken.words
    if spoken.stock and spoken.definite:
        return
    for span in _in(spoken.governing, words.planned):
        if _governs(spoken, span):
            yield span
    yield from _in(spoken.right, words.planned_behind)
    heads = re.split(r"[;\n]", spoken.first[1])
    if heads and re.search(r":\s*[\w' ]{0,60}$", heads[-1]):
        begin = spoken.token.start - len(heads[-1])
        yield from _in((begin, heads[-1]), words.planned_head)
    if _is_item(spoken):
        start, end = spoken.before
        yield from _in((start, spoken.text[start:end]), words.planned_head)


def _is_item(spoken: Spoken) -> bool:
    """Whether the sentence is an item of a list under a heading."""
    line = spoken.text[: spoken.token.start].rpartition("\n")[2]
    start, end = spoken.before
    heading = spoken.text[start:end].strip()
    return bool(heading) and not heading.endswith((".", "!", "?")) and len(line) < 60


def _conditional(spoken: Spoken) -> Iterator[Span]:
    words = spoken.words
    if spoken.stock and spoken.definite:
        return
    yield from _in(spoken.main, words.conditional)
    led = words.if_clause.match(spoken.text, _begin(spoken), spoken.token.start)
    if led:
        yield led.span()
    begin, after = spoken.after
    yield from _in((begin, after.partition(";")[0][:80]), words.if_behind)
    if words.with_it.match(spoken.left[1].lstrip()) and after.lstrip().startswith(","):
        yield from _in((begin, after.partition(";")[0]), words.conditional)


def _begin(spoken: Spoken) -> int:
    """Where the words of the sentence begin, behind its signs."""
    found = _SIGNS.match(spoken.text, spoken.sentence[0])
    return found.end() if found else spoken.sentence[0]


def _asked(spoken: Spoken) -> Iterator[Span]:
    words = spoken.words
    if spoken.stock and spoken.definite:
        return
    _, end = spoken.sentence
    mark = _QUESTION.search(spoken.text, spoken.end, end)
    if mark and ":" not in spoken.text[spoken.end : mark.start()]:
        yield mark.span()
    yield from _in(spoken.main, words.asked)


def _said_by_others(spoken: Spoken) -> Iterator[Span]:
    words = spoken.words
    for pattern, part in ((words.according, spoken.first), (words.says, spoken.first),
                          (words.says_behind, spoken.after)):  # fmt: skip
        begin, text = part
        if pattern is words.says and not words.saying.search(text):
            continue
        for found in pattern.finditer(text):
            who = next(filter(None, found.groups()), "")
            if spoken.is_own(who) or (pattern is words.says and not _is_somebody(who, words)):
                continue
            if pattern is words.says and not _tells(spoken, begin + found.end()):
                continue
            yield begin + found.start(), begin + found.end()
    yield from _in(spoken.first, words.hearsay)
    yield from _in(spoken.after, words.hearsay_behind)


def _tells(spoken: Spoken, said: int) -> bool:
    """Whether what is said holds the number: up to it, no sentence of its own begins."""
    between = spoken.text[said : spoken.token.start]
    return ";" not in between and spoken.words.turned.search(between) is None


def _is_somebody(who: str, words: DoubtWords) -> bool:
    if re.search(r"[A-ZÀ-Þ]", who[1:]) or words.somebody.search(who.lower()):
        return True
    if _ARTICLE.match(who) and not words.event.search(who):
        return True
    return who[:1].isupper() and words.no_name.fullmatch(who.split()[0].lower()) is None


def _other_subject(spoken: Spoken) -> Iterator[Span]:
    words, noun = spoken.words, spoken.noun
    for word in noun.modifiers if noun and noun.behind else ():
        if re.match(r"[A-ZÀ-Þ]{2,}", word) and not spoken.is_own(word):
            at = spoken.text.index(word, spoken.token.end)
            yield at, at + len(word)
    yield from _in_owner(spoken)
    begin, right = spoken.right
    owner = _owners(spoken.language)[0].match(right)
    if owner and spoken.is_own(right[: owner.end() + 16]):
        return  # 124 members of our network
    begin, left = spoken.left
    relative = words.relative.match(left.lstrip())
    if (relative or words.with_it.match(left.lstrip())) and begin > spoken.sentence[0] + 1:
        yield from _antecedent(spoken, begin)
        if relative:
            return
    yield from _in(spoken.main, words.other_group)
    subject = _subject(spoken)
    if subject is not None:
        yield from _judged(spoken, *subject)
    elif _is_item(spoken) or not spoken.first[1].strip(" -•*"):
        yield from _named_before(spoken)


def _antecedent(spoken: Spoken, begin: int) -> Iterator[Span]:
    """Somebody else of whom the clause tells more: INHOPE, which unites 57 members."""
    before = spoken.text[spoken.sentence[0] : begin].rstrip(", (")
    name = list(_NAMES.finditer(before))
    other = spoken.words.other_noun_end.search(before.lower())
    if name and name[-1].end() >= len(before) - 1 and not spoken.is_own(name[-1].group()):
        at = spoken.sentence[0] + name[-1].start()
        yield at, at + len(name[-1].group())
    elif other and not spoken.is_own(before[-40:]):
        yield begin - len(other.group()) - 2, begin


def _judged(spoken: Spoken, start: int, who: str) -> Iterator[Span]:
    """The subject of the number's clause, where it is somebody else."""
    words = spoken.words
    if words.pronoun.fullmatch(who.strip().lower()):
        yield from _named_before(spoken)
    elif words.event.search(who):
        return
    elif _names_other(spoken, who):
        yield start, start + len(who)


def _names_other(spoken: Spoken, who: str) -> bool:
    words = spoken.words
    if spoken.is_branch(who) or words.other_head.search(who) or words.other_of.match(who):
        return True
    return not spoken.is_own(who) and _is_other(who, words)


@cache
def _owners(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to the owner behind a noun, alone and with a name behind it."""
    behind = lexicon(language).behind
    return re.compile(behind), re.compile(rf"{behind}(?P<who>{_NAMES.pattern})")


def _in_owner(spoken: Spoken) -> Iterator[Span]:
    """Somebody behind the noun: 195 members of INTERPOL; the 45 members of the Commission."""
    begin, right = spoken.right
    found = _owners(spoken.language)[1].match(right)
    if found and not spoken.is_own(found["who"]) and _is_other(found["who"], spoken.words):
        yield begin, begin + found.end()


def _subject(spoken: Spoken) -> tuple[int, str] | None:
    """The words before the verb of having that governs the number, and where they begin."""
    begin, main = spoken.main
    verbs = list(spoken.words.having.finditer(main))
    if not verbs or "," in main[verbs[-1].end() :]:
        return None
    text = main[: verbs[-1].start()]
    other = spoken.words.other_of.match(text.lstrip())
    if other:
        return begin, text.rstrip()
    if not text.rpartition(",")[2].strip():  # "X, a partner of Y, has"
        text = text.partition(",")[0]
    at = 0
    for found in _NEW_SUBJECT.finditer(text):
        if text[found.end() :].strip():
            at = found.end()
    if not text[at:].strip(" ¿¡"):
        return (begin, "") if spoken.language == "es" else None
    return begin + at, text[at:].rstrip(" ,")


def _is_other(name: str, words: DoubtWords) -> bool:
    """Whether words are the name of an organisation, or a common noun for another one."""
    bare = name.strip(" ,'’\"“”")
    if words.other_noun.search(bare.lower()):
        return True
    for found in _NAMES.finditer(bare):
        word = found.group()
        if words.no_name.fullmatch(word.lower()):
            continue
        if (
            found.start() > 0
            or " " in word
            or word.isupper()
            or not words.no_name.match(word.lower())
        ):
            return True
    return False


def _named_before(spoken: Spoken) -> Iterator[Span]:
    """What the sentence or heading before is about, where that is somebody else."""
    start, end = spoken.before
    text = spoken.text[start:end]
    verb = spoken.words.having.search(text)
    if not text.strip() or spoken.is_own(text[: verb.start() if verb else len(text)]):
        return
    for found in _NAMES.finditer(text):
        name = found.group()
        if spoken.words.no_name.fullmatch(name.lower()) or spoken.is_own(name):
            continue
        if found.start() < 20 and (name.isupper() or " " in name):
            yield start + found.start(), start + found.end()
        return


def _other_time(spoken: Spoken) -> Iterator[Span]:
    words = spoken.words
    if spoken.times is None:
        return
    for date, start, end in _dates_of(spoken):
        years = {date.first[:4], date.last[:4]}
        if not years & {*spoken.times, *spoken.present}:
            yield start, end
    if spoken.times:
        return
    if not spoken.definite:
        yield from _in(spoken.left, words.once)
        led = spoken.text[spoken.sentence[0] : spoken.left[0]]
        if led.count(",") == 1 and not words.since.match(led.lstrip()):
            yield from _in((spoken.sentence[0], led), words.once)
    first = spoken.first[1].lstrip()
    if words.since.match(first) and words.total.search(first):
        yield spoken.sentence[0], spoken.token.start
    yield from _in(spoken.right, words.once_behind)
    begin, left = spoken.left
    told = words.past.search(left) if spoken.stock and not spoken.definite else None
    if told and not _is_present(spoken):
        yield begin + told.start(), spoken.token.start
    found = words.compared.search(left)
    if found:
        yield begin + found.start(), begin + found.end()


def _is_present(spoken: Spoken) -> bool:
    """Whether the sentence names the time of the document: today, or its own year."""
    start, end = spoken.sentence
    text = spoken.text[start:end]
    return spoken.words.present.search(text) is not None or any(
        year in text for year in spoken.present
    )


def _dates_of(spoken: Spoken) -> Iterator[tuple[When, int, int]]:
    """The dates that the sentence ties to the number, and where they stand."""
    text, (start, end) = spoken.text, spoken.sentence
    for date in find_dates(text[start:end]):
        first, last = start + date.start, start + date.end
        inside = first < spoken.token.end and spoken.token.start < last
        if inside or spoken.words.no_time.search(text, max(start, first - 40), first):
            continue
        tied = _is_tied_before if last <= spoken.token.start else _is_tied_behind
        if tied(spoken, first, last):
            yield date, first, last


def _is_tied_before(spoken: Spoken, first: int, last: int) -> bool:
    """Whether a date left of the number is that of the number: 2022: 104; In 2009 it had 98."""
    text, words = spoken.text, spoken.words
    between = text[last : spoken.token.start]
    if words.present.search(between):
        return False
    if re.fullmatch(r" ?:[\w ]{0,16} ?| ?[(|] ?", between):
        return True
    if re.search(r"\d|[;|\n]| (?:to|à|a) $", between) or _HARD.search(between):
        return False
    if "," not in between or words.relative.match(between.lstrip(", ")):
        return True
    led = words.led_by_time.match(text, spoken.sentence[0], first)
    return between.count(",") == 1 and led is not None


def _is_tied_behind(spoken: Spoken, first: int, last: int) -> bool:
    """Whether a date behind the noun is that of the number: 81 members in 2012; 98 (2009)."""
    text = spoken.text
    between = text[spoken.end : first].replace(", in ", " in ").replace(", en ", " en ")
    if re.fullmatch(r" ?\((?:\w+ )?", between):
        return re.match(r"\s?:", text[last:]) is None
    if re.search(r"[\d,;:()|\n]", between) or len(between) >= 60:
        return False
    return spoken.words.tied_behind.fullmatch(between) is not None


def _part(spoken: Spoken) -> Iterator[Span]:
    words, noun, at = spoken.words, spoken.noun, spoken.token.end
    begin, left = spoken.left
    found = words.part_of.search(left)
    if found and (spoken.stock or _same_noun_before(spoken)):
        yield begin + found.start(), begin + found.end()
    led = words.out_of_them.match(spoken.text, _begin(spoken), spoken.token.start)
    if led and _is_of_those(spoken, led.group()):
        yield led.span()
    partitive = words.partitive.match(spoken.text, at, spoken.sentence[1])
    if partitive and (spoken.stock or not _counts_people(spoken)):
        yield partitive.span()
    for word in noun.modifiers if noun and noun.behind else ():
        if words.part_adjective.fullmatch(word.lower()):
            place = spoken.text.index(word, at)
            yield place, place + len(word)
    where = words.in_a_place.match(spoken.text, _begin(spoken), spoken.token.start)
    if where and spoken.stock and not _WORLD.search(where.group()):
        yield where.span()
    apart = words.some_of.search(spoken.first[1], max(0, len(spoken.first[1]) - 70))
    if apart:
        yield spoken.sentence[0] + apart.start(), spoken.token.start
    if noun and noun.behind and not spoken.definite:
        yield from _did_a_part(spoken, noun)
        yield from _not_the_whole(spoken)


_WORLD = re.compile(r"\b(?:world|globe|monde|mundo|total|all|short|fact|20\d\d)\b", re.I)


def _not_the_whole(spoken: Spoken) -> Iterator[Span]:
    """Words that do not lead to the size of the whole: backed by 85 members, a survey of 120."""
    begin, left = spoken.left
    bare = left.rstrip("0123456789 \t~").strip()
    start, end = _noun_span(spoken)
    if not spoken.stock or not _MEMBERS.search(spoken.text, start, end) or not bare:
        return
    words = spoken.words
    if words.whole.search(bare) or words.adverbial.fullmatch(bare):
        return
    yield begin, spoken.token.start


def _did_a_part(spoken: Spoken, noun: Counted) -> Iterator[Span]:
    """What only some of them are or did: 740 members replied, 12 members led by young people."""
    words, end = spoken.words, spoken.sentence[1]
    behind = words.part_behind.match(spoken.text, noun.end, end)
    if spoken.stock and behind:
        yield behind.span()
        return
    if not words.adverbial.fullmatch(spoken.left[1].strip()):
        return
    if stated_bound(spoken.text, spoken.token, language=spoken.language) != "exact":
        return  # "at least 548 members replied" claims no whole
    if spoken.stock and (
        not _counts_people(spoken) or words.makes_whole.match(spoken.text, noun.end)
    ):
        return
    verb = (words.did_part if spoken.stock else words.did_form).match(spoken.text, noun.end, end)
    if verb:
        yield verb.span()


def _counts_people(spoken: Spoken) -> bool:
    """Whether the number counts those of whom a part may do something."""
    return spoken.words.members.search(spoken.text, *_noun_span(spoken)) is not None


def _noun_span(spoken: Spoken) -> Span:
    noun = spoken.noun
    return (noun.start, noun.end) if noun else (spoken.end, spoken.end)


def _same_noun_before(spoken: Spoken) -> bool:
    """Whether what is counted was named before the number: participants, including 12 of them."""
    return not spoken.noun or not spoken.noun.behind or _names_noun(spoken.first[1], spoken)


def _is_of_those(spoken: Spoken, those: str) -> bool:
    """Whether the words that lead name those of whom the number is: Of our members, ..."""
    members = _MEMBERS.search(spoken.text, *_noun_span(spoken)) is not None
    own = spoken.stock and members
    return own or spoken.words.members.search(those) is not None or _names_noun(those, spoken)


def _names_noun(words: str, spoken: Spoken) -> bool:
    """Whether words name what the number counts."""
    if not spoken.noun:
        return False
    return spoken.text[spoken.noun.start : spoken.noun.end].lower().split()[-1] in words.lower()


def _change(spoken: Spoken) -> Iterator[Span]:
    words = spoken.words
    begin, left = spoken.first
    found = words.changed.search(left, max(0, len(left) - 60))
    if found and (spoken.stock or found.group().rstrip().endswith(" by")):
        yield begin + found.start(), begin + found.end()
    noun = spoken.noun
    at = spoken.token.end
    first = spoken.text[at : noun.start] if noun and noun.behind else ""
    added = words.added.search(first) or words.another.search(left)
    if added and not spoken.definite and (spoken.stock or words.more.search(added.group())):
        yield spoken.token.start, at + max(added.end(), 1)
    behind = words.more_behind.match(spoken.text, spoken.end, spoken.sentence[1])
    if behind:
        yield behind.span()
    if spoken.stock and noun and noun.behind and not spoken.definite:
        came = words.came.match(spoken.text, noun.end, spoken.sentence[1])
        if came and words.adverbial.fullmatch(left.strip()):
            yield came.span()


def _label(spoken: Spoken) -> Iterator[Span]:
    token = spoken.token
    if token.percent or token.kind not in ("digits", "range"):
        return
    start = spoken.text.rfind("\n", 0, token.start) + 1
    left = spoken.text[max(start, token.start - 40) : token.start]
    found = spoken.words.label.search(left)
    if found:
        at = token.start - len(left)
        yield at + found.start(), at + found.end()
    elif re.search(r"(?:\. ?){4,}$", left) or re.match(r" \d{3}\b", spoken.text[token.end :][:4]):
        yield token.start, token.end


def _struck(spoken: Spoken) -> Iterator[Span]:
    yield from _in(spoken.main, spoken.words.struck)
    yield from _in((spoken.end, spoken.after[1].partition(";")[0]), spoken.words.struck)
    start, left = spoken.first
    wrong = _ERRATUM.search(left)
    if wrong and not _INSTEAD.search(left, wrong.end()) and _INSTEAD.search(spoken.after[1]):
        yield start + wrong.start(), start + wrong.end()


def _cut(spoken: Spoken) -> Iterator[Span]:
    """The text itself begins or goes on in the middle of a sentence: […] than 118 members."""
    at = spoken.token.start
    found = _CUT_OFF.search(spoken.text, max(0, at - 40), at)
    if found:
        yield found.span()


def _ambiguous(spoken: Spoken) -> Iterator[Span]:
    if spoken.token.readings:
        yield spoken.token.start, spoken.token.end


_RULES: tuple[tuple[DoubtKind, Callable[[Spoken], Iterator[Span]]], ...] = (
    ("denied", _denied),
    ("planned", _planned),
    ("conditional", _conditional),
    ("asked", _asked),
    ("said_by_others", _said_by_others),
    ("other_subject", _other_subject),
    ("other_time", _other_time),
    ("part", _part),
    ("change", _change),
    ("label", _label),
    ("struck", _struck),
    ("cut", _cut),
    ("ambiguous", _ambiguous),
)
_STRUCK = re.compile(r"<(del|s|strike)\b[^>]{0,200}>|</(del|s|strike)>|~~")


def struck_spans(raw: str) -> tuple[Span, ...]:
    """Where a raw text is struck out: <del>, <s>, <strike>, or between two ~~."""
    if "~~" not in raw and "<" not in raw:
        return ()
    spans: list[Span] = []
    opened: int | None = None
    for found in _STRUCK.finditer(raw):
        closes = found.group().startswith("</") or (found.group() == "~~" and opened is not None)
        if closes and opened is not None:
            spans.append((opened, found.start()))
            opened = None
        elif not closes and opened is None:
            opened = found.end()
    return tuple(spans)

"""Who says a number, and of whom: the network itself, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from language.clauses import NAMES, NumberInSentence, Span, find_in, is_list_item
from language.lexicon import DoubtWords, lexicon

_AROUND = re.compile(  # the article before a name, and what leads on behind it
    r"^(?:(?:the|an?|les?|las?|los|el|un[ea]?) |l'|comme )"
    r"|(?: (?:of|in|from|to|the|an?|de|du|del|en|by))+$",
    re.I,
)
_POINTS = re.compile(r"th(?:is|ese|at|ey|em)|together|it|s?he|cet?(?:te)?|ces|est[eao]s?")
_ARTICLE = re.compile(r"(?:an?|the|one|une?|les?|la|el|los|las|una) ", re.I)


def find_other_speakers(spoken: NumberInSentence) -> Iterator[tuple[Span, str]]:
    """The words by which somebody else says the number, and who that is; "" for hearsay."""
    words, at = spoken.words, spoken.token.start
    clause = spoken.semicolons
    for pattern, part in ((words.according, spoken.first), (words.says, spoken.first),
                          (words.says_behind, spoken.after), (words.sourced, clause)):  # fmt: skip
        begin, text = part
        if pattern is words.says and not words.saying.search(text):
            continue
        for found in pattern.finditer(text):
            who = next(filter(None, found.groups()), "")
            span = begin + found.start(), begin + found.end()
            if spoken.is_own(who) or (pattern is words.says and not _is_somebody(who, words)):
                continue
            if span[1] <= at and not _tells(spoken, span[1]):
                continue
            yield span, who
    yield from ((span, "") for span in find_in(spoken.first, words.hearsay))
    yield from ((span, "") for span in find_in(spoken.after, words.hearsay_behind))


def said_by(spoken: NumberInSentence) -> str:
    """Who else says the number; "" where nobody is named."""
    found = (_name(who, spoken.words) for _span, who in find_other_speakers(spoken))
    return next(filter(None, found), "")


def _name(who: str, words: DoubtWords) -> str:
    """The name of somebody without what stands around it; "" where the words are none."""
    name = _AROUND.sub("", who.strip(" .,"))
    first = name.partition(" ")[0].lower()
    if not name or re.search(r"\d", name) or words.denied.search(name):
        return ""
    if len(first) < 2 or _POINTS.fullmatch(first):
        return ""
    begins = name[0].isupper() and not words.no_name.fullmatch(first)
    named = begins or re.search(r" [A-ZÀ-Þ]\w", name)
    return name if named or words.somebody.search(name.lower()) else ""


def _tells(spoken: NumberInSentence, said: int) -> bool:
    """Whether what is said holds the number: up to it, no sentence of its own begins."""
    between = spoken.text[said : spoken.token.start]
    return ";" not in between and spoken.words.turned.search(between) is None


def _is_somebody(who: str, words: DoubtWords) -> bool:
    if re.search(r"[A-ZÀ-Þ]", who[1:]) or words.somebody.search(who.lower()):
        return True
    if _ARTICLE.match(who) and not words.event.search(who):
        return True
    return who[:1].isupper() and words.no_name.fullmatch(who.split()[0].lower()) is None


def find_other_subjects(spoken: NumberInSentence) -> Iterator[Span]:
    """The words that make the number one of somebody else: its owner, subject or heading."""
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
    yield from find_in(spoken.main, words.other_group)
    subject = _subject(spoken)
    if subject is not None:
        yield from _judged(spoken, *subject)
    elif is_list_item(spoken) or not spoken.first[1].strip(" -•*"):
        yield from _named_before(spoken)


def _antecedent(spoken: NumberInSentence, begin: int) -> Iterator[Span]:
    """Somebody else of whom the clause tells more: INHOPE, which unites 57 members."""
    before = spoken.text[spoken.sentence[0] : begin].rstrip(", (")
    name = list(NAMES.finditer(before))
    other = spoken.words.other_noun_end.search(before.lower())
    if name and name[-1].end() >= len(before) - 1 and not spoken.is_own(name[-1].group()):
        at = spoken.sentence[0] + name[-1].start()
        yield at, at + len(name[-1].group())
    elif other and not spoken.is_own(before[-40:]):
        yield begin - len(other.group()) - 2, begin


def _judged(spoken: NumberInSentence, start: int, who: str) -> Iterator[Span]:
    """The subject of the number's clause, where it is somebody else."""
    words = spoken.words
    if words.pronoun.fullmatch(who.strip().lower()):
        yield from _named_before(spoken)
    elif words.event.search(who):
        return
    elif _names_other(spoken, who):
        yield start, start + len(who)


def _names_other(spoken: NumberInSentence, who: str) -> bool:
    words = spoken.words
    if spoken.is_branch(who) or words.other_head.search(who) or words.other_of.match(who):
        return True
    return not spoken.is_own(who) and _is_other(who, words)


@cache
def _owners(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to the owner behind a noun, alone and with a name behind it."""
    behind = lexicon(language).behind
    return re.compile(behind), re.compile(rf"{behind}(?P<who>{NAMES.pattern})")


def _in_owner(spoken: NumberInSentence) -> Iterator[Span]:
    """Somebody behind the noun: 195 members of INTERPOL; the 45 members of the Commission."""
    begin, right = spoken.right
    found = _owners(spoken.language)[1].match(right)
    if found and not spoken.is_own(found["who"]) and _is_other(found["who"], spoken.words):
        yield begin, begin + found.end()


def _subject(spoken: NumberInSentence) -> tuple[int, str] | None:
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
    for found in spoken.words.new_subject.finditer(text):
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
    for found in NAMES.finditer(bare):
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


def _named_before(spoken: NumberInSentence) -> Iterator[Span]:
    """What the sentence or heading before is about, where that is somebody else."""
    start, end = spoken.before
    text = spoken.text[start:end]
    verb = spoken.words.having.search(text)
    if not text.strip() or spoken.is_own(text[: verb.start() if verb else len(text)]):
        return
    for found in NAMES.finditer(text):
        name = found.group()
        if spoken.words.no_name.fullmatch(name.lower()) or spoken.is_own(name):
            continue
        if found.start() < 20 and (name.isupper() or " " in name):
            yield start + found.start(), start + found.end()
        return

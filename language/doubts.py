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
from typing import Literal, get_args

from language.attribution import find_other_speakers, find_other_subjects
from language.bounds import stated_bound
from language.clauses import HARD_STOP, NumberInSentence, Span, begin_of, find_in, is_list_item
from language.date_mentions import When, find_dates
from language.nouns import Counted

DoubtKind = Literal[
    "denied", "planned", "conditional", "asked", "said_by_others", "other_subject", "other_time",
    "part", "change", "label", "struck", "cut", "ambiguous",
]  # fmt: skip
KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)
# Where the words that raise these stand outside of the quote, the quote was cut.
CUTTABLE = frozenset({"denied", "planned", "conditional", "asked", "said_by_others", "change"})
_QUESTION = re.compile(r"[?\uff1f]\s*[\"”»')]*\s*$")
_CUT_OFF = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.) ?(?:[\w']+ ){0,2}$")


@dataclass(frozen=True)
class Doubt:
    """A doubt about a number; the words that raise it stand at text[start:end]."""

    kind: DoubtKind
    start: int
    end: int


def find_doubts(spoken: NumberInSentence) -> tuple[Doubt, ...]:
    """Every doubt about a number, one of each kind."""
    found: dict[DoubtKind, Doubt] = {}
    for kind, rule in _RULES:
        for start, end in rule(spoken):
            found.setdefault(kind, Doubt(kind, start, end))
    return tuple(found.values())


def _governs(spoken: NumberInSentence, span: Span) -> bool:
    """Whether no word between turns the sense again: "not 10 but 8"."""
    between = spoken.text[span[1] : spoken.token.start]
    if spoken.words.turned.search(between):
        return False
    # "is not for profit and has 122 members": another verb is joined on
    joined = re.search(r" (?:and|et|y) ", between)
    return not joined or spoken.words.having.match(between[joined.end() :]) is None


def _denied(spoken: NumberInSentence) -> Iterator[Span]:
    if spoken.stock and spoken.definite:
        return
    words = spoken.words
    excused = list(find_in(spoken.main, words.not_denied))
    for span in find_in(spoken.governing, words.denied):
        if not any(start <= span[0] < end for start, end in excused) and _governs(spoken, span):
            yield span
    yield from find_in(spoken.after, words.denied_behind)
    if not spoken.stock or not spoken.left[1].strip():
        yield from find_in(spoken.right, words.denied_behind_flow)


def _planned(spoken: NumberInSentence) -> Iterator[Span]:
    words = spoken.words
    if spoken.stock and spoken.definite:
        return
    for span in find_in(spoken.governing, words.planned):
        if _governs(spoken, span):
            yield span
    yield from find_in(spoken.right, words.planned_behind)
    heads = re.split(r"[;\n]", spoken.first[1])
    if heads and re.search(r":\s*[\w' ]{0,60}$", heads[-1]):
        begin = spoken.token.start - len(heads[-1])
        yield from find_in((begin, heads[-1]), words.planned_head)
    if is_list_item(spoken):
        start, end = spoken.before
        yield from find_in((start, spoken.text[start:end]), words.planned_head)


def _conditional(spoken: NumberInSentence) -> Iterator[Span]:
    words = spoken.words
    if spoken.stock and spoken.definite:
        return
    yield from find_in(spoken.main, words.conditional)
    led = words.if_clause.match(spoken.text, begin_of(spoken), spoken.token.start)
    if led:
        yield led.span()
    begin, after = spoken.after
    yield from find_in((begin, after.partition(";")[0][:80]), words.if_behind)
    if words.with_it.match(spoken.left[1].lstrip()) and after.lstrip().startswith(","):
        yield from find_in((begin, after.partition(";")[0]), words.conditional)


def _asked(spoken: NumberInSentence) -> Iterator[Span]:
    words = spoken.words
    if spoken.stock and spoken.definite:
        return
    _, end = spoken.sentence
    mark = _QUESTION.search(spoken.text, spoken.end, end)
    if mark and ":" not in spoken.text[spoken.end : mark.start()]:
        yield mark.span()
    yield from find_in(spoken.main, words.asked)


def _other_time(spoken: NumberInSentence) -> Iterator[Span]:
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
        yield from find_in(spoken.left, words.once)
        led = spoken.text[spoken.sentence[0] : spoken.left[0]]
        if led.count(",") == 1 and not words.since.match(led.lstrip()):
            yield from find_in((spoken.sentence[0], led), words.once)
    first = spoken.first[1].lstrip()
    if words.since.match(first) and words.total.search(first):
        yield spoken.sentence[0], spoken.token.start
    yield from find_in(spoken.right, words.once_behind)
    begin, left = spoken.left
    told = words.past.search(left) if spoken.stock and not spoken.definite else None
    if told and not _is_present(spoken):
        yield begin + told.start(), spoken.token.start
    found = words.compared.search(left)
    if found:
        yield begin + found.start(), begin + found.end()


def _is_present(spoken: NumberInSentence) -> bool:
    """Whether the sentence names the time of the document: today, or its own year."""
    start, end = spoken.sentence
    text = spoken.text[start:end]
    return spoken.words.present.search(text) is not None or any(
        year in text for year in spoken.present
    )


def _dates_of(spoken: NumberInSentence) -> Iterator[tuple[When, int, int]]:
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


def _is_tied_before(spoken: NumberInSentence, first: int, last: int) -> bool:
    """Whether a date left of the number is that of the number: 2022: 104; In 2009 it had 98."""
    text, words = spoken.text, spoken.words
    between = text[last : spoken.token.start]
    if words.present.search(between):
        return False
    if re.fullmatch(r" ?:[\w ]{0,16} ?| ?[(|] ?", between):
        return True
    if re.search(r"\d|[;|\n]| (?:to|à|a) $", between) or HARD_STOP.search(between):
        return False
    if "," not in between or words.relative.match(between.lstrip(", ")):
        return True
    led = words.led_by_time.match(text, spoken.sentence[0], first)
    return between.count(",") == 1 and led is not None


def _is_tied_behind(spoken: NumberInSentence, first: int, last: int) -> bool:
    """Whether a date behind the noun is that of the number: 81 members in 2012; 98 (2009)."""
    text = spoken.text
    between = text[spoken.end : first].replace(", in ", " in ").replace(", en ", " en ")
    if re.fullmatch(r" ?\((?:\w+ )?", between):
        return re.match(r"\s?:", text[last:]) is None
    if re.search(r"[\d,;:()|\n]", between) or len(between) >= 60:
        return False
    return spoken.words.tied_behind.fullmatch(between) is not None


def _part(spoken: NumberInSentence) -> Iterator[Span]:
    words, noun, at = spoken.words, spoken.noun, spoken.token.end
    begin, left = spoken.left
    found = words.part_of.search(left)
    if found and (spoken.stock or _same_noun_before(spoken)):
        yield begin + found.start(), begin + found.end()
    led = words.out_of_them.match(spoken.text, begin_of(spoken), spoken.token.start)
    if led and _is_of_those(spoken, led.group()):
        yield led.span()
    partitive = words.partitive.match(spoken.text, at, spoken.sentence[1])
    if partitive and (spoken.stock or not _counts_people(spoken)):
        yield partitive.span()
    for word in noun.modifiers if noun and noun.behind else ():
        if words.part_adjective.fullmatch(word.lower()):
            place = spoken.text.index(word, at)
            yield place, place + len(word)
    where = words.in_a_place.match(spoken.text, begin_of(spoken), spoken.token.start)
    if where and spoken.stock and not words.whole_place.search(where.group()):
        yield where.span()
    apart = words.some_of.search(spoken.first[1], max(0, len(spoken.first[1]) - 70))
    if apart:
        yield spoken.sentence[0] + apart.start(), spoken.token.start
    if noun and noun.behind and spoken.stock:
        answered = words.relative.match(spoken.text, noun.end + 1, spoken.sentence[1])
        if answered and words.did_form.match(spoken.text, answered.end()):
            yield noun.end + 1, answered.end()
    if noun and noun.behind and not spoken.definite:
        yield from _did_a_part(spoken, noun)
        yield from _not_the_whole(spoken)


def _not_the_whole(spoken: NumberInSentence) -> Iterator[Span]:
    """Words that do not lead to the size of the whole: backed by 85 members, a survey of 120."""
    begin, left = spoken.left
    bare = left.rstrip("0123456789 \t~").strip()
    start, end = _noun_span(spoken)
    if not spoken.stock or not spoken.words.member.search(spoken.text, start, end) or not bare:
        return
    words = spoken.words
    if words.whole.search(bare) or words.adverbial.fullmatch(bare):
        return
    yield begin, spoken.token.start


def _did_a_part(spoken: NumberInSentence, noun: Counted) -> Iterator[Span]:
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


def _counts_people(spoken: NumberInSentence) -> bool:
    """Whether the number counts those of whom a part may do something."""
    return spoken.words.members.search(spoken.text, *_noun_span(spoken)) is not None


def _noun_span(spoken: NumberInSentence) -> Span:
    noun = spoken.noun
    return (noun.start, noun.end) if noun else (spoken.end, spoken.end)


def _same_noun_before(spoken: NumberInSentence) -> bool:
    """Whether what is counted was named before the number: participants, including 12 of them."""
    return not spoken.noun or not spoken.noun.behind or _names_noun(spoken.first[1], spoken)


def _is_of_those(spoken: NumberInSentence, those: str) -> bool:
    """Whether the words that lead name those of whom the number is: Of our members, ..."""
    members = spoken.words.member.search(spoken.text, *_noun_span(spoken)) is not None
    own = spoken.stock and members
    return own or spoken.words.members.search(those) is not None or _names_noun(those, spoken)


def _names_noun(words: str, spoken: NumberInSentence) -> bool:
    """Whether words name what the number counts."""
    if not spoken.noun:
        return False
    return spoken.text[spoken.noun.start : spoken.noun.end].lower().split()[-1] in words.lower()


def _change(spoken: NumberInSentence) -> Iterator[Span]:
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


def _label(spoken: NumberInSentence) -> Iterator[Span]:
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


def _struck(spoken: NumberInSentence) -> Iterator[Span]:
    yield from find_in(spoken.main, spoken.words.struck)
    yield from find_in((spoken.end, spoken.after[1].partition(";")[0]), spoken.words.struck)
    start, left = spoken.first
    wrong = spoken.words.erratum.search(left)
    if (
        wrong
        and not spoken.words.instead.search(left, wrong.end())
        and spoken.words.instead.search(spoken.after[1])
    ):
        yield start + wrong.start(), start + wrong.end()


def _cut(spoken: NumberInSentence) -> Iterator[Span]:
    """The text itself begins or goes on in the middle of a sentence: […] than 118 members."""
    at = spoken.token.start
    found = _CUT_OFF.search(spoken.text, max(0, at - 40), at)
    if found:
        yield found.span()


def _ambiguous(spoken: NumberInSentence) -> Iterator[Span]:
    if spoken.token.readings:
        yield spoken.token.start, spoken.token.end


_RULES: tuple[tuple[DoubtKind, Callable[[NumberInSentence], Iterator[Span]]], ...] = (
    ("denied", _denied),
    ("planned", _planned),
    ("conditional", _conditional),
    ("asked", _asked),
    ("said_by_others", lambda spoken: (span for span, _who in find_other_speakers(spoken))),
    ("other_subject", find_other_subjects),
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

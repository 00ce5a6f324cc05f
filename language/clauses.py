"""A number in its sentence: the clauses around it, and whose facts its words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from language.lexicon import DoubtWords, Phrases, lexicon
from language.nouns import Counted
from language.numbers import NumberToken

_CUT = re.compile(r"[;:()\[\]!?…|\n]| [-–—] |, |,$|[“”\"«»]")
HARD_STOP = re.compile(r"[;:(\[|\n!?…]| [-–—] ")
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w'’&.-]*[\w])"
NAMES = re.compile(
    rf"{_NAME}(?: (?:(?:of|the|for|and|de|des|du|la|le|les|del|y|et|on|in) ){{0,2}}{_NAME})*"
)
_SIGNS = re.compile(r"[\s\"“«'(¿¡•*-]*")
Span = tuple[int, int]


@dataclass(frozen=True)
class NumberInSentence:
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
    before: tuple[int, int] = (0, 0)
    noun: Counted | None = None
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
        hard = [found.end() for found in HARD_STOP.finditer(self.text, start, self.token.start)]
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
    def semicolons(self) -> tuple[int, str]:
        """The words around the number, from one semicolon to the next."""
        (start, end), at = self.sentence, self.token.start
        begin = max(start, self.text.rfind(";", start, at) + 1)
        behind = self.text.find(";", at, end)
        return begin, self.text[begin : end if behind < 0 else behind]

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


def find_in(part: tuple[int, str], pattern: Phrases) -> Iterator[Span]:
    """Where a pattern stands in a part of the text."""
    begin, text = part
    for found in pattern.finditer(text):
        yield begin + found.start(), begin + found.end()


def begin_of(spoken: NumberInSentence) -> int:
    """Where the words of the sentence begin, behind its signs."""
    found = _SIGNS.match(spoken.text, spoken.sentence[0])
    return found.end() if found else spoken.sentence[0]


def is_list_item(spoken: NumberInSentence) -> bool:
    """Whether the sentence is an item of a list under a heading."""
    line = spoken.text[: spoken.token.start].rpartition("\n")[2]
    start, end = spoken.before
    heading = spoken.text[start:end].strip()
    return bool(heading) and not heading.endswith((".", "!", "?")) and len(line) < 60

"""`Corpus`, frozen: what was proved and what is defined, which all else reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR
from functools import cached_property

from facts.model import Absent, Activity, Fact, Mention, SetAside, SubmissionHead
from facts.problems import Problem
from facts.vocabulary import Group, Indicator, Organisation, Question
from language.quotes import Match


@dataclass(frozen=True)
class PlacedFact:
    """A proved fact and where it stands: offsets are code points of the decoded source.

    `match` is the quote, `number` the number in it (None for a count made by us),
    `also` the other places that state the same.
    """

    submission: SubmissionHead
    fact: Fact
    match: Match
    number: tuple[int, int] | None
    also: tuple[Match, ...] = ()
    proved: bool = True

    @property
    def ref(self) -> str:
        """The name that is unique in the whole corpus: `submission/fact`."""
        return f"{self.submission.id}/{self.fact.id}"


@dataclass(frozen=True)
class PlacedActivity:
    """A proved activity and where its quotes stand."""

    submission: SubmissionHead
    activity: Activity
    match: Match
    also: tuple[Match, ...] = ()

    @property
    def ref(self) -> str:
        """The name that is unique among all activities: `submission/activity`."""
        return f"{self.submission.id}/{self.activity.id}"


@dataclass(frozen=True)
class PlacedMention:
    """A proved mention of countries and where its quote stands."""

    submission: SubmissionHead
    mention: Mention
    match: Match

    @property
    def ref(self) -> str:
        """The name that is unique among all mentions: `submission/mention`."""
        return f"{self.submission.id}/{self.mention.id}"


@dataclass(frozen=True)
class PlacedSetAside:
    """A passage set aside and every place where it stands (several only for `occurrence: all`)."""

    set_aside: SetAside
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Reference:
    """A name that an entry uses for what another submission holds, and the problem if it does not.

    `target` is `submission` or `submission/fact`; `entry` names who refers to it. `states` is what
    that fact has to state (see `stated`), where that is asked.
    """

    entry: str
    target: str
    problem: Problem
    states: str = ""


def stated(fact: Fact) -> str:
    """What a fact states, as one text to compare: its indicator and value."""
    return f"{fact.indicator} {fact.value}"


@dataclass(frozen=True)
class Sub:
    """One submission: what is proved of it, its source, and what is wrong in its file.

    Only proved entries are here. `left_out` names the others, such as `facts.network-members`.
    `source_text` is the decoded source, unchanged; `file` is the path that problems name.
    `accounted` says what became of the numbers in it (see `check_submission.account`).
    `language_guessed`: the language of the head was told from the text, as the file names none.
    """

    head: SubmissionHead
    source_text: str
    facts: tuple[PlacedFact, ...]
    activities: tuple[PlacedActivity, ...]
    mentions: tuple[PlacedMention, ...]
    set_aside: tuple[PlacedSetAside, ...]
    absent: tuple[Absent, ...]
    file: str
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    accounted: Mapping[str, int] = field(default_factory=dict)
    language_guessed: bool = False


@dataclass(frozen=True)
class Corpus:
    """All of a data folder, submissions in the order of their `plot_at`, and all its problems.

    `left_out` names the submissions that could not be read at all, by folder name; `latest` is the
    last year that a date in it may have.
    """

    organisation: Organisation
    groups: tuple[Group, ...]
    indicators: Mapping[str, Indicator]
    questions: tuple[Question, ...]
    submissions: tuple[Sub, ...]
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    latest: int = MAXYEAR

    def facts(self) -> Iterator[PlacedFact]:
        """Every proved fact, submission by submission, in document order."""
        for submission in self.submissions:
            yield from submission.facts

    def fact(self, ref: str) -> PlacedFact | None:
        """The proved fact named `submission/fact`, or None."""
        sub = self.submission(ref.partition("/")[0])
        return next((one for one in sub.facts if one.ref == ref), None) if sub else None

    def activity(self, ref: str) -> PlacedActivity | None:
        """The proved activity named `submission/activity`, or None."""
        sub = self.submission(ref.partition("/")[0])
        return next((one for one in sub.activities if one.ref == ref), None) if sub else None

    def mention(self, ref: str) -> PlacedMention | None:
        """The proved mention named `submission/mention`, or None."""
        sub = self.submission(ref.partition("/")[0])
        return next((one for one in sub.mentions if one.ref == ref), None) if sub else None

    def submission(self, name: str) -> Sub | None:
        """The submission with this id, or None."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, Sub]:
        return {sub.head.id: sub for sub in self.submissions}

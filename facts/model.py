"""The shape of everything in data/: YAML values go in, frozen typed objects come out.

The field names, their types and their descriptions stand once, here and in the three modules that
this one gathers; the checker, the frames and the field reference in docs/ all read them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facts.entry import ActivityKind as ActivityKind
from facts.entry import Basis as Basis
from facts.entry import Bound as Bound
from facts.entry import ByLanguage as ByLanguage
from facts.entry import CorrectedField as CorrectedField
from facts.entry import Country as Country
from facts.entry import Entry
from facts.entry import Identifier as Identifier
from facts.entry import Kind as Kind
from facts.entry import Language as Language
from facts.entry import Number as Number
from facts.entry import PartialDate as PartialDate
from facts.entry import Role as Role
from facts.entry import Scope as Scope
from facts.entry import SetAsideClass as SetAsideClass
from facts.entry import Span as Span
from facts.entry import Text as Text
from facts.entry import Time as Time
from facts.head import Evidence as Evidence
from facts.head import Period as Period
from facts.head import PlotAt as PlotAt
from facts.head import Session as Session
from facts.head import Source as Source
from facts.head import SubmissionHead as SubmissionHead
from facts.head import Written as Written
from facts.vocabulary import Group as Group
from facts.vocabulary import Indicator as Indicator
from facts.vocabulary import IndicatorsFile as IndicatorsFile
from facts.vocabulary import NotInstead as NotInstead
from facts.vocabulary import Organisation as Organisation
from facts.vocabulary import OrganisationFile as OrganisationFile
from facts.vocabulary import Question as Question
from facts.vocabulary import QuestionsFile as QuestionsFile
from facts.vocabulary import Unit as Unit
from facts.vocabulary import Wording as Wording
from language.doubts import DoubtKind as DoubtKind


class Places(Entry):
    """Countries that belong to a fact, with their role, and whether the list is whole."""

    role: Role
    """host (held there), covered (about it), consulted (people asked), named (only named)."""
    list: tuple[Country, ...]
    """ISO 3166-1 alpha-3 codes, in brackets on one line."""
    complete: bool
    """Whether these are all; then the list is as long as the value."""


class Also(Entry):
    """Another place in the same source that states the same fact."""

    quote: Text
    """The exact words."""
    occurrence: int | None = None
    """Which one, where the words stand more than once."""
    wording: Text | None = None
    """Its wording, where it differs from that of the fact."""


class PartOf(Entry):
    """The larger number that this one is a part of; a share is only computed for the same unit."""

    fact: Identifier
    """The id of the larger fact in the same submission."""
    same_unit: bool
    """Whether both count the same unit."""


class Corrected(Entry):
    """An error of the source that the fact reads otherwise, and why."""

    field: CorrectedField
    """The field that is read otherwise; a value only where the source has a slip of typing."""
    source_says: Text
    """The words of the source, which stand in the quote; of a value its number alone."""
    because: Text
    """Why they are read otherwise."""


class CarriedFrom(Entry):
    """The earlier submission whose sentence was copied: one claim told twice."""

    submission: Identifier
    """The id of the earlier submission."""
    fact: Identifier | None = None
    """The id of the fact there."""


class DoubtAnswer(Entry):
    """A doubt that the sentence raises about a number, and why the fact holds all the same."""

    kind: DoubtKind
    """Which doubt: denied, planned, conditional, asked, said_by_others, other_subject, other_time,
    part, change, label, struck, cut or ambiguous."""
    because: Text
    """Why it holds, in the words of the person who decided."""


class Fact(Entry):
    """One stated value with the exact words that state it."""

    id: Identifier
    """A short name that nothing else in the submission has; the same thing has it every year."""
    indicator: Identifier
    """What is measured: an id of indicators.yaml."""
    value: Number | Span
    """A whole or decimal number, in percent for shares; {low: 1, high: 20} for a range."""
    bound: Bound
    """How the number is meant, by the words beside it: over 100 is more_than."""
    wording: Text
    """The words of the source for what is counted; indicators.yaml rules each."""
    time: Time
    """When it holds."""
    quote: Text
    """The exact words that state it, copied from the source."""
    value_text: Text | None = None
    """Which number of the quote it is, where the quote holds several."""
    language: Language | None = None
    """The language of the quote, where it is not that of the submission: en, fr or es."""
    occurrence: int | None = None
    """Which one, where the quote stands more than once."""
    scope: Scope
    """own, partner (joint or partners' work), or world (said by others about the problem)."""
    section: Text
    """Where the quote stands: heading and paragraph."""
    also: tuple[Also, ...] = ()
    """Other places in the same submission that state it."""
    places: Places | None = None
    """The countries that belong to it."""
    part_of: PartOf | None = None
    """The larger number that it is a part of."""
    counted: tuple[Text, ...] | None = None
    """For a count made by us: its items, each of them in the quote."""
    said_by: Text | None = None
    """Whose number it is, where it is someone else's."""
    status: Literal["target", "plan"] | None = None
    """target or plan, where the number is not reached yet: it never stands in a trend."""
    doubts: tuple[DoubtAnswer, ...] = ()
    """Doubts that the sentence raises, each with the reason why the fact holds."""
    spread: Text | None = None
    """What a range ranges over: it is not an error margin."""
    corrected: Corrected | None = None
    """An error of the source that is read otherwise."""
    carried_from: CarriedFrom | None = None
    """The earlier submission whose sentence was copied."""
    note: Text | None = None
    """What a reader should know about it."""


class ActivityPlace(Entry):
    """Where an activity happened; the city or the country is named in the quote."""

    city: Text | None = None
    """The city, as the source spells it."""
    country: Country
    """Its ISO 3166-1 alpha-3 code."""


class Activity(Entry):
    """One dated thing that happened, with the exact words that tell of it."""

    id: Identifier
    """A short name that nothing else in the submission has."""
    title: Text
    """What it was, in a few words."""
    kind: ActivityKind
    """What kind of thing it was."""
    time: Time
    """When it was."""
    places: tuple[ActivityPlace, ...] = ()
    """Where it was."""
    quote: Text
    """The exact words that tell of it."""
    occurrence: int | None = None
    """Which one, where the quote stands more than once."""
    scope: Scope
    """own, partner or world."""
    section: Text
    """Where the quote stands."""
    also: tuple[Also, ...] = ()
    """Other places that tell of it."""
    facts: tuple[Identifier, ...] = ()
    """The ids of the facts that count it."""
    corrected: Corrected | None = None
    """An error of the source that is read otherwise."""
    carried_from: CarriedFrom | None = None
    """The earlier submission whose sentence was copied."""
    note: Text | None = None
    """What a reader should know about it."""


class Mention(Entry):
    """Countries that a sentence names for what is done there, without a number or a date."""

    id: Identifier
    """A short name that nothing else in the submission has."""
    what: Text
    """What is done there, in a few words."""
    places: Places
    """The countries, with their role."""
    quote: Text
    """The exact words."""
    occurrence: int | None = None
    """Which one, where the quote stands more than once."""
    scope: Scope
    """own, partner or world."""
    section: Text
    """Where the quote stands."""
    corrected: Corrected | None = None
    """An error of the source that is read otherwise."""
    note: Text | None = None
    """What a reader should know about it."""


class SetAside(Entry):
    """Numbers in the source that are no facts, with the class that says why.

    All numbers inside the quote are set aside. `occurrence` says which one of several equal quotes
    is meant; `all` means each of them.
    """

    quote: Text
    """The exact words that hold the numbers."""
    class_: SetAsideClass = Field(alias="class")
    """Why they are no facts."""
    occurrence: int | Literal["all"] | None = None
    """Which one, where the words stand more than once; all for each."""
    note: Text | None = None
    """What a reader should know about it."""


class Absent(Entry):
    """An indicator that was looked for in the source, with the words searched, and not found."""

    indicator: Identifier
    """An id of indicators.yaml."""
    searched: tuple[Text, ...]
    """The words that were looked for."""
    not_applicable: Text | None = None
    """The written reason, where the question makes no sense for this submission."""


class SubmissionFile(Entry):
    """One whole submission.yaml."""

    submission: SubmissionHead
    """About the document."""
    facts: tuple[Fact, ...] = ()
    """Its facts, in the order of the text."""
    activities: tuple[Activity, ...] = ()
    """What happened, when and where."""
    mentions: tuple[Mention, ...] = ()
    """Countries named without a number or a date."""
    set_aside: tuple[SetAside, ...] = ()
    """The numbers that are no facts."""
    absent: tuple[Absent, ...] = ()
    """What was looked for and not stated."""

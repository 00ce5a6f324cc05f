"""The entries of a submission.yaml as frozen typed objects.

Field names, types and meanings stand once: the checker, the frames and docs/fields.md read them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from facts.vocabulary import (
    ActivityKind,
    Basis,
    Bound,
    CorrectedField,
    Country,
    Entry,
    Identifier,
    Language,
    Number,
    PartialDate,
    Role,
    Scope,
    SetAsideClass,
    Sha256,
    Span,
    Text,
    Time,
)
from language.doubts import DoubtKind as DoubtKind


class Session(Entry):
    """The session of the UN body that a submission was made to."""

    number: int | None = None
    """The number of the session."""
    start: PartialDate | None = Field(None, alias="from")
    """Its first day."""
    end: PartialDate | None = Field(None, alias="to")
    """Its last day."""
    basis: Basis = "stated"
    """Whether the submission states it, or it is inferred."""


class Source(Entry):
    """The text of a submission as received, and the fingerprint that proves it unchanged."""

    file: Text
    """The name of the text file beside submission.yaml: source.txt."""
    sha256: Sha256
    """The SHA-256 of that file, which proves it unchanged (`sha256sum source.txt`)."""
    form: Literal["ocr", "text", "pdf"]
    """How the text came to be: read by machine from a scan (ocr), a text, or the text of a PDF."""


class Period(Entry):
    """A span of time, as precise as it was written."""

    start: PartialDate = Field(alias="from")
    """The first date."""
    end: PartialDate = Field(alias="to")
    """The last date."""
    basis: Basis = "stated"
    """Whether the submission states it, or it is inferred."""


class Evidence(Entry):
    """A quote that shows when a submission was written."""

    quote: Text
    """The exact words."""
    shows: Text
    """What they show about the date."""
    occurrence: int | None = None
    """Which one, where the words stand more than once."""


class Written(Entry):
    """The earliest and latest date on which a submission can have been written."""

    earliest: PartialDate
    """The earliest date it can have been written."""
    latest: PartialDate
    """The latest date."""
    basis: Basis
    """Stated where a date is printed, else inferred."""
    evidence: tuple[Evidence, ...] = ()
    """The words that show it."""


class PlotAt(Entry):
    """The one date that charts use for a fact that says only "today"."""

    value: PartialDate
    """The date."""
    basis: Basis
    """Stated where a date is printed, else inferred."""


class SubmissionHead(Entry):
    """What is known about one submission."""

    id: Identifier
    """The name of its folder."""
    title: Text
    """Its title."""
    name: Text
    """What staff call it: CSTD 2018."""
    body: Text
    """The UN body it was sent to."""
    session: Session | None = None
    """The session of that body."""
    language: Language | None = None
    """The language its text is written in: en, fr or es; guessed from the text where left out."""
    source: Source
    """Its text."""
    reports_on: Period
    """The period it reports on."""
    written: Written
    """When it was written."""
    plot_at: PlotAt
    """The one date that charts use for a fact that says only "today"."""
    citation: Text
    """How to cite it."""
    note: Text | None = None
    """What a reader should know about it."""


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

    @property
    def limits(self) -> tuple[Number | None, Number | None]:
        """The least and the most that it allows; None where its bound leaves one open."""
        if isinstance(self.value, Span):
            return self.value.low, self.value.high
        low = self.value if self.bound in ("exact", "more_than", "at_least") else None
        high = self.value if self.bound in ("exact", "almost", "up_to", "less_than") else None
        return low, high


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

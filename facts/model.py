"""The shape of everything in data/: YAML values go in, frozen typed objects come out (or pydantic's complaint).

The field names, their types and their descriptions stand here once; the checker, the frames and the
field reference in docs/ all read them from these classes.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Bound = Literal["exact", "at_least", "more_than", "about", "almost", "up_to", "less_than", "range"]
Basis = Literal["stated", "inferred"]
Scope = Literal["own", "partner", "world"]
Kind = Literal["stock", "flow", "share"]
Role = Literal["host", "covered", "consulted", "named"]
ActivityKind = Literal[
    "workshop", "conference", "meeting", "study", "launch", "training", "publication",
    "project", "campaign", "event", "standard", "reform",
]  # fmt: skip
SetAsideClass = Literal[
    "date", "numbering", "document_symbol", "template_text", "duration", "contact", "name",
    "legal_reference", "publication", "deadline", "pronoun", "no_claim",
]  # fmt: skip

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5_000)]
ByLanguage = dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], Text]
Number = int | float


class _Entry(BaseModel):
    """What all entries share: unknown fields are refused, nothing is coerced, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class Session(_Entry):
    """The session of the UN body that a submission was made to."""

    number: int | None = None
    start: PartialDate | None = Field(None, alias="from")
    end: PartialDate | None = Field(None, alias="to")
    basis: Basis = "stated"


class Source(_Entry):
    """The text of a submission as received, and the fingerprint that proves it unchanged."""

    file: Text
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    form: Literal["ocr", "text", "pdf"]


class Period(_Entry):
    """A span of time, as precise as it was written."""

    start: PartialDate = Field(alias="from")
    end: PartialDate = Field(alias="to")
    basis: Basis = "stated"


class Evidence(_Entry):
    """A quote that shows when a submission was written."""

    quote: Text
    shows: Text
    occurrence: int | None = None


class Written(_Entry):
    """The earliest and latest date on which a submission can have been written."""

    earliest: PartialDate
    latest: PartialDate
    basis: Basis
    evidence: tuple[Evidence, ...] = ()


class PlotAt(_Entry):
    """The one date that charts use for a fact that says only "today"."""

    value: PartialDate
    basis: Basis


class SubmissionHead(_Entry):
    """What is known about one submission."""

    id: Identifier
    title: Text
    name: Text  # what staff call it: "CSTD 2018"
    body: Text
    session: Session | None = None
    source: Source
    reports_on: Period
    written: Written
    plot_at: PlotAt
    citation: Text
    note: Text | None = None


class Span(_Entry):
    """A value that the source gives as a range."""

    low: Number
    high: Number


class Time(_Entry):
    """When a fact holds: exactly one of `as_of`, `on`, or `from` with `to`.

    `as_of: document` is "today" in the words of the submission; `as_of: not_stated` is for a fact
    whose time the source does not give and which is not about the day of writing either.
    """

    as_of: Literal["document", "not_stated"] | None = None
    on: PartialDate | None = None
    start: PartialDate | None = Field(None, alias="from")
    end: PartialDate | None = Field(None, alias="to")
    basis: Basis = "stated"


class Places(_Entry):
    """Countries that belong to a fact, with their role, and whether the list is whole."""

    role: Role
    list: tuple[Country, ...]
    complete: bool


class Also(_Entry):
    """Another place in the same source that states the same fact."""

    quote: Text
    occurrence: int | None = None
    wording: Text | None = None


class PartOf(_Entry):
    """The larger number that this one is a part of; a share is only computed for the same unit."""

    fact: Identifier
    same_unit: bool


class Corrected(_Entry):
    """An error of the source that the fact reads otherwise, and why."""

    field: Text
    source_says: Text
    because: Text


class CarriedFrom(_Entry):
    """The earlier submission whose sentence was copied: one claim told twice."""

    submission: Identifier
    fact: Identifier | None = None


class Fact(_Entry):
    """One stated value with the exact words that state it."""

    id: Identifier
    indicator: Identifier
    value: Number | Span
    bound: Bound
    wording: Text
    time: Time
    quote: Text
    value_text: Text | None = None
    occurrence: int | None = None
    scope: Scope
    section: Text
    also: tuple[Also, ...] = ()
    places: Places | None = None
    part_of: PartOf | None = None
    counted: tuple[Text, ...] | None = None
    said_by: Text | None = None
    spread: Text | None = None
    corrected: Corrected | None = None
    carried_from: CarriedFrom | None = None
    note: Text | None = None


class ActivityPlace(_Entry):
    """Where an activity happened; the city or the country is named in the quote."""

    city: Text | None = None
    country: Country


class Activity(_Entry):
    """One dated thing that happened, with the exact words that tell of it."""

    id: Identifier
    title: Text
    kind: ActivityKind
    time: Time
    places: tuple[ActivityPlace, ...] = ()
    quote: Text
    occurrence: int | None = None
    scope: Scope
    section: Text
    also: tuple[Also, ...] = ()
    facts: tuple[Identifier, ...] = ()
    corrected: Corrected | None = None
    carried_from: CarriedFrom | None = None
    note: Text | None = None


class Mention(_Entry):
    """Countries that a sentence names for what is done there, without a number or a date."""

    id: Identifier
    what: Text
    places: Places
    quote: Text
    occurrence: int | None = None
    scope: Scope
    section: Text
    corrected: Corrected | None = None
    note: Text | None = None


class SetAside(_Entry):
    """Numbers in the source that are no facts, with the class that says why.

    All numbers inside the quote are set aside. `occurrence` says which one of several equal quotes
    is meant; `all` means each of them.
    """

    quote: Text
    class_: SetAsideClass = Field(alias="class")
    occurrence: int | Literal["all"] | None = None
    note: Text | None = None


class Absent(_Entry):
    """An indicator that was looked for in the source, with the words searched, and not found."""

    indicator: Identifier
    searched: tuple[Text, ...]
    not_applicable: Text | None = None  # the written reason, where the question makes no sense


class SubmissionFile(_Entry):
    """One whole submission.yaml."""

    submission: SubmissionHead
    facts: tuple[Fact, ...] = ()
    activities: tuple[Activity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    absent: tuple[Absent, ...] = ()


class Unit(_Entry):
    """The unit of an indicator, for one and for many, by language."""

    one: ByLanguage
    many: ByLanguage


class Indicator(_Entry):
    """What a value measures. `wordings` rules each wording of the sources: same definition or not."""

    id: Identifier
    label: ByLanguage
    unit: Unit
    phrase: ByLanguage | None = None  # "in {says} countries"; default "{says} {unit}"
    kind: Kind
    group: Identifier
    description: ByLanguage
    wordings: dict[Text, Literal["same", "differs"]]
    recurring: bool = False
    headline: bool = False  # a big number on the overview
    chart: Literal["network"] | None = None  # drawn over time in that chart


class Group(_Entry):
    """A heading under which indicators stand together."""

    id: Identifier
    label: ByLanguage


class IndicatorsFile(_Entry):
    """The whole of indicators.yaml."""

    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]


class NotInstead(_Entry):
    """A fact that must not be said in answer to a question, and why."""

    fact: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")]
    because: ByLanguage


class Question(_Entry):
    """A question that staff are asked, and which indicators answer it (none: not stated)."""

    id: Identifier
    label: ByLanguage
    words: dict[str, tuple[Text, ...]]
    answer: tuple[Identifier, ...] = ()
    not_instead: tuple[NotInstead, ...] = ()
    nearest: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")], ...] = ()


class QuestionsFile(_Entry):
    """The whole of questions.yaml."""

    questions: tuple[Question, ...]


class Organisation(_Entry):
    """Whose submissions these are, and the words that are its own."""

    name: Text
    short_name: Text
    title: ByLanguage
    about: ByLanguage


class OrganisationFile(_Entry):
    """The whole of organisation.yaml."""

    organisation: Organisation

"""The shape of what is known about one submission: values in, typed objects out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from facts.entry import Basis, Entry, Identifier, Language, PartialDate, Text


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
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
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

"""The values that entries of data/ are made of: YAML values go in, checked values come out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from language.lexicon import Bound as Bound

Basis = Literal["stated", "inferred"]
Language = Literal["en", "fr", "es"]
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
CorrectedField = Literal["value", "time", "places", "title"]

Identifier = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)
]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5_000)]
ByLanguage = Annotated[
    dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], Text], Field(min_length=1)
]
Number = int | float


def in_language(texts: Mapping[str, str], language: str = "en") -> str:
    """The text in this language, else in English, else the first there is, else nothing."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


class Entry(BaseModel):
    """What all entries share: unknown fields are refused, nothing is coerced or changed later."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )


class Span(Entry):
    """A value that the source gives as a range."""

    low: Number
    """The lower end."""
    high: Number
    """The upper end."""


class Time(Entry):
    """When a fact holds: exactly one of `as_of`, `on`, or `from` with `to`.

    `as_of: document` is "today" in the words of the submission; `as_of: not_stated` is for a fact
    whose time the source does not give and which is not about the day of writing either.
    """

    as_of: Literal["document", "not_stated"] | None = None
    """document: "today" in the words of the submission. not_stated: the source gives no time."""
    on: PartialDate | None = None
    """A day, month or year."""
    start: PartialDate | None = Field(None, alias="from")
    """The beginning of a period."""
    end: PartialDate | None = Field(None, alias="to")
    """Its end."""
    basis: Basis = "stated"
    """Stated where the words give it, else inferred."""

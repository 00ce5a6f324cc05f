"""The values that all entries of data/ are made of, and the entries of the files beside the
submissions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
FactRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
ByLanguage = Annotated[dict[LanguageCode, Text], Field(min_length=1)]
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


class Unit(Entry):
    """The unit of an indicator, for one and for many, by language."""

    one: ByLanguage
    """For one: member."""
    many: ByLanguage
    """For many: members."""


Rule = Literal["same", "differs"]
Spoken = dict[LanguageCode, tuple[Text, ...]]


class Wording(Entry):
    """How the sources word an indicator, in each of their languages."""

    is_: Rule = Field(alias="is")
    """Whether it counts by the same definition, or differs."""
    says: Spoken = Field(default_factory=dict)
    """What the number itself counts in such a sentence, by language: [members], [membres]."""
    words: Spoken = Field(default_factory=dict)
    """The words that tell the definition, where they are not those: members "in 108 countries"."""


class Indicator(Entry):
    """What a value measures. `wordings` rules each wording of the sources: same or not."""

    id: Identifier
    """Its name, as facts give it."""
    label: ByLanguage
    """What is read on the pages."""
    unit: Unit
    """Its unit."""
    phrase: ByLanguage | None = None
    """How it is said in a sentence, {says} being the number: in {says} countries."""
    kind: Kind
    """stock (at a moment), flow (over a period) or share (percent)."""
    group: Identifier
    """The heading it stands under."""
    description: ByLanguage
    """What is counted, in a sentence."""
    wordings: dict[Text, Rule | Wording]
    """Each wording of the sources: same definition, or differs; with the words of each language."""
    recurring: bool = False
    """Whether it has a row in the ten-years table (ten at most)."""
    headline: bool = False
    """Whether it is a big number on the overview."""
    chart: Literal["network"] | None = None
    """network: drawn over time in that chart."""

    def rule(self, wording: str) -> Rule:
        """Whether a wording counts by the same definition. Raises KeyError for an unknown one."""
        ruled = self.wordings[wording]
        return ruled.is_ if isinstance(ruled, Wording) else ruled

    def ruled(self, wording: str, rule: Rule) -> Indicator:
        """The same indicator with one wording ruled; the words by which it is said stay."""
        before = self.wordings.get(wording)
        now = before.model_copy(update={"is_": rule}) if isinstance(before, Wording) else rule
        return self.model_copy(update={"wordings": {**self.wordings, wording: now}})

    def nouns(self, wording: str, language: str) -> tuple[str, ...]:
        """What a number of this wording counts, in the words of a language.

        Where the wording does not say it: the wording itself, and the unit. A share counts
        nothing, unless the wording says what.
        """
        ruled = self.wordings.get(wording)
        if isinstance(ruled, Wording) and language in ruled.says:
            return ruled.says[language]
        if self.kind == "share":
            return ()
        units = (self.unit.one.get(language), self.unit.many.get(language))
        return tuple(dict.fromkeys([wording, *(unit for unit in units if unit)]))

    def definition_words(self, wording: str, language: str) -> tuple[str, ...]:
        """The words of which a quote in a language says one, where it uses this wording."""
        ruled = self.wordings.get(wording)
        if not isinstance(ruled, Wording):
            return (wording,)
        said = ruled.says.get(language, ())
        own = (wording, *said) if wording in said else (wording,)
        return ruled.words.get(language) or (own if language == "en" else said or own)


class Group(Entry):
    """A heading under which indicators stand together."""

    id: Identifier
    """Its name, as indicators give it."""
    label: ByLanguage
    """What is read on the pages."""


class IndicatorsFile(Entry):
    """The whole of indicators.yaml."""

    groups: tuple[Group, ...]
    """The headings."""
    indicators: tuple[Indicator, ...]
    """The closed list, in the order of the pages."""


class NotInstead(Entry):
    """A fact that must not be said in answer to a question, and why."""

    fact: FactRef
    """submission/fact."""
    because: ByLanguage
    """Why not: "these are the countries of a survey"."""


class Question(Entry):
    """A question that staff are asked, and which indicators answer it (none: not stated)."""

    id: Identifier
    """Its name."""
    label: ByLanguage
    """What is read on its button."""
    words: dict[str, tuple[Text, ...]]
    """What someone may type, by language."""
    answer: tuple[Identifier, ...] = ()
    """The indicators whose newest facts answer it; none: not stated."""
    not_instead: tuple[NotInstead, ...] = ()
    """The numbers that are easily said by mistake."""
    nearest: tuple[FactRef, ...] = ()
    """Facts to offer where nothing answers: submission/fact."""


class QuestionsFile(Entry):
    """The whole of questions.yaml."""

    questions: tuple[Question, ...]
    """The questions, in the order of their buttons."""


class Organisation(Entry):
    """Whose submissions these are, and the words that are its own."""

    name: Text
    """Its full name."""
    short_name: Text
    """Its short name."""
    title: ByLanguage
    """The title of the dashboard."""
    about: ByLanguage
    """A sentence under the title."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names, in small letters."""
        return tuple(dict.fromkeys(name.lower() for name in (self.short_name, self.name)))


def by_language(
    organisation: Organisation,
    groups: Iterable[Group],
    indicators: Iterable[Indicator],
    questions: Iterable[Question],
) -> Iterator[tuple[str, dict[str, ByLanguage]]]:
    """Everything that has texts by language: the path of its entry, and these texts by field."""
    yield "organisation", {"title": organisation.title, "about": organisation.about}
    for group in groups:
        yield f"groups.{group.id}", {"label": group.label}
    for one in indicators:
        unit = {"unit.one": one.unit.one, "unit.many": one.unit.many}
        phrase = {"phrase": one.phrase} if one.phrase else {}
        described = {"description": one.description}
        yield f"indicators.{one.id}", {"label": one.label, **unit, **phrase, **described}
    for asked in questions:
        against = {
            f"not_instead[{at}].because": other.because
            for at, other in enumerate(asked.not_instead)
        }
        yield f"questions.{asked.id}", {"label": asked.label, **against}


class OrganisationFile(Entry):
    """The whole of organisation.yaml."""

    organisation: Organisation
    """Whose submissions these are."""

"""The shape of the three files beside the submissions: values in, typed objects out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import StringConstraints

from facts.entry import ByLanguage, Entry, Identifier, Kind, Text


class Unit(Entry):
    """The unit of an indicator, for one and for many, by language."""

    one: ByLanguage
    """For one: member."""
    many: ByLanguage
    """For many: members."""


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
    wordings: dict[Text, Literal["same", "differs"]]
    """Each wording of the sources: same definition, or differs."""
    recurring: bool = False
    """Whether it has a row in the ten-years table (ten at most)."""
    headline: bool = False
    """Whether it is a big number on the overview."""
    chart: Literal["network"] | None = None
    """network: drawn over time in that chart."""


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

    fact: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")]
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
    nearest: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")], ...] = ()
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

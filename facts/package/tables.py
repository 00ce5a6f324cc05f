"""The five tables of the package, every column of them, and their Table Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from facts import model, vocabulary

Cell = str | int | float | bool | None
Row = dict[str, Cell]
Type = Literal["string", "number", "integer", "boolean", "array"]

MISSING = ("",)
PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
COUNTRIES = r"^[A-Z]{3}( [A-Z]{3})*$"


@dataclass(frozen=True)
class Column:
    """One column. `categories` are the only values allowed, `labels` what some of them mean."""

    name: str
    description: str
    required: bool = False
    pattern: str = ""
    type: Type = "string"
    categories: tuple[str, ...] = ()
    labels: Mapping[str, str] | None = None
    minimum: int | None = None


@dataclass(frozen=True)
class Link:
    """A column whose cells stand in a column of another table ("" is the table itself)."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One CSV file, and the same as Parquet: `key` is the column that names a row."""

    name: str
    title: str
    description: str
    key: str
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()

    @property
    def path(self) -> str:
        """The file, from the folder of the package."""
        return f"{self.name}.csv"

    @property
    def parquet(self) -> str:
        """The file with the same rows and their types."""
        return f"{self.name}.parquet"


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table: fields, missing values, primary key, foreign keys."""
    made: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": list(MISSING),
        "primaryKey": [table.key],
    }
    if table.links:
        made["foreignKeys"] = [_foreign_key(link) for link in table.links]
    return made


def _field(column: Column, table: Table) -> dict[str, Any]:
    is_key, labels = column.name == table.key, column.labels or {}
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    field["description"] = column.description
    constraints: dict[str, Any] = {}
    if column.required or is_key:
        constraints["required"] = True
    if is_key:
        constraints["unique"] = True
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.categories:
        field["categories"] = [
            {"value": value, "label": labels[value]} if value in labels else value
            for value in column.categories
        ]
        constraints["enum"] = list(column.categories)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_key(link: Link) -> dict[str, Any]:
    reference: dict[str, Any] = {"resource": link.table} if link.table else {}
    return {"fields": [link.column], "reference": {**reference, "fields": [link.target]}}


STATUSES = {
    "B": "Time series break",
    "L": "Missing value; data exist but were not collected",
    "D": "Definition differs",
    "E": "Estimated value",
    "A": "Normal value",
}
TIME_KINDS = ("day_of_writing", "point", "span", "not_stated")
BASIS = get_args(vocabulary.Basis)
RULES = get_args(vocabulary.Rule)
LANGUAGES = get_args(vocabulary.Language)
FORMS = get_args(model.Source.model_fields["form"].annotation)


def period(of: str) -> tuple[Column, ...]:
    """TIME_PERIOD and the columns that say how it is known."""
    return (
        Column("TIME_PERIOD",
            f"When {of}, as SDMX writes it: a year, month or day, or the first day of a span and "
            "its length (2023-03-01/P19M). Empty where the time is not stated."),
        Column("time_kind",
            "What TIME_PERIOD means: day_of_writing (the submission says today: TIME_PERIOD is the "
            "earliest to the latest day on which that can have been written), point, span, or "
            "not_stated.", True, categories=TIME_KINDS),
        Column("time_start", "The first date, as precise as it was written: year, month or day.",
            pattern=PARTIAL_DATE),
        Column("time_end", "The last date, as precise as it was written: year, month or day.",
            pattern=PARTIAL_DATE),
        Column("time_basis",
            "Whether the source states the time, or it was inferred from the source, or there is "
            "none.", True, categories=(*BASIS, "not_stated")),
    )  # fmt: skip


def evidence() -> tuple[Column, ...]:
    """The words that prove an entry, and where they stand."""
    return (
        Column("section", "The part of the submission where the quote stands.", True),
        Column("quote",
            "The words of the source, without marks of formatting. The exact characters stand in "
            "the source between char_start and char_end.", True),
        Column("char_start",
            "Where the quote begins in the source: code points before it, counted from 0.",
            True, type="integer", minimum=0),
        Column("char_end", "Where the quote ends in the source: the code point after its last.",
            True, type="integer", minimum=1),
    )  # fmt: skip


def remarks() -> tuple[Column, ...]:
    """What was corrected, and the note."""
    return (
        Column("corrected_field",
            "What is read otherwise than the source has it, where the source has an error."),
        Column("corrected_source_says", "The error, as the source has it."),
        Column("corrected_because", "Why it was read otherwise."),
        Column("note", "What else a reader has to know."),
    )  # fmt: skip


REF = "submission/{0}: the name of this {0} in the whole package."
SCOPE = Column("scope",
    "Whose it is: the organisation's own, a partner's (or shared with one), or the world's.",
    True, categories=get_args(vocabulary.Scope))  # fmt: skip
SUBMISSION = Column("submission", "The submission that says it.", True)
CARRIED = Column("carried_from_submission",
    "The earlier submission that this sentence was copied from: one claim told twice.")  # fmt: skip
TO_SUBMISSION = (
    Link("submission", "submissions", "submission"),
    Link("carried_from_submission", "submissions", "submission"),
)

FACTS = Table(
    "facts", "Facts",
    "One row for each number that a submission states, with the words that state it.",
    "ref",
    (
        Column("ref", REF.format("fact")),
        Column("INDICATOR", "What is measured: a row of indicators.csv.", True),
        Column("REF_AREA",
            "The countries that the number is of, all of them together, as ISO 3166-1 alpha-3 "
            "codes with a space between. Only where the source gives the whole list; else empty.",
            pattern=COUNTRIES),
        *period("the number holds"),
        Column("OBS_VALUE",
            "The one value that the source gives. Empty for a range, for a number that is only a "
            "limit (see bound) and for a target or plan (see status).", type="number"),
        Column("OBS_STATUS",
            "The SDMX status of OBS_VALUE; where several apply, the one that SDMX puts first.",
            True, categories=tuple(STATUSES), labels=STATUSES),
        Column("obs_status_all",
            "Every status that applies, with a space between, in the order of SDMX.",
            True, pattern=r"^[ABDEL]( [BDEL])*$"),
        Column("UNIT_MEASURE", "What is counted, in English; shares are in percent. Not a code."),
        SUBMISSION,
        Column("fact",
            "The name of the fact in its submission. The same thing in several submissions has the "
            "same name.", True),
        Column("says", "The value as it may be said, with its bound: over 100.", True),
        Column("bound", "How the source limits the number.",
            True, categories=get_args(vocabulary.Bound)),
        Column("value",
            "The number that stands in the source, whatever its bound. Empty for a range. Never "
            "use it without bound.", type="number"),
        Column("value_low",
            "The least that it can be, by the source. Empty where the source sets no lower limit. "
            "For more_than the value itself is excluded.", type="number"),
        Column("value_high",
            "The most that it can be, by the source. Empty where the source sets no upper limit. "
            "For less_than the value itself is excluded.", type="number"),
        Column("wording", "What the source calls that which it counts.", True),
        Column("wording_rule",
            "Whether this wording counts what the indicator defines (same) or something else "
            "(differs).", True, categories=RULES),
        Column("comparable",
            "True where the bound is exact, the wording is the indicator's own, the value is not "
            "corrected and no target or plan: only these may be compared.", True, type="boolean"),
        SCOPE,
        Column("said_by", "Whose number it is, where the submission passes on someone else's."),
        Column("places",
            "Countries that belong to the fact, as ISO 3166-1 alpha-3 codes with a space between.",
            pattern=COUNTRIES),
        Column("places_role", "What those countries are to the fact.",
            categories=get_args(vocabulary.Role)),
        Column("places_complete",
            "Whether those are all the countries of the fact. Empty where there are none.",
            type="boolean"),
        *evidence(),
        Column("language", "The language in which the quote was read.",
            True, categories=LANGUAGES),
        Column("number_start",
            "Where the number begins in the source. Empty for a count made by the curators.",
            type="integer", minimum=0),
        Column("number_end", "Where the number ends in the source: the code point after its last.",
            type="integer", minimum=1),
        Column("counted", "True where the source gives a list and the curators counted it.",
            True, type="boolean"),
        Column("spread", "What a range ranges over. It is no error bar."),
        Column("status", "Where the number is not reached yet: target or plan. Empty for all else.",
            categories=("target", "plan")),
        Column("doubts",
            "Doubts that the sentence raises and a person answered: a JSON list of objects with "
            "kind and because.", True, type="array"),
        Column("part_of", "The fact with the larger number that this one is a part of."),
        Column("part_same_unit",
            "True where both count the same unit, so that a share may be computed.",
            True, type="boolean"),
        CARRIED,
        Column("carried_from", "The fact of that earlier submission which this one repeats."),
        *remarks(),
    ),
    (
        Link("INDICATOR", "indicators", "indicator"), *TO_SUBMISSION,
        Link("part_of", "", "ref"), Link("carried_from", "", "ref"),
    ),
)  # fmt: skip

ACTIVITIES = Table(
    "activities", "Activities",
    "One row for each dated thing that a submission tells of. A gap between them is what the "
    "submissions do not describe, not inactivity.",
    "ref",
    (
        Column("ref", REF.format("activity")),
        SUBMISSION,
        Column("activity", "The name of the activity in its submission.", True),
        Column("title", "What it was, in a few words.", True),
        Column("kind", "What kind of thing it was.",
            True, categories=get_args(vocabulary.ActivityKind)),
        *period("it happened"),
        Column("countries",
            "The countries where it happened, as ISO 3166-1 alpha-3 codes with a space between, "
            "each once.", pattern=COUNTRIES),
        Column("places",
            "Where it happened: a JSON list of objects with country and, where it is named, city.",
            True, type="array"),
        Column("facts",
            "The facts that give its numbers: values of ref in facts.csv, with a space between."),
        SCOPE,
        *evidence(),
        CARRIED,
        *remarks(),
    ),
    TO_SUBMISSION,
)  # fmt: skip

MENTIONS = Table(
    "mentions", "Mentions",
    "One row for each sentence that names countries for what is done there, without a number or a "
    "date.",
    "ref",
    (
        Column("ref", REF.format("mention")),
        SUBMISSION,
        Column("mention", "The name of the mention in its submission.", True),
        Column("what", "What the sentence tells of these countries.", True),
        Column("countries",
            "The countries named, as ISO 3166-1 alpha-3 codes with a space between.",
            True, COUNTRIES),
        Column("role", "What the countries are to it.", True, categories=get_args(vocabulary.Role)),
        Column("complete", "Whether these are all the countries that it is about.",
            True, type="boolean"),
        SCOPE,
        *evidence(),
        *remarks(),
    ),
    (TO_SUBMISSION[0],),
)  # fmt: skip

INDICATORS = Table(
    "indicators", "Indicators",
    "One row for each thing that is measured, whether or not a submission states it.",
    "indicator",
    (
        Column("indicator", "The name of the indicator in the whole package."),
        Column("label", "What it is called, in English."),
        Column("unit_one", "Its unit, for one."),
        Column("unit_many", "Its unit, for many: UNIT_MEASURE of its facts."),
        Column("kind", "A stock is counted at a moment, a flow over a time; a share is in percent.",
            True, categories=get_args(vocabulary.Kind)),
        Column("group", "The group it belongs to.", True),
        Column("group_label", "What the group is called, in English."),
        Column("description", "What exactly is counted."),
        Column("wordings_same", "The wordings of the sources that count just this: a JSON list.",
            True, type="array"),
        Column("wordings_differ",
            "The wordings of the sources that count something else, never compared: a JSON list.",
            True, type="array"),
        Column("recurring", "True where one submission after another can be expected to state it.",
            True, type="boolean"),
    ),
)  # fmt: skip

SUBMISSIONS = Table(
    "submissions", "Submissions",
    "One row for each submission, in the order of time.",
    "submission",
    (
        Column("submission", "The name of the submission in the whole package."),
        Column("name", "A short name for people.", True),
        Column("title", "What it is.", True),
        Column("body", "Whom it was made to.", True),
        Column("session_number", "The session it was made to, where there is one.", type="integer"),
        Column("session_start", "The first day of that session.", pattern=PARTIAL_DATE),
        Column("session_end", "The last day of that session.", pattern=PARTIAL_DATE),
        Column("session_basis", "Whether the source states the session.", categories=BASIS),
        Column("reports_on_start", "The first date of the time it reports on.", True, PARTIAL_DATE),
        Column("reports_on_end", "The last date of the time it reports on.", True, PARTIAL_DATE),
        Column("reports_on_basis", "Whether the source states that time.", True, categories=BASIS),
        Column("written_start", "The earliest date on which it can have been written.",
            True, PARTIAL_DATE),
        Column("written_end", "The latest date on which it can have been written.",
            True, PARTIAL_DATE),
        Column("written_basis", "Whether the source states those dates.", True, categories=BASIS),
        Column("language", "The language its text is written in.", True, categories=LANGUAGES),
        Column("language_guessed",
            "True where that was told from the text, as nobody has stated it.",
            True, type="boolean"),
        Column("citation", "How to cite it.", True),
        Column("source", "The file in this package with its text as received.", True),
        Column("source_form",
            "Where that text comes from: text, a scan read by a machine (ocr), or a pdf.",
            True, categories=FORMS),
        Column("source_bytes", "The size of that file in bytes.", True, type="integer", minimum=0),
        Column("source_sha256", "The SHA-256 of that file: what every quote was proved against.",
            True, r"^[0-9a-f]{64}$"),
        Column("note", "What else a reader has to know."),
    ),
)  # fmt: skip

TABLES = (FACTS, ACTIVITIES, MENTIONS, INDICATORS, SUBMISSIONS)

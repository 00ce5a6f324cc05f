"""Nothing goes in; the five tables of the package with every column of them come out."""

from __future__ import annotations

from typing import get_args

from facts import model
from facts.package.common import (
    BASIS,
    CARRIED,
    REF,
    SCOPE,
    STATUSES,
    SUBMISSION,
    TO_SUBMISSION,
    evidence,
    period,
    remarks,
)
from facts.package.shape import COUNTRIES, PARTIAL_DATE, Column, Link, Table, plain

_RULES = plain(("same", "differs"))
_LANGUAGES = plain(get_args(model.Language))
_FORMS = plain(get_args(model.Source.model_fields["form"].annotation))

FACTS = Table(
    "facts", "Facts",
    "One row for each number that a submission states, with the words that state it.",
    "ref",
    (
        Column("ref", "string", REF.format("fact")),
        Column("INDICATOR", "string", "What is measured: a row of indicators.csv.", True),
        Column("REF_AREA", "string",
            "The countries that the number is of, all of them together, as ISO 3166-1 alpha-3 "
            "codes with a space between. Only where the source gives the whole list; else empty.",
            pattern=COUNTRIES),
        *period("the number holds"),
        Column("OBS_VALUE", "number",
            "The one value that the source gives. Empty for a range, for a number that is only a"
            " limit (see bound) and for a target or plan (see status)."),
        Column("OBS_STATUS", "string",
            "The SDMX status of OBS_VALUE; where several apply, the one that SDMX puts first.",
            True, categories=STATUSES),
        Column("obs_status_all", "string",
            "Every status that applies, with a space between, in the order of SDMX.",
            True, pattern=r"^[ABDEL]( [BDEL])*$"),
        Column("UNIT_MEASURE", "string",
            "What is counted, in English; shares are in percent. Not a code."),
        SUBMISSION,
        Column("fact", "string",
            "The name of the fact in its submission. The same thing in several submissions has "
            "the same name.", True),
        Column("says", "string", "The value as it may be said, with its bound: over 100.", True),
        Column("bound", "string",
            "How the source limits the number.", True, categories=plain(get_args(model.Bound))),
        Column("value", "number",
            "The number that stands in the source, whatever its bound. Empty for a range. Never "
            "use it without bound."),
        Column("value_low", "number",
            "The least that it can be, by the source. Empty where the source sets no lower limit."
            " For more_than the value itself is excluded."),
        Column("value_high", "number",
            "The most that it can be, by the source. Empty where the source sets no upper limit. "
            "For less_than the value itself is excluded."),
        Column("wording", "string", "What the source calls that which it counts.", True),
        Column("wording_rule", "string",
            "Whether this wording counts what the indicator defines (same) or something else "
            "(differs).", True, categories=_RULES),
        Column("comparable", "boolean",
            "True where the bound is exact, the wording is the indicator's own, the value is not"
            " corrected and no target or plan: only these may be compared.", True),
        SCOPE,
        Column("said_by", "string",
            "Whose number it is, where the submission passes on someone else's."),
        Column("places", "string",
            "Countries that belong to the fact, as ISO 3166-1 alpha-3 codes with a space between.",
            pattern=COUNTRIES),
        Column("places_role", "string",
            "What those countries are to the fact.", categories=plain(get_args(model.Role))),
        Column("places_complete", "boolean",
            "Whether those are all the countries of the fact. Empty where there are none."),
        *evidence(),
        Column("language", "string",
            "The language in which the quote was read.", True, categories=_LANGUAGES),
        Column("number_start", "integer",
            "Where the number begins in the source. Empty for a count made by the curators.",
            minimum=0),
        Column("number_end", "integer",
            "Where the number ends in the source: the code point after its last.", minimum=1),
        Column("counted", "boolean",
            "True where the source gives a list and the curators counted it.", True),
        Column("spread", "string", "What a range ranges over. It is no error bar."),
        Column("status", "string",
            "Where the number is not reached yet: target or plan. Empty for all else.",
            categories=plain(("target", "plan"))),
        Column("doubts", "array",
            "Doubts that the sentence raises and a person answered: a JSON list of objects with "
            "kind and because.", True),
        Column("part_of", "string", "The fact with the larger number that this one is a part of."),
        Column("part_same_unit", "boolean",
            "True where both count the same unit, so that a share may be computed.", True),
        CARRIED,
        Column("carried_from", "string",
            "The fact of that earlier submission which this one repeats."),
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
        Column("ref", "string", REF.format("activity")),
        SUBMISSION,
        Column("activity", "string", "The name of the activity in its submission.", True),
        Column("title", "string", "What it was, in a few words.", True),
        Column("kind", "string",
            "What kind of thing it was.", True, categories=plain(get_args(model.ActivityKind))),
        *period("it happened"),
        Column("countries", "string",
            "The countries where it happened, as ISO 3166-1 alpha-3 codes with a space between, "
            "each once.", pattern=COUNTRIES),
        Column("places", "array",
            "Where it happened: a JSON list of objects with country and, where it is named, city.",
            True),
        Column("facts", "string",
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
        Column("ref", "string", REF.format("mention")),
        SUBMISSION,
        Column("mention", "string", "The name of the mention in its submission.", True),
        Column("what", "string", "What the sentence tells of these countries.", True),
        Column("countries", "string",
            "The countries named, as ISO 3166-1 alpha-3 codes with a space between.",
            True, COUNTRIES),
        Column("role", "string",
            "What the countries are to it.", True, categories=plain(get_args(model.Role))),
        Column("complete", "boolean",
            "Whether these are all the countries that it is about.", True),
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
        Column("indicator", "string", "The name of the indicator in the whole package."),
        Column("label", "string", "What it is called, in English."),
        Column("unit_one", "string", "Its unit, for one."),
        Column("unit_many", "string", "Its unit, for many: UNIT_MEASURE of its facts."),
        Column("kind", "string",
            "A stock is counted at a moment, a flow over a time; a share is in percent.",
            True, categories=plain(get_args(model.Kind))),
        Column("group", "string", "The group it belongs to.", True),
        Column("group_label", "string", "What the group is called, in English."),
        Column("description", "string", "What exactly is counted."),
        Column("wordings_same", "array",
            "The wordings of the sources that count just this: a JSON list.", True),
        Column("wordings_differ", "array",
            "The wordings of the sources that count something else, never compared: a JSON list.",
            True),
        Column("recurring", "boolean",
            "True where one submission after another can be expected to state it.", True),
    ),
)  # fmt: skip

SUBMISSIONS = Table(
    "submissions", "Submissions",
    "One row for each submission, in the order of time.",
    "submission",
    (
        Column("submission", "string", "The name of the submission in the whole package."),
        Column("name", "string", "A short name for people.", True),
        Column("title", "string", "What it is.", True),
        Column("body", "string", "Whom it was made to.", True),
        Column("session_number", "integer", "The session it was made to, where there is one."),
        Column("session_start", "string", "The first day of that session.", pattern=PARTIAL_DATE),
        Column("session_end", "string", "The last day of that session.", pattern=PARTIAL_DATE),
        Column("session_basis", "string",
            "Whether the source states the session.", categories=BASIS),
        Column("reports_on_start", "string",
            "The first date of the time it reports on.", True, PARTIAL_DATE),
        Column("reports_on_end", "string",
            "The last date of the time it reports on.", True, PARTIAL_DATE),
        Column("reports_on_basis", "string",
            "Whether the source states that time.", True, categories=BASIS),
        Column("written_start", "string",
            "The earliest date on which it can have been written.", True, PARTIAL_DATE),
        Column("written_end", "string",
            "The latest date on which it can have been written.", True, PARTIAL_DATE),
        Column("written_basis", "string",
            "Whether the source states those dates.", True, categories=BASIS),
        Column("language", "string",
            "The language its text is written in.", True, categories=_LANGUAGES),
        Column("language_guessed", "boolean",
            "True where that was told from the text, as nobody has stated it.", True),
        Column("citation", "string", "How to cite it.", True),
        Column("source", "string", "The file in this package with its text as received.", True),
        Column("source_form", "string",
            "Where that text comes from: text, a scan read by a machine (ocr), or a pdf.",
            True, categories=_FORMS),
        Column("source_bytes", "integer", "The size of that file in bytes.", True, minimum=0),
        Column("source_sha256", "string",
            "The SHA-256 of that file: what every quote was proved against.",
            True, r"^[0-9a-f]{64}$"),
        Column("note", "string", "What else a reader has to know."),
    ),
)  # fmt: skip

TABLES = (FACTS, ACTIVITIES, MENTIONS, INDICATORS, SUBMISSIONS)

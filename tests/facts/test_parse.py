"""Each kind of fault that facts.parse tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a word for a number",
        [("  value: 12\n", "  value: twelve\n")],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: "
                "'twelve' is not a number. Fix: write digits, for example "
                "12."
            )
        ],
    ),
    (
        "a number with its unit",
        [("  value: 12\n", "  value: 26 million\n")],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: '26 "
                "million' is not a number. Fix: write digits, for example "
                "12."
            )
        ],
    ),
    (
        "a number in quotes",
        [("  value: 12\n", '  value: "12"\n')],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: '12' "
                "stands in quotes, so it is text and not a number. Fix: "
                "take the quotes off."
            )
        ],
    ),
    (
        "true for a number",
        [("  value: 12\n", "  value: true\n")],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: "
                "'true' is not a number. Fix: write digits, for example 12."
            )
        ],
    ),
    (
        "a list for a number",
        [("  value: 12\n", "  value: [12]\n")],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: a "
                "list is not a number. Fix: write digits, for example 12."
            )
        ],
    ),
    (
        "nothing for a number",
        [("  value: 12\n", "  value:\n")],
        [],
        [
            (
                "submission.yaml:20:9: facts.network-members.value: "
                "nothing is written here. Fix: write digits, for example "
                "12."
            )
        ],
    ),
    (
        "a range without its end",
        [("{low: 1, high: 20}", "{low: 1}")],
        [],
        [
            (
                "submission.yaml:54:10: facts.seen.value.high: the field "
                "'high' is missing. Fix: add high: a number."
            )
        ],
    ),
    (
        "a range with a middle",
        [("{low: 1, high: 20}", "{low: 1, high: 20, middle: 10}")],
        [],
        [
            (
                "submission.yaml:54:29: facts.seen.value.middle: 'middle' "
                "is not a known field. Fix: known here: low, high."
            )
        ],
    ),
    (
        "a range in words",
        [("{low: 1, high: 20}", "{low: one, high: 20}")],
        [],
        [
            (
                "submission.yaml:54:16: facts.seen.value.low: 'one' is not "
                "a number. Fix: write digits, for example 12."
            )
        ],
    ),
    (
        "a misspelt bound",
        [("  bound: more_than", "  bound: morethan")],
        [],
        [
            (
                "submission.yaml:32:10: facts.network-countries.bound: "
                "'morethan' is not one of: exact, at_least, more_than, "
                "about, almost, up_to, less_than, range. Fix: did you mean "
                "more_than? Write one of these words."
            )
        ],
    ),
    (
        "a missing field",
        [("  bound: more_than\n", "")],
        [],
        [
            (
                "submission.yaml:29:3: facts.network-countries.bound: the "
                "field 'bound' is missing. Fix: add bound: one of: exact, "
                "at_least, more_than, about, almost, up_to, less_than, "
                "range."
            )
        ],
    ),
    (
        "an unknown field",
        [("  value: 12\n", "  value: 12\n  colour: red\n")],
        [],
        [
            (
                "submission.yaml:21:3: facts.network-members.colour: "
                "'colour' is not a known field. Fix: known here: id, "
                "indicator, value, bound, wording, time, quote, "
                "value_text, language, occurrence, scope, section, also, places, "
                "part_of, counted, said_by, status, doubts, spread, corrected, "
                "carried_from, note."
            )
        ],
    ),
    (
        "a misspelt field",
        [("  value: 12\n", "  valeu: 12\n")],
        [],
        [
            (
                "submission.yaml:20:3: facts.network-members.valeu: "
                "'valeu' is not a known field. Fix: did you mean value? "
                "Known here: id, indicator, value, bound, wording, time, "
                "quote, value_text, language, occurrence, scope, section, also, "
                "places, part_of, counted, said_by, status, doubts, spread, corrected, "
                "carried_from, note."
            )
        ],
    ),
    (
        "a Python name for a field",
        [
            (
                "{from: 2023, to: 2024-05, basis: inferred}",
                "{start: 2023, to: 2024-05, basis: inferred}",
            )
        ],
        [],
        [
            (
                "submission.yaml:7:15: submission.reports_on.from: the "
                "field 'from' is missing. Fix: add from: a date."
            ),
            (
                "submission.yaml:7:16: submission.reports_on.start: "
                "'start' is not a known field. Fix: known here: from, to, "
                "basis."
            ),
        ],
    ),
    (
        "an unknown list",
        [("mentions:", "mention:")],
        [],
        [
            (
                "submission.yaml:109:1: mention: 'mention' is not a known "
                "field. Fix: did you mean mentions? Known here: "
                "submission, facts, activities, mentions, set_aside, "
                "absent."
            )
        ],
    ),
    (
        "no head",
        [("submission:", "submision:")],
        [],
        [
            (
                "submission.yaml:1:1: submision: 'submision' is not a "
                "known field. Fix: did you mean submission? Known here: "
                "submission, facts, activities, mentions, set_aside, "
                "absent."
            ),
            (
                "submission.yaml:1:1: submission: the field 'submission' "
                "is missing. Fix: add submission: at the first column, its "
                "fields indented below."
            ),
        ],
    ),
    (
        "a head without a field",
        [("  name: First 2024\n", "")],
        [],
        [
            (
                "submission.yaml:2:3: submission.name: the field 'name' is "
                "missing. Fix: add name: text."
            )
        ],
    ),
    (
        "a key given twice",
        [("  value: 12\n", "  value: 12\n  value: 12\n")],
        [],
        [
            (
                "submission.yaml:21:3: facts.network-members.value: the "
                "key 'value' is given twice; the first stands in line 20. "
                "Fix: keep one of the two."
            )
        ],
    ),
    (
        "a key given twice inside a field",
        [("complete: false}", "complete: false, role: host}")],
        [],
        [
            (
                "submission.yaml:112:55: mentions.lands.places.role: the "
                "key 'role' is given twice; the first stands in line 112. "
                "Fix: keep one of the two."
            )
        ],
    ),
    (
        "a list given twice",
        [("mentions:", "facts: []\nmentions:")],
        [],
        [
            (
                "submission.yaml:109:1: facts: the key 'facts' is given "
                "twice; the first stands in line 17. Fix: keep one of the "
                "two."
            )
        ],
    ),
    (
        "an id given twice",
        [("- id: workshops", "- id: network-members")],
        [],
        [
            (
                "submission.yaml:40:7: facts[2].id: the id "
                "'network-members' is given twice; the first stands in "
                "line 18. Fix: give one of the two another id."
            )
        ],
    ),
    (
        "an activity with the id of a fact",
        [("- id: nairobi-2024", "- id: teams")],
        [],
        [
            (
                "submission.yaml:99:7: activities[0].id: the id 'teams' is given twice; the "
                "first stands in line 75. Fix: give one of the two another id."
            )
        ],
    ),
    (
        "a mention with the id of an activity",
        [("- id: lands", "- id: nairobi-2024")],
        [],
        [
            (
                "submission.yaml:110:7: mentions[0].id: the id 'nairobi-2024' is given twice; "
                "the first stands in line 99. Fix: give one of the two another id."
            )
        ],
    ),
    (
        "an id with capitals",
        [("- id: workshops", "- id: Work Shops")],
        [],
        [
            (
                "submission.yaml:40:7: facts[2].id: 'Work Shops' is not an "
                "id. Fix: write lower-case letters, digits and hyphens, "
                "for example network-members."
            )
        ],
    ),
    (
        "an id that is a list",
        [("- id: workshops", "- id: [a]")],
        [],
        [
            (
                "submission.yaml:40:7: facts[2].id: a list is not an id. "
                "Fix: write lower-case letters, digits and hyphens, for "
                "example network-members."
            )
        ],
    ),
    (
        "a date in words",
        [("{on: 2024-03-05}", "{on: 5 March 2024}")],
        [],
        [
            (
                "submission.yaml:102:14: activities.nairobi-2024.time.on: "
                "'5 March 2024' is not a date. Fix: write 2024, 2024-05 or "
                "2024-05-12."
            )
        ],
    ),
    (
        "yes for true",
        [("complete: true}\n- id: seen", "complete: yes}\n- id: seen")],
        [],
        [
            (
                "submission.yaml:51:57: facts.workshops.places.complete: "
                "'yes' is not true or false. Fix: write true or false."
            )
        ],
    ),
    (
        "a name for a country code",
        [("[JOR, KEN, NPL]", "[JOR, KEN, Nepal]")],
        [],
        [
            (
                "submission.yaml:51:41: facts.workshops.places.list[2]: "
                "'Nepal' is not a country code. Fix: write the three "
                "capital letters of ISO 3166-1, for example KEN."
            )
        ],
    ),
    (
        "a word that is no class",
        [("class: duration", "class: durations")],
        [],
        [
            (
                "submission.yaml:120:32: set_aside[1].class: 'durations' "
                "is not one of: date, numbering, document_symbol, "
                "template_text, duration, contact, name, legal_reference, "
                "publication, deadline, pronoun, no_claim. Fix: did you "
                "mean duration? Write one of these words."
            )
        ],
    ),
    (
        "nothing for a text",
        [("  section: paragraph 2", "  section:")],
        [],
        [
            (
                "submission.yaml:50:11: facts.workshops.section: nothing "
                "is written here. Fix: write words; put numbers, true and "
                "false in quotes."
            )
        ],
    ),
    (
        "true for a text",
        [("  section: paragraph 2", "  section: true")],
        [],
        [
            (
                "submission.yaml:50:12: facts.workshops.section: 'true' is "
                "not text. Fix: write words; put numbers, true and false "
                "in quotes."
            )
        ],
    ),
    (
        "an empty text",
        [("  section: paragraph 2", '  section: ""')],
        [],
        [
            (
                "submission.yaml:50:12: facts.workshops.section: the text "
                "is empty. Fix: write words; put numbers, true and false "
                "in quotes."
            )
        ],
    ),
    (
        "an entry that is a text",
        [("- id: lands\n", "- lands\n- id: lands\n")],
        [],
        [
            (
                "submission.yaml:110:3: mentions[0]: 'lands' stands here "
                "instead of fields. Fix: write the fields id, what, "
                "places, quote, occurrence, scope, section, corrected, "
                "note, each with a colon and a space behind its name."
            )
        ],
    ),
    (
        "a text for a list",
        [(("absent:\n- {indicator: share-of-nothing, searched: [nothing]}"), "absent: nothing")],
        [],
        [
            (
                "submission.yaml:121:9: absent: this is not a list. Fix: "
                "write a list: a line with - for each entry."
            )
        ],
    ),
    (
        "a quote cut by a comma",
        [
            (
                "- quote: Of 108 countries we know little\n  class: no_claim",
                ("- {quote: Of 108 countries, we know little, class: no_claim}"),
            )
        ],
        [],
        [
            (
                "submission.yaml:118:29: set_aside[0].we know little: 'we "
                "know little' is not a known field. Fix: known here: "
                "quote, class, occurrence, note."
            )
        ],
    ),
    ("a number for a text is no fault", [("  section: paragraph 2", "  section: 2")], [], []),
    ("NO is a text", [("  section: paragraph 2", "  section: NO")], [], []),
]


@pytest.mark.parametrize(
    ("edits", "source_edits", "told"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_each_fault_is_told_at_its_place(
    data: DataFolder, edits: Edits, source_edits: Edits, told: list[str]
) -> None:
    for old, new in source_edits:
        data.edit_source(old, new)
    for old, new in edits:
        data.edit(old, new)
    assert data.problems() == told

"""Each kind of fault that facts.checks.wording tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "an unknown indicator",
        [("indicator: members", "indicator: membres")],
        [],
        [
            (
                "submission.yaml:19:14: facts.network-members.indicator: "
                "'membres' is not an indicator of indicators.yaml. Fix: "
                "did you mean members? Otherwise add it there."
            )
        ],
    ),
    (
        "an indicator like no other",
        [("indicator: members", "indicator: zzz")],
        [],
        [
            (
                "submission.yaml:19:14: facts.network-members.indicator: "
                "'zzz' is not an indicator of indicators.yaml. Fix: choose "
                "one of them, or add it there."
            )
        ],
    ),
    (
        "an unknown wording",
        [("wording: members and partners", "wording: member bodies")],
        [],
        [
            (
                "submission.yaml:22:12: facts.network-members.wording: "
                "'member bodies' is not a wording of the indicator "
                "members. Fix: choose one of: members, members and "
                "partners; or rule it in indicators.yaml as same or "
                "differs."
            )
        ],
    ),
    (
        "a wording cut short",
        [("wording: members and partners", "wording: members")],
        [],
        [
            (
                "submission.yaml:22:12: facts.network-members.wording: the "
                "source says 'members and partners' here, not 'members' "
                "alone. Fix: write wording: members and partners, and "
                "quote all of it."
            )
        ],
    ),
    (
        "a wording cut short, and the quote with it",
        [
            ("wording: members and partners", "wording: members"),
            (
                (
                    "    our network has 12 members and partners in over 10 "
                    'countries\n  value_text: "12"'
                ),
                '    our network has 12 members\n  value_text: "12"',
            ),
        ],
        [],
        [
            (
                "submission.yaml:22:12: facts.network-members.wording: the "
                "source says 'members and partners' here, not 'members' "
                "alone. Fix: write wording: members and partners, and "
                "quote all of it."
            )
        ],
    ),
    (
        "a wording that the quote does not say",
        [
            (
                ("    In 2023 we held 3 workshops, in Jordan, Kenya and Nepal."),
                "    In 2023 we held 3",
            ),
            (("  places: {role: host, list: [JOR, KEN, NPL], complete: true}\n"), ""),
        ],
        [],
        [
            (
                "submission.yaml:44:12: facts.workshops.wording: the quote "
                "does not say 'workshops'. Fix: choose the wording that "
                "the quote uses, or lengthen the quote to hold it."
            )
        ],
    ),
    (
        "an unknown wording of a further place",
        [
            (
                "  section: paragraph 3\n- id: teams",
                (
                    "  section: paragraph 3\n  also:\n  - {quote: across 4 "
                    "countries, wording: lands}\n- id: teams"
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:76:42: "
                "facts.seen-countries.also[0].wording: 'lands' is not a "
                "wording of the indicator countries. Fix: choose one of: "
                "countries; or rule it in indicators.yaml as same or "
                "differs."
            )
        ],
    ),
    (
        "a wording that a further place does not say",
        [
            (
                "  section: paragraph 3\n- id: teams",
                (
                    "  section: paragraph 3\n  also:\n  - {quote: across 4, "
                    "wording: countries}\n- id: teams"
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:76:32: "
                "facts.seen-countries.also[0].wording: this quote does not "
                "say 'countries'. Fix: choose the wording that it uses."
            )
        ],
    ),
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

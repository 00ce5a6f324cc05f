"""Each kind of fault that facts.checks.places tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a place that is not in the quote",
        [("[JOR, KEN, NPL]", "[JOR, KEN, THA]")],
        [],
        [
            (
                "submission.yaml:51:41: facts.workshops.places.list[2]: "
                "THA (Thailand) is not named in the quote. Fix: delete it, "
                "or lengthen the quote to hold its name."
            )
        ],
    ),
    (
        "a place too many",
        [("[JOR, KEN, NPL]", "[JOR, KEN, NPL, THA]")],
        [],
        [
            (
                "submission.yaml:51:46: facts.workshops.places.list[3]: "
                "THA (Thailand) is not named in the quote. Fix: delete it, "
                "or lengthen the quote to hold its name."
            )
        ],
    ),
    (
        "a missing place in a complete list",
        [("[JOR, KEN, NPL]", "[JOR, KEN]")],
        [],
        [
            (
                "submission.yaml:51:30: facts.workshops.places.list: the "
                "list is said to be complete and has 2 countries, but the "
                "value is 3. Fix: add what is missing, or write complete: "
                "false."
            )
        ],
    ),
    (
        "a missing place in a list that is not complete",
        [("[JOR, KEN, NPL], complete: true", "[JOR, KEN], complete: false")],
        [],
        [],
    ),
    (
        "a place listed twice",
        [("[JOR, KEN, NPL]", "[JOR, KEN, KEN]")],
        [],
        [
            (
                "submission.yaml:51:41: facts.workshops.places.list[2]: "
                "KEN (Kenya) is listed twice. Fix: delete one of the two."
            )
        ],
    ),
    (
        "a code of no country",
        [("[JOR, KEN, NPL]", "[JOR, KEN, XXX]")],
        [],
        [
            (
                "submission.yaml:51:41: facts.workshops.places.list[2]: "
                "'XXX' is not the code of a country. Fix: write the three "
                "capital letters of ISO 3166-1, for example KEN."
            )
        ],
    ),
    (
        "a place of a mention that is not in the quote",
        [("[PER], complete", "[CHL], complete")],
        [],
        [
            (
                "submission.yaml:112:32: mentions.lands.places.list[0]: "
                "CHL (Chile) is not named in the quote. Fix: delete it, or "
                "lengthen the quote to hold its name."
            )
        ],
    ),
    (
        "a city that is not in the quote",
        [("city: Nairobi", "city: Mombasa")],
        [],
        [
            (
                "submission.yaml:103:19: "
                "activities.nairobi-2024.places[0].city: 'Mombasa' is not "
                "named in the quote. Fix: lengthen the quote, or delete "
                "the city."
            )
        ],
    ),
    (
        "a part of a city",
        [("city: Nairobi", "city: Nair")],
        [],
        [
            (
                "submission.yaml:103:19: "
                "activities.nairobi-2024.places[0].city: 'Nair' is not "
                "named in the quote. Fix: lengthen the quote, or delete "
                "the city."
            )
        ],
    ),
    (
        "a country of an activity that is not in the quote",
        [("{city: Nairobi, country: KEN}", "{country: KEN}")],
        [],
        [
            (
                "submission.yaml:103:22: "
                "activities.nairobi-2024.places[0].country: KEN (Kenya) is "
                "not named in the quote. Fix: delete it, or lengthen the "
                "quote to hold its name."
            )
        ],
    ),
    (
        "a country of an activity that is none",
        [("country: KEN}", "country: XXX}")],
        [],
        [
            (
                "submission.yaml:103:37: "
                "activities.nairobi-2024.places[0].country: 'XXX' is not "
                "the code of a country. Fix: write the three capital "
                "letters of ISO 3166-1, for example KEN."
            )
        ],
    ),
    (
        "a misspelt place that is corrected is no fault",
        [
            (
                "    Our teams work in Peru\n",
                (
                    "    Our teams work in Peruv\n  corrected: {field: places, "
                    "source_says: Peruv, because: typing error}\n"
                ),
            ),
            (
                "    Our teams work in Peru, Chile and Togo\n  section",
                (
                    "    Our teams work in Peruv, Chile and Togo\n  corrected: "
                    "{field: places, source_says: Peruv, because: typing "
                    "error}\n  section"
                ),
            ),
            ("[Peru, Chile", "[Peruv, Chile"),
        ],
        [("work in Peru", "work in Peruv")],
        [],
    ),
    (
        "a correction does not let another country stand",
        [
            (
                "    Our teams work in Peru\n",
                (
                    "    Our teams work in Peru\n  corrected: {field: places, "
                    "source_says: Peru, because: typing error}\n"
                ),
            ),
            ("[PER], complete", "[ISL], complete"),
        ],
        [],
        [
            (
                "submission.yaml:112:32: mentions.lands.places.list[0]: "
                "ISL (Iceland) is not named in the quote. Fix: delete it, "
                "or lengthen the quote to hold its name."
            )
        ],
    ),
    (
        "a country named in the quote of a mention and not in its complete list",
        [
            ("    Our teams work in Peru\n", "    Our teams work in Peru, Chile\n"),
            ("[PER], complete: false", "[PER], complete: true"),
        ],
        [],
        [
            (
                "submission.yaml:112:31: mentions.lands.places.list: the "
                "list is said to be complete, but CHL (Chile) in the quote "
                "is not in it. Fix: add it, or write complete: false."
            )
        ],
    ),
    (
        "a country that was corrected and is not in a complete list",
        [
            (
                "    Our teams work in Peru\n",
                (
                    "    Our teams work in Peruv, Chile\n  corrected: {field: "
                    "places, source_says: Peruv, because: typing error}\n"
                ),
            ),
            (
                "    Our teams work in Peru, Chile and Togo\n  section",
                (
                    "    Our teams work in Peruv, Chile and Togo\n  corrected: "
                    "{field: places, source_says: Peruv, because: typing "
                    "error}\n  section"
                ),
            ),
            ("[Peru, Chile", "[Peruv, Chile"),
            ("[PER], complete: false", "[CHL], complete: true"),
        ],
        [("work in Peru", "work in Peruv")],
        [
            (
                "submission.yaml:113:31: mentions.lands.places.list: no "
                "country of the list is what 'Peruv' stands for. Fix: add "
                "the country that was meant."
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

"""The map of places: who is drawn, in which role, and every word around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from charts.places import GATHERINGS, ROLES, namings, places
from charts.spec import Cell, ChartSpec, Map, PlaceNamed
from facts.corpus import Corpus, PlacedActivity, PlacedMention, Sub
from facts.model import Activity, Mention
from facts.vocabulary import Role
from language.quotes import Match
from tests.support.real import DATA, real
from tests.support.small import (
    COUNTRIES,
    MEMBERS,
    Said,
    corpus,
    indicator,
    members,
    rows,
    submission,
)

WORKSHOPS = indicator("workshops", "workshop", "workshops", chart=None, headline=False)
HELD = "we held 2 workshops in Jordan and Perú."


def activity(sub: Sub, name: str, kind: str, scope: str, *where: Any, **more: Any) -> Sub:
    """The submission with one more activity, told of in its first sentence."""
    given = {
        "id": name, "title": f"Title of {name}", "kind": kind, "time": {"on": "2016-03"},
        "places": tuple(where), "quote": "we held", "scope": scope, "section": "part 1",
    }  # fmt: skip
    made = PlacedActivity(sub.head, Activity.model_validate(given | more), Match(0, 7))
    return replace(sub, activities=(*sub.activities, made))


def mention(sub: Sub, name: str, scope: str, role: str, *codes: str) -> Sub:
    """The submission with one more mention."""
    given = {
        "id": name, "what": f"What of {name}", "quote": "we held", "scope": scope,
        "section": "part 1", "places": {"role": role, "list": codes, "complete": True},
    }  # fmt: skip
    made = PlacedMention(sub.head, Mention.model_validate(given), Match(0, 7))
    return replace(sub, mentions=(*sub.mentions, made))


def small() -> Corpus:
    """Two submissions with every kind of entry that names a country."""
    listed = {"places": {"role": "host", "list": ("JOR", "PER"), "complete": True}}
    workshops = Said("workshops", 2, HELD, "2", name="workshops", time={"on": "2016"}, more=listed)
    first = submission("First 2016", ("2016-05-01", "2016-05-01"), workshops, members(12))
    first = activity(first, "a-round-table", "meeting", "own", {"city": "Lima", "country": "PER"})
    first = activity(first, "a-reform", "reform", "partner", {"country": "KEN"})
    first = activity(first, "their-event", "event", "world", {"country": "NOR"})
    first = mention(first, "training", "own", "covered", "JOR", "CPV")
    first = mention(first, "law", "world", "covered", "CPV", "DEU")
    second = submission("Second 2020", ("2020-01-01", "2020-02-01"), members(15))
    copied = {"carried_from": {"submission": "first-2016"}}
    city = {"city": "Lima", "country": "PER"}
    second = activity(second, "a-round-table", "meeting", "own", city, **copied)
    second = mention(second, "asked", "own", "consulted", "KEN")
    return corpus(first, second, indicators=(MEMBERS, COUNTRIES, WORKSHOPS))


def spec_of(held: Corpus, role: Role | None = None) -> ChartSpec:
    """The chart of a corpus that names countries."""
    spec = places(rows(held), held, role)
    assert spec is not None
    return spec


def drawn(held: Corpus, role: Role | None = None) -> tuple[PlaceNamed, ...]:
    """The countries of its map."""
    drawing = spec_of(held, role).drawing
    assert isinstance(drawing, Map)
    return drawing.places


SMALL = small()
FIRST, SECOND = "First 2016", "Second 2020"


def test_one_place_per_country_with_all_its_roles_documents_and_refs():
    one, two = "first-2016", "second-2020"
    assert drawn(SMALL) == (
        PlaceNamed(
            "CPV", "Cabo Verde", ("covered", "named"), (FIRST,), (f"{one}/training", f"{one}/law")
        ),
        PlaceNamed("DEU", "Germany", ("named",), (FIRST,), (f"{one}/law",)),
        PlaceNamed(
            "JOR", "Jordan", ("host", "covered"), (FIRST,), (f"{one}/workshops", f"{one}/training")
        ),
        PlaceNamed(
            "KEN", "Kenya", ("covered", "consulted"), (FIRST, SECOND),
            (f"{one}/a-reform", f"{two}/asked"),
        ),
        PlaceNamed("NOR", "Norway", ("named",), (FIRST,), (f"{one}/their-event",)),
        PlaceNamed(
            "PER", "Peru", ("host",), (FIRST, SECOND),
            (f"{one}/workshops", f"{one}/a-round-table", f"{two}/a-round-table"),
        ),
    )  # fmt: skip


def test_the_table_says_the_role_in_each_submission():
    def words(row: tuple[Cell, ...]) -> tuple[str, ...]:
        return tuple(cell.text for cell in row)

    table = spec_of(SMALL).table
    assert table.columns == ("Country", FIRST, SECOND)
    assert [words(row) for row in table.rows] == [
        ("Cabo Verde", "covered, named", "not named"),
        ("Germany", "named", "not named"),
        ("Jordan", "host, covered", "not named"),
        ("Kenya", "covered", "consulted"),
        ("Norway", "named", "not named"),
        ("Peru", "host", "host (repeated)"),
    ]
    assert table.rows[5][1:] == (
        Cell("host", "first-2016/workshops"),
        Cell("host (repeated)", "second-2020/a-round-table"),
    )
    assert table.rows[0][2].ref is None


def test_a_role_told_anew_beside_a_copied_sentence_is_not_called_repeated():
    first, second = SMALL.submissions
    second = activity(second, "a-workshop", "workshop", "own", {"country": "PER"})
    table = spec_of(replace(SMALL, submissions=(first, second))).table
    assert table.rows[5][2] == Cell("host", "second-2020/a-round-table")


def test_the_words_around_the_map():
    spec = spec_of(SMALL)
    assert spec.title == (
        "By our count, the submissions name 4 countries as places of work; this is no map of "
        "members"
    )
    assert spec.note.startswith(
        "Places named in the submissions, not members: no submission lists the member countries. "
    )
    assert spec.note.endswith(
        "Country names are the short names that the United Nations use. The boundaries and names "
        "on this map express no opinion on the status of any country, territory or border."
    )
    assert spec.source == (
        "Source: The Network, submissions First 2016 and Second 2020. Outlines: Natural Earth."
    )
    assert spec.alt == (
        f"World map. {spec.title}. Host (something was held there): Jordan, Peru. "
        "Covered (work, a study or a project was about it): Cabo Verde, Jordan, Kenya. "
        "Consulted (people there were consulted): Kenya. "
        "Named (for a problem, or for what its State or others do there): "
        "Cabo Verde, Germany, Norway."
    )
    assert spec.refs == tuple(dict.fromkeys(naming.ref for naming in namings(SMALL)))


@pytest.mark.parametrize(
    ("role", "codes", "title"),
    [
        (
            "host",
            ["JOR", "PER"],
            "The submissions tell of meetings and other work held in 2 countries (counted)",
        ),
        (
            "covered",
            ["CPV", "JOR", "KEN"],
            "The submissions tell of work about 3 countries (counted)",
        ),
        (
            "consulted",
            ["KEN"],
            "People were consulted in 1 country that the submissions name (counted)",
        ),
        (
            "named",
            ["CPV", "DEU", "NOR"],
            "3 countries are named for a problem, or for what others do there (counted)",
        ),
    ],
)
def test_a_role_shows_what_is_named_in_it_and_nothing_else(
    role: Role, codes: list[str], title: str
):
    assert [place.code for place in drawn(SMALL, role)] == codes
    assert {place.roles for place in drawn(SMALL, role)} == {(role,)}
    assert spec_of(SMALL, role).title == title


def test_a_list_of_the_members_countries_is_not_denied():
    listed = {"places": {"role": "covered", "list": ("FRA",), "complete": True}}
    held = corpus(submission("One", ("2020-01-01", "2020-01-01"), members(1, more=listed)))
    assert spec_of(held).title == "By our count, the submissions name 1 country as a place of work"
    assert spec_of(held).note.startswith("Places named in the submissions, not members. ")


def test_nothing_named_is_no_chart():
    held = corpus(submission("One", ("2020-01-01", "2020-01-01"), members(1)))
    assert places(rows(held), held) is None
    assert places(rows(SMALL), SMALL, "host") is not None


def roles_written() -> dict[str, set[str]]:
    """The roles of every country as the YAML of the real data writes them, read plainly."""
    found: dict[str, set[str]] = {}
    for file in sorted(DATA.glob("submissions/*/submission.yaml")):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        for entry in (*held.get("facts", ()), *held.get("mentions", ())):
            listed = entry.get("places") or {"list": ()}
            for code in listed["list"]:
                role = "named" if entry["scope"] == "world" else listed["role"]
                found.setdefault(code, set()).add(role)
        for entry in held.get("activities", ()):
            for place in entry.get("places", ()):
                at = entry["kind"] in GATHERINGS or "city" in place
                role = "named" if entry["scope"] == "world" else "host" if at else "covered"
                found.setdefault(place["country"], set()).add(role)
    return found


def test_the_real_roles_are_those_of_the_yaml():
    shown = {place.code: set(place.roles) for place in drawn(real().corpus)}
    assert shown == roles_written()
    assert set.union(*shown.values()) <= set(ROLES)


def test_the_traps_of_the_real_submissions():
    by_code = {place.code: place for place in drawn(real().corpus)}
    hosts = {"JOR", "KEN", "THA", "SEN", "CRI", "NPL", "UZB", "AUT"}
    assert {code for code in hosts if "host" in by_code[code].roles} == hosts
    names = {code: by_code[code].name for code in ("PER", "MEX", "CPV")}
    assert names == {"PER": "Peru", "MEX": "Mexico", "CPV": "Cabo Verde"}
    assert "OHCHR 2024" in by_code["CPV"].documents
    assert "LUX" not in by_code  # a member's name and a guideline's, no place of work
    assert by_code["NOR"].roles == ("named",)  # not for The Body Shop Norway
    assert by_code["GBR"].roles == ("named",)
    assert by_code["LKA"].documents == ("CSTD 2018", "CSTD 2022")
    row = next(row for row in spec_of(real().corpus).table.rows if row[0].text == "Sri Lanka")
    assert {cell.text for cell in row[1:]} == {"host", "host (repeated)", "not named"}

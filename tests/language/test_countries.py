"""Checks of the country table and of finding countries in a text."""

import csv
import re
import unicodedata

import pytest

from language import countries
from language.countries import (
    NOT_LOOKED_FOR,
    TABLE,
    Place,
    country_name,
    find_places,
    is_country,
    named_in,
    names_of,
)


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found(text: str) -> list[tuple[str, str]]:
    """The code and the spelling of each country found in text."""
    return [(place.code, text[place.start : place.end]) for place in find_places(text)]


# The table


def test_columns() -> None:
    assert list(rows()[0]) == ["alpha3", "alpha2", "en", "fr", "es", "aliases"]


def test_codes_are_well_formed_and_unique() -> None:
    alpha3 = [row["alpha3"] for row in rows()]
    alpha2 = [row["alpha2"] for row in rows()]
    assert (len(alpha3), len(set(alpha3)), len(set(alpha2))) == (249, 249, 249)
    assert [code for code in alpha3 if not re.fullmatch("[A-Z]{3}", code)] == []
    assert [code for code in alpha2 if not re.fullmatch("[A-Z]{2}", code)] == []
    assert alpha3 == sorted(alpha3)


def test_kosovo_is_not_in_the_table() -> None:
    assert [row for row in rows() if row["alpha2"] == "XK" or "Kosovo" in row.values()] == []


def test_namibia_keeps_its_code() -> None:
    assert [row["alpha2"] for row in rows() if row["alpha3"] == "NAM"] == ["NA"]


def test_no_spelling_is_empty_or_padded() -> None:
    spellings = [spelling for row in rows() for spelling in names_of(row["alpha3"])]
    assert [
        spelling for spelling in spellings if not spelling or spelling != " ".join(spelling.split())
    ] == []
    assert [
        spelling for spelling in spellings if unicodedata.normalize("NFC", spelling) != spelling
    ] == []


def test_no_spelling_belongs_to_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for row in rows():
        for spelling in names_of(row["alpha3"]):
            owners.setdefault(spelling.replace("-", " "), set()).add(row["alpha3"])
    assert {spelling: codes for spelling, codes in owners.items() if len(codes) > 1} == {}


def test_aliases_repeat_nothing() -> None:
    repeated = {}
    for row in rows():
        spellings = [*row["aliases"].split("|"), *{row["en"], row["fr"], row["es"]}]
        if len(spellings) != len(set(spellings)):
            repeated[row["alpha3"]] = spellings
    assert repeated == {}


def test_every_spelling_is_found_whole_as_its_country() -> None:
    wrong = {}
    for row in rows():
        for spelling in set(names_of(row["alpha3"])) - NOT_LOOKED_FOR:
            if found(f"In {spelling}, a law.") != [(row["alpha3"], spelling)]:
                wrong[spelling] = found(f"In {spelling}, a law.")
    assert wrong == {}


def test_every_english_name_is_looked_for() -> None:
    assert NOT_LOOKED_FOR & {row["en"] for row in rows()} == set()


# Names of one country


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("TUR", "en", "Türkiye"),
        ("VNM", "en", "Viet Nam"),
        ("CPV", "en", "Cabo Verde"),
        ("TZA", "en", "Tanzania"),
        ("KOR", "en", "Republic of Korea"),
        ("PRK", "en", "Democratic People's Republic of Korea"),
        ("COD", "en", "Democratic Republic of the Congo"),
        ("COG", "en", "Congo"),
        ("NAM", "en", "Namibia"),
        ("DEU", "fr", "Allemagne"),
        ("PER", "es", "Perú"),
        ("PER", "de", "Peru"),
    ],
)
def test_country_name(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


def test_country_name_is_english_unless_told() -> None:
    assert country_name("CIV") == "Côte d'Ivoire"


@pytest.mark.parametrize("code", ["XKX", "", "per", "PE"])
def test_unknown_code_raises(code: str) -> None:
    with pytest.raises(KeyError):
        country_name(code)
    with pytest.raises(KeyError):
        names_of(code)
    with pytest.raises(KeyError):
        named_in(code, "")


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("ALB", True),
        ("NAM", True),
        ("alb", False),
        ("AL", False),
        ("", False),
        (None, False),
        (float("nan"), False),
    ],
)
def test_is_country(code: object, known: bool) -> None:
    assert is_country(code) is known


def test_names_of_gives_each_spelling_once() -> None:
    assert names_of("CPV") == ("Cabo Verde", "Cap-Vert", "Cape Verde", "Cap Vert")
    assert names_of("PHL") == (
        "Philippines", "Filipinas", "The Philippines",
        "Republic of the Philippines", "Las Filipinas",
    )  # fmt: skip


# One country in a text


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("NER", "A law in Niger.", True),
        ("NER", "Women's Consortium of Nigeria", False),
        ("NER", "in the Niger Delta", False),
        ("GIN", "in Guinea and Togo", True),
        ("GIN", "Equatorial Guinea", False),
        ("GIN", "Papua New Guinea", False),
        ("GIN", "Papua New\nGuinea", False),
        ("GIN", "Guinea-Bissau", False),
        ("GIN", "Guinea Bissau", False),
        ("GIN", "Guinea\u2011Bissau", False),
        ("GIN", "the Gulf of Guinea", False),
        ("GIN", "Guinea, Guinea-Bissau", True),
        ("KOR", "ECPAT Korea", True),
        ("KOR", "the Republic of Korea", True),
        ("KOR", "North Korea", False),
        ("KOR", "the Democratic People's Republic of Korea", False),
        ("KOR", "the Democratic People’s Republic of Korea", False),
        ("PRK", "the Democratic People’s\nRepublic of Korea", True),
        ("KOR", "North and South Korea", True),
        ("KOR", "a large Korean company", False),
        ("COG", "the Democratic Republic of the Congo", False),
        ("COD", "the DRC", True),
        ("SDN", "South Sudan", False),
        ("DMA", "the Dominican Republic", False),
        ("WSM", "American Samoa", False),
        ("IRL", "Northern Ireland", False),
        ("MEX", "New Mexico", False),
        ("GEO", "Georgia and Armenia", True),
        ("GEO", "South Georgia", False),
        ("JOR", "in Jordan (Amman)", True),
        ("MUS", "Maurice wrote the report", False),
        ("MUS", "à l'Île Maurice", True),
        ("CPV", "In Cap Vert there is", True),
        ("PER", "In Perú, they", True),
        ("PER", "in peru", False),
        ("PER", "the Peruvian Unit", False),
        ("MEX", "México", True),
        ("MEX", unicodedata.normalize("NFD", "en México"), True),
        ("CIV", "en Co\u0302te d’Ivoire", True),
        ("UGA", "l'Ouganda", True),
    ],
)
def test_named_in(code: str, text: str, expected: bool) -> None:
    assert named_in(code, text) is expected


# All countries in a text


def test_find_places_gives_whole_places() -> None:
    assert find_places("In **Peru** and the UK’s police") == [
        Place(code="PER", name="Peru", start=5, end=9),
        Place(code="GBR", name="United Kingdom", start=20, end=22),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("(Cameroon , Gambia, Kenya)", [("CMR", "Cameroon"), ("GMB", "Gambia"), ("KEN", "Kenya")]),
        (
            "Niger, Nigeria, The Gambia",
            [("NER", "Niger"), ("NGA", "Nigeria"), ("GMB", "The Gambia")],
        ),
        ("police in England and Wales have", [("GBR", "England and Wales")]),
        ("Scotland, then Wales", [("GBR", "Scotland"), ("GBR", "Wales")]),
        ("[ECPAT South Korea \\(Tacteen\\)]", [("KOR", "South Korea")]),
        ("ECPAT/STOP Japan, ECPAT Taiwan", [("JPN", "Japan"), ("TWN", "Taiwan")]),
        ("Guinea - Bissau", [("GIN", "Guinea")]),
        ("- Guinea\n- Niger", [("GIN", "Guinea"), ("NER", "Niger")]),
        ("the U.S. and the U.K.", [("USA", "U.S."), ("GBR", "U.K.")]),
        ("the US-EU Global Alliance", [("USA", "US")]),
        ("it cost US$300 or US $300", [("USA", "US")]),
        ("CONTACT US or tell us", []),
        ("the US Virgin Islands", [("VIR", "US Virgin Islands")]),
        ("New England and New South Wales", []),
        ("the Luxembourg Guidelines", []),
        ("the Luxembourg\nGuidelines, in Luxembourg", [("LUX", "Luxembourg")]),
        ("Réunion du comité à La Réunion", [("REU", "La Réunion")]),
        ("A family Reunion", []),
        ("Latin America, North America", []),
        ("Kosovo", []),
        ("Republic of\nMoldova, Russia", [("MDA", "Republic of\nMoldova"), ("RUS", "Russia")]),
        ("Turkey, Vietnam", [("TUR", "Turkey"), ("VNM", "Vietnam")]),
        ("Ivory Coast, Czech Republic", [("CIV", "Ivory Coast"), ("CZE", "Czech Republic")]),
        ("Swaziland, Burma", [("SWZ", "Swaziland"), ("MMR", "Burma")]),
        ("Macedonia, North Macedonia", [("MKD", "Macedonia"), ("MKD", "North Macedonia")]),
        ("Syria, Iran, Laos", [("SYR", "Syria"), ("IRN", "Iran"), ("LAO", "Laos")]),
        (
            "Bolivia, Venezuela, Tanzania",
            [("BOL", "Bolivia"), ("VEN", "Venezuela"), ("TZA", "Tanzania")],
        ),
        ("Palestine, the Netherlands", [("PSE", "Palestine"), ("NLD", "Netherlands")]),
        ("Korea, South Africa", [("KOR", "Korea"), ("ZAF", "South Africa")]),
        ("Congo (DRC), Congo", [("COD", "Congo (DRC)"), ("COG", "Congo")]),
    ],
)
def test_find_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "demonym",
    ["Albanian", "Sri Lankan", "Canadian", "Guinea-Bissauan", "Papua New Guinean",
     "South African", "New Zealander",
     "Cabo Verdean", "North Korean", "Dominican", "Nigerien",
     "Costa Rican", "Americans", "British", "Palestinian"],
)  # fmt: skip
def test_demonym_is_not_a_place(demonym: str) -> None:
    assert find_places(f"The {demonym} police") == []


@pytest.mark.parametrize("phrase", countries.NOT_A_COUNTRY)
def test_phrase_that_is_not_a_country(phrase: str) -> None:
    assert find_places(f"In {phrase} there") == []

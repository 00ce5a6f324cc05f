"""A number of facts goes in; a data folder with that many true facts in generated texts comes out.

The five submissions and all that is defined beside them stay as they are. Added are submissions of
made-up members, each with a text of its own, facts that its sentences state, two activities and one
mention; and indicators of their own kind, so that the members' numbers join no line of the network.
`python -m benchmarks.corpora FOLDER FACTS [SUBMISSIONS]` writes one.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import settings
from language.countries import codes, country_name, find_places

A_TEXT = 20  # facts of one generated submission, unless the number of submissions is given
YEARS = range(2014, 2026)
BEGIN = {
    "exact": "", "more_than": "over ", "at_least": "at least ", "about": "around ",
    "almost": "almost ", "up_to": "up to ",
}  # fmt: skip
WHO = (
    "police officers", "teachers", "judges", "social workers", "caregivers", "nurses",
    "prosecutors", "students", "hotel staff", "youth leaders", "journalists", "drivers",
)  # fmt: skip
DID = (
    ("trained", "gatherings"), ("surveyed", "research"), ("certified", "partnership"),
    ("supported", "partnership"),
)  # fmt: skip
FILLER = (
    "The organisation works with public authorities, with companies and with young people "
    "themselves, so that what is learnt in a country is of use in its neighbours.",
    "Coordination between the services remained difficult where no agency was responsible for the "
    "whole of the response, and the members said so in their own reports.",
    "Those who took part asked for guidance that is short, that is written in their own language, "
    "and that says plainly what to do when a case is reported.",
    "Laws on the matter were under review; the organisation commented on the drafts and proposed "
    "definitions that agree with the international instruments.",
)


@dataclass(frozen=True)
class Written:
    """One generated submission: its text, and its submission.yaml."""

    name: str
    source: bytes
    yaml: bytes


def write(folder: Path, facts: int, submissions: int | None = None) -> None:
    """Write a data folder that holds the five submissions and `facts` generated facts.

    The same numbers give the same bytes. `submissions` is how many texts they stand in (one for
    each 20 where left out). Raises FileExistsError where the folder is there.
    """
    shutil.copytree(settings.data_folder(), folder, ignore=shutil.ignore_patterns(".*"))
    with (folder / "indicators.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(_indicator(who, did, group) for did, group in DID for who in WHO))
    count = submissions or max(1, facts // A_TEXT)
    for number in range(count):
        size = facts // count + (number < facts % count)
        made = submission(number, size)
        here = folder / "submissions" / made.name
        here.mkdir()
        (here / "source.txt").write_bytes(made.source)
        (here / "submission.yaml").write_bytes(made.yaml)


def submission(number: int, facts: int) -> Written:
    """One generated submission with this many facts; the same numbers give the same text."""
    dice = random.Random(number * 1_000_003 + facts)
    year = YEARS[number % len(YEARS)]
    name = f"member-{number + 1:05}-{year}"
    paragraphs: list[str] = []
    stated = [_fact(dice, index, paragraphs) for index in range(facts)]
    visited = dice.sample(_plain_codes(), 2)
    told = [_activity(dice, index, code, year, paragraphs) for index, code in enumerate(visited)]
    named = _mention(dice, paragraphs)
    source = ("\n\n".join(["Contribution of a member organisation", *paragraphs]) + "\n").encode()
    parts = [_head(name, number + 1, year, hashlib.sha256(source).hexdigest()), "facts:", *stated]
    parts += ["activities:", *told, "mentions:", named]
    return Written(name, source, ("\n".join(parts) + "\n").encode())


def _head(name: str, number: int, year: int, sha256: str) -> str:
    return f"""submission:
  id: {name}
  title: Contribution of member {number} to the review of {year}
  name: Member {number}, {year}
  body: Review {year}
  source: {{file: source.txt, sha256: {sha256}, form: text}}
  reports_on: {{from: '{year - 1}', to: '{year - 1}', basis: inferred}}
  written: {{earliest: '{year}-01', latest: '{year}-12', basis: inferred}}
  plot_at: {{value: '{year}-06', basis: inferred}}
  citation: Member {number}, contribution to the review of {year}."""


def _fact(dice: random.Random, index: int, paragraphs: list[str]) -> str:
    did, _group = DID[dice.randrange(len(DID))]
    who = WHO[dice.randrange(len(WHO))]
    bound = list(BEGIN)[dice.randrange(len(BEGIN))]
    value = dice.randrange(11, 99_999)
    place = country_name(dice.choice(_plain_codes()))
    quote = f"The member in {place} {did} {BEGIN[bound]}{value:,} {who} together with partners"
    paragraphs.append(f"{quote}. {FILLER[dice.randrange(len(FILLER))]}")
    return f"""- id: fact-{index + 1}
  indicator: {did}_{who.replace(" ", "_")}
  value: {value}
  bound: {bound}
  wording: {who}
  scope: partner
  time: {{as_of: document}}
  quote: >-
    {quote}
  section: Paragraph {len(paragraphs) + 1}"""


def _activity(dice: random.Random, index: int, code: str, year: int, paragraphs: list[str]) -> str:
    place = country_name(code)
    quote = f"In {year}, the member held a national workshop in {place} with the authorities"
    paragraphs.append(f"{quote}. {FILLER[dice.randrange(len(FILLER))]}")
    return f"""- id: workshop-{index + 1}
  title: National workshop, {place}
  kind: workshop
  time: {{on: '{year}'}}
  places: [{{country: {code}}}]
  quote: >-
    {quote}
  scope: partner
  section: Paragraph {len(paragraphs) + 1}"""


def _mention(dice: random.Random, paragraphs: list[str]) -> str:
    code = dice.choice(_plain_codes())
    quote = f"Work with the border services of {country_name(code)} has begun and goes on"
    paragraphs.append(f"{quote}. {FILLER[dice.randrange(len(FILLER))]}")
    return f"""- id: border-work
  what: Work with border services
  places: {{role: covered, list: [{code}], complete: true}}
  quote: >-
    {quote}
  scope: partner
  section: Paragraph {len(paragraphs) + 1}"""


def _indicator(who: str, did: str, group: str) -> str:
    return f"""- id: {did}_{who.replace(" ", "_")}
  label: {{en: "{who.capitalize()} {did}"}}
  unit: {{one: {{en: person}}, many: {{en: people}}}}
  kind: flow
  group: {group}
  description: {{en: "People whom members {did}, as their contributions say: {who}."}}
  wordings: {{{who}: same}}
"""


def _plain_codes() -> tuple[str, ...]:
    """The countries whose English name is found in a text as that country and nothing else."""
    if not _CODES:
        _CODES.extend(c for c in codes() if _reads_as(c))
    return tuple(_CODES)


_CODES: list[str] = []


def _reads_as(code: str) -> bool:
    found = find_places(f"the member in {country_name(code)} did")
    return [place.code for place in found] == [code]


def main() -> None:
    """`FOLDER FACTS [SUBMISSIONS]`."""
    folder, facts, *rest = sys.argv[1:]
    write(Path(folder), int(facts), int(rest[0]) if rest else None)


if __name__ == "__main__":
    main()

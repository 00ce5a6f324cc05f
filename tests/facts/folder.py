"""A folder of its own goes in; a small valid data folder, and ways to spoil it, come out."""

from __future__ import annotations

import hashlib
from pathlib import Path

from facts.load import load
from facts.problems import as_text

SOURCE = """\
# Report of the network

Today, our network has 12 members and partners in over 10 countries.

In 2023 we held 3 workshops, in **Jordan**, [Kenya](https://example.org/9) and Nepal.

Among children asked, 1–20% had seen it, across 4 countries. Of 108 countries we know little.

We met in Nairobi on 5 March 2024. Our teams work in Peru, Chile and Togo. Of these teams, seven are new.

Written on 15 May 2024. The teams are 12 years old.
"""  # noqa: E501

SUBMISSION = """\
submission:
  id: first
  title: The first report
  name: First 2024
  body: XYZ
  source: {file: source.txt, sha256: SHA256, form: text}
  reports_on: {from: 2023, to: 2024-05, basis: inferred}
  written:
    earliest: 2024-05-15
    latest: 2024-05-15
    basis: stated
    evidence:
    - quote: Written on 15 May 2024
      shows: the day
  plot_at: {value: 2024-05-15, basis: stated}
  citation: The network, first report, 2024.
facts:
- id: network-members
  indicator: members
  value: 12
  bound: exact
  wording: members and partners
  scope: own
  time: {as_of: document}
  quote: >-
    our network has 12 members and partners in over 10 countries
  value_text: "12"
  section: paragraph 1
- id: network-countries
  indicator: countries
  value: 10
  bound: more_than
  wording: countries
  scope: own
  time: {as_of: document}
  quote: >-
    our network has 12 members and partners in over 10 countries
  value_text: "10"
  section: paragraph 1
- id: workshops
  indicator: workshops
  value: 3
  bound: exact
  wording: workshops
  scope: own
  time: {on: 2023}
  quote: >-
    In 2023 we held 3 workshops, in Jordan, Kenya and Nepal.
  value_text: "3"
  section: paragraph 2
  places: {role: host, list: [JOR, KEN, NPL], complete: true}
- id: seen
  indicator: share
  value: {low: 1, high: 20}
  bound: range
  wording: children
  scope: world
  time: {as_of: not_stated}
  quote: >-
    children asked, 1–20% had seen it, across 4 countries
  value_text: "1–20%"
  section: paragraph 3
  said_by: Somebody
  spread: across 4 countries
- id: seen-countries
  indicator: countries
  value: 4
  bound: exact
  wording: countries
  scope: world
  time: {as_of: not_stated}
  quote: >-
    across 4 countries
  section: paragraph 3
- id: teams
  indicator: teams
  value: 3
  bound: exact
  wording: teams
  scope: own
  time: {as_of: document}
  quote: >-
    Our teams work in Peru, Chile and Togo
  section: paragraph 4
  places: {role: named, list: [PER, CHL, TGO], complete: true}
  counted: [Peru, Chile, Togo]
- id: new-teams
  indicator: teams
  value: 7
  bound: exact
  wording: teams
  scope: own
  time: {as_of: document}
  quote: >-
    Of these teams, seven are new
  section: paragraph 4
  part_of: {fact: teams, same_unit: false}
activities:
- id: nairobi-2024
  title: Meeting
  kind: meeting
  time: {on: 2024-03-05}
  places: [{city: Nairobi, country: KEN}]
  quote: >-
    We met in Nairobi on 5 March 2024.
  scope: own
  section: paragraph 4
  facts: [teams]
mentions:
- id: lands
  what: Teams
  places: {role: named, list: [PER], complete: false}
  quote: >-
    Our teams work in Peru
  scope: own
  section: paragraph 4
set_aside:
- quote: Of 108 countries we know little
  class: no_claim
- {quote: 12 years old, class: duration}
absent:
- {indicator: share-of-nothing, searched: [nothing]}
"""

INDICATORS = """\
groups:
- id: all
  label: {en: All}
indicators:
"""
_INDICATOR = """\
- id: {id}
  label: {{en: Label of {id}}}
  unit: {{one: {{en: {unit}}}, many: {{en: {unit}s}}}}
  kind: {kind}
  group: all
  description: {{en: What it is.}}
  wordings: {{{wordings}}}
"""
for _id, _unit, _kind, _wordings in (
    ("members", "member", "stock", "members: same, members and partners: differs"),
    ("countries", "country", "stock", "countries: same"),
    ("workshops", "workshop", "flow", "workshops: same"),
    ("share", "percent", "share", "children: same"),
    ("teams", "team", "stock", "teams: same"),
    ("share-of-nothing", "percent", "share", "nothing: same"),
):
    INDICATORS += _INDICATOR.format(id=_id, unit=_unit, kind=_kind, wordings=_wordings)

ORGANISATION = """\
organisation:
  name: The Network
  short_name: Net
  title: {en: The Network in its own words}
  about: {en: About it.}
"""
QUESTIONS = """\
questions:
- id: size
  label: {en: How many members?}
  words: {en: [members, size]}
  answer: [members]
  not_instead:
  - {fact: first/seen-countries, because: {en: Another thing.}}
  nearest: [first/teams]
"""


class DataFolder:
    """A data folder on disk, and its one submission `first`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self.yaml = folder / "submissions" / "first" / "submission.yaml"
        self.source = folder / "submissions" / "first" / "source.txt"
        self.yaml.parent.mkdir(parents=True)
        put(folder / "organisation.yaml", ORGANISATION)
        put(folder / "indicators.yaml", INDICATORS)
        put(folder / "questions.yaml", QUESTIONS)
        put(self.source, SOURCE)
        put(self.yaml, SUBMISSION.replace("SHA256", sha256(SOURCE)))

    def edit(self, old: str, new: str, file: str = "submissions/first/submission.yaml") -> None:
        """Replaces what stands exactly once in a file."""
        path = self.path / file
        text = path.read_bytes().decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        put(path, text.replace(old, new))

    def edit_source(self, old: str, new: str) -> None:
        """Replaces what stands once in the source, and writes the new SHA-256 down."""
        before = sha256(self.source.read_bytes().decode())
        self.edit(old, new, "submissions/first/source.txt")
        self.edit(before, sha256(self.source.read_bytes().decode()))

    def problems(self) -> list[str]:
        """The problems as printed, without the folder of the submission in front."""
        printed = as_text(load(self.path, "data").problems)
        return printed.replace("data/submissions/first/", "").splitlines()


def put(path: Path, text: str) -> None:
    """Writes a text as it is, on every system."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def sha256(text: str) -> str:
    """The fingerprint of a text as it stands on the disk."""
    return hashlib.sha256(text.encode()).hexdigest()

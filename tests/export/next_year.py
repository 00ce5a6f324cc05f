"""Nothing, or a folder, goes in; the real data as they may be a year later come out, proved.

One submission more (its members and countries, a share of children, an activity in a country that
no text named before), and one number of an older one corrected.
"""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from facts.store import Snapshot, Store
from tests.support.real import DATA

NAME = "cstd-29-2026"
CORRECTED = ("cstd-28-2025", "551", "561")  # over 551 participants were over 561
SOURCE = """**COMMISSION ON SCIENCE AND TECHNOLOGY FOR DEVELOPMENT (CSTD)**

Date of response: 20 November 2025

#### Our network

The organisation works through its network of 131 members in 109 countries.

In October 2025 the network held a consultation of its members in Iceland (Reykjavik).

#### What is known of the problem

Our survey in Peru found that 17% of children had experienced at least one form of abuse online.
"""
FACTS = """submission:
  id: cstd-29-2026
  title: Submission to the Commission on Science and Technology for Development, 29th session
  name: CSTD 2026
  body: CSTD
  source: {{file: source.txt, sha256: {digest}, form: text}}
  reports_on: {{from: '2025', to: '2025', basis: inferred}}
  written:
    earliest: '2025-11-20'
    latest: '2025-11-20'
    basis: stated
    evidence:
    - quote: 'Date of response: 20 November 2025'
      shows: The day of the response, as printed.
  plot_at: {{value: '2025-11-20', basis: stated}}
  citation: >-
    Submission to the Commission on Science and Technology for Development (CSTD), 29th session,
    dated 20 November 2025.

facts:
- id: network-members
  indicator: members
  value: 131
  bound: exact
  wording: members
  scope: own
  time: {{as_of: document}}
  value_text: "131"
  quote: its network of 131 members in 109 countries
  section: Our network
- id: network-countries
  indicator: member_countries
  value: 109
  bound: exact
  wording: members
  scope: own
  time: {{as_of: document}}
  value_text: "109"
  quote: its network of 131 members in 109 countries
  section: Our network
- id: harmed-in-peru
  indicator: children_harmed_share
  value: 17
  bound: exact
  wording: at least one form
  scope: partner
  time: {{as_of: not_stated}}
  value_text: "17%"
  quote: >-
    Our survey in Peru found that 17% of children had experienced at least one form of abuse online
  section: What is known of the problem

activities:
- id: members-consultation
  title: Consultation of the members
  kind: meeting
  scope: own
  time: {{on: '2025-10'}}
  places:
  - {{city: Reykjavik, country: ISL}}
  quote: >-
    In October 2025 the network held a consultation of its members in Iceland (Reykjavik)
  section: Our network

set_aside:
- quote: at least one form of abuse
  class: no_claim

absent:
{absent}
"""
ABSENT = (
    "working_groups", "workshops", "workshop_participants", "workshop_countries", "consultations",
    "interagency_bodies", "online_safety_guides", "years_to_deadline",
)  # fmt: skip


def write(folder: Path) -> None:
    """Write the folder of the year after; it must not be there yet."""
    shutil.copytree(DATA, folder)
    name, old, new = CORRECTED
    place = folder / "submissions" / name
    source, facts = (place / file for file in ("source.txt", "submission.yaml"))
    before = source.read_bytes()
    after = before.replace(old.encode(), new.encode())
    assert after != before
    source.write_bytes(after)
    text = facts.read_bytes().replace(old.encode(), new.encode())
    facts.write_bytes(text.replace(_digest(before), _digest(after)))
    added = folder / "submissions" / NAME
    added.mkdir()
    (added / "source.txt").write_bytes(SOURCE.encode())
    absent = "\n".join(
        f"- indicator: {name}\n  searched: [workshop, guide, agency, group, deadline]"
        for name in ABSENT
    )
    held = FACTS.format(digest=_digest(SOURCE.encode()).decode(), absent=absent)
    (added / "submission.yaml").write_bytes(held.encode())


@cache
def next_year() -> Snapshot:
    """The snapshot of that folder."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "data"
        write(folder)
        held = Store(folder, "data").snapshot()
    assert held.problems == (), held.problems
    return held


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()

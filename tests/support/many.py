"""A number goes in; that many small submissions, with all that a chart draws, come out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from facts.corpus import PlacedActivity, PlacedMention, Sub
from facts.model import Activity, Mention
from facts.store import Snapshot
from language.quotes import Match
from tests.support.small import (
    COUNTRIES,
    Said,
    corpus,
    indicator,
    members,
    snapshot,
    submission,
)

MEMBERS = indicator("members", "member", "members", recurring=True)
TAUGHT = indicator("taught", "person", "people", chart=None, headline=False)
SHARE = indicator("share", "%", "%", kind="share", chart=None, headline=False)
PROBLEM = indicator("problem", "case", "cases", chart=None, headline=False)
CODES = ("FRA", "KEN", "PER", "THA", "JOR", "NPL", "SEN")


@cache
def many(number: int) -> Snapshot:
    """So many submissions, three a month from 2014 on.

    Every one counts its members, tells of a share, of a problem, and of a workshop with people
    taught in one of seven countries; every second workshop states no date, every third names a
    country besides.
    """
    subs = tuple(_sub(at) for at in range(number))
    held = corpus(*subs, indicators=(MEMBERS, COUNTRIES, TAUGHT, SHARE, PROBLEM))
    return snapshot(held)


def _sub(at: int) -> Sub:
    year, month = 2014 + at // 36 % 12, 1 + at % 36 // 3
    when = f"{year}-{month:02}"
    plain: dict[str, Any] = {"wording": "members"}
    sub = submission(
        f"S{at:04}", (f"{when}-01", f"{when}-20"),
        members(100 + at),
        Said("taught", 20 + at, f"we taught {20 + at} people.", str(20 + at), **plain),
        Said("share", at % 100, f"it was {at % 100}% of them.", f"{at % 100}%", **plain),
        Said("problem", 7 + at, f"they count {7 + at} cases.", str(7 + at), **plain,
             more={"scope": "world", "said_by": "the police"}),
    )  # fmt: skip
    told = {
        "id": "workshop", "title": f"Workshop {at}", "kind": "workshop", "quote": "we taught",
        "time": {"on": when} if at % 2 else {"as_of": "not_stated"}, "scope": "own",
        "section": "part 1", "places": ({"country": CODES[at % len(CODES)]},), "facts": ("taught",),
    }  # fmt: skip
    done = PlacedActivity(sub.head, Activity.model_validate(told), Match(0, 9))
    named = {
        "id": "named", "what": "Work there", "quote": "we taught", "scope": "own",
        "section": "part 1", "places": {"role": "covered", "list": ("CPV",), "complete": True},
    }  # fmt: skip
    more = PlacedMention(sub.head, Mention.model_validate(named), Match(0, 9))
    return replace(sub, activities=(done,), mentions=() if at % 3 else (more,))

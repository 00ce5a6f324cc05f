"""A few literal values go in; a small corpus of facts.model objects, and its frame, come out.

Every fact is written as one sentence of its submission's source, so that quotes, numbers and
offsets are real; nothing is read from the disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import pandas as pd

from facts.corpus import Corpus, PlacedFact, Sub
from facts.frame import frame
from facts.model import Fact, SubmissionHead
from facts.store import Snapshot
from facts.vocabulary import Indicator, Organisation
from language.quotes import Match

HOSTILE = "<img src=x onerror=\"alert(1)\"> **bold** [a](javascript:alert(2)) & 'quoted'"


@dataclass(frozen=True)
class Said:
    """One fact to be: `sentence` holds the number once; `more` are further fields of the model."""

    indicator: str
    value: Any
    sentence: str
    number: str
    name: str = ""
    bound: str = "exact"
    wording: str = "members"
    time: dict[str, str] = field(default_factory=lambda: {"as_of": "document"})
    more: dict[str, Any] = field(default_factory=dict)


def members(value: int, **changed: Any) -> Said:
    """A fact about members, in a sentence of its own."""
    number = f"{value:,}"
    made: dict[str, Any] = {"indicator": "members", "value": value, "name": "members"}
    made |= {"sentence": f"our network has {number} members.", "number": number}
    return Said(**(made | changed))


def countries(value: int, **changed: Any) -> Said:
    """A fact about countries with members, in a sentence of its own."""
    number = f"{value:,}"
    made: dict[str, Any] = {"indicator": "countries", "value": value, "name": "countries"}
    made |= {"sentence": f"they work in {number} countries.", "number": number}
    return Said(**(made | changed))


def indicator(name: str, one: str, many: str, **changed: Any) -> Indicator:
    """An indicator of the network's size, labelled by its unit."""
    given: dict[str, Any] = {
        "id": name,
        "label": {"en": many.capitalize()},
        "unit": {"one": {"en": one}, "many": {"en": many}},
        "kind": "stock",
        "group": "network",
        "description": {"en": f"What {many} are."},
        "wordings": {"members": "same", "members and partners": "differs"},
        "chart": "network",
        "headline": True,
    }
    return Indicator.model_validate(given | changed)


MEMBERS = indicator("members", "member", "members")
COUNTRIES = indicator("countries", "country", "countries", phrase={"en": "in {says} countries"})


def submission(
    name: str,
    written: tuple[str, str],
    /,
    *said: Said,
    plot_at: str = "",
    absent: tuple[Any, ...] = (),
    **changed: Any,
) -> Sub:
    """A submission that says these things, a line each; one day of writing is a stated one."""
    number = name.lower().replace(" ", "-")
    basis = "stated" if written[0] == written[1] else "inferred"
    source = "".join(f"{one.sentence}\n\n" for one in said)
    given = {
        "id": number,
        "title": f"The report {name}",
        "name": name,
        "body": "UN",
        "source": {
            "file": "source.txt",
            "sha256": sha256(source.encode()).hexdigest(),
            "form": "text",
        },
        "reports_on": {"from": written[0][:4], "to": written[1][:4]},
        "written": {"earliest": written[0], "latest": written[1], "basis": basis},
        "plot_at": {"value": plot_at or written[1], "basis": basis},
        "citation": f"The Network, {name}.",
    }
    head = SubmissionHead.model_validate(given | changed)
    facts, at = [], 0
    for one in said:
        facts.append(_placed(head, one, at))
        at += len(one.sentence) + 2
    return Sub(head, source, tuple(facts), (), (), (), absent, f"data/{number}/submission.yaml")


def _placed(head: SubmissionHead, one: Said, at: int) -> PlacedFact:
    fact = Fact.model_validate(
        {
            "id": one.name or one.indicator,
            "indicator": one.indicator,
            "value": one.value,
            "bound": one.bound,
            "wording": one.wording,
            "time": one.time,
            "quote": one.sentence,
            "scope": "own",
            "section": "part 1",
        }
        | one.more
    )
    start = at + one.sentence.index(one.number)
    number = None if fact.counted else (start, start + len(one.number))
    return PlacedFact(head, fact, Match(at, at + len(one.sentence)), number)


def corpus(*submissions: Sub, indicators: tuple[Indicator, ...] = (MEMBERS, COUNTRIES)) -> Corpus:
    """The submissions in the order given, which must be that of time."""
    organisation = Organisation.model_validate(
        {
            "name": "The Network",
            "short_name": "Net",
            "title": {"en": "The Network in its own words"},
            "about": {"en": "About it."},
        }
    )
    return Corpus(organisation, (), {i.id: i for i in indicators}, (), submissions)


def rows(held: Corpus) -> pd.DataFrame:
    """The frame of a corpus."""
    return frame(held)


def snapshot(held: Corpus) -> Snapshot:
    """A corpus as the store would hand it out."""
    return Snapshot(held, frame(held), held.problems, "test")


# What the five real submissions have in small: an undated document, another definition with a
# bound, and two documents close together.
LIKE_THE_REAL_ONES = corpus(
    submission("First 2014", ("2013-11", "2014-05"), plot_at="2013-12"),
    submission(
        "Second 2018",
        ("2017-10", "2018-05"),
        members(103),
        countries(93),
        plot_at="2017-12",
    ),
    submission(
        "Third 2022",
        ("2021-10", "2022-03"),
        members(
            122,
            sentence="today we have 122 members and partners.",
            wording="members and partners",
        ),
        countries(
            100,
            sentence="they work in over 100 countries.",
            bound="more_than",
            wording="members and partners",
        ),
        plot_at="2021-12",
    ),
    submission("Fourth 2024", ("2024-05-13", "2024-05-13"), members(126), countries(106)),
    submission("Fifth 2025", ("2024-11-15", "2024-11-15"), members(129), countries(108)),
)

"""Facts and their corpus go in; every time that a submission names a country, as what, comes out.

In brief for the map, which needs all of them; whole, with the passages, for the submissions that a
reader looks into.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts import rows
from facts.corpus import Corpus, PlacedActivity, PlacedFact, PlacedMention, Sub
from facts.format_value import correction
from facts.memo import memo
from facts.model import Activity, ActivityPlace, SubmissionHead
from facts.vocabulary import Role
from language.countries import country_name
from language.quotes import Match
from words import _, pick

# In this order: a country that has several is drawn in the first of them.
ROLES: dict[Role, str] = {
    "host": _("host"),
    "covered": _("covered"),
    "consulted": _("consulted"),
    "named": _("named"),
}
MEANINGS: dict[Role, str] = {
    "host": _("something was held there"),
    "covered": _("work, a study or a project was about it"),
    "consulted": _("people there were consulted"),
    "named": _("for a problem, or for what its State or others do there"),
}
LANGUAGES = ("en", "fr", "es")  # in which the table of countries has names
OF_FACTS = ("submission", "ref", "places", "places_role", "scope", "carried_from", "char_start")
GATHERINGS = ("workshop", "conference", "meeting", "training", "event")


def country(code: str) -> str:
    """The name of a country in the reader's language, by the rule of `language.countries`."""
    return pick({language: country_name(code, language) for language in LANGUAGES})


@dataclass(frozen=True)
class Naming:
    """One country in one entry of a submission; `matches` are the passages, the quote first.

    `receipt` says whether the entry has one (facts and activities), `fact` is the fact's id (empty
    for another entry), `when` is empty where no date is told, `repeated` says whether the
    sentence was copied from an earlier submission, `spellings` how the passage may name the
    country where it is not by its name: the city, or the source's own error.
    """

    code: str
    role: Role
    submission: SubmissionHead
    ref: str
    receipt: bool
    fact: str
    title: str
    when: str
    section: str
    matches: tuple[Match, ...]
    repeated: bool
    spellings: tuple[str, ...]
    note: str

    @property
    def name(self) -> str:
        """The name of the country in the reader's language, by the rule of `language.countries`."""
        return country(self.code)


@dataclass(frozen=True)
class Brief:
    """One country in one entry of a submission, in brief; the fields are those of `Naming`."""

    code: str
    role: Role
    submission: SubmissionHead
    ref: str
    repeated: bool


def briefs(frame: pd.DataFrame, corpus: Corpus) -> tuple[Brief, ...]:
    """Every naming in brief, in the order of `namings`; no source and no whole fact is read."""
    return memo(frame, "namings", lambda: tuple(_briefs(frame, corpus)))


def of_country(frame: pd.DataFrame, corpus: Corpus, code: str) -> tuple[Brief, ...]:
    """The namings of one country in brief, in the order of `namings`."""

    def make() -> dict[str, tuple[Brief, ...]]:
        found: dict[str, list[Brief]] = {}
        for one in briefs(frame, corpus):
            found.setdefault(one.code, []).append(one)
        return {code: tuple(mine) for code, mine in found.items()}

    return memo(frame, "namings by country", make).get(code, ())


def namings(corpus: Corpus, of: Iterable[Sub] | None = None) -> tuple[Naming, ...]:
    """Every naming, in the order of the submissions and of their text; with `of`, only theirs.

    What others say of a country (scope `world`) is never a place of work: its role is `named`.
    """
    return tuple(
        naming
        for sub in (corpus.submissions if of is None else of)
        for naming in sorted(_of(sub, corpus), key=lambda n: (n.matches[0].start, n.code))
    )


def held(place: ActivityPlace, activity: Activity) -> bool:
    """Whether an activity was held at a place, not only about it.

    A gathering was held where the document puts it. Anything else, such as a reform, a project
    or a launch, was held only where the document names the city.
    """
    return activity.kind in GATHERINGS or place.city is not None


def _briefs(frame: pd.DataFrame, corpus: Corpus) -> Iterator[Brief]:
    stated = _stated(frame)
    for sub in corpus.submissions:
        found = [(at, c, _role(role, scope), ref, again)
                 for at, codes, role, scope, ref, again in stated.get(sub.head.id, ())
                 for c in codes]  # fmt: skip
        for told in sub.activities:
            again = told.activity.carried_from is not None
            for code, role in _roles(told.activity).items():
                found.append((told.match.start, code, role, told.ref, again))
        for told_ in sub.mentions:
            mention = told_.mention
            role = _role(mention.places.role, mention.scope)
            found += [(told_.match.start, c, role, told_.ref, False) for c in mention.places.list]
        for _at, code, role, ref, again in sorted(found, key=lambda one: one[:2]):
            yield Brief(code, role, sub.head, ref, again)


def _stated(frame: pd.DataFrame) -> dict[str, list[tuple[Any, ...]]]:
    """The facts that come with countries, by submission: where, codes, role, scope, ref, copied."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in frame.loc[frame["places"] != "", list(OF_FACTS)].to_dict("records"):
        codes, again = row["places"].split(), row["carried_from"] != ""
        entry = (row["char_start"], codes, row["places_role"], row["scope"], row["ref"], again)
        found.setdefault(row["submission"], []).append(entry)
    return found


def _role(role: Role, scope: str) -> Role:
    """What others say of a country is no place of work."""
    return "named" if scope == "world" else role


def _roles(activity: Activity) -> dict[str, Role]:
    """The role of each country of an activity."""
    roles: dict[str, Role] = {}
    for place in activity.places:
        role: Role = "host" if held(place, activity) else "covered"
        role = "host" if "host" in (role, roles.get(place.country)) else role
        roles[place.country] = _role(role, activity.scope)
    return roles


def _of(sub: Sub, corpus: Corpus) -> Iterator[Naming]:
    for fact in sub.facts:
        yield from _fact(fact, corpus)
    for activity in sub.activities:
        yield from _activity(activity)
    for mention in sub.mentions:
        yield from _mention(mention)


def _fact(placed: PlacedFact, corpus: Corpus) -> Iterator[Naming]:
    fact = placed.fact
    if fact.status:  # nothing happened there yet
        return
    label = pick(corpus.indicators[fact.indicator].label)
    for code in fact.places.list if fact.places else ():
        yield Naming(
            code=code,
            role="named" if fact.scope == "world" or not fact.places else fact.places.role,
            submission=placed.submission,
            ref=placed.ref,
            receipt=True,
            fact=fact.id,
            title=_("{label}: {says}", label=label, says=rows.stated(fact, corpus)),
            when=rows.marked(rows.when(fact.time), correction(fact, "time"))
            if fact.time.as_of is None
            else "",
            section=fact.section,
            matches=(placed.match, *placed.also),
            repeated=fact.carried_from is not None,
            spellings=(fact.corrected.source_says,) if fact.corrected else (),
            note=fact.note or "",
        )


def _activity(placed: PlacedActivity) -> Iterator[Naming]:
    activity = placed.activity
    for code, role in _roles(activity).items():
        cities = tuple(p.city for p in activity.places if p.city and p.country == code)
        yield Naming(
            code=code,
            role=role,
            submission=placed.submission,
            ref=placed.ref,
            receipt=True,
            fact="",
            title=activity.title,
            when=rows.when_of(activity),
            section=activity.section,
            matches=(placed.match, *placed.also),
            repeated=activity.carried_from is not None,
            spellings=cities,
            note=activity.note or "",
        )


def _mention(placed: PlacedMention) -> Iterator[Naming]:
    mention = placed.mention
    for code in mention.places.list:
        yield Naming(
            code=code,
            role=_role(mention.places.role, mention.scope),
            submission=placed.submission,
            ref=f"{placed.submission.id}/{mention.id}",
            receipt=False,
            fact="",
            title=mention.what,
            when="",
            section=mention.section,
            matches=(placed.match,),
            repeated=False,
            spellings=(mention.corrected.source_says,) if mention.corrected else (),
            note=mention.note or "",
        )

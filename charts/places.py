"""Every time that a submission names a country, as what; and the map of these countries."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts import captions
from charts.spec import Cell, ChartSpec, Map, PlaceNamed, Table
from facts.corpus import Corpus, PlacedActivity, PlacedFact, PlacedMention, Sub
from facts.format_value import correction
from facts.memo import memo
from facts.model import Activity, ActivityPlace, SubmissionHead
from facts.vocabulary import Role
from language.countries import country_name
from language.quotes import Match
from words import N_, _, counted, pick, translate

# In this order: a country that has several is drawn in the first of them.
ROLES: dict[Role, str] = {
    "host": N_("host"),
    "covered": N_("covered"),
    "consulted": N_("consulted"),
    "named": N_("named"),
}
MEANINGS: dict[Role, str] = {
    "host": N_("something was held there"),
    "covered": N_("work, a study or a project was about it"),
    "consulted": N_("people there were consulted"),
    "named": N_("for a problem, or for what its State or others do there"),
}
LANGUAGES = ("en", "fr", "es")  # in which the table of countries has names
OF_FACTS = ("submission", "ref", "places", "places_role", "scope", "carried_from", "char_start")
GATHERINGS = ("workshop", "conference", "meeting", "training", "event")


def country(code: str) -> str:
    """The name of a country in the reader's language, by the rule of `language.countries`."""
    return pick({language: country_name(code, language) for language in LANGUAGES})


@dataclass(frozen=True, kw_only=True)
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
    fact: str = ""
    title: str
    when: str = ""
    section: str
    matches: tuple[Match, ...]
    repeated: bool = False
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


def briefs_of_country(frame: pd.DataFrame, corpus: Corpus, code: str) -> tuple[Brief, ...]:
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


def was_held_at(place: ActivityPlace, activity: Activity) -> bool:
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
        role: Role = "host" if was_held_at(place, activity) else "covered"
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
            title=_("{label}: {says}", label=label, says=captions.value_of(fact, corpus)),
            when=captions.marked(captions.when(fact.time), correction(fact, "time"))
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
            title=activity.title,
            when=captions.when_of(activity),
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
            title=mention.what,
            section=mention.section,
            matches=(placed.match,),
            spellings=(mention.corrected.source_says,) if mention.corrected else (),
            note=mention.note or "",
        )


NAME = "places"
MOST_COLUMNS = 12  # submissions with a column of the table; of more it counts them by role
MOST_SAID = 5  # submissions said of one country, where there are that many


def places(frame: pd.DataFrame, corpus: Corpus, role: Role | None = None) -> ChartSpec | None:
    """Draw every country that a submission names, once, with all its roles.

    `frame` has a row per fact. With `role`, only what is named in that role. Nothing is added up
    over the submissions: a country named in two of them is one country. Of many submissions the
    newest that names a country in a role stands for it. Returns None where nothing is named so.
    """
    found = [naming for naming in briefs(frame, corpus) if role in (None, naming.role)]
    if not found:
        return None
    many = len(corpus.submissions) > MOST_COLUMNS
    drawn = named(found, many=many)
    title = _title(drawn, lists_members(frame, corpus), role)
    documents = {naming.submission.name for naming in found}
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=_subtitle(role),
        note=_note(lists_members(frame, corpus), many=many),
        source=_(
            "{source} Outlines: Natural Earth.", source=captions.source_line(corpus, documents)
        ),
        alt=_alternative(title, drawn),
        refs=tuple(dict.fromkeys(naming.ref for naming in (_newest(found) if many else found))),
        table=_by_role(found, drawn) if many else _table(found, drawn, corpus),
        drawing=Map(drawn),
    )


def named(found: Sequence[Brief], *, many: bool = False) -> tuple[PlaceNamed, ...]:
    """One `PlaceNamed` per country, by name; its roles, documents and refs each once.

    Of many, `refs` are the newest of each role, and `documents` the newest few and how many more.
    """
    by_code: dict[str, list[Brief]] = {}
    for naming in found:
        by_code.setdefault(naming.code, []).append(naming)
    names = {code: country(code) for code in by_code}
    codes = sorted(names, key=lambda code: _alphabetical(names[code]))
    return tuple(_place(by_code[code], names[code], many=many) for code in codes)


def lists_members(frame: pd.DataFrame, corpus: Corpus) -> bool:
    """Whether a fact about the size of the network comes with countries."""
    size = [i.id for i in corpus.indicators.values() if i.chart == "network"]
    return bool((frame["indicator"].isin(size) & (frame["places"] != "")).any())


def _place(found: list[Brief], name: str, *, many: bool) -> PlaceNamed:
    roles = {naming.role for naming in found}
    documents = tuple(dict.fromkeys(naming.submission.name for naming in found))
    return PlaceNamed(
        code=found[0].code,
        name=name,
        roles=tuple(role for role in ROLES if role in roles),
        documents=_shortened(documents) if many else documents,
        refs=tuple(dict.fromkeys(naming.ref for naming in (_newest(found) if many else found))),
    )


def _shortened(documents: tuple[str, ...]) -> tuple[str, ...]:
    """The newest few of many, and how many more there are."""
    more = len(documents) - MOST_SAID
    if more <= 1:
        return documents
    said = counted("and {number} other submission", "and {number} other submissions", more)
    return (*reversed(documents[-MOST_SAID:]), said)


def _newest(found: Sequence[Brief]) -> tuple[Brief, ...]:
    """The newest naming of each country in each of its roles."""
    return tuple({(naming.code, naming.role): naming for naming in found}.values())


def _title(drawn: tuple[PlaceNamed, ...], members: bool, role: Role | None) -> str:
    if role is not None:
        return _role_title(role, len(drawn))
    work = sum(place.roles != ("named",) for place in drawn)
    if not work:
        return _role_title("named", len(drawn))
    told = counted(
        "By our count, the submissions name {number} country as a place of work",
        "By our count, the submissions name {number} countries as places of work",
        work,
    )
    if members:
        return told
    return _("{told}; this is no map of members", told=told)


def _role_title(role: Role, number: int) -> str:
    if role == "host":
        return counted(
            "The submissions tell of meetings and other work held in {number} country (counted)",
            "The submissions tell of meetings and other work held in {number} countries (counted)",
            number,
        )
    if role == "covered":
        return counted(
            "The submissions tell of work about {number} country (counted)",
            "The submissions tell of work about {number} countries (counted)",
            number,
        )
    if role == "consulted":
        return counted(
            "People were consulted in {number} country that the submissions name (counted)",
            "People were consulted in {number} countries that the submissions name (counted)",
            number,
        )
    return counted(
        "{number} country is named for a problem, or for what others do there (counted)",
        "{number} countries are named for a problem, or for what others do there (counted)",
        number,
    )


def _subtitle(role: Role | None) -> str:
    if role is None:
        return _(
            "Work of the organisation and of partners; countries that are only named are not "
            "counted. Each country is drawn once, in the first of these roles that it has:"
        )
    return _("Each country that has this role in at least one submission:")


def _note(lists: bool, *, many: bool) -> str:
    members = _("Places named in the submissions, not members.")
    if not lists:
        members = _(
            "Places named in the submissions, not members: no submission lists the member "
            "countries."
        )
    return " ".join(
        (
            members,
            _(
                "Shaded: a country with work in it, whole, however small the work. Plain: the "
                "documents tell of no work; whether there is any, or a member, they do not say."
            ),
            _("Country names are the short names that the United Nations use."),
            _(
                "The boundaries and names on this map express no opinion on the status of any "
                "country, territory or border."
            ),
            *([_newest_stand()] if many else []),
        )
    )


def _newest_stand() -> str:
    return _(
        "Of each country and role the newest sentence stands here; on the page Places a country "
        "opens all of them."
    )


def _alternative(title: str, drawn: tuple[PlaceNamed, ...]) -> str:
    """The map for someone who does not see it: the finding, then every country by role."""
    parts = [_("World map. {title}.", title=title)]
    for role, word in ROLES.items():
        names = [place.name for place in drawn if role in place.roles]
        if names:
            head = _(
                "{role} ({meaning})",
                role=translate(word).capitalize(),
                meaning=translate(MEANINGS[role]),
            )
            parts.append(f"{head}: {', '.join(names)}.")
    return " ".join(parts)


def _table(found: list[Brief], drawn: tuple[PlaceNamed, ...], corpus: Corpus) -> Table:
    """A row per country, a column per submission, its roles there in words."""
    heads = [sub.head for sub in corpus.submissions]
    by_cell: dict[tuple[str, str], list[Brief]] = {}
    for naming in found:
        by_cell.setdefault((naming.code, naming.submission.id), []).append(naming)
    return Table(
        (_("Country"), *(head.name for head in heads)),
        tuple(
            (
                Cell(place.name),
                *(_cell(by_cell.get((place.code, head.id), [])) for head in heads),
            )
            for place in drawn
        ),
    )


def _by_role(found: list[Brief], drawn: tuple[PlaceNamed, ...]) -> Table:
    """A row per country, a column per role, in how many submissions it has that role."""
    by_cell: dict[tuple[str, str], dict[str, str]] = {}
    for one in found:
        by_cell.setdefault((one.code, one.role), {})[one.submission.id] = one.ref
    roles = [role for role in ROLES if any(role in place.roles for place in drawn)]
    return Table(
        (_("Country"), *(translate(ROLES[role]).capitalize() for role in roles)),
        tuple(
            (Cell(place.name), *(_count(by_cell.get((place.code, role), {})) for role in roles))
            for place in drawn
        ),
    )


def _count(refs: dict[str, str]) -> Cell:
    if not refs:
        return Cell(_("not named"))
    told = counted("{number} submission", "{number} submissions", len(refs))
    return Cell(told, list(refs.values())[-1])


def _cell(found: list[Brief]) -> Cell:
    if not found:
        return Cell(_("not named"))
    words = []
    for role, word in ROLES.items():
        same = [naming for naming in found if naming.role == role]
        if same and all(naming.repeated for naming in same):
            words.append(_("{role} (repeated)", role=translate(word)))
        elif same:
            words.append(translate(word))
    return Cell(", ".join(words), found[0].ref)


def _alphabetical(name: str) -> str:
    """As a reader looks a name up: accents and case left aside."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()

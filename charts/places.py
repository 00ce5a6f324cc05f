"""Facts go in, the map of the countries that their submissions name comes out, by role."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pandas as pd

from charts import rows
from charts.naming import MEANINGS, ROLES, Brief, briefs, country
from charts.spec import Cell, ChartSpec, Map, PlaceNamed, Table
from facts.corpus import Corpus
from facts.vocabulary import Role
from words import _, counted

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
        source=_("{source} Outlines: Natural Earth.", source=rows.source(corpus, documents)),
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
            head = _("{role} ({meaning})", role=word.capitalize(), meaning=MEANINGS[role])
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
        (_("Country"), *(ROLES[role].capitalize() for role in roles)),
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
            words.append(_("{role} (repeated)", role=word))
        elif same:
            words.append(word)
    return Cell(", ".join(words), found[0].ref)


def _alphabetical(name: str) -> str:
    """As a reader looks a name up: accents and case left aside."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()

"""A corpus goes in, the map of the countries that its submissions name comes out, by role."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from charts import rows
from charts.naming import MEANINGS, ROLES, Naming, namings
from charts.spec import Cell, ChartSpec, Map, PlaceNamed, Table
from facts.corpus import Corpus
from facts.model import Role
from words import _, counted

NAME = "places"


def places(corpus: Corpus, role: Role | None = None) -> ChartSpec | None:
    """Draw every country that a submission names, once, with all its roles.

    With `role`, only what is named in that role. Nothing is added up over the submissions: a
    country named in two of them is one country. Returns None where nothing is named so.
    """
    found = [naming for naming in namings(corpus) if role in (None, naming.role)]
    if not found:
        return None
    drawn = named(found)
    title = _title(drawn, corpus, role)
    documents = [naming.submission.name for naming in found]
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=_subtitle(role),
        note=_note(corpus),
        source=_("{source} Outlines: Natural Earth.", source=rows.source(corpus, documents)),
        alt=_alternative(title, drawn),
        refs=tuple(dict.fromkeys(naming.ref for naming in found)),
        table=_table(found, drawn, corpus),
        drawing=Map(drawn),
    )


def named(found: Sequence[Naming]) -> tuple[PlaceNamed, ...]:
    """One `PlaceNamed` per country, by name; its roles, documents and refs each once."""
    names = {naming.code: naming.name for naming in found}
    codes = sorted(names, key=lambda code: _alphabetical(names[code]))
    return tuple(_place([n for n in found if n.code == code]) for code in codes)


def lists_members(corpus: Corpus) -> bool:
    """Whether a fact about the size of the network comes with countries."""
    return any(
        placed.fact.places is not None
        and corpus.indicators[placed.fact.indicator].chart == "network"
        for placed in corpus.facts()
    )


def _place(found: list[Naming]) -> PlaceNamed:
    roles = {naming.role for naming in found}
    return PlaceNamed(
        code=found[0].code,
        name=found[0].name,
        roles=tuple(role for role in ROLES if role in roles),
        documents=tuple(dict.fromkeys(naming.submission.name for naming in found)),
        refs=tuple(dict.fromkeys(naming.ref for naming in found)),
    )


def _title(drawn: tuple[PlaceNamed, ...], corpus: Corpus, role: Role | None) -> str:
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
    if lists_members(corpus):
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


def _note(corpus: Corpus) -> str:
    members = _("Places named in the submissions, not members.")
    if not lists_members(corpus):
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
        )
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


def _table(found: list[Naming], drawn: tuple[PlaceNamed, ...], corpus: Corpus) -> Table:
    """A row per country, a column per submission, its roles there in words."""
    heads = [sub.head for sub in corpus.submissions]
    by_cell: dict[tuple[str, str], list[Naming]] = {}
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


def _cell(found: list[Naming]) -> Cell:
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

"""Proves that each place is a country that the quotes name, and that complete lists lack none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from facts.check_context import Case, Found, plain
from facts.checks.quote import stands_in
from facts.checks.value import same_value
from facts.model import Activity, Corrected, Fact, Mention
from facts.problems import Problem, closest, show
from language.countries import country_name, find_places, is_country, names_of


def check(case: Case) -> Iterator[Problem]:
    """Each listed country is named in the quotes; a complete list lacks none."""
    for fact in case.facts:
        wrong = list(_listed(fact))
        yield from wrong or _complete(fact)
    for mention in case.mentions:
        wrong = list(_listed(mention))
        yield from wrong or _whole(mention)
    for activity in case.activities:
        yield from _visited(activity)


def _listed(found: Found[Fact] | Found[Mention]) -> Iterator[Problem]:
    places = found.entry.item.places
    for index, code in enumerate(places.list if places else ()):
        steps = ("places", "list", index)
        if not is_country(code):
            yield found.entry.problem(steps, *_unknown(code))
        elif code in places.list[:index] if places else False:
            what = f"{code} ({country_name(code)}) is listed twice."
            yield found.entry.problem(steps, what, "delete one of the two.")
        elif found.passage and not _named(code, found.whole, found.entry.item.corrected):
            yield found.entry.problem(steps, *_not_named(code))


def _complete(found: Found[Fact]) -> Iterator[Problem]:
    fact = found.entry.item
    if found.token and not same_value(fact.value, found.token):
        return  # told once, about the value
    if fact.counted is not None and fact.value != len(fact.counted):
        return
    if fact.places and fact.places.complete and fact.value != len(fact.places.list):
        count = len(fact.places.list)
        yield found.entry.problem(
            ("places", "list"),
            f"the list is said to be complete and has {count} "
            f"{'country' if count == 1 else 'countries'}, but the value is {_say(fact)}.",
            "add what is missing, or write complete: false.",
        )


def _whole(found: Found[Mention]) -> Iterator[Problem]:
    """A complete list of a mention, which has no number, holds every country of the quote."""
    places = found.entry.item.places
    named = find_places(found.whole) if places.complete else []
    for place in named:
        if place.code not in places.list:
            yield found.entry.problem(
                ("places", "list"),
                f"the list is said to be complete, but {place.code} ({place.name}) in the quote "
                "is not in it.",
                "add it, or write complete: false.",
            )
    corrected = found.entry.item.corrected
    if places.complete and _is_about_places(corrected):
        meant = any(_means(corrected, code) for code in places.list)
        if not meant and not find_places(corrected.source_says):
            what = f"no country of the list is what {show(corrected.source_says)} stands for."
            yield found.entry.problem(("places", "list"), what, "add the country that was meant.")


def _visited(found: Found[Activity]) -> Iterator[Problem]:
    for index, place in enumerate(found.entry.item.places):
        if not is_country(place.country):
            yield found.entry.problem(("places", index, "country"), *_unknown(place.country))
        elif not found.passage:
            continue
        elif place.city is None:
            if not _named(place.country, found.whole, found.entry.item.corrected):
                steps = ("places", index, "country")
                yield found.entry.problem(steps, *_not_named(place.country))
        elif not stands_in(place.city, found.whole):
            yield found.entry.problem(
                ("places", index, "city"),
                f"{show(place.city)} is not named in the quote.",
                "lengthen the quote, or delete the city.",
            )


def _named(code: str, text: str, corrected: Corrected | None) -> bool:
    """Whether a text names a country, or a misspelling of it that is written down as corrected."""
    if any(place.code == code for place in find_places(text)):
        return True
    return (
        _is_about_places(corrected)
        and _means(corrected, code)
        and plain(corrected.source_says) in text
    )


def _is_about_places(corrected: Corrected | None) -> TypeGuard[Corrected]:
    return corrected is not None and corrected.field == "places"


def _means(corrected: Corrected, code: str) -> bool:
    """Whether what the source says is a misspelling of this country."""
    wrong = plain(corrected.source_says)
    return closest(wrong, names_of(code), 0.8) != ""


def _unknown(code: str) -> tuple[str, str]:
    return (
        f"{show(code)} is not the code of a country.",
        "write the three capital letters of ISO 3166-1, for example KEN.",
    )


def _not_named(code: str) -> tuple[str, str]:
    return (
        f"{code} ({country_name(code)}) is not named in the quote.",
        "delete it, or lengthen the quote to hold its name.",
    )


def _say(fact: Fact) -> str:
    return str(fact.value) if isinstance(fact.value, int | float) else "a range"

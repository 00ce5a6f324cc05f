"""A figure slide goes in; the same figure with each choice that a presenter may pick comes out."""

from __future__ import annotations

from charts.naming import ROLES
from charts.paging import KEY
from decks.slides import ResolvedSlide
from export import figures
from export.choices import offered
from export.figures import Job
from facts.store import Snapshot
from words import _, pick

MOST = 5  # choices in a row of buttons; a list as long as that of all countries is none
WHOSE = {"own": _("The organisation’s own"), "partner": _("Joint or partners’")}


def variants(slide: ResolvedSlide, held: Snapshot) -> tuple[tuple[str, str, Job], ...]:
    """Choice, its name and its figure; the one of the deck first. "" is the choice of all."""
    fixed = dict(slide.choices)
    key, names = _names(slide.figure, held)
    own = fixed.pop(key, "") if key else ""
    begun = {one: value for one, value in fixed.items() if one != KEY}  # others from their start
    found: list[tuple[str, str, Job]] = []
    for choice in dict.fromkeys((own, "", *names)):
        chosen = (fixed if choice == own else begun) | ({key: choice} if choice else {})
        job = figures.job(held, slide.figure, chosen)
        if job is not None:
            found.append((choice, names.get(choice, choice) or _("All"), job))
    return tuple(found)


def _names(figure: str, held: Snapshot) -> tuple[str, dict[str, str]]:
    """What may be chosen of a figure, by the name in its address; nothing where it is too much."""
    for key, values in offered(held, figure).items():
        if 2 <= len(values) <= MOST:
            return key, {value: _name(key, value, held) for value in values}
    return "", {}


def _name(key: str, value: str, held: Snapshot) -> str:
    if value in held.corpus.indicators:
        return pick(held.corpus.indicators[value].label)
    named: dict[str, dict[str, str]] = {
        "whose": WHOSE,
        "role": {role: word.capitalize() for role, word in ROLES.items()},
    }
    return named.get(key, {}).get(value, value)

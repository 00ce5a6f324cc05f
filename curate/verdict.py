"""A desk and an entry as filled in go in; what the checker says of it, at once, comes out."""

from __future__ import annotations

from curate.define import clean
from curate.desk import Desk
from curate.errors import Fault
from curate.judge import Verdict as Verdict
from curate.judge import judge_activity, judge_again, judge_fact
from curate.judge_head import judge_head, judge_indicator
from curate.reading import Fields


def fact(desk: Desk, fields: Fields, item: str | None = None) -> Verdict:
    """Judge a fact; `item` is the number that it is of, whose own id is not a double."""
    return judge_fact(desk.ground(item), clean(fields))


def activity(desk: Desk, fields: Fields, item: str | None = None) -> Verdict:
    """Judge an activity."""
    return judge_activity(desk.ground(item), clean(fields))


def again(desk: Desk, fields: Fields, fact_id: str) -> Verdict:
    """Judge whether these fields state the accepted fact of this id once more."""
    known = (one for one in desk.state.facts.values() if one.get("id") == fact_id)
    return judge_again(desk.ground(), next(known, None), clean(fields))


def head(desk: Desk, fields: Fields, there: bool = False) -> tuple[Fault, ...]:
    """What is wrong with the head; empty texts count as not filled in.

    Its id must be free, unless a submission of this id may be `there` already.
    """
    folder = desk.work.data / "submissions"
    try:
        taken = [] if there else [path.name for path in folder.iterdir()]
    except OSError:
        taken = []
    return judge_head(desk.ground(), fields, taken)


def indicator(desk: Desk, fields: Fields) -> tuple[Fault, ...]:
    """What is wrong with a new indicator."""
    groups = [group.id for group in desk.reading.corpus.groups]
    return judge_indicator(desk.indicators, groups, clean(fields))

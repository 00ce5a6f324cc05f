"""What was decided at a desk goes in; the files of the submission, as they will be, come out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curate import surgery
from curate.aside import aside_entries
from curate.define import clean
from curate.desk import Desk
from curate.disk import said
from curate.errors import Fault, Refused
from curate.judge_head import judge_head
from curate.reading import Fields
from curate.state import Aside
from curate.writing import submission_file
from facts.check_context import Case, build
from facts.parse import parse_submission

INDICATORS = "indicators.yaml"


@dataclass(frozen=True)
class Files:
    """The text of submission.yaml, the bytes of its source, and indicators.yaml before and after
    (None: it stays as it is)."""

    submission: str
    yaml: str
    source: bytes
    base: bytes
    indicators: bytes | None


def made_files(desk: Desk) -> Files:
    """The files that a draft makes as far as it is decided. Raises Refused where its head is not
    sound, NotSaved where indicators.yaml cannot be changed."""
    head = clean(desk.head)
    faults = judge_head(desk.ground(), head, ())
    if faults:
        raise Refused(tuple(Fault(f"head.{one.field}", one.what, one.fix) for one in faults))
    source = desk.work.document.text.encode()
    form = "pdf" if desk.work.document.form == "pdf" else "text"
    digest = hashlib.sha256(source).hexdigest()
    head["source"] = {"file": "source.txt", "sha256": digest, "form": form}
    lists: dict[str, list[Fields]] = {
        "facts": _facts(desk),
        "activities": _in_order(desk.state.activities),
        "absent": _absent(desk),
    }
    case = _case(desk, submission_file(head, lists))
    lists["set_aside"] = aside_entries(desk.reading, case, _fates(desk))
    base = _bytes(desk.work.data / INDICATORS)
    return Files(
        head["id"], submission_file(head, lists), source, base, _indicators(desk, lists, base)
    )


def stated(desk: Desk) -> set[str]:
    """The indicators that the accepted facts state."""
    return {str(fields.get("indicator")) for fields in desk.state.facts.values()}


def _facts(desk: Desk) -> list[Fields]:
    """The accepted facts in the order of the text, with the other places that state them."""
    facts = [dict(fields) for fields in _in_order(desk.state.facts)]
    for name, again in sorted(desk.state.again.items(), key=lambda pair: _start(pair[0])):
        del name
        also = {key: value for key, value in again.items() if key != "fact"}
        for fields in facts:
            if fields["id"] == again["fact"]:
                if also.get("wording") == fields.get("wording"):
                    also.pop("wording", None)
                fields["also"] = [*fields.get("also", []), also]
    return facts


def _in_order(items: dict[str, Fields]) -> list[Fields]:
    return [items[name] for name in sorted(items, key=_start)]


def _start(item: str) -> int:
    return int(item[1:])


def _absent(desk: Desk) -> list[Fields]:
    found = stated(desk)
    return [
        desk.state.absent[name]
        for name in desk.indicators
        if name in desk.state.absent and name not in found
    ]


def _case(desk: Desk, text: str) -> Case:
    """The case of a submission of which nothing is set aside yet."""
    parsed, _ = parse_submission(text.encode(), "submission.yaml")
    if parsed is None:
        raise Refused(
            (Fault("head", "the head cannot be written.", "look at each of its fields."),)
        )
    reading = desk.reading
    return build(
        parsed,
        reading.source.raw,
        "source.txt",
        "",
        desk.indicators,
        source=reading.source,
        own=reading.corpus.organisation.names,
    )


def _fates(desk: Desk) -> Iterator[tuple[int, int, Aside]]:
    """What becomes of each number that is no fact, as far as it is decided."""
    for one in desk.left_out:
        yield one.start, one.end, Aside(one.class_)
    for card in desk.cards:
        for item in card.items:
            aside = desk.state.rejected.get(item.id)
            if aside and card.kind != "activity":
                yield item.start, item.end, aside


def _indicators(desk: Desk, lists: dict[str, list[Fields]], base: bytes) -> bytes | None:
    """indicators.yaml with the indicators and wordings that are used here and not there yet."""
    text = base.decode()
    used = {fields.get("indicator") for name in ("facts", "absent") for fields in lists[name]}
    for fields in desk.state.indicators:
        known = _known(text)
        if fields["id"] in used and fields["id"] not in [one["id"] for one in known]:
            same = [at for at, one in enumerate(known) if one["group"] == fields["group"]]
            index = same[-1] + 1 if same else len(known)
            text = surgery.inserted(text, "indicators", index, fields)
    said_so = {(one.get("indicator"), one.get("wording")) for one in lists["facts"]}
    for name, wording, rule in desk.state.wordings:
        if (name, wording) in said_so:
            text = with_wording(text, name, wording, rule)
    new_bytes = text.encode()
    return None if new_bytes == base else new_bytes


def with_wording(text: str, indicator: str, wording: str, rule: str) -> str:
    """indicators.yaml with a wording of an indicator ruled; as it is where it is not there."""
    for at, one in enumerate(_known(text)):
        before = one["wordings"].get(wording) if one["id"] == indicator else rule
        ruled = {**before, "is": rule} if isinstance(before, dict) else rule
        if before != ruled:
            wordings = {**one["wordings"], wording: ruled}
            text = surgery.changed(text, ("indicators", at, "wordings"), wordings)
    return text


def _known(text: str) -> list[dict[str, Any]]:
    found: Any = surgery.values(text).get("indicators") or ()
    return list(found)


def _bytes(path: Path) -> bytes:
    with said():
        return path.read_bytes()

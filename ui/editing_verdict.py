"""What the checker says of an entry goes in; the sentence beside the entry comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from curate.errors import Fault, Refused
from curate.validation import Verdict
from ui import tags
from ui.add_state import WRONG
from ui.editing_held import held
from ui.editing_words import FIELDS, field
from ui.proved import marks
from words import _

MISSING = re.compile(r"the field '\w+' is missing", re.I)
# The checker names the fields of the file; a reader knows them by what stands over each control.
NAMED = re.compile(
    r"\b(?:(value_text|said_by|part_of|carried_from)\b"
    r"|(value|bound|wording|quote|section|scope|status|time|places|spread|counted)(?=: ))"
)
ANSWER = re.compile(r"doubts: \[\{kind: (\w+), because: \.\.\.\}\]")
UNRULED = re.compile(r"is not a wording of the indicator")


def proof(verdict: Verdict) -> str:
    """What is proved, in green, and what was decided; or what is wrong, and how to mend it."""
    if verdict.allowed and verdict.fact:
        return f"<div class='a-marks' role='status'>{marks(verdict.fact, verdict.says)}</div>"
    if verdict.allowed:
        sentence = _("Proved: these words stand in the document.")
        mark = "<span aria-hidden='true'>✓</span>"
        return f"<p class='a-proved' role='status'>{mark} {tags.text(sentence)}</p>"
    return faults(verdict.faults, _("Not proved yet"))


def faults(found: Iterable[Fault], head: str) -> str:
    """Each thing that is wrong: the field as readers know it, what is wrong, how to mend it."""
    items = "".join(
        f"<li><strong>{tags.text(field(one.field))}:</strong> {tags.text(plain(one))}</li>"
        for one in found
    )
    lead = f"<strong>{tags.text(head)}</strong>"
    return f"<div class='a-unproved' role='status'>{lead}<ul>{items}</ul></div>"


def say_refusal() -> None:
    """What was refused last, said once where the reader looks."""
    wrong = held().pop(WRONG, None)
    if wrong is not None:
        words = _not_accepted(wrong.faults) if isinstance(wrong, Refused) else str(wrong)
        st.html(
            f"<div class='f-root'><p class='f-notice' role='alert'>{tags.text(words)}</p></div>"
        )


def _not_accepted(found: Iterable[Fault]) -> str:
    """Which fields keep an entry from being accepted; what is wrong with them stands above."""
    names = dict.fromkeys(field(one.field) for one in found)
    return _("Not accepted yet. To be mended above: {fields}.", fields="; ".join(names))


def plain(one: Fault) -> str:
    """What is wrong and how to mend it, in the words of the form."""
    if MISSING.search(one.what):
        if one.field == "indicator":
            return _("choose it from the list, or make a new one.")
        return _("still empty.")
    if one.field == "wording" and UNRULED.search(one.what):
        return _("new words. Say below whether they count the same, or choose another line above.")
    said = ANSWER.sub(
        lambda found: _(
            "under More, on a line of “Doubts that do not hold”, “{kind}:” and the reason",
            kind=found[1],
        ),
        one.sentence,
    )
    return NAMED.sub(lambda found: f"“{FIELDS[found[1] or found[2]]}”", said)

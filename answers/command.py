"""An answer goes in, the lines or the JSON that `python -m facts answer` prints come out."""

from __future__ import annotations

import json

from answers.answering import Answer
from words import _, listed


def as_json(found: Answer) -> str:
    """One object on one line."""
    return json.dumps(found.as_json(), ensure_ascii=False)


def as_lines(found: Answer) -> str:
    """The same to read: what to say, how it was understood, and where it is written."""
    lines = [found.say]
    if found.took_as:
        lines.append(found.took_as)
    if found.did_you_mean:
        lines.append(_("Did you mean: {words}?", words=listed(found.did_you_mean)))
    if found.facts:
        lines.append(_("Facts: {names}", names=", ".join(found.facts)))
    for one in found.sources:
        lines.append(f"- “{' '.join(one.text.split())}” ({one.citation})")
    return "\n".join(lines)

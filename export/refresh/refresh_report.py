"""What a refresh did slide by slide, told in lines or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Literal

from export.receipt_diff import one_line
from words import _, counted

State = Literal["current", "renewed", "partly"]
EXIT: dict[State, int] = {"current": 0, "renewed": 0, "partly": 6}
LONGEST = 200  # letters of a text in a report


@dataclass(frozen=True)
class Change:
    """What was changed, from what to what; empty for what was not there."""

    what: str
    old: str
    new: str


@dataclass
class Told:
    """One slide: its number and title, what was changed, not matched, and left alone."""

    number: int
    title: str
    changed: list[Change] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def change(self, what: str, old: str, new: str) -> None:
        """Tell what was changed, once."""
        one = Change(what, shown(old), shown(new))
        if one not in self.changed:
            self.changed.append(one)

    def lack(self, sentence: str) -> None:
        """Tell what could not be matched, once."""
        if sentence not in self.unmatched:
            self.unmatched.append(sentence)

    def leave(self, sentence: str) -> None:
        """Tell what was left alone, once."""
        if sentence not in self.left:
            self.left.append(sentence)


@dataclass(frozen=True)
class Report:
    """A whole file; `figures` is how many of ours stand in it."""

    figures: int
    slides: tuple[Told, ...]

    @property
    def state(self) -> State:
        """Whether all was current already, is now, or could not all be matched."""
        if any(one.unmatched for one in self.slides):
            return "partly"
        return "renewed" if any(one.changed for one in self.slides) else "current"

    @property
    def exit(self) -> int:
        """What the command line gives back."""
        return EXIT[self.state]


def headline(report: Report) -> str:
    """The outcome in one sentence."""
    if not report.figures:
        return _("Nothing in this file was made here: there is nothing to bring up to date.")
    done = sum(bool(one.changed) for one in report.slides)
    if report.state == "current":
        return _("The file is current: its numbers are those of today’s data.")
    said = counted(
        "{number} slide was brought up to date.", "{number} slides were brought up to date.", done
    )
    if not done:
        said = _("Nothing was changed.")
    if report.state == "partly":
        said += " " + _("Not all could be matched.")
    return said


def as_text(report: Report) -> str:
    """The report in lines, a slide after the other; slides with nothing to tell are left out."""
    lines = [headline(report)]
    for slide in report.slides:
        told = lines_of(slide)
        if told:
            lines.append(heading(slide))
            for head, items in told:
                lines += [f"  {head}", *(f"    {item}" for item in items)]
    return "\n".join(lines)


def heading(slide: Told) -> str:
    """The number of a slide and its title."""
    words = _("Slide {number}", number=slide.number)
    return f"{words}: {slide.title}" if slide.title else words


def lines_of(slide: Told) -> list[tuple[str, list[str]]]:
    """The parts of a slide's report that are not empty, each with its sentences."""
    parts = (
        (_("Changed"), [sentence(one) for one in slide.changed]),
        (_("Not matched"), slide.unmatched),
        (_("Left alone"), slide.left),
    )
    return [(head, list(items)) for head, items in parts if items]


def sentence(one: Change) -> str:
    """A change: "Members: 129 → 131"."""
    if not one.old:
        return _("{what}: new, {new}", what=one.what, new=one.new) if one.new else one.what
    if not one.new:
        return _("{what}: {old} was taken out", what=one.what, old=one.old)
    return _("{what}: {old} → {new}", what=one.what, old=one.old, new=one.new)


def as_json(report: Report) -> str:
    """The report for a program."""
    made = {
        "state": report.state,
        "figures": report.figures,
        "slides": [asdict(one) for one in report.slides],
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


def shown(text: str) -> str:
    """A text on one line, cut when long."""
    return one_line(text, LONGEST)

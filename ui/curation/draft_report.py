"""The numbers of a draft beside what was said before, as the list that a reader works through."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from charts.captions import unit
from extract.candidates import Candidate
from extract.documents.document import Document
from extract.draft_check import Checked, LeftOut
from facts.corpus import PlacedFact
from facts.fact_index import facts_of
from facts.format_value import TEMPLATES, say_number
from facts.store import Snapshot
from ui.evidence.fact_list import row_of
from ui.evidence.proof import marked
from ui.widgets import html
from words import N_, Labels, _, counted, pick

ORDER = ("contradicts", "copied", "older", "new", "same")
HEADS = Labels(
    contradicts=N_("Contradicts what was said before"),
    copied=N_("Copied from an earlier submission"),
    older=N_("Older than the last one said"),
    left_out=N_("Said each time, and left out here"),
    new=N_("New"),
    same=N_("The same as before"),
)
HINTS = Labels(
    contradicts=N_("Correct the draft, or know why the number is another one."),
    copied=N_("The sentence is an old one. Look whether its number is still true."),
    older=N_("A later submission says another number. Write that one, or say when this one held."),
    left_out=N_("A reader who compares the years will look for these."),
)
VAGUE = re.compile(r"(?:dozens|hundreds|thousands|millions|billions)$", re.I)
SHOWN = 60  # numbers of one kind that are shown at once; the others are folded away
Said = Callable[[PlacedFact], str]


def draft_report(
    checked: Sequence[Checked], left_out: Sequence[LeftOut], document: Document, snapshot: Snapshot
) -> str:
    """The whole result as HTML: what was found, kind by kind, what needs a look first."""
    said = _sayer(snapshot)
    groups: dict[str, list[Checked]] = {
        name: [one for one in checked if one.standing == name] for name in ORDER
    }
    parts = [_summary(groups, left_out)]
    made = {
        name: [_number(one, document, snapshot, said) for one in groups[name]] for name in groups
    } | {"left_out": [_missing(one, snapshot, said) for one in left_out]}
    parts += [_group(name, made[name]) for name in HEADS if made[name]]
    return f"<div class='a-draft'>{''.join(parts)}</div>"


def _summary(groups: dict[str, list[Checked]], left_out: Sequence[LeftOut]) -> str:
    """How many of each kind, as links that jump to them."""
    total = sum(len(group) for group in groups.values())
    if not total:
        head = _("No number in this draft looks like a claim.")
    else:
        head = counted("{number} number read.", "{number} numbers read.", total)
    kinds = {
        "contradicts": counted(
            "{number} contradicts", "{number} contradict", len(groups["contradicts"])
        ),
        "copied": counted("{number} copied", "{number} copied", len(groups["copied"])),
        "older": counted("{number} older", "{number} older", len(groups["older"])),
        "left_out": counted("{number} left out", "{number} left out", len(left_out)),
        "new": counted("{number} new", "{number} new", len(groups["new"])),
        "same": counted("{number} the same", "{number} the same", len(groups["same"])),
    }
    sizes = {name: len(group) for name, group in groups.items()} | {"left_out": len(left_out)}
    chips = "".join(
        f"<li><a class='f-chip a-jump a-{name}' href='#a-{name}' data-jump='a-{name}'>"
        f"{html.text(words)}</a></li>"
        for name, words in kinds.items()
        if sizes[name]
    )
    nothing = html.text(_("Nothing was saved."))
    return (
        f"<p role='status'><strong>{html.text(head)}</strong> "
        f"<span class='f-quiet'>{nothing}</span></p><ul class='f-chips a-chips'>{chips}</ul>"
    )


def _group(name: str, items: list[str]) -> str:
    hint = f"<p class='f-quiet'>{html.text(HINTS[name])}</p>" if name in HINTS else ""
    first, rest = "".join(items[:SHOWN]), "".join(items[SHOWN:])
    more = ""
    if rest:
        words = counted("{number} more", "{number} more", len(items) - SHOWN)
        more = (
            f"<details><summary>{html.text(words)}</summary>"
            f"<ul class='f-entries'>{rest}</ul></details>"
        )
    return (
        f"<section class='a-group a-{name}' id='a-{name}' tabindex='-1'>"
        f"<h2>{html.text(HEADS[name])} <span class='f-quiet'>{len(items):,}</span></h2>{hint}"
        f"<ul class='f-entries'>{first}</ul>{more}</section>"
    )


def _number(one: Checked, document: Document, snapshot: Snapshot, said: Said) -> str:
    found = one.candidate
    sentence = marked(
        document.text, found.sentence_start, found.sentence_end, (found.start, found.end)
    )
    why = _why(one, snapshot, said)
    label = _label(found.indicator, snapshot)
    about = f"{html.text(label)} · " if label else ""
    place = html.text(place_in_document(document, found.start))
    return (
        f"<li><div><div class='a-value'>{html.text(spoken(found))}</div>"
        f"<div class='f-small f-quiet'>{about}{place}</div></div>"
        f"<div><p class='a-sentence'>{sentence}</p>"
        f"<p class='a-why'>{why}</p></div></li>"
    )


def spoken(found: Candidate) -> str:
    """A number with what bounds it: "over 430"; a range and words such as "dozens" as written."""
    if found.bound in ("exact", "range") or VAGUE.search(found.text):
        return found.text
    number = found.text
    if found.language != "en" and found.value is not None:
        number = say_number(found.value) + ("%" if found.unit == "percent" else "")
    return TEMPLATES[found.bound][0].format(number=number)


def _why(one: Checked, snapshot: Snapshot, said: Said) -> str:
    """Why a number is marked so, in sentences whose earlier numbers can be pressed."""
    if not one.candidate.is_clear:
        return html.text(_("It can be read in two ways: write it so that it reads one way."))
    before = one.before
    since = _("Last time: {said}.", said=said(one.since)) if one.since else ""
    if one.standing == "copied":
        sub = snapshot.corpus.submission(one.candidate.carried_from or "")
        name = html.text(sub.head.name if sub else "")
        return f"{_('Stands in {name} already.', name=name)} {since}"
    if one.standing == "contradicts" and one.within is not None:
        within = _(
            "The draft itself says “{number}” elsewhere for the same.",
            number=html.text(one.within.text),
        )
        return within
    if before is None:
        return html.text(_("Nothing of the kind was said before."))
    if one.standing == "contradicts":
        return _("For the same time it was {said}.", said=said(before))
    if one.standing in ("same", "older"):
        return f"{_('As in {said}.', said=said(before))} {since}"
    return _("Last time: {said}.", said=said(before))


def _missing(one: LeftOut, snapshot: Snapshot, said: Said) -> str:
    indicator = snapshot.corpus.indicators[one.indicator]
    known = facts_of(snapshot.corpus, one.indicator, 1)
    last = (
        _("Last time: {said}.", said=said(known[-1]))
        if known
        else html.text(_("Never stated yet."))
    )
    return (
        f"<li><div class='a-label'>{html.text(pick(indicator.label))}</div>"
        f"<div><p>{last}</p></div></li>"
    )


def _label(indicator: str | None, snapshot: Snapshot) -> str:
    known = snapshot.corpus.indicators.get(indicator or "")
    return pick(known.label) if known else ""


def place_in_document(document: Document, offset: int) -> str:
    """Where something stands in a document: its page, or its section and paragraph."""
    part = document.where(offset)
    if part.page is not None:
        return _("page {number}", number=part.page)
    if part.section:
        return _("{section}, paragraph {number}", section=part.section, number=part.paragraph)
    return _("paragraph {number}", number=part.paragraph)


def _sayer(snapshot: Snapshot) -> Said:
    """Says an earlier fact as HTML: "over 551 participants (CSTD 2025)", the number pressable."""

    def said(placed: PlacedFact) -> str:
        row = row_of(snapshot, placed.ref)
        indicator = snapshot.corpus.indicators[placed.fact.indicator]
        share = indicator.kind == "share"
        what = "" if share else f" {html.text(unit(row, indicator))}"
        pressed = html.number(row["says"], placed.ref, pick(indicator.label))
        return f"{pressed}{what} ({html.text(placed.submission.name)})"

    return said

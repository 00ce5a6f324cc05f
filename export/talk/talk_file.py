"""A talk as one HTML file that asks for nothing from anywhere, or as a PDF with its notes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import settings
from decks.resolve import ResolvedDeck
from drawing.browser_pictures import SHARED
from drawing.svg_writer import font_face
from export.talk.figure_slide import figure_slide
from export.talk.number_slide import number_slide
from export.talk.talk_receipts import items, receipt_html
from export.talk.talk_screen import Screen, TalkSlide, View, text
from export.talk.word_slides import sources_slide, title_slide
from facts.store import Snapshot
from words import N_, _, translate

KEYS = (
    (("→", N_("Space"), "PageDown"), N_("On: the next step, part or slide")),
    (("←", "PageUp"), N_("Back")),
    (("Home", "End"), N_("The first slide, the last slide")),
    (("F",), N_("Full screen")),
    (("S",), N_("The receipt of what is on screen; with the arrows the next one")),
    (("D",), N_("The data as a table")),
    (("N",), N_("Speaker view in a second window")),
    (("B",), N_("Black screen")),
    (("?",), N_("These keys")),
    (("Esc",), N_("Close what is open; else leave")),
)


def spoken() -> dict[str, str]:
    """What the script says; names in braces are filled in there."""
    return {
        "slide": _("Slide {number} of {total}: {title}"),
        "part": _("Part {part} of {parts}"),
        "step": _("Step {part} of {parts}"),
        "beyond": _("There is no slide {number}. This is slide {shown} of {total}."),
        "receipt": _("Receipt {part} of {parts}"),
        "no_receipt": _("No number stands on this slide."),
        "no_data": _("There is no table for this slide."),
        "blocked": _("The browser did not open a window. Allow windows for this page."),
        "no_full": _("This browser does not offer the full screen."),
        "leave": _("Close the window to leave."),
        "gone": _("The dashboard does not answer. The talk goes on."),
        "last": _("The end"),
        "open": _("On the screen: {what}"),
        "no_notes": _("No notes."),
        "black": _("Black screen"),
        "data": _("Data"),
        "help": _("Keys"),
    }


Check = Callable[[], None]  # raises where the talk is not wanted any more
HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; script-src '{hash}'"
)
LONG = 900  # letters of notes
A4 = (1123, 794)  # px at 96 to the inch
MIME = "text/html"
MAKERS = {
    "title": title_slide,
    "numbers": number_slide,
    "figure": figure_slide,
    "sources": sources_slide,
}


def make_slides(
    deck: ResolvedDeck, snapshot: Snapshot, check: Check = lambda: None
) -> tuple[TalkSlide, ...]:
    """Every slide of the deck with all its screens; `check` is called before each."""
    total = len(deck.slides)
    slides = []
    for at, slide in enumerate(deck.slides, 1):
        check()
        slides.append(MAKERS[slide.kind](slide, f"{at} / {total}", snapshot))
    return tuple(slides)


def write_html(deck: ResolvedDeck, snapshot: Snapshot, check: Check = lambda: None) -> bytes:
    """The talk as one HTML file, UTF-8: slides, keys, receipts, fonts; it asks for nothing.

    `check` is called before each slide; what it raises ends the work. Only the script may run.
    """
    slides = make_slides(deck, snapshot, check)
    refs = tuple(dict.fromkeys(ref for one in slides for view in one.views for ref in view.refs))
    receipts = "".join(receipt_html(item, snapshot.corpus) for item in items(refs, snapshot).items)
    script = asset("talk.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    words = text(json.dumps(spoken(), ensure_ascii=False))
    return (
        f'<!doctype html>\n<html lang="{settings.language()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" '
        f'content="{POLICY.format(hash=f"sha256-{digest}")}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">'
        f"<title>{text(deck.title)}</title><style>{font_face()}{asset('talk.css')}</style></head>"
        f'<body data-words="{words}"><h1 class="unseen">{text(deck.title)}</h1>'
        f'<p id="live" class="unseen" aria-live="polite"></p><main id="talk">{sections(slides)}'
        f"</main>{_panel()}{_bar()}{_dialogs(receipts)}<div id='tip' aria-hidden='true'></div>"
        f"<p id='said' role='status'></p><div id='blank'></div><script>{script}</script></body>"
        "</html>\n"
    ).encode()


def write_pdf(deck: ResolvedDeck, snapshot: Snapshot) -> bytes:
    """The talk on paper: one slide a page with its source and notes, as printing the HTML gives.

    Raises NoBrowser.
    """
    slides = sections(make_slides(deck, snapshot))
    inner = f"<style>{asset('talk.css')}</style><main id='talk'>{slides}</main>"
    return SHARED.pdf(inner, *A4, deck.title)


def sections(slides: tuple[TalkSlide, ...]) -> str:
    """The slides, each with its screens, its notes and its tables."""
    return "".join(_section(one, at, len(slides)) for at, one in enumerate(slides, 1))


@cache
def asset(name: str) -> str:
    """A file of this folder that stands in every talk."""
    return (HERE / name).read_text(encoding="utf-8")


def _section(one: TalkSlide, number: int, total: int) -> str:
    own = one.views[0]
    named = _("Slide {number} of {total}: {title}", number=number, total=total, title=own.title)
    sheets = "".join(_sheet(sheet, own.choice) for sheet in one.sheets)
    steps = "".join(f"<li dir='auto'>{text(step)}</li>" for step in one.steps)
    told = "".join(f"<p class='told' dir='auto'>{text(said)}</p>" for said in one.told)
    notes = "".join(f"<p dir='auto'>{text(said)}</p>" for said in one.notes.split("\n") if said)
    # On paper long notes are set smaller, so that they stay on the page of their slide.
    much = " much" if len(one.notes) + sum(map(len, one.steps)) > LONG else ""
    return (
        f"<section class='slide' aria-label='{text(named)}' data-kind='{one.kind}' "
        f"data-choice='{text(own.choice)}' data-steps='{len(one.steps)}'>{sheets}"
        f"<div class='notes{much}'>{told}{notes}{f'<ol>{steps}</ol>' if steps else ''}</div>"
        f"{''.join(map(_view, one.views))}</section>"
    )


def _sheet(sheet: Screen, own: str) -> str:
    css = f"sheet {sheet.stage.name}{' own' if sheet.choice == own else ''}"
    css += " last" if sheet.part == sheet.parts else ""
    return (
        f"<div class='{css}' data-stage='{sheet.stage.name}' data-choice='{text(sheet.choice)}' "
        f"data-part='{sheet.part}' data-parts='{sheet.parts}'>"
        f"<div class='page'>{sheet.html}</div></div>"
    )


def _view(view: View) -> str:
    return (
        f"<div class='view' hidden data-choice='{text(view.choice)}' "
        f"data-title='{text(view.title)}' data-refs='{text(' '.join(view.refs))}'>"
        f"{view.table}</div>"
    )


def _panel() -> str:
    """What the speaker sees beside the slides."""
    return (
        "<aside id='speaker' hidden>"
        f"<div class='clocks'><time id='clock'></time>"
        f"<button type='button' id='elapsed' title='{text(_('Start again'))}'>0:00</button></div>"
        f"<p id='where'></p><p id='over'></p>"
        f"<h2>{text(_('Next'))}</h2><p id='coming'></p>"
        f"<h2>{text(_('Notes'))}</h2><div id='notes'></div>"
        f"<h2>{text(_('The words that state it'))}</h2><div id='quotes'></div></aside>"
    )


def _bar() -> str:
    """The buttons for who has no keyboard; they show when the pointer moves."""
    buttons = (
        ("back", "←", _("Back")), ("next", "→", _("Next")),
        ("receipt", _("Receipt"), _("Receipt (S)")), ("data", _("Data"), _("Data (D)")),
        ("speaker", _("Speaker view"), _("Speaker view (N)")),
        ("full", _("Full screen"), _("Full screen (F)")), ("help", "?", _("Keys (?)")),
    )  # fmt: skip
    made = "".join(
        f"<button type='button' data-do='{name}' aria-label='{text(says)}'>{text(word)}</button>"
        for name, word, says in buttons
    )
    return f"<nav id='bar' aria-label='{text(_('Presenting'))}'>{made}</nav>"


def _dialogs(receipts: str) -> str:
    rows = "".join(
        f"<div><dt>{''.join(f'<kbd>{text(translate(key))}</kbd>' for key in keys)}</dt>"
        f"<dd>{text(translate(says))}</dd></div>"
        for keys, says in KEYS
    )
    close = f"<button type='button' data-do='close'>{text(_('Close'))}</button>"
    return (
        f"<dialog id='receipt' aria-label='{text(_('Receipt'))}'><div class='shown'></div>"
        f"<footer><span class='count'></span>{close}</footer></dialog>"
        f"<dialog id='data' aria-label='{text(_('Data'))}'><h2></h2><div class='shown'></div>"
        f"<footer><span></span>{close}</footer></dialog>"
        f"<dialog id='help' aria-label='{text(_('Keys'))}'><h2>{text(_('Keys'))}</h2>"
        f"<dl class='keys'>{rows}</dl><footer><span></span>{close}</footer></dialog>"
        f"<div id='receipts' hidden>{receipts}</div>"
    )

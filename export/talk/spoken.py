"""Nothing goes in; the keys of a talk, and the sentences that its script says, come out."""

from __future__ import annotations

from words import _

KEYS = (
    (("→", _("Space"), "PageDown"), _("On: the next step, part or slide")),
    (("←", "PageUp"), _("Back")),
    (("Home", "End"), _("The first slide, the last slide")),
    (("F",), _("Full screen")),
    (("S",), _("The receipt of what is on screen; with the arrows the next one")),
    (("D",), _("The data as a table")),
    (("N",), _("Speaker view in a second window")),
    (("B",), _("Black screen")),
    (("?",), _("These keys")),
    (("Esc",), _("Close what is open; else leave")),
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

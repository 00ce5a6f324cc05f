"""A deck goes in; the text of its file comes out, which `decks.read` reads back the same."""

from __future__ import annotations

import json
import re

from decks.model import Deck, Slide
from facts.yaml_tree import resolved

HEAD = "# A deck: choices and words. The numbers are looked up when it is shown.\n"
_PLAIN = re.compile(r"[a-z][a-z0-9_]*(?:[-/][a-z0-9_]+)*")
_READ_OTHERWISE = ("y", "n", "yes", "no", "on", "off")  # by other programs that read YAML
# What no file of ours may hold: control characters, and halves of characters.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def as_yaml(deck: Deck) -> str:
    """The deck as a YAML file in UTF-8, a line per field; fields without a value are left out."""
    lines = [HEAD, "deck:\n", _field("  ", "title", deck.title)]
    if deck.subtitle:
        lines.append(_field("  ", "subtitle", deck.subtitle))
    lines.append("\nslides:\n" if deck.slides else "\nslides: []\n")
    for slide in deck.slides:
        lines += _slide(slide)
    return "".join(lines)


def clean(text: str) -> str:
    """Typed words as they can stand in a deck: without what no file may hold."""
    return _UNWANTED.sub("", text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n"))


def _slide(slide: Slide) -> list[str]:
    lines = [f"- kind: {slide.kind}\n"]
    for name in ("title", "subtitle", "figure", "map", "notes"):
        if value := getattr(slide, name):
            lines.append(_field("  ", name, value))
    for name in ("indicators", "facts", "steps"):
        if values := getattr(slide, name):
            lines.append(f"  {name}:\n")
            lines += [f"  - {_scalar(value)}\n" for value in values]
    if slide.choices:
        lines.append("  choices:\n")
        lines += [f"    {_scalar(key)}: {_scalar(value)}\n" for key, value in slide.choices.items()]
    return lines


def _field(indent: str, name: str, value: str) -> str:
    return f"{indent}{name}: {_scalar(value)}\n"


def _scalar(text: str) -> str:
    """A plain word as it is; anything else in double quotes, where nothing but text can stand."""
    if _PLAIN.fullmatch(text) and resolved(text) == text and text not in _READ_OTHERWISE:
        return text
    quoted = json.dumps(_UNWANTED.sub("", text), ensure_ascii=False)
    return quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

"""A line of a journal goes in; what was done by it comes out in words."""

from __future__ import annotations

from typing import Any

from curate.journal import Line
from curate.sense import makes_sense


def said_step(line: Line, text: str) -> str:
    """One step: "Accepted: 129 members". `text` is that of the document."""
    if not makes_sense(line):
        return "A step that cannot be read"
    match line["do"]:
        case "decide":
            parts = [
                ("Accepted", [_short(one) for one in line.get("facts", {}).values()]),
                ("Said again", [one.get("fact", "") for one in line.get("again", {}).values()]),
                ("Accepted", [_titled(one) for one in line.get("activities", {}).values()]),
                ("Set aside", [_word(name, text) for name in line.get("rejected", {})]),
            ]
            return "; ".join(f"{what}: {', '.join(names)}" for what, names in parts if names)
        case "skip":
            return "Left for later"
        case "reopen":
            return "Opened again"
        case "mark":
            return f"Marked: {text[line['start'] : line['end']][:40]}"
        case "class":
            return f"Another class: {_word(line['item'], text)}"
        case "indicator":
            return f"New indicator: {line['fields'].get('id')}"
        case "wording":
            return f"Wording ruled: {line['wording']}"
        case "absent":
            return f"Not stated: {line['fields'].get('indicator')}"
        case "head":
            return "The document's own data changed"
        case _:
            return ""


def _short(fields: dict[str, Any]) -> str:
    value = fields.get("value")
    said = f"{value['low']} to {value['high']}" if isinstance(value, dict) else str(value)
    return f"{fields.get('value_text') or said} {fields.get('wording', '')}".strip()


def _titled(fields: dict[str, Any]) -> str:
    return str(fields.get("title", ""))[:60]


def _word(item: str, text: str) -> str:
    start = int(item[1:]) if item[1:].isdigit() else 0
    return text[start : start + 40].split("\n")[0].split(" ")[0]

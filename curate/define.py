"""What someone filled in goes in; the fields of an entry, as they are written, come out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

from curate.names import free, slug
from facts.vocabulary import Indicator, Kind, in_language
from facts.yaml_tree import resolved
from language.numbers import read_number

Fields = dict[str, Any]
_NUMBERS = frozenset({"value", "low", "high", "occurrence", "number"})


def new_indicator(
    label: str,
    unit_one: str,
    unit_many: str,
    definition: str,
    kind: Kind,
    group: str,
    wording: str,
    recurring: bool = False,
    chart: Literal["network"] | None = None,
    language: str = "en",
    taken: Collection[str] = (),
) -> Fields:
    """The fields of a new indicator, its id made of the label and none of those taken."""
    fields: Fields = {
        "id": free(slug(label, 60).replace("-", "_") or "indicator", taken),
        "label": {language: label},
        "unit": {"one": {language: unit_one}, "many": {language: unit_many}},
        "kind": kind,
        "group": group,
        "description": {language: definition},
        "wordings": {wording: "same"},
    }
    return fields | ({"recurring": True} if recurring else {}) | ({"chart": chart} if chart else {})


def search_words(measured: Indicator) -> tuple[str, ...]:
    """The words by which an indicator is looked for: its unit and its wordings."""
    return tuple(dict.fromkeys([in_language(measured.unit.one), *measured.wordings]))


def clean(value: Any, name: str = "") -> Any:
    """Fields as they are written: no spaces around texts, none where nothing is filled in, and
    numbers that were typed as text as numbers."""
    if isinstance(value, dict):
        cleaned = {key: clean(one, str(key)) for key, one in value.items()}
        return {key: one for key, one in cleaned.items() if one not in ("", None, {}, [])}
    if isinstance(value, list | tuple):
        return [clean(one, name) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = " ".join(value.split()) if isinstance(value, str) else value
    return _number(text) if name in _NUMBERS and isinstance(text, str) else text


def _number(text: str) -> Any:
    """A number as someone types it; what can be read in two ways, or is none, stays a text."""
    read = read_number(text)
    if read is None or (read.value is None and not read.readings):
        return resolved(text)
    return text if read.readings else read.value

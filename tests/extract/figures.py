"""Labelled texts go in; how many of their claims and countries the finder finds comes out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from extract.candidates import Candidate, find_all_places, find_candidates
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from language.passages import Passages

FOLDER = Path(__file__).parent / "labelled"


@dataclass
class Figures:
    """Counts over some labelled texts, and what went wrong in words."""

    claims: int = 0
    found: int = 0
    right: int = 0
    offered: int = 0
    real: int = 0
    places: int = 0
    places_found: int = 0
    places_offered: int = 0
    names_taken: int = 0
    wrong: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """The figures of the issue, in percent."""
        return {
            "claims found": 100 * self.found / self.claims,
            "of those value and bound right": 100 * self.right / self.found,
            "of what is offered a real claim": 100 * self.real / self.offered,
            "countries found": 100 * self.places_found / self.places,
            "of countries offered a real place": 100 * self.places_found / self.places_offered,
        }


def measure(part: str) -> Figures:
    """Run the finder over the labelled texts of one part: "tuning" or "held out"."""
    figures = Figures()
    for file in sorted(FOLDER.glob("*.json")):
        labels = json.loads(file.read_text(encoding="utf-8"))
        if labels["part"] == part:
            _add(figures, file.stem, file.with_suffix(".txt").read_bytes().decode(), labels)
    return figures


def _add(figures: Figures, name: str, raw: str, labels: dict) -> None:
    passages = Passages(raw)
    every = list(find_candidates(passages, Guesser(None), Earlier(None)))
    offered = [one for one in every if one.left_out is None]
    figures.claims += len(labels["claims"])
    figures.offered += len(offered)
    for claim in labels["claims"]:
        hit = next((one for one in offered if _meet(one, claim)), None)
        if hit is None:
            lost = next(
                (f"{one.text!r} {one.left_out} ({one.why})" for one in every if _meet(one, claim)),
                "",
            )
            figures.wrong.append(f"{name}: missed {claim['text']!r} {lost}")
            continue
        figures.found += 1
        if _reads_alike(hit, claim):
            figures.right += 1
        else:
            figures.wrong.append(
                f"{name}: {claim} read as {hit.text!r} {hit.value} {hit.value_low}"
                f" {hit.value_high} {hit.bound}"
            )
    for one in offered:
        if any(_meet(one, claim) for claim in labels["claims"]):
            figures.real += 1
        else:
            figures.wrong.append(
                f"{name}: no claim {one.text!r} in {raw[max(0, one.start - 40) : one.end + 30]!r}"
            )
    _add_places(figures, name, passages, labels["places"])


def _add_places(figures: Figures, name: str, passages: Passages, wanted: list[dict]) -> None:
    places = [one for one in find_all_places(passages) if not one.within]
    figures.places += len(wanted)
    figures.places_offered += len(places)
    spans = {(one.start, one.end, one.code) for one in places}
    for place in wanted:
        if (place["start"], place["end"], place["code"]) in spans:
            figures.places_found += 1
        else:
            figures.wrong.append(f"{name}: missed place {place['text']}")
    known = {(place["start"], place["end"], place["code"]) for place in wanted}
    for one in places:
        if (one.start, one.end, one.code) not in known:
            figures.names_taken += 1
            figures.wrong.append(
                f"{name}: took {passages.raw[max(0, one.start - 20) : one.end + 10]!r} for a place"
            )


def _meet(one: Candidate, claim: dict) -> bool:
    return one.start < claim["end"] and claim["start"] < one.end


def _reads_alike(one: Candidate, claim: dict) -> bool:
    if one.bound != claim["bound"] or one.value != claim["value"]:
        return False
    return one.bound != "range" or (one.value_low, one.value_high) == (
        claim["value_low"],
        claim["value_high"],
    )

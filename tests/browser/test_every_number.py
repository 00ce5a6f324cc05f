"""Every number that a browser shows has a receipt, is computed, or stands on a short list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from answers.answer import answer
from charts.captions import phrase
from charts.registry import charts_of, make_chart
from facts.newest_and_changes import changes
from facts.partial_dates import say, say_span, valid
from language.plain_text import normalise
from tests.browser.conftest import Visit
from tests.support.pages import ADDRESSES
from tests.support.real import real
from words import pick

DATA = Path(__file__).parents[2] / "data"
AXES = {"xtick", "ytick", "f-axis", "f-percent"}  # the ticks of an axis
# What the program counts or says of itself, each with its words around it.
LISTED = tuple(
    re.compile(pattern)
    for pattern in (
        r"axis starts at \d+",
        r"\d+ facts? (?:in this text|of \d+)",
        r"\d+ facts?(?:,| and) \d+ activit(?:y|ies)",
        r"and \d+ repeated from earlier",
        r"\d+ repeated from earlier",
        r"\d+ activit(?:y|ies)",
        r"This figure is (?:\d+ years?)?(?: and )?(?:\d+ months?)? old",
        r"counted: \d+",
        r"\d+MB per file",
        r"\d+ slides?",
        r"[+-]\d+ since",
        r"(?:\d{4}(?:, | and )?)+\. Submissions may have been made",
    )
)
SHOWN = """() => {
  const main = document.querySelector('[data-testid=stMain]')
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent
    const at = walker.currentNode.parentElement
    if (!/\\d/.test(text) || at.closest('style,script') || !at.getClientRects().length) continue
    const block = at.closest('p,li,td,th,dd,dt,h1,h2,h3,figcaption,caption,strong,div,text') || at
    const css = []
    for (let e = at; e; e = e.parentElement) css.push(...e.classList)
    found.push({
      text, block: block.textContent, css,
      fact: at.closest('[data-fact]')?.dataset.fact ?? null,
      jump: at.closest('[data-jump]')?.dataset.jump ?? null,
    })
  }
  return found
}"""


def folded(text: str) -> str:
    """Text as it is compared: its own letters, white space folded."""
    return " ".join(text.split())


@cache
def said() -> tuple[str, ...]:
    """Every text with a number that the data, a date or a chart's own words explain, long first."""
    held = real()
    texts: set[str] = set()
    for file in DATA.rglob("*.yaml"):
        texts |= set(_scalars(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)))
    for name in charts_of(held):
        spec = make_chart(held, name, {})
        assert spec is not None
        texts |= {spec.title, spec.subtitle, spec.note, spec.source}
        texts |= {cell.text for row in spec.table.rows for cell in row if not cell.ref}
    for question in held.corpus.questions:
        found = answer(pick(question.label), held.frame, held.corpus)
        texts |= {found.say, found.say.rsplit(" (", 1)[0]}
    texts |= {phrase(r, held.corpus.indicators[r["indicator"]]) for _i, r in held.frame.iterrows()}
    for indicator in held.corpus.indicators:
        texts |= {f"{c.difference:+,.0f}" for c in changes(held.frame, indicator)}
    texts |= set(_dates())
    texts |= {folded(normalise(text).text) for text in texts}
    texts |= {text[:1].lower() + text[1:] for text in texts}  # inside a sentence
    kept = {folded(text) for text in texts if re.search(r"\d", text) and re.search(r"[^\d]", text)}
    return tuple(sorted(kept, key=len, reverse=True))


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    elif isinstance(value, str) and re.search(r"[^\W\d]", value):
        yield value


def _dates() -> Iterator[str]:
    """The dates of the data, alone and as periods, in words."""
    text = "\n".join(file.read_text("utf-8") for file in DATA.rglob("submission.yaml"))
    found = set(re.findall(r"\b\d{4}(?:-\d\d(?:-\d\d)?)?\b", text))
    dates = sorted(day for day in found if valid(day) and 1990 <= int(day[:4]) <= 2035)
    years = [day for day in dates if len(day) == 4]
    yield from (say(day) + end for day in dates if len(day) > 4 for end in ("", ", inferred"))
    yield from (f"{year} submission" for year in {day[:4] for day in dates})
    yield from (say_span(a, b) for a, b in combinations(dates, 2))
    yield from (f"{year}, inferred" for year in years)


def unexplained(entry: dict[str, Any]) -> list[str]:
    """The numbers in a piece of shown text that nothing accounts for."""
    held = real()
    text = folded(entry["text"])
    if AXES & set(entry["css"]):
        return []
    if "f-reading" in entry["css"]:
        sources = " ".join(folded(normalise(s.source_text).text) for s in held.corpus.submissions)
        plain = folded(normalise(entry["text"]).text)
        if plain in sources or entry["fact"] or entry["jump"]:
            return []
    if "textpoint" in entry["css"] and text in set(held.frame["says"]):
        return []  # the label of a mark, which is pressed for the receipt
    ref = entry["fact"]
    if ref:
        fact = held.corpus.fact(ref)
        if fact is not None:
            says = held.frame.loc[held.frame["ref"] == ref, "says"].iloc[0]
            if text in says:
                return []
        entry_of = fact.fact if fact else getattr(held.corpus.activity(ref), "activity", None)
        if entry_of and entry_of.corrected and text == folded(entry_of.corrected.source_says):
            return []
    for known in said():
        text = text.replace(known, " ")
    for pattern in LISTED:
        text = pattern.sub(" ", text)
    # A year alone, or between dots: the date of a fact or an activity.
    text = " ".join(p for p in text.split(" · ") if not re.fullmatch(r"\s*(19|20)\d\d\s*", p))
    return re.findall(r"\d[\d,.]*", text)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one or "overview")
def test_every_number_on_the_page_is_accounted_for(visit: Visit, address: str):
    page = visit(f"/{address}")
    shown = page.evaluate(SHOWN)
    if address == "data-quality":  # its counts are of this program, each in a table that says so
        shown = [entry for entry in shown if "f-table" not in entry["css"]]
    assert [(entry["text"], left) for entry in shown if (left := unexplained(entry))] == []


def test_a_number_from_nowhere_is_found():
    entry: dict[str, Any] = {
        "text": "131 members in 7 countries",
        "block": "",
        "css": [],
        "fact": None,
        "jump": None,
    }
    assert unexplained(entry) == ["131", "7"]

"""A `Corpus` goes in; a W3C Web Annotation for each fact, pointing at its words, comes out."""

from __future__ import annotations

from typing import Any

from facts.corpus import Corpus, PlacedFact, Sub
from facts.entry import in_language
from facts.package.rows import LANGUAGE, source_path
from facts.say import says
from language.quotes import Match

AROUND = 32  # code points of the source before and after a quote


def quoted(corpus: Corpus) -> dict[str, Any]:
    """An AnnotationCollection with one page, an annotation per fact in the order of facts.csv."""
    placed = [(sub, fact) for sub in corpus.submissions for fact in sub.facts]
    items = [_annotation(corpus, *pair, row) for row, pair in enumerate(placed, start=2)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "annotations.json",
        "type": "AnnotationCollection",
        "label": "Where each fact stands in its source",
        "total": len(items),
        "first": {
            "id": "annotations.json#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(corpus: Corpus, sub: Sub, placed: PlacedFact, row: int) -> dict[str, Any]:
    indicator = corpus.indicators[placed.fact.indicator]
    label = in_language(indicator.label, LANGUAGE)
    targets = [_target(sub, match) for match in (placed.match, *placed.also)]
    return {
        "id": f"annotations.json#{placed.ref}",
        "type": "Annotation",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": f"{label}: {says(placed.fact, indicator)}",
                "format": "text/plain",
                "language": LANGUAGE,
            },
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": "facts.csv",
                "selector": {
                    "type": "FragmentSelector",
                    "conformsTo": "http://tools.ietf.org/rfc/rfc7111",
                    "value": f"row={row}",  # the header is row 1
                },
            },
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(sub: Sub, match: Match) -> dict[str, Any]:
    text, start, end = sub.source_text, match.start, match.end
    return {
        "source": source_path(sub.head.id),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }

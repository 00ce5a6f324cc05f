"""Describes the package in datapackage.json and dataset.jsonld, and annotates each quote."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import settings
from facts.corpus import Corpus, PlacedFact, Sub
from facts.format_value import says
from facts.package.package_rows import LANGUAGE, source_path
from facts.package.tables import TABLES, Row, Table, schema
from facts.partial_dates import first_day, last_day
from facts.vocabulary import in_language
from language.quotes import Match

# Written into datapackage.json, so that a later run knows the folder for one of its own.
GENERATOR = "facts package"
LAYOUT = "1.2.0"  # raised when files or columns of the package change
ABOUT = (
    "One row for each number that a submission states, with the exact words that state it, where "
    "they stand, and the bound that they set. The sources are in the package. A number with a "
    "bound is a limit and not a value; numbers with different wordings are not compared."
)
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DIALECT = {
    "header": True, "delimiter": ",", "lineTerminator": "\n", "quoteChar": '"',
    "doubleQuote": True, "skipInitialSpace": False,
}  # fmt: skip
_OTHERS = {
    "annotations.json": ("annotations", "Where each fact stands, as W3C Web Annotations"),
    "dataset.jsonld": ("dataset", "This package, as a schema.org Dataset"),
}
_JSON_LD = "application/ld+json"
_PARQUET = "application/vnd.apache.parquet"


def datapackage(corpus: Corpus, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor of a package with these files (paths from its folder), but for Parquet."""
    tables = {table.path: table for table in TABLES}
    again = {table.parquet for table in TABLES}  # validators would guess what their columns hold
    others = [path for path in files if path not in tables and path not in again]
    return {
        "$schema": _PROFILE,
        "name": _name(corpus.organisation.short_name),
        "title": in_language(corpus.organisation.title, LANGUAGE),
        "description": _description(corpus),
        "version": version(files),
        "generator": GENERATOR,
        "generatorVersion": settings.VERSION,
        "sources": [
            {"title": sub.head.citation, "path": source_path(sub.head.id)}
            for sub in corpus.submissions
        ],
        "resources": [
            *(_table(table, files[path]) for path, table in tables.items()),
            *(_other(corpus, path, files[path]) for path in others),
        ],
    }


def dataset(corpus: Corpus, files: Mapping[str, bytes], facts: list[Row]) -> dict[str, Any]:
    """The package as one schema.org Dataset; its distribution are the files given."""
    used = {str(row["INDICATOR"]) for row in facts}
    made: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": in_language(corpus.organisation.title, LANGUAGE),
        "description": _description(corpus),
        "version": version(files),
        "inLanguage": LANGUAGE,
        "keywords": [in_language(group.label, LANGUAGE) for group in corpus.groups],
    }
    if covered := _covered(facts):
        made["temporalCoverage"] = covered
    made["variableMeasured"] = [
        {
            "@type": "PropertyValue",
            "name": in_language(one.label, LANGUAGE),
            "propertyID": one.id,
            "unitText": in_language(one.unit.many, LANGUAGE),
            "description": in_language(one.description, LANGUAGE),
        }
        for one in corpus.indicators.values()
        if one.id in used
    ]
    made["isBasedOn"] = [
        {
            "@type": "CreativeWork",
            "name": sub.head.title,
            "author": {"@type": "Organization", "name": corpus.organisation.name},
            "creditText": sub.head.citation,
            "url": source_path(sub.head.id),
        }
        for sub in corpus.submissions
    ]
    made["distribution"] = [_download(path, data) for path, data in files.items()]
    return made


def version(files: Mapping[str, bytes]) -> str:
    """The version of the layout, and 12 hex digits of a SHA-256 over tables, notes and sources.

    The Parquet files hold the tables again, and their bytes are other ones with another writer.
    """
    counted = sorted(p for p in files if p != "dataset.jsonld" and not p.endswith(".parquet"))
    lines = "".join(f"{path} {_sha256(files[path])}\n" for path in counted)
    return f"{LAYOUT}+{_sha256(lines.encode())[:12]}"


def _table(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": table.path,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        **_measured(data),
        "dialect": _DIALECT,
        "schema": schema(table),
    }


def _other(corpus: Corpus, path: str, data: bytes) -> dict[str, Any]:
    if path in _OTHERS:
        name, title = _OTHERS[path]
        kind = {"format": path.rpartition(".")[2], "mediatype": _JSON_LD}
        return {"name": name, "path": path, "title": title, **kind, **_measured(data)}
    sub = next(one for one in corpus.submissions if source_path(one.head.id) == path)
    kind = {"format": "txt", "mediatype": "text/plain"}
    name = f"source-{sub.head.id}"
    return {"name": name, "path": path, "title": sub.head.title, **kind, **_measured(data)}


def _measured(data: bytes) -> dict[str, Any]:
    return {"encoding": "utf-8", "bytes": len(data), "hash": f"sha256:{_sha256(data)}"}


def _download(path: str, data: bytes) -> dict[str, Any]:
    kinds = {"csv": "text/csv", "json": _JSON_LD, "parquet": _PARQUET, "txt": "text/plain"}
    return {
        "@type": "DataDownload",
        "name": path,
        "contentUrl": path,
        "encodingFormat": kinds[path.rpartition(".")[2]],
        "contentSize": f"{len(data)} B",
        "sha256": _sha256(data),
    }


def _covered(facts: list[Row]) -> str:
    """The earliest and the latest date of the facts, as precise as they were written."""
    starts = [str(row["time_start"]) for row in facts if row["time_start"]]
    ends = [str(row["time_end"]) for row in facts if row["time_end"]]
    if not starts:
        return ""
    return f"{min(starts, key=first_day)}/{max(ends, key=last_day)}"


def _description(corpus: Corpus) -> str:
    return f"{in_language(corpus.organisation.about, LANGUAGE)}\n\n{ABOUT}"


def _name(short_name: str) -> str:
    """A name of small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", short_name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
    return f"{slug}-facts" if slug else "facts"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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

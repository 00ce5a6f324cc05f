"""A `Corpus` and the files of its package go in; datapackage.json and dataset.jsonld come out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from facts.corpus import Corpus
from facts.dates import first_day, last_day
from facts.entry import in_language
from facts.package.columns import TABLES
from facts.package.rows import LANGUAGE, source_path
from facts.package.shape import Row, Table, schema

# Written into datapackage.json, so that a later run knows the folder for one of its own.
GENERATOR = "facts package"
LAYOUT = "1.1.0"  # raised when files or columns of the package change
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


def datapackage(corpus: Corpus, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor of a package with these files (paths from its folder)."""
    tables = {table.path: table for table in TABLES}
    others = [path for path in files if path not in tables]
    return {
        "$schema": _PROFILE,
        "name": _name(corpus.organisation.short_name),
        "title": in_language(corpus.organisation.title, LANGUAGE),
        "description": _description(corpus),
        "version": version(files),
        "generator": GENERATOR,
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
    """The version of the layout, and 12 hex digits of a SHA-256 over tables, notes and sources."""
    counted = sorted(path for path in files if path != "dataset.jsonld")
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
    kinds = {"csv": "text/csv", "json": _JSON_LD, "txt": "text/plain"}
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

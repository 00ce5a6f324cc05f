"""The receipt that travels with every exported file: its facts with their quotes, and a code."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import ClassVar
from urllib.parse import parse_qsl

import settings
from charts.spec import STRICT, ChartSpec, Evidence
from words import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to misread
CODE_LETTERS = 7
PAGES = {"targets": "network"}  # figures that have no page of their own
# The fields that are the same in every language of the program; an item without a number keeps its
# label as well, which is the title that stands in the data.
FACTS = (
    "ref", "bound", "value", "low", "high", "wording", "time", "document", "section", "quote",
    "citation",
)  # fmt: skip


@dataclass(frozen=True)
class Receipt:
    """What stands behind one figure.

    `view` is the address of the figure inside the dashboard (`network?show=members`), `link` the
    whole address, empty where `DASHBOARD_URL` is not set; `code` can be typed from a screenshot.
    `version` and `code` are of the facts and the same in every language, `words` is a hash of the
    items as they are worded in this file.
    """

    __pydantic_config__: ClassVar = STRICT
    figure: str
    title: str
    view: str
    link: str
    version: str
    code: str
    words: str
    newest: str  # the newest as-of date, partial, as written: "2024-11-15"
    source: str
    note: str
    items: tuple[Evidence, ...]

    def as_json(self) -> str:
        """The receipt as one line of JSON, keys in the order of the fields."""
        return json.dumps(self, default=vars, ensure_ascii=False, separators=(",", ":"))


def receipt(spec: ChartSpec, view: str) -> Receipt:
    """The receipt of a chart, from the evidence that it carries."""
    version = version_of(spec.evidence)
    url = settings.dashboard_url()
    return Receipt(
        figure=spec.name,
        title=spec.title,
        view=view,
        link=f"{url.rstrip('/')}/{PAGES.get(spec.name, view)}" if url else "",
        version=version,
        code=code(spec.name, view, version),
        words=words_of(spec.evidence),
        newest=spec.newest,
        source=spec.source,
        note=spec.note,
        items=spec.evidence,
    )


def version_of(items: tuple[Evidence, ...]) -> str:
    """The data version of a figure: a hash of its own facts, 16 hex digits."""
    return _hash([facts_of(item) for item in items])


def words_of(items: tuple[Evidence, ...]) -> str:
    """A hash of the items with every word in them, 16 hex digits."""
    return _hash([asdict(item) for item in items])


def facts_of(item: Evidence) -> dict[str, object]:
    """What an item says, without what depends on the language that it is said in."""
    names = FACTS if item.bound else (*FACTS, "label")
    return {name: getattr(item, name) for name in names}


def code(figure: str, view: str, version: str) -> str:
    """The short code of a figure: "NE-3F9AK2T", two letters of its name and 35 bits of hash."""
    digest = hashlib.sha256(f"{figure}\n{view}\n{version}".encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(CODE_LETTERS))
    return f"{figure[:2].upper()}-{letters}"


def _hash(items: list[dict[str, object]]) -> str:
    held = json.dumps(sorted(json.dumps(item, sort_keys=True) for item in items))
    return hashlib.sha256(held.encode()).hexdigest()[:16]


def citation(receipt: Receipt) -> str:
    """The citation of a figure, one line to copy: what, from which texts, which version."""
    parts = [
        f"“{receipt.title.rstrip('.')}”.",
        receipt.source,
        _("Data version {version}, code {code}.", version=receipt.version, code=receipt.code),
        receipt.link,
    ]
    return " ".join(part for part in parts if part)


def citations(receipt: Receipt) -> tuple[str, ...]:
    """How to cite each submission that the figure reads, each once."""
    return tuple(dict.fromkeys(one.citation for one in receipt.items if one.citation))


def filters(receipt: Receipt) -> str:
    """The choices of the view in words."""
    chosen = parse_qsl(receipt.view.partition("?")[2])
    if not chosen:
        return _("none, everything that this figure draws")
    return ", ".join(f"{key}: {value}" for key, value in chosen)

"""The receipt that travels with every exported file: its facts with their quotes, and a code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Annotated, ClassVar
from urllib.parse import parse_qsl

import pandas as pd
from pydantic import ConfigDict, Field

import settings
from charts import captions
from charts.captions import as_of
from charts.spec import ChartSpec
from facts.corpus import Corpus
from facts.model import SubmissionHead
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

# Where a frame of facts has these, as they are and as numbers.
SAME = {
    "ref": "ref", "bound": "bound", "wording": "wording", "document": "submission_name",
    "section": "section", "quote": "quote",
}  # fmt: skip
ENDS = {"value": "value", "low": "value_low", "high": "value_high"}
OF_FRAME = (*SAME.values(), *ENDS.values(), "time_start", "time_end", "time_basis", "submission")


LARGEST_NUMBER = 1e15  # of a number: beyond it not every whole number can be told from the next
# How a receipt is read out of a file that may be anyone's: every field, of its kind, and no other.
STRICT = ConfigDict(strict=True, extra="forbid")
Number = Annotated[float, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]


@dataclass(frozen=True)
class Item:
    """One fact or activity of a figure, as it was when the file was made.

    `label`, `says`, `unit` and `as_of` are in the language of the file, `time` says the same as
    `as_of` in none: "2024-11-15", "2017-10/2018-05 inferred".
    """

    __pydantic_config__: ClassVar = STRICT
    ref: str
    label: str
    says: str
    unit: str
    bound: str
    value: Number | None
    low: Number | None
    high: Number | None
    wording: str
    as_of: str
    time: str
    document: str
    section: str
    quote: str
    citation: str


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
    items: tuple[Item, ...]

    def as_json(self) -> str:
        """The receipt as one line of JSON, keys in the order of the fields."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def receipt(spec: ChartSpec, frame: pd.DataFrame, corpus: Corpus, view: str) -> Receipt:
    """The receipt of a chart as it is drawn from this frame (a row per fact) and corpus."""
    known = captions.rows_by_ref(frame, spec.refs)
    items = [item for ref in spec.refs if (item := _item(ref, known, corpus))]
    version = version_of(tuple(items))
    url = settings.dashboard_url()
    dates = [_newest(known[ref]) for ref in spec.refs if ref in known]
    spans = [captions.span(told.activity.time) for told in map(corpus.activity, spec.refs) if told]
    dates += [span[1] for span in spans if span]
    return Receipt(
        figure=spec.name,
        title=spec.title,
        view=view,
        link=f"{url.rstrip('/')}/{PAGES.get(spec.name, view)}" if url else "",
        version=version,
        code=code(spec.name, view, version),
        words=words_of(tuple(items)),
        newest=max(filter(None, dates), default=""),
        source=spec.source,
        note=spec.note,
        items=tuple(items),
    )


def version_of(items: tuple[Item, ...]) -> str:
    """The data version of a figure: a hash of its own facts, 16 hex digits."""
    return _hash([facts_of(item) for item in items])


def versions(frame: pd.DataFrame, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each fact of a frame with the data version of a figure that draws it alone."""
    citations = {sub.head.id: sub.head.citation for sub in corpus.submissions}
    for row in zip(*(frame[name].tolist() for name in OF_FRAME), strict=True):
        held = dict(zip(OF_FRAME, row, strict=True))
        fact: dict[str, object] = {key: held[name] for key, name in SAME.items()}
        fact |= {key: _number(held[name]) for key, name in ENDS.items()}
        fact["time"] = _time(held["time_start"], held["time_end"], held["time_basis"])
        fact["citation"] = citations.get(held["submission"], "")
        yield held["ref"], _hash([fact])


def words_of(items: tuple[Item, ...]) -> str:
    """A hash of the items with every word in them, 16 hex digits."""
    return _hash([asdict(item) for item in items])


def facts_of(item: Item) -> dict[str, object]:
    """What an item says, without what depends on the language that it is said in."""
    names = FACTS if item.bound else (*FACTS, "label")
    return {name: getattr(item, name) for name in names}


def code(figure: str, view: str, version: str) -> str:
    """The short code of a figure: "NE-3F9AK2T", two letters of its name and 35 bits of hash."""
    digest = hashlib.sha256(f"{figure}\n{view}\n{version}".encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(CODE_LETTERS))
    return f"{figure[:2].upper()}-{letters}"


def _item(ref: str, known: dict[str, pd.Series], corpus: Corpus) -> Item | None:
    """A fact, else an activity, else a mention of countries, by its reference."""
    if ref in known:
        return item_of(known[ref], corpus)
    if (told := corpus.activity(ref)) is not None:
        a = told.activity
        said = _told(ref, a.title, told.submission, a.section, a.quote)
        start, end = captions.span(a.time) or ("", "")
        return replace(said, as_of=captions.when_of(a), time=_time(start, end, a.time.basis))
    if (named := corpus.mention(ref)) is not None:
        m = named.mention
        return _told(ref, m.what, named.submission, m.section, m.quote)
    return None


def item_of(row: pd.Series, corpus: Corpus) -> Item:
    """A fact by its row of a frame."""
    head = corpus.submission(str(row["submission"]))
    return Item(
        ref=str(row["ref"]),
        label=str(row["label"]),
        says=str(row["says"]),
        unit=captions.unit(row, corpus.indicators[row["indicator"]]),
        bound=str(row["bound"]),
        value=_number(row["value"]),
        low=_number(row["value_low"]),
        high=_number(row["value_high"]),
        wording=str(row["wording"]),
        as_of=as_of(row),
        time=_time(str(row["time_start"]), str(row["time_end"]), str(row["time_basis"])),
        document=str(row["submission_name"]),
        section=str(row["section"]),
        quote=str(row["quote"]),
        citation=head.head.citation if head else "",
    )


def _told(ref: str, title: str, head: SubmissionHead, section: str, quote: str) -> Item:
    """An activity or a named country: it has a quote and no number."""
    return Item(
        ref=ref,
        label=title,
        says="",
        unit="",
        bound="",
        value=None,
        low=None,
        high=None,
        wording="",
        as_of="",
        time="",
        document=head.name,
        section=section,
        quote=quote,
        citation=head.citation,
    )


def _newest(row: pd.Series) -> str:
    """The newest date of a fact: of a target that of its document, not the one aimed at."""
    return str(row["written_end"] if row["status"] else row["time_end"])


def _time(start: str, end: str, basis: str) -> str:
    """From when to when, in no language; "inferred" where the source does not state it."""
    span = start if start == end else f"{start}/{end}"
    return f"{span} {basis}" if span and basis != "stated" else span


def _hash(items: list[dict[str, object]]) -> str:
    held = json.dumps(sorted(json.dumps(item, sort_keys=True) for item in items))
    return hashlib.sha256(held.encode()).hexdigest()[:16]


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload,arg-type]


def citation(held: Receipt) -> str:
    """The citation of a figure, one line to copy: what, from which texts, which version."""
    parts = [
        f"“{held.title.rstrip('.')}”.",
        held.source,
        _("Data version {version}, code {code}.", version=held.version, code=held.code),
        held.link,
    ]
    return " ".join(part for part in parts if part)


def citations(held: Receipt) -> tuple[str, ...]:
    """How to cite each submission that the figure reads, each once."""
    return tuple(dict.fromkeys(one.citation for one in held.items if one.citation))


def filters(held: Receipt) -> str:
    """The choices of the view in words."""
    chosen = parse_qsl(held.view.partition("?")[2])
    if not chosen:
        return _("none, everything that this figure draws")
    return ", ".join(f"{key}: {value}" for key, value in chosen)

"""What proves each fact of a chart, carried by it: quote, bound, time, citation."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from charts import captions
from charts.captions import as_of
from charts.spec import ChartSpec, Evidence
from facts.corpus import Corpus
from facts.model import SubmissionHead


def with_evidence(spec: ChartSpec, frame: pd.DataFrame, corpus: Corpus) -> ChartSpec:
    """The chart with what proves it, from a frame with a row per fact and its corpus."""
    known = captions.rows_by_ref(frame, spec.refs)
    found = tuple(one for ref in spec.refs if (one := _evidence(ref, known, corpus)))
    dates = [_newest(known[ref]) for ref in spec.refs if ref in known]
    spans = [captions.span(told.activity.time) for told in map(corpus.activity, spec.refs) if told]
    dates += [span[1] for span in spans if span]
    return replace(spec, evidence=found, newest=max(filter(None, dates), default=""))


def _evidence(ref: str, known: dict[str, pd.Series], corpus: Corpus) -> Evidence | None:
    """A fact, else an activity, else a mention of countries, by its reference."""
    if ref in known:
        return evidence_of_fact(known[ref], corpus)
    if (told := corpus.activity(ref)) is not None:
        a = told.activity
        said = _told(ref, a.title, told.submission, a.section, a.quote)
        start, end = captions.span(a.time) or ("", "")
        return replace(said, as_of=captions.when_of(a), time=time_code(start, end, a.time.basis))
    if (named := corpus.mention(ref)) is not None:
        m = named.mention
        return _told(ref, m.what, named.submission, m.section, m.quote)
    return None


def evidence_of_fact(row: pd.Series, corpus: Corpus) -> Evidence:
    """A fact by its row of a frame."""
    head = corpus.submission(str(row["submission"]))
    return Evidence(
        ref=str(row["ref"]),
        label=str(row["label"]),
        says=str(row["says"]),
        unit=captions.unit(row, corpus.indicators[row["indicator"]]),
        bound=str(row["bound"]),
        value=number_or_none(row["value"]),
        low=number_or_none(row["value_low"]),
        high=number_or_none(row["value_high"]),
        wording=str(row["wording"]),
        as_of=as_of(row),
        time=time_code(str(row["time_start"]), str(row["time_end"]), str(row["time_basis"])),
        document=str(row["submission_name"]),
        section=str(row["section"]),
        quote=str(row["quote"]),
        citation=head.head.citation if head else "",
    )


def _told(ref: str, title: str, head: SubmissionHead, section: str, quote: str) -> Evidence:
    """An activity or a named country: it has a quote and no number."""
    return Evidence(
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


def time_code(start: str, end: str, basis: str) -> str:
    """From when to when, in no language; "inferred" where the source does not state it."""
    span = start if start == end else f"{start}/{end}"
    return f"{span} {basis}" if span and basis != "stated" else span


def number_or_none(value: object) -> float | None:
    """A number of a frame; None where there is none."""
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload,arg-type]

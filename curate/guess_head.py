"""The head of a submission as its document seems to say it: title, body, session, dates, id.

All of it is a guess that a person confirms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from curate.durable_write import free_name
from curate.pick_quote import Quote, quote_for, quoted
from curate.yaml_edit import Fields
from extract.dated_events import Dating
from extract.documents.document import Document
from facts.corpus import Corpus
from facts.partial_dates import first_day, last_day, say, say_span, valid
from language.passages import Passages
from language.quotes import SourceText

_SMALL = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_OPENING = 4_000  # characters in which a document says what it is
_TOP = 600  # characters in which its title stands
_SESSION = re.compile(
    r"\b(?:(\d{1,3})(?:st|nd|rd|th)?|([a-z]+(?:-[a-z]+)?)) (?:annual |regular )?session\b", re.I
)
_TITLED = re.compile(r"\b\d{1,3}(?:st|nd|rd|th) session\b")
_ACRONYM = re.compile(r"\(([A-Z][A-Z-]{2,9})\)")
_PERIOD = re.compile(
    r"\b(?:efforts|progress|activities|achievements|results|work|report|implementation)\b"
    r"[^.]{0,40}?\b(?:in|during|for)(?: the year)? ((?:19|20)\d\d)"
    r"(?: (?:to|and|-) ((?:19|20)\d\d))?",
    re.I,
)
_OWN_DATE = re.compile(r"\b(?:date|dated|submitted|submission|response|updated)\b", re.I)


def ordinal(number: int) -> str:
    """A place in an order in digits: 21st, 28th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def read_ordinal(word: str) -> int | None:
    """The number of "twenty-eighth", or None."""
    tens, _, unit = word.lower().partition("-")
    if tens in _SMALL and not unit:
        return _SMALL.index(tens) + 1
    for number, stem in enumerate(_TENS, 2):
        if tens == f"{stem}ieth" and not unit:
            return 10 * number
        if tens == f"{stem}y" and unit in _SMALL[:9]:
            return 10 * number + _SMALL.index(unit) + 1
    return None


def guess_head(
    document: Document,
    corpus: Corpus,
    source: SourceText,
    passages: Passages,
    dating: Sequence[Dating],
    today: date,
) -> Fields:
    """The fields of a head, without `source`; dates that nothing tells are ""."""
    opening = passages.plain[:_OPENING]
    body = _body(opening, corpus)
    session = _session(opening, body, dating)
    period = _PERIOD.search(opening)
    past = [one for one in dating if first_day(one.date.split("/")[0]) <= today]
    written = _written(source, passages, past, session, period[2] or period[1] if period else "")
    year = str(session.get("to", ""))[:4] or written["latest"][:4]
    start = period[1] if period else written["earliest"]
    end = (period[2] or period[1]) if period else written["latest"]
    title = _title(body, session, corpus, passages)
    return {
        "id": _id(body, session, year, corpus),
        "title": title,
        "name": f"{body or 'Submission'} {year}".strip(),
        "body": body,
        "language": source.language,
        **({"session": session} if session else {}),
        "reports_on": {"from": start, "to": end, "basis": "stated" if period else "inferred"},
        "written": written,
        "plot_at": _plot_at(written, end),
        "citation": _citation(title, written, session),
    }


def _body(opening: str, corpus: Corpus) -> str:
    """The body whose name is written most often: one known from before, or an acronym."""
    known = {sub.head.body for sub in corpus.submissions}
    heard = Counter(
        {name: len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", opening)) for name in known}
    )
    if heard and heard.most_common(1)[0][1]:
        return heard.most_common(1)[0][0]
    named = _ACRONYM.search(opening[:_TOP])
    return named[1] if named else ""


def _session(opening: str, body: str, dating: Iterable[Dating]) -> Fields:
    """The session of the body, with its days where they are printed as a span."""
    for found in _SESSION.finditer(opening):
        around = opening[max(0, found.start() - 60) : found.end() + 60]
        if found.start() > _TOP // 2 and not (body and body in around):
            continue
        number = int(found[1]) if found[1] else read_ordinal(found[2])
        if number is None:
            continue
        session: Fields = {"number": number}
        days = next((one.date for one in dating if _is_span(one) and one.start < _OPENING), None)
        if days:
            session["from"], session["to"] = days.split("/")
        return {**session, "basis": "stated"}
    return {}


def _is_span(one: Dating) -> bool:
    return "/" in one.date and len(one.date) == 21 and one.shows == "printed at the beginning"


def _written(
    source: SourceText,
    passages: Passages,
    dating: Sequence[Dating],
    session: Fields,
    reported: str,
) -> Fields:
    """When it was written: the day printed on it, or between the latest event and the session."""
    printed = [one for one in dating if one.shows == "printed at the beginning" and _is_day(one)]
    labelled = [one for one in printed if _OWN_DATE.search(_line(passages, one))]
    for one in (*labelled, *printed):
        if one.date != session.get("from"):
            shows = "The day, as printed."
            return _between(one.date, one.date, "stated", [(one, shows)], source, passages)
    today = [one for one in dating if one.shows == "stands beside a word for today"]
    before = str(session.get("from", "")) or None
    past = [
        one
        for one in (*today, *dating)
        if one.shows != "printed at the beginning"
        and (not before or last_day(one.date.split("/")[-1]) < first_day(before))
    ]
    evidence = [(one, "The latest date told of.") for one in past[-1:]]
    spans = [one for one in dating if _is_span(one)][:1] if session else []
    evidence += [(one, "The session that it was made to.") for one in spans]
    earliest = past[-1].date.split("/")[-1] if past else (before or "")[:4]
    if reported and (not past or reported >= earliest[:4]):
        earliest = max(earliest if past else "", f"{reported}-10")  # late in the year reported on
    latest = (before or "")[:7] or earliest
    if earliest and latest and first_day(earliest) > last_day(latest):
        earliest = latest
    return _between(earliest, latest, "inferred", evidence, source, passages)


def _between(
    earliest: str,
    latest: str,
    basis: str,
    evidence: Sequence[tuple[Dating, str]],
    source: SourceText,
    passages: Passages,
) -> Fields:
    """The field `written`; words that stand several times name which."""
    rows = []
    for one, shows in evidence:
        found = _evidence(source, passages, one)
        if found:
            which = {"occurrence": found.occurrence} if found.occurrence else {}
            rows.append({"quote": found.text, "shows": shows, **which})
    fields: Fields = {"earliest": earliest, "latest": latest, "basis": basis}
    return {**fields, "evidence": rows} if rows else fields


def _evidence(source: SourceText, passages: Passages, one: Dating) -> Quote | None:
    """The short sentence around a date, or the date alone."""
    normal = passages.normal
    for sentence in passages.sentences:
        start, end = normal.span(sentence.start, sentence.end)
        if start <= one.start and one.end <= end:
            whole = quote_for(source, (start, end), (one.start, one.end))
            if whole and len(whole.text) <= 160 and not whole.occurrence:
                return whole
            break
    first = next((at for at, raw in enumerate(normal.offsets) if raw >= one.start), 0)
    last = next((at for at, raw in enumerate(normal.offsets) if raw >= one.end), first)
    return quoted(source, first, last, (one.start, one.end))


def _line(passages: Passages, one: Dating) -> str:
    """The words of the source on the line of a date."""
    raw = passages.raw
    return raw[raw.rfind("\n", 0, one.start) + 1 : one.end]


def _is_day(one: Dating) -> bool:
    return len(one.date) == 10 and valid(one.date)


def _plot_at(written: Fields, reported: str) -> Fields:
    """Where charts draw "today": the day printed, else the end of the year that it reports on."""
    if written["basis"] == "stated":
        return {"value": written["latest"], "basis": "stated"}
    december = f"{reported[:4]}-12"
    inside = (
        reported
        and written["earliest"]
        and first_day(written["earliest"]) <= last_day(december)
        and first_day(december) <= last_day(written["latest"])
    )
    return {"value": december if inside else written["latest"], "basis": "inferred"}


def _title(body: str, session: Fields, corpus: Corpus, passages: Passages) -> str:
    """As the newest submission to the same body is called, or by organisation and body."""
    number = session.get("number")
    for sub in reversed(corpus.submissions):
        if body and sub.head.body == body and number and _TITLED.search(sub.head.title):
            return _TITLED.sub(f"{ordinal(number)} session", sub.head.title)
    if body:
        after = f", {ordinal(number)} session" if number else ""
        return f"{corpus.organisation.name}, submission to {body}{after}"
    blocks = [b for b in passages.blocks if b.end - b.start > 8]
    first = passages.plain[blocks[0].start : blocks[0].end].strip(" #*") if blocks else ""
    return first[:200]


def _citation(title: str, written: Fields, session: Fields) -> str:
    if written["basis"] == "stated":
        return f"{title}, dated {say(written['latest'])}."
    if session.get("from"):
        return f"{title}, {say_span(session['from'], session['to'])}."
    return f"{title.rstrip('.')}."


def _id(body: str, session: Fields, year: str, corpus: Corpus) -> str:
    """A name for the folder that no submission has yet: cstd-28-2025."""
    parts = (body.lower(), str(session.get("number", "")), year)
    name = re.sub(r"[^a-z0-9]+", "-", "-".join(p for p in parts if p)).strip("-") or "submission"
    taken = {sub.head.id for sub in corpus.submissions} | set(corpus.left_out)
    return free_name(name, taken)

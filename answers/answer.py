"""Answers a question in someone's own words, for the overview and `python -m facts answer`.

Nothing is guessed: a number is said where the question names it, a passage is shown where it holds
every word asked for, “not stated” is said when every source was searched, and “occurs in no
submission” when that is so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from answers import phrasing, retrieval
from answers.question import (
    AskedPlace,
    ParsedQuestion,
    fold,
    plain_words,
    read_question,
    word_pattern,
    words_of,
)
from answers.retrieval import Passage, Term, Topic, find_topic
from charts.captions import rows_by_ref, with_rivals
from facts.corpus import Corpus
from facts.newest_and_changes import newest, of_indicator
from facts.partial_dates import first_day, last_day, say
from language.plain_text import normalise
from words import _, counted, listed, pick

Kind = Literal[
    "stated",  # numbers that the submissions state
    "change",  # a change between two comparable numbers
    "said_by_others",  # numbers that the submissions only quote
    "passages",  # no such number is kept, but passages hold what was asked for
    "not_stated",  # all sources were searched; `facts` are the nearest of the organisation's own
    "no_such_word",  # what was asked for occurs in no source
    "no_question",  # nothing was asked
]
ANSWERED: tuple[Kind, ...] = ("stated", "change", "said_by_others", "passages")
MOST_QUOTED = 40  # letters of a word that is repeated in a sentence
MOST_NEAR = 5


@dataclass(frozen=True)
class Source:
    """Where something stands: the `quote` of a fact, or a `passage` of a source."""

    submission: str
    citation: str
    kind: Literal["quote", "passage"]
    text: str


@dataclass(frozen=True)
class Answer:
    """What to say. `facts` are those said or, where it is not stated, the nearest.

    `took_as` says how the words were understood where they are not the words of the answer;
    `newest` says that no time was asked for; `not_instead` pairs a fact with the reason against it.
    """

    say: str
    kind: Kind
    facts: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    took_as: str | None = None
    did_you_mean: tuple[str, ...] = ()
    newest: bool = False
    not_instead: tuple[tuple[str, str], ...] = ()

    @property
    def answered(self) -> bool:
        """Whether something is said that the submissions state."""
        return self.kind in ANSWERED

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "say": self.say,
            "kind": self.kind,
            "facts": list(self.facts),
            "sources": [
                {"submission": one.submission, "citation": one.citation, one.kind: one.text}
                for one in self.sources
            ],
            "took_as": self.took_as,
            "did_you_mean": list(self.did_you_mean),
        }


def answer(text: str, frame: pd.DataFrame, corpus: Corpus) -> Answer:
    """Answer a question from the facts and the sources."""
    question = read_question(text, corpus)
    if not question.plain:
        return Answer(_("Type a word, such as members, countries or a place."), "no_question")
    held = _Answering(question, frame, corpus)
    about = find_topic(question, corpus)
    if about is None or (not question.words and not question.growth and not held.rows(about)):
        return held.searched()
    unknown = [word for word in about.left if not held.holding(word)]
    meant = retrieval.suggest_question(question, unknown, corpus)
    if meant:  # a word was mistyped: what it was meant for is not known
        return Answer(held.apart({0: unknown}), "no_such_word", did_you_mean=meant)
    found = held.changed(about) if question.growth else held.of(about)
    return replace(found, took_as=held.took_as(about))


@dataclass(frozen=True)
class _Answering:
    """A question and all that can answer it."""

    asked: ParsedQuestion
    frame: pd.DataFrame
    corpus: Corpus

    def took_as(self, about: Topic) -> str | None:
        """How words that are not the name of what is said were understood."""
        typed, left = self._quoted(about.typed), self._quoted(about.left)
        parts = [self._translated() or ""]
        if typed:
            parts.append(_("We took {typed} as “{label}”.", typed=typed, label=about.label))
        elif left:
            parts.append(_("We took this as “{label}”.", label=about.label))
        if left:
            parts.append(_("The answer does not tell of {left}.", left=left))
        return " ".join(filter(None, parts)) or None

    def _quoted(self, words: Iterable[str]) -> str:
        """Words as they were typed, in quotation marks; long ones cut."""
        typed = [self.asked.written(word) for word in words]
        return listed([f"“{w[:MOST_QUOTED]}{'…' * (len(w) > MOST_QUOTED)}”" for w in typed])

    def of(self, about: Topic) -> Answer:
        """The numbers asked for, of the time, place and submissions asked for."""
        rows = self.rows(about)
        if not rows:
            return self._not_stated(about)
        refs = tuple(str(row["ref"]) for row in rows)
        others = all(row["scope"] == "world" for row in rows)
        said = phrasing.stated(rows, self.corpus)
        if len(about.indicators) == 1 and about.question is None:
            label = about.label
            said = f"{label}: {said[:1].lower()}{said[1:]}" if label.lower() not in said else said
        against = about.question.not_instead if about.question and not self.asked.limits else ()
        known = rows_by_ref(self.frame, [one.fact for one in against])
        return Answer(
            say=said,
            kind="said_by_others" if others else "stated",
            facts=refs,
            sources=self._quotes(refs),
            newest=about.question is not None and not self.asked.limits,
            not_instead=tuple((i.fact, pick(i.because)) for i in against if i.fact in known),
        )

    def changed(self, about: Topic) -> Answer:
        """The change that may be said; else why none may, and the one that comes nearest."""
        said, refs = phrasing.changed(self.frame, self.corpus, about.indicators, self.asked.years)
        if said:
            return Answer(said, "change", tuple(refs), self._quotes(refs))
        why = phrasing.why_no_change(self.frame, self.corpus, about.indicators, self.asked.years)
        nearest, refs = phrasing.changed(self.frame, self.corpus, about.indicators, ())
        label = _("{label}: no change can be said.", label=about.label)
        say_ = [label, why, _("What can be said: {said}.", said=nearest) if nearest else ""]
        if not nearest:
            rows = [newest(self.frame, name) for name in about.indicators]
            refs = [str(row["ref"]) for row in rows if row is not None]
        text = " ".join(part for part in say_ if part)
        if not about.indicators:
            return self._not_stated(about)
        return Answer(text, "not_stated", tuple(refs), self._quotes(refs))

    def searched(self) -> Answer:
        """What no number answers: the passages that hold every word, and the facts in them."""
        wanted = retrieval.search_terms(self.asked, with_growth=True)
        only = self.asked.submissions
        if not wanted:
            return self._body() if only else self._literally()
        holding = [retrieval.submissions_with(self.corpus, term, only) for term in wanted]
        unknown = [term.said for term, subs in zip(wanted, holding, strict=True) if not subs]
        refs = retrieval.find_facts(self.frame, wanted, self.asked)
        found = retrieval.find_passages(self.corpus, wanted, only) if not unknown else []
        slips = [t.said for t in wanted if t.said in unknown and not t.where and not refs]
        meant = retrieval.suggest_question(self.asked, slips, self.corpus)
        if meant:
            return Answer(self.apart({0: unknown}), "no_such_word", did_you_mean=meant)
        if refs or found:
            return Answer(
                self._together(wanted, found, refs),
                "passages",
                tuple(refs),
                self._quotes(refs) + self._passages(found, refs),
                self._translated(),
            )
        if told := self._of_that_year():
            return told
        kind: Kind = "no_such_word" if len(unknown) == len(wanted) and not only else "not_stated"
        counts: dict[int, list[str]] = {}
        for term, subs in zip(wanted, holding, strict=True):
            counts.setdefault(len(subs), []).append(term.said)
        return Answer(self.apart(counts), kind, took_as=self._translated())

    def holding(self, word: str) -> bool:
        """Whether any source holds a word."""
        term = retrieval.search_terms(replace(self.asked, words=(word,), years=(), where=()))[0]
        return bool(retrieval.submissions_with(self.corpus, term))

    def rows(self, about: Topic) -> list[pd.Series]:
        """The facts that answer, the newest of each indicator; for a year, all of that year."""
        found = list[pd.Series]()
        for year in self.asked.years or ("",):
            mine = [self._of_one(name, year, about) for name in about.indicators]
            moments = dict.fromkeys(str(row["time_end"]) for rows in mine for row in rows)
            for when in sorted(moments, reverse=True):
                found += [row for rows in mine for row in rows if str(row["time_end"]) == when]
        if not self.asked.years and about.question is not None:  # in the order of the question
            order = list(about.indicators)
            found.sort(key=lambda row: order.index(row["indicator"]))
        refs = dict.fromkeys(str(row["ref"]) for row in found)
        return [next(row for row in found if row["ref"] == ref) for ref in refs]

    def _of_one(self, name: str, year: str, about: Topic) -> list[pd.Series]:
        rows = self._limited(of_indicator(self.frame, name))
        if self.asked.ours or not self.asked.words:
            rows = rows[rows["scope"] != "world"]
        codes = {where.code for where in self.asked.where}
        if codes:
            rows = retrieval.keep_rows(rows, [set(p.split()) == codes for p in rows["places"]])
        if year:
            rows = phrasing.within(rows, year)
        if rows.empty:
            return []
        rows = rows.sort_values(["plot_at", "written_end"], na_position="first")
        if year:
            rows = rows.drop_duplicates(["says", "time_end"], keep="first").iloc[::-1]
            return [row for _i, row in rows.head(phrasing.MOST_MOMENTS).iterrows()]
        last = rows.iloc[-1]
        if about.question is not None:
            return [with_rivals(last, self.frame)]
        same = (rows["submission"] == last["submission"]) & (rows["time_end"] == last["time_end"])
        shown = rows[same].head(phrasing.MOST_MOMENTS)
        return [with_rivals(row, self.frame) for _i, row in shown.iterrows()]

    def _limited(self, rows: pd.DataFrame) -> pd.DataFrame:
        only = self.asked.submissions
        return rows[rows["submission"].isin(only)] if only else rows

    def _not_stated(self, about: Topic) -> Answer:
        """Every source was searched, and none states it: what comes nearest, of our own."""
        limits = listed([say(y) for y in self.asked.years] + [w.name for w in self.asked.where])
        if limits:
            said = _("{label}: not stated for {limits}.", label=about.label, limits=limits)
        elif self.asked.submissions:
            said = _("{label}: not stated in {name}.", label=about.label, name=self.asked.body)
        else:
            said = _("{label}: not stated in any submission.", label=about.label)
        near = self._near(about)
        if near and about.indicators:
            close = phrasing.stated(near, self.corpus)
            close = close[:1].lower() + close[1:]
            if self.asked.where:
                said += " " + _("Stated with other places too: {said}.", said=close)
            else:
                said += " " + _("What comes nearest: {said}.", said=close)
        refs = tuple(str(row["ref"]) for row in near)
        found = self._of_the_place()
        if about.typed and not about.indicators:
            typed = retrieval.search_terms(replace(self.asked, words=about.typed, years=()))
            if passages := retrieval.find_passages(self.corpus, typed, self.asked.submissions):
                found, told = passages, self._together(typed, passages, [])
                said += f" {told}"
        return Answer(said + self._unread(), "not_stated", refs,
                      self._quotes(refs) + self._passages(found, refs))  # fmt: skip

    def _near(self, about: Topic) -> list[pd.Series]:
        """Own facts only: with the place asked for, else the last before the year asked for."""
        if about.question and not about.indicators:
            known = rows_by_ref(self.frame, about.question.nearest)
            every = [known[ref] for ref in about.question.nearest if ref in known]
            return [row for row in every if row["scope"] != "world"][:MOST_NEAR]
        found = list[pd.Series]()
        for name in about.indicators:
            rows = of_indicator(self.frame, name)
            rows = rows[rows["scope"] != "world"]
            for where in self.asked.where:
                rows = retrieval.keep_rows(
                    rows, [_is_with(where, row) for _i, row in rows.iterrows()]
                )
            rows = rows.sort_values(["plot_at", "written_end"], na_position="first")
            if not rows.empty:
                found.append(_nearest(rows, self.asked.years))
        return found[:MOST_NEAR]

    def _of_the_place(self) -> list[Passage]:
        """Passages about the places asked for, with the words asked for where there are any."""
        if not self.asked.where:
            return []
        only = self.asked.submissions
        both = retrieval.search_terms(replace(self.asked, years=()))
        alone = retrieval.search_terms(replace(self.asked, years=(), words=()))
        return retrieval.find_passages(self.corpus, both, only) or retrieval.find_passages(
            self.corpus, alone, only
        )

    def _quotes(self, refs: Iterable[str]) -> tuple[Source, ...]:
        rows = rows_by_ref(self.frame, refs)
        found = [(str(rows[ref]["submission"]), str(rows[ref]["quote"])) for ref in refs]
        return tuple(self._source(sub, "quote", text) for sub, text in dict.fromkeys(found))

    def _passages(self, found: list[Passage], refs: Iterable[str]) -> tuple[Source, ...]:
        """The passages, less those that are the sentence of a fact already."""
        quotes = [(one.submission, normalise(one.text).text) for one in self._quotes(refs)]
        return tuple(
            self._source(one.submission, "passage", one.text)
            for one in found
            if not any(
                sub == one.submission and (one.text in quote or quote in one.text)
                for sub, quote in quotes
            )
        )

    def _source(self, name: str, kind: Literal["quote", "passage"], text: str) -> Source:
        sub = self.corpus.submission(name)
        return Source(name, sub.head.citation if sub else "", kind, text)

    def _together(self, wanted: tuple[Term, ...], found: list[Passage], refs: list[str]) -> str:
        """Where all that was asked for stands."""
        said = self._quoted(term.said for term in wanted)
        if not found:
            return _("{words}: in the sentence of a number.", words=said)
        if len(wanted) == 1:
            subs = retrieval.submissions_with(self.corpus, wanted[0], self.asked.submissions)
            return self.apart({len(subs): [wanted[0].said]})
        names = [self._name(one.submission) for one in found]
        names = list(dict.fromkeys(names))
        if len(found) >= retrieval.MOST_PASSAGES:  # no more were looked for
            return _("{words} stand together, for example in {names}.",
                     words=said, names=listed(names))  # fmt: skip
        return _("{words} stand together in {names}.", words=said, names=listed(names))

    def _name(self, submission: str) -> str:
        sub = self.corpus.submission(submission)
        return sub.head.name if sub else submission

    def apart(self, counts: dict[int, list[str]]) -> str:
        """How many submissions hold each of these words; all were searched."""
        every = len(self.asked.submissions) or len(self.corpus.submissions)
        said = list[str]()
        if len(counts) > 1 or (set(counts) != {0} and len(next(iter(counts.values()), [])) > 1):
            said.append(_("Not stated: no sentence of a submission holds all of this."))
        for number, words in counts.items():
            quoted = self._quoted(words)
            if number == every and self.asked.submissions:
                said.append(counted("{said} stands in {name}.", "{said} each stand in {name}.",
                                    len(words), said=quoted, name=self.asked.body))  # fmt: skip
            elif number:
                said.append(counted("{said} stands in {held} of {every} submissions.",
                                    "{said} each stand in {held} of {every} submissions.",
                                    len(words), said=quoted, held=number, every=every))  # fmt: skip
            elif self.asked.submissions:
                said.append(_("{said}: not in {name}.", said=quoted, name=self.asked.body))
            else:
                said.append(counted("The word {said} occurs in no submission.",
                                    "The words {said} occur in no submission.",
                                    len(words), said=quoted))  # fmt: skip
        return " ".join(said) + self._unread()

    def _unread(self) -> str:
        """That not every submission could be searched, where that is so."""
        number = len(self.corpus.left_out)
        if not number:
            return ""
        return " " + counted("{number} submission could not be read.",
                             "{number} submissions could not be read.", number)  # fmt: skip

    def _translated(self) -> str | None:
        """That a place was typed in another language or spelling than it is said in."""
        other = [w for w in self.asked.where if plain_words(w.typed) != plain_words(w.name)]
        parts = [_("We took “{typed}” as “{label}”.", typed=w.typed, label=w.name) for w in other]
        return " ".join(parts) or None

    def _body(self) -> Answer:
        """The submissions that go by the name asked for, and the size of the network in them."""
        names = [self._name(name) for name in self.asked.submissions]
        shown = [i.id for i in self.corpus.indicators.values() if i.headline]
        rows = [row for name in shown for row in self._of_one(name, "", Topic("", (), None))]
        refs = [str(row["ref"]) for row in rows]
        stated = f" {phrasing.stated(rows, self.corpus)}." if rows else ""
        told = self.asked.body if len(names) == 1 else _(
            "{body}, {number} of {every} submissions", body=self.asked.body, number=len(names),
            every=len(self.corpus.submissions))  # fmt: skip
        said = (
            _("{told}: {names}.", told=told, names=listed(names)) if len(names) > 1 else f"{told}:"
        )
        return Answer(said + stated, "passages", tuple(refs), self._quotes(refs))

    def _of_that_year(self) -> Answer | None:
        """No sentence holds the year as well: the submission that goes by it may hold the rest."""
        heads = [sub.head for sub in self.corpus.submissions]
        mine = [h for h in heads if any(y in words_of(h.name) for y in self.asked.years)]
        if not mine or self.asked.submissions or not (self.asked.words or self.asked.where):
            return None
        body = listed([head.name for head in mine])
        only = replace(self.asked, years=(), submissions=tuple(head.id for head in mine), body=body)
        found = replace(self, asked=only).searched()
        took = _("We took “{year}” as {name}.", year=listed(list(self.asked.years)), name=body)
        took = f"{found.took_as} {took}" if found.took_as else took
        return replace(found, took_as=took) if found.kind == "passages" else None

    def _literally(self) -> Answer:
        """Only little words were typed: they are searched for as they stand."""
        words = tuple(dict.fromkeys(self.asked.plain.split()))[:1]
        return replace(self, asked=replace(self.asked, words=words)).searched()


def _is_with(where: AskedPlace, row: pd.Series) -> bool:
    """Whether a fact is about a place, perhaps with others."""
    if where.code:
        return where.code in row["places"].split()
    return bool(word_pattern(where.spellings).search(fold(row["quote"])))


def _nearest(rows: pd.DataFrame, years: tuple[str, ...]) -> pd.Series:
    """The last fact that holds before the first year asked for; else the first after it."""
    if not years:
        return rows.iloc[-1]
    dated = rows[rows["time_end"] != ""]
    before = retrieval.keep_rows(
        dated, [last_day(end) < first_day(years[0]) for end in dated["time_end"]]
    )
    if not before.empty:
        return before.iloc[-1]
    return dated.iloc[0] if not dated.empty else rows.iloc[-1]


def as_json(found: Answer) -> str:
    """One object on one line."""
    return json.dumps(found.as_json(), ensure_ascii=False)


def as_lines(found: Answer) -> str:
    """The same to read: what to say, how it was understood, and where it is written."""
    lines = [found.say]
    if found.took_as:
        lines.append(found.took_as)
    if found.did_you_mean:
        lines.append(_("Did you mean: {words}?", words=listed(found.did_you_mean)))
    if found.facts:
        lines.append(_("Facts: {names}", names=", ".join(found.facts)))
    for one in found.sources:
        lines.append(f"- “{' '.join(one.text.split())}” ({one.citation})")
    return "\n".join(lines)

"""Lists to choose from, whose choice stands in the address; a field narrows a long one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

import streamlit as st

from answers.question import plain_words
from facts.memo import memo
from facts.model import SubmissionHead
from facts.store import Snapshot
from ui.widgets import html
from words import _, counted

FEW = 50  # as many are listed as they are, without a field
LISTED = 25  # of more than that, so many are listed at once


def choose(label: str, options: Mapping[str, str], key: str) -> str:
    """A list to choose from; `options` maps what stands in the address to what is read.

    The first option is the default and leaves no trace in the address. A value in the address
    that is no option falls back to the default, with a sentence.
    """
    _from_address(label, options, key)
    return st.selectbox(
        label,
        list(options),
        format_func=lambda name: options.get(name, name),
        key=key,
        on_change=lambda: _to_address(options, key),
        filter_mode="contains",
    )


def pick_one(label: str, options: Mapping[str, str], key: str) -> str:
    """The same as `choose`, as a row of buttons: for two to four options."""
    _from_address(label, options, key)
    chosen = st.segmented_control(
        label,
        list(options),
        format_func=lambda name: html.markdown(options.get(name, name)),
        key=key,
        required=True,
        on_change=lambda: _to_address(options, key),
    )
    return chosen or next(iter(options))


def _from_address(label: str, options: Mapping[str, str], key: str) -> None:
    default = next(iter(options))
    wanted = st.query_params.get(key, default)
    if wanted not in options:
        del st.query_params[key]
        sentence = _(
            "The link asks for “{wanted}”, which is not in the list “{label}”. "
            "Shown instead: {default}.",
            wanted=wanted[:80],
            label=label,
            default=options[default],
        )
        st.html(html.note(sentence))
        wanted = default
    st.session_state[key] = wanted


def _to_address(options: Mapping[str, str], key: str) -> None:
    chosen = st.session_state[key]
    if chosen is None or chosen == next(iter(options)):
        if key in st.query_params:
            del st.query_params[key]
    else:
        st.query_params[key] = chosen


@dataclass(frozen=True)
class Findable:
    """What there is to choose from: `labels` by id, and the plain words of each."""

    labels: Mapping[str, str]
    searched: tuple[tuple[str, str], ...]

    def holding(self, words: str) -> list[str]:
        """The ids of those that hold every one of these words, in their order."""
        wanted = plain_words(words).split()
        return [name for name, text in self.searched if all(word in text for word in wanted)]


def submissions_to_find(snapshot: Snapshot, *, titled: bool) -> Findable:
    """All submissions; `titled` puts the title of each behind its name, and the newest first.

    Where there are many, the newest stand first in any case.
    """

    def made() -> Findable:
        heads = [sub.head for sub in snapshot.corpus.submissions]
        if titled or len(heads) > FEW:
            heads.reverse()
        labels = {one.id: f"{one.name}: {one.title}" if titled else one.name for one in heads}
        return Findable(labels, tuple((one.id, plain_words(_searched(one))) for one in heads))

    return memo(snapshot, f"submissions to find, {titled}", made)


def _searched(head: SubmissionHead) -> str:
    years = f"{head.written.earliest[:4]} {head.written.latest[:4]} {head.plot_at.value[:4]}"
    return f"{head.name} {head.title} {head.body} {years} {head.id}"


def are_many(known: Findable) -> bool:
    """Whether a field narrows the list: then the choice needs a row for itself."""
    return len(known.labels) > FEW


def choose_among(
    label: str, find: str, known: Findable, key: str, first: Mapping[str, str] | None = None
) -> str:
    """The chosen one, which stands in the address under `key`; any of them may be named there.

    Where there are few it is a list as any other. Where there are many, `find` labels a field: what
    is typed there narrows a list that stays short, and a sentence says how many are not in it.
    `first` stands before all others, and is the default.
    """
    options = dict(first or {})
    if not are_many(known):
        return choose(label, {**options, **known.labels}, key)
    left, right = st.columns(2)
    with left:
        typed = st.text_input(find, key=f"{key}-find", max_chars=100, live=True) or ""
    found = known.holding(typed)
    if not options:
        options = dict(islice(known.labels.items(), 1))
    chosen = st.query_params.get(key)
    if chosen is not None and chosen in known.labels:
        options[chosen] = known.labels[chosen]
    options |= {name: known.labels[name] for name in found[:LISTED]}
    with left:
        told = f"<p class='f-small f-quiet' role='status'>{html.text(_found_of(found))}</p>"
        st.html(f"<div class='f-root'>{told}</div>")
    with right:
        return choose(label, options, key)


def _found_of(found: list[str]) -> str:
    """How many there are, and what is not in the list."""
    if not found:
        return _("Nothing holds these words. Try fewer.")
    if len(found) <= LISTED:
        return counted(
            "{number} found: choose it in the list.",
            "{number} found: choose one in the list.",
            len(found),
        )
    return _(
        "{listed} of {number} are in the list, the newest first. Type a part of a name, a body or "
        "a year to find others.",
        listed=LISTED,
        number=f"{len(found):,}",
    )

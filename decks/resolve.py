"""A deck and a snapshot go in; its slides with today's numbers come out.

Pure: PowerPoint, the page and a presentation read the same slides. The figures are given by the
caller, by name, because who exports them stands above this folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from charts import rows
from charts.spec import ChartSpec
from decks.model import Deck, Slide
from decks.numbers import numbers_slide
from decks.slides import Cited, Defined, ResolvedDeck, ResolvedSlide
from facts.corpus import Corpus
from facts.fact_index import rows_by_ref
from facts.store import Snapshot
from words import _, pick

Figures = Mapping[str, Callable[[Snapshot, dict[str, str]], ChartSpec | None]]


def resolve(deck: Deck, held: Snapshot, figures: Figures) -> ResolvedDeck:
    """The deck as it is shown today; what no longer exists is told on its slide, never raised.

    `figures` maps a name to what makes its chart from a snapshot and the choices of its page, as
    `export.figures.FIGURES` does.
    """
    shown = [
        slide_of(slide, at, deck, held, figures)
        for at, slide in enumerate(deck.slides)
        if slide.kind != "sources"
    ]
    last = _sources(deck, shown, held)
    return ResolvedDeck(deck.title, deck.subtitle or "", (*shown, last))


def slide_of(slide: Slide, at: int, deck: Deck, held: Snapshot, figures: Figures) -> ResolvedSlide:
    """One slide of any kind but the last with the sources."""
    if slide.kind == "figure":
        return _figure(slide, at, held, figures)
    if slide.kind == "numbers":
        return numbers_slide(slide, at, held)
    return ResolvedSlide(
        at=at,
        kind="title",
        title=slide.title or deck.title,
        typed=True,
        subtitle=slide.subtitle or deck.subtitle or held.corpus.organisation.name,
        notes=slide.notes or "",
        steps=slide.steps,
    )


def _figure(slide: Slide, at: int, held: Snapshot, figures: Figures) -> ResolvedSlide:
    name = slide.figure or ""
    missing: tuple[str, ...] = ()
    spec = None
    if name not in figures:
        known = ", ".join(figures)
        missing = (_("There is no figure “{name}”. Known: {known}.", name=name, known=known),)
    else:
        spec = figures[name](held, dict(slide.choices))
        if spec is None:
            missing = (_("Nothing is left to draw for the figure “{name}”.", name=name),)
    return ResolvedSlide(
        at=at,
        kind="figure",
        title=slide.title or (spec.title if spec else name),
        typed=slide.title is not None,
        subtitle=slide.subtitle or (spec.subtitle if spec else ""),
        notes=slide.notes or "",
        steps=slide.steps,
        note=spec.note if spec else "",
        source=spec.source if spec else "",
        refs=spec.refs if spec else (),
        figure=name,
        choices=tuple(sorted(slide.choices.items())),
        spec=spec,
        missing=missing,
    )


def _sources(deck: Deck, shown: list[ResolvedSlide], held: Snapshot) -> ResolvedSlide:
    """The last slide: every document that a slide draws from, and what its indicators count."""
    places = [at for at, slide in enumerate(deck.slides) if slide.kind == "sources"]
    own = deck.slides[places[0]] if places else Slide(kind="sources")
    refs = tuple(dict.fromkeys(ref for slide in shown for ref in slide.refs))
    cited = _cited(shown, held.corpus)
    return ResolvedSlide(
        at=places[0] if places else None,
        kind="sources",
        title=own.title or _("Sources and definitions"),
        typed=own.title is not None,
        subtitle=own.subtitle or "",
        notes=own.notes or "",
        steps=own.steps,
        refs=refs,
        source=rows.source(held.corpus, [one.document for one in cited]) if cited else "",
        cited=cited,
        defined=_defined(refs, held.every, held.corpus),
    )


def _cited(shown: list[ResolvedSlide], corpus: Corpus) -> tuple[Cited, ...]:
    """The documents that these slides draw from or name in their source line, in their order."""
    used = {ref.partition("/")[0] for slide in shown for ref in slide.refs}
    lines = " ".join(slide.source for slide in shown)
    heads = [sub.head for sub in corpus.submissions]
    return tuple(Cited(h.name, h.citation) for h in heads if h.id in used or h.name in lines)


def _defined(refs: tuple[str, ...], frame: pd.DataFrame, corpus: Corpus) -> tuple[Defined, ...]:
    """The indicators of these facts, in the order in which the slides first show them."""
    known = rows_by_ref(frame)
    at = [known[ref] for ref in refs if ref in known]
    used = dict.fromkeys(frame["indicator"].take(at))
    return tuple(
        Defined(pick(corpus.indicators[name].label), pick(corpus.indicators[name].description))
        for name in used
    )

"""Whose words a sentence gives: "According to UNICEF", "selon le ministère", "INTERPOL says"."""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = (  # a name with capitals: the World Bank, l'Office national de la santé
    r"(?:(?:[Tt]he|[Ll][ae]s?|[Ee]l|[Ll]os|[Aa]n?) |[Ll]')?"
    r"(?:[A-ZÀ-Þ][\w&'.-]*(?<!\.)"
    r"(?: (?:(?:of|for|the|and|on|de|des|du|la|le|les|del|y|et|l'|d')[ ]){0,3}(?=[A-ZÀ-Þ])"
    r"| (?=[A-ZÀ-Þ])|(?=[ :,;)]|'s|\.?$|\. )))"
)
_NAMES = rf"(?P<name>(?:{_NAME}){{1,8}})"
_SAYS = {
    "en": (
        r"(?:says?|said|reports|reported|estimates|estimated|states|stated|finds|found|claims"
        r"|claimed|notes|noted|warns|warned|suggests?|reckons|counts|puts|announced|calculates?"
        r"|calculated|records|recorded|revealed|tells us)"
    ),
    "fr": (
        r"(?:dit|disait|déclare|affirme|estime|estiment|rapporte|rapportent|indique|indiquent"
        r"|signale|annonce|calcule|recense|relève|évalue|précise|note"
        r"|a (?:déclaré|dit|estimé|affirmé|indiqué|annoncé|recensé|relevé|signalé|rapporté))"
    ),
    "es": (
        r"(?:dice|dijo|afirma|afirmó|estima|estimó|informa|informó|señala|señaló|indica|indicó"
        r"|reporta|reportó|calcula|calculó|declara|declaró|registra|registró|advierte|anunció"
        r"|ha (?:dicho|estimado|informado|señalado|indicado|declarado))"
    ),
}
_BY = {
    "en": r"according to|as (?:reported|estimated|stated|counted) by|(?:estimates?|figures|data"
          r"|statistics|numbers?|polls?|surveys?|studies|study|research|reports?) (?:from|by|of)",
    "fr": r"selon|d'après|de source|(?:données|estimations?|chiffres|statistiques|enquêtes?|études?"
          r"|rapports?) (?:de|du|des|d')",
    "es": r"según|de acuerdo con|de acuerdo a|conforme a|(?:datos|estimaciones|cifras|estadísticas"
          r"|encuestas?|estudios?|informes?) (?:de|del)",
}  # fmt: skip
_OWN = re.compile(
    r"\b(?:our|ours|we|us|this|these|nous|notre|nos|nuestr[oa]s?|nosotros|est[ea]|cet?te?|ces)\b"
    r"|\b(?:it|they|he|she|them|article|law|loi|ley|code|art)\b",
    re.I,
)
_WHOM = r"(?P<whom>[^,;:()\d\n]{2,80}?)"
_WHOM_ENDS = (
    r"(?=,|;|:|\(|\)|\.(?: |$)|$| (?:there|that|some|about|over|more|nearly|almost|only|at least|an"
    r" estimated|around|one|two|half|in|environ|plus|près|más|unos|casi|hay|que)\b"
    r"| ?[$€£]?\d)"
)
_AROUND = re.compile(
    r"^(?:(?:the|an?|les?|las?|los|el|un[ea]?) |l')|(?: (?:of|in|from|de|du|del|en|by))+$", re.I
)
_CLAUSE_ENDS = re.compile(r"[;\n]")


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    by, says = _BY.get(language, _BY["en"]), _SAYS.get(language, _SAYS["en"])
    general = by.split("|(?:")[0]
    return (
        re.compile(rf"(?<!\w)(?i:{general}) {_WHOM}{_WHOM_ENDS}"),
        re.compile(rf"(?<!\w)(?i:{by})(?: |(?<=')){_NAMES}"),
        re.compile(rf"(?<![\w-]){_NAMES}:? ?(?:, [^,]{{2,60}},)? {says}(?: that| que)?(?=[ :,])"),
        re.compile(rf"(?<!\w){says} {_NAMES}"),
    )


@lru_cache(maxsize=256)
def _attributions(sentence: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Which stretch of a sentence is whose."""
    found: list[tuple[int, int, str]] = []
    if len(sentence) > 1000:
        return ()
    by_whom, by_name, says, says_behind = _patterns(language)
    for match in (*by_whom.finditer(sentence), *by_name.finditer(sentence)):
        name = match["whom"] if "whom" in match.re.groupindex else match["name"]
        found.append((*_clause(sentence, match.start()), _AROUND.sub("", name.strip())))
    for match in says.finditer(sentence):
        begin, end = _clause(sentence, match.start())
        found.append((match.end(), end, _AROUND.sub("", match["name"].strip())))
    for match in says_behind.finditer(sentence):
        begin, _end = _clause(sentence, match.start())
        if sentence[: match.start()].rstrip().endswith((",", '"')):
            found.append((begin, match.start(), _AROUND.sub("", match["name"].strip())))
    return tuple(one for one in found if one[2] and not _OWN.search(one[2]))


def _clause(sentence: str, at: int) -> tuple[int, int]:
    """The part of a sentence around a place, between semicolons."""
    ends = _CLAUSE_ENDS.search(sentence, at)
    begin = max(sentence.rfind(";", 0, at), sentence.rfind("\n", 0, at)) + 1
    return begin, ends.start() if ends else len(sentence)


def said_by(sentence: str, at: int, language: str = "en", own: tuple[str, ...] = ()) -> str:
    """Who else says what stands at a place of a plain sentence; "" where nobody is named.

    `own` are the names of the organisation whose text it is: what they say is its own.
    """
    for start, end, name in _attributions(sentence, language):
        if start <= at < end and not any(re.search(rf"\b{re.escape(one)}\b", name) for one in own):
            return name
    return ""

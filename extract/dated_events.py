"""Finds the dated events of a text, and what dates the text itself.

A verb in the past counts, and a participle behind its noun ("the session held in Nairobi"). What is
planned, denied, a habit or only cited does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.vocabulary import ActivityKind
from language.countries import find_named
from language.date_mentions import When, find_dates
from language.passages import Passages, Sentence

_PAST = (
    # English
    r"(?:co-)?(?:held|hosted|organi[sz]ed|convened|launched|inaugurated|conducted|facilitated"
    r"|moderated|chaired|delivered)|took place|taken place|took part in|participated in|attended"
    r"|carried out|was taken|brought together|gathered|came together|met|visited|celebrated"
    r"|completed|saw the completion|rolled out|implemented"
    # French
    r"|(?:co-?)?organis(?:ée?s?|âmes|a|èrent)|(?:s'est|se sont|a|ont|avons) tenue?s?"
    r"|tenue?s?(?= (?:à|en|au|aux|le|du|de)\b)|eu lieu"
    r"|(?:a|ont|avons|avait) réuni|réunie?s?(?= (?:à|en|le|du)\b)"
    r"|rassemblé|lancée?s?|inaugurée?s?|menée?s?|réalisée?s?|animée?s?|accueillie?s?|célébrée?s?"
    r"|(?:a|ont|avons) participé|s'est réunie?|se sont réunie?s|conduite?s?(?= (?:à|en|au)\b)"
    # Spanish
    r"|(?:co)?organi(?:zó|zaron|zamos|zad[oa]s?)|celebr(?:ó|aron|amos|ad[oa]s?)"
    r"|tuv(?:o|ieron) lugar"
    r"|realiz(?:ó|aron|amos|ad[oa]s?)|lanz(?:ó|aron|amos|ad[oa]s?)|inaugur(?:ó|aron|amos|ad[oa]s?)"
    r"|reun(?:ió|ieron|imos)|convoc(?:ó|aron|amos)|llev(?:ó|aron|amos|ad[oa]s?) a cabo"
    r"|particip(?:ó|aron|amos) en|asisti(?:ó|eron|mos)|imparti(?:ó|eron|mos|d[oa]s?)"
    r"|visit(?:ó|aron|amos)|acogi(?:ó|eron)|congreg(?:ó|aron)"
)
# Verbs that tell of an event only with a month, or beside a thing that fits.
_WITH_MONTH = (
    r"trained|interviewed|surveyed|polled|established|founded|set up|published|released|presented"
    r"|adopted|met with|formée?s?|publiée?s?|présentée?s?|adoptée?s?|fondée?s?|interrogée?s?"
    r"|form(?:ó|aron|amos)|capacit(?:ó|aron|amos)|public(?:ó|aron|amos|ad[oa]s?)|present(?:ó|aron"
    r"|amos)|fund(?:ó|aron|amos)|encuest(?:ó|aron|amos)|entrevist(?:ó|aron|amos)"
)
_MADE = (  # a thing of one's own that was made, told with a year alone
    r"(?:established|set up|created|founded|published|released|opened|créée?s?|fondée?s?|publiée?s?"
    r"|ouverte?s?|cre(?:ó|aron|amos)|fund(?:ó|aron|amos)|public(?:ó|aron|amos)|abri(?:ó|eron|mos))"
    r" (?:(?:the|its|our|an?|two|three|new|first|formal|global|le|la|les|son|sa|un|une|notre|el|los"
    r"|las|su|una|nuestr[oa]|[\w-]+) ){0,4}"
    r"(?:programmes?|programs?|network|projects?|cent(?:re|er)s?|offices?|shelters?|helplines?"
    r"|hotlines?|guides?|guidelines|handbooks?|toolkits?|programme|réseau|projet|bureau|refuges?"
    r"|foyers?|programas?|red|proyecto|centros?|oficinas?|albergues?|guía|manual|ligne|línea)\b"
    r"|(?:cent(?:re|er)s?|offices?|shelters?|helplines?|hotlines?|refuges?|bureaux?|centros?"
    r"|oficinas?|guides?|handbooks?) (?:was |were |a été |ont |fue(?:ron)? )?"
    r"(?:opened|published|launched|ouverte?s?|publiée?s?|abri(?:ó|eron)|publicad[oa]s?)\b"
)
PAST = re.compile(rf"(?<![\w-])(?:{_PAST})(?!\w)", re.I)
WITH_MONTH = re.compile(rf"(?<![\w-])(?:{_WITH_MONTH})(?!\w)", re.I)
MADE = re.compile(rf"(?<![\w-])(?:{_MADE})", re.I)
# Left of such a verb: it did not happen, or not yet.
NOT_PAST = re.compile(
    r"\b(?:will(?: not)?|shall|would|could|should|may|might|must|to|be|being|not|never|cannot|if"
    r"|sera|seront|serait|seraient|être|soit|va|vont|doit|doivent|pourra|jamais|pas|si|aurait"
    r"|será|serán|sería|ser|sea|va a|van a|debe|deben|nunca|no|no se|habría) "
    r"(?:(?:be|have|been|also|soon|être|avoir|encore|haber|sido) )*$",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:cancel\w+|postponed|planned|scheduled|foreseen|will be|is to be|are to be|plans? to"
    r"|intends? to|aims? to|hopes? to|next year|forthcoming|upcoming|annul\w+|report(?:é|ée)s?\b"
    r"|prévu\w*|prévo\w+|prochain\w*|sera|seront|cancelad\w+|aplazad\w+|previst\w+|prev[ée]n?"
    r"|próxim\w+|se celebrará\w*|será|serán|planea\w*)\b",
    re.I,
)
# Left of a date: it is the end of a plan, the beginning of what goes on, or held beside another.
NO_DAY = re.compile(
    r"\b(?:by|until|before|since|till|as of|as at|than in|from before|d'ici(?: à)?|avant"
    r"|jusqu'(?:en|à|au)|depuis|antes de|para|hasta|desde|a partir de|à partir d[eu]"
    r"|contre [^,;]{0,30} en|(?:against|compared (?:to|with)|up from|down from|frente a"
    r"|que) [^,;]{0,40}|au titre de|agenda|vision|horizon|for|pour|goals? for|édition|edition"
    r"|version) (?:the end of |early |mid-|late |le |la fin de |finales de |el )?(?:the year )?$",
    re.I,
)
NO_DAY_BEHIND = re.compile(r" ?(?:is the deadline|agenda|goals|edition|[-:] [A-Z]|\)? ?-- )", re.I)
LAW = re.compile(
    r"\b(?:laws?|acts?|bills?|codes?|decrees?|directives?|regulations?|conventions?|protocols?"
    r"|treaty|treaties|constitution|statutes?|lois?|décrets?|traités?|règlements?|leyes|ley"
    r"|decretos?|códigos?|tratados?|reglamentos?|convenios?|in force|en vigueur|en vigor)\b",
    re.I,
)
CITED = re.compile(
    r"\bpp?\. ?\d|accessed|available at|ISBN|para\. ?\d|vol\. ?\d|https?:|doi|et al|ibid"
    r"|retrieved|consulté|disponible en|\b[A-Z][\w'&.-]+,? \(?(?:19|20)\d\d[a-z]?\)[,.;:]?",
)
SAID_OF = re.compile(
    r"\b(?:according to|selon|d'après|según|de acuerdo con"
    r"|(?:stud(?:y|ies)|reports?|surveys?|polls?|étude|rapport|enquête|estudio|informe|encuesta)\b[^.;]{0,80}\b(?:found|finds?|shows?|showed"
    r"|suggests?|reveal\w*|montre\w*|révèle\w*|muestra\w*|reveló|mostró|indica\w*))\b",
    re.I,
)
ITSELF = re.compile(  # what a text says of itself
    r"\b(?:this|the present|la présente|le présent|cette|ce|el presente|la presente|est[ea])"
    r" (?:submission|report|document|contribution|input|rapport|informe|contribución|aporte)\b"
    r"|\b(?:response to the call|call for inputs?|appel à contributions?|convocatoria)\b"
    r"|\bw?e? ?(?:recommends?|urges?|calls? on|calls? for)\b"
    r"|\brecomm?[ae]nd(?:e|ons|amos|ations?)\b",
    re.I,
)
EVENT = re.compile(
    r"\b(?:workshops?|ateliers?|taller(?:es)?|conferences?|conférences?|conferencias?|summits?"
    r"|trainings?|formations?|capacitaci(?:ón|ones)|round ?tables?|tables? rondes?|mesas? redondas?"
    r"|meetings?|réunions?|reuni(?:ón|ones)|forum|seminars?|séminaires?|seminarios?|webinars?"
    r"|symposium|consultations?|side events?|events?|congress|congreso|jornadas?|campaigns?)\b",
    re.I,
)


_KINDS: tuple[tuple[ActivityKind, str], ...] = (
    ("workshop", r"workshops?|ateliers?|taller(?:es)?|seminars?|séminaires?|seminarios?"),
    ("conference", r"conferences?|congress|summits?|conférences?|conferencias?|congrès|congreso"
                   r"|symposium|colloques?|coloquios?|cumbres?"),
    ("training", r"trainings?|trained|formations?|formé\w*|capacita\w+|form(?:ó|aron|amos)|courses?"
                 r"|cursos?"),
    ("study", r"stud(?:y|ies)|surve\w+|polls?|polled|research|interview\w*|études?|enquêtes?"
              r"|sondages?|entretiens|encuest\w+|estudios?|investigaci\w+|entrevist\w+"),
    ("launch", r"launch\w*|lanc[eé]\w*|lanz\w+|founded|established|inaugur\w+|opened|créé\w*"
               r"|fondé\w*|ouvert\w*|abrió|abrieron|fundó|creó"),
    ("publication", r"publish\w*|publi[éc]\w*|released|guides?|guías?|handbooks?|manual|reports?"),
    ("campaign", r"campaigns?|campagnes?|campañas?|petitions?|pétitions?"),
    ("standard", r"adopted|adopté\w*|adoptó|convention|general comment|guidelines|ratif\w+"
                 r"|protocol"),
    ("reform", r"amend\w*|laws?|legislat\w+|reform\w*|lois?|ley|leyes|decree|bill"),
    ("project", r"projects?|programmes?|programs?|projets?|proyectos?|programas?|initiatives?"),
    ("meeting", r"meetings?|round ?tables?|consult\w+|sessions?|for(?:um|a)|hearings?|panels?"
                r"|réunions?|reuni(?:ón|ones)|tables? rondes?|mesas? redondas?|audienc\w+"),
)  # fmt: skip
_MET = re.compile(r"\b(?:met|gathered|réunie?s?|reun(?:ió|ieron|imos))\b", re.I)
_EVENTS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.I)) for kind, words in _KINDS)
_PRINTED = re.compile(
    r"\b(?:date of (?:response|submission)|date|submitted|dated|le|soumis|fecha|updated|version"
    r"|embargoed|for immediate release|statement)\b",
    re.I,
)
_TODAY = re.compile(
    r"\b(?:today|currently|now|at present|to date|aujourd'hui|actuellement|hoy"
    r"|actualmente|as of)\b",
    re.I,
)
_OPENING = 12  # blocks at the beginning, where a text prints its own date
_MOST = 12
_NEAR = 160  # letters between a date and its verb


@dataclass(frozen=True)
class Event:
    """A dated thing that happened, text[start:end]: its sentence, kind, dates and places."""

    start: int
    end: int
    text: str
    kind: ActivityKind
    dates: tuple[str, ...]
    places: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class Dating:
    """Words that help to date the text itself, text[start:end]; `shows` says what they show."""

    start: int
    end: int
    text: str
    date: str
    shows: str


def find_events(passages: Passages) -> Iterator[Event]:
    """Give each sentence that tells of a dated thing that happened."""
    for sentence in passages.sentences:
        if sentence.block.kind in ("table", "note"):
            continue
        words = passages.plain[sentence.start : sentence.end]
        dates = _of_events(words, sentence)
        if not dates:
            continue
        kind = _kind(words, dates) or "event"
        places = tuple(dict.fromkeys(one.code for one in find_named(words) if not one.within))
        months = any(date.has_month for date in dates)
        score = 0.6 + 0.2 * bool(places) + 0.2 * months
        start, end = passages.normal.span(sentence.start, sentence.end)
        isos = tuple(dict.fromkeys(date.iso for date in dates))
        yield Event(start, end, words, kind, isos, places, round(score, 2))


def _of_events(words: str, sentence: Sentence) -> list[When]:
    """The dates of a sentence on which a thing happened; none where it only tells of one."""
    dates = [date for date in find_dates(words) if _is_day(words, date)]
    if not dates or CITED.search(words) or ITSELF.search(words) or SAID_OF.search(words):
        return []
    verbs = [found.start() for found in PAST.finditer(words) if _is_past(words, found)]
    made = [found.start() for found in MADE.finditer(words) if _is_past(words, found)]
    month = [found.start() for found in WITH_MONTH.finditer(words) if _is_past(words, found)]
    law = LAW.search(words)
    month = [] if law else month
    kept = [
        date
        for date in dates
        if _beside(words, date, verbs + made + (month if date.has_month else []))
    ]
    if kept and not PLANNED.search(words):
        return [date for date in dates if date in kept or date.has_month]
    if kept or PLANNED.search(words) or law:
        return kept
    opens = EVENT.match(words.lstrip("-*•–0123456789. ")[:200]) or (
        sentence.block.kind == "list" and EVENT.search(words[:60])
    )
    return [date for date in dates if date.has_month] if opens else []


def _is_past(words: str, found: re.Match[str]) -> bool:
    """Whether a verb tells what happened: neither planned nor denied."""
    left = words[max(0, found.start() - 40) : found.start()]
    aside = re.match(r"(?:founded|established|fondée?s?|fundad[oa]s?)", found.group(), re.I)
    return not NOT_PAST.search(left) and not (aside and re.search(r"[,(] $|\($", left))


def _beside(words: str, date: When, verbs: list[int]) -> bool:
    """Whether a verb stands in the same part of a sentence as a date, and near."""
    begin = max(words.rfind(";", 0, date.start), 0)
    end = words.find(";", date.end)
    end = len(words) if end < 0 else end
    near = [at for at in verbs if begin <= at < end and abs(at - date.start) <= _NEAR]
    if not near:
        return False
    nearest = min(near, key=lambda at: abs(at - date.start))
    between = words[min(nearest, date.start) : max(nearest, date.end)]
    return not PLANNED.search(between)


def _is_day(words: str, date: When) -> bool:
    """Say whether a date can be that of an event: no deadline, no beginning, no dateline."""
    if NO_DAY.search(words[max(0, date.start - 60) : date.start]):
        return False
    return not NO_DAY_BEHIND.match(words, date.end)


def _kind(words: str, dates: list[When]) -> ActivityKind | None:
    """Give the kind whose word stands nearest to a date."""
    found = [
        (min(abs(match.start() - date.start) for date in dates), kind)
        for kind, pattern in _EVENTS
        for match in pattern.finditer(words)
    ]
    if not found:
        return "meeting" if _MET.search(words) else None
    return min(found, key=lambda pair: pair[0])[1]


def find_dating(passages: Passages) -> list[Dating]:
    """Give what dates the text: dates printed at its beginning, "today" beside one, the latest."""
    found: list[Dating] = []
    latest: tuple[When, Sentence] | None = None
    opening = passages.blocks[:_OPENING][-1].end if passages.blocks else 0
    for sentence in passages.sentences:
        words = passages.plain[sentence.start : sentence.end]
        for date in find_dates(words):
            if sentence.start < opening and (date.has_month or _PRINTED.search(words)):
                found.append(_dating(passages, sentence, date, "printed at the beginning"))
            elif _TODAY.search(words):
                found.append(_dating(passages, sentence, date, "stands beside a word for today"))
            cited = CITED.search(words) or re.search(r"\b(?:by|until|before)\b", words)
            if not cited and (latest is None or date.last > latest[0].last):
                latest = date, sentence
    if latest:
        found.append(_dating(passages, latest[1], latest[0], "the latest date named as past"))
    return found[:_MOST] + found[-1:] if len(found) > _MOST else found


def _dating(passages: Passages, sentence: Sentence, date: When, shows: str) -> Dating:
    start, end = passages.normal.span(sentence.start + date.start, sentence.start + date.end)
    return Dating(start, end, passages.raw[start:end], date.iso, shows)

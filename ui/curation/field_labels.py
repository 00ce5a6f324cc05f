"""The names of fields and of their values, as a reader of a form or receipt sees them."""

from __future__ import annotations

from facts.model import DoubtKind
from facts.vocabulary import SetAsideClass
from words import _

BOUNDS = {
    "exact": _("exactly this many"),
    "more_than": _("more than this many"),
    "at_least": _("at least this many"),
    "about": _("about this many"),
    "almost": _("almost this many"),
    "up_to": _("up to this many"),
    "less_than": _("less than this many"),
    "range": _("from … to …"),
}
LANGUAGES = {"en": _("English"), "fr": _("French"), "es": _("Spanish")}
STATUSES = {"target": _("a target"), "plan": _("a plan")}
SCOPES = {
    "own": _("the organisation’s own"),
    "partner": _("joint or partners’ work"),
    "world": _("said by others"),
}
TIMES = {
    "document": _("today, says the document"),
    "on": _("at a date"),
    "span": _("over a time"),
    "not_stated": _("not stated"),
}
ROLES = {
    "host": _("held there"),
    "covered": _("about them"),
    "consulted": _("asked there"),
    "named": _("only named"),
}
DOUBTS: dict[DoubtKind, str] = {
    "denied": _("the sentence seems to deny it"),
    "planned": _("the sentence seems to tell of a plan"),
    "conditional": _("the sentence names a condition"),
    "asked": _("the sentence seems to ask"),
    "said_by_others": _("the sentence seems to pass on what others say"),
    "other_subject": _("the sentence seems to say it of somebody else"),
    "other_time": _("the sentence seems to say it of another time"),
    "part": _("the sentence seems to say it of a part"),
    "change": _("the sentence seems to tell of a change, not of a size"),
    "label": _("the number looks like a label"),
    "struck": _("the words are struck out in the source"),
    "cut": _("the sentence says more than the quote"),
    "ambiguous": _("the number can be read in two ways"),
}
KINDS = {
    "workshop": _("Workshop"),
    "training": _("Training"),
    "conference": _("Conference"),
    "meeting": _("Meeting"),
    "event": _("Event or statement"),
    "study": _("Study"),
    "publication": _("Publication"),
    "launch": _("Launch"),
    "campaign": _("Campaign"),
    "project": _("Project"),
    "standard": _("Standard"),
    "reform": _("Reform of law or policy"),
}
INDICATOR_KINDS = {
    "stock": _("how many there are at a time (members)"),
    "flow": _("how many there were over a time (workshops)"),
    "share": _("a share, in percent"),
}
# Why a number is no fact: the class of the data, the key that chooses it, and what is read.
REASONS: tuple[tuple[SetAsideClass, str, str], ...] = (
    ("no_claim", "1", _("Claims nothing")),
    ("date", "2", _("A date")),
    ("duration", "3", _("An age or a length of time")),
    ("publication", "4", _("Cited publication")),
    ("legal_reference", "5", _("Law or article")),
    ("name", "6", _("Part of a name")),
    ("deadline", "7", _("A deadline")),
    ("numbering", "8", _("Page or list number")),
    ("document_symbol", "9", _("Document symbol")),
    ("template_text", "0", _("The form’s own text")),
    ("contact", "T", _("Telephone or address")),
    ("pronoun", "O", _("“One” as a word")),
)
REASON_WORDS: dict[str, str] = {name: words for name, _key, words in REASONS}
DATED_BY = {
    "printed at the beginning": _("printed at the beginning"),
    "stands beside a word for today": _("stands beside a word for today"),
    "the latest date named as past": _("the latest date that is told of as past"),
}
FIELDS = {
    "indicator": _("What it counts"),
    "value": _("Number"),
    "bound": _("Meant as"),
    "wording": _("In the words of the document"),
    "time": _("When"),
    "scope": _("Whose number"),
    "places": _("Places"),
    "quote": _("The words that state it"),
    "section": _("Where it stands"),
    "title": _("Title"),
    "kind": _("Kind"),
    "said_by": _("Said by"),
    "note": _("Note for readers"),
    "counted": _("Counted from this list"),
    "part_of": _("Part of"),
    "spread": _("What the range ranges over"),
    "value_text": _("The number as written"),
    "language": _("Language of the words"),
    "status": _("The number is"),
    "doubts": _("Doubt"),
    "occurrence": _("Which one, where the words stand more than once"),
    "id": _("Short name"),
    "name": _("What staff call it"),
    "body": _("Sent to"),
    "reports_on": _("Reports on"),
    "written": _("Written"),
    "plot_at": _("Date on the charts"),
    "citation": _("How to cite it"),
    "session": _("Session"),
    "carried_from": _("Copied from"),
}


def field(path: str) -> str:
    """The name of a field as a reader sees it: `time.on` is "When"."""
    name = path.partition(".")[0].partition("[")[0]
    return FIELDS.get(name, name.replace("_", " "))

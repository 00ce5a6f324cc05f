"""The names of fields and of their values, as a reader of a form or receipt sees them."""

from __future__ import annotations

from facts.vocabulary import SetAsideClass
from words import N_, Labels

BOUNDS = Labels(
    exact=N_("exactly this many"),
    more_than=N_("more than this many"),
    at_least=N_("at least this many"),
    about=N_("about this many"),
    almost=N_("almost this many"),
    up_to=N_("up to this many"),
    less_than=N_("less than this many"),
    range=N_("from … to …"),
)
LANGUAGES = Labels(en=N_("English"), fr=N_("French"), es=N_("Spanish"))
STATUSES = Labels(target=N_("a target"), plan=N_("a plan"))
SCOPES = Labels(
    own=N_("the organisation’s own"),
    partner=N_("joint or partners’ work"),
    world=N_("said by others"),
)
TIMES = Labels(
    document=N_("today, says the document"),
    on=N_("at a date"),
    span=N_("over a time"),
    not_stated=N_("not stated"),
)
ROLES = Labels(
    host=N_("held there"),
    covered=N_("about them"),
    consulted=N_("asked there"),
    named=N_("only named"),
)
DOUBTS = Labels(
    denied=N_("the sentence seems to deny it"),
    planned=N_("the sentence seems to tell of a plan"),
    conditional=N_("the sentence names a condition"),
    asked=N_("the sentence seems to ask"),
    said_by_others=N_("the sentence seems to pass on what others say"),
    other_subject=N_("the sentence seems to say it of somebody else"),
    other_time=N_("the sentence seems to say it of another time"),
    part=N_("the sentence seems to say it of a part"),
    change=N_("the sentence seems to tell of a change, not of a size"),
    label=N_("the number looks like a label"),
    struck=N_("the words are struck out in the source"),
    cut=N_("the sentence says more than the quote"),
    ambiguous=N_("the number can be read in two ways"),
)
KINDS = Labels(
    workshop=N_("Workshop"),
    training=N_("Training"),
    conference=N_("Conference"),
    meeting=N_("Meeting"),
    event=N_("Event or statement"),
    study=N_("Study"),
    publication=N_("Publication"),
    launch=N_("Launch"),
    campaign=N_("Campaign"),
    project=N_("Project"),
    standard=N_("Standard"),
    reform=N_("Reform of law or policy"),
)
INDICATOR_KINDS = Labels(
    stock=N_("how many there are at a time (members)"),
    flow=N_("how many there were over a time (workshops)"),
    share=N_("a share, in percent"),
)
# Why a number is no fact: the class of the data, the key that chooses it, and what is read.
REASONS: tuple[tuple[SetAsideClass, str, str], ...] = (
    ("no_claim", "1", N_("Claims nothing")),
    ("date", "2", N_("A date")),
    ("duration", "3", N_("An age or a length of time")),
    ("publication", "4", N_("Cited publication")),
    ("legal_reference", "5", N_("Law or article")),
    ("name", "6", N_("Part of a name")),
    ("deadline", "7", N_("A deadline")),
    ("numbering", "8", N_("Page or list number")),
    ("document_symbol", "9", N_("Document symbol")),
    ("template_text", "0", N_("The form’s own text")),
    ("contact", "T", N_("Telephone or address")),
    ("pronoun", "O", N_("“One” as a word")),
)
REASON_WORDS = Labels({name: words for name, _key, words in REASONS})
DATED_BY = Labels(
    {
        "printed at the beginning": N_("printed at the beginning"),
        "stands beside a word for today": N_("stands beside a word for today"),
        "the latest date named as past": N_("the latest date that is told of as past"),
    }
)
FIELDS = Labels(
    indicator=N_("What it counts"),
    value=N_("Number"),
    bound=N_("Meant as"),
    wording=N_("In the words of the document"),
    time=N_("When"),
    scope=N_("Whose number"),
    places=N_("Places"),
    quote=N_("The words that state it"),
    section=N_("Where it stands"),
    title=N_("Title"),
    kind=N_("Kind"),
    said_by=N_("Said by"),
    note=N_("Note for readers"),
    counted=N_("Counted from this list"),
    part_of=N_("Part of"),
    spread=N_("What the range ranges over"),
    value_text=N_("The number as written"),
    language=N_("Language of the words"),
    status=N_("The number is"),
    doubts=N_("Doubt"),
    occurrence=N_("Which one, where the words stand more than once"),
    id=N_("Short name"),
    name=N_("What staff call it"),
    body=N_("Sent to"),
    reports_on=N_("Reports on"),
    written=N_("Written"),
    plot_at=N_("Date on the charts"),
    citation=N_("How to cite it"),
    session=N_("Session"),
    carried_from=N_("Copied from"),
)


def field(path: str) -> str:
    """The name of a field as a reader sees it: `time.on` is "When"."""
    name = path.partition(".")[0].partition("[")[0]
    return FIELDS.get(name, name.replace("_", " "))

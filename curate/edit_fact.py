"""A fact that is there, changed in its place in its file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from curate import whole_save, yaml_edit
from curate.durable_write import as_not_saved
from curate.errors import NotSaved, Refused
from curate.validation import Ground, Verdict, clean, judge_fact
from curate.whole_save import Change, Saved, fingerprint
from curate.yaml_edit import Fields
from facts.corpus import Corpus, Sub
from language.quotes import SourceText


@dataclass(frozen=True)
class Editing:
    """A fact being edited: `fields` as its file has them, `text` that of the source.

    `file` is the file as it was when the fact was taken up, `base` its SHA-256: a save is refused
    once it is another.
    """

    data: Path
    ref: str
    fields: Fields
    base: str
    text: str
    sub: Sub
    corpus: Corpus
    file: bytes = field(repr=False)
    ground: Ground = field(repr=False)

    @property
    def path(self) -> str:
        """The file, as a path in the data folder."""
        return f"submissions/{self.sub.head.id}/submission.yaml"


def open_fact(data: Path, corpus: Corpus, ref: str) -> Editing:
    """Take up the fact `submission/fact`, proved or not. Raises NotSaved where it is not there."""
    name, _, fact = ref.partition("/")
    sub = corpus.submission(name)
    if sub is None:
        raise NotSaved(f"There is no submission '{name}'.", "Look whether its file can be read.")
    with as_not_saved():
        file = (data / "submissions" / name / "submission.yaml").read_bytes()
    found = _fact(file, fact)
    entries = _facts(file)
    others = frozenset(str(one.get("id")) for one in entries) - {fact}
    source = SourceText(sub.source_text, sub.head.language or "")
    ground = Ground(source, corpus, corpus.indicators, name, others, head=sub.head)
    base = fingerprint(file)
    return Editing(data, ref, found, base, sub.source_text, sub, corpus, file, ground)


def check(editing: Editing, fields: Fields) -> Verdict:
    """What the checker says of the fact as changed."""
    return judge_fact(editing.ground, _clean(editing, fields))


def preview(editing: Editing, fields: Fields) -> tuple[str, str]:
    """The file before and after. Raises NotSaved where only this fact cannot be changed."""
    before = _text(editing.file)
    return before, yaml_edit.change_entry(before, "facts", _index(editing), _clean(editing, fields))


def save(editing: Editing, fields: Fields, over: str | None = None) -> Saved:
    """Save the fact as changed; nothing else of the file changes.

    Raises Refused where a proof fails, Conflict where the file was changed meanwhile, NotSaved.
    With `over`, the text that was seen as theirs in a Conflict, the fact is changed in that text:
    what others changed in other entries is kept.
    """
    if over is not None:
        theirs = replace(editing, file=over.encode())
        editing = replace(theirs, fields=_fact(theirs.file, editing.fields["id"]))
    fields = _clean(editing, fields)
    verdict = check(editing, fields)
    if not verdict.allowed:
        raise Refused(verdict.faults)
    _, after = preview(editing, fields)
    before = editing.fields
    changed = [name for name in {**before, **fields} if before.get(name) != fields.get(name)]
    what = f"{', '.join(changed)} of {fields['id']}"
    if "value" in changed or "bound" in changed:
        what = f"{fields['id']} is {_said(fields)}"
    message = f"Correct {editing.sub.head.name}: {what}"
    files, based_on = {editing.path: after.encode()}, {editing.path: editing.file}
    return whole_save.save(editing.data, Change(editing.sub.head.id, message, files, {}, based_on))


def _text(file: bytes) -> str:
    try:
        return file.decode()
    except UnicodeDecodeError:
        raise NotSaved("This file is not UTF-8.", "Save it as UTF-8 in an editor.") from None


def _facts(file: bytes) -> tuple[dict[str, Any], ...]:
    found: Any = yaml_edit.read_values(_text(file)).get("facts") or ()
    return tuple(one for one in found if isinstance(one, dict))


def _fact(file: bytes, name: str) -> Fields:
    """The fields of a fact in a file. Raises NotSaved where it is not there."""
    for one in _facts(file):
        if one.get("id") == name:
            found: Fields = _lists(one)
            return found
    raise NotSaved(f"There is no fact '{name}' in this file.", "Look whether its id was changed.")


def _index(editing: Editing) -> int:
    entries = _facts(editing.file)
    return next(at for at, one in enumerate(entries) if one.get("id") == editing.fields["id"])


def _lists(value: Any) -> Any:
    """Tuples as lists, as they are in JSON and on screens."""
    if isinstance(value, dict):
        return {name: _lists(one) for name, one in value.items()}
    return [_lists(one) for one in value] if isinstance(value, tuple) else value


def _clean(editing: Editing, fields: Fields) -> Fields:
    """The fields as they are written; those that were not edited as they are."""
    edited = {name: one for name, one in fields.items() if one != editing.fields.get(name)}
    cleaned: Fields = clean(edited)
    return {name: one for name, one in fields.items() if name not in edited} | cleaned


def _said(fields: Fields) -> str:
    value = fields["value"]
    number = f"{value['low']} to {value['high']}" if isinstance(value, dict) else f"{value:,}"
    bound = str(fields["bound"]).replace("_", " ")
    return number if bound in ("exact", "range") else f"{bound} {number}"

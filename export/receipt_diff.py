"""Sentences on how a receipt differs from its file, and from today's data."""

from __future__ import annotations

from collections.abc import Iterator

from charts.spec import Evidence
from export.receipt import Receipt, code, facts_of, version_of, words_of
from export.receipt_io import COLUMNS, KEYS, NUMBERS, Row, as_number, to_row
from words import _, translate

LONGEST_TEXT = 160  # letters of a text that are shown in a sentence
TOLD_AS = {"says": (*NUMBERS, "bound"), "as_of": ("time",)}
LABELS = {column.key: column.label for column in COLUMNS}


def wrong_version(receipt: Receipt) -> tuple[str, ...]:
    """Whether the items of a receipt give the version and the code that it carries."""
    if version_of(receipt.items) != receipt.version:
        what = _("The facts in the file do not give the data version that it carries, {version}.")
        return (what.format(version=one_line(receipt.version)),)
    if code(receipt.figure, receipt.view, receipt.version) != receipt.code:
        return (_("The code {code} is not the one of this figure.", code=one_line(receipt.code)),)
    if words_of(receipt.items) != receipt.words:
        return (_("The words of the facts in the file are not those that it was made with."),)
    return ()


def different_rows(rows: list[Row], receipt: Receipt) -> tuple[str, ...]:
    """Where the rows of a sheet differ from the receipt; a row is compared in what it has."""
    items = {one.ref: one for one in receipt.items}
    found = [
        _("{ref} stands in the file, and not in its receipt.", ref=one_line(one["ref"]))
        for one in rows
        if one["ref"] not in items
    ]
    for one in rows:
        if one["ref"] in items:
            found += _cells(one, items[one["ref"]])
    there = {one["ref"] for one in rows}
    found += [
        _("{what} is not in the file any more.", what=name_of(one))
        for ref, one in items.items()
        if ref not in there
    ]
    return tuple(dict.fromkeys(found))


def different_values(values: tuple[str, ...], receipt: Receipt, *, whole: bool) -> tuple[str, ...]:
    """Where the numbers of a file, in the order of the receipt, are not those of the receipt.

    `whole` is False for a picture, in which there may be no room for every number.
    """
    items = [one for one in receipt.items if one.says]
    said = {one.says for one in items}
    found = [
        _("“{value}” stands in the file; no fact of its receipt says so.", value=one_line(value))
        for value in dict.fromkeys(values)
        if value not in said
    ]
    if whole or found:
        found += [
            _(
                "{what}: “{says}” is not in the file any more.",
                what=name_of(one),
                says=one_line(one.says),
            )
            for one in items
            if one.says not in values
        ]
    rest = iter(items)
    if not found and not all(any(one.says == value for one in rest) for value in values):
        found.append(_("The numbers stand in the file with other facts than in its receipt."))
    return tuple(found)


def changed_facts(old: Receipt, new: Receipt) -> tuple[str, ...]:
    """What the data say today that is not what the file was made from, fact by fact."""
    before, after = ({one.ref: one for one in held.items} for held in (old, new))
    return (
        *(
            _("{what}: {says} is no longer in this figure.", what=name_of(one), says=_said(one))
            for ref, one in before.items()
            if ref not in after
        ),
        *(text for ref, one in before.items() if ref in after for text in _moved(one, after[ref])),
        *(
            _("{what}: {says} is new in this figure.", what=name_of(one), says=_said(one))
            for ref, one in after.items()
            if ref not in before
        ),
    )


def name_of(one: Evidence) -> str:
    """A fact as it is named in a sentence: "Members, CSTD 2025"."""
    return f"{one_line(one.label)}, {one_line(one.document)}"


def one_line(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text of a file on one line, cut when long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: longest * 4]).split())
    return f"{line[:longest]}…" if len(line) > longest else line


def _said(one: Evidence) -> str:
    return _("“{says}”", says=one_line(one.says or one.quote))


def _moved(old: Evidence, new: Evidence) -> Iterator[str]:
    """What changed of one fact, whatever language each is said in.

    The value is told once, as it may be said, where that differs; so is its time.
    """
    before, after = to_row(old), to_row(new)
    facts, today = facts_of(old), facts_of(new)
    changed = {key for key in facts.keys() | today.keys() if facts.get(key) != today.get(key)}
    for told, instead in TOLD_AS.items():
        if changed & set(instead) and before[told] != after[told]:
            changed = changed.difference(instead) | {told}
    for key in (key for key in KEYS if key in changed):
        yield _(
            "{what}: {column} was “{old}” and is now “{new}”.",
            what=name_of(old),
            column=translate(LABELS[key]),
            old=one_line(before[key]),
            new=one_line(after[key]),
        )


def _cells(found: Row, held: Evidence) -> Iterator[str]:
    wanted = to_row(held)
    for key in (key for key in KEYS if key in found):
        if not _same(found[key], wanted[key], key in NUMBERS):
            yield _(
                "{what}: {column} is “{found}” in the file; the receipt holds “{wanted}”.",
                what=name_of(held),
                column=translate(LABELS[key]),
                found=one_line(found[key]),
                wanted=one_line(wanted[key]),
            )


def _same(found: str, wanted: str, number: bool) -> bool:
    if not number:
        return found.split() == wanted.split()
    try:
        return as_number(found) == as_number(wanted)
    except ValueError:
        return False

"""The text of a YAML file and a changed entry go in; the text with only that changed comes out.

Everything else keeps its bytes: comments, order, quotes, empty lines, line ends. Each result is
read again and compared with what was wanted; anything else is refused and not given back.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from curate.cuts import Cut, in_map, whole
from curate.errors import NotSaved
from curate.scalars import comparable
from curate.spans import at, spots
from curate.writing import Fields
from facts.yaml_tree import Node, Plain, plain, read_nodes

Path: TypeAlias = tuple[str | int, ...]
_BOM = "\ufeff"


def changed(text: str, path: Path, fields: Any) -> str:
    """The file with the value at the end of the path as `fields` say. Raises NotSaved."""
    found = values(text)
    wanted = _with(found, path, comparable(fields))
    if wanted == found:
        return text
    spot = at(spots(_bare(text)), path)
    old = _at(found, path)
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if spot.kind == "map" and not spot.flow:
        cuts = list(in_map(_bare(text), spot, old, comparable(fields), name))
    else:
        cuts = [whole(_bare(text), spot, fields, name)]
    return _checked(text, cuts, wanted)


def inserted(text: str, name: str, index: int, fields: Fields) -> str:
    """The file with a new entry at this place of the list `name`. Raises NotSaved."""
    found = values(text)
    entries = found.get(name) or ()
    if not isinstance(entries, tuple):
        raise NotSaved(f"{name} is not a list in this file.", "Mend it in an editor first.")
    new = (*entries[:index], comparable(fields), *entries[index:])
    return _with_list(text, found, name, new)


def removed(text: str, name: str, index: int) -> str:
    """The file without one entry of the list `name`. Raises NotSaved."""
    found = values(text)
    entries = found.get(name) or ()
    if not isinstance(entries, tuple) or not 0 <= index < len(entries):
        raise NotSaved("This entry is no longer in the file.", "Open it again.")
    return _with_list(text, found, name, (*entries[:index], *entries[index + 1 :]))


def values(text: str) -> dict[str, Any]:
    """What a file says, as plain values. Raises NotSaved where it cannot be read."""
    tree = read_nodes(text.encode(), "")
    if not isinstance(tree, Node):
        raise NotSaved(f"Line {tree.line} of the file: {tree.what}", "Mend it in an editor first.")
    found = plain(tree)
    if not isinstance(found, dict) or tree.twice:
        raise NotSaved("This file is not a map of fields.", "Mend it in an editor first.")
    return found


def _with_list(text: str, found: dict[str, Plain], name: str, new: tuple[Plain, ...]) -> str:
    bare = _bare(text)
    root = spots(bare)
    wanted = {**found, name: new}
    old = found.get(name)
    if root.kind == "map" and not root.flow:
        cuts = list(in_map(bare, root, {name: old} if name in found else {}, {name: new}, ""))
        return _checked(text, cuts, wanted)
    raise NotSaved("This file has an unusual form.", "Mend it in an editor first.")


def _checked(text: str, cuts: list[Cut], wanted: Any) -> str:
    """The text after the cuts, where it reads as wanted. Raises NotSaved where it does not."""
    mark = _BOM if text.startswith(_BOM) else ""
    bare = text[len(mark) :]
    crlf = bare.count("\r\n") * 2 > bare.count("\n")
    for start, end, new in sorted(cuts, key=lambda cut: cut[:2], reverse=True):
        new = new.replace("\n", "\r\n") if crlf else new
        bare = bare[:start] + new + bare[end:]
    if values(mark + bare) != wanted:
        raise NotSaved("This change cannot be made without touching more.", "Change it by hand.")
    return mark + bare


def _bare(text: str) -> str:
    return text.removeprefix(_BOM)


def _at(whole: Any, path: Path) -> Any:
    for step in path:
        try:
            whole = whole[step]
        except (KeyError, IndexError, TypeError):
            raise NotSaved("This entry is no longer in the file.", "Open it again.") from None
    return whole


def _with(whole: Any, path: Path, new: Any) -> Any:
    """The plain values with another value at the end of the path."""
    if not path:
        return new
    inner = _with(_at(whole, path[:1]), path[1:], new)
    if isinstance(whole, dict):
        return {**whole, str(path[0]): inner}
    index = int(path[0])
    return (*whole[:index], inner, *whole[index + 1 :])

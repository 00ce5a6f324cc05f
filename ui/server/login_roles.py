"""Who may read and who may edit, by the file of roles.

    curator:
      - ana@example.org
    reader:
      - "*@example.org"

A file that is broken or missing gives nobody a role.
"""

from __future__ import annotations

import logging
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import settings
from facts.problems import Problem, as_text, show
from facts.yaml_tree import Node, read_nodes
from words import _

Role = Literal["", "reader", "curator"]
KEYS = ("curator", "reader", "verified_by")
CLAIMS = ("email_verified", "xms_edov")  # the names under which providers vouch for an address
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_DOMAIN = re.compile(r"\*@(?:[a-z0-9-]+\.)+[a-z0-9-]+")
_BARE = re.compile(rb"^[ ]*-[ ]+(\*@[^\s#]*)", re.M)  # YAML would take the * for a sign of its own
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Roles:
    """Who may what; `wrong` says why nobody may anything, `path` where it says so."""

    curators: frozenset[str] = frozenset()
    readers: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    verified_by: str = CLAIMS[0]
    wrong: str = ""

    def of(self, email: str) -> Role:
        """The role of an address whose provider vouches for it."""
        one = folded(email)
        if not _ADDRESS.fullmatch(one):
            return ""
        if one in self.curators:
            return "curator"
        return "reader" if one in self.readers or one.rpartition("@")[2] in self.domains else ""


def folded(email: str) -> str:
    """An address as it is compared: small letters, where they are plain ones.

    Some letters beyond ASCII have a plain small letter, so that folding them would make two one.
    """
    return email.strip().lower() if email.isascii() else email.strip()


def parse(data: bytes, file: str) -> Roles | tuple[Problem, ...]:
    """The roles in the bytes of a file, or all that is wrong with it, in its order."""
    if bare := _BARE.search(data):
        line = data.count(b"\n", 0, bare.start(1)) + 1
        column = bare.start(1) - data.rfind(b"\n", 0, bare.start(1))
        fix = f'write it in quotes: "{bare[1].decode(errors="replace")}"'
        return (Problem(file, line, column, "file", "a * begins this line.", fix),)
    top = read_nodes(data, file)
    if isinstance(top, Problem):
        return (top,)
    if not isinstance(top.value, dict):
        fix = "write curator: and under it a list of e-mail addresses."
        return (Problem(file, top.line, top.column, "file", "there are no roles in it.", fix),)
    found = [_twice(file, *one) for one in top.twice]
    lists: dict[str, list[str]] = {"curator": [], "reader": []}
    verified_by = CLAIMS[0]
    for key, node in top.value.items():
        if key not in KEYS:
            line, column = top.keys[key]
            what = f"{show(key)} is no role."
            found.append(Problem(file, line, column, "file", what, f"use {', '.join(KEYS)}."))
        elif key == "verified_by":
            if node.value not in CLAIMS:
                what = f"{show(node.text or '')} is not known."
                found.append(_at(file, node, key, what, f"use {' or '.join(CLAIMS)}."))
            verified_by = str(node.value)
        else:
            lists[key], problems = _addresses(file, key, node)
            found += problems
    if found:
        return tuple(sorted(found))
    return Roles(
        frozenset(lists["curator"]),
        frozenset(one for one in lists["reader"] if not one.startswith("*@")),
        frozenset(one[2:] for one in lists["reader"] if one.startswith("*@")),
        verified_by,
    )


def _addresses(file: str, key: str, node: Node) -> tuple[list[str], list[Problem]]:
    """The addresses of a role, and what is wrong with them."""
    if node.value is None:
        return [], []
    if not isinstance(node.value, list):
        fix = 'write each on a line of its own: - "ana@example.org"'
        return [], [_at(file, node, key, "this is no list of e-mail addresses.", fix)]
    found, problems = [], []
    for one in node.value:
        email = folded(one.value) if isinstance(one.value, str) else ""
        if key == "curator" and email.startswith("*"):
            what = f"{show(email)} would let a whole domain edit."
            problems.append(_at(file, one, key, what, "name each curator by e-mail address."))
        elif not email.isascii() or not (_DOMAIN if email.startswith("*") else _ADDRESS).fullmatch(
            email
        ):
            what = f"{show(one.text or '')} is no e-mail address."
            fix = 'write ana@example.org, or "*@example.org" for everyone of a domain who reads.'
            problems.append(_at(file, one, key, what, fix))
        else:
            found.append(email)
    return found, problems


def _at(file: str, node: Node, key: str, what: str, fix: str) -> Problem:
    return Problem(file, node.line, node.column, key, what, fix)


def _twice(file: str, key: str, line: int, column: int) -> Problem:
    return Problem(file, line, column, key, f"{show(key)} stands here again.", "join the lists.")


def read(path: Path | None) -> Roles:
    """The roles of a file; what is wrong with it stands in `wrong`, for the log."""
    if path is None:
        return Roles(wrong="DASHBOARD_ROLES is not set. Fix: name the file that holds the roles.")
    try:
        made = parse(path.read_bytes(), path.name)
    except OSError as error:
        fix = "Fix: make the file, or set DASHBOARD_ROLES to it."
        return Roles(wrong=f"{path.name}: {error.strerror or 'it cannot be read'}. {fix}")
    return made if isinstance(made, Roles) else Roles(wrong=as_text(made))


_lock = threading.Lock()
_kept: dict[Path | None, tuple[object, Roles]] = {}


def current() -> Roles:
    """The roles as they stand now: the file is read again when it changed, and told when broken."""
    path = settings.roles_file()
    seen = _seen(path)
    with _lock:
        if path in _kept and _kept[path][0] == seen:
            return _kept[path][1]
        roles = read(path)
        _kept[path] = (seen, roles)
    if roles.wrong:
        _log.warning("Nobody has a role, so nobody can edit. %s", roles.wrong)
    return roles


def _seen(path: Path | None) -> object:
    try:
        stat = path.stat() if path is not None else None
    except OSError as error:
        return error.errno
    return stat and (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def sentence(roles: Roles) -> str:
    """What is said on the page where the file is broken; nothing where it is well."""
    if not roles.wrong:
        return ""
    return _(
        "The file that says who may read and who may edit cannot be used, so nobody can edit. "
        "What is wrong with it stands in the log of the server."
    )

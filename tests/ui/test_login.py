"""Who may read and who may edit: the file of roles, the cookie of a login, every way to save."""

from __future__ import annotations

import ast
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

import settings
from facts.problems import Problem, as_text
from tests.support.loops import run as run_alone
from tests.support.real import DATA, ROOT, real
from tests.ui.adding import ADD, field, fine, page_words, press
from tests.ui.conftest import Run
from ui.deck import talk_route
from ui.server import http_app, login, login_roles, login_settings
from ui.server.login import Person
from ui.server.login_roles import Roles

SECRET = "Yk3-a-secret-of-a-test-and-nothing-else-x91"
HOME = "https://facts.example.org"
ROLES = """\
curator:
  - Ana@Example.org
reader:
  - ben@example.org
  - "*@readers.example"
"""


def said(text: str) -> str:
    """What is wrong with a file of roles, a line for each thing."""
    found = login_roles.parse(text.encode(), "roles.yaml")
    return as_text(found) if isinstance(found, tuple) else ""


@pytest.mark.parametrize(
    ("email", "role"),
    [
        ("ana@example.org", "curator"),
        (" ANA@EXAMPLE.ORG ", "curator"),
        ("ben@example.org", "reader"),
        ("eve@example.org", ""),
        ("any@readers.example", "reader"),
        ("ana@example.org@readers.example", ""),
        ("any@sub.readers.example", ""),
        ("any@xreaders.example", ""),
        ("any@readers.example.evil.example", ""),
        ("*@readers.example", "reader"),
        ("", ""),
        ("@readers.example", ""),
        ("a b@readers.example", ""),
        # Letters beyond ASCII that become plain ones when they are made small.
        ("\u212aim@example.org", ""),
        ("ana@ex\u0430mple.org", ""),
    ],
)
def test_the_role_of_an_address(email: str, role: str):
    roles = login_roles.parse((ROLES + "  - kim@example.org\n").encode(), "roles.yaml")
    assert isinstance(roles, Roles) and roles.of(email) == role


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "roles.yaml:1:1: file: there are no roles in it. Fix: write curator: and under it a "
         "list of e-mail addresses."),
        ("curators:\n  - a@b.org\n",
         "roles.yaml:1:1: file: 'curators' is no role. Fix: use curator, reader, verified_by."),
        ("curator: a@b.org\n", "roles.yaml:1:10: curator: this is no list of e-mail addresses. "
         'Fix: write each on a line of its own: - "ana@example.org"'),
        ("curator:\n  - a@b.org\n  - ana\n", "roles.yaml:3:5: curator: 'ana' is no e-mail address. "
         'Fix: write ana@example.org, or "*@example.org" for everyone of a domain who reads.'),
        ('curator:\n  - "*@b.org"\n', "roles.yaml:2:5: curator: '*@b.org' would let a whole domain "
         "edit. Fix: name each curator by e-mail address."),
        ('reader:\n  - "*"\n', "roles.yaml:2:5: reader: '*' is no e-mail address. "
         'Fix: write ana@example.org, or "*@example.org" for everyone of a domain who reads.'),
        ("reader:\n  - *@b.org\n",
         'roles.yaml:2:5: file: a * begins this line. Fix: write it in quotes: "*@b.org"'),
        ("curator:\n  - a@b.org\ncurator:\n  - c@d.org\n",
         "roles.yaml:3:1: curator: 'curator' stands here again. Fix: join the lists."),
        ("verified_by: email\n", "roles.yaml:1:14: verified_by: 'email' is not known. "
         "Fix: use email_verified or xms_edov."),
    ],
)  # fmt: skip
def test_a_broken_file_of_roles_says_where_and_how_to_mend_it(text: str, sentence: str):
    assert said(text).startswith(sentence)


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of roles that the program reads."""
    file = tmp_path / "roles.yaml"
    file.write_text(ROLES)
    monkeypatch.setattr(settings, "roles_file", lambda: file)
    yield file
    login_roles._kept.clear()


def test_the_file_is_read_again_when_it_changed_and_not_otherwise(
    roles: Path, monkeypatch: pytest.MonkeyPatch
):
    reads: list[Path | None] = []
    read = login_roles.read

    def counted(path: Path | None) -> Roles:
        reads.append(path)
        return read(path)

    monkeypatch.setattr(login_roles, "read", counted)
    for _ in range(5):
        assert login_roles.current().of("ana@example.org") == "curator"
    assert reads == [roles]
    roles.write_text("reader:\n  - ana@example.org\n")
    assert login_roles.current().of("ana@example.org") == "reader"
    roles.unlink()
    assert login_roles.current().of("ana@example.org") == ""
    assert login_roles.current().wrong.startswith("roles.yaml: No such file")
    roles.write_text("curator:\n  - ana\n")
    assert login_roles.current() == Roles(wrong=said("curator:\n  - ana\n"))
    roles.write_text(ROLES)
    assert login_roles.current().of("ana@example.org") == "curator"
    assert len(reads) == 5


def test_without_a_file_nobody_has_a_role():
    assert login_roles.read(None).of("ana@example.org") == ""
    assert "DASHBOARD_ROLES is not set" in login_roles.read(None).wrong


def test_a_problem_has_the_place_of_the_word():
    found = login_roles.parse(b"reader:\n  - ana@example.org\n  - [x]\n", "r.yaml")
    assert isinstance(found, tuple) and isinstance(found[0], Problem)
    assert (found[0].line, found[0].column) == (3, 5)


@pytest.mark.parametrize(
    ("claims", "role", "why"),
    [
        ({"email": "ana@example.org", "email_verified": True}, "curator", ""),
        ({"email": "ana@example.org", "email_verified": "true"}, "curator", ""),
        ({"email": "ana@example.org", "email_verified": False}, "", "does not vouch"),
        ({"email": "ana@example.org", "email_verified": "false"}, "", "does not vouch"),
        ({"email": "ana@example.org", "email_verified": "yes"}, "", "does not vouch"),
        ({"email": "ana@example.org", "email_verified": ["true"]}, "", "does not vouch"),
        ({"email": "ana@example.org"}, "", "does not vouch"),
        ({"email": "ana@example.org", "xms_edov": True}, "", "does not vouch"),
        ({"email": ["ana@example.org"], "email_verified": True}, "", "without an e-mail address"),
        ({"email_verified": True}, "", "without an e-mail address"),
        ({"email": "eve@example.org", "email_verified": True}, "", "has no role"),
    ],
)  # fmt: skip
def test_what_a_provider_says_of_someone(roles: Path, claims: dict, role: str, why: str):
    found = login.person(claims)
    assert found.role == role and (why in found.why if why else found.why == "")


def test_another_claim_can_vouch(roles: Path):
    roles.write_text(ROLES + "verified_by: xms_edov\n")
    email = {"email": "ana@example.org"}
    assert login.person({**email, "xms_edov": True}).role == "curator"
    assert login.person({**email, "email_verified": True}).role == ""


# ---- the cookie ------------------------------------------------------------------------------


@pytest.fixture
def signed(roles: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, str]]:
    """Makes the cookies of a login as Streamlit makes them."""
    monkeypatch.setattr(login, "get_cookie_secret", lambda: SECRET)
    auth = {"redirect_uri": f"{HOME}/oauth2callback", "cookie_secret": SECRET}
    monkeypatch.setattr(login_settings, "section", lambda: auth)
    monkeypatch.setattr(login_settings, "configured", lambda: True)
    monkeypatch.setattr(settings, "reading", lambda: "login")

    def make(secret: str = SECRET, name: str = USER_COOKIE_NAME, **changed: object):
        claims = {
            "email": "ben@example.org", "email_verified": True, "is_logged_in": True,
            "origin": HOME, "provider": "default", **changed,
        }  # fmt: skip
        sign = lambda one, text: create_signed_value(secret, name + one[len(name) :], text)  # noqa: E731
        made: dict[str, str] = {}
        set_cookie_with_chunks(
            lambda one, text: made.__setitem__(one, sign(one, text).decode()),
            sign, name, claims, cookie_attr_size=60,
        )  # fmt: skip
        return made

    return make


def test_the_cookie_of_a_login_is_believed(signed: Callable[..., dict[str, str]]):
    assert login.of_cookies(signed()) == Person("ben@example.org", "reader")
    long = "".join(random.Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=12_000))
    whole = signed(picture=long)
    assert len(whole) > 2 and login.of_cookies(whole) == Person("ben@example.org", "reader")
    del whole[f"{USER_COOKIE_NAME}_2"]
    assert login.of_cookies(whole) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"secret": "another-secret-that-someone-else-has-made-up"},
        {"secret": ""},
        {"name": "_streamlit_user_tokens"},
        {"is_logged_in": False},
        {"is_logged_in": "true"},
        {"origin": "https://elsewhere.example.org"},
        {"origin": "http://facts.example.org"},
        {"origin": None},
    ],
)
def test_a_cookie_that_was_made_elsewhere_is_nobody(
    signed: Callable[..., dict[str, str]], changed: dict[str, str]
):
    cookies = {USER_COOKIE_NAME: next(iter(signed(**changed).values()))}
    assert login.of_cookies(cookies) is None


def test_every_change_in_a_cookie_makes_it_nobody(signed: Callable[..., dict[str, str]]):
    good = signed()[USER_COOKIE_NAME]
    for at in range(len(good)):
        for other in ("A", "B", "."):
            if good[at] != other:
                bad = good[:at] + other + good[at + 1 :]
                found = login.of_cookies({USER_COOKIE_NAME: bad})
                # The last sign of a base64 text has bits that say nothing.
                assert found is None or (at == len(good) - 1), (at, other)
    for bad in ("", ".", "..", "null", "é", "a" * 100_000, good + "x", good[:-2], f'"{good}"'):
        assert login.of_cookies({USER_COOKIE_NAME: bad}) is None


def test_an_old_cookie_is_nobody(
    signed: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
):
    cookies = signed()
    now = time.time()
    for days, person in ((30.9, Person("ben@example.org", "reader")), (31.1, None)):
        monkeypatch.setattr(time, "time", lambda days=days: now + days * 86_400)
        assert login.of_cookies(cookies) == person


def test_a_short_secret_makes_everyone_nobody(
    signed: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(login, "get_cookie_secret", lambda: "short")
    assert login.of_cookies(signed(secret="short")) is None


def request(cookies: dict[str, str], path: str = "/talk") -> Request:
    """A request with these cookies."""
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    headers = [(b"cookie", sent.encode())] if sent else []
    query = b"deck=network-in-brief"
    return Request({"type": "http", "method": "GET", "path": path, "headers": headers,
                    "query_string": query})  # fmt: skip


def test_a_talk_is_given_to_who_may_read(signed: Callable[..., dict[str, str]]):
    assert talk_route.may_read(request(signed()))
    assert not talk_route.may_read(request({}))
    assert not talk_route.may_read(request(signed(email="eve@example.org")))
    assert not talk_route.may_read(request(signed(email_verified=False)))
    answer = run_alone(talk_route.talk(request({})))
    assert answer.status_code == 403 and b"129" not in answer.body


def test_readiness_says_no_number_before_a_login(
    signed: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(http_app, "why_not", lambda: None)
    monkeypatch.setattr(
        http_app, "store", lambda: type("Held", (), {"snapshot": lambda _s: real()})()
    )
    assert run_alone(http_app.ready(request({}))).body == b'{"status":"ready"}'
    assert real().version.encode() in run_alone(http_app.ready(request(signed()))).body


def test_behind_https_every_cookie_stays_on_it(signed: Callable[..., dict[str, str]]):
    headers = MutableHeaders(raw=[(b"set-cookie", b"a=1; Path=/"), (b"set-cookie", b"b=2; secure")])
    http_app._complete(headers, "/oauth2callback")
    assert headers.getlist("set-cookie") == ["a=1; Path=/; Secure", "b=2; secure"]


def test_where_reading_needs_a_login_nobody_in_between_keeps_a_talk(
    signed: Callable[..., dict[str, str]],
):
    headers = MutableHeaders(raw=[(b"cache-control", b"private, no-cache")])
    http_app._complete(headers, "/talk")
    assert headers["cache-control"] == "private, no-store"


# ---- the address -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "safe"),
    [
        ("", ""),
        ("network", "network"),
        ("network?show=members&x=a%20b", "network?show=members&x=a%20b"),
        ("said-by-others", "said-by-others"),
        ("?fact=a/b", "?fact=a/b"),
        ("network?login=failed&show=members", "network?show=members"),
        ("//evil.example", ""),
        ("/evil", ""),
        ("https://evil.example", ""),
        ("\\\\evil.example", ""),
        ("network/../../x", ""),
        ("network#x", ""),
        ("network?a=b\r\nSet-Cookie: x=y", ""),
        ("network?a=\u00e9", ""),
        ("network?made=" + "a" * 5_000, "network"),
        ("a" * 100, ""),
    ],
)
def test_only_a_page_of_ours_is_gone_back_to(to: str, safe: str):
    assert login.safe_address(to) == safe


# ---- the pages and every way to save ---------------------------------------------------------


@pytest.fixture
def who(monkeypatch: pytest.MonkeyPatch) -> list[Person | None]:
    """Someone who is logged in; the test changes who it is, and what they may do."""
    held: list[Person | None] = [None]
    monkeypatch.setattr(login_settings, "configured", lambda: True)
    monkeypatch.setattr(login, "of_session", lambda: held[0])
    return held


CURATOR, READER = Person("ana@example.org", "curator"), Person("ben@example.org", "reader")


def everything(app: AppTest) -> str:
    """All that was sent to the browser, as text."""
    assert app._tree is not None
    found, left = [], [app._tree]
    while left:
        node = left.pop()
        found.append(str(getattr(node, "proto", "")))
        left += getattr(node, "children", {}).values()
    return "\n".join(found)


@pytest.mark.parametrize("person", [None, Person("eve@example.org", "", "No role here.")])
def test_nothing_is_shown_before_a_login(
    run: Run, who: list[Person | None], person: Person | None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings, "reading", lambda: "login")
    who[0] = person
    known = [placed.fact.id for placed in real().corpus.facts()]
    known += [sub.head.name for sub in real().corpus.submissions]
    known += [*real().corpus.organisation.title.values(), "129"]
    app = fine(run(show="members"))
    assert [one for one in known if one in everything(app)] == []
    assert [one.label for one in app.button] == ([] if person is None else ["Log out"])
    assert len(app.sidebar) == 0


def test_everything_is_shown_to_a_reader(
    run: Run, who: list[Person | None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings, "reading", lambda: "login")
    who[0] = READER
    sent = everything(fine(run()))
    assert "129" in sent and "ben@example.org, reader" in sent


def test_where_reading_is_open_only_a_curator_is_offered_editing(
    run: Run, who: list[Person | None]
):
    for person, offered in ((None, False), (READER, False), (CURATOR, True)):
        who[0] = person
        app = fine(run(receipt="cstd-28-2025/network-members"))
        assert ("add?edit=cstd-28-2025%2Fnetwork-members" in everything(app)) is offered
        app = fine(run(ADD))
        assert bool(app.file_uploader) is offered


def test_editing_can_be_off_for_curators_too(
    run: Run, who: list[Person | None], monkeypatch: pytest.MonkeyPatch
):
    who[0] = CURATOR
    monkeypatch.setenv("FACTS_EDITING", "off")
    settings.editing.cache_clear()
    assert not fine(run(ADD)).file_uploader


def test_a_curator_whose_role_is_taken_away_saves_nothing(
    folder: Callable[[Path], None], run: Run, who: list[Person | None], tmp_path: Path
):
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied, ignore=shutil.ignore_patterns(".*"))
    folder(copied)
    before = {path: path.read_bytes() for path in copied.rglob("*") if path.is_file()}
    who[0] = CURATOR
    app = fine(run(ADD, edit="cstd-28-2025/network-members"))
    field(app, "Note for readers").set_value("Not by me.").run()
    who[0] = READER
    press(app, "Save")
    after = {path: path.read_bytes() for path in copied.rglob("*") if path.is_file()}
    assert after == before
    assert "You can read here, and not change anything" in page_words(app)


WRITES = {
    "whole_save": {"save", "take_back"},
    "drafts": {"start", "append", "discard", "bring_back"},
    "edit_fact": {"save"},
    "submit": {"save"},
    "git_commit": {"commit"},
}


def writing_calls(function: ast.FunctionDef) -> list[int]:
    """The lines on which a function calls what writes into the data folder."""
    return [
        node.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.attr in WRITES.get(node.func.value.id, set())
    ]


def test_the_right_is_asked_at_every_place_that_writes():
    found = []
    for module in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            asked = [
                one.lineno
                for one in ast.walk(node)
                if isinstance(one, ast.Call)
                and isinstance(one.func, ast.Name)
                and one.func.id == "must_edit"
            ]
            # What is decided in a review is written by the action that `do` is given.
            calls = writing_calls(node) or ([node.end_lineno or 0] if node.name == "do" else [])
            if calls:
                assert asked and min(asked) < min(calls), f"{module.name}: {node.name}"
                found.append(f"{module.stem}.{node.name}")
    assert found == [
        "add_submission._discard", "add_submission._bring_back", "curation_state.begin",
        "curation_state.do", "fact_editor._save", "save_step.save", "saved_outcome.take_back",
        "saved_outcome._make_commit",
    ]  # fmt: skip


def test_a_review_is_written_to_through_one_door_only():
    # `review_session` writes each decision down: nothing but `curation_state.do` may run one.
    for module in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "review_session"
                and not node.func.attr.startswith(("can_", "check_", "guess_"))
            ):
                assert (module.stem, node.func.attr) in {
                    ("numbers_step", "mark"),  # inside a lambda for `curation_state.do`
                    ("review_card", "new_indicator"),  # makes an entry, writes nothing
                }, f"{module.name}:{node.lineno}"


def test_without_a_login_the_session_is_nobody(monkeypatch: pytest.MonkeyPatch):
    for claims, person in (
        ({}, None),
        ({"is_logged_in": False}, None),
        ({"is_logged_in": 1}, None),
    ):
        user = type("User", (), {"to_dict": lambda _self, claims=claims: claims})()
        monkeypatch.setattr(st, "user", user)
        assert login.of_session() is person

"""What may not start, and why: editing open to all in public, a login that is half set up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config

import settings
from tests.support.patience import WITHIN
from tests.support.real import ROOT
from ui.server import login_settings, startup_checks

AUTH: dict[str, object] = {
    "redirect_uri": "https://facts.example.org/oauth2callback",
    "cookie_secret": "Yk3-a-secret-of-a-test-and-nothing-else-x91",
    "client_id": "facts",
    "client_secret": "q7GZk2vXW3nB8sLr",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}
OPEN = "FACTS_EDITING=on is for this machine alone, and "


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch):
    """Sets what the start asks for."""

    def set_(editing: str = "", reading: str = "", url: str = "", auth: object = None) -> None:
        monkeypatch.setattr(settings, "editing", lambda: editing)
        monkeypatch.setattr(settings, "reading", lambda: reading)
        monkeypatch.setattr(settings, "dashboard_url", lambda: url)
        monkeypatch.setattr(login_settings, "unreadable", lambda: "")
        monkeypatch.setattr(login_settings, "configured", lambda: auth is not None)
        monkeypatch.setattr(login_settings, "section", lambda: auth or {})

    return set_


@pytest.mark.parametrize(
    ("address", "asked", "sentence"),
    [
        ("", {}, ""),
        ("0.0.0.0", {}, ""),
        ("localhost", {"editing": "on"}, ""),
        ("127.0.0.1", {"editing": "on"}, ""),
        ("127.8.9.1", {"editing": "on"}, ""),
        ("::1", {"editing": "on"}, ""),
        ("localhost", {"editing": "on", "url": "http://localhost:8501"}, ""),
        ("", {"editing": "off"}, ""),
        ("", {"editing": "on"},
         OPEN + "the dashboard would listen on every address of this machine."),
        ("0.0.0.0", {"editing": "on"}, OPEN + "the dashboard would listen on 0.0.0.0."),
        ("::", {"editing": "on"}, OPEN + "the dashboard would listen on ::."),
        ("192.168.1.7", {"editing": "on"}, OPEN + "the dashboard would listen on 192.168.1.7."),
        ("facts.example.org", {"editing": "on"}, OPEN + "the dashboard would listen on facts."),
        ("localhost", {"editing": "on", "url": "https://facts.example.org"},
         OPEN + "DASHBOARD_URL says that others reach it at facts.example.org."),
        ("", {"editing": "on", "auth": AUTH}, ""),
        ("", {"auth": AUTH, "reading": "login"}, ""),
        ("localhost", {"reading": "login"}, "DASHBOARD_READING=login, and no login is set up"),
        ("localhost", {"reading": "yes"}, "DASHBOARD_READING is 'yes'. Set it to open or login"),
        ("localhost", {"editing": "no"}, "FACTS_EDITING is 'no'. Set it to on or off, or unset"),
        ("localhost", {"auth": {}}, "[auth] has no cookie_secret. Make one:"),
    ],
)  # fmt: skip
def test_what_may_start(given, address: str, asked: dict, sentence: str):
    given(**asked)
    said = startup_checks.refusal(address)
    assert said.startswith(sentence) if sentence else said == ""


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, ""),
        ({"redirect_uri": "http://localhost:{port}/oauth2callback"}, ""),
        ({"redirect_uri": "http://[::1]:8501/oauth2callback"}, ""),
        ({"cookie_secret": None}, "[auth] has no cookie_secret."),
        ({"cookie_secret": 7}, "[auth] has no cookie_secret."),
        ({"cookie_secret": "short"}, "cookie_secret of [auth] is too easy to guess."),
        ({"cookie_secret": "x" * 64}, "cookie_secret of [auth] is too easy to guess."),
        ({"cookie_secret": "your-cookie-secret-that-is-long-enough-0123"},
         "cookie_secret of [auth] is too easy to guess."),
        ({"redirect_uri": None}, "[auth] has no redirect_uri."),
        ({"redirect_uri": "facts.example.org/oauth2callback"}, "redirect_uri of [auth] is no addr"),
        ({"redirect_uri": "https://facts.example.org"}, "redirect_uri of [auth] is no address"),
        ({"redirect_uri": "https://[/oauth2callback"}, "redirect_uri of [auth] is no address"),
        ({"redirect_uri": "http://facts.example.org/oauth2callback"},
         "redirect_uri of [auth] begins with http,"),
        ({"client_id": None}, "[auth] has no client_id."),
        ({"client_secret": ""}, "[auth] has no client_secret."),
        ({"client_secret": "xxx"}, "client_secret of [auth] is still the one of an example."),
        ({"client_secret": "<client secret>"}, "client_secret of [auth] is still the one of an"),
        ({"client_secret": "your-client-secret"}, "client_secret of [auth] is still the one of"),
        ({"client_secret": "..."}, "client_secret of [auth] is still the one of an example."),
        ({"server_metadata_url": None}, "[auth] has no server_metadata_url."),
        ({"server_metadata_url": "http://id.example.org/"}, "server_metadata_url of [auth] is no"),
        ({"server_metadata_url": "http://127.0.0.1:9/"}, ""),
        ({"one": {"client_id": "a"}, "two": {"client_id": "b"}}, "[auth] names 2 providers;"),
        ({"one": {"client_id": "a"}}, "[auth.one] has no client_secret."),
        ({"one_two": {"client_id": "a"}}, "[auth.one_two] has an underscore in its name."),
        ({"one": {name: AUTH[name] for name in login_settings.FIELDS}}, ""),
    ],
)  # fmt: skip
def test_a_login_that_is_half_set_up_names_the_field(changed: dict, sentence: str):
    auth = {name: value for name, value in (AUTH | changed).items() if value is not None}
    said = login_settings.wrong(auth)
    assert said.startswith(sentence) if sentence else said == ""
    for name in ("cookie_secret", "client_secret"):  # what is secret is not repeated
        assert not isinstance(auth.get(name), str) or len(auth[name]) < 8 or auth[name] not in said


def test_a_header_may_not_say_who_someone_is(given, monkeypatch: pytest.MonkeyPatch):
    given(auth=AUTH)
    real = config.get_option
    name = "server.trustedUserHeaders"
    monkeypatch.setattr(
        config, "get_option", lambda one: {"X": "email"} if one == name else real(one)
    )
    assert startup_checks.refusal("localhost").startswith(
        "server.trustedUserHeaders lets a header say"
    )


def start(folder: Path, secrets: str, *options: str, **environment: str) -> tuple[int, str]:
    """The exit code of a start that must not go on, and what it said in the terminal."""
    file = folder / "secrets.toml"
    file.write_text(secrets, encoding="utf-8")
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true",
               "--server.port=0", f"--secrets.files={file}", *options]  # fmt: skip
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=WITHIN,
    )
    return done.returncode, done.stderr


def test_a_start_in_public_with_editing_open_to_all_ends_with_one_sentence(tmp_path: Path):
    code, said = start(tmp_path, "", "--logger.hideWelcomeMessage=true", FACTS_EDITING="on")
    assert (code, said) == (
        1,
        f"Not started: {OPEN}the dashboard would listen on every address of this machine. Set up "
        "a login (docs/login.md), or unset FACTS_EDITING, or add --server.address localhost.\n",
    )


@pytest.mark.parametrize(("editing", "told"), [("", True), ("off", True), ("on", False)])
def test_a_start_without_editing_says_so_and_how_to_turn_it_on(
    given, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], editing: str,
    told: bool,
):  # fmt: skip
    given(editing=editing)
    real = config.get_option
    monkeypatch.setattr(
        config, "get_option", lambda one: "localhost" if one == "server.address" else real(one)
    )
    startup_checks.check()
    said = capsys.readouterr().err
    assert said == (f"{startup_checks.EDITING_IS_OFF}\n" if told else "")
    assert not told or "FACTS_EDITING=on" in said


def test_make_run_lets_this_machine_edit_and_nobody_else():
    def command(*given: str) -> str:
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("FACTS_EDITING", "DASHBOARD_URL", "MAKEFLAGS")}  # fmt: skip
        done = subprocess.run(
            ["make", "-n", "-o", ".venv/run.stamp", "run", *given], cwd=ROOT, env=environment,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    assert "FACTS_EDITING=on " in command()
    assert "FACTS_EDITING=on " in command("ADDRESS=127.0.0.1", "PORT=8502")
    for given in ("ADDRESS=0.0.0.0", "FACTS_EDITING=off", "DASHBOARD_URL=https://a.example.org"):
        assert "FACTS_EDITING=on" not in command(given)


@pytest.mark.broad
def test_a_start_with_a_broken_file_of_secrets_ends_with_one_sentence(tmp_path: Path):
    here = "--server.address=localhost"
    code, said = start(tmp_path, '[auth]\nclient_secret = "q7GZk2vX\n', here)
    assert code == 1 and said.count("\n") == 1 and "q7GZk2vX" not in said
    assert said.startswith("Not started: Error parsing secrets file at ")
    for broken in (b"\xff\xfe", b"auth = 1\nauth = 2\n"):
        (tmp_path / "other.toml").write_bytes(broken)
        code, said = start(tmp_path, "", here, f"--secrets.files={tmp_path / 'other.toml'}")
        assert code == 1 and said.startswith("Not started: ") and said.count("\n") == 1, said
    code, said = start(tmp_path, "[auth]\n", here)
    assert code == 1 and said.startswith("Not started: [auth] has no cookie_secret. Make one:")
    assert said.count("\n") == 1

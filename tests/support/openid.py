"""Accounts go in; a real OpenID provider, and a dashboard that trusts it, come out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.patience import WITHIN
from tests.support.real import ROOT
from tests.support.serving import free_port, serving

HERE = ROOT / "tests" / "login"
SECRET = "a-client-secret-of-the-tests-0123456789"
COOKIE_SECRET = "a-cookie-secret-of-the-tests-9876543210-abcdef"
OLDEST = 20  # of Node
CURE = "Install Node.js 20 or newer (on Debian: sudo apt-get install nodejs npm), then: make openid"

ACCOUNTS: dict[str, dict[str, object]] = {
    "ana": {"email": "ana@example.org", "email_verified": True, "name": "Ana"},
    "ben": {"email": "Ben@readers.example", "email_verified": True, "name": "Ben"},
    "eve": {"email": "eve@elsewhere.example", "email_verified": True, "name": "Eve"},
    "una": {"email": "ana@example.org", "email_verified": False, "name": "Not Ana"},
    "nil": {"name": "No address"},
}
ROLES = 'curator:\n  - Ana@example.org\nreader:\n  - "*@readers.example"\n'


def find_node() -> str:
    """The path of a Node that is new enough, beside an installed provider.

    Raises:
        RuntimeError: one of them is missing; the message says how to get it.
    """
    node = shutil.which("node")
    said = subprocess.run([node, "--version"], capture_output=True, text=True) if node else None
    major = re.match(r"v(\d+)", said.stdout) if said else None
    if node is None or major is None or int(major[1]) < OLDEST:
        raise RuntimeError(f"No Node.js {OLDEST} or newer was found. {CURE}")
    if not (HERE / "node_modules" / "oidc-provider" / "package.json").is_file():
        raise RuntimeError(f"The OpenID provider of the tests is not installed. {CURE}")
    return node


@contextmanager
def provider(port: int, back: str) -> Iterator[str]:
    """A provider that knows `ACCOUNTS`; its address."""
    command = [find_node(), "provider.mjs", str(port), back, SECRET, json.dumps(ACCOUNTS)]
    process = subprocess.Popen(
        command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        while line := process.stdout.readline():
            if line.strip() == "ready":
                break
        else:
            raise RuntimeError(f"The provider ended with {process.wait()}.")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(WITHIN)


@dataclass(frozen=True)
class Site:
    """A running dashboard with a login."""

    address: str
    provider: str
    roles: Path
    data: Path
    log: Path


@contextmanager
def site(folder: Path, reading: str, *options: str, **environment: str) -> Iterator[Site]:
    """A dashboard on a copy of the real data, with a login at a provider of its own.

    `reading` is that of `DASHBOARD_READING`; the options are those of `streamlit run`.
    """
    ours, theirs = free_port(), free_port()
    back = f"http://127.0.0.1:{ours}/oauth2callback"
    data, roles, secrets = folder / "data", folder / "roles.yaml", folder / "secrets.toml"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns(".*"))
    roles.write_text(ROLES, encoding="utf-8")
    secrets.write_text(secrets_of(back, f"http://127.0.0.1:{theirs}"), encoding="utf-8")
    given: Mapping[str, str] = {
        "DASHBOARD_READING": reading,
        "DASHBOARD_ROLES": str(roles),
        "FACTS_EDITING": "",
        **environment,
    }
    with_secrets = (f"--secrets.files={secrets}", *options)
    with (
        provider(theirs, back) as there,
        serving(folder, data, port=ours, environment=given, options=with_secrets) as address,
    ):
        yield Site(address, there, roles, data, folder / f"server-{ours}.log")


def secrets_of(back: str, there: str) -> str:
    """`[auth]` as an administrator writes it."""
    return (
        f'[auth]\nredirect_uri = "{back}"\ncookie_secret = "{COOKIE_SECRET}"\n'
        f'client_id = "dashboard"\nclient_secret = "{SECRET}"\n'
        f'server_metadata_url = "{there}/.well-known/openid-configuration"\n'
        'client_kwargs = { prompt = "login" }\n'
    )

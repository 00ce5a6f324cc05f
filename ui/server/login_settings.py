"""Whether a login is set up in the secrets, and what is wrong with it.

A login is Streamlit's own (`st.login`): it is there where `.streamlit/secrets.toml` has `[auth]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

import settings

SHORTEST = 32  # signs of the secret that signs the cookies
CALLBACK = "/oauth2callback"
FIELDS = ("client_id", "client_secret", "server_metadata_url")
# What stands in examples, where the real value belongs.
EXAMPLES = ("xxx", "changeme", "change-me", "secret", "placeholder", "todo", "example", "test")
SHARED = ("redirect_uri", "cookie_secret", "expose_tokens", "client_kwargs", *FIELDS)

Section = Mapping[str, object]


@cache
def configured() -> bool:
    """Whether a login is set up: read once, so that a file that breaks later opens nothing.

    A file that cannot be read counts as one; the dashboard does not start with it.
    """
    try:
        return st.secrets.load_if_toml_exists() and "auth" in st.secrets
    except (OSError, ValueError):
        return True


def reading_needs_login() -> bool:
    """Whether nothing may be shown to who has not logged in."""
    return configured() and settings.reading() == "login"


def section() -> Section:
    """`[auth]` of the secrets; empty where there is none."""
    try:
        found = st.secrets.get("auth", {}) if st.secrets.load_if_toml_exists() else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, Mapping) else {}


def unreadable() -> str:
    """Why the file of secrets cannot be read, or nothing: where it breaks, a login would be off."""
    try:
        st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        return "" if error.error_id == "no-secrets-found" else str(error)
    except (OSError, ValueError) as error:
        return f"The file of secrets cannot be read ({type(error).__name__})."
    return ""


def provider(auth: Section) -> str:
    """The name of the one provider: that of `[auth.NAME]`, else `default`."""
    return next(iter(_named(auth)), "default")


def origin() -> str:
    """Where readers reach the dashboard, of `redirect_uri`: `https://facts.example.org`."""
    return origin_of(_text(section(), "redirect_uri"))


def origin_of(address: str) -> str:
    """Scheme, name and port of an address as a browser says them; empty where it is none."""
    parts = urlsplit(address.lower())
    usual = ":443" if parts.scheme == "https" else ":80"
    return f"{parts.scheme}://{parts.netloc.removesuffix(usual)}" if parts.netloc else ""


def wrong(auth: Section) -> str:
    """The first thing that is wrong with `[auth]`, with its cure and no value; else nothing."""
    named = _named(auth)
    if len(named) > 1:
        return (
            f"[auth] names {len(named)} providers; the dashboard takes one, since only one can "
            "vouch for an e-mail address. Keep one of them."
        )
    where, own = ("[auth]", auth)
    if named:
        where = f"[auth.{named[0]}]"
        own = found if isinstance(found := auth[named[0]], Mapping) else {}
        if "_" in named[0]:
            return f"{where} has an underscore in its name. Give it a name without one."
    return _wrong_secret(auth) or _wrong_redirect(auth) or _wrong_provider(where, own)


def _wrong_secret(auth: Section) -> str:
    secret = _text(auth, "cookie_secret")
    make = (
        'Make one: python -c "import secrets; print(secrets.token_urlsafe(48))" and write it as '
        "cookie_secret into [auth] of .streamlit/secrets.toml."
    )
    if not secret:
        return f"[auth] has no cookie_secret. {make}"
    if len(secret) < SHORTEST or len(set(secret)) < 10 or _is_example(secret):
        return f"cookie_secret of [auth] is too easy to guess. {make}"
    return ""


def _wrong_redirect(auth: Section) -> str:
    cure = f"Write the address of the dashboard with {CALLBACK} at its end."
    asked = _text(auth, "redirect_uri")
    if not asked:
        return f"[auth] has no redirect_uri. {cure}"
    parts = _address(asked.replace("{port}", "8501"))
    if parts is None or not parts[2].endswith(CALLBACK):
        return f"redirect_uri of [auth] is no address that ends with {CALLBACK}. {cure}"
    if parts[0] != "https" and not is_here(parts[1]):
        return (
            "redirect_uri of [auth] begins with http, so that everyone on the way could take over "
            "a login. Serve the dashboard with https, and write https."
        )
    return ""


def _wrong_provider(where: str, own: Section) -> str:
    for name in FIELDS:
        value = _text(own, name)
        cure = "Take it from the page of your provider where the dashboard is registered."
        if not value:
            return f"{where} has no {name}. {cure}"
        if _is_example(value):
            return f"{name} of {where} is still the one of an example. {cure}"
    parts = _address(_text(own, "server_metadata_url"))
    if parts is None or (parts[0] != "https" and not is_here(parts[1])):
        return (
            f"server_metadata_url of {where} is no https address. Your provider names it; it ends "
            "with /.well-known/openid-configuration."
        )
    return ""


def is_here(host: str) -> bool:
    """Whether a name or an address is this machine's own and nobody else's."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _named(auth: Section) -> tuple[str, ...]:
    """The providers that have a section of their own."""
    return tuple(
        name for name, value in auth.items() if isinstance(value, Mapping) and name not in SHARED
    )


def _text(auth: Section, name: str) -> str:
    value = auth.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _is_example(value: str) -> bool:
    plain = value.lower().strip("<>[]{}\"'. ")
    begins = plain.startswith(("your-", "your_", "your ")) or value.startswith("<")
    return begins or plain in EXAMPLES or not plain.strip("x*.-_")


def _address(value: str) -> tuple[str, str, str] | None:
    """Scheme, host and path of an absolute http address, or None."""
    try:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            return None
        return parts.scheme, parts.hostname, parts.path
    except ValueError:
        return None

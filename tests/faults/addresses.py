"""The door of the addresses: no path and no parameter fails, leaks a file, or is echoed as HTML."""

# ruff: noqa: E501 (lists of strange words)
from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from urllib.parse import quote, unquote_to_bytes, urljoin

from streamlit.testing.v1 import AppTest

import settings
import ui.server.data_store
from tests.faults.asgi import Answer, Headers, app
from tests.faults.door import Bad, must
from tests.faults.folders import folder
from tests.faults.yaml_text import spoiled
from tests.support.pages import PAGES
from tests.support.patience import WITHIN
from tests.support.real import ROOT
from tests.support.small import HOSTILE
from tests.ui.conftest import shown
from ui.server.http_app import HEADERS

NAME = "addresses"
HERE = "http://here"
OWN = "http://127.0.0.1:8501/"  # the server itself, where a request names no host
SHARE = 150
RAW = b"<img src=x onerror"  # of HOSTILE: nowhere may it stand like this in HTML
SECRETS = (b"root:x:0", b"from __future__", b"wordings:", b"[tool.ruff]", b"-----BEGIN")
PATHS = (
    "/", "/health", "/ready", "/talk", "/network", "/app/static/", "/static/", "/media/", "/_stcore/",
    "/_stcore/health", "/_stcore/host-config", "/_stcore/upload_file/", "/component/", "/_stcore/stream",
    "/_stcore/metrics", "/app/static/fonts/OFL.txt", "/add", "/places", "/no/such", "/_stcore/bidi-components/",
    "/.git/config", "/data/indicators.yaml", "/.streamlit/secrets.toml", "/oauth2callback", "/auth/login",
)  # fmt: skip
PIECES = (
    "../", "..%2f", "%2e%2e/", "..\\", "..%5c", "%00", "\0", "//", "/./", "%c0%af", "....//", ";x",
    "etc/passwd", "pyproject.toml", "ui/server/http_app.py", "data/indicators.yaml", "%0d%0aX-Evil: 1", "\r\n",
    "%", "%zz", "?", "#", "<script>", "a" * 300, "a" * 20_000, "%F0%9F%98%80", "\u202e", "é", "%ff",
    "~root", "C:/", "file:///etc/passwd", "http://evil.example/", "@evil.example", "index.html", "*",
)  # fmt: skip
VALUES = (
    HOSTILE, "<script>alert(1)</script>", "'\"><svg onload=alert(1)>", "\u202eabc", "شبكة", "x" * 5000,
    "\0", "\r\nSet-Cookie: a=b", "../../etc/passwd", "%00", "{{7*7}}", "${7*7}", "=1+1", "-1", "1e999",
    "9" * 400, "NaN", "", " ", "null", "[]", "network", "members", "cstd-28-2025/network-members",
    "cstd-28-2025", "network-in-brief", "*" * 50, "`a`", "[a](javascript:alert(1))", "$x$", ":red[a]",
    "a&b=c", "\ud800", "KEN", "2025", "A" * 9_999, "1", "true",
)  # fmt: skip
NAMES = (
    "show", "submission", "indicator", "fact", "country", "whose", "sort", "page", "about", "receipt",
    "search", "ask", "deck", "figure", "made", "slide", "step", "pick", "draft", "edit", "view", "role",
    "at", "kind", "embed", "embed_options", "x" * 200, "<b>", "", "a\0b", "theme", "code", "sheet",
)  # fmt: skip


def inputs(chance: Random) -> Iterator[Bad]:
    """A request to the routes, or now and then a page with bad parameters or on bad data."""
    while True:
        if chance.random() < 0.07:
            page = chance.choice(PAGES).file
            pairs = [x for _ in range(chance.choice((1, 3, 9))) for x in _pair(chance)]
            files = {}
            if chance.random() < 0.3:
                held = folder("real")
                name = chance.choice(sorted(held.files))
                files = {name: spoiled(held.files[name], chance)[1]}
            yield Bad(f"page {page}", files, (page, *pairs))
        else:
            yield _request(chance)


def _pair(chance: Random) -> tuple[str, str]:
    value = chance.choice(VALUES)
    if chance.random() < 0.2:
        value += chance.choice(VALUES)
    return chance.choice(NAMES), value


def _request(chance: Random) -> Bad:
    path = chance.choice((*PATHS, "/talk", "/talk", "/talk"))
    for _each in range(chance.choice((0, 1, 2, 6))):
        path += chance.choice(PIECES)
    pairs = [_pair(chance) for _ in range(chance.choice((0, 1, 2, 5)))]
    query = "&".join(
        f"{quote(key, errors='replace')}={quote(value, errors='replace')}" for key, value in pairs
    )
    if chance.random() < 0.3:
        query += chance.choice(("&", "%", "=", "&&&=", "\0", "?a", "%ff", "+" * 100, "a=" * 3000))
    method = chance.choice(("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS",
                            "TRACE", "BREW"))  # fmt: skip
    header = chance.choice((
        "", "", "if-none-match: *", "accept-encoding: gzip, deflate;q=zz", "range: bytes=0-",
        "range: bytes=9-3,-9999999999", "host: evil.example", "x-forwarded-host: evil.example",
        "if-none-match: " + "a" * 50_000, "cookie: " + "\0" * 9, "content-length: -1",
        "content-type: multipart/form-data; boundary=", "origin: http://evil.example",
        "if-modified-since: yesterday", "authorization: Basic ====", "transfer-encoding: chunked",
    ))  # fmt: skip
    body = chance.choice((b"", b"", b"x" * 999, b"--\r\n\r\n", b"{}"))
    return Bad(f"{method} {path[:60]}", {"body": body}, (method, path, query, header))


def try_one(given: Bad) -> None:
    """Asks, and looks at what comes back."""
    if given.what.startswith("page "):
        _page(given)
        return
    method, path, query, header = given.words
    raw = path.encode("utf-8", "replace")
    decoded = unquote_to_bytes(raw).decode("utf-8", "replace")
    name, _colon, value = header.partition(": ")
    named = ((name.encode(), value.encode()),) if name else ()
    headers: Headers = (*named, (b"user-agent", b"x"))
    answer = app().ask(method, decoded, raw, query.encode("utf-8"), headers, given.files["body"])
    _judge(answer, path)


def _judge(answer: Answer, path: str) -> None:
    must(answer.status < 500, f"the server fails: {answer.status}")
    must(not any(secret in answer.body for secret in SECRETS), f"a file is served: {path[:80]!r}")
    kind = answer.header(b"content-type")
    if b"html" in kind or not kind:
        must(RAW not in answer.body, "the address is echoed as HTML")
        must(b"<svg onload" not in answer.body, "the address is echoed as HTML")
    for name, wanted in HEADERS.items():
        must(answer.header(name.encode()) == wanted.encode(), f"{name} is missing")
    for key, value in answer.headers:
        must(b"\n" not in key + value and b"\r" not in key + value, "a header is let in")
        must(key.lower() != b"x-evil" and value != b"a=b", f"a header is let in: {key.decode()}")
    to = answer.header(b"location").decode("latin-1").replace("\\", "/")  # as browsers read it
    at = urljoin(f"{HERE}/", to)
    must(at.startswith((f"{HERE}/", OWN)), f"sent elsewhere: {to[:80]!r}")


@cache
def _begun(_data: Path) -> AppTest:
    return AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=WITHIN).run()


def _page(given: Bad) -> None:
    held = folder("real")
    os.environ["FACTS_DATA"] = str(held.path)
    settings.data_folder.cache_clear()
    ui.server.data_store.store_of.cache_clear()
    page, *pairs = given.words
    try:
        with held.holding(given.files):
            opened = _begun(held.path)
            opened.query_params.clear()
            for name, value in zip(pairs[::2], pairs[1::2], strict=True):
                opened.query_params[name] = value.replace("\ud800", "\ufffd")  # no address has it
            opened.switch_page(page).run()
            must(not opened.exception, f"a traceback: {[one.message for one in opened.exception]}")
            must(not opened.error, f"an error: {[one.value for one in opened.error]}")
            made = shown(opened)
            must("<h1" in made, "no heading")
            must(RAW.decode() not in made and "<svg onload" not in made, "echoed as HTML")
            must("<script>alert" not in made, "echoed as HTML")
    finally:
        del os.environ["FACTS_DATA"]
        settings.data_folder.cache_clear()
        ui.server.data_store.store_of.cache_clear()

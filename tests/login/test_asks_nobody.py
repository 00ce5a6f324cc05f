"""From the start to the first page and a login, the server asks its provider and nobody else."""

from __future__ import annotations

import re
from pathlib import Path

from tests.login.conftest import Contexts, log_in
from tests.support.openid import HERE, site
from tests.support.screen import settled


def test_the_server_asks_nobody_but_the_provider(tmp_path: Path, context: Contexts):
    log = tmp_path / "asked.log"
    guard = {"PYTHONPATH": str(HERE / "guard"), "GUARD_LOG": str(log)}
    with site(tmp_path, "open", **guard) as made:
        page = context().new_page()
        page.goto(f"{made.address}/network")
        log_in(settled(page), "ana")
        theirs = int(made.provider.rpartition(":")[2])
    asked = set(log.read_text(encoding="utf-8").splitlines())
    assert f"socket.connect ('127.0.0.1', {theirs})" in asked  # it was listened to
    here = re.compile(r"socket\.\w+ (\(?'?(127\.0\.0\.1|::1?|localhost|0\.0\.0\.0)'?|/|b?''|None)")
    assert [one for one in asked if not here.match(one)] == []

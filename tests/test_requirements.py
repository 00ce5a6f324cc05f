"""What is installed: every file of every package has its fingerprint, and a licence we may use."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution

import pytest

from tests.support.real import ROOT
from tests.tools import audit

FILES = ("requirements", "requirements-dev")


def named(file: str) -> dict[str, str]:
    """The packages of a file with their exact versions."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\\n]+)", text, re.M)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


@pytest.mark.parametrize("file", FILES)
def test_every_package_has_an_exact_version_and_fingerprints(file: str):
    text = (ROOT / f"{file}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^ *#.*\n?", "", text).strip())
    assert len(entries) == len(named(f"{file}.txt")) > 40
    for entry in entries:
        assert re.fullmatch(
            r"[A-Za-z0-9_.-]+==\S+( ; [^\\]+)? \\(\n +--hash=sha256:[0-9a-f]{64}( \\)?)+", entry
        ), entry[:80]
    assert "://" not in text  # packages come from wherever the machine gets its packages


@pytest.mark.parametrize("file", FILES)
def test_the_lock_holds_what_is_written_by_hand(file: str):
    locked = named(f"{file}.txt")
    assert named(f"{file}.in").items() <= locked.items(), "run: make lock"
    assert named("requirements.txt").items() <= named("requirements-dev.txt").items()


def licence(name: str) -> str:
    """What a package says of its licence, in small letters."""
    about = distribution(name).metadata
    said = [about["License-Expression"] or "", (about["License"] or "").split("\n")[0]]
    said += [one for one in about.get_all("Classifier") or () if one.startswith("License")]
    return " ".join(said).lower()


def test_no_package_that_runs_has_a_licence_that_binds_ours():
    elsewhere = {"httpx2-jsfetch", "watchdog"}  # of other systems, not installed on each
    for name in named("requirements.txt").keys() - elsewhere:
        said = licence(name)
        assert said.strip(), name
        assert "gpl" not in said and "general public" not in said, f"{name}: {said}"


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ({"dependencies": [{"name": "a", "version": "1", "vulns": []}]},
         0, "1 packages asked, none has a known fault."),
        ({"dependencies": [{"name": "a", "version": "1", "vulns": [
            {"id": "PYSEC-1", "fix_versions": ["2"]}]}]}, 1, "a 1: PYSEC-1, mended in 2"),
        ({"dependencies": [{"name": "a", "skip_reason": "not found"},
                           {"name": "b", "version": "1", "vulns": []}]},
         2, f"NOT ASKED: a (1). {audit.CURE}"),
        (None, 2, f"NOT ASKED: every package (1). {audit.CURE}"),
    ],
)  # fmt: skip
def test_a_package_that_could_not_be_asked_is_never_a_green_audit(answer, code: int, said: str):
    found = audit.read(json.dumps(answer) if answer else "")
    assert audit.verdict(found) == (code, said)

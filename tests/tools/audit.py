"""The locked packages go in; which has a known fault, and which could not be asked, come out.

Ends with 0 where every package was asked and none has a known fault, 1 where one has, 2 where one
could not be asked: then nothing is proved.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from tests.support.real import ROOT

CURE = (
    "This machine does not reach the advisory service, or it does not answer for them. Run "
    "`make audit` on one that does, or ask the other service: make audit SERVICE=osv (or pypi)."
)


@dataclass(frozen=True)
class Found:
    """What the answers say: the faults, and the packages without an answer."""

    faults: tuple[str, ...]
    silent: tuple[str, ...]
    asked: int


def read(answer: str) -> Found:
    """What pip-audit wrote as JSON; nothing at all is an answer for no package."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Found((), ("every package",), 0)
    faults, silent = [], []
    for one in packages:
        if "skip_reason" in one:
            silent.append(str(one["name"]))
        for fault in one.get("vulns", ()):
            mended = ", ".join(fault.get("fix_versions", ())) or "nowhere yet"
            faults.append(f"{one['name']} {one['version']}: {fault['id']}, mended in {mended}")
    return Found(tuple(faults), tuple(silent), len(packages))


def verdict(found: Found) -> tuple[int, str]:
    """The exit code, and what is printed."""
    lines = list(found.faults)
    if found.silent:
        shown = ", ".join(found.silent[:5]) + (" …" if len(found.silent) > 5 else "")
        lines.append(f"NOT ASKED: {shown} ({len(found.silent)}). {CURE}")
    if not lines:
        lines = [f"{found.asked} packages asked, none has a known fault."]
    return 1 if found.faults else 2 if found.silent else 0, "\n".join(lines)


def main(file: str = "requirements.txt", service: str = "pypi") -> int:
    """Ask for every package of a file; print what was found."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes"]
    command += ["--requirement", file, "--vulnerability-service", service]
    command += ["--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = read(done.stdout)
    code, said = verdict(found)
    print(said)
    if not found.asked and done.stderr.strip():
        print(done.stderr.strip().splitlines()[-1][:300], file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

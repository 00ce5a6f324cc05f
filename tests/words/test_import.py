"""No message is said while a module is imported: then nobody has asked, and in no language."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.tools.words import ROOT, files

# Streamlit runs a page anew for each reader, who asks for its words; it is never imported.
PAGE_SCRIPTS = {f"pages.{path.stem}" for path in ROOT.glob("pages/*.py")}
SPY = """
import importlib, json, sys, words
said = set()

class Spy:
    def gettext(self, message):
        frame = sys._getframe()
        while frame.f_code.co_name != "<module>":
            frame = frame.f_back
        said.add(frame.f_globals["__name__"])
        return message

    def ngettext(self, one, many, number):
        return self.gettext(one)

words._catalogue = lambda _language: Spy()
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps(sorted(said)))
"""


def test_no_module_says_a_message_when_it_is_imported():
    paths = (path.relative_to(ROOT).with_suffix("").as_posix() for path in files())
    names = {path.replace("/", ".").removesuffix(".__init__") for path in paths} - PAGE_SCRIPTS
    command = [sys.executable, "-c", SPY, json.dumps(sorted(names))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []

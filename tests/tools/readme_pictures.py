"""Starts the dashboard on the shipped data and takes the pictures that stand in the README."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support.browser import ARGUMENTS, find_browser

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = (
    ("overview", "/", (1440, 1180)),
    ("receipt", "/?receipt=cstd-25-2022/network-countries", (1440, 900)),
    ("ten-years", "/coverage", (1440, 1140)),
)
READY = "[data-testid=stMainBlockContainer] .f-root h2"


def main() -> None:
    """Write docs/pictures/NAME.png for each of `PICTURES`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    options = ["--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.DEVNULL)
    home = f"http://localhost:{port}"
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        _wait(f"{home}/ready")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=list(ARGUMENTS)
            )
            for name, address, (width, height) in PICTURES:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(home + address)
                page.locator(READY).last.wait_for()
                page.wait_for_load_state("networkidle")
                page.evaluate("document.fonts.ready")
                page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(address: str) -> None:
    for _attempt in range(300):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not answer at {address}")


if __name__ == "__main__":
    main()

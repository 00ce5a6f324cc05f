"""The data folder changes under a running dashboard: shown on the next run, a break is named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.support.real import DATA
from tests.support.screen import settled
from tests.support.serving import serving


def edit(file: Path, old: str, new: str) -> None:
    """Replaces what stands in a file, the first time it stands there."""
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def run_again(page: Page, until: str) -> None:
    """Choose another view, and back, until the page shows something: each choice is a new run."""
    for _try in range(20):
        for name in ("Network", "Overview"):
            page.locator("[data-testid=stSidebarNavLink]", has_text=name).click()
            settled(page)
        if page.locator(until).count():
            return
    raise AssertionError(f"{until} never came")


def test_an_edited_file_shows_on_the_next_run_and_a_broken_one_is_named(
    visit: Visit, tmp_path: Path
):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    file = data / "submissions" / "cstd-28-2025" / "submission.yaml"
    with serving(tmp_path, data) as address:
        page = visit("/", at=address)
        expect(page.locator(".f-notice")).to_have_count(0)
        edit(data / "organisation.yaml", "name: ECPAT International", "name: Another Name")
        run_again(page, ".f-chart-foot:has-text('Source: Another Name, submissions')")

        edit(file, "value: 129\n", "value: 130\n")
        run_again(page, ".f-notice")
        notice = page.locator(".f-notice")
        expect(notice).to_contain_text("CSTD 2025: facts.network-members")
        expect(page.locator("h1")).to_have_text(re.compile("^126 members"))
        expect(page.locator("[data-fact='cstd-28-2025/working-groups']").first).to_be_visible()
        notice.locator("summary").click()
        line = next(
            number
            for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
            if text.strip() == "value: 130"
        )
        expect(notice).to_contain_text(f"submissions/cstd-28-2025/submission.yaml:{line}:10: ")

        file.write_bytes(b"\tsubmission: [")
        run_again(page, ".f-notice:has-text('mended: cstd-28-2025')")
        expect(page.locator("h1")).to_have_text("126 members in 106 countries")

        shutil.copy(DATA / "submissions" / "cstd-28-2025" / "submission.yaml", file)
        run_again(page, "h1:has-text('129 members in 108 countries')")
        expect(page.locator(".f-notice")).to_have_count(0)


def test_another_organisations_folder_shows_nothing_of_the_first(visit: Visit, tmp_path: Path):
    empty = tmp_path / "data"
    empty.mkdir()
    with serving(tmp_path, empty) as address:
        page = visit("/", at=address)
        expect(page.locator("h1")).to_have_text("No facts yet")
        expect(page.locator(".f-notice")).to_be_visible()
        assert "ECPAT" not in page.content()

"""Every page run without a browser: on the real data, on none, on broken and on hostile data."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from facts.partial_dates import last_year
from tests.support.pages import PAGES
from tests.support.real import DATA, ROOT, real
from tests.support.small import HOSTILE
from tests.ui.conftest import Run, shown, visit
from tests.ui.test_tags import parts
from ui.evidence.submission_view import about_submission

Point = Callable[[Path], None]
NETWORK, SUBMISSIONS = "../pages/network.py", "../pages/submissions.py"
NOTICE = "<div class='f-notice'"


def sound(app: AppTest) -> str:
    """What a page shows, once it is sure that nothing in it failed."""
    assert [box.message for box in app.exception] == []
    assert [box.value for box in app.error] == []
    return shown(app)


def headings(app: AppTest) -> list[str]:
    """The titles of a page: there must be exactly one."""
    return ["".join(parts(one).words) for one in re.findall(r"<h1.*?</h1>", sound(app))]


def said(app: AppTest) -> list[str]:
    """The sentences that answer a wrong value in the address."""
    notes = re.findall(r"<p class='f-notice' role='status'>(.*?)</p>", shown(app))
    return ["".join(parts(note).words) for note in notes]


def test_every_file_in_pages_is_in_the_navigation():
    listed = {(ROOT / "ui" / page.file).resolve() for page in PAGES}
    assert listed == set((ROOT / "pages").glob("*.py"))
    assert len({page.address for page in PAGES}) == len(PAGES)


def test_the_real_data(run: Run):
    for page, app in visit(run()):
        (title,) = headings(app)
        assert title.strip(), page
        assert NOTICE not in shown(app), page
        assert said(app) == [], page


def test_a_wrong_value_in_every_parameter_is_no_fault(run: Run):
    names = ("show", "submission", "indicator", "fact", "country", "whose", "sort", "page", "about")
    wrong = dict.fromkeys((*names, "receipt", "search", "ask"), HOSTILE)
    for page, app in visit(run(), **wrong):
        assert len(headings(app)) == 1, page
        assert f"There is no proved fact named “{HOSTILE[:80]}”" in " ".join(said(app)), page


@pytest.mark.parametrize("kind", ["missing", "empty", "no submissions", "only a head"])
def test_no_data(run: Run, folder: Point, tmp_path: Path, kind: str):
    data = tmp_path / "data"
    if kind != "missing":
        data.mkdir()
    if kind in ("no submissions", "only a head"):
        for name in ("organisation.yaml", "indicators.yaml", "questions.yaml"):
            shutil.copy(DATA / name, data / name)
    if kind == "only a head":
        old, new = DATA / "submissions/cstd-17-2014", data / "submissions/cstd-17-2014"
        shutil.copytree(old, new)
        text = (new / "submission.yaml").read_text(encoding="utf-8")
        (new / "submission.yaml").write_text(text.partition("\nfacts:")[0], encoding="utf-8")
    folder(data)
    for page, app in visit(run()):
        titles = headings(app)
        assert titles and all(one.strip() for one in titles), page
        assert NOTICE in shown(app), page


@pytest.fixture
def copy(folder: Point, tmp_path: Path) -> Path:
    """A copy of the real data that the program reads."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    folder(data)
    return data


def edit(file: Path, old: str, new: str) -> None:
    """Replaces what stands in a file, the first time it stands there."""
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def test_broken_data_is_left_out_and_named_and_the_rest_stays(run: Run, copy: Path):
    newest = copy / "submissions/cstd-28-2025/submission.yaml"
    edit(newest, "value: 129\n", "value: 130\n")
    edit(copy / "submissions/cstd-21-2018/submission.yaml", "submission:\n", "submission:\n\t- x\n")
    (copy / "submissions/cstd-25-2022/source.txt").write_bytes(b"\xff\xfe")
    (copy / "submissions/ohchr-2024/source.txt").unlink()
    for page, app in visit(run()):
        assert len(headings(app)) == 1, page
        made = shown(app)
        notice = "".join(parts(made[made.index(NOTICE) :].split("</div>")[0]).words)
        left_out = notice.partition("until they are mended: ")[2].partition(".What")[0].split(", ")
        assert left_out == [
            "cstd-21-2018",
            "cstd-25-2022",
            "ohchr-2024",
            "CSTD 2025: facts.network-members",
        ], page
        assert "submissions/cstd-28-2025/submission.yaml:" in notice, page
        assert "cstd-28-2025/network-members" not in made, page


def test_without_the_newest_number_the_one_before_is_said(run: Run, copy: Path):
    edit(copy / "submissions/cstd-28-2025/submission.yaml", "value: 129\n", "value: 130\n")
    app = run(ask="members")
    assert headings(app) == ["126 members (15 May 2024), in 108 countries (15 November 2024)"]


@pytest.mark.parametrize("year", ["9999-12-31", "0001-01-01"])
def test_a_date_far_from_today_costs_its_submission_and_no_page(run: Run, copy: Path, year: str):
    edit(
        copy / "submissions/cstd-28-2025/submission.yaml",
        "plot_at: {value: '2024-11-15'",
        f"plot_at: {{value: '{year}'",
    )
    for page, app in visit(run()):
        assert headings(app), page
        assert "1 entry is left out of every page until it is mended: cstd-28-2025." in shown(
            app
        ), page
        assert f"&#x27;{year}&#x27; does not lie between 1900 and " in shown(app), page


@pytest.mark.parametrize("year", ["1900-01-01", f"{last_year(date.today().year)}-12-31"])
def test_a_page_stands_with_the_first_and_the_last_date_allowed(run: Run, copy: Path, year: str):
    file = copy / "submissions/cstd-28-2025/submission.yaml"
    edit(file, "plot_at: {value: '2024-11-15'", f"plot_at: {{value: '{year}'")
    for page, app in visit(run()):
        assert len(headings(app)) == 1, page
        assert NOTICE not in shown(app), page


def poison(file: Path) -> None:
    """Puts hostile words wherever a file of the data folder holds words of its own."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = file.read_bytes().decode()
    fields = "note|title|said_by|section|body|name|because|short_name|spread"
    for pattern in (rf"(?m)^(\s+(?:{fields}): ).+()$", r"(\{en: )[^,{}]+(\})"):
        text = re.sub(pattern, lambda found: found[1] + quoted + found[2], text)
    text = re.sub(r"(?m)^(\s+(?:en|citation): >-\n\s+).*$", lambda m: m[1] + HOSTILE, text)
    file.write_bytes(text.encode())


def test_hostile_words_in_the_data_stay_words(run: Run, copy: Path):
    for file in copy.rglob("*.yaml"):
        poison(file)
    receipt = {"receipt": "cstd-28-2025/network-members"}
    for page, app in visit(run(ask=HOSTILE), **receipt):
        found = parts(sound(app))
        for tag, attributes in found.elements:
            assert tag not in ("img", "script", "iframe", "object", "b", "i", "em"), (page, tag)
            assert not [name for name in attributes if name.startswith("on")], page
            assert "javascript" not in str(attributes.get("href", "")).partition("?")[0], page
        assert "".join(found.words).count('onerror="alert(1)"') >= 3, page


def test_no_page_speaks_in_boxes_that_read_markdown(run: Run):
    for page, app in visit(run(), receipt=HOSTILE, show=HOSTILE, submission=HOSTILE):
        boxes = (*app.info, *app.warning, *app.error, *app.success, *app.markdown, *app.caption)
        assert [box.value for box in boxes] == [], page


def test_the_network_page_shows_what_its_address_says(run: Run):
    made = sound(run(NETWORK, show="members"))
    assert "<h2>From 103 members (2018 submission) to 129 (November 2024)</h2>" in made
    assert "data-fact='" not in made.partition("</table>")[0].partition("<tbody>")[2]
    assert "cstd-28-2025/network-countries" not in made
    both = sound(run(NETWORK))
    title = "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)"
    assert f"<h2>{title}</h2>" in both


def test_the_table_of_the_network_page_holds_every_number_drawn(run: Run):
    made = sound(run(NETWORK))
    inside = re.findall(r"<table.*?</table>", made, re.DOTALL)[0]
    found = re.findall(r'data-fact="([^"]+)"[^>]*>([^<]+)</button>', inside)
    assert found == [
        ("cstd-21-2018/network-members", "103"),
        ("cstd-21-2018/network-countries", "93"),
        ("cstd-25-2022/network-members", "122"),
        ("cstd-25-2022/network-countries", "over 100"),
        ("ohchr-2024/network-members", "126"),
        ("ohchr-2024/network-countries", "106"),
        ("cstd-28-2025/network-members", "129"),
        ("cstd-28-2025/network-countries", "108"),
    ]


def test_a_wrong_choice_falls_back_with_a_sentence(run: Run):
    app = run(NETWORK, show="everything")
    assert said(app) == [
        "The link asks for “everything”, which is not in the list “Show”. Shown instead: All."
    ]
    assert "show" not in app.query_params
    assert "to 129 in 108 (November 2024)" in sound(app)


def test_a_wrong_submission_falls_back_to_the_newest_with_a_sentence(run: Run):
    app = run(SUBMISSIONS, submission="gone")
    assert said(app)[0].startswith(
        "The link asks for “gone”, which is not in the list “Submission”. Shown instead: CSTD 2025:"
    )
    assert "<h2>CSTD 2025</h2>" in sound(app)


def test_a_fact_that_is_not_in_the_submission_is_answered_with_a_sentence(run: Run):
    app = run(SUBMISSIONS, submission="cstd-28-2025", fact="gone")
    assert said(app) == ["There is no fact named “gone” marked in this submission."]


def test_the_submission_and_the_fact_of_the_address(run: Run):
    made = sound(run(SUBMISSIONS, submission="cstd-25-2022", fact="network-members"))
    assert "<h2>CSTD 2022</h2>" in made
    assert re.findall(r"id='([^']+)' data-here", made) == ["at-network-members"]


def test_the_language_of_a_submission_is_told_and_whether_it_was_guessed(run: Run):
    made = sound(run(SUBMISSIONS, submission="cstd-25-2022"))
    assert "<dt>Language</dt><dd>English, guessed from the text</dd>" in made
    held = real()
    stated = replace(held.corpus.submissions[0], language_guessed=False)
    assert "<dt>Language</dt><dd>English</dd>" in about_submission(stated, held)


def test_the_reading_view_marks_only_the_indicator_of_the_address(run: Run):
    made = sound(run(SUBMISSIONS, submission="cstd-28-2025", indicator="working_groups"))
    marks = re.findall(r"class='f-mark'[^>]*data-fact='([^']+)'", made)
    assert marks == ["cstd-28-2025/working-groups"]
    assert "1 fact in this text: jump to it" in made


def test_a_receipt_in_the_address_opens(run: Run):
    app = run(receipt="cstd-28-2025/network-members")
    assert "our network of <mark>129</mark> members in 108 countries" in sound(app)
    assert len(app.get("dialog")) == 1
    assert "<div class='f-receipt'>" in sound(app)
    assert "<div class='f-receipt'>" not in shown(run())


def test_an_unknown_receipt_is_answered_with_a_sentence_and_leaves_the_address(run: Run):
    app = run(receipt="gone/gone")
    assert said(app) == ["There is no proved fact named “gone/gone”; it may have been renamed."]
    assert "receipt" not in app.query_params and len(app.get("dialog")) == 0


def test_a_question_in_the_address_is_answered(run: Run):
    made = sound(run(ask="countries"))
    assert "<div class='f-said'>129 members in 108 countries (15 November 2024)</div>" in made
    assert "<div class='f-said'>Children reached: not stated in any submission.</div>" in sound(
        run(ask="children reached")
    )


def test_the_big_numbers_and_their_changes(run: Run):
    made = sound(run())
    items = re.findall(r"<li>(<button type='button' class='f-figure'.*?)</li>", made, re.DOTALL)
    found = [re.sub(r"\s+", " ", " ".join(parts(one).words)) for one in items]
    assert found[:2] == [
        "129 Members 15 November 2024 · +26 since the 2018 submission · +3 since May 2024",
        "108 Countries with members 15 November 2024 · +15 since the 2018 submission · "
        "+2 since May 2024",
    ]
    (people,) = [one for one in found if "551" in one]
    assert people == (
        "over 551 Workshop participants March 2023 to September 2024 · stated once, no trend"
    )

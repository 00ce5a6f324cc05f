"""Whole data folders, good and bad: what is kept, what is left out, and what is said about it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from facts.disk import Disk
from facts.load import Memory, load
from facts.problems import as_text
from tests.facts.folder import SUBMISSION, DataFolder, put, sha256

WELL = 7  # the facts of the small folder


def told(folder: Path) -> list[str]:
    return as_text(load(folder, "data").problems).splitlines()


def second(data: DataFolder, name: str = "second") -> Path:
    """A good submission beside the first."""
    folder = data.yaml.parent.parent / name
    shutil.copytree(data.yaml.parent, folder)
    put(
        folder / "submission.yaml", data.yaml.read_text("utf-8").replace("id: first", f"id: {name}")
    )
    return folder


def test_a_good_folder(data: DataFolder) -> None:
    corpus = load(data.path, "data")
    assert corpus.problems == ()
    assert corpus.left_out == ()
    (sub,) = corpus.submissions
    assert [placed.ref for placed in sub.facts] == [
        "first/network-members", "first/network-countries", "first/workshops", "first/seen",
        "first/seen-countries", "first/teams", "first/new-teams",
    ]  # fmt: skip
    assert (len(sub.activities), len(sub.mentions), len(sub.set_aside), len(sub.absent)) == (
        1,
        1,
        2,
        1,
    )
    assert sub.left_out == ()
    assert corpus.organisation.name == "The Network"
    assert [question.id for question in corpus.questions] == ["size"]


def test_offsets_are_code_points_of_the_source(data: DataFolder) -> None:
    corpus = load(data.path, "data")
    source = corpus.submissions[0].source_text

    def words(ref: str) -> tuple[str, str | None]:
        placed = corpus.fact(ref)
        assert placed is not None
        number = source[slice(*placed.number)] if placed.number else None
        return source[placed.match.start : placed.match.end], number

    assert words("first/seen") == ("children asked, 1–20% had seen it, across 4 countries", "1–20%")
    assert words("first/workshops") == (
        "In 2023 we held 3 workshops, in **Jordan**, [Kenya](https://example.org/9) and Nepal.",
        "3",
    )
    assert words("first/new-teams") == ("Of these teams, seven are new", "seven")
    assert words("first/teams") == ("Our teams work in Peru, Chile and Togo", None)
    assert corpus.fact("first/none") is None
    assert corpus.submission("first") is corpus.submissions[0]
    assert corpus.submission("none") is None


def test_a_broken_fact_leaves_the_others(data: DataFolder) -> None:
    data.edit("  value: 12\n", "  value: 13\n")
    data.edit("  value: 7\n", "  value: seven\n")
    (sub,) = load(data.path, "data").submissions
    assert len(sub.facts) == WELL - 2
    assert sub.left_out == ("facts.network-members", "facts.new-teams")
    assert len(sub.problems) == 2


def test_a_changed_source_leaves_its_submission_out(data: DataFolder) -> None:
    second(data)
    data.edit("know little", "know Little", "submissions/first/source.txt")
    corpus = load(data.path, "data")
    assert [sub.head.id for sub in corpus.submissions] == ["second"]
    assert corpus.left_out == ("first",)
    assert [(p.file, p.line, p.field) for p in corpus.problems] == [
        ("data/submissions/first/submission.yaml", 6, "submission.source.sha256"),
        ("data/submissions/first/submission.yaml", 118, "set_aside[0].quote"),
    ]


def test_wrong_evidence_leaves_nothing_out(data: DataFolder) -> None:
    data.edit("- quote: Written on 15", "- quote: Written on 16")
    corpus = load(data.path, "data")
    assert len(corpus.problems) == 1
    assert len(corpus.submissions[0].facts) == WELL


def test_submissions_stand_in_the_order_of_their_dates(data: DataFolder) -> None:
    early = second(data, "aaa")
    text = (early / "submission.yaml").read_text("utf-8")
    put(
        early / "submission.yaml",
        text.replace("plot_at: {value: 2024-05-15", "plot_at: {value: 2024-06"),
    )
    corpus = load(data.path, "data")
    assert corpus.problems == ()
    assert [sub.head.id for sub in corpus.submissions] == ["first", "aaa"]


def test_a_sentence_carried_over(data: DataFolder) -> None:
    folder = second(data)
    text = (folder / "submission.yaml").read_text("utf-8")
    part = "  part_of: {fact: teams, same_unit: false}\n"
    put(
        folder / "submission.yaml",
        text.replace(part, part + "  carried_from: {submission: first, fact: new-teams}\n"),
    )
    assert told(data.path) == []
    put(
        folder / "submission.yaml",
        text.replace(part, part + "  carried_from: {submission: first, fact: old}\n"),
    )
    corpus = load(data.path, "data")
    assert as_text(corpus.problems) == (
        "data/submissions/second/submission.yaml:98:43: facts.new-teams.carried_from.fact: "
        "there is no fact 'old' in first. Fix: write the id of a fact of that submission, or "
        "delete the line."
    )
    put(
        folder / "submission.yaml",
        text.replace(part, part + "  carried_from: {submission: first, fact: teams}\n"),
    )
    assert told(data.path) == [
        "data/submissions/second/submission.yaml:98:43: facts.new-teams.carried_from.fact: "
        "'teams' in first states something else. Fix: name the fact with this indicator and "
        "value, or name no fact."
    ]
    late = corpus.submission("second")
    assert late is not None
    assert late.left_out == ("facts.new-teams",)


BAD_FILES = {
    "broken YAML": ("a: 1\n   b: 2\n", 2, 5),
    "tabs": ("submission:\n\tid: first\n", 2, 1),
    "a list": ("- a\n", 1, 1),
    "a text": ("hello\n", 1, 1),
    "nothing": ("", 1, 1),
    "laughs": ("a: &a [x]\nb: [*a, *a]\n", 1, 4),
    "a control character": ("a: \x07\n", 1, 4),
}


@pytest.mark.parametrize(("text", "line", "column"), BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.parametrize(
    "file",
    ["submissions/first/submission.yaml", "organisation.yaml", "indicators.yaml", "questions.yaml"],
)
def test_a_bad_file_is_told_and_the_rest_is_kept(
    data: DataFolder, file: str, text: str, line: int, column: int
) -> None:
    second(data)
    put(data.path / file, text)
    corpus = load(data.path, "data")
    assert (f"data/{file}", line, column) in [(p.file, p.line, p.column) for p in corpus.problems]
    assert {p.file for p in corpus.problems} <= {f"data/{file}", "data/questions.yaml"}
    assert "second" in [sub.head.id for sub in corpus.submissions]


def test_no_indicators_is_told_once(data: DataFolder) -> None:
    (data.path / "indicators.yaml").unlink()
    corpus = load(data.path, "data")
    assert as_text(corpus.problems) == (
        "data/indicators.yaml:1:1: file: the file is missing. Fix: put indicators.yaml there."
    )
    assert corpus.submissions[0].facts == ()
    assert len(corpus.submissions[0].activities) == 1


def test_a_broken_indicator_is_told_once(data: DataFolder) -> None:
    data.edit("members: same,", "members: sam,", "indicators.yaml")
    corpus = load(data.path, "data")
    assert as_text(corpus.problems) == (
        "data/indicators.yaml:11:23: indicators.members.wordings.members: 'sam' is not one of: "
        "same, differs. Fix: did you mean same? Write one of these words."
    )
    assert corpus.submissions[0].left_out == ("facts.network-members",)


@pytest.mark.parametrize(
    ("old", "new", "file", "line"),
    [
        (
            "{en: Label of members}", "{English: Label of members}", "indicators.yaml",
            "data/indicators.yaml:6:11: indicators.members.label.English: 'English' is not a "
            "language code. Fix: write two lower-case letters, such as en.",
        ),
        (
            "answer: [members]", "answer: [membrs]", "questions.yaml",
            "data/questions.yaml:5:12: questions.size.answer[0]: 'membrs' is not an indicator of "
            "indicators.yaml. Fix: write the id of an indicator.",
        ),
        (
            "nearest: [first/teams]", "nearest: [first/team]", "questions.yaml",
            "data/questions.yaml:8:13: questions.size.nearest[0]: there is no fact 'first/team'. "
            "Fix: write submission/fact, as in the files of the submissions.",
        ),
        (
            "first/seen-countries", "second/teams", "questions.yaml",
            "data/questions.yaml:7:12: questions.size.not_instead[0].fact: there is no fact "
            "'second/teams'. Fix: write submission/fact, as in the files of the submissions.",
        ),
        (
            "nearest: [first/teams]", "nearest: [teams]", "questions.yaml",
            "data/questions.yaml:8:13: questions.size.nearest[0]: 'teams' is not the name of a "
            "fact. Fix: write submission/fact, for example report-2024/network-members.",
        ),
        (
            "  short_name: Net\n", "", "organisation.yaml",
            "data/organisation.yaml:2:3: organisation.short_name: the field 'short_name' is "
            "missing. Fix: add short_name: text.",
        ),
        (
            "- id: all\n", "- id: some\n", "indicators.yaml",
            "data/indicators.yaml:9:10: indicators.members.group: 'all' is not a group of this "
            "file. Fix: choose one of: some.",
        ),
    ],
)  # fmt: skip
def test_faults_of_the_other_files(
    data: DataFolder, old: str, new: str, file: str, line: str
) -> None:
    data.edit(old, new, file)
    assert told(data.path)[0] == line


def test_a_question_about_a_missing_fact_is_left_out(data: DataFolder) -> None:
    data.edit("nearest: [first/teams]", "nearest: [first/team]", "questions.yaml")
    assert load(data.path, "data").questions == ()


def test_a_question_may_name_a_fact_that_is_left_out(data: DataFolder) -> None:
    data.edit(
        "  value: 3\n  bound: exact\n  wording: teams",
        "  value: 4\n  bound: exact\n  wording: teams",
    )
    corpus = load(data.path, "data")
    assert [p.field for p in corpus.problems] == ["facts.teams.value"]
    assert len(corpus.questions) == 1


def test_questions_may_be_missing(data: DataFolder) -> None:
    (data.path / "questions.yaml").unlink()
    assert told(data.path) == []


def test_folders_without_submissions(tmp_path: Path, data: DataFolder) -> None:
    fix = "Fix: add submissions/<id>/submission.yaml and its source.txt."
    (tmp_path / "empty").mkdir()
    assert f"data:1:1: submissions: this data folder has no folder submissions. {fix}" in told(
        tmp_path / "empty"
    )
    assert f"data:1:1: submissions: there is no such data folder. {fix}" in told(tmp_path / "none")
    shutil.rmtree(data.yaml.parent)
    assert (
        f"data/submissions:1:1: submissions: no submission stands in this data folder. {fix}"
        in told(data.path)
    )


def test_a_folder_without_its_file(data: DataFolder) -> None:
    (data.path / "submissions" / "third").mkdir()
    (data.path / "submissions" / ".hidden").mkdir()
    put(data.path / "submissions" / "README.txt", "not a submission")
    assert told(data.path) == [
        "data/submissions/third/submission.yaml:1:1: file: the file is missing. "
        "Fix: put submission.yaml there."
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text.txt", "'text.txt': the file is missing. Fix: put text.txt there."),
        (
            "../second/source.txt",
            "'../second/source.txt': only a plain file name in the same folder is read. "
            "Fix: write, for example, source.txt.",
        ),
        (
            "..",
            "'..': only a plain file name in the same folder is read. "
            "Fix: write, for example, source.txt.",
        ),
        (
            "C:\\source.txt",
            "'C:\\source.txt': only a plain file name in the same folder is read. "
            "Fix: write, for example, source.txt.",
        ),
    ],
)
def test_sources_that_are_not_read(data: DataFolder, name: str, said: str) -> None:
    second(data)
    data.edit("{file: source.txt", f"{{file: '{name}'")
    corpus = load(data.path, "data")
    assert as_text(corpus.problems) == (
        f"data/submissions/first/submission.yaml:6:18: submission.source.file: {said}"
    )
    assert [sub.head.id for sub in corpus.submissions] == ["second"]


def test_a_source_that_is_not_utf8(data: DataFolder) -> None:
    before = data.source.read_bytes()
    data.source.write_bytes(before.replace(b"Report", b"R\xe9port"))
    assert told(data.path) == [
        "data/submissions/first/source.txt:1:4: source: this is not UTF-8: byte 0xE9 stands here. "
        "Fix: save the file as UTF-8."
    ]


def test_files_that_are_too_large(data: DataFolder) -> None:
    second(data)
    data.source.write_bytes(b"a" * 50_000_000)
    put(data.path / "questions.yaml", "#" * 2_000_001)
    assert told(data.path) == [
        "data/questions.yaml:1:1: file: the file has 2,000,001 bytes; at most 2,000,000 are read. "
        "Fix: split it, or delete what does not belong in it.",
        "data/submissions/first/submission.yaml:6:18: submission.source.file: 'source.txt': the "
        "file has 50,000,000 bytes; at most 5,000,000 are read. Fix: split it, or delete what "
        "does not belong in it.",
    ]


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no symbolic links")


def test_links_that_lead_out_of_the_folder(data: DataFolder, tmp_path: Path) -> None:
    out = tmp_path / "secret.txt"
    put(out, data.source.read_text("utf-8"))
    data.source.unlink()
    link(data.source, out)
    assert told(data.path) == [
        "data/submissions/first/submission.yaml:6:18: submission.source.file: 'source.txt': this "
        "is a link that leads out of the data folder; it is not followed. Fix: put the file "
        "source.txt itself there."
    ]


def test_a_submission_folder_that_leads_out(data: DataFolder, tmp_path: Path) -> None:
    second(data)
    shutil.move(data.yaml.parent, tmp_path / "elsewhere")
    link(data.yaml.parent, tmp_path / "elsewhere")
    corpus = load(data.path, "data")
    assert [(p.file, p.what) for p in corpus.problems] == [
        (
            "data/submissions/first/submission.yaml",
            "this is a link that leads out of the data folder; it is not followed.",
        )
    ]
    assert [sub.head.id for sub in corpus.submissions] == ["second"]


def test_links_inside_the_folder_and_to_it(data: DataFolder, tmp_path: Path) -> None:
    moved = data.path / "texts.txt"
    shutil.move(data.source, moved)
    link(data.source, moved)
    link(tmp_path / "other-name", data.path)
    assert told(tmp_path / "other-name") == []
    moved.unlink()
    assert told(data.path)[0].startswith(
        "data/submissions/first/submission.yaml:6:18: submission.source.file: 'source.txt': this "
        "link leads nowhere."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_opened(data: DataFolder) -> None:
    data.source.unlink()
    os.mkfifo(data.source)
    assert told(data.path) == [
        "data/submissions/first/submission.yaml:6:18: submission.source.file: 'source.txt': this "
        "is not a file. Fix: put the file source.txt there."
    ]


NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[press](javascript:alert(1)) ![x](http://example.org/x.png) **bold** `code` $x^2$",
    "=HYPERLINK(\"http://example.org\")",
    "{{ 7 * 7 }} ${7*7} %(x)s {0}",
    "'; DROP TABLE facts; --",
]  # fmt: skip


@pytest.mark.parametrize("nasty", NASTY)
def test_text_stays_text(data: DataFolder, nasty: str) -> None:
    quoted = "'" + nasty.replace("'", "''") + "'"
    data.edit("title: The first report", f"title: {quoted}")
    data.edit("name: First 2024", f"name: {quoted}")
    data.edit("said_by: Somebody", f"said_by: {quoted}")
    data.edit("citation: The network, first report, 2024.", f"citation: {quoted}")
    data.edit("name: The Network", f"name: {quoted}", "organisation.yaml")
    data.edit("{en: Label of members}", f"{{en: {quoted}}}", "indicators.yaml")
    corpus = load(data.path, "data")
    assert corpus.problems == ()
    head = corpus.submissions[0].head
    seen = corpus.fact("first/seen")
    assert seen is not None
    assert [head.title, head.name, head.citation, seen.fact.said_by] == [nasty] * 4
    assert corpus.organisation.name == nasty
    assert corpus.indicators["members"].label == {"en": nasty}


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_text_in_a_problem_stays_on_its_line(data: DataFolder, nasty: str) -> None:
    quoted = "'" + nasty.replace("'", "''") + "'"
    data.edit("  wording: workshops", f"  wording: {quoted}")
    (line,) = told(data.path)
    assert line.startswith(
        f"data/submissions/first/submission.yaml:44:12: facts.workshops.wording: '{nasty[:80]}"
    )


def test_a_text_that_is_too_long(data: DataFolder) -> None:
    data.edit("  section: paragraph 2", f"  section: {'x' * 5_001}")
    assert told(data.path) == [
        "data/submissions/first/submission.yaml:50:12: facts.workshops.section: the text has "
        "5,001 characters; at most 5,000 fit. Fix: shorten it."
    ]


def test_only_what_changed_is_read_and_proved_again(data: DataFolder) -> None:
    second(data)
    memory = Memory(Disk(data.path))
    before = load(data.path, "data", memory)
    again = load(data.path, "data", memory)
    assert [a is b for a, b in zip(before.submissions, again.submissions, strict=True)] == [
        True
    ] * 2
    data.edit("  value: 12\n", "  value: 13\n")
    after = load(data.path, "data", memory)
    assert [sub.head.id for sub in after.submissions] == ["first", "second"]
    assert after.submissions[1] is before.submissions[1]
    assert len(after.submissions[0].facts) == WELL - 1
    shutil.rmtree(data.yaml.parent)
    assert [sub.head.id for sub in load(data.path, "data", memory).submissions] == ["second"]
    assert set(memory.proofs) == {"second"}


def test_a_changed_indicator_proves_all_again(data: DataFolder) -> None:
    memory = Memory(Disk(data.path))
    assert load(data.path, "data", memory).problems == ()
    data.edit("workshops: same", "seminars: same", "indicators.yaml")
    corpus = load(data.path, "data", memory)
    assert [p.field for p in corpus.problems] == ["facts.workshops.wording"]


def test_all_problems_at_once_in_order(data: DataFolder) -> None:
    data.edit("  value: 12\n", "  value: 13\n")
    data.edit("  class: no_claim", "  class: claim")
    data.edit("  bound: range", "  bound: rang")
    data.edit("workshops: same", "workshops: sam", "indicators.yaml")
    corpus = load(data.path, "data")
    assert list(corpus.problems) == sorted(corpus.problems)
    assert [problem.field for problem in corpus.problems] == [
        "indicators.workshops.wordings.workshops",
        "facts.network-members.value",
        "facts.seen.bound",
        "set_aside[0].class",
    ]


def test_the_fixture_is_what_it_says(data: DataFolder) -> None:
    assert sha256(data.source.read_text("utf-8")) in data.yaml.read_text("utf-8")
    assert SUBMISSION.count("- id: ") == WELL + 2

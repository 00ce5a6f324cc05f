"""A document all the way in: every card decided, saved, on the charts, taken back, edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from curate import (
    drafts,
    edit_fact,
    review_session,
    submit,
    whole_save,
    yaml_edit,
)
from curate.document_reading import read
from curate.errors import Conflict, NotSaved, Refused
from curate.review_session import ReviewSession
from extract.documents.read_document import read_file
from facts.frame import frame
from facts.load import load
from tests.curate.helping import (
    TEXT,
    again,
    card,
    decide_all,
    desk_of,
    note_of,
    real_data,
    sub_of,
    whole,
    with_line,
)
from tests.support.real import DATA, ROOT

OTHERS = sorted((ROOT / "tests" / "extract" / "labelled").glob("*.txt"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return real_data(tmp_path)


def finished(desk):
    desk = decide_all(desk)
    for one in submit.missing(desk):
        desk = review_session.not_stated(desk, one.indicator)
    return desk


def test_a_document_comes_in_whole(data: Path):
    before = whole(data)
    desk = finished(desk_of(data))
    assert submit.unfinished(desk) == ()
    preview = submit.preview(desk)
    assert preview.problems == ()
    assert whole(data) == before
    saved = submit.save(again(desk))
    assert (
        saved.message
        == "Add CSTD 2026: 6 facts; members 129 → 131, countries with members 108 → 110"
    )
    assert whole(data) == {**before, **preview.files}
    corpus = load(data, "data")
    assert corpus.problems == ()
    rows = frame(corpus)
    assert rows.equals(preview.frame_after)
    new = rows[rows["submission"] == "cstd-29-2026"]
    assert dict(zip(new["fact"], new["says"], strict=True)) == {
        "network-members": "131", "network-countries": "110", "workshops": "6",
        "workshop-participants": "over 420", "online-safety-guides": "3", "working-groups": "47",
    }  # fmt: skip
    assert len(rows) == len(preview.frame_before) + 6
    sub = sub_of(data, "cstd-29-2026")
    assert sub.source_text == TEXT
    assert [len(one.also) for one in sub.facts] == [1, 0, 0, 0, 0, 0]
    assert drafts.list_drafts(data) == ()
    # All of it is taken back, and the draft is there to go on with.
    whole_save.take_back(data)
    assert whole(data) == before
    [one] = drafts.list_drafts(data)
    assert (one.id, one.decided, one.of) == (desk.work.id, 8, 8)
    assert submit.save(again(desk)).submission == "cstd-29-2026"


WRITTEN = """\
- id: workshops
  indicator: workshops
  value: 6
  bound: exact
  wording: regional workshops
  scope: own
  time: {from: '2025-01', to: '2025-03'}
  value_text: "6"
  quote: >-
    From January to March 2025, we organised 6 regional workshops in Kenya, Nepal, Peru, Togo, Fiji and Malta, bringing together over 420 participants
  section: What we did, paragraph 1
  places: {role: host, list: [KEN, NPL, PER, TGO, FJI, MLT], complete: true}
- id: workshop-participants
  indicator: workshop_participants
  value: 420
  bound: more_than
  wording: participants
  scope: own
  time: {from: '2025-01', to: '2025-03'}
  value_text: "420"
  quote: >-
    From January to March 2025, we organised 6 regional workshops in Kenya, Nepal, Peru, Togo, Fiji and Malta, bringing together over 420 participants
  section: What we did, paragraph 1
"""  # noqa: E501
ASIDE = """\
set_aside:
- quote: >-
    progress made in 2025 to implement the
  class: date
- quote: >-
    stands in resolution 2006/46
  class: document_symbol
- quote: >-
    grew quietly, and one of our aims
  class: pronoun
- quote: >-
    opened “upwards of 12,500 times” in
  class: no_claim
- quote: >-
    times” in 2025 – more than
  class: date
- quote: >-
    meets again before 2030
  class: deadline
- quote: >-
    See page 14 of our report
  class: numbering

"""


def test_the_file_is_written_as_by_hand(data: Path):
    text = submit.preview(finished(desk_of(data))).yaml
    assert text[text.index("- id: workshops\n") : text.index("- id: online-safety")] == WRITTEN
    assert text[text.index("set_aside:") : text.index("absent:")] == ASIDE


def test_what_is_set_aside_never_takes_a_fact_along(data: Path):
    """Two numbers stand three words apart: one is a fact, the other is none."""
    desk = review_session.accept(desk_of(data), "c244", rejected={"n280": "no_claim"})
    preview = submit.preview(finished(desk))
    assert preview.problems == ()
    aside = yaml_edit.read_values(preview.yaml)["set_aside"]
    assert [one["quote"] for one in aside if "110" in one["quote"]] == [
        "members in 110 countries works to"
    ]


@pytest.mark.broad
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_any_text_comes_in_and_every_number_is_accounted_for(data: Path, path: Path):
    """Texts of other organisations, in three languages: what is no fact is set aside."""
    document = read_file(path)
    desk = ReviewSession(drafts.start(data, document), read(document, load(data, "data")))
    desk = finished(desk)
    head = {**desk.head, "id": "other", "title": "T", "name": "N", "body": "B", "citation": "C"}
    for key, ends in (("reports_on", ("from", "to")), ("written", ("earliest", "latest"))):
        head[key] = {**head[key], **{end: head[key][end] or "2024" for end in ends}}
    head["plot_at"] = {**head["plot_at"], "value": head["plot_at"]["value"] or "2024"}
    desk = review_session.set_head(desk, head)
    submit.save(desk)
    assert load(data, "data").problems == ()


@pytest.mark.parametrize("name", [path.name for path in sorted((DATA / "submissions").iterdir())])
def test_each_submission_comes_in_again_from_its_source(data: Path, name: str):
    """What its hand-made file knew of its indicators is gone, and still much is accepted."""
    source = data / "submissions" / name / "source.txt"
    document = read_file(source)
    facts = len(sub_of(data, name).facts)
    shutil.rmtree(source.parent)
    (data / "questions.yaml").unlink()
    for other in (data / "submissions").iterdir():
        file = other / "submission.yaml"
        lines = file.read_text().splitlines(keepends=True)
        kept = [one for one in lines if "carried_from" not in one]
        file.write_text("".join(kept))
    assert load(data, "data").problems == ()
    desk = ReviewSession(drafts.start(data, document), read(document, load(data, "data")))
    desk = finished(desk)
    head = {**desk.head, "id": name, "title": "T", "name": "N", "body": "B", "citation": "C"}
    for key, ends in (("reports_on", ("from", "to")), ("written", ("earliest", "latest"))):
        head[key] = {**head[key], **{end: head[key][end] or "2018" for end in ends}}
    head["plot_at"] = {**head["plot_at"], "value": head["plot_at"]["value"] or "2018"}
    submit.save(review_session.set_head(desk, head))
    assert load(data, "data").problems == ()
    assert len(sub_of(data, name).facts) >= facts / 3


def test_what_is_not_finished_is_said_and_refused(data: Path):
    desk = desk_of(data)
    head = desk.head
    desk = review_session.set_head(desk, {**head, "title": ""})
    left = submit.unfinished(desk)
    assert left[0] == "8 cards are not decided yet."
    assert left[1] == ("About the document, title: The field 'title' is missing. Add title: text.")
    assert left[2].startswith("Say of each whether it is really not stated: Members, ")
    with pytest.raises(Refused, match="8 cards are not decided yet"):
        submit.save(desk)
    half = submit.preview(review_session.accept(review_session.set_head(desk, head), "c244"))
    assert len(half.frame_after) == len(half.frame_before) + 2
    assert {one.field for one in half.problems} == {"source"}


def test_what_was_said_each_time_and_is_missing_is_listed(data: Path):
    desk = decide_all(desk_of(data))
    assert [one.indicator for one in submit.missing(desk)] == [
        "workshop_countries", "consultations", "interagency_bodies",
    ]  # fmt: skip
    fields = {"indicator": "consultations", "searched": ["consulted"],
              "not_applicable": "No field work that year."}  # fmt: skip
    after = with_line(desk, {"do": "absent", "fields": fields})
    assert "consultations" not in [one.indicator for one in submit.missing(after)]
    absent = yaml_edit.read_values(submit.preview(after).yaml)["absent"]
    assert absent == ({"indicator": "consultations", "searched": ("consulted",),
                       "not_applicable": "No field work that year."},)  # fmt: skip


def test_what_changed_is_told_against_the_submission_before(data: Path):
    rows = {row.indicator: row for row in submit.preview(finished(desk_of(data))).rows}
    assert (rows["members"].standing, rows["members"].before, rows["members"].after) == (
        "larger", "129 members", "131 members"
    )  # fmt: skip
    assert (rows["workshops"].standing, rows["workshops"].before) == (
        "smaller", "8 workshops"
    )  # fmt: skip
    assert rows["workshop_participants"].standing == "not comparable"  # both are bounds
    assert (rows["consultations"].standing, rows["consultations"].after) == ("gone", "")
    assert (rows["online_safety_guides"].standing, rows["online_safety_guides"].before) == (
        "new", ""
    )  # fmt: skip


def test_a_new_indicator_and_a_wording_are_written_into_their_place(data: Path):
    before = (data / "indicators.yaml").read_text()
    desk = desk_of(data)
    made = review_session.new_indicator(
        "App openings", "opening", "openings", "Times it was opened: all.", "flow", "network",
        "times", recurring=True, taken=desk.indicators,
    )  # fmt: skip
    desk = review_session.add_indicator(desk, made)
    unused = {**made, "id": "unused", "recurring": False}
    desk = review_session.add_indicator(desk, unused)
    fields = {**card(desk, "c673").items[0].fields, "indicator": "app_openings", "id": "openings"}
    desk = review_session.accept(desk, "c673", {"n714": fields})
    desk = review_session.rule_wording(desk, "online_safety_guides", "web guides", "differs")
    fields = {**card(desk, "c570").items[0].fields, "wording": "web guides"}
    desk = review_session.accept(desk, "c570", {"n570": fields})
    desk = review_session.rule_wording(desk, "members", "never used", "same")
    submit.save(finished(desk))
    after = (data / "indicators.yaml").read_text()
    added = """\
- id: app_openings
  label: {en: App openings}
  unit: {one: {en: opening}, many: {en: openings}}
  kind: flow
  group: network
  description:
    en: >-
      Times it was opened: all.
  wordings: {times: same}
  recurring: true
"""
    assert added in after
    assert after.replace(added, "").replace("    web guides: differs\n", "") == before
    assert load(data, "data").problems == ()


def test_two_that_bring_the_same_submission_in_are_told(data: Path):
    first, second = finished(desk_of(data)), finished(desk_of(data))
    second = review_session.set_head(second, {**second.head, "citation": "Mine."})
    submit.save(first)
    theirs = (data / "submissions" / "cstd-29-2026" / "submission.yaml").read_text()
    assert submit.unfinished(second) == (
        "About the document, id: There is a submission 'cstd-29-2026' already. Choose another id.",
    )
    with pytest.raises(Conflict) as conflict:
        submit.save(second, over="Something seen before.")
    assert conflict.value.theirs == theirs
    assert "citation: >-\n    Mine." in conflict.value.mine
    submit.save(second, over=theirs)
    saved = (data / "submissions" / "cstd-29-2026" / "submission.yaml").read_text()
    assert saved == conflict.value.mine
    assert load(data, "data").problems == ()


def test_a_fact_is_corrected_in_its_place(data: Path):
    path = data / "submissions" / "cstd-28-2025" / "submission.yaml"
    before = path.read_text()
    work = edit_fact.open_fact(data, load(data, "data"), "cstd-28-2025/network-members")
    assert edit_fact.preview(work, work.fields) == (before, before)
    fields = {**work.fields, "note": "Seen twice."}
    assert edit_fact.check(work, fields).allowed
    saved = edit_fact.save(work, fields)
    assert saved.message == "Correct CSTD 2025: note of network-members"
    after = path.read_text()
    assert after.replace("  note: Seen twice.\n", "", 1) == before
    assert load(data, "data").problems == ()
    whole_save.take_back(data)
    assert path.read_text() == before


def test_a_fact_that_would_not_be_proved_is_not_saved(data: Path):
    before = whole(data)
    work = edit_fact.open_fact(data, load(data, "data"), "cstd-28-2025/network-members")
    with pytest.raises(Refused, match="The value is 130, but '129' in the quote reads as 129"):
        edit_fact.save(work, {**work.fields, "value": 130})
    # Proved by itself, but then a number of the source is nothing any more.
    quote = "in every region where its 129 members are located"
    fields = {**work.fields, "quote": quote, "also": [], "value_text": "129"}
    assert edit_fact.check(work, fields).allowed
    with pytest.raises(Refused, match="is neither a fact nor set aside"):
        edit_fact.save(work, fields)
    assert whole(data) == before


def test_who_saves_second_sees_both_and_may_go_on_top(data: Path):
    corpus = load(data, "data")
    ref = "cstd-28-2025/network-members"
    mine, theirs = edit_fact.open_fact(data, corpus, ref), edit_fact.open_fact(data, corpus, ref)
    countries = edit_fact.open_fact(data, corpus, "cstd-28-2025/network-countries")
    edit_fact.save(countries, {**countries.fields, "note": "Theirs."})
    fields = {**mine.fields, "note": "Mine."}
    with pytest.raises(Conflict) as conflict:
        edit_fact.save(mine, fields)
    assert "note: Theirs." in conflict.value.theirs
    assert "note: Mine." in conflict.value.mine
    assert "note: Theirs." not in conflict.value.mine
    edit_fact.save(mine, fields, over=conflict.value.theirs)
    assert note_of(data, ref) == "Mine."
    assert note_of(data, "cstd-28-2025/network-countries") == "Theirs."
    with pytest.raises(Conflict):
        edit_fact.save(theirs, {**fields, "note": "Late."}, over=conflict.value.theirs)


def test_a_fact_that_is_not_there_is_said(data: Path):
    corpus = load(data, "data")
    for ref in ("nothing/network-members", "cstd-28-2025/nothing", "", "../x/y"):
        with pytest.raises(NotSaved):
            edit_fact.open_fact(data, corpus, ref)

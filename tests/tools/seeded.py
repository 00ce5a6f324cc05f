"""Sixty faults that would put a wrong number or bound on a screen, and the tests that own them.

Each changes one fragment, which stands in its file exactly once (`test_mutants.py` holds that).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One fault: `old` in `file` becomes `new`, which does what `fault` says; `tests` guard it."""

    file: str
    fault: str
    old: str
    new: str
    tests: tuple[str, ...]


READ = ("tests/language/test_sets.py", "tests/language/test_numbers.py")
BOUNDS = ("tests/language/test_bounds.py", "tests/language/test_sets.py")
SENTENCES = ("tests/language/test_doubts.py", "tests/language/test_sets.py")
DATES = (
    "tests/language/test_date_mentions.py",
    "tests/facts/checks/test_dates.py",
    "tests/facts/test_problem_lists.py",
)
PLAIN = ("tests/language/test_plain_text.py",)
QUOTES = ("tests/language/test_quotes.py", "tests/language/test_quotes_drawn.py")
VALUE = ("tests/facts/test_problem_lists.py", "tests/facts/checks/test_corrected.py")
BOUND = ("tests/facts/test_problem_lists.py",)
ACCOUNTED = ("tests/facts/test_problem_lists.py", "tests/facts/checks/test_accounted.py")
AGREEMENT = ("tests/facts/test_problem_lists.py",)
FRAME = ("tests/facts/test_frame.py",)
CHANGE = ("tests/charts/test_change.py",)
SAY = ("tests/facts/test_format_value.py",)
LOAD = ("tests/facts/test_load.py",)
PACKAGE = ("tests/facts/test_package.py",)
RECEIPT = ("tests/export/test_csv.py", "tests/export/test_verify.py")
VERIFY = ("tests/export/test_verify.py",)
CSV = ("tests/export/test_csv.py",)
XLSX = ("tests/export/test_xlsx.py",)
LINES = ("tests/drawing/test_line_layout.py",)
SVG = (
    "tests/export/test_svg.py",
    "tests/export/test_by_hand.py::test_words_and_marks_of_a_drawing_are_compared_"
    "and_its_colours_are_not",
)
SLIDES = ("tests/export/test_slides_sheet.py", "tests/export/test_pptx.py")
REFRESH = ("tests/export/test_refresh.py", "tests/export/test_refresh_by_hand.py")

LANGUAGE = (
    Mutant("language/numbers.py", "a minus is lost",
        "number(-one if start < at else one)", "number(one)", READ),
    Mutant("language/numbers.py", "0.584 is read as 584 too",
        ' and not first.startswith("0")', "", READ),
    Mutant("language/numbers.py", "the decimals of 1,234.5 are counted as whole",
        '[whole / 10 ** len(grouped[2] or "")]', "[whole]", READ),
    Mutant("language/numbers.py", "1 to 2 million begins at 1",
        "and Fraction(str(low)) < ends_in:", "and Fraction(str(low)) > ends_in:", READ),
    Mutant("language/numbers.py", "1 in 164 is no share",
        "or (part.value == 1 and whole.value <= 1000)",
        "and (part.value == 1 and whole.value <= 1000)", READ),
    Mutant("language/numbers.py", "tens of millions is at most ten millions",
        'high = None if found.kind == "vague" else value', "high = value", READ),
    Mutant("language/number_words.py", "ten five is 15",
        "tens % 10 == 0 and tens >= 20", "tens % 10 == 0 and tens >= 10", READ),
    Mutant("language/number_words.py", "a million and a half is 1,000,000 and a half",
        "value += Fraction(scale, 2)", "value += Fraction(1, 2)", READ),
    Mutant("language/bounds.py", "over 20 years is more than 20",
        "if known.during.search(left) and (", "if not known.during.search(left) and (", BOUNDS),
    Mutant("language/bounds.py", "une centaine is exactly 100",
        'return "about" if token.approx else "exact"', 'return "exact"', BOUNDS),
    Mutant("language/fr.py", "au-delà de is no bound",
        "|au-delà d[e']", "", BOUNDS),
    Mutant("language/es.py", "como máximo behind a number is no bound",
        "(?:como máximo|a lo sumo)", "(?:a lo sumo)", BOUNDS),
    Mutant("language/nouns.py", "650 family members count members",
        "for one in modifiers for part in", "for one in modifiers[1:] for part in", SENTENCES),
    Mutant("language/nouns.py", "Members: 12 offices counts members",
        'if own and not re.match(r"[ ]?[|)\\];:,.]", right):',
        'if own and re.match(r"[ ]?[|)\\];:,.]", right):', SENTENCES),
    Mutant("language/doubts.py", "not only 129 members denies them",
        "for start, end in excused) and _governs(spoken, span):",
        "for start, end in excused) or _governs(spoken, span):", SENTENCES),
    Mutant("language/doubts.py", "in 2009 it had 98 members holds today",
        "if not years & {*spoken.times, *spoken.present}:",
        "if years & {*spoken.times, *spoken.present}:", SENTENCES),
    Mutant("language/doubts.py", "~~126~~ is not struck out",
        'found.group() == "~~" and opened is not None',
        'found.group() == "~~" and opened is None', SENTENCES),
    Mutant("language/attribution.py", "the words of a stranger are ours",
        "if spoken.is_own(who) or (pattern is words.says and not _is_somebody(who, words)):",
        "if spoken.is_own(who) or (pattern is words.says and _is_somebody(who, words)):",
        SENTENCES),
    Mutant("language/date_mentions.py", "12 to 16 May ends on the 12th",
        'found["d3"] or found["d2"] or found["d1"]', 'found["d3"] or found["d1"]', DATES),
    Mutant("language/date_mentions.py", "2016 states the day 2016-05-01",
        "one.startswith(partial) for one in", "partial.startswith(one) for one in", DATES),
    Mutant("language/plain_text.py", "a quote ends behind the marks that follow it",
        "self.offsets[end - 1] + 1", "self.offsets[end]", PLAIN),
    Mutant("language/plain_text.py", "a hyphen between a digit and a letter is dropped",
        "raw[at - 1].isalpha() and after.isalpha()",
        "raw[at - 1].isalpha() or after.isalpha()", PLAIN),
    Mutant("language/quotes.py", "a quote may cut the first number of a source",
        "if nearest >= 0 and at <", "if nearest > 0 and at <", QUOTES),
    Mutant("language/quotes.py", "occurrence 0 names the last place",
        "if not 1 <= wanted <= len(whole):", "if not 0 <= wanted <= len(whole):", QUOTES),
)  # fmt: skip

FACTS = (
    Mutant("facts/checks/value.py", "a range need be no range",
        'token.kind == "range" and (token.low', 'token.kind == "range" or (token.low', VALUE),
    Mutant("facts/checks/value.py", "a corrected date excuses the value",
        'fact.corrected is not None and fact.corrected.field == "value"',
        "fact.corrected is not None", VALUE),
    Mutant("facts/checks/value.py", "a count may be less than its list",
        "if fact.value != len(items):", "if fact.value > len(items):", VALUE),
    Mutant("facts/checks/bound.py", "the bound is read in the quote alone",
        "in_source = stated_bound(*read, language=passage.language)",
        "in_source = stated_bound(*read, passage.start, passage.end, passage.language)", BOUND),
    Mutant("facts/checks/accounted.py", "any number that is a day of the fact is its date",
        "return bool(left or right) and ends <= days", "return ends <= days", ACCOUNTED),
    Mutant("facts/checks/agreement.py", "a part may be more than its whole",
        "least > most:", "least < most:", AGREEMENT),
    Mutant("facts/checks/agreement.py", "also may state another number",
        "if find_dates(passage.text):", "if passage.text:", AGREEMENT),
    Mutant("facts/checks/agreement.py", "an exact count may leave out what the list names",
        'found.entry.item.bound != "exact" or', 'found.entry.item.bound == "exact" or', AGREEMENT),
    Mutant("facts/checks/dates.py", "a month need not be said",
        "elif len(date) > 4 and not wrong", "elif len(date) > 7 and not wrong", DATES),
    Mutant("facts/checks/open_doubts.py", "no share is ever doubted",
        'return not share or doubt.kind not in ("part", "change")', "return not share", SENTENCES),
    Mutant("facts/checks/corrected.py", "two digits far apart are exchanged by a slip",
        "if len(differ) != 2 or differ[1] != differ[0] + 1:", "if len(differ) != 2:", VALUE),
    Mutant("facts/model.py", "at least 10 has no least",
        'in ("exact", "more_than", "at_least")', 'in ("exact", "more_than")', FRAME),
    Mutant("facts/frame.py", "another definition is compared",
        'fact.bound == "exact" and rule == "same" and', 'fact.bound == "exact" and', FRAME),
    Mutant("facts/newest_and_changes.py", "a number repeated by a later paper is measured anew",
        'rows = rows[rows["carried_from"] == ""]', 'rows = rows[rows["carried_from"] != "-"]',
        CHANGE),
    Mutant("facts/newest_and_changes.py", "the sign of a change is lost",
        'float(last["value"] - start["value"])', 'float(abs(last["value"] - start["value"]))',
        CHANGE),
    Mutant("facts/format_value.py", "about 100 is said as 100",
        'if fact.bound in ("exact", "range"):', 'if fact.bound in ("exact", "range", "about"):',
        SAY),
    Mutant("facts/check_submission.py", "a fact with a problem is shown",
        '".".join(field.split(".")[:2])', '".".join(field.split(".")[:3])', LOAD),
    Mutant("facts/load.py", "a fact carried over may state something else",
        'return not states or known in ("", states)', "return True", LOAD),
    Mutant("facts/package/package_rows.py", "over 100 is published as the value 100",
        '_ONE_VALUE = ("exact", "about")', '_ONE_VALUE = ("exact", "about", "more_than")',
        PACKAGE),
    Mutant("facts/package/package_rows.py", "countries of which some are named are all",
        "if places and places.complete else", "if places else", PACKAGE),
)  # fmt: skip

EXPORT = (
    Mutant("export/receipt.py", "a version without the bounds of its facts",
        '"ref", "bound", "value", "low"', '"ref", "value", "low"', RECEIPT),
    Mutant("charts/evidence.py", "the least stands where the most belongs",
        'high=number_or_none(row["value_high"])', 'high=number_or_none(row["value_low"])', RECEIPT),
    Mutant("export/verify.py", "a ZIP is as good as the best file in it",
        "state = max((one.state", "state = min((one.state", VERIFY),
    Mutant("export/verify.py", "a number changed by hand is current while its facts are",
        "    if by_hand:\n", "    if by_hand and then:\n", VERIFY),
    Mutant("export/receipt_diff.py", "numbers may change places",
        "rest = iter(items)", "rest = items", VERIFY),
    Mutant("export/receipt_diff.py", "-5 is 5",
        "return as_number(found) == as_number(wanted)",
        "return abs(as_number(found) or 0) == abs(as_number(wanted) or 0)", XLSX),
    Mutant("export/receipt_io.py", "7.25 is written as 7",
        "return str(int(value)) if value.is_integer() else repr(value)",
        "return str(int(value))", CSV),
    Mutant("export/formats/csv.py", "rows of two figures are one figure",
        "!= _whole(rows[0]) for one in rows):", "!= _whole(rows[0]) for one in rows[:1]):", CSV),
    Mutant("export/formats/xlsx.py", "a cell shows 100 for over 100",
        'if one.bound in ("exact", "range") and not',
        'if one.bound in ("exact", "range", "more_than") and not', XLSX),
    Mutant("export/formats/svg.py", "words changed in a picture are not told",
        "if not found and seal != seal_of(", "if found and seal != seal_of(",
        SVG),
    Mutant("drawing/line_layout.py", "the arrow of over 100 points down",
        "way = -1 if mark.bound in LOWER_LIMITS else 1", "way = 1", LINES),
    Mutant("drawing/line_layout.py", "marks stand too high where the axis begins above 0",
        "self.box.height * (value - self.low)", "self.box.height * value", LINES),
    Mutant("export/slides/chart_series.py", "over 100 joins the line of exact numbers",
        'if mark.bound != "exact":', 'if mark.bound == "about":', SLIDES),
    Mutant("export/slides/line_chart.py", "every mark stands a day late",
        "DAY_ZERO = date(1899, 12, 30)", "DAY_ZERO = date(1899, 12, 31)", SLIDES),
    Mutant("export/refresh/renew_words.py", "a number typed over ours is passed as today's",
        "if now.says == said_before and now.says in text:", "if now.says == said_before:",
        REFRESH),
    Mutant("export/refresh/renew_chart.py", "a chart with one current series is not renewed",
        "and all(one.values == one.points", "and any(one.values == one.points", REFRESH),
)  # fmt: skip

MUTANTS = (*LANGUAGE, *FACTS, *EXPORT)

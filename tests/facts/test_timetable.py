"""What a date is for, in tables, labels and sentences."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from terms import facts_of, values_of

from procure_audit.facts.passages import passages
from procure_audit.facts.timetable import find
from procure_audit.model import BlockKind, Confidence, Value
from procure_audit.readers.build import Builder

DUE, ASK, ISSUE, START, AWARD = (
    "tender_deadline",
    "clarification_deadline",
    "publication_or_issue_date",
    "contract_start",
    "contract_award_date",
)


def table_values(kind: str, rows: list[tuple[str, ...]]) -> list[Value]:
    """The values of *kind* in a table of *rows*, the first of which is its headings."""
    builder = Builder("tender.docx", "docx", "0")
    builder.begin_table()
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            builder.begin_cell(number, column)
            builder.block(BlockKind.PARAGRAPH, words)
            builder.end_cell()
    builder.end_table()
    return [fact.get("value") for fact in find(tuple(passages(builder.document()))) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Bids must be received no later than 12 noon on 4 June 2025.", DUE, datetime(2025, 6, 4, 12)),
        ("The contract is scheduled to commence no later than 2nd September 2013.", START, date(2013, 9, 2)),
        ("The closing date for quotations is 4 June 2025.", DUE, date(2025, 6, 4)),
        ("CLOSING DATE - 17:00 4 June 2025", DUE, datetime(2025, 6, 4, 17)),
        ("The deadline for returning tenders is noon on 4th June 2025.", DUE, datetime(2025, 6, 4, 12)),
        ("Send all questions to the portal before 17:00 on 20 May 2025.", ASK, datetime(2025, 5, 20, 17)),
        ("The deadline for clarification questions is 20 May 2025.", ASK, date(2025, 5, 20)),
        ("Date of issue: 1 May 2025", ISSUE, date(2025, 5, 1)),
        ("Date: 1 May 2025", ISSUE, date(2025, 5, 1)),
        ("The contract will commence on 1 September 2025.", START, date(2025, 9, 1)),
        ("We expect to award the contract on 14 July 2025.", AWARD, date(2025, 7, 14)),
    ],
)
def test_a_sentence_or_label_says_what_the_date_is_for(text: str, kind: str, value: date) -> None:
    assert values_of(find, text, kind) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The Freedom of Information Act came into force on 1 January 2005.",
        "Tenders shall remain open for acceptance until 4 June 2025.",
        "Answers to clarification questions will be published by 4 June 2025.",
        "The deadline for expressions of interest is 4 June 2025.",
        "Interviews will be held on 4 June 2025.",
        "The current contract started on 1 April 2020.",
        "Evaluation of tenders commences on 4 June 2025.",
        "The budget was approved in June 2025.",
        "A report recommending approval of the award goes to the committee on 4 June 2025.",
        'The "Closing Date" means 4 June 2025.',
    ],
)
def test_other_dates_are_no_facts(text: str) -> None:
    assert [fact for kind in (DUE, ASK, ISSUE, START, AWARD) for fact in facts_of(find, text, kind)] == []


TIMETABLE = [
    ("Stage", "Date"),
    ("Invitation to tender issued", "1 May 2025"),
    ("Deadline for clarification questions", "20/05/2025"),
    ("Answers to questions issued", "27/05/2025"),
    ("Deadline for receipt of tenders", "12 noon, 4 June 2025"),
    ("Evaluation of tenders", "10 June 2025"),
    ("Contract award", "14 July 2025"),
    ("Contract start date", "1 September 2025"),
]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ISSUE, date(2025, 5, 1)),
        (ASK, date(2025, 5, 20)),
        (DUE, datetime(2025, 6, 4, 12)),
        (AWARD, date(2025, 7, 14)),
        (START, date(2025, 9, 1)),
    ],
)
def test_a_timetable(kind: str, value: date) -> None:
    assert table_values(kind, TIMETABLE) == [value]
    assert table_values(kind, [(row[1], row[0]) for row in TIMETABLE]) == [value]


def test_a_timetable_whose_limit_stands_between_the_day_and_its_hour() -> None:
    rows = [
        ("Event", "Date"),
        ("RFP distribution", "May 1, 2025"),
        ("Confirmation of intent to bid & questions", "May 20, 2025, no later than 2 p.m."),
        ("Response to bidders' questions", "May 27, 2025"),
    ]
    assert table_values(ISSUE, rows) == [date(2025, 5, 1)]
    assert table_values(ASK, rows) == [datetime(2025, 5, 20, 14)]


def test_columns_name_the_dates_of_a_row() -> None:
    rows = [("Lot", "Tenders due", "Contract start"), ("Gardening", "Tenders due 4 June 2025", "1 September 2025")]
    assert table_values(START, rows) == [date(2025, 9, 1)]


def test_a_date_run_together_is_said_without_a_value() -> None:
    [found] = facts_of(find, "The closing date for tenders is 1726/09/2014.", DUE)
    assert found.get("value") is None and found.confidence is Confidence.LOW


def test_an_issue_after_bids_are_due_is_left_out() -> None:
    text = "The deadline for tenders is 4 June 2025.\n\nDate of dispatch of this notice: 1 August 2025"
    assert values_of(find, text, ISSUE) == []

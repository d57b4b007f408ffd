"""The round trip: what an officer answers to a remark in the file is what the next check takes as accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from word_files import docx, p, r

from procure_audit.answers import UNCLEAR, with_answers
from procure_audit.model import (
    Confidence,
    Document,
    DocumentSummary,
    Finding,
    Reply,
    Report,
    Score,
    Setting,
    Severity,
    Span,
    Understanding,
)
from procure_audit.readers import wire
from procure_audit.readers.remarks import mark
from procure_audit.readers.word import read
from procure_audit.rules.pack import load_pack

TODAY = date(2026, 11, 22)


def body(*keys: str) -> str:
    """A passage that comments of these keys hang on."""
    starts = "".join(f'<w:commentRangeStart w:id="{key}"/>' for key in keys)
    ends = "".join(f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>' for key in keys)
    return f"<w:p>{r('Cover is ')}{starts}{r('£10 million')}{ends}{r('.')}</w:p>"


def comment(key: str, text: str, author: str = "Ann Officer", day: str = "2026-11-20") -> str:
    dated = f' w:date="{day}T09:00:00Z"' if day else ""
    lines = text.split("\n")
    paragraphs = "".join(
        f'<w:p w14:paraId="{key}{number}">{r(line)}</w:p>'
        for number, line in zip(range(len(lines)), lines, strict=True)
    )
    return f'<w:comment w:id="{key}" w:author="{author}"{dated}>{paragraphs}</w:comment>'


def ours(key: str, *rules: str, is_whole: bool = False) -> str:
    marks = (mark(rule, is_whole=is_whole) for rule in rules)
    return comment(key, "\n".join(("A title (high)", *marks)), "procure-audit", "")


def thread(key: str, lines: int, parent: str = "", *, done: bool = False) -> str:
    above = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{key}{lines - 1}" w15:done="{int(done)}"{above}/>'


def replies(comments: str, threads: str = "", text: str = "") -> tuple[Reply, ...]:
    extended = {"commentsExtended": threads} if threads else {}
    document = read(docx(text or body("1", "2"), comments=comments, **extended), "t.docx")
    assert wire.decode(wire.encode(document)) == document
    return document.replies


def test_an_answer_in_a_thread() -> None:
    found = replies(
        ours("1", "public-liability-level") + comment("2", "accept: a roof"), thread("1", 2) + thread("2", 1, "11")
    )
    assert found == (
        Reply(("public-liability-level",), (), Span(9, 20), "accept: a roof", "Ann Officer", date(2026, 11, 20), False),
    )


def test_an_answer_without_threads_as_libreoffice_writes_it() -> None:
    quoted = "Reply to procure-audit (20/11/2026, 09:00): \u201cA title\u201d\naccept: a roof"
    found = replies(ours("1", "public-liability-level") + comment("2", quoted))
    assert [(one.words, one.author) for one in found] == [("accept: a roof", "Ann Officer")]


def test_an_answer_that_is_a_point_behind_the_remark() -> None:
    point = (
        body("1")
        .replace('<w:commentReference w:id="1"/></w:r>', '<w:commentReference w:id="1"/></w:r>{}')
        .format('<w:r><w:commentReference w:id="2"/></w:r>')
    )
    found = replies(ours("1", "some-rule") + comment("2", "accept: a roof"), text=point)
    assert [(one.words, one.span) for one in found] == [("accept: a roof", Span(9, 20))]


def test_a_comment_elsewhere_is_no_answer() -> None:
    elsewhere = body("1") + body("2")
    assert replies(ours("1", "some-rule") + comment("2", "accept: a roof"), text=elsewhere) == ()


def test_a_remark_marked_as_done() -> None:
    found = replies(ours("1", "some-rule"), thread("1", 2, done=True), body("1"))
    assert [(one.rules, one.is_done, one.words) for one in found] == [(("some-rule",), True, "")]


def test_a_file_without_answers_has_no_replies() -> None:
    assert replies(ours("1", "some-rule"), thread("1", 2), body("1")) == ()
    assert replies(comment("1", "accept: a roof"), text=body("1")) == ()


def test_words_that_comments_hang_on_in_a_note() -> None:
    marked = (
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:footnoteReference w:id="5"/></w:r><w:commentRangeEnd w:id="1"/>'
        f"{r('after')}</w:p>"
    )
    note = f'<w:footnote w:id="5">{p("in the note")}</w:footnote>'
    parts: dict[str, Any] = {"comments": ours("1", "some-rule"), "commentsExtended": thread("1", 2, done=True)}
    document = read(docx(marked, footnotes=note, **parts), "t.docx")
    span = document.replies[0].span
    assert span is not None
    assert document.text[span.start : span.end] == "in the note"


# What an answer accepts -------------------------------------------------------------------------------------------

DOCUMENT = read(docx(body() + body()), "t.docx")
FIRST, SECOND = Span(9, 20), Span(32, 43)


def finding(rule: str, *spans: Span) -> Finding:
    places = tuple(DOCUMENT.evidence(span) for span in spans)
    return Finding(rule, "T", "insurance", Severity.HIGH, Confidence.HIGH, "m", "w", "s", "", (), places)


def judged(*some: Reply, document: Document = DOCUMENT) -> Report:
    """A report of three findings on a document with these answers."""
    summary = DocumentSummary(document.path, "docx", "", None, "none", 5, "en", replies=some)
    understood = Understanding("t", (summary,), (), (), ())
    findings = (finding("cover", FIRST, SECOND), finding("bond", FIRST), finding("nothing-said"))
    score = Score(50, 50, 50, "D", "1", ())
    report = Report(understood, "uk", Setting("england", "", "", TODAY, ""), score, (), findings, (), (), None)
    return with_answers(report, {"cover", "bond", "nothing-said"}, TODAY, load_pack(["uk"]).score_model)


def reply(words: str, *rules: str, span: Span | None = FIRST, whole: tuple[str, ...] = (), done: bool = False) -> Reply:
    return Reply(rules, whole, span, words, "Ann", date(2026, 11, 20), done)


def accepted(*some: Reply) -> dict[str, tuple[str, str, date | None]]:
    found = [(one.rule, one.suppression) for one in judged(*some).findings]
    return {rule: (told.reason, told.approved_by, told.until) for rule, told in found if told}


@pytest.mark.parametrize(
    ("words", "reason", "until"),
    [
        ("accept: a roof", "a roof", None),
        ("Accepted: a roof until 2027-03-31", "a roof", date(2027, 3, 31)),
        ("ACCEPT: a roof, until 31 March 2027.", "a roof", date(2027, 3, 31)),
        ("accept: a roof until 31/03/2027", "a roof", date(2027, 3, 31)),
        ("accept bond: until the framework ends it stays", "until the framework ends it stays", None),
    ],
)
def test_an_answer_accepts_the_finding_at_its_place(words: str, reason: str, until: date | None) -> None:
    assert accepted(reply(words, "bond")) == {"bond": (reason, "Ann", until)}


def test_where_it_was_accepted_is_told() -> None:
    told = next(one.suppression for one in judged(reply("accept: a roof", "bond")).findings if one.suppression)
    assert told.place == "t.docx, answer of 20 November 2026"


def test_every_place_needs_its_answer_unless_all_are_meant() -> None:
    assert accepted(reply("accept: a roof", "cover")) == {}
    both = (reply("accept: a roof", "cover"), reply("accept: a bridge", "cover", span=SECOND))
    assert accepted(*both) == {"cover": ("a roof; a bridge", "Ann", None)}
    assert accepted(reply("accept all: a roof", "cover")) == {"cover": ("a roof", "Ann", None)}


def test_one_of_several_rules_of_a_remark() -> None:
    assert set(accepted(reply("accept: a roof", "bond", "cover"))) == {"bond"}
    assert set(accepted(reply("accept cover: a roof", "bond", "cover", span=None))) == {"cover"}


def test_what_has_no_place_is_accepted_by_its_name() -> None:
    top = ("nothing-said", "other")
    assert accepted(reply("accept nothing-said: a roof", whole=top)) == {"nothing-said": ("a roof", "Ann", None)}


def test_a_remark_marked_as_done_is_accepted() -> None:
    assert accepted(reply("", "bond", done=True)) == {"bond": ("marked as done in the document", "Ann", None)}
    said = accepted(reply("see the risk register", "bond", done=True))
    assert said["bond"][0] == "marked as done in the document, with the words “see the risk register”"
    assert judged(reply("", "gone", done=True)).notices == ()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (reply("accept:", "bond"), "it gives no reason"),
        (reply("accept: until 2027-03-31", "bond"), "it gives no reason"),
        (reply("accept: a roof until 31.3.27x", "bond"), "“31.3.27x” is no date such as 2027-03-31"),
        (reply("accept bnod: a roof", "bond"), "the remark names no rule 'bnod'; did you mean 'bond'?"),
        (reply("accept: a roof", whole=("nothing-said", "other")), "the remark names several rules"),
    ],
)
def test_an_answer_that_nobody_can_be_sure_of_accepts_nothing_and_is_told(answer: Reply, why: str) -> None:
    report = judged(answer)
    assert all(one.is_open for one in report.findings)
    assert [notice.kind for notice in report.notices] == [UNCLEAR]
    assert why in report.notices[0].message


def test_an_answer_that_is_no_acceptance_says_nothing() -> None:
    report = judged(reply("thank you, will change it", "bond"))
    assert report.notices == ()
    assert replace(report).findings == judged().findings


def test_an_answer_past_its_day_holds_no_more() -> None:
    report = judged(reply("accept: a roof until 2026-11-21", "bond"))
    assert all(one.is_open for one in report.findings)
    assert "ended on 21 November 2026" in report.notices[0].message

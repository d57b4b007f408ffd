"""The measures on small tenders whose figures can be counted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from procure_audit.metrics import measure
from procure_audit.metrics.prose import prose_of
from procure_audit.model import (
    METRIC_KINDS,
    BlockKind,
    Document,
    Evidence,
    Fact,
    Gap,
    Metric,
    Properties,
    Tender,
    WordLists,
    fact,
)
from procure_audit.readers.build import Builder

P, H, L = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM
WORDS = WordLists(
    legalese=(("notwithstanding", "despite"), ("pursuant", "under"), ("pursuant to", "under")),
    jargon=(("robust", "strong"), ("deep dive", "close look")),
)
FILLER = "The council buys a lunch club for older people in the town and pays for it each month. " * 8


def document(*blocks: tuple[BlockKind, str], path: str = "itt.txt", **properties: object) -> Document:
    builder = Builder(path, "text", "0", Properties(**properties))  # type: ignore[arg-type]
    for kind, text in blocks:
        builder.block(kind, text, level=1 if kind is H else 0)
    return builder.document(language="en")


def measured(*documents: Document, facts: Sequence[Fact] = ()) -> dict[str, Metric]:
    return {metric.name: metric for metric in measure(Tender("tender", documents), facts, WORDS)}


def quotes(metric: Metric) -> list[str]:
    return [place.quote for place in metric.places]


def test_every_metric_is_measured_once() -> None:
    names = [metric.name for metric in measure(Tender("tender", (document((P, FILLER)),)), (), WORDS)]
    assert sorted(names) == sorted(kind.name for kind in METRIC_KINDS.values() if not kind.estimated)


def test_size() -> None:
    counted = document(
        (H, "1. Terms and conditions"), (P, "one two three"), path="a.pdf", pages=4, pages_basis="counted"
    )
    declared = document((P, "one two"), path="brief.docx", pages=3, pages_basis="declared")
    without = document(
        (BlockKind.FURNITURE, "page 1 of 1"), (BlockKind.CONTENTS, "Lots .... 3"), (P, "one"), path="b.txt"
    )
    found = measured(counted, declared, without)
    assert found["documents"].value == 3
    assert found["pages"].value == 7
    assert found["pages"].notes == ("counted (1 file), by the file's own record (1 file), without pages (1 file)",)
    assert found["words"].value == 4 + 3 + 2 + 1
    assert found["contract_pages"].value == 4


def test_pages_that_could_not_be_read_count_once() -> None:
    builder = Builder("scan.pdf", "pdf", "0", Properties(pages=3, pages_basis="counted"))
    builder.gaps = [Gap("page 2", "only an image", page=2), Gap("page 2", "no text", page=2), Gap("a note", "odd")]
    builder.block(P, "Words.")
    assert measured(builder.document())["unread_pages"].value == 1


def test_files_without_pages_say_so() -> None:
    assert measured(document((P, FILLER)))["pages"].reason == "these files have no pages"


def test_prose_leaves_out_headings_tables_contents_and_labels() -> None:
    builder = Builder("itt.docx", "docx", "0")
    builder.block(H, "4. A heading of many words that is not a sentence at all", level=1)
    builder.block(BlockKind.CONTENTS, "A contents line with many words in it ........ 12")
    builder.block(P, "4.2.1 You must send the form by noon. We read it.")
    builder.block(L, "a copy of your rules")
    builder.block(P, "Dear Sir")
    builder.begin_table()
    builder.begin_cell(0, 0)
    builder.block(P, "A table cell with many words in it.")
    builder.end_cell()
    builder.end_table()
    found = measured(builder.document(language="en"))
    assert found["sentences"].value == 3
    assert found["prose_words"].value == 7 + 3 + 5
    assert found["reading_age"].value is None
    assert found["reading_age"].reason == "fewer than 100 words of prose"


def test_other_languages_have_no_formula() -> None:
    builder = Builder("itt.txt", "text", "0")
    builder.block(P, FILLER)
    found = measured(builder.document(language="cy"))
    assert {found[name].value for name in ("flesch_reading_ease", "passive_share", "jargon_per_1000")} == {None}
    assert found["reading_age"].reason == "no reading formula for this language"
    assert found["words"].value == 18 * 8


def test_short_words_read_easier_than_long_ones() -> None:
    plain = measured(document((P, FILLER)))
    harsh = measured(document((P, FILLER.replace("pays for it", "subsequently administers remuneration arrangements"))))
    for name in ("flesch_kincaid_grade", "smog", "gunning_fog", "reading_age", "reading_age_instructions"):
        assert harsh[name].value > plain[name].value  # type: ignore[operator]
    assert harsh["flesch_reading_ease"].value < plain["flesch_reading_ease"].value  # type: ignore[operator]


def test_the_longest_sentences_are_shown_longest_first() -> None:
    long = ["You must " + "sign and " * n + "send it." for n in (13, 15, 14)]
    found = measured(document((P, FILLER + " ".join(long))))
    assert found["long_sentence_share"].value == round(3 / 11, 3)
    assert found["long_sentence_share"].notes == ("34 words", "32 words", "30 words")
    assert quotes(found["long_sentence_share"])[0] == long[1]


def test_contract_terms_are_told_apart() -> None:
    hard = "Notwithstanding subordinate provisions, liability indemnification obligations survive termination. " * 12
    found = measured(
        document((P, FILLER), path="itt.txt"), document((H, "Terms and conditions"), (P, hard), path="c.txt")
    )
    assert found["reading_age"].value > found["reading_age_instructions"].value + 3  # type: ignore[operator]


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Bids must be submitted by noon.", True),
        ("The form was not properly signed by you.", True),
        ("Prices are held for a year.", True),
        ("Late bids will be automatically rejected.", True),
        ("The prices are to be fixed.", True),
        ("We read each bid twice.", False),
        ("Our staff are experienced in this.", False),
        ("We are interested in your plan.", False),
        ("There is indeed a limit.", False),
        ("The town is based on trade.", False),
        ("A hundred is enough for us.", False),
    ],
)
def test_passive_voice(sentence: str, passive: bool) -> None:
    found = measured(document((P, FILLER + sentence)))["passive_share"]
    assert quotes(found) == ([sentence] if passive else [])
    assert found.value == (round(1 / 9, 3) if passive else 0)


def test_listed_words_come_with_plain_words_and_first_place() -> None:
    text = "Notwithstanding that, act pursuant to clause 3. Be robust, do a deep\ndive; be robust, not robustness. "
    found = measured(document((P, FILLER + 2 * text)))
    words = 18 * 8 + 2 * 17
    assert found["legalese_per_1000"].value == round(4000 / words, 1)
    assert found["legalese_per_1000"].notes == ("“notwithstanding”: despite", "“pursuant to”: under")
    assert found["jargon_per_1000"].value == round(6000 / words, 1)
    assert quotes(found["jargon_per_1000"]) == ["robust", "deep dive"]


def test_a_word_or_two_of_a_short_text_make_no_rate() -> None:
    """An extract of 176 words was told that 5.7 of each 1,000 are old-fashioned, for one "commence"."""
    few = "Act pursuant to it, notwithstanding that. "
    told = measured(document((P, FILLER + few)))["legalese_per_1000"]
    assert (told.value, told.reason) == (None, "2 uses in 150 words: too few to tell how often")
    assert measured(document((P, FILLER)))["legalese_per_1000"].value == 0
    assert measured(document((P, 8 * FILLER + few)))["legalese_per_1000"].value == round(2000 / (8 * 144 + 6), 1)


def test_without_a_list_words_are_not_counted() -> None:
    found = measure(Tender("tender", (document((P, FILLER)),)), (), WordLists())
    assert [m.reason for m in found if m.name == "jargon_per_1000"] == ["no list of words was given"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hold a QZT rating.", ["QZT"]),
        ("Hold a quick zone test (QZT). The QZT is free.", []),
        ("Hold a QZT (quick zone test). The QZT is free.", []),
        ("The QZT is free. “QZT” means the test of zones.", []),
        ("The QZTs are free. QZT: quick zone test.", []),
        ("You MUST sign. We know you must.", []),
        ("Pay VAT in the UK under part XIV.", []),
        ("THE BIDDER MUST SIGN THE QZT FORM TODAY.", []),
        ("Use code QZ-12 or QZ12.", []),
    ],
)
def test_acronyms(text: str, left: list[str]) -> None:
    assert quotes(measured(document((P, FILLER + text)))["unexplained_acronyms"]) == left


def test_an_acronym_may_be_spelled_out_in_another_document() -> None:
    glossary = document((H, "QZT"), (P, "Quick zone test, which is free."), path="glossary.txt")
    assert measured(document((P, FILLER + "Hold a QZT rating.")), glossary)["unexplained_acronyms"].value == 0


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("The contract is worth £[ ] a year.", ["£[ ]"]),
        ("Bids for Insert Event Name close on DD/MM/YYYY at XX.", ["Insert Event Name", "DD/MM/YYYY", "XX"]),
        ("Give Insert Bidder Name in the LXXX box.", []),
        ("It lasts [ ] months.", ["[ ]"]),
        ("Send bids to [Insert name of authority] by [date].", ["[Insert name of authority]", "[date]"]),
        ("The buyer is [X]. The fee is £xx and the term xxxx.", ["[X]", "£xx", "xxxx"]),
        ("The service is weekly / monthly (delete as appropriate).", ["delete as appropriate"]),
        ("Are you a charity? Yes / No (delete as appropriate)", []),
        ("[insert name of bidder] signs here.", []),
        ("Signed ____________ [ ] I agree. See www.xxx.example or axxxle.", []),
        ("He wrote “they [...] agreed” in [2014].", []),
    ],
)
def test_blanks_of_a_template(text: str, blanks: list[str]) -> None:
    found = measured(document((P, text)))["placeholders"]
    assert quotes(found) == blanks
    assert found.value == len(blanks)


def test_blanks_of_a_form_are_the_bidders() -> None:
    form = document((H, "Form of tender"), (P, "[Insert price] for [ ] months, daily (delete as appropriate)"))
    assert measured(form)["placeholders"].value == 0


def place(number: int) -> Evidence:
    return document((P, "word " * 50)).evidence(document((P, "word " * 50)).blocks[number].span)


def test_questions_and_limits_come_from_the_facts() -> None:
    here = place(0)
    facts = [
        fact("questions", *[here] * 4, count=4),
        fact("questions", here, count=3),
        fact("response_limits", *[here] * 2, words=500, scope="question"),
        fact("response_limits", here, pages=2, scope="question"),
    ]
    found = measured(document((P, FILLER)), facts=facts)
    assert found["questions"].value == 7
    assert found["answer_words"].value == 2 * 500 + 2 * 500
    assert found["answer_words"].notes == ("500 words", "500 words", "2 pages, taken as 500 words each")
    assert found["questions_without_limit"].value == 4


def test_a_limit_of_the_whole_answer_is_the_limit() -> None:
    facts = [
        fact("questions", place(0), count=9),
        fact("response_limits", place(0), words=500, scope="question"),
        fact("response_limits", place(0), words=3000, scope="whole"),
    ]
    found = measured(document((P, FILLER)), facts=facts)
    assert found["answer_words"].value == 3000
    assert found["questions_without_limit"].value == 0


def test_without_questions_nothing_is_claimed() -> None:
    found = measured(document((P, FILLER)))
    assert {found[name].value for name in ("questions", "answer_words", "questions_without_limit")} == {None}


def test_attachments_are_counted_once_each() -> None:
    found = measured(
        document(
            (H, "Instructions to bidders"),
            (P, "Please attach a copy of your Health and Safety Policy and your safeguarding policy."),
            (P, "Please enclose copies of the current\nhealth and safety policies."),
            (P, "You should submit a copy of your latest insurance certificates with the bid."),
            (P, "Append a copy of your rules to this certificate."),
            (P, "The successful bidder must supply a copy of its training policy."),
            (P, "You do not need to send a copy of your travel policy. We publish a copy of our pay policy."),
            (H, "Specification"),
            (P, "Please attach a copy of the parking policy to each visitor's badge."),
        )
    )["attachments"]
    assert found.notes == ("health safety policy", "safeguarding policy", "insurance certificate")
    assert found.value == 3


def test_attachments_asked_for_in_a_list() -> None:
    found = measured(
        document(
            (H, "Instructions to bidders"),
            (P, "You must submit copies of the following:"),
            (L, "(a) equality policy; and"),
            (L, "(b) fire safety certificate."),
            (P, "This is a plain paragraph about our parking policy."),
            (L, "We have no travel policy."),
        )
    )["attachments"]
    assert found.notes == ("equality policy", "fire safety certificate")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@for_all(st.lists(st.tuples(st.sampled_from(list(BlockKind)), st.text(max_size=120)), max_size=8))
def test_measuring_never_fails_and_agrees_with_itself(blocks: list[tuple[BlockKind, str]]) -> None:
    found = measured(document((P, FILLER), *blocks))
    assert found["prose_words"].value <= found["words"].value  # type: ignore[operator]
    for name in ("long_sentence_share", "passive_share"):
        assert 0 <= found[name].value <= 1  # type: ignore[operator]


@settings(max_examples=30)
@for_all(
    st.lists(st.sampled_from(["Bids İ are read.", "We\u00a0pay you.", "NOT (XYZ) [ ] days £[x]", "1. A 2. B", "\n"]))
)
def test_places_quote_the_document(texts: list[str]) -> None:
    whole = document((P, FILLER + " ".join(texts)))
    for metric in measure(Tender("tender", (whole,)), (), WORDS):
        for shown in metric.places:
            assert whole.quote(shown.span) == shown.quote
            assert shown.quote


def test_a_long_tender_of_one_kind_does_not_hang(root: Path) -> None:
    for unit in ("[", "x", "A", "attach copy ", "A. ", "is ", "(A"):
        assert measured(document((P, FILLER + unit * (100_000 // len(unit)))))["documents"].value == 1


def test_a_list_run_together_is_read_item_by_item() -> None:
    """Notices lose their line ends: what looks like one sentence of 100 words is a list."""
    words = (
        "Bidders must hold these levels of cover: -Employers' liability of five million for each claim. "
        "-Public liability of ten million for each claim. **************** All lots have the same levels of cover."
    )
    prose = prose_of(document((P, words)))
    assert [prose.text[one.start : one.end].strip() for one in prose.sentences] == [
        "Bidders must hold these levels of cover:",
        "Employers' liability of five million for each claim.",
        "Public liability of ten million for each claim.",
        "All lots have the same levels of cover.",
    ]

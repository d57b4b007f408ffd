import json
import string
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.text.sentences import label_length, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


TENDER = [
    ["Cover of £1,250.50 is enough.", "Ask us if unsure."],
    ["4.2.1 The Supplier holds the cover named in clause 4.2.", "It sends proof."],
    ["1. The Council may ask for more.", "Bidders then have five days."],
    ["See No. 5 of the list.", "The answer is no.", "Bids close at noon."],
    ["Acme Ltd. is the buyer's agent."],
    ["The buyer is Acme Ltd.", "The Supplier pays it."],
    ["Send a policy, i.e. the page that names you, by post.", "We keep it."],
    ["Use other proof, e.g. ISO 9001, if you hold it."],
    ["The plan is on p. 55 and pp. 60 to 62.", "Read it first."],
    ["St. Mary's Hall is open until 5 p.m. Monday to Friday.", "Dr. J. K. Marsh will meet you."],
    ["Bids are due by 5 p.m.", "Late bids are not read."],
    ["The fee is £40,000 p.a.", "Prices rise with CPI."],
    ["Rent, heat, light, etc.", "VAT is added."],
    ["Staff transfer under Reg. 4 of S.I. 2006/246 as amended.", "Ask for the list."],
    ["Sites are named in Appendix A.", "Bidders may visit them."],
    ["Sites are named in Appendix B.", "Cleaning is daily."],
    ["Is your body a charity?", "Say so here.", "Yes!", "We are glad."],
    ['He wrote "we pay late."', "Nobody answered."],
    ["(See Annex C for rates.)", "The rates are fixed."],
    ["Costs fell by 3.5 per cent in 2025.", "2026 is not yet known."],
    ["The rule was changed twice.[3][4]", "It may change again."],
    ["The survey was run in spring.12", "Few people answered."],
    ["We asked for more ... and more again.", "Nothing came."],
    ["Write to bids@example.org.uk or see https://example.org/a.b?c=1.", "We answer in two days."],
    ["The U.K. Government pays.", "It pays late."],
]


@pytest.mark.parametrize("expected", TENDER, ids=lambda pieces: pieces[0][:40])
def test_sentences_of_tenders(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected
    assert split("\n".join(" ".join(expected).split(" "))) == ["\n".join(piece.split(" ")) for piece in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must send:\n• a plan\n• a price", ["You must send:", "• a plan", "• a price"]),
        ("You must send:\n(a) a plan\n(b) a price", ["You must send:", "(a) a plan", "(b) a price"]),
        ("Do: (a) sign; (b) send it. (c) Keep it.", ["Do: (a) sign; (b) send it.", "(c) Keep it."]),
        ("First part\n\nsecond part", ["First part", "second part"]),
        ("1. Send a plan 2. Send a price", ["1. Send a plan", "2. Send a price"]),
        ("1. Read clause 2. Then sign", ["1. Read clause 2.", "Then sign"]),
        ("a line that\nruns on", ["a line that\nruns on"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_lists_and_paragraphs(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_golden_rules_of_english(shared: Path) -> None:
    text = (shared / "grammar" / "sentences_en.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    golden = [row for row in rows if row["id"].startswith("golden")]
    right = [row for row in golden if split(row["text"]) == row["expected"]]
    assert len(golden) == 48
    assert len(right) >= 46


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("4.2.1 The", "4.2.1 "),
        ("(a) the", "(a) "),
        ("12. The", "12. "),
        ("• the", "• "),
        ("iv) the", "iv) "),
        ("A1. The", "A1. "),
        ("1.1.As a", "1.1."),
        ("30 days", ""),
        ("£5m is", ""),
        ("The", ""),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert text[: label_length(text)] == label


@given(st.text(alphabet=string.ascii_letters[:6] + "AB .!?…()[]\"'•-\n12£", max_size=200) | st.text(max_size=200))
def test_sentences_cover_all_that_is_not_white_space(text: str) -> None:
    spans = list(sentences(text))
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", ["x", ".", " ", "\n", "a. ", ". ", "'", "[..", "\n \n- ", "1. A ", "(", "1.1."])
def test_a_long_paragraph_of_one_kind_does_not_hang(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert sum(end - start for start, end in sentences(text)) <= len(text)

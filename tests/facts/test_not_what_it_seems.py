"""Words that look like a demand and are none, or a smaller one: each was read wrongly in a real document once."""

from __future__ import annotations

import pytest
from families import facts_in
from terms import facts_of, values_of

from procure_audit.facts import answers, award, certificates, guarantees, liability, references, setting
from procure_audit.model import Confidence


def test_a_cited_code_is_no_number_of_references() -> None:
    text = "References: 5 C.F.R. 731.106(a).\n\nReferences: 5 C.F.R. 731.106; NIST 800-60."
    assert facts_of(references.find, text, "references_required") == []


def test_weights_of_balance_sheets_are_none_of_price() -> None:
    text = (
        "The scores shall be weighted, with the latest financial statements weighted at 67% and the previous\n\n"
        "statements being weighted at 33%, to form one score for each criterion."
    )
    assert values_of(award.find, text, "quality_price_weights") == []


def test_an_option_in_brackets_is_unsure() -> None:
    text = "One of these applies:\n\n[The Supplier shall give a guarantee by its parent company] or"
    found = facts_of(guarantees.find, text, "parent_company_guarantee")
    assert [fact.confidence for fact in found] == [Confidence.LOW]


def test_a_certificate_that_another_paper_may_ask_for_is_unsure() -> None:
    text = (
        "Where the Award Form requires a Cyber Essentials certificate the Supplier shall provide one.\n\n"
        "The Supplier shall hold a valid Cyber Essentials certificate before it handles data."
    )
    found = facts_of(certificates.find, text, "certification_required")
    assert {fact.confidence for fact in found} == {Confidence.LOW}


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The Supplier shall indemnify the Buyer on demand against any and all losses whatsoever.", Confidence.MEDIUM),
        ("The Supplier shall indemnify the Buyer against all losses without limit.", Confidence.HIGH),
    ],
)
def test_only_words_on_the_limit_make_an_indemnity_surely_unlimited(text: str, sure: Confidence) -> None:
    found = facts_of(liability.find, text, "indemnity_uncapped")
    assert [fact.confidence for fact in found] == [sure]


def test_cover_that_only_some_contracts_need_is_unsure() -> None:
    text = (
        "Where the Contract relates to Professional Services, the Supplier shall maintain in force with reputable "
        "insurers Professional Liability insurance in the sum of not less than £5m."
    )
    assert [fact.confidence for fact in facts_in(text, "insurance")] == [Confidence.LOW]


def test_a_column_of_lots_in_brackets_still_names_lots() -> None:
    table = "| [Lots | Insurance requirements |\n|---|---|\n| 2 | Public liability insurance of £50,000,000 |\n"
    assert [fact.get("lot") for fact in facts_in(table, "insurance")] == ["2"]


def test_a_form_in_which_the_buyer_writes_the_tender_asks_bidders_nothing() -> None:
    form = (
        "| Question | Help |\n|---|---|\n"
        "| What problem do you need to solve? | Sellers that respond to your brief see this. |\n"
        "| How will you choose? | All sellers can ask questions about your requirements. 500 words |\n"
    )
    assert facts_in(form, "questions") == []
    assert facts_in(form, "response_limits") == []


def test_a_limit_on_what_is_attached_is_none_on_answers() -> None:
    text = "Design artifacts in your proposal may be no more than 30 pages combined."
    assert facts_of(answers.find, text, "response_limits") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bid Number: GEM/2025/B/1234567",
        "The turnover of the bidder is 5 lakh.",
        "The United States Tax Court asks for quotes.",
        "Tenders are scored by price and B-BBEE status.",
        "This is a form of the Digital Transformation Agency.",
    ],
)
def test_other_countries_are_known_by_their_words(text: str) -> None:
    assert values_of(setting.find, text, "jurisdiction") == ["other"]


def test_a_scottish_act_in_a_list_of_laws_is_no_sign_of_whose_law_it_is() -> None:
    text = "Fire risk: the Regulatory Reform Order 2005, and the Fire Safety (Scotland) Regulations 2011."
    assert values_of(setting.find, text, "jurisdiction") == []
    assert values_of(setting.find, "The Public Contracts (Scotland) Regulations 2015 hold.", "jurisdiction") == [
        "scotland"
    ]

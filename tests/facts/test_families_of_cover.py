"""Ways to ask for insurance."""

from __future__ import annotations

import pytest
from families import facts_in, facts_of_html

CASES: tuple[tuple[tuple[str, int | None], str], ...] = (
    (
        ("public_liability", 5000000),
        "You must carry public liability cover of at least five million pounds for any one incident.",
    ),
    (("public_liability", 5000000), "Public liability: £5m"),
    (("public_liability", 5000000), "We need you to have £5m public liability insurance."),
    (("public_liability", 5000000), "PL £5m; EL £10m; PI £2m."),
    (("public_liability", 5000000), "Insurance: PL £5m, EL £10m."),
    (("public_liability", 5000000), "- Public liability - £5,000,000 any one event"),
    (("public_liability", 5000000), "You will be insured for public liability for not less than £5 million."),
    (("public_liability", 5000000), "The contractor should be covered against third party claims up to £5,000,000."),
    (("public_liability", 5000000), "Third-party insurance to the value of £5m is needed."),
    (("public_liability", 5000000), "Your public liability insurance should be £5m."),
    (("public_liability", 5000000), "Insurance for public liability (minimum £5 million) must be in force."),
    (("public_liability", 5000000), "| Cover | Minimum |\n| --- | --- |\n| Public liability | £5m |"),
    (
        ("public_liability", 5000000),
        "| Type of insurance | Level of cover |\n| --- | --- |\n| Public | £5m |\n| Employers | £10m |",
    ),
    (
        ("public_liability", 5000000),
        "A public liability policy with a limit of indemnity of £5M per occurrence is required.",
    ),
    (
        ("public_liability", 5000000),
        "Contractor to hold Public Liability Insurance, minimum being to the sum of £5,000,000.",
    ),
    (("public_liability", 5000000), "Paragraph 5.2 is changed: public liability cover of £5 million is enough."),
    (
        ("public_liability", 5000000),
        "Be insured (£250k prof. indemnity, £5M public liability, £10M employers liability)",
    ),
    (("employers_liability", 5000000), "Employers' liability stays at £5 million."),
    (("employers_liability", 5000000), "employer's liability (£5m)"),
    (("employers_liability", 5000000), "EL of £5m is required by law."),
    (("employers_liability", 5000000), "- Employers' liability: £5,000,000 (this is the law)"),
    (
        ("professional_indemnity", 2000000),
        "You will need professional indemnity insurance of £2m; if you have none, tell us that you will take it out.",
    ),
    (("professional_indemnity", 2000000), "PI cover of £2m"),
    (("professional_indemnity", 2000000), "Professional indemnity of £2 million for each claim is needed."),
    (("professional_indemnity", 2000000), "PL £5m; EL £10m; PI £2m."),
    (("motor", None), "# Insurance\n\n- If you carry families in vehicles: business-use motor cover"),
    (("motor", None), "motor insurance covering the business use of vehicles is required."),
)


@pytest.mark.parametrize(("asked", "text"), CASES)
def test_one_sentence_asks_for_it(asked: tuple[str, int | None], text: str) -> None:
    assert asked in {(one.get("type"), one.get("amount")) for one in facts_in(text, "insurance")}


def test_a_cell_that_reaches_down_says_which_lot_a_level_is_of() -> None:
    table = (
        "<h2>What cover you need</h2><table>"
        "<tr><td rowspan='2'>Lots 1 and 2</td><td>Public liability</td><td>£10m</td></tr>"
        "<tr><td>Employer's liability</td><td>£5m</td></tr></table>"
    )
    asked = facts_of_html(table, "insurance")
    assert {(one.get("type"), one.get("lot")) for one in asked} == {
        ("public_liability", "1 AND 2"),
        ("employers_liability", "1 AND 2"),
    }


def test_an_absurd_level_is_told_with_low_confidence() -> None:
    (one,) = facts_in("The supplier shall hold public liability insurance of £210 million.", "insurance")
    assert str(one.confidence) == "low"


@pytest.mark.parametrize(
    "text",
    [
        "The Authority shall give access to the venues and shall itself maintain buildings insurance of £30m.",
        "The house is not part of the contract, nor is its contents insurance of £40,000.",
        "**Q1. The ITT asks for public liability of £10m. Would £5m do?**\n\nA. Yes.",
    ],
)
def test_cover_of_the_buyer_or_in_a_bidder_s_question_is_no_demand(text: str) -> None:
    assert facts_in(text, "insurance") == []

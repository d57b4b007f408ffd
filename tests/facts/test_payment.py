"""When the buyer pays."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.payment import find
from procure_audit.model import Confidence

PAID = (
    ("The Council shall pay each valid invoice within 30 days of receipt.", 30, "invoice"),
    ("Invoices will be paid within 28 days of the date of the invoice.", 28, "invoice"),
    ("Payment terms are 30 days from receipt of a correct invoice.", 30, "invoice"),
    ("Payment terms: 30 days net.", 30, None),
    ("Our payment terms are strictly 60 days end of month following receipt of invoice.", 60, "month_end"),
    ("Within fourteen (14) days of receipt of a valid invoice, the Authority shall pay the sum due.", 14, "invoice"),
    (
        "Payment shall be made no later than thirty (30) days after approval of the invoice by the Manager.",
        30,
        "approval",
    ),
    ("The Buyer will pay undisputed invoices in 10 working days of receiving them.", 10, "invoice"),
    ("We aim to pay all invoices within one month of receipt.", 30, "invoice"),
    (
        "The Customer shall pay all sums by direct credit transfer within 30 days of receipt of a valid invoice.",
        30,
        "invoice",
    ),
    ("The Trust will make payment to the Provider within 45 days of the end of the month of invoice.", 45, "month_end"),
    ("Undisputed invoices must be settled within 30 days from the date on which they are regarded as valid.", 30, None),
)
NOT_TERMS = (
    "Please state your payment terms.",
    "The Supplier shall pay its sub-contractors within 30 days of receipt of an invoice.",
    "The Contractor shall pay the Council within 14 days of receipt of an invoice for the charge.",
    "If the Council fails to pay within 30 days of receipt of an invoice, interest runs.",
    "Disputed invoices shall be settled within 20 days of notice.",
    "The Supplier must submit invoices no later than 30 days after the end of each month.",
    "Either party may terminate on 30 days' notice if payment is not made.",
    "The grant must be paid back within 30 days.",
    "Employees must be paid within 7 days of the end of each month of work.",
    "The deposit is payable within 14 days of award.",
    "Bids remain valid for 90 days and payment questions go to the buyer.",
)
TIMED = (
    ("The fee is paid quarterly in advance.", "quarterly_in_advance"),
    ("Payments will be made monthly in arrears upon receipt of an invoice.", "monthly_in_arrears"),
    ("The Provider shall invoice the Council monthly in arrears.", "monthly_in_arrears"),
    ("Payment will be made on satisfactory completion of the works.", "on_completion"),
    ("Payment will be in arrears.", "in_arrears"),
    ("The annual charge is payable in advance.", "in_advance"),
)
BY_RESULTS = (
    ("This is a payment by results contract: 20% of the fee depends on outcomes.", True, 20),
    ("15% of the contract price is conditional on achieving the outcomes in Schedule 2.", True, 15),
    ("There is no payment by results element.", False, None),
)


@pytest.mark.parametrize(("sentence", "days", "starts"), PAID)
def test_days_in_which_the_buyer_pays(sentence: str, days: int, starts: str | None) -> None:
    found = facts_of(find, sentence, "payment_terms_days")
    assert [(fact.get("value"), fact.get("starts")) for fact in found] == [(days, starts)]
    assert found[0].places[0].quote == sentence


@pytest.mark.parametrize("sentence", NOT_TERMS)
def test_other_days_are_not_payment_terms(sentence: str) -> None:
    assert values_of(find, sentence, "payment_terms_days") == []


def test_terms_that_a_bidder_is_asked_to_accept_are_doubtful() -> None:
    (found,) = facts_of(find, "Do you accept payment within 30 days of receipt of an invoice?", "payment_terms_days")
    assert found.confidence is Confidence.LOW


@pytest.mark.parametrize(("sentence", "value"), TIMED)
def test_advance_or_arrears(sentence: str, value: str) -> None:
    assert values_of(find, sentence, "payment_timing") == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supplier must tell the Council 30 days in advance of any change to the fee.",
        "The Tenant shall pay the rent quarterly; notice must be given in advance.",
        "Do you require payment in advance?",
    ],
)
def test_other_advances(sentence: str) -> None:
    assert values_of(find, sentence, "payment_timing") == []


@pytest.mark.parametrize(("sentence", "value", "percent"), BY_RESULTS)
def test_payment_by_results(sentence: str, value: bool, percent: int | None) -> None:
    found = facts_of(find, sentence, "payment_by_results")
    assert [(fact.get("value"), fact.get("percent")) for fact in found] == [(value, percent)]

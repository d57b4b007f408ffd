"""Model clauses come from the library, by the place whose law holds, and with the numbers of the tender at hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from procure_audit.model import Fact, Finding, Setting, Tender, fact
from procure_audit.rules import case_of, judge
from procure_audit.rules.catalogue import described
from procure_audit.rules.pack import load_pack, shipped

Run = Callable[..., Any]
UK, IRELAND = load_pack(["uk"]), load_pack(["ireland"])
ISSUED = date(2026, 3, 2)


def found(rule: str, *facts: Fact, where: str = "england", regime: str = "above-threshold") -> Finding:
    pack = (IRELAND if where == "ireland" else UK).chosen([rule])
    setting = Setting(where, regime, "sub_central", ISSUED, "test")
    return judge(pack, case_of(pack, Tender("test", ()), facts, (), setting)).findings[0]


def worth(amount: float, currency: str = "GBP", period: str = "per_year") -> Fact:
    return fact("contract_value", amount=amount, currency=currency, period=period)


DATES = (fact("publication_or_issue_date", value=ISSUED), fact("tender_deadline", value=date(2026, 3, 12)))
TURNOVER = fact("turnover_requirement", amount=500_000, currency="GBP")
NUMBERS = [
    # rule, facts, words of the suggestion or the clause, with the tender's own numbers and without them
    ("turnover-ratio-to-contract", (TURNOVER, worth(60_000)), "no more than one year's value (£60,000)"),
    ("turnover-ratio-to-contract", (TURNOVER, worth(60_000)), "If your yearly income is below £60,000, tell us"),
    ("tender-window-legal", DATES, "Move the deadline to 27 March 2026 or later"),
    ("tender-window-legal", DATES, "Bids are due by noon on 27 March 2026."),
    ("tender-window-practical", DATES, "bids are due by noon on 13 April 2026"),
    ("liability-cap-ratio", (fact("liability_cap", percent=300), worth(60_000)), "one year's price, which is £60,000."),
    ("liability-cap-ratio", (fact("liability_cap", percent=300),), "limited to one year's price."),
    (
        "reserves-required",
        (fact("reserves_required", months=6), worth(60_000)),
        "We pay £5,000 at the start",
    ),
    ("reserves-required", (fact("reserves_required", months=6),), "We pay at the start of each month"),
    (
        "employers-liability-level",
        (fact("insurance", type="employers_liability", amount=25_000_000, currency="GBP"),),
        "as the law requires (now £5 million).",
    ),
    (
        "audited-accounts-required",
        (fact("audited_accounts_required", value=True, alternatives=()),),
        "needs an audit only above an income of £1 million.",
    ),
]


@pytest.mark.parametrize(("rule", "facts", "words"), NUMBERS)
def test_what_to_write_instead_is_made_for_this_tender(rule: str, facts: tuple[Fact, ...], words: str) -> None:
    finding = found(rule, *facts)
    assert words in f"{finding.suggestion} {finding.model_clause}"


def test_a_new_day_after_a_weekend_is_a_monday() -> None:
    saturday = fact("publication_or_issue_date", value=date(2026, 2, 28))
    due = fact("tender_deadline", value=date(2026, 3, 12))
    assert "noon on 13 April 2026" in found("tender-window-practical", saturday, due).model_clause


def test_a_clause_has_the_words_of_its_place() -> None:
    uplift = fact("price_uplift", value=False)
    assert "Real Living Wage" in found("no-price-uplift", uplift).model_clause
    assert "Real Living Wage" not in found("no-price-uplift", uplift, where="ireland").model_clause
    euros = fact("insurance", type="public_liability", amount=20_000_000, currency="EUR")
    assert "€6.5 million" in found("public-liability-level", euros, where="ireland").model_clause


def test_a_page_tells_the_words_of_each_place() -> None:
    entry = described(UK.rule("no-price-uplift"), UK.law)
    assert entry["clause"] == "yearly-rise"
    assert "Real Living Wage" not in entry["model_clause"]
    assert [other["applies"]["jurisdiction"] for other in entry["model_clause_elsewhere"]] == [
        ["england", "wales", "scotland", "ni"]
    ]


@pytest.mark.parametrize("name", shipped())
def test_a_clause_and_its_rules_are_of_one_topic(name: str) -> None:
    assert [rule.id for rule in load_pack([name]).rules if rule.clause.topic != rule.category] == []


def test_a_value_that_the_user_gives_is_in_the_currency_of_the_pack(tmp_path: Path, procure_audit: Run) -> None:
    path = tmp_path / "itt.txt"
    path.write_text("Invitation to tender\n\nBidders must have an annual turnover of at least €1,000,000.\n", "utf-8")
    asked = ("--jurisdiction", "ireland", "--regime", "above-threshold", "--value", "400000", "--rules", "ireland")
    told = procure_audit("check", str(path), *asked).out
    assert "The turnover asked for is 2.5 times the whole value of the contract." in " ".join(told.split())

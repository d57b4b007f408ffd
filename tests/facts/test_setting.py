"""Whose law, which rules, what kind of body."""

from __future__ import annotations

import pytest
from terms import facts_of, values_of

from procure_audit.facts.setting import find
from procure_audit.model import Confidence


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("This contract is governed by the law of England and Wales.", "jurisdiction", "england"),
        ("The laws of Scotland apply.", "jurisdiction", "scotland"),
        ("Register on Sell2Wales.", "jurisdiction", "wales"),
        ("This procurement follows the Provider Selection Regime.", "regime", "psr"),
        ("It is run under the Public Contracts Regulations 2015.", "regime", "old-pcr"),
        ("These are services under the light touch regime.", "regime", "light-touch"),
        ("The value is below the relevant threshold.", "regime", "below-threshold"),
        ("Little Marsh Parish Council", "authority_kind", "parish"),
        ("Anyshire County Council invites tenders.", "authority_kind", "sub_central"),
        ("Sometown NHS Foundation Trust", "authority_kind", "nhs"),
    ],
)
def test_plain_words_tell_the_setting(text: str, kind: str, value: str) -> None:
    assert value in values_of(find, text, kind)


def test_a_tender_that_names_no_law_has_no_setting() -> None:
    text = "We invite quotations for window cleaning."
    assert [one for kind in ("jurisdiction", "regime", "authority_kind") for one in facts_of(find, text, kind)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Write to 4 Example Street, Edinburgh, EH3 7NS.", "scotland"),
        ("Write to Example House, Belfast BT1 2NJ.", "ni"),
        ("Write to Example House, Cardiff CF10 3AT.", "wales"),
        ("Write to Example House, London SW1A 1AA.", "england"),
        ("Write to Example House, Shrewsbury SY2 6ND.", None),
    ],
)
def test_a_postcode_is_a_weak_sign_of_a_nation(text: str, value: str | None) -> None:
    found = facts_of(find, text, "jurisdiction")
    assert [(one.get("value"), one.confidence) for one in found] == ([(value, Confidence.LOW)] if value else [])


def test_a_credit_rating_below_its_threshold_is_no_small_contract() -> None:
    text = "The rating fell below the applicable Credit Rating Threshold."
    assert facts_of(find, text, "regime") == []


def test_a_schedule_that_may_be_chosen_does_not_say_whose_law_it_is() -> None:
    assert facts_of(find, "Call-Off Schedule 24 (Scottish Law)", "jurisdiction") == []

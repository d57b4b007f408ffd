"""The pack `template`: a blank is as it should be, and what stays in every tender is judged."""

from __future__ import annotations

from datetime import date

import pytest

from procure_audit.cli.run import as_understood
from procure_audit.model import Setting
from procure_audit.rules import Judgement, case_of, judge
from procure_audit.rules.pack import load_pack

PACK = load_pack(["template"])
SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")


def judged(text: str) -> Judgement:
    tender, facts, metrics = as_understood()(text)
    return judge(PACK, case_of(PACK, tender, facts, metrics, SETTING))


def found(text: str) -> dict[str, str]:
    return {one.rule: str(one.severity) for one in judged(text).findings}


LEVELS = [
    # a blank, the same with a fixed level, and the rule that judges the level
    ("public liability insurance of {}", "£[insert amount]", "£20 million", "public-liability-level"),
    ("professional indemnity insurance of {}", "£[ ] million", "£5 million", "professional-indemnity-level"),
    ("an annual turnover of at least {}", "£[insert turnover]", "£2 million", "turnover-absolute"),
    ("audited accounts for the last {}", "[X] years", "5 years", "accounts-years-requested"),
]


@pytest.mark.parametrize(("words", "blank", "level", "rule"), LEVELS)
def test_a_level_is_judged_where_it_is_fixed_and_not_where_it_is_blank(
    words: str, blank: str, level: str, rule: str
) -> None:
    text = "Selection questionnaire\n\nBidders must have {}.\n"
    assert rule not in found(text.format(words.format(blank)))
    assert rule in found(text.format(words.format(level)))


def test_fixed_terms_are_judged() -> None:
    text = """Terms and conditions of contract

The Supplier's liability under this contract shall be unlimited.

The Council may terminate this contract at any time on 7 days' written notice.
"""
    assert {"unlimited-liability", "termination-notice-short"} <= found(text).keys()


def test_a_letter_of_award_and_a_guide_are_judged_too() -> None:
    letter = """Notice of award

Dear Insert supplier name. We award the contract to you. Delete if not applicable.
"""
    assert found(letter) == {"blanks-unmarked": "low", "choice-without-guide": "low"}


def test_nothing_that_hangs_on_one_contract_is_asked_for() -> None:
    asked = {one.reason for one in judged("Invitation to tender\n\nSend your bid to us.\n").not_assessed}
    assert not [reason for reason in asked if "--value" in reason or "--issued" in reason or "--deadline" in reason]


def test_a_template_that_cites_the_law_before_the_act_is_told_whatever_its_rules() -> None:
    text = "Invitation to tender\n\nThis {} is run under the Public Contracts Regulations 2015.\n"
    assert "old-law-cited" in found(text.format("tender"))
    assert "old-law-cited" not in found(text.format("call-off"))

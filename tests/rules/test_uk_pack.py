"""The pack `uk`: every rule proves itself, says where it comes from, and keeps to the law it names."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from procure_audit.cli.run import as_understood
from procure_audit.model import FACT_KINDS, Fact, Metric, Setting, Severity, Tender, fact
from procure_audit.rules import Judgement, Rule, case_of, judge
from procure_audit.rules.catalogue import listed
from procure_audit.rules.law import PREFIX
from procure_audit.rules.measures import MEASURES
from procure_audit.rules.pack import load_pack
from procure_audit.rules.proof import prove

PACK = load_pack(["uk"])
RULES = [pytest.param(rule, id=rule.id) for rule in PACK.rules]
NEEDED = """pack-total-length pack-pages-per-10k response-question-count response-word-burden policies-demanded-at-bid
reading-age-high average-sentence-length legalese-density acronyms-not-explained turnover-ratio-to-contract
turnover-absolute audited-accounts-required accounts-years-requested no-alternative-financial-evidence
parent-company-guarantee performance-bond no-price-uplift budget-not-stated price-weight-too-high insurance-before-award
public-liability-level employers-liability-level professional-indemnity-level insurance-to-value-ratio
unlimited-liability liability-cap-ratio broad-indemnity tupe-risk-on-bidder termination-notice-short ip-taken
certification-without-equivalent references-narrow tender-window-legal tender-window-practical clarification-window
contract-term-short consortia-barred prime-model-without-protection subcontract-payment-terms risk-flow-down
payment-over-30-days payment-in-arrears-only payment-by-results portal-only-no-help no-lots-no-reason
document-not-accessible""".split()


def judged(*facts: Fact, metrics: tuple[Metric, ...] = (), regime: str = "unknown", **where: object) -> Judgement:
    setting = Setting(str(where.get("jurisdiction", "england")), regime, "sub_central", date(2026, 6, 1), "test")
    return judge(PACK, case_of(PACK, Tender("test", ()), facts, metrics, setting))


def severity(verdict: Judgement, rule: str) -> Severity | None:
    return next((finding.severity for finding in verdict.findings if finding.rule == rule), None)


def test_every_rule_and_strength_proves_itself() -> None:
    assert prove(PACK, as_understood()) == []


def test_the_rules_that_a_first_audit_needs_are_there() -> None:
    assert set(NEEDED) <= {rule.id for rule in PACK.rules}
    assert len(PACK.strengths) >= 8


@pytest.mark.parametrize("rule", RULES)
def test_every_pattern_compiles(rule: Rule) -> None:
    for sign in rule.signs:
        sign.check.validate()


def test_every_pattern_of_a_strength_compiles() -> None:
    for praise in PACK.strengths:
        praise.check.validate()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_can_always_name_a_source(rule: Rule) -> None:
    """Law that isn't known to apply is left out, so something else must stand behind the rule."""
    anywhere = [cited for cited in rule.citations if not cited.applies.jurisdiction and not cited.applies.regime]
    assert anywhere


@pytest.mark.parametrize("rule", RULES)
def test_a_band_called_law_stands_behind_limits_of_place_and_regime(rule: Rule) -> None:
    """Its own, or those of a value that the law sets."""
    for sign in rule.signs:
        for severity, conditions in sign.bands:
            if sign.basis[severity] == "law":
                limits = rule.applies if rule.applies.jurisdiction else sign.applies
                named = all(any(name.startswith(PREFIX) for name in one.names) for one in conditions)
                assert (limits.jurisdiction and limits.regime) or named
                assert any(cited.source.kind == "law" for cited in rule.citations)


@pytest.mark.parametrize("rule", RULES)
def test_words_accuse_nobody(rule: Rule) -> None:
    said = " ".join([rule.title, rule.why, rule.instead, *rule.clause.wordings, *(sign.says for sign in rule.signs)])
    assert not re.search(r"\b(?:unlawful|illegal|in breach|breaches|violat\w+)\b", said, re.I)
    assert "  " not in said


@pytest.mark.parametrize("rule", RULES)
def test_sentences_of_a_rule_are_short(rule: Rule) -> None:
    for text in (rule.why, rule.instead):
        for sentence in re.split(r"(?<=[.?!])\s+", text):
            assert len(sentence.split()) <= 30, sentence


def test_the_catalogue_tells_every_rule_as_plain_data() -> None:
    entries = listed(PACK)
    assert len(entries) == len(PACK.rules)
    first = next(entry for entry in entries if entry["id"] == "public-liability-level")
    assert first["bands"] == {"medium": ["> 5,000,000"], "high": ["> 10,000,000"]}
    assert {source["kind"] for source in first["sources"]} == {"practice", "law"}


LAW = [
    # electronic, all documents together, planned notice or urgency or dynamic market -> least days, s.54(4)
    (True, True, False, 25),
    (True, False, False, 30),
    (False, True, False, 30),
    (False, False, False, 35),
    (True, True, True, 10),
    (False, False, True, 10),
]
ISSUED = date(2026, 3, 2)


@pytest.mark.parametrize(("electronic", "complete", "shortened", "least"), LAW)
@pytest.mark.parametrize("spare", [-1, 0, 1])
def test_tender_periods_are_those_of_the_act(
    electronic: bool, complete: bool, shortened: bool, least: int, spare: int
) -> None:
    text = "Bids are due by noon. Send your bid through our portal."
    text += "" if electronic else " Electronic bids will not be accepted."
    text += "" if complete else " Further documents will be issued next week."
    text += " A qualifying planned procurement notice was published." if shortened else ""
    facts = (
        fact("publication_or_issue_date", value=ISSUED),
        fact("tender_deadline", value=ISSUED + timedelta(days=least + spare)),
    )
    tender, _, _ = as_understood()(text)
    setting = Setting("england", "above-threshold", "sub_central", date(2026, 6, 1), "test")
    verdict = judge(PACK, case_of(PACK, tender, facts, (), setting))
    assert severity(verdict, "tender-window-legal") == (Severity.CRITICAL if spare < 0 else None)
    if spare >= 0:
        assert "tender-window-legal" in verdict.passed


@pytest.mark.parametrize(
    ("regime", "jurisdiction"),
    [("light-touch", "england"), ("below-threshold", "england"), ("above-threshold", "scotland"), ("psr", "england")],
)
def test_the_acts_periods_hold_only_where_the_act_says(regime: str, jurisdiction: str) -> None:
    facts = (fact("publication_or_issue_date", value=ISSUED), fact("tender_deadline", value=ISSUED + timedelta(days=5)))
    verdict = judged(*facts, regime=regime, jurisdiction=jurisdiction)
    assert severity(verdict, "tender-window-legal") is None
    assert "tender-window-legal" not in verdict.passed
    assert severity(verdict, "tender-window-practical") is Severity.CRITICAL


def test_a_regime_that_is_not_known_is_asked_for() -> None:
    verdict = judged()
    reasons = {one.rule: one.reason for one in verdict.not_assessed}
    assert "--regime" in reasons["tender-window-legal"]
    assert "--issued" in reasons["tender-window-practical"]
    assert "--value" in reasons["no-lots-no-reason"]


def test_44_questions_of_500_to_2000_words_are_critical() -> None:
    counted = (Metric("questions", 44), Metric("answer_words", 44 * 500))
    worth = fact("contract_value", amount=350_000, currency="GBP", period="per_year")
    verdict = judged(worth, metrics=counted)
    assert severity(verdict, "response-question-count") is Severity.CRITICAL
    assert severity(verdict, "response-word-burden") is Severity.CRITICAL


def test_20_pages_of_guidance_for_1000_pounds_are_critical() -> None:
    worth = fact("contract_value", amount=1000, currency="GBP", period="total")
    verdict = judged(worth, fact("contract_length_months", value=12), metrics=(Metric("pages", 20),))
    assert severity(verdict, "pack-pages-per-10k") is Severity.CRITICAL


def test_a_window_of_two_weeks_is_high() -> None:
    def window(days: int) -> Severity | None:
        due = ISSUED + timedelta(days=days)
        facts = (fact("publication_or_issue_date", value=ISSUED), fact("tender_deadline", value=due))
        return severity(judged(*facts, regime="light-touch"), "tender-window-practical")

    assert [window(days) for days in (9, 14, 15)] == [Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM]


@pytest.mark.parametrize(
    ("place", "public", "employers", "indemnity", "expected"),
    [
        ("East Sussex, standard", 10, 10, None, {"public-liability-level": Severity.MEDIUM}),
        ("East Sussex, low risk", 5, 10, None, {}),
        ("Barnsley", 5, 10, None, {}),
        ("Southwark", 5, 5, 0.25, {}),
        ("Lambeth", 5, 5, None, {}),
    ],
)
def test_what_four_councils_ask_is_judged_as_it_deserves(
    place: str, public: float, employers: float, indemnity: float | None, expected: dict[str, Severity]
) -> None:
    def cover(kind: str, millions: float) -> Fact:
        return fact("insurance", type=kind, amount=millions * 1_000_000, currency="GBP", required_before_award=False)

    facts = [cover("public_liability", public), cover("employers_liability", employers)]
    facts += [cover("professional_indemnity", indemnity)] if indemnity else []
    found = {one.rule: one.severity for one in judged(*facts).findings if one.category == "insurance"}
    assert found == expected


def test_no_employers_liability_of_ten_million_is_a_barrier() -> None:
    cover = fact("insurance", type="employers_liability", amount=10_000_000, currency="GBP")
    assert not any(finding.category == "insurance" for finding in judged(cover).findings)


def test_every_fact_kind_of_the_model_can_be_measured() -> None:
    assert all(f"{kind.name}.{name}" in MEASURES for kind in FACT_KINDS.values() for name in kind.values)

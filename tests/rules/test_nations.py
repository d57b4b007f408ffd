"""Each nation by its own law, and each kind of procurement by its own rules: what is said and cited where."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from procure_audit.model import AUTHORITIES, JURISDICTIONS, REGIMES, Fact, Finding, Setting, Tender, fact
from procure_audit.rules import Pack, case_of, judge
from procure_audit.rules.applies import Applies
from procure_audit.rules.lawbook import load_law
from procure_audit.rules.pack import load_pack
from procure_audit.rules.rule import Citation

PACKS = {"uk": load_pack(["uk"]), "eu": load_pack(["eu"]), "ireland": load_pack(["ireland"])}
DAY = date(2026, 3, 2)
CURRENCY = {"uk": "GBP", "eu": "EUR", "ireland": "EUR"}


def found(rule: str, *facts: Fact, pack: str = "uk", where: str, regime: str, day: date = DAY) -> Finding | None:
    setting = Setting(where, regime, "sub_central", day, "test")
    chosen = PACKS[pack].chosen([rule])
    return next(iter(judge(chosen, case_of(chosen, Tender("test", ()), facts, (), setting)).findings), None)


def turnover(pack: str) -> tuple[Fact, ...]:
    money = CURRENCY[pack]
    return (
        fact("turnover_requirement", amount=800_001, currency=money),
        fact("contract_value", amount=400_000, currency=money, period="total"),
        fact("contract_length_months", value=24),
    )


AUDIT = (fact("audited_accounts_required", value=True, alternatives=()),)
COVER = (fact("insurance", type="public_liability", amount=5_000_000, currency="GBP", required_before_award=True),)
SLOW = (fact("payment_terms_days", value=45, starts="invoice"),)
ALONE = (fact("consortia_allowed", value=False),)
CERTIFICATE = (fact("certification_required", value=("ISO 9001",)),)
WINDOW = (fact("publication_or_issue_date", value=DAY), fact("tender_deadline", value=DAY + timedelta(days=5)))

ABOVE, LIGHT, BELOW, CALLOFF, PSR, PCR = REGIMES
TABLE = [
    # rule, facts, pack, whose law, which rules, severity, laws cited
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "england", ABOVE, "high", {"PA23"}),
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "england", PSR, "critical", {"PSR23"}),
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "england", PCR, "critical", {"PCR15"}),
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "ni", PCR, "critical", {"PCR15"}),
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "wales", PSR, "high", set()),
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "scotland", ABOVE, "critical", {"SPC15"}),
    ("turnover-ratio-to-contract", turnover("uk"), "uk", "scotland", LIGHT, "high", set()),
    ("turnover-ratio-to-contract", turnover("eu"), "eu", "eu", ABOVE, "critical", {"DIR24"}),
    ("turnover-ratio-to-contract", turnover("ireland"), "ireland", "ireland", ABOVE, "critical", {"DIR24"}),
    ("turnover-ratio-to-contract", turnover("ireland"), "ireland", "ireland", LIGHT, "high", set()),
    ("audited-accounts-required", AUDIT, "uk", "ni", LIGHT, "critical", {"PA23"}),
    ("audited-accounts-required", AUDIT, "uk", "england", BELOW, "high", {"CHA11"}),
    ("audited-accounts-required", AUDIT, "uk", "england", PSR, "high", {"CHA11"}),
    ("audited-accounts-required", AUDIT, "uk", "scotland", LIGHT, "high", set()),
    ("audited-accounts-required", AUDIT, "ireland", "ireland", ABOVE, "high", {"DIR24"}),
    ("insurance-before-award", COVER, "uk", "wales", ABOVE, "critical", {"PA23"}),
    ("insurance-before-award", COVER, "uk", "england", BELOW, "high", set()),
    ("insurance-before-award", COVER, "uk", "england", PCR, "high", set()),
    ("insurance-before-award", COVER, "uk", "scotland", ABOVE, "high", set()),
    ("payment-over-30-days", SLOW, "uk", "england", BELOW, "critical", {"PA23"}),
    ("payment-over-30-days", SLOW, "uk", "ni", BELOW, "high", set()),
    ("payment-over-30-days", SLOW, "uk", "england", PSR, "high", set()),
    ("payment-over-30-days", SLOW, "uk", "scotland", ABOVE, "high", set()),
    ("payment-over-30-days", SLOW, "ireland", "ireland", BELOW, "critical", {"LPR12"}),
    ("payment-over-30-days", SLOW, "eu", "eu", BELOW, "high", {"LPD11"}),
    ("consortia-barred", ALONE, "eu", "eu", ABOVE, "critical", {"DIR24"}),
    ("consortia-barred", ALONE, "ireland", "ireland", BELOW, "high", set()),
    ("consortia-barred", ALONE, "uk", "scotland", ABOVE, "high", set()),
    ("certification-without-equivalent", CERTIFICATE, "uk", "england", ABOVE, "critical", {"PA23"}),
    ("certification-without-equivalent", CERTIFICATE, "uk", "england", PCR, "high", {"PCR15"}),
    ("certification-without-equivalent", CERTIFICATE, "uk", "scotland", ABOVE, "high", {"SPC15"}),
    ("certification-without-equivalent", CERTIFICATE, "eu", "eu", ABOVE, "high", {"DIR24"}),
    ("tender-window-legal", WINDOW, "uk", "england", ABOVE, "critical", {"PA23"}),
    ("tender-window-legal", WINDOW, "uk", "england", LIGHT, None, set()),
    ("tender-window-legal", WINDOW, "uk", "england", PSR, None, set()),
    ("tender-window-legal", WINDOW, "uk", "scotland", ABOVE, None, set()),
    ("tender-window-legal", WINDOW, "uk", "england", CALLOFF, None, set()),
]


@pytest.mark.parametrize(("rule", "facts", "pack", "where", "regime", "severity", "laws"), TABLE)
def test_a_nation_is_judged_by_its_own_law(
    rule: str, facts: tuple[Fact, ...], pack: str, where: str, regime: str, severity: str | None, laws: set[str]
) -> None:
    finding = found(rule, *facts, pack=pack, where=where, regime=regime)
    assert (str(finding.severity) if finding else None) == severity
    cited = {source.id for source in finding.sources if source.kind == "law"} if finding else set()
    assert cited == laws


LAW_OF = load_law().laws
DAYS = (date(2024, 1, 15), DAY, date(2026, 11, 1))
SETTINGS = [Setting(*some, "test") for some in product(JURISDICTIONS, REGIMES, AUTHORITIES, DAYS)]
EACH = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)


def laws_cited(pack: Pack) -> list[Citation]:
    return [cited for rule in pack.rules for cited in rule.citations if cited.source.kind == "law"]


@EACH
def test_no_law_is_cited_where_it_does_not_hold(pack: Pack) -> None:
    """The Act of 2023 not in Scotland, the Provider Selection Regime in England alone, a directive not in Britain."""
    for cited in set(laws_cited(pack)):
        law = LAW_OF[cited.source.id]
        own = Applies(tuple(law.jurisdiction), tuple(law.regime), starts=law.starts, until=law.until)
        assert all(own.to(one) is True for one in SETTINGS if cited.applies.to(one) is True)


NOT_IN_NI = {"84", "85", "86", "87", "88"}


@EACH
def test_part_6_of_the_act_is_not_cited_for_northern_ireland(pack: Pack) -> None:
    """Section 84(2): it does not bind transferred Northern Irish authorities."""
    for cited in laws_cited(pack):
        sections = {part.split("(")[0].strip() for part in cited.source.section.split(",")}
        if cited.source.id == "PA23" and sections <= NOT_IN_NI:
            assert "ni" not in cited.applies.jurisdiction
            assert "85" not in sections or cited.applies.jurisdiction == ("england",)


@EACH
def test_no_limit_of_a_rule_repeats_a_threshold_of_the_law(pack: Pack) -> None:
    """A threshold changes every two years, and is named by the law that sets it."""
    sums = {one.value for name, value in pack.law.items() if "threshold" in name for one in value.provisions}
    round_sums = {50_000.0, 2_000_000.0}
    limits = {
        number
        for rule in pack.rules
        for sign in rule.signs
        for _, some in sign.bands
        for one in some
        for number in (one.number, *(side.number for side in one.sides))
    }
    assert not limits & (sums - round_sums)

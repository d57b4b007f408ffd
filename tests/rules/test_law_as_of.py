"""The pack `uk` judges by the law of the day and of the place, and cites that law and no other."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from procure_audit.model import Fact, Finding, PackError, Setting, Severity, Tender, fact
from procure_audit.rules import case_of, judge
from procure_audit.rules.catalogue import listed
from procure_audit.rules.lawbook import load_law
from procure_audit.rules.pack import load_pack

PACK = load_pack(["uk"])
BEFORE, SINCE = date(2024, 1, 15), date(2026, 3, 2)


def found(rule: str, *facts: Fact, **where: object) -> Finding | None:
    """The finding of *rule* in England, above the threshold, since the Act, unless *where* says otherwise."""
    said = {"jurisdiction": "england", "regime": "above-threshold", "authority_kind": "sub_central", "as_of": SINCE}
    setting = Setting(**{**said, **where}, as_of_basis="test")  # type: ignore[arg-type]
    verdict = judge(PACK.chosen([rule]), case_of(PACK, Tender("test", ()), facts, (), setting))
    return next(iter(verdict.findings), None)


def law_of(finding: Finding | None) -> set[tuple[str, str]]:
    assert finding
    return {(source.id, source.section) for source in finding.sources if source.kind == "law"}


def window(days: int, day: date) -> tuple[Fact, Fact]:
    return fact("publication_or_issue_date", value=day), fact("tender_deadline", value=day + timedelta(days=days))


def test_no_tender_is_held_to_periods_of_an_act_that_was_not_yet_in_force() -> None:
    assert found("tender-window-legal", *window(24, SINCE), as_of=SINCE)
    assert found("tender-window-legal", *window(25, SINCE), as_of=SINCE) is None
    assert found("tender-window-legal", *window(24, BEFORE), as_of=BEFORE) is None
    assert found("tender-window-legal", *window(24, BEFORE), as_of=BEFORE, regime="old-pcr") is None


AUDIT = fact("audited_accounts_required", value=True, alternatives=())


@pytest.mark.parametrize(
    ("day", "jurisdiction", "law", "severity"),
    [
        (BEFORE, "england", {("CHA11", "144(1)(a)")}, Severity.HIGH),
        (SINCE, "england", {("CHA11", "144(1)(a)"), ("PA23", "22(3)(a), 36(2)")}, Severity.CRITICAL),
        (date(2026, 9, 30), "wales", {("CHA26", "3(4)"), ("PA23", "22(3)(a), 36(2)")}, Severity.CRITICAL),
        (SINCE, "ni", {("PA23", "22(3)(a), 36(2)")}, Severity.CRITICAL),
        (SINCE, "scotland", {("SPC15", "61(6)(b)")}, Severity.HIGH),
    ],
)
def test_audited_accounts_are_judged_by_the_law_of_the_day(
    day: date, jurisdiction: str, law: set[tuple[str, str]], severity: Severity
) -> None:
    finding = found("audited-accounts-required", AUDIT, jurisdiction=jurisdiction, as_of=day)
    assert finding and finding.severity is severity
    assert law_of(finding) == law


def turnover(amount: float) -> tuple[Fact, ...]:
    return (
        fact("turnover_requirement", amount=amount, currency="GBP"),
        fact("contract_value", amount=400_000, currency="GBP", period="total"),
        fact("contract_length_months", value=24),
    )


@pytest.mark.parametrize(
    ("regime", "day", "law"),
    [
        ("old-pcr", BEFORE, ("PCR15", "58(9), 58(11) to (13)")),
        ("psr", SINCE, ("PSR23", "Schedule 16, paragraph 3(3)")),
    ],
)
def test_turnover_above_twice_the_worth_is_held_to_the_rules_that_name_a_number(
    regime: str, day: date, law: tuple[str, str]
) -> None:
    rule = "turnover-ratio-to-contract"
    over = found(rule, *turnover(800_001), regime=regime, as_of=day)
    just = found(rule, *turnover(800_000), regime=regime, as_of=day)
    assert over and over.severity is Severity.CRITICAL and law in law_of(over)
    assert just and just.severity is Severity.HIGH
    act = found(rule, *turnover(800_001), as_of=SINCE)
    assert act and act.severity is Severity.HIGH
    assert law_of(act) == {("PA23", "22(1), 22(5)")}


@pytest.mark.parametrize(
    ("regime", "jurisdiction", "kind", "day", "law"),
    [
        ("light-touch", "england", "sub_central", SINCE, {("PA23", "68")}),
        ("below-threshold", "wales", "parish", SINCE, {("PA23", "88")}),
        ("below-threshold", "ni", "sub_central", SINCE, set()),
        ("above-threshold", "scotland", "sub_central", SINCE, set()),
        ("above-threshold", "england", "school", SINCE, set()),
        ("old-pcr", "england", "sub_central", BEFORE, set()),
    ],
)
def test_slow_payment_is_critical_only_where_the_act_gives_a_right_to_thirty_days(
    regime: str, jurisdiction: str, kind: str, day: date, law: set[tuple[str, str]]
) -> None:
    slow = fact("payment_terms_days", value=31, starts="invoice")
    finding = found(
        "payment-over-30-days", slow, regime=regime, jurisdiction=jurisdiction, authority_kind=kind, as_of=day
    )
    assert finding and finding.severity is (Severity.CRITICAL if law else Severity.HIGH)
    assert law_of(finding) == law
    assert ("30 days" in finding.message) is bool(law)


BOOK = """
laws:
  ACT: {title: An Act, kind: law, url: "https://example.org", jurisdiction: [england]}
values:
  days:
    title: days
    provisions: [{value: 5, law: ACT, section: "1", says: five}]
"""


@pytest.mark.parametrize(
    ("other", "line", "why"),
    [
        (BOOK.replace("days:", "weeks:"), 3, "'ACT' stands twice"),
        (BOOK.split("values:")[0].replace("ACT", "B") + "values:" + BOOK.split("values:")[1], 5, "'law.days' stands"),
        (
            BOOK.replace("ACT:", "B:").replace("  days:", "  weeks:").replace("law: ACT", "law: BC"),
            7,
            "no law is called",
        ),
        (BOOK.replace("ACT:", "B:").replace("  days:", "  weeks:").replace("value: 5", "is: 5"), 7, "unknown key 'is'"),
    ],
)
def test_a_mistake_in_a_book_of_law_is_shown_at_its_line(tmp_path: Path, other: str, line: int, why: str) -> None:
    (tmp_path / "a.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(other, encoding="utf-8")
    with pytest.raises(PackError, match=why) as caught:
        load_law(tmp_path)
    assert (Path(caught.value.path).name, caught.value.line) == ("b.yaml", line)


def test_a_rule_tells_what_the_law_sets_that_it_names() -> None:
    entry = next(one for one in listed(PACK) if one["id"] == "payment-over-30-days")
    assert [value["name"] for value in entry["law"]] == ["law.payment_days"]
    told = [
        (one["value"], one["id"], one["section"], one["applies"].get("regime")) for one in entry["law"][0]["provisions"]
    ]
    assert told[:2] == [
        ("30 days", "PA23", "68", ["above-threshold", "light-touch"]),
        ("30 days", "PA23", "88", ["below-threshold"]),
    ]
    assert {one[:2] for one in told[2:]} == {("60 days", "LPD11"), ("30 days", "LPR12")}

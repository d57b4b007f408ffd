"""What settings change of rules: for a whole tender, and for places in some documents only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from procure_audit.config.read import read_settings
from procure_audit.model import Confidence, Evidence, Fact, PackError, Role, Setting, Severity, Span, Tender, fact
from procure_audit.readers.text import read
from procure_audit.rules import judge
from procure_audit.rules.judge import Judgement, case_of
from procure_audit.rules.pack import load_pack

COVER = "public-liability-level"
ITT = Evidence("itt.docx", "cover of £20 million", Span(0, 9), role=Role.INSTRUCTIONS)
TERMS = Evidence("terms.docx", "cover of £20 million", Span(0, 9), role=Role.CONTRACT_TERMS)


def judged(folder: Path, settings: str, *facts: Fact, documents: tuple[str, ...] = ()) -> Judgement:
    path = folder / "procure-audit.yaml"
    path.write_text(settings, encoding="utf-8")
    pack = load_pack(["uk"], read_settings(path).overrides)
    tender = Tender("t", tuple(read(b"We want a service.", name) for name in documents))
    setting = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")
    return judge(pack, case_of(pack, tender, facts, (), setting))


def cover(*places: Evidence, amount: float = 20_000_000) -> Fact:
    values = (("type", "public_liability"), ("amount", amount), ("currency", "GBP"))
    return Fact("insurance", values, places, Confidence.HIGH)


def found(judgement: Judgement, rule: str = COVER) -> tuple[Severity, list[str]] | None:
    one = next((finding for finding in judgement.findings if finding.rule == rule), None)
    return (one.severity, [place.document for place in one.places]) if one else None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("{severity: low}", Severity.LOW),
        ("{limits: {high: 30000000}}", Severity.MEDIUM),
        ("{limits: {medium: 25000000, high: 30000000}}", None),
        ('{bands: {critical: ">= 20000000"}}', Severity.CRITICAL),
        ("off", None),
    ],
)
def test_a_rule_is_changed_for_the_whole_tender(change: str, expected: Severity | None, tmp_path: Path) -> None:
    told = found(judged(tmp_path, f"overrides:\n  {COVER}: {change}\n", cover(ITT)))
    assert (told[0] if told else None) is expected


def test_what_settings_change_is_their_own_judgement(tmp_path: Path) -> None:
    for change in ("{severity: low}", "{limits: {high: 15000000}}"):
        (one,) = judged(tmp_path, f"overrides:\n  {COVER}: {change}\n", cover(ITT)).findings
        assert one.basis == "judgement"


def test_a_rule_turned_off_is_in_no_list(tmp_path: Path) -> None:
    told = judged(tmp_path, f"overrides:\n  {COVER}: off\n", cover(ITT))
    assert COVER not in told.passed
    assert COVER not in [one.rule for one in told.not_assessed]


SCOPES = [
    ("documents: [terms.docx]", "off", (Severity.HIGH, ["itt.docx"])),
    ("roles: [contract_terms]", "off", (Severity.HIGH, ["itt.docx"])),
    ("documents: [itt.docx], roles: [contract_terms]", "off", (Severity.HIGH, ["itt.docx", "terms.docx"])),
    ("documents: ['*.docx']", "off", None),
    ("documents: [terms.docx]", "{severity: critical}", (Severity.CRITICAL, ["terms.docx", "itt.docx"])),
    ("documents: [terms.docx]", "{severity: low}", (Severity.HIGH, ["itt.docx", "terms.docx"])),
    ("documents: ['*']", "{limits: {medium: 25000000, high: 30000000}}", None),
]


@pytest.mark.parametrize(("scope", "change", "expected"), SCOPES)
def test_a_rule_is_changed_where_its_places_stand(
    scope: str, change: str, expected: tuple[Severity, list[str]] | None, tmp_path: Path
) -> None:
    settings = f"overrides_for:\n  - {{{scope}, overrides: {{{COVER}: {change}}}}}\n"
    assert found(judged(tmp_path, settings, cover(ITT, TERMS))) == expected


def test_a_stricter_limit_for_some_documents_speaks_up_only_there(tmp_path: Path) -> None:
    settings = (
        f"overrides_for:\n  - {{documents: [terms.docx], overrides: {{{COVER}: {{limits: {{medium: 1000000}}}}}}}}\n"
    )
    assert found(judged(tmp_path, settings, cover(TERMS, amount=2_000_000))) == (Severity.MEDIUM, ["terms.docx"])
    assert found(judged(tmp_path, settings, cover(ITT, amount=2_000_000))) is None


def test_of_two_scopes_the_last_counts(tmp_path: Path) -> None:
    settings = (
        f"overrides_for:\n  - {{documents: ['*'], overrides: {{{COVER}: off}}}}\n"
        f"  - {{documents: [terms.docx], overrides: {{{COVER}: {{severity: low}}}}}}\n"
    )
    assert found(judged(tmp_path, settings, cover(ITT, TERMS))) == (Severity.LOW, ["terms.docx"])


def test_a_finding_without_places_is_one_of_all_documents(tmp_path: Path) -> None:
    settings = "overrides_for:\n  - {documents: [a.txt], overrides: {employers-liability-level: off}}\n"
    given = fact("insurance", type="employers_liability", amount=25_000_000, currency="GBP")
    assert found(judged(tmp_path, settings, given, documents=("a.txt",)), "employers-liability-level") is None
    assert found(judged(tmp_path, settings, given, documents=("a.txt", "b.txt")), "employers-liability-level")


WRONG = [
    ("{limits: {low: 5}}", "2: the rule has no band 'low'; known: high, medium"),
    ("{bands: {medium: lots}}", "2: 'lots' is no condition"),
    ("{limits: {high: 10}}", "2: 'medium' is never reached"),
]


@pytest.mark.parametrize(("change", "expected"), WRONG)
def test_a_change_that_can_not_be_made_is_told_at_its_line(change: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        judged(tmp_path, f"overrides:\n  {COVER}: {change}\n")
    assert str(caught.value).startswith(f"{tmp_path / 'procure-audit.yaml'}:{expected}")


def test_a_band_of_two_conditions_has_no_single_limit(tmp_path: Path) -> None:
    pack = tmp_path / "ours.yaml"
    pack.write_text(
        "pack: ours\ntitle: Ours\nextends: [uk]\n"
        f'change: {{{COVER}: {{bands: {{high: ["> 9", "> 8 if lots.count > 3"]}}}}}}\n',
        encoding="utf-8",
    )
    settings = tmp_path / "procure-audit.yaml"
    settings.write_text(f"overrides:\n  {COVER}: {{limits: {{high: 10}}}}\n", encoding="utf-8")
    with pytest.raises(PackError, match="is not one limit"):
        load_pack([pack], read_settings(settings).overrides)

"""Each kind of check on small tenders, and how a judgement is made of what they see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.model import BlockKind, Confidence, Fact, Metric, PackError, Role, Setting, Severity, Tender, fact
from procure_audit.readers.build import Builder
from procure_audit.rules import Judgement, case_of, judge
from procure_audit.rules.case import ALL_SAID
from procure_audit.rules.pack import load_pack
from procure_audit.rules.search import Phrase, Searchable

SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")
PACK = """
pack: small
title: Small
sources:
  LAW: {{title: An Act, kind: law, jurisdiction: [england], regime: [light-touch], starts: 2025-02-24}}
  OWN: {{title: Ours, kind: judgement}}
rules:
  one:
    title: One
    category: finance
{body}
    why: w
    instead: "spend {{contract_value.annual|as you like}}"
    clause: words
    sources: [{{id: LAW, section: "1"}}, {{id: OWN}}]
    recommendations: [2]
    examples: {{flags: [{{text: x}}], passes: [{{text: y}}]}}
clauses: {{words: {{topic: finance, says: m}}}}
"""


def tender(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Tender:
    builder = Builder("itt.txt", "text", "0")
    for paragraph in paragraphs:
        builder.block(kind, paragraph)
    return Tender("itt", (builder.document("en"),))


def judged(
    tmp_path: Path,
    body: str,
    read: Tender | None = None,
    facts: tuple[Fact, ...] = (),
    metrics: tuple[Metric, ...] = (),
    setting: Setting = SETTING,
) -> Judgement:
    path = tmp_path / "small.yaml"
    path.write_text(PACK.format(body=body), encoding="utf-8")
    pack = load_pack([path])
    return judge(pack, case_of(pack, read or Tender("none", ()), facts, metrics, setting))


LEVEL = """
    check: {level: {of: pages}}
    bands: {low: "> 30", high: "> 60 if contract_value.total < 1000"}
    basis: {low: practice, high: judgement}
    says: "{value} pages"
"""


def test_a_level_is_judged_by_its_bands(tmp_path: Path) -> None:
    found = judged(tmp_path, LEVEL, metrics=(Metric("pages", 31),)).findings[0]
    assert (found.severity, found.message, found.basis) == (Severity.LOW, "31 pages", "practice")
    assert found.suggestion == "spend as you like"
    assert judged(tmp_path, LEVEL, metrics=(Metric("pages", 30),)).passed == ("one",)


def test_what_was_not_measured_is_not_assessed_with_the_reason(tmp_path: Path) -> None:
    verdict = judged(tmp_path, LEVEL, metrics=(Metric("pages", None, reason="the file has no pages"),))
    assert verdict.not_assessed[0].reason == "the file has no pages"
    assert verdict.missing_severities == (Severity.LOW,)
    assert verdict.passed == verdict.findings == ()


def test_a_message_tells_the_tenders_own_numbers(tmp_path: Path) -> None:
    worth = fact("contract_value", amount=600, currency="GBP", period="per_year")
    term = fact("contract_length_months", value=12)
    found = judged(tmp_path, LEVEL, facts=(worth, term), metrics=(Metric("pages", 61),)).findings[0]
    assert found.severity is Severity.HIGH
    assert found.suggestion == "spend £600"


PHRASES = """
    check: {phrases: {any_of: ['unlimited (?:liability|risk)'], unless: [fraud]}}
    bands: {medium: any, high: ">= 3"}
    basis: {medium: judgement, high: judgement}
    says: "{count}: {found}"
"""


def test_phrases_point_at_their_sentence(tmp_path: Path) -> None:
    read = tender("You bring tea. You accept unlimited\nliability for it. Thank you.")
    found = judged(tmp_path, PHRASES, read).findings[0]
    assert found.message == "1: unlimited liability"
    assert found.places[0].quote == "You accept unlimited liability for it."


def test_phrases_count_sentences(tmp_path: Path) -> None:
    one = "You accept unlimited liability and unlimited risk."
    assert judged(tmp_path, PHRASES, tender(one, one)).findings[0].severity is Severity.MEDIUM
    assert judged(tmp_path, PHRASES, tender(one, one, one)).findings[0].severity is Severity.HIGH


@pytest.mark.parametrize(
    "words",
    [
        "There is unlimited liability for fraud.",
        "Unlimited liability is not required.",
        "We do not ask for unlimited liability.",
        "No unlimited liability is needed, and no unlimited liability is required.",
        "sunlimited liability",
        "unlimited liabilityx",
    ],
)
def test_words_beside_a_phrase_clear_it(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, PHRASES, tender(words)).passed == ("one",)


def test_a_denial_in_the_next_sentence_clears_nothing(tmp_path: Path) -> None:
    assert judged(tmp_path, PHRASES, tender("You bear unlimited risk. Fraud is a crime.")).findings


def test_the_words_that_lead_into_a_list_count(tmp_path: Path) -> None:
    builder = Builder("itt.txt", "text", "0")
    builder.block(BlockKind.PARAGRAPH, "We do not ask for:")
    builder.block(BlockKind.LIST_ITEM, "unlimited liability", label="(a)")
    builder.block(BlockKind.LIST_ITEM, "unlimited risk", label="(b)")
    read = Tender("itt", (builder.document("en"),))
    assert judged(tmp_path, PHRASES, read).passed == ("one",)


MISSING = """
    check:
      missing:
        groups: {a budget: ['budget (?:of|is)'], a term: ['for \\w+ years']}
        matters: {facts: [turnover_requirement]}
    bands: {low: any, high: ">= 2"}
    basis: {low: judgement, high: judgement}
    says: "missing {missing}, there {there}"
"""


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    asked = fact("turnover_requirement", amount=5)
    found = judged(tmp_path, MISSING, tender("The budget is small."), (asked,)).findings[0]
    assert (found.message, found.severity) == ("missing a term, there a budget", Severity.LOW)
    assert judged(tmp_path, MISSING, tender("Hello."), (asked,)).findings[0].severity is Severity.HIGH
    assert judged(tmp_path, MISSING, tender("A budget of £5 for two years."), (asked,)).passed == ("one",)


def test_an_absence_that_does_not_matter_passes(tmp_path: Path) -> None:
    assert judged(tmp_path, MISSING, tender("Hello.")).passed == ("one",)


def test_an_absence_is_not_judged_without_text(tmp_path: Path) -> None:
    assert judged(tmp_path, MISSING, facts=(fact("turnover_requirement", amount=5),)).not_assessed


RATIO = """
    check: {ratio: {of: pages, to: contract_value.annual, per: 10000}}
    bands: {low: "> 5"}
    basis: {low: judgement}
    says: "{value} for {reference}: {ratio}"
"""


def test_a_ratio_needs_both_its_numbers(tmp_path: Path) -> None:
    pages = (Metric("pages", 60),)
    worth = fact("contract_value", amount=40_000, currency="GBP", period="per_year")
    assert judged(tmp_path, RATIO, facts=(worth,), metrics=pages).findings[0].message == "60 for £40,000: 15"
    reason = judged(tmp_path, RATIO, metrics=pages).not_assessed[0].reason
    assert reason == "no contract value found; give --value"


def test_a_sum_in_another_currency_is_not_compared(tmp_path: Path) -> None:
    worth = fact("contract_value", amount=40_000, currency="EUR", period="per_year")
    assert judged(tmp_path, RATIO, facts=(worth,), metrics=(Metric("pages", 60),)).not_assessed


FACT = """
    check: {fact: {kind: certification_required, where: {value: stated}}}
    bands: {critical: any}
    basis: {critical: judgement}
    says: "{names}"
"""


def test_a_fact_is_matched_and_named(tmp_path: Path) -> None:
    held = fact("certification_required", value=("ISO 9001", "CHAS", "Matrix"), alternatives=())
    assert judged(tmp_path, FACT, facts=(held,)).findings[0].message == "ISO 9001, CHAS and Matrix"
    assert judged(tmp_path, FACT, facts=(fact("certification_required", value=()),)).passed == ("one",)


FACT_UNLESS = """
    check:
      fact:
        kind: certification_required
        where: {value: stated}
        unless: [or equivalent]
        roles: [selection]
        sure: medium
    bands: {critical: any}
    basis: {critical: judgement}
    says: "{names} {count}"
"""


def test_places_of_a_fact_are_cleared_by_their_words_and_roles(tmp_path: Path) -> None:
    plain = tender("You need CHAS or equivalent.", "You need CHAS now.", "You need CHAS then.").documents[0]
    roles = (Role.SELECTION, Role.SELECTION, Role.CONTRACT_TERMS)
    blocks = tuple(replace(block, role=role) for block, role in zip(plain.blocks, roles, strict=True))
    document = replace(plain, blocks=blocks)
    read = Tender("itt", (document,))
    places = [document.evidence(block.span) for block in document.blocks]

    def verdict(*where: int, confidence: Confidence = Confidence.HIGH) -> Judgement:
        held = fact("certification_required", *(places[n] for n in where), confidence=confidence, value=("CHAS",))
        return judged(tmp_path, FACT_UNLESS, read, (held,))

    assert verdict(0).passed == ("one",)
    assert verdict(2).passed == ("one",)
    found = verdict(0, 1, 2).findings[0]
    assert (found.message, found.places) == ("CHAS 1", (places[1],))
    assert verdict(1, confidence=Confidence.LOW).passed == ("one",)


def test_an_unsure_reading_weighs_one_step_less_and_says_so(tmp_path: Path) -> None:
    unsure = fact("certification_required", confidence=Confidence.LOW, value=("CHAS",))
    found = judged(tmp_path, FACT, facts=(unsure,)).findings[0]
    assert (found.severity, found.confidence) == (Severity.HIGH, Confidence.LOW)
    assert "not sure" in found.message


@pytest.mark.parametrize(
    ("setting", "cited"),
    [
        (Setting("england", "light-touch", "unknown", date(2026, 6, 1), ""), ["LAW", "OWN"]),
        (Setting("england", "unknown", "unknown", date(2026, 6, 1), ""), ["OWN"]),
        (Setting("unknown", "light-touch", "unknown", date(2026, 6, 1), ""), ["OWN"]),
        (Setting("scotland", "light-touch", "unknown", date(2026, 6, 1), ""), ["OWN"]),
        (Setting("england", "light-touch", "unknown", date(2025, 2, 23), ""), ["OWN"]),
    ],
)
def test_law_is_cited_only_where_it_is_known_to_apply(tmp_path: Path, setting: Setting, cited: list[str]) -> None:
    found = judged(tmp_path, LEVEL, metrics=(Metric("pages", 31),), setting=setting).findings[0]
    assert [source.id for source in found.sources] == cited


APPLIES = """
    applies: {regime: [light-touch], not_authority: [school], when: "contract_value.total > 1000"}
""" + LEVEL.lstrip("\n")


def test_a_rule_not_meant_for_a_tender_is_in_no_list(tmp_path: Path) -> None:
    pages, worth = (Metric("pages", 31),), fact("contract_value", amount=2000, currency="GBP")
    light = Setting("england", "light-touch", "unknown", date(2026, 6, 1), "")
    assert judged(tmp_path, APPLIES, facts=(worth,), metrics=pages, setting=light).findings
    for other in (
        Setting("england", "below-threshold", "unknown", date(2026, 6, 1), ""),
        Setting("england", "light-touch", "school", date(2026, 6, 1), ""),
    ):
        verdict = judged(tmp_path, APPLIES, facts=(worth,), metrics=pages, setting=other)
        assert (verdict.findings, verdict.passed, verdict.not_assessed) == ((), (), ())
    unknown = judged(tmp_path, APPLIES, facts=(worth,), metrics=pages)
    assert "--regime" in unknown.not_assessed[0].reason
    assert "--value" in judged(tmp_path, APPLIES, metrics=pages, setting=light).not_assessed[0].reason


ALSO = (
    FACT
    + """
    also:
      - check: {level: {of: pages}}
        bands: {low: "> 3"}
        basis: {low: judgement}
        says: "{value} pages"
"""
)


def test_the_worst_sign_speaks_for_the_rule(tmp_path: Path) -> None:
    held, pages = fact("certification_required", value=("CHAS",)), (Metric("pages", 4),)
    assert judged(tmp_path, ALSO, facts=(held,), metrics=pages).findings[0].message == "CHAS"
    assert judged(tmp_path, ALSO, metrics=pages).findings[0].message == "4 pages"


NEEDS = """
    check: {fact: {kind: indemnity_uncapped, where: {value: true}}}
    needs: [contract_terms]
    bands: {critical: any}
    basis: {critical: judgement}
    says: s
"""


PHRASES_ANY = """
    check: {phrases: {any_of: [carrier pigeons?]}}
    bands: {low: any}
    basis: {low: judgement}
    says: s
"""


def of_role(text: str, role: Role) -> Tender:
    builder = Builder("one.txt", "text", "0")
    builder.block(BlockKind.PARAGRAPH, text)
    read = builder.document("en")
    return Tender("t", (replace(read, blocks=tuple(replace(block, role=role) for block in read.blocks)),))


def test_a_clause_not_found_is_no_pass_where_no_contract_was_read(tmp_path: Path) -> None:
    reason = judged(tmp_path, NEEDS, of_role("A notice.", Role.NOTICE)).not_assessed[0].reason
    assert reason == "the documents hold no contract terms"
    assert judged(tmp_path, NEEDS, of_role("A notice.", Role.CONTRACT_TERMS)).passed == ("one",)
    assert judged(tmp_path, NEEDS, of_role("A notice.", Role.UNKNOWN)).passed == ("one",)


def test_nothing_is_missing_where_it_needn_t_stand(tmp_path: Path) -> None:
    body = MISSING.replace("        matters: {facts: [turnover_requirement]}\n", "    needs: [instructions, notice]\n")
    assert judged(tmp_path, body, of_role("Send a bid.", Role.INSTRUCTIONS)).findings
    alone = judged(tmp_path, body, of_role("Each schedule binds.", Role.CONTRACT_TERMS))
    assert not alone.findings
    assert alone.not_assessed[0].reason == "the documents hold no invitation to bid"


@pytest.mark.parametrize(
    ("role", "reason"), [(Role.GUIDANCE, "this tells how to buy"), (Role.AWARD_NOTICE, "this tells of a contract")]
)
def test_what_is_no_tender_is_judged_by_no_rule(tmp_path: Path, role: Role, reason: str) -> None:
    found = judged(tmp_path, PHRASES_ANY, of_role("Bids by carrier pigeon only.", role))
    assert found.is_empty
    assert found.not_assessed[0].reason.startswith(reason)


def test_guidance_in_a_pack_demands_nothing_and_still_says_what_would_be_missing(tmp_path: Path) -> None:
    pack = Tender(
        "t",
        (
            *of_role("Bids by carrier pigeon only. The budget is £5 for two years.", Role.GUIDANCE).documents,
            *of_role("Send a bid.", Role.INSTRUCTIONS).documents,
        ),
    )
    assert not judged(tmp_path, PHRASES_ANY, pack).findings
    body = MISSING.replace("        matters: {facts: [turnover_requirement]}\n", "")
    assert judged(tmp_path, body, pack).passed == ("one",)


@given(st.text(alphabet="paid when İı\n", max_size=60))
def test_searching_finds_what_the_pattern_finds(text: str) -> None:
    builder = Builder("itt.txt", "text", "0")
    builder.block(BlockKind.PARAGRAPH, text)
    document = builder.document("en")
    phrase = Phrase("paid when paid")
    found = [one.span.start for one in Searchable(document).find((phrase,), ALL_SAID)]
    assert found == [match.start() for match in phrase.pattern.compiled.finditer(document.text)]


def test_a_part_of_a_message_is_said_only_where_its_measure_counts(tmp_path: Path) -> None:
    told = LEVEL.replace('"{value} pages"', '"{value} pages[?, {questions|no} questions][?, {attachments|no} papers]"')
    counted = (Metric("pages", 31), Metric("questions", 4), Metric("attachments", 0))
    assert judged(tmp_path, told, metrics=counted).findings[0].message == "31 pages, 4 questions"


LEAST = """\
    check:
      least:
        of: tender_window_days
        since: dates.issued
        signals: {open: {any_of: [open procedure]}, urgent: {any_of: [urgent]}}
        rows:
          - {where: [open, urgent], least: 15}
          - {where: [open], least: 30}
        otherwise: it doesn't say that its procedure is open
    bands: {high: "< 0"}
    basis: {high: judgement}
    says: "{value}, {short} short of {least}, until {until}"
"""
TEN_DAYS = (fact("publication_or_issue_date", value=date(2026, 3, 2)), fact("tender_deadline", value=date(2026, 3, 12)))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("An open procedure.", "10 days, 20 days short of 30 days, until 1 April 2026"),
        ("An open procedure, and urgent.", "10 days, 5 days short of 15 days, until 17 March 2026"),
    ],
)
def test_least_tells_how_many_days_are_missing_and_the_first_day_that_is_late_enough(
    tmp_path: Path, words: str, told: str
) -> None:
    assert judged(tmp_path, LEAST, tender(words), TEN_DAYS).findings[0].message == told


def test_least_is_not_judged_where_no_row_holds(tmp_path: Path) -> None:
    verdict = judged(tmp_path, LEAST, tender("A dialogue."), TEN_DAYS)
    assert [one.reason for one in verdict.not_assessed] == ["it doesn't say that its procedure is open"]


def test_least_must_say_why_nothing_is_judged_where_no_row_holds(tmp_path: Path) -> None:
    without = LEAST.replace("        otherwise: it doesn't say that its procedure is open\n", "")
    with pytest.raises(PackError, match="the last row must hold without a signal, or 'otherwise' must say why"):
        judged(tmp_path, without)


def test_least_set_by_a_law_that_is_not_known_here_is_told_so(tmp_path: Path) -> None:
    body = LEAST.replace("least: 30", "least: law.open_period.electronic")
    asked = judged(tmp_path, body, tender("A dialogue."), TEN_DAYS)
    assert "--regime" in asked.not_assessed[0].reason
    nowhere = judged(tmp_path, body, tender("A dialogue."), TEN_DAYS, setting=replace(SETTING, regime="psr"))
    assert nowhere.not_assessed == nowhere.findings == ()

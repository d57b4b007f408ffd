"""Notices: fields in words at their JSON paths, and the facts that they state."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procure_audit.model import Document, Role, UnreadableError, Value
from procure_audit.readers.ocds import read
from procure_audit.readers.ocds.parse import parsed
from procure_audit.readers.ocds.words import cleaned, moment

REPEATED = "Bidders must show a yearly income of 90,000 GBP in each of two years."


def release(**tender: Any) -> dict[str, Any]:
    return {
        "ocid": "ocds-r6ebe6-0000000001",
        "date": "2026-03-02T00:00:00Z",
        "tag": ["tender"],
        "buyer": {"name": "Glen Council"},
        "parties": [
            {
                "roles": ["buyer"],
                "address": {"region": "UKM65"},
                "details": {"classifications": [{"scheme": "TED_CA_TYPE", "id": "Regional or local authority"}]},
            }
        ],
        "tender": {"title": "Lunch clubs", **tender},
    }


def document_of(found: Any) -> Document:
    return read(json.dumps(found).encode(), "notice.json")


def facts(document: Document) -> dict[str, list[tuple[dict[str, Value], str | None]]]:
    found: dict[str, list[tuple[dict[str, Value], str | None]]] = {}
    for fact in document.stated:
        found.setdefault(fact.kind, []).append((dict(fact.values), fact.places[0].path))
    return found


def lines(document: Document) -> dict[str, str]:
    return {document.quote(block.span): block.path for block in document.blocks if block.path}


FULL = release(
    description="<p>Meals &amp; company for older people.</p><p>Cost: Â£5 a head.</p>",
    value={"amount": 250000, "amountGross": 300000, "currency": "GBP"},
    tenderPeriod={"endDate": "2026-04-01T12:00:00Z"},
    enquiryPeriod={"endDate": "2026-03-20"},
    legalBasis={"scheme": "CELEX", "id": "32014L0024"},
    selectionCriteria={
        "criteria": [{"type": "economic", "description": REPEATED}, {"type": "technical", "minimum": REPEATED}]
    },
    contractTerms={"performanceTerms": REPEATED},
    lots=[
        {
            "id": "1",
            "title": "North",
            "value": {"amount": 100000, "currency": "AED"},
            "contractPeriod": {"durationInDays": 1080},
            "awardCriteria": {
                "criteria": [
                    {"type": "quality", "name": "Method", "description": "60"},
                    {"type": "price", "description": "40%"},
                ]
            },
            "suitability": {"sme": True, "vcse": False},
        },
        {"id": "2", "title": "South", "contractPeriod": {"durationInDays": 1080}},
    ],
)


def test_fields_are_told_in_words_at_their_paths() -> None:
    told = lines(document_of(FULL))
    assert told["Contract value: 250,000 GBP"] == "tender.value.amount"
    assert told["Closing date for tenders: 1 April 2026 at 12:00"] == "tender.tenderPeriod.endDate"
    assert told["Meals & company for older people."] == "tender.description"
    assert told["Cost: £5 a head."] == "tender.description"
    assert told["Contract value: 100,000 GBP"] == "tender.lots[0].value.amount"
    assert told["Number of lots: 2"] == "tender.lots"
    assert told["Quality: method: 60"] == "tender.lots[0].awardCriteria.criteria[0].description"


def test_a_paragraph_in_several_fields_is_told_once() -> None:
    document = document_of(FULL)
    assert document.text.count(REPEATED) == 1
    block = next(block for block in document.blocks if REPEATED in document.quote(block.span))
    assert [document.quote(heading.span) for heading in document.headings(block)][1:] == [
        "Selection criteria",
        "Economic and financial standing",
    ]


def test_the_facts_that_fields_state() -> None:
    assert facts(document_of(FULL)) == {
        "jurisdiction": [({"value": "scotland"}, "parties[0].address.region")],
        "regime": [({"value": "above-threshold"}, "tender.legalBasis.id")],
        "authority_kind": [({"value": "sub_central"}, "parties[0].details.classifications[0].id")],
        "tender_deadline": [({"value": datetime(2026, 4, 1, 12, 0)}, "tender.tenderPeriod.endDate")],
        "clarification_deadline": [({"value": date(2026, 3, 20)}, "tender.enquiryPeriod.endDate")],
        "publication_or_issue_date": [({"value": date(2026, 3, 2)}, "date")],
        "contract_value": [
            ({"amount": 250000, "currency": "GBP", "period": "total", "vat": "excluded"}, "tender.value.amount"),
        ],
        "lot_value": [
            ({"amount": 100000, "currency": "GBP", "period": "total", "lot": "1"}, "tender.lots[0].value.amount"),
        ],
        "lots": [({"count": 2}, "tender.lots")],
        "contract_length_months": [({"value": 36}, "tender.lots[0].contractPeriod.durationInDays")],
        "suitable_for": [({"sme": True, "vcse": False, "lot": "1"}, "tender.lots[0].suitability.sme")],
        "quality_price_weights": [({"value": "60/40"}, "tender.lots[0].awardCriteria.criteria[0].description")],
    }


def test_a_region_that_names_no_nation_leaves_it_to_the_portal() -> None:
    buyer = {**FULL["parties"][0], "address": {"region": "UK"}}
    notice = {**FULL, "ocid": "ocds-kuma6s-1", "parties": [buyer]}
    assert facts(document_of(notice))["jurisdiction"] == [({"value": "wales"}, "ocid")]


def test_an_award_demands_nothing() -> None:
    award = {**FULL, "tag": ["award", "contract"], "awards": [{"id": "1", "value": {"amount": 5, "currency": "GBP"}}]}
    document = document_of(award)
    assert set(facts(document)) == {"jurisdiction", "regime", "authority_kind"}
    assert document.quote(document.blocks[0].span) == "Award notice"
    assert document.blocks[0].role is Role.AWARD_NOTICE


def test_one_lot_is_no_division_and_its_value_is_the_tender_s() -> None:
    lot = {"id": "1", "value": {"amount": 9, "currency": "GBP"}, "contractPeriod": {"startDate": "2026-05-01"}}
    stated = facts(document_of(release(lots=[lot])))
    assert stated["lots"] == [({"count": 0}, "tender.lots")]
    assert lines(document_of(release(lots=[lot])))["Lots: not divided into lots"] == "tender.lots"
    assert stated["contract_value"] == [
        ({"amount": 9, "currency": "GBP", "period": "total"}, "tender.lots[0].value.amount")
    ]
    assert stated["contract_start"] == [({"value": date(2026, 5, 1)}, "tender.lots[0].contractPeriod.startDate")]


def test_without_a_worth_of_the_whole_that_of_a_lot_is_all_there_is() -> None:
    lots = [{"id": name, "value": {"amount": 9, "currency": "GBP"}} for name in ("1", "2")]
    assert [values["lot"] for values, _ in facts(document_of(release(lots=lots)))["contract_value"]] == ["1", "2"]


def test_a_range_of_values() -> None:
    stated = facts(document_of(release(value={"amount": 150, "currency": "GBP"}, minValue={"amount": 140})))
    assert stated["contract_value"][0][0] == {
        "amount": 150,
        "currency": "GBP",
        "period": "total",
        "minimum": 140,
        "maximum": 150,
    }


def test_zero_means_not_given() -> None:
    assert "contract_value" not in facts(document_of(release(value={"amount": 0, "currency": "GBP"})))


@pytest.mark.parametrize(
    ("period", "months"),
    [
        ({"startDate": "2026-04-01T00:00:00+01:00", "endDate": "2029-03-31T23:59:59+01:00"}, 36),
        ({"startDate": "2026-04-01", "endDate": "2027-04-01"}, 12),
        ({"durationInDays": 365}, 12),
        ({"durationInDays": 1320}, 44),
        ({"durationInDays": 1095}, 36),
    ],
)
def test_lengths_in_months(period: dict[str, Any], months: int) -> None:
    stated = facts(document_of(release(lots=[{"id": "1", "contractPeriod": period}])))
    assert stated["contract_length_months"][0][0] == {"value": months}


@pytest.mark.parametrize("wrap", ["releases", "records"])
def test_packages_lead_their_paths(wrap: str) -> None:
    found = {wrap: [FULL]} if wrap == "releases" else {wrap: [{"ocid": "x", "compiledRelease": FULL}]}
    root = "releases[0]" if wrap == "releases" else "records[0].compiledRelease"
    document = document_of(found)
    assert lines(document)["Contract value: 250,000 GBP"] == f"{root}.tender.value.amount"
    assert facts(document)["tender_deadline"][0][1] == f"{root}.tender.tenderPeriod.endDate"


def test_the_latest_release_of_a_process_counts() -> None:
    update = {**release(tenderPeriod={"endDate": "2026-05-01T12:00:00Z"}), "date": "2026-03-20T00:00:00Z"}
    stated = facts(document_of({"releases": [update, FULL]}))
    assert stated["tender_deadline"] == [
        ({"value": datetime(2026, 5, 1, 12, 0)}, "releases[0].tender.tenderPeriod.endDate")
    ]


def test_several_procurements_in_one_file_are_noted() -> None:
    document = document_of({"releases": [FULL, {**FULL, "ocid": "ocds-r6ebe6-0000000002"}]})
    assert document.notes == ("holds notices of 2 procurements, told here as one",)


def test_defects_of_published_json_pass() -> None:
    text = json.dumps(
        release(value={"amount": 77777, "currency": "GBP"}, lotDetails={"maximumLotsBidPerSupplier": 88888})
    )
    broken = text.replace("77777", " 000,").replace("000,,", "000,").replace("88888", "1e9999")
    document = read(broken.encode("cp1252"), "notice.json")
    assert document.quote(document.blocks[0].span) == "Contract notice"


def test_half_a_character_costs_no_notice() -> None:
    assert parsed(rb'["Care \ud800", "\ud83d\ude00 and \ude00", "\\ud800"]') == [
        "Care ?",
        "\N{GRINNING FACE} and ?",
        "\\ud800",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"name": "a package", "version": 1}', "it is JSON but no notice: an object with 'name', 'version'"),
        (b'["a"]', "it is JSON but no notice: a list of other things"),
        (b'{"releases": []}', "it is a package without a release in it"),
        (b'{"ocid": "x", ', "it is broken JSON"),
    ],
)
def test_what_is_no_notice_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, "notice.json")
    assert caught.value.reason.startswith(says)
    assert caught.value.advice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Â£5 â€“ net", "£5 – net"),
        ("it&amp;#39;s", "it's"),
        ("one<br/>two<p class='x'>three</p>", "one\ntwo\nthree\n"),
        ("a < b and c > d", "a < b and c > d"),
        ("Âr y môr", "Âr y môr"),
    ],
)
def test_words_are_mended(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-04-01T12:00:00+01:00", datetime(2026, 4, 1, 12, 0)),
        ("2026-04-01", date(2026, 4, 1)),
        ("2026-04-01T00:00:00Z", date(2026, 4, 1)),
        ("2026-13-45", None),
        ("soon", None),
        (None, None),
    ],
)
def test_moments(value: object, expected: object) -> None:
    assert moment(value) == expected


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "amount", "value"]), inner),
    max_leaves=4,
)
FIELDS = st.dictionaries(
    st.sampled_from(
        ["value", "minValue", "lots", "tenderPeriod", "suitability", "selectionCriteria", "title", "description"]
    ),
    JUNK,
)


@given(FIELDS, JUNK, JUNK)
@settings(max_examples=80)
def test_fields_of_any_wrong_type_pass(tender: dict[str, Any], parties: Any, tag: Any) -> None:
    document = document_of({**release(), "parties": parties, "tag": tag, "tender": {"title": "x", **tender}})
    assert document.blocks


def test_every_published_notice_is_read(shared: Any) -> None:
    paths = sorted((shared / "notices").glob("*/*.json"))
    assert len(paths) > 200
    for path in paths[::7]:
        assert read(path.read_bytes(), path.name).stated

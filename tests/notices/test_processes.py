"""Releases sorted into procurements, and what a list says of each."""

from __future__ import annotations

from pathlib import Path

from procure_audit.model import Unread
from procure_audit.notices.found import Published, published
from procure_audit.notices.gathered import Process, processes
from procure_audit.notices.listing import Listing, listing_of

NOTICES = Path(__file__).parents[1] / "fixtures" / "notices"


def found() -> dict[str, Process]:
    return {one.ocid: one for one in processes(published(str(NOTICES))) if isinstance(one, Process)}


def test_each_procurement_comes_once_after_what_could_not_be_read() -> None:
    outcomes = list(processes(published(str(NOTICES))))
    assert isinstance(outcomes[0], Unread) and outcomes[0].path == "later.jsonl:4"
    assert [one.ocid for one in outcomes[1:] if isinstance(one, Process)] == [f"ocds-example-{n}" for n in (1, 2, 3)]
    assert found()["ocds-example-1"].places == ("day.json releases[0]", "later.jsonl:1")


def test_the_latest_release_counts_and_the_rest_stays() -> None:
    listing = listing_of(found()["ocds-example-1"].release)
    assert listing == Listing(
        title="Befriending for older people",
        buyer="Northmoor County Council",
        stage="tender",
        published="2026-03-10T09:00:00",
        deadline="2026-04-27T12:00:00",
        value=90000,
        currency="GBP",
        category="85320000",
        category_name="Social services",
        region="UKC2",
        suitable_sme=True,
        suitable_vcse=True,
        url="https://example.org/itt.pdf",
        documents=("https://example.org/itt.pdf",),
    )


def test_a_plan_is_no_tender_and_a_sum_of_a_penny_is_none() -> None:
    assert listing_of(found()["ocds-example-2"].release).stage == "planning"
    grass = listing_of(found()["ocds-example-3"].release)
    assert (grass.value, grass.deadline) == (None, "2026-04-30")


def test_a_release_without_ocid_is_a_procurement_of_its_own() -> None:
    some = [Published({"tender": {"title": str(n)}, "ocid": None}, f"a.json [{n}]") for n in range(2)]
    assert [one.ocid for one in processes(some) if isinstance(one, Process)] == ["a.json [0]", "a.json [1]"]


def test_pages_of_the_services_follow_from_their_numbers() -> None:
    guid = "a84b5103-785a-4eca-8298-e72f277a270f"
    assert listing_of({"ocid": "ocds-h6vhtk-0", "id": "000123-2026"}).url.endswith("/Notice/000123-2026")
    assert listing_of({"ocid": "ocds-b5fd17-0", "id": f"{guid}-2"}).url.endswith(f"/Notice/{guid}")
    assert listing_of({"ocid": "x", "tender": {"documents": [{"id": "1", "url": "javascript:alert(1)"}]}}).url == ""


def test_odd_fields_break_nothing() -> None:
    assert listing_of({"tender": [], "parties": {"a": 1}, "buyer": "no object", "tag": None}) == Listing(currency="GBP")

"""Releases of one procurement merge as the standard says; the order in which files are found doesn't matter."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from procure_audit.notices.merge import merged

FIRST = {
    "ocid": "o",
    "id": "1",
    "date": "2026-01-01",
    "tag": ["tender"],
    "tender": {"title": "A", "lots": [{"id": "1", "title": "One"}]},
}
UPDATE = {
    "ocid": "o",
    "id": "2",
    "date": "2026-02-01",
    "tag": ["tenderUpdate"],
    "tender": {"title": None, "lots": [{"id": "1", "value": {"amount": 5}}, {"id": "2"}]},
}
AWARD = {"ocid": "o", "id": "3", "date": "2026-03-01", "tag": ["award"], "awards": [{"id": "a", "status": "active"}]}

KEYS = st.sampled_from(["title", "lots", "value", "note"])
LEAVES = st.none() | st.integers() | st.text(max_size=3)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.dictionaries(KEYS, inner, max_size=3)
        | st.lists(inner, max_size=2)
        | st.lists(st.builds(lambda number, more: {"id": number, "more": more}, st.integers(0, 2), inner), max_size=3)
    ),
    max_leaves=8,
)
RELEASES = st.lists(st.dictionaries(KEYS, VALUES, max_size=3), max_size=4)


def test_an_update_changes_only_what_it_holds() -> None:
    state = merged([FIRST, UPDATE])
    assert state["tender"] == {"lots": [{"id": "1", "title": "One", "value": {"amount": 5}}, {"id": "2"}]}
    assert state["date"] == "2026-02-01" and state["tag"] == ["tender", "tenderUpdate"]


def test_the_order_of_files_does_not_matter() -> None:
    states = [merged(some) for some in permutations([FIRST, UPDATE, AWARD])]
    assert all(state == states[0] for state in states)
    assert states[0]["tag"] == ["tender", "tenderUpdate", "award"]


def test_a_release_that_comes_twice_counts_once() -> None:
    corrected = FIRST | {"tender": {"title": "B"}}
    assert merged([FIRST, UPDATE, corrected])["tender"]["lots"] == [{"id": "1", "value": {"amount": 5}}, {"id": "2"}]


def test_lists_without_ids_are_replaced() -> None:
    assert merged([{"date": "1", "lots": [1, 2]}, {"date": "2", "lots": [3]}]) == {"date": "2", "lots": [3]}


@given(RELEASES)
def test_nothing_breaks_it_and_merging_again_changes_nothing(releases: list[dict[str, object]]) -> None:
    state = merged(releases)
    assert merged([state]) == merged([merged([state])])

"""The check `present` on its own, and the measures of whole invitations and of files."""

from __future__ import annotations

from datetime import date

import pytest

from procure_audit.model import BlockKind, Confidence, Document, Metric, Properties, Setting, Tender, fact
from procure_audit.readers.build import Builder
from procure_audit.rules.case import Case
from procure_audit.rules.checks.present import Present
from procure_audit.rules.measures import MEASURES
from procure_audit.rules.reading import Lack, Observation, Reading
from procure_audit.rules.search import Phrase

SETTING = Setting("england", "unknown", "unknown", date(2026, 6, 1), "test")


def document(*texts: str, path: str = "a.docx", hidden: str = "", **properties: object) -> Document:
    builder = Builder(path, path.rpartition(".")[2], "0", Properties(**properties))  # type: ignore[arg-type]
    for text in texts:
        builder.block(BlockKind.PARAGRAPH, text)
    builder.block(BlockKind.PARAGRAPH, hidden, hidden=True)
    return builder.document("en")


def case(*documents: Document, metrics: tuple[Metric, ...] = (), deadline: bool = False) -> Case:
    facts = (fact("tender_deadline", value=date(2026, 5, 3)),) if deadline else ()
    return Case(Tender("t", documents), facts, metrics, SETTING, "GBP", MEASURES)


def test_groups_are_counted_once_each_and_named() -> None:
    check = Present(
        groups={"hats": ["hard hats?"], "cards": ["CSCS cards?"], "plant": ["plant"]},
        unless=("not needed",),
        sure="medium",
    )
    seen = check.look(case(document("Hard hats. A hard hat. CSCS cards. Plant is not needed.")))
    assert isinstance(seen, Observation)
    assert (seen.number, seen.words["there"], seen.confidence) == (2, "hats and cards", Confidence.MEDIUM)
    assert [place.quote for place in seen.places] == ["Hard hats.", "A hard hat.", "CSCS cards."]
    assert isinstance(check.look(case(document("Plant is not needed."))), Lack)


@pytest.mark.parametrize("text", ["helpdesk", "help desk", "help  desk"])
def test_a_blank_may_be_optional_in_a_pattern(text: str) -> None:
    assert Phrase("help ?desk").pattern.fullmatch(text)
    assert not Phrase("help ?desk").pattern.fullmatch("help-desk")


@pytest.mark.parametrize(
    ("parts", "notes", "deadline", "reason"),
    [
        (3, (), True, ""),
        (3, (), False, "missing: the day when bids are due"),
        (2, ("what is wanted",), True, "missing: what is wanted"),
        (None, (), True, "may be said elsewhere"),
    ],
)
def test_a_whole_invitation_has_all_parts_and_a_deadline(
    parts: int | None, notes: tuple[str, ...], deadline: bool, reason: str
) -> None:
    metrics = () if parts is None else (Metric("invitation_parts", parts, notes=notes),)
    seen = case(metrics=metrics, deadline=deadline).look("tender.whole")
    assert seen == Reading(1) if not reason else isinstance(seen, Lack) and seen.reason.endswith(reason)


def test_what_files_hold_that_is_not_finished_is_counted() -> None:
    looked = case(
        document("A.", hidden="B.", comments_open=2, tables_without_heading=1),
        document("A.", path="b.pdf", comments_open=1, changes_tracked=4),
    )

    def number(name: str) -> float | None:
        seen = looked.look(f"files.{name}")
        return seen.value if isinstance(seen, Reading) else None

    assert [number(name) for name in ("comments", "changes", "hidden_places", "bare_tables", "editable")] == [
        3,
        4,
        1,
        1,
        1,
    ]
    places = looked.look("files.changes")
    assert isinstance(places, Reading)
    assert [place.document for place in places.places] == ["b.pdf"]
    for name in ("comments", "hidden_places", "bare_tables"):
        assert isinstance(case().look(f"files.{name}"), Lack)

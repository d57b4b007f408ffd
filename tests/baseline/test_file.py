"""The file of a baseline: the same bytes for the same thing, read back whole, and told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.baseline import Baseline, BaselineFile, KnownFinding, KnownTender, read_baseline, written
from procure_audit.model import CallError, Passage, Severity

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
FINDING = st.builds(
    KnownFinding, TEXT, st.sampled_from(Severity), st.lists(st.builds(Passage, TEXT, TEXT, TEXT, TEXT)).map(tuple)
)
TENDER = st.builds(
    KnownTender,
    TEXT,
    TEXT,
    st.integers(0, 100),
    TEXT,
    st.lists(TEXT).map(tuple),
    st.lists(FINDING, max_size=3).map(tuple),
)


@given(st.lists(TENDER, max_size=3).map(tuple))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, tenders: tuple[KnownTender, ...]
) -> None:
    path = tmp_path_factory.getbasetemp() / "known.json"
    path.write_text(written(Baseline(tenders)), encoding="utf-8")
    assert read_baseline(path).baseline == Baseline(tenders)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "truncated"),
        ("<<<<<<< ours\n", "malformed"),
        ("[]", "Expected `object`"),
        ('{"schema": "procure-audit/baseline/2", "tenders": []}', "$.schema"),
        ('{"schema": "procure-audit/baseline/1"}', "tenders"),
        ('{"schema": "procure-audit/baseline/1", "tenders": [{"path": 3}]}', "$.tenders[0].path"),
        ('{"schema": "procure-audit/baseline/1", "tenders": [], "extra": 1}', "extra"),
    ],
)
def test_a_broken_file_is_told_where_it_is_wrong(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CallError, match=r"known\.json is no baseline") as told:
        read_baseline(path)
    assert words in str(told.value) and "baseline create" in str(told.value)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="baseline create makes one"):
        read_baseline(tmp_path / "none.json")


def test_a_tender_has_the_same_name_wherever_the_call_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tenders" / "care").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert BaselineFile(Path("known.json"), Baseline()).key("tenders/care") == "tenders/care"
    monkeypatch.chdir(tmp_path / "tenders")
    assert BaselineFile(Path("../known.json"), Baseline()).key("care") == "tenders/care"
    monkeypatch.chdir(tmp_path / "tenders" / "care")
    assert BaselineFile(tmp_path / "known.json", Baseline()).key("") == "tenders/care"
    assert BaselineFile(Path("known.json"), Baseline()).key("-") == "-"

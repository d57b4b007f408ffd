"""`baseline` and the gate that holds on to it, as a user meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TERMS = """\
# Invitation to tender

1. Bidders must have a minimum annual turnover of £500,000.

2. The Provider shall hold public liability insurance of £10 million for each claim.

3. Payment will be made within 60 days of a valid invoice.
"""
RENUMBERED = TERMS.replace("3. Pay", "4. Pay").replace("2. The", "3. The").replace("1. Bid", "1. Welcome.\n\n2. Bid")


class Place:
    """A tender in a folder of its own, and a baseline beside it."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.tender, self.file, self._run = folder / "care", folder / "known.json", run
        self.tender.mkdir()
        self.write(TERMS)

    def write(self, text: str, name: str = "itt.md") -> None:
        (self.tender / name).write_text(text, encoding="utf-8")

    def baseline(self, command: str, *more: str) -> Any:
        paths = [] if command == "show" else [str(self.tender)]
        return self._run("baseline", command, *paths, "--baseline", str(self.file), *more)

    def check(self, *more: str) -> Any:
        return self._run("check", str(self.tender), "--baseline", str(self.file), "--fail-on", "low", *more)

    def statuses(self) -> dict[str, str]:
        told = json.loads(self.check("-f", "json").out)
        return {one["rule"]: one["status"] for one in told["findings"]}


@pytest.fixture
def place(tmp_path: Path, procure_audit: Run) -> Place:
    return Place(tmp_path, procure_audit)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, procure_audit: Run) -> Place:
    """One with a baseline, for several drafts."""
    made = Place(tmp_path_factory.mktemp("begun"), procure_audit)
    assert made.baseline("create").code == 0
    return made


def test_what_is_known_is_told_and_passes(place: Place) -> None:
    made = place.baseline("create")
    assert (made.code, made.err) == (0, "")
    assert made.out.splitlines()[-1] == f"wrote {place.file}"
    done = place.check("--ratchet")
    assert (done.code, done.err) == (0, "")
    told = " ".join(done.out.split())
    assert "No barrier is open." in told and "Known before" in told
    assert "high: A fixed minimum turnover (itt.md, clause 1); rule turnover-absolute" in told
    assert {*place.statuses().values()} == {"known"}


MARKS = {
    "text": "Known before",
    "json": '"known"',
    "html": "What was known before",
    "markdown": "What was known before",
    "sarif": '"unchanged"',
    "junit": "Known: it stands in the baseline.",
    "gitlab": "Known: it stands in the baseline.",
    "csv": ",known,",
    "github": "5 known or accepted",
}


def test_every_format_tells_what_is_known(place: Place, tmp_path: Path) -> None:
    place.baseline("create")
    place.check("-q", *(part for name in MARKS for part in ("-o", f"{name}={tmp_path / name}")))
    for name, mark in MARKS.items():
        told = (tmp_path / name).read_text(encoding="utf-8")
        assert mark in told, name
        assert name == "github" or "A fixed minimum turnover" in told, name


def test_the_file_keeps_words_and_no_pages(place: Place) -> None:
    place.baseline("create")
    told = json.loads(place.file.read_text(encoding="utf-8"))
    assert (told["schema"], [one["path"] for one in told["tenders"]]) == ("procure-audit/baseline/1", ["care"])
    found = {one["rule"]: one for one in told["tenders"][0]["findings"]}
    assert list(found) == sorted(found)
    assert found["turnover-absolute"] == {
        "rule": "turnover-absolute",
        "severity": "high",
        "places": [
            {
                "document": "itt.md",
                "clause": "1",
                "quote": "Bidders must have a minimum annual turnover of £500,000.",
            }
        ],
    }


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        (TERMS.replace("# Invitation", "# A new page\n\nAbout us.\n\n# Invitation"), set()),
        (RENUMBERED, set()),
        (TERMS.replace("£10 million", "£20 million"), {"public-liability-level"}),
        (TERMS.replace("60 days", "90 days"), {"payment-over-30-days"}),
    ],
)
def test_what_a_new_draft_opens(text: str, opened: set[str], begun: Place) -> None:
    begun.write(text)
    assert {rule for rule, status in begun.statuses().items() if status == "open"} == opened


def test_a_renamed_document_is_known(place: Place) -> None:
    place.baseline("create")
    (place.tender / "itt.md").rename(place.tender / "Invitation v2 FINAL.md")
    assert {*place.statuses().values()} == {"known"}


def test_an_update_tells_what_came_went_and_changed(place: Place) -> None:
    place.baseline("create")
    other = TERMS.replace("60 days", "90 days").replace("£10 million", "£1 million")
    place.write(f"{other}\n4. The Provider's liability is unlimited.\n")
    done = place.check()
    assert done.code == 1
    assert "public-liability-level: this known finding is gone" in " ".join(done.out.split())
    done = place.baseline("update")
    lines = [line.strip() for line in done.out.splitlines()]
    assert {"gone: public-liability-level", "changed: payment-over-30-days", "new: unlimited-liability"} <= {*lines}
    assert done.code == 0 and place.check("--ratchet").code == 0


def test_what_is_gone_cannot_come_back_after_an_update(place: Place) -> None:
    place.baseline("create")
    place.write(TERMS.replace("60 days", "14 days"))
    place.baseline("update")
    place.write(TERMS)
    assert place.statuses()["payment-over-30-days"] == "open"


def test_a_ratchet_fails_for_a_lower_score_and_no_lower_wish(place: Place) -> None:
    place.baseline("create")
    told = json.loads(place.file.read_text(encoding="utf-8"))
    score = told["tenders"][0]["score"]
    assert place.check("--fail-under", str(score + 1)).code == 1
    assert place.check("--fail-under", str(score + 1), "--ratchet").code == 0, "the score of the baseline holds"
    told["tenders"][0]["score"] = score + 1
    place.file.write_text(json.dumps(told), encoding="utf-8")
    assert place.check().code == 0
    assert place.check("--ratchet").code == 1


def test_scores_of_other_packs_are_not_compared(place: Place) -> None:
    place.baseline("create")
    done = place.check("--ratchet", "--rules", "core")
    assert done.code == 2
    assert "can't be compared" in done.err and "baseline update" in done.err


def test_a_tender_that_is_not_in_the_baseline_has_the_usual_gate(place: Place, tmp_path: Path) -> None:
    place.baseline("create")
    place.tender.rename(tmp_path / "grounds")
    place.tender = tmp_path / "grounds"
    done = place.check("--ratchet")
    assert done.code == 1
    assert "This tender is not in the baseline" in " ".join(done.out.split())


def test_the_settings_may_name_the_baseline(place: Place, procure_audit: Run, tmp_path: Path) -> None:
    gate = "gate: {fail_on: low, baseline: known.json, ratchet: true}\n"
    (tmp_path / "procure-audit.yaml").write_text(gate, encoding="utf-8")
    done = procure_audit("check", str(place.tender), "-q")
    assert done.code == 2 and "there is no baseline" in done.err
    assert procure_audit("baseline", "create", str(place.tender)).code == 0
    assert place.file.is_file()
    assert procure_audit("check", str(place.tender), "-q").code == 0
    assert procure_audit("baseline", "update", str(place.tender)).code == 0


def test_what_is_accepted_is_not_known_and_is_open_when_its_time_is_up(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "procure-audit.yaml"
    excuse = "suppressions: [{rule: payment-over-30-days, reason: the framework sets it, until: %s}]\n"
    path.write_text(excuse % "2999-01-01", encoding="utf-8")
    place.baseline("create")
    assert place.statuses()["payment-over-30-days"] == "suppressed"
    path.write_text(excuse % "2020-01-01", encoding="utf-8")
    assert place.statuses()["payment-over-30-days"] == "open"


def test_a_baseline_is_never_written_over_and_never_half(place: Place, tmp_path: Path) -> None:
    assert place.baseline("create").code == 0
    before = place.file.read_bytes()
    again = place.baseline("create")
    assert (again.code, again.out) == (2, "") and "is there already" in again.err
    place.file = tmp_path / "none" / "known.json"
    assert "there is no folder" in place.baseline("create").err
    assert "baseline create makes one" in place.baseline("update").err
    place.file = Path("/dev/full")
    assert (place.baseline("create").code, (tmp_path / "known.json").read_bytes()) == (2, before)


def test_what_cannot_be_read_is_not_remembered_as_clean(place: Place) -> None:
    place.write("", "empty.pdf")
    done = place.baseline("create")
    assert done.code == 4
    assert "care: a part could not be read" in done.out
    assert place.file.is_file()
    (place.tender / "itt.md").unlink()
    done = place.baseline("update")
    assert (done.code, "wrote" in done.out) == (3, False)
    assert "care: not assessed" in done.out


def test_a_ratchet_without_a_baseline_is_a_wrong_call(place: Place, procure_audit: Run) -> None:
    done = procure_audit("check", str(place.tender), "--ratchet")
    assert (done.code, "give --baseline FILE" in done.err) == (2, True)


def test_a_broken_baseline_is_told(place: Place) -> None:
    place.file.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    done = place.check()
    assert done.code == 2
    assert f"{place.file} is no baseline" in done.err and "Traceback" not in done.err


def test_it_can_be_shown(place: Place) -> None:
    place.baseline("create")
    told = " ".join(place.baseline("show").out.split())
    words = "Bidders must have a minimum annual turnover of £500,000."
    assert f"high: turnover-absolute “{words}” (itt.md, clause 1)" in told


def test_each_file_of_a_tender_has_a_name_of_its_own(place: Place) -> None:
    place.write(TERMS, "other.md")
    place.write(TERMS + " \n", "itt.md")
    place.baseline("create", "--each")
    paths = [one["path"] for one in json.loads(place.file.read_text(encoding="utf-8"))["tenders"]]
    assert paths == ["care/itt.md", "care/other.md"]
    assert place.check("--each", "--ratchet").code == 0

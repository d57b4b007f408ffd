"""`--bidder` as a user meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def section(text: str) -> str:
    """What is told of who could bid."""
    return "Who could bid" + text.split("Who could bid")[1].split("What bidding costs")[0]


def test_one_bidder_is_told_in_full(procure_audit: Run, file_regression: Any) -> None:
    done = procure_audit("check", "examples/harsh", "--bidder", "small-250k", "--as-of", "2026-11-22")
    file_regression.check(section(done.out), encoding="utf-8", extension=".txt")
    assert max(map(len, section(done.out).splitlines())) <= 80


def test_a_bidder_of_ones_own_stands_beside_a_named_one(procure_audit: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("profile: mine\ntitle: Mine\nincome: 2000000\nstaff: 40\naccounts: audited\n", encoding="utf-8")
    call = ("check", "examples/harsh", "--bidder", str(mine), "--bidder", "small-100k", "-f", "json")
    told = json.loads(procure_audit(*call).out)["eligibility"]
    assert [one["profile"] for one in told] == ["mine", "small-100k"]
    assert [{"turnover-absolute", "audited-accounts-required"} & set(one["blocked_by"]) for one in told] == [
        set(),
        {"turnover-absolute", "audited-accounts-required"},
    ]


def test_the_demo_says_who_could_bid(procure_audit: Run) -> None:
    done = procure_audit("demo")
    assert done.code == 0
    assert "volunteer-30k" in section(done.out) and "About 92% of the charities" in section(done.out)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "did you mean 'small-250k'?"),
        (
            "profile: mine\ntitle: Mine\nincom: 3\nstaff: 1\n",
            "mine.yaml:3: unknown key 'incom'; did you mean 'income'?",
        ),
    ],
)
def test_a_wrong_bidder_is_told_before_anything_is_read(
    text: str | None, words: str, procure_audit: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text or "", encoding="utf-8")
    done = procure_audit("check", "examples/harsh", "--bidder", str(path) if text else "smal-250k")
    assert done.code == 2 and words in done.err and "Traceback" not in done.err
    assert done.out == ""

"""The formulas against the scores that other programs give for the same counts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from procure_audit.metrics.formulas import Counts, count, easy_words, reading


def test_formulas_agree_with_seven_other_programs(shared: Path) -> None:
    text = (shared / "readability" / "formula_truth.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    assert len(rows) == 203
    for row in rows:
        long, hard = row.get("polysillabicWord", 0), row.get("complexPolysillabicWord", 0)
        found = reading(Counts(row["sentence"], row["word"], row["syllable"], long, hard))
        assert found.flesch_reading_ease == pytest.approx(row["fre"], abs=1e-6)
        assert found.flesch_kincaid_grade == pytest.approx(row["fkg"], abs=1e-6)
        if "fog" in row:
            assert found.gunning_fog == pytest.approx(row["fog"], abs=1e-6)
        if found.smog is not None and "smog" in row:
            assert found.smog == pytest.approx(row["smog"], abs=1e-6)


def test_the_formulas_as_they_were_published() -> None:
    found = reading(Counts(sentences=10, words=200, syllables=300, long=30, hard=20))
    assert found.flesch_reading_ease == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert found.flesch_kincaid_grade == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert found.gunning_fog == pytest.approx(0.4 * (20 + 10))
    assert found.smog == pytest.approx(1.043 * 90**0.5 + 3.1291)


def test_smog_needs_three_sentences() -> None:
    assert reading(Counts(2, 100, 150, 10, 5)).smog is None


def test_counts_come_from_distinct_words() -> None:
    counts = count(Counter({"the": 3, "organisation": 2, "bid": 1, "everything": 1}), 2)
    assert counts == Counts(sentences=2, words=7, syllables=3 + 10 + 1 + 3, long=3, hard=2)
    assert "everything" in easy_words()


def test_loading_the_formulas_leaves_other_modules_alone() -> None:
    code = (
        "import sys, warnings; warnings.simplefilter('error')\n"
        "from procure_audit.metrics.formulas import Counts, reading\n"
        "reading(Counts(3, 9, 9, 0, 0))\n"
        "print([name for name in ('textstat', 'pkg_resources', 'pyphen', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")

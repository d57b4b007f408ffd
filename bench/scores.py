"""How the scores of many tenders spread: quartiles, a histogram and the grades, for docs/score-model.md.

    python bench/scores.py FOLDER... [--list] [--write docs/score-model.md]

Each folder of a FOLDER, and each file that stands in it by itself, is one tender; NAME=FOLDER names it in the tables.
A tender without a score (an award, a guide, a scan) is counted apart. Those of fewer than 1,500 words are left out, or
of fewer than N with FOLDER:N: a form by itself shows too little of a tender to compare it with others.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import quantiles

import figures

from procure_audit.audit import Context, audit
from procure_audit.cli.run import Known, context_of
from procure_audit.model import Report
from procure_audit.readers import read_tender
from procure_audit.rules import Pack
from procure_audit.rules.pack import load_pack

WIDTH = 10
LEAST_WORDS = 1500


@dataclass(frozen=True)
class Scored:
    """One tender: its path, words, score (None where it got none) and grade."""

    path: Path
    words: int
    score: int | None
    grade: str


def main() -> None:
    options = _options()
    sections = []
    for named in options.folder:
        name, _, place = named.rpartition("=")
        folder, _, least = place.partition(":")
        with ProcessPoolExecutor(options.jobs) as pool:
            found = list(pool.map(scored, tenders(Path(folder))))
        sections.append(_section(name or Path(folder).name, found, int(least or LEAST_WORDS)))
        if options.list:
            print(
                "\n".join(f"{_told(one)} {one.words:>7,} words  {one.path.name}" for one in sorted(found, key=_order))
            )
    text = "\n".join(sections)
    print(text)
    if options.write:
        figures.write(options.write, "scores.py", text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", help="a folder of tenders: FOLDER, NAME=FOLDER, or NAME=FOLDER:WORDS")
    parser.add_argument("--list", action="store_true", help="list every tender with its score, lowest first")
    parser.add_argument("--write", type=Path, help="a Markdown page whose block of figures is written anew")
    parser.add_argument("--jobs", type=int, default=2, help="tenders read at once")
    return parser.parse_args()


def tenders(folder: Path) -> Iterator[Path]:
    """Each folder that holds files, and each file beside folders, in order of name."""
    if not folder.is_dir():
        sys.exit(f"{folder} is no folder of tenders")
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not any(inner.is_file() for inner in path.iterdir()):
            yield from tenders(path)
        elif path.is_dir() or path.suffix in (".json", ".pdf", ".docx", ".odt"):
            yield path


@cache
def _tools() -> tuple[Pack, Context]:
    return load_pack(["uk"]), context_of(Known())


def scored(path: Path) -> Scored:
    report = audit(read_tender(str(path)), *_tools())
    score = report.score
    return Scored(path, _words(report), score.value if score else None, score.grade if score else "")


def _words(report: Report) -> int:
    return sum(document.words for document in report.understood.documents)


def _order(one: Scored) -> int:
    return -1 if one.score is None else one.score


def _told(one: Scored) -> str:
    return "  none" if one.score is None else f"{one.score:>4} {one.grade}"


def _section(name: str, found: Sequence[Scored], least: int) -> str:
    """The table of one folder as Markdown."""
    scores = [one.score for one in found if one.score is not None and one.words >= least]
    short = sum(one.score is not None and one.words < least for one in found)
    none = sum(one.score is None for one in found)
    if len(scores) < 2:
        return f"**{name}**: fewer than two tenders of {least:,} words\n"
    low, middle, high = (round(cut) for cut in quantiles(scores, n=4, method="inclusive"))
    lines = [
        f"**{name}**: {len(scores)} tenders of {least:,} words and more; {short} shorter ones and {none} without a "
        "score are left out",
        "",
        f"lowest {min(scores)}, a quarter below {low}, half below {middle}, a quarter above {high}, "
        f"highest {max(scores)}",
        "",
        "| score | tenders | |",
        "| --- | ---: | --- |",
    ]
    bins = Counter(min(score, 99) // WIDTH * WIDTH for score in scores)
    for start in range(0, 100, WIDTH):
        end = 100 if start + WIDTH == 100 else start + WIDTH - 1
        lines.append(f"| {start} to {end} | {bins[start]} | {'█' * bins[start]} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()

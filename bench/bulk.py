"""How many tenders and notices an hour: the work of `batch` and `notices` on copies of invented documents.

    python bench/bulk.py [--tenders 120] [--notices 1000] [--write docs/scale.md]

Each figure is one run of the command with a register of its own. CPU is what all its processes used together, which
changes less than the clock when the machine does other things as well. MB is the most memory that the first process
had, which lists tenders and writes the register (Linux).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import documents
import figures

TOOL = Path(sys.executable).with_name("procure-audit")
WORDS = 4 * documents.WORDS_A_PAGE
PAGES, LONG = 60, 40
"""Pages of a long tender, and how many of them there are."""
PDFS_BY_ONE, NOTICES_BY_ONE = f"PDF of {PAGES} pages, `-j 1`", "notices, `-j 1`"
"""Runs of one worker, each of which two then do again."""
PROSE, PROSE_OF_LONG = 80, 350
"""Words of a notice's description; in 213 real ones of Contracts Finder and Find a Tender they are 82 on average."""
PAUSE = 0.02  # seconds between two looks at the memory
LOOP = 3
"""Seconds for which loops run."""
ASSESSED = (0, 4)


@dataclass(frozen=True)
class Taken:
    """What a run of *count* tenders took, in seconds of the clock and of all processors, and megabytes."""

    name: str
    count: int
    seconds: float
    cpu: float
    megabytes: float

    @property
    def line(self) -> str:
        told = f"{self.seconds:.1f} | {self.cpu:.1f} | {self.count / self.seconds:.1f} | {self.cpu / self.count:.3f} | "
        told += f"{self.megabytes:.0f}"
        return f"| {self.name} | {self.count:,} | {told} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tenders", type=int, default=120)
    parser.add_argument("--notices", type=int, default=1000)
    parser.add_argument("--write", type=Path, help="a Markdown page whose block of figures is written anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        before = processors()
        taken = measured(Path(name), options.tenders, options.notices)
    after = processors()
    told = [
        "| run | tenders | seconds | CPU seconds | tenders a second | CPU seconds each | MB |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(one.line for one in taken),
        "",
        f"Two workers were {gained(taken, PDFS_BY_ONE):.2f} times as fast as one with PDFs, and",
        f"{gained(taken, NOTICES_BY_ONE):.2f} times with notices, the start of the workers included. Two endless",
        f"loops, which share nothing, had {before:.1f} processors just before these runs, and {after:.1f} just after.",
    ]
    print("\n".join(told))
    if options.write:
        figures.write(options.write, "bulk.py", "\n".join([*told, ""]))


def gained(taken: Sequence[Taken], by_one: str) -> float:
    """How many times as fast two workers were, whose run stands after that of one."""
    at = [one.name for one in taken].index(by_one)
    return taken[at].seconds / taken[at + 1].seconds


def measured(folder: Path, tenders: int, notices: int) -> list[Taken]:
    many, pdfs, db = tenders_in(folder / "tenders", tenders), pdfs_in(folder / "pdf"), folder / "two.db"
    listed = [notices_in(folder / f"{count}.jsonl", count) for count in (notices, 4 * notices)]
    long = notices_in(folder / "long.jsonl", notices, PROSE_OF_LONG)
    return [
        run(f"documents of {WORDS:,} words, `-j 1`", tenders, "batch", many, folder / "one.db", "-j", "1"),
        run("the same, `-j 2`", tenders, "batch", many, db, "-j", "2"),
        run("the same, only rules changed, `-j 2`", tenders, "batch", many, db, "-j", "2", *LESS),
        run("the same, nothing changed, `-j 2`", tenders, "batch", many, db, "-j", "2", *LESS),
        run(PDFS_BY_ONE, LONG, "batch", pdfs, folder / "pdf1.db", "-j", "1"),
        run("the same, `-j 2`", LONG, "batch", pdfs, folder / "pdf.db", "-j", "2"),
        run("the same, only rules changed, `-j 2`", LONG, "batch", pdfs, folder / "pdf.db", "-j", "2", *LESS),
        run(NOTICES_BY_ONE, notices, "notices", listed[0], folder / "notices1.db", "-j", "1"),
        run("notices, `-j 2`", notices, "notices", listed[0], folder / "notices2.db", "-j", "2"),
        run("four times as many, `-j 2`", 4 * notices, "notices", listed[1], folder / "more.db", "-j", "2"),
        run(f"with {PROSE_OF_LONG} words of prose, `-j 2`", notices, "notices", long, folder / "long.db", "-j", "2"),
    ]


def processors() -> float:
    """How many processors two endless loops get: the others are used by somebody else."""
    loop = f"import time\nend = time.perf_counter() + {LOOP}\nwhile time.perf_counter() < end: pass"
    before = used()
    running = [subprocess.Popen((sys.executable, "-c", loop)) for _ in range(2)]
    for process in running:
        process.wait()
    return (used() - before) / LOOP


LESS = ("--ignore", "reading-age-high")
"""Another choice of rules: all are judged anew, and no document is read again."""


def run(name: str, count: int, command: str, source: Path, register: Path, *options: str) -> Taken:
    call = (str(TOOL), command, str(source), "--register", str(register), "--no-progress", *options)
    before, began = used(), time.perf_counter()
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        most = 0.0
        while process.poll() is None:
            most = max(most, megabytes(process.pid))
            time.sleep(PAUSE)
        seconds, told = time.perf_counter() - began, process.communicate()[1]
    if process.returncode not in ASSESSED:
        raise SystemExit(f"{' '.join(call)} ended with {process.returncode}: {told}")
    return Taken(name, count, seconds, used() - before, most)


def megabytes(number: int) -> float:
    """The most memory that the process *number* has had so far; 0 where the system doesn't tell."""
    try:
        lines = Path(f"/proc/{number}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000


def used() -> float:
    """Processor seconds of all processes that this one started and that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def tenders_in(folder: Path, count: int) -> Path:
    """*count* tenders of one text each, all different."""
    for number in range(count):
        place = folder / f"{number:05}"
        place.mkdir(parents=True)
        text = "\n\n".join(words for _, words in documents.blocks(WORDS + number))
        (place / "invitation.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


def pdfs_in(folder: Path) -> Path:
    """Long tenders of one PDF each, no two alike."""
    for number in range(LONG):
        (folder / f"{number}").mkdir(parents=True)
        documents.write_pdf(folder / f"{number}" / "invitation.pdf", pages=PAGES - LONG // 2 + number)
    return folder


def notices_in(path: Path, count: int, words: int = PROSE) -> Path:
    """*count* tender notices as JSON lines, with descriptions of about so many *words*."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(notice(number, words)) + "\n")
    return path


def notice(number: int, words: int = PROSE) -> dict[str, object]:
    length = words * 3 // 4 + number % 50 * words // 100
    prose = " ".join(" ".join(words for _, words in documents.blocks(length)).split()[:length])
    tender = {
        "title": f"Lunch clubs {number}",
        "description": prose,
        "value": {"amount": 50_000 + number, "currency": "GBP"},
        "tenderPeriod": {"endDate": "2026-05-20T12:00:00Z"},
        "selectionCriteria": {"criteria": [{"description": f"A turnover of at least £{number + 1},000 is needed."}]},
    }
    head = {"ocid": f"ocds-bench-{number}", "id": str(number), "date": "2026-03-02T09:00:00Z", "tag": ["tender"]}
    return head | {"buyer": {"name": f"Council {number % 50}"}, "tender": tender}


if __name__ == "__main__":
    main()

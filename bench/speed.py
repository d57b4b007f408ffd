"""How fast and how big the program is, as one table of ratios from one run.

    python bench/speed.py [--repeat 3] [--write docs/performance.md]

Machines differ and so do minutes on one machine: compare the ratios, not the seconds. Every document is made on the fly
from invented text. Memory is that of the program and of the processes it starts, together, at its highest (Linux).
CPU is what all of them used, so that it hardly changes when the machine does other things as well.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import documents
import figures

TOOL = Path(sys.executable).with_name("procure-audit")
FRESH = os.environ | {"PROCURE_AUDIT_NO_CACHE": "1"}
ASSESSED = (0, 1, 4)
SAMPLE = 0.005  # seconds between two looks at the memory
PYPDFIUM = (
    "import sys, pypdfium2; [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(sys.argv[1])]"
)
PDFPLUMBER = (
    "import sys, pdfplumber\n"
    "for page in pdfplumber.open(sys.argv[1]).pages: page.extract_text(); page.extract_tables(); page.close()"
)


@dataclass(frozen=True)
class Run:
    """One line of the table: what is run, and the most seconds and megabytes it may take. *slow* ones run once."""

    name: str
    command: tuple[str, ...]
    seconds: float | None = None
    megabytes: float | None = None
    slow: bool = False


@dataclass(frozen=True)
class Taken:
    """What a run took: seconds on the clock and of all processors, megabytes (None where the system doesn't tell)."""

    seconds: float
    cpu: float
    megabytes: float | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the best one counts")
    parser.add_argument("--write", type=Path, help="a Markdown page whose block of figures is written anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        paths = documents.write(Path(name))
        results = {run.name: (run, measured(run, options.repeat)) for run in runs(paths)}
        shares = json.loads(output((sys.executable, str(Path(__file__).with_name("stages.py")), str(paths["pdf"]))))
    told = [*table(results), "", *ratios({name: taken for name, (_, taken) in results.items()}), "", *profile(shares)]
    print("\n".join(told))
    if options.write:
        figures.write(options.write, "speed.py", "\n".join([*told, ""]))


def runs(paths: dict[str, Path]) -> Iterator[Run]:
    yield Run("bare Python", (sys.executable, "-c", "pass"))
    yield Run("`--version`", (str(TOOL), "--version"), seconds=0.1)
    yield Run("`--help`", (str(TOOL), "--help"), seconds=0.2)
    yield Run("one page of text", check(paths["page"]), seconds=0.3)
    yield Run("10 pages, DOCX", check(paths["docx"]), seconds=0.6)
    yield Run("100,000 words, DOCX", check(paths["long docx"]), seconds=2.0)
    yield Run("280 pages, PDF", check(paths["pdf"]), seconds=1.8, megabytes=150)
    yield Run("1,000 pages, PDF", check(paths["long pdf"]), seconds=6.0, megabytes=300, slow=True)
    yield Run("six PDFs, one worker", check(paths["pack"]))
    yield Run("six PDFs, two workers", (*check(paths["pack"]), "--jobs", "2"))
    yield Run("10,000 words, text", check(paths["10k"]))
    yield Run("100,000 words, text", check(paths["100k"]))
    yield Run("1,000,000 words, text", check(paths["1m"]), slow=True)
    pdf = str(paths["pdf"])
    yield Run("280 pages: pypdfium2, bare text", (sys.executable, "-c", PYPDFIUM, pdf))
    if program := shutil.which("pdftotext"):
        yield Run("280 pages: pdftotext", (program, "-layout", pdf, os.devnull))
    yield Run("280 pages: pdfplumber, text and tables", (sys.executable, "-c", PDFPLUMBER, pdf), slow=True)


def check(path: Path) -> tuple[str, ...]:
    return (str(TOOL), "check", str(path), "--format", "json", "--fail-on", "never", "--timeout", "600")


def measured(run: Run, repeat: int) -> Taken:
    """The fastest of *repeat* runs, and the memory of one more."""
    times = [timed(run.command) for _ in range(1 if run.slow else repeat)]
    return Taken(min(seconds for seconds, _ in times), min(cpu for _, cpu in times), peak(run))


def timed(command: Sequence[str]) -> tuple[float, float]:
    before, start = os.times(), time.perf_counter()
    output(command)
    taken, after = time.perf_counter() - start, os.times()
    return taken, after.children_user + after.children_system - before.children_user - before.children_system


def output(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=FRESH)
    if done.returncode not in ASSESSED:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def peak(run: Run) -> float | None:
    """Most megabytes of the program and its children at one time, None where the system doesn't tell."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    highest = 0.0
    with subprocess.Popen(run.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=FRESH) as process:
        while process.poll() is None:
            highest = max(highest, sum(resident(number) for number in family(process.pid)))
            time.sleep(SAMPLE)
    return highest


def family(number: int) -> Iterator[int]:
    """The process *number* and all that it started, by their numbers."""
    yield number
    try:
        found = [child for task in Path(f"/proc/{number}/task").iterdir() for child in (task / "children").open()]
    except OSError:  # ended since
        return
    for child in " ".join(found).split():
        yield from family(int(child))


def resident(number: int) -> float:
    """Megabytes of the process *number*; what it shares with others is divided among them ("proportional set size")."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:  # ended since
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def table(results: dict[str, tuple[Run, Taken]]) -> Iterator[str]:
    """The lines of the table."""
    bare = results["bare Python"][1].seconds
    yield "| what | seconds | CPU seconds | times bare Python | MB | target |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for run, taken in results.values():
        megabytes = "" if taken.megabytes is None else f"{taken.megabytes:.0f}"
        figures = f"{taken.seconds:.2f} | {taken.cpu:.2f} | {taken.seconds / bare:.1f} | {megabytes}"
        yield f"| {run.name} | {figures} | {verdict(run, taken)} |"


def ratios(taken: dict[str, Taken]) -> Iterator[str]:
    """What one run says whatever the machine."""
    page_of, ten, hundred, million = (
        taken[name].cpu
        for name in ("one page of text", "10,000 words, text", "100,000 words, text", "1,000,000 words, text")
    )
    whole, bare = taken["280 pages, PDF"].seconds, taken["280 pages: pypdfium2, bare text"].seconds
    plumbed = taken["280 pages: pdfplumber, text and tables"].seconds
    yield f"- 100,000 words take {hundred / ten:.1f} times the CPU of 10,000 ({met(hundred / ten, 12)} 12), and without"
    yield f"  what one page takes {(hundred - page_of) / max(0.001, ten - page_of):.1f} times; a million take"
    yield f"  {million / hundred:.1f} times the CPU of 100,000 ({met(million / hundred, 12)} 12)."
    yield f"- The whole audit of 280 pages takes {whole / bare:.1f} times pypdfium2's bare extraction of their text"
    yield f"  ({met(whole / bare, 3)} 3); pdfplumber's text and tables of all of them take {plumbed / whole:.0f} times"
    yield "  as long as the audit."


def profile(shares: dict[str, float]) -> Iterator[str]:
    """Where the CPU time of 280 pages goes."""
    total, reading = sum(shares.values()), shares["reading"] + shares["facts"]
    yield "| stage of 280 pages | CPU seconds | share |"
    yield "| --- | ---: | ---: |"
    for name, seconds in shares.items():
        yield f"| {name} | {seconds:.2f} | {seconds / total:.0%} |"
    share = shares["judging"] / reading
    yield f"\nJudging all rules takes {share:.0%} of reading the document and its facts ({met(share, 0.1)} 10 %)."


def verdict(run: Run, taken: Taken) -> str:
    said = [f"{met(taken.seconds, run.seconds)} {run.seconds:g} s"] if run.seconds else []
    if run.megabytes and taken.megabytes is not None:
        said.append(f"{met(taken.megabytes, run.megabytes)} {run.megabytes:g} MB")
    return ", ".join(said)


def met(value: float, target: float) -> str:
    return "met: under" if value <= target else "MISSED:"


if __name__ == "__main__":
    main()

"""How fast and how big the program is, as one table of ratios from one run.

    python bench/speed.py [--repeat 3]

Machines differ and so do minutes on one machine: compare the ratios, not the seconds. Every document is made on the fly
from invented text. Memory is that of the program and of the processes it starts, together, at its highest (Linux).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import documents

TOOL = Path(sys.executable).with_name("procure-audit")
FRESH = os.environ | {"PROCURE_AUDIT_NO_CACHE": "1"}
ASSESSED = (0, 1, 4)
SAMPLE = 0.005  # seconds between two looks at the memory


@dataclass(frozen=True)
class Run:
    """One line of the table: what is run, and the most seconds and megabytes it may take."""

    name: str
    command: tuple[str, ...]
    seconds: float | None = None
    megabytes: float | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the best one counts")
    repeat = parser.parse_args().repeat
    with tempfile.TemporaryDirectory() as name:
        results = {run.name: (run, best(run, repeat), peak(run)) for run in runs(Path(name))}
    print("\n".join(table(results)))


def runs(folder: Path) -> list[Run]:
    """The runs, their documents written into *folder*."""
    paths = documents.write(folder)
    return [
        Run("bare Python", (sys.executable, "-c", "pass")),
        Run("--version", (str(TOOL), "--version"), seconds=0.15),
        Run("one page of text", check(paths["page"])),
        Run("DOCX, 10 pages", check(paths["docx"]), seconds=0.6),
        Run("PDF, 280 pages", check(paths["pdf"]), seconds=3.0, megabytes=200),
        Run("10,000 words", check(paths["10k"])),
        Run("100,000 words", check(paths["100k"])),
    ]


def check(path: Path) -> tuple[str, ...]:
    return (str(TOOL), "check", str(path), "--format", "json", "--fail-on", "never")


def best(run: Run, repeat: int) -> float:
    """Seconds of the fastest of *repeat* runs."""
    return min(seconds(run.command) for _ in range(repeat))


def seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=FRESH)
    taken = time.perf_counter() - start
    if done.returncode not in ASSESSED:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return taken


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
    for children in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:  # ended since
            continue
        for child in found:
            yield from family(int(child))


def resident(number: int) -> float:
    """Megabytes of the process *number*; what it shares with others is divided among them ("proportional set size")."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:  # ended since
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def table(results: dict[str, tuple[Run, float, float | None]]) -> Iterator[str]:
    """The lines of the table."""
    bare = results["bare Python"][1]
    yield f"{'':18}{'seconds':>9}{'x Python':>10}{'MB':>7}   target"
    for run, taken, memory in results.values():
        megabytes = "" if memory is None else f"{memory:.0f}"
        yield f"{run.name:18}{taken:9.2f}{taken / bare:10.1f}{megabytes:>7}   {verdict(run, taken, memory)}"
    start, small, large = (results[name][1] for name in ("one page of text", "10,000 words", "100,000 words"))
    yield f"\n100,000 words take {large / small:.1f} times as long as 10,000   {met(large / small, 12)} 12 times"
    yield f"without what one page takes: {(large - start) / max(0.001, small - start):.1f} times"


def verdict(run: Run, taken: float, memory: float | None) -> str:
    said = [f"{met(taken, run.seconds)} {run.seconds:g} s"] if run.seconds else []
    if run.megabytes and memory is not None:
        said.append(f"{met(memory, run.megabytes)} {run.megabytes:g} MB")
    return ", ".join(said)


def met(value: float, target: float) -> str:
    return "met: under" if value <= target else "MISSED:"


if __name__ == "__main__":
    main()

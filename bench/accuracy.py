"""How much of what documents state is found, and how much of what is found is so: facts held against labels.

    python bench/accuracy.py CORPUS... [--errors] [--grammar FOLDER] [--words FOLDER] [--write docs/accuracy.md]

A CORPUS is a folder with labels.yaml (its form: bench/labels.py), or NAME=FOLDER to give it a name in the tables.
Beside the program stands a baseline of one plain pattern a kind (bench/baseline.py) on the same text.
Exit status: 0 when every document could be read, 3 when one could not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import figures
import grammar
import labels
from rich.console import Console
from rich.table import Table

import baseline
from procure_audit.facts import extract
from procure_audit.model import Fact, Tender
from procure_audit.readers import read_tender

COLUMNS = ("kind", "labelled", "found", "right", "precision", "recall", "F1", "page", "plain P", "plain R", "plain F1")
Rows = list[tuple[str, ...]]
Section = tuple[str, Sequence[str], Rows]
"""A table: its title, the names of its columns, its rows."""


def main() -> None:
    options = _options()
    sections: list[Section] = []
    unread: list[str] = []
    for named in options.corpus:
        name, _, folder = named.rpartition("=")
        ours, plain = scored(Path(folder))
        sections.append(_section(name or Path(folder).resolve().name, ours, plain))
        unread += ours.unread
        print("".join(f"{line}\n" for line in ours.errors) if options.errors else "", end="")
    if options.grammar:
        sections += grammar.sections(options.grammar)
    if options.words:
        sections.append(grammar.words(options.words))
    _show(sections)
    if options.write:
        figures.write(options.write, "accuracy.py", "\n".join(_markdown(*section) for section in sections))
    if unread:
        print("\n".join(["could not be read:", *unread]))
        sys.exit(3)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", help="a folder with labels.yaml, or NAME=FOLDER")
    parser.add_argument("--errors", action="store_true", help="list each missed and each wrong fact")
    parser.add_argument("--grammar", type=Path, help="a folder of cases for amounts, lengths, dates, sentences")
    parser.add_argument("--words", type=Path, help="a folder of Word files, to count the words that are read")
    parser.add_argument("--write", type=Path, help="a Markdown page whose block of figures is written anew")
    return parser.parse_args()


def scored(corpus: Path) -> tuple[labels.Score, labels.Score]:
    """What the program, and what the plain patterns find in *corpus*."""
    ours, plain = labels.Score(), labels.Score()
    for entry in labels.documents(corpus):
        tender = read_tender(str(corpus / entry["file"]))
        ours.unread += [f"{entry['id']}: {one.reason}" for one in tender.unread]
        labels.count(ours, entry, found(tender))
        labels.count(plain, entry, (one for document in tender.documents for one in baseline.find(document)))
    return ours, plain


def found(tender: Tender) -> Iterator[labels.Label]:
    """The facts of *tender* as plain mappings with their pages."""
    for one in extract(tender):
        yield {"kind": one.kind, **_values(one), "on_pages": {place.page for place in one.places}}


def _values(one: Fact) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in one.values}


def _section(name: str, ours: labels.Score, plain: labels.Score) -> Section:
    kinds = [(kind, ours.by_kind[kind], plain.by_kind[kind]) for kind in sorted(ours.by_kind)]
    rows = [_row(*one) for one in (*kinds, ("all", ours.total, plain.total))]
    return f"{name}: {ours.documents} documents", COLUMNS, rows


def _row(kind: str, ours: labels.Tally, plain: labels.Tally) -> tuple[str, ...]:
    counts = (f"{ours.labelled}", f"{ours.found}", f"{ours.right}")
    shares = (ours.precision, ours.recall, ours.f1, ours.page, plain.precision, plain.recall, plain.f1)
    return (kind, *counts, *(f"{share:.2f}" for share in shares))


def _show(sections: Iterable[Section]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 130)
    for title, columns, rows in sections:
        table = Table(title=title, title_justify="left")
        for index, column in enumerate(columns):
            table.add_column(column, justify="right" if index else "left")
        for index, row in enumerate(rows):
            table.add_row(*row, style="bold" if row[0] == "all" else "", end_section=index == len(rows) - 2)
        console.print(table)


def _markdown(title: str, columns: Sequence[str], rows: Rows) -> str:
    lines = [f"**{title}**", "", _line(columns), _line(["---", *("---:" for _ in columns[1:])])]
    return "\n".join([*lines, *(_line([cell.replace("_", " ") for cell in row]) for row in rows), ""])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()

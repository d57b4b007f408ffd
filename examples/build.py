"""Rebuilds the example tenders from their sources: `python examples/build.py`.

A source is plain text: `# title`, `## numbered heading`, `= numbered clause`, `- lettered sub-clause`, `* bullet`,
`| table | row |` (the first row heads the columns), `! running head`, `? answer box`, anything else a paragraph. The
ending of a source's name says what is made of it: `1-invitation.docx.txt` becomes `1-invitation.docx`. The same source
gives the same bytes on any day.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
_MARKS = {
    "# ": "title",
    "## ": "heading",
    "= ": "clause",
    "- ": "sub",
    "* ": "bullet",
    "| ": "row",
    "! ": "running",
    "? ": "box",
}


@dataclass(frozen=True)
class Item:
    """One paragraph or table row of a source; *number* is what Word would print before it."""

    kind: str
    text: str
    number: str = ""

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.strip().removeprefix("|").removesuffix("|").split("|")]


@dataclass(frozen=True)
class Source:
    """A source read: its items, and the running head of its pages."""

    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        return next(item.text for item in self.items if item.kind == "title")

    @property
    def running(self) -> str:
        return next((item.text for item in self.items if item.kind == "running"), "")

    def runs(self) -> Iterator[tuple[str, list[Item]]]:
        """Runs of items of one kind, so that the rows of a table come together."""
        for kind, run in groupby(self.items, key=lambda item: item.kind):
            yield kind, list(run)


def read(path: Path) -> Source:
    return Source(tuple(_items(path.read_text(encoding="utf-8"))))


def _items(text: str) -> Iterator[Item]:
    heading = clause = sub = 0
    for line in filter(str.strip, text.splitlines()):
        kind = next((name for mark, name in _MARKS.items() if line.startswith(mark)), "text")
        words = line if kind in ("text", "row") else line.split(" ", 1)[1]
        if kind == "heading":
            heading, clause, sub = heading + 1, 0, 0
            yield Item(kind, words, f"{heading}")
        elif kind == "clause":
            clause, sub = clause + 1, 0
            yield Item(kind, words, f"{heading}.{clause}")
        elif kind == "sub":
            sub += 1
            yield Item(kind, words, f"({chr(96 + sub)})")
        else:
            yield Item(kind, words)


def makers() -> dict[str, Callable[[Source, Path], None]]:
    """The maker for each ending."""
    import opendocument
    import paper
    import sheet
    import word

    return {".docx": word.make, ".pdf": paper.make, ".odt": opendocument.make, ".xlsx": sheet.make}


def build(into: Path) -> list[Path]:
    """Every example, into *into*/harsh and *into*/kind."""
    made, table = [], makers()
    for source in sorted((HERE / "source").glob("*/*.txt")):
        target = into / source.parent.name / source.stem
        target.parent.mkdir(parents=True, exist_ok=True)
        table[target.suffix](read(source), target)
        if target.suffix != ".pdf":
            repack(target)
        made.append(target)
    return made


def repack(path: Path) -> None:
    """Write the archive anew with the first day that ZIP knows on every member."""
    with zipfile.ZipFile(path) as archive:
        members = [(info.filename, info.compress_type, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, compression, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=compression)


def page_count(document: Path) -> int | None:
    """Pages as LibreOffice lays them out; None where it isn't installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    import pypdfium2

    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        call = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(document)]
        subprocess.run(call, check=True, capture_output=True, timeout=180)
        with pypdfium2.PdfDocument(Path(folder) / f"{document.stem}.pdf") as paper:
            return len(paper)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    for example in build(HERE):
        print(example.relative_to(HERE))

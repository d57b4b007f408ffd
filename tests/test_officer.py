"""The tutorial for officers, run: from a draft to release, and the score rises as predicted."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from procure_audit.model import Span
from procure_audit.readers.word import read, read_traced

ROOT = Path(__file__).resolve().parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = ROOT / "docs" / "officer-word.md"
Run = Callable[..., Any]


def commands() -> list[list[str]]:
    """The commands of the page, in order."""
    blocks = re.findall(r"^```console\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return [shlex.split(line)[1:] for block in blocks for line in block.splitlines()]


def test_from_draft_to_release(procure_audit: Run, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples/harsh/1-invitation-to-tender.docx", tmp_path / "draft.docx")
    look, annotate, again, compare = commands()

    def run(words: list[str], *more: str) -> Any:
        placed = [str(tmp_path / word) if word.endswith(".docx") else word for word in words]
        return procure_audit(*placed, *more, PROCURE_AUDIT_AS_OF="2026-11-22")

    first = json.loads(run(look, "-f", "json").out)
    told = first["mending"]
    assert first["score"]["value"] < told["wanted"] <= told["score"]
    assert run(annotate).code == 0
    accept(tmp_path, [one for one in first["findings"] if one["rule"] in told["mends"]])
    last = json.loads(run(again, "-f", "json").out)
    mended = {*told["mends"], *told["settled"]}
    assert mended.isdisjoint(one["rule"] for one in last["findings"])
    assert told["score"] <= last["score"]["value"] <= told["score"] + 3
    compared = run(compare, "-f", "json")
    assert compared.code == 0
    ended = json.loads(compared.out)
    assert mended <= {one["rule"] for part in ("gone", "unknown") for one in ended[part]}


def accept(folder: Path, mends: list[dict[str, Any]]) -> None:
    """What an officer does in Word: accept the clauses of *mends*, strike out the old ones, and reject the rest."""
    data = (folder / "reviewed.docx").read_bytes()
    traced = read_traced(data, "reviewed.docx", revisions="original")  # the words, and their places, of the draft
    assert traced.document.text == read((folder / "draft.docx").read_bytes(), "draft.docx").text
    blocks = traced.document.blocks
    struck = [blocks[place["paragraph"] - 1].span for mend in mends for place in mend["places"]]
    old = {piece.element for span in struck for piece in traced.trace.pieces(Span(span.start, span.end))}
    paragraphs = {next(element.iterancestors(f"{W}p")) for element in old}
    clauses = {" ".join(mend["model_clause"].split()) for mend in mends}
    settle(traced.root, clauses)
    for paragraph in paragraphs:
        for run in list(paragraph.iter(f"{W}r")):
            if "".join(paragraph.itertext()) not in clauses:
                above = run.getparent()
                assert above is not None
                above.remove(run)
    parts = dict(members(data)) | {"word/document.xml": etree.tostring(traced.root)}
    with zipfile.ZipFile(folder / "final.docx", "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)


def settle(root: etree._Element, clauses: set[str]) -> None:
    """Accept the insertions that say one of *clauses*, and reject all other changes."""
    for inserted in list(root.iter(f"{W}ins")):
        above = inserted.getparent()
        assert above is not None
        if above.tag == f"{W}rPr" or "".join(inserted.itertext()) in clauses:
            for run in list(inserted):
                inserted.addprevious(run)
        above.remove(inserted)
    for deleted in list(root.iter(f"{W}del")):
        for run in list(deleted):
            for text in run.iter(f"{W}delText"):
                text.tag = f"{W}t"
            deleted.addprevious(run)
        above = deleted.getparent()
        assert above is not None
        above.remove(deleted)


def members(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for info in file.infolist():
            yield info.filename, file.read(info)

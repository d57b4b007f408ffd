"""Figures in a Markdown page: the block between two marks is written anew by the script that measures it."""

from __future__ import annotations

import re
from pathlib import Path

END = "<!-- end of figures -->"


def write(page: Path, script: str, text: str) -> None:
    """Puts *text* between the marks of *script* in *page*. Raises SystemExit where the page has no such marks."""
    begin = f"<!-- figures: bench/{script} -->"
    old = page.read_text(encoding="utf-8")
    block = re.compile(rf"(?<={re.escape(begin)}\n).*?(?={re.escape(END)})", re.S)
    if not block.search(old):
        raise SystemExit(f"{page} has no place for figures: put the lines {begin} and {END} into it")
    new = page.with_suffix(".new")
    new.write_text(block.sub(lambda _: f"\n{text}\n", old), encoding="utf-8")
    new.replace(page)

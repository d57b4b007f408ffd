"""Figures in a page of the documentation: written between two marks, so that the words around them stay."""

from __future__ import annotations

import re
from pathlib import Path

END = "<!-- end of figures -->"


def put(page: Path, script: str, figures: str) -> None:
    """Writes *figures* into the block of *page* that *script* fills. Raises SystemExit where there is none."""
    text, mark = page.read_text(encoding="utf-8"), f"<!-- figures: {script} -->"
    block = re.compile(rf"(?<={re.escape(mark)}\n).*?(?={re.escape(END)})", re.S)
    if not block.search(text):
        raise SystemExit(f"{page} has no place for figures: put the lines {mark} and {END} into it")
    new = page.with_suffix(".new")
    new.write_text(block.sub(lambda _: f"\n{figures}\n", text), encoding="utf-8")
    new.replace(page)

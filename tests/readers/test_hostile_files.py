"""Files made to break readers: each ends as a document or as a reason with advice, in bounded time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from procure_audit.readers import ReadOptions, read_tender

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "hostile"
SECONDS = 30.0
SLOW = {
    "1M_rects_one_page.pdf",
    "exponential_forms.pdf",
    "flate_bomb_1GB.pdf",
    "flate_bomb_spaces_1GB.pdf",
    "format-corpus__govdocs1-error-pdfs_error_set_2_455746.pdf",
    "table_20000_rows.docx",
}
"""Files that take over 3 seconds."""
JARGON = re.compile(r"errno|exception|0x|xml_|zlib|ctypes|cffi|libxml|pdfium|calamine|[a-z]Error\b|<string>", re.I)
"""What only a programmer understands."""


def files() -> list[object]:
    """Each file, or one place that says why there are none."""
    if not FOLDER.is_dir():
        reason = "the hostile files are not beside this checkout (../shared/hostile)"
        return [pytest.param(FOLDER, marks=pytest.mark.skip(reason=reason))]
    return [
        pytest.param(path, id=f"{path.parent.name}-{path.name[-40:]}", marks=[pytest.mark.slow] * (path.name in SLOW))
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file()
    ]


@pytest.mark.parametrize("path", files())
def test_a_hostile_file_is_read_or_refused_in_plain_words(path: Path) -> None:
    tender = read_tender(str(path), ReadOptions(timeout=SECONDS))
    assert tender.documents or tender.unread
    told = [(unread.reason, unread.advice) for unread in tender.unread]
    told += [(gap.reason, gap.advice) for document in tender.documents for gap in document.gaps]
    for reason, advice in told:
        assert reason and advice
        assert not JARGON.search(f"{reason} {advice}")
    for document in tender.documents:
        assert all(document.text[block.span.start : block.span.end] for block in document.blocks)

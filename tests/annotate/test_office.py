"""Reviewed files open in LibreOffice, which shows every comment."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from reviewed import notes_on
from test_word_comments import some_spans

from procure_audit.annotate.word import annotate
from procure_audit.readers.word import read

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed"),
]
SOME = {
    "uk-ccs-rm3830-order-form-tracked/*.docx": 0,
    "au-dta-work-order-sample/*.docx": 0,
    "ca-bc-sprint-with-us-template/*.docx": 1,  # in a section that repeats, which LibreOffice writes anew
    "uk-ccs-rm3830-js3-insurance-v14-docx/*.docx": 0,
}


@pytest.mark.parametrize("pattern", SOME)
def test_a_reviewed_file_opens_with_all_comments(pattern: str, shared: Path, tmp_path: Path) -> None:
    path = next((shared / "corpus").glob(pattern))
    data = path.read_bytes()
    spans = some_spans(data, path.name)
    reviewed = tmp_path / "reviewed.docx"
    reviewed.write_bytes(annotate(data, path.name, notes_on(read(data, path.name), *spans), revisions="accepted"))
    content = as_opendocument(reviewed)
    lost = [n for n in range(len(spans)) if not re.search(rf"about {n}\b", content)]
    assert len(lost) == SOME[pattern]


def as_opendocument(path: Path) -> str:
    """What LibreOffice makes of *path*, as the XML of an OpenDocument text."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command: list[Any] = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", path.parent, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(io.BytesIO(path.with_suffix(".odt").read_bytes())) as file:
        return file.read("content.xml").decode()

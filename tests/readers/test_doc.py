"""Legacy Word files go through LibreOffice, or are refused with what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from procure_audit.model import UnreadableError
from procure_audit.readers import doc


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableError, match="need LibreOffice, which isn't installed") as caught:
        doc.read(b"\xd0\xcf\x11\xe0", "old.doc")
    assert "save it as .docx" in caught.value.advice


def test_what_libreoffice_cannot_open_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "soffice")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    with pytest.raises(UnreadableError, match="can't open this Word file"):
        doc.read(b"\xd0\xcf\x11\xe0", "old.doc")


def test_a_libreoffice_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(command: list[str], **options: Any) -> None:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(shutil, "which", lambda _: "soffice")
    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(UnreadableError, match="took longer than"):
        doc.read(b"\xd0\xcf\x11\xe0", "old.doc")


def test_a_real_one_is_read(tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        assert "PROCURE_AUDIT_TESTS_NEED_ALL" not in os.environ, "LibreOffice is missing where it must be"
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "old.txt").write_text("Bids are due on 3 May 2027.", encoding="utf-8")
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(tmp_path / "old.txt")]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    document = doc.read((tmp_path / "old.doc").read_bytes(), "pack/old.doc")
    assert document.format == "doc" and document.path == "pack/old.doc"
    assert "Bids are due on 3 May 2027." in document.text
    assert document.notes[0] == "read through LibreOffice"

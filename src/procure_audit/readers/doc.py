"""Word 97–2003 files (.doc): LibreOffice, where it is installed, turns them into .docx for the Word reader."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model import Document, UnreadableError
from . import word

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_SAVE = "save it as .docx in Word"


def read(data: bytes, path: str, *, revisions: str = "accepted") -> Document:
    """The legacy Word file *data*, by way of LibreOffice; UnreadableError where that isn't installed or can't read it.

    Pages are None: LibreOffice writes its own count, not the file's.
    """
    document = word.read(_converted(data), path, revisions=revisions)
    return replace(
        document,
        format="doc",
        sha256=sha256(data).hexdigest(),
        notes=("read through LibreOffice", *document.notes),
    )


def _converted(data: bytes) -> bytes:
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableError(
            "legacy Word files (.doc) need LibreOffice, which isn't installed", f"{_SAVE}, or install LibreOffice"
        )
    with TemporaryDirectory(prefix="procure-audit-") as folder:
        source, target = Path(folder, "legacy.doc"), Path(folder, "legacy.docx")
        source.write_bytes(data)
        _run(program, source, target)
        if not target.is_file():
            raise UnreadableError("LibreOffice can't open this Word file (locked or damaged?)", _SAVE)
        return target.read_bytes()


def _run(program: str, source: Path, target: Path) -> None:
    """Convert *source*, with a user profile of its own so that an open LibreOffice neither helps nor hinders."""
    profile = (source.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--outdir", str(target.parent), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own list
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"LibreOffice took longer than {_SECONDS} seconds over it", _SAVE) from error
    except OSError as error:
        raise UnreadableError("LibreOffice couldn't be started", _SAVE) from error

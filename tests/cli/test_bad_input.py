"""Bad input through the command line: each kind is refused by name, with what to do, and nothing breaks."""

from __future__ import annotations

import io
import os
import re
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Run = Callable[..., Any]

WORDS = "Bidders must have an annual turnover of at least £5,000,000. "
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals, permissions and pipes of POSIX")


def pdf(*lines: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number, line in enumerate(lines):
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.save()
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A page that is a picture and nothing else."""
    width, height = 100, 140
    picture = io.BytesIO(b"P5 %d %d 255\n" % (width, height) + bytes(range(100, 240)) * width)
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    return out.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter(io.BytesIO(pdf(WORDS)))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("_", "."), data)
    return out.getvalue()


def bomb() -> bytes:
    return zipped(document_txt=bytes(50_000_000))


REFUSED: dict[str, tuple[Callable[[], bytes] | None, str, str]] = {
    "gone.pdf": (None, "there is no such file or folder", "check the spelling"),
    "empty.docx": (bytes, "it is empty", "ask for a new copy"),
    "scan.pdf": (scanned_pdf, "every page is a scanned image", "ask for the original file"),
    "locked.pdf": (locked_pdf, "it is locked with a password", "save a copy without a password"),
    "text.pdf": (WORDS.encode, "it is named .pdf but holds only plain text", "ask for a new copy, or rename it .txt"),
    "broken.zip": (lambda: zipped(a_txt=b"x" * 99)[:-30], "it is a broken ZIP archive", "fetch it again"),
    "cut.docx": (lambda: bomb()[:900], "it is a broken ZIP archive", "fetch it again"),
    "bomb.zip": (bomb, "it unpacks to more than 200 times its size", "don't open it"),
    "pack.docx": (bomb, "it is named .docx but is a ZIP archive without a document in it", "name it .zip"),
}


@pytest.fixture(scope="module")
def refused(procure_audit: Run, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One run over all of them, each a tender of its own."""
    folder = tmp_path_factory.mktemp("bad")
    for name, (made, _, _) in REFUSED.items():
        if made is not None:
            (folder / name).write_bytes(made())
    return procure_audit("check", *(str(folder / name) for name in REFUSED), "-q")


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_by_name(name: str, refused: Any) -> None:
    _, reason, advice = REFUSED[name]
    member = "document.txt" if name == "bomb.zip" else name
    assert re.search(rf"{member}: {re.escape(reason)}[^|]*?{re.escape(advice)}", " ".join(refused.out.split()))


def test_when_nothing_can_be_read_the_code_is_3(refused: Any) -> None:
    assert (refused.code, refused.err) == (3, "")
    assert refused.out.count("nothing of this tender could be read") == len(REFUSED)


def test_a_renamed_file_is_read_for_what_it_is(procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(pdf(WORDS))
    done = procure_audit("check", str(tmp_path / "brief.docx"), "--fail-on", "never")
    assert done.code == 0
    assert "brief.docx: named .docx but is a PDF" in done.out
    assert "brief.docx, page 1" in done.out


def test_one_bad_file_costs_the_others_nothing(procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "spec.txt").write_text(WORDS * 5, encoding="utf-8")
    (tmp_path / "annex.pdf").write_bytes(locked_pdf())
    done = procure_audit("check", str(tmp_path), "--fail-on", "never", "-q")
    assert done.code == 4
    assert "1 part could not be read" in done.out


def test_text_on_standard_input_has_a_limit(procure_audit: Run) -> None:
    done = procure_audit("check", "-", "--max-bytes", "1000", stdin=WORDS * 100)
    assert done.code == 3
    assert "it has more than the 1,000 bytes allowed" in done.out


def test_a_document_that_takes_too_long_is_refused(procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "slow.txt").write_text(WORDS * 200_000, encoding="utf-8")
    done = procure_audit("check", str(tmp_path / "slow.txt"), "--timeout", "0.1")
    assert done.code == 3
    assert "reading it took longer than 0.1 seconds" in done.out
    assert "--timeout" in done.out


# Names and words from strangers ------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("form", ["text", "json"])
def test_no_name_or_word_gives_the_terminal_orders(form: str, procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "brief\x1b[2J\nforged line\x9b31m.txt").write_text(f"\x1b]0;owned\x07\x9b{WORDS}\u202e" * 3)
    (tmp_path / os.fsdecode(b"no\xfftext.txt")).write_text(WORDS)
    done = procure_audit("check", str(tmp_path), "-f", form, "-v", "--fail-on", "never")
    assert done.code == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.out)
    assert not re.search(r"^forged", done.out, re.M)
    assert done.err == ""


# Where reports go --------------------------------------------------------------------------------------------------


def test_two_reports_to_one_path_are_refused(procure_audit: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = procure_audit("check", "examples/kind", "-o", str(target), "-o", f"text={tmp_path}/./report.json")
    assert done.code == 2
    assert "two reports can't both be written" in " ".join(done.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_report_over_its_own_document_is_refused(procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(WORDS, encoding="utf-8")
    done = procure_audit("check", str(tmp_path / "brief.txt"), "-o", str(tmp_path / "brief.txt"))
    assert done.code == 2
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8") == WORDS


@pytest.mark.skipif(os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_may_not_be_written_to_is_named(procure_audit: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = procure_audit("check", "examples/kind", "-o", str(tmp_path / "report.json"))
    tmp_path.chmod(0o700)
    assert done.code == 2
    assert "can't be written" in done.err


def test_a_report_over_a_folder_is_refused_and_leaves_nothing(procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "report.json").mkdir()
    done = procure_audit("check", "examples/kind", "-o", str(tmp_path / "report.json"))
    assert (done.code, "can't be written" in done.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


@POSIX
def test_a_written_report_has_the_usual_permissions_and_keeps_links(procure_audit: Run, tmp_path: Path) -> None:
    kept, link, new = tmp_path / "kept.json", tmp_path / "link.json", tmp_path / "new.txt"
    kept.write_text("old")
    kept.chmod(0o640)
    link.symlink_to(kept)
    procure_audit("check", "examples/kind", "-q", "-o", str(link), "-o", str(new))
    mask = os.umask(0)
    os.umask(mask)
    assert link.is_symlink() and kept.read_text(encoding="utf-8").startswith("{")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~mask
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.json", "link.json", "new.txt"]


# Runs that end early -----------------------------------------------------------------------------------------------


@pytest.fixture
def begun(root: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run that has begun to read: one document is done, the next takes its time."""
    (tmp_path / "1.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "2.txt").write_text(WORDS * 70_000, encoding="utf-8")
    call = [sys.executable, "-m", "procure_audit", "check", str(tmp_path), "-o", str(tmp_path / "report.json")]
    heeds = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # jobs of a shell in the background ignore it
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(call, cwd=root, text=True, preexec_fn=heeds, **pipes)
    time.sleep(1.5)
    yield process
    process.kill()
    process.communicate()


@POSIX
def test_an_interrupted_run_ends_at_once_and_leaves_nothing(begun: subprocess.Popen[str], tmp_path: Path) -> None:
    assert begun.poll() is None, "it was done before it could be interrupted"
    begun.send_signal(signal.SIGINT)
    out, err = begun.communicate(timeout=10)
    assert (begun.returncode, out) == (130, "")
    assert err == "procure-audit: interrupted; nothing was half-written\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.txt", "2.txt"]


@POSIX
def test_a_pipe_that_closes_is_no_fault(root: Path) -> None:
    call = "check examples/harsh --fail-on low -f json | head -c 1; exit ${PIPESTATUS[0]}"
    shell = ["bash", "-c", f"{sys.executable} -m procure_audit {call}"]
    done = subprocess.run(shell, cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")
    assert done.returncode == 1, "the gate fails, whoever reads"


# Alone -------------------------------------------------------------------------------------------------------------


ALONE = [
    "check examples/harsh --fail-on never -q",
    "demo",
    "facts examples/kind",
    "annotate examples/kind/2-contract.docx -o {here}/reviewed.docx",
    "compare examples/kind examples/kind",
    "baseline create examples/kind --baseline {here}/baseline.json",
    "batch examples/kind --register {here}/register.db -j 1",
    "notices tests/fixtures/notices/later.jsonl --register {here}/register.db -j 1 --allow-partial",
    "explain turnover-absolute",
    "rules check uk",
    "init {here}",
]


@pytest.mark.parametrize("call", ALONE)
def test_no_run_asks_the_network(call: str, root: Path, tmp_path: Path) -> None:
    """Sockets end the process that opens one, here and in the readers' process, which inherits PYTHONPATH."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\n"
        "def hook(event, args):\n"
        "    if event.startswith('socket.'):\n"
        "        os.write(2, event.encode()); os._exit(99)\n"
        "sys.addaudithook(hook)\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "NO_COLOR": "1"}
    guarded = [sys.executable, "-c", "import socket; socket.socket()"]
    assert subprocess.run(guarded, env=environment, capture_output=True, check=False).returncode == 99
    line = [sys.executable, "-m", "procure_audit", *call.format(here=tmp_path).split()]
    done = subprocess.run(line, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "socket" not in done.stderr
    assert "break down" not in done.stdout

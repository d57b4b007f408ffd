"""Reading in another process: whatever the file does to it, the answer is a document or a reason."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procure_audit.model import Confidence, Document, UnreadableError, fact
from procure_audit.readers import ReadOptions, frames, read_document, read_tender, served, start, wire
from procure_audit.readers.isolate import Isolated
from procure_audit.readers.served import Lost, Served

POSIX = pytest.mark.skipif(os.name != "posix", reason="kills by signal")


def document(text: str = "1. Cover\n\nThe supplier must hold cover.") -> Document:
    return read_document(text.encode(), "brief.txt")


def test_a_document_comes_through_unchanged() -> None:
    text = "1. Cover\n\nThe supplier must hold:\n- £5m\n- £10m\n\nTYPE   AMOUNT\nPublic   £5m\n"
    with Isolated() as reader:
        assert reader.read(text.encode(), "brief.txt") == document(text)


def test_stated_facts_keep_their_types_on_the_wire() -> None:
    read = document()
    place = read.evidence(read.blocks[0].span)
    stated = (
        fact("tender_deadline", place, value=datetime(2026, 3, 31, 12, 0)),
        fact("contract_start", place, confidence=Confidence.LOW, value=date(2026, 4, 1)),
        fact("contract_value", place, amount=2.0, minimum=1, currency="GBP", lot=None),
        fact("suitable_for", place, sme=True, vcse=False),
        fact("certification_required", place, value="a", alternatives=("b", "c")),
    )
    full = replace(read, stated=stated, found=stated[:1])
    back = wire.decode(wire.encode(full))
    assert back == full
    assert [type(value) for fact in back.stated for _, value in fact.values] == [
        type(value) for fact in stated for _, value in fact.values
    ]


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_comes_through_the_wire(text: str) -> None:
    read = replace(document(), text=text)
    read.evidence(read.blocks[0].span)  # fills the caches, which must not travel
    assert wire.decode(wire.encode(read)) == read


def test_a_reason_comes_through() -> None:
    with Isolated() as reader, pytest.raises(UnreadableError) as caught:
        reader.read(b"", "brief.pdf")
    assert (caught.value.reason, caught.value.advice) == ("it is empty", "ask for a new copy")


@POSIX
def test_a_dead_reader_is_told_and_replaced() -> None:
    with Isolated() as reader:
        reader.start()
        process = reader._served.process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        Timer(0.2, process.kill).start()
        with pytest.raises(UnreadableError, match=r"something in it makes its reader break down \(signal 9\)"):
            reader.read(b"Words.", "brief.txt")
        assert reader.read(b"The next words.", "next.txt").text.strip() == "The next words."


@POSIX
def test_a_reader_that_dies_after_others_were_read_gets_another_try() -> None:
    with Isolated() as reader:
        reader.read(b"First words.", "first.txt")
        process = reader._served.process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        Timer(0.2, process.kill).start()
        assert reader.read(b"Words.", "brief.txt").text.strip() == "Words."


@POSIX
def test_a_reader_that_hangs_is_stopped() -> None:
    with Isolated(ReadOptions(timeout=0.3)) as reader:
        reader.start()
        process = reader._served.process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        with pytest.raises(UnreadableError, match=r"reading it took longer than 0\.3 seconds"):
            reader.read(b"Words.", "brief.txt")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to the limit of address space")
def test_memory_is_limited() -> None:
    code = (
        "from procure_audit.readers import worker; worker.limit_memory()\n"
        "try:\n    bytes(2_000_000_000)\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"


@pytest.mark.parametrize("code", [12, -6])
def test_a_reader_out_of_memory_is_told(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Served, "ask", lambda *_: Lost(code))
    with pytest.raises(UnreadableError, match="it needs more memory than a document should"):
        Isolated().read(b"Words.", "brief.txt")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (RecursionError(), "it is nested deeper than a document should be"),
        (KeyError("x"), "something in it makes its reader break down (KeyError)"),
        (BaseException("panic"), "something in it makes its reader break down (BaseException)"),
    ],
)
def test_whatever_a_library_raises_is_an_answer(
    error: BaseException, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from procure_audit.readers import worker

    def fails(*_: object) -> Document:
        raise error

    monkeypatch.setattr(worker, "read_document", fails)
    with pytest.raises(UnreadableError) as caught:
        wire.decode(worker._answer(b"Words.", "brief.txt", ReadOptions()))
    assert caught.value.reason == says


def test_the_reader_imports_nothing_from_the_folder_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit('the tender runs code')")
    (tmp_path / "brief.txt").write_text("Words.")
    monkeypatch.chdir(tmp_path)
    tender = read_tender("brief.txt")
    assert [document.text.strip() for document in tender.documents] == ["Words."]


def test_a_message_cut_short_is_none() -> None:
    pipe = io.BytesIO()
    frames.send(pipe, b"first", b"")
    pipe.seek(0)
    assert [frames.receive(pipe), frames.receive(pipe), frames.receive(pipe)] == [b"first", b"", None]
    assert frames.receive(io.BytesIO(pipe.getvalue()[:10])) is None


def test_an_answer_longer_than_any_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "MOST_ANSWER", 1_000)
    with Isolated() as reader:
        with pytest.raises(UnreadableError, match="it holds more than a document should"):
            reader.read(b"Words. " * 1_000, "long.txt")
        assert reader.read(b"Words.", "brief.txt").text.strip() == "Words."


@POSIX
def test_what_a_reader_starts_ends_with_it() -> None:
    child = "import subprocess, sys; p = subprocess.Popen(['sleep', '60']); print('it runs', flush=True); p.wait()"
    process = subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.PIPE, text=True, process_group=0)
    assert process.stdout is not None
    process.stdout.readline()
    start.end(process)  # type: ignore[arg-type]
    process.communicate(timeout=10)  # ends when what it has started, too, has let go of the pipe


@POSIX
def test_a_reader_that_was_closed_starts_no_other() -> None:
    with Isolated() as reader:
        reader.read(b"First words.", "first.txt")
        process = reader._served.process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        Timer(0.2, reader.close).start()
        with pytest.raises(UnreadableError):
            reader.read(b"Words.", "brief.txt")
        assert reader._served.process is None


def test_order_holds_with_many_readers(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"Words {number}. " * (1 if number % 2 else 2000))
    tender = read_tender(str(tmp_path), jobs=3)
    assert [document.path for document in tender.documents] == [f"{number:02}.txt" for number in range(12)]

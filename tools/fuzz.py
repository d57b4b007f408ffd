"""Breaks documents at random and has them read, facts included, in the process and within the limits of every reader.

    python tools/fuzz.py --seconds 600 --keep broken/ FOLDER...

Files of FOLDERs are the seeds, at most 300 kB each. Of each kind of file as many are made as of any other. One that
ends its reader, makes it fail or takes too long is kept, and told with what it did; the exit code is 1 then. A document
that is read, or refused in words for people (that it needs too much memory among them), is as it should be.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
import zlib
from collections import Counter
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from procure_audit.model import UnreadableError
from procure_audit.readers import ReadOptions
from procure_audit.readers.isolate import Isolated

MOST, LARGEST = 300_000, 50_000_000
"""Bytes of a seed, and of what stands in it unpacked."""
KINDS = (".pdf", ".docx", ".odt", ".xlsx", ".html", ".txt", ".md", ".json", ".ods")
FAULTS = ("break down", "took longer")
TOKENS = (
    *(b"\0", b"\xff\xfe", b"<", b">", b"]]>", b"<!--", b"&#0;", b"&amp;", b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:sdt>"),
    *(b"-1", b"1e9999", b"99999999999", b"obj", b"endobj", b"stream", b"/Kids", b"/Parent 1 0 R", b"<<", b">>", b"["),
    *(b"]", b"{", b"}", b'"', b'w:val="', b"%", b"\r", b"\n\n", b"\t", b"(((((", "£".encode(), "\u202e".encode()),
)


def broken(data: bytes, chance: random.Random) -> bytes:
    """*data* with a few changes; of a ZIP mostly what is inside."""
    if data[:2] == b"PK" and chance.random() < 0.9:
        with suppress(zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, MemoryError):
            return _inside(data, chance)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 8, 32))):
        _change(changed, chance)
    return bytes(changed)


def _inside(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(part.file_size for part in old.infolist()) > LARGEST:
            raise MemoryError
        names = old.namelist()
        hit = set(chance.sample(names, min(len(names), chance.choice((1, 1, 2, 4)))))
        for name in names:
            part = bytearray(old.read(name))
            if name in hit:
                for _ in range(chance.choice((1, 2, 4, 16))):
                    _change(part, chance)
            new.writestr(name, bytes(part))
    return out.getvalue()


def _change(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 4, 16, 256, 4096)))
    way = chance.randrange(7)
    if way == 0:
        data[at:end] = b""
    elif way == 1:
        data[at:at] = data[at:end] * chance.choice((1, 2, 16))
    elif way == 2:
        data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 50))
    elif way == 3:
        data[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
    elif way == 4 and data:
        data[at - 1] ^= 1 << chance.randrange(8)
    elif way == 5:
        there = chance.randrange(len(data) + 1)
        data[there:there] = data[at:end]
    else:
        data[at:end] = chance.choice(TOKENS)


def seeds(folders: list[str]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*")):
        if path.is_file() and path.suffix.lower() in KINDS and 0 < path.stat().st_size <= MOST:
            found.setdefault(path.suffix.lower(), []).append(path)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("broken"))
    options = parser.parse_args()
    counts, until = Counter[str](), time.monotonic() + options.seconds
    chance = random.Random(options.seed)  # noqa: S311 - to be had again, not to keep secrets
    found = seeds(options.folders)
    with Isolated(ReadOptions(timeout=20, max_pages=100), worker="procure_audit.worker") as reader:
        while time.monotonic() < until:
            kind = chance.choice(sorted(found))
            data = broken(chance.choice(found[kind]).read_bytes(), chance)
            counts[outcome(reader, data, kind, options.keep)] += 1
    print(", ".join(f"{count:,} {name}" for name, count in counts.most_common()))
    sys.exit(1 if counts["faults"] else 0)


def outcome(reader: Isolated, data: bytes, kind: str, keep: Path) -> str:
    try:
        reader.read(data, f"broken{kind}")
    except UnreadableError as error:
        if not any(fault in error.reason for fault in FAULTS):
            return "refused"
        keep.mkdir(parents=True, exist_ok=True)
        place = keep / f"{sha256(data).hexdigest()[:12]}{kind}"
        place.write_bytes(data)
        print(f"{place}: {error.reason}", flush=True)
        return "faults"
    return "read"


if __name__ == "__main__":
    main()

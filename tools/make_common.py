"""Writes src/procure_audit/text/common.txt: the words of patterns that stand in many sentences of real tenders.

    python tools/make_common.py FOLDER...

Which of a pattern's words is looked for first rests on it, and so how fast the program is; what it finds does not.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from math import log2
from pathlib import Path

from procure_audit.facts import extractors  # noqa: F401 - whose patterns' words are counted
from procure_audit.facts.passages import passages
from procure_audit.facts.said import said
from procure_audit.model import ProcureAuditError
from procure_audit.readers.document import read_document
from procure_audit.text.literals import COMMON
from procure_audit.text.pattern import Pattern
from procure_audit.text.vocabulary import without_case, words_in

LEAST = 10
"""How many of a thousand sentences hold a word that is worth a place."""


def sentences(folders: list[str]) -> Iterator[str]:
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*") if path.is_file()):
        try:
            document = read_document(path.read_bytes(), path.name)
        except ProcureAuditError:
            continue
        yield from (one.text for one in said(passages(document)))


def main() -> None:
    Pattern("").learn()
    count, found = 0, Counter[str]()
    for sentence in sentences(sys.argv[1:]):
        count += 1
        found.update({word for token in without_case(sentence).split() for word in words_in(token)})
    lines: dict[int, list[str]] = {}
    for word, times in sorted(found.items()):
        if times * 1000 >= count * LEAST:
            lines.setdefault(LEAST << int(log2(times * 1000 / count / LEAST)), []).append(word)
    told = "".join(f"{share} {' '.join(words)}\n" for share, words in sorted(lines.items(), reverse=True))
    COMMON.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()

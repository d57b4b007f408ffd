"""How much of other projects' cases the grammar reads exactly, and how much of Word files' text is read at all.

The cases are JSON Lines with `text` and `expected`; the folder is given, since the cases are other people's.
"""

from __future__ import annotations

import json
import re
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from procure_audit.facts.quantities import dates, durations, money, percents
from procure_audit.readers import read_tender
from procure_audit.text.sentences import sentences

Row = dict[str, Any]
Section = tuple[str, tuple[str, ...], list[tuple[str, ...]]]
_GOLDEN = "golden-GOLDEN_EN_RULES"
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}t"
_UNSEEN = ("Fallback", "del", "moveFrom")
"""Elements whose text nobody sees: a second way to draw the same, and what a tracked change takes out."""


def sections(folder: Path) -> list[Section]:
    """The cases of quantities and of sentences, as tables."""
    rows = [
        _share(folder / f"{name}.jsonl", title, right, counts)
        for name, title, right, counts in (
            ("money_gbp", "sums in pounds", _money, bool),
            ("duration_en", "lengths of time", _duration, bool),
            ("date_en", "dates with a year", _date, _dated),
            ("percent_en", "percentages", _percent, bool),
        )
    ]
    golden = _share(folder / "sentences_en.jsonl", "sentences: golden rules", _sentences, _golden)
    every = _share(folder / "sentences_en.jsonl", "sentences: all cases", _sentences, bool)
    rows += [golden, every, ("sentences: MB a second", "", "", f"{_speed(folder / 'sentences_en.jsonl'):.1f}")]
    return [("Grammar: cases read exactly", ("what", "cases", "right", "share"), rows)]


def _share(
    path: Path, title: str, right: Callable[[Row], bool], counts: Callable[[Row], bool]
) -> tuple[str, str, str, str]:
    rows = [row for line in path.read_text(encoding="utf-8").splitlines() if counts(row := json.loads(line))]
    done = sum(right(row) for row in rows)
    return title, f"{len(rows)}", f"{done}", f"{done / max(1, len(rows)):.2f}"


def _money(row: Row) -> bool:
    found = [(round(float(one.amount or 0), 2), one.currency) for one in money(row["text"])]
    return found == [(round(float(want["amount"]), 2), want["currency"]) for want in row["expected"]]


def _duration(row: Row) -> bool:
    found = durations(row["text"])
    if all("days" in want for want in row["expected"]):
        return round(sum(one.days for one in found), 3) == round(sum(want["days"] for want in row["expected"]), 3)
    said = [row["text"][one.start : one.end].lower() for one in found]
    return said == [want["text"].lower() for want in row["expected"]]


def _date(row: Row) -> bool:
    return [str(one.value)[:10] for one in dates(row["text"]) if one.precision == "day"] == row["expected"]


def _dated(row: Row) -> bool:
    """Whether the row states the year of what it expects: others need a day to count from."""
    return all(want[:4] in row["text"] for want in row["expected"])


def _percent(row: Row) -> bool:
    return [one.value for one in percents(row["text"])] == [want["value"] for want in row["expected"]]


def _sentences(row: Row) -> bool:
    text = row["text"]
    return [text[start:end].strip() for start, end in sentences(text)] == [want.strip() for want in row["expected"]]


def _golden(row: Row) -> bool:
    return str(row["id"]).startswith(_GOLDEN)


def _speed(path: Path) -> float:
    """Millions of characters a second that are cut into sentences."""
    text = "\n\n".join(json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()) * 100
    start = time.process_time()
    sum(1 for _ in sentences(text))
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def words(folder: Path) -> Section:
    """Of the words that a person sees in each Word file of *folder*, how many are read."""
    rows, seen, read = [], 0, 0
    for path in sorted(folder.glob("*.docx")):
        want, have = Counter(_words(_visible(path))), _read(path)
        if want:
            both = sum((want & have).values())
            seen, read = seen + sum(want.values()), read + both
            if both < sum(want.values()):
                rows.append((path.stem, f"{sum(want.values())}", f"{both}", f"{both / sum(want.values()):.2f}"))
    rows.append(("all", f"{seen}", f"{read}", f"{read / max(1, seen):.3f}"))
    return ("Words read of Word files (those with words missing, and all)", ("file", "words", "read", "share"), rows)


def _read(path: Path) -> Counter[str]:
    documents = read_tender(str(path)).documents
    return Counter(_words(documents[0].text)) if documents else Counter()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _visible(path: Path) -> str:
    """The text of the body, headers, footers and notes of a Word file, straight from its XML."""
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _PARTS.fullmatch(name)]
    parser = etree.XMLParser(resolve_entities=False)
    return "\n".join(text for part in parts for text in _paragraphs(etree.fromstring(part, parser)))


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter("{*}p"):
        pieces = [node.text or "" for node in paragraph.iter(_TEXT, _STRICT) if _holder(node) is paragraph]
        yield "".join(pieces)


def _holder(node: Any) -> Any:
    """The paragraph that *node* stands in; None for text that nobody sees."""
    for above in node.iterancestors():
        name = above.tag.rpartition("}")[2]
        if name in _UNSEEN:
            return None
        if name == "p":
            return above if not any(a.tag.rpartition("}")[2] in _UNSEEN for a in above.iterancestors()) else None
    return None

"""Acronyms that are used in prose and nowhere in the pack spelled out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from ..model import MOST_PLACES, Evidence, Metric, Tender
from .prose import Prose
from .subject import Subject

KNOWN = frozenset(
    "UK GB EU US USA UN VAT NHS BBC PDF ISO IT HR ID PO AM PM OK PC TV DVD USB CV FAQ FAQS HM HMRC MP MPS BS EN LTD "
    "LLP PLC CIC CIO URL HTML XML CSV GMT BST UTC GBP EUR USD TBC TBA NB PS RE CC CEO GP GPS MS NO OR AND PIN PAYE "
    "CCTV ZIP SMS WC DIY AGM ISBN MR MRS DR".split()
)
"""Acronyms that anybody knows, by guidance for government writers, and capitals that are none."""

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}(?=s?(?![\w&])(?!-?\d))")
_ROMAN = re.compile(r"[IVXLC]+")
_NEIGHBOUR = re.compile(r"\s*[A-Z]{4,}\b")
_SAID = re.compile(
    r"s?[\"'”’)]{0,2}\s{0,2}(?:(?P<means>means?\b|stands? for|is short for|refers to|shall mean|\()"
    r"|[:=–-]|\n{1,2})\s{0,3}(?:the\s|an?\s)?[\"'“]?(?P<initial>\w)"
)
_NEAR = 160  # characters in which the words of an acronym stand


def measure(subject: Subject) -> Iterator[Metric]:
    if subject.why_not:
        yield from subject.unmeasured("unexplained_acronyms")
        return
    first: dict[str, Evidence] = {}
    times = Counter[str]()
    for prose in subject.prose:
        for acronym, start in _used(prose):
            times[acronym] += 1
            if times[acronym] == 1:
                first[acronym] = prose.place(start, start + len(acronym))
    explained = _explained(subject.tender, times.keys())
    left = [name for name in first if name not in explained and name.lower() not in subject.lower_words]
    yield Metric(
        "unexplained_acronyms",
        len(left),
        tuple(first[name] for name in left[:MOST_PLACES]),
        tuple(f"{name}: used {times[name]} time{'s' * (times[name] > 1)}" for name in left[:MOST_PLACES]),
    )


def _used(prose: Prose) -> Iterator[tuple[str, int]]:
    """Each acronym in *prose* and where; words of a line in capitals, Roman numerals and codes are none."""
    for match in _ACRONYM.finditer(prose.text):
        name, start = match[0].strip("&"), match.start()
        before = prose.text[max(0, start - 12) : start]
        if name in KNOWN or _ROMAN.fullmatch(name) or before[-1:].isalnum() or before[-1:] in ("/", "-", "&", "."):
            continue
        if _NEIGHBOUR.match(prose.text, match.end()) or before.rstrip()[-4:].isupper():
            continue
        yield name, start


def _explained(tender: Tender, names: Set[str]) -> set[str]:
    """Those of *names* that some document spells out: in brackets, in a glossary, in a definition."""
    done: set[str] = set()
    for document in tender.documents:
        for match in _ACRONYM.finditer(document.text):
            if match[0] in names and match[0] not in done and _spelled_out(document.text, match):
                done.add(match[0])
    return done


def _spelled_out(text: str, match: re.Match[str]) -> bool:
    name, initial = match[0], match[0][0].lower()
    before = text[max(0, match.start() - _NEAR) : match.start()].rstrip("\"'“‘ ")
    if before.endswith("("):
        words = before[:-1].replace("-", " ").split()[-2 * len(name) - 1 :]
        return any(word.lower().lstrip("\"'“‘").startswith(initial) for word in words)
    said = _SAID.match(text, match.end())
    return said is not None and (said["initial"].lower() == initial or (said["means"] or "(") != "(")

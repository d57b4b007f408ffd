"""Insurance that a bidder or supplier must hold: kind, level, basis, and whether it is needed before award."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import BlockKind, Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .beforehand import before_award
from .cover_asked import DEMAND, OWN, SHORT, Found, about, asks, conditional, struck, tabled
from .cover_kinds import Cover, covers
from .covers import Level, levels, sums
from .passages import Passage
from .said import flat
from .wording import is_blank, negated, sentence_around

_CLAIM = Pattern(
    r"\b(?:each|every|any one|any single|per|single)(?: and every)? (?:\w+ )?(?:claims?|occurrences?|events?|"
    r"incidents?|loss|cause)",
    re.I,
)
_TOTAL = Pattern(r"aggregate", re.I)
_FOR_PRODUCTS = Pattern(r"aggregate (?:for|in respect of|as regards) products?", re.I)
_LOT = Pattern(r"\blots?\s+(?P<lot>\d{1,2}[A-Za-z]?(?: (?:and|to|&) \d{1,2})?|[A-Z])\b", re.I)
_LOT_CELL = Pattern(r"(?P<lot>\d{1,2}[A-Za-z]?)(?=\s+[A-Z]|\s*$)")
_GENERIC = Pattern(
    r"\b(?:obtain|maintain|hold|effect|take out|levels? of|evidence of|all necessary|adequate|appropriate|required|"
    r"relevant)\b"
    r"[^.;:]{0,60}\binsurances?\b(?! (?:purposes|compan|brokers?|claims?|sector))",
    re.I,
)
_LEVEL_WORDS = Pattern(r"minimum|level|limit|less than|least|cover|indemn|per claim|each|any one", re.I)
_BACK = 6
"""Passages to look back for the kind that a table of levels belongs to."""
_NAME = 40
_ABSURD = 100_000_000
"""More cover than any small tender asks for: more likely a slip of print, such as a struck-out figure left standing."""
_WHOLE = 1_500
_LONGEST = 4_000
"""Characters of a passage that are read together: no tender's list of covers is longer."""


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Every level of cover asked for; a kind without any level in the document is told once, with no amount."""
    found = [one for index, passage in enumerate(passages) for one in _in_passage(passages, index, passage)]
    levelled = {one.kind for one in found if one.amount is not None}
    told: set[str] = set()
    for one in found:
        if one.amount is not None:
            yield _fact(one)
        elif one.kind not in levelled and asks(one):
            told.add(one.kind)
            yield _fact(one)
    if not levelled and not told:
        yield from _unnamed(passages)


def _in_passage(passages: Sequence[Passage], index: int, passage: Passage) -> Iterator[Found]:
    if passage.role in (Role.GUIDANCE, Role.CONTENTS, Role.AWARD_NOTICE):
        return
    whole = flat(passage.text)
    for base, end in _stretches(whole):
        text = whole[base:end]
        named = _under_title(passages, index, text) or [*_answered(passage, text), *levels(text)]
        in_columns = [] if named or len(whole) > _LONGEST else _from_columns(passage, text)
        if not named and len(whole) <= _LONGEST:
            named = in_columns or _from_table(passage, text) or _from_lead(passages, index, text)
        if not named or not about(passage, text):
            continue
        for level in named:
            if in_columns or not struck(text, level, passage):
                first = before_award(passages, index, _near(text, level))
                for kind in level.cover.kinds:
                    yield Found(passage, kind, level, text, base, _over_blank(passages, index), first)


def _near(text: str, level: Level) -> str:
    """*text* when it is short; else the sentence that names *level*."""
    start, end = sentence_around(text, level.start, level.end)
    return text if len(text) < _WHOLE else text[start:end]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """*text* in pieces that are cheap to read, cut at the ends of sentences where it has any."""
    start = 0
    while len(text) - start > _LONGEST:
        stop = text.rfind(". ", start + _LONGEST // 2, start + _LONGEST)
        end = start + _LONGEST if stop < 0 else stop + 2
        yield start, end
        start = end
    yield start, len(text)


def _over_blank(passages: Sequence[Passage], index: int) -> bool:
    """Whether this heads a form's blank: "EMPLOYERS' LIABILITY:" / "Policy number ____"."""
    text = passages[index].text.rstrip()
    return text.endswith(":") and index + 1 < len(passages) and is_blank(passages[index + 1].text)


def _from_columns(passage: Passage, text: str) -> list[Level]:
    """Levels of a row whose columns are headed by kinds of insurance."""
    done = []
    for cell, head in zip(passage.cells, passage.columns, strict=False):
        heading = covers(flat(head))
        start = cell.start - passage.span.start
        stated = sums(text[start : cell.end - passage.span.start]) if heading else []
        if stated:
            one = replace(stated[0], start=stated[0].start + start, end=stated[0].end + start)
            done += [Level(Cover(one.start, one.end, cover.kinds), one) for cover in heading]
    return done


def _from_table(passage: Passage, text: str) -> list[Level]:
    """The level of a row that names its kind by half: "Motor | £5m" under "Type of cover"."""
    if not tabled(passage):
        return []
    first = flat(passage.cell_texts()[0]).strip()
    plain = re.sub(r"\s*\([^()]{0,60}\)", "", first)
    cover = covers(f"{plain} insurance") or covers(f"{plain} liability insurance")
    stated = sums(text[len(first) :])
    one = replace(stated[0], start=stated[0].start + len(first), end=stated[0].end + len(first)) if stated else None
    return [Level(Cover(0, len(first), cover[0].kinds), one)] if cover and len(first) <= _NAME else []


def _under_title(passages: Sequence[Passage], index: int, text: str) -> list[Level]:
    """The level of a line such as "Limit of indemnity: £5m" under a heading or line that names its kinds."""
    label = None if passages[index].is_row else _LIMIT_LABEL.match(text)
    kinds = covers(_title(passages, index)) if label else ()
    stated = sums(text) if len(kinds) == 1 else []
    if not stated or any(one.end <= stated[0].start for one in covers(text)):
        return []
    return [Level(Cover(stated[0].start, stated[0].end, kinds[0].kinds), stated[0])]


def _title(passages: Sequence[Passage], index: int) -> str:
    """The short line above, in the same section, that names kinds of insurance; else the heading."""
    for one in reversed(passages[max(0, index - _BACK) : index]):
        if one.kind is BlockKind.HEADING or one.is_row:
            break
        line = flat(one.text)
        if len(line) <= SHORT // 2 and not line.rstrip().endswith(".") and covers(line) and not sums(line):
            return line
    return flat(passages[index].headings[-1]) if passages[index].headings else ""


_LIMIT_LABEL = Pattern(
    r"\W{0,3}(?:\(?\w{1,5}[).]?\s{1,4})?(?:(?:minimum|required|the) )*(?:limits? of (?:indemnity|liability|cover)|"
    r"indemnity limit|sum insured|"
    r"(?:levels?|amount) of (?:cover|indemnity|insurance)|(?:cover|indemnity|insurance) levels?|minimum (?:cover|"
    r"level|limit|indemnity|amount))\b",
    re.I,
)


def _answered(passage: Passage, text: str) -> list[Level]:
    """The level that an answer gives of the one kind that its question names: "A1. £10 million for each claim."."""
    lead = flat(passage.lead)
    other = not sums(lead) or _NO.match(text)
    kinds = covers(lead) if "?" in lead and other else ()
    stated = sums(text[:_ANSWER]) if len(kinds) == 1 else []
    if not stated or any(one.start < stated[0].start for one in covers(text)):
        return []
    return [Level(Cover(stated[0].start, stated[0].end, kinds[0].kinds), stated[0])]


_NO = Pattern(r"\W{0,3}(?:A\w{0,3}[.:] ?)?No\b", re.I)
_ANSWER = 80
"""Characters of an answer in which the level that was asked for stands."""


def _from_lead(passages: Sequence[Passage], index: int, text: str) -> list[Level]:
    """A level whose kind stands just above: "Public liability" / "Minimum: £5m", or a table of levels."""
    if passages[index].is_row and _OWN_LABEL.search(passages[index].cell_texts()[0]):
        return []
    cover = _cover_above(passages, index) if _LEVEL_WORDS.search(text) else None
    stated = sums(text) if cover else []
    if cover is None or not stated:
        return []
    one = stated[-1] if passages[index].is_row else stated[0]
    return [Level(Cover(one.start, one.end, cover.kinds), one)]


_OWN_LABEL = Pattern(r"\b(?:liabilit|insurance|indemnity|motor|contents|buildings|vehicle|property)", re.I)


def _cover_above(passages: Sequence[Passage], index: int) -> Cover | None:
    """The one kind named by the lead or by the passage above; further up only over a list of limits."""
    lead = flat(passages[index].lead)
    above = [lead, *(flat(passages[index - 1].text) for _ in range(index > 0))]
    if _LEVEL_WORDS.search(lead):
        above += [flat(one.text) for one in reversed(passages[max(0, index - _BACK) : index])]
    for text in above:
        kinds = covers(text)
        if kinds:
            return kinds[0] if len(kinds) == 1 and not sums(text) else None
    return None


def _fact(one: Found) -> Fact:
    start, end = _quoted(one)
    said = one.text[start:end]
    unsure = not one.level.sure or (one.level.sum is not None and one.level.sum.bare and not one.passage.is_row)
    unsure = unsure or conditional(one) or (one.amount or 0) > _ABSURD
    blank = Confidence.MEDIUM if one.amount is None else Confidence.HIGH
    return fact(
        "insurance",
        one.passage.evidence(one.base + start, one.base + end),
        confidence=Confidence.LOW if unsure else blank,
        type=one.kind,
        amount=one.amount,
        currency=(one.level.sum.currency if one.level.sum else "") or "GBP",
        basis=_basis(one, said),
        required_before_award=one.held_first,
        lot=_lot(one),
    )


def _quoted(one: Found) -> tuple[int, int]:
    """The sentence that says it, or the whole row when that is short."""
    if one.passage.is_row and len(one.text) <= 2 * SHORT:
        return 0, len(one.text)
    return sentence_around(one.text, one.level.start, one.level.end)


def _basis(one: Found, said: str) -> str:
    """Per claim or in the aggregate, from the words between this kind and the next, or else of the sentence."""
    following = next((c.start for c in covers(one.text) if c.start >= one.level.end), len(one.text))
    near = one.text[one.level.start : following]
    claim, total = _CLAIM.search(near), _TOTAL.search(near)
    if _FOR_PRODUCTS.search(near):
        return "aggregate" if one.kind == "product_liability" else "per_claim" if claim else "unspecified"
    if total and not (claim and "/" in near[claim.end() : total.start()]):
        return "aggregate"
    if claim or re.search(r"\bin each case in respect of any one\b", said, re.I):
        return "per_claim"
    return "unspecified"


def _lot(one: Found) -> str | None:
    if one.passage.is_row:
        first = _LOT.search(one.text[:40]) or (_lot_column(one.passage) and _LOT_CELL.match(one.text))
        if first:
            return str(first["lot"]).upper()
    near = (
        _LOT.search(one.passage.beside)
        or _LOT.search(one.passage.lead)
        or (_LOT.search(one.passage.headings[-1]) if one.passage.headings else None)
    )
    return near["lot"].upper() if near else None


def _lot_column(passage: Passage) -> bool:
    return bool(passage.columns) and bool(re.match(r"\W*lots?\b", passage.columns[0], re.I))


def _unnamed(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Insurance asked for without saying which, when the document names no kind: its levels stand elsewhere."""
    for index, passage in enumerate(passages):
        text = flat(passage.text)[:_LONGEST]
        match = _GENERIC.search(text)
        skipped = passage.role in (Role.GUIDANCE, Role.CONTENTS, Role.DEFINITIONS, Role.AWARD_NOTICE)
        if not match or skipped or passage.kind is BlockKind.HEADING or is_blank(text) or negated(text, *match.span()):
            continue
        begin, stop = sentence_around(text, *match.span())
        if OWN.search(text[begin : match.end()]) or not DEMAND.search(f"{flat(passage.lead)} {text[:stop]}"):
            continue
        level = Level(Cover(match.start(), match.end(), ("other",)), None)
        first = before_award(passages, index, _near(text, level))
        found = _fact(Found(passage, "other", level, text, held_first=first))
        yield replace(found, confidence=Confidence.LOW)
        return

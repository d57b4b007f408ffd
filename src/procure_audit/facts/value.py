"""What the contract is worth: in all, a year, with extensions, at most, by lot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .passages import Passage
from .quantities import Money, amounts, money
from .said import Said, flat, phrase, said
from .worth import (
    LABEL,
    continues,
    heads_other,
    heads_worth,
    is_other,
    leads_to_worth,
    limits_prices,
    makes_other,
    of_lot_alone,
    with_tax,
)

_BEFORE, _AFTER = 150, 90

_PER_YEAR = phrase(
    r"\bper annum\b|\bper year\b|\bp\.?\s?a\.?(?![a-z])|\bannual(?:ly)?\b|\byearly\b|\b(?:a|each|every|/) ?year\b|"
    r"\b(?:per|each|every|a) (?:school|contract|financial|calendar|academic) year\b|"
    r"\bper financial year\b"
)
_WITH_EXTENSIONS = phrase(
    r"\b(?:includ\w+|with|plus|inclusive of) (?:\w+ ){0,5}?(?:exten\w+|options?|renewals?)\b|\bif (?:fully "
    r")?extended\b|\bfull (?:duration|term|life)|\bif\b[^.;£]{0,40}\bextend\w*|\b(?:should|were|"
    r"assuming)\b[^.;£]{0,50}\b(?:exten\w+|options?)\b"
)
_MOST = phrase(
    r"\bmaximum\b|\bup to\b|\bceiling\b|\bno(?:t)? (?:more than|exceed)|\bcap(?:ped)?\b|\bupper\b|\bat most\b"
)
_LEAST = phrase(r"\bminimum\b|\blowest\b|\bat least\b|\bno less than\b|\blower\b|\bfrom\b$")
_VAT = (
    ("excluded", phrase(r"\b(?:ex(?:cluding|clusive of|\.)?|net of|plus|without) ?(?:uk )?vat\b|\+ ?vat\b")),
    ("included", phrase(r"\binc(?:luding|lusive of|\.)? ?vat\b")),
)
_LOT = Pattern(r"\blot\s*(?:no\.?\s*)?(?P<lot>\d{1,3}[a-z]?|[A-H])\b", re.I)
_WORTH_COLUMN = phrase(r"\b(?:value|worth|budget|spend|funding|what we (?:will|can|shall) pay)\b")
_LOT_HEAD = phrase(r"\W*lots?(?: (?:no\.?|number))?\W*$")
_EACH_LOT = phrase(r"\beach lot\b|\bper lot\b|\bevery lot\b")
_MOST_SUMS = 40
"""Sums in one sentence from which it is a list of prices, whatever words stand in it."""
_BEGINNING = 30
"""Characters before a sum that opens a statement under a heading that announces it."""
_LEAST_AMOUNT = 1_000
"""An amount below this is a price, not the worth of a contract."""


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    for one in said(passages):
        if one.passage.role in (Role.DEFINITIONS, Role.CONTRACT_TERMS, Role.FORM) and not one.passage.is_row:
            continue
        if one.passage.role is Role.GUIDANCE or one.defines or one.asks:
            continue
        yield from list(_facts(one)) or _lot_alone(one)


def _lot_alone(one: Said) -> Iterator[Fact]:
    """ "Lot 1 (North): about £290,000 a year" """
    stated = money(one.text)
    if len(stated) != 1 or stated[0].amount is None or stated[0].amount < _LEAST_AMOUNT:
        return
    before, after = one.text[: stated[0].start], one.text[stated[0].end :]
    if of_lot_alone(before, after) and not is_other(f"{before} {' '.join(one.passage.headings[-1:])}"):
        yield _fact(one, stated[0], None, before, after)


def _facts(one: Said) -> Iterator[Fact]:
    found = amounts(one.text) if LABEL.search(_label(one)) else money(one.text)
    if len(found) > _MOST_SUMS and not one.passage.is_row:
        return
    if one.passage.is_row and (tabled := list(_in_columns(one, found))):
        yield from tabled
        return
    done, last = 0, -1
    for index, amount in enumerate(found):
        before = one.text[max(done, amount.start - _BEFORE) : amount.start]
        end = found[index + 1].end if amount.part == "low" and index + 1 < len(found) else amount.end
        after = one.text[end : end + _AFTER]
        again = index == last + 1 > 0 and continues(before, after)
        if again and with_tax(found[last].amount or 1, amount.amount or 0, after):
            continue
        if amount.amount is None or amount.part == "high" or amount.amount < _LEAST_AMOUNT:
            continue
        if not again and not _is_value(one, before, after):
            continue
        high = found[index + 1] if amount.part == "low" and index + 1 < len(found) else None
        done, last = (high.end, index + 1) if high else (amount.end, index)
        stop = min([done + _AFTER, *(other.start for other in found[last + 1 : last + 2])])
        yield _fact(one, amount, high, before, one.text[done:stop])


def _in_columns(one: Said, found: Sequence[Money]) -> Iterator[Fact]:
    """The sums of a row that stand under headings such as "Value per year"; the row's own label is its lot."""
    for cell, head in zip(one.passage.cells, one.passage.columns, strict=False):
        if not _heads_worth(head):
            continue
        start, end = (place - one.passage.span.start - one.start for place in (cell.start, cell.end))
        inside = [amount for amount in found if start <= amount.start < end and amount.amount is not None]
        heading = flat(head)
        if not inside or not _lot_of_row(one):
            continue
        low, high = inside[0], inside[1] if inside[0].part == "low" and len(inside) > 1 else None
        if low.amount is not None and low.amount >= _LEAST_AMOUNT:
            yield _fact(one, low, high, f"lot {_lot_of_row(one)} {heading}", one.text[low.end : end])


@lru_cache(maxsize=1024)
def _heads_worth(head: str) -> bool:
    """Whether sums under the heading *head* say what something is worth; a table asks this of each row anew."""
    heading = flat(head)
    return bool(_WORTH_COLUMN.search(heading)) and (bool(LABEL.search(heading)) or not is_other(heading))


def _lot_of_row(one: Said) -> str:
    """The lot that a row is of: "Lot 2 …", or "2" under "Lot"."""
    first = flat(one.passage.cell_texts()[0]).strip()
    match = (
        _LOT.search(one.text)
        or _LOT.search(one.passage.beside)
        or (_LOT_HEAD.match(one.passage.columns[0]) and _LOT.match(f"lot {first}"))
    )
    return match["lot"] if match else ""


def _label(one: Said) -> str:
    """What stands in front of the first figure, when it is short enough to be a label."""
    if one.passage.is_row and len(one.passage.cells) > 1:
        return one.passage.cell_texts()[0]
    head = re.split(r"[£€$\d]", one.text, maxsplit=1)[0]
    return head if len(head) < 80 else ""


def _is_value(one: Said, before: str, after: str) -> bool:
    heading = one.passage.headings[-1] if one.passage.headings else ""
    if limits_prices(before, after) and not heads_other(heading):
        return True
    if is_other(before) or makes_other(after) or heads_other(heading) or is_other(one.lead):
        return False
    if len(before) <= _BEGINNING and any(map(heads_worth, (heading, one.passage.lead, one.lead))):
        return True
    if one.passage.is_row and heads_worth(_label(one)):
        return True
    return bool(LABEL.search(_label(one)) or leads_to_worth(before) or leads_to_worth(one.lead))


def _fact(one: Said, low: Money, high: Money | None, before: str, after: str) -> Fact:
    near = _outside(before[-90:])
    words = f"{near} {after[:70]}"
    lot = _LOT.search(before)
    vat = next((name for name, pattern in _VAT if pattern.search(f"{near} {after[:40]}")), None)
    period = _period(words, near)
    sure = Confidence.HIGH if one.passage.role is not Role.AWARD_NOTICE else Confidence.MEDIUM
    common: dict[str, Any] = {
        "currency": low.currency or None,
        "period": period,
        "lot": lot["lot"] if lot else "each" if _EACH_LOT.search(before[-60:]) else None,
        "vat": vat,
    }
    if high:
        return fact(
            "contract_value", one.evidence(), confidence=sure, minimum=low.amount, maximum=high.amount, **common
        )
    return fact("contract_value", one.evidence(), confidence=sure, amount=low.amount, **common)


def _outside(before: str) -> str:
    """The words *before* a sum that speak of it: of "£90,000 a year (£450,000 in all" those behind the bracket."""
    opened = before.rfind("(")
    return before[opened:] if opened > before.rfind(")") else before


def _period(words: str, near: str) -> str:
    if _PER_YEAR.search(words):
        return "per_year"
    if _WITH_EXTENSIONS.search(words):
        return "total_including_extensions"
    if _LEAST.search(near) and not _MOST.search(near):
        return "minimum_total"
    return "maximum_total" if _MOST.search(near) else "total"

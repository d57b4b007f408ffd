"""How bids are weighed: quality against price, and social value as a share of the whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import BlockKind, Confidence, Evidence, Fact, Role, fact
from .criteria import JUDGES, PRICE, SOCIAL, WHOLE, listed, named, quality_share, side_of, summed
from .passages import Passage
from .quantities import percents
from .said import Said, flat, phrase, said
from .wording import asks_bidder

_MARK = phrase(
    r"\b(?:maximum (?:total )?(?P<name>quality|technical|commercial|price|financial) (?:mark|score|points)\w*|"
    r"criterion\W{1,4}name\W{1,3}"
    r"(?P<named>[\w ,&]{2,60}?)\W{1,4}weighting) ?(?:achievable |available |possible )?(?:is|being|of|:|"
    r"=)? ?(?P<value>\d{1,3}(?:\.\d)?)\b(?! ?%)"
)
_CRITERIA = phrase(r"\b(?:award criteri\w+|evaluat\w+|assess\w+|weight\w*|award(?:ed)?)\b")
_NOT_WEIGHT = phrase(
    r"\b(?:discount|deposit|retention|vat|inflation|uplift|interest|turnover|threshold|minimum (?:score|quality|"
    r"mark)|cheaper|within \d+ ?%|"
    r"profit|overhead|lower|higher|difference|variance|contingency|shareholding|owned|recycl\w+|complian\w+ rate|"
    r"levied|charged)\b"
)
_PRICE_NAME = phrase(PRICE)
_ONLY_QUALITY = phrase(
    r"\b(?:choose|chosen|award|mark|score|assess|evaluat)\w*\b[^.;]{0,40}\bquality\b[^.;%]{0,12}\(?100 ?%|"
    r"\bquality (?:alone|only)\b"
)
_PRICE_FIXED = phrase(
    r"\b(?:fee|budget) is fixed\b|\bnot (?:score|mark|judge) (?:the )?price\b|"
    r"\bprice is (?:fixed|not)\b|\bfixed price\b|\bprice (?:will|does|do)(?: not|n['’]t)\b"
)
_OF_QUALITY = phrase(r"^ ?(?:of|within) (?:the |total |overall )*quality\b")
_SOCIAL_MARKS = phrase(
    rf"(?P<before>\d{{1,2}}) (?:marks|points) (?:of the \d{{1,3}} )?(?:is|are|will be|for|go)(?: for| to|"
    rf" given (?:for|to))? {SOCIAL}|"
    rf"{SOCIAL} (?:(?:carries|is worth|counts for|has|accounts for) )?(?P<after>\d{{1,2}})(?=[.;,]|\Z| and| marks|"
    rf" points| of the)"
)
"""Marks of a hundred that social value has."""
_VALUE_ROW = phrase(r"\W*(?:[\d.]{1,6} )?(?:best )?value(?: for money)?\W*")
_VALUE_ITEM = phrase(r"^\W*(?:[\d.]{1,6} )?value\W{0,2}:")
_FIGURE = re.compile(r"\W{0,2}(\d{1,3}(?:\.\d)?)(?:\s*(?:marks|points))?\W{0,2}")
_PARAGRAPH = 1_200
_ITEM = 280
"""Characters of a list item that is read whole: its share often stands behind its question mark."""
_VARIES = phrase(r"\+ ?/ ?-|±|\bdiscretion\b|\bindicative\b|\bexample\b")
_TOTAL = phrase(r"^\W*(?:sub-?\s?)?totals?\b")
_NEAR = 60
"""Statements between two halves of a weighting: "4.3 Quality 40%", its tables, "4.4 Commercial 60%"."""
_BESIDE = 4
_LONGEST_RUN = 40
_SHORT = 140


@dataclass(frozen=True, slots=True)
class _Weight:
    side: str
    value: float
    place: Evidence
    order: int
    part: bool = False
    weighs: bool = True


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    everything = [one for one in _read(passages) if _may_weigh(one)]
    stated = [pair for one in everything if (pair := _stated(one)) is not None]
    stated = stated or list(_in_paragraphs(everything)) or list(_marked_rows(everything))
    weights = [weight for order, one in enumerate(everything) for weight in _weights(one, order)]
    pairs = stated or list(_joined(weights))
    yield from pairs
    yield from _social(weights, pairs)
    yield from _social_marks(everything, pairs)


def _read(passages: Sequence[Passage]) -> Iterator[Said]:
    """What *passages* say; a list item that is a question and its share ("How …? (30%)") is one statement."""
    for one in said(passages):
        item = one.passage.kind is BlockKind.LIST_ITEM and len(one.passage.text) <= _ITEM
        if not item or len(one.passage.said) == 1:
            yield one
        elif one is one.passage.said[0]:
            yield Said(one.passage, 0, one.passage.flat, one.lead)


def _may_weigh(one: Said) -> bool:
    role = one.passage.role
    return role not in (Role.GUIDANCE, Role.DEFINITIONS) or (role is Role.DEFINITIONS and bool(_MARK.search(one.text)))


def _told(passage: Passage) -> bool:
    """Whether the heading or lead-in of *passage* says that bids are weighed there."""
    heading = passage.headings[-1] if passage.headings else ""
    around = f"{heading} {passage.lead} {' '.join(passage.columns)}"
    return passage.role is Role.AWARD_CRITERIA or bool(JUDGES.search(around))


def _in_paragraphs(everything: Sequence[Said]) -> Iterator[Fact]:
    """Weightings told over the sentences of a paragraph: "Quality is 70%. Price is 30%.", "Quality 70. Price 30."."""
    for passage, group in groupby(everything, key=lambda one: one.passage):
        sentences = list(group)
        text = passage.flat
        if passage.is_row or len(text) > _PARAGRAPH or not _PRICE_NAME.search(text) or _NOT_WEIGHT.search(text):
            continue
        shares = [pair for one in sentences for pair in named(one.text)]
        quality = summed(shares) if len(sentences) > 1 else None
        if quality is None and (_told(passage) or JUDGES.search(text)):
            quality = summed(listed(text), judges=True)
        if quality is None and _PRICE_FIXED.search(text) and sum(share for _, share in shares) == WHOLE:
            quality = None if any(side == "price" for side, _ in shares) else WHOLE
        if quality is None and _ONLY_QUALITY.search(text) and _PRICE_FIXED.search(text):
            quality = WHOLE
        if quality is not None:
            yield _fact(quality, passage.evidence(), sure=Confidence.MEDIUM)


def _marked_rows(everything: Sequence[Said]) -> Iterator[Fact]:
    """Weightings of a table whose last cells are bare figures that add up to a hundred."""
    for headings, group in groupby(everything, key=lambda one: (one.passage.is_row, one.passage.headings)):
        rows = [one for one in group if headings[0] and len(one.passage.cells) > 1 and not _TOTAL.match(one.text)]
        if not rows or not any(map(_told, (one.passage for one in rows[:2]))):
            continue
        marks = [(one, match) for one in rows if (match := _FIGURE.fullmatch(flat(one.passage.cell_texts()[-1])))]
        scale = sum(float(match[1]) for _, match in marks) / WHOLE
        if scale not in _SCALES:
            continue
        shares = [(side_of(flat(one.passage.cell_texts()[0])), float(match[1]) / scale) for one, match in marks]
        quality = summed(shares, judges=True)
        if quality is not None:
            yield _fact(quality, *(one.evidence() for one, _ in marks))
            for (one, _), (side, value) in zip(marks, shares, strict=True):
                if side == "social":
                    yield fact(
                        "social_value_weight", one.evidence(), value=int(value) if value == int(value) else value
                    )


_SCALES = (1, 10)
"""Marks of a table: of a hundred, or of a thousand."""


def _stated(one: Said) -> Fact | None:
    """The weighting that one sentence or row gives whole."""
    text = one.text
    if (_NOT_WEIGHT.search(text) and not _CRITERIA.search(text)) or asks_bidder(text):
        return None
    quality = quality_share(text, _told(one.passage))
    return None if quality is None else _fact(quality, one.evidence())


def _fact(quality: float, *places: Evidence, sure: Confidence = Confidence.HIGH) -> Fact:
    if any(_VARIES.search(place.quote) for place in places):
        sure = Confidence.LOW
    return fact("quality_price_weights", *places, confidence=sure, value=f"{quality:g}/{WHOLE - quality:g}")


def _weights(one: Said, order: int) -> Iterator[_Weight]:
    """Weights that stand alone, in a heading, list item, row or definition; the other half is elsewhere."""
    text = one.text
    for mark in _MARK.finditer(text):
        yield _Weight(side_of(mark["name"] or mark["named"]), float(mark["value"]), one.evidence(), order)
    shares = named(text)
    if not shares or _TOTAL.match(text) or len(text) > _SHORT * 2 or _NOT_WEIGHT.search(text):
        return
    value_row = one.passage.is_row and _VALUE_ROW.fullmatch(one.passage.cell_texts()[0])
    if value_row or (shares[0][0] == "other" and _VALUE_ITEM.match(text)):
        shares = [("price", value) for _, value in shares[:1]]
    part = bool(re.search(r"\b(?:area|section|sub)", " ".join(one.passage.columns), re.I))
    part = part or any(_OF_QUALITY.match(text[share.end :]) for share in percents(text))
    kept = shares[:1] if len(shares) == 1 or one.passage.is_row else [pair for pair in shares if pair[0] == "social"]
    for side, value in kept:
        if 0 < value <= WHOLE:
            yield _Weight(side, value, one.evidence(), order, part, _weighs(one))


def _weighs(one: Said) -> bool:
    """Whether it speaks of weighing bids, or is so short that it says nothing else: "Social value: 10%"."""
    return len(one.text.split()) <= _FEW or _told(one.passage) or bool(JUDGES.search(one.full))


_FEW = 8


def _joined(weights: Sequence[_Weight]) -> Iterator[Fact]:
    """Weightings whose halves stand apart: a run of rows that add up to 100, else one of quality and one of price."""
    run: list[_Weight] = []
    for weight in weights:
        if run and (weight.order - run[-1].order > 2 or len(run) > _LONGEST_RUN):
            run = []
        run.append(weight)
        whole = run if sum(one.value for one in run) == WHOLE else _heads(run)
        price = sum(one.value for one in whole if one.side == "price")
        if sum(one.value for one in whole) == WHOLE and price and len(whole) > 1:
            yield _fact(
                WHOLE - price,
                *(one.place for one in whole if one.side == "price"),
                *(one.place for one in whole if one.side != "price"),
            )
            return
    for price_half in (one for one in weights if one.side == "price"):
        for other in (one for one in _around(weights, price_half, _NEAR) if one.side == "quality"):
            if price_half.value + other.value == WHOLE:
                yield _fact(other.value, other.place, price_half.place, sure=Confidence.MEDIUM)
                return


def _heads(run: Sequence[_Weight]) -> list[_Weight]:
    """*run* without the sub-criteria that a criterion's weight is shared out among: rows that add up to the one "
    "above."""
    heads: list[_Weight] = []
    index = 0
    while index < len(run):
        heads.append(run[index])
        total, last = 0.0, index
        while total < run[index].value and last + 1 < len(run):
            last += 1
            total += run[last].value
        index = last + 1 if total == run[index].value and last > index + 1 else index + 1
    return heads


def _around(weights: Sequence[_Weight], weight: _Weight, reach: int) -> Sequence[_Weight]:
    """The weights at most *reach* statements away; *weights* stand in order."""
    first = bisect_left(weights, weight.order - reach, key=lambda one: one.order)
    return weights[first : bisect_right(weights, weight.order + reach, key=lambda one: one.order)]


def _social(weights: Sequence[_Weight], pairs: Sequence[Fact]) -> Iterator[Fact]:
    """Social value's share of the whole; a share of quality is multiplied by quality's own."""
    for weight in weights:
        if weight.side != "social" or weight.value >= WHOLE or not weight.weighs:
            continue
        value = weight.value
        if _is_part(weight, weights):
            quality = {str(pair.get("value")).split("/")[0] for pair in pairs if pair.kind == "quality_price_weights"}
            if len(quality) != 1:
                continue
            value = value * float(quality.pop()) / WHOLE
        yield fact("social_value_weight", weight.place, value=int(value) if value == int(value) else round(value, 2))


def _social_marks(everything: Sequence[Said], pairs: Sequence[Fact]) -> Iterator[Fact]:
    """Marks of social value, without a percent sign, where the weighting as a whole is known to be of a hundred."""
    for one in everything if pairs else ():
        if one.passage.is_row or percents(one.text):
            continue
        match = _SOCIAL_MARKS.search(one.text)
        told = [value for side, value in listed(one.text) if side == "social"]
        if match or told:
            value = int(match["before"] or match["after"]) if match else int(told[0])
            yield fact("social_value_weight", one.evidence(), value=value)


def _is_part(weight: _Weight, weights: Sequence[_Weight]) -> bool:
    """Whether *weight* is one of rows that share out quality alone: they add up to 100 and none of them is price."""
    near = [one for one in _around(weights, weight, _BESIDE) if one.side != "price"]
    return weight.part or (len(near) > 1 and sum(one.value for one in near) == WHOLE)

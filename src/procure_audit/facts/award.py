"""How bids are weighed: quality against price, and social value as a share of the whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Confidence, Evidence, Fact, Role, fact
from .passages import Passage
from .quantities import percents
from .said import Said, flat, phrase, said
from .wording import asks_bidder

_PRICE = (
    r"\b(?:pric(?:e|es|ing)|costs?|commercials?|financials?|value for money|fees?|rates|tendered sum|lowest)\b(?! "
    r"criteri\w+ \d)"
)
_QUALITY = (
    r"\b(?:quality|technical|non-?financial|method statements?|service delivery|qualitative|delivery|experience|"
    r"capability|"
    r"innovation|added value|environmental?|sustainab\w+|presentation|interview)\b"
)
_SOCIAL = r"\b(?:social value|community benefits?|social responsibility)\b"
_NAME = phrase(rf"(?P<social>{_SOCIAL})|(?P<price>{_PRICE})|(?P<quality>{_QUALITY})")
_SPLIT = phrase(r"(?P<first>\d{1,3}) ?%? ?(?:[/:]|to) ?(?P<second>\d{1,3}) ?%?")
_SIDES = phrase(rf"(?P<one>{_PRICE}|{_QUALITY}) ?(?:[/:&–-]|to|and|versus|vs\.?) ?(?P<two>{_PRICE}|{_QUALITY})")
_SPLIT_WORDS = phrase(r"\b(?:weight\w*|ratio|split|evaluat\w+|criteria|award\w*|basis|score\w*)\b")
_MARK = phrase(
    r"\b(?:maximum (?:total )?(?P<name>quality|technical|commercial|price|financial) (?:mark|score|points)\w*|"
    r"criterion\W{1,4}name\W{1,3}"
    r"(?P<named>[\w ,&]{2,60}?)\W{1,4}weighting) ?(?:achievable |available |possible )?(?:is|being|of|:|"
    r"=)? ?(?P<value>\d{1,3}(?:\.\d)?)\b(?! ?%)"
)
_CRITERIA = phrase(r"\b(?:award criteri\w+|evaluat\w+|assess\w+|weight\w*|award(?:ed)?)\b")
_ONLY_PRICE = phrase(
    r"\bprice (?:is|will be|shall be) the (?:only|sole) (?:award )?criteri|\blowest[- ]price(?:d)? (?:only|basis|bid "
    r"will be awarded)|\bon the basis of (?:the )?"
    r"(?:lowest price|price only|price alone)\b|\baward criteri\w+[^.;%]{0,60}\bprice:? 100 ?%"
)
_NOT_WEIGHT = phrase(
    r"\b(?:discount|deposit|retention|vat|inflation|uplift|interest|turnover|threshold|minimum (?:score|quality|"
    r"mark)|cheaper|within \d+ ?%|"
    r"profit|overhead|lower|higher|difference|variance|contingency|shareholding|owned|recycl\w+|complian\w+ rate|"
    r"levied|charged)\b"
)
_FIGURES = phrase(
    rf"(?P<one>{_PRICE}|{_QUALITY})\W{{1,3}}(?P<first>\d{{1,3}})[.,;]? (?:and )?(?P<two>{_PRICE}|{_QUALITY})\W{{1,3}}"
    r"(?P<second>\d{1,3})(?![\d%,]|\.\d)"
)
_PRICE_NAME = phrase(_PRICE)
_ONLY_QUALITY = phrase(
    r"\b(?:choose|chosen|award|mark|score|assess|evaluat)\w*\b[^.;]{0,40}\bquality\b[^.;%]{0,12}\(?100 ?%|"
    r"\bquality (?:alone|only)\b"
)
_PRICE_FIXED = phrase(
    r"\b(?:fee|budget) is fixed\b|\bnot (?:score|mark|judge) (?:the )?price\b|"
    r"\bprice is (?:fixed|not)\b|\bfixed price\b|\bprice (?:will|does|do)(?: not|n['’]t)\b"
)
_OF_MONEY = phrase(
    r"^ ?of (?:the |its |our |your |all |any )?(?:\w+ ){0,2}?(?:charges?|fees?|price|value|turnover|spend|budget|sums?|"
    r"invoices?|payments?|staff|workforce|profits?|costs?|income|funding|employees|contract)\b"
)
_OF_QUALITY = phrase(r"^ ?(?:of|within) (?:the |total |overall )*quality\b")
_CARRIES = phrase(rf"{_SOCIAL} (?:carries|accounts for|is worth|counts for|makes up|has)(?: \w+){{0,2}} ?$")
_MARKS = phrase(r"(?<![\d.,£])(?P<marks>\d{1,2}) (?:marks|points)\b")
_VALUE_ROW = phrase(r"\W*(?:[\d.]{1,6} )?(?:best )?value(?: for money)?\W*")
_PARAGRAPH = 1_200
_VARIES = phrase(r"\+ ?/ ?-|±|\bdiscretion\b|\bindicative\b|\bexample\b")
_TOTAL = phrase(r"^\W*(?:sub-?\s?)?totals?\b")
_NEAR = 60
"""Statements between two halves of a weighting: "4.3 Quality 40%", its tables, "4.4 Commercial 60%"."""
_BESIDE = 4
_LONGEST_RUN = 40
_SHORT = 140
_WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class _Weight:
    side: str
    value: float
    place: Evidence
    order: int
    part: bool = False


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    everything = [one for one in said(passages) if _may_weigh(one)]
    stated = [pair for one in everything if (pair := _stated(one)) is not None] or list(_in_paragraphs(everything))
    weights = [weight for order, one in enumerate(everything) for weight in _weights(one, order)]
    pairs = stated or list(_joined(weights))
    yield from pairs
    yield from _social(weights, pairs)


def _may_weigh(one: Said) -> bool:
    role = one.passage.role
    return role not in (Role.GUIDANCE, Role.DEFINITIONS) or (role is Role.DEFINITIONS and bool(_MARK.search(one.text)))


def _in_paragraphs(everything: Sequence[Said]) -> Iterator[Fact]:
    """Weightings told over the sentences of a paragraph: "Quality is 70%. Price is 30%.", "Quality 70. Price 30."."""
    for passage, group in groupby(everything, key=lambda one: one.passage):
        sentences = list(group)
        text = flat(passage.text)
        if passage.is_row or len(text) > _PARAGRAPH or not _PRICE_NAME.search(text) or _NOT_WEIGHT.search(text):
            continue
        quality = _summed([pair for one in sentences for pair in _named(one.text)]) if len(sentences) > 1 else None
        quality = _plain(text) if quality is None else quality
        named = [pair for one in sentences for pair in _named(one.text)]
        if quality is None and _PRICE_FIXED.search(text) and sum(share for _, share in named) == _WHOLE:
            quality = None if any(side == "price" for side, _ in named) else _WHOLE
        if quality is None and _ONLY_QUALITY.search(text) and _PRICE_FIXED.search(text):
            quality = _WHOLE
        if quality is not None:
            yield _fact(quality, passage.evidence(), sure=Confidence.MEDIUM)


def _plain(text: str) -> float | None:
    """Quality's share where figures stand alone: "Quality 70. Price 30."."""
    match = _FIGURES.search(text)
    if match is None or not _CRITERIA.search(text):
        return None
    first, second = float(match["first"]), float(match["second"])
    sides = _side(match["one"]), _side(match["two"])
    if first + second != _WHOLE or set(sides) != {"price", "quality"}:
        return None
    return first if sides[0] == "quality" else second


def _stated(one: Said) -> Fact | None:
    """The weighting that one sentence or row gives whole."""
    text = one.text
    if _NOT_WEIGHT.search(text) and not _CRITERIA.search(text):
        return None
    quality = _ratio(text)
    if quality is None:
        quality = _summed(_named(text))
    if quality is None and _ONLY_PRICE.search(text) and not asks_bidder(text):
        quality = 0.0
    return None if quality is None else _fact(quality, one.evidence())


def _fact(quality: float, *places: Evidence, sure: Confidence = Confidence.HIGH) -> Fact:
    if any(_VARIES.search(place.quote) for place in places):
        sure = Confidence.LOW
    return fact("quality_price_weights", *places, confidence=sure, value=f"{quality:g}/{_WHOLE - quality:g}")


def _ratio(text: str) -> float | None:
    """Quality's share of "60:40 quality/price" or "price to quality ratio of 40/60"."""
    if not _SPLIT_WORDS.search(text):
        return None
    sides = next((match for match in _SIDES.finditer(text) if _side(match["one"]) != _side(match["two"])), None)
    if sides is None:
        return None
    for split in _SPLIT.finditer(text):
        first, second = float(split["first"]), float(split["second"])
        gap = max(split.start() - sides.end(), sides.start() - split.end())
        if first + second == _WHOLE and gap <= _SHORT:
            return first if _side(sides["one"]) == "quality" else second
    return None


def _named(text: str) -> list[tuple[str, float]]:
    """Each percentage of *text* with the criterion it belongs to: names before percentages, or after them."""
    shares = [
        (share.start, share.end, float(share.value))
        for share in percents(text)
        if share.value is not None and not _OF_MONEY.match(text[share.end : share.end + 60])
    ]
    unnamed = "other"
    if not shares:
        shares = [(mark.start(), mark.end(), float(mark["marks"])) for mark in _MARKS.finditer(text)]
        if sum(value for _, _, value in shares) != _WHOLE:
            return []
        unnamed = "quality"
    names = [(match.start(), str(match.lastgroup)) for match in _NAME.finditer(text)]
    names_first = bool(names) and names[0][0] < shares[0][0]
    found = []
    for index, (start, end, value) in enumerate(shares):
        if names_first:
            low, high = (shares[index - 1][1] if index else 0), start
        else:
            low, high = end, (shares[index + 1][0] if index + 1 < len(shares) else len(text))
        near = [side for at, side in names if low <= at < high]
        social = names_first and _CARRIES.search(text[max(low, start - 60) : start])
        side = "social" if social else _one_side(near)
        found.append((unnamed if side == "other" else side, value))
    return found


def _one_side(sides: Sequence[str]) -> str:
    """What a label is about: price if it only speaks of price, social value if it speaks of that, else quality."""
    if "social" in sides and "quality" not in sides:
        return "social"
    return ("price" if set(sides) == {"price"} else "quality" if "quality" in sides else "other") if sides else "other"


def _side(words: str) -> str:
    match = _NAME.search(words)
    return str(match.lastgroup) if match else "other"


def _summed(named: Sequence[tuple[str, float]]) -> float | None:
    """Quality's share where the parts make up the whole: all of them, or quality and price alone."""
    price = sum(value for side, value in named if side == "price")
    quality = sum(value for side, value in named if side == "quality")
    if not price or len(named) < 2 or not any(side in ("quality", "social") for side, _ in named):
        return None
    if sum(value for _, value in named) == _WHOLE or price + quality == _WHOLE:
        return _WHOLE - price
    return None


def _weights(one: Said, order: int) -> Iterator[_Weight]:
    """Weights that stand alone, in a heading, list item, row or definition; the other half is elsewhere."""
    text = one.text
    for mark in _MARK.finditer(text):
        yield _Weight(_side(mark["name"] or mark["named"]), float(mark["value"]), one.evidence(), order)
    named = _named(text)
    if not named or _TOTAL.match(text) or len(text) > _SHORT * 2 or _NOT_WEIGHT.search(text):
        return
    if one.passage.is_row and _VALUE_ROW.fullmatch(one.passage.cell_texts()[0]):
        named = [("price", value) for _, value in named[:1]]
    part = bool(re.search(r"\b(?:area|section|sub)", " ".join(one.passage.columns), re.I))
    part = part or any(_OF_QUALITY.match(text[share.end :]) for share in percents(text))
    kept = named[:1] if len(named) == 1 or one.passage.is_row else [pair for pair in named if pair[0] == "social"]
    for side, value in kept:
        if 0 < value <= _WHOLE:
            yield _Weight(side, value, one.evidence(), order, part)


def _joined(weights: Sequence[_Weight]) -> Iterator[Fact]:
    """Weightings whose halves stand apart: a run of rows that add up to 100, else one of quality and one of price."""
    run: list[_Weight] = []
    for weight in weights:
        if run and (weight.order - run[-1].order > 2 or len(run) > _LONGEST_RUN):
            run = []
        run.append(weight)
        price = sum(one.value for one in run if one.side == "price")
        total = sum(one.value for one in run)
        if total == _WHOLE and price and len(run) > 1:
            yield _fact(
                _WHOLE - price,
                *(one.place for one in run if one.side == "price"),
                *(one.place for one in run if one.side != "price"),
            )
            return
    for price_half in (one for one in weights if one.side == "price"):
        for other in (one for one in _around(weights, price_half, _NEAR) if one.side == "quality"):
            if price_half.value + other.value == _WHOLE:
                yield _fact(other.value, other.place, price_half.place, sure=Confidence.MEDIUM)
                return


def _around(weights: Sequence[_Weight], weight: _Weight, reach: int) -> Sequence[_Weight]:
    """The weights at most *reach* statements away; *weights* stand in order."""
    first = bisect_left(weights, weight.order - reach, key=lambda one: one.order)
    return weights[first : bisect_right(weights, weight.order + reach, key=lambda one: one.order)]


def _social(weights: Sequence[_Weight], pairs: Sequence[Fact]) -> Iterator[Fact]:
    """Social value's share of the whole; a share of quality is multiplied by quality's own."""
    for weight in weights:
        if weight.side != "social" or weight.value >= _WHOLE:
            continue
        value = weight.value
        if _is_part(weight, weights):
            quality = {str(pair.get("value")).split("/")[0] for pair in pairs}
            if len(quality) != 1:
                continue
            value = value * float(quality.pop()) / _WHOLE
        yield fact("social_value_weight", weight.place, value=int(value) if value == int(value) else round(value, 2))


def _is_part(weight: _Weight, weights: Sequence[_Weight]) -> bool:
    """Whether *weight* is one of rows that share out quality alone: they add up to 100 and none of them is price."""
    near = [one for one in _around(weights, weight, _BESIDE) if one.side != "price"]
    return weight.part or (len(near) > 1 and sum(one.value for one in near) == _WHOLE)

"""Amounts of money as they are really typed, and the blanks that stand for one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from ...text.index import kept
from ...text.pattern import Pattern
from ...text.vocabulary import without_case
from .numbers import FIGURE, GAP, SCALE, WORDS, figure, numbers, scale, tidy, words

MOST = 1e14
"""Amounts above this are slips of the keyboard: they are found, without a value."""

_CODES = (
    "GBP|GPB|UKP|EUR|USD|AUD|CAD|NZD|AED|INR|CHF|JPY|CNY|RMB|ZAR|SEK|NOK|DKK|PLN|CZK|SGD|HKD|MYR|KRW|BRL|MXN|TRY|GEL|"
    "SAR|QAR|KWD"
)
_FIGURE = rf"(?:\d{{1,3}}(?:\.\d{{3}}){{0,4}},\d\d?(?![\d,.])|{FIGURE})"
_SYMBOLS = r"(?:US|AU|CA|NZ|HK|SG|[ACR])?\$|£|€|₹|¥|₤|US£"
_NAMES = {
    "pound": "GBP",
    "sterling": "GBP",
    "euro": "EUR",
    "dollar": "USD",
    "rupee": "INR",
    "dirham": "AED",
    "rand": "ZAR",
    "yen": "JPY",
}
_SIGNS = {"£": "GBP", "₤": "GBP", "€": "EUR", "$": "USD", "₹": "INR", "¥": "JPY"}
_DOLLARS = {"US": "USD", "AU": "AUD", "A": "AUD", "CA": "CAD", "C": "CAD", "NZ": "NZD", "HK": "HKD", "SG": "SGD"}
_PREFIX = rf"(?:(?<![a-z])(?:{_CODES}|Rs\.?|euros?|pound){GAP}?(?:{_SYMBOLS})?|{_SYMBOLS})"
_SUFFIX = (
    rf"(?:(?:{_CODES}|(?:US|u\.s\.|Canadian|Australian){GAP}dollars?|euros?|dollars?|pounds?(?:{GAP}sterling)?|sterling|"
    rf"rupees?|dirhams?|rand|yen|stg)(?![a-z])|(?:{_SYMBOLS})(?!{GAP}?\d))"
)
_BLANK = (
    r"(?:\[[^\[\]\d\n]{0,80}\]|\([ _.…]{1,40}\)|<[^<>\d\n]{1,60}>|«[^«»\n]{1,60}»|[_…●•]{1,200}|\.{3,200}|"
    r"[xX]{1,12}(?:[.,][xX0]{1,6}){0,4}(?![a-z])|0,000(?:,000)?(?:\.00)?(?!\d))"
)
_HALF = rf"(?P<half>half(?:{GAP}an?)?|(?:a{GAP})?quarter(?:{GAP}of{GAP}an?)?){GAP}(?=million|billion)"
_MONEY = Pattern(
    rf"(?P<prefix>{_PREFIX}){GAP}?"
    rf"(?:\[?{GAP}?(?P<absurd>\d{{1,20}}(?:\.\d{{1,9}})?e\+?\d{{1,6}})|"
    rf"(?P<blank>{_BLANK})(?:{GAP}?{SCALE})?|"
    rf"[\[(]?{GAP}?(?P<figure>{_FIGURE}){GAP}?\]?(?:{GAP}?-?(?P<scale>{SCALE}))?\]?"
    rf"(?:{GAP}?(?:pounds?(?:{GAP}sterling)?|sterling|GBP|euros?)(?![a-z]))?"
    rf"|\b(?P<spelt>{WORDS}))"
    rf"|(?<![\w.,£$€-])\[?{GAP}?(?P<figure2>{_FIGURE}){GAP}?\]?(?:{GAP}?-?(?P<scale2>{SCALE}|M(?=GBP|EUR|USD)))?\]?{GAP}?(?P<suffix>{_SUFFIX})"
    rf"|(?<![\w])(?:{_HALF}(?P<halved>million|billion)|(?P<words>{WORDS})"
    rf"(?:{GAP}?\({GAP}?{FIGURE}{GAP}?\))?(?:{GAP}(?P<scale3>{SCALE}))?){GAP}(?P<suffix2>{_SUFFIX})",
    re.I,
)
_LIKELY = re.compile(
    rf"[{''.join(_SIGNS)}]|dollar|sterling"
    rf"|(?<![a-ln-z])(?:{_CODES.lower()}|rs|euros?|pounds?|rupees?|dirhams?|rand|yen|stg)(?![a-wyz])"
)
"""A sign, code or name of a currency in small letters; only "m" and "xx" may be written on to it ("5MGBP", "GBPxx")."""
_TO = Pattern(rf"{GAP}?(?:-|–|—|\bto\b|\band\b){GAP}?", re.I)
_PENCE = Pattern(rf"(?:{GAP}and)?{GAP}(?:(?P<figure>\d\d)|(?P<words>{WORDS}))(?={GAP}*(?:[.,;!?)](?!\d)|$))", re.I)
_REPEAT = Pattern(rf"{GAP}{{0,2}}[(\[]?{GAP}?$|^{GAP}?(?:or{GAP})?$")
_OTHER_END = Pattern(rf"{GAP}?(?:-|–|to){GAP}?(?P<figure>{FIGURE})(?:{GAP}?(?P<scale>{SCALE}))?(?![\w%/])", re.I)
_BEFORE = Pattern(rf"(?<![\w.,£$€-])(?P<figure>{FIGURE})(?:{GAP}?(?P<scale>{SCALE}))?{GAP}?(?:-|–|to|and){GAP}?$", re.I)


@dataclass(frozen=True, slots=True)
class Money:
    """Characters *start* to *end* state *amount* whole units of *currency* (ISO 4217).

    *amount* is None for a blank ("£____", `blank` is then True) and for an absurd number. `part` is "low" or "high"
    for the ends of a range ("£1m to £2m"), else "". `bare` marks an amount without any currency (`amounts` only).
    """

    start: int
    end: int
    amount: float | int | None
    currency: str
    blank: bool = False
    part: str = ""
    bare: bool = False


@kept
def money(text: str) -> tuple[Money, ...]:
    """The amounts of *text* in order; "five million pounds (£5,000,000)" is one."""
    if not _LIKELY.search(without_case(text)):
        return ()
    found = [_read(match, text) for match in _MONEY.finditer(text, 0)]
    return tuple(_ranged(_spelt_out(_once(found, text), text), text))


def amounts(text: str) -> list[Money]:
    """`money`, and amounts without a currency ("10milion", "5,000,000", "200000"), which have `bare` True.

    A bare amount is grouped or scaled, or a whole number of five digits or more: for tables and fields that are known
    to hold money; elsewhere it may be anything.
    """
    found = money(text)
    ends = [one.end for one in found]
    bare = []
    for number in numbers(text):
        plain = number.value >= 10_000 and text[number.start] != "0"
        after = bisect_right(ends, number.start)
        free = after == len(found) or number.end <= found[after].start
        if free and (number.scaled or number.grouped or plain):
            currency = "INR" if _INDIAN.search(text, number.start, number.end) else ""
            bare.append(Money(number.start, number.end, number.value, currency, bare=True))
    return sorted((*found, *bare), key=lambda one: one.start)


_INDIAN = re.compile(r"\b(?:lakh|lac|crore)s?\b", re.I)
"""Words for numbers that only rupees are counted in."""


def _read(match: re.Match[str], text: str) -> Money:
    sign = match["prefix"] or match["suffix"] or match["suffix2"]
    start, currency = match.start(), currency_of(sign)
    end = start + len(match[0].rstrip())
    if match["absurd"] or match["blank"]:
        return Money(start, end, None, currency, blank=bool(match["blank"]))
    value = _value(match)
    if value is None or value > MOST:
        return Money(start, end, None, currency)
    whole = value < 1000 and not (match["scale"] or match["scale2"]) and value == int(value)
    pence = _PENCE.match(text, end) if whole and (match["suffix"] or match["suffix2"] or match["figure"]) else None
    cents = _pence(pence, match)
    if pence and cents is not None:
        value, end = value + cents / 100, pence.end()
    return Money(start, end, tidy(value), currency)


def _value(match: re.Match[str]) -> float | None:
    if match["halved"]:
        return scale(match["halved"]) * (0.5 if match["half"].lower().startswith("half") else 0.25)
    spelt = match["words"] or match["spelt"]
    if spelt:
        said = words(spelt)
        return None if said is None else said * scale(match["scale3"])
    value = figure(match["figure"] or match["figure2"])
    return None if value is None else value * scale(match["scale"] or match["scale2"])


def _pence(found: re.Match[str] | None, match: re.Match[str]) -> float | None:
    """Pence after "15 pounds"; after "£3" only in words, since "£50 25" is two cells of a table."""
    if found is None or (match["figure"] and not found["words"]):
        return None
    value = float(found["figure"]) if found["figure"] else words(found["words"])
    return value if value is not None and value < 100 else None


def currency_of(sign: str) -> str:
    """The ISO 4217 code of a symbol, code or name; "GPB" is a slip for GBP."""
    sign = sign.strip()
    code = re.match(_CODES, sign, re.I)
    if code:
        return {"GPB": "GBP", "UKP": "GBP", "RMB": "CNY"}.get(code[0].upper(), code[0].upper())
    if sign.endswith("$"):
        return _DOLLARS.get(sign[:-1].upper(), "USD")
    if sign.lower().startswith("rs"):
        return "INR"
    if sign[-1] in _SIGNS:
        return _SIGNS[sign[-1]]
    low = sign.lower()
    if "canadian" in low or "australian" in low:
        return "CAD" if "canadian" in low else "AUD"
    return next((code for name, code in _NAMES.items() if name in low), "GBP")


def _once(found: list[Money], text: str) -> list[Money]:
    """An amount said twice over ("£5m (five million pounds)") is one."""
    done: list[Money] = []
    for one in found:
        last = done[-1] if done else None
        if last and last.amount is not None and last.amount == one.amount and last.currency == one.currency:
            between = text[last.end : one.start]
            if len(between) < 6 and between.strip() in ("(", "[", "-", "–", ",", "or", "") and "\n\n" not in between:
                done[-1] = replace(last, end=_closed(text, one.end, between))
                continue
        done.append(one)
    return done


def _closed(text: str, end: int, between: str) -> int:
    bracket = between.strip()
    closing = {"(": ")", "[": "]"}.get(bracket, "")
    return end + 1 if closing and text[end : end + 1] == closing else end


def _spelt_out(found: list[Money], text: str) -> list[Money]:
    """ "five million (£5,000,000)": the words in front belong to the amount."""
    done = []
    for one in found:
        head = text[max(0, one.start - 60) : one.start]
        match = (
            re.search(rf"(?<!\w)(?P<words>{WORDS}){GAP}?\({GAP}?$", head, re.I) if head.rstrip().endswith("(") else None
        )
        if match and one.amount is not None and words(match["words"]) == one.amount:
            start = one.start - len(head) + match.start()
            one = replace(one, start=start, end=_closed(text, one.end, "("))
        done.append(one)
    return done


def _ranged(found: list[Money], text: str) -> list[Money]:
    """Marks the ends of ranges, and gives "£5-10 million" and "between 5 and 10 million pounds" both ends."""
    done: list[Money] = []
    for one in found:
        last = done[-1] if done else None
        joined = last and last.end <= one.start and _TO.fullmatch(text[last.end : one.start])
        if last and joined and (low := _lower(last, one, text)):
            done[-1:] = [low, replace(one, part="high")]
            continue
        after = _OTHER_END.match(text, one.end)
        before = _BEFORE.search(text, max(0, one.start - 40), one.start)
        if (
            after
            and one.amount is not None
            and _SIGNED.match(text, one.start)
            and (high := _other_end(after, one, text))
        ):
            done += [replace(one, amount=_scaled(one, high, text), part="low"), high]
        elif (
            before
            and (not last or last.end <= before.start())
            and one.amount is not None
            and (low := _low(before, one, text))
        ):
            done += [low, replace(one, part="high")]
        else:
            done.append(one)
    return done


def _lower(low: Money, high: Money, text: str) -> Money | None:
    """*low* as the lower end of a range up to *high*; None where "and" merely lists two amounts or the order is odd."""
    listed = "and" in text[low.end : high.start] and not _BETWEEN.search(text, max(0, low.start - 30), low.start)
    amount = _scaled(low, high, text)
    if listed or low.currency != high.currency or amount is None or high.amount is None or amount >= high.amount:
        return None
    return replace(low, amount=amount, part="low")


_BETWEEN = Pattern(rf"(?:between|from){GAP}(?:[a-z]{{1,12}}{GAP})?$", re.I)
_SIGNED = Pattern(_PREFIX, re.I)


def _other_end(match: re.Match[str], low: Money, text: str) -> Money | None:
    value = figure(match["figure"])
    if value is None:
        return None
    high = Money(match.start("figure"), match.end(), tidy(value * scale(match["scale"])), low.currency, part="high")
    start = _scaled(low, high, text)
    return high if start is not None and high.amount is not None and high.amount > start else None


def _low(match: re.Match[str], high: Money, text: str) -> Money | None:
    value = figure(match["figure"])
    joined = re.search(r"between|from", text[max(0, match.start() - 12) : match.start()], re.I) or "and" not in match[0]
    if value is None or not joined or _SIGNED.match(text, high.start):
        return None
    low = Money(
        match.start(),
        match.end("scale") if match["scale"] else match.end("figure"),
        tidy(value * scale(match["scale"])),
        high.currency,
        part="low",
    )
    low = replace(low, amount=_scaled(low, high, text))
    return low if low.amount is not None and high.amount is not None and low.amount < high.amount else None


def _scaled(low: Money, high: Money, text: str) -> float | int | None:
    """The lower end of "£5-10 million" is five million: it takes the scale that only the upper end states."""
    own = re.search(rf"\d{GAP}?{SCALE}", text[low.start : low.end], re.I)
    theirs = re.search(rf"(?P<figure>\d[\d.,]*){GAP}?\]?{GAP}?(?P<scale>{SCALE})", text[high.start : high.end], re.I)
    if own or not theirs or low.amount is None or low.amount >= 1000 or high.amount is None:
        return low.amount
    value = low.amount * scale(theirs["scale"])
    return tidy(value) if value < high.amount else low.amount

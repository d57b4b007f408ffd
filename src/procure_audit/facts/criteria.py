"""What each criterion is worth, as one sentence, list or table row says it: percentages, marks or bare figures."""

from __future__ import annotations

from collections.abc import Sequence

from .quantities import percents
from .said import phrase

Share = tuple[str, float]
"""A side ("price", "quality", "social" or "other") and what it is worth, of a hundred."""

PRICE = (
    r"\b(?:pric(?:e|es|ing)|costs?|commercials?|financials?|value for money|fees?|rates|tendered sum|lowest)\b(?! "
    r"criteri\w+ \d| statements?\b| years?\b| standing\b| accounts\b)"
)
QUALITY = (
    r"\b(?:quality|technical|non-?financial|method statements?|service delivery|qualitative|delivery|experience|"
    r"capability|innovation|added value|environmental?|sustainab\w+|presentation|interview)\b"
)
SOCIAL = r"\b(?:social value|community benefits?|social responsibility)\b"
WHOLE = 100.0
JUDGES = phrase(
    r"\b(?:award(?:ed)?|criteri\w+|evaluat\w+|assess\w+|weight\w*|scor(?:e[ds]?|ing)|mark(?:s|ed|ing)?|judged?|"
    r"compared?|"
    r"cho(?:ose|sen)|decided?|counts?|points|carr(?:y|ies))\b"
)
"""Words by which a text speaks of how bids are weighed."""
_NAME = phrase(rf"(?P<social>{SOCIAL})|(?P<price>{PRICE})|(?P<quality>{QUALITY})")
_SPLIT = phrase(r"(?P<first>\d{1,3}) ?%? ?(?:[/:]|to) ?(?P<second>\d{1,3}) ?%?")
_FAVOURS = phrase(
    rf"(?P<first>\d{{1,3}}) ?%? ?[/:] ?(?P<second>\d{{1,3}}) ?%?,? (?:split )?in favour of (?:the )?(?P<one>{PRICE}|"
    rf"{QUALITY})"
)
_SIDES = phrase(rf"(?P<one>{PRICE}|{QUALITY}) ?(?:[/:&–-]|to|and|versus|vs\.?) ?(?P<two>{PRICE}|{QUALITY})")
_SPLIT_WORDS = phrase(r"\b(?:weight\w*|ratio|split|evaluat\w+|criteria|award\w*|basis|score\w*)\b")
_EQUAL = phrase(
    rf"(?:{QUALITY}) and (?:{PRICE})[^.;]{{0,30}}\b(?:equal(?:ly)?|the same (?:weight\w*|marks|importance))\b|"
    rf"(?:{PRICE}) and (?:{QUALITY})[^.;]{{0,30}}\b(?:equal(?:ly)?|the same (?:weight\w*|marks|importance))\b"
)
_ONLY_PRICE = phrase(
    r"\bprice (?:is|will be|shall be) the (?:only|sole) (?:award )?criteri|\blowest[- ]price(?:d)? (?:only|basis|bid "
    r"will be awarded)|\bon the basis of (?:the )?(?:lowest price|price only|price alone)\b|"
    r"\baward criteri\w+[^.;%]{0,60}\bprice:? 100 ?%|\b(?:awarded|go|given) to the lowest[- ](?:\w+ ){0,2}?(?:price|"
    r"priced|tender|"
    r"bid|quotation|quote)\b"
)
_OF_MONEY = phrase(
    r"^ ?of (?:the |its |our |your |all |any )?(?:\w+ ){0,2}?(?:charges?|fees?|price|value|turnover|spend|budget|sums?|"
    r"invoices?|payments?|staff|workforce|profits?|costs?|income|funding|employees|contract)\b"
)
_CARRIES = phrase(rf"{SOCIAL} (?:carries|accounts for|is worth|counts for|makes up|has)(?: \w+){{0,2}} ?$")
_MARKS = phrase(r"(?<![\d.,£])(?P<marks>\d{1,2}) (?:marks|points)\b")
_BARE = phrase(
    r"(?P<label>[a-z][^;,.:\d%£]{2,90}?)\W{1,3}(?P<value>\d{1,2})(?![\d%:/]|,\d|\.\d| ?(?:words?|days?|years?|"
    r"months?|pages?|hours?|"
    r"weeks?|pm|am|per|sides?|people|of)\b)"
)
_BEFORE = phrase(
    r"(?<![\d.,£])(?P<value>\d{1,2}) (?:(?:marks|points) )?(?:(?:are|is|will be|go) )?(?:(?:given|awarded|available) )?"
    r"(?:for|to) (?P<label>(?:the )?(?:\w+ ){0,2}?\w+)(?= and \d|[.,;]|$| ?\()"
)
"""A figure before its criterion: "65 marks are given for quality and 35 for price"."""
_MOST_CRITERIA = 15
_SHORT = 140


def side_of(words: str) -> str:
    """What a label is about, by the first of its words that tells."""
    match = _NAME.search(words)
    return str(match.lastgroup) if match else "other"


def quality_share(text: str, told: bool = False) -> float | None:
    """Quality's share where *text* gives the whole weighting; *told*: its heading says that bids are weighed here."""
    judges = told or bool(JUDGES.search(text))
    quality = _ratio(text)
    if quality is None:
        quality = summed(named(text), judges)
    if quality is None and judges:
        quality = summed(listed(text), judges)
    if quality is None and _EQUAL.search(text):
        return WHOLE / 2
    return 0.0 if quality is None and _ONLY_PRICE.search(text) else quality


def _ratio(text: str) -> float | None:
    """Quality's share of "60:40 quality/price", "price to quality ratio of 40/60" or "70:30 in favour of quality"."""
    favoured = _FAVOURS.search(text)
    if favoured and float(favoured["first"]) + float(favoured["second"]) == WHOLE:
        larger = max(float(favoured["first"]), float(favoured["second"]))
        return larger if side_of(favoured["one"]) == "quality" else WHOLE - larger
    if not _SPLIT_WORDS.search(text):
        return None
    sides = next((match for match in _SIDES.finditer(text) if side_of(match["one"]) != side_of(match["two"])), None)
    if sides is None:
        return None
    for split in _SPLIT.finditer(text):
        first, second = float(split["first"]), float(split["second"])
        gap = max(split.start() - sides.end(), sides.start() - split.end())
        if first + second == WHOLE and gap <= _SHORT:
            return first if side_of(sides["one"]) == "quality" else second
    return None


def named(text: str) -> list[Share]:
    """Each percentage of *text* with the criterion it belongs to: names before percentages, or after them."""
    found = [
        (share.start, share.end, float(share.value))
        for share in percents(text)
        if share.value is not None and not _OF_MONEY.match(text[share.end : share.end + 60])
    ]
    unnamed = "other"
    if not found:
        found = [(mark.start(), mark.end(), float(mark["marks"])) for mark in _MARKS.finditer(text)]
        if sum(value for _, _, value in found) != WHOLE:
            return []
        unnamed = "quality"
    names = [(match.start(), str(match.lastgroup)) for match in _NAME.finditer(text)]
    names_first = bool(names) and names[0][0] < found[0][0]
    shares = []
    for index, (start, end, value) in enumerate(found):
        low = found[index - 1][1] if names_first and index else 0 if names_first else end
        high = start if names_first else found[index + 1][0] if index + 1 < len(found) else len(text)
        social = names_first and _CARRIES.search(text[max(low, start - 60) : start])
        side = "social" if social else _one_side([side for at, side in names if low <= at < high])
        shares.append((unnamed if side == "other" else side, value))
    return shares


def listed(text: str) -> list[Share]:
    """Criteria with bare figures that add up to a hundred: "Quality 70. Price 30.", "method 35; value for money 15"."""
    for pattern in (_BEFORE, _BARE):
        found = [(side_of(match["label"]), float(match["value"])) for match in pattern.finditer(text)]
        if 1 < len(found) <= _MOST_CRITERIA and sum(value for _, value in found) == WHOLE:
            return found
    return []


def _one_side(sides: Sequence[str]) -> str:
    """What a label is about: price if it only speaks of price, social value if it speaks of that (or ends in it: a
    notice writes "Quality: social value"), else quality."""
    if sides and sides[-1] == "social" and set(sides[:-1]) <= {"quality"} and len(sides) == 2:
        return "social"
    if "social" in sides and "quality" not in sides:
        return "social"
    return ("price" if set(sides) == {"price"} else "quality" if "quality" in sides else "other") if sides else "other"


def summed(shares: Sequence[Share], judges: bool = False) -> float | None:
    """Quality's share where the parts make up the whole: all of them, or quality and price alone.

    Where bids are said to be weighed (*judges*), whatever isn't price is quality, by whatever name.
    """
    price = sum(value for side, value in shares if side == "price")
    quality = sum(value for side, value in shares if side == "quality")
    if not price or len(shares) < 2 or not (judges or any(side in ("quality", "social") for side, _ in shares)):
        return None
    if sum(value for _, value in shares) == WHOLE or (quality and price + quality == WHOLE):
        return WHOLE - price
    return None

"""Lengths of time: "30 days", "twelve (12) months", "two-year", "2 years and 6 months", "ten Working Days"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...text.index import kept
from ...text.pattern import Pattern
from ...text.vocabulary import without_case
from .numbers import GAP, WORDS, figure, tidy, words

_DAYS = {
    "seconds": 1 / 86400,
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "nights": 1.0,
    "working days": 1.0,
    "weekends": 2.0,
    "weeks": 7.0,
    "fortnights": 14.0,
    "months": 30.0,
    "quarters": 91.25,
    "years": 365.0,
    "decades": 3650.0,
}
_SHORT = {"sec": "seconds", "s": "seconds", "min": "minutes", "hr": "hours", "h": "hours", "yr": "years", "y": "years"}
_MONTHS = {"months": 1, "quarters": 3, "years": 12, "decades": 120}

_KINDS = (
    rf"(?:(?:full|complete|consecutive|further|additional|more|extra|clear|whole|successive|financial|accounting|"
    rf"trading|audited|contract|optional|possible|less){GAP}){{0,2}}"
)
_UNIT = (
    rf"(?:{_KINDS}(?:(?P<working>(?:working|business)[ \t\n-])|calendar{GAP}|clear{GAP})?"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|h|nights?|days?|weekends?|weeks?|fortnights?|months?|"
    r"quarters?|years?|yrs?|ys|decades?)(?:\(s\))?)(?![a-z0-9])"
)
_FRACTION = (
    rf"(?:{GAP}and{GAP}(?P<fraction>(?:an?{GAP}|one{GAP}|two{GAP}|three{GAP})?(?:half|quarters?))"
    rf"(?:{GAP}of)?(?:{GAP}an?)?)"
)
_TAIL = rf"(?:{GAP}and{GAP}(?P<tail>(?:an?{GAP})?(?:half|quarter))(?![a-z]))?"
_COUNT = (
    rf"(?:(?<![\w.,£$€/])(?:\[{GAP}?)?(?P<figure>\d{{1,4}}(?:\.\d{{1,3}})?|\d/\d|\d{{0,3}}[½¼¾]|\d,\d{{3}})(?:{GAP}?\])?"
    rf"|(?<!\w)(?P<words>{WORDS}))"
    rf"(?:{GAP}?[(\[]{GAP}?(?P<again>\d{{1,4}}|[a-z]{{3,9}}(?:[ -][a-z]{{3,5}})?){GAP}?[)\]])?"
    rf"{_FRACTION}?(?:{GAP}{{0,2}}|-|–)"
)
_VAGUE = (
    rf"(?<!\w)(?P<vague>half{GAP}an?|half|another|(?:an?{GAP})?(?:couple{GAP}of|couple|few)|several|some|all|full|an?(?:{GAP}half)?)"
    rf"(?:{GAP}|-)"
)
_ONE = Pattern(rf"(?:{_COUNT}|{_VAGUE}){_UNIT}{_TAIL}", re.I)
_LIKELY = re.compile(
    r"(?<![b-eg-mo-qt-z])(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|nights?|days?|weekends?|weeks?|fortnights?|"
    r"months?|quarters?|years?|yrs?|ys|decades?)(?![a-z])"
)
"""A unit in small letters, at the beginning of a word or after "half", "quarter", "of" or "an"."""
_JOIN = Pattern(rf"(?:,?{GAP}and{GAP}|,?{GAP}|,{GAP}?)", re.I)
_ROUGH = {"couple": 2.0, "few": 3.0, "several": 3.0, "some": 3.0, "half": 0.5}
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "half": 0.5, "quarter": 0.25}


@dataclass(frozen=True, slots=True)
class Duration:
    """Characters *start* to *end* state *value* of *unit*.

    `unit` is one of seconds, minutes, hours, days, working days, nights, weekends, weeks, fortnights, months,
    quarters, years, decades. "2 years and 6 months" is 30 months; other sums are in days. `counted` is False where no
    number is written ("a month", "several days", "all day").
    """

    start: int
    end: int
    value: float | int
    unit: str
    counted: bool = True

    @property
    def days(self) -> float:
        """Days: a month is 30, a year 365, a working day 1."""
        return self.value * _DAYS[self.unit]

    @property
    def months(self) -> float | int | None:
        """Months; None for units shorter than a month."""
        return tidy(self.value * _MONTHS[self.unit]) if self.unit in _MONTHS else None


@kept
def durations(text: str) -> tuple[Duration, ...]:
    """The lengths of time in *text*, in order; neighbouring ones of different units are added up."""
    done: list[Duration] = []
    for match in _ONE.finditer(text, 0) if _LIKELY.search(without_case(text)) else ():
        one = _read(match)
        if one is None:
            continue
        if (
            done
            and one.unit != done[-1].unit
            and _JOIN.fullmatch(text[done[-1].end : one.start])
            and _adds(done[-1], one)
        ):
            done[-1] = _sum(done[-1], one)
        else:
            done.append(one)
    return tuple(done)


def _read(match: re.Match[str]) -> Duration | None:
    start, value = _counted(match)
    if value is None:
        return None
    unit = _unit(match["unit"].lower())
    unit = "working days" if match["working"] and unit == "days" else unit
    value += _part(match["fraction"]) + _part(match["tail"])
    return Duration(start, match.end(), tidy(value), unit, counted=not match["vague"])


def _counted(match: re.Match[str]) -> tuple[int, float | None]:
    """Where the number begins, and its value; of "two one-year periods" it is the last word that fits."""
    if not match["words"]:
        return match.start(), _value(match)
    for word in re.finditer(r"(?<![a-z])[a-z]", match["words"], re.I):
        value = words(match["words"][word.start() :])
        if value is not None:
            return match.start("words") + word.start() if word.start() else match.start(), value
    return match.start(), None


def _value(match: re.Match[str]) -> float | None:
    if match["vague"]:
        rough = [size for word, size in _ROUGH.items() if word in match["vague"].lower()]
        return rough[0] if rough else 1.0
    written = match["figure"]
    if "/" in written:
        above, below = written.split("/")
        return int(above) / int(below) if int(below) else None
    if written[-1] in _PARTS:
        return float(written[:-1] or 0) + _PARTS[written[-1]]
    return figure(written)


def _part(written: str | None) -> float:
    if not written:
        return 0.0
    many = {"two": 2, "three": 3}.get(written.lower().split()[0], 1)
    return many * next(size for word, size in _PARTS.items() if word in written.lower())


def _unit(word: str) -> str:
    stem = word.rstrip("s") or word
    return _SHORT.get(stem, stem + "s")


def _adds(left: Duration, right: Duration) -> bool:
    return left.counted and right.counted and {left.unit, right.unit}.isdisjoint({"working days", "nights", "weekends"})


def _sum(left: Duration, right: Duration) -> Duration:
    if left.months is not None and right.months is not None:
        return Duration(left.start, right.end, tidy(left.months + right.months), "months")
    return Duration(left.start, right.end, tidy(left.days + right.days), "days")

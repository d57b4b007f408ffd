"""Calendar dates with a year, and the time of day that stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from ...text.index import kept
from ...text.pattern import Pattern
from ...text.vocabulary import without_case
from .numbers import GAP, SMALL, ordinal, words

MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
TH = rf"(?:{GAP}?(?:st|nd|rd|th)(?![a-z]))"
_DAY_WORDS = (
    "(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|one|two|three|four|five|six|"
    "seven|eight|nine)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    "(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|twentieth|thirtieth|ten|eleven|twelve|twenty|thirty"
)
_YEAR = r"(?P<{}>(?:1[6-9]|20|21)\d\d(?!\d)|'?\d\d(?![\d:.]\d|\d|(?:{gap})?(?:am|pm|a\.m|p\.m|noon|hrs|hours)))"
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_YEAR_WORDS = (
    rf"(?P<{{}}>(?:nineteen|seventeen|eighteen|twenty)(?:[ -](?:hundred|and|{_SMALL})){{{{1,3}}}}|"
    rf"two thousand(?:[ -](?:and|{_SMALL})){{{{0,3}}}})(?![a-z])"
)


def _year(name: str) -> str:
    return rf"(?:{_YEAR.format(name, gap=GAP)}|{_YEAR_WORDS.format(name + '_words')})"


_SEP = rf"(?:{GAP}{{1,2}}|,{GAP}?|{GAP},{GAP}?)"
_DAY_FIRST = (
    rf"(?<![\w/.])(?P<d1>\d{{1,2}}|"
    rf"{_DAY_WORDS}){TH}?(?:{GAP}{{0,2}},?{GAP}?(?:(?:day{GAP})?of{GAP}(?:the{GAP})?)?|[-/.])(?P<m1>{_MONTH})"
    rf"(?:,?{GAP}{{0,2}}(?:(?:in|of){GAP})?|[-/.]{GAP}?|{GAP},{GAP}?){_year('y1')}"
)
_MONTH_FIRST = (
    rf"(?<![a-z])(?P<m2>{_MONTH})(?:{GAP}?|-)(?:the{GAP})?(?P<d2>(?:\d{{1,2}}(?!\d)|(?:{_DAY_WORDS})(?![a-z]))){TH}?"
    rf"(?:{_SEP}|-|{GAP}of{GAP}){_year('y2')}"
)
_NUMERIC = (
    rf"(?<![\w/.£$€])(?P<d3>\d{{1,2}})(?P<sep>[/.-]|{GAP}/{GAP}?){GAP}?(?P<m3>\d{{1,2}}){GAP}?(?P=sep){GAP}?"
    r"(?P<y3>(?:19|20)\d\d|\d\d)(?![\d%]|[./-]\d)"
)
_ISO = (
    r"(?<!\d)(?P<y4>(?:19|20)\d\d)(?:(?P<sep4>[-/. ])(?P<m4>[01]?\d)(?P=sep4)(?P<d4>[0-3]?\d)"
    r"|(?P<m5>0[1-9]|1[0-2])(?P<d5>[0-2]\d|3[01]))(?!\d)"
    rf"|(?<!\d)(?P<y6>(?:19|20)\d\d)[-/]"
    rf"(?:(?P<m6>{_MONTH})[-/](?P<d6>\d{{1,2}})|(?P<d7>\d{{1,2}})[-/](?P<m7>{_MONTH}))(?!\d)"
)
_MONTH_ONLY = rf"(?<![a-z0-9])(?P<m8>{_MONTH}){GAP}{{1,2}}(?P<y8>(?:19|20)\d\d)(?!\d)"
_NAMED_DAYS = {
    "new year": (1, 1),
    "valentine": (14, 2),
    "david": (1, 3),
    "patrick": (17, 3),
    "earth": (22, 4),
    "george": (23, 4),
    "halloween": (31, 10),
    "andrew": (30, 11),
    "christmas eve": (24, 12),
    "christmas": (25, 12),
    "boxing": (26, 12),
}
_NAMED = (
    rf"(?<![a-z])(?P<named>new{GAP}year(?!['’s]{{0,2}}{GAP}eve)|christmas{GAP}eve|christmas|boxing(?={GAP}day)|"
    rf"earth(?={GAP}day)|halloween|"
    rf"(?:saint|st\.?){GAP}(?:patrick|andrew|david|george)|"
    rf"valentine)(?:['’]?s)?(?:{GAP}day)?,?{GAP}{{1,2}}(?P<y9>(?:19|20)\d\d)(?!\d)"
)
_BROKEN = (
    r"(?<![\w/.£$€-])(?P<broken>\d{1,4}(?:/{2}\d{1,4}/{1,2}|/\d{1,4}/{2})\d{2,8}|\d{3,4}/\d{1,4}/\d{4,8}"
    r"|\d{1,2}/\d{3,4}/\d{4,8}|\d{1,2}/\d{1,2}/\d{5,8})(?![\d/])"
)
_FORMS = "|".join((_BROKEN, _ISO, _DAY_FIRST, _MONTH_FIRST, _NUMERIC, _MONTH_ONLY, _NAMED))
_DATE = Pattern(rf"(?:(?=\d)|(?<![a-z]))(?:{_FORMS})", re.I)
_MONTHS_BEGIN = f"(?:{'|'.join(month[:3] for month in MONTHS)})"
_SET_APART = rf"{GAP}{{0,2}}[/.-]{{1,2}}{GAP}{{0,2}}"
_LIKELY = re.compile(
    rf"\d{_SET_APART}\d{{1,4}}{_SET_APART}\d\d|\d{{4}}[-/. ]\d{{1,2}}[-/. ]\d|\d//\d|\d{{8}}"
    rf"|{_MONTHS_BEGIN}[a-z]{{0,6}}[\W_]{{0,5}}(?:(?:in|of|the)[\W_]{{1,3}})?"
    r"(?:\d|fir|sec|thi|fou|fif|six|sev|eig|nin|ten|ele|twe|two)"
    rf"|\d[-/]{_MONTHS_BEGIN}|{'|'.join(_NAMED_DAYS).replace(' ', GAP)}"
)
"""What stands in small letters where a date may: three numbers set apart, a month by a number, the name of a day."""
_NUMERIC_DATE = Pattern(_NUMERIC)

_CLOCK = (
    rf"(?:(?P<h{{0}}>\d{{{{1,2}}}})(?:[:.](?P<n{{0}}>\d\d)(?:[:.]\d\d)?)?{GAP}?(?:(?P<ap{{0}}>[ap]\.?{GAP}?m(?![a-z])\.?|noon|midday|midnight)|hrs|hours|h(?![a-z]))"
    rf"|(?P<hh{{0}}>\d{{{{1,2}}}})[:.](?P<nn{{0}}>[0-5]\d)(?:[:.]\d\d)?(?!\d|\.\d|%)|(?P<hhh{{0}}>[01]\d[0-5]\d|"
    rf"2[0-3][0-5]\d){GAP}?(?:hrs|hours|hr)|(?P<word{{0}}>noon|midday|midnight))"
)
_WEEKDAY = rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?(?![a-z]){GAP}{{0,2}}(?:the{GAP})?)"
_ZONE = rf"(?:{GAP}?\(?(?:GMT|BST|UTC|E[SD]?T|P[SD]?T|UK{GAP}time|local{GAP}time|UK|Z)\)?)?"
_BEFORE = Pattern(
    rf"(?<![\w£$€.,:/]){_CLOCK.format('')}{_ZONE}(?:{GAP}?[,(–-])?{GAP}{{0,2}}(?:(?:on|of|"
    rf"by){GAP}{{1,2}})?(?:the{GAP})?{_WEEKDAY}?$",
    re.I,
)
_AFTER = Pattern(
    rf"(?:[T\n]|{GAP}{{0,3}}(?:[,;:(–-]{GAP}{{0,2}})?)(?:(?:at|by|up{GAP}to|before|until|no{GAP}later{GAP}than|"
    rf"@|not{GAP}later{GAP}than)?{GAP}{{0,2}}){_CLOCK.format('')}",
    re.I,
)
_FROM = Pattern(rf"(?<![\w/.:])(?P<day>\d{{1,2}}){TH}?{GAP}?(?:-|–|to|and|&){GAP}?{_WEEKDAY}?$", re.I)
_STUCK = Pattern(rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)(?:{_WEEKDAY})?{GAP}?$", re.I)
_FOLLOWS = Pattern(r"\.?[ \t]+\w")
_LOOK = 48  # characters before a date that can hold its time of day


@dataclass(frozen=True, slots=True)
class DateFound:
    """Characters *start* to *end* state a date.

    `value` is a datetime where a time of day stands beside it, a date otherwise; with `precision` "month" it is the
    first of the month and no day is meant. `broken` marks digits that were a date once ("1726/09/2014", two dates
    run into one): value is None then.
    """

    start: int
    end: int
    value: date | datetime | None
    precision: str = "day"
    broken: bool = False


@kept
def dates(text: str, us: bool | None = None) -> tuple[DateFound, ...]:
    """The dates of *text* that state a year, in order.

    "03/04/2024" is British unless *us* is True; with None, an impossible British date in *text* ("05/23/2024") makes
    the text American.
    """
    is_likely = _DATE.may_match(text) and _LIKELY.search(without_case(text))
    matches = list(_DATE.finditer(text, 0)) if is_likely else []
    american = _american(matches) if us is None else us
    done: list[DateFound] = []
    for match in matches:
        if match["broken"]:
            done.append(DateFound(match.start(), match.end(), None, broken=True))
            continue
        day = None if _is_clause(text, match) else _day(match, american)
        if day is None:
            continue
        if match["m8"]:
            done.append(DateFound(match.start(), match.end(), day, precision="month"))
            continue
        done += _range_start(text, match, day)
        done.append(_timed(text, match, day, done[-1].end if done else 0))
    return tuple(done)


@lru_cache(maxsize=1)
def american(text: str) -> bool:
    """Whether the numeric dates of *text*, a whole document, can only be American: some can't be British."""
    return _american(list(_NUMERIC_DATE.finditer(text, 0)))


def _is_clause(text: str, match: re.Match[str]) -> bool:
    """ "19.11.15. Ensure that …" at the beginning of a line is a clause."""
    dotted = match["d3"] and match["sep"] == "." and len(match["y3"]) == 2
    begins = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    return bool(dotted and begins and _FOLLOWS.match(text, match.end()))


def _american(matches: list[re.Match[str]]) -> bool:
    numeric = [(int(match["d3"]), int(match["m3"])) for match in matches if match["d3"]]
    return any(second > 12 >= first for first, second in numeric) and not any(first > 12 for first, _ in numeric)


def _day(match: re.Match[str], american: bool) -> date | None:
    if match["named"]:
        day, month = next(
            when for name, when in _NAMED_DAYS.items() if name in " ".join(match["named"].lower().split())
        )
        return date(int(match["y9"]), month, day)
    return _calendar_day(match, american)


def _calendar_day(match: re.Match[str], american: bool) -> date | None:
    year = next((match[name] for name in ("y1", "y2", "y3", "y4", "y6", "y8") if match[name]), None)
    spelt = match["y1_words"] or match["y2_words"]
    number = _century(spelt) if spelt else _full_year(str(year))
    month = next((match[f"m{n}"] for n in range(1, 9) if match[f"m{n}"]), "")
    day = next((match[f"d{n}"] for n in range(1, 8) if match[f"d{n}"]), "1")
    first = ordinal(re.findall("[a-z]+", day.lower())) if day[0].isalpha() else int(day)
    second = int(month) if month.isdigit() else 1 + [name[:3] for name in MONTHS].index(month[:3].lower())
    if match["d3"] and american:
        first, second = second, first or 0
    try:
        return date(number, second, first or 0)
    except ValueError:
        return None


def _full_year(written: str) -> int:
    digits = int(written.strip("'"))
    if digits >= 100:
        return digits
    return digits + (2000 if digits < 40 else 1900)


def _century(spelt: str) -> int:
    """ "nineteen eighty six", "two thousand and twelve", "nineteen hundred ninety three"."""
    head, _, rest = re.sub(r"[-\s]+", " ", spelt.lower()).partition(" ")
    if head == "two":
        return int(words(spelt) or 0)
    return SMALL[head] * 100 + int(words(rest.replace("hundred", "").strip()) or 0)


def _timed(text: str, match: re.Match[str], day: date, floor: int) -> DateFound:
    after = _AFTER.match(text, match.end())
    clock = _time(after) if after else None
    if after and clock:
        return DateFound(match.start(), after.end(), datetime.combine(day, clock))
    begin = max(floor, match.start() - _LOOK)
    head = text[begin : match.start()]
    stuck = _STUCK.search(head)
    before = _BEFORE.search(head[: stuck.start()] if stuck else head)
    clock = _time(before) if before else None
    if before and clock:
        return DateFound(begin + before.start(), match.end(), datetime.combine(day, clock))
    return DateFound(match.start(), match.end(), day)


def _time(match: re.Match[str]) -> time | None:
    if match["word"]:
        return time(23, 59) if match["word"].lower() == "midnight" else time(12)
    if match["hhh"]:
        return time(int(match["hhh"][:2]), int(match["hhh"][2:]))
    hour, minute = int(match["h"] or match["hh"]), int(match["n"] or match["nn"] or 0)
    half = re.sub(r"[^a-z]", "", (match["ap"] or "").lower())
    if half == "pm" and hour < 12:
        hour += 12
    elif (half == "am" and hour == 12) or (half == "midnight" and hour in (0, 12)):
        return time(23, 59) if half == "midnight" else time(0, minute)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _range_start(text: str, match: re.Match[str], day: date) -> list[DateFound]:
    """The first day of "3rd to 5th May 2024"; times of day and clause numbers are no days."""
    head = text[max(0, match.start() - 24) : match.start()]
    begins = _FROM.search(head) if match["d1"] else None
    if not begins or not 1 <= int(begins["day"]) < day.day:
        return []
    start = match.start() - len(head) + begins.start()
    return [DateFound(start, match.start() - len(head) + begins.end("day"), day.replace(day=int(begins["day"])))]

"""Which sum of a text belongs to which kind of insurance. Knows no documents.

Sums are dealt out by grammar, in this order: a sum that leads into its kind ("£5m for public liability"); kinds and
sums in equal number ("employers' and public liability: £10m and £5m"); one sum after kinds that stand close together
("public and products liability: £5m"); else a sum belongs to the last kind before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..text.pattern import Pattern
from .cover_kinds import Cover, covers
from .quantities import Money, amounts

LEAST_LEVEL = 10_000
"""Smaller sums near an insurance are excesses, fees and the like."""
_FURTHEST = 320
"""Characters between a kind and its sum."""

_TIGHT = Pattern(
    r"[\s•·▪●\-–—*(),;:&/+]*(?:(?:insurances?|cover(?:age)?|polic(?:y|ies)|and|or|and/or|plus|the|both|compulsory|"
    r"\d{1,2}\)?|"
    r"[a-z]\))[\s•·▪●\-–—*(),;:&/+]*){0,6}",
    re.I,
)
_LEADS_IN = Pattern(
    r"\s*(?:\)|sterling|pounds)?\s*(?P<word>(?:(?:(?:is|are|will be) (?:required|needed|sought) for|each|of|for|in "
    r"respect of|worth of|minimum|in|as|per claim|cover|"
    r"covering) )"
    r"{0,4})(?:(?:any|the|its|their|your|each|both|a) ){0,2}",
    re.I,
)
_NO_LEVEL_BEFORE = Pattern(
    r"(?:\bexcess(?:es)?(?! of)|\bin excess of the|deductibles?|premiums?|turnover|contract (?:value|sum|price)|"
    r"annual value|value of "
    r"(?:the|each|any) \w+|contracts? (?:valued? )?(?:of|at|over|above|under|up to|worth|below|exceeding|with)|"
    r"\bfees?|penalt(?:y|ies)|\bfined?|retention|income|damages)\W+(?:[\w']+\W+){0,4}$",
    re.I,
)
_NO_LEVEL_AFTER = Pattern(r"\s*(?:\(?(?:excess|deductible|or (?:over|more|under|less)\b)|in turnover)", re.I)
_BETWEEN = Pattern(
    r"\bturnover|contract (?:value|sum)|\bcharges\b|\bprice\b|\bincome\b|\bexcess(?! of)|deductible", re.I
)
_LEVEL = Pattern(
    r"minimum|level|cover|limit|indemn|less than|least|amount|\bsum\b|maintain|required|insured|[=:]|per claim|each|"
    r"any one",
    re.I,
)
_SENTENCE = Pattern(r"[.!?]\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of insurance and its sum; None where the text names the kind and no sum, or leaves a blank."""

    cover: Cover
    sum: Money | None
    sure: bool = True

    @property
    def start(self) -> int:
        return self.cover.start if self.sum is None else min(self.cover.start, self.sum.start)

    @property
    def end(self) -> int:
        return self.cover.end if self.sum is None else max(self.cover.end, self.sum.end)


def sums(text: str) -> list[Money]:
    """The sums of *text* that may be levels of cover. A number without a currency must be round."""
    return [one for one in amounts(text) if _may_be_level(one, text)]


def _may_be_level(one: Money, text: str) -> bool:
    if one.blank:
        return True
    if one.amount is None or one.amount < LEAST_LEVEL:
        return False
    if one.bare and (one.amount % 50_000 or not 100_000 <= one.amount < 1e9):  # "1B" numbers a lot
        return False
    before = re.split(r"[,;] ", text[max(0, one.start - 70) : one.start])[-1]
    return not (_NO_LEVEL_BEFORE.search(before) or _NO_LEVEL_AFTER.match(text, one.end))


def levels(text: str) -> list[Level]:
    """Each kind of insurance in *text* with its sum, one entry for a kind and sum."""
    named = covers(text)
    if not named:
        return []
    done, left, stated = _leading(text, named, sums(text))
    for kinds, after in _runs(left, stated):
        done += _dealt(text, kinds, after)
    done.sort(key=lambda level: (level.cover.start, level.start))
    return [_alike(text, done, index) for index in range(len(done))]


_LIKE = Pattern(
    r"[^.;£]{0,24}\b(?:of|for|to|at|in) (?:a |the |an )?(?:like|same|equal|identical) (?:sum|amount|level|limit|"
    r"value|figure)\b",
    re.I,
)


def _alike(text: str, found: Sequence[Level], index: int) -> Level:
    """A kind "of the like sum" has the sum of the kind before it."""
    one = found[index]
    if index and one.sum is None and _LIKE.match(text, one.cover.end):
        return replace(one, sum=found[index - 1].sum)
    return one


def _leading(
    text: str, named: Sequence[Cover], stated: Sequence[Money]
) -> tuple[list[Level], list[Cover], list[Money]]:
    """The kinds whose sum stands before them ("£5m public liability"), and what is left."""
    done: list[Level] = []
    used: set[int] = set()
    left = list(stated)
    for one in stated:
        index = next((i for i, cover in enumerate(named) if cover.start >= one.end), None)
        if index is None or index in used or not _leads(text, one, named, index, bool(done)):
            continue
        left.remove(one)
        for cover in _group(text, named, index, stated):
            used.add(named.index(cover))
            done.append(Level(cover, None if one.blank else one))
    return done, [cover for i, cover in enumerate(named) if i not in used], left


def _leads(text: str, one: Money, named: Sequence[Cover], index: int, before: bool) -> bool:
    match = _LEADS_IN.fullmatch(text, one.end, named[index].start)
    if not match:
        return False
    begin = max((m.end() for m in _SENTENCE.finditer(text, 0, one.start)), default=0)
    first = not any(begin <= cover.start < one.start for cover in named)
    return first or before or bool(match["word"].strip())


def _group(text: str, named: Sequence[Cover], index: int, stated: Sequence[Money]) -> Iterator[Cover]:
    """The kind at *index* and those that stand close after it, with no sum between."""
    yield named[index]
    for last, cover in zip(named[index:], named[index + 1 :], strict=False):
        apart = ";" in text[last.end : cover.start] or not _close(text, last, cover)
        if apart or any(last.end <= one.start < cover.start for one in stated):
            return
        yield cover


def _close(text: str, first: Cover, second: Cover) -> bool:
    return bool(_TIGHT.fullmatch(text, first.end, second.start))


def _runs(named: Sequence[Cover], stated: Sequence[Money]) -> Iterator[tuple[list[Cover], list[Money]]]:
    """Kinds that follow each other, with the sums that follow them before the next kind."""
    kinds: list[Cover] = []
    after: list[Money] = []
    both: list[Cover | Money] = [*named, *stated]
    for one in sorted(both, key=lambda item: item.start):
        if isinstance(one, Cover):
            if after:
                yield kinds, after
                kinds, after = [], []
            kinds.append(one)
        elif kinds:
            after.append(one)
    if kinds:
        yield kinds, after


def _dealt(text: str, kinds: list[Cover], after: list[Money]) -> list[Level]:
    """One run's sums dealt out to its kinds."""
    near = [one for one in after if _belongs(text, kinds[-1].end, one)]
    if not near:
        return [Level(cover, None) for cover in kinds]
    single = [Cover(cover.start, cover.end, (kind,)) for cover in kinds for kind in cover.kinds]
    if len(single) > 1 and len(near) == len(single):
        return [Level(cover, one) for cover, one in zip(single, near, strict=True)]
    if len(kinds) > 1 and len(near) == len(kinds):
        return [Level(cover, one) for cover, one in zip(kinds, near, strict=True)]
    close = [kinds[-1]]
    for first, second in zip(kinds[-2::-1], kinds[:0:-1], strict=False):
        if not (_close(text, first, second) or re.search(r"\beach\b", text[kinds[-1].end : near[0].start])):
            break
        close.insert(0, first)
    alone = [Level(cover, None) for cover in kinds if cover not in close]
    sure = not alone or bool(_SENTENCE.search(text, alone[-1].cover.end, close[0].start))
    return alone + [Level(cover, one, sure) for cover in close for one in _for_one(text, near)]


def _for_one(text: str, near: list[Money]) -> list[Money]:
    """The first sum, and a second when it is said to be the yearly total."""
    more = [one for one in near[1:] if re.match(r"[^.;£$€]{0,40}aggregate", text[one.end : one.end + 60], re.I)]
    return [near[0], *(one for one in more if one.amount != near[0].amount)]


def _belongs(text: str, end: int, one: Money) -> bool:
    between = text[end : one.start]
    if len(between) > _FURTHEST or _BETWEEN.search(between):
        return False
    breaks = list(_SENTENCE.finditer(between))
    return not breaks or (len(breaks) == 1 and bool(_LEVEL.search(between, breaks[0].end())))

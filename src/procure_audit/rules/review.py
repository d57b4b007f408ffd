"""What `rules check` finds beyond what keeps a pack from loading: rules that load and can't work, or can't be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from ..model import CATEGORIES, PackError, Severity
from .entry import Entry
from .faults import faults
from .library import Library
from .lines import Items, Node, Place
from .pack import Shelf, find_pack, library_of, praise_from, rule_from, shelf_of
from .reach import contradiction, impossible, never
from .rule import Praise, Rule, Sign

AgeOf = Callable[[str], tuple[float | None, int]]
"""The reading age of a text (None for one too short to tell) and the words of its longest sentence."""

OLDEST = 14
"""Years. A model clause is to be plainer than what it replaces: UK adults read at about 9 to 11 on average, and a
few long words of the trade ("indemnity", "insurance") cost a short clause three years."""
LONGEST_SENTENCE = 25
"""Words; GOV.UK's limit."""

_HOLE = re.compile(r"\{[^{}]*\}|\[\?[^\[\]]*\]")


def problems(names: Sequence[str | Path], age_of: AgeOf) -> list[PackError]:
    """Everything that is wrong with the packs called *names*. Raises PackError where they can't be read at all."""
    shelf = shelf_of(names)
    library = library_of(shelf)
    found = [fault for ident, entry in shelf.rules.items() for fault in _of_rule(ident, entry, library)]
    found += [fault for ident, entry in shelf.strengths.items() for fault in _of_praise(ident, entry, library)]
    found += [fault for name in names for fault in _of_clauses(find_pack(name), shelf, library, age_of)]
    return sorted(found, key=lambda fault: (fault.path, fault.line))


def _of_rule(ident: str, entry: Entry, library: Library) -> Iterator[PackError]:
    try:
        rule = rule_from(ident, entry, library)
    except PackError as wrong:
        yield wrong
        return
    raw, place = entry.raw, entry.place
    if ident in CATEGORIES:
        yield place.wrong(f"'{ident}' is the name of a category: call the rule otherwise")
    yield from _patterns(rule.signs, place)
    yield from _reach(rule, raw, place)
    yield from _limits(rule, raw, place)
    yield from _examples(rule, entry)


def _of_praise(ident: str, entry: Entry, library: Library) -> Iterator[PackError]:
    try:
        praise = praise_from(ident, entry, library)
    except PackError as wrong:
        yield wrong
        return
    for condition in praise.when:
        if why := impossible(condition, praise.check.range()):
            yield entry.place.key(entry.raw, "when").wrong(f"this can never hold: {why}")
    yield from _examples(praise, entry)


def _patterns(signs: Sequence[Sign], place: Place) -> Iterator[PackError]:
    for sign in signs:
        try:
            sign.check.validate()
        except ValueError as wrong:
            yield place.wrong(str(wrong))


def _reach(rule: Rule, raw: Node, place: Place) -> Iterator[PackError]:
    """Bands and conditions that can never hold."""
    if why := contradiction(rule.when):
        yield place.key(raw, "applies", "when").wrong(f"this can never hold: {why}")
        return
    for sign, (node, where) in zip(rule.signs, _signs(raw, place), strict=True):
        for severity, conditions in sign.bands:
            reasons = [impossible(one, sign.check.range(), rule.when) for one in conditions]
            if all(reasons):
                yield where.key(node, "bands", str(severity)).wrong(f"'{severity}' is never reached: {reasons[0]}")


def _limits(rule: Rule, raw: Node, place: Place) -> Iterator[PackError]:
    """Places and times of a rule, of its signs and of its sources that never come together."""
    if why := never(rule.applies):
        yield place.key(raw, "applies").wrong(f"the rule never applies: {why}")
        return
    for sign, (node, where) in zip(rule.signs[1:], _signs(raw, place)[1:], strict=True):
        if why := never(rule.applies, sign.applies):
            yield where.key(node, "applies").wrong(f"this sign never applies: {why}")
    yield from _sources(rule, raw, place)


def _sources(rule: Rule, raw: Node, place: Place) -> Iterator[PackError]:
    for number, group in groupby(rule.citations, key=lambda cited: cited.number):
        cited = list(group)
        reasons = [never(rule.applies, one.applies) for one in cited]
        if all(reasons):
            yield (
                raw["sources"]
                .place(number, place.path)
                .wrong(f"'{cited[0].source.id}' is never cited here: {reasons[0]}")
            )


def _signs(raw: Node, place: Place) -> list[tuple[Node, Place]]:
    """Where the signs of a rule stand."""
    also = raw.get("also", Items())
    return [(raw, place), *((node, also.place(number, place.path)) for number, node in enumerate(also))]


def _examples(rule: Rule | Praise, entry: Entry) -> Iterator[PackError]:
    for example in (*rule.flags, *rule.passes):
        where = example.place or entry.place
        for why in faults(example):
            yield where.wrong(why)
        if example in rule.flags and rule.applies.to(example.setting) is False:
            yield where.wrong("the rule doesn't apply in the setting of this example")
        if isinstance(rule, Rule) and example.severity is not None and example.severity > _worst(rule):
            yield where.wrong(f"the rule is never {example.severity}; its worst band is {_worst(rule)}")


def _worst(rule: Rule) -> Severity:
    return rule.severity if rule.severity is not None else max(sign.bands[0][0] for sign in rule.signs)


def _of_clauses(pack: Path, shelf: Shelf, library: Library, age_of: AgeOf) -> Iterator[PackError]:
    """The clauses that stand in *pack* itself: each is used by a rule, and plain."""
    used = {entry.raw.get("clause") for entry in shelf.rules.values()}
    for ident, entry in shelf.clauses.items():
        if not entry.place.path.is_relative_to(pack):
            continue
        if ident not in used:
            yield entry.place.wrong(f"no rule uses the clause '{ident}': name it in one, or take it out")
        for wording in library.clauses[ident].wordings:
            yield from _plain(wording, entry.place, age_of)


def _plain(wording: str, place: Place, age_of: AgeOf) -> Iterator[PackError]:
    """Whether a model clause is as plain as we ask others to be."""
    age, longest = age_of(_HOLE.sub("10", wording))
    if longest > LONGEST_SENTENCE:
        yield place.wrong(f"a sentence of the model clause has {longest} words; {LONGEST_SENTENCE} at most")
    if age is not None and age > OLDEST:
        yield place.wrong(f"the model clause reads at age {age:g}; {OLDEST} at most: use shorter words and sentences")

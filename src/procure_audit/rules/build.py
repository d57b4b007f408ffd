"""From what a pack's YAML says to rules: conditions parsed, sources looked up, words checked against the checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import UNSET

from ..data import data_file
from ..model import (
    AUTHORITIES,
    CATEGORIES,
    JURISDICTIONS,
    REGIMES,
    UNKNOWN,
    Block,
    BlockKind,
    Document,
    Gap,
    Properties,
    Setting,
    Severity,
    Span,
    did_you_mean,
)
from .bands import Bands, Condition, Side, bands_of, parse_condition, parse_sides
from .checks import CHECKS, Check
from .checks.base import roles_of
from .cites import applies_of, citations
from .clause import Clause
from .entry import Entry
from .library import Library, Measures
from .lines import Node, Place
from .reach import unreachable
from .rule import Example, Praise, Rule, Sign
from .spec import (
    ExampleSetting,
    ExampleSpec,
    FileSpec,
    Level,
    PraiseSpec,
    RuleHeld,
    RuleSpec,
    SignSpec,
)
from .tell import check_template


def rule_of(ident: str, spec: RuleSpec, library: Library, entry: Entry) -> Rule:
    """The rule called *ident*. Raises PackError at what is wrong first."""
    known, raw, place = library.measures, entry.raw, entry.place
    main = _sign(SignSpec(spec.bands, spec.basis, spec.check, spec.says, needs=spec.needs), None, known, raw, place)
    also = [
        _sign(other, main, known, raw["also"][number], raw["also"].place(number, place.path))
        for number, other in enumerate(spec.also)
    ]
    tells = _tells([main, *also])
    clause = _clause(spec.clause, library, tells, place.key(raw, "clause"))
    _templated(spec.instead, tells, known, place.key(raw, "instead"))
    if spec.category not in CATEGORIES:
        where = place.key(raw, "category")
        raise where.wrong(f"no category is called '{spec.category}'; {did_you_mean(spec.category, CATEGORIES)}")
    return Rule(
        id=ident,
        title=_line(spec.title),
        category=spec.category,
        signs=(main, *also),
        why=_line(spec.why),
        instead=_line(spec.instead),
        clause=clause,
        citations=tuple(citations(spec.sources, library, raw, place)),
        recommendations=tuple(spec.recommendations),
        applies=applies_of(spec.applies, place.key(raw, "applies")),
        when=_when(spec.applies, known, place.key(raw, "applies", "when")),
        severity=Severity[spec.severity.upper()] if spec.severity else None,
        traps=tuple(_line(trap) for trap in spec.traps),
        flags=_examples(spec.examples.flags, entry, "flags"),
        passes=_examples(spec.examples.passes, entry, "passes"),
        place=str(place),
    )


def _clause(ident: str, library: Library, tells: frozenset[str], place: Place) -> Clause:
    """The clause called *ident*, whose words must make sense whichever sign of the rule showed."""
    if ident not in library.clauses:
        raise place.wrong(f"no clause is called '{ident}'; {did_you_mean(ident, library.clauses)}")
    for wording in library.clauses[ident].wordings:
        _templated(wording, tells, library.measures, place)
    return library.clauses[ident]


def praise_of(ident: str, spec: PraiseSpec, library: Library, entry: Entry) -> Praise:
    """The strength called *ident*."""
    known, raw, place = library.measures, entry.raw, entry.place
    check = _check(spec.check, known, place.key(raw, "check"))
    _templated(spec.says, check.tells, known, place.key(raw, "says"))
    return Praise(
        id=ident,
        title=_line(spec.title),
        check=check,
        when=_conditions(spec.when, known, place.key(raw, "when")),
        says=_line(spec.says),
        recommendations=tuple(spec.recommendations),
        applies=applies_of(spec.applies, place.key(raw, "applies")),
        flags=_examples(spec.examples.flags, entry, "flags"),
        passes=_examples(spec.examples.passes, entry, "passes"),
        place=str(place),
    )


def _sign(spec: SignSpec, main: Sign | None, known: Measures, raw: Node, place: Place) -> Sign:
    check = main.check if spec.check is None and main else _check(spec.check, known, place.key(raw, "check"))
    bands = _bands(spec.bands, known, raw, place)
    says = _line(spec.says) if spec.says or main is None else main.says
    _templated(says, check.tells, known, place.key(raw, "says"))
    try:
        needs = roles_of(spec.needs) if spec.needs is not None else main.needs if main else ()
    except ValueError as wrong:
        raise place.key(raw, "needs").wrong(str(wrong)) from None
    return Sign(
        check, bands, _basis(spec, raw, place), says, applies_of(spec.applies, place.key(raw, "applies")), needs
    )


def _check(spec: Any, known: Measures, place: Place) -> Check:
    kinds = [name for name in CHECKS if spec is not None and getattr(spec, name) is not UNSET]
    if len(kinds) != 1:
        raise place.wrong(f"a check is exactly one of {', '.join(CHECKS)}; here: {', '.join(kinds) or 'none'}")
    found: Check = getattr(spec, kinds[0])
    _known_names(found.measures, known, place)
    if not place.path.is_relative_to(data_file("rules")):  # patterns of shipped packs are compiled by the tests
        try:
            found.validate()
        except ValueError as wrong:
            raise place.wrong(str(wrong)) from None
    return found


def _bands(spec: Mapping[Level, str | list[str]], known: Measures, raw: Node, place: Place) -> Bands:
    bands = bands_of(
        {Severity[name.upper()]: _conditions(some, known, place.key(raw, "bands", name)) for name, some in spec.items()}
    )
    if lost := unreachable(bands):
        severity, worse = lost
        where = place.key(raw, "bands", str(severity))
        raise where.wrong(f"'{severity}' is never reached: wherever it holds, '{worse}' holds and is worse")
    return bands


def _conditions(spec: str | list[str], known: Measures, place: Place) -> tuple[Condition, ...]:
    try:
        some = tuple(parse_condition(text) for text in ([spec] if isinstance(spec, str) else spec))
    except ValueError as wrong:
        raise place.wrong(str(wrong)) from None
    _known_names((name for condition in some for name in condition.names), known, place)
    return some


def _when(held: RuleHeld, known: Measures, place: Place) -> tuple[Side, ...]:
    if not held.when:
        return ()
    try:
        sides = parse_sides(held.when)
    except ValueError as wrong:
        raise place.wrong(str(wrong)) from None
    _known_names((name for side in sides for name in side.names), known, place)
    return sides


def _known_names(names: Iterable[str], known: Measures, place: Place) -> None:
    for name in names:
        if name not in known:
            raise place.wrong(f"no measure is called '{name}'; {did_you_mean(name, known)}")


def _basis(spec: SignSpec, raw: Node, place: Place) -> Mapping[Severity, str]:
    for name in spec.bands:
        if name not in spec.basis:
            raise place.key(raw, "bands", name).wrong(f"'basis' doesn't say what backs the band '{name}'")
    for name in spec.basis:
        if name not in spec.bands:
            raise place.key(raw, "basis", name).wrong(f"there is no band '{name}' to back")
    return {Severity[name.upper()]: basis for name, basis in spec.basis.items()}


def _tells(signs: Sequence[Sign]) -> frozenset[str]:
    """The words that every one of *signs* tells: a rule's advice must make sense whichever of them showed."""
    return frozenset.intersection(*(sign.check.tells for sign in signs))


def _templated(template: str, tells: frozenset[str], known: Measures, place: Place) -> None:
    try:
        check_template(template, tells, known)
    except ValueError as wrong:
        raise place.wrong(str(wrong)) from None


def _examples(spec: Sequence[ExampleSpec], entry: Entry, key: str) -> tuple[Example, ...]:
    items = entry.raw["examples"][key]
    places = (items.place(number, entry.examples) for number in range(len(spec)))
    return tuple(
        Example(
            text=one.text,
            documents=tuple(_document(file, f"file-{index}") for index, file in enumerate(one.files, 1)),
            facts=tuple(one.facts),
            metrics=one.metrics,
            setting=_example_setting(one, place),
            currency=(one.setting and one.setting.currency) or entry.currency,
            severity=Severity[one.severity.upper()] if one.severity else None,
            place=place,
        )
        for one, place in zip(spec, places, strict=True)
    )


def _document(spec: FileSpec, name: str) -> Document:
    """A document of which nothing is known but what its file says of itself."""
    gaps = (Gap("page 1", "it is only an image", page=1),) if spec.scanned else ()
    properties = Properties(
        title=spec.title,
        language=spec.language,
        tagged=spec.tagged,
        images_without_text=spec.images_without_text,
        tables_without_heading=spec.tables_without_heading,
        comments_open=spec.comments_open,
        changes_tracked=spec.changes_tracked,
    )
    hidden = (Block(BlockKind.PARAGRAPH, Span(0, len(spec.hidden)), hidden=True),) if spec.hidden else ()
    return Document(name, spec.format, "", spec.hidden, hidden, properties=properties, gaps=gaps)


def _example_setting(spec: ExampleSpec, place: Place) -> Setting:
    said = spec.setting or ExampleSetting()
    for name, known in (
        (said.jurisdiction, JURISDICTIONS),
        (said.regime, (*REGIMES, UNKNOWN)),
        (said.authority_kind, (*AUTHORITIES, UNKNOWN)),
    ):
        if name not in known:
            raise place.wrong(f"'{name}' is not known here; {did_you_mean(name, known)}")
    return Setting(said.jurisdiction, said.regime, said.authority_kind, said.as_of, "example")


def _line(text: str) -> str:
    return " ".join(text.split())

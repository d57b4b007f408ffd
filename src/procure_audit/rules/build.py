"""From what a pack's YAML says to rules: conditions parsed, sources looked up, words checked against the checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import UNSET

from ..data import data_file
from ..model import (
    AUTHORITIES,
    JURISDICTIONS,
    REGIMES,
    UNKNOWN,
    Document,
    Gap,
    Properties,
    Setting,
    Severity,
    Source,
    did_you_mean,
)
from .applies import Applies
from .bands import Bands, Condition, Side, bands_of, parse_condition, parse_sides
from .checks import CHECKS, Check
from .checks.base import roles_of
from .lines import Node, Place
from .measures import MEASURES
from .reach import unreachable
from .rule import CATEGORIES, Citation, Example, Praise, Rule, Sign
from .spec import (
    CiteSpec,
    ExampleSetting,
    ExampleSpec,
    FileSpec,
    Held,
    Level,
    PraiseSpec,
    RuleHeld,
    RuleSpec,
    SignSpec,
    SourceSpec,
)
from .tell import check_template


def rule_of(
    ident: str, spec: RuleSpec, sources: Mapping[str, SourceSpec], raw: Node, place: Place, examples: Path
) -> Rule:
    """The rule called *ident*, its examples from the file *examples*. Raises PackError at what is wrong first."""
    main = _sign(SignSpec(spec.bands, spec.basis, spec.check, spec.says, needs=spec.needs), None, raw, place)
    also = [
        _sign(other, main, raw["also"][number], Place(place.path, raw["also"].lines[number]))
        for number, other in enumerate(spec.also)
    ]
    for key in ("instead", "model_clause"):
        _templated(getattr(spec, key), _tells([main, *also]), place.key(raw, key))
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
        model_clause=_line(spec.model_clause),
        citations=tuple(_citations(spec.sources, sources, raw, place)),
        recommendations=tuple(spec.recommendations),
        applies=_applies(spec.applies, place.key(raw, "applies")),
        when=_when(spec.applies, place.key(raw, "applies", "when")),
        severity=Severity[spec.severity.upper()] if spec.severity else None,
        traps=tuple(_line(trap) for trap in spec.traps),
        flags=_examples(spec.examples.flags, raw, "flags", examples),
        passes=_examples(spec.examples.passes, raw, "passes", examples),
        place=str(place),
    )


def praise_of(ident: str, spec: PraiseSpec, raw: Node, place: Place) -> Praise:
    """The strength called *ident*."""
    check = _check(spec.check, place.key(raw, "check"))
    _templated(spec.says, check.tells, place.key(raw, "says"))
    return Praise(
        id=ident,
        title=_line(spec.title),
        check=check,
        when=_conditions(spec.when, place.key(raw, "when")),
        says=_line(spec.says),
        recommendations=tuple(spec.recommendations),
        applies=_applies(spec.applies, place.key(raw, "applies")),
        flags=_examples(spec.examples.flags, raw, "flags", place.path),
        passes=_examples(spec.examples.passes, raw, "passes", place.path),
        place=str(place),
    )


def _sign(spec: SignSpec, main: Sign | None, raw: Node, place: Place) -> Sign:
    check = main.check if spec.check is None and main else _check(spec.check, place.key(raw, "check"))
    bands = _bands(spec.bands, raw, place)
    says = _line(spec.says) if spec.says or main is None else main.says
    _templated(says, check.tells, place.key(raw, "says"))
    try:
        needs = roles_of(spec.needs) if spec.needs is not None else main.needs if main else ()
    except ValueError as wrong:
        raise place.key(raw, "needs").wrong(str(wrong)) from None
    return Sign(check, bands, _basis(spec, raw, place), says, _applies(spec.applies, place.key(raw, "applies")), needs)


def _check(spec: Any, place: Place) -> Check:
    kinds = [name for name in CHECKS if spec is not None and getattr(spec, name) is not UNSET]
    if len(kinds) != 1:
        raise place.wrong(f"a check is exactly one of {', '.join(CHECKS)}; here: {', '.join(kinds) or 'none'}")
    found: Check = getattr(spec, kinds[0])
    if not place.path.is_relative_to(data_file("rules")):  # patterns of shipped packs are compiled by the tests
        try:
            found.validate()
        except ValueError as wrong:
            raise place.wrong(str(wrong)) from None
    return found


def _bands(spec: Mapping[Level, str | list[str]], raw: Node, place: Place) -> Bands:
    bands = bands_of(
        {Severity[name.upper()]: _conditions(some, place.key(raw, "bands", name)) for name, some in spec.items()}
    )
    if lost := unreachable(bands):
        severity, worse = lost
        where = place.key(raw, "bands", str(severity))
        raise where.wrong(f"'{severity}' is never reached: wherever it holds, '{worse}' holds and is worse")
    return bands


def _conditions(spec: str | list[str], place: Place) -> tuple[Condition, ...]:
    try:
        some = tuple(parse_condition(text) for text in ([spec] if isinstance(spec, str) else spec))
    except ValueError as wrong:
        raise place.wrong(str(wrong)) from None
    _known_sides((side for condition in some for side in condition.sides), place)
    return some


def _when(held: RuleHeld, place: Place) -> tuple[Side, ...]:
    if not held.when:
        return ()
    try:
        sides = parse_sides(held.when)
    except ValueError as wrong:
        raise place.wrong(str(wrong)) from None
    _known_sides(sides, place)
    return sides


def _known_sides(sides: Iterable[Side], place: Place) -> None:
    for side in sides:
        if side.name not in MEASURES:
            raise place.wrong(f"no measure is called '{side.name}'; {did_you_mean(side.name, MEASURES)}")


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


def _templated(template: str, tells: frozenset[str], place: Place) -> None:
    try:
        check_template(template, tells)
    except ValueError as wrong:
        raise place.wrong(str(wrong)) from None


def _citations(
    spec: Sequence[CiteSpec], sources: Mapping[str, SourceSpec], raw: Node, place: Place
) -> Iterable[Citation]:
    for number, cite in enumerate(spec):
        where = Place(place.path, raw["sources"].lines[number])
        if cite.id not in sources:
            raise where.wrong(f"no source is called '{cite.id}'; {did_you_mean(cite.id, sources)}")
        yield Citation(_source(cite, sources[cite.id]), _both(sources[cite.id], cite, where))


def _source(cite: CiteSpec, known: SourceSpec) -> Source:
    return Source(cite.id, known.title, cite.section, _line(cite.says), known.url, known.kind)


def _both(known: SourceSpec, cite: CiteSpec, where: Place) -> Applies:
    """Where a source may be cited: its own limits, narrowed by those of the citation."""
    if known.kind == "law" and not (cite.jurisdiction or known.jurisdiction):
        raise where.wrong(f"'{cite.id}' is law: say in which jurisdiction it holds")
    narrowed = {name: getattr(cite, name) or getattr(known, name) for name in Held.__struct_fields__}
    return _applies(Held(**narrowed), where)


def _applies(held: Held, place: Place) -> Applies:
    """The limits of *held*, whose names must be known; *place* is where they stand."""
    known = (
        (held.jurisdiction, JURISDICTIONS),
        (held.regime, REGIMES),
        (held.authority, AUTHORITIES),
        (held.not_authority, AUTHORITIES),
    )
    for names, all_names in known:
        for name in names:
            if name not in all_names:
                raise place.wrong(f"'{name}' is not known here; {did_you_mean(name, all_names)}")
    return Applies(
        tuple(held.jurisdiction),
        tuple(held.regime),
        tuple(held.authority),
        tuple(held.not_authority),
        held.starts,
        held.until,
    )


def _examples(spec: Sequence[ExampleSpec], raw: Node, key: str, file: Path) -> tuple[Example, ...]:
    lines = raw["examples"][key].lines
    return tuple(
        Example(
            text=one.text,
            documents=tuple(_document(file, f"file-{index}") for index, file in enumerate(one.files, 1)),
            facts=tuple(one.facts),
            metrics=one.metrics,
            setting=_example_setting(one, Place(file, line)),
            severity=Severity[one.severity.upper()] if one.severity else None,
            place=Place(file, line),
        )
        for one, line in zip(spec, lines, strict=True)
    )


def _document(spec: FileSpec, name: str) -> Document:
    """A document of which nothing is known but what its file says of itself."""
    gaps = (Gap("page 1", "it is only an image", page=1),) if spec.scanned else ()
    properties = Properties(
        title=spec.title,
        language=spec.language,
        tagged=spec.tagged,
        images_without_text=spec.images_without_text,
    )
    return Document(name, spec.format, "", "", (), properties=properties, gaps=gaps)


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

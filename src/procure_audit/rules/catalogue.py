"""Rules as plain data: for `rules list`, `explain` and the rule pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..data import data_file
from ..model import CATEGORIES, RECOMMENDATIONS, Document, Finding
from .bands import Bands, Condition, Side
from .checks import CHECKS
from .clause import Wording
from .how import how
from .law import PREFIX, LawValue
from .reading import told
from .rule import Citation, Example, Pack, Praise, Rule, Sign
from .tell import holes

_KIND_OF = {kind: name for name, kind in CHECKS.items()}


def listed(pack: Pack) -> list[dict[str, Any]]:
    """Every rule of *pack* in full, in the pack's order."""
    return [described(rule, pack.law) for rule in pack.rules]


def described(rule: Rule, law: Mapping[str, LawValue], worked: Finding | None = None) -> dict[str, Any]:
    """One rule as plain data, with what the *law* that it names sets; *worked* is what it says of its first example."""
    return {
        "id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "category_title": CATEGORIES[rule.category],
        "bands": _bands(rule.signs[0].bands),
        "basis": _basis(rule.signs[0]),
        "check": _KIND_OF[type(rule.signs[0].check)],
        "how": how(rule.signs[0].check),
        "says": rule.signs[0].says,
        "also": [_sign(sign) for sign in rule.signs[1:]],
        "why": rule.why,
        "suggestion": rule.instead,
        "clause": rule.clause.id,
        "model_clause": rule.clause.says,
        "model_clause_elsewhere": [{"says": one.says, "applies": _applied(one)} for one in rule.clause.elsewhere],
        "applies": _limits(rule),
        "law": [_law(law[name]) for name in _law_of(rule)],
        "sources": [_source(cited) for cited in rule.citations],
        "recommendations": [{"number": number, "title": RECOMMENDATIONS[number]} for number in rule.recommendations],
        "traps": list(rule.traps),
        "severity": str(rule.severity) if rule.severity is not None else None,
        "examples": {"flags": list(map(_example, rule.flags)), "passes": list(map(_example, rule.passes))},
        "place": _place(rule.place),
        **({"worked": _worked(worked)} if worked else {}),
    }


def strengths(pack: Pack) -> list[dict[str, Any]]:
    """Every strength of *pack*."""
    return [_praise(praise) for praise in pack.strengths]


def condition_text(condition: Condition) -> str:
    """A condition as it is written in a pack."""
    head = f"{condition.op} {condition.limit or _exact(condition.number)}" if condition.op else "any"
    return head + (f" if {' and '.join(map(_side, condition.sides))}" if condition.sides else "")


def _side(side: Side) -> str:
    return (
        f"{side.name} is {side.op}"
        if side.op in ("known", "unknown")
        else f"{side.name} {side.op} {side.limit or _exact(side.number)}"
    )


def _exact(number: float) -> str:
    """A limit as it is, not rounded: "5,000,000", "0.25"."""
    return f"{number:,.12g}"


def _bands(bands: Bands) -> dict[str, list[str]]:
    return {str(severity): [condition_text(one) for one in some] for severity, some in reversed(bands)}


def _basis(sign: Sign) -> dict[str, str]:
    return {str(severity): basis for severity, basis in sorted(sign.basis.items())}


def _sign(sign: Sign) -> dict[str, Any]:
    return {
        "check": _KIND_OF[type(sign.check)],
        "how": how(sign.check),
        "bands": _bands(sign.bands),
        "basis": _basis(sign),
        "says": sign.says,
        "applies": {**_applied(sign), **_needed(sign)},
    }


def _worked(finding: Finding) -> dict[str, Any]:
    return {
        "severity": str(finding.severity),
        "message": finding.message,
        "suggestion": finding.suggestion,
        "model_clause": finding.model_clause,
    }


def _law_of(rule: Rule) -> list[str]:
    """The values of law that a rule compares with or tells, as it names them."""
    signs = [
        (*sign.check.measures, *(name for _, some in sign.bands for one in some for name in one.names))
        for sign in rule.signs
    ]
    words = (*(sign.says for sign in rule.signs), rule.instead, *rule.clause.wordings)
    names = (*(name for some in signs for name in some), *(name for side in rule.when for name in side.names))
    return list(dict.fromkeys(name for name in (*names, *holes(words)) if name.startswith(PREFIX)))


def _law(value: LawValue) -> dict[str, Any]:
    """A value of law with each provision: what it is, where and from when."""
    provisions = [
        {"value": told(one.value, value.unit, one.currency), **_source(Citation(one.source, one.applies))}
        for one in value.provisions
    ]
    return {"name": value.name, "title": value.says, "provisions": provisions}


def _limits(rule: Rule) -> dict[str, Any]:
    when = {"when": " and ".join(map(_side, rule.when))} if rule.when else {}
    return {**_applied(rule), **when, **_needed(rule.signs[0])}


def _needed(sign: Sign) -> dict[str, Any]:
    """The roles of which the tender must hold a passage."""
    return {"needs": [role.value for role in sign.needs]} if sign.needs else {}


def _applied(limited: Rule | Sign | Citation | Wording) -> dict[str, Any]:
    """The limits that are set: names as lists, days as ISO dates."""
    applies = limited.applies
    lists = {name: list(getattr(applies, name)) for name in ("jurisdiction", "regime", "authority", "not_authority")}
    days = {name: day.isoformat() for name in ("starts", "until") if (day := getattr(applies, name))}
    return {**{name: some for name, some in lists.items() if some}, **days}


def _example(example: Example) -> dict[str, Any]:
    """What the example gives: only what it has."""
    parts = {
        "text": example.text.strip(),
        "files": list(map(_file, example.documents)),
        "facts": [dict(one) for one in example.facts],
        "metrics": dict(example.metrics),
        "setting": {"jurisdiction": example.setting.jurisdiction, "regime": example.setting.regime},
        "severity": str(example.severity) if example.severity is not None else "",
    }
    return {name: part for name, part in parts.items() if part}


def _file(document: Document) -> dict[str, Any]:
    """What the file of an example says of itself."""
    said = document.properties
    parts = {
        "format": document.format,
        "tagged": said.tagged,
        "title": said.title,
        "language": said.language,
        "scanned": bool(document.gaps),
        "images without words": said.images_without_text,
        "tables without headings": said.tables_without_heading,
        "open comments": said.comments_open,
        "tracked changes": said.changes_tracked,
        "hidden": document.text,
    }
    return {name: part for name, part in parts.items() if part or (part is False and name == "tagged")}


def _place(place: str) -> str:
    """File and line; the files that come with the program without the folder they were installed in."""
    return place.removeprefix(f"{data_file()}/")


def _source(cited: Citation) -> dict[str, Any]:
    source = cited.source
    return {
        "id": source.id,
        "kind": source.kind,
        "title": source.title,
        "section": source.section,
        "says": source.says,
        "url": source.url,
        "applies": _applied(cited),
    }


def _praise(praise: Praise) -> dict[str, Any]:
    return {
        "id": praise.id,
        "title": praise.title,
        "says": praise.says,
        "when": [condition_text(one) for one in praise.when],
        "recommendations": list(praise.recommendations),
    }

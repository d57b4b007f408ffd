"""Reports that were kept as JSON (`procure-audit/report/1`), as standings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import OPEN, CallError, Severity
from .standing import Barrier, Standing

_SCHEMA = "procure-audit/report/1"


def is_report(told: object) -> bool:
    """Whether *told*, decoded JSON, is a report of one tender."""
    return isinstance(told, Mapping) and told.get("schema") == _SCHEMA


def standing_from(told: Mapping[str, Any], name: str) -> Standing:
    """How the tender of a report stands. Raises CallError where *told*, the file *name*, isn't what it says it is."""
    try:
        score = told["score"] or {}
        return Standing(
            tender=told["tender"]["name"],
            score=score.get("value"),
            model=score.get("model", ""),
            by_category=tuple(score.get("by_category", {}).items()),
            barriers=tuple(map(_barrier, told["findings"])),
            not_assessed=frozenset(one["rule"] for one in told["not_assessed"]),
            is_partial=bool(told["unread"]) or any(one["gaps"] for one in told["documents"]),
        )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise CallError(f"{name} is no whole report: write it anew with procure-audit check -o") from error


def _barrier(told: Mapping[str, Any]) -> Barrier:
    first = told["places"][0] if told["places"] else {}
    return Barrier(
        rule=told["rule"],
        title=told["title"],
        category=told["category"],
        severity=Severity[told["severity"].upper()],
        message=told["message"],
        points=told["points"],
        is_open=told["status"] == OPEN,
        document=first.get("document", ""),
        page=first.get("page"),
        clause=first.get("clause"),
        quote=first.get("quote", ""),
    )

"""The rules of a SARIF run: those that found something, with help in text and Markdown, and those not assessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import Finding, NotAssessed, Severity, Source
from .links import web_link
from .plainmark import as_link, as_text
from .told import sources as weightiest_first
from .words import citation

Json = dict[str, Any]

MOST_DESCRIPTION = 1024
_LEVELS = {Severity.MEDIUM: ("warning", "warning"), Severity.LOW: ("note", "recommendation")}


def message(text: str) -> Json:
    """*text* as a SARIF message. A "](" is escaped, since viewers make a link of "[words](address)"."""
    return {"text": text.replace("](", "\\](")}


def rules(findings: Sequence[Finding], missing: Sequence[NotAssessed]) -> list[Json]:
    """A descriptor for each rule, in the order of their ids; of several findings of a rule the worst counts."""
    worst: dict[str, Finding] = {}
    for finding in findings:
        if finding.rule not in worst or finding.severity > worst[finding.rule].severity:
            worst[finding.rule] = finding
    told = {name: _descriptor(finding) for name, finding in worst.items()}
    for one in missing:
        told.setdefault(one.rule, {"id": one.rule, "shortDescription": message(_cut(one.title))})
    return [told[name] for name in sorted(told)]


def _descriptor(finding: Finding) -> Json:
    level, problem = _LEVELS.get(finding.severity, ("error", "error"))
    if finding.severity is Severity.INFO:
        level, problem = "note", "recommendation"
    sources = weightiest_first(finding)
    address = next((source.url for source in sources if web_link(source.url)), "")
    return {
        "id": finding.rule,
        "shortDescription": message(_cut(finding.title)),
        "fullDescription": message(_cut(finding.why)),
        "help": {**message(_plain(finding, sources)), "markdown": _markdown(finding, sources)},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["procurement", finding.category], "problem.severity": problem},
    }


def _cut(text: str) -> str:
    return text if len(text) <= MOST_DESCRIPTION else text[: MOST_DESCRIPTION - 1] + "…"


def _plain(finding: Finding, sources: Sequence[Source]) -> str:
    cited = "\n".join(f"- {_cited(source)}" for source in sources)
    return (
        f"Why it matters: {finding.why}\n\nWrite instead: {finding.suggestion}\n\n"
        f"For example: “{finding.model_clause.strip()}”\n\nSources:\n{cited}"
    )


def _markdown(finding: Finding, sources: Sequence[Source]) -> str:
    cited = "\n".join(f"- {_linked(source)}" for source in sources)
    clause = "\n".join(f"> {as_text(line)}" for line in finding.model_clause.strip().splitlines())
    return (
        f"**Why it matters.** {as_text(finding.why)}\n\n**Write instead.** {as_text(finding.suggestion)}\n\n"
        f"**For example:**\n\n{clause}\n\n**Sources**\n\n{cited}\n\n`procure-audit explain {finding.rule}` tells more."
    )


def _cited(source: Source) -> str:
    return f"{citation(source.title, source.section)}{f': {source.says}' if source.says else ''}"


def _linked(source: Source) -> str:
    says = f": {as_text(source.says)}" if source.says else ""
    return f"{as_link(citation(source.title, source.section), source.url)}{says}"

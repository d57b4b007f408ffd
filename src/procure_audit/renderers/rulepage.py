"""Rules told to people: one in full, or a pack's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from .paragraphs import Paper
from .words import citation

Entry = Mapping[str, Any]
"""A rule as `rules.catalogue` describes it."""


def render(entry: Entry, *, width: int = 80, color: bool = False) -> str:
    """Everything a reader of a report may ask of a rule, from the pack itself."""
    paper = Paper(width, color=color)
    paper.line(entry["title"], indent=0, style="bold")
    paper.line(f"{entry['id']}, {entry['category_title'].lower()}", indent=0, style="dim")
    _part(paper, "What it says", [entry["says"], *(sign["says"] for sign in entry["also"])])
    _part(paper, "How bad", [line for sign in (entry, *entry["also"]) for line in _bands(sign)])
    _part(paper, "Where it holds", [f"{name}: {_listed(limit)}" for name, limit in entry["applies"].items()])
    _part(paper, "Why it matters", [entry["why"]])
    _part(paper, "What to write instead", [entry["suggestion"]])
    _part(paper, "For example", [f"“{entry['model_clause'].strip()}”"])
    _part(paper, "Where it comes from", [_source(source) for source in entry["sources"]])
    _part(paper, "What it must not be taken for", entry["traps"])
    _part(paper, "It speaks up at", [_example(example) for example in entry["examples"]["flags"]])
    _part(paper, "It keeps silent at", [_example(example) for example in entry["examples"]["passes"]])
    _part(paper, "Power of Small", [f"{each['number']}. {each['title']}" for each in entry["recommendations"]])
    paper.gap()
    paper.line(f"Written in {entry['place']}", indent=0, style="dim")
    return paper.text()


def render_list(entries: Sequence[Entry], width: int) -> str:
    """Rules by category: id, title and the severities it can have."""
    paper = Paper(width, color=False)
    for category, rules in groupby(
        sorted(entries, key=lambda e: str(e["category_title"])), lambda e: e["category_title"]
    ):
        paper.head(category)
        for rule in rules:
            severities = dict.fromkeys(severity for sign in (rule, *rule["also"]) for severity in sign["bands"])
            paper.line(f"{rule['id']}: {rule['title']} ({', '.join(severities)})", hang=4)
    paper.gap()
    paper.line(f"{len(entries)} rules; procure-audit explain RULE tells one in full", indent=0)
    return paper.text()


def _category(entry: Entry) -> str:
    return str(entry["category_title"])


def _part(paper: Paper, title: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    paper.head(title)
    for line in lines:
        paper.line(line, hang=2)


def _bands(sign: Entry) -> list[str]:
    return [
        f"{severity}: {' or '.join(conditions)} ({sign['basis'].get(severity, 'judgement')})"
        for severity, conditions in sign["bands"].items()
    ]


def _listed(limit: object) -> str:
    return ", ".join(map(str, limit)) if isinstance(limit, list) else str(limit)


def _example(example: Entry) -> str:
    """A small tender in a line: its words, and the facts and measures given beside them."""
    parts = [f"“{' '.join(example['text'].split())}”"] if "text" in example else []
    parts += [_named(fact) for fact in example.get("facts", ())]
    parts += [_named(example[name]) for name in ("metrics", "setting") if example.get(name)]
    verdict = f" → {example['severity']}" if "severity" in example else ""
    return "; ".join(parts) + verdict


def _named(values: Entry) -> str:
    return ", ".join(str(value) if name == "kind" else f"{name} {_listed(value)}" for name, value in values.items())


def _source(source: Entry) -> str:
    says = f": {source['says']}" if source["says"] else ""
    return f"{source['kind'] or 'source'}: {citation(source['title'], source['section'])}{says}"

"""Writes docs/rules, a page for each rule that ships, and docs/clauses.md: `python tools/make_rule_pages.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from procure_audit.cli.run import as_understood
from procure_audit.renderers.rulepage import clauses, index, markdown
from procure_audit.rules import Pack
from procure_audit.rules.catalogue import described
from procure_audit.rules.pack import load_pack, shipped
from procure_audit.rules.proof import worked

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
CLAUSES = "../clauses.md"
"""The page of all model clauses, beside the folder."""
FIRST = "uk"
"""The pack whose form of a rule is shown where several hold it: it judges unless another is named."""


def pages() -> dict[str, str]:
    """File name and text of each page, and of the index."""
    packs = {name: load_pack([name]) for name in sorted(shipped(), key=lambda name: (name != FIRST, name))}
    holders: dict[str, list[str]] = {}
    clauses_of: dict[tuple[str, str], dict[str, Any]] = {}
    for name, pack in packs.items():
        for rule in pack.rules:
            holders.setdefault(rule.id, []).append(name)
            clauses_of.setdefault((rule.id, rule.clause.id), described(rule, pack.law))
    understand = as_understood()
    entries = []
    for ident, names in holders.items():
        first: Pack = packs[names[0]]
        rule = first.rule(ident)
        entries.append((described(rule, first.law, worked(first, rule, understand)), sorted(names)))
    told = {f"{entry['id']}.md": markdown(entry, names) for entry, names in entries}
    return {**told, "README.md": index(entries), CLAUSES: clauses(list(clauses_of.values()))}


def write(texts: dict[str, str]) -> None:
    """The pages, and none that no rule has."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in FOLDER.glob("*.md")} - texts.keys():
        (FOLDER / stale).unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(pages())

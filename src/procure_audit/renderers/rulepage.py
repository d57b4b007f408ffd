"""Rules told to people: one in full, in the terminal or as a page, or a pack's list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from .paragraphs import Paper
from .rulesections import EXAMPLE, Entry, Section, sections

_SIGNS = re.compile(r"([\\`*_<>\[\]|#])")
_HEAD = """\
# The rules

{count} rules, each on a page of its own: what it finds and how, how bad that is, why it matters, what to write instead,
the law and other sources, and what it doesn't see. `procure-audit explain RULE` prints the same.

These pages are made from the packs by `python tools/make_rule_pages.py`."""
_CLAUSES_HEAD = """\
# Model clauses

Words to copy, by topic, each with the rules that it mends. In a report the numbers and days of the tender at hand stand
in them; here their names stand in square brackets.

This page is made from the packs by `python tools/make_rule_pages.py`."""
_ADDRESS = re.compile(r"https?://\S+")


def render(entry: Entry, *, width: int = 80, color: bool = False) -> str:
    """Everything a reader of a report may ask of a rule, from the pack itself, for the terminal."""
    paper = Paper(width, color=color)
    paper.line(entry["title"], indent=0, style="bold")
    paper.line(f"{entry['id']}, {entry['category_title'].lower()}", indent=0, style="dim")
    for section in sections(entry):
        paper.head(section.title)
        for line in section.lines:
            paper.line(f"“{line.strip()}”" if section.quoted else line, hang=2)
    paper.gap()
    paper.line(f"Written in {entry['place']}", indent=0, style="dim")
    return paper.text()


def markdown(entry: Entry, packs: Sequence[str]) -> str:
    """The same as a page; *packs* are the names of the packs that hold the rule."""
    held = f"in the pack{'s' if len(packs) > 1 else ''} {', '.join(packs)}"
    parts = [
        f"# {_plain(entry['title'])}",
        f"`{entry['id']}`, {entry['category_title'].lower()}; {held}. "
        f"Written in `{entry['place'].rpartition(':')[0]}`.",
        *(part for section in sections(entry) for part in _section(section)),
        "[All rules](README.md)",
    ]
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> list[str]:
    mark = "> " if section.quoted else "- " if len(section.lines) > 1 else ""
    return [f"## {section.title}", "\n".join(f"{mark}{_plain(line.strip())}" for line in section.lines)]


def _plain(text: str) -> str:
    """*text* with the signs of Markdown taken as signs, and addresses as links."""
    told, at = "", 0
    for address in _ADDRESS.finditer(text):
        told += _SIGNS.sub(r"\\\1", text[at : address.start()]) + f"<{address[0]}>"
        at = address.end()
    return told + _SIGNS.sub(r"\\\1", text[at:])


def index(entries: Sequence[tuple[Entry, Sequence[str]]]) -> str:
    """The page that leads to all: rules by category, with the severities they can have and their packs."""
    by_category = sorted(entries, key=lambda one: str(one[0]["category_title"]))
    parts = [_HEAD.format(count=len(entries))]
    for title, some in groupby(by_category, key=lambda one: str(one[0]["category_title"])):
        rows = [_row(entry, packs) for entry, packs in some]
        parts += [f"## {title}", "\n".join(["| rule | finds | severity | packs |", "|---|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def clauses(entries: Sequence[Entry]) -> str:
    """The page of all model clauses: by topic, with the rules that they mend."""
    by_topic = sorted(entries, key=lambda entry: (str(entry["category_title"]), str(entry["clause"])))
    parts = [_CLAUSES_HEAD]
    for title, topic in groupby(by_topic, key=lambda entry: str(entry["category_title"])):
        parts.append(f"## {title}")
        for name, rules in groupby(topic, key=lambda entry: str(entry["clause"])):
            parts += _clause(name, list(rules))
    return "\n\n".join(parts) + "\n"


def _clause(name: str, rules: Sequence[Entry]) -> list[str]:
    mends = ", ".join(f"[{rule['id']}](rules/{rule['id']}.md)" for rule in rules)
    parts = [f"### {name}", f"For {mends}:"]
    for section in (section for section in sections(rules[0]) if section.quoted):
        where = section.title.removeprefix(EXAMPLE).strip(" ()")
        parts += [*([f"{where}:"] if where else []), f"> {_plain(section.lines[0].strip())}"]
    return parts


def _row(entry: Entry, packs: Sequence[str]) -> str:
    name = entry["id"]
    return f"| [{name}]({name}.md) | {_plain(entry['title'])} | {_severities(entry)} | {', '.join(packs)} |"


def _severities(entry: Entry) -> str:
    return ", ".join(dict.fromkeys(severity for sign in (entry, *entry["also"]) for severity in sign["bands"]))


def render_list(entries: Sequence[Entry], width: int) -> str:
    """Rules by category: id, title and the severities it can have."""
    paper = Paper(width, color=False)
    for category, rules in groupby(
        sorted(entries, key=lambda e: str(e["category_title"])), lambda e: e["category_title"]
    ):
        paper.head(category)
        for rule in rules:
            paper.line(f"{rule['id']}: {rule['title']} ({_severities(rule)})", hang=4)
    paper.gap()
    paper.line(f"{len(entries)} rules; procure-audit explain RULE tells one in full", indent=0)
    return paper.text()

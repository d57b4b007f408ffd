"""What there is to tell of a rule, section by section: the terminal and the rule pages print the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .words import citation, day

Entry = Mapping[str, Any]
"""A rule as `rules.catalogue` describes it."""

EXAMPLE = "For example"
"""The title of a section with a model clause."""
_WAYS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than", "=": "exactly"}
_WAY = re.compile(r"(?P<first>^)?(?P<way>>=|<=|>|<|=)(?= (?:-?\d|[a-z]))")
_HOLE = re.compile(r"\{(?P<name>[^{}|]*)(?:\|[^{}]*)?\}")
_PART = re.compile(r"\[\?(?P<part>[^\[\]]*)\]")
_PLACES = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "ni": "Northern Ireland",
    "ireland": "Ireland",
    "eu": "the EU",
}
_LIMITS = {
    "jurisdiction": "Whose law",
    "regime": "Procurement rules",
    "authority": "Buyers",
    "not_authority": "Not for buyers",
    "when": "Only if",
    "needs": "Needs a passage of",
    "starts": "From",
    "until": "Until",
}
_KINDS = {"judgement": "Our own judgement", "": "Source"}
_ALL_JUDGEMENT = "The limits are our own judgement: no source sets them, and your settings may set others."


@dataclass(frozen=True, slots=True)
class Section:
    """A title and paragraphs; `quoted` ones are words to copy."""

    title: str
    lines: tuple[str, ...]
    quoted: bool = False


def sections(entry: Entry) -> list[Section]:
    """Everything a reader of a report may ask of a rule; a section without lines is left out."""
    signs = [entry, *entry["also"]]
    told = (
        Section("What it finds", _once(_readable(sign["says"]) for sign in signs)),
        Section("How it looks", _once(line for sign in signs for line in sign["how"])),
        Section("How bad", tuple(line for sign in signs for line in _bands(sign, signs, entry["severity"]))),
        Section("Where it holds", tuple(_limits(entry["applies"]))),
        Section("A worked example", tuple(_worked(entry))),
        Section("Why it matters", (entry["why"],)),
        Section("What to write instead", (_readable(entry["suggestion"]),)),
        Section(EXAMPLE, (_readable(entry["model_clause"]),), quoted=True),
        *(
            Section(f"{EXAMPLE} ({'; '.join(_limits(other['applies']))})", (_readable(other["says"]),), quoted=True)
            for other in entry["model_clause_elsewhere"]
        ),
        Section("What the law sets", tuple(line for value in entry["law"] for line in _law(value))),
        Section("Where it comes from", tuple(_source(source) for source in entry["sources"])),
        Section("What it doesn't see, and what it is not", tuple(entry["traps"])),
        Section("It speaks up at", tuple(example_line(one) for one in entry["examples"]["flags"])),
        Section("It keeps silent at", tuple(example_line(one) for one in entry["examples"]["passes"])),
        Section("Power of Small", tuple(f"{one['number']}. {one['title']}" for one in entry["recommendations"])),
    )
    return [section for section in told if section.lines]


def _once(lines: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _readable(template: str) -> str:
    """A message whose holes are told by their names: "cover of [value] is asked for"."""
    flat = _PART.sub(lambda part: part["part"], template)
    return _HOLE.sub(lambda hole: f"[{hole['name'].replace('_', ' ').replace('.', ': ')}]", flat)


def _bands(sign: Entry, signs: Sequence[Entry], severity: str | None) -> Iterator[str]:
    """The severities of a sign with what backs each; where it holds if that differs from the rule."""
    if severity:
        yield f"Always {severity}, as a pack or settings say."
        return
    where = "; ".join(_limits(sign["applies"])) if sign is not signs[0] else ""
    for name, conditions in sign["bands"].items():
        basis = "our own judgement" if sign["basis"].get(name) == "judgement" else sign["basis"].get(name, "")
        told = " or ".join(map(in_words, conditions))
        yield f"{name}: {told} ({basis}{f'; {where}' if where else ''})"
    if sign is signs[-1] and all(one == "judgement" for each in signs for one in each["basis"].values()):
        yield _ALL_JUDGEMENT


def in_words(condition: str) -> str:
    """ "> 30 if pages > 5" as "more than 30, if pages is more than 5"; "any" as "wherever it is seen"."""
    if condition == "any":
        return "wherever it is seen"
    told = re.sub(r"^any if ", "wherever it is seen, if ", condition)
    told = _WAY.sub(lambda way: ("" if way["first"] is not None else "is ") + _WAYS[way["way"]], told)
    return told.replace(" if ", ", if ", 1) if not told.startswith("wherever") else told


def _limits(applies: Mapping[str, Any]) -> Iterator[str]:
    for name, limit in applies.items():
        told = in_words(limit) if name == "when" else _listed(limit)
        yield f"{_LIMITS.get(name, name)}: {told}"


def _listed(limit: object) -> str:
    if isinstance(limit, list):
        return ", ".join(_PLACES.get(str(one), str(one).replace("_", " ")) for one in limit)
    return day(date.fromisoformat(str(limit)))


def _worked(entry: Entry) -> Iterator[str]:
    worked = entry.get("worked")
    if worked:
        yield f"Given: {example_line({**entry['examples']['flags'][0], 'severity': ''})}"
        yield f"It says ({worked['severity']}): {worked['message']}"
        yield f"And to write instead: {worked['suggestion']}"


def example_line(example: Entry) -> str:
    """A small tender in a line: its words, and the files, facts and measures given beside them."""
    parts = [f"“{' '.join(example['text'].split())}”"] if "text" in example else []
    parts += [f"a file: {_named(one)}" for one in example.get("files", ())]
    parts += [_named(fact) for fact in example.get("facts", ())]
    parts += [_named(example["metrics"])] if example.get("metrics") else []
    setting = {name: value for name, value in example.get("setting", {}).items() if value not in ("england", "unknown")}
    parts += [_named(setting)] if setting else []
    verdict = f" → {example['severity']}" if example.get("severity") else ""
    return "; ".join(parts) + verdict


def _named(values: Entry) -> str:
    told = (str(value) if name == "kind" else f"{name} {_value(value)}" for name, value in values.items())
    return ", ".join(told).replace("_", " ")


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " and ".join(map(str, value)) or "none"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _law(value: Entry) -> Iterator[str]:
    """A value that law sets, provision by provision."""
    for one in value["provisions"]:
        limits = "; ".join(_limits(one["applies"]))
        yield f"{value['name']}, {value['title']}: {one['value']} ({citation(one['title'], one['section'])}; {limits})"


def _source(source: Entry) -> str:
    """Law by its section, with the places and days it holds; our own judgement by name."""
    kind = _KINDS.get(source["kind"], source["kind"].capitalize())
    title = "" if source["kind"] == "judgement" else f": {citation(source['title'], source['section'])}"
    says = f": {source['says']}" if source["says"] else ""
    limits = f" ({'; '.join(_limits(source['applies']))})" if source["applies"] else ""
    url = f" {source['url']}" if source["url"] else ""
    return f"{kind}{title}{says}{limits}{url}"

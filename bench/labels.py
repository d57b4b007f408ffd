"""Facts found held against facts labelled by hand: which are right, missed, wrong, and on the right page.

A corpus is a folder with a `labels.yaml`: a list of documents, each with `id`, `file` (relative to the folder), `facts`
(mappings with `kind`, the values of that kind and, where the format has them, `page`) and `none_found`, the kinds that
were looked for and are absent. Kinds in neither were not settled and are not scored; nor are facts marked
`image_only`, which only an eye can read.

A fact is matched by its kind and principal value, once for each document. A fact without a value is left out, but for
insurance: that cover is asked for and no level given is itself the fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Label = Mapping[str, Any]
"""A fact as a plain mapping: `kind`, its values, and `page`, or a set `on_pages`."""
Key = object
Found = dict[str, dict[Key, set[int | None]]]
"""The pages of each value of each kind."""
NOTHING = (None, (None, None))


@dataclass
class Tally:
    """How many facts were labelled, found and right; of the right ones with a page, how many name it."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    paged: int = 0
    on_page: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.labelled)

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def page(self) -> float:
        return self.on_page / self.paged if self.paged else 1.0

    def add(self, other: Tally) -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Score:
    """The tallies of one corpus by kind; what was missed or wrong, in words; files that could not be read."""

    by_kind: dict[str, Tally] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    documents: int = 0

    @property
    def total(self) -> Tally:
        whole = Tally()
        for one in self.by_kind.values():
            whole.add(one)
        return whole


def documents(corpus: Path) -> list[Label]:
    """The labelled documents of *corpus*. Raises SystemExit where there is no list of them."""
    path = corpus / "labels.yaml"
    if not path.is_file():
        raise SystemExit(f"{path} is missing: a corpus is a folder with labels.yaml in it")
    listed: list[Label] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return listed


def count(score: Score, entry: Label, found: Iterable[Label]) -> None:
    """Adds what was *found* in one document to *score*."""
    want = keyed(fact for fact in entry["facts"] if not fact.get("image_only"))
    have = keyed(found)
    unreadable = {fact["kind"] for fact in entry["facts"] if fact.get("image_only")} - set(want)
    settled = set(want) | {kind for kind in entry.get("none_found") or [] if kind in KEYS}
    score.documents += 1
    for kind in sorted(settled - unreadable):
        wanted, had = want.get(kind, {}), have.get(kind, {})
        score.by_kind.setdefault(kind, Tally()).add(_tally(wanted, had))
        score.errors += [f"missed {entry['id']} {kind} {key}" for key in wanted.keys() - had.keys()]
        score.errors += [f"wrong  {entry['id']} {kind} {key}" for key in had.keys() - wanted.keys()]


def _tally(want: dict[Key, set[int | None]], have: dict[Key, set[int | None]]) -> Tally:
    right = want.keys() & have.keys()
    paged = [key for key in right if want[key] - {None}]
    return Tally(len(want), len(have), len(right), len(paged), sum(bool(want[key] & have[key]) for key in paged))


def keyed(facts: Iterable[Label]) -> Found:
    """*facts* by kind and principal value."""
    table: Found = {}
    for fact in facts:
        for key in KEYS[fact["kind"]](fact) if fact["kind"] in KEYS else ():
            if key not in NOTHING:
                pages = fact.get("on_pages") or {fact.get("page")}
                table.setdefault(fact["kind"], {}).setdefault(key, set()).update(pages)
    return table


def _number(value: Any) -> float | None:
    try:
        return None if value is None else round(float(value), 2)
    except (TypeError, ValueError):
        return None


def _one(read: Callable[[Label], Key]) -> Callable[[Label], Iterator[Key]]:
    def keys(fact: Label) -> Iterator[Key]:
        yield read(fact)

    return keys


def _value(fact: Label) -> Key:
    return _number(fact.get("value"))


def _day(fact: Label) -> Key:
    return None if fact.get("value") is None else str(fact["value"])[:10]


def _flag(fact: Label) -> Key:
    return bool(fact.get("value", True))


def _first_of(*names: str) -> Callable[[Label], Key]:
    def read(fact: Label) -> Key:
        return next(((name, _number(fact[name])) for name in names if fact.get(name) is not None), None)

    return read


def _worth(fact: Label) -> Key:
    return _number(fact.get("amount") if fact.get("amount") is not None else fact.get("maximum"))


def _weights(fact: Label) -> Key:
    parts = re.findall(r"\d+(?:\.\d+)?", str(fact.get("value") or ""))
    return tuple(_number(part) for part in parts[:2]) if len(parts) > 1 else None


def _certificates(fact: Label) -> Iterator[Key]:
    """Each named certificate by itself, since documents list them together."""
    names = fact.get("value") or ()
    for name in [names] if isinstance(names, str) else names:
        yield re.sub(r"[^a-z0-9]", "", str(name).lower().replace("iec", "").replace("bs en", ""))


def _is_there(_: Label) -> Key:
    return True


_READ: dict[str, Callable[[Label], Key]] = {
    "insurance": lambda fact: (fact.get("type"), _number(fact.get("amount"))),
    "turnover_requirement": _first_of("amount", "multiple", "percent"),
    "liability_cap": _first_of("amount", "multiple", "percent"),
    "contract_value": _worth,
    "quality_price_weights": _weights,
    "references_required": lambda fact: _number(fact.get("count")),
    "lots": lambda fact: _number(fact.get("count")),
    "subcontracting_terms": lambda fact: fact.get("category"),
    "termination_notice": lambda fact: _number(fact.get("days")),
    **dict.fromkeys(
        ("tender_deadline", "publication_or_issue_date", "clarification_deadline", "contract_start"),
        _day,
    ),
    **dict.fromkeys(
        ("payment_terms_days", "contract_length_months", "extension_months", "accounts_years_required"), _value
    ),
    "social_value_weight": _value,
    **dict.fromkeys(("audited_accounts_required", "consortia_allowed", "electronic_portal_only"), _flag),
    **dict.fromkeys(("parent_company_guarantee", "performance_bond", "ip_assignment"), _flag),
    **dict.fromkeys(("indemnity_uncapped", "payment_by_results", "exclusivity", "tupe", "response_limits"), _is_there),
}
KEYS: dict[str, Callable[[Label], Iterator[Key]]] = {
    **{kind: _one(read) for kind, read in _READ.items()},
    "certification_required": _certificates,
}
"""Kind: the values by which its facts are told apart."""

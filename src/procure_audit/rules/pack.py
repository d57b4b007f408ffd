"""Packs from YAML. Every mistake is a PackError at file:line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ..data import data_file
from ..model import CallError, Confidence, PackError, ScoreModel, Severity, did_you_mean
from .build import praise_of, rule_of
from .clauses import clauses_of
from .entry import Entry
from .files import read_mapping
from .lawbook import load_law
from .library import Library
from .lines import Node, Place, decoded
from .override import Override, overridden, scoped
from .rule import Pack, Praise, Rule, Scope
from .spec import Head, Part, PraiseSpec, RuleSpec, SourceSpec

_HEAD = "pack.yaml"
_CLAUSES = "clauses"
_NO_PACKS = ("score", "effort", "evidence")
_WHAT = "a pack is a mapping with 'pack', 'title' and 'rules'"


@dataclass(frozen=True)
class Shelf:
    """What the packs that were read so far hold, before rules are built. Each pack is put on it once.

    `heads` and `digests` are by the path of a pack, in the order in which they were read.
    """

    rules: dict[str, Entry]
    strengths: dict[str, Entry]
    clauses: dict[str, Entry]
    sources: dict[str, SourceSpec]
    heads: dict[Path, Head]
    digests: dict[Path, str]


def load_pack(names: Sequence[str | Path], overrides: Sequence[Override] = ()) -> Pack:
    """The packs called *names* ("uk", or the path of a file or folder) as one; a later one adds to those before.

    *overrides* are what settings change of their rules; one about a rule that isn't there changes nothing.
    """
    if not names:
        raise CallError("no rule pack was named")
    shelf = shelf_of(names)
    library = library_of(shelf)
    rules = overridden(shelf.rules, overrides)
    elsewhere = scoped(rules, overrides)
    heads = [shelf.heads[find_pack(name).resolve()] for name in names]
    return Pack(
        name="+".join(head.pack for head in heads),
        title="; ".join(head.title for head in heads),
        rules=tuple(rule_from(ident, entry, library, elsewhere.get(ident, ())) for ident, entry in rules.items()),
        strengths=tuple(praise_from(ident, entry, library) for ident, entry in shelf.strengths.items()),
        digest=_digest((*shelf.digests.values(), library.digest), overrides),
        score_model=load_score_model(),
        law=library.law,
        currency=heads[-1].currency,
        any_document=all(head.judges == "documents" for head in heads),
        off=tuple(dict.fromkeys(one.rule for one in overrides if one.rule in shelf.rules and one.rule not in rules)),
    )


def rule_ids(names: Iterable[str | Path]) -> frozenset[str]:
    """The names of the rules in the packs called *names* and in those that they extend, left out or not.

    Packs that can't judge together may be named together.
    """
    found: set[str] = set()
    seen: set[Path] = set()
    wanted = list(names)
    while wanted:
        path = find_pack(wanted.pop())
        if path.resolve() in seen:
            continue
        seen.add(path.resolve())
        files = [(file, _read(file)[0]) for file in _files(path)]
        found.update(*(raw.get("rules", ()) for _, raw in files))
        wanted += _extended(decoded(files[0][1], Head, Place(files[0][0])), path)
    return frozenset(found)


def shelf_of(names: Iterable[str | Path]) -> Shelf:
    """The packs called *names*, before their rules are built."""
    shelf = Shelf({}, {}, {}, {}, {}, {})
    for name in names:
        shelf = _put(name, shelf, ())
    return shelf


def library_of(shelf: Shelf) -> Library:
    """What the rules on *shelf* may refer to: their sources, and the law that comes with the program."""
    book = load_law()
    return Library({**book.laws, **shelf.sources}, book.values, clauses_of(shelf.clauses), book.digest)


def _digest(files: Iterable[str], overrides: Sequence[Override]) -> str:
    changes = (f"{one.rule} {one.what}" for one in overrides)
    return sha256("\n".join((*files, *changes)).encode()).hexdigest()


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    folder = data_file("rules")
    found = [path.parent.name for path in folder.glob(f"*/{_HEAD}")]
    return tuple(sorted([*found, *(path.stem for path in folder.glob("*.yaml") if path.stem not in _NO_PACKS)]))


def find_pack(name: str | Path) -> Path:
    """The file or folder of a pack: one that ships with the program, by name, or a path. Raises CallError."""
    here = Path(name)
    named: tuple[Path, ...] = (
        () if is_path(name) else (data_file("rules", str(name)), data_file("rules", f"{name}.yaml"))
    )
    for path in (*named, here):
        if path.is_file() or (path / _HEAD).is_file():
            return path
    raise CallError(f"no rule pack is called '{name}', and no such file is there; {did_you_mean(str(name), shipped())}")


def load_score_model(path: Path | None = None) -> ScoreModel:
    """The score model of *path*, or the one that ships with the program."""
    where = path or data_file("rules", "score.yaml")
    raw, _ = _read(where)
    try:
        return ScoreModel(
            version=str(raw["version"]),
            weights={Severity[name.upper()]: float(weight) for name, weight in raw["weights"].items()},
            confidence={Confidence[name.upper()]: float(share) for name, share in raw["confidence"].items()},
            damping=float(raw["damping"]),
            blocker=float(raw["blocker"]),
            half=float(raw["half"]),
            grades=tuple(sorted(((int(least), name) for name, least in raw["grades"].items()), reverse=True)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise PackError(where, raw.line, f"not a score model: {wrong}") from wrong


def _put(name: str | Path, shelf: Shelf, above: tuple[Path, ...]) -> Shelf:
    """*shelf* with the pack called *name*: first what it extends, then what it holds, then what it changes."""
    path = find_pack(name)
    here = path.resolve()
    if here in above:
        raise PackError(path, 1, "a pack can't extend itself")
    if here in shelf.heads:
        return shelf
    files = [(file, *_read(file)) for file in _files(path)]
    head_file, head_raw, _ = files[0]
    head = decoded(head_raw, Head, Place(head_file))
    for file, raw, _ in files[1:]:
        decoded(raw, Part, Place(file))
    for base in _extended(head, path):
        shelf = _put(base, shelf, (*above, here))
    rules, strengths, clauses = shelf.rules, shelf.strengths, shelf.clauses
    for file, raw, _ in files:
        rules = _added(
            rules, _entries(file, raw, "rules", head.currency), "use 'change' to change a rule of another pack"
        )
        strengths = _added(strengths, _entries(file, raw, "strengths", head.currency), "call this one otherwise")
        clauses = _added(clauses, _entries(file, raw, _CLAUSES, head.currency), "call this one otherwise")
    _added(rules, strengths, "a strength can't have the name of a rule")
    for file, raw, _ in files:
        rules = _with_more(rules, raw, Place(file))
    return Shelf(
        _changed(rules, head, head_raw, Place(head_file)),
        strengths,
        clauses,
        shelf.sources | head.sources,
        {**shelf.heads, here: head},
        {**shelf.digests, here: "".join(digest for _, _, digest in files)},
    )


def _files(path: Path) -> list[Path]:
    """The files of a pack, its head first."""
    if path.is_file():
        return [path]
    parts = (*path.glob("*.yaml"), *path.glob(f"{_CLAUSES}/*.yaml"))
    return [path / _HEAD, *sorted(file for file in parts if file.name != _HEAD)]


def _read(path: Path) -> tuple[Node, str]:
    """The top mapping of *path* and the digest of its bytes."""
    return read_mapping(path, _WHAT)


def _extended(head: Head, path: Path) -> Iterator[str | Path]:
    """What a pack extends; paths are relative to the file that names them."""
    for name in head.extends:
        yield (path.parent if path.is_file() else path) / name if is_path(name) else name


def is_path(name: str | Path) -> bool:
    """Whether *name* is a file or folder, and not the name of what ships with the program."""
    return isinstance(name, Path) or "/" in name or name.endswith(".yaml")


def _entries(file: Path, raw: Node, key: str, currency: str) -> dict[str, Entry]:
    section = raw.get(key)
    if not isinstance(section, Node):
        return {}
    return {ident: Entry(value, Place(file, section.lines[ident]), file, currency) for ident, value in section.items()}


def _added(some: dict[str, Entry], more: dict[str, Entry], advice: str) -> dict[str, Entry]:
    """*some* and *more*, of which no two may have one name."""
    for ident, entry in more.items():
        if ident in some:
            raise entry.place.wrong(f"'{ident}' stands at {some[ident].place} too; {advice}")
    return some | more


def _changed(rules: dict[str, Entry], head: Head, raw: Node, place: Place) -> dict[str, Entry]:
    """*rules* without those left out, and with the fields that this pack changes."""
    kept = dict(rules)
    for number, ident in enumerate(head.leave_out):
        if kept.pop(ident, None) is None:
            where = Place(place.path, raw["leave_out"].lines[number])
            raise where.wrong(f"no rule is called '{ident}'; {did_you_mean(ident, rules)}")
    for ident in head.change:
        where = place.key(raw, "change", ident)
        kept[ident] = _known(ident, kept, where).changed(raw["change"][ident], where)
    return kept


def _with_more(rules: dict[str, Entry], raw: Node, place: Place) -> dict[str, Entry]:
    """*rules* with what a file of this pack adds to some of them."""
    more = {
        ident: _known(ident, rules, place.key(raw, "extend", ident)).extended(node, place.path)
        for ident, node in raw.get("extend", {}).items()
    }
    return rules | more


def _known(ident: str, rules: dict[str, Entry], place: Place) -> Entry:
    if ident not in rules:
        raise place.wrong(f"no rule is called '{ident}'; {did_you_mean(ident, rules)}")
    return rules[ident]


def rule_from(ident: str, entry: Entry, library: Library, elsewhere: Sequence[tuple[Scope, Entry | None]] = ()) -> Rule:
    """The rule called *ident*, with what holds *elsewhere*. Raises PackError at the first thing that is wrong."""
    spec = decoded(entry.raw, RuleSpec, entry.place)
    rule = rule_of(ident, spec, library, entry)
    others = tuple((scope, rule_from(ident, other, library) if other else None) for scope, other in elsewhere)
    return replace(rule, scoped=others) if others else rule


def praise_from(ident: str, entry: Entry, library: Library) -> Praise:
    """The strength called *ident*."""
    return praise_of(ident, decoded(entry.raw, PraiseSpec, entry.place), library, entry)

"""Packs from YAML. Every mistake is a PackError at file:line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..data import data_file
from ..model import CallError, Confidence, PackError, ScoreModel, Severity, did_you_mean
from .build import praise_of, rule_of
from .files import read_mapping
from .lines import Node, Place, decoded
from .rule import Pack, Praise, Rule
from .spec import Head, Part, PraiseSpec, RuleSpec, SourceSpec

_HEAD = "pack.yaml"
_NO_PACKS = ("score", "effort", "evidence")
_WHAT = "a pack is a mapping with 'pack', 'title' and 'rules'"


@dataclass(frozen=True)
class _Entry:
    """A rule or strength as it stands in a file, before it is built."""

    raw: Node
    place: Place


@dataclass(frozen=True)
class _Loaded:
    """A pack with everything it extends, before its rules are built."""

    head: Head
    rules: dict[str, _Entry]
    strengths: dict[str, _Entry]
    sources: dict[str, SourceSpec]
    digest: str


def load_pack(names: Sequence[str | Path]) -> Pack:
    """The packs called *names* ("uk", or the path of a file or folder) as one; a later one adds to those before."""
    loaded = [_load(name, ()) for name in names]
    if not loaded:
        raise CallError("no rule pack was named")
    rules, strengths = _union(one.rules for one in loaded), _union(one.strengths for one in loaded)
    sources = _union(one.sources for one in loaded)
    return Pack(
        name="+".join(one.head.pack for one in loaded),
        title="; ".join(one.head.title for one in loaded),
        rules=tuple(_rule(ident, entry, sources) for ident, entry in rules.items()),
        strengths=tuple(_praise(ident, entry) for ident, entry in strengths.items()),
        digest=sha256("".join(one.digest for one in loaded).encode()).hexdigest(),
        score_model=load_score_model(),
        currency=loaded[-1].head.currency,
    )


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    folder = data_file("rules")
    found = [path.parent.name for path in folder.glob(f"*/{_HEAD}")]
    return tuple(sorted([*found, *(path.stem for path in folder.glob("*.yaml") if path.stem not in _NO_PACKS)]))


def find_pack(name: str | Path) -> Path:
    """The file or folder of a pack: one that ships with the program, by name, or a path. Raises CallError."""
    here = Path(name)
    named: tuple[Path, ...] = (
        () if _is_path(name) else (data_file("rules", str(name)), data_file("rules", f"{name}.yaml"))
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
            costs={Severity[name.upper()]: float(cost) for name, cost in raw["costs"].items()},
            confidence={Confidence[name.upper()]: float(share) for name, share in raw["confidence"].items()},
            damping=float(raw["damping"]),
            cap=int(raw["cap"]),
            grades=tuple(sorted(((int(least), name) for name, least in raw["grades"].items()), reverse=True)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise PackError(where, raw.line, f"not a score model: {wrong}") from wrong


def _load(name: str | Path, above: tuple[Path, ...]) -> _Loaded:
    path = find_pack(name)
    if path.resolve() in above:
        raise PackError(path, 1, "a pack can't extend itself")
    files = [(file, *_read(file)) for file in _files(path)]
    head_file, head_raw, _ = files[0]
    head = decoded(head_raw, Head, Place(head_file))
    for file, raw, _ in files[1:]:
        decoded(raw, Part, Place(file))
    bases = [_load(base, (*above, path.resolve())) for base in _extended(head, path)]
    rules = _union([*(base.rules for base in bases), *(_entries(file, raw, "rules") for file, raw, _ in files)])
    strengths = _union([*(base.strengths for base in bases), *(_entries(f, raw, "strengths") for f, raw, _ in files)])
    sources = _union([*(base.sources for base in bases), head.sources])
    digest = "".join([*(base.digest for base in bases), *(digest for _, _, digest in files)])
    return _Loaded(head, _changed(rules, head, head_raw, Place(head_file)), strengths, sources, digest)


def _files(path: Path) -> list[Path]:
    """The files of a pack, its head first."""
    if path.is_file():
        return [path]
    return [path / _HEAD, *sorted(file for file in path.glob("*.yaml") if file.name != _HEAD)]


def _read(path: Path) -> tuple[Node, str]:
    """The top mapping of *path* and the digest of its bytes."""
    return read_mapping(path, _WHAT)


def _extended(head: Head, path: Path) -> Iterator[str | Path]:
    """What a pack extends; paths are relative to the file that names them."""
    for name in head.extends:
        yield (path.parent if path.is_file() else path) / name if _is_path(name) else name


def _is_path(name: str | Path) -> bool:
    return isinstance(name, Path) or "/" in name or name.endswith(".yaml")


def _entries(file: Path, raw: Node, key: str) -> dict[str, _Entry]:
    section = raw.get(key)
    if not isinstance(section, Node):
        return {}
    return {ident: _Entry(value, Place(file, section.lines[ident])) for ident, value in section.items()}


def _union(some: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {name: value for one in some for name, value in one.items()}


def _changed(rules: dict[str, _Entry], head: Head, raw: Node, place: Place) -> dict[str, _Entry]:
    """*rules* without those left out, and with the fields that this pack changes."""
    kept = dict(rules)
    for number, ident in enumerate(head.leave_out):
        if kept.pop(ident, None) is None:
            where = Place(place.path, raw["leave_out"].lines[number])
            raise where.wrong(f"no rule is called '{ident}'; {did_you_mean(ident, rules)}")
    for ident, fields in head.change.items():
        where = place.key(raw, "change", ident)
        if ident not in kept:
            raise where.wrong(f"no rule is called '{ident}'; {did_you_mean(ident, kept)}")
        kept[ident] = _Entry(_merged(kept[ident].raw, raw["change"][ident], fields), where)
    return kept


def _merged(old: Node, new: Node, fields: dict[str, Any]) -> Node:
    """A rule with some fields replaced. Changed bands are the changer's own judgement unless it says otherwise."""
    made = Node({**old, **fields})
    made.line, made.lines = new.line, {**dict.fromkeys(old.lines, new.line), **new.lines}
    if "bands" in fields and "basis" not in fields:
        made["basis"] = Node(dict.fromkeys(fields["bands"], "judgement"))
    return made


def _rule(ident: str, entry: _Entry, sources: dict[str, SourceSpec]) -> Rule:
    return rule_of(ident, decoded(entry.raw, RuleSpec, entry.place), sources, entry.raw, entry.place)


def _praise(ident: str, entry: _Entry) -> Praise:
    return praise_of(ident, decoded(entry.raw, PraiseSpec, entry.place), entry.raw, entry.place)

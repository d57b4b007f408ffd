"""The door of the notice reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from ...model import Document, Evidence, Fact, Properties, Span
from ..build import Builder
from .layout import write
from .parse import Release, at, parsed, releases
from .stated import Stated, stated
from .writer import Writer


def read(data: bytes, path: str) -> Document:
    """The notice in *data*: its fields in words, each at its JSON path, and the facts that they state.

    Of several releases of one process the latest to state a fact counts. Raises UnreadableError for JSON that is
    broken or holds no notice.
    """
    found = releases(parsed(data))
    title = at(found[0][1], "tender.title")
    builder = Builder(
        path, "json", sha256(data).hexdigest(), Properties(title=title if isinstance(title, str) else None)
    )
    spans: dict[str, Span] = {}
    for root, release in found:
        writer = Writer(builder, root)
        write(writer, release)
        spans |= writer.spans
    processes = {str(release.get("ocid")) for _, release in found}
    if len(processes) > 1:
        builder.notes.append(f"holds notices of {len(processes)} procurements, told here as one")
    document = builder.document()
    return replace(document, stated=tuple(_facts(document, found, spans)))


def _facts(document: Document, found: Iterable[tuple[str, Release]], spans: dict[str, Span]) -> Iterator[Fact]:
    latest: dict[tuple[str, str, object, object], tuple[str, Stated]] = {}
    for root, release in sorted(found, key=lambda pair: str(pair[1].get("date") or "")):
        for kind, values, path in stated(release):
            distinct = values["value"] if kind == "contract_start" else None
            latest[(str(release.get("ocid")), kind, values.get("lot"), distinct)] = (root, (kind, values, path))
    for root, (kind, values, path) in latest.values():
        full = f"{root}.{path}" if root else path
        yield Fact(kind, tuple(values.items()), (_place(document, full, spans),))


def _place(document: Document, path: str, spans: dict[str, Span]) -> Evidence:
    """Where *path* was written; for a field that wasn't (a list, a code), the beginning of the notice."""
    return document.evidence(spans.get(path) or _first_below(path, spans) or document.blocks[0].span, path)


def _first_below(path: str, spans: dict[str, Span]) -> Span | None:
    return next((span for name, span in spans.items() if name.startswith((f"{path}.", f"{path}["))), None)

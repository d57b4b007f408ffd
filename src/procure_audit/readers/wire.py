"""Documents as JSON and back, to pass between processes or to keep: inert data, never pickle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any, get_type_hints

import msgspec

from ..model import Confidence, Document, Evidence, Fact, UnreadableError, Value

_Named = tuple[str, str, Any]
"""A value of a fact: its name, the name of its type, and itself as JSON."""


class _Stated(msgspec.Struct):
    """A fact; its values carry their types, since JSON can't tell a date from a word."""

    kind: str
    values: list[_Named]
    places: tuple[Evidence, ...]
    confidence: int


class _Answer(msgspec.Struct):
    """What came of one file: a document's fields, or why there is none."""

    document: Any = None
    stated: list[_Stated] = []
    found: list[_Stated] | None = None
    reason: str = ""
    advice: str = ""


def encode(document: Document) -> bytes:
    """*document* as JSON."""
    plain = {name: getattr(document, name) for name in _plain_fields()}
    found = None if document.found is None else [_stated(fact) for fact in document.found]
    return msgspec.json.encode(_Answer(plain, [_stated(fact) for fact in document.stated], found))


def _plain_fields() -> list[str]:
    """The fields that are JSON as they are: all but the facts."""
    return [field.name for field in fields(Document) if field.name not in ("stated", "found")]


def encode_facts(facts: Iterable[Fact]) -> bytes:
    """*facts* as JSON."""
    return msgspec.json.encode([_stated(fact) for fact in facts])


def decode_facts(data: bytes) -> list[Fact]:
    """The facts that `encode_facts` wrote."""
    return [_fact(fact) for fact in msgspec.json.decode(data, type=list[_Stated])]


def encode_error(error: UnreadableError) -> bytes:
    """An *error* as JSON: `decode` raises it again."""
    return msgspec.json.encode(_Answer(reason=error.reason, advice=error.advice))


def decode(data: bytes) -> Document:
    """The document that `encode` wrote. Raises the UnreadableError that `encode_error` wrote."""
    answer: Any = _decoder().decode(data)
    if answer.document is None:
        raise UnreadableError(answer.reason, answer.advice)
    stated = tuple(_fact(fact) for fact in answer.stated)
    found = None if answer.found is None else tuple(_fact(fact) for fact in answer.found)
    return Document(**msgspec.structs.asdict(answer.document), stated=stated, found=found)


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    """A decoder of answers. Document's fields are taken from the class itself, so a new one needs no line here."""
    hints = get_type_hints(Document)
    plain = msgspec.defstruct("Plain", [(name, hints[name]) for name in _plain_fields()])
    answer = msgspec.defstruct("Answer", [("document", plain | None)], bases=(_Answer,))
    return msgspec.json.Decoder(answer)


def _stated(fact: Fact) -> _Stated:
    values = [(name, type(value).__name__, value) for name, value in fact.values]
    return _Stated(fact.kind, values, fact.places, int(fact.confidence))


def _fact(stated: _Stated) -> Fact:
    values = tuple((name, _value(kind, value)) for name, kind, value in stated.values)
    return Fact(stated.kind, values, stated.places, Confidence(stated.confidence))


def _value(kind: str, value: Any) -> Value:
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "datetime":
        return datetime.fromisoformat(value)
    return tuple(value) if kind == "tuple" else float(value) if kind == "float" else value

"""The file of a baseline: JSON for people to read in a diff, in a fixed order, checked key by key when it is read."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from ..model import CallError, Passage, Severity
from .known import Baseline, KnownFinding, KnownTender

NAME = ".procure-audit-baseline.json"
SCHEMA = "procure-audit/baseline/1"


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline and where it lies: its tenders are named from its folder, wherever a call comes from."""

    path: Path
    baseline: Baseline

    def key(self, place: str) -> str:
        """The name of the tender at *place*, which is seen from the current folder ("-" for standard input)."""
        if place == "-":
            return place
        try:
            return Path(os.path.relpath(Path(place).absolute(), self.path.absolute().parent)).as_posix()
        except ValueError:  # another drive of Windows
            return Path(place).absolute().as_posix()

    def tender(self, place: str) -> KnownTender | None:
        return self.baseline.tender(self.key(place))


class _Place(msgspec.Struct, forbid_unknown_fields=True):
    document: str
    clause: str
    quote: str
    digest: str = ""


class _Finding(msgspec.Struct, forbid_unknown_fields=True):
    rule: str
    severity: Literal["critical", "high", "medium", "low", "info"]
    places: tuple[_Place, ...]


class _Tender(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    pack: str
    score: int
    score_model: str
    documents: tuple[str, ...]
    findings: tuple[_Finding, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    schema: Literal["procure-audit/baseline/1"]
    tenders: tuple[_Tender, ...]


def read_baseline(path: Path) -> BaselineFile:
    """The baseline in *path*. Raises CallError for a file that is missing, or is none; it says where it is wrong."""
    try:
        told = msgspec.json.decode(path.read_bytes(), type=_File)
    except FileNotFoundError:
        raise CallError(f"there is no baseline {path}; procure-audit baseline create makes one") from None
    except OSError as error:
        raise CallError(f"the baseline {path} can't be read: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        remedy = "mend it, or delete it and make it anew with procure-audit baseline create"
        raise CallError(f"{path} is no baseline: {error}; {remedy}") from error
    return BaselineFile(path, Baseline(tuple(_tender(one) for one in told.tenders)))


def _tender(told: _Tender) -> KnownTender:
    findings = tuple(
        KnownFinding(
            one.rule,
            Severity[one.severity.upper()],
            tuple(Passage(place.document, place.clause, place.quote, place.digest) for place in one.places),
        )
        for one in told.findings
    )
    return KnownTender(told.path, told.pack, told.score, told.score_model, told.documents, findings)


def written(baseline: Baseline) -> str:
    """*baseline* as the file has it."""
    told = {"schema": SCHEMA, "tenders": [_tender_object(one) for one in baseline.tenders]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _tender_object(known: KnownTender) -> dict[str, Any]:
    return {
        "path": known.path,
        "pack": known.pack,
        "score": known.score,
        "score_model": known.score_model,
        "documents": list(known.documents),
        "findings": [
            {"rule": one.rule, "severity": str(one.severity), "places": [_place_object(p) for p in one.passages]}
            for one in known.findings
        ],
    }


def _place_object(passage: Passage) -> dict[str, str]:
    told = {"document": passage.document, "clause": passage.clause, "quote": passage.quote}
    return {**told, "digest": passage.digest} if passage.digest else told

"""Results into the register: one writer, each result whole or not at all, and on disk before it is told as done."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from ..batch.job import Done, Job
from ..model import CallError, Unread
from ..notices.listing import Listing
from .schema import opened

Json = Mapping[str, Any]
_ADVICE = "what was counted as done is in it, and the same call goes on from there"


class Register:
    """The register at a path, open to write. A context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store = opened(path, to_write=True)

    def put(self, results: Iterable[tuple[Job, Done]], now: datetime) -> None:
        """Write *results*, all or none of them. Raises CallError where the disk is full or another holds the lock."""
        with self._changed() as store:
            for job, done in results:
                _put(store, job, done, now.isoformat(timespec="seconds"))

    def put_unread(self, unread: Iterable[Unread], now: datetime) -> None:
        """Write what could not be read at all, so that no tender came of it. Raises CallError as `put` does."""
        rows = [(one.path, one.reason, one.advice, now.isoformat(timespec="seconds")) for one in unread]
        with self._changed() as store:
            store.executemany("insert or replace into unread values (?, ?, ?, ?)", rows)

    @contextmanager
    def _changed(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._store:
                yield self._store
        except sqlite3.Error as error:
            raise CallError(f"the register {self._path} can't be written: {error}; {_ADVICE}") from error

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()


def _put(store: sqlite3.Connection, job: Job, done: Done, now: str) -> None:
    if done.status == "same":
        return
    row = _row(job, done, now)
    store.execute("delete from tender where key = ?", (job.key,))
    marks = ", ".join(f":{name}" for name in row)
    store.execute(f"insert into tender ({', '.join(row)}) values ({marks})", row)  # noqa: S608 - our own names
    report = done.report or {}
    store.executemany(
        "insert into finding values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _findings(job.key, report)
    )
    store.executemany("insert into eligibility values (?, ?, ?, ?, ?, ?, ?)", _eligibility(job.key, report))


def _row(job: Job, done: Done, now: str) -> dict[str, Any]:
    report = done.report or {}
    listing = job.listing or listing_in(report)
    tender, score, metrics = (report.get(name) or {} for name in ("tender", "score", "metrics"))
    return {
        "key": job.key,
        "source": job.source,
        "name": tender.get("name") or listing.title or job.key,
        "title": listing.title,
        "buyer": listing.buyer,
        "stage": listing.stage,
        "published": listing.published,
        "deadline": listing.deadline,
        "value": listing.value,
        "currency": listing.currency,
        "category": listing.category,
        "category_name": listing.category_name,
        "region": listing.region,
        "suitable_sme": listing.suitable_sme,
        "suitable_vcse": listing.suitable_vcse,
        "url": listing.url,
        "jurisdiction": tender.get("jurisdiction"),
        "regime": tender.get("regime"),
        "status": done.status,
        "reason": done.reason,
        "score": score.get("value"),
        "low": score.get("low"),
        "high": score.get("high"),
        "grade": score.get("grade"),
        **{name: metrics.get(name) for name in ("documents", "pages", "words", "reading_age", "bid_hours", "bid_cost")},
        "content": done.content,
        "judged_by": done.judged_by,
        "audited_at": now,
        "report": json.dumps(done.report, ensure_ascii=False) if done.report else None,
    }


def _findings(key: str, report: Json) -> Iterator[tuple[Any, ...]]:
    for one in report.get("findings", ()):
        place: Json = next(iter(one["places"]), {})
        where = (place.get(name) for name in ("document", "page", "clause", "quote"))
        head = (one[name] for name in ("rule", "category", "severity", "confidence", "status", "title", "message"))
        yield (key, *head, *where, one["points"], one["fingerprint"])


def _eligibility(key: str, report: Json) -> Iterator[tuple[Any, ...]]:
    for one in report.get("eligibility", ()):
        lists = (
            json.dumps(_asked(one, verdict), ensure_ascii=False) for verdict in ("blocked", "unsure", "to_qualify")
        )
        yield (key, one["profile"], one["title"], one["can_bid"], *lists)


def _asked(one: Json, verdict: str) -> list[str]:
    """What is asked of a bidder, in words, where the answer is *verdict*; what else leaves it open is unsure."""
    asked = [demand["asks"] for demand in one["demands"] if demand["verdict"] == verdict]
    return list(dict.fromkeys([*asked, *(one["doubts"] if verdict == "unsure" else ())]))


def listing_in(report: Json) -> Listing:
    """What a list says of a tender of documents: as far as its facts tell."""
    worth = next((one for one in _facts(report, "contract_value") if one.get("amount") or one.get("maximum")), {})
    return Listing(
        title=(report.get("tender") or {}).get("name", ""),
        published=next((str(one["value"]) for one in _facts(report, "publication_or_issue_date")), None),
        deadline=next((str(one["value"]) for one in _facts(report, "tender_deadline")), None),
        value=worth.get("amount") or worth.get("maximum"),
        currency=worth.get("currency") or "",
    )


def _facts(report: Json, kind: str) -> Iterator[Json]:
    return (one for one in report.get("facts", ()) if one["kind"] == kind and one["confidence"] != "low")

"""The work on one job, whoever does it: a worker on this machine or one of a cluster. From a Job to what came of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import astuple, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import get_ident
from typing import Any

from .. import __version__
from ..audit import Context, audit
from ..data import data_file
from ..facts.extractors import of_document
from ..model import Bidders, Document, Report, Tender, Unread, UnreadableError, given
from ..readers import Readers, ReadOptions
from ..readers.document import read_document
from ..readers.sources import SourceFile, files, tender_name
from ..readers.tender import Begun, Outcome
from ..renderers.wire import report_object
from ..rules import Pack
from ..rules.bidders import load_figures, load_profiles
from ..rules.pace import load_pace
from ..rules.pack import load_pack
from ..rules.words import load_words
from .cache import Cache, Folder, code, digest
from .job import Done, How, Job
from .remote import files_at, is_remote

_WORKER = "procure_audit.worker"
_JUDGING = ("audit", "score", "setting", "effort", "eligibility", "metrics", "rules", "renderers")


def work(job: Job, how: How) -> Done:
    """Audit the tender of *job*. Raises nothing for what its documents hold; a worker that breaks down is killed."""
    sources = list(_sources(job, how))
    content = _content(sources)
    judged_by = _judged_by(how)
    if how.register and _is_known(how.register, job.key, content, judged_by):
        return Done(job.key, "same", content, judged_by)
    pack, context = _prepared(how)
    kept = _kept(how)
    tender = _tender(job, how, sources, kept)
    report = audit(tender, pack, context, kept.measured(context.given)) if kept else audit(tender, pack, context)
    return Done(job.key, _status(report), content, judged_by, report_object(report, __version__), _reason(report))


def _sources(job: Job, how: How) -> Iterator[SourceFile | Unread]:
    """The notice of *job*, its documents, or both."""
    if job.notice:
        yield SourceFile(f"{job.key}.json", job.notice)
    if is_remote(job.path):
        yield from files_at(job.path, _options(how))
    elif job.path:
        yield from files(job.path, _options(how))


def _options(how: How) -> ReadOptions:
    return ReadOptions(how.revisions, how.max_pages, how.max_bytes, how.document_timeout, how.ocr)


def _content(sources: Sequence[SourceFile | Unread]) -> str:
    """A digest of all that a tender holds: the same documents under the same names are the same tender."""
    found = sha256()
    for source in sources:
        told = source.data if isinstance(source, SourceFile) else source.reason.encode()
        found.update(sha256(source.path.encode("utf-8", "replace")).digest() + sha256(told).digest())
    return found.hexdigest()


@cache
def _judged_by(how: How) -> str:
    """A digest of all that a judgement rests on besides the tender: rules, bidders, options, and the program."""
    pack, _ = _prepared(how)
    bidders = [Path(name).read_text(encoding="utf-8") if Path(name).is_file() else name for name in how.bidders]
    asked = replace(how, today="", cache=None, register=None, isolated=False, document_timeout=0, max_bytes=0)
    data = digest(data_file("rules").rglob("*.yaml"))  # word lists, assumptions and profiles count as well as packs
    told = repr((pack.digest, data, bidders, astuple(asked), code(), code(*_JUDGING)))
    return sha256(told.encode()).hexdigest()


@cache
def _prepared(how: How) -> tuple[Pack, Context]:
    """The pack and the context of a run, made once in each process."""
    known = {"jurisdiction": how.jurisdiction, "regime": how.regime}
    facts = tuple(given(kind, value=value) for kind, value in known.items() if value)
    as_of = date.fromisoformat(how.as_of) if how.as_of else None
    bidders = Bidders(load_profiles(how.bidders), load_figures())
    context = Context(date.fromisoformat(how.today), load_words(), load_pace(), bidders, facts, as_of)
    return load_pack(how.rules).chosen(how.select, how.ignore), context


def _is_known(register: str, key: str, content: str, judged_by: str) -> bool:
    """Whether the register holds the report of this very tender by these very rules."""
    try:
        asked = "select 1 from tender where key = ? and content = ? and judged_by = ? and status <> 'failed'"
        row = _opened(register, get_ident()).execute(asked, (key, content, judged_by)).fetchone()
    except sqlite3.Error:  # there is none yet: it is made with the first result
        return False
    return row is not None


@cache
def _opened(register: str, _thread: int) -> sqlite3.Connection:
    """The register, to be read by one thread of this process; to open it takes longer than to ask it."""
    return sqlite3.connect(f"{Path(register).resolve().as_uri()}?mode=ro", uri=True, timeout=30)


def _kept(how: How) -> Cache | None:
    return Cache(Folder(Path(how.cache)), _options(how)) if how.cache else None


def _tender(job: Job, how: How, sources: Sequence[SourceFile | Unread], kept: Cache | None) -> Tender:
    name = _name(job)
    if not how.isolated:
        return Begun(name, iter(sources), _reads(how, kept)).tender()
    with Readers(_options(how), worker=_WORKER) as readers:
        return readers.begin_files(name, iter(sources)).tender()


def _name(job: Job) -> str:
    if job.notice:
        return (job.listing.title if job.listing else "") or job.key
    return job.path.rstrip("/").rsplit("/", 1)[-1] if is_remote(job.path) else tender_name(job.path)


def _reads(how: How, kept: Cache | None) -> Callable[[SourceFile], Future[Outcome]]:
    """What reads one file in this process, or takes it from what is kept."""

    def read(source: SourceFile) -> Future[Outcome]:
        outcome: Outcome | None = kept.get(source) if kept else None
        if outcome is None:
            outcome = _read(source, how)
            if kept and isinstance(outcome, Document):
                kept.put(source, outcome)
        future: Future[Outcome] = Future()
        future.set_result(outcome)
        return future

    return read


def _read(source: SourceFile, how: How) -> Outcome:
    """Libraries raise anything at all; what ends the process is for whoever started it."""
    try:
        document = read_document(source.data, source.path, _options(how))
        return replace(document, found=of_document(document))
    except UnreadableError as error:
        return Unread(source.path, error.reason, error.advice)
    except MemoryError:
        raise
    except Exception as error:
        why = f"something in it makes its reader break down ({type(error).__name__})"
        return Unread(source.path, why, "open it, save it again as PDF or Word and check that copy")


def _status(report: Report) -> str:
    if report.score is None:
        return "unread"
    return "partial" if report.understood.is_partial else "assessed"


def _reason(report: Report) -> str:
    """Why nothing could be assessed."""
    if report.score is not None:
        return ""
    told: list[Any] = [*report.understood.unread, *report.not_assessed]
    return told[0].reason if told else "nothing in it could be judged"

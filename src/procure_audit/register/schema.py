"""The tables of the register, and how an older one becomes a newer. docs/register.md tells what the columns hold."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..model import CallError

_TENDER = """
create table tender (
  key text primary key, source text not null, name text not null, title text not null, buyer text not null,
  stage text not null, published text, deadline text, value real, currency text not null,
  category text not null, category_name text not null, region text not null,
  suitable_sme integer, suitable_vcse integer, url text not null,
  jurisdiction text, regime text, status text not null, reason text not null,
  score integer, low integer, high integer, grade text,
  documents integer, pages integer, words integer, reading_age real, bid_hours real, bid_cost real,
  content text not null, judged_by text not null, audited_at text not null, report text
);
create table finding (
  tender text not null references tender (key) on delete cascade, rule text not null, category text not null,
  severity text not null, confidence text not null, status text not null, title text not null, message text not null,
  document text, page integer, clause text, quote text, points integer not null, fingerprint text not null
);
create table eligibility (
  tender text not null references tender (key) on delete cascade, profile text not null, title text not null,
  can_bid text not null, blocked_by text not null, unsure text not null, to_qualify text not null
);
create table unread (path text primary key, reason text not null, advice text not null, seen_at text not null);
create index finding_of_tender on finding (tender);
create index finding_by_rule on finding (rule, severity);
create index eligibility_of_tender on eligibility (tender);
create index eligibility_by_profile on eligibility (profile, can_bid);
create index tender_by_buyer on tender (buyer);
create index tender_by_deadline on tender (deadline);
"""

MIGRATIONS: tuple[str, ...] = (_TENDER,)
"""Each takes the register one version on; `pragma user_version` counts those that were made."""

_APPLICATION = 0x50524155  # "PRAU", so that no other database is taken for a register
_WAIT = 30  # seconds for another who writes


def opened(path: Path, *, to_write: bool = False) -> sqlite3.Connection:
    """The register at *path*, brought up to date. With *to_write* a missing one is made.

    Raises CallError for a file that is no register, is one of a later program, or that somebody else keeps locked.
    """
    if not to_write and not path.is_file():
        raise CallError(f"there is no register at {path}; procure-audit batch and notices make one (--register)")
    try:
        store = sqlite3.connect(path, timeout=_WAIT)
        store.row_factory = sqlite3.Row
        _checked(store, path)
        if to_write:
            store.execute("pragma journal_mode = wal")
            store.execute("pragma synchronous = full")  # what was reported done outlives a power cut
        store.execute("pragma foreign_keys = on")
        return store
    except sqlite3.Error as error:
        raise CallError(f"the register {path} can't be used: {error}") from error


def _checked(store: sqlite3.Connection, path: Path) -> None:
    version = store.execute("pragma user_version").fetchone()[0]
    mark = store.execute("pragma application_id").fetchone()[0]
    is_new = not store.execute("select count(*) from sqlite_master").fetchone()[0]
    if mark != _APPLICATION and not is_new:
        raise CallError(f"{path} is a database, but no register of procure-audit: give another name")
    if version > len(MIGRATIONS):
        raise CallError(f"{path} was written by a later procure-audit: update this one")
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        store.executescript(
            f"begin immediate; {step} pragma user_version = {number}; pragma application_id = {_APPLICATION}; commit;"
        )

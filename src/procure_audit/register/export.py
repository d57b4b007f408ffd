"""The register as a file for other programs and people: which form it takes follows from the ending of its name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

from ..model import CallError, did_you_mean
from ..renderers.table import Cell
from .ask import Row
from .rows import as_csv, cell

TABLES = ("tender", "finding", "eligibility", "unread")
"""Tables that can be exported."""

_INNER = ("content", "judged_by", "report")  # of use to the program alone
_LISTS = ("blocked_by", "unsure", "to_qualify")
_TRUTHS = ("suitable_sme", "suitable_vcse")
_SHEETS = {"tender": "Tenders", "finding": "Findings", "eligibility": "Who could bid", "unread": "Not read"}
_MOST_ROWS = 1_048_575  # below the heading
_WIDE = {"title": 50, "name": 30, "message": 70, "quote": 60, "url": 40, "key": 28, "tender": 28, "buyer": 30}
_WIDE |= dict.fromkeys((*_LISTS, "reason", "advice"), 60)
_TYPES = {"integer": "int64", "real": "float64"}

Export = Callable[[sqlite3.Connection, str], bytes]
"""Makes the file of a register; the word is the table that is wanted where a file holds one alone."""


def exported(store: sqlite3.Connection, ending: str, table: str) -> bytes:
    """The register as a file of the kind that ends in *ending*.

    Raises CallError for an ending or a table that isn't known, where a library is missing, and for too many rows.
    """
    if ending not in EXPORTS:
        raise CallError(f"nothing is exported as '{ending}'; name a file that ends in {', '.join(EXPORTS)} or .html")
    if table not in TABLES:
        raise CallError(f"no table is called '{table}'; {did_you_mean(table, TABLES)}")
    return EXPORTS[ending](store, table)


def _csv(store: sqlite3.Connection, table: str) -> bytes:
    """With a byte order mark: without it Excel takes it for a Windows code page."""
    return as_csv(list(_rows(store, table)), list(_columns(store, table))).encode("utf-8-sig")


def _xlsx(store: sqlite3.Connection, _: str) -> bytes:
    """A sheet for each table."""
    from ..renderers.xlsx import add_sheet, workbook

    out = BytesIO()
    with workbook(out) as book:
        for table, name in _SHEETS.items():
            if store.execute(f"select count(*) from {table}").fetchone()[0] > _MOST_ROWS:  # noqa: S608 - our own names
                raise CallError(f"{name} has more rows than a sheet can hold: export {table} as .csv or .parquet")
            columns = [(column.replace("_", " "), _WIDE.get(column, 14)) for column in _columns(store, table)]
            add_sheet(book, name, columns, _cells(store, table))
    return out.getvalue()


def _cells(store: sqlite3.Connection, table: str) -> Iterator[list[Cell]]:
    for row in _rows(store, table):
        yield [cell(value) for value in row.values()]


def _parquet(store: sqlite3.Connection, table: str) -> bytes:
    """Numbers as numbers, lists as lists; dates are text, since some are days and some have a time."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise CallError("Parquet needs pyarrow: pip install 'procure-audit[parquet]'") from None
    fields = [(name, _arrow(arrow, name, kind)) for name, kind in _columns(store, table).items()]
    out = BytesIO()
    parquet.write_table(arrow.Table.from_pylist(list(_rows(store, table)), schema=arrow.schema(fields)), out)
    return out.getvalue()


def _arrow(arrow: Any, name: str, kind: str) -> Any:
    if name in _LISTS:
        return arrow.list_(arrow.string())
    return arrow.bool_() if name in _TRUTHS else getattr(arrow, _TYPES.get(kind, "string"))()


def _columns(store: sqlite3.Connection, table: str) -> dict[str, str]:
    """Names and SQL types of what is told of *table*."""
    found = store.execute(f"pragma table_info({table})")
    return {row["name"]: row["type"].lower() for row in found if row["name"] not in _INNER}


def _rows(store: sqlite3.Connection, table: str) -> Iterator[Row]:
    names: Sequence[str] = list(_columns(store, table))
    for row in store.execute(f"select {', '.join(names)} from {table} order by {', '.join(names[:2])}, rowid"):  # noqa: S608
        yield {name: _value(name, row[name]) for name in names}


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _LISTS:
        return json.loads(value)
    return bool(value) if name in _TRUTHS else value


EXPORTS: dict[str, Export] = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
"""Forms of an export by the ending of its file; `.html` is the portfolio, a page for people."""

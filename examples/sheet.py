"""An example as a spreadsheet: the form that prices are filled into."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

from build import Source
from openpyxl import Workbook
from openpyxl.styles import Font

_FIXED = datetime(2026, 11, 2)


def make(source: Source, target: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Prices"
    for kind, run in source.runs():
        for number, item in enumerate(run):
            sheet.append([cell or None for cell in item.cells] if kind == "row" else [item.text])
            bold = kind == "title" or (kind == "row" and number == 0)
            for cell in sheet[sheet.max_row]:
                cell.font = Font(bold=bold)
    for column, width in zip("ABCDEF", (8, 62, 24, 14, 14, 14), strict=True):
        sheet.column_dimensions[column].width = width
    book.properties.title = source.title
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _FIXED
    book.save(target)
    _undate(target)


def _undate(target: Path) -> None:
    """openpyxl stamps the moment of saving over what was set: put the fixed day back."""
    with zipfile.ZipFile(target) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    stamp = f"{_FIXED:%Y-%m-%dT%H:%M:%SZ}".encode()
    core = members["docProps/core.xml"]
    members["docProps/core.xml"] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)

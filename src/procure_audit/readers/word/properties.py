"""What a Word file says of itself, and what it holds beside text."""

from __future__ import annotations

from ...model import Properties
from .inline import CHANGES
from .package import Element, Package, integer, is_on, name, q
from .styles import Styles

_CELL_CHANGES = frozenset(("w:cellIns", "w:cellDel"))


def properties_of(package: Package, document: Element, styles: Styles) -> Properties:
    """Pages as the file declares them (as old as its last save), title, language, pictures, comments, revisions."""
    app, core = package.part("docProps/app.xml"), package.part("docProps/core.xml")
    pages = integer(_text(app, "app:Pages")) or None
    counts = _counts(document)
    return Properties(
        pages=pages,
        pages_basis="declared" if pages else "none",
        title=_text(core, "dc:title"),
        language=styles.language,
        form_fields=counts["fields"],
        images=counts["images"],
        images_without_text=counts["silent"],
        tables_without_heading=counts["bare"],
        comments_open=_open_comments(package),
        changes_tracked=counts["changes"],
        producer=_text(app, "app:Application"),
    )


def _text(root: Element | None, kind: str) -> str | None:
    found = None if root is None else root.find(q(kind))
    return ((found.text or "").strip() or None) if found is not None else None


def _counts(document: Element) -> dict[str, int]:
    counts = {"fields": 0, "images": 0, "silent": 0, "bare": 0, "changes": 0}
    for element in document.iter(_counted()):
        kind = name(element)
        if kind in CHANGES or kind in _CELL_CHANGES:
            counts["changes"] += 1
        elif kind == "w:sdt":
            counts["fields"] += element.find(f"{q('w:sdtPr')}/{q('w:docPartObj')}") is None
        elif kind == "w:ffData":
            counts["fields"] += 1
        elif kind == "w:tbl":
            counts["bare"] += _is_bare_table(element)
        else:
            silent = _is_silent_picture(element)
            counts["images"] += silent is not None
            counts["silent"] += bool(silent)
    return counts


def _counted() -> tuple[str, ...]:
    """The elements that are counted."""
    return tuple(
        map(q, ("w:sdt", "w:ffData", "w:tbl", "wp:inline", "wp:anchor", "v:imagedata", *CHANGES, *_CELL_CHANGES))
    )


def _is_bare_table(table: Element) -> bool:
    """Whether it has rows and columns, and no row is marked as heading: a screen reader can't say what a cell means."""
    rows = table.findall(q("w:tr"))
    is_grid = len(rows) > 1 and len(rows[0].findall(q("w:tc"))) > 1
    return is_grid and not any(is_on(row.find(q("w:trPr")), "w:tblHeader") for row in rows)


def _is_silent_picture(element: Element) -> bool | None:
    """Whether a picture says nothing to those who can't see it; None if *element* is no picture of its own."""
    if name(element) == "v:imagedata":
        shape = element.getparent()
        if shape is None or any(name(above) == "mc:Fallback" for above in element.iterancestors()):
            return None
        return not (shape.get("alt") or shape.get("title") or element.get(q("o:title")))
    if element.find(f".//{q('pic:pic')}") is None:
        return None
    about = element.find(q("wp:docPr"))
    if about is None:
        return True
    decorative = about.find(f".//{q('adec:decorative')}")
    is_decorative = decorative is not None and decorative.get("val") in ("1", "true")
    return not (about.get("descr") or about.get("title") or is_decorative)


def _open_comments(package: Package) -> int:
    """Threads of comments that nobody has marked as done (commentsExtended.xml, [MS-DOCX] 2.5.4)."""
    comments, extended = package.related("comments"), package.related("commentsExtended")
    settled = {
        each.get(q("w15:paraId"))
        for each in (() if extended is None else extended.iter(q("w15:commentEx")))
        if each.get(q("w15:done")) in ("1", "true") or each.get(q("w15:paraIdParent"))
    }
    open_threads = 0
    for comment in () if comments is None else comments.iter(q("w:comment")):
        marks = {paragraph.get(q("w14:paraId")) for paragraph in comment.iter(q("w:p"))}
        open_threads += not marks & settled
    return open_threads

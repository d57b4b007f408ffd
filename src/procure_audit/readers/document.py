"""One file's bytes to a Document, in this process: find out what it is, and hand it to its reader."""

from __future__ import annotations

from dataclasses import replace

from ..model import Document, UnreadableError
from .formats import FORMATS, READERS, suffix_of
from .options import ReadOptions
from .sniff import sniff


def read_document(data: bytes, path: str, options: ReadOptions | None = None) -> Document:
    """The document that *data* holds, read as what it is, whatever its name says.

    Raises UnreadableError with the reason and what to do. Runs in this process: a hostile file can exhaust its
    memory or never end; `read_tender` reads in a process of its own.
    """
    options = options or ReadOptions()
    suffix = suffix_of(path)
    named = READERS[suffix].name if suffix in READERS else None
    kind = sniff(data, suffix, named)
    if kind == "zip":
        what = f"it is named .{suffix} but is" if named else "it is"
        raise UnreadableError(f"{what} a ZIP archive without a document in it", "name it .zip, or unpack it")
    form = FORMATS[kind]
    document = form.read(data, path, **{name: getattr(options, name) for name in form.takes})
    if not document.text.strip():
        gap = document.gaps[0] if document.gaps else None
        reason = f"it holds no text ({gap.what}: {gap.reason})" if gap else "it holds no text"
        raise UnreadableError(reason, (gap.advice if gap else "") or "ask for a copy with text")
    if named not in (None, kind):
        document = replace(document, notes=(f"named .{suffix} but is {form.says}", *document.notes))
    return document

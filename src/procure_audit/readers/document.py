"""One file's bytes to a Document, in this process: find out what it is, and hand it to its reader."""

from __future__ import annotations

from dataclasses import replace

from ..model import Document, UnreadableError
from .formats import FORMATS, READERS
from .options import ReadOptions
from .sniff import sniff


def suffix_of(path: str) -> str:
    """The suffix of a name, without its dot, in lower case; "" for none."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[1].lower() if "." in name.lstrip(".") else ""


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
        raise UnreadableError("it is a ZIP archive but not a document", "unpack it, or check the archive as a pack")
    form = FORMATS[kind]
    document = form.read(data, path, **{name: getattr(options, name) for name in form.takes})
    if not document.text.strip() and not document.gaps:
        raise UnreadableError("it holds no text", "ask for a copy with text, not pictures of pages")
    if named not in (None, kind):
        document = replace(document, notes=(f"named .{suffix} but is {form.says}", *document.notes))
    return document

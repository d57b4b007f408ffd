"""What a program that opens a reviewed Word file finds in it, told by the file alone."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from word_files import R, W

from procure_audit.annotate.notes import Line, Note, Notes
from procure_audit.annotate.word import annotate
from procure_audit.model import Document, Span
from procure_audit.readers.word import read
from procure_audit.readers.word.package import Package

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TEXT = (f"{{{W}}}t", f"{{{W}}}delText", f"{{{M}}}t")
_UNSEEN = (f"{{{MC}}}Fallback", f"{{{W}}}moveFrom")


def q(name: str) -> str:
    return f"{{{W}}}{name}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {info.filename: file.read(info) for info in file.infolist() if not info.is_dir()}


def root(data: bytes, name: str = "") -> etree._Element:
    return etree.fromstring(parts(data)[name or Package(data).main])


def notes_at(document: Document, *words: str) -> Notes:
    """A note on each of *words*, at their first place, and one at the top."""
    spans = [Span(document.text.index(word), document.text.index(word) + len(word)) for word in words]
    return notes_on(document, *spans)


def notes_on(document: Document, *spans: Span) -> Notes:
    notes = (Note(document.evidence(span), "A note", (Line(f"about {n}"),)) for n, span in enumerate(spans))
    return Notes((Line("the top", strong=True),), tuple(notes))


def annotated(data: bytes, *words: str, revisions: str = "accepted") -> bytes:
    document = read(data, "t.docx", revisions=revisions)
    return annotate(data, "t.docx", notes_at(document, *words), revisions=revisions)


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment hangs on, by what it says."""
    document, comments = root(data), root(data, comments_part(data))
    said = {c.get(q("id")): " ".join("".join(p.itertext(q("t"))) for p in c.iter(q("p"))) for c in comments}
    words = hung(document)
    return {said[key]: words[key or ""] for key in said if key in words}


def comments_part(data: bytes) -> str:
    return Package(data).path_of("comments")


def hung(document: etree._Element) -> dict[str, str]:
    """The text from where each comment begins to where it ends, by its id."""
    words: dict[str, list[str]] = {}
    begun: set[str] = set()
    for element in document.iter():
        if element.tag == q("commentRangeStart"):
            begun.add(element.get(q("id")) or "")
            words[element.get(q("id")) or ""] = []
        elif element.tag == q("commentRangeEnd"):
            begun.discard(element.get(q("id")) or "")
        elif begun and element.tag in TEXT and not any(above.tag in _UNSEEN for above in element.iterancestors()):
            for key in begun:
                words[key].append(element.text or "")
    assert not begun
    return {key: "".join(some) for key, some in words.items()}


def check_package(data: bytes) -> None:
    """What Word checks before it opens a file without repair."""
    files = parts(data)
    types = etree.fromstring(files["[Content_Types].xml"])
    defaults = {(each.get("Extension") or "").lower() for each in types if each.tag.endswith("Default")}
    overrides = [(each.get("PartName") or "").lstrip("/") for each in types if each.tag.endswith("Override")]
    assert len(overrides) == len(set(overrides))
    for name in files:
        ending = name.rsplit(".", 1)[-1].lower()
        assert name == "[Content_Types].xml" or name in overrides or ending in defaults, name
    document = root(data)
    comments = root(data, comments_part(data))
    assert comments_part(data) in overrides
    folder, _, main = Package(data).main.rpartition("/")
    relations = root(data, f"{folder}/_rels/{main}.rels".lstrip("/"))
    keys = [each.get("Id") for each in relations]
    assert len(keys) == len(set(keys))
    ids = [each.get(q("id")) for each in comments]
    assert len(ids) == len(set(ids))
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        hung = [each.get(q("id")) for each in document.iter(q(kind))]
        assert len(hung) == len(set(hung))
        assert {each.get(q("id")) for each in comments if each.get(q("author")) == "procure-audit"} <= set(hung)
    for run in document.iter(q("r")):
        properties = run.find(q("rPr"))
        assert properties is None or run.index(properties) == 0


def with_types(data: bytes) -> bytes:
    """A file made of strings, with the list of types that those leave out."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    files = parts(data)
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    names = {"word/document.xml": "document.main", "word/comments.xml": "comments", "word/footnotes.xml": "footnotes"}
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}.{names.get(name, "settings")}+xml"/>'
        for name in files
        if not name.endswith(".rels")
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    files["[Content_Types].xml"] = f'<Types xmlns="{space}">{default}{listed}</Types>'.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


__all__ = ["R", "annotated", "check_package", "commented", "notes_at", "notes_on", "q", "root", "with_types"]

"""Parses XML from strangers: no network, no entities, no document type, and limits on depth and size."""

from __future__ import annotations

from lxml import etree

from ..model import UnreadableError

MOST_ELEMENTS = 3_000_000
"""Elements of one part: more than ten thousand pages of prose, and about 600 MB once parsed."""

_ANEW = "open it in Word or LibreOffice and save it anew, or ask for it as a PDF"


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of part *name*; UnreadableError where it is broken, too deep (256 levels) or too large."""
    if data.count(b"<") > MOST_ELEMENTS * 2:
        raise UnreadableError(f"it holds more than {MOST_ELEMENTS:,} elements (in {name})", "split the document")
    if b"<!DOCTYPE" in data:  # before parsing, which may look for the file that it names
        raise _calls_elsewhere(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        collect_ids=False,  # Writer gives two lists one id now and then
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = "it is nested too deeply (boxes within boxes" if "depth" in str(error) else "its text is broken (it is"
        raise UnreadableError(f"{why} in {name})", _ANEW) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _calls_elsewhere(name)
    return root


def _calls_elsewhere(name: str) -> UnreadableError:
    return UnreadableError(
        f"it calls for definitions from elsewhere, as no office program does (in {name})",
        "ask for it as a PDF, and don't open it unless you trust who sent it",
    )

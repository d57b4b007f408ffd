"""Parses XML from strangers: no network, no entities, no document type, and limits on depth and size."""

from __future__ import annotations

from lxml import etree

from ..model import UnreadableError

MOST_ELEMENTS = 3_000_000
"""Elements of one part: more than ten thousand pages of prose, and about 600 MB once parsed."""


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of part *name*; UnreadableError where it is broken, too deep (256 levels) or too large."""
    if data.count(b"<") > MOST_ELEMENTS * 2:
        raise UnreadableError(f"{name} holds more than {MOST_ELEMENTS:,} elements", "split the document")
    if b"<!DOCTYPE" in data:  # before parsing, which may look for the file that it names
        raise _declares_type(name)
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
        why = "is nested too deeply" if "depth" in str(error) else "is broken"
        raise UnreadableError(f"{name} {why} ({error})", "open it in Office and save it anew") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _declares_type(name)
    return root


def _declares_type(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} declares a document type, which no office program writes", "open it in Office and save it anew"
    )

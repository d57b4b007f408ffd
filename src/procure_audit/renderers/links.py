"""Addresses that a report may link to: documents beside it, their pages, and sources on the web."""

from __future__ import annotations

import os
from urllib.parse import quote, urlsplit

from ..model import Evidence


def document_link(path: str) -> str:
    """The relative address of a document of the tender, whatever its name holds: "./a%20b%3A.pdf"."""
    return "./" + quote(os.fsencode(path))


def page_link(evidence: Evidence) -> str:
    """The page of a PDF ("./itt.pdf#page=12"); "" where the format has no pages to open at."""
    if not evidence.page or not evidence.document.lower().endswith(".pdf"):
        return ""
    return f"{document_link(evidence.document)}#page={evidence.page}"


def web_link(url: str) -> str:
    """*url* if it leads to the web; "" for anything else, such as "javascript:"."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""

"""How much there is to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Document, Metric, Role
from ..text.words import count_words
from .subject import Subject

NO_PAGES = "these files have no pages"
_BASES = {"counted": "counted", "declared": "by the file's own record", "none": "without pages"}


def measure(subject: Subject) -> Iterator[Metric]:
    documents = subject.tender.documents
    yield Metric("documents", len(documents))
    yield _pages(documents)
    yield Metric("words", sum(_words(document) for document in documents))
    yield _contract_pages(documents)
    yield Metric("unread_pages", sum(_unread_pages(document) for document in documents))


def _pages(documents: tuple[Document, ...]) -> Metric:
    """Pages of the documents that have any; the note says how they were counted."""
    known = [document.properties.pages for document in documents if document.properties.pages is not None]
    if not known:
        return Metric("pages", None, reason=NO_PAGES)
    return Metric("pages", sum(known), notes=(_basis(documents),))


def _basis(documents: tuple[Document, ...]) -> str:
    """ "counted (3 files), by the file's own record (2 files)"."""
    files = Counter(document.properties.pages_basis for document in documents)
    return ", ".join(f"{_BASES[basis]} ({n} file{'s' * (n > 1)})" for basis, n in sorted(files.items()))


def _words(document: Document) -> int:
    """Words that a reader sees once: running heads, page numbers and contents lists don't count."""
    spans = (block.span for block in document.body() if not block.hidden)
    return sum(count_words(document.text[span.start : span.end]) for span in spans)


def _contract_pages(documents: tuple[Document, ...]) -> Metric:
    """Each document's pages by the share of its text that is contract terms."""
    shares = [_contract_share(document) * (document.properties.pages or 0) for document in documents]
    if all(document.properties.pages is None for document in documents):
        return Metric("contract_pages", None, reason=NO_PAGES)
    return Metric("contract_pages", round(sum(shares)))


def _contract_share(document: Document) -> float:
    lengths = Counter[bool]()
    for block in document.body():
        lengths[block.role is Role.CONTRACT_TERMS] += block.span.end - block.span.start
    return lengths[True] / (lengths.total() or 1)


def _unread_pages(document: Document) -> int:
    return len({gap.page for gap in document.gaps if gap.page is not None})

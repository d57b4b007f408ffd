"""The process that reads and finds: what it hands back is what would be found here."""

from dataclasses import replace

from procure_audit.facts import extract
from procure_audit.facts.extractors import of_document
from procure_audit.model import Tender
from procure_audit.readers import ReadOptions, read_document
from procure_audit.readers.isolate import Isolated
from procure_audit.worker import look

TEXT = "Tenders are due by noon on 3 March 2026.\n\nThe provider must hold public liability cover of £5 million."


def test_a_document_comes_with_its_facts() -> None:
    here = read_document(TEXT.encode(), "itt.txt")
    with Isolated(ReadOptions(), "procure_audit.worker") as reader:
        there = reader.read(TEXT.encode(), "itt.txt")
    assert there.found == of_document(here) == look(here).found
    assert replace(there, found=None) == here


def test_facts_that_came_with_a_document_are_not_looked_for_again() -> None:
    here = read_document(TEXT.encode(), "itt.txt")
    assert {fact.kind for fact in extract(Tender("t", (here,)))} >= {"insurance", "tender_deadline"}
    assert extract(Tender("t", (replace(here, found=()),))) == ()
    assert extract(Tender("t", (look(here),))) == extract(Tender("t", (here,)))

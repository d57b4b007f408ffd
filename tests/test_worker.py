"""The process that reads and finds: what it hands back is what would be found here."""

import os
import sys
from dataclasses import replace

import pytest

from procure_audit.facts import extract
from procure_audit.facts.extractors import of_document
from procure_audit.model import Fact, Tender, fact
from procure_audit.readers import ReadOptions, read_document, wire
from procure_audit.readers.isolate import Isolated
from procure_audit.text.index import Text
from procure_audit.worker import _LONG, at_the_same_time, look

TEXT = "Tenders are due by noon on 3 March 2026.\n\nThe provider must hold public liability cover of £5 million."


def test_a_document_comes_with_its_facts() -> None:
    here = read_document(TEXT.encode(), "itt.txt")
    with Isolated(ReadOptions(), "procure_audit.worker") as reader:
        there = reader.read(TEXT.encode(), "itt.txt")
    assert there.found == of_document(here) == look(here).found
    assert replace(there, found=None) == here


def long_text() -> str:
    return "\n\n".join(
        f"{n}. {TEXT} Payment is made within {n} days. Bidders need a turnover of £{n}m." for n in range(900)
    )


def test_a_long_document_has_the_same_facts() -> None:
    data = long_text().encode()
    with Isolated(ReadOptions(), "procure_audit.worker") as reader:
        there = reader.read(data, "itt.txt")
    assert len(there.text) > _LONG
    assert there.found == of_document(read_document(data, "itt.txt"))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the test runner has threads, the worker has none
def test_two_halves_of_a_search_are_put_together() -> None:
    facts = of_document(read_document(TEXT.encode(), "itt.txt"))
    here = os.getpid()

    def only_here() -> list[Fact]:
        if os.getpid() != here:
            raise MemoryError
        return list(facts[1:])

    assert at_the_same_time(lambda: list(facts[:1]), lambda: list(facts[1:])) == (list(facts[:1]), list(facts[1:]))
    assert at_the_same_time(list, only_here) == ([], list(facts[1:]))


def test_words_of_a_sentence_are_passed_on_as_plain_text() -> None:
    words = Text("2 lots")
    facts = [fact("tupe", value=words), fact("certification_required", value=(words,))]
    assert wire.decode_facts(wire.encode_facts(facts)) == facts
    assert [type(one.get("value")) for one in facts] == [str, tuple]


def test_facts_that_came_with_a_document_are_not_looked_for_again() -> None:
    here = read_document(TEXT.encode(), "itt.txt")
    assert {fact.kind for fact in extract(Tender("t", (here,)))} >= {"insurance", "tender_deadline"}
    assert extract(Tender("t", (replace(here, found=()),))) == ()
    assert extract(Tender("t", (look(here),))) == extract(Tender("t", (here,)))

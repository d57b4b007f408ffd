"""A measure that counts shows every place of a long form."""

from __future__ import annotations

from procure_audit.metrics import measure
from procure_audit.model import BlockKind, Span, Tender, WordLists, fact
from procure_audit.readers.build import Builder


def test_all_44_questions_of_a_form_keep_their_places() -> None:
    builder = Builder("form.txt", "text", "0")
    for number in range(1, 45):
        builder.block(BlockKind.PARAGRAPH, f"Question {number}: how would you do task {number}?")
    document = builder.document("en")
    places = [document.evidence(Span(block.span.start, block.span.end)) for block in document.blocks]
    facts = [fact("questions", *places, count=44)]
    metrics = {one.name: one for one in measure(Tender("t", (document,)), facts, WordLists((), ()))}
    assert (metrics["questions"].value, len(metrics["questions"].places)) == (44, 44)

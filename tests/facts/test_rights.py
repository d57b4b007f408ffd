"""Whose the results are; exclusivity."""

from __future__ import annotations

import pytest
from terms import values_of

from procure_audit.facts.rights import find

RIGHTS = (
    ("All intellectual property rights created in the course of the Services shall vest in the Council.", [True]),
    ("The Contractor hereby assigns to the Authority all copyright in reports prepared under this Agreement.", [True]),
    ("Foreground IPR shall belong to the Customer.", [True]),
    ("Any New IPR is owned by the Buyer.", [True]),
    (
        "Intellectual property rights arising in the performance of the Services shall remain vested in the Supplier.",
        [False],
    ),
    ("The Supplier retains all intellectual property created during the project.", [False]),
    ("Each party keeps its own Existing IPR, which remains the property of that party.", []),
    ("The copyright in this ITT belongs to the Council.", []),
    ("Ownership of the Goods passes to the Buyer on delivery.", []),
    ("Who owns intellectual property created by the Council?", []),
)
EXCLUSIVE = (
    ("This framework is awarded on a non-exclusive basis.", [False]),
    ("The Council does not guarantee any exclusivity or volume.", [False]),
    ("No form of exclusivity is granted to the Supplier.", [False]),
    ("The Supplier shall be the exclusive supplier of meals to the schools.", [True]),
    ("The Provider shall not provide similar services to any other council during the term.", [True]),
    ("The courts of England have exclusive jurisdiction.", []),
    ("Prices are exclusive of VAT.", []),
    ("The Supplier grants a non-exclusive licence.", []),
)


@pytest.mark.parametrize(("sentence", "values"), RIGHTS)
def test_rights_in_the_work(sentence: str, values: list[bool]) -> None:
    assert values_of(find, sentence, "ip_assignment") == values


@pytest.mark.parametrize(("sentence", "values"), EXCLUSIVE)
def test_exclusivity(sentence: str, values: list[bool]) -> None:
    assert values_of(find, sentence, "exclusivity") == values

"""Which nation of the United Kingdom a postcode lies in: the weakest sign of whose law a buyer is under."""

from __future__ import annotations

import re
from collections.abc import Iterator

_POSTCODE = re.compile(r"\b(?P<area>[A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
_AREAS: tuple[tuple[str, str], ...] = (
    ("scotland", "AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE"),
    ("wales", "CF LD LL NP SA"),
    ("ni", "BT"),
    (
        "england",
        "AL B BA BB BD BH BL BN BR BS CA CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HU "
        "HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR "
        "SS ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO",
    ),
)
"""Areas that lie in one nation. CH, HR, SY and TD lie in two; JE, GY and IM in none."""
_NATION = {area: nation for nation, areas in _AREAS for area in areas.split()}


def nations(text: str) -> Iterator[tuple[str, int, int]]:
    """The nation of each postcode of *text*, and where it stands."""
    for match in _POSTCODE.finditer(text):
        nation = _NATION.get(match["area"])
        if nation:
            yield nation, match.start(), match.end()

"""Words whose dot is part of them, and words that begin a sentence after one. All in lower case but `STARTERS`."""

from __future__ import annotations

BEFORE_NAME = frozenset(
    "mr mrs ms mx messrs dr prof rev hon cllr sgt capt lt col gen gov sen rep st mt ft e.g eg i.e ie viz cf vs v "
    "approx c ca ph.d fr sr".split()
)
"""More always follows: a name, an example, a number."""

BEFORE_NUMBER = frozenset(
    "no nos n° nr p pp pg pgs para paras cl cls sch art arts reg regs sec sect s ss r ch chap app fig figs vol ref rev "
    "ext tel max min jan feb mar apr jun jul aug sep sept oct nov dec rs eq ed".split()
)
"""More follows where the next thing is a number: "No. 5", but "The answer is no. Bids…"."""

BEFORE_ALL_BUT_NAMES = frozenset("a.m p.m p.a etc".split())
NAMES = frozenset(
    "Mr Mrs Ms Dr Prof Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December GMT BST UK".split()
)
"""A sentence ends after "5 p.m." before any capital but these."""

OWN_DOT = frozenset(
    "ltd co inc plc corp llp bros dept est govt assn assoc jr ave rd esq incl excl al op cit dist int nat".split()
)
"""A sentence may end here: if the next word is one that begins sentences."""

NUMBERED = frozenset(
    "appendix annex schedule part lot section clause paragraph option table grade category band group class type zone "
    "question stage phase step volume chapter article regulation rule para and or to".split()
)
"""What a letter or number names: "see clause 2." is no second item of a list."""

STARTERS = frozenset(
    "A After All Although An And Any Applicants Are As At Authority Award Because Before Bidders Bids But By Can "
    "Contractors Could Council Did Do Does Each Either Every Failure Finally First For From Given Has Have He Her "
    "Here His How However I If In Is It Its Later Many Most My Neither Next No Nor Not Nothing Now Of On Once One "
    "Only Or Our Payment Please Providers Prices Provided Responses Services She Should Similarly Since So Some "
    "Subject Such Suppliers Tenderers Tenders That The Their Then There Therefore These They This Those Though Thus "
    "To Under Unless Until Upon Was We Were What When Where Whether Which While Who Why Will With Would "
    "You Your".split()
)

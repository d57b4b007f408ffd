import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procure_audit.text.literals import DIGIT, needs_of
from procure_audit.text.pattern import Pattern
from procure_audit.text.vocabulary import ANY, bits_of, present_in

PATTERNS = [
    "sub-?contractors? (?:shall|will) be paid",
    "pay[ -]when[ -]paid",
    r"within \d{1,3} days",
    r"(?P<count>\d+|two|ten) (?:weeks?|days)|no (?:fixed )?term",
    "(?:a|b)",
    "lots?",
    r"no (?:advance )?payments?",
    "one|two",
    "(?:one|two|(?:three)?) (?:fo(?:ur|rty)|five)",
    "(?:bids?|tenders?)? (?:to|in) (?:gether){1,2}",
    "colou?rs+",
    r"(?:gold|silver){2}(?!lead)(?:tin|\d)?end",
]


def plain(pattern: str) -> list[list[str]]:
    return [["/".join(sorted(words)) for words in sets] for sets in needs_of(pattern)]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(st.data())
def test_what_a_pattern_matches_holds_what_it_needs(pattern: str, data: st.DataObject) -> None:
    words = data.draw(st.from_regex(re.compile(pattern.replace(r"\d", "[0-9]"), re.ASCII), fullmatch=True))
    assert Pattern(pattern).may_match(words)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("sub-?contractors?", [["contractor", "sub"]]),
        ("one|two", [["one"], ["two"]]),
        ("one|a", []),
        ("(?:alpha|beta) (?:of )?(?:the )?c", [["alpha"], ["beta"]]),
        ("(?:alpha|beta)? (?:of|a)", []),
        (r"pay\w* partners", [["partners", "pay"]]),
        ("(?:pay|paid)[^.;]{0,80}(?:partners|chain)", [["chain/partners", "pay"], ["paid", "chain/partners"]]),
        ("contract zebra", [["zebra", "contract"]]),
        (r"u\.s\.c\.?x", [["u.s.c"]]),
        ("(?:in|by)[^.]{9}(?:red fox|blue fox)", [["fox", "red", "by/in"], ["blue", "fox", "by/in"]]),
        ("(?!alpha)be(?<=beta)", [["be"]]),
        ("ab+cd", [["ab", "cd"]]),
        ("(?:ab|c){100,200}", []),
        ("(?i:gold)[tin]", [["gold"]]),
        (r"\(gold\)\|\d", [["(gold)|", DIGIT]]),
        ("gold{0}x|(?P<other>tin(?P=other))", [["gol"], ["tin"]]),
    ],
)
def test_what_a_match_cannot_do_without(pattern: str, needs: list[list[str]]) -> None:
    assert plain(pattern) == needs


@pytest.mark.parametrize("optional", ["(?:gold )?", "(?:gold )*", "(?:gold )??", "(?:gold )*?", "(?:gold ){0,2}?"])
def test_a_group_that_may_be_missing_is_not_needed(optional: str) -> None:
    assert plain(f"{optional}tin") == [["tin"]]


@pytest.mark.parametrize("needed", ["(?:gold )+", "(?:gold )+?", "(?:gold ){1,2}", "gold+ "])
def test_a_group_that_must_be_there_is_needed(needed: str) -> None:
    assert plain(f"{needed}tin") == [["gold", "tin"]]


@pytest.mark.parametrize("text", ["GOLD", "a goldsmith", "(gold)", "an old\ngold\tring", "GO\u0131LD gold"])
def test_a_word_is_found_wherever_it_stands(text: str) -> None:
    assert present_in(text) & bits_of(frozenset(["gold"]))


@pytest.mark.parametrize("text", ["", "go ld", "gol"])
def test_a_word_that_is_not_there_is_not_found(text: str) -> None:
    assert not present_in(text) & bits_of(frozenset(["gold"]))


@pytest.mark.parametrize(("word", "text"), [("paid", "PA\u0130D"), ("sign", "\u017fign"), ("ask", "as\u212a")])
def test_letters_that_count_as_others_without_regard_to_case(word: str, text: str) -> None:
    assert re.search(word, text, re.I)
    assert Pattern(word, re.I).search(text)


def test_short_signs_and_digits_are_words_too() -> None:
    pound, digit = bits_of(frozenset(["\u00a3"])), bits_of(frozenset([DIGIT]))
    assert present_in("cost: \u00a35") & pound and present_in("cost: 5p") & digit
    assert not present_in("cost: five") & (pound | digit)


@given(st.lists(st.text(alphabet="abc \n", max_size=12), max_size=5), st.text(alphabet="abc", min_size=1, max_size=4))
def test_learning_a_word_later_changes_no_answer(texts: list[str], word: str) -> None:
    for text in texts:
        present_in(text)
    bit = bits_of(frozenset([word]))
    assert [bool(present_in(text) & bit) for text in texts] == [word in text for text in texts]
    assert all(present_in(text) & ANY for text in chain(texts, [""]))

"""What must hold of any text: nothing raises, spans lie within, what is written is read back, time is linear."""

from __future__ import annotations

import re
import time
from datetime import date
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procure_audit.facts.quantities import amounts, dates, durations, money, numbers, percents
from procure_audit.text.vocabulary import without_case

GRAMMARS = (money, amounts, durations, dates, percents, numbers)
_PIECES = st.sampled_from(
    [
        "£",
        "€",
        "GBP",
        " ",
        "5",
        "10",
        ",000",
        ".",
        "m",
        "million",
        "[",
        "]",
        "(",
        ")",
        "/",
        "-",
        "years",
        "two",
        "%",
        "May",
        "2024",
        "\n",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join)))
@settings(max_examples=80)
def test_any_text_gives_spans_within_it(text: str) -> None:
    for grammar in GRAMMARS:
        found = grammar(text)
        assert all(0 <= one.start < one.end <= len(text) for one in found)
        assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.integers(1, 10**11))
def test_pounds_round_trip(amount: int) -> None:
    assert [one.amount for one in money(f"a sum of £{amount:,} is asked")] == [amount]


@given(st.integers(1, 999), st.sampled_from(["days", "weeks", "months", "years"]))
def test_lengths_round_trip(count: int, unit: str) -> None:
    assert [(one.value, one.unit) for one in durations(f"within {count} {unit} of it")] == [(count, unit)]


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%B %d, %Y"])
)
def test_dates_round_trip(day: date, form: str) -> None:
    assert [one.value for one in dates(f"on {day.strftime(form)}.", us=False)] == [day]


@given(st.integers(0, 100))
def test_percentages_round_trip(share: int) -> None:
    assert [one.value for one in percents(f"price {share}%.")] == [share]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "£",
        "[",
        "(",
        "1 ",
        "1,",
        "£[",
        "one ",
        "a ",
        "12/",
        "x",
        " ",
        "1.",
        "10 months and ",
        "£5 ",
        "may ",
        "twenty-",
    ],
)
@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.__name__)
def test_long_paragraphs_take_no_longer_than_their_length(grammar, piece: str) -> None:
    """Four times the text may take four times as long, not sixteen; short runs are too noisy to compare."""
    small, large = piece * (10_000 // len(piece)), piece * (40_000 // len(piece))
    first, second = _seconds(grammar, small), _seconds(grammar, large)
    assert second < max(10 * first, 0.4)


def _seconds(grammar, text: str) -> float:
    """The least of three runs: what else the machine does only adds to them."""
    runs = []
    for _ in range(3):
        begin = time.process_time()
        grammar(text)
        runs.append(time.process_time() - begin)
    return min(runs)


_GRAMMAR = {name: import_module(f"procure_audit.facts.quantities.{name}") for name in ("dates", "durations", "money")}
_FORMS = [
    ("durations", "_ONE", _GRAMMAR["durations"]._ONE.pattern),
    ("money", "_MONEY", _GRAMMAR["money"]._MONEY.pattern),
    *(
        ("dates", "_DATE", getattr(_GRAMMAR["dates"], form))
        for form in ("_BROKEN", "_ISO", "_DAY_FIRST", "_MONTH_FIRST", "_NUMERIC", "_MONTH_ONLY", "_NAMED")
    ),
]


@pytest.mark.parametrize(("grammar", "whole", "form"), _FORMS)
@given(data=st.data())
@settings(max_examples=150)
def test_what_a_grammar_matches_is_never_passed_over_as_unlikely(
    data: st.DataObject, grammar: str, whole: str, form: str
) -> None:
    text = data.draw(st.from_regex(re.compile(form, re.I), fullmatch=True))
    module = _GRAMMAR[grammar]
    if getattr(module, whole).compiled.search(text):
        assert module._LIKELY.search(without_case(text))

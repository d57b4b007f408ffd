"""Words of a page: where each begins, and which stand beside each other."""

from __future__ import annotations

import re
from array import array

from hypothesis import example, given
from hypothesis import strategies as st

from procure_audit.readers.pdf.frame import Frame
from procure_audit.readers.pdf.shapes import BROKEN, Sides, Words, joined, strip_of
from procure_audit.readers.pdf.words import _beside, _is_even, _lines, _words

Place = tuple[float, float, float, float]

TEXTS = st.text(st.sampled_from(f"ab é\t\r\n\u00a0\x1c{BROKEN}"), max_size=60)
MOVES = st.lists(st.tuples(st.floats(-3, 12), st.floats(-3, 3), st.floats(0, 30), st.floats(0, 12)), max_size=6)


def sides(*places: Place) -> Sides:
    return Sides(*(array("d", side) for side in zip(*places, strict=True)))


@given(TEXTS)
def test_words_begin_where_they_stand_in_the_text(text: str) -> None:
    _, words, starts = _lines(text)
    found = [(match.group(), match.start()) for match in re.finditer(rf"[^\s{BROKEN}]+{BROKEN}?", text)]
    assert list(zip(words, starts, strict=True)) == found


@example(f"a {BROKEN}{BROKEN}a")
@given(TEXTS)
def test_lines_hold_all_words_and_end_at_line_feeds_and_broken_words(text: str) -> None:
    lines, words, starts = _lines(text)
    assert [place for line in lines for place in line] == list(range(len(words)))
    ends = {line.stop for line in lines}
    for place in range(1, len(words)):
        parted = "\n" in text[starts[place - 1] : starts[place]] or words[place - 1].endswith(BROKEN)
        assert (place in ends) == parted


@given(MOVES)
def test_an_even_line_is_one_that_every_word_goes_on(moves: list[Place]) -> None:
    places: list[Place] = [(0.0, 10.0, 20.0, 0.0)]
    for gap, step, width, height in moves:
        left, low = places[-1][2] + gap, places[-1][3] + step
        places.append((left, low + height, left + width, low))
    line = sides(*places)
    if _is_even(line, 0, len(places)):
        assert all(_beside(line, place, place + 1) for place in range(len(places) - 1))


def test_a_word_is_as_large_as_its_first_and_last_letters_together() -> None:
    frame = Frame(200, 300, 10, 310, 0, lambda x, y: (x - 10, 310 - y))
    first, last = array("f", [20, 110, 26, 100]), array("f", [40, 112, 46, 99])
    (word,) = _words(["one"], first, last, frame)
    assert word == ("one", 10, 198, 36, 211)


def test_a_word_on_a_turned_page_stands_as_it_is_seen() -> None:
    frame = Frame(300, 200, 0, 300, 90, lambda x, y: (y, x))
    box = array("f", [20, 110, 26, 100])
    (word,) = _words(["one"], box, box, frame)
    assert word == ("one", 100, 20, 110, 26)


def test_strips_of_one_line_are_joined_word_by_word() -> None:
    words = Words(["one", "two", "three"], sides((0, 10, 5, 0), (9, 12, 14, 1), (20, 11, 30, 2)), top=100)
    parts = [strip_of(words.at(places), 1, 10, bold=True, upright=True) for places in ([0, 2], range(1, 2))]
    assert [part.text for part in parts] == ["one three", "two"]
    line = joined(parts)
    assert (line.text, line.x0, line.top, line.x1, line.bottom) == ("one three two", 0, 88, 30, 100)
    assert [word.x0 for word in line.words] == [0, 20, 9]

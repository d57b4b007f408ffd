"""How much a bidder must write: questions and the limits of their answers, from the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import MOST_PLACES, Evidence, Fact, Metric, of_kind
from ..text.pattern import Pattern
from .subject import Subject

WORDS_A_PAGE = 500
"""Words on a full page of A4, to compare limits in pages with limits in words."""

_TICK = Pattern(
    r"\b(?:yes|pass|true) ?/ ?(?:no|fail|false)\b|[☐□]|\byes\W{1,6}no\W*$|\btick (?:yes|no|the box|to confirm)", re.I
)

NO_QUESTIONS = "no questions to the bidder were found"


def measure(subject: Subject) -> Iterator[Metric]:
    questions = tuple(of_kind(subject.facts, "questions"))
    limits = tuple(of_kind(subject.facts, "response_limits"))
    asked = sum(_times(fact) for fact in questions)
    yield _questions(questions, asked)
    yield _answer_words(limits)
    yield _without_limit(questions, asked, limits)
    yield _ticks(questions, asked)


def _times(fact: Fact) -> int:
    """How many questions *fact* stands for: the number that the text states, or the places that were found."""
    count = fact.get("count")
    return max(int(count) if isinstance(count, int | float) else 0, len(fact.places))


def _questions(questions: Sequence[Fact], asked: int) -> Metric:
    if not asked:
        return Metric("questions", None, reason=NO_QUESTIONS)
    places = tuple(place for fact in questions for place in fact.places)
    return Metric("questions", asked, places[:MOST_PLACES])


def _answer_words(limits: Sequence[Fact]) -> Metric:
    """The limit of the whole answer where one is set, else the limits of all questions together."""
    whole = [words for fact in limits if fact.get("scope") == "whole" and (words := _words(fact))]
    each = [words * max(1, len(fact.places)) for fact in limits if not _is_whole(fact) and (words := _words(fact))]
    if not whole and not each:
        return Metric("answer_words", None, reason="no limit of length was found")
    places = tuple(place for fact in limits for place in fact.places)
    return Metric("answer_words", max(whole) if whole else sum(each), places[:MOST_PLACES], _notes(limits, places))


def _notes(limits: Sequence[Fact], places: Sequence[object]) -> tuple[str, ...]:
    """The limit at each place, as people say it."""
    said = (_said(fact) for fact in limits for _ in fact.places)
    return tuple(said)[: min(len(places), MOST_PLACES)]


def _said(fact: Fact) -> str:
    if fact.get("words"):
        return f"{fact.get('words'):,} words"
    return f"{fact.get('pages')} pages, taken as {WORDS_A_PAGE} words each"


def _words(fact: Fact) -> float:
    words, pages = fact.get("words"), fact.get("pages")
    if isinstance(words, int | float):
        return words
    return pages * WORDS_A_PAGE if isinstance(pages, int | float) else 0


def _is_whole(fact: Fact) -> bool:
    return fact.get("scope") == "whole"


def _without_limit(questions: Sequence[Fact], asked: int, limits: Sequence[Fact]) -> Metric:
    """Questions to be answered in words whose answers no limit holds; one that is ticked needs none."""
    if not asked:
        return Metric("questions_without_limit", None, reason=NO_QUESTIONS)
    if any(_is_whole(fact) for fact in limits):
        return Metric("questions_without_limit", 0)
    limited = sum(max(1, len(fact.places)) for fact in limits)
    return Metric("questions_without_limit", max(0, asked - limited - len(_ticked(questions))))


def _ticks(questions: Sequence[Fact], asked: int) -> Metric:
    """Questions whose words offer the answers to choose from."""
    if not asked:
        return Metric("tick_questions", None, reason=NO_QUESTIONS)
    places = _ticked(questions)
    return Metric("tick_questions", len(places), places[:MOST_PLACES])


def _ticked(questions: Sequence[Fact]) -> tuple[Evidence, ...]:
    return tuple(place for fact in questions for place in fact.places if _TICK.search(place.quote))

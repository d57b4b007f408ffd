"""How hard the prose is to read: sentence lengths and the reading formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest

from ..model import Metric, Role
from ..text.sentences import sentences as sentences_of
from ..text.words import count_words, tally
from .formulas import Reading, count, reading
from .prose import Prose, Sentence
from .subject import ENOUGH, Subject

LONG_SENTENCE = 25
"""Words; GOV.UK's limit."""

_SHOWN = 10
_LEAST = 20
"""Words below which one long word decides the formula."""
_AGE_OF_FIRST_GRADE = 5
_NAMES = (
    "average_sentence_words",
    "long_sentence_share",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog",
    "gunning_fog",
    "reading_age",
    "reading_age_instructions",
)
_CONTRACT = (Role.CONTRACT_TERMS, Role.DEFINITIONS)

Placed = tuple[Prose, Sentence]


def measure(subject: Subject) -> Iterator[Metric]:
    if not subject.prose:
        yield from subject.unmeasured("sentences", "prose_words", *_NAMES)
        return
    sentences = [(prose, sentence) for prose in subject.prose for sentence in prose.sentences]
    yield Metric("sentences", len(sentences))
    yield Metric("prose_words", subject.prose_words)
    yield from subject.unmeasured(*_NAMES) if subject.why_not else _measured(subject, sentences)


def plainness(text: str) -> tuple[float | None, int]:
    """The reading age of a short *text*, None where it has too few words to tell, and its longest sentence's words."""
    lengths = [count_words(text[start:end]) for start, end in sentences_of(text)]
    if sum(lengths) < _LEAST:
        return None, max(lengths, default=0)
    return _age(reading(count(tally(text), len(lengths)))), max(lengths)


def _measured(subject: Subject, sentences: list[Placed]) -> Iterator[Metric]:
    whole = reading(count(subject.tally, len(sentences)))
    yield Metric("average_sentence_words", round(subject.prose_words / len(sentences), 1))
    yield _long_sentences(sentences)
    yield Metric("flesch_reading_ease", round(whole.flesch_reading_ease, 1))
    yield Metric("flesch_kincaid_grade", round(whole.flesch_kincaid_grade, 1))
    yield _smog(whole)
    yield Metric("gunning_fog", round(whole.gunning_fog, 1))
    yield Metric("reading_age", _age(whole))
    yield _instructions([placed for placed in sentences if placed[1].role not in _CONTRACT])


def _long_sentences(sentences: list[Placed]) -> Metric:
    """The share of long sentences, with the ten longest; of two alike the one that comes first."""
    long = [placed for placed in sentences if placed[1].words > LONG_SENTENCE]
    shown = nlargest(_SHOWN, long, key=lambda placed: placed[1].words)
    return Metric(
        "long_sentence_share",
        round(len(long) / len(sentences), 3),
        tuple(prose.place(sentence.start, sentence.end) for prose, sentence in shown),
        tuple(f"{sentence.words} words" for _, sentence in shown),
    )


def _smog(whole: Reading) -> Metric:
    if whole.smog is None:
        return Metric("smog", None, reason="fewer than three sentences")
    return Metric("smog", round(whole.smog, 1))


def _instructions(sentences: list[Placed]) -> Metric:
    if sum(sentence.words for _, sentence in sentences) < ENOUGH:
        return Metric("reading_age_instructions", None, reason=f"fewer than {ENOUGH} words outside the contract terms")
    words = tally("\n".join(_texts(sentences)))
    return Metric("reading_age_instructions", _age(reading(count(words, len(sentences)))))


def _texts(sentences: Iterable[Placed]) -> Iterator[str]:
    return (prose.text[sentence.start : sentence.end] for prose, sentence in sentences)


def _age(result: Reading) -> float:
    """Years: a first-grader is six. Grades below zero, which short words can give, are no ages."""
    return round(max(0.0, result.flesch_kincaid_grade) + _AGE_OF_FIRST_GRADE, 1)

"""Metrics: what can be counted in a tender. Values with their names; None where they could not be measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .places import Evidence


@dataclass(frozen=True, slots=True)
class MetricKind:
    """A metric: its unit and what it says to people. An `estimated` one rests on assumptions, not on counting."""

    name: str
    unit: str
    says: str
    estimated: bool = False


_KINDS = (
    MetricKind("documents", "documents", "files of the pack that were read"),
    MetricKind("pages", "pages", "pages a bidder must read"),
    MetricKind("words", "words", "words a bidder must read"),
    MetricKind("contract_pages", "pages", "pages of contract terms"),
    MetricKind("questions", "questions", "questions a bidder must answer"),
    MetricKind("answer_words", "words", "most words all answers may have together"),
    MetricKind("questions_without_limit", "questions", "questions with no limit of length"),
    MetricKind("attachments", "attachments", "policies and certificates to send with the bid"),
    MetricKind("tick_questions", "questions", "questions that are answered by yes or no"),
    MetricKind("sentences", "sentences", "sentences of prose"),
    MetricKind("prose_words", "words", "words of prose, the base of the reading measures"),
    MetricKind("average_sentence_words", "words", "average length of a sentence"),
    MetricKind("long_sentence_share", "share", "share of sentences over 25 words"),
    MetricKind("passive_share", "share", "share of sentences in the passive voice"),
    MetricKind("flesch_reading_ease", "points", "Flesch reading ease; 100 is easiest"),
    MetricKind("flesch_kincaid_grade", "grade", "Flesch-Kincaid US school grade"),
    MetricKind("smog", "grade", "SMOG grade"),
    MetricKind("gunning_fog", "grade", "Gunning fog grade"),
    MetricKind("reading_age", "years", "reading age: Flesch-Kincaid grade plus five, give or take one"),
    MetricKind("reading_age_instructions", "years", "reading age of all but the contract terms"),
    MetricKind("legalese_per_1000", "per 1,000 words", "legal and old-fashioned words"),
    MetricKind("jargon_per_1000", "per 1,000 words", "management jargon"),
    MetricKind("vague_per_1000", "per 1,000 words", "words that leave a duty without an end or a measure"),
    MetricKind("unexplained_acronyms", "acronyms", "acronyms that are nowhere spelled out"),
    MetricKind("placeholders", "places", "blanks of a template that were left unfilled"),
    MetricKind("indicators", "indicators", "measures of performance to report on"),
    MetricKind(
        "invitation_parts", "parts", "parts of an invitation found: how to bid, what is wanted, how bids are judged"
    ),
    MetricKind("people_share", "share", "how far its words are about services for people and not about things"),
    MetricKind("unread_pages", "pages", "pages that could not be read"),
    MetricKind("reading_hours", "hours", "hours to read it all once, an estimate", estimated=True),
    MetricKind("answer_hours", "hours", "hours to answer the questions, an estimate", estimated=True),
    MetricKind("bid_hours", "hours", "hours that a bid takes in all, an estimate", estimated=True),
    MetricKind("bid_cost", "money", "what those hours cost the bidder, an estimate", estimated=True),
)

METRIC_KINDS: Mapping[str, MetricKind] = MappingProxyType({kind.name: kind for kind in _KINDS})


@dataclass(frozen=True, slots=True)
class Metric:
    """One counted thing. `value` is None where it could not be measured, and `reason` says why.

    `places` shows a reader the worst cases (the longest sentences, the first use of a word), `notes` their words for
    people, one for each place; notes without places say how it was counted.
    """

    name: str
    value: float | None
    places: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    reason: str = ""

    def __post_init__(self) -> None:
        METRIC_KINDS[self.name]


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words to look for, each with what to write instead: legal words, management jargon, words that measure nothing.

    `themes` are words that tell what a tender is about, each with its theme: "people" or "other". `safe` are those of
    the first three whose plain words can take their place wherever they stand.
    """

    legalese: tuple[tuple[str, str], ...] = ()
    jargon: tuple[tuple[str, str], ...] = ()
    vague: tuple[tuple[str, str], ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    safe: tuple[tuple[str, str], ...] = ()

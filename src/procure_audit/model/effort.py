"""What a bid costs the bidder, and the assumptions that this rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a bidder works and what an hour costs, as `rules/effort.yaml` or the user's configuration says.

    `hours_a_question` is for a question without a limit of length, `hours_a_tick` for one that is answered by a tick,
    `hours_besides` for what every bid takes whatever it asks. `basis` says what the numbers rest on.
    """

    words_read_an_hour: float
    words_written_an_hour: float
    hours_a_question: float
    hours_a_tick: float
    hours_an_attachment: float
    hours_besides: float
    cost_of_an_hour: float
    currency: str
    basis: str


@dataclass(frozen=True, slots=True)
class Effort:
    """What reading and answering cost a bidder. `basis` shows the assumptions.

    Counts are those of the metrics, None where they could not be counted. Hours to answer, and with them `hours` in
    all and the `cost`, are None where no question was found. `annual_value` is what a year of the contract is worth
    and `share_of_year` (1 is the whole) the cost over it, both None where the documents don't tell the value.
    """

    documents: int
    pages: int | None
    words: int
    questions: int | None
    answer_words_max: int | None
    attachments: int
    reading_hours: float
    answer_hours: float | None
    other_hours: float
    hours: float | None
    cost: float | None
    pace: Pace
    basis: str
    annual_value: float | None = None
    share_of_year: float | None = None

"""The grammar of quantities: what a number, amount, length of time, date or percentage looks like. Knows no meaning.

Each function takes a text and gives frozen values in order of place, whose `start` and `end` are offsets into that
text. All run in linear time and none raises.

    money(text) -> list[Money]          amount (None when blank or absurd), currency, blank, part ("low"/"high")
    amounts(text) -> list[Money]        the same and amounts without a currency (bare=True): for columns of money
    durations(text) -> list[Duration]   value, unit, counted; .days, .months
    dates(text) -> tuple of DateFound     value (date or datetime), precision ("day"/"month"), broken
    american(text) -> bool              its numeric dates are month first
    percents(text) -> list[Percent]     value (None when blank), blank
    numbers(text) -> list[Number]       value; figures and words
"""

from .dates import DateFound, american, dates
from .durations import Duration, durations
from .money import Money, amounts, money
from .numbers import Number, numbers
from .percents import Percent, percents

__all__ = [
    "DateFound",
    "Duration",
    "Money",
    "Number",
    "Percent",
    "american",
    "amounts",
    "dates",
    "durations",
    "money",
    "numbers",
    "percents",
]

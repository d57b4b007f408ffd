"""The grammar of quantities: what a number, amount, length of time, date or percentage looks like. Knows no meaning.

Each function takes a text and gives frozen values in order of place, whose `start` and `end` are offsets into that
text. All run in linear time and none raises.

    money(text) -> tuple of Money       amount (None when blank or absurd), currency, blank, part ("low"/"high")
    amounts(text) -> list[Money]        the same and amounts without a currency (bare=True): for columns of money
    durations(text) -> tuple of Duration value, unit, counted; .days, .months
    dates(text) -> tuple of DateFound   value (date or datetime), precision ("day"/"month"), broken
    days(text) -> list[DayFound]        day and month of dates without a year; nearest(found, known) is the date of one
    american(text) -> bool              its numeric dates are month first
    percents(text) -> tuple of Percent  value (None when blank), blank
    numbers(text) -> list[Number]       value; figures and words
"""

from .dates import DateFound, american, dates
from .durations import Duration, durations
from .money import Money, amounts, money
from .numbers import Number, numbers
from .percents import Percent, percents
from .yearless import DayFound, days, nearest

__all__ = [
    "DateFound",
    "DayFound",
    "Duration",
    "Money",
    "Number",
    "Percent",
    "american",
    "amounts",
    "dates",
    "days",
    "durations",
    "money",
    "nearest",
    "numbers",
    "percents",
]

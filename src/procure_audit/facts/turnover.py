"""The least yearly income asked of a bidder: a sum, or so many times the value of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Confidence, Fact, Role, fact
from ..text.pattern import Pattern
from .multiples import multiple as times_value
from .passages import Passage
from .quantities import Money, amounts
from .said import Said, flat, said
from .wording import negated

_TURNOVER = Pattern(
    r"\bturn[ -]?over\b|\b(?:annual|yearly|gross|total|minimum) (?:\w+ )?(?:income|revenue)\b|"
    r"\b(?:bidders?|tenderers?|applicants?|organisations?|suppliers?|providers?|you|they|"
    r"who)\b[^.;]{0,60}\b(?:incomes?|revenues?)\b|"
    r"^\W{0,3}(?:your |the |an? |their )?(?:income|revenue)\b|\b(?:incomes?|revenues?) of (?:at least|no less|"
    r"not less|more than|over|£)",
    re.I,
)
_DEMAND = Pattern(
    r"\bminimum|\bat least\b|\b(?:not|no) (?:be )?(?:less|lower) than|\bmust\b|\bshould\b|\bshall\b|"
    r"\brequire[ds]?\b|\brequirement|"
    r"\bthreshold|>=|≥|\bexceeds?\b|\bin excess of|\bgreater than|\bor (?:more|above|over)\b|\bexpect|\bsufficient\b",
    re.I,
)
_OTHER = Pattern(
    r"\bif (?:\w+ ){0,2}turnover (?:is|was|exceeds)\b|slavery|\bSMEs?\b|small(?:,? and|-to)? medium|micro[ -]|not "
    r"exceeding|exempt|fewer than|\bVAT\b|statutory "
    r"audit|"
    r"thousands|staff turnover|per cent of staff|employee turnover|levy|\bfined?\b|penalt|loss of|relax|"
    r"(?:authorit\w+|council|buyer|we) (?:shall|must|may|will|can)(?:not| not) (?:\w+ ){0,3}(?:turnover|require|set|"
    r"ask)|"
    r"(?:turnover|income) (?:is |are |was )?(?:of )?(?:less than|below|under|up to) £|\bfor example\b|\bmonitoring\b|"
    r"\b(?:last year|at present) \d+ of",
    re.I,
)
_TURNED_AWAY = Pattern(
    r"(?:turnover|income|revenue)s?\b[^.;£]{0,70}\b(?:less than|below|under|smaller than|lower than) £[^.;]{0,80}?"
    r"\b(?:need not (?:apply|bid)|(?:can ?not|may not|should not|will not|must not) (?:be |apply|bid|tender)|"
    r"(?:is|are|be) "
    r"(?:excluded|rejected|disqualified|ineligible|not eligible|failed|ruled out)|will (?:not pass|not be|fail)|"
    r"fails?|not be taken forward)\b|"
    r"\b(?:fail|excluded|rejected|disqualified|not be considered|not pass)\b[^.;£]{0,40}\b(?:if|where|"
    r"whose)\b[^.;£]{0,40}"
    r"\b(?:turnover|income|revenue)s?\b[^.;£]{0,30}\b(?:less than|below|under|lower than) £",
    re.I,
)
"""Those who earn less are shut out: a least turnover, told from below."""
_NOT_THIS = Pattern(
    r"(?:contracts?|lots?)(?: \w+){0,2} (?:of|over|above|under|up to|below|worth|at|between)\W*$|"
    r"contract value\W+(?:\w+\W+){0,3}$|"
    r"insurance|indemnity|profit|\bliability",
    re.I,
)
_YEAR_BY_YEAR = Pattern(r"\b20\d\d ?[-/–] ?(?:20)?\d\d\b")
_LOT = Pattern(r"\blots?\s+(?P<lot>\d{1,2}[A-Za-z]?)\b", re.I)
_MANY = Pattern(r"\b(?P<lot>(?:any )?(?:one|two|three|four|five|six|all)(?: (?:or|to) \w+)?) lots?\b", re.I)
"""A sum for so many lots together: "for two or three lots £250,000"."""
_LEAST = 1_000
_TITLE = 40
_TWO = 2
_REACH = 220
_BACK = 3


def find(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Every least turnover that is set; a question about turnover sets none."""
    asked: list[int] = []
    for one in said(passages):
        if one.passage.is_row and (tabled := list(_in_columns(one))):
            yield from tabled
            continue
        shut_out = bool(_TURNED_AWAY.search(one.text))
        if one.passage.role in (Role.GUIDANCE, Role.AWARD_NOTICE) or (_OTHER.search(one.full) and not shut_out):
            continue
        word = _TURNOVER.search(one.text)
        multiple = times_value(one.text) if word else None
        if shut_out and word:
            yield from _summed(one, _sum(one.text, word))
        elif multiple is not None and word:
            yield _with_sum(one, multiple, word)
        elif word and (_DEMAND.search(one.full) or _of_eligible(one)) and not _denied(one, word):
            yield from list(_by_lot(one)) or _summed(one, _sum(one.text, word))
            asked.append(one.passage.span.start)
        elif not word and _under_turnover(one) and _DEMAND.search(one.text):
            yield from _summed(one, next(iter(_sums(one.text)), None))
        elif not word and asked and asked[-1] == one.passage.span.start and _NEXT_LOT.search(one.text):
            yield from list(_by_lot(one)) or _summed(one, next(iter(_sums(one.text)), None))
        elif not word and asked and _YEAR_BY_YEAR.search(one.text) and _near(passages, one, asked[-1]):
            yield from _summed(one, next(iter(_sums(one.text)), None), sure=False)


_NEXT_LOT = Pattern(
    r"^\W{0,3}(?:and )?(?:(?:for|in) (?:bids for )?lots? [^.;£]{0,60}\b(?:minimum|least|requirement|figure|sum|"
    r"amount|threshold|it)\b|"
    r"(?:the )?(?:minimum|requirement|figure|sum|amount|threshold) (?:for|in) lots? )",
    re.I,
)
"""What goes on from a demand with another lot: "For Lot 3 the minimum is £500,000"."""
_ELIGIBLE = Pattern(r"\beligib|\bminimum\b|\bcriteria\b|\bqualif|\bconditions? of participation\b|\bmust\b", re.I)


def _of_eligible(one: Said) -> bool:
    """Whether a line that states a turnover without a verb stands among what makes a bidder eligible."""
    above = f"{one.lead} {one.passage.lead} {' '.join(one.passage.headings[-1:])}"
    return bool(_BARE.match(one.text) and _ELIGIBLE.search(above))


_BARE = Pattern(
    r"\W{0,3}(?:\(?\w{1,4}[).] )?(?:an? )?(?:average |annual |financial |yearly |gross ){1,3}turnover\b[^.;]{0,60}? "
    r"of\b",
    re.I,
)


def _with_sum(one: Said, multiple: float, word: re.Match[str]) -> Fact:
    """So many times the contract's value, with the sum that this comes to where the text works it out."""
    stated = _sum(one.text, word) if _THAT_IS.search(one.text) else None
    amount, currency = (stated.amount, stated.currency or "GBP") if stated else (None, "GBP")
    return _fact(one, multiple=multiple, amount=amount, currency=currency)


_THAT_IS = Pattern(
    r"\b(?:i\.?e\.?|that is|which is|namely|equating to|equal to|amounting to|being|equivalent to)\b|[(=]\s?£|"
    r"£[\d.,]+(?: ?(?:m|k|million))? ?\(",
    re.I,
)


def _in_columns(one: Said) -> Iterator[Fact]:
    """The sums of a row that stand under a heading such as "Minimum turnover"."""
    for cell, head in zip(one.passage.cells, one.passage.columns, strict=False):
        if not _COLUMN.match(head):
            continue
        start = cell.start - one.passage.span.start
        stated = _sums(one.passage.text[start : cell.end - one.passage.span.start])
        first = flat(one.passage.cell_texts()[0]).strip()
        lot = first if _LOT_COLUMN.match(one.passage.columns[0]) and len(first) <= _LOT_NAME else ""
        if stated and cell is not one.passage.cells[0]:
            yield _fact(one, amount=stated[0].amount, currency=stated[0].currency or "GBP", of_lot=lot)


_COLUMN = Pattern(
    r"\W{0,3}(?:minimum|required|least)(?: \w+){0,3} turnover\b|\W{0,3}turnover (?:requirement|threshold|required|"
    r"needed)",
    re.I,
)
_LOT_COLUMN = Pattern(r"\W{0,3}lots?\b", re.I)
_LOT_NAME = 6


def _under_turnover(one: Said) -> bool:
    """Whether a line stands under a heading that is nothing but "Turnover"."""
    headings = one.passage.headings[-1:]
    if one.lead.endswith("?") and not one.asks:
        return bool(_TURNOVER.search(one.lead))
    return bool(headings and len(headings[0]) <= _TITLE and _TURNOVER.search(headings[0]))


def _by_lot(one: Said) -> Iterator[Fact]:
    """ "… of £200,000 for Lot 1 and £80,000 for Lot 2": nothing where only one sum is stated, or one of no lot."""
    stated = _sums(one.text)
    if len(stated) < _TWO:
        return
    ends = [*(later.start for later in stated[1:]), len(one.text)]
    lots = [_LOT.search(one.text, this.end, end) for this, end in zip(stated, ends, strict=True)]
    if not all(lots):
        begins = [0, *(this.end for this in stated)]
        lots = [_MANY.search(one.text, begin, this.start) for begin, this in zip(begins, stated, strict=False)]
    if all(lots):
        for this, lot in zip(stated, lots, strict=True):
            if lot is not None:
                yield _fact(
                    one, amount=this.amount, currency=this.currency or "GBP", of_lot=" ".join(lot["lot"].split())
                )


def _denied(one: Said, word: re.Match[str]) -> bool:
    return negated(one.text, *word.span()) or one.defines


def _near(passages: Sequence[Passage], one: Said, start: int) -> bool:
    """Whether the demand at *start* stands so few passages above that its yearly sums may stand in *one*."""
    between = [p for p in passages if start < p.span.start <= one.passage.span.start]
    return len(between) <= _BACK


def _summed(one: Said, stated: Money | None, sure: bool = True) -> Iterator[Fact]:
    if stated is not None:
        yield _fact(one, amount=stated.amount, currency=stated.currency or "GBP", sure=sure and not stated.bare)


def _fact(
    one: Said,
    *,
    amount: float | int | None = None,
    multiple: float | None = None,
    currency: str = "GBP",
    sure: bool = True,
    of_lot: str = "",
) -> Fact:
    lot = _LOT.search(one.text) or _LOT.search(one.lead)
    name = of_lot or (lot["lot"] if lot else "")
    return fact(
        "turnover_requirement",
        one.evidence(),
        confidence=Confidence.HIGH if sure else Confidence.LOW,
        amount=amount,
        multiple=multiple,
        currency=currency,
        period="per_year",
        lot=name.upper() or None,
    )


def _sum(text: str, word: re.Match[str]) -> Money | None:
    """The sum that the word speaks of: the first one after it, else the last one before it."""
    stated = _sums(text)
    after = [one for one in stated if one.start >= word.end() and one.start - word.end() <= _REACH]
    after = [one for one in after if not _NOT_THIS.search(text[word.end() : one.start])]
    before = [one for one in stated if one.end <= word.start() and word.start() - one.end <= 60]
    before = [one for one in before if not _NOT_THIS.search(text[max(0, one.start - 60) : one.start])]
    return after[0] if after else before[-1] if before else None


def _sums(text: str) -> list[Money]:
    return [one for one in amounts(text) if one.amount is not None and one.amount >= _LEAST and not _is_number(one)]


def _is_number(one: Money) -> bool:
    """Whether a number without a currency is more likely that of a question ("4B.1") or a reference."""
    return one.bare and (one.amount is None or one.amount >= 1e9 or bool(one.amount % 1000))

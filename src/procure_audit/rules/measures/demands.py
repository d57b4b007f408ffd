"""What a bidder must show and bear: cover, turnover, cap of liability, marks for price, notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ...model import Confidence, Evidence, Fact
from ..case import Case
from ..reading import Lack, Look, Reading
from .base import Measure, absent, highest, in_currency, joined, number, reading
from .value import annual, is_lot, total

_COVERS = """public_liability employers_liability professional_indemnity product_liability medical_malpractice cyber
motor all_risks other""".split()
_EXTRA = ("medical_malpractice", "cyber", "all_risks", "other")
PAID = (
    "ISO 9001",
    "ISO 14001",
    "ISO 27001",
    "ISO 45001",
    "ISO 22301",
    "OHSAS 18001",
    "Cyber Essentials",
    "Cyber Essentials Plus",
    "SafeContractor",
    "CHAS",
    "Constructionline",
    "Investors in People",
)
"""Certificates of a scheme that charges its members, by the names that facts use; registrations by law are none."""
_BY_LAW = ("employers_liability", "motor")
_LOT = re.compile(r"\blot (?:\d|[A-Z]\b|one\b|two\b|three\b)", re.I)
_LOT_FIELD = re.compile(r"^tender\.lots\[")
_FRAMEWORK = re.compile(r"\bframework (?:contract|agreement)\b", re.I)
_WEIGHTS = re.compile(r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)")


def cover(case: Case, kind: str) -> Look:
    """The highest level of *kind* that every bidder must hold; where each lot asks its own, that of the easiest lot."""
    where = {"type": kind}
    if case.facts("insurance", {**where, "lot": []}):
        return highest(case, "insurance", "amount", {**where, "lot": []})
    lots = {fact.get("lot") for fact in case.facts("insurance", where)}
    looks = [highest(case, "insurance", "amount", {**where, "lot": lot}) for lot in sorted(lots, key=str)]
    levels = [look for look in looks if isinstance(look, Reading)]
    return min(levels, key=lambda one: one.value) if levels else highest(case, "insurance", "amount", where)


def optional_cover(case: Case) -> Look:
    """The highest cover that no law asks for."""
    looks = [cover(case, kind) for kind in _COVERS if kind not in _BY_LAW]
    levels = [look for look in looks if isinstance(look, Reading)]
    if levels:
        return max(levels, key=lambda one: one.value)
    return next((look for look in looks if isinstance(look, Lack) and not look.clear), looks[0])


def _judged(facts: Sequence[Fact]) -> Sequence[Fact]:
    """What every bidder must meet; where each lot asks its own, all lots."""
    return [fact for fact in facts if not is_lot(fact)] or facts


def turnover(case: Case) -> Look:
    """The least yearly income asked for; where each lot asks its own, that of the easiest lot."""
    return _easiest(case, case.facts("turnover_requirement"))


def _easiest(case: Case, asked: Sequence[Fact]) -> Look:
    facts = _judged(in_currency(asked, case.currency))
    if not facts:
        return absent("turnover_requirement")
    valued = [(value, fact) for fact in facts if (value := number(fact, "amount")) is not None]
    if not valued:
        return Lack("a turnover is asked for, and no sum is stated")
    easiest = (min if is_lot(facts[0]) else max)(value for value, _ in valued)
    return reading(easiest, "money", [fact for value, fact in valued if value == easiest], case.currency)


def turnover_where_suitable(case: Case) -> Look:
    """The least yearly income asked for where the buyer calls the contract, or that lot, suitable for voluntary bodies.

    A statement about one lot doesn't speak for another.
    """
    claims = case.facts("suitable_for", {"vcse": True})
    if not claims:
        return Lack("the buyer doesn't call it suitable for voluntary bodies", clear=True)
    lots = {fact.get("lot") for fact in claims if is_lot(fact)}
    of_whole = not all(map(is_lot, claims))
    asked = case.facts("turnover_requirement")
    look = _easiest(case, [fact for fact in asked if of_whole or not is_lot(fact) or fact.get("lot") in lots])
    return look if isinstance(look, Lack) else joined(look.value, "money", look, reading(1, "", claims))


def turnover_times(case: Case, yearly: bool) -> Look:
    """Turnover asked for over the value of a year or of the whole; the easiest lot where lots ask their own."""
    facts = _judged(case.facts("turnover_requirement"))
    if not facts:
        return absent("turnover_requirement")
    looks = [_times(case, fact, yearly) for fact in facts]
    ratios = [look for look in looks if isinstance(look, Reading)]
    if not ratios:
        return looks[0]
    return (min if is_lot(facts[0]) else max)(ratios, key=lambda one: one.value)


def _times(case: Case, fact: Fact, yearly: bool) -> Look:
    multiple, amount = number(fact, "multiple"), number(fact, "amount")
    if multiple is not None:
        return _multiple(case, fact, multiple, yearly)
    if amount is None or fact.get("currency") not in (None, case.currency):
        return Lack("a turnover is asked for, and no sum is stated that can be compared")
    worth = (annual if yearly else total)(case, fact.get("lot") or None)
    if isinstance(worth, Lack):
        return worth
    return joined(amount / worth.value, "times", reading(amount, "money", [fact], case.currency), worth)


def _multiple(case: Case, fact: Fact, multiple: float, yearly: bool) -> Look:
    """A multiple "of the contract value" is taken as of a year's, unless it says that it is of the whole."""
    of_whole = fact.get("period") in ("total", "total_including_extensions")
    stated = reading(multiple, "times", [fact])
    if of_whole != yearly:
        return stated
    year, whole = annual(case), total(case)
    if isinstance(year, Lack) or isinstance(whole, Lack):
        return year if isinstance(year, Lack) else whole
    years = whole.value / year.value
    return joined(multiple * years if yearly else multiple / years, "times", stated, whole)


def cap_times(case: Case) -> Look:
    """The limit of the supplier's liability over a year's price; the greatest where it names several."""
    facts = case.facts("liability_cap")
    if not facts:
        return absent("liability_cap")
    looks = [_cap(case, fact) for fact in facts]
    ratios = [look for look in looks if isinstance(look, Reading)]
    return max(ratios, key=lambda one: one.value) if ratios else looks[0]


def _cap(case: Case, fact: Fact) -> Look:
    percent, multiple, amount = (number(fact, name) for name in ("percent", "multiple", "amount"))
    if percent is not None or multiple is not None:
        times = multiple if multiple is not None else (percent or 0.0) / 100
        return reading(times, "times", [fact])
    if amount is None or fact.get("currency") not in (None, case.currency):
        return Lack("liability is limited, and no sum is stated that can be compared")
    worth = annual(case)
    if isinstance(worth, Lack):
        return worth
    return joined(amount / worth.value, "times", reading(amount, "money", [fact], case.currency), worth)


def weight(case: Case, price: bool) -> Look:
    """Marks for price or quality in per cent; of equally sure statements that with the higher price.

    Where lots weigh price each in their own way, those of the lot with the least are taken.
    """
    weighed = [
        (fact, found)
        for fact in case.facts("quality_price_weights")
        if (found := _WEIGHTS.search(str(fact.get("value"))))
    ]
    if not weighed:
        return absent("quality_price_weights")
    lots = [pair for pair in weighed if any(_of_a_lot(place) for place in pair[0].places)]
    if len(lots) > 1:
        fact, found = min(lots, key=lambda pair: float(pair[1][2]))
    else:
        fact, found = max(weighed, key=lambda pair: (pair[0].confidence, float(pair[1][2])))
    return reading(float(found[2 if price else 1]), "per cent", [fact])


def _of_a_lot(place: Evidence) -> bool:
    """Whether *place* speaks of one lot: in its words, or by its field in a notice."""
    return bool(_LOT.search(place.quote) or _LOT_FIELD.search(place.path or ""))


def extra_covers(case: Case) -> Look:
    """How many kinds of cover are asked for beyond those that small charities hold anyway.

    Product liability comes with the policy for public liability, and motor cover is asked for by law.
    """
    facts = [fact for fact in case.facts("insurance", {"type": _EXTRA}) if _is_plain(fact)]
    if not facts:
        return Lack("no further kind of cover is asked for", clear=True)
    return reading(len({fact.get("type") for fact in facts}), "", facts)


def _is_plain(fact: Fact) -> bool:
    """Whether cover is asked for in plain words: with a sum, or surely."""
    return number(fact, "amount") is not None or fact.confidence is Confidence.HIGH


def paid_certificates(case: Case) -> Look:
    """How many certificates that cost a yearly fee are asked for by name, with nothing accepted instead."""
    facts = case.facts("certification_required", {"value": PAID, "or_equivalent": []})
    if not facts:
        return Lack("no certificate that costs a fee is asked for", clear=True)
    return reading(len({name for fact in facts for name in _names(fact) if name in PAID}), "", facts)


def _names(fact: Fact) -> tuple[str, ...]:
    held = fact.get("value")
    return held if isinstance(held, tuple) else ()


def staff_transfer(case: Case) -> Look:
    """1 where staff are or may be taken over (TUPE)."""
    facts = case.facts("tupe", {"value": ("applies", "may_apply")})
    return reading(1, "", facts) if facts else Lack("no transfer of staff is spoken of", clear=True)


def results_pay(case: Case) -> Look:
    """1 where payment depends on results."""
    facts = case.facts("payment_by_results", {"value": True})
    return reading(1, "", facts) if facts else Lack("payment doesn't depend on results", clear=True)


def references(case: Case) -> Look:
    """The number of references that a bidder can't do without: "up to three" asks for none."""
    facts = case.facts("references_required")
    if facts and all(fact.get("at_most") for fact in facts):
        return Lack("only a most is set, and no least", clear=True)
    return highest(case, "references_required", "count", {"at_most": []})


def buyers_notice(case: Case) -> Look:
    """Days of notice with which the buyer may end the contract without fault, the shortest.

    The end of a framework leaves its call-offs running, so it counts only where nothing is said of other contracts.
    """
    where = {"by": ("buyer", "either")}
    told = ((number(fact, "days"), fact) for fact in case.facts("termination_notice", where))
    ends = [(days, fact) for days, fact in told if days is not None and not _ends_framework(fact)]
    if not ends:
        return highest(case, "termination_notice", "days", where, lowest=True)
    shortest = min(days for days, _ in ends)
    return reading(shortest, "days", [fact for days, fact in ends if days == shortest])


def _ends_framework(fact: Fact) -> bool:
    return bool(fact.places) and all(_FRAMEWORK.search(place.quote) for place in fact.places)


MEASURES = (
    *(
        Measure(
            f"insurance.{kind}",
            f"cover asked for: {kind}",
            partial(cover, kind=kind),
        )
        for kind in _COVERS
    ),
    Measure("insurance.highest_optional", "highest cover that no law asks for", optional_cover),
    Measure("turnover.amount", "least yearly income", turnover),
    Measure(
        "turnover.where_suitable", "least yearly income where it is called suitable for VCSEs", turnover_where_suitable
    ),
    Measure("turnover.times_annual", "turnover over a year's value", partial(turnover_times, yearly=True)),
    Measure("turnover.times_total", "turnover over the whole value", partial(turnover_times, yearly=False)),
    Measure("liability_cap.times_annual", "limit of liability over a year's price", cap_times),
    Measure("quality_weight", "marks for quality", partial(weight, price=False)),
    Measure("price_weight", "marks for price", partial(weight, price=True)),
    Measure("insurance.extra_kinds", "kinds of cover beyond the usual ones", extra_covers),
    Measure("certificates.paid", "certificates asked for that cost a fee", paid_certificates),
    Measure("staff_transfer", "1 where staff are or may be taken over", staff_transfer),
    Measure("results_pay", "1 where payment depends on results", results_pay),
    Measure("references.least", "references that a bidder can't do without", references),
    Measure("termination_notice.buyer_days", "notice the buyer must give", buyers_notice),
)

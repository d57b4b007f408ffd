"""How facts, places and numbers are told to people. One row a kind of fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from ..model import FACT_KINDS, METRIC_KINDS, Evidence, Fact, Metric
from ..text import amounts

NOT_STATED = "not stated"


def money(amount: object, currency: object = "GBP") -> str:
    """ "£5 million", "£62,500"; "no level stated" for None."""
    return amounts.money(amount, str(currency)) if isinstance(amount, int | float) else "no level stated"


def day(value: object) -> str:
    """ "3 May 2026", "noon on 3 May 2026", "5.30pm on 3 May 2026"; "not stated" for None."""
    if isinstance(value, datetime):
        return f"{_clock(value)} on {value.day} {value:%B %Y}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return NOT_STATED if value is None else str(value)


def _clock(value: datetime) -> str:
    if (value.hour, value.minute) == (12, 0):
        return "noon"
    hour, half = (value.hour - 1) % 12 + 1, "am" if value.hour < 12 else "pm"
    return f"{hour}.{value.minute:02}{half}" if value.minute else f"{hour}{half}"


def months(value: object) -> str:
    """Whole years as years, the rest as months."""
    return amounts.months(value) if isinstance(value, int | float) else NOT_STATED


def number(value: object, unit: str = "") -> str:
    """A number and its unit, in the singular for one; "not stated" for None."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return NOT_STATED if value is None else str(value)
    return amounts.counted(value, unit) if unit else amounts.plain(value)


def yes_no(yes: str, no: str) -> Callable[[Fact], str]:
    return lambda fact: yes if fact.get("value") is not False else no


def place(evidence: Evidence) -> str:
    """ "itt.pdf, page 12, clause 4.2.1": the way to the words, as far as the format has one."""
    parts = [evidence.document]
    if evidence.page:
        parts.append(f"page {evidence.page}")
    if evidence.clause:
        parts.append(f"clause {evidence.clause}")
    if evidence.path:
        parts.append(evidence.path)
    if len(parts) == 1 and evidence.paragraph:
        parts.append(f"paragraph {evidence.paragraph}")
    return ", ".join(parts)


def citation(title: str, section: str) -> str:
    """ "Procurement Act 2023, section 22(5)": a law's parts are called as that kind of law calls them."""
    if not section:
        return title
    part = next((name for mark, name in _PARTS if mark in title and section[0].isdigit()), "")
    several = "s" if part and "," in section else ""
    return f"{title}, {part}{several} {section}" if part else f"{title}, {section}"


def kind_title(kind: str) -> str:
    """ "contract_value" as people say it."""
    return _TITLES.get(kind) or kind.replace("_", " ").capitalize()


def value_of(fact: Fact) -> str:
    """The values of *fact* in words."""
    teller = _TELLERS.get(fact.kind)
    if teller:
        return teller(fact)
    told = [f"{name} {_plain(value)}" if name != "value" else _plain(value) for name, value in fact.values]
    return ", ".join(told) or FACT_KINDS[fact.kind].says


def metric_value(metric: Metric) -> str:
    """The value of *metric* with its unit; why there is none otherwise."""
    if metric.value is None:
        return f"not measured: {metric.reason}"
    unit = METRIC_KINDS[metric.name].unit
    if unit == "money":
        return money(metric.value)
    return f"{metric.value:.0%}" if unit == "share" else number(metric.value, unit)


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    return number(value) if isinstance(value, int | float) or value is None else str(value).replace("_", " ")


def _insurance(fact: Fact) -> str:
    basis = {"per_claim": " for each claim", "aggregate": " in all"}.get(str(fact.get("basis")), "")
    when = {True: ", before award", False: ", by the start"}
    known = fact.get("required_before_award")
    held = when[known] if isinstance(known, bool) else ""
    kind = str(fact.get("type")).replace("_", " ").replace("employers liability", "employers' liability")
    return f"{kind}: {money(fact.get('amount'), fact.get('currency') or 'GBP')}{basis}{held}{_lot(fact)}"


def _turnover(fact: Fact) -> str:
    if fact.get("multiple") is not None:
        return f"{number(fact.get('multiple'))} times the contract value{_lot(fact)}"
    return money(fact.get("amount"), fact.get("currency") or "GBP") + _lot(fact)


def _worth(fact: Fact) -> str:
    currency = fact.get("currency") or "GBP"
    low, high = fact.get("minimum"), fact.get("maximum")
    amount = money(fact.get("amount"), currency)
    if fact.get("amount") is None and (low is not None or high is not None):
        amount = " to ".join(money(end, currency) for end in (low, high) if end is not None)
    period = {
        "per_year": " a year",
        "total_including_extensions": " in all, with extensions",
        "total": " in all",
    }.get(str(fact.get("period")), "")
    return f"{amount}{period}{_lot(fact)}"


def _lot(fact: Fact) -> str:
    return f" (lot {fact.get('lot')})" if fact.get("lot") not in (None, "") else ""


def _cap(fact: Fact) -> str:
    if fact.get("percent") is not None:
        return f"{number(fact.get('percent'))} % of the charges"
    if fact.get("multiple") is not None:
        return f"{number(fact.get('multiple'))} times the charges"
    return money(fact.get("amount"), fact.get("currency") or "GBP")


def _bond(fact: Fact) -> str:
    if fact.get("value") is False:
        return "not asked for"
    if fact.get("percent") is not None:
        return f"{number(fact.get('percent'))} % of the contract"
    return money(fact.get("amount"), fact.get("currency") or "GBP") if fact.get("amount") is not None else "asked for"


def _contradiction(fact: Fact) -> str:
    values = fact.get("values")
    said = [_number_or_words(value) for value in values] if isinstance(values, tuple) else []
    return f"{kind_title(str(fact.get('about'))).lower()}: {' or '.join(said)}"


def _number_or_words(value: str) -> str:
    return f"{int(value):,}" if value.isdigit() else value.replace("_", " ")


def _references(fact: Fact) -> str:
    years = fact.get("years")
    return number(fact.get("count"), "references") + (f" from the last {number(years, 'years')}" if years else "")


def _limits(fact: Fact) -> str:
    size = number(fact.get("words"), "words") if fact.get("words") is not None else number(fact.get("pages"), "pages")
    return f"{size} for {'all answers together' if fact.get('scope') == 'whole' else 'a question'}"


def _deductions(fact: Fact) -> str:
    percent = fact.get("percent")
    return "a target that is missed costs money" + (f", up to {number(percent)} %" if percent is not None else "")


def _notice(fact: Fact) -> str:
    who = {"buyer": "the buyer", "supplier": "the supplier", "either": "either side"}.get(
        str(fact.get("by")), "a party"
    )
    return f"{who} may end it with {number(fact.get('days'), 'days')}' notice"


def _weights(fact: Fact) -> str:
    quality, _, price = str(fact.get("value")).partition("/")
    return f"quality {quality} %, price {price} %"


def _certificates(fact: Fact) -> str:
    names = _plain(fact.get("value") or ())
    others = fact.get("alternatives")
    return names + (f"; asked about or replaceable: {_plain(others)}" if others else "")


def _days(fact: Fact) -> str:
    return number(fact.get("value"), "days")


def _date(fact: Fact) -> str:
    return day(fact.get("value"))


def _months(fact: Fact) -> str:
    return months(fact.get("value")) + _lot(fact)


_PARTS = (
    (" Act ", "section"),
    ("Directive", "article"),
    ("Regulations", "regulation"),
    ("Order", "article"),
    ("PPN", "paragraph"),
)

_SUBCONTRACTING = {
    "prohibited": "not allowed",
    "consent_needed": "only with consent",
    "lead_provider_liable": "the supplier answers for its sub-contractors",
    "pay_chain_30_days": "sub-contractors are paid within 30 days",
    "allowed": "allowed",
}
_TITLES = {
    "insurance_run_off": "Insurance kept up",
    "years_trading_required": "Least age of a bidder",
    "overhead_cap": "Overheads",
    "payment_deductions": "Taken off the pay",
    "subcontracting_terms": "Sub-contracts",
    "insurance": "Insurance",
    "contradiction": "The documents disagree",
    "lot_value": "Worth of a lot",
    "annual_value": "Worth in a year",
    "tupe": "Staff transfer (TUPE)",
    "ip_assignment": "Rights in the work",
    "contract_length_months": "Contract length",
    "extension_months": "Extensions",
    "publication_or_issue_date": "Published or issued",
    "payment_terms_days": "Payment",
    "tender_deadline": "Bids due",
    "clarification_deadline": "Questions until",
    "quality_price_weights": "Marks",
    "social_value_weight": "Social value",
    "turnover_requirement": "Least turnover",
    "questions": "Questions to answer",
    "financial_alternatives": "Accepted in place of accounts or turnover",
}

_TELLERS: dict[str, Callable[[Fact], str]] = {
    "contradiction": _contradiction,
    "insurance": _insurance,
    "turnover_requirement": _turnover,
    "contract_value": _worth,
    "lot_value": _worth,
    "annual_value": _worth,
    "liability_cap": _cap,
    "performance_bond": _bond,
    "references_required": _references,
    "response_limits": _limits,
    "termination_notice": _notice,
    "quality_price_weights": _weights,
    "certification_required": _certificates,
    "payment_terms_days": _days,
    "tender_deadline": _date,
    "clarification_deadline": _date,
    "publication_or_issue_date": _date,
    "contract_award_date": _date,
    "contract_start": _date,
    "contract_length_months": _months,
    "extension_months": _months,
    "subcontracting_terms": lambda fact: _SUBCONTRACTING.get(str(fact.get("category")), str(fact.get("category"))),
    "insurance_run_off": lambda fact: f"{number(fact.get('value'), 'years')} after the end",
    "years_trading_required": lambda fact: number(fact.get("value"), "years"),
    "overhead_cap": lambda fact: f"{number(fact.get('percent'))} % at most",
    "payment_deductions": _deductions,
    "social_value_weight": lambda fact: f"{number(fact.get('value'))} % of the marks",
    "accounts_years_required": lambda fact: number(fact.get("value"), "years"),
    "questions": lambda fact: number(fact.get("count")),
    "lots": lambda fact: number(fact.get("count")) if fact.get("count") else "not divided into lots",
    "consortia_allowed": yes_no("joint bids allowed", "joint bids not allowed"),
    "audited_accounts_required": yes_no("asked for", "not asked for"),
    "electronic_portal_only": yes_no("only through the portal", "other ways too"),
    "indemnity_uncapped": yes_no("without limit", "limited"),
    "liability_unlimited": yes_no("without limit", "limited"),
    "payment_by_results": yes_no("part of the pay depends on results", "not by results"),
    "ip_assignment": yes_no("pass to the buyer", "stay with the supplier"),
    "exclusivity": yes_no("exclusive", "not exclusive"),
    "parent_company_guarantee": yes_no("asked for", "not asked for"),
    "price_uplift": yes_no("prices rise with costs", "prices are fixed"),
}

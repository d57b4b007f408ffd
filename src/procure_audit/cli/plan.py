"""How each PATH is judged: what the call says, else the nearest settings, else the default."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..data import DEFAULT_PACK
from ..gate import Gate
from ..model import CallError, Configuration, Report, Severity
from .options import Threshold
from .run import bidders_of

if TYPE_CHECKING:
    from ..audit import Context
    from ..baseline import BaselineFile
    from ..config import Settings
    from ..config.settings import Named
    from ..model import Bidders, Fact
    from ..rules import Pack
    from ..suppress import Acceptance


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call says of the judging itself; None where it says nothing. `held`: against a baseline, if any."""

    rules: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    bidders: Sequence[str] | None = None
    fail_on: Threshold | None = None
    fail_under: int | None = None
    allow_partial: bool | None = None
    config: Path | None = None
    suppressions: bool = True
    baseline: Path | None = None
    ratchet: bool | None = None
    held: bool = True
    wanted: int | None = None


@dataclass(frozen=True)
class Plan:
    """The settings, the pack, the bidders, the gate, what was accepted and what is known, for one tender.

    `answers` says whether answers in the documents themselves count as well; `wanted` is a score to find a way to.
    """

    settings: Settings
    pack: Pack
    bidders: Bidders
    gate: Gate
    acceptances: tuple[Acceptance, ...] = ()
    known: BaselineFile | None = None
    ratchet: bool = False
    answers: bool = True
    wanted: int | None = None

    def context(self, base: Context) -> Context:
        """*base* with the bidders and the pace of these settings, and what was given in the currency of the pack."""
        given = tuple(_in_currency(fact, self.pack.currency) for fact in base.given)
        return replace(base, bidders=self.bidders, pace=self.settings.pace(base.pace), given=given)

    def configuration(self) -> Configuration | None:
        """What the report says of the settings."""
        return self.settings.told({*self.pack.off, *(rule.id for rule in self.pack.rules)})


def _in_currency(fact: Fact, currency: str) -> Fact:
    values = ((name, currency if name == "currency" else value) for name, value in fact.values)
    return replace(fact, values=tuple(values))


def plans(paths: Sequence[str], asked: Asked) -> list[Plan]:
    """A plan for each of *paths*; those under the same settings are one and the same.

    Made before anything is read: a wrong call must cost no reading.
    """
    from ..config import find

    made = cache(lambda path: plan_of(path, asked))
    return [made(asked.config or find(path)) for path in paths]


def plan_of(path: Path | None, asked: Asked) -> Plan:
    """The plan by the settings of *path*; without any for None."""
    settings = settings_at(path)
    pack = pack_of(settings, asked)
    judged = {rule.id for rule in pack.rules}
    acceptances = tuple(one for one in settings.acceptances if asked.suppressions and one.rule in judged)
    bidders = bidders_of(asked.bidders or _found(settings.bidders, lambda name: bidders_of([name])))
    known, ratchet = _known(settings, asked)
    gate = _gate(settings, asked)
    return Plan(settings, pack, bidders, gate, acceptances, known, ratchet, asked.suppressions, asked.wanted)


def settings_at(path: Path | None) -> Settings:
    """The settings of *path*; empty ones for None. Raises CallError where no such file is."""
    from ..config import Settings

    if path is None:
        return Settings()
    if not path.is_file():
        raise CallError(f"there are no settings at {path}; procure-audit init writes some")
    from ..config.read import read_settings

    return read_settings(_shown(path))


def _shown(path: Path) -> Path:
    """*path* as short as it goes from here, for messages and reports."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def pack_of(settings: Settings, asked: Asked) -> Pack:
    """The pack that judges. Raises PackError where the settings speak of rules that nobody knows."""
    from ..rules.pack import find_pack, load_pack, rule_ids, shipped

    names = asked.rules or _found(settings.rules, find_pack) or (DEFAULT_PACK,)
    pack = load_pack(names, settings.overrides)
    here = {*pack.off, *(rule.id for rule in pack.rules)}
    settings.check_names(here, cache(lambda: rule_ids((*(one.name for one in settings.rules), *shipped()))))
    known = here | {rule.category for rule in pack.rules}
    select = asked.select or _names(settings.select, known)
    return pack.chosen(select, asked.ignore or _names(settings.ignore, known))


def _found(some: Sequence[Named], find: Callable[[str | Path], object]) -> tuple[str | Path, ...]:
    """The names of *some*; one that can't be found is told where it stands."""
    for one in some:
        try:
            find(one.name)
        except CallError as wrong:
            raise one.place.wrong(str(wrong)) from None
    return tuple(one.name for one in some)


def _names(some: Sequence[Named], known: Collection[str]) -> tuple[str, ...]:
    """The names of *some* that this pack knows: settings may speak of several packs."""
    return tuple(str(one.name) for one in some if one.name in known)


def _gate(settings: Settings, asked: Asked) -> Gate:
    fail_on = asked.fail_on or Threshold(settings.fail_on or Threshold.HIGH)
    under = settings.fail_under if asked.fail_under is None else asked.fail_under
    partial = settings.allow_partial if asked.allow_partial is None else asked.allow_partial
    return Gate(None if fail_on is Threshold.NEVER else Severity[fail_on.name], under, bool(partial))


def _known(settings: Settings, asked: Asked) -> tuple[BaselineFile | None, bool]:
    """The baseline that a call or its settings name, and whether it is a ratchet. Raises CallError."""
    if not asked.held:
        return None, False
    path = asked.baseline or settings.baseline
    ratchet = bool(settings.ratchet if asked.ratchet is None else asked.ratchet)
    if path is None:
        if ratchet:
            raise CallError("a ratchet needs a baseline to hold on to: give --baseline FILE")
        return None, False
    from ..baseline import read_baseline

    return read_baseline(_shown(path)), ratchet


def settled(judged: Sequence[tuple[Plan, Report]], today: date) -> list[Report]:
    """The reports in their order, with what their settings say, and with what somebody accepted marked."""
    from ..suppress import accepted

    reports = [replace(_answered(plan, report, today), configuration=plan.configuration()) for plan, report in judged]
    for files, plan in {plan.settings.files: plan for plan, _ in judged}.items():
        mine = [number for number, (one, _) in enumerate(judged) if one.settings.files == files]
        some = accepted([reports[number] for number in mine], plan.acceptances, today, plan.pack.score_model)
        for number, report in zip(mine, some, strict=True):
            reports[number] = report
    return [_improved(plan, report) for (plan, _), report in zip(judged, reports, strict=True)]


def _improved(plan: Plan, report: Report) -> Report:
    """*report* with the way to the score that is wanted."""
    if plan.wanted is None or report.score is None:
        return report
    from ..improve import mending

    return replace(report, mending=mending(report, plan.wanted, plan.pack.score_model))


def _answered(plan: Plan, report: Report, today: date) -> Report:
    """*report* with what its own documents accept."""
    if not plan.answers or not any(document.replies for document in report.understood.documents):
        return report
    from ..answers import with_answers

    return with_answers(report, {rule.id for rule in plan.pack.rules}, today, plan.pack.score_model)

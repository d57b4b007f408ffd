"""Reports against a baseline: known findings are marked, and a ratchet asks for no worse a score than it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import CallError, Report

if TYPE_CHECKING:
    from ..baseline import BaselineFile, KnownTender
    from ..gate import Gate
    from .plan import Plan


def gated(report: Report, plan: Plan) -> tuple[Report, Gate]:
    """*report* with what the baseline of *plan* knows of it, and the gate it has to pass.

    A ratchet puts the score of the baseline in the place of `fail_under`; a tender that is new has the usual gate.
    Raises CallError where the two scores can't be compared.
    """
    if plan.known is None:
        return report, plan.gate
    from ..baseline import held_against

    known = plan.known.tender(report.understood.origin.path)
    held = held_against(report, known, str(plan.known.path))
    if not plan.ratchet or known is None or report.score is None:
        return held, plan.gate
    _compared(known, report, plan.known)
    return held, replace(plan.gate, fail_under=known.score)


def _compared(known: KnownTender, report: Report, file: BaselineFile) -> None:
    assert report.score is not None
    was, now = (known.pack, known.score_model), (report.pack, report.score.model)
    if was != now:
        told = [f"pack {pack}, score model {model}" for pack, model in (was, now)]
        raise CallError(
            f"{file.path}: the score of {known.path} can't be compared: it was made with {told[0]}, this one with "
            f"{told[1]}; run procure-audit baseline update"
        )

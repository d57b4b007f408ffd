"""Named numbers that rules compare: every metric, every number a fact holds, and what is worked out of them.

`pages` is a metric, `accounts_years_required.value` the highest value of a fact, `contract_value.annual` worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from ...model import FACT_KINDS, METRIC_KINDS, Confidence
from ..case import Case
from ..reading import Lack, Look, Reading
from . import dates, demands, files, holidays, value, whole
from .base import Measure, highest


def _metric(name: str, case: Case) -> Look:
    metric = case.metric(name)
    if metric is None or metric.value is None:
        return Lack(metric.reason if metric and metric.reason else f"{METRIC_KINDS[name].says}: not counted")
    kind = METRIC_KINDS[name]
    sure = Confidence.MEDIUM if kind.estimated else Confidence.HIGH
    unit = kind.unit if kind.unit in ("share", "money") else ""
    return Reading(metric.value, unit, metric.places, sure, counted=True)


def _registry() -> Mapping[str, Measure]:
    metrics = [Measure(kind.name, kind.says, partial(_metric, kind.name)) for kind in METRIC_KINDS.values()]
    fields = [
        Measure(f"{kind.name}.{name}", f"highest: {kind.says}", partial(highest, kind=kind.name, name=name))
        for kind in FACT_KINDS.values()
        for name in kind.values
    ]
    rooms = (value, dates, holidays, demands, files, whole)
    derived = [measure for room in rooms for measure in room.MEASURES]
    return MappingProxyType({measure.name: measure for measure in (*metrics, *fields, *derived)})


MEASURES: Mapping[str, Measure] = _registry()

__all__ = ["MEASURES", "Measure"]

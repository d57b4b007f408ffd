"""What keeps an example of a rule from being run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import FACT_KINDS, METRIC_KINDS, Confidence, did_you_mean
from .rule import Example


def faults(example: Example) -> Iterator[str]:
    """What keeps *example* from being run: facts, values and metrics that there are none of."""
    for fact in example.facts:
        yield from _fact(fact)
    for name in example.metrics:
        if name not in METRIC_KINDS:
            yield f"no metric is called '{name}'; {did_you_mean(name, METRIC_KINDS)}"


def _fact(values: Mapping[str, Any]) -> Iterator[str]:
    kind = values.get("kind")
    if kind is None:
        yield "a fact needs its 'kind'"
    elif kind not in FACT_KINDS:
        yield f"no fact is called '{kind}'; {did_you_mean(str(kind), FACT_KINDS)}"
    else:
        known = (*FACT_KINDS[kind].values, "kind", "confidence")
        for name in values:
            if name not in known:
                yield f"a fact of kind '{kind}' has no '{name}'; {did_you_mean(name, known)}"
    sure = str(values.get("confidence", "high"))
    if sure.upper() not in Confidence.__members__:
        yield f"no confidence is called '{sure}'; {did_you_mean(sure, [str(one) for one in Confidence])}"

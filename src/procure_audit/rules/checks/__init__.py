"""The kinds of observation a rule may make. Few kinds, many rules.

A kind is a class in a file of its own, listed once below. Its fields are its options in YAML, `tells` are the words
it offers to a message, `look` is what it does. It sees; the bands of a rule decide what that means.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .base import Check
from .exists import Exists
from .least import Least
from .level import Level
from .missing import Missing
from .phrases import Phrases
from .present import Present
from .ratio import Ratio

CHECKS: Mapping[str, type[Check]] = MappingProxyType(
    {
        "level": Level,
        "ratio": Ratio,
        "fact": Exists,
        "phrases": Phrases,
        "missing": Missing,
        "least": Least,
        "present": Present,
    }
)

__all__ = ["CHECKS", "Check"]

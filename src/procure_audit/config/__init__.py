"""`procure-audit.yaml`: what an organisation asks of its tenders, whom it wants them open to, and what it accepted."""

from __future__ import annotations

from .find import NAME, find
from .settings import Settings

__all__ = ["NAME", "Settings", "find"]

"""Findings as comments in a copy of a Word file."""

from __future__ import annotations

from .annotator import annotate

__all__ = ["annotate"]

"""Findings as comments in a copy of an OpenDocument text."""

from __future__ import annotations

from .annotator import annotate

__all__ = ["annotate"]
